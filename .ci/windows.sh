#!/usr/bin/env bash
# The program for Windows, under wine.
#
#   .ci/windows.sh
#
# It runs on Debian 12 (wine 8, which lacks a function that Go needs: it is given one)
# and on Debian 13 (wine 10, which has it). It checks
#
#   commands  of every command of the help: what it prints and its exit status, beside
#             those of the program for this system, in a folder whose name has a space
#             and an accent
#   paths     those of \\?\, and such as can be pasted from a message
#   app       a key, typed text and a save; a second program is refused while it is
#             open; it is killed while one types, and gives back what was typed
#   tests     those of the packages that a wine can run; the others are named as NOT RUN
#
# It cannot show how the screen looks in a console of Windows: wine's draws nothing of
# it. Exits 0 if all held, 1 if not. Where wine is missing it says that nothing was
# tested and exits 0: such a run is no proof.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in wine wineboot wineserver script; do
	if ! command -v "$tool" >/dev/null; then
		echo "windows: NOT RUN, nothing was tested: $tool is not installed"
		exit 0
	fi
done

temp=$(mktemp -d)
export WINEPREFIX=$temp/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml="
trap 'wineserver -k 2>/dev/null || true; wineserver -w 2>/dev/null || true; rm -rf "$temp"' EXIT
fail() {
	printf 'windows: %s\n' "$*" >&2
	exit 1
}

wineboot -i >/dev/null 2>&1 || fail "wine makes no prefix"
wineserver -w
system=$WINEPREFIX/drive_c/windows/system32
if [ ! -e "$system/bcryptprimitives.dll" ]; then
	if ! command -v lld-link >/dev/null; then
		echo "windows: NOT RUN, nothing was tested: this wine has no bcryptprimitives.dll, and lld-link, which makes one, is not installed"
		exit 0
	fi
	{ printf '\x64\x86'; head -c 18 /dev/zero; } >"$temp/empty.obj"
	lld-link /dll /noentry /machine:x64 /nodefaultlib "$temp/empty.obj" \
		/export:ProcessPrng=advapi32.SystemFunction036 "/out:$system/bcryptprimitives.dll"
fi

export CGO_ENABLED=0
GOOS=windows GOARCH=amd64 go build -o "$temp/wres.exe" ./cmd/wres
go build -o "$temp/wres" ./cmd/wres
echo "$(wine --version 2>/dev/null): $(wine "$temp/wres.exe" version 2>/dev/null | tr -d '\r' | head -n 1)"

# Two copies of the same folder, each for one program, which runs in the folder above it.
for at in here there; do
	mkdir -p "$temp/$at/Jos$(printf '\303\251') data"
	cp testdata/extracts/*.csv "$temp/$at/"*/
	chmod 600 "$temp/$at/"*/*.csv # a wider mode is told of where there are modes
	cp testdata/extracts/*.toml "$temp/$at/"*/ 2>/dev/null || true
done
data="Jos$(printf '\303\251') data"
export LANG=C.UTF-8 LC_ALL=C.UTF-8

# A console of Windows is given fewer characters, so both are told to use all. Of what they
# print only the kind of slash, the end of line, and the names of programs, of
# times and of what each machine is, differ.
plain() { sed -e 's/\r$//' -e 's/\\/\//g' -e 's/wres\.exe/wres/g' -e "s/[\"']//g"; }

compared=0
both() { # what stands on the standard input goes to both; wants=STATUS where it is not 0
	cat >"$temp/input"
	(cd "$temp/here" && "$temp/wres" "$@" --charset full <"$temp/input" >"$temp/out" 2>"$temp/err") && local status=0 || local status=$?
	(cd "$temp/there" && wine "$temp/wres.exe" "$@" --charset full <"$temp/input" >"$temp/out.wine" 2>"$temp/err.wine") && local there=0 || local there=$?
	sed -i '/wine32 is missing\|multiarch needs to be\|dpkg --add-arch\|apt-get install wine32/d' "$temp/err.wine"
	[ "$status" -eq "${wants:-0}" ] || fail "wres $*: exit status $status here: $(cat "$temp/err")"
	if [ "$status" -ne "$there" ]; then
		cat "$temp/err.wine" >&2
		fail "wres $*: exit status $there, and here $status"
	fi
	for kind in out err; do
		if ! diff <(plain <"$temp/$kind" | sed "s|$temp/here/||g") <(plain <"$temp/$kind.wine" | sed "s|Z:$temp/there/||g") >"$temp/diff"; then
			cat "$temp/diff" >&2
			fail "wres $*: prints something else (std$kind)"
		fi
	done
	compared=$((compared + 1))
}

began=$SECONDS
for form in --color=never --json --csv --md --publication --accessible; do both summary "$data" $form </dev/null; done
for form in --color=never --json --md --plain; do both brief "$data" $form </dev/null; done
for form in --color=never --json; do both check "$data" $form </dev/null; done
both compare 144/427 51/371 </dev/null
both compare 144/427 51/371 --json </dev/null
wants=4 both compare --csv - --json < <(printf 'id,a,n1,b,n2\nx,1,10,2,20\ny,nought,10,2,20\n')
both help </dev/null
for topic in data disclosure indicators keys methods plan summary report; do both help $topic </dev/null; done
both completion powershell </dev/null
both picture </dev/null
wants=3 both nonsense </dev/null
wants=3 both summary "no such folder" </dev/null
both report "$data" --all -o out </dev/null
for format in md html csv docx xlsx; do
	both report "$data" -o "report.$format" </dev/null
done
for name in report.md report.html report.csv; do
	cmp "$temp/here/$name" "$temp/there/$name" || fail "$name differs"
done
for name in docx xlsx; do
	[ -s "$temp/there/report.$name" ] || fail "no report.$name was written"
done
both init new </dev/null
diff -r "$temp/here/new" "$temp/there/new" || fail "init writes something else"
both plan list "$data" </dev/null
both plan list "$data" --json </dev/null
both plan add "$data" --action "Added there" --indicators 2 </dev/null
both plan edit A-0001 "$data" --status "in progress" </dev/null
both plan done A-0001 "$data" </dev/null
wants=4 both plan lint "$data" </dev/null
both plan export "$data" --format md </dev/null
both plan export "$data" --format ics -o plan.ics </dev/null
both plan carry-over "$data" --year 2024 </dev/null
grep -q "Added there" "$temp/there/$data/action-plan.csv" || fail "plan add: the action is not on the disk"
both summary "$data" --json </dev/null
echo "commands: $compared print the same as here, in $((SECONDS - began)) s"

# A path that a message quoted can be given back, as can one of the other spelling.
if wine "$temp/wres.exe" summary "Z:$temp/no such folder" >/dev/null 2>"$temp/err"; then fail "a folder that is not there was read"; fi
grep -qF "there is no folder \"Z:$temp/no such folder\"" "$temp/err" || fail "a path cannot be pasted: $(cat "$temp/err")"
long=$(printf 'Z:%s\\there\\%s' "$temp" "$data" | tr / '\\')
wine "$temp/wres.exe" summary "\\\\?\\$long" --json >"$temp/out.wine" 2>"$temp/err" || fail "a path of \\\\?\\ is not read: $(cat "$temp/err")"
"$temp/wres" summary "$temp/there/$data" --json | cmp - "$temp/out.wine" || fail "a path of \\\\?\\ gives other figures"
deep=$temp/there/$(printf 'a-long-name-of-a-folder-%02d/' 1 2 3 4 5 6 7 8 9 10 11 12)$data
mkdir -p "$deep"
cp "$temp/there/$data/"*.csv "$deep"
wine "$temp/wres.exe" plan add "Z:$deep" --action "Added far down" >/dev/null 2>"$temp/err" || fail "a path of ${#deep} characters: $(cat "$temp/err")"
grep -q "Added far down" "$deep/action-plan.csv" || fail "plan add far down: the action is not on the disk"
echo "paths: spaces, \\\\?\\ and one of ${#deep} characters hold"

# The app, in a terminal of its own. It is waited for what it does on the disk, for the
# screen says nothing.
plan=$temp/there/$data/action-plan.csv lock=$temp/there/$data/.action-plan.lock journal=$temp/there/$data/.action-plan.journal
await() { # a command that is to succeed within two minutes
	for _ in {1..240}; do
		if "$@" 2>/dev/null; then return; fi
		sleep 0.5
	done
	fail "the app: not within two minutes: $*"
}
app() { # opens it; what is printed to 9 is typed
	rm -f "$lock" "$temp/keys"
	mkfifo "$temp/keys"
	script -qec "stty rows 32 cols 100; exec wine $temp/wres.exe '$temp/there/$data'" /dev/null <"$temp/keys" >"$temp/screen" 2>&1 &
	exec 9>"$temp/keys"
	await test -s "$lock"
	sleep 4 # for the figures
}
quit() {
	sleep 1
	printf q >&9
	exec 9>&-
	wait || true
}
began=$SECONDS
app
printf p >&9; sleep 2; printf 'aTyped in the app' >&9
await grep -q "Typed in the app" "$journal"
printf '\023' >&9
await grep -q "Typed in the app" "$plan"
quit
[ -z "$(find "$temp/there/$data" -name '.action-plan-*.tmp')" ] || fail "the app left a temporary file"

# While it is open, and one types into it, another program may look at the plan and not change
# it. Then it is killed.
app
printf p >&9; sleep 2; printf 'aNever saved' >&9
await grep -q "Never saved" "$journal"
if wine "$temp/wres.exe" plan add "$temp/there/$data" --action "Second program" >/dev/null 2>"$temp/err"; then
	fail "a second program changed the plan of the first"
fi
grep -q "open elsewhere" "$temp/err" || fail "a second program was refused for something else: $(cat "$temp/err")"
wineserver -k
exec 9>&-
wait || true
if grep -q "Second program\|Never saved" "$plan"; then fail "the plan has what was never saved"; fi
app
printf b >&9; sleep 2; printf '\023' >&9
await grep -q "Never saved" "$plan"
quit
echo "app: keys, text, save, lock and recovery hold, in $((SECONDS - began)) s"

# Of the tests, those that a wine can run. Wine 8 removes no folder, and so fails every test
# with files of its own.
began=$SECONDS
removes=yes # folders, as far as is known
for package in loaders/csvfile loaders/parallel model/source cmd/wres/console loaders/durable loaders/notefile loaders/planfile; do
	name=$(basename "$package")
	case $removes-$package in no-loaders/notefile | no-loaders/planfile)
		echo "tests: $package: NOT RUN, as that one"
		continue
		;;
	esac
	GOOS=windows GOARCH=amd64 go test -c -o "$temp/$name.exe" "./$package"
	(cd "$package" && timeout 300 wine "$temp/$name.exe" -test.paniconexit0 -test.short -test.v \
		-test.skip='^(TestNoPrefix.*|TestNoFlip.*|TestEveryPrefix.*)$') >"$temp/out" 2>&1 && status=0 || status=$?
	passed=$(grep -c '^--- PASS' "$temp/out" || true)
	if [ "$status" -eq 0 ]; then
		echo "tests: $package: $passed pass, $(grep -c '^--- SKIP' "$temp/out" || true) skip"
	elif grep -q 'RemoveAll cleanup: .*Invalid function' "$temp/out"; then
		echo "tests: $package: NOT RUN, this wine removes no folder of a test"
		removes=no
	else
		grep -A20 '^--- FAIL\|^panic' "$temp/out" >&2 || tail -n 20 "$temp/out" >&2
		fail "$package fails"
	fi
done
echo "tests: in $((SECONDS - began)) s"
