#!/usr/bin/env bash
# Kills and fails a save of the action plan at each of its system calls, and
# checks that nothing is ever lost.
#
#   .ci/kill-save.sh [folder]
#
# The folder is where the plans are written (default: a temporary one); name one
# on another file system to test there. It builds the tests of loaders/planfile,
# which with WRES_SAVE_HELPER=PLAN do one save of PLAN and print "saved" when
# it is done, and runs them under strace:
#
#   order   the file is synchronised before the rename and the folder after it
#   kill    SIGKILL at the nth call of each system call, for every n there is
#   fail    each error at the nth call of each system call, for every n
#   lie     the write of the plan claims what it did not do
#   both    the rename fails, and the clean-up after it is killed or fails too
#   journal SIGKILL at the nth call of each system call while two texts are
#           journalled and discarded
#   full    a disk that is really full, and one that is really read-only
#           (needs root and mount; says so if it could not)
#
# What must hold at every point: the plan is the old or the new file byte for
# byte; "saved" is printed only if it is the new one; a save that fails leaves
# the old file, or the new one where only the folder could not be synchronised;
# it leaves no temporary file; no backup is ever half-written, and what was the
# newest backup before is still one. A text that the journal said it has is
# brought back, unless it was discarded.
#
# Exits 0 if all held, 1 if not. Where strace is missing or may not trace, it
# says that nothing was tested and exits 0: such a run is no proof.
set -u
cd "$(dirname "$0")/.." || exit 1

calls="openat read write fsync close renameat unlinkat newfstatat fstat flock pwrite64 utimensat fchmod"
errors="ENOSPC EIO EACCES EROFS EMFILE EXDEV EINTR"
limit=400 # more calls of one kind than any save makes: a stop, not a sample

not_run() {
  echo "kill-save: NOT RUN, nothing was tested: $*"
  exit 0
}

command -v strace >/dev/null 2>&1 || not_run "strace is not installed"
strace -o /dev/null -e trace=none true 2>/dev/null || not_run "strace may not trace here (ptrace is not allowed)"

work=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/kill-save.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
helper=$work/planfile.test
go test -c -o "$helper" ./loaders/planfile || { echo "kill-save: the tests do not build"; exit 1; }

folder=$work/data
plan=$folder/action-plan.csv
trace=$work/trace
out=$work/out
runs=0 failures=0

# An old plan of some kilobytes, and the new one that an undisturbed save makes
# of it.
printf '\357\273\277id,number,action,lead,own\r\n' >"$work/old"
for n in 1 2 3 4 5 6 7 8 9; do
  printf 'A-000%d,%d,"Train panels,\nall of them, %0400d",Zo\303\253,=1\r\n' $n $n $n >>"$work/old"
done

# Backups of two days before the plan's, so that a save moves them down; and a
# plan that others may read, so that it has a mode to keep.
for n in 1 2; do printf 'id,action\r\nA-0001,backup %d\r\n' $n >"$work/backup-$n"; done

fresh() {
  rm -rf "$folder"
  mkdir "$folder" && cp "$work/old" "$plan" && chmod 644 "$plan"
  for backup in 1 2; do
    cp "$work/backup-$backup" "$folder/.action-plan.backup-$backup.csv"
    touch -d "2026-11-0$((4 - backup)) 12:00" "$folder/.action-plan.backup-$backup.csv"
  done
}

fresh
if [ "$(WRES_SAVE_HELPER=$plan "$helper")" != "begin
saved" ] || cmp -s "$plan" "$work/old"; then
  echo "kill-save: a save that nothing disturbs does not work"
  exit 1
fi
cp "$plan" "$work/new"

# temps lists the temporary files a save left.
temps() { find "$folder" -name '.action-plan-*.tmp'; }

fail() {
  failures=$((failures + 1))
  echo "FAILED $1: $2"
}

# verify POINT STATUS checks what a disturbed save left; it sets state to old or
# new, and said to whether "saved" was printed.
verify() {
  runs=$((runs + 1))
  state=neither
  cmp -s "$plan" "$work/old" && state=old
  cmp -s "$plan" "$work/new" && state=new
  said=no
  grep -qx saved "$out" && said=yes
  [ $state = neither ] && fail "$1" "the plan is neither the old nor the new one"
  [ $said = yes ] && [ $state != new ] && fail "$1" "it said saved, and the plan is the $state one"
  [ "$2" = 0 ] && [ $said = no ] && fail "$1" "it ended well without saying saved"
  backups "$1"
  return 0
}

# backups POINT checks that each backup is whole and the newest of before is there.
backups() {
  there=no
  for backup in "$folder"/.action-plan.backup-?.csv; do
    if cmp -s "$backup" "$work/backup-1"; then
      there=yes
    elif ! cmp -s "$backup" "$work/backup-2" && ! cmp -s "$backup" "$work/old"; then
      fail "$1" "$(basename "$backup") is not whole"
    fi
  done
  [ $there = yes ] || fail "$1" "the newest backup of before is gone"
}

# run INJECTION... runs the helper on a fresh old plan. Without -f strace traces
# the main thread only, on which the helper does all of its save.
run() {
  fresh
  : >"$trace"
  { WRES_SAVE_HELPER=$plan strace -o "$trace" -e "trace=${calls// /,}" \
    "$@" "$helper" >"$out" 2>"$work/err"; } 2>/dev/null # bash reports each kill
}

# in_save tells whether the save had begun when the run was disturbed.
in_save() { grep -qx begin "$out"; }

echo "kill-save: plan of $(wc -c <"$work/old") bytes on $(stat -f -c %T "$work" 2>/dev/null || echo '?')"

# The order of an undisturbed save: a kill cannot show a missing fsync, because
# what the kernel holds outlives the program; a power cut would.
run
order=$(sed -n -e '/^flock(.*LOCK_EX/s/.*/lock/p' -e '/\.tmp".*O_CREAT/s/.*/create/p' -e 's/^\(fsync\|renameat\)2*(.*= 0$/\1/p' -e 's/^write(1, "\(begin\|saved\).*/\1/p' "$trace" | tr '\n' ' ')
echo "order: $order"
[ "$order" = "begin lock create fsync renameat renameat renameat create fsync renameat fsync saved " ] || fail order "a step of the save is missing or out of place"

killed=0 killed_in_save=0 killed_old=0 killed_new=0 left=0
for call in $calls; do
  n=0
  while n=$((n + 1)) && [ $n -le $limit ]; do
    run -e "inject=$call:signal=KILL:when=$n"
    status=$?
    grep -q '+++ killed by SIGKILL' "$trace" || break
    verify "kill at $call $n" $status
    killed=$((killed + 1))
    in_save && killed_in_save=$((killed_in_save + 1))
    [ $state = old ] && killed_old=$((killed_old + 1))
    [ $state = new ] && killed_new=$((killed_new + 1))
    [ -n "$(temps)" ] && left=$((left + 1))
  done
  [ $n -le $limit ] || fail "kill at $call" "no end after $limit calls"
done
echo "kill: $killed points, $killed_in_save within the save; the plan was old at $killed_old, new at $killed_new; $left left a temporary file"
if [ $killed_in_save -lt 15 ] || [ $killed_new -eq 0 ] || [ $left -eq 0 ]; then
  fail kill "too few points within the save: the kills did not hit it"
fi

injected=0 injected_in_save=0 refused=0 got_through=0 unconfirmed=0
for error in $errors; do
  for call in $calls; do
    n=0
    while n=$((n + 1)) && [ $n -le $limit ]; do
      run -e "inject=$call:error=$error:when=$n"
      status=$?
      grep -q INJECTED "$trace" || break
      point="$error at $call $n"
      verify "$point" $status
      injected=$((injected + 1))
      in_save && injected_in_save=$((injected_in_save + 1))
      if [ $said = yes ]; then
        got_through=$((got_through + 1)) # as with EINTR, which is tried again
      elif [ $state = old ]; then
        refused=$((refused + 1))
      else
        unconfirmed=$((unconfirmed + 1))
        grep -q 'was written, but' "$work/err" || grep -q '^[a-z]*(1, "saved.*INJECTED' "$trace" ||
          fail "$point" "the plan is the new one, and the error does not say so: $(cat "$work/err")"
      fi
      if in_save && [ $said = no ] && [ $state = old ] && ! grep -q 'not saved' "$work/err"; then
        fail "$point" "the error does not say that nothing was saved: $(cat "$work/err")"
      fi
      [ -n "$(temps)" ] && fail "$point" "a temporary file was left"
    done
    [ $n -le $limit ] || fail "$error at $call" "no end after $limit calls"
  done
done
echo "fail: $injected errors, $injected_in_save within the save; $refused refused with the old plan whole," \
  "$got_through saved all the same, $unconfirmed new but not confirmed"
if [ $injected_in_save -lt 50 ] || [ $refused -eq 0 ] || [ $unconfirmed -eq 0 ]; then
  fail fail "too few errors within the save: the injections did not hit it"
fi

# A drive that says it wrote and did not: the plan is read back before the rename.
# One that lies about the backup alone costs the backup, and not the save.
lied=0 noticed=0 n=0
while n=$((n + 1)) && [ $n -le $limit ]; do
  run -e "inject=write:retval=7:when=$n"
  status=$?
  grep -q INJECTED "$trace" || break
  grep -q 'write([0-9]*, "\\357\\273\\277.*INJECTED' "$trace" || continue
  verify "write $n claims what it did not do" $status
  lied=$((lied + 1))
  if [ $state = old ] && grep -q 'not saved' "$work/err"; then
    noticed=$((noticed + 1))
  elif [ $said = no ] || [ -e "$folder/.action-plan.backup-3.csv" ]; then
    fail "write $n claims what it did not do" "it was not noticed"
  fi
  [ -n "$(temps)" ] && fail "write $n claims what it did not do" "a temporary file was left"
done
echo "lie:  $lied points"
[ $lied -eq 2 ] && [ $noticed -eq 1 ] || fail lie "the writes of the backup and the plan were not both hit"

both=0
renames=4 # two move backups down, one makes a backup, the last one is the plan's
for second in signal=KILL error=EIO error=EACCES; do
  run -e inject=renameat:error=EACCES:when=$renames -e "inject=unlinkat:$second:when=1"
  verify "rename refused, then $second at unlinkat" $?
  both=$((both + 1))
  [ $state = old ] || fail "rename refused, then $second at unlinkat" "the plan is the $state one"
done
echo "both: $both points"

# The journal. It writes in a thread of its own, so strace follows all; its counts
# are by thread.
recovered() { WRES_RECOVER_HELPER=$plan "$helper" 2>>"$work/err"; }
journalled=0 said_two=0
for call in openat write fsync close renameat newfstatat flock pwrite64; do
  n=0
  while n=$((n + 1)) && [ $n -le $limit ]; do
    fresh
    { WRES_JOURNAL_HELPER=$plan strace -f -o "$trace" -e "trace=$call" \
      -e "inject=$call:signal=KILL:when=$n" "$helper" >"$out" 2>"$work/err"; } 2>/dev/null
    grep -q '+++ killed by SIGKILL' "$trace" || break
    runs=$((runs + 1)) journalled=$((journalled + 1))
    last=$(tail -n 1 "$out")
    [ "$last" = two ] && said_two=$((said_two + 1))
    back=$(recovered | head -n 1)
    case "$last:$back" in
      :none | :one | one:one | one:two | two:two | two:none | none:none) ;;
      *) fail "kill at $call $n of the journal" "it said '$last' and brings back '$back'" ;;
    esac
    cmp -s "$plan" "$work/old" || fail "kill at $call $n of the journal" "the plan was changed"
  done
done
echo "journal: $journalled points, $said_two of them after the second text was written"
[ $said_two -gt 0 ] || fail journal "no kill came between the second text and its discarding"

# A disk that is really full or read-only, in a mount namespace of our own.
real='
  set -e
  mount -t tmpfs -o size=20k kill-save "$2"
  cp "$3" "$2/action-plan.csv"
  head -c 100000 /dev/zero >"$2/filler" 2>/dev/null || true
  WRES_SAVE_HELPER="$2/action-plan.csv" "$1" >"$4" 2>>"$5" && echo "saved on a full disk"
  cmp "$2/action-plan.csv" "$3"
  [ "$(ls -A "$2" | grep -v backup)" = "action-plan.csv
filler" ]
  rm "$2/filler"
  mount -o remount,ro "$2"
  WRES_SAVE_HELPER="$2/action-plan.csv" "$1" >>"$4" 2>>"$5" && echo "saved on a read-only disk"
  cmp "$2/action-plan.csv" "$3"
  [ "$(ls -A "$2" | grep -v backup)" = action-plan.csv ]
  ! grep -qx saved "$4"
  grep -q "free some space" "$5"
  grep -q "read-only" "$5"
'
mkdir "$work/mount"
if unshare -m sh -c 'mount -t tmpfs kill-save "$1"' sh "$work/mount" 2>/dev/null; then
  : >"$work/err"
  if ! unshare -m sh -c "$real" sh "$helper" "$work/mount" "$work/old" "$out" "$work/err"; then
    fail full "$(cat "$work/err")"
  fi
  runs=$((runs + 2))
  echo "full: 2 points"
else
  echo "full: NOT RUN: no leave to mount a disk of our own here"
fi

echo "kill-save: $runs runs, $failures failures"
[ $failures -eq 0 ]
