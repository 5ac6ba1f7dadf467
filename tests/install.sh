#!/usr/bin/env bash
# tests/install.sh BUILD CMAKE VERSION: an installation into a folder of its own holds all its parts and works from
# there.
set -uo pipefail
build=$1 cmake=$2 version=$3
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
passed=0
failed=0

expect() { # expect WHAT COMMAND...
  if "${@:2}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAIL $1"
  fi
}

# A page of a rule that an earlier version had: it must not stay.
mkdir -p "$prefix/share/doc/afterword/rules"
touch "$prefix/share/doc/afterword/rules/no-such-rule.md"
expect "installs" "$cmake" --install "$build" --prefix "$prefix"

program=$prefix/bin/afterword pages=$prefix/share/doc/afterword/rules
expect "tells its version" test "$("$program" --version)" = "afterword $version"
for file in README.md CHANGELOG.md LICENSE; do expect "$file" test -s "$prefix/share/doc/afterword/$file"; done
for file in plugin/afterword.lua lsp/afterword.lua lua/afterword/init.lua doc/afterword.txt; do
  expect "Neovim's $file" test -s "$prefix/share/nvim/site/pack/afterword/start/afterword/$file"
done
for schema in configuration interview; do
  expect "the schema of $schema" diff <("$program" schema "$schema") "$prefix/share/afterword/$schema.schema.json"
done
expect "the old page is gone" test ! -e "$pages/no-such-rule.md"

rules=$("$program" rules --format json | grep -o '"id":"[^"]*"' | cut -d '"' -f 4)
expect "lists its rules" test -n "$rules"
expect "a page for each rule and no more" diff <(sort <<< "$rules") <(find "$pages" -name '*.md' -printf '%f\n' | sed 's/\.md$//' | sort)
for rule in $rules; do expect "the page of $rule" grep -q "^# $rule\$" "$pages/$rule.md"; done

# The server leads to the page: a diagnostic's code links to the file that was installed.
say() { printf 'Content-Length: %d\r\n\r\n%s' "${#1}" "$1"; }
answers=$({
  say '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{"textDocument":{"publishDiagnostics":{"codeDescriptionSupport":true}}}}}'
  say '{"jsonrpc":"2.0","method":"initialized","params":{}}'
  say '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.note.md","languageId":"markdown","version":1,"text":"Dear Hiring Manager,\n"}}}'
  say '{"jsonrpc":"2.0","id":2,"method":"shutdown","params":null}'
  say '{"jsonrpc":"2.0","method":"exit"}'
} | "$program" lsp)
expect "a diagnostic links to its page" grep -qF "\"href\":\"file://$pages/greeting-generic.md\"" <<< "$answers"

echo "$passed passed, $failed failed"
((failed == 0))
