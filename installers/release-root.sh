#!/bin/sh
# Makes a root folder of a bare Debian or Ubuntu release, to install into.
#
#     release-root.sh RELEASE ROOT
#
# The mirror is the one that this system's apt uses, or MIRROR. The bare release is kept in the cache folder.
set -eu

release=$1
root=$2
cache=${SANAD_ROOTS:-$HOME/.cache/sanad/roots}
kept=$cache/$release.tar

command -v debootstrap >/dev/null || {
    echo "debootstrap is missing: apt-get install debootstrap" >&2
    exit 1
}
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Created-By: Packages' |
    awk -v release="$release" '$2 == release { print $1; exit }')}
if [ -z "$mirror" ]; then
    echo "This system's apt knows no mirror for $release: say MIRROR=…" >&2
    exit 1
fi
if [ ! -f "$kept" ]; then
    mkdir -p "$cache"
    rm -rf "$cache/$release.unfinished"
    debootstrap --variant=minbase --include=ca-certificates "$release" "$cache/$release.unfinished" "$mirror" >&2
    tar -C "$cache/$release.unfinished" -cf "$kept.unfinished" .
    mv "$kept.unfinished" "$kept"
    rm -rf "$cache/$release.unfinished"
fi
mkdir -p "$root"
tar -C "$root" -xf "$kept"
