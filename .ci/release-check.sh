#!/usr/bin/env bash
# Looks at what release.sh made, as whoever is handed it: .ci/release-check.sh FOLDER
# It needs the Debian package's tools, lintian and man for its parts, and says which it did not do.
set -euo pipefail
out=$(cd "${1:?usage: .ci/release-check.sh FOLDER}" && pwd)
shopt -s nullglob
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export LC_ALL=C.UTF-8

(cd "$out" && sha256sum --quiet -c SHA256SUMS)
for archive in "$out"/*.tar.gz "$out"/*.zip; do
	name=$(basename "$archive" | sed 's/\.tar\.gz$//; s/\.zip$//')
	case $archive in
	*.zip) zipinfo -1 "$archive" ;;
	*) tar -tzf "$archive" ;;
	esac >"$temp/list"
	for file in LICENSE README.md THIRD_PARTY.txt CHANGELOG.md man/wres.1 man/wres-plan-edit.1 completions/wres.bash completions/_wres; do
		grep -qx "$name/$file" "$temp/list" || { echo "$name holds no $file" >&2; exit 1; }
	done
done
own=$(go env GOHOSTOS)-$(go env GOHOSTARCH)
tar -xzf "$out"/wres-*-"$own".tar.gz -C "$temp"
"$temp"/wres-*-"$own"/wres version
# Each part that is linked is named in the list of parts and in the notices.
go version -m "$temp"/wres-*-"$own"/wres | awk '$1 == "dep" && $2 != "before.wres" {print $2, $3}' >"$temp/parts"
while read -r path version; do
	grep -q "\"$path\", \"version\": \"$version\"" "$out"/wres-*-"$own".cdx.json || { echo "the list of parts lacks $path $version" >&2; exit 1; }
	grep -q "^==== $path $version, " "$temp"/wres-*-"$own"/THIRD_PARTY.txt || { echo "the notices lack $path $version" >&2; exit 1; }
done <"$temp/parts"
echo "archives: licences, notices, manual pages, completions; $(wc -l <"$temp/parts") parts, all named"

if ! command -v dpkg-deb >/dev/null; then
	echo "NOT RUN: the Debian package, for want of dpkg-deb"
	exit 0
fi
package=$(ls "$out"/*_"$(dpkg --print-architecture)".deb)
if command -v lintian >/dev/null; then
	allow=()
	[ "$(id -u)" -ne 0 ] || allow=(--allow-root)
	lintian "${allow[@]}" --fail-on error,warning --tag-display-limit 0 "$out"/*.deb
	echo "lintian: no error and no warning"
else
	echo "NOT RUN: lintian, which is not there"
fi

root=$temp/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
: >"$root/var/lib/dpkg/status"
dpkg() { command dpkg --root="$root" --log=/dev/null --force-not-root --force-bad-path "$@"; }
dpkg -i "$package" >/dev/null
"$root/usr/bin/wres" version | sed -n 1p
"$root/usr/bin/wres" summary </dev/null >"$temp/summary" 2>/dev/null
grep -q 'Workforce Race Equality Standard' "$temp/summary" || { echo "the installed program's summary lacks the standard's name" >&2; exit 1; }
if command -v man >/dev/null; then
	MANPAGER=cat MANWIDTH=80 man -l "$root/usr/share/man/man1/wres.1.gz" 2>"$temp/complaints" | col -b >"$temp/page"
	for words in '^NAME' 'wres-summary(1)'; do
		grep -q "$words" "$temp/page" || { echo "the manual page, as man shows it, lacks: $words" >&2; cat "$temp/page" >&2; exit 1; }
	done
	[ ! -s "$temp/complaints" ] || { cat "$temp/complaints" >&2; exit 1; }
	sed -n 1,12p "$temp/page"
else
	echo "NOT RUN: the manual page read by man, which is not there"
fi
dpkg -P wres >/dev/null
left=$(find "$root" -path "$root/var" -prune -o -type f -print -o -path "$root/usr/*wres*" -print)
[ -z "$left" ] || { printf 'removing the package leaves:\n%s\n' "$left" >&2; exit 1; }
echo "the package was installed into a clean folder, run, and removed without a trace"
