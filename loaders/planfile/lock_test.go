package planfile

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"wres/model/plan"
)

var (
	ward  = Holder{Host: "WARD-7", User: "zoe"}
	other = Holder{Host: "WARD-8", User: "sam"}
)

func openFor(t *testing.T, path string, who Holder) *File {
	t.Helper()
	file, err := Open(path, who)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(file.Close)
	return file
}

func TestSecondOpenerIsReadOnlyAndToldWho(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	first := openFor(t, path, ward)
	if first.ReadOnly() != "" || first.Elsewhere() != "" {
		t.Fatal(first.ReadOnly())
	}
	second := openFor(t, path, other)
	want := "open elsewhere (since " + time.Now().Format("15:04") + " on WARD-7 by zoe)"
	if second.Elsewhere() != want || !strings.Contains(second.ReadOnly(), want) {
		t.Errorf("%q; %q", second.Elsewhere(), second.ReadOnly())
	}
	if second.Plan().Len() != 1 || second.Damaged() {
		t.Error("the second opener cannot read the plan, or takes it for damaged")
	}
	if err := second.Save(second.Plan()); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
	once := load(t, path) // as a command does, which holds nothing
	if err := once.Save(once.Plan()); !errors.Is(err, ErrHeld) || !strings.Contains(err.Error(), "not saved") || !strings.Contains(err.Error(), "WARD-7") {
		t.Error(err)
	}
	save(t, first, first.Plan())

	first.Close()
	third, err := second.Reload()
	if err != nil || third.ReadOnly() != "" {
		t.Fatalf("%v, %q", err, third.ReadOnly())
	}
	if again := openFor(t, path, ward); !strings.Contains(again.Elsewhere(), "WARD-8 by sam") {
		t.Errorf("after the lock went over: %q", again.Elsewhere())
	}
}

func TestLookingLeavesNothingBehind(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := openFor(t, path, ward)
	if _, err := os.Stat(beside(path, "lock")); err != nil {
		t.Error(err)
	}
	file.Close()
	once := load(t, path)
	save(t, once, once.Plan())
	if err := once.Save(once.Plan()); err != nil {
		t.Error("a second save: ", err)
	}
	want := []string{".action-plan.backup-1.csv", Name}
	if !platform().lockGoes {
		want = append(want, ".action-plan.lock")
	}
	slices.Sort(want)
	if names := namesIn(t, filepath.Dir(path)); !slices.Equal(names, want) {
		t.Errorf("%q is left, want %q", names, want)
	}
	missing := filepath.Join(t.TempDir(), "new", Name)
	file = openFor(t, missing, ward)
	if _, err := os.Stat(filepath.Dir(missing)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder was made only to look")
	}
	save(t, file, plan.Plan{})
	if second := openFor(t, missing, other); second.Elsewhere() == "" {
		t.Error("the first save of a new plan did not take its lock")
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	slices.Sort(names)
	return names
}

// The holder removes the lock file when it closes. Whoever opened that file just
// before locks one that no longer stands at the path, which counts for nothing.
func TestLockOfARemovedFileDoesNotCount(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	first, err := platform().tryLock(path, ward, newMode)
	if err != nil {
		t.Fatal(err)
	}
	defer first.release()
	if err := os.Remove(path); err != nil {
		t.Skip("a file that is locked cannot be removed here")
	}
	if first.stands() {
		t.Error("a lock whose file is gone still counts")
	}
	second, err := platform().tryLock(path, other, newMode)
	if err != nil || !second.stands() {
		t.Fatal(err)
	}
	first.release()
	if !second.stands() {
		t.Error("to give up a lock that no longer counts took the other's away")
	}
	second.release()
}

// Locks that come and go with their files are never held by two at once.
func TestLockIsHeldByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	var holders, taken atomic.Int32
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 2000 {
				l, err := platform().tryLock(path, ward, newMode)
				if errors.Is(err, ErrHeld) {
					continue
				} else if err != nil {
					t.Error(err)
					return
				}
				if n := holders.Add(1); n != 1 {
					t.Errorf("%d hold the lock", n)
				}
				taken.Add(1)
				runtime.Gosched()
				holders.Add(-1)
				l.release()
			}
		})
	}
	all.Wait()
	if taken.Load() < 100 {
		t.Errorf("taken %d times only", taken.Load())
	}
}

// Whoever takes the lock file away lets another in; the first then saves nothing.
func TestLockFileTakenAway(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	first := openFor(t, path, ward)
	if err := os.Remove(beside(path, "lock")); err != nil {
		t.Skip("a file that is locked cannot be removed here")
	}
	second := openFor(t, path, other)
	if second.ReadOnly() != "" {
		t.Fatal(second.ReadOnly())
	}
	if err := first.Save(first.Plan()); !errors.Is(err, ErrHeld) {
		t.Error(err)
	}
	save(t, second, second.Plan())
	second.Close()
	if err := first.Save(first.Plan()); !errors.Is(err, ErrChangedOutside) {
		t.Error(err)
	}
}

func TestLockThroughALinkWritesNowhereElse(t *testing.T) {
	folder := t.TempDir()
	path, target := filepath.Join(folder, "lock"), filepath.Join(folder, "target")
	if err := os.WriteFile(target, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	if !linked(t, target, path) {
		t.Skip("no links here")
	}
	if _, err := platform().tryLock(path, ward, newMode); err == nil || errors.Is(err, ErrHeld) {
		t.Errorf("locked: %v", err)
	}
	if got := content(t, target); got != "theirs" {
		t.Errorf("the target holds %q", got)
	}
}

// A name that anyone could write is shown as far as it can be read.
func TestHolderThatCannotBeRead(t *testing.T) {
	for _, text := range []string{"", "\n", "\n{", "\n{\"Host\":7}", "\n" + strings.Repeat("x", 10000)} {
		path := filepath.Join(t.TempDir(), "lock")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if who := readHolder(path); who != (Holder{}) {
			t.Errorf("%q: %+v", text, who)
		}
	}
	if got := (&HeldError{}).Error(); got != "open elsewhere" {
		t.Error(got)
	}
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	if got := (Holder{Host: "H", Since: now.AddDate(0, 0, -1)}).Words(now); got != "since 22 November 09:00 on H" {
		t.Error(got)
	}
	long := Holder{Host: strings.Repeat("h", 1000)}
	path := filepath.Join(t.TempDir(), "lock")
	l, err := platform().tryLock(path, long, newMode)
	if err != nil {
		t.Fatal(err)
	}
	defer l.release()
	if who := readHolder(path); who != (Holder{}) {
		t.Errorf("%+v", who)
	}
}

func TestDriveWithoutLocks(t *testing.T) {
	none := errors.New("no locks here")
	s := platform()
	s.noLocks = func(err error) bool { return errors.Is(err, none) }
	f := &File{system: s, name: Name}
	f.lockedOut(none)
	if f.reason != "" || len(f.problems) != 1 {
		t.Errorf("%q, %v", f.reason, f.problems)
	}
	f = &File{system: s, name: Name}
	f.lockedOut(errReadOnly)
	if !strings.Contains(f.reason, "cannot be written") || f.elsewhere != "" {
		t.Errorf("%q, %q", f.reason, f.elsewhere)
	}
	f = &File{system: s, name: Name}
	f.lockedOut(errFull)
	if f.reason != "" {
		t.Errorf("a full disk, which may pass: %q", f.reason)
	}
}

// Two editors that save as fast as they can, each from what it read last: every
// edit of either is in the plan at the end.
func TestTwoEditorsLoseNoUpdate(t *testing.T) {
	const rounds = 500 // each
	path := write(t, "id,action,baseline,target\nA-0001,count,0,0\n")
	counts := []func(*plan.Action) *string{
		func(a *plan.Action) *string { return &a.Baseline },
		func(a *plan.Action) *string { return &a.Target },
	}
	var both sync.WaitGroup
	for _, count := range counts {
		both.Go(func() { countTo(t, path, rounds, count) })
	}
	both.Wait()
	last, _ := load(t, path).Plan().Find("A-0001")
	for _, count := range counts {
		if got := *count(&last); got != strconv.Itoa(rounds) {
			t.Errorf("counted to %s of %d", got, rounds)
		}
	}
}

// countTo counts a field of the plan up, one save a number, and begins again from
// what stands there whenever someone else was quicker.
func countTo(t *testing.T, path string, rounds int, field func(*plan.Action) *string) {
	file, err := Load(path)
	if err != nil {
		t.Error(err)
		return
	}
	file.system.SyncFolder = func(string) error { return nil } // a power cut is not what is tried
	for n := 0; n < rounds; {
		action, _ := file.Plan().Find("A-0001")
		*field(&action) = strconv.Itoa(n + 1)
		p, err := file.Plan().Edit(action)
		if err == nil {
			err = file.Save(p)
		}
		switch {
		case err == nil:
			n++
			continue
		case !errors.Is(err, ErrHeld) && !errors.Is(err, ErrChangedOutside):
			t.Error(err)
			return
		}
		if file, err = file.Reload(); err != nil {
			t.Error(err)
			return
		}
		if action, _ := file.Plan().Find("A-0001"); *field(&action) != strconv.Itoa(n) {
			t.Errorf("%d was saved and %s stands there", n, *field(&action))
			return
		}
	}
}

// A process that is killed holds no lock any more, whatever its file says.
func TestKillFreesTheLock(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	holder := exec.Command(self)
	holder.Env = append(os.Environ(), holdVariable+"="+path)
	out, err := holder.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	line := make([]byte, 4)
	_, err = out.Read(line)
	second := openFor(t, path, other)
	if err != nil || !strings.Contains(second.Elsewhere(), "PROCESS") {
		t.Errorf("%v: %q", err, second.Elsewhere())
	}
	if err := holder.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait() // it was killed
	if third, err := second.Reload(); err != nil || third.ReadOnly() != "" {
		t.Errorf("%v: %q", err, third.ReadOnly())
	}
}
