package planfile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"wres/loaders/writebehind"
	"wres/model/plan"
)

// maxJournal is the size at which a journal is begun anew, with its last entry alone.
const maxJournal = 1 << 20

// Journal writes what is unsaved to .action-plan.journal beside the plan, in a
// goroutine of its own. It begins with the first entry: until then what an
// earlier run left stays there, for Recover.
type Journal struct {
	desk   *desk
	behind *writebehind.Writer[plan.Entry]

	file  *os.File // open for appending; only the goroutine uses it
	under seal     // the first line of file
	size  int
}

// OpenJournal starts the plan's journal. It stays with the plan through every
// Reload; end it with Close, before the plan's file is closed.
func (f *File) OpenJournal() *Journal {
	j := &Journal{desk: f.desk}
	j.behind = writebehind.New(j.write)
	return j
}

// Append hands over all that is unsaved now and returns at once; an entry that is
// not on the disk yet is replaced by a later one. wait gives nil once the entry,
// or a later one, is durable, else why it is not. An empty entry says that nothing
// is unsaved, and discards the others.
func (j *Journal) Append(e plan.Entry) (wait func() error) { return j.behind.Take(e) }

// Close writes what was handed over last and ends the goroutine. The error is
// that of the last write.
func (j *Journal) Close() error {
	err := j.behind.Close()
	if j.file != nil {
		_ = j.file.Close() // every line was synchronised
		j.file = nil
	}
	return err
}

// write puts an entry on the disk: appended if the journal is of the plan that is
// on the disk now, else into a journal begun anew. An error leaves what was there.
func (j *Journal) write(e plan.Entry) error {
	line, err := encodeEntry(e)
	if err != nil {
		return j.desk.notJournalled(err)
	}
	if e.Empty() {
		line = nil
	}
	now := j.desk.seal()
	if j.file == nil || line == nil || now != j.under || j.size+len(line) > maxJournal {
		return j.begin(now, line)
	}
	if _, err = j.file.Write(line); err == nil {
		err = j.file.Sync()
	}
	if err != nil { // what was cut off is passed over, and the next entry begins anew
		err = errors.Join(err, j.file.Close())
		j.file = nil
		return j.desk.notJournalled(err)
	}
	j.size += len(line)
	return nil
}

// begin replaces the journal by one with a single entry, or none.
func (j *Journal) begin(under seal, line []byte) error {
	d := j.desk
	path := beside(d.path, "journal")
	if under.Plan == "" {
		if err := d.makeFolder(filepath.Dir(path)); err != nil {
			return d.notJournalled(err)
		}
	}
	if err := d.take(); err != nil && !d.system.noLocks(err) {
		return d.notJournalled(err)
	}
	first, err := encodeLine(under)
	if err != nil {
		return d.notJournalled(err)
	}
	if j.file != nil { // Windows replaces no open file
		_ = j.file.Close()
		j.file = nil
	}
	if err := d.put(path, append(first, line...)); err != nil {
		return d.notJournalled(err)
	}
	if err := d.system.SyncFolder(filepath.Dir(path)); err != nil {
		return d.notJournalled(err)
	}
	j.under, j.size = under, len(first)+len(line)
	if line == nil {
		return nil
	}
	j.file, err = os.OpenFile(path, os.O_WRONLY|os.O_APPEND, newMode)
	if err != nil {
		j.file = nil // this entry is there; the next begins anew
	}
	return nil
}

// notJournalled words the error of an entry that is not on the disk.
func (d *desk) notJournalled(err error) error {
	return &briefError{fmt.Errorf("not in the journal: %w", err), d.system.brief(err)}
}

// put makes content a file's, whole or not at all.
func (d *desk) put(path string, content []byte) error {
	temp, err := d.system.writeTemp(d.path, content, false)
	if err != nil {
		return err
	}
	if err := d.system.Replace(temp, path); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return nil
}

// Recovered is work that an earlier run could not save.
type Recovered struct {
	plan.Entry
	Lost    int  // lines of the journal that could not be read
	Changed bool // the plan's file is no longer the one that the work began from
}

// Recover gives what a journal that was left behind holds and the plan does not.
// ok is false where there is nothing. It must be called before the first entry
// of a new journal, and only by who holds the plan: else it is someone's at work.
func (f *File) Recover() (r Recovered, ok bool) {
	content, exists, err := read(beside(f.path, "journal"))
	if err != nil || !exists || f.elsewhere != "" {
		return Recovered{}, false
	}
	j := readJournal(content)
	r = Recovered{Entry: j.entry.Pending(f.Plan()), Lost: j.lost, Changed: j.seal.Plan != f.desk.seal().Plan}
	if j.later { // to bring back half of what it says would lose the other half
		r.Entry, r.Lost = plan.Entry{}, max(r.Lost, 1)
	}
	return r, !r.Empty() || r.Lost > 0
}

// SetAside keeps the journal that was left behind under a name of its own, which
// it gives, so that a new one can begin.
func (f *File) SetAside() (name string, err error) {
	if name, err = f.desk.stamped("unsaved", ".journal"); err != nil {
		return "", err
	}
	if err := f.system.Replace(beside(f.path, "journal"), name); err != nil {
		return "", fmt.Errorf("the journal stays where it is: %w", err)
	}
	return name, f.system.SyncFolder(filepath.Dir(name))
}
