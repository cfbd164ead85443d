#!/usr/bin/env bash
# Cuts the power after a save of the action plan and looks at what the disk holds.
#
#   .ci/power-cut.sh
#
# The disk is an ext4 file system in an image that is mounted by a loop device. A
# cut is a copy of the image, made without unmounting or synchronising it: it
# holds what had reached the disk, and nothing that the kernel still meant to
# write. The copy is then mounted, which repairs it as a start after a cut does.
# There are two kinds of file system, since ext4 by default hides some faults of
# programs that do not synchronise what they rename.
#
#   saved      right after "saved": the copy has the new plan, and its backup is whole
#   journalled right after the journal said that it has a text: it is brought back
#   during     at any moment of a save: the copy has the old plan or the new one
#
# Exits 0 if all held, 1 if not. Where it may not mount, it says that nothing was
# tested and exits 0: such a run is no proof.
set -u
cd "$(dirname "$0")/.." || exit 1

# A mount namespace of our own: what is mounted here is seen by nobody else, and
# is gone with the script.
if [ -z "${WRES_POWER_CUT:-}" ]; then
  if unshare -m true 2>/dev/null; then
    WRES_POWER_CUT=1 exec unshare -m bash "$0" "$@"
  fi
  echo "power-cut: NOT RUN, nothing was tested: no leave to mount a disk of our own here"
  exit 0
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/power-cut.XXXXXX") || exit 1
disk=$work/disk after=$work/after
clean_up() {
  umount "$after" 2>/dev/null
  umount "$disk" 2>/dev/null
  rm -rf "$work"
}
trap clean_up EXIT
mkdir "$disk" "$after"

not_run() {
  echo "power-cut: NOT RUN, nothing was tested: $*"
  exit 0
}
command -v mkfs.ext4 >/dev/null || not_run "mkfs.ext4 is not installed"
truncate -s 16M "$work/image" && mkfs.ext4 -q -F "$work/image" || not_run "no file system could be made"
mount -o loop "$work/image" "$disk" 2>/dev/null || not_run "no image can be mounted here"
umount "$disk"

helper=$work/planfile.test
go test -c -o "$helper" ./loaders/planfile || { echo "power-cut: the tests do not build"; exit 1; }

cuts=0 failures=0
fail() {
  failures=$((failures + 1))
  echo "FAILED $1: $2"
}

# cut copies the image as it is now and mounts the copy.
cut() {
  cuts=$((cuts + 1))
  cp --sparse=always "$work/image" "$work/copy" && mount -o loop "$work/copy" "$after"
}

# The plan has old files on the disk before each cut; a later plan is the one before
# with an action more, so that each save writes something else.
begin() {
  umount "$disk" 2>/dev/null
  mkfs.ext4 -q -F "$work/image" && mount -o "loop,$1" "$work/image" "$disk" || exit 1
  printf '\357\273\277id,action\r\nA-0001,first\r\n' >"$disk/action-plan.csv"
  sync -f "$disk"
}

backups_whole() {
  for backup in "$after"/.action-plan.backup-?.csv; do
    [ ! -e "$backup" ] || [ "$(tail -c 2 "$backup" | od -An -tx1 | tr -d ' ')" = 0d0a ] || return 1
  done
}

for options in defaults noauto_da_alloc; do
  begin $options
  held=0
  for n in 1 2 3 4 5 6 7 8 9 10; do
    # The first save of every process makes a backup as well.
    [ "$(WRES_SAVE_HELPER=$disk/action-plan.csv "$helper" 2>&1)" = "begin
saved" ] || fail "saved $n ($options)" "the save does not work"
    cut
    if cmp -s "$disk/action-plan.csv" "$after/action-plan.csv" && backups_whole; then
      held=$((held + 1))
    else
      fail "saved $n ($options)" "what was said to be saved is not there: $(ls -la "$after")"
    fi
    umount "$after"
  done
  echo "saved ($options): $held of 10 cuts"

  held=0
  for text in one two; do
    rm -f "$disk/.action-plan.journal"
    WRES_STOP_AFTER=$text WRES_JOURNAL_HELPER=$disk/action-plan.csv "$helper" >/dev/null 2>&1
    cut
    if [ "$(WRES_RECOVER_HELPER=$after/action-plan.csv "$helper" 2>&1)" = $text ]; then
      held=$((held + 1))
    else
      fail "journalled $text ($options)" "the text is not brought back"
    fi
    umount "$after"
  done
  echo "journalled ($options): $held of 2 cuts"

  old=0 new=0
  for delay in 0 0.004 0.008 0.012 0.016 0.024; do
    cp "$disk/action-plan.csv" "$work/old"
    WRES_SAVE_HELPER=$disk/action-plan.csv "$helper" >/dev/null 2>&1 &
    sleep $delay
    cut
    wait
    if cmp -s "$after/action-plan.csv" "$work/old"; then
      old=$((old + 1))
    elif cmp -s "$after/action-plan.csv" "$disk/action-plan.csv"; then
      new=$((new + 1))
    else
      fail "during a save ($options)" "the plan is neither the old nor the new one"
    fi
    backups_whole || fail "during a save ($options)" "a backup is half-written"
    umount "$after"
  done
  echo "during ($options): the old plan $old times, the new one $new times"
done

echo "power-cut: $cuts cuts, $failures failures"
[ $failures -eq 0 ]
