#!/usr/bin/env python3
"""Stands between an editor and the server and writes down what they say to each other.

Started as the editor would start the server. AFTERWORD_RECORD_SERVER is the server; AFTERWORD_RECORD_TRACE is how the
trace's name begins, one file a conversation. A line is {"from": "client" | "server", "message": {...}}.
Bytes pass through as they are; end of input and the exit status are passed on.
"""
import json
import os
import re
import signal
import subprocess
import sys
import threading

trace = open(f"{os.environ['AFTERWORD_RECORD_TRACE']}-{os.getpid()}.jsonl", "w", encoding="utf-8")
turn = threading.Lock()


class Frames:
    """Collects bytes and writes each whole message to the trace."""

    def __init__(self, sender):
        self.sender, self.bytes = sender, b""

    def feed(self, chunk):
        self.bytes += chunk
        while (end := self.bytes.find(b"\r\n\r\n")) >= 0:
            length = int(re.search(rb"(?i)content-length: *(\d+)", self.bytes[:end]).group(1))
            if len(self.bytes) < end + 4 + length:
                return
            message = json.loads(self.bytes[end + 4 : end + 4 + length])
            self.bytes = self.bytes[end + 4 + length :]
            with turn:
                trace.write(json.dumps({"from": self.sender, "message": message}) + "\n")
                trace.flush()


def pump(source, sink, frames):
    while chunk := os.read(source, 1 << 16):
        frames.feed(chunk)
        try:
            sink.write(chunk)
            sink.flush()
        except BrokenPipeError:
            return


def main():
    server = subprocess.Popen(
        [os.environ["AFTERWORD_RECORD_SERVER"], *sys.argv[1:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())

    def from_client():
        pump(sys.stdin.fileno(), server.stdin, Frames("client"))
        server.stdin.close()

    # A daemon: the server may leave while the client's end is still open.
    threading.Thread(target=from_client, daemon=True).start()
    pump(server.stdout.fileno(), sys.stdout.buffer, Frames("server"))
    sys.stdout.flush()
    os._exit(server.wait() & 0xFF)


main()
