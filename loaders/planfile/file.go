package planfile

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"wres/loaders/durable"
	"wres/model/plan"
	"wres/model/source"
)

// Name is the plan's file name in a folder of extracts.
const Name = "action-plan.csv"

// maxBytes is the largest plan that is opened: thousands of times one that a
// person could follow, and small enough to hold in memory several times over.
const maxBytes = 32 << 20

// newMode is the mode of every file that is made: it is for its user alone.
const newMode = 0o600

var (
	// ErrChangedOutside means that the file is no longer as it was at Load or
	// at the last Save, and so was not overwritten. Test with errors.Is.
	ErrChangedOutside = errors.New("changed by another program since it was opened")
	// ErrReadOnly means that the file was opened read-only, because a save
	// could destroy what was not understood. Test with errors.Is.
	ErrReadOnly = errors.New("opened read-only")
)

// File is a plan file that was opened. Its methods may be called from several
// goroutines; saves run one after the other.
type File struct {
	path   string // absolute, without a symbolic link at its end
	name   string // for problems: the last part of the path as given
	given  string // the path as given
	system *system
	desk   *desk
	first  map[string]row

	problems  []source.Problem
	reason    string // why it is read-only; empty if it may be written
	elsewhere string // who else has it open; empty if nobody

	mu    sync.Mutex
	sheet *sheet      // as at Load or the last save
	mark  fingerprint // of the same
}

// fingerprint tells one content of a file from another. Time and size do not
// decide: they can stay the same while the content changes.
type fingerprint struct {
	exists bool
	sum    [sha256.Size]byte
	ended  bool // with a line end, as every program but a crash leaves it
}

func fingerprintOf(content []byte) fingerprint {
	return fingerprint{exists: true, sum: sha256.Sum256(content), ended: bytes.HasSuffix(content, []byte("\n"))}
}

// Load opens the plan at path. A file that does not exist is an empty plan that
// the first Save creates, with its folder. A symbolic link is followed once,
// here: saves replace the file it led to and leave the link alone.
//
// What is wrong within the file is no error: see Problems and ReadOnly. An
// error means that the file could not be read at all, and says what to do.
//
// Load takes no lock: Save then takes it for as long as it writes. Who works on
// a plan for longer calls Open.
func Load(path string) (*File, error) {
	resolved, err := resolve(path)
	if err != nil {
		return nil, fmt.Errorf("open the plan %s: %w", source.Path(path), err)
	}
	d := &desk{path: resolved, system: platform()}
	return d.load(filepath.Base(path), path)
}

// load reads the plan's file as it is now.
func (d *desk) load(name, given string) (*File, error) {
	content, exists, err := read(d.path)
	if err != nil {
		return nil, fmt.Errorf("open the plan %s: %w", source.Path(d.path), err)
	}
	f := &File{path: d.path, name: name, given: given, system: d.system, desk: d, first: map[string]row{}}
	if exists {
		f.sheet = parse(content, name)
		f.mark = fingerprintOf(content)
		f.reportMode()
	} else {
		f.sheet = &sheet{delimiter: ',', end: defaultEnd}
	}
	f.reportLink()
	f.problems = append(f.problems, f.sheet.problems...)
	f.reason = f.sheet.reason
	d.setSeal(f.mark, f.sheet)
	for _, r := range f.sheet.rows {
		f.first[r.action.ID] = r
	}
	return f, nil
}

// report adds a problem of the whole file.
func (f *File) report(severity source.Severity, message string) {
	f.problems = append(f.problems, source.Problem{File: f.name, Severity: severity, Message: message})
}

// reportLink says where the plan is kept if its name is a link.
func (f *File) reportLink() {
	if info, err := os.Lstat(f.given); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		f.report(source.Notice, fmt.Sprintf("the file is a link: the plan is kept in %s, with its lock, journal and backups beside it", source.Path(f.path)))
	}
}

// reportMode says if others on this machine may read the plan. A save keeps it
// so: it may be shared on purpose.
func (f *File) reportMode() {
	if info, err := os.Stat(f.path); err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&^newMode != 0 {
		f.report(source.Notice, fmt.Sprintf("other users of this machine may open the plan (mode %04o), and a save keeps it so: "+
			"to have it to yourself, set the mode to %04o", info.Mode().Perm(), newMode))
	}
}

// Plan gives the plan as it was at Load or the last successful Save.
func (f *File) Plan() plan.Plan {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.sheet.plan
}

// Path gives the file that is read and written: absolute, links followed.
func (f *File) Path() string { return f.path }

// Problems gives what was wrong or worth a notice in the file as it was at
// Load, in the order of the file. Column counts the cells of a row.
func (f *File) Problems() []source.Problem { return slices.Clone(f.problems) }

// ReadOnly gives the reason why Save will refuse, with what to do about it, or
// "" if the file may be saved. The plan of a read-only file holds what could be
// read, which may be less than the file does.
func (f *File) ReadOnly() string { return f.reason }

// Elsewhere says in a few words that another wres has the plan open, and which;
// "" if none has. ReadOnly then says the same with what to do.
func (f *File) Elsewhere() string { return f.elsewhere }

// Damaged reports whether the file could not be understood, or lacks actions that
// it had, so that a backup may be wanted in its place. The problems say what.
func (f *File) Damaged() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.sheet.damaged
}

// read gives the content of a file. One that does not exist is no error. Every other says
// what to do.
func read(path string) (content []byte, exists bool, err error) {
	content, err = durable.Read(path, maxBytes)
	if err == nil {
		return content, true, nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if large, ok := errors.AsType[*durable.TooLargeError](err); ok {
		if large.Size == 0 {
			return nil, false, errors.New("it grew beyond the most a plan may have while it was read; name the plan's CSV file")
		}
		return nil, false, fmt.Errorf("it has %d bytes and %d are the most a plan may have; name the plan's CSV file", large.Size, large.Most)
	}
	return nil, false, fmt.Errorf("%w; %s", err, remedy(err))
}

// remedy says what to do about an error of durable.Read.
func remedy(err error) string {
	switch {
	case errors.Is(err, durable.ErrFolder):
		return "name the file, or move the folder away"
	case errors.Is(err, durable.ErrNoOrdinary):
		return "name the plan's CSV file"
	}
	at, _ := errors.AsType[*fs.PathError](err)
	switch {
	case at != nil && at.Op == "open":
		return "check that you may read the file and that no other program holds it"
	case at != nil && at.Op == "read":
		return "try again, and check the disk or network drive"
	}
	return "check the path and that you may read the folder"
}

// maxLinks is how many links to a missing file are followed: as Linux does.
const maxLinks = 40

// resolve makes a path absolute and follows symbolic links, also one that leads
// to a file that does not exist yet. A link into a folder that does not exist is
// an error rather than a folder made in its place: it is most likely a drive
// that is not connected.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("%w; name the file with its whole path", err)
	}
	for range maxLinks {
		real, err := filepath.EvalSymlinks(path)
		if err == nil {
			return real, nil
		}
		if info, statErr := os.Lstat(path); statErr == nil && info.Mode()&fs.ModeSymlink == 0 {
			return path, nil // no link itself: some Windows drives cannot be walked by EvalSymlinks
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("%w; check the path and the links in it", err)
		}
		target, err := os.Readlink(path)
		if err != nil {
			return resolveMissing(path), nil
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(path), target)
		}
		if folder, err := filepath.EvalSymlinks(filepath.Dir(target)); err == nil {
			target = filepath.Join(folder, filepath.Base(target))
		} else {
			return "", fmt.Errorf("it is a link to %s, whose folder cannot be reached (%w); connect the drive or mend the link", source.Path(target), err)
		}
		path = target
	}
	return "", errors.New("it is a link that leads round in a circle; mend or remove it")
}

// resolveMissing follows the links in the folders of a path as far as they exist.
func resolveMissing(path string) string {
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	if err != nil {
		return path
	}
	return filepath.Join(folder, filepath.Base(path))
}
