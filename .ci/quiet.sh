#!/usr/bin/env bash
# The program starts no other program and makes no network call, in the app and
# in a command. Run it with a built program: .ci/quiet.sh PROGRAM.
#
# A tmux of our own stands first in the path, and the environment says that this
# is tmux: a library that asks it for colours leaves a trace. Where strace may
# trace, every call is counted as well; where not, this says so.
set -euo pipefail
program=$1
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
mkdir "$temp/bin" "$temp/home"
printf '#!/bin/sh\ntouch "%s/tmux-ran"\n' "$temp" >"$temp/bin/tmux"
chmod +x "$temp/bin/tmux"

# Opens the app on a terminal, looks at two panels, and quits.
app() {
	{ sleep 1; printf 2; sleep 0.2; printf 1; sleep 0.2; printf q; } |
		env HOME="$temp/home" TMUX=/nowhere TERM=screen-256color COLORTERM= PATH="$temp/bin:$PATH" \
			script -qec "$*" /dev/null >"$temp/screen"
	grep -aq "144 of 427" "$temp/screen" || { echo "the app showed no figures" >&2; exit 1; }
}

app "$program"
if [ -e "$temp/tmux-ran" ]; then
	echo "the app starts tmux" >&2
	exit 1
fi
echo "inside tmux: no tmux was started"

if ! strace -f -o "$temp/probe" true 2>/dev/null; then
	echo "NOT RUN: strace cannot trace here, so calls were not counted"
	exit 0
fi
count() { grep -cE "$1" "$2" || true; }
app "strace -f -e trace=execve,network -o $temp/app $program"
strace -f -e trace=execve,network -o "$temp/summary" "$program" summary >/dev/null
for run in app summary; do
	programs=$(count 'execve\(' "$temp/$run")
	calls=$(count '(socket|connect|bind|sendto|recvfrom|sendmsg|recvmsg)\(' "$temp/$run")
	echo "$run: $programs program, $calls network calls"
	[ "$programs" -eq 1 ] && [ "$calls" -eq 0 ] || exit 1
done
