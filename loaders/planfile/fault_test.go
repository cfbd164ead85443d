package planfile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/durable"
	"wres/model/plan"
)

// faulty is a file with one action more to save, and a fault in its system.
func faulty(t *testing.T, fault func(*durable.System, string)) (path, before string, err error) {
	t.Helper()
	before = "\ufeffid,action\nA-0001,a\n"
	path = write(t, before)
	file := load(t, path)
	fault(&file.system.System, path)
	p, _ := file.Plan().Add(plan.Action{Text: "b"})
	err = file.Save(p)
	if err != nil && content(t, path) == before && !file.Plan().Equal(load(t, path).Plan()) {
		t.Error("the file was not saved, and its plan says it was")
	}
	return path, before, err
}

func TestRenameFails(t *testing.T) {
	for fault, says := range map[error]string{
		syscall.EACCES: "may write", errFull: "free some space", syscall.EXDEV: "try again", errReadOnly: "read-only",
	} {
		path, before, err := faulty(t, func(s *durable.System, _ string) {
			s.Replace = func(string, string) error { return fault }
		})
		if !errors.Is(err, fault) || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "not saved") {
			t.Error(err)
		}
		if content(t, path) != before || len(leftovers(t, path)) > 0 {
			t.Error(content(t, path), leftovers(t, path))
		}
	}
}

func TestChangedDuringSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", Name)
	file := load(t, path)
	file.system.SyncFolder = func(string) error {
		// The new folder is synchronised before the first check.
		return os.WriteFile(path, []byte("theirs"), 0o600)
	}
	err := file.Save(plan.Plan{})
	if !errors.Is(err, ErrChangedOutside) || content(t, path) != "theirs" || len(leftovers(t, path)) > 0 {
		t.Error(err, content(t, path), leftovers(t, path))
	}
}

// Between the two checks, while the new plan is being written: the last look before
// the rename must find it.
func TestChangedWhileTheNewPlanIsWritten(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"written over": func(path string) error { return os.WriteFile(path, []byte("theirs"), 0o600) },
		"replaced": func(path string) error {
			theirs := filepath.Join(filepath.Dir(path), "theirs")
			return errors.Join(os.WriteFile(theirs, []byte("theirs"), 0o600), os.Rename(theirs, path))
		},
		"deleted": os.Remove,
	} {
		path := write(t, "id,action\nA-0001,a\n")
		if err := os.Chmod(path, 0o666); err != nil { // shared, so that the new file is given its group
			t.Fatal(err)
		}
		file := load(t, path)
		var after string
		file.system.giveGroup = func(_ os.FileInfo, temp *os.File) error {
			if err := change(path); err != nil || after != "" {
				t.Errorf("%s: changed at %q, again at %q: %v", name, after, temp.Name(), err)
			}
			after = temp.Name()
			return nil
		}
		p, _ := file.Plan().Add(plan.Action{Text: "mine"})
		err := file.Save(p)
		if matched, _ := filepath.Match(tempPattern, filepath.Base(after)); !matched {
			t.Fatalf("%s: the change was made while %q was written", name, after)
		}
		there, readErr := os.ReadFile(path)
		if gone := errors.Is(readErr, os.ErrNotExist); !errors.Is(err, ErrChangedOutside) || gone != (name == "deleted") || !gone && string(there) != "theirs" {
			t.Errorf("%s: %v; the plan is now %q", name, err, there)
		}
		if left := leftovers(t, path); len(left) > 0 {
			t.Errorf("%s: left behind: %q", name, left)
		}
	}
}

func TestFolderNotSynchronised(t *testing.T) {
	path, _, err := faulty(t, func(s *durable.System, _ string) {
		s.SyncFolder = func(string) error { return syscall.EIO }
	})
	if !errors.Is(err, syscall.EIO) || !strings.Contains(err.Error(), "was written") {
		t.Error(err)
	}
	if got := content(t, path); got != "\ufeffid,action,number\nA-0001,a,\nA-0002,b,1\n" {
		t.Errorf("%q", got)
	}
}

func TestSaveAgainAfterFolderWasNotSynchronised(t *testing.T) {
	file := load(t, write(t, "id,action\nA-0001,a\n"))
	works := file.system.SyncFolder
	file.system.SyncFolder = func(string) error { return syscall.EIO }
	if err := file.Save(file.Plan()); err == nil {
		t.Error("saved")
	}
	file.system.SyncFolder = works
	save(t, file, file.Plan())
}

func TestNewFolderIsSynchronised(t *testing.T) {
	base := t.TempDir()
	file := load(t, filepath.Join(base, "a", "b", Name))
	var synced []string
	file.system.SyncFolder = func(folder string) error {
		synced = append(synced, strings.TrimPrefix(folder, base))
		return nil
	}
	save(t, file, plan.Plan{})
	if diff := cmp.Diff([]string{"/a", "", "/a/b"}, synced); diff != "" && runtime.GOOS != "windows" {
		t.Error(diff)
	}
}

// Another program that holds the file, as on Windows.
func TestHeldFile(t *testing.T) {
	held := errors.New("sharing violation")
	hold := func(s *durable.System, times int) *time.Duration {
		works, waited := s.Replace, new(time.Duration)
		s.Held = func(err error) bool { return errors.Is(err, held) }
		s.Pause = func(pause time.Duration) { *waited += pause }
		s.Replace = func(from, to string) error {
			if times--; times >= 0 {
				return held
			}
			return works(from, to)
		}
		return waited
	}
	path, before, err := faulty(t, func(s *durable.System, _ string) { hold(s, 5) })
	if err != nil || content(t, path) == before {
		t.Errorf("let go after five attempts: %v", err)
	}
	var waited *time.Duration
	path, before, err = faulty(t, func(s *durable.System, _ string) { waited = hold(s, 1000) })
	left := leftovers(t, path)
	if !errors.Is(err, held) || content(t, path) != before || len(left) != 1 || !strings.Contains(err.Error(), left[0]) {
		t.Errorf("never let go: %v, %q left", err, left)
	}
	if *waited < durable.HeldFor || *waited > durable.HeldFor+time.Second/4 {
		t.Errorf("waited %v", *waited)
	}
	if got := load(t, left[0]).Plan().Len(); got != 2 {
		t.Errorf("the kept file holds %d actions", got)
	}
}

func TestNotAFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "folder")
	file := load(t, filepath.Join(folder, Name))
	if err := os.WriteFile(folder, []byte("in the way"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := file.Save(plan.Plan{})
	if err == nil || !strings.Contains(err.Error(), "not saved") || content(t, folder) != "in the way" {
		t.Error(err)
	}
}

// /proc takes no new file, not even from root, who may write everywhere else.
func TestUnwritableFolder(t *testing.T) {
	if _, err := os.Stat("/proc/self"); err != nil {
		t.Skip("no /proc here")
	}
	err := load(t, "/proc/"+Name).Save(plan.Plan{})
	if err == nil || !strings.Contains(err.Error(), "not saved") {
		t.Error(err)
	}
}
