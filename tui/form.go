package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/theme"
)

// form edits one action of the plan: every field of plan.Fields that is not the
// program's own. It changes nothing by itself; saving sends formSavedMsg.
type form struct {
	theme         theme.Theme
	action        plan.Action
	edited        bool // an action of the plan, not a new one
	fields        []formField
	focus         int
	top           int // first line of the fields that is on screen
	width, height int
	keys          formKeys
	clean         func(string) string // keeps line breaks
	oneLine       func(string) string
	leave         func(*form) // asks whether to discard
}

// formField is one field with its Bubbles input: an area for a text of several
// lines, else a line. shown is what the input held at the start, which may be a
// cleaned form of what the plan has: an untouched field is never written back.
type formField struct {
	plan.Field
	shown string
	line  textinput.Model
	area  textarea.Model
}

type formKeys struct {
	Next, Previous, Enter, Save, Leave key.Binding
}

// formSavedMsg is an action that the user wrote.
type formSavedMsg struct {
	action plan.Action
	edited bool
}

const areaHeight = 3

func (m *Model) openForm(a plan.Action, edited bool) tea.Cmd {
	if why := m.locked(); why != "" {
		m.status = why
		return nil
	}
	f := &form{theme: m.data.Theme, action: a, edited: edited,
		clean: m.deps.CleanLines, oneLine: m.deps.Clean,
		leave: func(f *form) {
			m.ask("The text is not in the plan yet. Throw it away?", "keep it", answer{yes("throw it away"), discardedMsg{}})
		},
		keys: formKeys{
			Next:     bind("tab", "next field", "tab"),
			Previous: bind("shift+tab", "field before", "shift+tab"),
			Enter:    bind("enter", "next field", "enter"),
			Save:     bind("ctrl+s", "save", "ctrl+s"),
			Leave:    bind("esc", "leave", "esc"),
		}}
	if !edited && a.Status == "" {
		f.action.Status = plan.StatusNotStarted
	}
	for _, field := range plan.Fields() {
		if !field.Automatic {
			f.fields = append(f.fields, f.newField(field))
		}
	}
	f.focus = f.firstField()
	m.show(f)
	return f.refocus()
}

// firstField begins at the words of the action, whose number is given anyway.
func (f *form) firstField() int {
	for i := range f.fields {
		if f.fields[i].MultiLine {
			return i
		}
	}
	return 0
}

func (f *form) newField(field plan.Field) formField {
	ff := formField{Field: field}
	value := field.Value(f.action)
	if field.MultiLine {
		ff.area = textarea.New()
		ff.area.ShowLineNumbers = false
		ff.area.Prompt = ""
		ff.area.CharLimit, ff.area.MaxHeight = 0, 0
		ff.area.SetHeight(areaHeight)
		// Both start a child process (xclip and others). A terminal's own paste
		// arrives as tea.PasteMsg and needs neither.
		ff.area.KeyMap.Paste.SetEnabled(false)
		ff.area.KeyMap.CopySelection.SetEnabled(false)
		ff.area.SetStyles(areaStyles(f.theme, ff.area.Styles()))
		ff.area.SetValue(f.clean(value))
	} else {
		ff.line = textinput.New()
		ff.line.Prompt = ""
		ff.line.KeyMap.Paste.SetEnabled(false)
		ff.line.SetStyles(lineStyles(f.theme, ff.line.Styles()))
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

func lineStyles(t theme.Theme, s textinput.Styles) textinput.Styles {
	for _, state := range []*textinput.StyleState{&s.Focused, &s.Blurred} {
		state.Text, state.Placeholder, state.Prompt = t.Styles.Text, t.Styles.Muted, t.Styles.Muted
	}
	s.Cursor.Blink = false
	return s
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
	return false
}

// result gives the action as it stands in the form.
func (f *form) result() plan.Action {
	a := f.action
	for i := range f.fields {
		if ff := &f.fields[i]; ff.value() != ff.shown {
			a = ff.With(a, ff.value())
		}
	}
	return a
}

// update takes everything that is typed; a letter is never a command here.
func (f *form) update(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, f.keys.Save):
			a, edited := f.result(), f.edited
			return func() tea.Msg { return formSavedMsg{a, edited} }, true
		case key.Matches(msg, f.keys.Leave):
			if !f.changed() {
				return nil, false
			}
			f.leave(f)
			return nil, true
		case key.Matches(msg, f.keys.Next):
			return f.move(+1), true
		case key.Matches(msg, f.keys.Previous):
			return f.move(-1), true
		case key.Matches(msg, f.keys.Enter) && !f.fields[f.focus].MultiLine:
			return f.move(+1), true
		}
	case tea.PasteMsg:
		// What comes from a clipboard is as foreign as what comes from a file.
		msg.Content = f.clean(msg.Content)
		return f.edit(msg), true
	}
	return f.edit(msg), true
}

func (f *form) edit(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	if ff := &f.fields[f.focus]; ff.MultiLine {
		ff.area, cmd = ff.area.Update(msg)
	} else {
		ff.line, cmd = ff.line.Update(msg)
	}
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

func (f *form) setSize(width, height int) {
	f.width, f.height = width, height
	inner := max(width-f.labelWidth()-3, 8)
	for i := range f.fields {
		if f.fields[i].MultiLine {
			f.fields[i].area.SetWidth(inner)
		} else {
			f.fields[i].line.SetWidth(inner - 1)
		}
	}
	f.scroll()
}

func (f *form) labelWidth() int {
	w := 0
	for _, ff := range f.fields {
		w = max(w, ansi.StringWidth(ff.Label))
	}
	return w
}

// room is the number of lines for fields, under the title and above the hint.
func (f *form) room() int { return max(f.height-1-f.hintHeight(), 1) }

func (f *form) hintHeight() int {
	if f.height < 12 {
		return 1
	}
	return 2
}

// scroll keeps the whole focused field on screen.
func (f *form) scroll() {
	start := 0
	for i := range f.fields {
		h := f.fields[i].height()
		if i == f.focus {
			f.top = min(f.top, start)
			f.top = max(f.top, start+h-f.room())
			return
		}
		start += h
	}
}

func (ff *formField) height() int {
	if ff.MultiLine {
		return areaHeight
	}
	return 1
}

func (f *form) view() string {
	t := f.theme
	title := " New action"
	if f.edited {
		title = " Action " + f.oneLine(f.action.Number)
	}
	if f.changed() {
		title += " · not in the plan yet"
	}
	lines := []string{t.Styles.Title.Render(ansi.Truncate(t.Text(title), f.width, t.Glyphs.Ellipsis))}
	var all []string
	for i := range f.fields {
		all = append(all, f.fieldLines(i)...)
	}
	bottom := min(f.top+f.room(), len(all))
	lines = append(lines, all[min(f.top, bottom):bottom]...)
	for len(lines) < 1+f.room() {
		lines = append(lines, "")
	}
	hint := strings.Split(ansi.Wrap(t.Text(f.fields[f.focus].Hint), max(f.width-1, 1), ""), "\n")
	for i := range min(len(hint), f.hintHeight()) {
		lines = append(lines, t.Styles.Muted.Render(" "+hint[i]))
	}
	return panel.Fill(lines, f.width, f.height)
}

// fieldLines draws a field: a mark and its label, then its input.
func (f *form) fieldLines(i int) []string {
	t, ff := f.theme, &f.fields[i]
	mark, style := " ", t.Styles.Muted
	if i == f.focus {
		mark, style = t.Glyphs.Mark, t.Styles.Key
	}
	w := f.labelWidth()
	label := style.Render(mark + ff.Label + strings.Repeat(" ", w-ansi.StringWidth(ff.Label)+1))
	if !ff.MultiLine {
		return []string{label + ff.line.View()}
	}
	lines := strings.Split(ff.area.View(), "\n")
	for j := range lines {
		if j == 0 {
			lines[j] = label + lines[j]
			continue
		}
		lines[j] = strings.Repeat(" ", w+2) + lines[j]
	}
	return lines
}

func (f *form) ShortHelp() []key.Binding {
	return []key.Binding{f.keys.Save, f.keys.Next, f.keys.Leave}
}

func (f *form) FullHelp() [][]key.Binding {
	return [][]key.Binding{{f.keys.Next, f.keys.Previous, f.keys.Enter, f.keys.Save, f.keys.Leave}}
}
