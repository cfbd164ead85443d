package panel

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/whatif"
	"wres/model/words"
	"wres/tui/ask"
)

// CursorKeys are the bindings of a panel with a row under a cursor.
type CursorKeys struct {
	Up, Down, First, Last, Open key.Binding
}

// NewCursorKeys makes them; open says what Enter does with the row.
func NewCursorKeys(open string) CursorKeys {
	return CursorKeys{
		Up:    ask.Bind("↑", "row above", "up", "k"),
		Down:  ask.Bind("↓", "row below", "down", "j"),
		First: ask.Bind("home", "first row", "home", "g"),
		Last:  ask.Bind("end", "last row", "end", "G"),
		Open:  ask.Bind("enter", open, "enter"),
	}
}

// Move gives the row that a key goes to, among n; false for any other key.
func (k CursorKeys) Move(msg tea.KeyPressMsg, at, n int) (int, bool) {
	switch {
	case n == 0:
		return 0, false
	case key.Matches(msg, k.Up):
		return max(at-1, 0), true
	case key.Matches(msg, k.Down):
		return min(at+1, n-1), true
	case key.Matches(msg, k.First):
		return 0, true
	case key.Matches(msg, k.Last):
		return n - 1, true
	}
	return at, false
}

// traceKey shows how a figure came about, draftKey starts an action from it, and whatIfKey
// shows what it would take.
var (
	whatIfKey = ask.Bind("w", "what if", "w")
	traceKey  = ask.Bind("i", "where from", "i")
	draftKey  = ask.Bind("a", "start an action", "a")
)

// FigureKeys lists the keys that every panel of figures has, which OfFigure handles.
func FigureKeys() []key.Binding { return []key.Binding{draftKey, traceKey} }

// KeysOf is FigureKeys of an indicator's own panel: with what if, where the figure of the
// selected year answers that. It is asked for once for each snapshot.
func KeysOf(d Data, id string) []key.Binding {
	if s, f := d.Figure(id); f != nil && len(whatif.Of(d.Words, d.Results, s.Indicator, f)) > 0 {
		return append(FigureKeys(), whatIfKey)
	}
	return FigureKeys()
}

// OfFigure gives what one of FigureKeys asks for, of an indicator's figure of the selected
// year; nil for any other key. An action that is started is about some bands, if any are
// named.
func OfFigure(d Data, id string, b plan.Bands, pressed tea.KeyPressMsg) ask.Request {
	switch {
	case key.Matches(pressed, traceKey):
		return ask.Trace{ID: id}
	case key.Matches(pressed, draftKey):
		return Draft(d, id, b)
	case key.Matches(pressed, whatIfKey):
		return whatIf(d, id)
	}
	return nil
}

// whatIf shows what it would take for a figure to be another, or says where that is
// answered.
func whatIf(d Data, id string) ask.Request {
	s, f := d.Figure(id)
	if f == nil {
		return nil
	}
	steps := whatif.Of(d.Words, d.Results, s.Indicator, f)
	if len(steps) == 0 && !whatif.Answers(s.Indicator) {
		var ids []string
		for _, ind := range indicator.Catalogue() {
			if whatif.Answers(ind) {
				ids = append(ids, ind.ID)
			}
		}
		return ask.Notice{Text: "w, what if, is answered on " + words.Listed(ids) + ", and of a band on " + indicator.WorkforceID}
	}
	if len(steps) == 0 {
		return ask.Notice{Text: "the figures of " + f.Year.String() + " do not say what it would take"}
	}
	return ask.Steps{Title: fmt.Sprintf(" %s %s, %s: what it would take", id, s.Indicator.Tab, f.Year), Steps: steps, Key: "w"}
}

// Draft begins an action for an indicator, or for some of its bands, with where that
// stands now: the figure of the selected year and its counts, in words and as the evidence
// that later years are compared with. A withheld figure gives no number, and bands of too
// few staff for a percentage none either: they are named.
func Draft(d Data, id string, b plan.Bands) ask.Request {
	if d.Results != nil && d.Results.Publication { // its counts would stand on this screen, or be lost to the plan
		return ask.Notice{Text: "an action begins with the full figures: P shows those"}
	}
	a := plan.Action{Indicators: id}
	s, f := d.Figure(id)
	switch {
	case f == nil:
	case b != plan.Bands{}:
		e, err := plan.EvidenceOfBands(s.Indicator, f, b, d.Words.Level)
		if err != nil || e.Sides[0].AtRisk < d.Words.LeastOf {
			a.Baseline = b.Words()
			break
		}
		a = a.Answering(e, d.Words)
	default:
		a.Baseline = d.Words.Baseline(s.Indicator, f)
		if e, err := plan.EvidenceOf(s.Indicator, f); err == nil {
			a.Evidence = e.String()
		}
	}
	return ask.Form{New: true, Action: a}
}
