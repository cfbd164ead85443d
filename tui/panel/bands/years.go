package bands

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// drawDots draws all years of each band on one axis: as many rows as there are bands.
func drawDots(s *staff, p paper) panel.Picture {
	d := chart.Dots{Unit: "%", Cursor: true, Selected: p.at, Space: p.space}
	shown, earlier := s.shownYear(), (*indicator.Figure)(nil)
	for _, f := range s.years {
		if f.Year < shown.Year {
			earlier = f
		}
	}
	kind := func(f *indicator.Figure) int {
		switch f {
		case shown:
			return 0
		case earlier:
			return 1
		}
		return 2
	}
	drops := dropYears(s.years, shown.Year)
	for i, f := range s.years {
		d.Columns = append(d.Columns, chart.BarColumn{Title: f.Year.String(), Muted: f != shown, Drop: drops[i]})
	}
	d.Names = yearNames(s, shown, earlier)
	if earlier != nil {
		moved := chart.BarColumn{Title: "since " + earlier.Year.String()}
		if last := s.years[len(s.years)-1]; last != shown { // beside a later year it names both, and goes before those do
			moved = chart.BarColumn{Title: earlier.Year.String() + " to " + shown.Year.String(), Drop: 2 * len(s.years)}
		}
		d.Columns = append(d.Columns, moved)
	}
	for _, at := range s.posts {
		row := chart.DotRow{Label: s.label(at)}
		for _, f := range s.years {
			of := s.row(f, at)
			row.Texts = append(row.Texts, s.shareCell(of, ""))
			if v, ok := s.value(of); ok {
				row.Dots = append(row.Dots, chart.Dot{Value: v * 100, Kind: kind(f)})
			}
		}
		if earlier != nil {
			row.Texts = append(row.Texts, movedBy(s, s.row(earlier, at), s.row(shown, at)))
		}
		d.Rows = append(d.Rows, row)
	}
	if all := s.whole(shown); all.Share != nil {
		v := all.Share.Value * 100
		d.Reference = chart.Mark{Value: &v, Label: fmt.Sprintf("%s %s %s", allName(s, p), shown.Year, s.Words.Percent(all.Share.Value))}
	}
	head, rows, foot := d.Lines(p.t, p.width)
	return panel.Drawn(head, rows, append(foot, absent(s, p, nil)...))
}

// shownYear is the selected year, or where that has no figures the last before it that
// has, or the first.
func (s *staff) shownYear() *indicator.Figure {
	shown := s.years[0]
	for _, f := range s.years {
		if f.Year <= s.figure.Year {
			shown = f
		}
	}
	return shown
}

// yearNames says what the marks of the years stand for.
func yearNames(s *staff, shown, earlier *indicator.Figure) []string {
	names := []string{shown.Year.String()}
	if earlier == nil {
		earlier = shown
	} else {
		names = append(names, earlier.Year.String())
	}
	var others []string
	for _, f := range s.years {
		if f != shown && f != earlier {
			others = append(others, f.Year.String())
		}
	}
	switch n := len(others); {
	case n == 0:
		return names
	case n > 2 && others[n-1] < earlier.Year.String():
		return append(names, others[0]+" to "+others[n-1])
	case n > 2:
		return append(names, "other years")
	}
	if len(names) == 1 {
		names = append(names, "")
	}
	return append(names, words.Listed(others))
}

// movedBy says by how many percentage points a share moved; not whether that is a trend.
func movedBy(s *staff, from, to *indicator.BandRow) string {
	a, ok := s.value(from)
	b, also := s.value(to)
	if !ok || !also {
		return "–"
	}
	text := words.PointsNumber(b-a, max(s.Words.Decimals, 1))
	if b > a {
		text = "+" + text
	}
	return text
}

// drawHeat draws a heat map of bands and years: a number in every cell, and a shade for
// how far the share is from that of all staff of the category in the year.
func drawHeat(s *staff, p paper) panel.Picture {
	shown := s.shownYear()
	h := chart.Heat{Cursor: true, Selected: p.at, Down: "clearly lower", Up: "clearly higher", Levels: []string{"under 0.8 of all", "near all", "over 1.25 of all"}}
	drops := dropYears(s.years, shown.Year)
	rows := make([]chart.HeatRow, len(s.posts)+1)
	for i, at := range s.posts {
		rows[i].Label = s.label(at)
	}
	rows[len(s.posts)].Label = "all"
	for i, f := range s.years {
		h.Columns = append(h.Columns, chart.BarColumn{Title: f.Year.String(), Muted: f != shown, Drop: drops[i]})
		all := s.whole(f)
		for j, at := range s.posts {
			rows[j].Cells = append(rows[j].Cells, heatCell(s, s.row(f, at), &all))
		}
		rows[len(s.posts)].Cells = append(rows[len(s.posts)].Cells, heatCell(s, &all, &all))
	}
	h.Rows = rows
	head, lines, foot := h.Lines(p.t, p.width)
	foot = append(slices.Clone(lines[len(s.posts)]), foot...)
	return panel.Drawn(head, lines[:len(s.posts)], append(foot, absent(s, p, head)...))
}

// The range of a ratio that national reports call non-adverse, which is what is near here.
const (
	muchLess = 0.8
	muchMore = 1.25
)

// heatCell is a row in a year: its share, how far that is from all staff, and a mark where
// it is clear.
func heatCell(s *staff, row, all *indicator.BandRow) chart.HeatCell {
	c := chart.HeatCell{Text: s.shareCell(row, "")}
	v, ok := s.value(row)
	if !ok || all.Share == nil || all.Refused {
		return c
	}
	switch c.Level = 2; {
	case v < muchLess*all.Share.Value:
		c.Level = 1
	case v > muchMore*all.Share.Value:
		c.Level = 3
	}
	switch verdictCell(row, false) {
	case "low":
		c.Mark = -1
	case "high":
		c.Mark = 1
	}
	return c
}

// drawHeadYears writes the headcount of every band in every year.
func drawHeadYears(s *staff, p paper) panel.Picture {
	pic := yearTable(s, p, func(*indicator.Figure) func(*indicator.BandRow) string {
		return func(row *indicator.BandRow) string {
			switch {
			case row == nil:
				return "–"
			case row.Hidden.Total:
				return words.HiddenMark
			case row.Refused && row.Total == 0:
				return "n/a"
			case row.Refused:
				return words.Thousands(row.Total) + words.IncompleteMark
			}
			return words.Thousands(row.Total)
		}
	})
	pic.Foot = append(pic.Foot, absent(s, p, pic.Head)...)
	return pic
}

// yearTable sets the bands and the years in a table, and all staff of the category below
// them. Cell gives for a year what writes a row of it.
func yearTable(s *staff, p paper, cell func(*indicator.Figure) func(*indicator.BandRow) string) panel.Picture {
	st := p.t.Styles
	tb := chart.Table{Columns: []chart.Column{{Title: s.unit(), Flex: true, Wrap: true, Min: 8, Style: st.Text}}}
	shown := s.shownYear()
	drops := dropYears(s.years, shown.Year)
	rows := make([][]string, len(s.posts)+1)
	for i, at := range s.posts {
		rows[i] = []string{s.label(at)}
	}
	rows[len(s.posts)] = []string{"all"}
	for i, f := range s.years {
		column := chart.Column{Title: f.Year.String(), Align: chart.Right, Style: st.Muted, Drop: drops[i]}
		if f == shown {
			column.Style = st.Text
		}
		tb.Columns = append(tb.Columns, column)
		write := cell(f)
		for j, at := range s.posts {
			rows[j] = append(rows[j], write(s.row(f, at)))
		}
		all := s.whole(f)
		rows[len(s.posts)] = append(rows[len(s.posts)], write(&all))
	}
	tb.Rows = rows
	return p.table(tb, 1)
}

// absent says which years have no figures, which have no column, and why a share has none.
func absent(s *staff, p paper, head []string) []string {
	var all []string
	say := func(text string) {
		if text == "" {
			return
		}
		all = append(all, panel.Wrap(p.t, text, p.width, p.t.Styles.Muted)...)
	}
	for i := range s.series.Figures {
		if f := &s.series.Figures[i]; f.State != model.Reported {
			say(f.Year.String() + ": " + s.Words.Absence(s.series.Indicator, f, f.Year == s.Year))
		}
	}
	for _, f := range s.years {
		if slices.ContainsFunc(s.rows(f), func(row indicator.BandRow) bool { return !row.Refused && s.few(&row) }) {
			say(s.fewCell() + ": " + s.fewWords() + ".")
			break
		}
	}
	if len(head) == 0 {
		return all
	}
	shown := ansi.Strip(strings.Join(head, " "))
	say(outside(func(f *indicator.Figure) bool { return strings.Contains(shown, f.Year.String()) }, s.years))
	return all
}

// dropYears orders the columns of years by which go first where they do not all fit:
// the oldest up to the chosen year, then the latest back to it, so that those that stay
// stand beside each other in time. Without figures of that year the last before it
// stays, or the first.
func dropYears(figures []*indicator.Figure, chosen model.Year) []int {
	at := 0
	for i, f := range figures {
		if f.Year <= chosen {
			at = i
		}
	}
	drops := make([]int, len(figures))
	for i := range figures {
		drops[i] = i - at
		if i < at {
			drops[i] = len(figures) + at - i
		}
	}
	return drops
}

// outside says which years are not shown: "2016 and 2017, 2020 to 2025 do not fit".
func outside(shown func(*indicator.Figure) bool, figures []*indicator.Figure) string {
	var parts []string
	n := 0
	for i := 0; i < len(figures); i++ {
		if shown(figures[i]) {
			continue
		}
		from := i
		for i+1 < len(figures) && !shown(figures[i+1]) {
			i++
		}
		n += i - from + 1
		part := figures[from].Year.String()
		switch i - from {
		case 0:
		case 1:
			part += " and " + figures[i].Year.String()
		default:
			part += " to " + figures[i].Year.String()
		}
		parts = append(parts, part)
	}
	if n == 0 {
		return ""
	}
	return strings.Join(parts, ", ") + panel.Plural(n, " does", " do") + " not fit this window; [ and ] choose another year."
}
