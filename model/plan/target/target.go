// Package target reads the targets of actions: what people write goes in, and what figure it
// asks for comes out, or why it cannot be measured.
package target

import (
	"cmp"
	"errors"
	"math"
	"strconv"
	"strings"
	"sync"

	"wres/model/pattern"
	"wres/model/plan/spelling"
)

// Unit is what a target is counted in.
type Unit string

// The units. A target of parity holds in each.
const (
	Number  Unit = "number" // of a ratio
	Percent Unit = "percent"
	Points  Unit = "points"
	AnyUnit Unit = ""
)

// Bound says on which side of a target its figure should be.
type Bound string

// The bounds.
const (
	Reach   Bound = "reach" // from the baseline's side, whichever that is
	AtMost  Bound = "at most"
	AtLeast Bound = "at least"
	Below   Bound = "below"
	Above   Bound = "above"
	Between Bound = "between"
	Parity  Bound = "parity" // no difference between the groups
)

// Target is a target as it was written, with what it asks for.
type Target struct {
	Text  string // as written, without spaces around it
	Unit  Unit
	Bound Bound
	// Value is what is to be reached, and Upper the other end of Between: a
	// fraction where Unit is Percent or Points. Both are 0 for Parity.
	Value, Upper float64
	decimals     int // of the number as written
}

// The reasons for which a target cannot be measured.
var (
	ErrNone     = errors.New("no target is written")
	errChange   = errors.New("it says how far to move and not where to: write the figure that is to be reached, such as 1.25, 20% or parity")
	errNoFigure = errors.New("no figure could be read in it: write one such as 1.25, below 1.25, 20%, at most 10 points or parity")
)

const (
	targetNumber = `([-−+]?[0-9]{1,6}(?:\.[0-9]{1,9})?)`
	unitWord     = `(%\s*points?|percentage points?|points?|pts?|ppt?s?|%|per ?cent|percent)`
	targetUnit   = `\s*` + unitWord + `?`
)

// The forms of a target, compiled when they are first asked for.
var (
	oneNumber = pattern.Of(`^(.*?)\s*` + targetNumber + targetUnit + `\s*(or .*|maximum|minimum|max|min)?$`)
	twoNumber = pattern.Of(`^(|between|within|from|from between)\s*` + targetNumber + targetUnit + `\s*(to|and|-|–)\s*` + targetNumber + targetUnit + `$`)
	remark    = pattern.Of(`\s*(\([^()]*\)|,(?:[^0-9].*)?|;.*|\b(by|in|from|for|during|before) (the )?(end|year|q[1-4]|[0-9]{4}|[0-9]{1,2}/|` +
		`(?:[0-9]{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*|\.)$`)
)

// leadsFrom finds the figure from which a target leads: "from 2.45 to 1.25".
var leadsFrom = pattern.Of(`(?i)\b(from)\s+` + targetNumber + `(?:\s*` + unitWord + `)?`)

// WithStart gives a target with a mark in place of the figure from which it leads.
func WithStart(text, mark string) string {
	return leadsFrom().ReplaceAllString(text, "${1} "+mark)
}

// boundWords gives the bound for the words before a number.
var boundWords = sync.OnceValue(func() map[string]Bound {
	return map[string]Bound{
		"": Reach, "=": Reach, "reach": Reach, "to": Reach, "target": Reach, "ratio of": Reach, "a ratio of": Reach, "gap of": Reach, "a gap of": Reach,
		"<=": AtMost, "=<": AtMost, "≤": AtMost, "at most": AtMost, "no more than": AtMost, "not more than": AtMost, "up to": AtMost,
		"max": AtMost, "maximum": AtMost, "reduce to": AtMost, "down to": AtMost, "fall to": AtMost, "within": AtMost, "no higher than": AtMost,
		">=": AtLeast, "=>": AtLeast, "≥": AtLeast, "at least": AtLeast, "no less than": AtLeast, "not less than": AtLeast,
		"min": AtLeast, "minimum": AtLeast, "increase to": AtLeast, "raise to": AtLeast, "rise to": AtLeast, "no lower than": AtLeast,
		"<": Below, "below": Below, "under": Below, "less than": Below, "fewer than": Below, "lower than": Below, "reduce to below": Below, "reduce below": Below,
		">": Above, "above": Above, "over": Above, "more than": Above, "higher than": Above, "increase to above": Above, "greater than": Above,
	}
})

// boundSuffixes gives the bound for the words behind a number.
var boundSuffixes = sync.OnceValue(func() map[string]Bound {
	return map[string]Bound{
		"": Reach, "or better": Reach,
		"or less": AtMost, "or lower": AtMost, "or below": AtMost, "or under": AtMost, "or fewer": AtMost, "maximum": AtMost, "max": AtMost,
		"or more": AtLeast, "or higher": AtLeast, "or above": AtLeast, "or over": AtLeast, "minimum": AtLeast, "min": AtLeast,
	}
})

// parityWords mean that the groups should not differ.
var parityWords = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"parity": true, "equal": true, "equality": true, "equity": true, "no gap": true, "no difference": true, "zero gap": true,
		"equal likelihood": true, "reach parity": true, "at parity": true, "1:1": true,
	}
})

// Parse reads a target: "1.25", "below 1.25", "20%", "<= 10 points", "0.8 to
// 1.25", "from 2.45 to 1.25", "17.5% or more", "parity". What stands in brackets
// or names a date behind it is passed over. The error says why the target cannot
// be measured, and that is all it is: any words may stand in a plan.
func Parse(text string) (Target, error) {
	t := Target{Text: strings.TrimSpace(text)}
	rest := spelling.Fold(text)
	for before := ""; before != rest; {
		before, rest = rest, strings.TrimSpace(remark().ReplaceAllString(rest, ""))
	}
	switch {
	case t.Text == "":
		return t, ErrNone
	case parityWords()[rest]:
		t.Bound = Parity
		return t, nil
	}
	if m := twoNumber().FindStringSubmatch(rest); m != nil {
		return t.ofTwo(m[1], m[2:4], m[4], m[5:7])
	}
	m := oneNumber().FindStringSubmatch(rest)
	if m == nil {
		return t, errNoFigure
	}
	before, known := boundWords()[m[1]]
	after, knownAfter := boundSuffixes()[m[4]]
	switch {
	case strings.HasPrefix(m[2], "+"), strings.HasSuffix(m[1], "by"):
		return t, errChange
	case !known || !knownAfter || before != Reach && after != Reach:
		return t, errNoFigure
	}
	t.Bound = before
	if after != Reach {
		t.Bound = after
	}
	t.read(m[2], m[3])
	t.Value = t.scaled(m[2])
	return t, nil
}

// ofTwo reads a range, or a step from one figure to another.
func (t Target) ofTwo(word string, first []string, between string, second []string) (Target, error) {
	if strings.HasPrefix(first[0]+second[0], "+") || strings.HasPrefix(second[0], "+") {
		return t, errChange
	}
	unit := cmp.Or(first[1], second[1])
	t.read(first[0], unit)
	decimals := t.decimals
	t.read(second[0], unit)
	t.decimals = max(t.decimals, decimals)
	a, b := t.scaled(first[0]), t.scaled(second[0])
	if word == "from" && between == "to" {
		t.Value, t.Bound = b, AtMost
		if a < b {
			t.Bound = AtLeast
		}
		return t, nil
	}
	t.Bound, t.Value, t.Upper = Between, min(a, b), max(a, b)
	return t, nil
}

// read takes in a number's unit and decimals.
func (t *Target) read(number, unit string) {
	_, part, _ := strings.Cut(number, ".")
	t.decimals = len(part)
	switch {
	case unit == "":
		t.Unit = Number
	case unit == "%" || strings.HasPrefix(unit, "per") && !strings.Contains(unit, "point"):
		t.Unit = Percent
	default:
		t.Unit = Points
	}
}

// scaled gives a number in the target's unit.
func (t Target) scaled(number string) float64 {
	number = strings.ReplaceAll(number, "−", "-")
	if t.Unit != Number {
		number += "e-2"
	}
	v, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0 // the pattern leaves no number that could not be read
	}
	return v
}

// Met reports whether a value reaches the target. Baseline says from which side,
// where the target leaves that open; without one a bare number cannot be met. A gap
// in points counts by its size, unless the target is below 0. As figures are
// printed rounded, "at most 1.25" holds for 1.2549; "below" and "above" do not round.
func (t Target) Met(value float64, baseline *float64) bool {
	if t.Unit == Points && t.Value >= 0 && t.Bound != Between {
		value = math.Abs(value)
		if baseline != nil {
			size := math.Abs(*baseline)
			baseline = &size
		}
	}
	rounded := t.rounded(value)
	switch t.Bound {
	case AtMost:
		return rounded <= t.Value
	case AtLeast:
		return rounded >= t.Value
	case Below:
		return value < t.Value
	case Above:
		return value > t.Value
	case Between:
		return rounded >= t.Value && rounded <= t.Upper
	case Reach:
		return baseline != nil && (*baseline >= t.Value && rounded <= t.Value || *baseline <= t.Value && rounded >= t.Value)
	}
	return false
}

// rounded gives a value with as many decimals as people see of it, or as the
// target has, rounded as words.RatioText and the like do.
func (t Target) rounded(value float64) float64 {
	decimals := max(t.decimals, 2)
	if t.Unit != Number {
		decimals = max(t.decimals, 1) + 2
	}
	unit := math.Pow10(decimals)
	return math.Copysign(math.Floor(math.Abs(value)*unit+0.5+1e-9)/unit, value)
}
