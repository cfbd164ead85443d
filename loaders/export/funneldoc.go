package export

import (
	"wres/model/funnel"
	"wres/model/report"
	page "wres/model/report/funnel"
	"wres/model/stats"
)

const funnelSchema = "wres-funnel/1"

// funnelDoc is the schema wres-funnel/1: each headline figure of several organisations beside
// the whole of them. Shares are fractions. What is undefined is null, with its reason.
type (
	funnelDoc struct {
		Schema        string           `json:"schema"`
		View          string           `json:"view"`
		Year          int              `json:"year"`
		Organisations []string         `json:"organisations"`
		Charts        []funnelChartDoc `json:"charts"`
		Cautions      []string         `json:"cautions"`
	}
	funnelChartDoc struct {
		Indicator string           `json:"indicator"`
		Title     string           `json:"title"`
		Group     string           `json:"group"`
		Whole     funnelCountDoc   `json:"whole"`
		Points    []funnelPointDoc `json:"points"`
	}
	funnelCountDoc struct {
		Events shown[int]     `json:"events"`
		AtRisk shown[int]     `json:"at_risk"`
		Rate   shown[decimal] `json:"rate"`
	}
	funnelPointDoc struct {
		Organisation string `json:"organisation"`
		funnelCountDoc
		Lower95  *decimal `json:"lower_95"`
		Upper95  *decimal `json:"upper_95"`
		Lower998 *decimal `json:"lower_99_8"`
		Upper998 *decimal `json:"upper_99_8"`
		Position *string  `json:"position"`
		Reason   *string  `json:"reason"`
	}
)

func funnelOf(p page.Page, s report.Safe) funnelDoc {
	doc := funnelDoc{Schema: funnelSchema, View: "full", Year: int(p.Year), Charts: []funnelChartDoc{}, Cautions: p.Cautions()}
	if p.Publication {
		doc.View = "publication"
	}
	for _, name := range p.Members {
		doc.Organisations = append(doc.Organisations, s.Line(name))
	}
	for _, c := range p.Shown() {
		p0, known := c.Share()
		chart := funnelChartDoc{Indicator: c.Indicator.ID, Title: c.Indicator.Title, Group: c.Group.String(), Whole: funnelCount(c.Whole, p0, known, c.Hidden)}
		for i := range c.Points {
			chart.Points = append(chart.Points, funnelPoint(&c.Points[i], s))
		}
		doc.Charts = append(doc.Charts, chart)
	}
	return doc
}

func funnelCount(c stats.Count, rate float64, known, hidden bool) funnelCountDoc {
	if hidden || !known {
		return funnelCountDoc{shown[int]{nil, hidden}, shown[int]{nil, hidden}, shown[decimal]{nil, hidden}}
	}
	return funnelCountDoc{shown[int]{&c.Events, false}, shown[int]{&c.AtRisk, false}, shown[decimal]{decimalOf(&rate), false}}
}

func funnelPoint(p *funnel.Point, s report.Safe) funnelPointDoc {
	doc := funnelPointDoc{Organisation: s.Line(p.Organisation), funnelCountDoc: funnelCount(p.Count, p.Share, p.Lacks == funnel.None, p.Lacks == funnel.Hidden), Reason: filled(page.Reason(p))}
	if p.Lacks == funnel.None {
		position := p.Position.String()
		doc.Lower95, doc.Upper95, doc.Position = decimalOf(&p.Limits95[0]), decimalOf(&p.Limits95[1]), &position
		doc.Lower998, doc.Upper998 = decimalOf(&p.Limits998[0]), decimalOf(&p.Limits998[1])
	}
	return doc
}
