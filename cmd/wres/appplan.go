package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"wres/loaders/planfile"
	"wres/model"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui/keep"
)

// appPlan is the action plan of one run of the app: its file with the lock, and
// its journal. The zero value has opened nothing.
type appPlan struct {
	path string
	who  planfile.Holder

	loading sync.Mutex // one reading of the plan at a time, as each asks for the lock

	mu      sync.Mutex
	file    *planfile.File    // nil: not opened yet
	broken  error             // why the plan could not be read last time
	saved   bool              // the plan was written
	journal *planfile.Journal // nil: nothing was journalled in this run
}

// loadPlan opens the plan's file, or reads it again. One that cannot be read
// leaves the app without a plan that can be changed, and says why. Where the load was
// stopped meanwhile, the file counts as it was read before, and ok is false.
func (a *app) loadPlan(ctx context.Context, reading *load) (d keep.Disk, problems []source.Problem, ok bool) {
	file, err := a.plan.read(func() bool { return a.through(ctx, reading) })
	if errors.Is(err, context.Canceled) {
		return keep.Disk{}, nil, false
	}
	if err != nil {
		why := clean(err.Error())
		return keep.Disk{ReadOnly: why}, []source.Problem{{File: planfile.Name, Severity: source.Error, Message: why}}, true
	}
	d = keep.Disk{Plan: file.Plan(), ReadOnly: clean(file.ReadOnly()), Elsewhere: clean(file.Elsewhere())}
	if a.folder.example() && !exists(file.Path()) {
		d.Plan, err = examplePlan()
		if err != nil {
			problems = append(problems, source.Problem{File: planfile.Name, Severity: source.Error, Message: clean(err.Error())})
		}
	}
	for _, problem := range file.Problems() {
		problem.File, problem.Field, problem.Message = clean(problem.File), clean(problem.Field), clean(problem.Message)
		problems = append(problems, problem)
	}
	d.Backup = backupFor(file)
	d.Recovered, problems = a.plan.recover(file, problems)
	return d, problems, true
}

// through notes that a load has read the plan, so that it can be stopped no more,
// and reports whether it was not stopped before.
func (a *app) through(ctx context.Context, reading *load) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if ctx.Err() != nil {
		return false
	}
	reading.plan = true
	return true
}

// read opens the plan at the first call, with its lock, and reads it again at
// each later one. Where through then says that the load was stopped, the file is
// dropped again, and the error is context.Canceled.
func (p *appPlan) read(through func() bool) (*planfile.File, error) {
	p.loading.Lock()
	defer p.loading.Unlock()
	p.mu.Lock()
	before := p.file
	p.mu.Unlock()
	var file *planfile.File
	var err error
	if before == nil {
		file, err = planfile.Open(p.path, p.who)
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

// backupFor gives the newest backup of a plan that is damaged, with the reason.
func backupFor(file *planfile.File) *keep.Backup {
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
	return &keep.Backup{Name: filepath.Base(b.Path), Saved: b.Saved, Actions: b.Actions, Why: clean(why)}
}

// recover gives what an earlier run could not save, until this one has journalled
// something itself. A journal that says nothing is put aside at once.
func (p *appPlan) recover(file *planfile.File, problems []source.Problem) (*keep.Recovered, []source.Problem) {
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
		problem.Message = clean("a journal of text that was not saved cannot be read: " + err.Error())
	} else {
		problem.Message = clean("a journal of text that was not saved cannot be read; it is kept in " + name)
	}
	return nil, append(problems, problem)
}

// now gives the plan's file, where it could be read.
func (p *appPlan) now() (*planfile.File, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil || p.broken != nil {
		return nil, errors.New("the plan's file could not be read, so it is not written; mend it and read the folder again")
	}
	return p.file, nil
}

// save writes the plan durably.
func (p *appPlan) save(now plan.Plan) error {
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

// saveBeside writes the plan into a new file beside the one that another program
// changed. The name holds the time to the second, and one that is taken is not
// written over.
func (p *appPlan) saveBeside(now plan.Plan) (name string, err error) {
	name = strings.TrimSuffix(planfile.Name, ".csv") + time.Now().Format("-mine-20060102-150405") + ".csv"
	path := filepath.Join(filepath.Dir(p.path), name)
	if exists(path) {
		return "", fmt.Errorf("there is a file %s already; try again", name)
	}
	file, err := planfile.Load(path)
	if err != nil {
		return "", err
	}
	return name, file.Save(now)
}

// keepYear keeps the plan as that of a year, before the next one is begun.
func (p *appPlan) keepYear(year model.Year, now plan.Plan) (name string, err error) {
	file, err := p.now()
	if err != nil {
		return "", err
	}
	return file.KeepYear(year, now)
}

// elsewhere says that another wres has the plan, and the folder's notes with it.
func (p *appPlan) elsewhere() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file == nil || p.file.Elsewhere() == "" {
		return nil
	}
	return fmt.Errorf("the plan is %s, and notes are kept from there", clean(p.file.Elsewhere()))
}

// take hands an entry to the journal, which is opened at the first one.
func (p *appPlan) take(e plan.Entry) (wait func() error) {
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

func (p *appPlan) setAside() (name string, err error) {
	file, err := p.now()
	if err != nil {
		return "", err
	}
	name, err = file.SetAside()
	return filepath.Base(name), err
}

func (p *appPlan) restore(b keep.Backup) (kept string, err error) {
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

// close writes what the journal was handed last, and gives up the lock. The error
// says that the journal does not have it.
func (p *appPlan) close() (err error) {
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

// told says what is worth knowing of the plan once the app has ended.
func (p *appPlan) told(c *cli) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.saved {
		return
	}
	c.narrate("the action plan is in %s", clean(p.file.Path()))
	c.narrateUnbacked(p.file)
}
