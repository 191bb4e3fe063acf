#!/bin/sh
# Installs the RPM package into an empty root without what it requires, looks at it, and removes it.
#
#     try-rpm.sh PACKAGE.rpm
#
# Needs root. It shows that the package is whole and its scripts run; not that a Fedora has what it requires.
set -eu

package=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

rpm -qp --requires "$package" | grep -Ev '^(rpmlib|rtld)' | sed 's/(.*//' | sort -u | sed 's/^/    requires /'
if rpm -qp --requires "$package" | grep -Eq 'curl|libssl|gnutls'; then
    echo "try-rpm: it asks for libraries of network clients" >&2
    exit 1
fi
bytes=$(stat -c %s "$package")
[ "$bytes" -lt 40000000 ] || {
    echo "try-rpm: $bytes bytes are too many" >&2
    exit 1
}
rpm --root "$root" --initdb
# The scripts need a shell, which an empty root has not: this system's own, and its view of homes, stand in for it.
rpm --root "$root" -i --nodeps --noscripts "$package"
[ -x "$root/usr/lib/sanad/bin/sanad" ] && [ -L "$root/usr/bin/sanad" ]
"$root/usr/lib/sanad/bin/sanad" --version
rpm --root "$root" -e --noscripts sanad
[ ! -e "$root/usr/lib/sanad" ] && [ ! -e "$root/usr/bin/sanad" ]
rpm -qp --scripts "$package" | sed '1d' >"$root/postun"
sh "$root/postun" 0 | grep -q 'stay where they are'
[ -z "$(sh "$root/postun" 1)" ]
echo "try-rpm: $package: $bytes bytes, installed into an empty root and removed"
