package bands

import (
	"wres/model"
	"wres/model/findings"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// paper is what a picture is drawn on.
type paper struct {
	t     theme.Theme
	width int
	at    int // the post under the cursor
	space int // blank lines between rows, where the picture has rows of bars
}

// bars draws bars onto a paper.
func (p paper) bars(b chart.Bars) panel.Picture {
	b.Cursor, b.Selected, b.Space = true, p.at, p.space
	return panel.Drawn(b.Lines(p.t, p.width))
}

// table draws a table onto a paper, with so many rows at its end that belong to no post.
func (p paper) table(tb chart.Table, extra int) panel.Picture {
	tb.Cursor, tb.Selected = true, p.at
	head, rows := tb.Lines(p.t, p.width)
	var pic panel.Picture
	pic.Head, pic.Rows = head, rows[:len(rows)-extra]
	for _, row := range rows[len(rows)-extra:] {
		pic.Foot = append(pic.Foot, row...)
	}
	return pic
}

// Picture draws the shares of the bands that a finding is about, in at most a width, for
// another screen; nil where there are none.
func (b *bands) Picture(d panel.Data, about findings.About, width int) []string {
	var category *model.StaffCategory
	if about.Topic == findings.Bands || about.Topic == findings.Senior {
		category = &about.Category
	}
	s := staffOf(d, about.Indicator.ID, category, false)
	if s.figure == nil || shares.settle(&s) != "" {
		return nil
	}
	lines, _, _ := drawShares(&s, paper{t: d.Theme, width: width, at: -1}).Lines(-1)
	return lines
}
