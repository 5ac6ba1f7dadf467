#!/usr/bin/env bash
# neovim_tui.sh NVIM SERVER [SCREENS]: a letter and a README on a real terminal's screen, keys typed as a writer would.
# SCREENS: folder that gets each screen as text. AFTERWORD_LIMIT: seconds that a condition may take to hold (30).
set -uo pipefail
nvim=${1:?usage: neovim_tui.sh NVIM SERVER [SCREENS]}
server=$(realpath "${2:?usage: neovim_tui.sh NVIM SERVER [SCREENS]}")
export AFTERWORD_START=setup AFTERWORD_LIMIT=${AFTERWORD_LIMIT:-30}
# shellcheck source=tests/clients/editor_lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/editor_lib.sh"
version=$("$nvim" --version | sed -n '1s/NVIM v//p')
label="neovim $version screen" shot=neovim-$version
screens=$(realpath -m "${3:-$here/../../build/shots}")
mkdir -p "$screens"
lay_out "$server"
export AFTERWORD_PLUGIN=$here/../../clients/neovim AFTERWORD_INIT=$here/neovim/init.lua
facts='Dana|Initech|replay tool'

trap 'terminal kill-server 2> /dev/null; rm -rf "$work"' EXIT
# Before 0.9 the answer comes on standard error.
ask() { timeout 5 "$nvim" --server "$work/socket" --remote-expr "$1" 2>&1; }
found() { # The mark tells an answer from a complaint that nobody listens yet.
  message=$(ask '"is:" .. luaeval("(vim.diagnostic.get(vim.fn.bufnr([[letter.note.md]]))[1] or {}).message or [[]]")')
  [[ $message == is:?* ]] && message=${message#is:}
}

# The README comes first: the server takes things in turn, so it is done with the README when the letter's finding shows.
terminal -f /dev/null new-session -d -x 160 -y 40 -s t \
  "exec '$nvim' -i NONE -n -u '$AFTERWORD_INIT' --listen '$work/socket' -o README.md letter.note.md -c 'wincmd j'"
message=''
see "a finding arrives" found
start=$(literally "${message:0:30}")
see "its message stands beside the greeting" shows "Dear Hiring Manager, .*${start:-no message}"
[[ $(screen | grep -cE "${start:-no message}") == 1 ]]
check $? "the README on the same screen has none"
keep 1-finding

keys '/Hiring' Enter ':lua vim.lsp.buf.code_action()' Enter
see "the menu offers to address Dana Wu" shows '[0-9]+: Address.*Dana Wu'
keep 2-menu
number=$(screen | sed -nE 's/^ *([0-9]+): Address.*/\1/p' | head -n 1)
keys "${number:-0}" Enter
see "the letter addresses Dana Wu" shows '^Dear .*Dana Wu, *$'
see "and the message is gone" hides "${start:-.}"
keep 3-fixed

popup() { [[ $(ask 'pumvisible()') == 1 ]]; }
keys Escape 'Go' C-x C-o
see "a list of phrases opens" popup
see "it names what is known of the interview" shows "$facts"
keep 4-phrases
for _ in {1..10}; do
  [[ $(ask 'getline(".")') =~ $facts ]] && break
  keys C-n
  sleep 0.2
done
line=$(ask 'getline(".")')
keys C-y Escape
[[ $line =~ $facts ]]
check $? "a phrase is filled from the facts: $line"
# Up to its first blank, which is a stop by now where there are snippets; a sign may stand before it.
start=${line%%[*}
see "and stands in the letter" shows "^([A-Z ] )?$(literally "${start:0:60}")"
keep 5-completed

keys Escape ':qa!' Enter
eventually ended
check $? "Neovim ends"
eventually no_server
check $? "no server is left behind"
echo "$passed passed, $failed failed"
((failed == 0))
