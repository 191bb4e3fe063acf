#!/bin/sh
# Fetches the packages that a package needs and a release lacks, and prints their files.
#
#     fetch-lacking.sh ROOT PACKAGE      PACKAGE as it is called inside ROOT
#
# They lie in ROOT/var/cache/apt/archives, where apt finds them without a network. The root uses the mirror that
# debootstrap was given, and the security updates where this system's apt knows them.
set -eu

root=$1
package=$2
release=$(. "$root/etc/os-release" && echo "$VERSION_CODENAME")
inside() {
    chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"
}

apt-get indextargets --format '$(REPO_URI) $(SUITE) $(CODENAME)' 'Created-By: Packages' | sort -u |
    while read -r mirror suite codename; do
        case $codename in "$release"-*) echo "deb $mirror $codename main" ;; esac
    done >"$root/etc/apt/sources.list.d/updates.list"
inside apt-get update -qq >&2
inside apt-get install -qq -y --no-install-recommends --download-only "$package" >&2
ls "$root"/var/cache/apt/archives/*.deb
