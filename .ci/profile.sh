#!/usr/bin/env bash
# Makes cmd/wres/default.pgo anew: what the program does while it reads lists of
# staff, by which go build arranges its code. An old profile does no harm; make it
# anew where the reading of lists has changed much, on a machine with nothing else to do.
set -euo pipefail
cd "$(dirname "$0")/.."

temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
CGO_ENABLED=0 go test -trimpath -c -o "$temp/test" ./loaders
(cd loaders && "$temp/test" -test.run '^$' -test.bench 'OpenStaffList/(20000|200000)$' -test.benchtime 10s -test.cpuprofile "$temp/profile")
# The path of the program that ran is of no use to anybody.
gunzip <"$temp/profile" | perl -0pe 's{\Q'"$temp/test"'\E}{"x" x length $&}ge' | gzip -9n >cmd/wres/default.pgo
go tool pprof -top cmd/wres/default.pgo 2>/dev/null | head -n 4
ls -l cmd/wres/default.pgo
