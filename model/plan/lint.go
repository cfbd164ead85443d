package plan

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan/due"
	"wres/model/plan/spelling"
	"wres/model/plan/target"
	"wres/model/words"
)

// Finding is advice on an action, or on the plan where ID is "". It never stands in
// the way of anything.
type Finding struct {
	Rule      string // its name in Rules
	ID        string // of the action
	Number    string // of the action
	Indicator string // of a rule on the plan
	Column    string // the field that it is about
	Message   string // what is missing and why it matters, as a sentence
}

// Rule is one thing that Lint looks for.
type Rule struct {
	Name   string
	Column string // the field it is about
	Advice string // a sentence: what is wrong, and what to write

	broken func(Action, *lint) bool
}

// lint is what rules may look at beyond the action.
type lint struct {
	today time.Time
	leads map[string]bool // folded
}

// GapRule names the one rule that looks at the whole plan.
const GapRule = "gap without action"

// Rules gives the rules for an action, in the order that a form has its fields. The
// table is made afresh at each call.
func Rules() []Rule {
	return []Rule{
		{"no action", "action", "It does not say what will be done: begin with a verb.",
			func(a Action, _ *lint) bool { return blank(a.Text) }},
		{"no indicator", "indicators", "It names no WRES indicator, so no figure can show whether it worked.",
			func(a Action, _ *lint) bool { return len(a.IndicatorIDs()) == 0 }},
		{"no such indicator", "indicators", "It names an indicator that the standard does not have: they are " + words.IndicatorNumbers() + ".", unknownIndicator},
		{"no measure", "measure", "It has no measure: name the figure that will show whether it worked, and where it comes from.",
			func(a Action, _ *lint) bool { return blank(a.Measure) }},
		{"no baseline", "baseline", "It has no baseline: write where the measure stands now, with its year, or nobody can tell what changed.",
			func(a Action, _ *lint) bool { return blank(a.Baseline) && len(a.EvidenceFigures()) == 0 }},
		{"no target", "target", "It has no target: write the figure to be reached.",
			func(a Action, _ *lint) bool { return blank(a.Target) }},
		{"target without a figure", "target", "Its target cannot be measured: write a figure such as 1.25, 20%, at most 10 points or parity.",
			func(a Action, _ *lint) bool { _, err := target.Parse(a.Target); return !blank(a.Target) && err != nil }},
		{"no deadline", "deadline", "It has no deadline: write a day, or at least a month.",
			func(a Action, _ *lint) bool { return blank(a.Deadline) }},
		{"ongoing", "deadline", "It is ongoing, so it never has to be finished: give it a day on which you look at what came of it.",
			func(a Action, _ *lint) bool {
				return !blank(a.Deadline) && !a.Due().HasDate() && due.IsOngoing(a.Deadline)
			}},
		{"deadline without a day", "deadline", "Its deadline names no day that the program can read: write one such as 31/03/2027 or March 2027.",
			func(a Action, _ *lint) bool {
				return !blank(a.Deadline) && !a.Due().HasDate() && !due.IsOngoing(a.Deadline)
			}},
		{"overdue", "deadline", "Its deadline is past and it is not done: finish it, or give it a new day and note why.",
			func(a Action, l *lint) bool { return a.Overdue(l.today) }},
		{"no lead", "lead", "Nobody leads it: name one person or post.",
			func(a Action, _ *lint) bool { return blank(a.Lead) }},
		{"several leads", "lead", "It seems to have several leads, and what several lead nobody leads: name one and put the others under team.", severalLeads},
	}
}

// Gap is something that the figures of an indicator show clearly.
type Gap struct {
	Indicator string
	Bands     Bands      // that it is about; zero: the indicator as a whole
	Year      model.Year // of its last figures
	Sentence  string     // what they show
}

// Answered reports whether an open action is about it.
func (g Gap) Answered(actions []Action) bool {
	return slices.ContainsFunc(actions, func(a Action) bool { return !a.Closed() && a.Answers(g.Indicator, g.Bands) })
}

// what names what the gap is about.
func (g Gap) what() string {
	if g.Bands == (Bands{}) {
		return "indicator " + g.Indicator
	}
	return "indicator " + g.Indicator + ", " + g.Bands.Words()
}

// Lint looks the open actions of a plan over for what makes a plan weak, and the
// indicators with a clear gap for those that no open action serves. It gives advice
// in the order of the plan; an action that is closed needs none.
func Lint(p Plan, gaps []Gap, today time.Time) []Finding {
	var found []Finding
	l := &lint{today: today, leads: map[string]bool{}}
	for _, lead := range p.Leads() {
		l.leads[spelling.Fold(lead)] = true
	}
	rules := Rules()
	for _, action := range p.actions {
		if action.Closed() {
			continue
		}
		for _, rule := range rules {
			if rule.broken(action, l) {
				found = append(found, Finding{Rule: rule.Name, ID: action.ID, Number: action.Number, Column: rule.Column, Message: rule.Advice})
			}
		}
	}
	for _, gap := range gaps {
		if !gap.Answered(p.actions) {
			found = append(found, Finding{Rule: GapRule, Indicator: gap.Indicator, Column: "indicators",
				Message: fmt.Sprintf("No open action serves %s, where the difference is significant in %s. %s", gap.what(), gap.Year, gap.Sentence)})
		}
	}
	return found
}

// strengths are what makes an action strong, and the field of each.
var strengths = []struct{ name, column string }{
	{"lead", "lead"}, {"day", "deadline"}, {"measure", "measure"}, {"baseline", "baseline"}, {"target", "target"}, {"indicator", "indicators"},
}

// Strength names what makes an action strong, as far as it has it and as far as it lacks it.
// That its day is past, or that it has two leads for one, is advice and no lack.
func (a Action) Strength() (has, lacks []string) {
	broken := map[string]bool{}
	for _, rule := range Rules() {
		if rule.Name != "overdue" && rule.Name != "several leads" && rule.broken(a, &lint{}) {
			broken[rule.Column] = true
		}
	}
	for _, s := range strengths {
		if broken[s.column] {
			lacks = append(lacks, s.name)
		} else {
			has = append(has, s.name)
		}
	}
	return has, lacks
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }

func unknownIndicator(a Action, _ *lint) bool {
	return slices.ContainsFunc(a.IndicatorIDs(), func(id string) bool { return indicator.Lookup(id) == nil })
}

// severalLeads reports whether a lead reads as more than one. A slash, a semicolon,
// a plus sign or a new line parts leads. "And", "&" and a comma also stand within the
// name of a post or team: they count only between names of which one leads another
// action alone.
func severalLeads(a Action, l *lint) bool {
	if len(leadParts(a.Lead, leadMarks)) > 1 {
		return true
	}
	parts := leadParts(a.Lead, weakMarks)
	return len(parts) > 1 && slices.ContainsFunc(parts, func(part string) bool { return l.leads[spelling.Fold(part)] })
}

var (
	leadMarks = strings.NewReplacer(";", "\n", "+", "\n", "/", "\n")
	weakMarks = strings.NewReplacer(" and ", "\n", " & ", "\n", ",", "\n")
)

// leadParts gives the names between marks. Single letters are none: "n/a".
func leadParts(lead string, marks *strings.Replacer) []string {
	return slices.DeleteFunc(strings.Split(marks.Replace(lead), "\n"), func(part string) bool {
		return len([]rune(strings.TrimSpace(part))) < 2
	})
}
