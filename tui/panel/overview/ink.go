package overview

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/findings"
	"wres/tui/theme"
)

// ink names a style of the rows.
type ink int

const (
	inkText ink = iota
	inkTitle
	inkMuted
	inkNotice
	inkClear
	inkMark
	inks
)

func nameInk(f *findings.Finding) ink {
	if f.Kind == findings.Clear {
		return inkTitle
	}
	return inkText
}

func verdictInk(f *findings.Finding) ink {
	switch {
	case f.Kind == findings.Incomplete || f.Note != "":
		return inkNotice
	case f.Kind == findings.Clear:
		return inkClear
	}
	return inkMuted
}

func mutedInk(*findings.Finding) ink { return inkMuted }

func valueInk(f *findings.Finding) ink {
	if f.Kind == findings.Clear {
		return inkClear
	}
	return inkText
}

// planInk makes what is clear and has no action stand out.
func planInk(f *findings.Finding) ink {
	if f.Gap() && len(f.Open()) == 0 {
		return inkNotice
	}
	return inkMuted
}

// pens are the styles of the rows as the codes before and after a text, those of the row
// under the cursor second: to work a style out for each cell would take most of a frame.
type pens [2][inks]struct{ open, end string }

func newPens(t theme.Theme) *pens {
	st := t.Styles
	var p pens
	for i, style := range [inks]lipgloss.Style{st.Text, st.Title, st.Muted, st.Notice, st.Accent.Bold(true), st.Selected} {
		for j, s := range []lipgloss.Style{style, t.Marked(style)} {
			p[j][i].open, p[j][i].end, _ = strings.Cut(s.Render("x"), "x")
		}
	}
	return &p
}

// line is one being set, cell by cell; the spaces of a marked one have its surface.
type line struct {
	pens   *pens
	marked bool
	width  int
	used   int
	b      strings.Builder
}

func (l *list) line(marked bool) *line {
	return &line{pens: l.pens, width: l.width, marked: marked}
}

func (l *line) write(text string, k ink) {
	row := 0
	if l.marked {
		row = 1
	}
	pen := l.pens[row][k]
	l.b.WriteString(pen.open)
	l.b.WriteString(text)
	l.b.WriteString(pen.end)
}

// put writes a text from a cell on, which is not left of what is written.
func (l *line) put(at int, text string, k ink) {
	l.space(at - l.used)
	if text != "" {
		l.write(text, k)
		l.used += ansi.StringWidth(text)
	}
}

// right writes a text so that it ends where a column does.
func (l *line) right(at, width int, text string, k ink) {
	l.put(at+max(width-ansi.StringWidth(text), 0), text, k)
}

func (l *line) space(n int) {
	if n <= 0 {
		return
	}
	l.used += n
	if blank := strings.Repeat(" ", n); l.marked {
		l.write(blank, inkMark)
	} else {
		l.b.WriteString(blank)
	}
}

func (l *line) String() string {
	l.space(l.width - l.used)
	return l.b.String()
}
