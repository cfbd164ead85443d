package tui

import (
	"github.com/charmbracelet/colorprofile"

	"wres/model"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/panel"
	"wres/tui/preview"
	"wres/tui/theme"
)

// Deps is what the app needs of the world, handed in by cmd so that tui opens no
// file and imports no loader. Every function may be called from a command's
// goroutine, never from Update or View.
type Deps struct {
	keep.Deps        // for the plan
	meeting.NoteDeps // for the notes of meetings
	Preview          preview.Deps
	TakeDeps         // for what is taken out of the app
	FolderDeps       // to open another folder
	BeginDeps        // to begin in a folder without figures

	// Load starts to read the folder and returns the events of that; the channel
	// is closed after the event that has Loaded or Err set. cmd starts the first
	// load before the program runs, so that the first call finds it under way.
	Load func() <-chan LoadEvent
	// StopLoading ends the load that is under way, and reports whether it did: false
	// where that was through, and its last event is on the way. After a load that was
	// stopped the plan on disk counts as it was read before.
	StopLoading func() bool

	// SaveMapping adds to the folder's mapping of columns and labels, durably; a
	// meaning of "" forgets one. Nil: there is no folder that could hold one.
	SaveMapping func(source.Mapping) error
	// Written reads what the organisation has written that is shown beside the figures of
	// some years, but the texts of its extracts: the plan of now and those that were kept,
	// what stands in its reports, and the notes of meetings, which are named in its words.
	// It is called from a command's goroutine. Nil: there is the plan of now alone.
	Written func(w words.Voice, now plan.Plan, years []model.Year) report.Beside
	Choices source.Choices // what columns and labels can mean
	Path    string         // where the plan is kept, for the screen

	CleanLines func(string) string // as Clean, and keeps line breaks
	Charset    theme.Charset
	Profile    colorprofile.Profile
	Theme      string            // one of theme.Names; empty: that of the background
	Keys       map[string]string // keys that do what another does, which WrongKey has looked at
	Light      bool              // the background, until the terminal says what it is
	PublicOnly bool              // the publication view is shown, and no other
	Suspend    func()            // stops the program until the shell goes on with it; nil: the system cannot
}

// safe makes text of others fit for the screen.
func (d *Deps) safe() report.Safe { return report.Safe{Line: d.Clean, Lines: d.CleanLines} }

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
	keep.Disk
	panel.FullOnly
	Results      *indicator.Results
	Members      *funnel.Set         // the organisations of the folder one by one; nil: there is one, or the files are large
	Organisation *model.Organisation // that they are of; nil: nothing is known of it besides
	Report       source.Report
	// Nothing says why no figure could be read. The app opens all the same, on the
	// files, and it is the app's error unless that is mended.
	Nothing error
}
