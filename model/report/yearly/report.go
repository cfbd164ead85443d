package yearly

import (
	"cmp"
	"fmt"
	"slices"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/words"
)

// Report is the report of a year.
type Report struct {
	Results *indicator.Results // of the years that it shows, the last being its own
	Actions []plan.Action
}

// Kind is report.YearPage.
func (Report) Kind() report.Kind { return report.YearPage }

// Year is the year that the report is of: the last.
func (r Report) Year() model.Year { return r.Results.Latest() }

// Empty reports whether no indicator has figures in the year.
func (r Report) Empty() bool {
	return !slices.ContainsFunc(r.Results.Series, func(s indicator.Series) bool {
		f := s.Figure(r.Year())
		return f != nil && f.State == model.Reported
	})
}

// part is a part of the report under a heading of its own; without one it stands at the
// beginning. A part without blocks is left out.
type part struct {
	id, heading string
	blocks      func(*maker) []report.Block
}

// parts lists the parts in their order.
var parts = []part{
	{"", "", (*maker).title},
	{"key-findings", "Key findings", (*maker).findings},
	{"results", "Results", (*maker).results},
}

// maker makes one report.
type maker struct {
	Report
	w     words.Voice
	safe  report.Safe
	found []findings.Finding
}

// Blocks gives all parts.
func (r Report) Blocks(s report.Safe) []report.Block {
	m := &maker{Report: r, w: words.For(r.Results.Settings), safe: s}
	m.found = findings.Of(r.Results, r.Year(), r.Actions)
	var all []report.Block
	for _, p := range parts {
		blocks := p.blocks(m)
		if len(blocks) > 0 && p.heading != "" {
			all = append(all, report.Heading{Level: 2, Text: p.heading, ID: p.id})
		}
		all = append(all, blocks...)
	}
	return all
}

// About says what the report is.
func (r Report) About(s report.Safe) report.About {
	a := report.About{Title: title + r.Year().String(), Organisation: s.Line(r.Results.Organisation), View: "Publication view", Year: r.Year()}
	if !r.Results.Publication {
		a.View = full
	}
	return a
}

const (
	title = "Workforce Race Equality Standard: report and action plan "
	full  = "Full figures: not for publication"
)

// title names the organisation, the year and the view.
func (m *maker) title() []report.Block {
	blocks := []report.Block{
		report.Heading{Level: 1, Text: title + m.Year().String()},
		report.Paragraph{{Text: cmp.Or(m.safe.Line(m.Results.Organisation), "An organisation without a name"), Strong: true}},
	}
	if !m.Results.Publication {
		blocks = append(blocks, report.Paragraph{{Text: full + ".", Strong: true}})
	}
	if m.Results.Example {
		blocks = append(blocks, m.says("Example data, built into the program: not your own organisation's."))
	}
	return blocks
}

// findings gives the key findings of each kind.
func (m *maker) findings() []report.Block {
	var blocks []report.Block
	for _, kind := range findings.Kinds() {
		of := findings.In(m.found, kind)
		if len(of) == 0 {
			continue
		}
		var points report.Points
		for _, f := range of {
			points = append(points, report.Point{Runs: report.Paragraph{
				{Text: "Indicator " + f.Indicator.ID + ": ", Strong: true}, {Text: m.safe.Line(cmp.Or(f.Told.Said, f.Sentence))},
			}})
		}
		blocks = append(blocks, report.Heading{Level: 3, Text: words.Capital(kind.Document())}, points)
	}
	return blocks
}

// says makes a paragraph of sentences of the program's own; none of no words.
func (m *maker) says(text string) report.Paragraph {
	return report.Paragraph{{Text: m.safe.Line(text)}}
}

// years names the years of the report: "2022 to 2024".
func (m *maker) years() string {
	all := m.Results.Years
	if len(all) == 1 {
		return all[0].String()
	}
	return fmt.Sprintf("%s to %s", all[0], all[len(all)-1])
}

// reported lists the figures of a series that have numbers.
func reported(s *indicator.Series) []*indicator.Figure {
	var all []*indicator.Figure
	for i := range s.Figures {
		if s.Figures[i].State == model.Reported {
			all = append(all, &s.Figures[i])
		}
	}
	return all
}

// in reports whether a figure of some has something.
func in(figures []*indicator.Figure, has func(*indicator.Figure) bool) bool {
	return slices.ContainsFunc(figures, has)
}
