package keep

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/ask"
)

// AskDraft asks what becomes of the draft that is kept, before another form is opened: it
// would be forgotten, or another be kept in its place. No answer leaves all as it is.
func AskDraft(k *Model, wanted ask.Form) ask.Question {
	lines := namer{k.deps.Clean, k.ellipsis}.lines(Recovered{Entry: plan.Entry{Kept: k.kept}}, k.history.Current())
	for i, line := range lines {
		lines[i] = "- " + ansi.Truncate(line, recoveredWidth, k.ellipsis)
	}
	return ask.Question{No: "neither", Edits: true,
		Text: "A draft is kept:\n" + strings.Join(lines, "\n") + "\n\nGo on with it, or throw it away and open what you asked for?",
		Answers: []ask.Answer{
			{Binding: ask.Bind("b", "bring it back", "b"), Does: ask.Choice(func() (ask.Request, tea.Cmd) { return takeUp(k), nil })},
			{Binding: ask.Yes("throw it away"), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
				k.KeepDraft(nil)
				return wanted, nil
			})},
		}}
}

// takeUp has the form opened with the draft, which lets go of it once it is there. Where the
// view on screen hides figures that stand in it, it waits for the full one.
func takeUp(k *Model) ask.Request {
	if k.kept == nil {
		return nil
	}
	f := FormOf(*k.kept, k.history.Current())
	if f.Action.HiddenIn(k.results) || f.Typed.HiddenIn(k.results) {
		return ask.Notice{Text: "the draft keeps figures hidden here: P shows them"}
	}
	f.Kept = true
	return *f
}
