#!/bin/sh
# Makes the Debian package.
#
#     deb.sh BINARIES FOLDER
#
# It depends on what dpkg-shlibdeps finds that the executables need, at the versions of the release it is made on.
set -eu

binaries=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$("$here/version.sh")
architecture=$(dpkg --print-architecture)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/sanad

"$here/stage.sh" "$binaries" "$root"
# Debian has the text of the licence already, and wants to be told so under this name.
rm "$root/usr/share/doc/sanad/LICENSE"
install -m 644 "$here/linux/copyright" "$root/usr/share/doc/sanad/copyright"

mkdir "$work/debian" "$root/DEBIAN"
printf 'Source: sanad\n\nPackage: sanad\nArchitecture: any\n' >"$work/debian/control"
# Words are split on purpose: no path of the layout holds a blank.
depends=$(cd "$work" && dpkg-shlibdeps -O $(find "$root/usr/lib/sanad/bin" -type f) | sed -n 's/^shlibs:Depends=//p')
cat >"$root/DEBIAN/control" <<CONTROL
Package: sanad
Version: $version
Architecture: $architecture
Maintainer: Sanad <sanad@localhost>
Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
Depends: $depends
Section: science
Priority: optional
Description: offline assistant for clinicians
 Sanad runs a language model from a file on this computer's own processor, in
 a window that is right in Arabic and English, and keeps every conversation in
 an encrypted file. It opens no network socket.
 .
 It supports health professionals; it does not decide for them.
CONTROL
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
for script in preinst postrm; do
    sed -e "s/@VERSION@/$version/g" \
        -e "/^# where-data-lies.sh$/{r $here/linux/where-data-lies.sh
d}" "$here/linux/$script" >"$root/DEBIAN/$script"
    chmod 755 "$root/DEBIAN/$script"
done
mkdir -p "$folder"
package=$folder/sanad_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz ${COMPRESSION:--z9} --build "$root" "$package" >/dev/null
echo "$package"
