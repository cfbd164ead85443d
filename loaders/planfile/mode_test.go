//go:build linux || darwin

package planfile

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"wres/model/plan"
)

// The umask belongs to the whole process, so this test must not run beside others.
func TestModes(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	for old, want := range map[os.FileMode]os.FileMode{0: 0o600, 0o600: 0o600, 0o400: 0o600, 0o666: 0o666, 0o644: 0o644, 0o660: 0o660, 0o755: 0o644} {
		path := filepath.Join(t.TempDir(), "new", "folder", Name)
		if old != 0 {
			path = write(t, "id,action\nA-0001,a\n")
			if err := os.Chmod(path, old); err != nil {
				t.Fatal(err)
			}
		}
		file := load(t, path)
		file.system.Replace = func(from, to string) error {
			if to == path {
				mode(t, from, want) // before the rename too
			} else {
				mode(t, from, 0o600) // a backup is its user's alone
			}
			return os.Rename(from, to)
		}
		if reported := strings.Contains(fmt.Sprint(file.Problems()), "other users"); reported != (old&0o177 != 0) {
			t.Errorf("mode %o: reported %v", old, reported)
		}
		p, _ := file.Plan().Add(plan.Action{Text: "b"})
		save(t, file, p)
		mode(t, path, want)
		if old == 0 {
			mode(t, filepath.Dir(path), 0o700)
			mode(t, filepath.Dir(filepath.Dir(path)), 0o700)
		}
	}
}

// Who shares a plan shares its lock, whatever the umask; but a group that could not
// open the plan is not let in because the new file's group is another.
func TestSharedPlan(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	path := write(t, "id,action\nA-0001,a\n")
	if err := os.Chmod(path, 0o664); err != nil {
		t.Fatal(err)
	}
	file := openFor(t, path, ward)
	mode(t, beside(path, "lock"), 0o664)
	save(t, file, file.Plan())
	mode(t, path, 0o664)
	file.system.giveGroup = func(os.FileInfo, *os.File) error { return syscall.EPERM }
	save(t, file, file.Plan())
	mode(t, path, 0o604)
}

// A file that may not grow stands for a full disk: the write stops half-way.
// Found by .ci/kill-save.sh: the half-written file was left behind. The limit
// belongs to a whole process, and go test writes a log of its own into a file, so
// another process has it.
func TestWriteStopsHalfWay(t *testing.T) {
	before := "id,action\nA-0001,a\n"
	path := write(t, before)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), fullVariable+"="+path)
	out, err := cmd.CombinedOutput()
	if err != nil || string(out) != "too large; 1 action; no leftovers; then saved\n" {
		t.Errorf("%v, %q", err, out)
	}
	if !strings.Contains(content(t, path), "long long") {
		t.Error("the plan was not saved once there was room")
	}
}

// fullVariable makes the test binary save a plan that is larger than a file may be.
const fullVariable = "WRES_FULL_HELPER"

func init() { helpers[fullVariable] = saveOnFullDisk }

func saveOnFullDisk(path string) int {
	fail := func(what ...any) int {
		fmt.Fprintln(os.Stderr, what...)
		return 1
	}
	before, err := os.ReadFile(path)
	if err != nil {
		return fail(err)
	}
	file, err := Load(path)
	if err != nil {
		return fail(err)
	}
	p, _ := file.Plan().Add(plan.Action{Text: strings.Repeat("long ", 1<<18)})
	signal.Ignore(syscall.SIGXFSZ) // else the limit ends the process
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return fail(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1 << 20, Max: limit.Max}); err != nil {
		return fail(err)
	}
	err = file.Save(p)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return fail(err)
	}
	if !errors.Is(err, syscall.EFBIG) || !strings.Contains(err.Error(), "not saved") {
		return fail("the save on the full disk:", err)
	}
	after, err := os.ReadFile(path)
	if err != nil || string(after) != string(before) {
		return fail("the plan changed:", err)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*.tmp"))
	if hidden, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*.tmp")); err != nil || len(left)+len(hidden) > 0 {
		return fail("left behind:", left, hidden, err)
	}
	fmt.Printf("too large; %d action; no leftovers; ", file.Plan().Len())
	if err := file.Save(p); err != nil { // it works once there is room
		return fail(err)
	}
	fmt.Println("then saved")
	return 0
}

func mode(t *testing.T, path string, want os.FileMode) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != want {
		t.Errorf("%s has mode %o, want %o", path, got, want)
	}
}

// The footer has room for a few words.
func TestErrorsAreBrief(t *testing.T) {
	d := &desk{path: "p", system: platform()}
	f := &File{path: "p", system: d.system, desk: d}
	for err, want := range map[error]string{
		syscall.ENOSPC: "disk full", syscall.EROFS: "no leave to write there", syscall.EACCES: "no leave to write there",
		&HeldError{}: "open elsewhere", syscall.EIO: "the disk or drive failed",
	} {
		for _, worded := range []error{f.notSaved(err), d.notJournalled(err)} {
			var brief interface{ Brief() string }
			if !errors.As(worded, &brief) || brief.Brief() != want || !errors.Is(worded, err) {
				t.Errorf("%v: want %q", worded, want)
			}
		}
	}
}
