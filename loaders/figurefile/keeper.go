package figurefile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"wres/loaders/csvfile"
	"wres/loaders/durable"
	"wres/loaders/kinds"
	"wres/loaders/writebehind"
	"wres/model/source"
)

// Keeper writes figures as they are typed, at most a second behind, in a goroutine of its own
// that begins with the first.
type Keeper struct {
	Folder string
	// Locked says why the folder's figures are kept by another program; nil, or a nil error:
	// they are not. It is called before each reading and each write.
	Locked func() error
	Now    func() time.Time

	start  sync.Once
	behind *writebehind.Writer[typed]

	mu    sync.Mutex
	last  typed // what was handed over, of all kinds
	files map[string]file
}

// typed is what was handed over last, by kind.
type typed map[string]source.Typed

// file is what the file of a kind holds, as this run read or wrote it.
type file struct {
	content []byte       // nil: there is none
	of      source.Typed // that were handed over; zero: it was only read
	written bool
}

// Read gives the figures of a kind that an earlier run could not save; nil: there are none,
// or another program works on them. The error names a file that cannot be read, and what to do.
func (k *Keeper) Read(kind string) (*source.Draft, error) {
	if k.locked() != nil {
		return nil, nil
	}
	content, err := durable.Read(filepath.Join(k.Folder, Name(kind)), maxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var draft *source.Draft
	if err = durable.Reason(err); err == nil {
		draft, err = decode(content, kind, sheetOf(kind))
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read (%s) and stays as it is: move it away, then what is typed here is kept", Name(kind), csvfile.Clean(err.Error()))
	}
	k.set(kind, file{content: content})
	return draft, nil
}

func sheetOf(kind string) source.Sheet {
	of, _ := kinds.Choices().Kind(kind) // what is none has no cell
	return of.Sheet
}

func (k *Keeper) locked() error {
	if k.Locked == nil {
		return nil
	}
	return k.Locked()
}

func (k *Keeper) set(kind string, f file) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.files == nil {
		k.files = map[string]file{}
	}
	k.files[kind] = f
}

func (k *Keeper) get(kind string) file {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.files[kind]
}

// Take hands over all that is typed into the table of a kind and returns at once. Where
// nothing of it is unsaved, the file goes. wait gives nil once that is on the disk, or what was
// handed over later is, else why it is not.
func (k *Keeper) Take(t source.Typed) (wait func() error) {
	k.start.Do(func() { k.behind = writebehind.New(k.write) })
	k.mu.Lock()
	last := maps.Clone(k.last)
	if last == nil {
		last = typed{}
	}
	last[t.Kind] = source.Typed{Kind: t.Kind, Year: t.Year, Figures: maps.Clone(t.Figures), Before: maps.Clone(t.Before)}
	k.last = last
	k.mu.Unlock()
	return k.behind.Take(last)
}

// Close writes what was handed over last, and ends the goroutine. The error says that figures
// which were not saved are in no file.
func (k *Keeper) Close() error {
	begun := true
	k.start.Do(func() { begun = false }) // nothing was handed over, and nothing will be
	if !begun || k.behind == nil {
		return nil
	}
	err := k.behind.Close()
	for kind, t := range k.last {
		if f := k.get(kind); t.Changed() && !(f.written && same(f.of, t)) {
			return err
		}
	}
	return nil
}

func same(a, b source.Typed) bool {
	return a.Year == b.Year && maps.Equal(a.Figures, b.Figures) && maps.Equal(a.Before, b.Before)
}

// write puts the files into the state of what was handed over.
func (k *Keeper) write(all typed) error {
	var errs []error
	for _, kind := range slices.Sorted(maps.Keys(all)) {
		if f, t := k.get(kind), all[kind]; !f.written || !same(f.of, t) {
			errs = append(errs, k.put(t))
		}
	}
	return errors.Join(errs...)
}

// put makes figures those of the file, or takes the file away.
func (k *Keeper) put(t source.Typed) error {
	now := k.get(t.Kind)
	if !t.Changed() && now.content == nil {
		return nil
	}
	if err := k.locked(); err != nil {
		return err
	}
	path := filepath.Join(k.Folder, Name(t.Kind))
	there, err := durable.Read(path, maxBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		there = nil
	case err != nil:
		return notWritten(t.Kind, err)
	case !bytes.Equal(there, now.content):
		return fmt.Errorf("%s was written by another program, and stays as it is: move it away to have this kept", Name(t.Kind))
	}
	now = file{of: t, written: true}
	if t.Changed() {
		now.content, err = k.written(path, t, there == nil)
	} else if err = nil; there != nil {
		err = removed(path)
	}
	if err != nil {
		return notWritten(t.Kind, err)
	}
	k.set(t.Kind, now)
	return nil
}

// written writes figures into a file, which is new or holds what this run knows.
func (k *Keeper) written(path string, t source.Typed, isNew bool) ([]byte, error) {
	content, err := encode(source.Draft{Typed: t, At: k.Now()}, sheetOf(t.Kind))
	if err != nil {
		return nil, err
	}
	if isNew {
		err = durable.Platform().WriteNew(path, content, 0o600)
	} else {
		err = durable.Platform().Write(path, content, 0o600)
	}
	if errors.Is(err, durable.ErrWritten) { // it stands there, and the next write is held against it
		k.set(t.Kind, file{content: content})
	}
	return content, err
}

func removed(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return durable.Platform().SyncFolder(filepath.Dir(path))
}

// notWritten words the error of a file that takes no figures.
func notWritten(kind string, err error) error {
	said := fmt.Errorf("%s cannot be written: %w", Name(kind), durable.Reason(err))
	if errors.Is(err, fs.ErrPermission) || durable.Platform().ReadOnly(err) {
		said = fmt.Errorf("%w; copy the folder to where you may write, or ask for leave to write there", said)
	}
	return said
}

// Hint says of which kinds an earlier run left figures; "": of none.
func (k *Keeper) Hint() string {
	var left []string
	for _, kind := range kinds.Choices().Kinds {
		if _, err := os.Lstat(filepath.Join(k.Folder, Name(kind.Kind))); err == nil {
			left = append(left, kind.Kind)
		}
	}
	if len(left) == 0 {
		return ""
	}
	return "typed and not saved: " + strings.Join(left, ", ") + "; I opens the table"
}
