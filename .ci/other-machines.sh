#!/usr/bin/env bash
# The program on other processors: arm64, and amd64 without AVX2.
#
#   .ci/other-machines.sh
#
# It builds tests and the program for arm64 and runs them under qemu:
#
#   tests    those of loaders/csvfile, model/stats, model/indicator, loaders and
#            loaders/planfile, apart from the few that try thousands of cases
#   figures  summary and check of folders of testdata and of a long staff list, in
#            JSON: here, on a processor without AVX2, and on arm64. What they print
#            is the same, but for the last of the 12 digits of a number
#
# It cannot show how fast they are there. Exits 0 if all held, 1 if not. Where qemu is
# missing it says that nothing was tested and exits 0: such a run is no proof.
set -euo pipefail
cd "$(dirname "$0")/.."

for qemu in qemu-aarch64-static qemu-x86_64-static; do
	if ! command -v "$qemu" >/dev/null; then
		echo "other-machines: NOT RUN, nothing was tested: $qemu is not installed"
		exit 0
	fi
done

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export CGO_ENABLED=0
go build -o "$temp/wres" ./cmd/wres
GOARCH=amd64 go build -o "$temp/wres.amd64" ./cmd/wres
GOARCH=arm64 go build -o "$temp/wres.arm64" ./cmd/wres

# A list that is long enough to be read in pieces.
mkdir "$temp/long"
awk 'BEGIN {
	print "Employee Number,Ethnic Origin,Band,Staff Group,Primary,Year"
	split("A B C D G H J M N R S Z", ethnicity)
	for (n = 1; n <= 30000; n++)
		printf "%d,%s,%d,Nursing and Midwifery Registered,Y,%d\n", n, ethnicity[n * 7 % 12 + 1], n * 13 % 8 + 2, 2023 + n % 2
}' >"$temp/long/staff-list.csv"

# alike compares two documents line by line, and counts the lines of numbers that differ in
# the last of 12 digits.
alike() {
	paste -d $'\x01' "$1" "$2" | awk -F $'\x01' '
		function number(s) { sub(/^.*: */, "", s); sub(/,$/, "", s); return s }
		function name(s) { sub(/:[^:]*$/, "", s); return s }
		$1 == $2 { next }
		{
			a = number($1); b = number($2); d = a - b; size = a < 0 ? -a : +a
			if (name($1) != name($2) || a !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/ || b !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/ ||
				(d < 0 ? -d : d) > size * 1.01e-11) { print "differs: " $1 " | " $2; wrong = 1; exit 1 }
			last++
		}
		END { if (!wrong) print last + 0 }'
}

for folder in testdata/extracts testdata/kinds testdata/nhs-shaped testdata/numbers/* "$temp/long"; do
	[ -d "$folder" ] || continue
	for command in summary check; do
		"$temp/wres" "$command" "$folder" --json >"$temp/here" 2>"$temp/said" && status=0 || status=$?
		for machine in "amd64 -cpu Nehalem" arm64; do
			case $machine in
			amd64*) run=(qemu-x86_64-static -cpu Nehalem "$temp/wres.amd64") ;;
			arm64) run=(qemu-aarch64-static "$temp/wres.arm64") ;;
			esac
			"${run[@]}" "$command" "$folder" --json >"$temp/there" 2>"$temp/said.there" && there=0 || there=$?
			if [ "$there" -ne "$status" ] || ! cmp -s "$temp/said" "$temp/said.there"; then
				echo "$command of ${folder#"$temp/"} on $machine: exit status $there, here $status; it says:" >&2
				cat "$temp/said.there" >&2
				exit 1
			fi
			if ! last=$(alike "$temp/here" "$temp/there"); then
				echo "$command of ${folder#"$temp/"} on $machine $last" >&2
				exit 1
			fi
			[ "$last" -eq 0 ] || echo "$command of ${folder#"$temp/"} on $machine: $last numbers differ in the last digit"
		done
		compared=$((${compared:-0} + 1)) lines=$((${lines:-0} + $(wc -l <"$temp/here")))
	done
done
echo "figures: $compared documents, $lines lines, are the same without AVX2 and on arm64"

# Some tests try so many cases that an emulated processor takes minutes for them, and two
# start themselves as another program, which cannot be emulated so.
left='TestPeopleAreAccountedFor|TestCorpusFacts|TestCancelReachesEveryRead|TestEthnicitiesAddUpToTheirGroups|'
left+='TestCorpusReadsAlike|TestListsReadAlike|TestManyLabelsReadAlike|TestTwoEditorsLoseNoUpdate|'
left+='TestKillFreesTheLock|TestWriteStopsHalfWay|'
left+='TestNoPrefix.*|TestNoFlip.*|TestEveryPrefix.*'
for package in loaders/csvfile model/stats model/indicator loaders loaders/planfile; do
	name=$(basename "$package")
	GOARCH=arm64 go test -c -o "$temp/$name.test" "./$package"
	began=$SECONDS
	(cd "$package" && qemu-aarch64-static "$temp/$name.test" -test.short -test.v -test.skip="^($left)\$") >"$temp/out" 2>&1 || {
		grep -A20 -E '^ *--- FAIL|^panic' "$temp/out" >&2 || tail -n 20 "$temp/out" >&2
		echo "$package fails on arm64" >&2
		exit 1
	}
	printf 'tests on arm64: %-16s %4d pass, %d skip, %d s\n' "$package" "$(grep -cE '^--- PASS' "$temp/out")" \
		"$(grep -cE '^--- SKIP' "$temp/out" || true)" $((SECONDS - began))
done
