package keep

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
)

// yearKeptMsg says what came of keeping the plan of a year, before the next is begun.
type yearKeptMsg struct {
	result
	from     model.Year
	revision int // of the plan that was kept
	name     string
	err      error
}

// AskCarry asks whether to begin the plan of the next year.
func (k *Model) AskCarry() ask.Request {
	if why := k.noCarry(); why != "" {
		return ask.Notice{Text: why}
	}
	from, open := yearOf(k.history.Current(), k.results), 0
	for _, a := range k.history.Current().Actions() {
		if !a.Closed() {
			open++
		}
	}
	return ask.Question{No: "not now",
		Text: fmt.Sprintf("Begin a new plan with what is still open of %s?\n%d of %s.\n\nThe plan of %s stays as it is in a file beside it:\n%s",
			from, open, panel.Counted(k.history.Current().Len(), "action"), from, plan.ArchiveName(from)),
		Answers: []ask.Answer{{Binding: ask.Bind("b", "begin it", "b"), Does: ask.Choice(func() (ask.Request, tea.Cmd) { return nil, k.keepYear(from) })}}}
}

// noCarry says why no plan of a next year can be begun, or "".
func (k *Model) noCarry() string {
	if why := k.Locked(); why != "" {
		return why
	}
	switch latest := k.results.Latest(); {
	case k.deps.KeepYear == nil || latest == 0:
		return "there are no figures of a later year"
	case k.history.Current().Len() == 0:
		return "there are no actions to carry over"
	case k.Dirty():
		return "the plan is not saved yet: ctrl+s first"
	case yearOf(k.history.Current(), k.results) >= latest:
		return fmt.Sprintf("the plan is of %s already, the year of the latest figures", latest)
	}
	return ""
}

// yearOf gives the year of a plan. One that does not say it counts as that of the year
// before the latest figures.
func yearOf(p plan.Plan, r *indicator.Results) model.Year {
	if year := p.Year(); year > 0 {
		return year
	}
	return r.Latest() - 1
}

// keepYear keeps the plan as it is on the disk in a file of its own.
func (k *Model) keepYear(from model.Year) tea.Cmd {
	keep, p, revision := k.deps.KeepYear, k.history.Current(), k.revision
	return func() tea.Msg {
		name, err := keep(from, p)
		return yearKeptMsg{from: from, revision: revision, name: name, err: err}
	}
}

// carryOver begins the new plan, once the old one is safe.
func (k *Model) carryOver(msg yearKeptMsg) ask.Request {
	switch {
	case msg.err != nil:
		return ask.Notice{Text: "not begun: " + brief(k.deps.Clean, msg.err)}
	case msg.revision != k.revision:
		return ask.Notice{Text: "the plan was changed meanwhile: press C again"}
	}
	return ask.Edit(func(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
		next := p.CarryOver(msg.from, today)
		return next, fmt.Sprintf("%s carried over; the plan of %s is in %s", panel.Counted(next.Len(), "action"), msg.from, clean(msg.name)), nil
	})
}
