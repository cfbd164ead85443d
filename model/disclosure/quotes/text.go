package quotes

import (
	"maps"
	"slices"

	"wres/model"
	"wres/model/plan"
)

// Text is a text of the organisation's own that outputs show.
type Text struct {
	File  string   // that it is from; "": none that has lines
	Line  int      // in the file, from 1
	What  string   // "the reason of indicator 3, 2024", "action A-0001, baseline"
	About []string // the IDs of the indicators that it is about; none: it does not say
	Text  string
	Goal  bool // it says what is aimed at: a percentage in it is no figure
}

// OfReturns lists the texts that stand in the extracts, of the years that are shown and in
// their order.
func OfReturns(o *model.Organisation, shown func(model.Year) bool) []Text {
	var all []Text
	for _, r := range o.Returns {
		if !shown(r.Year) {
			continue
		}
		year := r.Year.String()
		if r.WorkforceNote != "" {
			all = append(all, Text{What: "the note on the figures by pay band, " + year, About: []string{"1"}, Text: r.WorkforceNote})
		}
		for _, id := range slices.Sorted(maps.Keys(r.Statuses)) {
			s := r.Statuses[id]
			if s.Reason != "" {
				all = append(all, Text{s.File, s.Line, "the reason of indicator " + id + ", " + year, []string{id}, s.Reason, false})
			}
		}
	}
	return all
}

// OfPlan lists the texts of the actions of a plan that a file holds, in the order of the plan
// and of its columns.
func OfPlan(p plan.Plan, file string) []Text {
	var all []Text
	for _, a := range p.Actions() {
		add := func(column, text string) {
			if text != "" {
				all = append(all, Text{File: file, What: "action " + a.ID + ", " + column, About: a.IndicatorIDs(), Text: text, Goal: column == "target"})
			}
		}
		for _, f := range plan.Fields() {
			if !slices.Contains(notTexts, f.Column) {
				add(f.Column, f.Value(a))
			}
		}
		for column, text := range p.Further(a) {
			add(column, text)
		}
	}
	return all
}

// notTexts are the columns of a plan that hold numbers, days and names.
var notTexts = []string{"id", "number", "indicators", "deadline", "lead", "status", "updated", "evidence", "team", "high_impact"}
