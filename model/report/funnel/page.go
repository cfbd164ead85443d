// Package funnel is the page of several organisations beside the whole of them: the funnels
// of model/funnel go in, and blocks, a table for spreadsheets and sentences come out.
//
// Place in the flow: beside model/report, whose page it is; cmd/wres/funnel prints it, and
// the app's panel says the same sentences.
package funnel

import (
	"fmt"
	"strings"

	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
)

// Page is the funnels of a year.
type Page struct {
	funnel.Funnels
	Indicator string // only this one, by its id; "": all
	Example   bool
}

// Kind is report.FunnelPage.
func (Page) Kind() report.Kind { return report.FunnelPage }

// Shown lists the charts of the page: of all indicators those that have a point, or had one
// that is hidden.
func (p Page) Shown() (all []*funnel.Chart) {
	for i := range p.Charts {
		c := &p.Charts[i]
		if p.Indicator == c.Indicator.ID || p.Indicator == "" && given(c) {
			all = append(all, c)
		}
	}
	return all
}

func given(c *funnel.Chart) bool {
	for _, at := range c.Points {
		if at.Lacks == funnel.None || at.Lacks == funnel.Hidden {
			return true
		}
	}
	return false
}

// Title names a chart: "Indicator 3, formal disciplinary: BME staff".
func Title(w words.Voice, c *funnel.Chart) string {
	return fmt.Sprintf("Indicator %s, %s: %s %s", c.Indicator.ID, lowered(c.Indicator.Short), w.Labels.Label(c.Group), c.Indicator.People)
}

// lowered begins a name within a sentence; an abbreviation keeps its capitals.
func lowered(name string) string {
	if len(name) > 1 && strings.ToUpper(name[:2]) == name[:2] {
		return name
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// WholeText says what the points are set beside: "58 of 4,104 together (1.4%)".
func WholeText(w words.Voice, c *funnel.Chart) string {
	p0, known := c.Share()
	switch {
	case c.Hidden:
		return "together: hidden, for it would tell small counts"
	case !known:
		return "together: n/a, as no organisation has a figure"
	}
	return fmt.Sprintf("together %s (%s)", countText(c.Whole), w.Percent(p0))
}

func countText(c stats.Count) string {
	return words.Thousands(c.Events) + " of " + words.Thousands(c.AtRisk)
}

// PositionText says where a point lies, and of one that is none why: "within", "above 99.8%",
// "n/a: no figure".
func PositionText(p *funnel.Point) string {
	switch p.Lacks {
	case funnel.None:
		return p.Position.String()
	case funnel.Hidden:
		return "hidden"
	}
	return "n/a: " + Reason(p)
}

// Reason says why an organisation has no point; "" where it has one.
func Reason(p *funnel.Point) string {
	return [...]string{
		funnel.None: "", funnel.NoFigure: "no figure", funnel.Incomplete: "incomplete", funnel.NoNumbers: "respondents not given",
		funnel.Nobody: "nobody to count", funnel.Hidden: "hidden to protect people",
	}[p.Lacks]
}

// Sentence says a chart to somebody who does not see it: how many organisations lie beyond
// the limits, which, and what the whole is.
func Sentence(w words.Voice, c *funnel.Chart) string {
	beyond, all := c.Beyond()
	s := words.Capital(WholeText(w, c)) + "."
	if all == 0 {
		return s
	}
	var named []string
	for i := range c.Points {
		if at := &c.Points[i]; at.Lacks == funnel.None && at.Position != funnel.Within {
			named = append(named, at.Organisation+", "+PointText(w, at))
		}
	}
	if beyond == 0 {
		return s + fmt.Sprintf(" All %s with a figure lie within the 95%% limits of chance.", words.Count(all, "organisation"))
	}
	return s + fmt.Sprintf(" Beyond the limits of chance %s %d of %d: %s.", verb(beyond), beyond, all, strings.Join(named, "; "))
}

// PointText says one point behind its organisation's name: "30 of 200 (15.0%), above 95%
// limits"; of one that is none, why.
func PointText(w words.Voice, p *funnel.Point) string {
	if p.Lacks != funnel.None {
		return Reason(p)
	}
	return fmt.Sprintf("%s (%s), %s limits", countText(p.Count), w.Percent(p.Share), strings.Replace(p.Position.String(), "within", "within the 95%", 1))
}

// Brief is Sentence where the organisations stand below it with where they lie.
func Brief(w words.Voice, c *funnel.Chart) string {
	beyond, all := c.Beyond()
	s := words.Capital(WholeText(w, c)) + "."
	if all == 0 {
		return s
	}
	return s + fmt.Sprintf(" Beyond the 95%% limits: %d of %d.", beyond, all)
}

func verb(n int) string {
	if n == 1 {
		return "lies"
	}
	return "lie"
}

// Cautions are what has to be known to read the page.
func (p Page) Cautions() []string {
	all := []string{
		"Each organisation's share is set beside that of all of them together. The limits are those between which the share of so many people would lie 95 and 99.8 times in 100 if it differed from the whole by chance alone; below 50 people they are exact binomial ones.",
		"Of 100 points 5 lie beyond the 95% limits by chance. Organisations differ in more than chance, and in large ones a small difference lies beyond: a point there is a question to ask, and no mark. The order is that of names: this is no league table.",
		"Each rate is of one group. Whether two groups fare alike is said by the ratio of the indicator, which has no such limits.",
	}
	for _, c := range p.Shown() {
		if indicator.Survey == c.Indicator.Shape {
			all = append(all, "The number behind a share of the survey is worked out from the share and its respondents, to the nearest person.")
			break
		}
	}
	if p.Publication {
		all = append(all, "Publication view: "+words.HiddenMark+" stands for what is hidden: small counts, and others from which these could be worked out.")
	} else {
		all = append(all, "Full figures, with small counts: not for publication.")
	}
	if p.Example {
		all = append(all, report.OfExample)
	}
	return all
}

// Blocks gives the page in words.
func (p Page) Blocks(s report.Safe) []report.Block {
	w := words.For(p.Settings)
	var names []string
	for _, name := range p.Members {
		names = append(names, s.Line(name))
	}
	blocks := []report.Block{
		report.Heading{Level: 1, Text: fmt.Sprintf("%s beside all of them together, %s", words.Count(len(names), "organisation"), p.Year)},
		report.Text{words.Listed(names) + "."},
	}
	shown := p.Shown()
	if len(shown) == 0 {
		return append(blocks, report.Text{"No organisation has a figure of " + p.Year.String() + " that can be set beside others."})
	}
	for _, c := range shown {
		blocks = append(blocks, report.Heading{Level: 2, Text: s.Line(Title(w, c))}, report.Text{s.Line(Sentence(w, c))}, p.table(w, s, c))
	}
	return append(blocks, report.Section{Heading: "How to read this", Points: p.Cautions()})
}

// table is that of one chart. The limits of 99.8% stand in its places alone: a line has no
// room for both.
func (p Page) table(w words.Voice, s report.Safe, c *funnel.Chart) report.Table {
	t := report.Table{Titled: 1, Columns: []report.Column{
		{Name: "Organisation", Names: true, Least: 12},
		{Name: "Count", Width: 17, Right: true}, {Name: "Share", Width: 6, Right: true}, {Name: "95% limits", Width: 14, Right: true}, {Name: "Lies", Width: 15, Right: true},
	}}
	for i := range c.Points {
		at := &c.Points[i]
		cells := []string{s.Line(at.Organisation), "", "", "", PositionText(at)}
		switch at.Lacks {
		case funnel.None:
			copy(cells[1:], []string{countText(at.Count), w.Percent(at.Share), span(w, at.Limits95)})
		case funnel.Hidden:
			cells[1], cells[2] = words.HiddenMark, words.HiddenMark
		}
		t.Rows = append(t.Rows, report.Row{Title: cells[0], Cells: report.Texts(cells...)})
	}
	return t
}

func span(w words.Voice, limits [2]float64) string {
	return w.Percent(limits[0]) + " to " + w.Percent(limits[1])
}

// columns are those of the table for spreadsheets; what scripts read is never renamed.
var columns = []string{"year", "indicator", "group", "organisation", "events", "at_risk", "rate", "whole_events", "whole_at_risk", "whole_rate",
	"lower_95", "upper_95", "lower_99_8", "upper_99_8", "position", "reason"}

// decimals is to what a percentage is written for a spreadsheet.
const decimals = 4

// Table gives the points, one a row. Shares are percentages.
func (p Page) Table(s report.Safe) report.Table {
	t := report.Table{}
	for _, name := range columns {
		t.Columns = append(t.Columns, report.Column{Name: name})
	}
	for _, c := range p.Shown() {
		p0, known := c.Share()
		for i := range c.Points {
			at := &c.Points[i]
			cells := report.Texts(p.Year.String(), c.Indicator.ID, c.Group.String(), s.Line(at.Organisation))
			cells = append(cells, counted(at.Count, at.Share, at.Lacks == funnel.None, at.Lacks == funnel.Hidden)...)
			cells = append(cells, counted(c.Whole, p0, known, c.Hidden)...)
			for _, limits := range [][2]float64{at.Limits95, at.Limits998} {
				for _, limit := range limits {
					cells = append(cells, share(limit, at.Lacks == funnel.None))
				}
			}
			position := ""
			if at.Lacks == funnel.None {
				position = at.Position.String()
			}
			t.Rows = append(t.Rows, report.Row{Title: at.Organisation, Cells: append(cells, report.Texts(position, Reason(at))...)})
		}
	}
	return t
}

func counted(c stats.Count, rate float64, known, hidden bool) []report.Cell {
	if hidden {
		return report.Texts(words.HiddenMark, words.HiddenMark, words.HiddenMark)
	}
	if !known {
		return make([]report.Cell, 3)
	}
	return []report.Cell{report.Printed(words.Thousands(c.Events), report.Count), report.Printed(words.Thousands(c.AtRisk), report.Count), share(rate, true)}
}

func share(v float64, known bool) report.Cell {
	if !known {
		return report.Cell{}
	}
	return report.Printed(words.Percent(v, decimals), report.Percentage)
}
