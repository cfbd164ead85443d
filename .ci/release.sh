#!/usr/bin/env bash
# Makes what a user is handed, of the commit that is checked out, into a folder:
#
#	.ci/release.sh FOLDER [VERSION]
#
# Five programs without cgo, an archive of each with its licences, manual pages and
# completions, a Debian package, the list of parts (SBOM) of each program, the changes and
# SHA256SUMS. Nothing is signed, and nothing is published: that is left to a person.
#
# It is to give the same bytes wherever it runs, and holds the programs to that: each is built
# from two folders. That of this machine is built the second time with an empty build cache,
# so that nothing is taken from the first. The second build of the others may take packages
# from the cache, and so tells less: of the linking, and of packages whose build knows its folder.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
out=$(mkdir -p "${1:?usage: .ci/release.sh FOLDER [VERSION]}" && cd "$1" && pwd)
[ -z "$(ls -A "$out")" ] || { echo "$out is not empty" >&2; exit 1; }
platforms="linux/amd64 linux/arm64 windows/amd64 darwin/amd64 darwin/arm64"
most=$((20 * 1024 * 1024)) # bytes of a program

cd "$source"
version=${2:-$(git describe --tags --dirty 2>/dev/null | sed 's/^v//' || true)}
version=${version:-0.1.0~$(git show -s --format=%cd --date=format:%Y%m%d).$(git rev-parse --short=10 HEAD)}
SOURCE_DATE_EPOCH=$(git show -s --format=%ct)
export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C GOFLAGS= CGO_ENABLED=0
umask 022
temp=$(mktemp -d)
trap 'chmod -R u+w "$temp"; rm -rf "$temp"' EXIT
git clone -q "$source" "$temp/one"
git clone -q "$source" "$temp/a second folder"

# build FOLDER PROGRAM: of the platform in GOOS and GOARCH.
build() {
	(cd "$1" && go build -buildvcs=true -trimpath -ldflags "-s -w -X main.version=$version" -o "$2" ./cmd/wres)
}

echo "wres $version"
for platform in $platforms; do
	export GOOS=${platform%/*} GOARCH=${platform#*/}
	name=$GOOS-$GOARCH
	program=$temp/$name/wres
	[ "$GOOS" != windows ] || program=$program.exe
	build "$temp/one" "$program"
	if [ "$platform" = "$(go env GOHOSTOS)/$(go env GOHOSTARCH)" ]; then
		GOCACHE=$temp/cache build "$temp/a second folder" "$temp/again"
	else
		build "$temp/a second folder" "$temp/again"
	fi
	first=$(sha256sum <"$program") second=$(sha256sum <"$temp/again")
	if [ "$first" != "$second" ]; then
		echo "$platform: two builds differ: $first and $second" >&2
		exit 1
	fi
	size=$(wc -c <"$program")
	printf '%-14s %5d kB  %s twice\n' "$platform" $((size / 1024)) "${first%% *}"
	if [ "$size" -gt "$most" ]; then
		echo "$platform is over $((most / 1024 / 1024)) MB" >&2
		exit 1
	fi
done
unset GOOS GOARCH
own=$temp/$(go env GOHOSTOS)-$(go env GOHOSTARCH)/wres

# The same for all: manual pages, completions, licence, changes.
common=$temp/common
mkdir -p "$common/man" "$common/completions"
(cd "$temp/one" && go test -count=1 ./cmd/wres -run '^TestManual$' -manual "$common/man" >"$temp/manual.log") || { cat "$temp/manual.log" >&2; exit 1; }
"$own" completion bash >"$common/completions/wres.bash"
"$own" completion zsh >"$common/completions/_wres"
"$own" completion fish >"$common/completions/wres.fish"
"$own" completion powershell >"$common/completions/wres.ps1"
cp "$temp/one/LICENSE" "$temp/one/README.md" "$common"
cp "$temp/one/cmd/wres/help/changes.md" "$common/CHANGELOG.md"

# notices: the licences of the modules that are linked for GOOS and GOARCH, and of Go. One
# without a licence file stops the release. "debian" names the text that Debian has already.
notices() {
	local path version dir files file
	echo "wres is made with these parts of others, under their licences."
	printf '\n==== Go and its standard library, %s\n\n' "$(go env GOVERSION)"
	cat "$(go env GOROOT)/LICENSE"
	(cd "$temp/one" && go list -deps -f '{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/wres) |
		grep . | sort -u >"$temp/modules"
	while read -r path version dir; do
		files=$(find "$dir" -maxdepth 1 -type f \( -iname 'LICEN[CS]E*' -o -iname 'COPYING*' -o -iname 'NOTICE*' -o -iname 'PATENTS*' \) | sort)
		if ! grep -qiE '/(licen[cs]e|copying)[^/]*$' <<<"$files"; then
			echo "$path $version has no licence file" >&2
			return 1
		fi
		while read -r file; do
			printf '\n==== %s %s, %s\n\n' "$path" "$version" "$(basename "$file")"
			if [ "${1-}" = debian ] && grep -q 'Apache License' "$file" && grep -q 'Version 2.0, January 2004' "$file"; then
				grep -E '^ *Copyright (\(c\) )?[0-9©]' "$file" || true
				echo "Apache License 2.0: its text is /usr/share/common-licenses/Apache-2.0"
			else
				tr -d '\r' <"$file"
			fi
		done <<<"$files"
	done <"$temp/modules"
}

# parts PROGRAM: what is linked into it, by what its build recorded, as CycloneDX.
parts() {
	go version -m "$1" | awk -v version="$version" -v name="$(basename "$1")" '
		function text(s) { gsub(/[\\"]/, "\\\\&", s); return "\"" s "\"" }
		function purl(s) { gsub(/\+/, "%2B", s); return s }
		function part(path, of, sum) {
			printf "%s\n    {\"type\": \"library\", \"name\": %s, \"version\": %s, \"purl\": %s}", (parts++ ? "," : ""), text(path), text(of), text("pkg:golang/" path "@" purl(of))
		}
		NR == 1 {
			go = $NF
			printf "{\n  \"bomFormat\": \"CycloneDX\",\n  \"specVersion\": \"1.6\",\n  \"version\": 1,\n"
			printf "  \"metadata\": {\"component\": {\"type\": \"application\", \"bom-ref\": \"wres\", \"name\": %s, \"version\": %s}},\n  \"components\": [", text(name), text(version)
			part("std", go)
		}
		$1 == "dep" && $2 != "before.wres" { part($2, $3, $4) }
		END { print "\n  ]\n}" }'
}

# settle FOLDER: gives all that is in it the time of the commit, so that archives are the same.
settle() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

for platform in $platforms; do
	export GOOS=${platform%/*} GOARCH=${platform#*/}
	name=wres-$version-$GOOS-$GOARCH
	folder=$temp/archives/$name
	mkdir -p "$folder"
	cp "$temp/$GOOS-$GOARCH"/wres* "$folder"
	cp -R "$common/." "$folder"
	notices >"$folder/THIRD_PARTY.txt"
	parts "$folder"/wres* >"$out/$name.cdx.json"
	settle "$folder"
	(
		cd "$temp/archives"
		if [ "$GOOS" = windows ] && ! command -v zip >/dev/null; then
			echo "NOT RUN: the archive for Windows, for want of zip"
		elif [ "$GOOS" = windows ]; then
			find "$name" | sort | zip -q -X -9 -@ "$out/$name.zip"
		else
			tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner -cf - "$name" | gzip -n -9 >"$out/$name.tar.gz"
		fi
	)
done
unset GOOS GOARCH
cp "$common/CHANGELOG.md" "$out"

# debian ARCH: the package of a Linux program.
debian() {
	local root=$temp/deb-$1 doc=$temp/deb-$1/usr/share/doc/wres who of
	who="The wres authors <${DEBEMAIL:-maintainers@wres.invalid}>"
	of=${version//-/+}
	mkdir -p "$root/DEBIAN" "$root/usr/bin" "$doc" "$root/usr/share/man/man1" "$root/usr/share/lintian/overrides" \
		"$root/usr/share/bash-completion/completions" "$root/usr/share/zsh/vendor-completions" "$root/usr/share/fish/vendor_completions.d"
	install -m 755 "$temp/linux-$1/wres" "$root/usr/bin/wres"
	cp "$common/completions/wres.bash" "$root/usr/share/bash-completion/completions/wres"
	cp "$common/completions/_wres" "$root/usr/share/zsh/vendor-completions/_wres"
	cp "$common/completions/wres.fish" "$root/usr/share/fish/vendor_completions.d/wres.fish"
	for page in "$common"/man/*.1; do
		gzip -n -9 <"$page" >"$root/usr/share/man/man1/$(basename "$page").gz"
	done
	{
		printf 'wres (%s) unstable; urgency=medium\n\n' "$of"
		printf '  * What has changed: wres help changes, and CHANGELOG.md.gz beside this.\n'
		printf '\n -- %s  %s\n' "$who" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
	} | gzip -n -9 >"$doc/changelog.gz"
	gzip -n -9 <"$common/CHANGELOG.md" >"$doc/CHANGELOG.md.gz"
	{ cat "$common/LICENSE"; printf '\n'; GOOS=linux GOARCH=$1 notices debian; } >"$doc/copyright"
	# A Go program without cgo is one file that needs no library of the system.
	echo "wres: statically-linked-binary [usr/bin/wres]" >"$root/usr/share/lintian/overrides/wres"
	cat >"$root/DEBIAN/control" <<-CONTROL
		Package: wres
		Version: $of
		Architecture: $1
		Maintainer: $who
		Installed-Size: $(du -sk --apparent-size "$root/usr" | cut -f1)
		Section: science
		Priority: optional
		Description: workbench for the NHS Workforce Race Equality Standard
		 Reads a folder of CSV extracts, shows the indicators over the years with the
		 counts behind every figure, keeps the action plan in one file, and writes the
		 year's report. It works in a terminal, offline, and with the figures of one
		 organisation at a time.
	CONTROL
	(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
	settle "$root"
	dpkg-deb --root-owner-group -Zxz -b "$root" "$out/wres_${of}_$1.deb" >/dev/null
}

if command -v dpkg-deb >/dev/null; then
	debian amd64
	debian arm64
else
	echo "NOT RUN: the Debian packages, for want of dpkg-deb"
fi
(cd "$out" && sha256sum -- * >"$temp/sums" && mv "$temp/sums" SHA256SUMS)
ls -l "$out"
