package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/source"
	"wres/model/words"
)

// Summary is a page for before the meeting: the indicators over the years of the
// results, what the last year shows, and what to read with care.
type Summary struct {
	Results *indicator.Results // of the years that it shows
	Report  source.Report      // of what was read
}

// Kind is SummaryPage.
func (Summary) Kind() Kind { return SummaryPage }

// Year is the year that the summary is about: the last.
func (s Summary) Year() model.Year { return s.Results.Latest() }

// Blocks gives the staff, a table of the indicators by year, and the sections.
func (s Summary) Blocks(safe Safe) []Block {
	w := words.For(s.Results.Settings)
	organisation := cmp.Or(safe.Line(s.Results.Organisation), "An organisation without a name")
	blocks := []Block{
		Heading{1, organisation},
		Text{"Workforce Race Equality Standard, years to 31 March " + YearsText(s.Results.Years)},
		Text(safe.all(s.staff(w, safe))),
		indicatorTable(w, s.Results, safe),
	}
	looks := words.Looks(w, s.Results, s.Year())
	for i, section := range []Section{
		{"What the figures of " + s.Year().String() + " show", words.Findings(w, s.Results, s.Year())},
		{"Without figures in " + s.Year().String(), s.absences(w)},
		{"Race disparity ratio, " + s.Year().String(), s.disparities(w)},
		{"To read with care", s.cautions(w)},
		s.problems(),
	} {
		if len(section.Points) > 0 {
			section.Points = safe.all(section.Points)
			blocks = append(blocks, section)
		}
		if i == 0 && looks != "" {
			blocks = append(blocks, Text{looks})
		}
	}
	return blocks
}

// staff says how many staff there are, of how many the ethnicity is known,
// and what holds for the whole page.
func (s Summary) staff(w words.Voice, safe Safe) []string {
	var lines []string
	if series := s.Results.Indicator(indicator.WorkforceID); series != nil {
		if f := series.Figure(s.Year()); f != nil {
			if all, ok := f.Staff(); ok {
				lines = append(lines, fmt.Sprintf("Staff on %s: %s%s.", s.Year().Snapshot(), words.Thousands(all), words.Without(f))+" "+words.Known(w, f))
			}
			if f.Note != "" {
				lines = append(lines, "Note on the figures by pay band: "+safe.Line(f.Note)+".")
			}
		}
	}
	for _, g := range model.Groups() {
		if short, label := w.Labels.Short(g), w.Labels.Label(g); short != label {
			lines = append(lines, short+" stands for "+label+".")
		}
	}
	if s.Results.Example {
		lines = append(lines, "Example data, built into the program: not your own organisation's.")
	}
	return lines
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
		name := series.Indicator.ID + ", " + series.Indicator.Short
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

// disparities gives a sentence for each staff category.
func (s Summary) disparities(w words.Voice) []string {
	var all []string
	refused, empty := false, false
	for _, category := range append(model.StaffCategories(), model.AnyCategory) {
		var steps []string
		note := ""
		for _, d := range s.Results.Disparity {
			if d.Year != s.Year() || d.Category != category {
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
			all = append(all, disparityText(category, steps, note))
		}
	}
	if len(all) > 0 {
		all = append(all, fmt.Sprintf("Above 1, %s staff progress more.", w.Labels.Label(model.White)))
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
		all = append(all, fmt.Sprintf("%s: %s.", warnedText(of[text]), text))
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
		return "Indicators " + words.Listed(ids) + ", " + YearsText(years)
	}
	return all[0].indicator.ID + ", " + all[0].indicator.Short + ", " + YearsText(years)
}

// ProblemsShown is how many problems are said before the rest is a number.
const ProblemsShown = 5

// problems counts what is wrong with the files and gives the first of it.
func (s Summary) problems() Section {
	all := s.Report.Problems
	if len(all) == 0 {
		return Section{}
	}
	errs := s.Report.Errors()
	section := Section{Heading: fmt.Sprintf("Problems in the files: %s, %s", words.Count(errs, "error"), words.Count(len(all)-errs, "notice"))}
	for i, p := range all {
		if i == ProblemsShown {
			section.Points = append(section.Points, fmt.Sprintf("and %d more; 'wres summary --json' lists them all", len(all)-i))
			break
		}
		section.Points = append(section.Points, p.String())
	}
	return section
}

// YearsText lists years as a sentence does.
func YearsText(years []model.Year) string {
	texts := make([]string, len(years))
	for i, y := range years {
		texts[i] = y.String()
	}
	return words.Listed(texts)
}
