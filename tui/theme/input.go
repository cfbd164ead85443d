package theme

import "charm.land/bubbles/v2/textinput"

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
		state.Text, state.Placeholder, state.Prompt = t.Styles.Text, t.Styles.Muted, t.Styles.Muted
	}
	s.Cursor.Blink = false
	line.SetStyles(s)
}
