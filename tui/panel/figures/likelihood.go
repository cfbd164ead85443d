package figures

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// likelihood is how likely an event is in two groups: the rate of each, and their ratio.
type likelihood struct{}

// NewLikelihood makes the panel of such an indicator.
func NewLikelihood(ind *indicator.Indicator) panel.Panel { return newPage(ind, likelihood{}) }

// order is the groups as the ratio has them: top, bottom, and neither.
func order(ind *indicator.Indicator) []model.Group {
	return []model.Group{ind.Compare, ind.Reference, model.Unknown}
}

// The widths from which more than one benchmark a year is named, and from which counts stand
// side by side in a table.
const (
	wideMarks   = 92 // two benchmarks a year are drawn and named
	recordWidth = 56
)

func (l likelihood) charts(p *content) []charted {
	var all []charted
	if p.figure.State == model.Reported {
		all = append(all, l.rates(p))
	}
	years := l.ratios(p)
	all = append(all, years)
	if len(p.figure.Parts) > 0 {
		all = append(all, l.parts(p))
	}
	if p.yearsReported() {
		all = append(all, charted{title: "Share of both groups by year", things: years.things, extra: true,
			draw: func(on paper) panel.Picture { return on.bars(p.yearBars(order(p.Indicator)[:2], words.OfText)) }})
	}
	return all
}

// rates draws the share of the selected year in each group.
func (l likelihood) rates(p *content) charted {
	var groups []model.Group
	c := charted{title: fmt.Sprintf("Share of each group who %s, %s", p.Indicator.Happened, p.figure.Year), short: p.figure.Year.String()}
	for _, g := range order(p.Indicator) {
		if of := p.figure.Groups[g]; g == model.Unknown && of.Events == nil && !of.HiddenEvents {
			continue
		}
		groups = append(groups, g)
		c.things = append(c.things, l.ofGroup(p, g))
	}
	c.draw = func(on paper) panel.Picture {
		labels := p.Data.Words.Labels
		bars := chart.Bars{Unit: "%", Columns: []chart.BarColumn{{Title: "share"}, {Title: "of"}, {Title: intervalTitle(p.Data), Muted: true, Drop: 1}}}
		var estimates []*stats.Estimate
		for _, g := range groups {
			gf, name := p.figure.Groups[g], labels.Short(g)
			if on.width >= panel.Roomy {
				name = labels.Label(g)
			}
			v := chart.Value{Reason: words.OfText(gf) + ", no rate"}
			if gf.HiddenRate() {
				v.Reason = words.HiddenMark
			}
			if gf.Rate != nil {
				v = barOf(gf.Rate)
				v.More = []string{p.Data.Words.PercentInterval(gf.Rate)}
				estimates = append(estimates, gf.Rate)
			}
			v.Series, v.Text, v.Detail = seriesOf(g), panel.RateText(p.Data.Words, gf), words.OfText(gf)
			bars.Rows = append(bars.Rows, chart.BarRow{Label: name, Values: []chart.Value{v}})
		}
		if bars.Interval = panel.IntervalName(estimates...); bars.Interval == "" {
			bars.Columns = bars.Columns[:2]
		}
		return on.bars(bars)
	}
	return c
}

// ofGroup is a group of the selected year: its counts, its rate, and those of the years
// before.
func (l likelihood) ofGroup(p *content, g model.Group) thing {
	w, gf := p.Data.Words, p.figure.Groups[g]
	said := words.OfText(gf) + " " + p.Indicator.Happened
	if gf.Rate != nil {
		said += fmt.Sprintf(": %s", w.Percent(gf.Rate.Value))
		if limits := w.PercentInterval(gf.Rate); limits != "" {
			said += fmt.Sprintf(" (%s %s)", intervalTitle(p.Data), limits)
		}
	}
	t := thing{key: fmt.Sprintf("group %d", g), name: fmt.Sprintf("%s %s, %s", words.Capital(w.Labels.Sentence(g)), p.Indicator.People, p.figure.Year)}
	t.said = append([]string{said + "."}, p.before(func(f *indicator.Figure) string {
		of := f.Groups[g]
		if of.Rate == nil {
			return ""
		}
		return fmt.Sprintf("%s (%s)", w.Percent(of.Rate.Value), words.OfText(of))
	})...)
	return t
}

// ratios draws the ratio of every year on a log axis, and names on each side the
// group that is more likely there.
func (l likelihood) ratios(p *content) charted {
	ind := p.Indicator
	c := charted{title: "Ratio of the shares by year, " + p.Data.Words.Direction(ind), short: "Ratio"}
	if !p.yearsReported() {
		c.title = "By year"
	}
	for i := range p.series.Figures {
		c.things = append(c.things, p.ofYear(&p.series.Figures[i]))
	}
	c.draw = func(on paper) panel.Picture {
		axis := chart.LogAxis{Explained: 1, Sides: l.sides(p)}
		var estimates []*stats.Estimate
		compared, most := false, 1
		if on.width >= wideMarks {
			most = 2
		}
		for i := range p.series.Figures {
			f := &p.series.Figures[i]
			row := chart.RatioRow{Label: f.Year.String(), Reason: p.Absence(f)}
			if f.Ratio != nil {
				values, said := besides(&p.IndicatorPage, f, most, ind.Shape.Measures, words.RatioText)
				compared = compared || said != ""
				row.Value, row.Defined, row.Benchmarks = f.Ratio.Value, true, values
				row.Texts = []string{words.RatioText(f.Ratio.Value) + words.Mark(f), p.Data.Words.RatioInterval(f.Ratio), said}
				row.Lower, row.Upper = panel.Limits(f.Ratio)
				estimates = append(estimates, f.Ratio)
			}
			axis.Rows = append(axis.Rows, row)
		}
		axis.Interval = panel.IntervalName(estimates...)
		if compared {
			axis.Other = "benchmark"
		}
		axis.Columns = []chart.BarColumn{{Title: "ratio"}}
		if axis.Interval != "" {
			axis.Columns = append(axis.Columns, chart.BarColumn{Title: whiskersTitle(p.Data), Muted: true, Drop: 2})
		}
		axis.Columns = append(axis.Columns, chart.BarColumn{Title: benchmarkTitle(p.Data, compared), Muted: true, Drop: 1})
		if axis.Interval == "" { // no column for it
			for i := range axis.Rows {
				if t := axis.Rows[i].Texts; len(t) > 2 {
					axis.Rows[i].Texts = []string{t[0], t[2]}
				}
			}
		}
		return on.ratios(axis)
	}
	return c
}

// sides says who is more likely on each side of 1.00, in the most words first.
func (l likelihood) sides(p *content) []chart.Sides {
	long, short := p.Data.Words.Labels.Label, p.Data.Words.Labels.Short
	more := " " + p.Indicator.People + " more likely"
	side := func(name func(model.Group) string, more string) chart.Sides {
		return chart.Sides{Left: name(p.Indicator.Reference) + more, Right: name(p.Indicator.Compare) + more}
	}
	return []chart.Sides{side(long, more), side(short, more), side(short, " more likely")}
}

// parts sets the parts of a year's recruitment in a table with the whole.
func (l likelihood) parts(p *content) charted {
	c := charted{title: "Parts of the recruitment, " + p.figure.Year.String(), later: true}
	for i := range p.figure.Parts {
		part := &p.figure.Parts[i]
		name := p.Cleaned(words.PartName(part))
		c.things = append(c.things, thing{key: "part " + name, name: words.Capital(name) + ", " + p.figure.Year.String(),
			said: append([]string{p.Cleaned(words.Part(p.Data.Words, p.Indicator, part))}, l.wholeBeside(p)...)})
	}
	c.draw = func(on paper) panel.Picture {
		st, w := on.t.Styles, p.Data.Words
		tb := chart.Table{Rule: true, Columns: []chart.Column{
			{Title: "applicants", Flex: true, Wrap: true, Min: 12, Style: st.Text},
			{Title: w.Labels.Short(p.Indicator.Compare), Align: chart.Right, Style: st.Text},
			{Title: w.Labels.Short(p.Indicator.Reference), Align: chart.Right, Style: st.Text},
			{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 1},
			{Title: "ratio", Align: chart.Right, Style: st.Text},
		}}
		for i := range p.figure.Parts {
			tb.Rows = append(tb.Rows, l.partRow(p, &p.figure.Parts[i]))
		}
		pic := on.table(tb)
		first := panel.Wrap(on.t, p.Cleaned(words.Part(w, p.Indicator, &p.figure.Parts[0])), min(on.width, panel.ProseWidth), st.Text)
		pic.Head = append(append(first, ""), pic.Head...)
		return pic
	}
	return c
}

// wholeBeside says what the ratio of the whole is, to hold that of a part against.
func (l likelihood) wholeBeside(p *content) []string {
	if p.figure.Ratio == nil {
		return nil
	}
	return []string{"Of all " + p.Indicator.People + " together: " + p.Data.Words.Headline(p.Indicator, p.figure) + "."}
}

func (l likelihood) partRow(p *content, part *indicator.Part) []string {
	row := []string{p.Cleaned(words.PartName(part))}
	for _, g := range order(p.Indicator) {
		row = append(row, groupCell(p.Data.Words, part.Groups[g]))
	}
	return append(row, words.RatioOfPart(part))
}

func (l likelihood) figure(p *content, f *indicator.Figure) string {
	w := p.Data.Words
	var of []string
	for _, g := range order(p.Indicator)[:2] {
		of = append(of, fmt.Sprintf("%s %s (%s)", w.Labels.Short(g), words.OfText(f.Groups[g]), panel.RateText(w, f.Groups[g])))
	}
	counts := strings.Join(of, ", ") + "."
	if f.Ratio == nil {
		return counts
	}
	said := "Ratio " + w.Headline(p.Indicator, f)
	if limits := w.RatioInterval(f.Ratio); limits != "" {
		said += fmt.Sprintf(" (%s %s)", intervalTitle(p.Data), limits)
	}
	return said + ": " + counts
}

// behind is the counts of every year in a table, and what equal likelihood would take.
func (l likelihood) behind(p *content) []panel.Section {
	var all []panel.Section
	if p.yearsReported() {
		all = append(all, panel.Section{Title: "Counts by year", Write: func(c *panel.Column) { l.writeYears(p, c) }})
	}
	var said []string
	for _, s := range []string{words.FourFifthsSentence(p.figure), p.Data.Words.ParitySentence(p.Indicator, p.figure), p.Data.Words.AdjustedSentence(p.figure)} {
		if s != "" {
			said = append(said, s)
		}
	}
	if len(said) > 0 {
		all = append(all, panel.Section{Title: "Beside equal likelihood", Write: func(c *panel.Column) {
			for _, s := range said {
				c.Say(c.Styles().Text, s)
			}
		}})
	}
	return all
}

func (l likelihood) writeYears(p *content, c *panel.Column) {
	st, w := c.Styles(), p.Data.Words
	columns := []chart.Column{
		{Title: w.Labels.Short(p.Indicator.Compare), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(p.Indicator.Reference), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 2},
		{Title: "ratio", Align: chart.Right, Style: st.Text},
	}
	doubted := slices.ContainsFunc(p.series.Figures, func(f indicator.Figure) bool { return f.Ratio != nil && f.Ratio.Interval != nil })
	if doubted {
		columns = append(columns, chart.Column{Title: intervalTitle(p.Data), Style: st.Text, Drop: 3})
	}
	if c.Width < recordWidth { // as records all of it has room
		for i := range columns {
			columns[i].Drop = 0
		}
	}
	p.Years(c, p.series, columns, func(f *indicator.Figure) []string {
		var row []string
		for _, g := range order(p.Indicator) {
			row = append(row, countCell(w, f, g))
		}
		row = append(row, w.Headline(p.Indicator, f))
		if doubted {
			row = append(row, w.RatioInterval(f.Ratio))
		}
		return row
	})
}

// countCell writes a group's counts and rate; a year without figures is a dash.
func countCell(w words.Voice, f *indicator.Figure, g model.Group) string {
	if f.State != model.Reported {
		return "–"
	}
	return groupCell(w, f.Groups[g])
}

func groupCell(w words.Voice, gf indicator.GroupFigure) string {
	if gf.Events == nil && gf.AtRisk == nil && !gf.HiddenRate() {
		return "–"
	}
	return words.OfText(gf) + "  " + panel.RateText(w, gf)
}
