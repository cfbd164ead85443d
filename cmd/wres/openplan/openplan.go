// Package openplan is the action plan while the app runs: its path goes in, and what the app
// asks of the disk comes out as methods that may be called from any goroutine. It reads the
// plan with its lock, saves it, journals what is not saved, and puts backups back.
//
// Place in the flow: cmd hands the methods to tui/keep; loaders/planfile does the work.
package openplan

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"wres/loaders/csvfile"
	"wres/loaders/planfile"
	"wres/model"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui/keep"
)

// Plan is the action plan of one run: its file with the lock, and its journal. One with
// no more than its path, and who holds the lock, has opened nothing.
type Plan struct {
	Path string
	Who  planfile.Holder

	loading sync.Mutex // one reading of the plan at a time, as each asks for the lock

	mu      sync.Mutex
	file    *planfile.File    // nil: not opened yet
	broken  error             // why the plan could not be read last time
	saved   bool              // the plan was written
	journal *planfile.Journal // nil: nothing was journalled in this run
}

// Read opens the plan at the first call, with its lock, and reads it again at
// each later one. Where through then says that the load was stopped, the file is
// dropped again, and the error is context.Canceled.
func (p *Plan) Read(through func() bool) (*planfile.File, error) {
	p.loading.Lock()
	defer p.loading.Unlock()
	p.mu.Lock()
	before := p.file
	p.mu.Unlock()
	var file *planfile.File
	var err error
	if before == nil {
		file, err = planfile.Open(p.Path, p.Who)
	} else {
		file, err = before.Reload()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !through() {
		if err == nil && before == nil {
			file.Close()
		}
		return nil, context.Canceled
	}
	if p.broken = err; err == nil {
		p.file = file
	}
	return file, err
}

// BackupFor gives the newest backup of a plan that is damaged, with the reason.
func BackupFor(file *planfile.File) *keep.Backup {
	backups := file.Backups()
	if !file.Damaged() || file.Elsewhere() != "" || len(backups) == 0 {
		return nil
	}
	why := file.ReadOnly()
	if why == "" { // it was cut off, which stands last among the problems
		problems := file.Problems()
		why = problems[len(problems)-1].Message
	}
	b := backups[0]
	return &keep.Backup{Name: filepath.Base(b.Path), Saved: b.Saved, Actions: b.Actions, Why: csvfile.Clean(why)}
}

// Recover gives what an earlier run could not save, until this one has journalled
// something itself. A journal that says nothing is put aside at once.
func (p *Plan) Recover(file *planfile.File, problems []source.Problem) (*keep.Recovered, []source.Problem) {
	p.mu.Lock()
	begun := p.journal != nil
	p.mu.Unlock()
	if begun || file.ReadOnly() != "" {
		return nil, problems
	}
	r, found := file.Recover()
	switch {
	case !found:
		return nil, problems
	case !r.Empty():
		return &keep.Recovered{Entry: r.Entry, Lost: r.Lost, Changed: r.Changed}, problems
	}
	problem := source.Problem{File: planfile.Name, Severity: source.Notice}
	if name, err := file.SetAside(); err != nil {
		problem.Message = csvfile.Clean("a journal of text that was not saved cannot be read: " + err.Error())
	} else {
		problem.Message = csvfile.Clean("a journal of text that was not saved cannot be read; it is kept in " + name)
	}
	return nil, append(problems, problem)
}

// now gives the plan's file, where it could be read.
func (p *Plan) now() (*planfile.File, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil || p.broken != nil {
		return nil, errors.New("the plan's file could not be read, so it is not written; mend it and read the folder again")
	}
	return p.file, nil
}

// Save writes the plan durably.
func (p *Plan) Save(now plan.Plan) error {
	file, err := p.now()
	if err != nil {
		return err
	}
	if err := file.Save(now); errors.Is(err, planfile.ErrChangedOutside) {
		return keep.ErrChangedOutside // its own words ask for what the app offers as keys
	} else if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.saved = true
	return nil
}

// SaveBeside writes the plan into a new file beside the one that another program
// changed. The name holds the time to the second, and one that is taken is not
// written over.
func (p *Plan) SaveBeside(now plan.Plan) (name string, err error) {
	name = strings.TrimSuffix(planfile.Name, ".csv") + time.Now().Format("-mine-20060102-150405") + ".csv"
	path := filepath.Join(filepath.Dir(p.Path), name)
	if _, err := os.Stat(path); err == nil {
		return "", fmt.Errorf("there is a file %s already; try again", name)
	}
	file, err := planfile.Load(path)
	if err != nil {
		return "", err
	}
	return name, file.Save(now)
}

// KeepYear keeps the plan as that of a year, before the next one is begun.
func (p *Plan) KeepYear(year model.Year, now plan.Plan) (name string, err error) {
	file, err := p.now()
	if err != nil {
		return "", err
	}
	return file.KeepYear(year, now)
}

// Elsewhere says that another wres has the plan, and with it the folder's notes and the figures
// that are typed and not saved.
func (p *Plan) Elsewhere() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil || p.file.Elsewhere() == "" {
		return nil
	}
	return fmt.Errorf("the plan is %s, and only what is typed there is kept", csvfile.Clean(p.file.Elsewhere()))
}

// Take hands an entry to the journal, which is opened at the first one.
func (p *Plan) Take(e plan.Entry) (wait func() error) {
	file, err := p.now()
	if err != nil {
		return func() error { return err }
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.journal == nil {
		p.journal = file.OpenJournal()
	}
	return p.journal.Append(e)
}

// SetAside puts what an earlier run could not save into a file beside the plan.
func (p *Plan) SetAside() (name string, err error) {
	file, err := p.now()
	if err != nil {
		return "", err
	}
	name, err = file.SetAside()
	return filepath.Base(name), err
}

// Restore puts a backup in the plan's place, and gives the name under which what stood there
// is kept.
func (p *Plan) Restore(b keep.Backup) (kept string, err error) {
	file, err := p.now()
	if err != nil {
		return "", err
	}
	for _, backup := range file.Backups() {
		if filepath.Base(backup.Path) == b.Name {
			kept, err = file.Restore(backup)
			return filepath.Base(kept), err
		}
	}
	return "", fmt.Errorf("the backup %s is no longer there", b.Name)
}

// Close writes what the journal was handed last, and gives up the lock. The error
// says that the journal does not have it.
func (p *Plan) Close() (err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.journal != nil {
		err = p.journal.Close()
	}
	if p.file != nil {
		p.file.Close()
	}
	return err
}

// Saved reports whether this run has written the plan's file.
func (p *Plan) Saved() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.saved
}

// File gives the plan's file as it was read last; nil: it was not.
func (p *Plan) File() *planfile.File {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.file
}
