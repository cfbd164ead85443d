package tui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
)

// What the user chose, or what came of it, where an earlier run left something
// behind or the plan is damaged.
type (
	bringBackMsg      struct{}
	setAsideChosenMsg struct{}
	setAsideMsg       struct {
		name string
		err  error
	}
	restoreChosenMsg struct{ backup Backup }
	restoredMsg      struct {
		kept string
		err  error
	}
	keepChosenMsg struct{}
)

// journalMessage handles the messages of the journal and of what is recovered.
func (m *Model) journalMessage(msg tea.Msg) (cmd tea.Cmd, ours bool) {
	switch msg := msg.(type) {
	case journalledMsg:
		cmd = m.journalled(msg)
	case bringBackMsg:
		cmd = m.bringBack()
	case setAsideChosenMsg:
		set := m.deps.SetAside
		cmd = func() tea.Msg {
			name, err := set()
			return setAsideMsg{name, err}
		}
	case setAsideMsg:
		m.setAside(msg)
	case restoreChosenMsg:
		restore := m.deps.Restore
		cmd = func() tea.Msg {
			kept, err := restore(msg.backup)
			return restoredMsg{kept, err}
		}
	case restoredMsg:
		cmd = m.restored(msg)
	case keepChosenMsg:
		if m.journal.recovered != nil {
			m.askRecovery()
		} else {
			cmd = m.handOver(plan.Entry{}) // notes the plan as it is now
		}
	default:
		return nil, false
	}
	return cmd, true
}

// offer asks what becomes of a damaged plan, and then of what was not saved.
func (m *Model) offer(b *Backup) {
	switch {
	case b != nil:
		m.askBackup(*b)
	case m.plan.readOnly == "" && m.journal.recovered != nil:
		m.askRecovery()
	}
}

func (m *Model) askBackup(b Backup) {
	question := fmt.Sprintf("%s.\n\nThe backup of %s holds %s. Put it in the plan's place? What stands there now is kept in a file beside it.",
		strings.TrimSuffix(m.deps.Clean(b.Why), "."), dayAndTime(b.Saved), counted(b.Actions, "action"))
	answers := []answer{{bind("b", "put the backup back", "b"), restoreChosenMsg{b}}}
	if m.plan.readOnly == "" {
		answers = append(answers, answer{bind("k", "keep the plan as it is", "k"), keepChosenMsg{}})
	}
	m.ask(question, "decide later", answers...)
}

// askRecovery shows what would come back. Nothing is thrown away: what is not
// wanted goes into a file, and no answer leaves all as it is.
func (m *Model) askRecovery() {
	r := m.journal.recovered
	parts := []string{"Not saved on " + dayAndTime(r.At) + ", and kept since:"}
	lines := m.recoveredLines(*r)
	if more := len(lines) - recoveredShown; more > 0 {
		lines = append(lines[:recoveredShown:recoveredShown], fmt.Sprintf("and %d more", more))
	}
	for _, line := range lines {
		parts = append(parts, "- "+ansi.Truncate(line, recoveredWidth, m.data.Theme.Glyphs.Ellipsis))
	}
	parts = append(parts, "")
	if r.Changed {
		parts = append(parts, "The plan was changed since by another program: where both changed an action, both are kept.")
	}
	if r.Lost > 0 {
		parts = append(parts, fmt.Sprintf("The last moment before it ended could not be read (%s).", counted(r.Lost, "line")))
	}
	parts = append(parts, "Bring it back? Put aside, it stays in a file beside the plan.")
	m.ask(strings.Join(parts, "\n"), "decide later",
		answer{bind("b", "bring it back", "b"), bringBackMsg{}},
		answer{bind("d", "put it aside", "d"), setAsideChosenMsg{}})
}

// The most that a question shows of what would come back: it must fit a window of
// 80 columns and 24 lines with its answers.
const (
	recoveredShown = 6
	recoveredWidth = 60
)

func dayAndTime(t time.Time) string { return t.Local().Format("2 January at 15:04") }

// recoveredLines names each action that would come back, and what of it.
func (m *Model) recoveredLines(r Recovered) []string {
	var lines []string
	for _, edit := range r.Edits {
		switch {
		case edit.Now == nil:
			lines = append(lines, "deleted: "+m.titled(*edit.Was))
		case edit.Was == nil:
			lines = append(lines, "new: "+m.titled(*edit.Now))
		default:
			changed := plan.DraftOf(*edit.Was, *edit.Now, true)
			lines = append(lines, m.titled(*edit.Now)+": "+fieldNames(changed))
		}
	}
	if d := r.Draft; d != nil {
		a, edited := d.Action(m.data.Plan)
		words := "typed, a new action: "
		if edited {
			words = "typed: "
		}
		lines = append(lines, words+m.titled(a)+": "+fieldNames(*d))
	}
	return lines
}

// titled gives an action's number and the beginning of its words.
func (m *Model) titled(a plan.Action) string {
	const enough = 32
	text := ansi.Truncate(m.deps.Clean(a.Text), enough, m.data.Theme.Glyphs.Ellipsis)
	if text == "" {
		text = "(no words yet)"
	}
	if a.Number == "" {
		return text
	}
	return m.deps.Clean(a.Number) + " " + text
}

// fieldNames lists the fields that a draft says something of.
func fieldNames(d plan.Draft) string {
	var names []string
	for _, field := range plan.Fields() {
		if _, written := d.Texts[field.Column]; written {
			names = append(names, strings.ToLower(field.Label))
		}
	}
	return strings.Join(names, ", ")
}

// bringBack makes the edits again, which saves them, and opens the form with the
// text that stood in it. Update then journals all of it as one entry.
func (m *Model) bringBack() tea.Cmd {
	r := m.journal.recovered
	if r == nil {
		return nil
	}
	m.journal.recovered = nil
	m.refresh()
	var cmd tea.Cmd
	if p := r.Apply(m.data.Plan); !p.Equal(m.data.Plan) {
		cmd = m.change(p, "brought back: u takes it out again")
	}
	if r.Draft != nil {
		cmd = tea.Batch(cmd, m.openDraft(*r.Draft))
	}
	return cmd
}

// openDraft opens the form on an action as it is in the plan and puts the text of
// a draft into it, so that it counts as typed.
func (m *Model) openDraft(d plan.Draft) tea.Cmd {
	a, edited := d.Action(m.data.Plan)
	before := plan.Action{Extra: a.Extra}
	if edited {
		before, _ = m.data.Plan.Find(d.ID) // Action found it
	}
	m.overlay = nil
	cmd := m.openForm(before, edited)
	if f := m.openedForm(); f != nil {
		f.write(a)
	}
	return cmd
}

// write puts into the form what an action says, as if it had been typed.
func (f *form) write(a plan.Action) {
	f.evidence = a.Evidence
	for i := range f.fields {
		ff := &f.fields[i]
		text := ff.of(a)
		switch {
		case text == ff.of(f.action):
		case ff.MultiLine:
			ff.area.SetValue(f.clean(text))
		default:
			ff.line.SetValue(f.oneLine(text))
		}
	}
}

func (m *Model) setAside(msg setAsideMsg) {
	if msg.err != nil {
		m.status = m.deps.Clean(msg.err.Error())
		return
	}
	m.journal.recovered = nil
	m.status = "put aside in " + m.deps.Clean(msg.name)
	m.refresh()
}

// restored reads the plan that was put back.
func (m *Model) restored(msg restoredMsg) tea.Cmd {
	if msg.err != nil {
		m.status = m.deps.Clean(msg.err.Error())
		return nil
	}
	m.loading.notice = "the backup is open; what was there is in " + m.deps.Clean(msg.kept)
	return m.startLoading()
}
