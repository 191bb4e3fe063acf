#!/bin/bash
# Installs a bundle in a bare release, uses it, puts a newer and an older version over it, and removes it.
#
#     try-deb.sh BUNDLE RELEASE PICTURES
#
# Needs root (chroot, mounts), debootstrap, Xvfb and xdotool; takes some minutes. Nothing in the root has a network.
set -euo pipefail

bundle=$(realpath "$1")
package=$(echo "$bundle"/packages/sanad_*.deb)
release=$2
pictures=$3
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
root=$work/root
mounted=()
xvfb=

tidy() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount -l "${mounted[i]}" || true; done
    # A folder of the system may still be mounted where an `umount` failed: nothing is deleted across that.
    rm -rf --one-file-system "$work"
}
trap tidy EXIT

say() { echo "try-deb: $*"; }
fail() {
    echo "try-deb: FAILED: $*" >&2
    exit 1
}
mount_at() {
    mkdir -p "$root$2"
    mount --bind "$1" "$root$2"
    mounted+=("$root$2")
}
# In the root, as root, with no network.
inside() { unshare --net chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# In the root, as somebody who works there.
as_user() { inside HOME=/home/nurse DISPLAY=:97 XDG_RUNTIME_DIR=/run/nurse setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }

# The package again with another version, for what happens to an older and a newer one.
with_version() {
    local unpacked=$work/version-$1
    dpkg-deb -R "$package" "$unpacked"
    sed -i "s/^Version: .*/Version: $1/" "$unpacked/DEBIAN/control"
    sed -i "s/gt \"$version\"/gt \"$1\"/" "$unpacked/DEBIAN/preinst"
    dpkg-deb --root-owner-group -Znone --build "$unpacked" "$root/tmp/sanad_$1.deb" >/dev/null
    rm -rf "$unpacked"
}

version=$(dpkg-deb -f "$package" Version)
"$here/release-root.sh" "$release" "$root"
# A root that is thrown away need not survive a power cut.
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/unsafe-io"
mount_at /proc /proc
mount_at /dev /dev
# The name of a stick may hold anything.
mount_at "$bundle" "/media/my stick"

cp -r "$bundle" "$work/changed"
printf 'x' >>"$work/changed/packages/$(basename "$package")"
mount_at "$work/changed" /media/changed
if inside sh /media/changed/install.sh >"$work/changed.log" 2>&1; then fail "a changed bundle was installed"; fi
grep -q "is not as it was made" "$work/changed.log" || fail "no reason why a changed bundle is not installed"
if inside dpkg-query -W sanad >/dev/null 2>&1; then fail "a changed bundle was installed"; fi
say "a bundle with a changed file is refused"

inside sh "/media/my stick/install.sh" >"$work/install.log" 2>&1 || {
    tail -20 "$work/install.log" >&2
    fail "it cannot be installed"
}
say "installed from the bundle without a network"
inside useradd --uid 1000 --create-home nurse
install -d -o 1000 -g 1000 -m 700 "$root/run/nurse"
printf 'a long enough passphrase\n' >"$root/home/nurse/passphrase"
chown 1000:1000 "$root/home/nurse/passphrase"
chmod 600 "$root/home/nurse/passphrase"

as_user sanad doctor | sed 's/^/    /'
answer=$(as_user sanad ask "What does the word triage mean?" --passphrase-file /home/nurse/passphrase --json)
[ ${#answer} -gt 100 ] || fail "no answer: $answer"
say "asked a question and kept it"
conversations() { as_user sanad history list --passphrase-file /home/nurse/passphrase; }
conversations >"$work/asked"
grep -q . "$work/asked" || fail "the conversation was not kept"

mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix "$pictures"
mount_at /tmp/.X11-unix /tmp/.X11-unix
Xvfb :97 -screen 0 1280x900x24 -fbdir "$work" >/dev/null 2>&1 &
xvfb=$!
sleep 2
as_user sanad >"$work/window.log" 2>&1 &
window=$!
for _ in $(seq 60); do
    name=$(DISPLAY=:97 xdotool search --onlyvisible --name . getwindowname %@ 2>/dev/null | head -1) || true
    [ -n "$name" ] && break
    sleep 1
done
[ -n "$name" ] || { cat "$work/window.log" >&2; fail "no window"; }
sleep 15
picture() { python3 "$here/picture.py" "$work/Xvfb_screen0" "$pictures/$1-$release.png"; }
types() {
    DISPLAY=:97 xdotool search --onlyvisible --name Sanad windowfocus
    DISPLAY=:97 xdotool type --delay 40 "$1"
    DISPLAY=:97 xdotool key Return
}
picture locked
types "$(cat "$root/home/nurse/passphrase")"
sleep 15
types "When is a patient sent to triage?"
sleep 45
picture answered
kill -0 $window 2>/dev/null || fail "the window closed by itself"
say "a window called '$name' was unlocked and asked: see $pictures"
kill "$(pgrep -P "$window" -x sanad || echo "$window")" 2>/dev/null || true
wait $window 2>/dev/null || true
conversations >"$work/before"
[ "$(wc -l <"$work/before")" -gt "$(wc -l <"$work/asked")" ] || fail "what the window was asked was not kept"

newer=$version+1
with_version "$newer"
inside dpkg -i "/tmp/sanad_$newer.deb" >"$work/upgrade.log" 2>&1 || fail "the newer version is not installed over it"
conversations >"$work/after"
cmp -s "$work/before" "$work/after" || fail "conversations differ after the upgrade"
say "a newer version keeps everything"

with_version "$version"
if inside dpkg -i "/tmp/sanad_$version.deb" >"$work/downgrade.log" 2>&1; then
    fail "the older version was installed over the newer one"
fi
grep -q "is older and is not installed over it" "$work/downgrade.log" || fail "no reason in English"
grep -q "apt purge sanad" "$work/downgrade.log" && grep -q "الإصدار المثبّت من سَنَد أحدث" "$work/downgrade.log" ||
    fail "no reason in Arabic"
[ "$(inside dpkg-query -W -f '${Version} ${db:Status-Status}' sanad)" = "$newer installed" ] || fail "the newer one is gone"
as_user sanad --version >/dev/null || fail "the newer one does not start any more"
say "an older version is refused in both languages, and the newer one stays"

fingerprint() { (cd "$root/home" && find . -type f ! -path './nurse/.cache/*' -print0 | sort -z | xargs -0 sha256sum); }
fingerprint >"$work/home-before"
inside apt-get remove -y sanad >"$work/remove.log" 2>&1
inside apt-get purge -y sanad >"$work/purge.log" 2>&1
fingerprint >"$work/home-after"
cmp "$work/home-before" "$work/home-after" || fail "something in a home folder changed"
for log in remove purge; do
    grep -q '^    /home/nurse/.local/share/sanad$' "$work/$log.log" || fail "$log does not say where the data lies"
    grep -q 'تبقى المحادثات' "$work/$log.log" || fail "$log does not say so in Arabic"
done
for path in usr/bin/sanad usr/lib/sanad usr/share/applications/sanad.desktop usr/share/doc/sanad; do
    [ ! -e "$root/$path" ] || fail "$path is left"
done
say "removed and purged: the home folder is untouched, and both said where the data lies"
with_version "$version"
inside dpkg -i "/tmp/sanad_$version.deb" >"$work/again.log" 2>&1 || fail "it cannot be installed after a purge"
conversations >"$work/again"
cmp -s "$work/before" "$work/again" || fail "conversations differ after all that"
say "installed again: the conversations are there"
