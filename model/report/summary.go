package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/source"
	"wres/model/words"
	"wres/model/words/inview"
)

// Summary is a page for before the meeting: what the last year of the results shows, how
// the plan stands beside it, the indicators over the years, and what to read with care.
type Summary struct {
	Results *indicator.Results // of the years that it shows
	Report  source.Report      // of what was read
	Outlook
}

// Kind is SummaryPage.
func (Summary) Kind() Kind { return SummaryPage }

// Year is the year that the summary is about: the last.
func (s Summary) Year() model.Year { return s.Results.Latest() }

// Blocks gives the findings, a table of the indicators by year, and the other sections.
func (s Summary) Blocks(safe Safe) []Block {
	w := words.For(s.Results.Settings)
	organisation := cmp.Or(safe.Line(s.Results.Organisation), "An organisation without a name")
	blocks := []Block{
		Heading{Level: 1, Text: organisation},
		Text{"Workforce Race Equality Standard, years to 31 March " + YearsText(s.Results.Years)},
		Text(safe.All(s.staff(w, safe))),
	}
	year := s.Year().String()
	add := func(sections ...Section) {
		for _, section := range sections {
			if len(section.Points) > 0 {
				section.Points = safe.All(section.Points)
				blocks = append(blocks, section)
			}
		}
	}
	found := findings.Of(s.Results, s.Year(), s.Actions)
	for _, kind := range findings.Kinds() {
		if kind != findings.NoFigures { // which stand under their own heading
			add(Section{"Key findings, " + year + ": " + kind.Document(), findings.Sentences(findings.In(found, kind))})
		}
	}
	if looks := words.Looks(w, s.Results, s.Year()); looks != "" {
		blocks = append(blocks, Text{looks})
	}
	add(s.Section(found, safe))
	blocks = append(blocks, indicatorTable(w, s.Results, safe))
	add(Section{"Not reported in " + year, s.absences(w)}, Section{"Race disparity ratio, " + year, s.disparities(w)},
		Section{"Cautions", s.cautions(w)}, s.problems())
	return blocks
}

// staff says how many staff there are, of how many the ethnicity is known,
// and what holds for the whole page.
func (s Summary) staff(w words.Voice, safe Safe) []string {
	var lines []string
	if all := s.Report.Together; len(all) > 0 {
		lines = append(lines, "The figures of "+words.Thousands(len(all))+" organisations are added up here: "+words.Listed(all)+". --organisation NAME takes one of them.")
	}
	if f := s.workforce(); f != nil {
		if all, ok := f.Staff(); ok {
			lines = append(lines, fmt.Sprintf("Staff in post on %s: %s%s.", s.Year().Snapshot(), words.Thousands(all), words.Without(f))+" "+words.Known(w, f))
		}
		if f.Note != "" {
			lines = append(lines, "Note on the figures by pay band: "+safe.Line(f.Note)+".")
		}
	}
	if s.intervals(w) {
		lines = append(lines, "CI stands for confidence interval.")
	}
	return append(lines, s.about(w, inview.Internal(s.Results, s.Year(), false))...)
}

// about says what the short words of a page stand for, and whose figures these are: internal
// ones, or those of the publication view.
func (s Summary) about(w words.Voice, internal string) []string {
	var lines []string
	for _, g := range model.Groups() {
		if short, label := w.Labels.Short(g), w.Labels.Label(g); short != label {
			lines = append(lines, short+" stands for "+label+".")
		}
	}
	if internal != "" {
		lines = append(lines, internal)
	}
	if s.Results.Publication {
		lines = append(lines, inview.Publication(s.Results))
	}
	if s.Results.Example {
		lines = append(lines, OfExample)
	}
	return lines
}

// workforce is the figure of all staff of the year, or nil.
func (s Summary) workforce() *indicator.Figure {
	if series := s.Results.Indicator(indicator.WorkforceID); series != nil {
		return series.Figure(s.Year())
	}
	return nil
}

// intervals reports whether the table has confidence intervals.
func (s Summary) intervals(w words.Voice) bool {
	return slices.ContainsFunc(s.Results.Series, func(series indicator.Series) bool { return intervalLine(w, &series).given() })
}

// absences says which indicators have no figures in the year, and why. Those of
// which nothing was said stand in one sentence.
func (s Summary) absences(w words.Voice) []string {
	var all, silent []string
	for i := range s.Results.Series {
		series := &s.Results.Series[i]
		f := series.Figure(s.Year())
		if f == nil || f.State == model.Reported {
			continue
		}
		name := series.Indicator.ID + ", " + w.Name(series.Indicator)
		if f.State == model.NotSupplied && words.Reason(f) == "" {
			silent = append(silent, name)
			continue
		}
		all = append(all, name+": "+w.Sentence(series.Indicator, f))
	}
	if len(silent) > 0 {
		all = append(all, "Not supplied: "+strings.Join(silent, "; ")+".")
	}
	return all
}

// disparities gives the race disparity ratios of each staff category.
func (s Summary) disparities(w words.Voice) []string {
	f := s.workforce()
	if f == nil {
		return nil
	}
	return words.Disparities(w, f)
}

// cautions lists the warnings of all the years. What holds for several years and
// indicators is said once.
func (s Summary) cautions(w words.Voice) []string {
	var texts []string
	of := map[string][]warned{}
	for i := range s.Results.Series {
		series := &s.Results.Series[i]
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
		all = append(all, fmt.Sprintf("%s: %s.", warnedText(w, of[text]), text))
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
func warnedText(v words.Voice, all []warned) string {
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
		return "Indicators " + words.Listed(ids) + ", " + YearsText(years)
	}
	return all[0].indicator.ID + ", " + v.Name(all[0].indicator) + ", " + YearsText(years)
}

// ProblemsShown is how many problems are said before the rest is a number.
const ProblemsShown = 5

// ProblemLines says what is wrong with the files, a line each: the first of it, and how much
// more there is and where, such as "'wres check' lists them all".
func ProblemLines(read source.Report, rest string) []string {
	var lines []string
	for i, p := range read.Problems {
		if i == ProblemsShown {
			return append(lines, fmt.Sprintf("and %d more; %s", len(read.Problems)-i, rest))
		}
		lines = append(lines, p.String())
	}
	return lines
}

// problems counts what is wrong with the files and gives the first of it.
func (s Summary) problems() Section {
	all := s.Report.Problems
	if len(all) == 0 || s.Results.Publication { // what is said of files quotes counts
		return Section{}
	}
	errs := s.Report.Errors()
	return Section{Heading: "Data quality: " + words.Quality(errs, len(all)-errs), Points: ProblemLines(s.Report, "'wres summary --json' lists them all")}
}

// YearsText lists years as a sentence does.
func YearsText(years []model.Year) string {
	texts := make([]string, len(years))
	for i, y := range years {
		texts[i] = y.String()
	}
	return words.Listed(texts)
}
