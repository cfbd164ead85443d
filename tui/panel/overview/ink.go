package overview

import (
	"strings"

	"wres/model/findings"
	"wres/tui/theme"
)

// nameStyle makes the name of what is clear stand out.
func nameStyle(st *theme.Styles, f *findings.Finding) theme.Style {
	if f.Kind == findings.Clear {
		return st.Title
	}
	return st.Text
}

func verdictStyle(st *theme.Styles, f *findings.Finding) theme.Style {
	switch {
	case f.Kind == findings.Incomplete || f.Note != "":
		return st.Notice
	case f.Kind == findings.Clear:
		return st.Key
	}
	return st.Muted
}

func mutedStyle(st *theme.Styles, _ *findings.Finding) theme.Style { return st.Muted }

func valueStyle(st *theme.Styles, f *findings.Finding) theme.Style {
	if f.Kind == findings.Clear {
		return st.Key
	}
	return st.Text
}

// planStyle makes what is clear and has no action stand out.
func planStyle(st *theme.Styles, f *findings.Finding) theme.Style {
	if f.Gap() && len(f.Open()) == 0 {
		return st.Notice
	}
	return st.Muted
}

// line is one being set, cell by cell; the spaces of a marked one have its surface.
type line struct {
	theme  *theme.Theme
	marked bool
	width  int
	used   int
	b      strings.Builder
}

func (l *list) line(marked bool) *line {
	return &line{theme: &l.Data.Theme, width: l.width, marked: marked}
}

func (l *line) write(text string, style theme.Style) {
	if l.marked {
		style = l.theme.Marked(style)
	}
	style.Write(&l.b, text)
}

// put writes a text from a cell on, which is not left of what is written.
func (l *line) put(at int, text string, style theme.Style) {
	l.space(at - l.used)
	if text != "" {
		l.write(text, style)
		l.used += theme.Width(text)
	}
}

// right writes a text so that it ends where a column does.
func (l *line) right(at, width int, text string, style theme.Style) {
	l.put(at+max(width-theme.Width(text), 0), text, style)
}

func (l *line) space(n int) {
	if n <= 0 {
		return
	}
	l.used += n
	if blank := strings.Repeat(" ", n); l.marked {
		l.write(blank, l.theme.Styles.Selected)
	} else {
		l.b.WriteString(blank)
	}
}

func (l *line) String() string {
	l.space(l.width - l.used)
	return l.b.String()
}
