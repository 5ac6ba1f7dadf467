#!/usr/bin/env bash
# tests/bench/run.sh PROGRAM [--smoke]: what a user waits for, what it takes in memory, how many notes a second.
# The tools stand beside PROGRAM, where the build puts them. --smoke takes some seconds and fails only past wide limits.
set -euo pipefail
program=$(realpath -- "${1:?run.sh PROGRAM [--smoke]}")
mode=("${@:2}")
folder=$(dirname "$program")
notes=$(cd "$(dirname "${BASH_SOURCE[0]}")/../corpus/a" && pwd)
for tool in bench_latency bench_floor bench_throughput bench_sentence; do
  [[ -x $folder/$tool ]] || { echo "run.sh: no $folder/$tool; ./dev build makes it" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" --version
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
read -r load _ < /proc/loadavg
echo "$(nproc) processors${processor:+ ($processor)}, load $load before the run"
status=0
"$folder/bench_latency" "$program" "$folder/bench_floor" "${mode[@]}" || status=$?
"$folder/bench_throughput" "$program" "$work" "${mode[@]}" || status=$?
"$folder/bench_sentence" "$notes" "${mode[@]}" || status=$?
exit "$status"
