#!/usr/bin/env bash
# Says which libraries have newer releases, and which known weaknesses the program reaches.
# It fails for neither: both change without a change here. What is pinned on purpose is so
# for a reason that stands beside it below.
set -euo pipefail
cd "$(dirname "$0")/.."

declare -A pinned=(
	[github.com/gocarina/gocsv]="a commit: its last release is older than what is needed"
	[github.com/spf13/pflag]="1.1.0 writes [=true|false] behind every flag of the help that takes no word"
)

modules=$(go list -m -f '{{if not (or .Main .Indirect .Replace)}}{{.Path}}{{end}}' all | grep .)
# shellcheck disable=SC2086 # one word a module
if newer=$(timeout 120 go list -m -u -f '{{with .Update}}{{$.Path}} {{$.Version}} {{.Version}}{{end}}' $modules 2>/dev/null); then
	echo "of $(wc -w <<<"$modules") libraries that are used directly, behind are:"
	while read -r path has could; do
		[ -z "$path" ] || echo "  $path $has, newest $could"
	done <<<"$newer"
	[ -n "$newer" ] || echo "  none"
	for path in "${!pinned[@]}"; do
		echo "  pinned: $path, ${pinned[$path]}"
	done
else
	echo "NOT RUN: which libraries are behind, as no list of releases can be reached"
fi

status=0
found=$(timeout 300 go tool -modfile=.ci/tools/go.mod govulncheck ./cmd/wres 2>&1) || status=$?
case $status in
0) echo "govulncheck: no known weakness is reached" ;;
3) printf 'govulncheck:\n%s\n' "$found" ;;
*) echo "NOT RUN: govulncheck, as its database cannot be reached: $(tail -n 1 <<<"$found")" ;;
esac
