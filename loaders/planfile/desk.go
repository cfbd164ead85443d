package planfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"wres/model/source"
)

// desk is what stays while a plan is worked on, however often its file is read
// again: the lock, the time of the last backup, and what the journal applies to.
type desk struct {
	path   string // of the plan, links followed
	system *system
	who    Holder
	keep   bool // the lock is kept from save to save

	mu       sync.Mutex
	lock     *lock
	backedUp time.Time // in this session; zero: not yet
	unbacked error     // of the last backup
	onDisk   seal
}

// beside names a file of our own in the plan's folder. It is hidden, named after
// the plan, and none that wres takes for an extract.
func beside(path, what string) string {
	name := strings.TrimSuffix(filepath.Base(path), ".csv")
	return filepath.Join(filepath.Dir(path), "."+name+"."+what)
}

// Open opens the plan at path as Load does, to work on it: it takes the lock of
// the plan first and keeps it until Close. Where another wres has the plan open,
// or the folder cannot be written to, the plan is opened read-only and Elsewhere
// or ReadOnly says so. A folder that does not exist yet is not made; the first
// save takes the lock then. who names this user to others.
func Open(path string, who Holder) (*File, error) {
	resolved, err := resolve(path)
	if err != nil {
		return nil, fmt.Errorf("open the plan %s: %w", path, err)
	}
	d := &desk{path: resolved, system: platform(), who: who, keep: true}
	f, err := d.open(filepath.Base(path), path)
	if err == nil && d.holds() {
		f.tidy()
	}
	return f, err
}

// Reload reads the file again. A lock that Open took stays, and one that another
// wres had is asked for again. The old File must not be saved afterwards.
func (f *File) Reload() (*File, error) { return f.desk.open(f.name, f.given) }

// Close gives up the lock.
func (f *File) Close() { f.desk.release() }

func (d *desk) open(name, given string) (*File, error) {
	if !d.keep {
		return d.load(name, given)
	}
	why := d.take()
	f, err := d.load(name, given)
	if err != nil {
		d.release()
		return nil, err
	}
	f.lockedOut(why)
	if d.holds() {
		f.compareWithSeal()
	}
	return f, nil
}

// lockedOut makes the file read-only where its lock cannot be had, for a reason
// that no later attempt will change by itself.
func (f *File) lockedOut(why error) {
	held, elsewhere := errors.AsType[*HeldError](why)
	switch {
	case why == nil:
	case elsewhere:
		f.elsewhere = held.Error()
		f.reason = "the plan is " + held.Error() + "; close it there, then read the folder again"
	case errors.Is(why, fs.ErrPermission), f.system.ReadOnly(why):
		f.reason = "the folder of the plan cannot be written to (" + why.Error() + "); " +
			"copy the folder to where you may write, or ask for leave to write there"
	case f.system.noLocks(why):
		f.report(source.Notice, "this drive cannot lock files, so wres cannot tell whether someone else has the plan open; it compares the file before each save")
	}
	// Anything else may pass, as a full disk does: the save asks again.
}

// take takes the lock unless it is held already. Where the plan's folder does
// not exist there is nothing to lock yet.
func (d *desk) take() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lock != nil && d.lock.stands() {
		return nil
	}
	if d.lock != nil { // someone took the file away, and may have made another
		d.lock.release()
		d.lock = nil
	}
	mode := fs.FileMode(newMode)
	if info, err := os.Stat(d.path); err == nil {
		mode |= info.Mode().Perm() & 0o666 // who may write the plan may lock it
	}
	who := d.who
	who.Since = d.system.now()
	l, err := d.system.tryLock(beside(d.path, "lock"), who, mode)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	d.lock = l
	return err
}

// takeForSave takes the lock for a save and gives what to do after it. A drive
// without locks is written without one, as its hash check is all there is.
func (d *desk) takeForSave() (after func(), err error) {
	if err := d.take(); err != nil && !d.system.noLocks(err) {
		return nil, err
	}
	if d.keep {
		return func() {}, nil
	}
	return d.release, nil
}

func (d *desk) holds() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.lock != nil
}

func (d *desk) release() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.lock != nil {
		d.lock.release()
		d.lock = nil
	}
}

// stamped names a new file of our own by the time it was made.
func (d *desk) stamped(what, extension string) (name string, err error) {
	name = beside(d.path, what+d.system.now().Format("-20060102-150405")+extension)
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("there is a file %s already; try again in a second", name)
	}
	return name, nil
}
