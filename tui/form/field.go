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
	place place
	line  textinput.Model
	area  textarea.Model
	total rowsOf // of the area

	undo, redo []fieldStep
	picked     picked
}

// rowsOf is how many rows a text has on the screen, at a width.
type rowsOf struct {
	text        string
	width, rows int
}

func (f *Model) newField(field plan.Field) Field {
	ff := Field{Field: field, Note: field.Column == noteColumn, place: placeOf(field.Column)}
	value := ff.Of(f.Action)
	if field.MultiLine {
		ff.area = newArea(f.data.Theme)
		ff.area.SetHeight(max(ff.place.lines, 1))
		ff.area.SetValue(f.clean(value))
	} else {
		ff.line = theme.NewInput(f.data.Theme)
		ff.line.SetValue(f.oneLine(value))
	}
	ff.Shown = ff.Text()
	return ff
}

func newArea(t theme.Theme) textarea.Model {
	area := textarea.New()
	area.ShowLineNumbers = false
	area.Prompt = ""
	area.CharLimit, area.MaxHeight = 0, 0
	// Both start a child process, as in theme.NewInput.
	area.KeyMap.Paste.SetEnabled(false)
	area.KeyMap.CopySelection.SetEnabled(false)
	theme.StyleArea(&area, t)
	return area
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

// rows is how many rows the text of an area has at its width. The area knows, and does not
// say: another one that grows with its text does.
func (ff *Field) rows(ruler *textarea.Model) int {
	text, width := ff.area.Value(), ff.area.Width()
	if ff.total.rows == 0 || ff.total.text != text || ff.total.width != width {
		ruler.SetWidth(width)
		ruler.SetValue(text)
		ff.total = rowsOf{text, width, ruler.Height()}
	}
	return ff.total.rows
}

// fit gives an area its height. One that is scrolled further than it has to be by then is
// filled anew: it does not scroll back by itself.
func (ff *Field) fit(height int) {
	if height != ff.area.Height() {
		ff.area.SetHeight(height)
	}
	if ff.area.ScrollYOffset() > max(ff.total.rows-height, 0) {
		ff.put(ff.state())
	}
}

// outOfSight says how many rows of an area are out of sight.
func (ff *Field) outOfSight() (above, below int) {
	above = ff.area.ScrollYOffset()
	return above, max(ff.total.rows-above-ff.area.Height(), 0)
}
