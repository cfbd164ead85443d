package keep

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
)

// What came of putting aside what was left behind, or of putting a backup back.
type (
	setAsideMsg struct {
		result
		name string
		err  error
	}
	restoredMsg struct {
		result
		kept string
		err  error
	}
)

// Offer asks what becomes of a damaged plan, and then of what was not saved. nil:
// there is neither.
func (k *Model) Offer() ask.Request {
	switch {
	case k.disk.Backup != nil:
		return k.askBackup(*k.disk.Backup)
	case k.disk.ReadOnly == "" && k.disk.Recovered != nil:
		return k.askRecovery()
	}
	return nil
}

func (k *Model) askBackup(b Backup) ask.Question {
	restore := k.deps.Restore
	q := ask.Question{No: "decide later",
		Text: fmt.Sprintf("%s.\n\nThe backup of %s holds %s. Put it in the plan's place? What stands there now is kept in a file beside it.",
			strings.TrimSuffix(k.deps.Clean(b.Why), "."), dayAndTime(b.Saved), panel.Counted(b.Actions, "action")),
		Answers: []ask.Answer{{Binding: ask.Bind("b", "put the backup back", "b"), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			return nil, func() tea.Msg {
				kept, err := restore(b)
				return restoredMsg{kept: kept, err: err}
			}
		})}}}
	if k.disk.ReadOnly == "" {
		q.Answers = append(q.Answers, ask.Answer{Binding: ask.Bind("k", "keep the plan as it is", "k"), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			if k.disk.Recovered != nil {
				return k.askRecovery(), nil
			}
			return nil, k.handOver(plan.Entry{}) // notes the plan as it is now
		})})
	}
	return q
}

// restored has the plan read that was put back.
func (k *Model) restored(msg restoredMsg) ask.Request {
	if msg.err != nil {
		return ask.Notice{Text: k.deps.Clean(msg.err.Error())}
	}
	return ask.ReadAgain{Said: "the backup is open; what was there is in " + k.deps.Clean(msg.kept)}
}

// askRecovery shows what would come back. Nothing is thrown away: what is not
// wanted goes into a file, and no answer leaves all as it is.
func (k *Model) askRecovery() ask.Question {
	r, set := k.disk.Recovered, k.deps.SetAside
	parts := []string{"Not saved on " + dayAndTime(r.At) + ", and kept since:"}
	lines := namer{k.deps.Clean, k.ellipsis}.lines(*r, k.history.Current())
	if more := len(lines) - recoveredShown; more > 0 {
		lines = append(lines[:recoveredShown:recoveredShown], fmt.Sprintf("and %d more", more))
	}
	for _, line := range lines {
		parts = append(parts, "- "+ansi.Truncate(line, recoveredWidth, k.ellipsis))
	}
	parts = append(parts, "")
	if r.Changed {
		parts = append(parts, "The plan was changed since by another program: where both changed an action, both are kept.")
	}
	if r.Lost > 0 {
		parts = append(parts, fmt.Sprintf("The last moment before it ended could not be read (%s).", panel.Counted(r.Lost, "line")))
	}
	parts = append(parts, "Bring it back? Put aside, it stays in a file beside the plan.")
	return ask.Question{Text: strings.Join(parts, "\n"), No: "decide later", Answers: []ask.Answer{
		{Binding: ask.Bind("b", "bring it back", "b"), Does: ask.Choice(k.bringBack)},
		{Binding: ask.Bind("d", "put it aside", "d"), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			return nil, func() tea.Msg {
				name, err := set()
				return setAsideMsg{name: name, err: err}
			}
		})},
	}}
}

// The most that a question shows of what would come back: it must fit a window of
// 80 columns and 24 lines with its answers.
const (
	recoveredShown = 6
	recoveredWidth = 60
)

func dayAndTime(t time.Time) string { return t.Local().Format("2 January at 15:04") }

// namer writes the names of actions.
type namer struct {
	clean    func(string) string
	ellipsis string
}

// lines names each action that would come back into a plan, and what of it.
func (n namer) lines(r Recovered, p plan.Plan) []string {
	var lines []string
	for _, edit := range r.Edits {
		switch {
		case edit.Now == nil:
			lines = append(lines, "deleted: "+n.titled(*edit.Was))
		case edit.Was == nil:
			lines = append(lines, "new: "+n.titled(*edit.Now))
		default:
			changed := plan.DraftOf(*edit.Was, *edit.Now, true)
			lines = append(lines, n.titled(*edit.Now)+": "+fieldNames(changed))
		}
	}
	for _, typed := range []struct {
		how string
		*plan.Draft
	}{{"typed", r.Draft}, {"kept as a draft", r.Kept}} {
		if typed.Draft == nil {
			continue
		}
		a, edited := typed.Action(p)
		if !edited {
			typed.how += ", a new action"
		}
		lines = append(lines, typed.how+": "+n.titled(a)+": "+fieldNames(*typed.Draft))
	}
	return lines
}

// titled gives an action's number and the beginning of its words.
func (n namer) titled(a plan.Action) string {
	const enough = 32
	text := cmp.Or(ansi.Truncate(n.clean(plan.OneLine(a.Text)), enough, n.ellipsis), "(no words yet)")
	if a.Number == "" {
		return text
	}
	return n.clean(a.Number) + " " + text
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

// bringBack makes the edits again, which saves them, and has the form opened with
// the text that stood in it. All of it is journalled as one entry then. Where the view on
// screen hides figures that stand in that form, everything waits for the full one.
func (k *Model) bringBack() (ask.Request, tea.Cmd) {
	r := k.disk.Recovered
	if r == nil {
		return nil, nil
	}
	p := r.Apply(k.history.Current())
	typed := cmp.Or(r.Draft, r.Kept) // that of a form which was open goes first
	if typed != nil {
		if f := FormOf(*typed, p); f.Action.HiddenIn(k.results) || f.Typed.HiddenIn(k.results) {
			return ask.Notice{Text: "typed text keeps hidden figures: P shows them, r brings it back"}, nil
		}
	}
	k.disk.Recovered = nil
	back, cmd := Changed{}, tea.Cmd(nil)
	if !p.Equal(k.history.Current()) {
		if back.Said = k.Locked(); back.Said == "" {
			back.Said = "brought back: u takes it out again"
			cmd = k.to(k.history.Do(p))
		}
	}
	if k.kept = r.Kept; typed != nil {
		back.Form = FormOf(*typed, k.history.Current())
		back.Form.Kept = typed == r.Kept
	}
	return back, cmd
}

// FormOf gives the form of a draft: the action of a draft as it is in the plan, and as it was typed.
func FormOf(d plan.Draft, p plan.Plan) *ask.Form {
	a, edited := d.Action(p)
	before := plan.Action{Extra: a.Extra}
	if edited {
		before, _ = p.Find(d.ID) // Action found it
	}
	return &ask.Form{Action: before, New: !edited, Typed: &a}
}

func (k *Model) setAside(msg setAsideMsg) ask.Request {
	if msg.err != nil {
		return ask.Notice{Text: k.deps.Clean(msg.err.Error())}
	}
	k.disk.Recovered = nil
	return Changed{Said: "put aside in " + k.deps.Clean(msg.name)}
}
