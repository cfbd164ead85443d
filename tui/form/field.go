package form

import (
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"

	"wres/model/plan"
	"wres/tui/theme"
)

// Field is one field with its Bubbles input: an area for a text of several
// lines, else a line. Shown is what the input held at the start, which may be a
// cleaned form of what the plan has: an untouched field is never written back.
type Field struct {
	plan.Field
	Note  bool // what is written is put before the progress, with the day
	Shown string
	line  textinput.Model
	area  textarea.Model

	undo, redo []fieldStep
	picked     picked
}

func (f *Model) newField(field plan.Field) Field {
	ff := Field{Field: field, Note: field.Column == noteColumn}
	value := ff.Of(f.Action)
	if field.MultiLine {
		ff.area = textarea.New()
		ff.area.ShowLineNumbers = false
		ff.area.Prompt = ""
		ff.area.CharLimit, ff.area.MaxHeight = 0, 0
		ff.area.SetHeight(areaHeight)
		// Both start a child process, as in theme.NewInput.
		ff.area.KeyMap.Paste.SetEnabled(false)
		ff.area.KeyMap.CopySelection.SetEnabled(false)
		theme.StyleArea(&ff.area, f.theme)
		ff.area.SetValue(f.clean(value))
	} else {
		ff.line = theme.NewInput(f.theme)
		ff.line.SetValue(f.oneLine(value))
	}
	ff.Shown = ff.Text()
	return ff
}

// Of gives what an action says in the field.
func (ff *Field) Of(a plan.Action) string {
	if ff.Note {
		return ""
	}
	return ff.Value(a)
}

// Text gives what stands in the field.
func (ff *Field) Text() string {
	if ff.MultiLine {
		return ff.area.Value()
	}
	return ff.line.Value()
}
