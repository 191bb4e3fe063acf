#!/bin/bash
# Makes one folder for a USB stick: installer, model, what the release lacks, checksums, instructions.
#
#     bundle.sh PACKAGE.deb MODEL.gguf RELEASE FOLDER
#
# Needs root and a mirror of the release (see release-root.sh). A bare release lacks more than a desktop does: what the
# computer has already is left alone there.
set -euo pipefail

package=$1
model=$2
release=$3
folder=$4
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT

if [ -e "$folder" ]; then
    echo "bundle.sh: $folder is there already" >&2
    exit 1
fi
"$here/release-root.sh" "$release" "$work/root"
cp "$package" "$work/root/tmp/sanad.deb"
cp /etc/resolv.conf "$work/root/etc/resolv.conf"
mkdir -p "$folder.unfinished/packages" "$folder.unfinished/models"
"$here/fetch-lacking.sh" "$work/root" /tmp/sanad.deb | xargs -d '\n' cp -t "$folder.unfinished/packages"
cp "$package" "$folder.unfinished/packages/"
(cd "$folder.unfinished/packages" && dpkg-scanpackages --multiversion . /dev/null 2>/dev/null >Packages)
# A model in several files is one model: NAME-00001-of-00003.gguf stands for all of them.
for part in "$(dirname "$model")"/*.gguf; do
    name=$(basename "$part")
    # shellcheck disable=SC2053 # the right side is a pattern
    if [[ $name == $(basename "${model/-00001-of-/-?????-of-}") ]]; then cp "$part" "$folder.unfinished/models/"; fi
done
(. "$work/root/etc/os-release" && echo "$PRETTY_NAME") >"$folder.unfinished/release"
cp "$here/bundle/install.sh" "$folder.unfinished/install.sh"
sed "s|@RELEASE@|$(cat "$folder.unfinished/release")|" "$here/bundle/READ-ME.html" >"$folder.unfinished/READ-ME.html"
(cd "$folder.unfinished" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
mv "$folder.unfinished" "$folder"
echo "$folder: $(du -sh "$folder" | cut -f1), $(find "$folder/packages" -name '*.deb' | wc -l) packages, for $(cat "$folder/release")"
echo "give this line to whoever installs it: $(cd "$folder" && sha256sum SHA256SUMS)"
