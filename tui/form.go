package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// form edits one action of the plan: every field of plan.Fields that is not the
// program's own. It changes nothing by itself; saving asks for formSavedMsg.
type form struct {
	theme         theme.Theme
	action        plan.Action
	edited        bool   // an action of the plan, not a new one
	evidence      string // of the action; it is shown, and not typed
	today         time.Time
	entries       map[string][]string // earlier entries of a field, by its column
	fields        []formField
	focus         int
	top           int // first line of the fields that is on screen
	width, height int
	keys          formKeys
	clean         func(string) string // keeps line breaks
	oneLine       func(string) string
}

// formField is one field with its Bubbles input: an area for a text of several
// lines, else a line. shown is what the input held at the start, which may be a
// cleaned form of what the plan has: an untouched field is never written back.
type formField struct {
	plan.Field
	note  bool // what is written is put before the progress, with the day
	shown string
	line  textinput.Model
	area  textarea.Model

	undo, redo []fieldStep
	picked     picked
}

type formKeys struct {
	Next, Previous, Enter, Save, Leave key.Binding
	Undo, Redo, Accept, Down, Up       key.Binding
}

func newFormKeys() formKeys {
	return formKeys{
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

// formSavedMsg is an action that the user wrote. The form stays, with its text, where
// the plan cannot be changed.
type formSavedMsg struct {
	action plan.Action
	edited bool
}

func (m formSavedMsg) Of(app ask.App) tea.Cmd {
	if !app.Editable() {
		return nil
	}
	app.Close()
	return app.Change(m.edit)
}

// edit puts the action into the plan: one that was deleted by a reload meanwhile is
// added, since its text must not be lost.
func (m formSavedMsg) edit(p plan.Plan, today time.Time, _ func(string) string) (plan.Plan, string, error) {
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

const tooLong = "a text of more than 9,999 lines cannot be edited here"

// tooLongToEdit reports whether a field of an action does not fit its input.
func tooLongToEdit(a plan.Action) bool {
	return slices.ContainsFunc(formFields(), func(field plan.Field) bool {
		return field.MultiLine && field.Column != noteColumn && strings.Count(field.Value(a), "\n")+1 >= areaLines
	})
}

func newForm(d panel.Data, a plan.Action, edited bool, clean func(string) string) *form {
	f := &form{theme: d.Theme, action: a, edited: edited, evidence: a.Evidence, today: d.Today,
		entries: map[string][]string{"lead": d.Plan.Leads(), "team": d.Plan.Teams()},
		clean:   clean, oneLine: d.Clean, keys: newFormKeys(),
	}
	if !edited && a.Status == "" {
		f.action.Status = plan.StatusNotStarted
	}
	for _, field := range formFields() {
		f.fields = append(f.fields, f.newField(field))
	}
	f.focus = f.firstField()
	return f
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

// firstField begins at the words of the action, whose number is given anyway.
func (f *form) firstField() int {
	return slices.IndexFunc(f.fields, func(ff formField) bool { return ff.MultiLine })
}

func (f *form) newField(field plan.Field) formField {
	ff := formField{Field: field, note: field.Column == noteColumn}
	value := ff.of(f.action)
	if field.MultiLine {
		ff.area = textarea.New()
		ff.area.ShowLineNumbers = false
		ff.area.Prompt = ""
		ff.area.CharLimit, ff.area.MaxHeight = 0, 0
		ff.area.SetHeight(areaHeight)
		// Both start a child process, as in theme.NewInput.
		ff.area.KeyMap.Paste.SetEnabled(false)
		ff.area.KeyMap.CopySelection.SetEnabled(false)
		ff.area.SetStyles(areaStyles(f.theme, ff.area.Styles()))
		ff.area.SetValue(f.clean(value))
	} else {
		ff.line = theme.NewInput(f.theme)
		ff.line.SetValue(f.oneLine(value))
	}
	ff.shown = ff.value()
	return ff
}

// areaStyles draws text as the theme does: no background of its own, and a
// cursor that does not blink, so that nothing on screen moves by itself.
func areaStyles(t theme.Theme, s textarea.Styles) textarea.Styles {
	for _, state := range []*textarea.StyleState{&s.Focused, &s.Blurred} {
		state.Base, state.Text, state.CursorLine = t.Styles.Text, t.Styles.Text, t.Styles.Text
		state.EndOfBuffer, state.Placeholder, state.Prompt = t.Styles.Faint, t.Styles.Muted, t.Styles.Muted
	}
	s.Cursor.Blink = false
	return s
}

// of gives what an action says in the field.
func (ff *formField) of(a plan.Action) string {
	if ff.note {
		return ""
	}
	return ff.Value(a)
}

func (ff *formField) value() string {
	if ff.MultiLine {
		return ff.area.Value()
	}
	return ff.line.Value()
}

// changed reports whether any field differs from what it held at the start. A
// new action begun from a figure counts only what was typed.
func (f *form) changed() bool {
	for i := range f.fields {
		if f.fields[i].value() != f.fields[i].shown {
			return true
		}
	}
	return f.evidence != f.action.Evidence
}

// result gives the action as it stands in the form.
func (f *form) result() plan.Action {
	a := f.action
	a.Evidence = f.evidence
	note := ""
	for i := range f.fields {
		switch ff := &f.fields[i]; {
		case ff.value() == ff.shown:
		case ff.note:
			note = ff.value()
		default:
			a = ff.With(a, ff.value())
		}
	}
	return a.Noted(note, f.today)
}

// saved gives the action as it goes into the plan: a deadline that was typed
// without its year has the day in front, since next year it would be another one.
func (f *form) saved() plan.Action {
	a := f.result()
	if a.Deadline != f.action.Deadline {
		if d, err := plan.ReadDeadline(a.Deadline, f.today); err == nil && d.HasDate() {
			a.Deadline = d.Text
		}
	}
	return a
}

// Update takes everything that is typed; a letter is never a command here.
func (f *form) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, f.keys.Leave) && f.changed():
			return ask.Question{Text: "The text is not in the plan yet. Throw it away?", No: "keep it",
				Answers: []ask.Answer{{Binding: ask.Yes("throw it away"), Does: ask.LeaveMsg{}}}}, nil
		case key.Matches(msg, f.keys.Leave):
			return ask.LeaveMsg{}, nil
		case key.Matches(msg, f.keys.Save):
			return formSavedMsg{f.saved(), f.edited}, nil
		}
		if cmd, taken := f.command(msg); taken {
			return nil, cmd
		}
	case tea.PasteMsg:
		// What comes from a clipboard is as foreign as what comes from a file.
		msg.Content = f.clean(msg.Content)
		if ff := &f.fields[f.focus]; ff.MultiLine && ff.area.LineCount()+strings.Count(msg.Content, "\n") >= areaLines {
			return ask.NoticeMsg{Text: tooLong}, nil
		}
		return nil, f.edit(msg)
	}
	return nil, f.edit(msg)
}

// draft gives the text that is in no plan yet; nil: there is none.
func (f *form) draft() *plan.Draft {
	if !f.changed() {
		return nil
	}
	d := plan.DraftOf(f.action, f.result(), f.edited)
	return &d
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

// command does what a key stands for in the form, unless it is typed text or moves
// within a text.
func (f *form) command(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	ff := &f.fields[f.focus]
	switch {
	case key.Matches(msg, f.keys.Next):
		return f.move(+1), true
	case key.Matches(msg, f.keys.Previous):
		return f.move(-1), true
	case key.Matches(msg, f.keys.Undo):
		ff.step(&ff.undo, &ff.redo)
	case key.Matches(msg, f.keys.Redo):
		ff.step(&ff.redo, &ff.undo)
	case ff.MultiLine: // all other keys belong to the text
		return nil, false
	case key.Matches(msg, f.keys.Enter):
		return f.move(+1), true
	case key.Matches(msg, f.keys.Accept), msg.String() == "right" && ff.atEnd():
		return nil, f.accept(ff)
	case key.Matches(msg, f.keys.Down):
		if !f.pick(ff, +1) {
			return f.move(+1), true
		}
	case key.Matches(msg, f.keys.Up):
		if !f.pick(ff, -1) {
			return f.move(-1), true
		}
	default:
		return nil, false
	}
	return nil, true
}

// edit gives a key or a paste to the focused field, as a step that can be undone.
func (f *form) edit(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	ff := &f.fields[f.focus]
	before := ff.state()
	if ff.MultiLine {
		ff.area, cmd = ff.area.Update(msg)
	} else {
		ff.line, cmd = ff.line.Update(msg)
	}
	ff.record(before, msg)
	return cmd
}

func (f *form) move(by int) tea.Cmd {
	f.focus = (f.focus + by + len(f.fields)) % len(f.fields)
	return f.refocus()
}

func (f *form) refocus() tea.Cmd {
	var cmd tea.Cmd
	for i := range f.fields {
		ff := &f.fields[i]
		switch {
		case ff.MultiLine && i == f.focus:
			cmd = ff.area.Focus()
		case ff.MultiLine:
			ff.area.Blur()
		case i == f.focus:
			cmd = ff.line.Focus()
		default:
			ff.line.Blur()
		}
	}
	f.scroll()
	return cmd
}

func (f *form) ShortHelp() []key.Binding {
	return []key.Binding{f.keys.Save, f.keys.Next, f.keys.Undo, f.keys.Leave}
}

func (f *form) FullHelp() [][]key.Binding {
	k := f.keys
	return [][]key.Binding{{k.Next, k.Previous, k.Enter, k.Down, k.Up, k.Accept, k.Undo, k.Redo, k.Save, k.Leave}}
}
