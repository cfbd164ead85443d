package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"wres/loaders/durable"
	"wres/model/plan"
	"wres/model/source"
)

// tempPattern names the file a save writes before it takes the plan's place. It
// is hidden, is none of the names that wres reads, and is known as ours should
// a crash leave one behind.
const tempPattern = ".action-plan-*.tmp"

// system is what a plan's file asks of the operating system. Tests put faults in
// its place.
type system struct {
	durable.System
	now func() time.Time
	// noLocks tells the error of a drive that cannot lock files.
	noLocks func(error) bool
	// lockGoes is set where a file can be removed while it is locked.
	lockGoes bool
	// giveGroup gives a file the group of another. Windows has none.
	giveGroup func(from os.FileInfo, to *os.File) error
}

// Save writes the plan to the file and returns nil only once it is durable. The
// steps, each of which leaves the old file whole until the rename:
//
//  1. take the lock of the plan, unless it is held: ErrHeld
//  2. the file must still be as it was opened or last saved: ErrChangedOutside
//  3. make the bytes, and read them back into a plan equal to p
//  4. where it is time for one, copy the old file to a backup: see backup.go
//  5. write the bytes to a new file in the same folder, synchronise it, close
//     it, read it back and compare
//  6. check 2 again, since the steps since can take a while on a slow drive
//  7. rename the new file over the old, on Windows again and again for 2 s
//     while another program holds the file
//  8. synchronise the folder, without which the rename can be lost
//
// A plan that is new has mode 0600; one that others may read or write stays so.
// Errors say what happened and what to do, and no temporary file is left, save
// where Windows would not let go of the plan: then it holds the new plan and the
// error names it. A backup that cannot be made stops no save: see Unbacked.
// ErrReadOnly means that nothing was tried. p may hold any plan that was made by
// edits from f.Plan.
func (f *File) Save(p plan.Plan) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.reason != "" {
		return fmt.Errorf("not saved: %s was %w: %s", source.Path(f.path), ErrReadOnly, f.reason)
	}
	if !f.mark.exists { // a folder that is gone may be a drive that is not connected
		if err := f.desk.makeFolder(filepath.Dir(f.path)); err != nil {
			return f.notSaved(err)
		}
	}
	after, err := f.desk.takeForSave()
	if errors.Is(err, ErrHeld) {
		return &briefError{fmt.Errorf("not saved, and the file is as it was: the plan is %w; close it there and save again", err), ErrHeld.Error()}
	} else if err != nil {
		return f.notSaved(err)
	}
	defer after()
	return f.saveLocked(p)
}

// saveLocked does the steps of Save after the lock is taken.
func (f *File) saveLocked(p plan.Plan) error {
	old, err := f.checkUnchanged()
	if err != nil {
		return err
	}
	content, sheet, err := compose(f.sheet, f.first, p, f.name)
	if err != nil {
		return fmt.Errorf("not saved: %s: %w", source.Path(f.path), err)
	}
	f.desk.backUp(old, f.sheet)
	temp, err := f.system.writeTemp(f.path, content, true)
	if err != nil {
		return f.notSaved(err)
	}
	if _, err := f.checkUnchanged(); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	if err := f.replace(temp); err != nil {
		return err
	}
	// From here on the new content is what stands on the disk, and what the
	// next save must find there, even if the folder cannot be synchronised.
	f.sheet, f.mark = sheet, fingerprintOf(content)
	f.desk.setSeal(f.mark, sheet)
	if err := f.system.SyncFolder(filepath.Dir(f.path)); err != nil {
		return fmt.Errorf("%s was written, but the disk did not confirm that it will outlast a power cut: %w; save again", source.Path(f.path), err)
	}
	return nil
}

// checkUnchanged compares the file with what it was at Load or the last save, and
// gives what it holds.
func (f *File) checkUnchanged() (content []byte, err error) {
	content, exists, err := read(f.path)
	if err != nil {
		return nil, fmt.Errorf("not saved: %s could not be compared with what was opened: %w", source.Path(f.path), err)
	}
	now := fingerprint{}
	if exists {
		now = fingerprintOf(content)
	}
	if now == f.mark {
		return content, nil
	}
	const advice = "nothing was overwritten: open the plan again, or save yours under another name to keep both"
	switch {
	case !now.exists:
		return nil, fmt.Errorf("not saved: %s was deleted, moved or %w; "+
			"put it back, or save the plan under another name", source.Path(f.path), ErrChangedOutside)
	case !f.mark.exists:
		return nil, fmt.Errorf("not saved: %s did not exist and was created or %w; %s", source.Path(f.path), ErrChangedOutside, advice)
	}
	return nil, fmt.Errorf("not saved: %s was %w; %s", source.Path(f.path), ErrChangedOutside, advice)
}

// writeTemp writes a new file beside another, makes it durable and proves that it
// holds content. It is for its user alone, or as the other one is where alike is
// set. On an error no file is left.
func (s *system) writeTemp(path string, content []byte, alike bool) (name string, err error) {
	var prepare func(*os.File) error
	if alike {
		prepare = func(temp *os.File) error { return s.makeAlike(temp, path) }
	}
	return durable.Temp(filepath.Dir(path), tempPattern, content, prepare)
}

// makeAlike gives a new file the mode of another where that is wider, since who
// shares a plan would be shut out by its first save. It never opens the file to a
// group that could not read the other.
func (s *system) makeAlike(temp *os.File, path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	mode := info.Mode().Perm() & 0o666
	if mode|newMode == newMode {
		return nil
	}
	if s.giveGroup(info, temp) != nil {
		mode &^= 0o070
	}
	return temp.Chmod(mode | newMode)
}

// replace puts temp in the plan's place. If that fails temp is removed, unless
// another program held the plan to the end: the new plan is then kept in temp,
// because the cause will not be gone by asking again at once.
func (f *File) replace(temp string) error {
	err := f.system.Put(temp, f.path)
	switch {
	case err == nil:
		return nil
	case f.system.Held(err):
		return &briefError{fmt.Errorf("not saved: another program holds %s: %w; "+
			"close it there (Excel, a preview, a virus scanner), see that it is not marked read-only, and save again; "+
			"the new plan is meanwhile kept in %s", source.Path(f.path), err, source.Path(temp)), "another program holds the file"}
	}
	return f.notSaved(errors.Join(err, os.Remove(temp)))
}

// makeFolder makes the plan's folder and those above it, for the user alone, and
// makes their names durable: a plan in a folder that is lost is lost.
func (d *desk) makeFolder(folder string) error {
	var missing []string
	for at := folder; ; at = filepath.Dir(at) {
		_, err := os.Stat(at)
		if err == nil {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) || at == filepath.Dir(at) {
			return err
		}
		missing = append(missing, at)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	for _, made := range missing {
		if err := d.system.SyncFolder(filepath.Dir(made)); err != nil {
			return err
		}
	}
	return nil
}

// notSaved words the error of a save that changed nothing.
func (f *File) notSaved(err error) error {
	advice, brief := "try again, or save the plan under another name", f.system.brief(err)
	switch brief {
	case diskFull:
		advice = "the disk is full: free some space and save again"
	case notAllowed:
		advice = "check that you may write to the folder and that the drive is not read-only, or save the plan under another name"
	}
	return &briefError{fmt.Errorf("not saved, and the file is as it was: %s: %w; %s", source.Path(f.path), err, advice), brief}
}
