package panel

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/theme"
)

// The widths of a window from which a part of a screen has its title in a rule, and from
// which it is a box. A narrower window has no cells to spare.
const (
	ruledWidth = 60
	BoxedWidth = 100
)

// BoxedCells is what a box takes of the width of a line.
const BoxedCells = 3

// Pane is a part of a screen: a title, and lines below it.
type Pane struct {
	Head  string // drawn, in place of the title's line; "": none
	Title string // plain
	Badge string // drawn, behind the title
	Right string // plain, at the end of the title's line; the first to go
	Lines []string
	More  bool // there is more below than the lines that are shown

	padded bool // the lines are as wide as the pane
}

// Inner is the size that a pane in a box has within its border, for its title's line and
// what is below it. The last cell before the border stays empty.
func Inner(width, height int) (int, int) {
	if width >= BoxedWidth && height > 2 {
		return width - BoxedCells, height - 1
	}
	return width, height
}

// Boxed draws the pane in a box of exactly width x height cells, with its title in the
// border.
func (p Pane) Boxed(t theme.Theme, width, height int) []string {
	if width < 3 || height < 2 {
		return strings.Split(Fill(nil, width, height), "\n")
	}
	b, faint := t.Border(), t.Styles.Faint
	inner, left, right := width-2, faint.Render(b.Left), " "+faint.Render(b.Right)
	lines := []string{faint.Render(b.TopLeft) + p.head(t, inner, true) + faint.Render(b.TopRight)}
	for i := range height - 2 {
		lines = append(lines, left+p.line(i, inner-1)+right)
	}
	bottom := strings.Repeat(b.Bottom, inner)
	if more := moreBelow(t); p.More && inner > theme.Width(more)+2 {
		return append(lines, faint.Render(b.BottomLeft+strings.Repeat(b.Bottom, inner-theme.Width(more)-1))+
			t.Styles.Muted.Render(more)+faint.Render(b.Bottom+b.BottomRight))
	}
	return append(lines, faint.Render(b.BottomLeft+bottom+b.BottomRight))
}

// line gives one of the pane's lines, as wide as it.
func (p Pane) line(i, width int) string {
	switch {
	case i >= len(p.Lines):
		return strings.Repeat(" ", width)
	case p.padded:
		return p.Lines[i]
	}
	return Padded(p.Lines[i], width)
}

// moreBelow says that there is more, where a line has room for it.
func moreBelow(t theme.Theme) string { return t.Text(" " + MoreBelow + " ") }

// MoreBelow says that there is more, with the key that shows it.
const MoreBelow = "pgdn more"

// Ruled draws the pane in exactly width x height cells: its title in a rule, and lines as
// wide as the window below it.
func (p Pane) Ruled(t theme.Theme, width, height int) []string {
	lines := make([]string, 0, height)
	for i := range height {
		switch {
		case i == 0:
			lines = append(lines, p.head(t, width, width >= ruledWidth))
		case p.More && i == height-1:
			lines = append(lines, Padded(t.Styles.Muted.Render(moreBelow(t)), width))
		default:
			lines = append(lines, p.line(i-1, width))
		}
	}
	return lines
}

// Draw draws the pane as the width of a window asks for.
func (p Pane) Draw(t theme.Theme, width, height int) []string {
	if width >= BoxedWidth && height > 2 {
		return p.Boxed(t, width, height)
	}
	return p.Ruled(t, width, height)
}

// head draws the title's line.
func (p Pane) head(t theme.Theme, width int, rule bool) string {
	switch {
	case p.Head != "":
		return Padded(p.Head, width)
	case rule:
		return p.ruled(t, width)
	}
	return Padded(p.plain(t, width), width)
}

// ruled puts the title and what stands at its right into a rule.
func (p Pane) ruled(t theme.Theme, width int) string {
	rule := func(n int) string { return t.Styles.Faint.Render(strings.Repeat(t.Glyphs.Rule, max(n, 0))) }
	title, badge, right := strings.TrimSpace(p.Title), p.Badge, p.Right
	room := width - 4 // a cell of the rule and a space on each side
	if badge != "" {
		badge = " " + badge
	}
	if theme.Width(title)+theme.Width(badge)+theme.Width(right)+4 > room {
		right = ""
	}
	if theme.Width(title)+theme.Width(badge) > room {
		badge = ""
	}
	if title == "" && badge == "" {
		return rule(width)
	}
	title = ansi.Truncate(title, max(room, 0), t.Glyphs.Ellipsis)
	line := rule(1) + " " + t.Styles.Title.Render(title) + badge + " "
	end := ""
	if right != "" {
		end = " " + t.Styles.Muted.Render(right) + " " + rule(1)
	}
	return Padded(line+rule(width-theme.Width(line)-theme.Width(end))+end, width)
}

// plain puts them at the ends of a line. Where both do not fit the right end goes, and
// then the title is cut.
func (p Pane) plain(t theme.Theme, width int) string {
	badge := p.Badge
	if badge != "" {
		badge = " " + badge
	}
	gap := width - theme.Width(p.Title) - theme.Width(badge) - theme.Width(p.Right) - 1
	if gap < 1 || p.Right == "" {
		return t.Styles.Title.Render(ansi.Truncate(p.Title, max(width-theme.Width(badge), 0), t.Glyphs.Ellipsis)) + badge
	}
	return t.Styles.Title.Render(p.Title) + badge + strings.Repeat(" ", gap) + t.Styles.Muted.Render(p.Right)
}

// TitleRoom is how many cells the title of a pane and what stands at its right have
// together, in a window.
func TitleRoom(width int) int {
	if width < ruledWidth {
		return width - 2
	}
	return width - 10
}
