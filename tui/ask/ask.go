// Package ask is what panels, and what stands over them, ask of the app: a request is
// a value that says itself what is to be done, and App is who does it.
//
// Requests come out of tui/panel, tui/keep, tui/files and tui/form, and go up to tui,
// which knows none of them by name.
package ask

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/model/words"
)

// Request is what a panel, or what stands over one, asks of the app. It says itself
// what that is, so that a request more is no case more in the app. It is done before
// the next key is looked at; the command that it answers with is what takes time.
type Request interface{ Of(App) tea.Cmd }

// App is what the app does for those who ask.
type App interface {
	Open(key string)                     // the panel of a key
	OpenOn(key string, bands plan.Bands) // with the cursor on the bands
	Write(Form) tea.Cmd                  // opens the form
	// Editable reports whether the plan can be changed, and says so where it cannot.
	Editable() bool
	Change(Edit) tea.Cmd // the plan, where it can be changed
	Changed(said string) // the plan, or what keeps it from being changed
	CarryOver()          // begins the plan of the next year; asks first
	Ask(Question)
	Pick(Pick)
	Say(text string) // a passing word in the footer
	Trace(id string) // how an indicator's figure of the selected year came about
	Read(Steps)      // something to read
	Help([][]key.Binding)
	Close() // what stands on top of the panels
	// KeepDraft closes the form and keeps what was typed in it, to be offered when one is
	// opened again.
	KeepDraft(plan.Draft)
	// ReadAgain reads the folder, where all edits of the plan are on the disk, and
	// says a word once it is done.
	ReadAgain(said string) tea.Cmd
	Begin(Begin) tea.Cmd // with figures, where a folder has none
}

// Begin asks for one of the ways to begin where a folder has no figures.
type Begin uint8

// The ways to begin.
const (
	WithHeaders Begin = iota // files with their headers, to be filled in elsewhere
	WithExample              // the built-in example
	WithTyping               // figures typed into a table
)

func (b Begin) Of(app App) tea.Cmd { return app.Begin(b) }

// Choice is a request to go on in the component that asked.
type Choice func() (Request, tea.Cmd)

func (c Choice) Of(app App) tea.Cmd {
	r, cmd := c()
	if r == nil {
		return cmd
	}
	return tea.Batch(cmd, r.Of(app))
}

// Question asks the user. Every key but those of its answers is no.
type Question struct {
	Text    string
	No      string // what becomes of it then, in a few words
	Answers []Answer
	Edits   bool // an answer changes the plan: not asked while that cannot be changed
	Sudden  bool // no key led to it: it interrupts nobody who types
}

func (q Question) Of(app App) tea.Cmd {
	if !q.Edits || app.Editable() {
		app.Ask(q)
	}
	return nil
}

// Pick asks the user for one of a list, which is found by typing, to change the plan with.
// It is not asked while that cannot be changed.
type Pick struct {
	Title   string
	Options []Option
}

// Option is one of a list. Its texts are clean.
type Option struct {
	Name, Kind string
	Does       Request
}

func (p Pick) Of(app App) tea.Cmd {
	if app.Editable() {
		app.Pick(p)
	}
	return nil
}

// Answer is a key that a question offers, and what is asked for by it.
type Answer struct {
	key.Binding
	Does Request
}

// Yes is the key of an answer that throws something away.
func Yes(does string) key.Binding { return Bind("y", does, "y", "Y") }

// Bind makes a binding from what help shows, what it does, and its keys.
func Bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// Leave closes what stands on top, and then opens the panel of a key; "": none.
type Leave struct{ To string }

func (r Leave) Of(app App) tea.Cmd {
	app.Close()
	if r.To != "" {
		app.Open(r.To)
	}
	return nil
}

// ReadAgain asks to read the folder again, and to say a word once that is done.
type ReadAgain struct{ Said string }

func (r ReadAgain) Of(app App) tea.Cmd { return app.ReadAgain(r.Said) }

// Typed closes a table of figures that were saved, and asks to read the folder again.
type Typed struct{ Said string }

func (r Typed) Of(app App) tea.Cmd {
	app.Close()
	return app.ReadAgain(r.Said)
}

// Help asks for a list of bindings.
type Help struct{ Groups [][]key.Binding }

func (r Help) Of(app App) tea.Cmd { app.Help(r.Groups); return nil }

// Panel asks for another panel, by its key ("0", "2", "p"), with the cursor on the bands
// that are meant there; zero Bands: where it was left.
type Panel struct {
	Key   string
	Bands plan.Bands
}

func (r Panel) Of(app App) tea.Cmd { app.OpenOn(r.Key, r.Bands); return nil }

// Form asks for the form, with an action of the plan, or a new one. Typed is
// the action as it was typed before; nil: it was not. Kept says that this is the draft which
// was kept, and is in the form from then on.
type Form struct {
	Action plan.Action
	New    bool
	Typed  *plan.Action
	Kept   bool
}

func (r Form) Of(app App) tea.Cmd { return app.Write(r) }

// KeepDraft asks to close the form and to keep what was typed in it.
type KeepDraft struct{ Draft plan.Draft }

func (r KeepDraft) Of(app App) tea.Cmd { app.KeepDraft(r.Draft); return nil }

// Trace asks how an indicator's figure of the selected year came about.
type Trace struct{ ID string }

func (r Trace) Of(app App) tea.Cmd { app.Trace(r.ID); return nil }

// Steps is something to read, over the panel: what a figure would have to be, say.
type Steps struct {
	Title string
	Steps []words.Step
	Key   string // that opened it, and closes it too
}

func (r Steps) Of(app App) tea.Cmd { app.Read(r); return nil }

// CarryOver asks to begin the plan of the next year; the user is asked first.
type CarryOver struct{}

func (CarryOver) Of(app App) tea.Cmd { app.CarryOver(); return nil }

// Notice is a passing word for the footer.
type Notice struct{ Text string }

func (r Notice) Of(app App) tea.Cmd { app.Say(r.Text); return nil }
