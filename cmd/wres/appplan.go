package main

import (
	"context"
	"errors"

	"wres/cmd/wres/openplan"
	"wres/loaders/planfile"
	"wres/model/source"
	"wres/tui/keep"
)

// loadPlan opens the plan's file, or reads it again. One that cannot be read
// leaves the app without a plan that can be changed, and says why. Where the load was
// stopped meanwhile, the file counts as it was read before, and ok is false.
func (a *app) loadPlan(ctx context.Context, reading *load) (d keep.Disk, problems []source.Problem, ok bool) {
	file, err := a.plan.Read(func() bool { return a.through(ctx, reading) })
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
	d.Backup = openplan.BackupFor(file)
	d.Recovered, problems = a.plan.Recover(file, problems)
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

// toldOfPlan says what is worth knowing of the plan once the app has ended.
func (a *app) toldOfPlan() {
	if a.plan.Saved() {
		a.cli.narrate("the action plan is in %s", clean(source.Path(a.plan.Path)))
		a.cli.narrateUnbacked(a.plan.File())
	}
}
