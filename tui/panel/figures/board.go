package figures

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// board is the board beside the workforce: who sits on it, and on its parts.
type board struct{}

// NewBoard makes the panel of such an indicator.
func NewBoard(ind *indicator.Indicator) panel.Panel { return newPage(ind, board{}) }

// sitting is the groups as the marks of the seats have them.
func sitting() []model.Group { return []model.Group{model.BME, model.White, model.Unknown} }

func (b board) charts(p *content) []charted {
	years := charted{title: "Whole board by year", short: "Board"}
	for i := range p.series.Figures {
		years.things = append(years.things, p.ofYear(&p.series.Figures[i]))
	}
	years.draw = func(on paper) panel.Picture { return on.seats(b.years(p)) }
	given := b.given(p.figure)
	if len(given) < 2 { // the whole alone stands among the years
		return []charted{years}
	}
	parts := charted{title: "Parts of the board, " + p.figure.Year.String(), short: p.figure.Year.String()}
	for _, part := range given {
		parts.things = append(parts.things, b.ofPart(p, part))
	}
	parts.draw = func(on paper) panel.Picture { return on.seats(b.parts(p, given)) }
	return []charted{years, parts}
}

// chart is the seats without their rows.
func (b board) chart(p *content) chart.Seats {
	labels := p.Data.Words.Labels
	c := chart.Seats{Level: "share of the workforce", Columns: []chart.BarColumn{
		{}, {Title: "share"}, {Title: "workforce", Muted: true, Drop: 1}, {Title: "points", Drop: 3}, {Title: "", Muted: true, Drop: 2}}}
	for _, g := range sitting() {
		c.Groups = append(c.Groups, labels.Label(g))
	}
	return c
}

// row draws one board, with its counts and shares.
func (b board) row(p *content, label string, part *indicator.BoardRow, mark string) chart.SeatRow {
	row := chart.SeatRow{Label: label}
	if part == nil || part.Total == nil || part.Hidden.Any() {
		return row
	}
	for _, g := range sitting() {
		n := 0
		if part.Counts[g] != nil {
			n = *part.Counts[g]
		}
		row.Counts = append(row.Counts, n)
	}
	if part.Workforce != nil {
		row.Level = &part.Workforce.Value
	}
	row.Texts = []string{words.PartText(part) + mark, percentOf(p, part.Share, false), percentOf(p, part.Workforce, part.HiddenWorkforce), sideCell(p.Data.Words, part)}
	return row
}

// sideCell writes how far a board is from the workforce, and on which side.
func sideCell(w words.Voice, part *indicator.BoardRow) string {
	e := part.Difference
	switch {
	case e == nil:
		return words.Absent(part.HiddenWorkforce)
	case e.Value == 0:
		return "level"
	}
	size := *e
	side := " above"
	if size.Value < 0 {
		size.Value, side = -size.Value, " below"
	}
	return strings.TrimPrefix(pointsText(w, &size, false), "+") + side
}

// percentOf writes a share; "n/a" where there is none, or the mark of one that is hidden.
func percentOf(p *content, e *stats.Estimate, hidden bool) string {
	if e == nil {
		return words.Absent(hidden)
	}
	return p.Data.Words.Percent(e.Value)
}

// noSeats says why a part has no marks.
func noSeats(part *indicator.BoardRow) string {
	if part.Hidden.Any() {
		return words.PartText(part)
	}
	if part.Total != nil && *part.Total == 0 {
		return "no such members"
	}
	return "n/a"
}

func (b board) years(p *content) chart.Seats {
	c := b.chart(p)
	for i := range p.series.Figures {
		f := &p.series.Figures[i]
		whole := f.BoardRow(indicator.WholeBoard)
		row := b.row(p, f.Year.String(), whole, words.Mark(f))
		row.Reason = p.Absence(f)
		if whole != nil && whole.Hidden.Any() {
			row.Reason = noSeats(whole)
		} else if whole != nil && whole.Total != nil && f.State == model.Reported {
			row.Reason = noSeats(whole)
			values, said := besides(&p.IndicatorPage, f, 1, onBoards, p.Data.Words.Percent)
			if len(values) > 0 {
				row.Other, row.Texts = &values[0], append(row.Texts, said)
				c.Other = "benchmark"
				c.Columns[4].Title = benchmarkTitle(p.Data, true)
			}
		}
		if f.State != model.Reported {
			row = chart.SeatRow{Label: row.Label, Reason: row.Reason}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// onBoards reports whether a benchmark is a share of board members.
func onBoards(b model.Benchmark) bool {
	return b.Measure == model.Share && (!b.HasGroup || b.Group == model.BME)
}

func (b board) parts(p *content, given []*indicator.BoardRow) chart.Seats {
	c := b.chart(p)
	c.Groups, c.Level = nil, "" // explained below the years
	for _, part := range given {
		row := b.row(p, string(part.Part), part, "")
		row.Reason = noSeats(part)
		c.Rows = append(c.Rows, row)
	}
	return c
}

// ofPart is a part of the board: its counts beside the workforce, and what one more member
// would make of it.
func (b board) ofPart(p *content, part *indicator.BoardRow) thing {
	w := p.Data.Words
	t := thing{key: "part " + string(part.Part), name: fmt.Sprintf("%s members, %s", words.Capital(string(part.Part)), p.figure.Year)}
	if part.Part == indicator.WholeBoard {
		t.name = fmt.Sprintf("All members, %s", p.figure.Year)
	}
	if part.Share == nil {
		t.said = []string{words.Capital(noSeats(part)) + "."}
		return t
	}
	label, n, of := w.Labels.Label(model.BME), *part.Counts[model.BME], *part.Total
	said := fmt.Sprintf("%s %s (%s)", words.PartText(part), label, w.Percent(part.Share.Value))
	if part.Difference != nil {
		said += ", " + besideWorkforce(w, part)
	}
	t.said = []string{said + "."}
	if part.Workforce != nil {
		t.said = append(t.said, fmt.Sprintf("The share of the workforce is %.1f of %s seats.", part.Workforce.Value*float64(of), words.Thousands(of)))
	}
	if n < of {
		t.said = append(t.said, fmt.Sprintf("One more %s member in place of another would make it %s of %s (%s).",
			label, words.Thousands(n+1), words.Thousands(of), w.Percent(float64(n+1)/float64(of))))
	}
	t.said = append(t.said, p.before(func(f *indicator.Figure) string {
		if then := f.BoardRow(part.Part); then != nil && (then.Total != nil || then.Hidden.Any()) {
			return words.PartText(then)
		}
		return ""
	})...)
	return t
}

// besideWorkforce says on which side of the workforce a part of the board is, and how far.
func besideWorkforce(w words.Voice, part *indicator.BoardRow) string {
	points, below := words.Distance(w, part.Difference.Value)
	share := " the workforce (" + w.Percent(part.Workforce.Value) + ")"
	switch {
	case part.Difference.Value == 0:
		return "the same share as in" + share
	case below:
		return points + " below" + share
	}
	return points + " above" + share
}

func (b board) figure(p *content, f *indicator.Figure) string {
	return p.Data.Words.Sentence(p.Indicator, f)
}

// given lists the parts of the board that the extract gives.
func (b board) given(f *indicator.Figure) []*indicator.BoardRow {
	var parts []*indicator.BoardRow
	for i := range f.Board {
		if f.State == model.Reported && (f.Board[i].Total != nil || f.Board[i].Hidden.Any()) {
			parts = append(parts, &f.Board[i])
		}
	}
	return parts
}

// behind is the members of every part and of every year in tables.
func (b board) behind(p *content) []panel.Section {
	var all []panel.Section
	if given := b.given(p.figure); len(given) > 1 {
		all = append(all, panel.Section{Title: "Members, " + p.figure.Year.String(), Write: func(c *panel.Column) {
			tb := chart.Table{Rule: true, Columns: append([]chart.Column{{Title: "part", Style: c.Styles().Text}}, b.columns(p, c)...)}
			for _, part := range given {
				tb.Rows = append(tb.Rows, append([]string{string(part.Part)}, b.cells(p, part)...))
			}
			c.Table(tb)
		}})
	}
	if !p.yearsReported() {
		return all
	}
	return append(all, panel.Section{Title: "Members by year, whole board", Write: func(c *panel.Column) {
		p.Years(c, p.series, b.columns(p, c), func(f *indicator.Figure) []string {
			row := b.cells(p, f.BoardRow(indicator.WholeBoard))
			if f.State != model.Reported {
				row[0] = f.State.Words()
			}
			return row
		})
	}})
}

// columns are those of a table of board members, after its first.
func (b board) columns(p *content, c *panel.Column) []chart.Column {
	st, labels := c.Styles(), p.Data.Words.Labels
	number := func(title string, drop int) chart.Column {
		return chart.Column{Title: title, Align: chart.Right, Style: st.Text, Drop: drop}
	}
	return []chart.Column{
		number(labels.Short(model.BME), 0), number(labels.Short(model.White), 4), number(labels.Short(model.Unknown), 5),
		number("share", 3), number("workforce", 2), number("points", 0),
	}
}

func (b board) cells(p *content, row *indicator.BoardRow) []string {
	if row == nil || row.Total == nil && !row.Hidden.Any() {
		return []string{"–", "–", "–", "–", "–", "–"}
	}
	of := func(g model.Group) string { return panel.Shown(row.Counts[g], row.Hidden.Groups[g]) }
	hidden := row.Hidden.Share()
	return []string{words.PartText(row), of(model.White), of(model.Unknown),
		percentOf(p, row.Share, hidden), percentOf(p, row.Workforce, row.HiddenWorkforce), pointsText(p.Data.Words, row.Difference, hidden || row.HiddenWorkforce)}
}
