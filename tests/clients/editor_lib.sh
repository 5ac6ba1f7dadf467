# shellcheck shell=bash
# What the tests of Neovim and Emacs share: a folder with the letter, a home of its own, the server on $PATH.
# They set $label, with which the line of each check begins, and $AFTERWORD_LIMIT.
# shellcheck disable=SC2154,SC2153
here=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
passed=0
failed=0

# check STATUS WHAT: counts and prints one check.
check() {
  if [[ $1 == 0 ]]; then
    passed=$((passed + 1))
    echo "ok   $label: $2"
  else
    failed=$((failed + 1))
    echo "FAIL $label: $2"
  fi
}

# lay_out SERVER: makes $work with the files, changes there and sets what the editor's start needs. A copy of SERVER, so
# that its processes are told from any other's; none when there is no SERVER.
lay_out() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/afterword-editor-XXXXXX")
  mkdir -p "$work"/{bin,home,letters}
  if [[ -n ${AFTERWORD_TRACE:-} ]]; then
    export AFTERWORD_RECORD_SERVER=$1 AFTERWORD_RECORD_TRACE=$AFTERWORD_TRACE
    cp "$here/record.py" "$work/bin/afterword"
  elif [[ -x $1 ]]; then
    cp "$1" "$work/bin/afterword"
  fi
  cd "$work/letters" || exit 2
  # Held an hour ago, so that no finding about lateness joins in whenever the test runs.
  cat > letter.note.md <<LETTER
---
kind: interview
to: Dana Wu <dana@initech.example>
from: Sam Ito
company: Initech
interview: $(date -d '1 hour ago' '+%Y-%m-%d %H:%M')
topics: [the replay tool]
---
Dear Hiring Manager,

Thank you for walking me through the replay tool at Initech.
LETTER
  printf '# Letters\n\nDear Hiring Manager,\n\nThank you for the tour.\n' > README.md
  # Debian's own folders beside it: a server installed elsewhere on this machine must not stand in for ours.
  export PATH="$work/bin:/usr/bin:/bin" HOME="$work/home" LC_ALL=C.UTF-8
  export XDG_CONFIG_HOME="$HOME/config" XDG_DATA_HOME="$HOME/data" XDG_STATE_HOME="$HOME/state" \
    XDG_CACHE_HOME="$HOME/cache" XDG_RUNTIME_DIR="$HOME/run"
  umask 077
  mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
}

# The ids of the processes that run our copy of the server.
servers() {
  local process
  for process in /proc/[0-9]*; do
    if [[ $(readlink "$process/exe") == "$work/bin/afterword" ]] ||
      tr '\0' '\n' < "$process/cmdline" | grep -qxF "$work/bin/afterword"; then
      echo "${process#/proc/}"
    fi
  done 2> /dev/null
}

# eventually COMMAND...: whether it succeeds within $AFTERWORD_LIMIT seconds.
eventually() {
  local end=$((SECONDS + AFTERWORD_LIMIT))
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.1
  done
}

no_server() { [[ -z $(servers) ]]; }

# The terminal of a screen test. Its screen as text; what is on it; keys; a copy as $screens/$shot-NAME.txt.
terminal() { tmux -L "afterword-$$" "$@"; }
screen() { terminal capture-pane -p -t t; }
shows() { screen | grep -qE -- "$1"; }
hides() { ! shows "$1"; }
keys() { terminal send-keys -t t "$@"; }
keep() { screen > "$screens/$shot-$1.txt"; }
literally() { sed 's/[][\.*^$+?(){}|/]/\\&/g' <<< "$1"; }
ended() { ! terminal has-session -t t 2> /dev/null; }

# see WHAT COMMAND...: one check; where it fails, a log tells what was on the screen.
see() {
  eventually "${@:2}"
  local status=$?
  check $status "$1"
  ((status == 0)) || screen
  return $status
}
