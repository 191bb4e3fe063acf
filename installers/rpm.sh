#!/bin/sh
# Makes the RPM package. It was looked over on Debian and installed in an empty root; no Fedora or openSUSE has run it.
#
#     rpm.sh BINARIES FOLDER
set -eu

binaries=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$("$here/version.sh")
command -v rpmbuild >/dev/null || {
    echo "rpmbuild is missing: apt-get install rpm" >&2
    exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$here/stage.sh" "$binaries" "$work/root"
sed -e "s/@VERSION@/$version/" -e "s|@ROOT@|$work/root|" \
    -e "/^@SAY@$/{r $here/linux/where-data-lies.sh
d}" "$here/rpm/sanad.spec" >"$work/sanad.spec"
rpmbuild -bb --quiet --define "_topdir $work/build" --define "_binary_payload w9.xzdio" "$work/sanad.spec"
mkdir -p "$folder"
cp "$work"/build/RPMS/*/*.rpm "$folder/"
ls "$folder"/sanad-"$version"-*.rpm
