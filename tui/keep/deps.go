package keep

import (
	"errors"
	"time"

	"wres/model"
	"wres/model/plan"
)

// Deps is what keeping the plan needs of the world. Every function but Journal, Now
// and Clean is called from a command's goroutine only.
type Deps struct {
	// SavePlan writes the plan durably; nil means that it is on the disk. Where
	// another program changed the file meanwhile, nothing is written and the error
	// wraps ErrChangedOutside. SaveBeside then writes the plan into a new file
	// beside it, and gives that file's name.
	SavePlan   func(plan.Plan) error
	SaveBeside func(plan.Plan) (name string, err error)
	// KeepYear keeps the plan, which is saved, as that of a year in a file beside it,
	// durably, and gives that file's name. nil: there is nowhere to keep it.
	KeepYear func(model.Year, plan.Plan) (name string, err error)
	// Journal takes in all that is unsaved, to be written at once or a moment
	// later; it does no I/O, so Update calls it. The function that it answers with
	// waits until that is on the disk. An empty entry says that nothing is unsaved
	// any more. nil: there is no journal.
	Journal func(plan.Entry) (wait func() error)
	// SetAside keeps the journal that was recovered, and is not wanted, in a file
	// of its own, and gives that file's name.
	SetAside func() (name string, err error)
	// Restore puts a backup in the plan's place. What stood there is kept in a
	// file, whose name it gives; the folder is to be read again then.
	Restore func(Backup) (kept string, err error)

	Now   func() time.Time
	Clean func(string) string // makes one line of what may reach the screen out of any text
}

// ErrChangedOutside is the error of saving a plan whose file another program has
// changed since it was read.
var ErrChangedOutside = errors.New("the plan was changed by another program")

// Disk is the plan as it was read, and what stands in the way of changing it.
type Disk struct {
	Plan      plan.Plan
	ReadOnly  string     // why the plan cannot be changed; empty: it can
	Elsewhere string     // the plan is open in another wres: a few words for the footer
	Recovered *Recovered // what an earlier run could not save; nil: nothing, or it was decided
	Backup    *Backup    // to put in place of a plan that is damaged; nil: none, or no need
}

// Recovered is what an earlier run could not save, as its journal has it.
type Recovered struct {
	plan.Entry
	Lost    int  // lines of the journal that could not be read
	Changed bool // the plan was changed since by another program
}

// Backup is a copy of the plan as it was.
type Backup struct {
	Name    string
	Saved   time.Time
	Actions int
	Why     string // it is offered: what is wrong with the plan
}
