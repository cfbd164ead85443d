package report

import "wres/model/plan"

// Page is one thing to show, in whatever form.
type Page interface {
	Kind() Kind
}

// Worded is a page that people read.
type Worded interface {
	Page
	// Blocks gives the page in words. What others wrote is made safe by s.
	Blocks(s Safe) []Block
}

// Kind names a page.
type Kind string

// The pages.
const (
	SummaryPage     Kind = "summary"
	BriefPage       Kind = "brief"
	CheckPage       Kind = "check"
	AuditPage       Kind = "audit" // whether printed figures agree, of model/report/audited
	ComparisonPage  Kind = "comparison"
	ComparisonsPage Kind = "comparisons"
	ActionsPage     Kind = "actions"
	AdvicePage      Kind = "advice"
	PlanPage        Kind = "plan"
	YearPage        Kind = "report"  // the year's report and action plan, of model/report/yearly
	ExcerptPage     Kind = "excerpt" // what it says of one indicator
	FunnelPage      Kind = "funnel"  // several organisations beside the whole, of model/report/funnel
	ReturnPage      Kind = "return"  // the national return as data items, of model/report/nationalreturn
)

// Safe makes text of others safe to show: what would act on a terminal is a visible
// mark. Line makes one line of it, Lines keeps its line breaks.
type Safe struct {
	Line, Lines func(string) string
}

// OneLine makes one safe line of a text that may be written over several.
func (s Safe) OneLine(text string) string { return s.Line(plan.OneLine(text)) }

// All makes one safe line of each text.
func (s Safe) All(texts []string) []string {
	safe := make([]string, len(texts))
	for i, text := range texts {
		safe[i] = s.Line(text)
	}
	return safe
}
