#!/bin/sh
# Looks a Debian package over without installing it: what is in it, how large it is, what it asks for.
#
#     check-package.sh PACKAGE.deb
set -eu

package=$1
largest=$((40 * 1000 * 1000))
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

fault() {
    echo "check-package: $*" >&2
    faults=$((faults + 1))
}

dpkg-deb -R "$package" "$work/root"
bytes=$(stat -c %s "$package")
[ "$bytes" -lt "$largest" ] || fault "$bytes bytes, and $largest are the most"

for path in usr/bin/sanad usr/lib/sanad/bin/sanad usr/lib/sanad/bin/sanad-engine \
    usr/share/applications/sanad.desktop usr/share/icons/hicolor/scalable/apps/sanad.svg \
    usr/share/doc/sanad/copyright usr/share/doc/sanad/licences.json; do
    [ -e "$work/root/$path" ] || fault "$path is missing"
done
[ -d "$work/root/usr/lib/sanad/share/sanad/models" ] || fault "the app would not find the folder for models"

# What is set up here and is not ours to touch: home folders, /etc, services.
others=$(cd "$work/root" && find . -mindepth 1 -maxdepth 1 ! -name usr ! -name DEBIAN)
[ -z "$others" ] || fault "it puts files outside /usr: $others"
special=$(find "$work/root" -type f -perm /7022 -o -type f -links +1)
[ -z "$special" ] || fault "special permissions: $special"
large=$(find "$work/root" -name '*.gguf' -o -name '*.db')
[ -z "$large" ] || fault "models or stores in it: $large"
desktop-file-validate "$work/root/usr/share/applications/sanad.desktop" || fault "the menu entry is not valid"
grep -q '^Name\[ar\]=' "$work/root/usr/share/applications/sanad.desktop" || fault "the menu entry has no Arabic name"

# libsoup belongs to WebKitGTK, which needs it whether or not it may open a socket.
clients=$(dpkg-deb -f "$package" Depends | tr ',' '\n' | grep -E 'curl|libssl|gnutls|nghttp|libnm|avahi' || true)
[ -z "$clients" ] || fault "it asks for libraries of network clients: $clients"

for script in preinst postrm; do
    sh -n "$work/root/DEBIAN/$script" || fault "$script is not a script"
    ! grep -Eq '(^|[^a-z])(rm|shred|find|mv) ' "$work/root/DEBIAN/$script" || fault "$script deletes or moves something"
    ! grep -q '@VERSION@\|^# where-data-lies.sh$' "$work/root/DEBIAN/$script" || fault "$script was not filled in"
done
for program in "$work"/root/usr/lib/sanad/bin/sanad*; do
    ! readelf -d "$program" | grep -Eq 'RPATH|RUNPATH' || fault "$program looks for libraries in a folder of the build"
    ! strings -a "$program" | grep -Eq '^/(root|home)/[^ ]*/\.cargo' || echo "note: $(basename "$program") names folders of the build"
done

[ $faults -eq 0 ] || exit 1
echo "$package: $bytes bytes, needs $(dpkg-deb -f "$package" Depends | tr ',' '\n' | sed 's/^ *//' | grep libc6)"
