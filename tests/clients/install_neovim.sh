#!/usr/bin/env bash
# install_neovim.sh SUITE DEST: the Neovim of a newer Debian suite beside the system's own, as DEST/nvim.
#
# SUITE is trixie (0.10.4) or forky (0.12 or newer; it moves). Needs apt-get, dpkg-deb and patchelf, no root: apt's
# lists, the package database and /usr stay as they are. Packages are checked against Debian's keyring as ever.
# The suite's own C library comes along; the program is patched to use it rather than started through its loader,
# since Neovim starts itself a second time and finds its files by its own path. Hence DEST cannot be moved later.
# A folder that is complete already is left as it is.
set -euo pipefail
suite=${1:?usage: install_neovim.sh SUITE DEST}
dest=${2:?usage: install_neovim.sh SUITE DEST}

[[ -f $dest/complete && $(<"$dest/complete") == "$suite" ]] && exit 0
rm -rf "$dest"
mkdir -p "$dest/root" "$dest/apt/lists/partial" "$dest/apt/archives/partial" "$dest/apt/empty"
dest=$(realpath "$dest")
root=$dest/root
apt=$dest/apt
: > "$apt/status"
# The mirror that this machine already uses.
# shellcheck disable=SC2016  # $(REPO_URI) is apt's, not the shell's
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/*$' || true)
echo "deb [arch=amd64 signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]" \
  "${mirror:?apt knows no Debian mirror} $suite main" > "$apt/sources.list"
cat > "$apt/apt.conf" <<CONF
Dir::State "$apt"; Dir::State::lists "$apt/lists"; Dir::State::status "$apt/status";
Dir::Cache "$apt"; Dir::Cache::archives "$apt/archives";
Dir::Etc::sourcelist "$apt/sources.list"; Dir::Etc::sourceparts "$apt/empty";
Dir::Etc::preferences "/dev/null"; Dir::Etc::preferencesparts "$apt/empty";
APT::Architecture "amd64"; APT::Architectures { "amd64"; }; APT::Install-Recommends "false"; APT::Sandbox::User "";
Acquire::Languages "none"; Acquire::Retries "3"; Debug::NoLocking "true";
Acquire::Check-Valid-Until "false"; // a mirror may lag; the signature is checked all the same
CONF
export APT_CONFIG=$apt/apt.conf
apt-get -qq update
apt-get -qq -y --download-only install neovim
for package in "$apt"/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --no-same-owner
done
lib=usr/lib/x86_64-linux-gnu
patchelf --set-interpreter "$(find "$root" -name ld-linux-x86-64.so.2 -print -quit)" \
  --force-rpath --set-rpath "$root/$lib:$root/lib/x86_64-linux-gnu" "$root/usr/bin/nvim"
cat > "$dest/nvim" <<RUN
#!/bin/sh
export VIMRUNTIME=$root/usr/share/nvim/runtime
exec $root/usr/bin/nvim "\$@"
RUN
chmod +x "$dest/nvim"
rm -rf "$apt" "$root/usr/share/doc" "$root/usr/share/man" "$root/usr/share/locale"
"$dest/nvim" --version | head -n 1
echo "$suite" > "$dest/complete"
