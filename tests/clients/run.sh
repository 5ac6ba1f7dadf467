#!/usr/bin/env bash
# run.sh SERVER CACHE OUT: the clients in the real editors, with the program SERVER.
#
# CACHE keeps the editors from one run to the next. OUT gets screens, pictures and traces. Prints each check as "ok" or
# "FAIL", closes with "N passed, N failed", and fails with any. AFTERWORD_ONLY=protocol, emacs, neovim or vscode: only
# that one.
set -uo pipefail
server=$(realpath -m "${1:?usage: run.sh SERVER CACHE OUT}")
cache=$(realpath -m "${2:?usage: run.sh SERVER CACHE OUT}")
out=$(realpath -m "${3:?usage: run.sh SERVER CACHE OUT}")
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
only=${AFTERWORD_ONLY:-}
passed=0
failed=0
rm -rf "$out"
mkdir -p "$cache" "$out/screens" "$out/traces"

# add COMMAND...: runs it, passes on its checks and adds up its count. One that ends without a count has failed.
add() {
  local line good=0 bad=1
  while IFS= read -r line; do
    if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
      good=${BASH_REMATCH[1]} bad=${BASH_REMATCH[2]}
    else
      echo "$line"
    fi
  done < <("$@")
  passed=$((passed + good))
  failed=$((failed + bad))
}

# check WHAT COMMAND...: one check of our own.
check() {
  if "${@:2}"; then
    passed=$((passed + 1))
    echo "ok   $1"
  else
    failed=$((failed + 1))
    echo "FAIL $1"
  fi
}

# A test that passes without a server tests nothing.
notices() { ! AFTERWORD_LIMIT=3 "$@" > "$out/without_server.log" 2>&1; }

# Packages that are there already, and are what the lock file says, are left alone.
npm_ci() {
  local lock=$1/package-lock.json
  [[ $1/node_modules/.package-lock.json -nt $lock ]] || npm ci --prefix "$1"
}

test_protocol() {
  "$here/install_node.sh" "$cache/node" && npm_ci "$here" || return
  local run=("$cache/node/bin/node" "$here/protocol_client.mjs")
  add "${run[@]}" --server "$server"
  add "${run[@]}" --server "$server" --trace "$out/traces/protocol"
  check "protocol: the test notices a missing server" notices "${run[@]}" --server /nonexistent
}

test_emacs() {
  add "$here/emacs.sh" "$server" "$out/screens"
  add env AFTERWORD_TRACE="$out/traces/emacs" "$here/emacs.sh" "$server" "$out/screens"
  check "emacs: the test notices a missing server" notices "$here/emacs.sh" /nonexistent "$out"
}

test_neovim() {
  local name nvim
  "$here/install_neovim.sh" trixie "$cache/nvim-trixie" &&
    "$here/install_neovim.sh" forky "$cache/nvim-forky" || return
  for name in bookworm trixie forky; do
    nvim=$cache/nvim-$name/nvim
    [[ $name == bookworm ]] && nvim=/usr/bin/nvim
    add "$here/neovim.sh" "$nvim" "$server"
    add "$here/neovim_tui.sh" "$nvim" "$server" "$out/screens"
    check "neovim $name: the headless test notices a missing server" notices "$here/neovim.sh" "$nvim" /nonexistent
    add env AFTERWORD_TRACE="$out/traces/neovim-$name" "$here/neovim.sh" "$nvim" "$server"
  done
  add "$here/neovim.sh" "$cache/nvim-forky/nvim" "$server" enable
  check "neovim forky: the screen test notices a missing server" notices "$here/neovim_tui.sh" "$nvim" /nonexistent "$out"
}

test_vscode() {
  local node=$cache/node/bin/node vscode=$cache/vscode-4.139.1
  "$here/install_node.sh" "$cache/node" && "$here/install_vscode.sh" "$vscode" "$node" || return
  # Debian 12's own Node 18 is too old to package an extension.
  if (($(node --version | sed -E 's/v([0-9]+).*/\1/') < 20)); then export PATH=${node%/*}:$PATH; fi
  npm_ci "$here" && npm_ci "$here/../../clients/vscode" || return
  AFTERWORD_SERVER=$server npm run --prefix "$here/../../clients/vscode" package || return
  local run=("$node" "$here/vscode.mjs" --vscode "$vscode" --vsix "$here/../../clients/vscode/afterword.vsix")
  add "${run[@]}" --shots "$out/screens"
  add "${run[@]}" --shots "$out/traces" --server "$server" --trace "$out/traces/vscode"
  check "vscode: the test notices a missing server" notices "${run[@]}" --shots "$out" --server /nonexistent --limit 10
}

for editor in protocol emacs neovim vscode; do
  [[ -n $only && $only != "$editor" ]] || "test_$editor" || check "$editor: set up" false
done
echo "$passed passed, $failed failed"
((failed == 0))
