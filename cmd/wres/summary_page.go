package main

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
)

// page is a summary in words, ready to be set as text or Markdown. All of it is
// cleaned.
type page struct {
	organisation string
	years        []string
	staff        []string // headcount, declared ethnicity, and notes on all of it
	entries      []entry
	sections     []section
}

// entry is one indicator over the years.
type entry struct {
	id, short, title string
	direction        string // how the value is taken
	values           line
	change           string // empty: there is none
	parts            []line // the groups' own shares, benchmarks
}

// line is a label with a value for each year; "" is no value.
type line struct {
	label  string
	values []string
}

// section is a heading with sentences under it.
type section struct {
	heading   string
	sentences []string
}

func (s summary) page() page {
	w := words.For(s.results.Settings)
	p := page{organisation: clean(s.results.Organisation), staff: s.staffLines(w)}
	if p.organisation == "" {
		p.organisation = "An organisation without a name"
	}
	for _, y := range s.results.Years {
		p.years = append(p.years, y.String())
	}
	for i := range s.results.Series {
		p.entries = append(p.entries, s.entry(w, &s.results.Series[i]))
	}
	p.sections = []section{
		{"What the figures of " + s.year().String() + " show", cleaned(words.Findings(w, s.results, s.year()))},
		{"Without figures in " + s.year().String(), s.absences(w)},
		{"Race disparity ratio, " + s.year().String(), s.disparities(w)},
		{"To read with care", s.cautions(w)},
		problemsSection(s.report),
	}
	p.sections = slices.DeleteFunc(p.sections, func(sec section) bool { return len(sec.sentences) == 0 })
	return p
}

// staffLines says how many staff there are, of how many the ethnicity is known,
// and what holds for the whole page.
func (s summary) staffLines(w words.Voice) []string {
	var lines []string
	if series := s.results.Indicator(indicator.WorkforceID); series != nil {
		if f := series.Figure(s.year()); f != nil {
			if share, known, all, ok := f.Declared(); ok {
				text := fmt.Sprintf("Staff on %s: %s.", s.year().Snapshot(), words.Thousands(all))
				if f.Groups[model.Unknown].Events != nil { // else the files do not say
					text += fmt.Sprintf(" The ethnicity of %s (%s) is known.", words.Thousands(known), w.Percent(share))
				}
				lines = append(lines, text)
			}
			if f.Note != "" {
				lines = append(lines, "Note on the figures by pay band: "+clean(f.Note)+".")
			}
		}
	}
	for _, g := range model.Groups() {
		label := w.Labels.Label(g)
		if w.Labels.Short(g) == label {
			continue
		}
		lines = append(lines, clean(w.Labels.Short(g)+" stands for "+label+"."))
	}
	if s.results.Example {
		lines = append(lines, "Example data, built into the program: not your own organisation's.")
	}
	return lines
}

func (s summary) entry(w words.Voice, series *indicator.Series) entry {
	ind := series.Indicator
	e := entry{id: ind.ID, short: ind.Short, title: ind.Title, direction: clean(w.Taken(ind))}
	for i := range series.Figures {
		e.values.values = append(e.values.values, w.Headline(ind, &series.Figures[i]))
	}
	e.values.label = ind.ID + " " + ind.Short
	if step, ok := series.Step(s.year()); ok && step.Value != nil {
		e.change = w.Change(step)
		if step.From != s.year()-1 {
			e.change += " since " + step.From.String()
		}
	}
	for _, g := range ind.Shape.Beside() {
		e.parts = appendGiven(e.parts, shareLine(w, series, g))
	}
	e.parts = appendGiven(e.parts, intervalLine(w, series))
	e.parts = append(e.parts, partLines(series)...)
	e.parts = append(e.parts, benchmarkLines(w, series)...)
	return e
}

// shareLine gives one group's own answers to a survey question.
func shareLine(w words.Voice, series *indicator.Series, g model.Group) line {
	l := line{label: clean(w.Labels.Sentence(g)), values: make([]string, len(series.Figures))}
	for i, f := range series.Figures {
		if rate := f.Groups[g].Rate; rate != nil {
			l.values[i] = w.Percent(rate.Value)
		}
	}
	return l
}

// intervalLine gives the interval of each year's value.
func intervalLine(w words.Voice, series *indicator.Series) line {
	l := line{label: words.IntervalName(w.Level), values: make([]string, len(series.Figures))}
	for i := range series.Figures {
		l.values[i] = w.HeadlineInterval(series.Indicator, &series.Figures[i])
	}
	return l
}

// partLines gives the ratio of each part of the recruitment: without a campaign, the
// campaign alone, external and internal applicants.
func partLines(series *indicator.Series) []line {
	var lines []line
	for i, f := range series.Figures {
		for _, p := range f.Parts {
			label := clean(words.PartName(&p))
			at := slices.IndexFunc(lines, func(l line) bool { return l.label == label })
			if at < 0 {
				at = len(lines)
				lines = append(lines, line{label: label, values: make([]string, len(series.Figures))})
			}
			lines[at].values[i] = "n/a"
			if p.Ratio != nil {
				lines[at].values[i] = words.RatioText(p.Ratio.Value)
			}
		}
	}
	return lines
}

func appendGiven(lines []line, l line) []line {
	if slices.ContainsFunc(l.values, func(v string) bool { return v != "" }) {
		return append(lines, l)
	}
	return lines
}

// benchmarkLines gives the values to compare with, a line for each scope and
// measure.
func benchmarkLines(w words.Voice, series *indicator.Series) []line {
	var lines []line
	for i, f := range series.Figures {
		for _, b := range f.Benchmarks {
			label := clean(b.Scope)
			if label == "" {
				label = "benchmark"
			}
			if of := clean(w.BenchmarkOf(series.Indicator, b)); of != "" {
				label += ", " + of
			} else if what := clean(b.What); what != "" && !series.Indicator.Shape.Measures(b) {
				label += ", " + what
			}
			at := slices.IndexFunc(lines, func(l line) bool { return l.label == label && l.values[i] == "" })
			if at < 0 {
				at = len(lines)
				lines = append(lines, line{label: label, values: make([]string, len(series.Figures))})
			}
			lines[at].values[i] = w.BenchmarkValue(b)
		}
	}
	return lines
}

// absences says which indicators have no figures in the year, and why. Those of
// which nothing was said stand in one sentence.
func (s summary) absences(w words.Voice) []string {
	var all, silent []string
	for i := range s.results.Series {
		series := &s.results.Series[i]
		f := series.Figure(s.year())
		if f == nil || f.State == model.Reported {
			continue
		}
		name := series.Indicator.ID + ", " + series.Indicator.Short
		if f.State == model.NotSupplied && words.Reason(f) == "" {
			silent = append(silent, name)
			continue
		}
		all = append(all, clean(name+": "+w.Sentence(series.Indicator, f)))
	}
	if len(silent) > 0 {
		all = append(all, "Not supplied: "+strings.Join(silent, "; ")+".")
	}
	return all
}

// disparities gives a sentence for each staff category.
func (s summary) disparities(w words.Voice) []string {
	var all []string
	refused, empty := false, false
	for _, category := range append(model.StaffCategories(), model.AnyCategory) {
		var steps []string
		note := ""
		for _, d := range s.results.Disparity {
			if d.Year != s.year() || d.Category != category {
				continue
			}
			text := "n/a"
			if d.Value != nil {
				text = words.RatioText(d.Value.Value)
				if limits := w.RatioInterval(d.Value); limits != "" {
					text += " (" + limits + ")"
				}
			}
			refused, empty = refused || d.Refused, empty || d.Value == nil && !d.Refused
			steps = append(steps, fmt.Sprintf("%s to %s %s", d.From, d.To, text))
			note = d.Note
		}
		if len(steps) > 0 {
			all = append(all, clean(disparityText(category, steps, note)))
		}
	}
	if len(all) > 0 {
		all = append(all, clean(fmt.Sprintf("Above 1, %s staff progress more.", w.Labels.Label(model.White))))
	}
	if empty {
		all = append(all, words.EmptyTier+".")
	}
	if refused {
		all = append(all, words.RefusedTier+".")
	}
	return all
}

func disparityText(category model.StaffCategory, steps []string, note string) string {
	text := strings.Join(steps, ", ")
	if category != model.AnyCategory {
		text = category.String() + " staff: " + text
	}
	if note != "" {
		text += " (" + note + ")"
	}
	return text + "."
}

// cautions lists the warnings of all the years. What holds for several years and
// indicators is said once.
func (s summary) cautions(w words.Voice) []string {
	var texts []string
	of := map[string][]warned{}
	for i := range s.results.Series {
		series := &s.results.Series[i]
		for _, f := range series.Figures {
			for _, text := range w.Warnings(series.Indicator, &f) {
				if len(of[text]) == 0 {
					texts = append(texts, text)
				}
				of[text] = append(of[text], warned{series.Indicator, f.Year})
			}
		}
	}
	var all []string
	for _, text := range texts {
		all = append(all, clean(fmt.Sprintf("%s: %s.", warnedText(of[text]), text)))
	}
	return all
}

// warned is one figure that a warning is about.
type warned struct {
	indicator *indicator.Indicator
	year      model.Year
}

// warnedText names figures: "2, Appointed from shortlist, 2023 and 2024" or
// "Indicators 5 and 6, 2024".
func warnedText(all []warned) string {
	var ids []string
	var years []model.Year
	for _, w := range all {
		if !slices.Contains(ids, w.indicator.ID) {
			ids = append(ids, w.indicator.ID)
		}
		if !slices.Contains(years, w.year) {
			years = append(years, w.year)
		}
	}
	slices.Sort(years)
	if len(ids) > 1 {
		return "Indicators " + report.Listed(ids) + ", " + yearsText(years)
	}
	return all[0].indicator.ID + ", " + all[0].indicator.Short + ", " + yearsText(years)
}

// problemsSection counts what is wrong with the files and gives the first of it.
func problemsSection(r source.Report) section {
	if len(r.Problems) == 0 {
		return section{}
	}
	errs := r.Errors()
	s := section{heading: fmt.Sprintf("Problems in the files: %s, %s", report.Count(errs, "error"), report.Count(len(r.Problems)-errs, "notice"))}
	for i, p := range r.Problems {
		if i == problemsShown {
			s.sentences = append(s.sentences, fmt.Sprintf("and %d more; 'wres summary --json' lists them all", len(r.Problems)-i))
			break
		}
		s.sentences = append(s.sentences, clean(p.String()))
	}
	return s
}

func cleaned(lines []string) []string {
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return lines
}
