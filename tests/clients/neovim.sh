#!/usr/bin/env bash
# neovim.sh NVIM SERVER [enable]: a letter in a headless Neovim, started by setup() or by Neovim's own switch.
# AFTERWORD_LIMIT: how many seconds a condition may take to hold (30).
set -uo pipefail
nvim=${1:?usage: neovim.sh NVIM SERVER [enable]}
server=$(realpath "${2:?usage: neovim.sh NVIM SERVER [enable]}")
export AFTERWORD_START=${3:-setup} AFTERWORD_LIMIT=${AFTERWORD_LIMIT:-30}
# shellcheck source=tests/clients/editor_lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/editor_lib.sh"
label="neovim $AFTERWORD_START"
lay_out "$server"
export AFTERWORD_PLUGIN=$here/../../clients/neovim AFTERWORD_INIT=$here/neovim/init.lua
trap 'rm -rf "$work"' EXIT

# run: one pass of test.lua; its own count is added to ours. A script error would leave Neovim waiting for ever.
run() {
  local line good=0 bad=1
  while IFS= read -r line; do
    if [[ $line =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
      good=${BASH_REMATCH[1]} bad=${BASH_REMATCH[2]}
    else
      echo "$line"
    fi
  done < <(timeout $((AFTERWORD_LIMIT * 10)) "$nvim" --headless -i NONE -n -u "$AFTERWORD_INIT" \
    -c "autocmd VimEnter * lua vim.schedule(function() dofile('$here/neovim/test.lua') end)" < /dev/null 2> "$work/stderr")
  passed=$((passed + good))
  failed=$((failed + bad))
  ((bad == 0)) || cat "$work/stderr" >&2
  eventually no_server
  check $? "no server is left behind"
}

run
[[ $AFTERWORD_START == enable ]] || AFTERWORD_SETTINGS="{ rules = { ['greeting-generic'] = 'hint' } }" run
echo "$passed passed, $failed failed"
((failed == 0))
