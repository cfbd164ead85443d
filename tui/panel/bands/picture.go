package bands

import (
	"wres/model"
	"wres/model/findings"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// picture is one way to look at the staff by band, drawn: a line or more for each post,
// which the cursor stands on, and what stands above and below them.
type picture struct {
	head []string
	rows [][]string
	foot []string
}

// paper is what a picture is drawn on.
type paper struct {
	t     theme.Theme
	width int
	at    int // the post under the cursor
	space int // blank lines between rows, where the picture has rows of bars
}

// height is how many lines a picture takes.
func (p picture) height() int {
	n := len(p.head) + len(p.foot)
	for _, row := range p.rows {
		n += len(row)
	}
	return n
}

// lines puts a picture together, and says where the row under the cursor is: the first
// of its lines and the one after its last.
func (p picture) lines(at int) (all []string, from, to int) {
	all = append(all, p.head...)
	for i, row := range p.rows {
		if i == at {
			from, to = len(all), len(all)+len(row)
		}
		all = append(all, row...)
	}
	return append(all, p.foot...), from, to
}

// bars draws bars onto a paper.
func (p paper) bars(b chart.Bars) picture {
	b.Cursor, b.Selected, b.Space = true, p.at, p.space
	head, rows, foot := b.Lines(p.t, p.width)
	return picture{head, rows, foot}
}

// table draws a table onto a paper, with so many rows at its end that belong to no post.
func (p paper) table(tb chart.Table, extra int) picture {
	tb.Cursor, tb.Selected = true, p.at
	head, rows := tb.Lines(p.t, p.width)
	var pic picture
	pic.head, pic.rows = head, rows[:len(rows)-extra]
	for _, row := range rows[len(rows)-extra:] {
		pic.foot = append(pic.foot, row...)
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
	s.findings = d.Findings()
	if s.figure == nil || shares.settle(&s) != "" {
		return nil
	}
	lines, _, _ := drawShares(&s, paper{t: d.Theme, width: width, at: -1}).lines(-1)
	return lines
}
