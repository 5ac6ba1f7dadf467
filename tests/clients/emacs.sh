#!/usr/bin/env bash
# emacs.sh SERVER [SCREENS]: a letter in a real Emacs with Eglot on a terminal's screen, keys typed as a writer would.
# Emacs is set up by the lines of clients/emacs/README.md and nothing else.
# SCREENS: folder that gets each screen as text. AFTERWORD_LIMIT: seconds that a condition may take to hold (30).
set -uo pipefail
server=$(realpath "${1:?usage: emacs.sh SERVER [SCREENS]}")
export AFTERWORD_LIMIT=${AFTERWORD_LIMIT:-30}
must_rename=yes # a server that can't rename fails
# shellcheck source=tests/clients/editor_lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/editor_lib.sh"
version=$(emacs --version | sed -n '1s/GNU Emacs //p')
label="emacs $version" shot=emacs-$version
screens=$(realpath -m "${2:-$here/../../build/shots}")
mkdir -p "$screens"
lay_out "$server"
trap 'terminal kill-server 2> /dev/null; rm -rf "$work"' EXIT
export AFTERWORD_SOCKET=$work/socket AFTERWORD_TEXT=$work/text
facts='Dana|Initech|replay too' # labels are cut

# page_block N: the Nth block of Lisp on the page.
page_block() {
  awk -v n="$1" '/^```elisp/ { on = ++at; next } /^```/ { on = 0 } on && on == n' "$here/../../clients/emacs/README.md"
}
ask() { timeout 5 emacsclient --socket-name "$AFTERWORD_SOCKET" --eval "$1" 2>&1; }
meta() { keys M-x && keys -l "$1" && keys Enter; }
go_behind() { keys 'M-<' C-s && keys -l "$1" && keys Enter; }
visit() { keys C-x C-f && keys -l "$1" && keys Enter; }
letter() { keys C-x b && keys -l letter.note.md && keys Enter; }
# The findings as helpers.el writes them; an answer in quotes is told from a complaint.
found() { ask "(afterword-test-found \"$1\")"; }
has() { [[ $(found "$1") =~ ^\".*$2.*\"$ ]]; }
lacks() { [[ $(found "$1") =~ ^\".*\"$ && ${BASH_REMATCH[0]} != *"$2"* ]]; }
text() { ask '(afterword-test-text "letter.note.md")' > /dev/null && cat "$AFTERWORD_TEXT"; }
reads() { [[ $(text) == "$1" ]]; }
phrases() { ask '(afterword-test-phrases)' | sed 's/^"//; s/"$//; s/\\n/\n/g'; }
offered() { phrases | grep -qE "$1"; }
managed() { [[ $(ask "(with-current-buffer \"$1\" (and (eglot-managed-p) t))") == t ]]; }
begun() { grep -qx "$2" "$1" 2> /dev/null; }
others_than() { [[ -n $(servers) && $(servers | wc -l) == $(wc -l <<< "$1") && $(servers) != "$1" ]]; }
saved() { [[ $(< letter.note.md) == "$(text)" ]]; }
# The last line begins with the phrase, is a sentence, and has nothing of a snippet or a cut label in it.
taken() {
  local line
  line=$(text | tail -n 1)
  [[ -n $1 && $line == "$1"* && $line =~ [.!?]$ && $line != *[\$…]* ]]
}

finding() {
  see "the generic greeting is found, as a warning" has letter.note.md 'greeting-generic 2 Dear Hiring Manager' || return
  [[ $(ask '(afterword-test-underlined "letter.note.md" "Dear Hiring Manager")') == t ]]
  check $? "it is underlined"
  keys C-x 1
  meta flymake-goto-next-error
  see "its message is shown" shows 'Greet them by name'
  keep 1-finding
}

fix() {
  keys C-c a
  see "Emacs asks which action it shall be" shows 'Pick an action'
  keys Tab
  see "one is to address Dana Wu" shows 'Address Dana Wu'
  keep 2-actions
  keys -l Address
  keys Tab Enter
  see "the letter addresses Dana Wu, and nothing else has changed" reads "$fixed"
  see "the finding is gone" lacks letter.note.md greeting-generic
  keep 3-fixed
}

# A phrase is looked up in the list for an empty line, begun by hand, and then taken from the list for what is begun.
completion() {
  local phrase begun
  keys C-x 1 'M->' C-M-i
  see "a list of phrases opens, filled from the facts" offered "^Thank.*($facts)"
  keep 4-phrases
  phrase=$(phrases | grep -E -m 1 "^Thank.*($facts)")
  phrase=${phrase%…}
  begun=${phrase:0:24}
  keys C-x 1
  keys -l "$begun"
  see "its beginning is typed" reads "$fixed"$'\n'"$begun"
  keys C-M-i
  see "the list goes on with what is typed" offered "^$(literally "$phrase")"
  keys C-x o C-s
  keys -l "$phrase"
  keys Enter Enter
  see "the phrase is in the letter, whole" taken "$phrase"
  completed=$fixed$'\n'$(text | tail -n 1)
  reads "$completed"
  check $? "in place of what was typed: ${completed##*$'\n'}"
  keep 5-completed
}

rename() {
  [[ $must_rename == yes || $(ask '(with-current-buffer "letter.note.md" (afterword-test-announces :renameProvider))') == t ]] ||
    return 0
  go_behind 'replay tool at Init'
  meta eglot-rename
  see "Emacs asks for the new name" shows 'Rename .*Initech'
  keys -l Gannet
  keys Enter
  see "the company is renamed in the letter and in its facts" reads "${completed//Initech/Gannet}"
}

other_files() {
  visit README.md
  see "a README is shown to the same server" managed README.md
  [[ $(servers | wc -l) == 1 ]]
  check $? "which is the only one"
  # The server takes things in turn: when the letter's finding is back, the README's turn is over.
  letter
  go_behind 'Dear '
  keys C-k
  keys -l 'Hiring Manager,'
  see "the finding is back with the old greeting" has letter.note.md 'greeting-generic 2'
  [[ $(found README.md) == '""' ]]
  check $? "the README stays clean"
}

settings() {
  page_block 2 > .dir-locals.el
  meta eglot-signal-didChangeConfiguration
  see "the settings of the page reach the server" has letter.note.md 'greeting-generic 4'
}

# A person of interview.yaml whom nobody has written to: the server makes the note, since Eglot makes no files.
begin_note() {
  mkdir jobs
  printf 'company: Gannet\ninterviewers:\n  - name: Luis Ortega\n' > jobs/interview.yaml
  visit jobs/interview.yaml
  go_behind 'name: Luis'
  see "who has no note is found" has interview.yaml 'panel-uncovered . Luis Ortega'
  keys C-c a
  see "Emacs asks again" shows 'Pick an action'
  keys -l 'Begin a note to Luis'
  keys Tab Enter
  see "the action begins a note to Luis Ortega" begun jobs/luis-ortega.note.md "Dear Luis,"
}

ending() {
  local before
  letter
  before=$(servers)
  meta eglot-reconnect
  see "eglot-reconnect puts another server in its place" others_than "$before"
  see "which finds the same" has letter.note.md 'greeting-generic 4'
  keys C-u C-x s
  see "the letter is saved as it stands" saved
  keys C-x C-c
  eventually ended
  check $? "Emacs ends"
}

{ page_block 1; cat "$here/emacs/helpers.el"; } > "$work/init.el"
mkdir -p "$HOME/.emacs.d" && mv "$work/init.el" "$HOME/.emacs.d/"
# Each run has a new home: nothing is to be compiled for it beside the test.
echo '(setq native-comp-deferred-compilation nil)' > "$HOME/.emacs.d/early-init.el"
fixed=$(< letter.note.md)
fixed=${fixed/Dear Hiring Manager,/Dear Dana Wu,}
completed=$fixed
terminal -f /dev/null new-session -d -x 160 -y 50 -s t "exec emacs -nw letter.note.md"
# Where nothing is found there is nothing to go on with.
if finding; then
  for scene in fix completion rename other_files settings begin_note ending; do "$scene"; done
  eventually no_server
  check $? "no server is left behind"
fi
echo "$passed passed, $failed failed"
((failed == 0))
