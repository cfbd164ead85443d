package form

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/due"
	"wres/model/plan/target"
	"wres/model/words"
	"wres/tui/ask"
)

// saved is an action that the user wrote. The form stays, with its text, where
// the plan cannot be changed.
type saved struct {
	action plan.Action
	edited bool
}

func (m saved) Of(app ask.App) tea.Cmd {
	if !app.Editable() {
		return nil
	}
	app.Close()
	return app.Change(m.edit)
}

// edit puts the action into the plan.
func (m saved) edit(p plan.Plan, today time.Time, _ func(string) string) (plan.Plan, string, error) {
	p, a, added := p.Put(m.action.UpdatedOn(today), m.edited)
	if !added {
		return p, "action " + a.Number + " changed", nil
	}
	return p, fmt.Sprintf("action %s added to the plan", a.Number), nil
}

// leave closes the form, or asks what becomes of what was typed.
func (f *Model) leave() ask.Request {
	d := f.Draft()
	if d == nil {
		return ask.Leave{}
	}
	return ask.Question{Text: "The text is not in the plan yet. Save it, or keep it as a draft? Throw it away?", No: "go on writing",
		Answers: []ask.Answer{
			{Binding: ask.Bind("s", "save it", "s", "ctrl+s"), Does: saved{f.Saved(), f.edited}},
			{Binding: ask.Bind("d", "keep it as a draft", "d"), Does: ask.KeepDraft{Draft: *d}},
			{Binding: ask.Yes("throw it away"), Does: ask.Leave{}},
		}}
}

// doubt says that a text is not understood: it is kept as words.
type doubt struct {
	at   int // the field
	said string
}

// doubtOf says what is not understood of a field; "": nothing.
func (f *Model) doubtOf(ff *Field) string {
	text := ff.Text()
	if strings.TrimSpace(text) == "" {
		return ""
	}
	quoted := words.Quoted(ansi.Truncate(f.oneLine(text), quotedMost, f.data.Theme.Glyphs.Ellipsis))
	switch ff.Column {
	case "deadline":
		if _, err := due.Read(text, f.data.Today); err != nil {
			return "the day " + quoted + " is kept as words"
		}
	case "target":
		if _, err := target.Parse(text); err != nil {
			return "the target " + quoted + " is kept as words"
		}
	case "indicators":
		ids := plan.Action{Indicators: text}.IndicatorIDs()
		for _, id := range ids {
			if indicator.Lookup(id) == nil {
				return quoted + " names an indicator " + id + " that there is not"
			}
		}
		if len(ids) == 0 {
			return quoted + " names no indicator"
		}
	}
	return ""
}

// quotedMost is the most cells of a text that are said again.
const quotedMost = 30

// doubts lists what is not understood of all that was typed. What stood in the plan
// already is no news.
func (f *Model) doubts() (all []doubt) {
	for i := range f.Fields {
		ff := &f.Fields[i]
		if ff.Text() == ff.Shown {
			continue
		}
		if said := f.doubtOf(ff); said != "" {
			all = append(all, doubt{i, said})
		}
	}
	return all
}

// warning is what was said of an action that was to be saved, once.
type warning struct {
	said  string
	shown string // as there is room for it
	at    int    // the field that it is about
	now   bool   // it is on screen: Esc goes to the field
}

// save saves, unless there is something to be said first that was not said yet.
func (f *Model) save() ask.Request {
	var said []string
	all := f.doubts()
	for _, d := range all {
		said = append(said, d.said)
	}
	text := strings.Join(said, "; ")
	if text == "" || text == f.warned.said {
		return saved{f.Saved(), f.edited}
	}
	f.warned = warning{said: text, shown: text, at: all[0].at, now: true}
	if n := len(said) - 1; n > 0 && !f.page.paired() {
		f.warned.shown = fmt.Sprintf("%s; and %d more", said[0], n)
	}
	return nil
}
