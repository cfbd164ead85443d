package yearly

import (
	"fmt"
	"strings"

	"wres/model/indicator"
	"wres/model/report"
)

// OwnPart is a part of the report that the organisation may write itself.
type OwnPart struct {
	Name string // "introduction", "indicator-2"
	Asks string // what belongs there, and what stands there without it
	Only bool   // nothing stands there without it
}

// About gives the ID of the indicator that a part is about; nil: it is about none alone.
func (p OwnPart) About() []string {
	id, is := strings.CutPrefix(p.Name, "indicator-")
	if !is {
		return nil
	}
	return []string{id}
}

// OwnParts lists those parts in the order of the report.
func OwnParts() []OwnPart {
	all := []OwnPart{
		{Name: "introduction", Asks: "Why your organisation reports, and for whom.\nWithout this text a short neutral one stands there."},
		{Name: "ethnicity", Asks: "The words that your organisation uses for ethnic groups, and why.\nThe definitions of the standard stand behind it."},
		{Name: "data-sources", Asks: "What is to be known of your sources: systems, gaps, what changed since last year.\nThe table of sources and dates stands behind it."},
		{Name: "findings", Asks: "What your organisation makes of the key findings.\nThey stand before it."},
		{Name: "actions", Asks: "How the action plan came about: who was heard, and who agreed to it.\nThe table of actions stands behind it."},
	}
	for _, ind := range indicator.Catalogue() {
		all = append(all, OwnPart{Name: "indicator-" + ind.ID, Asks: "What your organisation says of indicator " + ind.ID + ":\n" + ind.Title + ".\nIt stands behind the figures: what lies behind them, and what was done."})
	}
	return append(all,
		OwnPart{Name: "governance", Only: true, Asks: "Who watches over the plan, and when: groups, committees, the board.\nWithout this text the report has no such part."},
		OwnPart{Name: "conclusion", Only: true, Asks: "What your organisation concludes.\nWithout this text the report has no such part."},
		OwnPart{Name: "contact", Only: true, Asks: "Where readers can turn to.\nWithout this text the report has no such part."},
	)
}

// deepest is the last level of heading that every form has.
const deepest = 6

// ownPart is a part in which only the organisation can speak.
func ownPart(name string) func(*maker) []report.Block {
	return func(m *maker) []report.Block { return m.own(name, 3) }
}

// own gives what the organisation wrote under a name, made safe, with its headings from a
// level on; nil where it wrote nothing.
func (m *maker) own(name string, level int) []report.Block {
	var all []report.Block
	for i, b := range m.Own[name] {
		switch b := b.(type) {
		case report.Heading:
			all = append(all, report.Heading{Level: min(b.Level+level-1, deepest), Text: m.safe.Line(b.Text)})
		case report.Paragraph:
			all = append(all, m.runs(b))
		case report.Points:
			points := make(report.Points, len(b))
			for i, p := range b {
				points[i] = report.Point{Depth: p.Depth, Number: p.Number, Runs: m.runs(p.Runs)}
			}
			all = append(all, points)
		case report.Table:
			all = append(all, m.ownTable(b, name, i))
		}
	}
	return all
}

func (m *maker) runs(p report.Paragraph) report.Paragraph {
	safe := make(report.Paragraph, len(p))
	for i, r := range p {
		r.Text, r.Link = m.safeInside(r.Text), m.safe.Line(r.Link)
		safe[i] = r
	}
	return safe
}

// safeInside makes a text safe and keeps the spaces at its ends, which part it from its
// neighbours.
func (m *maker) safeInside(text string) string {
	if text == " " {
		return text
	}
	return spaceAt(text, 0) + m.safe.Line(text) + spaceAt(text, len(text)-1)
}

func spaceAt(text string, at int) string {
	if len(text) > 1 && (text[at] == ' ' || text[at] == '\n') {
		return " "
	}
	return ""
}

// ownTable names a table by its place, so that what lists all tables can tell it.
func (m *maker) ownTable(t report.Table, name string, place int) report.Table {
	safe := report.Table{ID: fmt.Sprintf("own-%s-%d", name, place+1), Titled: min(t.Titled, 1)}
	for _, c := range t.Columns {
		c.Name = m.safe.Line(c.Name)
		safe.Columns = append(safe.Columns, c)
	}
	for _, row := range t.Rows {
		var texts []string
		for _, c := range row.Cells {
			texts = append(texts, m.safe.Line(c.Text))
		}
		safe.Rows = append(safe.Rows, report.Row{Title: texts[0], Cells: report.Texts(texts...)})
	}
	return safe
}
