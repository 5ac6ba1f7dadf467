#!/usr/bin/env python3
"""How often completion offers what the writer went on to write.

Usage: due.py FOLDER... --binary PATH/afterword [--verbose] [--floor FIGURE=VALUE ...]

Talks to the language server as an editor does. Each labelled note (README.md) is cut at the start of each sentence, and
completion asked for there: `first`, `first_three` and `first_five` are how often one of the sentence's roles is among
the roles of so many items from the top. Then the sentence's first two words are typed: `typed` is how often an item of
one of its roles is still offered. A vague sentence counts as callback and one that waits as next-step; sentences that
are only social or other do not count. `longest` is the longest list. Ends with 1 where a figure lies under its floor.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

COUNTED_AS = {"vague": "callback", "wait": "next-step"}
NOT_COUNTED = {"social", "other"}


class Server:
    def __init__(self, binary):
        self.process = subprocess.Popen([binary, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0
        item = {"snippetSupport": True, "labelDetailsSupport": True,
                "resolveSupport": {"properties": ["documentation"]}}
        capabilities = {"general": {"positionEncodings": ["utf-8"]},
                        "textDocument": {"completion": {"completionItem": item, "contextSupport": True}}}
        self.request("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self.notify("initialized", {})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while True:
            size = 0
            while (line := self.process.stdout.readline().strip()):
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            if not size:
                sys.exit("the server ended")
            message = json.loads(self.process.stdout.read(size))
            if message.get("id") == self.last and "method" not in message:
                if "error" in message:
                    sys.exit(f"{method}: {message['error']}")
                return message["result"]
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})


def roles_at(server, name, text):
    """The roles of the items offered at the text's end."""
    uri = f"file:///due/{name}"
    language = {"md": "markdown", "txt": "plaintext", "eml": "mail"}[name.rsplit(".", 1)[1]]
    server.notify("textDocument/didOpen",
                  {"textDocument": {"uri": uri, "languageId": language, "version": 1, "text": text}})
    lines = re.split(r"\r\n|\n|\r", text)
    at = {"line": len(lines) - 1, "character": len(lines[-1].encode())}
    answer = server.request("textDocument/completion",
                            {"textDocument": {"uri": uri}, "position": at, "context": {"triggerKind": 1}})
    server.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    items = sorted((answer or {}).get("items", []), key=lambda item: item.get("sortText", item["label"]))
    return [(item.get("data") or {}).get("role", "") for item in items]


def cuts(folder):
    """File, text before the sentence, the sentence, its roles."""
    for line in (folder / "labels.jsonl").read_text(encoding="utf-8").splitlines():
        note = json.loads(line)
        text = (folder / note["file"]).read_bytes().decode("utf-8")
        at = 0
        for sentence, roles in note["sentences"]:
            found = re.compile(r"\s+".join(map(re.escape, sentence.split()))).search(text, at)
            if not found:
                continue
            wanted = {COUNTED_AS.get(role, role) for role in roles} - NOT_COUNTED
            if wanted:
                yield note["file"], text[:found.start()], found.group(), wanted
            at = found.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--verbose", action="store_true", help="a line for every sentence not among the first five")
    parser.add_argument("--floor", nargs="*", default=[], metavar="FIGURE=VALUE")
    arguments = parser.parse_args()
    server = Server(arguments.binary)
    sentences = longest = 0
    right = {"first": 0, "first_three": 0, "first_five": 0, "typed": 0}
    for folder in arguments.folders:
        for name, before, sentence, wanted in cuts(folder):
            offered = roles_at(server, name, before)
            sentences += 1
            longest = max(longest, len(offered))
            for figure, count in (("first", 1), ("first_three", 3), ("first_five", 5)):
                right[figure] += bool(wanted & set(offered[:count]))
            words = re.match(r"\S+\s+\S+\s*", sentence)
            typed = roles_at(server, name, before + (words.group() if words else sentence))
            right["typed"] += bool(wanted & set(typed))
            if arguments.verbose and not wanted & set(offered[:1]):
                print(f"{folder / name}: {sorted(wanted)}, offered {offered[:6]}: {sentence[:70]!r}")
    server.request("shutdown", None)
    server.notify("exit", None)
    figures = {figure: count / sentences for figure, count in right.items()}
    for figure, value in figures.items():
        print(f"{figure:12} {value:.3f}")
    print(f"{'sentences':12} {sentences}\n{'longest':12} {longest}")
    missed = [floor for floor in arguments.floor if figures[floor.split("=")[0]] < float(floor.split("=")[1])]
    for floor in missed:
        print(f"under its floor: {floor}", file=sys.stderr)
    sys.exit(1 if missed or longest > 24 else 0)


if __name__ == "__main__":
    main()
