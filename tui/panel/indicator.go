package panel

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/benchmarks"
	"wres/model/words/inview"
	"wres/tui/chart"
)

// The widths that words are laid out by.
const (
	marginWidth = 44  // from here there is a column to spare at the left
	ProseWidth  = 100 // a longer line of words is hard to read
	Roomy       = 64  // from here charts have room for the groups' whole names
)

// IndicatorPage is what the panels of the indicators share: their title, and what stands
// behind every figure. The picture and the panes are each panel's own.
type IndicatorPage struct {
	Data      Data
	Indicator *indicator.Indicator
}

// NewIndicatorPage makes the page of an indicator, before it has any data.
func NewIndicatorPage(ind *indicator.Indicator) IndicatorPage { return IndicatorPage{Indicator: ind} }

// Title gives the number and the short name: "2 Appointed from shortlist".
func (p *IndicatorPage) Title() string { return p.Indicator.ID + " " + p.Indicator.Short }

// NoYear says what to do where the selected year is not in the extracts.
func (p *IndicatorPage) NoYear() string {
	years := p.Data.Results.Years
	if len(years) == 0 {
		return "No extract gives figures of any year. Press f for what was read and what to do."
	}
	return fmt.Sprintf("There are no figures for %s: the extracts hold %s to %s. Press [ or ] for another year.",
		p.Data.Year, years[0], years[len(years)-1])
}

// Section is a part of a page with a heading.
type Section struct {
	Title string
	Write func(*Column)
}

// Behind lists what stands behind every figure: benchmarks, cautions, and what is
// counted. Shown gives all else that is on the page, of which the terms are explained.
func (p *IndicatorPage) Behind(f *indicator.Figure, shown func() string) []Section {
	var all []Section
	if len(f.Benchmarks) > 0 {
		all = append(all, Section{"Benchmarks " + f.Year.String(), func(c *Column) { p.benchmarks(c, f) }})
	}
	if n := misprints(p.Data.Audit, p.Indicator.ID); n > 0 {
		all = append(all, Section{"Printed figures", func(c *Column) {
			c.Say(c.Styles().Notice, fmt.Sprintf("%s of this indicator, as printed, %s not agree: A shows what and why.", words.Count(n, "figure"), map[bool]string{true: "does", false: "do"}[n == 1]))
		}})
	}
	if len(f.Warnings) > 0 {
		all = append(all, Section{"Cautions", func(c *Column) { p.warnings(c, f) }})
	}
	return append(all, Section{"What is counted", func(c *Column) { p.notes(c, f, shown()) }})
}

// benchmarks writes every benchmark of the year in words, drawn or not.
func (p *IndicatorPage) benchmarks(c *Column, f *indicator.Figure) {
	for _, b := range f.Benchmarks {
		c.Item(c.Data.Theme.Glyphs.Benchmark, c.Styles().Benchmark, c.Styles().Text, p.Cleaned(benchmarks.Said(p.Data.Words, b)))
	}
}

// Cleaned is what of a text from a file may reach the screen.
func (p *IndicatorPage) Cleaned(s string) string {
	if p.Data.Clean == nil {
		return s
	}
	return p.Data.Clean(s)
}

func (p *IndicatorPage) warnings(c *Column, f *indicator.Figure) {
	for _, clause := range p.Data.Words.Warnings(p.Indicator, f) {
		c.Item(c.Data.Theme.Glyphs.Warning, c.Styles().Notice, c.Styles().Notice, sentence(clause))
	}
}

// notes says what is counted, of which time, and what the short names stand for.
func (p *IndicatorPage) notes(c *Column, f *indicator.Figure, shown string) {
	muted, y := c.Styles().Muted, f.Year
	c.Say(muted, "Counted: "+p.Indicator.Numerator+".")
	c.Say(muted, "Out of: "+p.Indicator.Denominator+".")
	c.Say(muted, "When: "+p.Data.Words.When(p.Indicator, y)+".")
	for _, meaning := range inview.Meanings(p.Data.Words, p.Data.Results, shown) {
		c.Say(muted, meaning+".")
	}
	if w := p.Data.Words; w.Rounded > 0 {
		c.Say(muted, words.Rounding(w))
		c.Say(muted, words.MadeOfRounded(w))
	}
	for _, g := range model.Groups() {
		if short, label := p.Data.Words.Labels.Short(g), p.Data.Words.Labels.Label(g); short != label {
			c.Say(muted, short+": "+label+".")
		}
	}
}

// Years sets every year of a series in a table: the year, and what cells gives of it.
func (p *IndicatorPage) Years(c *Column, s *indicator.Series, columns []chart.Column, cells func(*indicator.Figure) []string) {
	first := chart.Column{Title: "year", Style: c.Styles().Text}
	tb := chart.Table{Rule: true, Columns: append([]chart.Column{first}, columns...)}
	for i := range s.Figures {
		f := &s.Figures[i]
		tb.Rows = append(tb.Rows, append([]string{f.Year.String()}, cells(f)...))
	}
	c.Table(tb)
}

// Absence says why a year has no value in a chart or table.
func (p *IndicatorPage) Absence(f *indicator.Figure) string {
	return p.Data.Words.Absence(p.Indicator, f, f.Year == p.Data.Year)
}
