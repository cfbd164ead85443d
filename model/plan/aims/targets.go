package aims

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/target"
	"wres/model/stats"
	"wres/model/whatif"
	"wres/model/words"
)

// latest gives what an indicator's headline can be compared with, of each scope the last up
// to a year, England first.
func latest(r *indicator.Results, ind *indicator.Indicator, y model.Year) []model.Benchmark {
	all := whatif.Latest(r, ind, y)
	slices.SortStableFunc(all, func(a, b model.Benchmark) int {
		switch england := func(b model.Benchmark) bool { return strings.HasPrefix(b.Scope, "England") }; {
		case england(a) == england(b):
			return 0
		case england(a):
			return -1
		}
		return 1
	})
	return all
}

// Targets lists what an action can aim at from here, each as target.Parse reads it, what
// is asked for most often first. What is reached already is none, if anything is not.
func (s Start) Targets() []string {
	switch {
	case !s.Known():
		return nil
	case s.Of.Ratio():
		return s.ratios()
	case s.Of.Gap():
		return s.gaps()
	}
	return s.shares()
}

func (s Start) ratios() []string {
	upper, lower := words.RatioText(indicator.FourFifthsUpper), words.RatioText(indicator.FourFifthsLower)
	var targets []string
	switch {
	case s.Value > indicator.FourFifthsUpper:
		targets = append(targets, "at most "+upper)
		for _, b := range s.benchmarks {
			if b.Value > 1 && b.Value < s.Value {
				targets = append(targets, fmt.Sprintf("at most %s (%s)", words.RatioText(b.Value), scope(b)))
			}
		}
	case s.Value < indicator.FourFifthsLower:
		targets = append(targets, "at least "+lower)
	default:
		targets = append(targets, lower+" to "+upper)
	}
	return append(targets, "parity (1.00)")
}

func (s Start) gaps() []string {
	points := func(v float64) string { return words.PointsNumber(v, max(s.voice.Decimals, 1)) + " points" }
	targets := []string{"parity (no gap)"}
	if half := points(s.distance() / 2); s.distance() > 0 && half != points(0) {
		targets = append(targets, "at most "+half+" (half of now)")
	}
	for _, b := range s.benchmarks {
		if b.Measure == model.Difference && b.Value*s.Value > 0 && b.Value*b.Value < s.Value*s.Value {
			targets = append(targets, fmt.Sprintf("at most %s (%s)", points(max(b.Value, -b.Value)), scope(b)))
		}
	}
	return targets
}

func (s Start) shares() []string {
	var targets []string
	add := func(share float64, of string) {
		if share > s.Value {
			targets = append(targets, fmt.Sprintf("at least %s (%s)", s.voice.Percent(share), of))
		}
	}
	every := ""
	if s.Bands != (plan.Bands{}) {
		every = ", all bands"
		if s.whole != nil {
			add(*s.whole, "all staff")
		}
	}
	for _, b := range s.benchmarks {
		add(b.Value, scope(b)+every)
	}
	if len(targets) == 0 {
		w := s.voice
		w.Decimals = max(w.Decimals, 1) // as a target is reckoned: 8.6% does not meet 9%
		return []string{fmt.Sprintf("at least %s (as now)", w.Percent(s.Value))}
	}
	return targets
}

// scope names whose benchmark it is, as it may stand in brackets.
func scope(b model.Benchmark) string {
	return strings.NewReplacer("(", "", ")", "").Replace(b.Scope) + ", " + b.Year.String()
}

// Means says what a target comes to in people at the counts of the figure: "is 50 more ED
// appointments of 371 shortlisted, at 2024's numbers". It is "" where that cannot be
// told: of a survey, of what it is no gain to have, of a target on the other side of the
// figure, and of counts that are rounded or hidden.
func (s Start) Means(text string) string {
	t, err := target.Parse(text)
	if err != nil || !s.Known() || !s.told {
		return ""
	}
	more, of, known := 0, "", false
	switch {
	case s.Of == indicator.WhiteOverBME && len(s.Sides) == 2 && s.counted(0, 1) && s.indicator.Gain[0] != "":
		more, of, known = s.gain(t)
	case s.Of == indicator.BMEShare && len(s.Sides) == 1 && s.counted(0):
		more, of, known = s.staff(t)
	case s.Of == indicator.BoardWorkforce && len(s.Sides) == 2 && s.counted(0):
		more, of, known = s.members(t)
	}
	switch {
	case !known:
		return ""
	case s.meets(t):
		return "is reached already, at " + s.Year.String() + "'s numbers"
	case more <= 0: // it lies on the other side of the figure: nobody more brings it there
		return ""
	}
	return fmt.Sprintf("is %s more %s %s, at %s's numbers", words.Thousands(more), s.voice.Labels.Short(model.BME), of, s.Year)
}

// meets reports whether a target is met by the figure itself, as the progress of an action
// reckons it.
func (s Start) meets(t target.Target) bool {
	if t.Bound == target.Parity {
		t = target.Target{Unit: target.Percent, Bound: target.Reach}
		if s.Of.Ratio() {
			t.Unit, t.Value = target.Number, 1
		}
	}
	return t.Met(s.Value, &s.Value)
}

// counted reports whether some of the shares are of people who were counted.
func (s Start) counted(sides ...int) bool {
	for _, i := range sides {
		if s.Sides[i].Published || s.Sides[i].AtRisk == 0 {
			return false
		}
	}
	return true
}

func count(side plan.Side) stats.Count { return stats.Count{Events: side.Events, AtRisk: side.AtRisk} }

// gain is what brings a ratio of White over BME down to a target.
func (s Start) gain(t target.Target) (more int, of string, known bool) {
	value := t.Value
	switch {
	case t.Bound == target.Parity:
		value = 1
	case t.Unit != target.Number:
		return 0, "", false
	case t.Bound == target.Between:
		value = t.Upper
	case t.Bound == target.AtLeast || t.Bound == target.Above:
		return 0, "", false
	}
	top, bottom := count(s.Sides[0]), count(s.Sides[1])
	more, _, err := stats.Parity(top, bottom, value)
	if err != nil || bottom.Events == 0 {
		return 0, "", false
	}
	if then := bottom.Events + more; t.Bound == target.Below &&
		float64(top.Events)*float64(bottom.AtRisk) >= value*float64(top.AtRisk)*float64(then) {
		more++ // it lies on the target, and should lie below it
	}
	counted := s.indicator.People
	if s.indicator.Counts.Shares {
		counted = s.indicator.Counts.AtRisk
	}
	noun := s.indicator.Gain[1]
	if more == 1 {
		noun = s.indicator.Gain[0]
	}
	return more, fmt.Sprintf("%s of %s %s", noun, words.Thousands(bottom.AtRisk), counted), bottom.Events+more <= bottom.AtRisk
}

// staff is what brings a share of staff up to a target.
func (s Start) staff(t target.Target) (more int, of string, known bool) {
	if t.Unit != target.Percent || t.Bound == target.AtMost || t.Bound == target.Below {
		return 0, "", false
	}
	part := count(s.Sides[0])
	more = whatif.More(part, t.Value)
	return more, fmt.Sprintf("staff of %s in place of others", words.Thousands(part.AtRisk)), part.Events+more <= part.AtRisk
}

// members is what brings the board's share up to that of the workforce, or so many points
// below it.
func (s Start) members(t target.Target) (more int, of string, known bool) {
	workforce := s.Sides[1].Share
	if !s.Sides[1].Published {
		workforce = float64(s.Sides[1].Events) / float64(max(s.Sides[1].AtRisk, 1))
	}
	switch {
	case s.Value >= 0:
		return 0, "", false
	case t.Bound == target.Parity:
	case t.Unit == target.Points && t.Bound != target.AtLeast && t.Bound != target.Above && t.Bound != target.Between:
		workforce -= max(t.Value, -t.Value)
	default:
		return 0, "", false
	}
	board := count(s.Sides[0])
	more = whatif.More(board, workforce)
	noun := "members"
	if more == 1 {
		noun = "member"
	}
	return more, fmt.Sprintf("%s of %s in place of others", noun, words.Thousands(board.AtRisk)), board.Events+more <= board.AtRisk
}
