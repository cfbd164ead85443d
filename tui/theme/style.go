package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
)

// Style is how a text looks, made ready: the bytes before and after it. lipgloss works a
// look out anew on each Render, which a screen of small pieces would pay for with each key.
// The zero Style is that of plain text.
type Style struct {
	open, close string
	look        *lipgloss.Style
	marked      *Style // the same in the row under the cursor
}

// newStyle makes a look ready.
func newStyle(look lipgloss.Style) Style {
	open, end, _ := strings.Cut(look.Render("x"), "x")
	return Style{open: open, close: end, look: &look}
}

// Render gives one line of text the style; an empty one stays empty.
func (s Style) Render(text string) string {
	if text == "" || s.open == "" {
		return text
	}
	return s.open + text + s.close
}

// Write writes one line of text in the style.
func (s Style) Write(b *strings.Builder, text string) {
	if text == "" {
		return
	}
	b.WriteString(s.open)
	b.WriteString(text)
	b.WriteString(s.close)
}

// Look is the style for what draws with lipgloss itself, such as a box or a line to type in.
func (s Style) Look() lipgloss.Style {
	if s.look == nil {
		return lipgloss.NewStyle()
	}
	return *s.look
}

// surface reports whether the style has a background of its own.
func (s Style) surface() bool {
	_, none := s.Look().GetBackground().(lipgloss.NoColor)
	return !none
}

// maker makes styles of looks, each with what it is in the row under the cursor.
type maker struct{ selected Style }

func (m maker) style(look lipgloss.Style) Style {
	s, marked := newStyle(look), m.selected
	if m.selected.surface() {
		if _, none := look.GetForeground().(lipgloss.NoColor); none {
			look = look.Foreground(m.selected.look.GetForeground())
		}
		marked = newStyle(look.Background(m.selected.look.GetBackground()))
	}
	s.marked = &marked
	return s
}

// Marked is a style within the row under the cursor, which keeps its colour there where
// the row has a surface.
func (t Theme) Marked(s Style) Style {
	if s.marked == nil { // plain text, and what is marked already
		s = t.Styles.Text
	}
	return *s.marked
}

// Under puts the surface of the cursor under a line, across so many cells: what has a style
// of its own keeps its colour. Where rows have no surface but are marked by reverse, the
// line stays as it is: bars would turn into holes.
func (t Theme) Under(line string, width int) string {
	s := t.Styles.Selected
	if !s.surface() {
		return line
	}
	gap := strings.Repeat(" ", max(width-Width(line), 0))
	return s.open + strings.ReplaceAll(line, s.close, s.close+s.open) + gap + s.close
}
