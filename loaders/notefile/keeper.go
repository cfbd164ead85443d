package notefile

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"time"

	"wres/loaders/durable"
	"wres/model/meeting"
)

// gap is the least time between two writes. What is typed meanwhile is written at its
// end, so no more than this and the time that the disk takes is ever missing.
const gap = 300 * time.Millisecond

// Keeper writes notes as they are typed, in a goroutine of its own that begins with the
// first. What could not be written is tried again with each later note, and at the end.
type Keeper struct {
	Folder string
	// Locked says why the folder's notes are not to be written now; nil, or a nil error:
	// they are. It is called before each write.
	Locked func() error
	Now    func() time.Time

	start sync.Once
	wake  chan struct{} // something new to write, or the end
	stop  chan struct{} // closed by Close
	over  chan struct{} // closed when the goroutine has ended
	turn  *sync.Cond    // done has grown

	mu      sync.Mutex
	pending meeting.Notes // not on the disk yet
	given   int           // notes that were handed over
	done    int           // of them, those that are on the disk or failed
	out     meeting.Kept
	closed  bool

	known    meeting.Notes // what stood in the file when it was read, and what was written since
	disputed meeting.Notes // of those that are pending, what another program changed meanwhile
}

// Read gives the notes of the folder, cleaned for the screen and none where there is no file, and what is written from now on is
// held against them. A note that another program changed is to be handed over anew: it is
// given up here.
func (k *Keeper) Read() (meeting.Notes, error) {
	raw, err := read(k.Folder)
	k.mu.Lock()
	k.known = raw
	maps.DeleteFunc(k.pending, func(about meeting.About, text string) bool { return k.disputed[about] == text })
	k.disputed = nil
	k.mu.Unlock()
	return cleaned(raw, err)
}

// Take hands over a note and returns at once. wait gives what has come of it, or of a
// later one, once that is known.
func (k *Keeper) Take(n meeting.Note) (wait func() meeting.Kept) {
	k.start.Do(func() {
		k.wake, k.stop, k.over = make(chan struct{}, 1), make(chan struct{}), make(chan struct{})
		k.pending, k.turn = meeting.Notes{}, sync.NewCond(&k.mu)
		go k.run()
	})
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed {
		return func() meeting.Kept { return meeting.Kept{Err: errors.New("the program is ending")} }
	}
	k.pending[n.About] = n.Text
	k.given++
	number := k.given
	k.signal()
	return func() meeting.Kept { return k.wait(n.About, number) }
}

func (k *Keeper) wait(about meeting.About, number int) meeting.Kept {
	k.mu.Lock()
	defer k.mu.Unlock()
	for k.done < number {
		k.turn.Wait()
	}
	if _, pending := k.pending[about]; !pending { // if something is wrong, it is with others
		return meeting.Kept{Aside: k.out.Aside}
	}
	return k.out
}

func (k *Keeper) signal() {
	select {
	case k.wake <- struct{}{}:
	default:
	}
}

// Close writes what was handed over and is not on the disk, and ends the goroutine. The
// error says why a note is not kept.
func (k *Keeper) Close() error {
	begun := true
	k.start.Do(func() { begun = false }) // nothing was handed over, and nothing will be
	k.mu.Lock()
	first := !k.closed
	k.closed = true
	k.mu.Unlock()
	if !begun || k.wake == nil {
		return nil
	}
	if first {
		close(k.stop)
		k.signal()
	}
	<-k.over
	return k.out.Err
}

// run writes what is new, and again not before gap.
func (k *Keeper) run() {
	defer close(k.over)
	for {
		<-k.wake
		k.mu.Lock()
		notes, number, closed := maps.Clone(k.pending), k.given, k.closed
		k.mu.Unlock()
		if len(notes) > 0 {
			k.wrote(number, k.write(notes))
		}
		if closed {
			return
		}
		select {
		case <-time.After(gap):
		case <-k.stop:
		}
	}
}

// outcome is what has come of a write: the notes that are on the disk now, and the rest.
type outcome struct {
	written, disputed meeting.Notes
	meeting.Kept
}

// wrote takes in what has come of a write.
func (k *Keeper) wrote(number int, out outcome) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if out.Aside == "" {
		out.Aside = k.out.Aside
	}
	k.done, k.out, k.disputed = number, out.Kept, out.disputed
	maps.DeleteFunc(k.pending, func(about meeting.About, text string) bool {
		on, written := out.written[about]
		return written && on == text // else it was changed meanwhile
	})
	k.turn.Broadcast()
}

// write puts notes into the file, beside those that stand there. A note that another
// program changed meanwhile stays as that left it, and a file that cannot be read is first
// put aside under another name.
func (k *Keeper) write(notes meeting.Notes) (out outcome) {
	if k.Locked != nil {
		if out.Err = k.Locked(); out.Err != nil {
			return out
		}
	}
	there, err := read(k.Folder)
	switch {
	case errors.Is(err, errLater):
		out.Err = fmt.Errorf("%s is not written: %w", Name, err)
		return out
	case err != nil:
		if out.Aside, err = k.putAside(); err != nil {
			out.Err = notWritten(err)
			return out
		}
		there = meeting.Notes{}
	}
	k.mu.Lock()
	known := maps.Clone(k.known)
	k.mu.Unlock()
	if len(there) == 0 { // the file went away, or was spoilt: what it held is not lost by it
		there = meeting.Notes{}
		maps.Copy(there, known)
	}
	out.disputed = changedSince(known, there, notes)
	maps.Copy(there, notes)
	if err := k.put(there); err != nil {
		out.Err = notWritten(err)
		return out
	}
	k.mu.Lock()
	if k.known == nil {
		k.known = meeting.Notes{}
	}
	maps.Copy(k.known, notes) // and nothing that another program wrote, which nobody has seen here
	k.mu.Unlock()
	if out.written = notes; len(out.disputed) > 0 {
		out.Err = errDisputed
	}
	return out
}

// errDisputed is the error of a note that another program changed.
var errDisputed = errors.New("another program changed this note meanwhile, and that stays: end the meeting and begin it again, then both texts are in it")

// changedSince takes out of notes, and gives, those that another program changed since
// they were read.
func changedSince(known, there, notes meeting.Notes) meeting.Notes {
	disputed := meeting.Notes{}
	maps.DeleteFunc(notes, func(about meeting.About, text string) bool {
		now := there[about]
		if now == "" || now == known[about] || now == text {
			return false
		}
		disputed[about] = text
		return true
	})
	return disputed
}

// put makes notes the file's.
func (k *Keeper) put(notes meeting.Notes) error {
	maps.DeleteFunc(notes, func(_ meeting.About, text string) bool { return text == "" })
	data, err := encode(notes)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(k.Folder, 0o700); err != nil {
		return err
	}
	return durable.Platform().Write(filepath.Join(k.Folder, Name), data, 0o600)
}

// putAside keeps the file that is there under a name of its own, and gives that.
func (k *Keeper) putAside() (name string, err error) {
	stamp := k.Now().Format("20060102-150405")
	name = fmt.Sprintf(".wres-notes-unread-%s.json", stamp)
	for n := 2; ; n++ {
		if _, err := os.Lstat(filepath.Join(k.Folder, name)); errors.Is(err, fs.ErrNotExist) {
			break
		} else if err != nil {
			return "", err
		}
		name = fmt.Sprintf(".wres-notes-unread-%s-%d.json", stamp, n)
	}
	if err := os.Rename(filepath.Join(k.Folder, Name), filepath.Join(k.Folder, name)); err != nil {
		return "", err
	}
	return name, durable.Platform().SyncFolder(k.Folder)
}

// notWritten words the error of a file that takes no notes.
func notWritten(err error) error {
	said := fmt.Errorf("%s cannot be written: %w", Name, durable.Reason(err))
	if errors.Is(err, fs.ErrPermission) || durable.Platform().ReadOnly(err) {
		said = fmt.Errorf("%w; copy the folder to where you may write, or ask for leave to write there", said)
	}
	return said
}
