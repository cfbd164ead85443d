package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"wres/loaders/durable"
	"wres/model/plan"
)

// tempPattern names the file a save writes before it takes the plan's place. It
// is hidden, is none of the names that wres reads, and is known as ours should
// a crash leave one behind.
const tempPattern = ".action-plan-*.tmp"

// Save writes the plan to the file and returns nil only once it is durable. The
// steps, each of which leaves the old file whole until the rename:
//
//  1. the file must still be as it was opened or last saved: ErrChangedOutside
//  2. make the bytes, and read them back into a plan equal to p
//  3. write them to a new file in the same folder (mode 0600), synchronise it,
//     close it, read it back and compare
//  4. check 1 again, since 3 can take a while on a slow drive
//  5. rename the new file over the old, on Windows again and again for 2 s
//     while another program holds the file
//  6. synchronise the folder, without which the rename can be lost
//
// The new file has mode 0600 whatever the old one had. Errors say what happened
// and what to do, and no temporary file is left, save where Windows would not
// let go of the plan: then it holds the new plan and the error names it.
// ErrReadOnly means that nothing was tried. p may hold any plan that was made by
// edits from f.Plan.
func (f *File) Save(p plan.Plan) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if reason := f.opened.reason; reason != "" {
		return fmt.Errorf("not saved: %s was %w: %s", f.path, ErrReadOnly, reason)
	}
	if err := f.checkUnchanged(); err != nil {
		return err
	}
	content, sheet, err := compose(f.sheet, f.first, p, filepath.Base(f.path))
	if err != nil {
		return fmt.Errorf("not saved: %s: %w", f.path, err)
	}
	folder := filepath.Dir(f.path)
	if err := f.makeFolder(folder); err != nil {
		return f.notSaved(err)
	}
	temp, err := durable.Temp(folder, tempPattern, content)
	if err != nil {
		return f.notSaved(err)
	}
	if err := f.checkUnchanged(); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	if err := f.replace(temp); err != nil {
		return err
	}
	// From here on the new content is what stands on the disk, and what the
	// next save must find there, even if the folder cannot be synchronised.
	f.sheet, f.mark = sheet, fingerprintOf(content)
	if err := f.system.SyncFolder(folder); err != nil {
		return fmt.Errorf("%s was written, but the disk did not confirm that it will outlast a power cut: %w; save again", f.path, err)
	}
	return nil
}

// checkUnchanged compares the file with what it was at Load or the last save.
func (f *File) checkUnchanged() error {
	content, exists, err := read(f.path)
	if err != nil {
		return fmt.Errorf("not saved: %s could not be compared with what was opened: %w", f.path, err)
	}
	now := fingerprint{}
	if exists {
		now = fingerprintOf(content)
	}
	if now == f.mark {
		return nil
	}
	const advice = "nothing was overwritten: open the plan again, or save yours under another name to keep both"
	switch {
	case !now.exists:
		return fmt.Errorf("not saved: %s was deleted, moved or %w; "+
			"put it back, or save the plan under another name", f.path, ErrChangedOutside)
	case !f.mark.exists:
		return fmt.Errorf("not saved: %s did not exist and was created or %w; %s", f.path, ErrChangedOutside, advice)
	}
	return fmt.Errorf("not saved: %s was %w; %s", f.path, ErrChangedOutside, advice)
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
		return fmt.Errorf("not saved: another program holds %s: %w; "+
			"close it there (Excel, a preview, a virus scanner), see that it is not marked read-only, and save again; "+
			"the new plan is meanwhile kept in %s", f.path, err, temp)
	}
	return f.notSaved(errors.Join(err, os.Remove(temp)))
}

// makeFolder makes the plan's folder and those above it, for the user alone, and
// makes their names durable: a plan in a folder that is lost is lost.
func (f *File) makeFolder(folder string) error {
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
		if err := f.system.SyncFolder(filepath.Dir(made)); err != nil {
			return err
		}
	}
	return nil
}

// notSaved words the error of a save that changed nothing.
func (f *File) notSaved(err error) error {
	advice := "try again, or save the plan under another name"
	switch {
	case f.system.DiskFull(err):
		advice = "the disk is full: free some space and save again"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		advice = "check that you may write to the folder and that the drive is not read-only, or save the plan under another name"
	}
	return fmt.Errorf("not saved, and the file is as it was: %s: %w; %s", f.path, err, advice)
}
