// Package panel is what the screens of the app have in common: what a panel is, the
// snapshot that it shows (Data), a page that scrolls, what the panels of the indicators
// share, keys, and small texts. Each screen is a package below it: overview, bands (the
// workforce), figures (likelihood, survey, board) and plan; none of them knows another.
//
// It stands between the root model (tui), which routes keys and owns the layout,
// and tui/chart, which draws. A panel is handed one immutable Data, prepares its
// lines once, and its View fills exactly the box that it was given. It does no
// I/O and computes no figure: both have happened by the time that it gets Data.
package panel

import (
	"cmp"
	"strings"
	"time"

	"charm.land/bubbles/v2/help"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/audit"
	"wres/model/findings"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/theme"
)

// Panel is one screen. What Update answers with is done before the next key.
type Panel interface {
	help.KeyMap
	Title() string
	SetData(Data)
	SetSize(width, height int)
	Update(tea.Msg) ask.Request // nil: nothing
	View() string               // exactly width x height cells
}

// Keeper is a panel that may take a key before those that work everywhere do, as one
// does in which a text is typed.
type Keeper interface {
	Keeps(tea.KeyPressMsg) bool
}

// Drafter is a panel in which a text is typed that goes into the plan.
type Drafter interface {
	Draft() *plan.Draft // nil: none is typed
	Unsaved() (what, it string)
}

// Placer is a panel whose cursor can be put on some bands.
type Placer interface {
	Place(plan.Bands)
}

// Chooser is a panel whose cursor can be put on an action of the plan, by its id.
type Chooser interface {
	Choose(id string)
}

// Data is everything that panels show, as one snapshot that is never changed.
type Data struct {
	Results *indicator.Results // nil until loading is done
	Waiting string             // what to say until then; empty: that it is under way
	Read    float64            // how much of the file that is read meanwhile is behind, of 1
	Year    model.Year         // the year that the user looks at
	Words   words.Voice
	Plan    plan.Plan
	// PlanLocked says why the plan cannot be changed; empty: it can.
	PlanLocked string
	PlanPath   string // where it is kept
	// Progress is what became of the figures that each action answers, by its id,
	// and Advice what would make the plan stronger.
	Progress map[string][]plan.Progress
	Advice   []plan.Finding
	// CarryFrom is the year of the plan where later figures are there; 0: no offer.
	CarryFrom model.Year
	Report    source.Report
	// Organisations names those of the folder of which one can be chosen; Members are they,
	// read one by one; nil: there is one, or the files are large.
	Organisations []string
	Members       *funnel.Set
	Choices       source.Choices // which files there can be, with their columns
	FullOnly
	Unread string // why the folder could not be read again; empty: it was
	Theme  theme.Theme
	Today  time.Time
	Clean  func(string) string // what of a text may reach the screen
}

// FullOnly is what is told beside the full figures, and not in the publication view.
type FullOnly struct {
	Audit *audit.Result // of the printed figures; nil: there are none
	Since []string      // what moved since the folder was last opened, a line each; nil: no earlier visit
}

// Line is what of an action's field may reach the screen where it has one line.
func (d Data) Line(field string) string {
	field = plan.OneLine(field)
	if d.Clean == nil {
		return field
	}
	return d.Clean(field)
}

// Reading says why there are no figures yet.
func (d Data) Reading() string { return cmp.Or(d.Waiting, "Reading the extracts…") }

// ReadSoFar draws that as a bar of a width; "": it is not known.
func (d Data) ReadSoFar(width int) string {
	const most = 60
	width = min(width, most)
	done := int(d.Read * float64(width))
	if done <= 0 || done > width {
		return ""
	}
	t := d.Theme
	return t.Styles.Accent.Render(strings.Repeat(t.Glyphs.Fill, done)) + t.Styles.Muted.Render(strings.Repeat(t.Glyphs.Rule, width-done))
}

// Findings says what the figures of the selected year come to, in the order in which it
// is told. A panel asks once for each snapshot.
func (d Data) Findings() []findings.Finding {
	if d.Results == nil {
		return nil
	}
	return d.answered(findings.Of(d.Results, d.Year, d.Plan.Actions()))
}

// FindingsOn says what the figures of a year come to on one indicator.
func (d Data) FindingsOn(id string, y model.Year) []findings.Finding {
	if d.Results == nil {
		return nil
	}
	return d.answered(findings.OfIndicator(d.Results, id, y, d.Plan.Actions()))
}

// Figure gives an indicator's series and its figure of the selected year; both
// are nil before loading is done.
func (d Data) Figure(id string) (*indicator.Series, *indicator.Figure) {
	if d.Results == nil {
		return nil, nil
	}
	s := d.Results.Indicator(id)
	if s == nil {
		return nil, nil
	}
	return s, s.Figure(d.Year)
}
