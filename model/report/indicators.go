package report

import (
	"cmp"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/benchmarks"
)

// The columns of the table of indicators. "−19.0 to 17.4" is the longest text under a
// year, and "−15.7 → −13.6" under the change. A narrower column of names is worse to read
// than no table.
const (
	yearWidth   = 14
	changeWidth = 14
	leastName   = 18
)

// indicatorTable gives the indicators by year, and under each what stands beside it.
func indicatorTable(w words.Voice, r *indicator.Results, s Safe) Table {
	t := Table{Titled: 1, Columns: []Column{{Name: "Indicator", Least: leastName, Names: true}, {Name: "How it is taken", Under: true}}}
	for _, y := range r.Years {
		t.Columns = append(t.Columns, Column{Name: y.String(), Width: yearWidth, Right: true})
	}
	t.Columns = append(t.Columns, Column{Name: "Change", Width: changeWidth, Right: true})
	for i := range r.Series {
		series := &r.Series[i]
		ind := series.Indicator
		cells := []string{ind.ID + " " + s.Line(w.Name(ind)), s.Line(w.Taken(ind))}
		for j := range series.Figures {
			cells = append(cells, w.Headline(ind, &series.Figures[j]))
		}
		cells = append(cells, changeText(w, series, r.Latest()))
		t.Rows = append(t.Rows, Row{Title: "Indicator " + ind.ID + ": " + ind.Title, Cells: Texts(cells...)})
		for _, l := range linesBeside(w, series, s) {
			t.Rows = append(t.Rows, Row{Part: true, Cells: slices.Concat(Texts(l.Name, ""), l.Cells, Texts(""))})
		}
	}
	return t
}

// changeText says the change to a year, or nothing where there is none.
func changeText(w words.Voice, series *indicator.Series, y model.Year) string {
	step, ok := series.Step(y)
	if !ok || step.Value == nil {
		return ""
	}
	return w.Change(series, step)
}

// Measure is a name with a cell for each year; one without text is no value.
type Measure struct {
	Name  string
	Cells []Cell
}

func measure(name string, years int) Measure { return Measure{name, make([]Cell, years)} }

// given reports whether a measure has a value.
func (l Measure) given() bool {
	return slices.ContainsFunc(l.Cells, func(c Cell) bool { return c.Text != "" })
}

// linesBeside are the groups' own shares, the interval, the parts of a recruitment and
// what there is to compare with.
func linesBeside(w words.Voice, series *indicator.Series, s Safe) []Measure {
	var lines []Measure
	for _, g := range series.Indicator.Shape.Beside() {
		lines = append(lines, shareLine(w, series, g, s))
	}
	lines = append(lines, incompleteLine(series), intervalLine(w, series))
	lines = slices.DeleteFunc(lines, func(l Measure) bool { return !l.given() })
	lines = append(lines, partLines(series, s)...)
	return append(lines, Benchmarks(w, series, s)...)
}

// shareLine gives one group's own answers to a survey question.
func shareLine(w words.Voice, series *indicator.Series, g model.Group, s Safe) Measure {
	l := measure(s.Line(w.Labels.Sentence(g)), len(series.Figures))
	for i, f := range series.Figures {
		if rate := f.Groups[g].Rate; rate != nil {
			l.Cells[i] = Printed(w.Percent(rate.Value), Percentage)
		}
	}
	return l
}

// incompleteLine says what a year's figure lacks that has the mark of it.
func incompleteLine(series *indicator.Series) Measure {
	l := measure(words.IncompleteMark+" incomplete, without", len(series.Figures))
	for i := range series.Figures {
		l.Cells[i].Text = words.Incomplete(&series.Figures[i])
	}
	return l
}

// intervalLine gives the interval of each year's value.
func intervalLine(w words.Voice, series *indicator.Series) Measure {
	l := measure(words.IntervalShort(w.Level), len(series.Figures))
	for i := range series.Figures {
		l.Cells[i].Text = w.HeadlineInterval(series.Indicator, &series.Figures[i])
	}
	return l
}

// partLines gives the ratio of each part of the recruitment: without a campaign, the
// campaign alone, external and internal applicants.
func partLines(series *indicator.Series, s Safe) []Measure {
	var lines []Measure
	for i, f := range series.Figures {
		for _, p := range f.Parts {
			name := s.Line(words.PartName(&p))
			at := slices.IndexFunc(lines, func(l Measure) bool { return l.Name == name })
			if at < 0 {
				at = len(lines)
				lines = append(lines, measure(name, len(series.Figures)))
			}
			lines[at].Cells[i] = Printed(words.RatioOfPart(&p), Ratio)
		}
	}
	return lines
}

// Benchmarks gives the values to compare with, one for each scope and measure.
func Benchmarks(w words.Voice, series *indicator.Series, s Safe) []Measure {
	var lines []Measure
	for i, f := range series.Figures {
		for _, b := range f.Benchmarks {
			name := cmp.Or(s.Line(b.Scope), "benchmark")
			if of := s.Line(benchmarks.Of(w, series.Indicator, b)); of != "" {
				name += ", " + of
			} else if what := s.Line(b.What); what != "" && !series.Indicator.Shape.Measures(b) {
				name += ", " + what
			}
			at := slices.IndexFunc(lines, func(l Measure) bool { return l.Name == name && l.Cells[i].Text == "" })
			if at < 0 {
				at = len(lines)
				lines = append(lines, measure(name, len(series.Figures)))
			}
			lines[at].Cells[i] = benchmarkCell(w, b)
		}
	}
	return lines
}

func benchmarkCell(w words.Voice, b model.Benchmark) Cell {
	text := benchmarks.Value(w, b)
	switch b.Measure {
	case model.Ratio:
		return Printed(text, Ratio)
	case model.Difference:
		c := Printed(strings.TrimSuffix(text, words.PointsUnit), PercentagePoints)
		c.Text = text
		return c
	}
	return Printed(text, Percentage)
}
