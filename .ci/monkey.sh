#!/usr/bin/env bash
# monkey.sh [RUNS [FIRST]]: presses 500 random keys in the editor, the plan and all other
# screens, pastes, turns the wheel and resizes, 2,000 times over: no panic, each frame fills its window, nothing that
# was written is lost. The seeds go from FIRST on, which is 1 where it is not given, so that
# a run can be repeated; a failure prints the command that replays it. All of it takes some
# six minutes, and the ordinary tests do the first runs of it.
set -eu
cd "$(dirname "$0")/.."
go test ./tui -run 'TestMonkey$' -count 1 -timeout 60m -v -args -monkey "${1:-2000}" -monkey-first "${2:-1}"
