package export

import (
	"wres/model/findings"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/words/inview"
)

const briefSchema = "wres-brief/1"

// The schema wres-brief/1, and the parts of it that wres-summary/1 has too.
type (
	briefDoc struct {
		Schema       string          `json:"schema"`
		Organisation string          `json:"organisation"`
		View         string          `json:"view"`
		Year         int             `json:"year"`
		Example      bool            `json:"example"`
		Internal     bool            `json:"internal"` // it has counts that may identify someone
		KeyFindings  []keyFindingDoc `json:"key_findings"`
		Plan         outlookDoc      `json:"plan"`
		Errors       *int            `json:"errors"` // in the files; 'wres check --json' has them. Null in a publication view, of which they are no part
		Notices      *int            `json:"notices"`
		Disclosure   *disclosureDoc  `json:"disclosure"` // null in the full view; its marks are those of key_findings
	}
	keyFindingDoc struct {
		Kind        string     `json:"kind"`
		Indicator   string     `json:"indicator"`
		About       string     `json:"about"` // "2", "1/non-clinical/bands", "2/change": the same in each year
		Name        string     `json:"name"`
		Verdict     string     `json:"verdict"`
		Figure      *string    `json:"figure"`
		Sentence    string     `json:"sentence"`
		Needs       *string    `json:"needs"`
		Note        *string    `json:"note"`
		Values      []valueDoc `json:"values"`
		Actions     []string   `json:"actions"` // ids of those that serve the indicator
		OpenActions []string   `json:"open_actions"`
	}
	valueDoc struct {
		Year  int      `json:"year"`
		Text  string   `json:"text"`
		Value *decimal `json:"value"`
	}
	outlookDoc struct { // how the plan stands on the day
		Day     string   `json:"day"`
		Unread  *string  `json:"unread"` // why the plan could not be read
		Actions int      `json:"actions"`
		Done    int      `json:"done"`
		Late    []dueDoc `json:"late"`
		Soon    []dueDoc `json:"due_soon"`
		Days    int      `json:"due_soon_days"`
		Gaps    []string `json:"without_open_action"` // what they are about
	}
	dueDoc struct {
		ID       string `json:"id"`
		Number   string `json:"number"`
		Lead     string `json:"lead"`
		Deadline string `json:"deadline_date"`
		Due      string `json:"due"` // in words
	}
)

func briefOf(p report.Brief, s report.Safe) briefDoc {
	found := findings.Of(p.Results, p.Year(), p.Actions)
	doc := briefDoc{
		Schema: briefSchema, Organisation: s.Line(p.Results.Organisation), View: viewName(p.Results), Year: int(p.Year()), Example: p.Results.Example,
		Internal:    inview.Internal(p.Results, p.Year(), false) != "",
		KeyFindings: keyFindingsOf(found, s), Plan: planOf(p.Outlook, found, s),
	}
	if !p.Results.Publication {
		errors, notices := p.Report.Errors(), p.Report.Notices()
		doc.Errors, doc.Notices = &errors, &notices
	}
	doc.Disclosure = disclosureOf(p.Results, doc.KeyFindings)
	return doc
}

func keyFindingsOf(found []findings.Finding, s report.Safe) []keyFindingDoc {
	docs := []keyFindingDoc{}
	for _, f := range found {
		doc := keyFindingDoc{
			Kind: f.Kind.String(), Indicator: f.Indicator.ID, About: f.Key(), Name: s.Line(f.Name), Verdict: s.Line(f.Verdict),
			Figure: filled(s.Line(f.Figure)), Sentence: s.Line(f.Sentence), Needs: filled(s.Line(f.Needs)), Note: filled(s.Line(f.Note)),
			Values: []valueDoc{}, Actions: idsOf(f.Actions, s), OpenActions: idsOf(f.Open(), s),
		}
		for _, v := range f.Values {
			doc.Values = append(doc.Values, valueDoc{int(v.Year), s.Line(v.Text), decimalOf(v.Value)})
		}
		docs = append(docs, doc)
	}
	return docs
}

func idsOf(actions []plan.Action, s report.Safe) []string {
	ids := []string{}
	for _, a := range actions {
		ids = append(ids, s.Line(a.ID))
	}
	return ids
}

func planOf(o report.Outlook, found []findings.Finding, s report.Safe) outlookDoc {
	standing := findings.StandingOf(found, o.Actions, o.Today)
	dues := func(actions []plan.Action) []dueDoc {
		docs := []dueDoc{}
		for _, a := range actions {
			due := a.Due()
			docs = append(docs, dueDoc{s.Line(a.ID), s.Line(a.Number), s.Line(a.Lead), *dayText(due.Date), findings.Lateness(due, o.Today)})
		}
		return docs
	}
	doc := outlookDoc{
		Day: o.Today.Format("2006-01-02"), Unread: filled(s.Line(o.Unread)), Actions: standing.All, Done: standing.Done,
		Late: dues(standing.Late), Soon: dues(standing.Soon), Days: findings.SoonDays, Gaps: []string{},
	}
	for _, f := range standing.Gaps {
		doc.Gaps = append(doc.Gaps, f.Key())
	}
	return doc
}
