package yearly

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
)

// form is what is shown of the indicators of one shape.
type form struct {
	rows   func(*grid)                                                        // of the table over the years
	charts func(m *maker, s *indicator.Series, t report.Table) []report.Chart // drawn of it
	beside func(m *maker, s *indicator.Series, f *indicator.Figure) []string  // texts beside those of the findings
	more   func(m *maker, s *indicator.Series) []report.Block                 // behind the table
	apart  func(*maker) []report.Block                                        // in an appendix
}

// forms has the form of each shape.
var forms = map[indicator.Shape]form{
	indicator.Bands:      {(*grid).workforce, bandCharts, besideBands, behindBands, bandTables},
	indicator.Likelihood: {(*grid).likelihood, ratios, besideLikelihood, recruitmentParts, noAppendix},
	indicator.Survey:     {(*grid).survey, shares, besideSurvey, nothing, noAppendix},
	indicator.Board:      {(*grid).board, boards, besideBoard, nothing, noAppendix},
}

func nothing(*maker, *indicator.Series) []report.Block { return nil }

func noAppendix(*maker) []report.Block { return nil }

// results gives for each indicator a table over the years, what is drawn of it and what can
// be said of it.
func (m *maker) results() []report.Block {
	var blocks []report.Block
	for i := range m.Results.Series {
		blocks = append(blocks, m.indicator(&m.Results.Series[i])...)
	}
	return blocks
}

// indicator gives the results of one indicator.
func (m *maker) indicator(s *indicator.Series) []report.Block {
	ind := s.Indicator
	id := "indicator-" + ind.ID
	blocks := []report.Block{report.Heading{Level: 3, Text: "Indicator " + ind.ID + ": " + ind.Title, ID: id}}
	if len(reported(s)) == 0 {
		return slices.Concat(blocks, absent(m, s), m.own(id, 4))
	}
	blocks = append(blocks, m.said(s)...)
	form := forms[ind.Shape]
	g := newGrid(m, s, id+"-years")
	form.rows(g)
	t := g.done()
	for _, c := range form.charts(m, s, t) {
		blocks = append(blocks, c)
	}
	blocks = append(blocks, t)
	blocks = append(blocks, form.more(m, s)...)
	return append(blocks, m.own(id, 4)...)
}

// absent says why an indicator has no figures in any year that is shown: once, where there is no
// more to say of the report's own year than of the others.
func absent(m *maker, s *indicator.Series) []report.Block {
	alike := len(s.Figures) > 1
	for i := range s.Figures {
		alike = alike && s.Figures[i].State == s.Figures[0].State && words.Reason(&s.Figures[i]) == ""
	}
	if alike {
		return []report.Block{m.says(words.Capital(s.Figures[0].State.Words()) + " for " + report.YearsText(m.Results.Years) + ".")}
	}
	blocks := m.said(s)
	for _, text := range absences(m, s, true) {
		blocks = append(blocks, m.says(text))
	}
	return blocks
}

// said is what can be said of an indicator: each finding by itself, and then what stands
// beside them.
func (m *maker) said(s *indicator.Series) []report.Block {
	var blocks []report.Block
	for _, f := range findings.OfIndicator(m.Results, s.Indicator.ID, m.Year(), m.Actions) {
		said := m.says(f.Sentence)
		if whose := m.staff(&f); whose != "" {
			said = append(report.Paragraph{{Text: words.Capital(whose) + ": ", Strong: true}}, said...)
		}
		blocks = append(blocks, said)
	}
	if f := s.Figure(m.Year()); f.State == model.Reported {
		for _, text := range forms[s.Indicator.Shape].beside(m, s, f) {
			if text != "" {
				blocks = append(blocks, m.says(text))
			}
		}
	}
	return blocks
}

// together makes one text of sentences.
func together(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

// column names the column of a year: of a survey also the year in which people were asked.
// A mark says that its figures lack something.
func column(s *indicator.Series, f *indicator.Figure) string {
	name := f.Year.String()
	if s.Indicator.Shape == indicator.Survey {
		name = words.SurveyYear(f.Year)
	}
	return name + words.Mark(f)
}

// absences says why there are no figures in some years: in all, or but for the report's
// own, of which that is said elsewhere.
func absences(m *maker, s *indicator.Series, butLast bool) []string {
	return byYears(m, s, func(f *indicator.Figure) []string {
		if f.State == model.Reported || butLast && f.Year == m.Year() {
			return nil
		}
		return []string{m.w.Absence(s.Indicator, f, false)}
	})
}

// cautions says what is to be known of the figures of each year.
func cautions(m *maker, s *indicator.Series) []string {
	return byYears(m, s, func(f *indicator.Figure) []string {
		all := m.w.Warnings(s.Indicator, f)
		if lacks := words.Incomplete(f); lacks != "" {
			all = append(all, words.IncompleteMark+" incomplete, without "+lacks)
		}
		return all
	})
}

// byYears says each text once, behind the years that it is of.
func byYears(m *maker, s *indicator.Series, of func(*indicator.Figure) []string) []string {
	var texts []string
	years := map[string][]model.Year{}
	for i := range s.Figures {
		for _, text := range of(&s.Figures[i]) {
			if years[text] == nil {
				texts = append(texts, text)
			}
			years[text] = append(years[text], s.Figures[i].Year)
		}
	}
	for i, text := range texts {
		texts[i] = m.safe.Line(ended(report.YearsText(years[text]) + ": " + text))
	}
	return texts
}

// ended ends a text as a sentence does.
func ended(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
