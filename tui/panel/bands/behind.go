package bands

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// behindOf lists what stands behind the picture, the most wanted first: the finding in
// whole, what the plan does about it, the tiers, the workforce, benchmarks and notes.
// Shown gives all that is on the page, of which the notes explain the terms.
func behindOf(s *staff, page *panel.IndicatorPage, shown func() string) []panel.Section {
	f, on := s.finding(), " on the "+s.unit()+" under the cursor"
	var all []panel.Section
	if s.reported() || len(s.posts) > 0 { // else the headline is all of it
		all = append(all, panel.Section{Title: "In words", Write: func(c *panel.Column) { writeFinding(s, c, f) }})
	}
	if !s.reported() || len(s.posts) == 0 {
		on = ""
	}
	if f != nil {
		all = append(all, panel.Section{Title: "In the plan", Write: func(c *panel.Column) { c.Actions(f, on) }})
	}
	if s.reported() && slices.ContainsFunc(s.figure.Disparity, func(d indicator.Disparity) bool { return d.Category == s.category }) {
		title := fmt.Sprintf("Race disparity ratio, %s %s", s.categoryName(), s.figure.Year)
		all = append(all, panel.Section{Title: title, Write: func(c *panel.Column) { writeDisparity(s, c) }})
	}
	if len(s.years) > 0 {
		all = append(all, panel.Section{Title: "Whole workforce by year", Write: func(c *panel.Column) { writeWorkforce(s, page, c) }})
	}
	return append(all, page.Behind(s.figure, shown)...)
}

// writeFinding writes the finding in whole, with what bands are compared with.
func writeFinding(s *staff, c *panel.Column, f *findings.Finding) {
	text := c.Styles().Text
	if f != nil {
		c.Say(text, f.Sentence)
	}
	if trend := s.trend(); trend != nil && trend != f {
		c.Gap()
		c.Say(text, trend.Sentence)
	}
	if !s.reported() {
		return
	}
	c.Gap()
	if whole := s.whole(s.figure); whole.Total > 0 {
		categorised := s.category != model.AnyCategory || len(s.categories) > 1
		c.Say(c.Styles().Muted, words.Compared(s.Words, s.unit(), &whole, s.figure, categorised))
	}
	for _, said := range unclustered(s) {
		c.Say(c.Styles().Muted, said)
	}
	noteBands(c, s.shown...)
}

// writeDisparity writes the race disparity ratios of the selected year in the staff
// category.
func writeDisparity(s *staff, c *panel.Column) {
	c.Say(c.Styles().Muted, words.DisparityMeans(s.Words))
	note := ""
	for _, d := range s.figure.Disparity {
		if d.Category == s.category {
			c.Item(c.Data.Theme.Glyphs.Bullet, c.Styles().Muted, c.Styles().Text, words.Disparity(s.Words, d))
			note = d.Note
		}
	}
	if note != "" {
		c.Item(c.Data.Theme.Glyphs.Warning, c.Styles().Notice, c.Styles().Notice, "The counts behind these ratios are "+note+".")
	}
}

// writeWorkforce sets the workforce of every year in a table.
func writeWorkforce(s *staff, page *panel.IndicatorPage, c *panel.Column) {
	st, w := c.Styles(), s.Words
	columns := []chart.Column{
		{Title: w.Labels.Short(model.BME), Align: chart.Right, Style: st.Text},
		{Title: "share", Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.White), Align: chart.Right, Style: st.Text, Drop: 3},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Text, Drop: 2},
		{Title: "staff", Align: chart.Right, Style: st.Text},
		{Title: "declared", Align: chart.Right, Style: st.Muted, Drop: 3},
	}
	page.Years(c, s.series, columns, func(f *indicator.Figure) []string {
		g := f.Groups
		of := func(g indicator.GroupFigure) string { return panel.Shown(g.Events, g.HiddenEvents) }
		return []string{of(g[model.BME]), w.Headline(page.Indicator, f), of(g[model.White]), of(g[model.Unknown]),
			panel.Shown(g[model.White].AtRisk, g[model.White].HiddenAtRisk), declaredCell(w, f)}
	})
}

// declaredCell writes the share of staff whose ethnicity is known; a dash where the
// source counts nobody of whom it is not.
func declaredCell(w words.Voice, f *indicator.Figure) string {
	share, _, _, ok := f.Declared()
	if f.Groups[model.Unknown].HiddenEvents {
		return words.HiddenMark
	}
	if !ok {
		return "–"
	}
	return w.Percent(share)
}

// noteBands says what the source says of its rows by band.
func noteBands(c *panel.Column, figures ...*indicator.Figure) {
	years := map[string][]string{}
	var notes []string
	for _, f := range figures {
		if f.Note == "" {
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
