#!/usr/bin/env bash
# install_vscode.sh DEST [NODE]: VS Code 1.139 (code-server 4.139.1) from the npm registry, nothing compiled.
#
# NODE is the Node 24 that VS Code runs on (see install_node.sh); by default DEST/../node. Install scripts stay off:
# code-server's own refuses to run as root, and what the others build (kerberos, a logger) no test needs.
# A folder that is complete already is left as it is.
set -euo pipefail
version=4.139.1
dest=$(realpath -m "${1:?usage: install_vscode.sh DEST [NODE]}")
node=$(realpath "${2:-$(dirname "$dest")/node/bin/node}")

[[ -f $dest/complete && $(<"$dest/complete") == "$version" ]] && exit 0
export PATH="${node%/*}:$PATH" npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
rm -rf "$dest"
mkdir -p "$dest"
cd "$dest"
echo '{"private": true}' > package.json
npm install --ignore-scripts --save-exact "code-server@$version"
# The package ships the editor without the modules that it runs on.
cd node_modules/code-server/lib/vscode
npm install --ignore-scripts --omit=dev
# It writes a configuration file even when asked for its version only.
XDG_CONFIG_HOME=$dest/config "$node" "$dest/node_modules/code-server/out/node/entry.js" --version
echo "$version" > "$dest/complete"
