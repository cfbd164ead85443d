package form

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/model/plan/due"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Model is the form.
type Model struct {
	KeyMap  KeyMap
	Action  plan.Action // as it was when the form was opened
	Fields  []Field     // in the order of the form
	Focused int         // the field that is typed in

	edited        bool   // an action of the plan, not a new one
	evidence      string // of the action; it is shown, and not typed
	theme         theme.Theme
	today         time.Time
	entries       map[string][]string // earlier entries of a field, by its column
	top           int                 // first line of the fields that is on screen
	width, height int
	box           [2]int              // with the border
	clean         func(string) string // keeps line breaks
	oneLine       func(string) string
}

// KeyMap is the keys of the form; every other one is text.
type KeyMap struct {
	Next, Previous, Enter, Save, Leave key.Binding
	Undo, Redo, Accept, Down, Up       key.Binding
}

// NewKeyMap gives the keys of the form.
func NewKeyMap() KeyMap {
	return KeyMap{
		Next:     ask.Bind("tab", "next field", "tab"),
		Previous: ask.Bind("shift+tab", "field before", "shift+tab"),
		Enter:    ask.Bind("enter", "next field", "enter"),
		Save:     ask.Bind("ctrl+s", "save", "ctrl+s"),
		Leave:    ask.Bind("esc", "leave", "esc"),
		Undo:     ask.Bind("ctrl+z", "undo in the field", "ctrl+z"),
		Redo:     ask.Bind("ctrl+y", "redo", "ctrl+y", "ctrl+r"),
		Accept:   ask.Bind("ctrl+space", "take what is offered", "ctrl+space", "ctrl+@"),
		Down:     ask.Bind("↓", "next offer, or field", "down"),
		Up:       ask.Bind("↑", "offer before, or field", "up"),
	}
}

// formOrder is the order of the fields in the form, by column: as one thinks of an
// action. A field that it does not name stands at the end.
var formOrder = []string{"number", "action", "indicators", "objective", "measure", "baseline", "target", "deadline",
	"lead", "team", "status", noteColumn, "progress", "high_impact"}

// noteColumn names the field for a new note, which is a part of the progress.
const noteColumn = "note"

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

// edit puts the action into the plan: one that was deleted by a reload meanwhile is
// added, since its text must not be lost.
func (m saved) edit(p plan.Plan, today time.Time, _ func(string) string) (plan.Plan, string, error) {
	a := m.action.UpdatedOn(today)
	if m.edited {
		if p, err := p.Edit(a); err == nil {
			return p, "action " + m.action.Number + " changed", nil
		}
	}
	p, id := p.Add(a)
	added, _ := p.Find(id)
	return p, fmt.Sprintf("action %s added to the plan", added.Number), nil
}

const areaHeight = 3

// areaLines is the most lines that a text area holds: it drops any more without a
// word.
const areaLines = 10000

// longestWord is the most characters without a space that an area takes: what it costs to
// wrap a word grows with the square of its length.
const longestWord = 1000

// Why a text is not taken.
var (
	ErrTooLong  = errors.New("a text of more than 9,999 lines cannot be edited here")
	ErrLongWord = errors.New("a word of more than 1,000 characters cannot be edited here")
)

// tooLong says why an area cannot hold a text; nil: it can.
func tooLong(text string) error {
	if strings.Count(text, "\n")+1 >= areaLines {
		return ErrTooLong
	}
	for word := range strings.FieldsSeq(text) {
		if len(word) > longestWord && utf8.RuneCountInString(word) > longestWord {
			return ErrLongWord
		}
	}
	return nil
}

// New makes a form for an action of the plan (edited), or for a new one. clean is what
// of a text may reach the screen, with its line breaks. The error is ErrTooLong or ErrLongWord.
func New(d panel.Data, a plan.Action, edited bool, clean func(string) string) (*Model, error) {
	f := &Model{KeyMap: NewKeyMap(), Action: a, edited: edited, evidence: a.Evidence, theme: d.Theme, today: d.Today,
		entries: map[string][]string{"lead": d.Plan.Leads(), "team": d.Plan.Teams()},
		clean:   clean, oneLine: d.Clean,
	}
	if !edited && a.Status == "" {
		f.Action.Status = plan.StatusNotStarted
	}
	for _, field := range formFields() {
		if field.MultiLine && field.Column != noteColumn {
			if err := tooLong(field.Value(a)); err != nil {
				return nil, err
			}
		}
		f.Fields = append(f.Fields, f.newField(field))
	}
	// It begins at the words of the action, whose number is given anyway.
	f.Focused = slices.IndexFunc(f.Fields, func(ff Field) bool { return ff.MultiLine })
	return f, nil
}

// formFields gives the fields that are typed, in the order of the form.
func formFields() []plan.Field {
	fields := slices.DeleteFunc(plan.Fields(), func(field plan.Field) bool { return field.Automatic || field.Column == "evidence" })
	fields = append(fields, plan.Field{Column: noteColumn, Label: "New note", MultiLine: true,
		Hint: "What has happened since: it is put before the progress, with today's date."})
	place := func(field plan.Field) int {
		if i := slices.Index(formOrder, field.Column); i >= 0 {
			return i
		}
		return len(formOrder)
	}
	slices.SortStableFunc(fields, func(a, b plan.Field) int { return cmp.Compare(place(a), place(b)) })
	return fields
}

// changed reports whether any field differs from what it held at the start. A
// new action begun from a figure counts only what was typed.
func (f *Model) changed() bool {
	for i := range f.Fields {
		if f.Fields[i].Text() != f.Fields[i].Shown {
			return true
		}
	}
	return f.evidence != f.Action.Evidence
}

// Result gives the action as it stands in the form.
func (f *Model) Result() plan.Action {
	a := f.Action
	a.Evidence = f.evidence
	note := ""
	for i := range f.Fields {
		switch ff := &f.Fields[i]; {
		case ff.Text() == ff.Shown:
		case ff.Note:
			note = ff.Text()
		default:
			a = ff.With(a, ff.Text())
		}
	}
	return a.Noted(note, f.today)
}

// Saved gives the action as it goes into the plan: a deadline that was typed
// without its year has the day in front, since next year it would be another one.
func (f *Model) Saved() plan.Action {
	a := f.Result()
	if a.Deadline != f.Action.Deadline {
		if d, err := due.Read(a.Deadline, f.today); err == nil && d.HasDate() {
			a.Deadline = d.Text
		}
	}
	return a
}

// Typing reports that letters are text: in a form they always are.
func (f *Model) Typing() bool { return true }

// Update takes everything that is typed; a letter is never a command here.
func (f *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, f.KeyMap.Leave) && f.changed():
			return ask.Question{Text: "The text is not in the plan yet. Throw it away?", No: "keep it",
				Answers: []ask.Answer{{Binding: ask.Yes("throw it away"), Does: ask.Leave{}}}}, nil
		case key.Matches(msg, f.KeyMap.Leave):
			return ask.Leave{}, nil
		case key.Matches(msg, f.KeyMap.Save):
			return saved{f.Saved(), f.edited}, nil
		}
		if cmd, taken := f.command(msg); taken {
			return nil, cmd
		}
	case tea.PasteMsg:
		// What comes from a clipboard is as foreign as what comes from a file.
		msg.Content = f.clean(msg.Content)
		if ff := &f.Fields[f.Focused]; ff.MultiLine {
			if err := tooLong(ff.Text() + msg.Content); err != nil {
				return ask.Notice{Text: err.Error()}, nil
			}
		}
		return nil, f.edit(msg)
	}
	return nil, f.edit(msg)
}

// Draft gives the text that is in no plan yet; nil: there is none.
func (f *Model) Draft() *plan.Draft {
	if !f.changed() {
		return nil
	}
	d := plan.DraftOf(f.Action, f.Result(), f.edited)
	return &d
}

// Type puts into the form what an action says, as if it had been typed.
func (f *Model) Type(a plan.Action) {
	f.evidence = a.Evidence
	for i := range f.Fields {
		ff := &f.Fields[i]
		text := ff.Of(a)
		switch {
		case text == ff.Of(f.Action):
		case ff.MultiLine:
			ff.area.SetValue(f.clean(text))
		default:
			ff.line.SetValue(f.oneLine(text))
		}
	}
}

// command does what a key stands for in the form, unless it is typed text or moves
// within a text.
func (f *Model) command(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	ff := &f.Fields[f.Focused]
	switch {
	case key.Matches(msg, f.KeyMap.Next):
		return f.move(+1), true
	case key.Matches(msg, f.KeyMap.Previous):
		return f.move(-1), true
	case key.Matches(msg, f.KeyMap.Undo):
		ff.step(&ff.undo, &ff.redo)
	case key.Matches(msg, f.KeyMap.Redo):
		ff.step(&ff.redo, &ff.undo)
	case ff.MultiLine: // all other keys belong to the text
		return nil, false
	case key.Matches(msg, f.KeyMap.Enter):
		return f.move(+1), true
	case key.Matches(msg, f.KeyMap.Accept), msg.String() == "right" && ff.atEnd():
		return nil, f.accept(ff)
	case key.Matches(msg, f.KeyMap.Down):
		if !f.pick(ff, +1) {
			return f.move(+1), true
		}
	case key.Matches(msg, f.KeyMap.Up):
		if !f.pick(ff, -1) {
			return f.move(-1), true
		}
	default:
		return nil, false
	}
	return nil, true
}

// edit gives a key or a paste to the focused field, as a step that can be undone.
func (f *Model) edit(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	ff := &f.Fields[f.Focused]
	before := ff.state()
	if ff.MultiLine {
		ff.area, cmd = ff.area.Update(msg)
	} else {
		ff.line, cmd = ff.line.Update(msg)
	}
	ff.record(before, msg)
	return cmd
}

func (f *Model) move(by int) tea.Cmd {
	f.Focused = (f.Focused + by + len(f.Fields)) % len(f.Fields)
	return f.Focus()
}

// Focus puts the cursor into the field that is typed in.
func (f *Model) Focus() tea.Cmd {
	var cmd tea.Cmd
	for i := range f.Fields {
		ff := &f.Fields[i]
		switch {
		case ff.MultiLine && i == f.Focused:
			cmd = ff.area.Focus()
		case ff.MultiLine:
			ff.area.Blur()
		case i == f.Focused:
			cmd = ff.line.Focus()
		default:
			ff.line.Blur()
		}
	}
	f.scroll()
	return cmd
}

// ShortHelp gives the keys that matter most.
func (f *Model) ShortHelp() []key.Binding {
	return []key.Binding{f.KeyMap.Save, f.KeyMap.Next, f.KeyMap.Undo, f.KeyMap.Leave}
}

// FullHelp gives every key of the form.
func (f *Model) FullHelp() [][]key.Binding {
	k := f.KeyMap
	return [][]key.Binding{{k.Next, k.Previous, k.Enter, k.Down, k.Up, k.Accept, k.Undo, k.Redo, k.Save, k.Leave}}
}
