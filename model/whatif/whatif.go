// Package whatif says what a year's counts would have to be for a figure to be another:
// a figure and what it is compared with go in, steps with sentences come out. They are
// arithmetic on one year's counts and no forecast, and say so; every ratio that would come
// of it has its interval, and every number of vacancies the range that chance gives.
package whatif

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// InShort is the caveat where a number of an answer stands by itself.
const InShort = "Arithmetic on one year's counts, no forecast and no quota."

// caveat stands under every answer.
const caveat = "This is arithmetic on the counts of one year, to show how large the difference is. It is no forecast and no quota: another year has other people."

// Of says what it would take for the figure of an indicator as a whole; nothing where the
// counts do not say, or where it is no gain to have the event.
func Of(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure) []words.Step {
	return said(asked(w, r, ind, f))
}

// Level is the answer of Of to what it would take to be level, or as the whole is; the zero
// Answer where that is not said.
func Level(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure) Answer {
	return first(asked(w, r, ind, f))
}

// Answer says what it would take to reach a value. It is shown with InShort, or with the
// caveat of all answers.
type Answer struct {
	Needs string // "Level (1.00): 75 more appointments of BME applicants (126 of 371)."
	Then  string // the ratio that would come of it, with its interval; "": that is not said
}

// steps are the answers under their label, and what else is said.
type steps struct {
	label   string
	answers []Answer
	more    []words.Step
}

func asked(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure) steps {
	switch {
	case f == nil || f.State != model.Reported || f.Incomplete != nil || r.Settings.Rounded > 0: // one person more or less is lost in rounding
	case ind.Gain[0] != "":
		return gains(w, r, ind, f)
	case f.BoardRow(indicator.WholeBoard) != nil:
		return seats(w, f.BoardRow(indicator.WholeBoard))
	}
	return steps{}
}

func first(s steps) Answer {
	if len(s.answers) == 0 {
		return Answer{}
	}
	return s.answers[0]
}

// said puts steps into words, with the caveat under them.
func said(s steps) []words.Step {
	if len(s.answers) == 0 {
		return nil
	}
	var lines []string
	for _, a := range s.answers {
		lines = append(lines, strings.TrimSpace(a.Needs+" "+a.Then))
	}
	all := append([]words.Step{{Label: s.label, Lines: lines}}, s.more...)
	return append(all, words.Step{Label: "How to read this", Lines: []string{caveat}})
}

// Answers reports whether it is said of an indicator as a whole what it would take.
func Answers(ind *indicator.Indicator) bool {
	return ind.Gain[0] != "" || ind.Shape == indicator.Board
}

// goal is a value to be reached.
type goal struct {
	name  string // "as England, 2024"
	value float64
}

// gains says how many more appointments, or places, would bring the ratio to one value or
// another.
func gains(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure) steps {
	top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
	if top.Rate == nil || bottom.Rate == nil || *bottom.Events == 0 || *top.Events == 0 {
		return steps{}
	}
	a, b := stats.Count{Events: *top.Events, AtRisk: *top.AtRisk}, stats.Count{Events: *bottom.Events, AtRisk: *bottom.AtRisk}
	label := fmt.Sprintf("With the %s of %s", ind.People, f.Year)
	if top.Rate.Value <= bottom.Rate.Value {
		none := fmt.Sprintf("%s %s were no less likely, so none would be needed.", w.Labels.Sentence(ind.Reference), ind.People)
		return steps{label: label, answers: []Answer{{Needs: none}}}
	}
	goals := []goal{{"Level (1.00)", 1}, {"Inside the range that national reports call non-adverse (1.25)", indicator.FourFifthsUpper}}
	for _, b := range Latest(r, ind, f.Year) {
		goals = append(goals, goal{fmt.Sprintf("As %s in %s (%s)", b.Scope, b.Year, words.RatioText(b.Value)), b.Value})
	}
	of := steps{label: label}
	for _, g := range goals {
		of.answers = append(of.answers, gain(w, judge.For(r.Settings), ind, a, b, g))
	}
	return of
}

// Latest gives what an indicator can be compared with, of each scope the last up to a year.
func Latest(r *indicator.Results, ind *indicator.Indicator, y model.Year) []model.Benchmark {
	var all []model.Benchmark
	for _, f := range r.Indicator(ind.ID).Figures {
		for _, b := range f.Benchmarks {
			if f.Year > y || !ind.Shape.Measures(b) || b.Band != model.AnyBand {
				continue
			}
			b.Year = f.Year
			all = slices.DeleteFunc(all, func(old model.Benchmark) bool { return old.Scope == b.Scope })
			all = append(all, b)
		}
	}
	return all
}

// gain is the answer for one goal.
func gain(w words.Voice, rules judge.Rules, ind *indicator.Indicator, a, b stats.Count, g goal) Answer {
	extra, moved, err := stats.Parity(a, b, g.value)
	switch {
	case err != nil:
		return Answer{Needs: g.name + ": these counts do not say."}
	case extra <= 0:
		return Answer{Needs: g.name + alreadyThere}
	}
	of := func(n int, group model.Group) string {
		noun := ind.Gain[1]
		if n == 1 {
			noun = ind.Gain[0]
		}
		return fmt.Sprintf("%s more %s of %s %s", words.Thousands(n), noun, w.Labels.Label(group), ind.People)
	}
	s := fmt.Sprintf("%s: %s (%s of %s)", g.name, of(extra, ind.Reference), words.Thousands(b.Events+extra), words.Thousands(b.AtRisk))
	if moved > 0 {
		s += fmt.Sprintf(", or %s of the %s that went to %s %s", words.Thousands(moved), words.Thousands(a.Events), w.Labels.Label(ind.Compare), ind.People)
	}
	answer := Answer{Needs: s + "."}
	b.Events += extra
	if b.Events <= b.AtRisk {
		if then, _ := rules.Rates(a, b); then != nil && then.Ratio != nil {
			answer.Then = "The ratio would be " + words.RatioText(then.Ratio.Value)
			if limits := w.RatioInterval(then.Ratio); limits != "" {
				answer.Then += fmt.Sprintf(" (%s %s)", words.IntervalName(rules.Level), limits)
			}
			answer.Then += "."
		}
	}
	return answer
}

// alreadyThere stands behind the name of a goal that is reached.
const alreadyThere = ": it is there already."

// seats says how many members in place of others would bring the board to the workforce's
// share.
func seats(w words.Voice, row *indicator.BoardRow) steps {
	if row.Total == nil || *row.Total == 0 || row.Counts[model.BME] == nil || row.Workforce == nil {
		return steps{}
	}
	p := part{of: stats.Count{Events: *row.Counts[model.BME], AtRisk: *row.Total}, one: "member", many: "members", seats: "seats on the board", whole: "the workforce"}
	return p.steps(w, []goal{{"The share of the workforce (" + w.Percent(row.Workforce.Value) + ")", row.Workforce.Value}}, row.Workforce.Value, 2, 4, 8)
}

// OfBand says what it would take for a band, or bands together, to have the share of all
// staff, here or in England. name is what they are called: "band 8c".
func OfBand(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure, row *indicator.BandRow, name string) []words.Step {
	return said(askedOfBand(w, r, ind, f, row, name))
}

// LevelOfBand is the answer of OfBand to what it would take to have the share of all staff.
func LevelOfBand(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure, row *indicator.BandRow, name string) Answer {
	return first(askedOfBand(w, r, ind, f, row, name))
}

func askedOfBand(w words.Voice, r *indicator.Results, ind *indicator.Indicator, f *indicator.Figure, row *indicator.BandRow, name string) steps {
	all := f.Groups[model.BME].Rate
	if f.Incomplete != nil || r.Settings.Rounded > 0 || all == nil || row.Refused || row.Total == 0 || row.Counts[model.BME] == nil {
		return steps{}
	}
	goals := []goal{{"The share of all staff (" + w.Percent(all.Value) + ")", all.Value}}
	for _, b := range Latest(r, ind, f.Year) {
		goals = append(goals, goal{fmt.Sprintf("As %s in %s, all bands together (%s)", b.Scope, b.Year, w.Percent(b.Value)), b.Value})
	}
	p := part{of: stats.Count{Events: *row.Counts[model.BME], AtRisk: row.Total}, one: "member of staff", many: "staff", seats: "posts of " + name, whole: "all staff"}
	return p.steps(w, goals, all.Value, 5, 10, 20)
}

// part is a part of a whole whose people change one at a time.
type part struct {
	of        stats.Count // of the group, among all
	one, many string      // who they are
	seats     string      // what falls vacant
	whole     string      // what it is a part of
}

// steps answers the goals, and says what filling some seats in the whole's share gives.
func (p part) steps(w words.Voice, goals []goal, share float64, vacancies ...int) steps {
	of := steps{label: "In place of others"}
	for _, g := range goals {
		of.answers = append(of.answers, Answer{Needs: p.reach(w, g)})
	}
	var filled []string
	label := w.Labels.Label(model.BME)
	for _, n := range vacancies {
		if n > p.of.AtRisk {
			break // there are no more
		}
		least, most := p.chance(n, share, w.Level)
		filled = append(filled, fmt.Sprintf("Of the next %d %s that fall vacant, %s would be %s.", n, p.seats, between(least, most), label))
	}
	filled = append(filled, fmt.Sprintf("Each range holds in at least %.0f of 100 cases. No extract says how many fall vacant in a year.", w.Level*100))
	of.more = []words.Step{{Label: fmt.Sprintf("If those who come have the share of %s, %s", p.whole, w.Percent(share)), Lines: filled}}
	return of
}

// More is how many more of a group, in place of others, it takes for a part to have a share;
// 0 or below where it has.
func More(of stats.Count, share float64) int {
	return int(math.Ceil(share*float64(of.AtRisk)-1e-9)) - of.Events
}

// reach says how many more of the group it takes to reach a goal.
func (p part) reach(w words.Voice, g goal) string {
	need := More(p.of, g.value)
	if need <= 0 {
		return g.name + alreadyThere
	}
	noun := p.many
	if need == 1 {
		noun = p.one
	}
	then := p.of.Events + need
	return fmt.Sprintf("%s: %s more %s %s, which would be %s of %s (%s).", g.name, words.Thousands(need), w.Labels.Label(model.BME), noun,
		words.Thousands(then), words.Thousands(p.of.AtRisk), w.Percent(float64(then)/float64(p.of.AtRisk)))
}

// chance is how many of some seats chance would give the group, nearly always.
func (part) chance(n int, share, level float64) (least, most int) {
	tail := (1 - level) / 2
	least, _ = stats.BinomialQuantile(n, share, tail)
	most, _ = stats.BinomialQuantile(n, share, 1-tail)
	return least, most
}

func between(least, most int) string {
	switch {
	case least == most:
		return fmt.Sprint(least)
	case least == 0:
		return fmt.Sprintf("none to %d", most)
	}
	return fmt.Sprintf("%d to %d", least, most)
}
