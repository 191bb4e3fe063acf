#!/bin/sh
# Lays an installation out in a folder, as it will lie on the disk; every Linux package is made from that.
#
#     stage.sh BINARIES ROOT
#
# BINARIES holds `sanad` and `sanad-engine`, and maybe a folder `engines` with faster builds of the engine.
# The executables lie in one folder of their own, since the app looks for engines beside itself.
set -eu

binaries=$1
root=$2
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$here")
icons=$project/src-tauri/icons
program=$root/usr/lib/sanad/bin

file() {
    install -D -m 644 "$1" "$2"
}

executable() {
    install -D -m 755 -s "$1" "$2"
}

rm -rf "$root"
executable "$binaries/sanad" "$program/sanad"
executable "$binaries/sanad-engine" "$program/sanad-engine"
if [ -d "$binaries/engines" ]; then
    for engine in "$binaries"/engines/sanad-engine-*; do
        # One for GPUs needs a driver's loader, which a computer without one does not have.
        case $engine in *-vulkan) continue ;; esac
        executable "$engine" "$program/engines/$(basename "$engine")"
    done
fi
install -d "$root/usr/bin" "$root/usr/share/sanad/models"
ln -s ../lib/sanad/bin/sanad "$root/usr/bin/sanad"
# The app looks for models that came with a package at `../share/sanad/models` from its own folder.
ln -s ../../share "$root/usr/lib/sanad/share"

file "$here/linux/sanad.desktop" "$root/usr/share/applications/sanad.desktop"
for size in 32 128; do
    file "$icons/${size}x$size.png" "$root/usr/share/icons/hicolor/${size}x$size/apps/sanad.png"
done
file "$icons/icon.png" "$root/usr/share/icons/hicolor/512x512/apps/sanad.png"
file "$icons/icon.svg" "$root/usr/share/icons/hicolor/scalable/apps/sanad.svg"
file "$project/LICENSE" "$root/usr/share/doc/sanad/LICENSE"
file "$project/SECURITY.md" "$root/usr/share/doc/sanad/SECURITY.md"
file "$project/ui/licences/licences.json" "$root/usr/share/doc/sanad/licences.json"
gzip -9n <"$project/CHANGELOG.md" >"$root/usr/share/doc/sanad/NEWS.gz"
chmod 644 "$root/usr/share/doc/sanad/NEWS.gz"
