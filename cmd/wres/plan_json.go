package main

import (
	"time"

	"wres/model/indicator"
	"wres/model/plan"
)

// planDoc is the schema wres-plan/1.
type planDoc struct {
	Schema       string       `json:"schema"`
	Organisation string       `json:"organisation"`
	Actions      []actionDoc  `json:"actions"`
	Problems     []problemDoc `json:"problems"`
}

// actionDoc is an action: its fields as they are written, under the names of the
// file's columns, and what they mean.
type actionDoc struct {
	Fields       map[string]string `json:"fields"`
	Further      []furtherDoc      `json:"further"`
	Indicators   []string          `json:"indicators"`
	HighImpact   []int             `json:"high_impact_actions"`
	DeadlineDate *string           `json:"deadline_date"`
	Overdue      bool              `json:"overdue"`
	Done         bool              `json:"done"`
	Closed       bool              `json:"closed"`
	Notes        []noteDoc         `json:"notes"`
	Against      []progressDoc     `json:"against"` // empty where there are no figures
}

// furtherDoc is a cell of a column of the user's own, whose name may stand twice.
type furtherDoc struct {
	Column string `json:"column"`
	Text   string `json:"text"`
}

type noteDoc struct {
	Date *string `json:"date"`
	Text string  `json:"text"`
}

// progressDoc says what became of a figure that an action answers. Values are
// ratios and fractions, as everywhere in JSON.
type progressDoc struct {
	Indicator string       `json:"indicator"`
	State     string       `json:"state"`
	Reason    string       `json:"reason"`
	Baseline  *evidenceDoc `json:"baseline"`
	Now       *evidenceDoc `json:"now"`
}

type evidenceDoc struct {
	Year  int      `json:"year"`
	Of    string   `json:"of"`
	Value float64  `json:"value"`
	Lower *float64 `json:"lower"`
	Upper *float64 `json:"upper"`
}

func planJSON(b *book, actions []plan.Action, results *indicator.Results, today time.Time) planDoc {
	doc := planDoc{Schema: "wres-plan/1", Actions: []actionDoc{}, Problems: []problemDoc{}}
	if results != nil {
		doc.Organisation = clean(results.Organisation)
	}
	for _, a := range actions {
		doc.Actions = append(doc.Actions, actionOf(a, b.plan.ExtraColumns(), results, today))
	}
	for _, p := range b.file.Problems() {
		doc.Problems = append(doc.Problems, problemOf(p))
	}
	return doc
}

func actionOf(a plan.Action, further []string, results *indicator.Results, today time.Time) actionDoc {
	doc := actionDoc{
		Fields: map[string]string{}, Further: []furtherDoc{}, Indicators: append([]string{}, a.IndicatorIDs()...), HighImpact: []int{},
		DeadlineDate: dayText(a.Due().Date), Overdue: a.Overdue(today), Done: a.Done(), Closed: a.Closed(),
		Notes: []noteDoc{}, Against: []progressDoc{},
	}
	for _, field := range plan.Fields() {
		doc.Fields[field.Column] = cleanLines(field.Value(a))
	}
	for i, cell := range a.Extra {
		name := ""
		if i < len(further) {
			name = clean(further[i])
		}
		doc.Further = append(doc.Further, furtherDoc{name, cleanLines(cell)})
	}
	for _, h := range a.HighImpactServed() {
		doc.HighImpact = append(doc.HighImpact, h.Number)
	}
	for _, n := range a.Notes() {
		doc.Notes = append(doc.Notes, noteDoc{dayText(n.Date), cleanLines(n.Text)})
	}
	if results != nil {
		for _, p := range plan.ProgressOf(a, results) {
			doc.Against = append(doc.Against, progressDoc{p.Indicator, string(p.State), clean(p.Reason), evidenceOf(p.Baseline), evidenceOf(p.Now)})
		}
	}
	return doc
}

func evidenceOf(e *plan.Evidence) *evidenceDoc {
	if e == nil {
		return nil
	}
	doc := &evidenceDoc{Year: int(e.Year), Of: string(e.Of), Value: e.Value}
	if i := e.Interval; i != nil {
		doc.Lower = &i.Lower
		if !i.NoUpper {
			doc.Upper = &i.Upper
		}
	}
	return doc
}

// dayText writes a day as YYYY-MM-DD, or null where there is none.
func dayText(day time.Time) *string {
	if day.IsZero() {
		return nil
	}
	text := day.Format(time.DateOnly)
	return &text
}
