package yearly

import (
	"slices"

	"wres/model/report"
)

// Excerpt is what the report of a year says of one indicator, to be put into another paper.
type Excerpt struct {
	Report
	Indicator string // its id
}

// Kind is report.ExcerptPage.
func (Excerpt) Kind() report.Kind { return report.ExcerptPage }

// Blocks gives the organisation, the year and the view, the results of the indicator, and what
// the signs mean.
func (e Excerpt) Blocks(s report.Safe) []report.Block {
	m := newMaker(e.Report, s)
	blocks := title(m)
	blocks[0] = report.Heading{Level: 1, Text: "Workforce Race Equality Standard " + m.Year().String()}
	for i := range m.Results.Series {
		if of := &m.Results.Series[i]; of.Indicator.ID == e.Indicator {
			blocks = append(blocks, raised(m.indicator(of))...)
			blocks = append(blocks, forms[of.Indicator.Shape].apart(m)...)
		}
	}
	return slices.Concat(blocks, []report.Block{report.Heading{Level: 2, Text: "Signs and short words", ID: "signs"}}, signs(m))
}

// raised gives blocks with headings a level up, as that of the results is not there.
func raised(blocks []report.Block) []report.Block {
	for i := range blocks {
		if h, is := blocks[i].(report.Heading); is {
			h.Level--
			blocks[i] = h
		}
	}
	return blocks
}
