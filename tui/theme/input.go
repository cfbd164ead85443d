package theme

import (
	"charm.land/bubbles/v2/textarea"
	"charm.land/bubbles/v2/textinput"
)

// NewInput makes a line to type in, in the theme's colours and with a cursor that does
// not blink, so that nothing on screen moves by itself.
func NewInput(t Theme) textinput.Model {
	line := textinput.New()
	line.Prompt = ""
	// It starts a child process (xclip and others). A terminal's own paste arrives as
	// tea.PasteMsg and does not need it.
	line.KeyMap.Paste.SetEnabled(false)
	StyleInput(&line, t)
	return line
}

// StyleInput gives a line to type in the theme's colours.
func StyleInput(line *textinput.Model, t Theme) {
	s := line.Styles()
	for _, state := range []*textinput.StyleState{&s.Focused, &s.Blurred} {
		state.Text, state.Placeholder, state.Prompt = t.Styles.Text.Look(), t.Styles.Muted.Look(), t.Styles.Muted.Look()
	}
	s.Cursor.Blink = false
	line.SetStyles(s)
}

// StyleArea gives a paragraph to type in the theme's colours: no background of its own, and
// a cursor that does not blink.
func StyleArea(area *textarea.Model, t Theme) {
	s := area.Styles()
	text, muted := t.Styles.Text.Look(), t.Styles.Muted.Look()
	for _, state := range []*textarea.StyleState{&s.Focused, &s.Blurred} {
		state.Base, state.Text, state.CursorLine = text, text, text
		state.EndOfBuffer, state.Placeholder, state.Prompt = t.Styles.Faint.Look(), muted, muted
	}
	s.Cursor.Blink = false
	area.SetStyles(s)
}
