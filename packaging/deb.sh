#!/usr/bin/env bash
# Builds a Debian package from a built program: packaging/deb.sh [PROGRAM] [FOLDER]
# PROGRAM: target/release/roznamcha unless named (assets/build.sh, then cargo build --release -p roznamcha).
# FOLDER: where the package is put; target/debian unless named.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
program=${1:-target/release/roznamcha}
out=${2:-target/debian}
if [ ! -x "$program" ]; then
    echo "no program at \`$program\`; build it: cargo build --release -p roznamcha" >&2
    exit 2
fi
if ! command -v dpkg-deb >/dev/null; then
    echo "dpkg-deb is not there: apt-get install dpkg" >&2
    exit 2
fi
version=$("$program" --version | awk '{ print $2 }')
arch=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

install -Dm755 -s "$program" "$root/usr/bin/roznamcha"
install -Dm755 packaging/backup "$root/usr/lib/roznamcha/backup"
for unit in roznamcha.service roznamcha-backup.service roznamcha-backup.timer; do
    install -Dm644 "packaging/$unit" "$root/usr/lib/systemd/system/$unit"
done
install -Dm640 packaging/roznamcha.toml "$root/etc/roznamcha/roznamcha.toml"
install -Dm644 -t "$root/usr/share/doc/roznamcha" docs/operations.md docs/configuration.md docs/journal-format.md
install -Dm644 LICENSE "$root/usr/share/doc/roznamcha/copyright"

# The program carries its database, fonts and time zones; beside it only the C library it was linked with.
libc=$(ldd --version | awk 'NR == 1 { print $NF }')
mkdir -p "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: roznamcha
Version: $version
Architecture: $arch
Maintainer: The Roznamcha project <maintainers@example.invalid>
Section: misc
Priority: optional
Depends: libc6 (>= $libc), libgcc-s1, passwd
Suggests: postgresql (>= 15), nginx
Installed-Size: $(du -sk "$root" | cut -f1)
Description: crime records, analytics and accountable policing
 One binary that keeps the daily diary and the registers of police stations in
 an append-only journal, serves their pages and their HTTP API, and lets an
 outsider verify the books.
CONTROL
echo /etc/roznamcha/roznamcha.toml >"$root/DEBIAN/conffiles"
install -m755 packaging/postinst packaging/prerm packaging/postrm "$root/DEBIAN/"

mkdir -p "$out"
package="$out/roznamcha_${version}_$arch.deb"
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
echo "$package"
