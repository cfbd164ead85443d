package talk

import (
	"cmp"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/meeting"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/keep"
	"wres/tui/panel"
	"wres/tui/talk/speech"
)

// Deps is what a conversation needs of the world. Every function is called from the goroutine
// that Run is called from.
type Deps struct {
	keep.Deps

	// Load reads the folder and the plan, again at each later call. It says how far that is.
	Load func(progress func(Progress)) (*Loaded, error)
	// LoadNotes reads the notes of meetings; SaveNote keeps one, and the function that it
	// answers with waits until that is on the disk, or is not.
	LoadNotes func() (meeting.Notes, error)
	SaveNote  func(meeting.Note) (wait func() meeting.Kept)
	// Run runs a command of the program on the folder, by its name and flags, and gives what
	// it says: "report", "--format", "docx", "-o", "report.docx".
	Run func(args ...string) (said []string, ok bool)

	// Written reads what the organisation has written that is shown beside the figures of
	// some years. Nil: there is the plan alone.
	Written func(w words.Voice, now plan.Plan, years []model.Year) report.Beside
	// WriteHeaders writes the files of a new folder that are not there yet, and gives their
	// names. Nil: nothing can be written.
	WriteHeaders func() ([]string, error)
	// SaveMapping adds to what the folder says that columns and labels mean, durably. Nil: there
	// is no folder that could hold it.
	SaveMapping func(source.Mapping) error

	Choices source.Choices // which files there can be, with their columns
	Path    string         // where the plan is kept
	Forms   Forms
}

// Forms are the forms that a report and a plan can be written in, by their names.
type Forms struct{ Report, Plan []string }

// Progress is how far reading is.
type Progress struct {
	File        string
	Done, Total int
	Rows        int64
	Bytes, Size int64
}

// Loaded is what was read.
type Loaded struct {
	keep.Disk
	Results      *indicator.Results
	Organisation *model.Organisation // that they are of
	Members      *funnel.Set         // the organisations of the folder one by one; nil: there is one, or the files are large
	Report       source.Report
	Since        []string // what moved since the folder was last opened
	Nothing      error    // why no figure could be read; nil: some were
}

// End is how a conversation ended.
type End struct {
	Unsaved bool // something that was written is not in the plan's file
	Kept    bool // it is in the journal, and offered at the next start
	Err     error
}

// conversation is one, from its first line to its last.
type conversation struct {
	speech.Speech
	deps  Deps
	heard []choice // as they were said last: a number means one of them
	fresh bool     // the place is to be said before the next question
	known bool     // it was said already, and is come back to
	long  bool     // the question was put in full once
	stack []place

	data    panel.Data // in the view that was chosen
	views   views
	keep    *keep.Model
	writing *writing // an action that was begun and is in no plan; nil: there is none
	notes   meeting.Notes
	nothing error
	loaded  bool

	settling chan tea.Msg // what comes of the journal; nil: nothing is under way
}

// Run holds a conversation, until it is left or its input ends.
func Run(in io.Reader, out io.Writer, d Deps) End {
	c := &conversation{Speech: speech.New(in, out, d.Clean), deps: d}
	c.keep = keep.New(d.Deps, "…", func() string { return "" })
	if err := c.load(); err != nil {
		return End{Err: err}
	}
	c.open(start())
	c.decide()
	for !c.Over {
		c.turn()
	}
	return c.end()
}

// turn says where one is, where that is to be said, and does what is answered.
func (c *conversation) turn() {
	if c.fresh {
		c.present()
	}
	question := "Your choice?"
	if !c.long {
		c.long = true
		question = `Type a number, a word to find, "back", "again", "help" or "quit".`
	}
	c.Say(question)
	if text, ok := c.Read(); ok {
		c.answer(text)
	}
}

// end says what becomes of what is not saved.
func (c *conversation) end() End {
	settle(c, true)
	e := End{Err: c.Err}
	e.Unsaved = c.keep.Dirty() || c.writing != nil && c.writing.changed()
	switch e.Kept = e.Unsaved && c.keep.Safe(); {
	case e.Kept:
		c.Say("What you wrote and did not save is kept, and is offered when the program starts again.")
	case e.Unsaved:
		state, _ := c.keep.State()
		c.Label("What you wrote and did not save is not kept", keysInWords(state))
	}
	return e
}

// between is how long reading goes on before it is said how far that is.
const between = 4 * time.Second

// load reads the folder. What was read before stays where that fails.
func (c *conversation) load() error {
	c.Say("Reading the folder.")
	last := c.deps.Now()
	l, err := c.deps.Load(func(p Progress) {
		if now := c.deps.Now(); now.Sub(last) >= between {
			last = now
			c.Tell("Still reading" + p.words())
		}
	})
	if err != nil {
		if c.loaded {
			c.Label("The folder could not be read again", err.Error())
			return nil
		}
		return err
	}
	c.loaded, c.nothing = true, l.Nothing
	year := c.data.Year
	c.views.take(l)
	c.data.Report, c.data.Choices, c.data.PlanPath, c.data.Members = l.Report, c.deps.Choices, c.deps.Path, l.Members
	c.data.Today, c.data.Clean = c.deps.Now(), c.Clean
	if c.data.Year = year; year == 0 || !l.Results.HasYear(year) {
		c.data.Year = l.Results.Latest()
	}
	c.look()
	c.keep.Take(l.Disk, c.data.Results)
	c.refresh()
	c.Tell("The folder is read: " + words.Count(len(l.Report.Files), "file") + ".")
	return nil
}

// words says how far reading is, behind "Still reading".
func (p Progress) words() string {
	said := " " + cmp.Or(p.File, "the folder")
	if p.Total > 1 {
		said += ", file " + words.Thousands(p.Done+1) + " of " + words.Thousands(p.Total)
	}
	if p.Rows > 0 {
		said += ", " + words.Thousands(int(p.Rows)) + " rows"
	}
	if p.Size > 0 {
		said += ", " + words.Thousands(int(p.Bytes*100/p.Size)) + " percent"
	}
	return said + "."
}

// refresh fills the snapshot anew from the plan.
func (c *conversation) refresh() {
	c.data.Today = c.deps.Now()
	c.keep.Fill(&c.data)
	c.views.told.of = nil
}
