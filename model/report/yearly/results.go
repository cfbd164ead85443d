package yearly

import (
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
}

// forms has the form of each shape.
var forms = map[indicator.Shape]form{
	indicator.Bands:      {(*grid).workforce, nil},
	indicator.Likelihood: {(*grid).likelihood, ratios},
	indicator.Survey:     {(*grid).survey, shares},
	indicator.Board:      {(*grid).board, boards},
}

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
	var said []string
	for _, f := range findings.OfIndicator(m.Results, ind.ID, m.Year(), m.Actions) {
		said = append(said, f.Sentence)
	}
	blocks = append(blocks, m.says(strings.Join(said, " ")))
	if len(reported(s)) == 0 {
		return blocks
	}
	form := forms[ind.Shape]
	g := newGrid(m, s, id+"-years")
	form.rows(g)
	t := g.done()
	blocks = append(blocks, t)
	if form.charts != nil {
		for _, c := range form.charts(m, s, t) {
			blocks = append(blocks, c)
		}
	}
	return blocks
}

// column names the column of a year: of a survey also the year in which people were asked.
func column(s *indicator.Series, y model.Year) string {
	if s.Indicator.Shape == indicator.Survey {
		return words.SurveyYear(y)
	}
	return y.String()
}
