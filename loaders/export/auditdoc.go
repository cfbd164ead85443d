package export

import (
	"fmt"
	"maps"

	"wres/model/audit/finding"
	"wres/model/report"
	"wres/model/report/audited"
)

const auditSchema = "wres-audit/1"

// auditDoc is the schema wres-audit/1. Lists that are empty are written as such.
type auditDoc struct {
	Schema      string           `json:"schema"`
	Source      string           `json:"source"`
	Read        auditReadDoc     `json:"read"`
	Columns     []auditColumnDoc `json:"columns"`
	Respondents []respondentsDoc `json:"respondents"`
	Findings    []misprintDoc    `json:"findings"`
}

type auditReadDoc struct {
	Figures     int         `json:"figures"`
	InTables    int         `json:"in_tables"`
	InSentences int         `json:"in_sentences"`
	Unread      []unreadDoc `json:"unread"`
}

type unreadDoc struct {
	Line *int   `json:"line"`
	Text string `json:"text"`
}

type auditColumnDoc struct {
	Year       int            `json:"year"`
	Indicator  string         `json:"indicator"`
	Source     string         `json:"source"`
	Line       *int           `json:"line"`
	Consistent bool           `json:"consistent"`
	Solutions  *int           `json:"solutions"` // null: too many to list
	Hidden     map[string]int `json:"hidden"`
	Repairs    []repairDoc    `json:"repairs"`
}

type repairDoc struct {
	Figures   []string `json:"figures"`
	Values    []string `json:"values"`
	Solutions int      `json:"solutions"`
}

type respondentsDoc struct {
	Year     int         `json:"year"`
	Group    string      `json:"group"`
	Windows  []windowDoc `json:"windows"`
	Probable bool        `json:"probable"`
}

type windowDoc struct {
	Width  int               `json:"width"`
	Counts map[string]string `json:"counts"`
}

type misprintDoc struct {
	ID          string `json:"id"`
	Kind        string `json:"kind"`
	Severity    string `json:"severity"`
	Line        *int   `json:"line"`
	Where       string `json:"where"`
	Year        *int   `json:"year"`
	Indicator   string `json:"indicator"`
	Group       string `json:"group"`
	Figure      string `json:"figure"`
	Part        string `json:"part"`
	Printed     string `json:"printed"`
	Computed    string `json:"computed"`
	Explanation string `json:"explanation"`
}

func auditOf(p audited.Page, s report.Safe) auditDoc {
	r := p.Result
	doc := auditDoc{Schema: auditSchema, Source: s.Line(r.Source), Columns: []auditColumnDoc{}, Respondents: []respondentsDoc{}, Findings: []misprintDoc{},
		Read: auditReadDoc{Figures: r.Read.Figures, InTables: r.Read.InTables, InSentences: r.Read.InSentences, Unread: []unreadDoc{}}}
	for _, u := range r.Read.Unread {
		doc.Read.Unread = append(doc.Read.Unread, unreadDoc{placed(u.Line), s.Line(u.Text)})
	}
	for _, c := range r.Columns {
		doc.Columns = append(doc.Columns, auditColumnOf(c, s))
	}
	for _, of := range r.Respondents {
		d := respondentsDoc{Year: int(of.Year), Group: s.Line(of.Group), Windows: []windowDoc{}, Probable: true}
		for _, w := range of.Windows {
			counts := map[string]string{}
			for _, a := range w.Counts {
				counts[a.Indicator] = fmt.Sprintf("%d/%d", a.N, a.Of)
			}
			d.Windows = append(d.Windows, windowDoc{w.Width, counts})
		}
		doc.Respondents = append(doc.Respondents, d)
	}
	for i, f := range r.Findings {
		doc.Findings = append(doc.Findings, misprintDoc{
			fmt.Sprintf("F%d", i+1), string(f.Kind), string(f.Severity), placed(f.Line), s.Line(f.Where), placed(int(f.At.Year)),
			s.Line(f.At.Indicator), s.Line(f.At.Group), s.Line(f.At.Figure), s.Line(f.At.Part),
			s.Line(f.Printed), s.Line(f.Computed), s.Line(f.Says)})
	}
	return doc
}

func auditColumnOf(c finding.Column, s report.Safe) auditColumnDoc {
	d := auditColumnDoc{Year: int(c.Year), Indicator: s.Line(c.Indicator), Source: s.Line(c.Source), Line: placed(c.Line),
		Consistent: c.Consistent, Hidden: map[string]int{}, Repairs: []repairDoc{}}
	if !c.Many {
		d.Solutions = &c.Solutions
	}
	maps.Copy(d.Hidden, c.Hidden)
	for _, r := range c.Repairs {
		d.Repairs = append(d.Repairs, repairDoc{s.All(r.Figures), s.All(r.Values), r.Solutions})
	}
	return d
}
