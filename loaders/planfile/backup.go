package planfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"wres/loaders/durable"
	"wres/model/source"
)

// How often the plan is copied before it is overwritten. What must be there on
// the day something is found wrong is the plan as it was before, and a burst of
// saves must not push that out. So:
//
//   - a copy is made at the first save of a session, and then at a save once the
//     last copy is a quarter of an hour old: no more work than that is ever gone
//     from the newest backup, and most saves cost no copy;
//   - a copy takes the place of the newest backup if both are of the same day, and
//     moves it down if not. So the second backup is always the plan at the end of
//     the last day it was worked on before, however many saves and sessions a day
//     has, and the third that of the working day before.
//
// A plan without actions, or one that looks cut off, is not copied: it would take
// the place of a better one.
const (
	backups     = 3
	backupAfter = 15 * time.Minute
)

// Backup is a copy of the plan as it was.
type Backup struct {
	Path    string
	Saved   time.Time // when the plan was last saved before it was copied
	Actions int
}

// backupPath names a backup; 1 is the newest.
func (d *desk) backupPath(n int) string {
	return beside(d.path, fmt.Sprintf("backup-%d.csv", n))
}

// backUp copies the plan that is about to be overwritten, if it is time. An error
// is kept for Unbacked and the copy tried again at the next save: to refuse the
// save as well would risk what was just written for the sake of what is old.
func (d *desk) backUp(old []byte, s *sheet) {
	now := d.system.now()
	d.mu.Lock()
	due := d.backedUp.IsZero() || now.Sub(d.backedUp) >= backupAfter || now.Before(d.backedUp)
	d.mu.Unlock()
	if !due || s.plan.Len() == 0 || s.damaged {
		return
	}
	err := d.copyToBackup(old)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unbacked = err
	if err == nil {
		d.backedUp = now
	}
}

// copyToBackup makes content the newest backup, with the time of the plan's file.
// A crash between two renames leaves a gap among the backups and loses none.
func (d *desk) copyToBackup(content []byte) error {
	newest := d.backupPath(1)
	if there, err := durable.Read(newest, maxBytes); err == nil && bytes.Equal(there, content) {
		return nil
	}
	info, err := os.Stat(d.path)
	if err != nil {
		return err
	}
	temp, err := d.system.writeTemp(d.path, content, false)
	if err != nil {
		return err
	}
	if err := d.putNewest(temp, info.ModTime()); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// putNewest makes a file the newest backup. Where it cannot be told of which day
// the one before is, that one is not touched.
func (d *desk) putNewest(temp string, saved time.Time) error {
	newest := d.backupPath(1)
	before, err := os.Stat(newest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !sameDay(before.ModTime(), saved):
		if err := d.moveDown(); err != nil {
			return err
		}
	}
	if err := os.Chtimes(temp, saved, saved); err != nil {
		return err
	}
	return d.system.Replace(temp, newest)
}

func sameDay(a, b time.Time) bool {
	return a.Local().Format(time.DateOnly) == b.Local().Format(time.DateOnly)
}

// moveDown makes room for a new backup; the oldest goes.
func (d *desk) moveDown() error {
	for n := backups; n > 1; n-- {
		err := d.system.Replace(d.backupPath(n-1), d.backupPath(n))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Unbacked gives the error of the last backup that was due, or nil if it was made.
func (f *File) Unbacked() error {
	f.desk.mu.Lock()
	defer f.desk.mu.Unlock()
	return f.desk.unbacked
}

// Backups lists the backups that can be read whole, the newest first.
func (f *File) Backups() []Backup {
	var found []Backup
	for n := range backups {
		path := f.desk.backupPath(n + 1)
		info, err := os.Stat(path)
		if err != nil {
			continue
		}
		content, exists, err := read(path)
		if err != nil || !exists {
			continue
		}
		if s := parse(content, filepath.Base(path)); s.reason == "" && s.plan.Len() > 0 {
			found = append(found, Backup{Path: path, Saved: info.ModTime(), Actions: s.plan.Len()})
		}
	}
	return found
}

// Restore puts a backup in the plan's place, durably, and gives the name of the
// file that what stood there is kept in. Reload reads the result. It is refused
// where another wres has the plan open or the file has changed since it was read.
func (f *File) Restore(b Backup) (kept string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	after, err := f.desk.takeForSave()
	if err != nil {
		return "", fmt.Errorf("the backup was not put back: %w", err)
	}
	defer after()
	old, err := f.checkUnchanged()
	if err != nil {
		return "", err
	}
	content, exists, err := read(b.Path)
	if err != nil || !exists {
		return "", errors.Join(err, fmt.Errorf("the backup %s cannot be read, so nothing was changed", source.Path(b.Path)))
	}
	if f.mark.exists {
		if kept, err = f.keepAside(old); err != nil {
			return "", f.notSaved(err)
		}
	}
	temp, err := f.system.writeTemp(f.path, content, true)
	if err != nil {
		return kept, f.notSaved(err)
	}
	if err := f.replace(temp); err != nil {
		return kept, err
	}
	return kept, f.system.SyncFolder(filepath.Dir(f.path))
}

// keepAside writes what stands in the plan's file into a file of its own, and
// overwrites none.
func (f *File) keepAside(content []byte) (name string, err error) {
	if name, err = f.desk.stamped("damaged", ".csv"); err == nil {
		err = f.desk.put(name, content)
	}
	return name, err
}
