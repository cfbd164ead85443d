package reporttext

import (
	"slices"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/indicator"
)

// told is what words say of a year.
type told uint8

const (
	plainYear    told = iota // a year, and no more
	surveyYear               // one of the survey: it was read as that of the standard
	standardYear             // one of the standard
)

// surveyTable is a table of the staff survey: the places of its figures among those of the
// document.
type surveyTable struct {
	figures []int
	line    int
	mixed   bool // it has figures of other indicators too
	told    told // of the last year
	certain bool // some year is said to be of the one or the other
}

// add takes a figure of the table, which stands at a place among those of the document.
func (s *surveyTable) add(at int, f *document.Figure, of told, line int) {
	if ind := indicator.Lookup(f.Indicator); ind == nil || ind.Shape != indicator.Survey {
		s.mixed = true
		return
	}
	if s.figures == nil {
		s.line = line
	}
	s.figures = append(s.figures, at)
	s.told = of
	s.certain = s.certain || of != plainYear
}

// settleSurveys finds tables of the survey whose years are those of the survey: they stop a
// year short of the others. A year of the survey is reported by the standard a year later.
func (r *reader) settleSurveys() {
	latest := model.Year(0)
	for _, f := range r.doc.Figures {
		if ind := indicator.Lookup(f.Indicator); ind != nil && ind.Shape != indicator.Survey {
			latest = max(latest, f.Year)
		}
	}
	if latest == 0 {
		latest = r.year
	}
	for _, s := range r.surveys {
		last := model.Year(0)
		for _, at := range s.figures {
			last = max(last, r.doc.Figures[at].Year)
		}
		switch {
		case s.told == surveyYear:
			r.moved(s, 0)
		case !s.mixed && !s.certain && last != 0 && last == latest-1:
			r.moved(s, 1)
		}
	}
}

// moved notes that years were those of the survey, and makes them years of the standard
// where they are not yet.
func (r *reader) moved(s surveyTable, by model.Year) {
	var from []int
	for _, at := range s.figures {
		f := &r.doc.Figures[at]
		f.Year += by
		from = append(from, f.Year.Survey())
	}
	slices.Sort(from)
	if r.doc.SurveyYears == nil {
		r.doc.SurveyYears = &document.Moved{Line: s.line, From: slices.Compact(from)}
	}
}
