package grid

import (
	"fmt"
	"maps"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
)

// journal is what was handed over of what is typed, and whether that is on the disk.
type journal struct {
	keep      func(source.Typed) (wait func() error) // nil: nothing keeps it
	handed    source.Typed                           // last
	number    int                                    // of it
	known     int                                    // of those handed over, the last whose outcome is known
	lost      error                                  // why that is not on the disk
	abandoned bool                                   // the user chose to lose it
	left      *Left                                  // of an earlier run, until it is decided
}

// Left is figures that an earlier run could not save.
type Left struct {
	source.Draft
	Now source.Figures // of their year, as the file has them by now
}

// keptMsg is the outcome of what was handed over.
type keptMsg struct {
	number int
	err    error
}

func (keptMsg) ofGrid() {}

// leftOf reads what an earlier run could not save of a kind; nil: nothing.
func (d Deps) leftOf(kind string) (*Left, error) {
	if d.ReadDraft == nil {
		return nil, nil
	}
	draft, err := d.ReadDraft(kind)
	if draft == nil || err != nil {
		return nil, err
	}
	now, err := d.ReadFigures(kind, draft.Year)
	return &Left{*draft, now}, err
}

// hand hands over what is typed, if it is not what it was. The command waits until that is on
// the disk.
func (j *journal) hand(now source.Typed) tea.Cmd {
	if j.keep == nil || j.abandoned || j.left != nil {
		return nil
	}
	if !now.Changed() {
		now = source.Typed{Kind: now.Kind}
	}
	if h := j.handed; h.Year == now.Year && maps.Equal(h.Figures, now.Figures) && maps.Equal(h.Before, now.Before) {
		return nil
	}
	return j.over(now)
}

func (j *journal) over(t source.Typed) tea.Cmd {
	t.Figures = maps.Clone(t.Figures)
	j.handed = t
	j.number++
	number, wait := j.number, j.keep(t)
	return func() tea.Msg { return keptMsg{number, wait()} }
}

// settled takes in an outcome.
func (j *journal) settled(msg keptMsg) {
	if msg.number > j.known {
		j.known, j.lost = msg.number, msg.err
	}
}

// safe reports whether all that is typed is on the disk.
func (j *journal) safe() bool { return j.handed.Changed() && j.known == j.number && j.lost == nil }

// Kept reports whether what is typed was handed over, and is offered when the table is opened
// again.
func (j *journal) Kept() bool { return j.keep != nil && j.handed.Changed() && j.lost == nil }

// Abandon forgets what is typed: the user chose to lose it.
func (j *journal) Abandon() {
	if j.keep != nil && j.handed.Changed() {
		j.over(source.Typed{Kind: j.handed.Kind})
	}
	j.abandoned = true
}

// earlier is the table as it takes up the figures of an earlier run.
type earlier struct{ *Model }

// Offer asks what becomes of the figures of an earlier run; nil: there are none. Until it is
// answered nothing is typed: what was left would be written over.
func Offer(m *Model) ask.Request {
	left := m.left
	switch {
	case left == nil:
		return nil
	case left.saved(m.kind.Sheet):
		m.left = nil
		return ask.Choice(func() (ask.Request, tea.Cmd) { return nil, m.over(source.Typed{Kind: m.kind.Kind}) })
	}
	text := fmt.Sprintf("Figures of %s typed on %s were not saved: %s.", left.Year, left.At.Local().Format("2 January 2006 at 15:04"), panel.Counted(len(left.Figures), "cell"))
	if !maps.Equal(left.Now, left.Before) {
		text += "\n\n" + m.kind.Kind + ".csv has other figures of " + left.Year + " since. To save these would put them in their place."
	}
	return ask.Question{Text: text + "\n\nTake them up?", No: "decide later", Answers: []ask.Answer{
		{Binding: ask.Bind("t", "take them up", "t"), Does: ask.Choice(func() (ask.Request, tea.Cmd) { return nil, earlier{m}.takeUp(left) })},
		{Binding: ask.Yes("throw them away"), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			m.left = nil
			return ask.Notice{Text: "thrown away"}, m.over(source.Typed{Kind: m.kind.Kind})
		})},
	}}
}

// undecided takes a key while it is not answered: it asks again, but to one that leaves.
func (m earlier) undecided(msg tea.Msg) ask.Request {
	if k, is := msg.(tea.KeyPressMsg); is && key.Matches(k, m.KeyMap.Back) {
		return ask.Leave{}
	}
	return Offer(m.Model)
}

// takeUp puts the figures of an earlier run into the table.
func (m earlier) takeUp(left *Left) tea.Cmd {
	year, _, err := model.ParseYear(left.Year)
	if err != nil {
		m.notice = "not taken up: \"" + left.Year + "\" is no year"
		return nil
	}
	m.left = nil
	m.year, m.typed, m.before, m.undo, m.at, m.fresh = year, nil, left.Now, nil, source.Cell{}, true
	for at, text := range left.Figures {
		m.change(at, text)
	}
	m.notice = "taken up as they were typed: Ctrl+S saves them"
	return m.hand(typedNow(m.Model))
}

// typedNow is what is typed, on its way into the file.
func typedNow(m *Model) source.Typed {
	return source.Typed{Kind: m.kind.Kind, Year: m.year.String(), Figures: m.typed, Before: m.before}
}

// saved reports whether the run that left it had saved all of it.
func (l *Left) saved(s source.Sheet) bool {
	figures, wrong := numbers(l.Figures, s)
	return wrong == nil && maps.Equal(figures, l.Now)
}
