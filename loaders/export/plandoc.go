package export

import (
	"time"

	"wres/model/plan"
	"wres/model/report"
)

const (
	actionsSchema = "wres-plan/1"
	adviceSchema  = "wres-plan-lint/1"
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
	Year  int     `json:"year"`
	Of    string  `json:"of"`
	Value decimal `json:"value"`
	limitsDoc
}

func actionsOf(p report.Actions, s report.Safe) planDoc {
	doc := planDoc{Schema: actionsSchema, Actions: []actionDoc{}, Problems: problemsOf(p.Problems, s)}
	if p.Results != nil {
		doc.Organisation = s.Line(p.Results.Organisation)
	}
	for _, a := range p.Chosen {
		doc.Actions = append(doc.Actions, actionOf(a, p, s))
	}
	return doc
}

func actionOf(a plan.Action, p report.Actions, s report.Safe) actionDoc {
	doc := actionDoc{
		Fields: map[string]string{}, Further: []furtherDoc{}, Indicators: append([]string{}, a.IndicatorIDs()...), HighImpact: []int{},
		DeadlineDate: dayText(a.Due().Date), Overdue: a.Overdue(p.Today), Done: a.Done(), Closed: a.Closed(),
		Notes: []noteDoc{}, Against: []progressDoc{},
	}
	for _, field := range plan.Fields() {
		doc.Fields[field.Column] = s.Lines(field.Value(a))
	}
	for name, cell := range p.Plan.Further(a) {
		doc.Further = append(doc.Further, furtherDoc{s.Line(name), s.Lines(cell)})
	}
	for _, h := range a.HighImpactServed() {
		doc.HighImpact = append(doc.HighImpact, h.Number)
	}
	for _, n := range a.Notes() {
		doc.Notes = append(doc.Notes, noteDoc{dayText(n.Date), s.Lines(n.Text)})
	}
	if p.Results != nil {
		for _, progress := range plan.ProgressOf(a, p.Results) {
			doc.Against = append(doc.Against, progressDoc{progress.Indicator, progress.State.Data(), s.Line(progress.Reason), evidenceOf(progress.Baseline), evidenceOf(progress.Now)})
		}
	}
	return doc
}

func evidenceOf(e *plan.Evidence) *evidenceDoc {
	if e == nil {
		return nil
	}
	return &evidenceDoc{int(e.Year), string(e.Of), decimal(e.Value), ends(e.Interval)}
}

// dayText writes a day as YYYY-MM-DD, or null where there is none.
func dayText(day time.Time) *string {
	if day.IsZero() {
		return nil
	}
	text := day.Format(time.DateOnly)
	return &text
}

// adviceDoc is the schema wres-plan-lint/1.
type adviceDoc struct {
	Schema   string       `json:"schema"`
	Findings []findingDoc `json:"findings"`
}

type findingDoc struct {
	Rule      string  `json:"rule"`
	ID        *string `json:"id"` // null: it is about the plan
	Number    *string `json:"number"`
	Indicator *string `json:"indicator"`
	Column    string  `json:"column"`
	Message   string  `json:"message"`
}

func adviceOf(a report.Advice, s report.Safe) adviceDoc {
	doc := adviceDoc{Schema: adviceSchema, Findings: []findingDoc{}}
	for _, f := range a.Found {
		doc.Findings = append(doc.Findings, findingDoc{f.Rule, filled(s.Line(f.ID)), filled(s.Line(f.Number)), filled(f.Indicator), f.Column, s.Line(f.Message)})
	}
	return doc
}
