#!/usr/bin/env python3
"""Score the program on folders of labelled notes (see README.md).

Usage: score.py FOLDER... --binary PATH/afterword [--rules a,b,c] [--verbose] [--json]
                [--others FOLDER] [--floor FIGURE=VALUE ...] [--ceiling FIGURE=VALUE ...]

Prints, rule by rule, how often it fired rightly (tp), wrongly (fp), and was
missed (fn), one count a note; then precision and recall over all rules (micro)
and averaged over the rules with at least one label (macro F1), the share of
right findings that touch the text they should (anchors), wrong findings a note
by severity, the kind's accuracy, and the sentence roles' F1. With --others also
how many of that folder's texts are rightly taken for a note or not. Ends with 1
where a figure lies under its floor or over its ceiling.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

COUNTED = {"too-long", "too-short", "long-paragraph", "long-sentence", "i-openings", "exclamations",
           "misspelling", "same-note", "panel-uncovered"}


def flat(text):
    return re.sub(r"\s+", " ", text).strip()


def run(binary, args):
    out = subprocess.run([binary, *args], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
    if out.returncode not in (0, 1) or not out.stdout.strip():
        sys.exit(f"{binary} {' '.join(args)}: exit {out.returncode}: {out.stderr.strip()[:300]}")
    return json.loads(out.stdout)


def f1(tp, fp, fn):
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0


def ratio(a, b):
    return a / b if b else 1.0


def others_right(binary, folder, say):
    right = wrong = 0
    for line in (folder / "labels.jsonl").read_text().splitlines():
        row = json.loads(line)
        note = run(binary, ["check", "--format", "json", "--no-config", "--fail-on", "never",
                            str(folder / row["file"])])["notes"][0]
        if bool(note["note"]) == row["note"]:
            right += 1
        else:
            wrong += 1
            say(f"{folder / row['file']}: note {note['note']}, should be {row['note']}: {row['why']}")
    return ratio(right, right + wrong)


def missed_limits(figures, floors, ceilings):
    missed = []
    for limits, is_missed, word in ((floors, lambda a, b: a < b, "under"), (ceilings, lambda a, b: a > b, "over")):
        for limit in limits:
            name, value = limit.split("=")
            if is_missed(figures[name], float(value)):
                missed.append(f"{name} is {figures[name]:.3f}, {word} {value}")
    return missed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--binary", default="build/afterword")
    parser.add_argument("--verbose", action="store_true", help="a line for every error")
    parser.add_argument("--rules", help="score these rules only: a,b,c")
    parser.add_argument("--json", action="store_true", help="the closing figures as one JSON line")
    parser.add_argument("--others", type=pathlib.Path, help="texts of which it is labelled whether they are notes")
    parser.add_argument("--floor", nargs="*", default=[], metavar="FIGURE=VALUE")
    parser.add_argument("--ceiling", nargs="*", default=[], metavar="FIGURE=VALUE")
    args = parser.parse_args()

    only = set(args.rules.split(",")) if args.rules else None
    rules = collections.defaultdict(lambda: [0, 0, 0])
    roles = collections.defaultdict(lambda: [0, 0, 0])
    anchors, wrong_by_severity = [0, 0], collections.Counter()
    notes = kinds_right = noted = clean_right = clean = 0

    def say(*words):
        if args.verbose:
            print(*words)

    for folder in args.folders:
        for line in (folder / "labels.jsonl").read_text().splitlines():
            if not line.strip():
                continue
            row = json.loads(line)
            path = folder / row["file"]
            raw = path.read_bytes()
            notes += 1
            note = run(args.binary, ["check", "--format", "json", "--no-config", "--fail-on", "never",
                                     "--now", row["now"], str(path)])["notes"][0]
            noted += bool(note["note"])
            kinds_right += note.get("kind") == row["kind"]
            if note.get("kind") != row["kind"]:
                say(f"{path}: kind {note.get('kind')}, should be {row['kind']}")
            found = collections.defaultdict(list)
            for f in note["findings"]:
                found[f["rule"]].append(f)
            fires, may = row["fires"], set(row["may"])
            wrong_here = 0
            for rule in set(found) | set(fires):
                if rule in COUNTED or rule in may or only and rule not in only:
                    continue
                if rule in found and rule in fires:
                    rules[rule][0] += 1
                    spans = [(f["start"]["byte"], f["end"]["byte"]) for f in found[rule]]
                    for anchor in fires[rule]:
                        where = [m.span() for m in re.finditer(
                            rb"\s+".join(map(re.escape, anchor.encode().split())), raw)]
                        hit = any(b < y and x < e or b == e and x <= b <= y for b, e in spans for x, y in where)
                        anchors[0] += hit
                        anchors[1] += 1
                        if not hit:
                            say(f"{path}: {rule}: no finding touches {anchor!r}")
                elif rule in found:
                    rules[rule][1] += 1
                    wrong_here += 1
                    wrong_by_severity[found[rule][0]["severity"]] += 1
                    say(f"{path}: WRONG {rule}: {found[rule][0]['text'][:70]!r}")
                else:
                    rules[rule][2] += 1
                    say(f"{path}: MISSED {rule}: {fires[rule]}")
            if not fires:
                clean += 1
                clean_right += wrong_here == 0
            outline = run(args.binary, ["outline", "--format", "json", "--no-config", "--now", row["now"], str(path)])
            got = {flat(s["text"]): set(s["roles"]) for s in outline["sentences"]}
            for text, labels in row["sentences"]:
                have = got.get(flat(text))
                if have is None:
                    say(f"{path}: sentence not found: {text[:60]!r}")
                    have = set()
                elif have != set(labels):
                    say(f"{path}: roles {sorted(have)}, should be {sorted(labels)}: {text[:60]!r}")
                for role in have | set(labels):
                    roles[role][0 if role in have and role in labels else 1 if role in have else 2] += 1

    print(f"{'rule':20} {'tp':>4} {'fp':>4} {'fn':>4}  {'F1':>5}")
    for rule, (tp, fp, fn) in sorted(rules.items(), key=lambda x: f1(*x[1])):
        print(f"{rule:20} {tp:4} {fp:4} {fn:4}  {f1(tp, fp, fn):5.2f}")
    print(f"\n{'role':20} {'tp':>4} {'fp':>4} {'fn':>4}  {'F1':>5}")
    for role, (tp, fp, fn) in sorted(roles.items(), key=lambda x: f1(*x[1])):
        print(f"{role:20} {tp:4} {fp:4} {fn:4}  {f1(tp, fp, fn):5.2f}")
    tp, fp, fn = (sum(x[i] for x in rules.values()) for i in range(3))
    labelled = [f1(*x) for x in rules.values() if x[0] + x[2]]
    loud = sum(n for s, n in wrong_by_severity.items() if s in ("warning", "error"))
    figures = {
        "notes": notes, "recognised": ratio(noted, notes), "kind": ratio(kinds_right, notes),
        "precision": ratio(tp, tp + fp), "recall": ratio(tp, tp + fn), "f1": f1(tp, fp, fn),
        "macro_f1": ratio(sum(labelled), len(labelled)), "anchors": ratio(*anchors),
        "wrong_warnings_a_note": ratio(loud, notes), "wrong_findings_a_note": ratio(fp, notes),
        "clean_notes_silent": ratio(clean_right, clean),
        "roles_micro_f1": f1(*(sum(x[i] for x in roles.values()) for i in range(3))),
        "roles_macro_f1": ratio(sum(f1(*x) for x in roles.values()), len(roles)),
    }
    if args.others:
        figures["others"] = others_right(args.binary, args.others, say)
    print()
    for name, value in figures.items():
        print(f"{name:24} {value:.3f}" if isinstance(value, float) else f"{name:24} {value}")
    if args.json:
        print(json.dumps(figures))
    missed = missed_limits(figures, args.floor, args.ceiling)
    for line in missed:
        print("FAIL", line)
    if missed:
        sys.exit(1)


if __name__ == "__main__":
    main()
