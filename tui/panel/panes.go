package panel

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/theme"
)

// Placed is a pane and its size in a window.
type Placed struct {
	Pane
	Box           bool // it has a border
	Width, Height int
}

// Room is what the pane has within its border and title: cells of a line, behind the
// margin, and lines.
func (p Placed) Room() (width, lines int) {
	if p.Box {
		return p.Width - 4, max(p.Height-2, 0)
	}
	return p.Width - len(Margin(p.Width)), max(p.Height-1, 0)
}

// Margin is the empty column before words in a pane of a width, where there is one to
// spare.
func Margin(width int) string {
	if width < marginWidth {
		return ""
	}
	return " "
}

// Put gives the pane its lines, each behind the margin.
func (p *Placed) Put(lines []string) {
	p.Lines = nil
	for _, line := range lines {
		if line != "" {
			line = Margin(p.Width) + line
		}
		p.Lines = append(p.Lines, line)
	}
}

// draw draws the pane in exactly its size.
func (p Placed) draw(t theme.Theme) []string {
	if p.Box {
		return p.Boxed(t, p.Width, p.Height)
	}
	return p.Ruled(t, p.Width, p.Height)
}

// Abreast draws columns of panes beside each other. The panes of each are together as
// high as those of the first.
func Abreast(t theme.Theme, columns [][]Placed) []string {
	var drawn [][]string
	for _, column := range columns {
		var lines []string
		for _, p := range column {
			lines = append(lines, p.draw(t)...)
		}
		drawn = append(drawn, lines)
	}
	out := drawn[0]
	pieces := make([]string, 0, len(drawn))
	for i := range out {
		pieces = pieces[:0]
		for _, lines := range drawn {
			if i < len(lines) {
				pieces = append(pieces, lines[i])
			}
		}
		out[i] = strings.Join(pieces, "")
	}
	return out
}

// Below puts sections below the panes of a column while they fit, each in a pane of its
// own, and gives those that do not.
func Below(d Data, column []Placed, sections []Section, width, height int) (below []Placed, rest []Section) {
	height -= heightOf(column)
	for _, s := range sections {
		pane := Placed{Box: true, Width: width}
		pane.Title = d.Theme.Text(s.Title)
		room, _ := pane.Room()
		c := NewColumn(d, room)
		s.Write(c)
		if pane.Height = len(c.Lines) + 2; pane.Height > height {
			rest = append(rest, s)
			continue
		}
		height -= pane.Height
		pane.Put(c.Lines)
		below = append(below, pane)
	}
	return below, rest
}

// Down makes a column of panes, of which the last goes down to the end of so many lines.
func Down(panes []Placed, height int) []Placed {
	column := slices.Clone(panes)
	if n := len(column); n > 0 {
		column[n-1].Height += height - heightOf(column)
	}
	return column
}

func heightOf(column []Placed) (n int) {
	for _, p := range column {
		n += p.Height
	}
	return n
}

// Sentences gives the sentences of a text of the program's own: each ends with a full stop
// before a capital letter or a number.
func Sentences(text string) []string {
	var all []string
	for from, at := 0, 0; at < len(text); {
		next := strings.Index(text[at:], ". ")
		if next < 0 {
			return append(all, text[from:])
		}
		at += next + 2
		if at < len(text) && (text[at] >= 'A' && text[at] <= 'Z' || text[at] >= '0' && text[at] <= '9') {
			all = append(all, text[from:at-1])
			from = at
		}
	}
	return all
}

// Joining joins sentences, wrapped, while they fit so many lines. One that does not fit is
// left out with all after it; the first is there in full.
func Joining(t theme.Theme, sentences []string, width, most int) (said []string) {
	for n := len(sentences); n > 0; n-- {
		said = Wrap(t, strings.Join(sentences[:n], " "), width, t.Styles.Text)
		if len(said) <= most {
			return said
		}
	}
	return said
}

// Fitting is Joining, with the first sentence cut where it does not fit by itself.
func Fitting(t theme.Theme, sentences []string, width, most int) []string {
	said := Joining(t, sentences, width, most)
	if len(said) <= max(most, 0) {
		return said
	}
	if most < 1 {
		return nil
	}
	last := strings.TrimRight(ansi.Truncate(ansi.Strip(said[most-1]), max(width-2, 0), ""), " ")
	said[most-1] = t.Styles.Text.Render(last + " " + t.Glyphs.Ellipsis)
	return said[:most]
}

// Behind wraps a text behind a mark that is drawn. The text begins with a head, which is
// set as a title is; "": there is none.
func Behind(t theme.Theme, mark, head, text string, width int) []string {
	hold := strings.Repeat("x", min(theme.Width(mark), width))
	said := Wrap(t, hold+" "+text, width, theme.Style{})
	left := 0
	if head != "" {
		left = len([]rune(" " + t.Text(head)))
	}
	for i, line := range said {
		drawn := ""
		if i == 0 {
			drawn, line = ansi.Truncate(mark, width, ""), strings.TrimPrefix(line, hold)
		}
		letters := []rune(line)
		n := min(left, len(letters))
		said[i] = drawn + t.Styles.Title.Render(string(letters[:n])) + t.Styles.Text.Render(string(letters[n:]))
		left = max(left-len(letters)-1, 0) // with the space at which the line was broken
	}
	return said
}
