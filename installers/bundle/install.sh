#!/bin/sh
# Installs Sanad from this folder, with no internet: sh install.sh
# First every file is compared with its checksum; then apt takes from here what this computer lacks, and nothing else.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

if ! sha256sum --quiet --check SHA256SUMS; then
    echo "A file in this folder is not as it was made. Nothing was installed: please get the folder again." >&2
    echo "في هذا المجلد ملف تغيّر عمّا كان عليه. لم يُثبَّت شيء، فاحصل على المجلد من جديد." >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    echo "Installing asks for an administrator's password."
    echo "يطلب التثبيت كلمة مرور المسؤول."
    exec sudo sh "$here/install.sh"
fi
if ! command -v apt-get >/dev/null; then
    echo "This folder is for Debian, Ubuntu and systems made from them. Nothing was installed." >&2
    echo "هذا المجلد لنظامَي Debian وUbuntu وما بُني عليهما. لم يُثبَّت شيء." >&2
    exit 1
fi

state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
# A stick may be called anything, and apt takes no blanks.
ln -s "$here/packages" "$state/packages"
echo "deb [trusted=yes] file:$state/packages ./" >"$state/sources.list"
from_here() {
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=- \
        -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache" -o APT::Sandbox::User=root "$@"
}
from_here update
if ! from_here install --no-install-recommends sanad; then
    echo "This computer lacks something that is not in this folder, which was made for: $(cat release)" >&2
    echo "ينقص هذا الحاسوب شيء ليس في هذا المجلد، وقد أُعدّ المجلد للإصدار المذكور أعلاه." >&2
    exit 1
fi

for model in models/*.gguf; do
    [ -f "$model" ] || continue
    installed=/usr/share/sanad/models/$(basename "$model")
    if ! cmp -s "$model" "$installed"; then
        # Under another name until it is whole, so that a stick pulled out leaves no half model.
        install -D -m 644 "$model" "$installed.unfinished"
        mv "$installed.unfinished" "$installed"
    fi
done
echo "Sanad $(dpkg-query -W -f '${Version}' sanad) is installed. It is in the menu of programs."
echo "ثُبِّت سَنَد، وتجده في قائمة البرامج."
