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

// writeAllYears sets every band in every year in a table. When narrow it shows the
// latest years beside each other that hold the chosen one, and names the others.
func (b *bands) writeAllYears(c *panel.Column, s *indicator.Series, selected *indicator.Figure) {
	st := c.Styles()
	tb := chart.Table{Rule: true, Columns: []chart.Column{{Title: b.unit(), Flex: true, Wrap: true, Min: 11, Style: st.Text}}}
	var figures []*indicator.Figure
	whole, category := []string{"whole workforce"}, []string{"all " + b.wholeName()}
	var absent []string // a year without figures takes no column from the others
	for i := range s.Figures {
		f := &s.Figures[i]
		if f.State != model.Reported {
			absent = append(absent, f.Year.String()+": "+b.Absence(f))
			continue
		}
		figures = append(figures, f)
		whole = append(whole, wholeCell(b.Data.Words, f, b.view == headcounts))
		all, mark := b.whole(f), ""
		if all.Refused { // it keeps the value of what was counted
			all.Refused, mark = false, words.IncompleteMark
		}
		category = append(category, b.cell(&all)+mark)
	}
	drops := dropYears(figures, selected.Year)
	for i, f := range figures {
		col := chart.Column{Title: f.Year.String(), Align: chart.Right, Style: st.Text, Drop: drops[i]}
		if f == selected {
			col.Style = st.Accent
		}
		tb.Columns = append(tb.Columns, col)
	}
	few := false
	for _, at := range b.posts(figures...) {
		row := []string{b.label(at, figures...)}
		for _, f := range figures {
			of := b.row(f, at)
			few = few || of != nil && b.few(of)
			row = append(row, b.cell(of))
		}
		tb.Rows = append(tb.Rows, row)
	}
	if b.categorised() {
		tb.Rows = append(tb.Rows, category)
	}
	tb.Rows = append(tb.Rows, whole)
	noteBands(c, figures...)
	c.Heading(b.caption(selected, nil) + ", all years")
	from := len(c.Lines)
	c.Table(tb)
	shown := ansi.Strip(strings.Join(c.Lines[from:], "\n"))
	if few && b.view == shares {
		c.Say(st.Muted, "Counts in brackets alone: "+b.fewWords()+".")
	}
	for _, text := range absent {
		c.Say(st.Muted, text)
	}
	if text := outside(func(f *indicator.Figure) bool { return strings.Contains(shown, f.Year.String()) }, figures); text != "" {
		c.Say(st.Muted, text)
	}
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

func (b *bands) cell(row *indicator.BandRow) string {
	switch {
	case row == nil:
		return "–"
	case row.Refused:
		return "n/a"
	case b.view == headcounts:
		return words.Thousands(row.Total)
	case b.few(row) || row.Share == nil:
		return "(" + fraction(row) + ")"
	}
	return b.Data.Words.Percent(row.Share.Value) + " (" + fraction(row) + ")"
}

// writeDetail writes the race disparity ratios and the years of the workforce.
func (b *bands) writeDetail(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
	if f.State == model.Reported {
		writeDisparity(c, f, b.category, b.categoryName())
	}
	writeWorkforce(&b.IndicatorPage, c, s)
	if len(f.Bands) > 0 {
		c.Gap()
		c.Say(c.Styles().Text, words.Workforce(c.Data.Words, s, f))
	}
}

// writeWorkforce sets the workforce of every year in a table.
func writeWorkforce(p *panel.IndicatorPage, c *panel.Column, s *indicator.Series) {
	st, w := c.Styles(), c.Data.Words
	columns := []chart.Column{
		{Title: w.Labels.Short(model.BME), Align: chart.Right, Style: st.Accent},
		{Title: "share", Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.White), Align: chart.Right, Style: st.Text, Drop: 3},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Text, Drop: 2},
		{Title: "staff", Align: chart.Right, Style: st.Text},
		{Title: "declared", Align: chart.Right, Style: st.Muted, Drop: 3},
	}
	p.YearTable(c, "Whole workforce by year", s, columns, func(f *indicator.Figure) []string {
		g := f.Groups
		return []string{panel.Number(g[model.BME].Events), w.Headline(p.Indicator, f), panel.Number(g[model.White].Events),
			panel.Number(g[model.Unknown].Events), panel.Number(g[model.White].AtRisk), declaredCell(w, f)}
	})
}

// declaredCell writes the share of staff whose ethnicity is known; a dash where the
// source counts nobody of whom it is not.
func declaredCell(w words.Voice, f *indicator.Figure) string {
	share, _, _, ok := f.Declared()
	if !ok {
		return "–"
	}
	return w.Percent(share)
}

// wholeCell writes the share of the workforce, or the headcount alone.
func wholeCell(w words.Voice, f *indicator.Figure, headcount bool) string {
	g := f.Groups[model.BME]
	switch {
	case g.AtRisk == nil || g.Rate == nil:
		return "n/a"
	case headcount:
		return words.Thousands(*g.AtRisk)
	}
	return fmt.Sprintf("%s%s (%s/%s)", panel.RateText(w, g), words.Mark(f), words.Thousands(*g.Events), words.Thousands(*g.AtRisk))
}

// writeDisparity writes the race disparity ratios of the selected year in a staff
// category, which its name says.
func writeDisparity(c *panel.Column, f *indicator.Figure, category model.StaffCategory, name string) {
	var note string
	begun := false
	for _, d := range f.Disparity {
		if d.Category != category {
			continue
		}
		if !begun {
			c.Heading("Race disparity ratio, " + name + " " + d.Year.String())
			c.Say(c.Styles().Muted, words.DisparityMeans(c.Data.Words))
			begun = true
		}
		c.Item(c.Data.Theme.Glyphs.Bullet, c.Styles().Muted, c.Styles().Text, words.Disparity(c.Data.Words, d))
		note = d.Note
	}
	if note != "" {
		c.Item(c.Data.Theme.Glyphs.Warning, c.Styles().Notice, c.Styles().Notice, "The counts behind these ratios are "+note+".")
	}
}

// noteBands says what the source says of its rows by band, before any of them.
func noteBands(c *panel.Column, figures ...*indicator.Figure) {
	years := map[string][]string{}
	var notes []string
	for _, f := range figures {
		if f == nil || f.Note == "" {
			continue
		}
		if !slices.Contains(notes, f.Note) {
			notes = append(notes, f.Note)
		}
		years[f.Note] = append(years[f.Note], f.Year.String())
	}
	for _, note := range notes {
		text := fmt.Sprintf("The source says of the bands of %s: %s", strings.Join(years[note], ", "), note)
		if note == "illustrative" {
			text = fmt.Sprintf("Bands are illustrative: do not quote those of %s.", strings.Join(years[note], ", "))
		}
		c.Item(c.Data.Theme.Glyphs.Warning, c.Styles().Notice, c.Styles().Notice, text)
	}
}

// rowsOf gives the rows of a staff category.
func rowsOf(rows []indicator.BandRow, c model.StaffCategory) []indicator.BandRow {
	return slices.DeleteFunc(slices.Clone(rows), func(r indicator.BandRow) bool { return r.Category != c })
}
