package plan

import (
	"fmt"
	"slices"
)

// HighImpactAction is one of the six actions that the NHS equality, diversity and
// inclusion improvement plan asks of every organisation.
type HighImpactAction struct {
	Number int
	Name   string
	// Indicators are those that the plan itself measures the action by.
	Indicators []string
}

// HighImpactActions gives the six actions, in short. Source: NHS England, NHS
// equality, diversity and inclusion improvement plan, 8 June 2023, and the
// measures published with it.
func HighImpactActions() []HighImpactAction {
	return []HighImpactAction{
		{1, "Measurable EDI objectives for chairs, chief executives and board members", nil},
		{2, "Fair recruitment and talent management", []string{"1", "2", "7"}},
		{3, "Remove pay gaps", nil},
		{4, "Address health inequalities in the workforce", nil},
		{5, "Induction and development for internationally recruited staff", nil},
		{6, "End bullying, discrimination, harassment and violence at work", []string{"6", "8"}},
	}
}

// highImpactChoices offers each action as its number and name.
func highImpactChoices() []string {
	var choices []string
	for _, h := range HighImpactActions() {
		choices = append(choices, h.String())
	}
	return choices
}

// String gives the number and the name, as a form offers it.
func (h HighImpactAction) String() string { return fmt.Sprintf("%d %s", h.Number, h.Name) }

// HighImpactServed gives the high-impact actions that the action names: "2",
// "HIA 2; 6" and the words of a choice alike. Numbers that are none of the six
// are passed over.
func (a Action) HighImpactServed() []HighImpactAction {
	var served []HighImpactAction
	for _, token := range indicatorTokens(a.HighImpact) {
		_, n := indicatorID(token)
		for _, h := range HighImpactActions() {
			if h.Number == n && !slices.ContainsFunc(served, func(s HighImpactAction) bool { return s.Number == n }) {
				served = append(served, h)
			}
		}
	}
	return served
}
