package planfile

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"wres/model/source"
)

// ErrHeld means that the plan is open in another wres. Test with errors.Is; the
// error is a *HeldError.
var ErrHeld = errors.New("open elsewhere")

// Holder says who has a plan open: as much of it as is known. It is for people
// to read and decides nothing: the operating system's lock does.
type Holder struct {
	Host, User string
	Since      time.Time
}

// Me says who this is, for others who open the same plan, by the names of the environment.
// A machine without a name, or a user, is left out.
func Me(getenv func(string) string) Holder {
	host, _ := os.Hostname()
	for _, name := range []string{"USER", "LOGNAME", "USERNAME"} {
		if user := getenv(name); user != "" {
			return Holder{Host: host, User: user}
		}
	}
	return Holder{Host: host}
}

// Words gives the holder in words for the screen, as known at the time now:
// "since 10:02 on HOST", with the day where it is not today.
func (h Holder) Words(now time.Time) string {
	var words []string
	if !h.Since.IsZero() {
		since := h.Since.In(now.Location())
		form := "2 January 15:04"
		if since.Format(time.DateOnly) == now.Format(time.DateOnly) {
			form = "15:04"
		}
		words = append(words, "since "+since.Format(form))
	}
	if h.Host != "" {
		words = append(words, "on "+h.Host)
	}
	if h.User != "" {
		words = append(words, "by "+h.User)
	}
	return strings.Join(words, " ")
}

// HeldError is the error of a plan that another wres has open.
type HeldError struct{ Holder Holder }

func (e *HeldError) Error() string {
	if words := e.Holder.Words(time.Now()); words != "" {
		return ErrHeld.Error() + " (" + words + ")"
	}
	return ErrHeld.Error()
}

// Unwrap makes errors.Is(err, ErrHeld) hold.
func (e *HeldError) Unwrap() error { return ErrHeld }

// holderAt is where the holder's name begins in the lock file. The first byte is
// the one that is locked, and Windows lets nobody else read that.
const (
	holderAt   = 1
	holderSize = 512
)

// lock is a lock that is held.
type lock struct {
	path  string
	flock *flock.Flock
	goes  bool // the file may be removed while it is locked
}

// lockTries is how often a lock file that its holder has just removed is made
// anew.
const lockTries = 20

// tryLock takes the lock of a path at once or not at all: then the error is a
// *HeldError. The lock is the operating system's and so ends with the process,
// however that ends. A lock file counts only while it stands at its path, since
// the holder removes it at the end.
func (s *system) tryLock(path string, who Holder, mode fs.FileMode) (*lock, error) {
	for range lockTries {
		l := &lock{path: path, goes: s.lockGoes,
			flock: flock.New(path, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(mode))}
		if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
			return nil, fmt.Errorf("%s is not an ordinary file, so the plan cannot be locked: remove it", source.Path(path))
		}
		locked, err := l.flock.TryLock()
		if err != nil {
			return nil, err
		}
		if !locked {
			return nil, &HeldError{readHolder(path)}
		}
		if l.stands() {
			l.sign(who, mode)
			_ = s.Hide(path) // a lock that is seen is a lock too
			return l, nil
		}
		if err := l.flock.Unlock(); err != nil {
			return nil, err
		}
	}
	return nil, &HeldError{readHolder(path)}
}

// stands reports whether the file that is locked is the one at its path.
func (l *lock) stands() bool {
	locked, err := l.flock.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(l.path)
	return err == nil && os.SameFile(locked, there)
}

// release gives the lock up and takes its file away where the system allows it.
// Whatever fails here ends with the process.
func (l *lock) release() {
	if l.goes && l.stands() {
		_ = os.Remove(l.path)
	}
	_ = l.flock.Unlock()
}

// sign writes who holds the lock, and lets those lock it later who may write the
// plan, whatever the umask says. A lock without a name is a lock too, so an error
// here is none.
func (l *lock) sign(who Holder, mode fs.FileMode) {
	text, err := json.Marshal(who)
	if err != nil || len(text) >= holderSize {
		text = []byte("{}")
	}
	padded := append(text, strings.Repeat("\n", holderSize-len(text))...)
	file, err := os.OpenFile(l.path, os.O_WRONLY, 0)
	if err != nil {
		return
	}
	_, _ = file.WriteAt(padded, holderAt)
	if mode != newMode {
		_ = file.Chmod(mode)
	}
	_ = file.Close()
}

// readHolder gives who signed a lock file, or what of it can be read.
func readHolder(path string) (who Holder) {
	file, err := os.Open(path)
	if err != nil {
		return Holder{}
	}
	defer file.Close()
	text := make([]byte, holderSize)
	n, _ := file.ReadAt(text, holderAt) // short at the end of the file
	if json.Unmarshal(text[:n], &who) != nil {
		return Holder{}
	}
	return who
}

// Held reports whether another program has the plan at path open. It makes no file: without
// a lock file nobody has. It lets the lock go at once.
func Held(path string) (bool, error) {
	name := beside(path, "lock")
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		return false, cmp.Or(err, errors.New("the lock is not an ordinary file"))
	}
	l := flock.New(name, flock.SetFlag(os.O_RDWR))
	free, err := l.TryLock()
	if err != nil || !free {
		return err == nil, err
	}
	return false, l.Unlock()
}
