#!/usr/bin/env bash
# Installs the system packages that building (`run`) and testing (`test`) need, and says why.
# Debian 12 and Ubuntu 24.04 use apt; elsewhere it prints the list and stops.
set -euo pipefail

packages_for() {
  case "$1" in
    run) cat <<'LIST'
build-essential        compiles llama.cpp, SQLCipher and OpenSSL
cmake                  llama.cpp's build
clang                  reads C headers for Rust bindings
libclang-dev           reads C headers for Rust bindings
pkg-config             finds the libraries below
libwebkit2gtk-4.1-dev  the window
librsvg2-dev           icons
python3-pip            obtains the starter model
LIST
    ;;
    test) cat <<'LIST'
xvfb                   a display that nobody sees
xauth                  lets tests use it
webkit2gtk-driver      lets tests click and read in the window
xdotool                sends real key presses
dbus                   a bus on which the machine seems to fall asleep
gnome-keyring          a keychain that unlocks
strace                 shows which sockets are made
unicode-data           Unicode's own tests of bidirectional text
libreoffice-writer-nogui  lays out what is copied for a record
python3-pip            obtains what reads the places of characters in a PDF
LIST
    ;;
    packaging) cat <<'LIST'
dpkg-dev               finds out what the programs need
desktop-file-utils     checks the entry of the menu
binutils               looks into the programs
debootstrap            a bare release to install into
rpm                    the package for Fedora and openSUSE
qemu-user              processors older than this one
LIST
    ;;
  esac
}

installed() {
  # pip may come from elsewhere than Debian; what counts is that python3 has it.
  if [ "$1" = python3-pip ]; then python3 -m pip --version >/dev/null 2>&1; return; fi
  dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

wanted=$(for group in "$@"; do packages_for "$group"; done)
if ! command -v apt-get >/dev/null; then
  # Without dpkg nothing can be looked up: trust pkg-config about the one library that matters.
  pkg-config --exists webkit2gtk-4.1 2>/dev/null && exit 0
  echo "This system has no apt. Please install what these Debian packages hold, then run this again:" >&2
  echo "$wanted" >&2
  exit 1
fi

missing=()
while read -r name why; do
  installed "$name" && continue
  [ ${#missing[@]} -gt 0 ] || echo "Installing missing system packages:"
  echo "  $name: $why"
  missing+=("$name")
done <<<"$wanted"
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Please run as root: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
