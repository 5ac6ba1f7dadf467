#!/usr/bin/env bash
# tests/readme.sh PROGRAM: the README lists the rules as the program does. With AFTERWORD_UPDATE=1 it is brought in
# line instead.
set -euo pipefail
program=$(realpath -- "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
begin='<!-- rules: begin -->' end='<!-- rules: end -->'
table=$("$program" rules --no-config --format markdown)
[[ -n $table ]] && grep -qxF -- "$begin" README.md && grep -qxF -- "$end" README.md

if [[ ${AFTERWORD_UPDATE:-} ]]; then
  made=$(mktemp)
  trap 'rm -f "$made"' EXIT
  TABLE=$table awk -v begin="$begin" -v end="$end" '
    $0 == end { inside = 0 }
    !inside { print }
    $0 == begin { print ENVIRON["TABLE"]; inside = 1 }' README.md > "$made"
  cat "$made" > README.md
fi
if ! diff <(awk -v begin="$begin" -v end="$end" '$0 == end { exit } inside { print } $0 == begin { inside = 1 }' README.md) \
  <(printf '%s\n' "$table"); then
  echo "FAIL README.md lists other rules than the program; AFTERWORD_UPDATE=1 tests/readme.sh build/afterword mends it"
  exit 1
fi
