package tui

import (
	"errors"
	"time"

	"github.com/charmbracelet/colorprofile"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui/theme"
)

// Deps is what the app needs of the world, handed in by cmd so that tui opens no
// file and imports no loader. Every function may be called from a command's
// goroutine, never from Update or View.
type Deps struct {
	// Load starts to read the folder and returns the events of that; the channel
	// is closed after the event that has Loaded or Err set. cmd starts the first
	// load before the program runs, so that the first call finds it under way.
	Load func() <-chan LoadEvent
	// StopLoading ends the load that is under way, and reports whether it did: false
	// where that was through, and its last event is on the way. After a load that was
	// stopped the plan on disk counts as it was read before.
	StopLoading func() bool

	// SavePlan writes the plan durably; nil means that it is on the disk. Where
	// another program changed the file meanwhile, nothing is written and the error
	// wraps ErrChangedOutside. SaveBeside then writes the plan into a new file
	// beside it, and gives that file's name.
	SavePlan   func(plan.Plan) error
	SaveBeside func(plan.Plan) (name string, err error)
	// KeepYear keeps the plan, which is saved, as that of a year in a file beside it,
	// durably, and gives that file's name. nil: there is nowhere to keep it.
	KeepYear func(model.Year, plan.Plan) (name string, err error)
	// SaveMapping adds to the folder's mapping of columns and labels, durably; a
	// meaning of "" forgets one. Nil: there is no folder that could hold one.
	SaveMapping func(source.Mapping) error
	Choices     source.Choices // what columns and labels can mean
	Path        string         // where the plan is kept, for the screen

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

	Now func() time.Time
	// Clean makes one line of what may reach the screen out of any text;
	// CleanLines keeps its line breaks.
	Clean      func(string) string
	CleanLines func(string) string
	Charset    theme.Charset
	Profile    colorprofile.Profile
}

// ErrChangedOutside is the error of saving a plan whose file another program has
// changed since it was read.
var ErrChangedOutside = errors.New("the plan was changed by another program")

// LoadEvent is a step of loading: progress, or the end of it.
type LoadEvent struct {
	File        string // being read
	Done, Total int    // files
	Rows        int64  // of the file, read so far; 0 before there is something to say
	Bytes, Size int64  // of the file: read so far, and all
	Loaded      *Loaded
	Err         error // nothing could be opened
}

// Loaded is everything that loading gives, as one immutable snapshot.
type Loaded struct {
	Results  *indicator.Results
	Report   source.Report
	Plan     plan.Plan
	ReadOnly string // why the plan cannot be changed; empty: it can
	// Nothing says why no figure could be read. The app opens all the same, on the
	// files, and it is the app's error unless that is mended.
	Nothing error

	Elsewhere string     // the plan is open in another wres: a few words for the footer
	Recovered *Recovered // what an earlier run could not save; nil: nothing
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
