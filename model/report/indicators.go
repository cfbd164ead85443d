package report

import (
	"cmp"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
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
		row := Row{Title: "Indicator " + ind.ID + ": " + ind.Title, Cells: []string{ind.ID + " " + s.Line(w.Name(ind)), s.Line(w.Taken(ind))}}
		for j := range series.Figures {
			row.Cells = append(row.Cells, w.Headline(ind, &series.Figures[j]))
		}
		row.Cells = append(row.Cells, changeText(w, series, r.Latest()))
		t.Rows = append(t.Rows, row)
		for _, l := range linesBeside(w, series, s) {
			t.Rows = append(t.Rows, Row{Part: true, Cells: slices.Concat([]string{l.name, ""}, l.values, []string{""})})
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

// line is a name with a value for each year; "" is no value.
type line struct {
	name   string
	values []string
}

// given reports whether a line has a value.
func (l line) given() bool {
	return slices.ContainsFunc(l.values, func(v string) bool { return v != "" })
}

// linesBeside are the groups' own shares, the interval, the parts of a recruitment and
// what there is to compare with.
func linesBeside(w words.Voice, series *indicator.Series, s Safe) []line {
	var lines []line
	for _, g := range series.Indicator.Shape.Beside() {
		lines = append(lines, shareLine(w, series, g, s))
	}
	lines = append(lines, incompleteLine(series), intervalLine(w, series))
	lines = slices.DeleteFunc(lines, func(l line) bool { return !l.given() })
	lines = append(lines, partLines(series, s)...)
	return append(lines, benchmarkLines(w, series, s)...)
}

// shareLine gives one group's own answers to a survey question.
func shareLine(w words.Voice, series *indicator.Series, g model.Group, s Safe) line {
	l := line{name: s.Line(w.Labels.Sentence(g)), values: make([]string, len(series.Figures))}
	for i, f := range series.Figures {
		if rate := f.Groups[g].Rate; rate != nil {
			l.values[i] = w.Percent(rate.Value)
		}
	}
	return l
}

// incompleteLine says what a year's figure lacks that has the mark of it.
func incompleteLine(series *indicator.Series) line {
	l := line{name: words.IncompleteMark + " incomplete, without", values: make([]string, len(series.Figures))}
	for i := range series.Figures {
		l.values[i] = words.Incomplete(&series.Figures[i])
	}
	return l
}

// intervalLine gives the interval of each year's value.
func intervalLine(w words.Voice, series *indicator.Series) line {
	l := line{name: words.IntervalShort(w.Level), values: make([]string, len(series.Figures))}
	for i := range series.Figures {
		l.values[i] = w.HeadlineInterval(series.Indicator, &series.Figures[i])
	}
	return l
}

// partLines gives the ratio of each part of the recruitment: without a campaign, the
// campaign alone, external and internal applicants.
func partLines(series *indicator.Series, s Safe) []line {
	var lines []line
	for i, f := range series.Figures {
		for _, p := range f.Parts {
			name := s.Line(words.PartName(&p))
			at := slices.IndexFunc(lines, func(l line) bool { return l.name == name })
			if at < 0 {
				at = len(lines)
				lines = append(lines, line{name: name, values: make([]string, len(series.Figures))})
			}
			lines[at].values[i] = words.RatioOfPart(&p)
		}
	}
	return lines
}

// benchmarkLines gives the values to compare with, a line for each scope and
// measure.
func benchmarkLines(w words.Voice, series *indicator.Series, s Safe) []line {
	var lines []line
	for i, f := range series.Figures {
		for _, b := range f.Benchmarks {
			name := cmp.Or(s.Line(b.Scope), "benchmark")
			if of := s.Line(w.BenchmarkOf(series.Indicator, b)); of != "" {
				name += ", " + of
			} else if what := s.Line(b.What); what != "" && !series.Indicator.Shape.Measures(b) {
				name += ", " + what
			}
			at := slices.IndexFunc(lines, func(l line) bool { return l.name == name && l.values[i] == "" })
			if at < 0 {
				at = len(lines)
				lines = append(lines, line{name: name, values: make([]string, len(series.Figures))})
			}
			lines[at].values[i] = w.BenchmarkValue(b)
		}
	}
	return lines
}
