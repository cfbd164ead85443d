package series

import (
	"math"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// Step is what a reading of a claim went through: two years of a figure, or of a gap.
type Step struct {
	Key      document.Key // of the later year
	From, To model.Year
	Before   string // as printed
	After    string
	By       phrase.Span // what was added, in the figure's own unit
	Exact    bool        // both are whole numbers
	good     phrase.Way  // up or down, whichever is better; 0: not known
	Gap      bool        // by is of a distance between groups
	Share    bool        // a share of those to whom it happened, and not a rate
	Ratio    bool
	away     bool // by is of a ratio's distance from 1
	Earlier  phrase.Amount
	Later    phrase.Amount
}

// Verdict is how a step stands to what is said of it.
type Verdict uint8

// Steps gives the readings of a direction, as two years of each figure that may be meant.
func (t *Cells) Steps(sc phrase.Scope, said phrase.Way) []Step {
	var out []Step
	gap := said == phrase.Wider || said == phrase.Nearer
	for _, se := range t.Order {
		if gap {
			out = append(out, t.gapSteps(sc, se)...)
			continue
		}
		if !se.within(&sc) {
			continue
		}
		for _, pair := range se.pairs(&sc, t.Latest) {
			for _, a := range se.At(pair[0]) {
				for _, b := range se.At(pair[1]) {
					out = append(out, newStep(se, a, b, said))
				}
			}
		}
	}
	return out
}

func newStep(se *Series, a, b Cell, said phrase.Way) Step {
	k := se.Key
	k.Year = b.Year
	st := Step{
		Key: k, From: a.Year, To: b.Year, Before: a.Printed, After: b.Printed, Earlier: a.Amount, Later: b.Amount,
		By: phrase.SpanOf(b.Amount).Less(phrase.SpanOf(a.Amount)), Exact: a.Exact && b.Exact && !a.made, Share: se.Share, Ratio: se.Role == phrase.AsRatio, good: goodWay(se),
	}
	if st.Ratio && (said == phrase.Better || said == phrase.Worse) {
		st.By, st.good, st.away = distance(b.Amount).Less(distance(a.Amount)), phrase.Down, true
	}
	if se.Role == phrase.AsGap && (said == phrase.Better || said == phrase.Worse) {
		st.By, st.good = absolute(phrase.SpanOf(b.Amount)).Less(absolute(phrase.SpanOf(a.Amount))), phrase.Down
	}
	return st
}

// goodWay says which way a figure of the group improves, from the catalogue; 0 where that is
// not told by the figure alone.
func goodWay(se *Series) phrase.Way {
	ind := indicator.Lookup(se.Key.Indicator)
	switch {
	case ind == nil:
	case ind.Better == indicator.Up:
		return phrase.Up
	case ind.Better == indicator.Down:
		return phrase.Down
	case se.Key.Group == phrase.BME && (ind.Shape != indicator.Likelihood || ind.Gain[0] != ""):
		return phrase.Up
	case se.Key.Group == phrase.BME:
		return phrase.Down
	}
	return 0
}

// distance gives how far a ratio lies from 1, as a logarithm.
func distance(a phrase.Amount) phrase.Span {
	s := phrase.SpanOf(a)
	if s.Lo <= 0 {
		return phrase.Span{Lo: 0, Hi: math.Inf(1)}
	}
	return absolute(phrase.Span{Lo: math.Log(s.Lo), Hi: math.Log(s.Hi)})
}

func absolute(s phrase.Span) phrase.Span {
	lo, hi := math.Abs(s.Lo), math.Abs(s.Hi)
	if s.Lo <= 0 && s.Hi >= 0 {
		return phrase.Span{Lo: 0, Hi: max(lo, hi)}
	}
	return phrase.Span{Lo: min(lo, hi), Hi: max(lo, hi)}
}

// gapSteps gives the readings of a gap of a series: the ratio's distance from 1, the
// printed difference, or that of the two groups' rates.
func (t *Cells) gapSteps(sc phrase.Scope, se *Series) []Step {
	other := se.Key
	other.Group = phrase.White
	ok := se.Role == phrase.AsRatio || se.Role == phrase.AsGap || se.Role == phrase.AsPercent && !se.Share && se.Key.Group == phrase.BME && t.Series[other] != nil && Compared(se.Key)
	if probe := sc; ok {
		probe.Roles, probe.Groups, probe.Subs = nil, nil, nil
		ok = se.within(&probe)
	}
	if !ok {
		return nil
	}
	var out []Step
	for _, pair := range se.pairs(&sc, t.Latest) {
		a, b := t.GapAt(se, pair[0]), t.GapAt(se, pair[1])
		if a == nil || b == nil {
			continue
		}
		k := se.Key
		k.Year = pair[1]
		out = append(out, Step{Key: k, From: pair[0], To: pair[1], Before: a.Text, After: b.Text, By: b.Distance.Less(a.Distance), Gap: true, Ratio: se.Role == phrase.AsRatio, away: se.Role == phrase.AsRatio, good: phrase.Down})
	}
	return out
}

// Compared reports whether an indicator sets the groups' rates side by side.
func Compared(k document.Key) bool {
	ind := indicator.Lookup(k.Indicator)
	return ind != nil && (ind.Shape == indicator.Likelihood || ind.Shape == indicator.Survey)
}

// Gap is how far two groups are apart in a year.
type Gap struct {
	Text     string
	Distance phrase.Span
}

// GapAt gives how far the two groups of a series are apart in a year; nil where the tables do
// not tell it, or tell it twice.
func (t *Cells) GapAt(se *Series, y model.Year) *Gap {
	found := se.At(y)
	if len(found) != 1 {
		return nil
	}
	c := found[0]
	switch se.Role {
	case phrase.AsRatio:
		return &Gap{c.Printed, distance(c.Amount)}
	case phrase.AsGap:
		return &Gap{c.Printed, absolute(phrase.SpanOf(c.Amount))}
	}
	other := se.Key
	other.Group = phrase.White
	w, ok := t.Only(other, y)
	if !ok {
		return nil
	}
	apart := phrase.Amount{Value: c.Value - w.Value, Decimals: max(c.Decimals, w.Decimals)}
	if apart.Value < 0 {
		apart.Value = -apart.Value
	}
	return &Gap{apart.String() + " points", absolute(phrase.SpanOf(c.Amount).Less(phrase.SpanOf(w.Amount)))}
}

// Judge sets a step against a direction.
func (st Step) Judge(said phrase.Way) Verdict {
	// Two roundings that touch differ in all but one case; of a distance from 1 their
	// logarithms overlap a little.
	slack := 1e-9
	if st.Ratio && st.away {
		slack = 0.006
	}
	rose, fell := st.By.Lo > -slack && st.By.Hi > slack, st.By.Hi < slack && st.By.Lo < -slack
	still := st.Exact && st.By.Lo == 0 && st.By.Hi == 0
	switch said {
	case phrase.Better, phrase.Worse:
		if st.good == 0 {
			return Agrees // which way is better is not told: no fault is
		}
		if (said == phrase.Better) == (st.good == phrase.Down) {
			return st.Judge(phrase.Down)
		}
		return st.Judge(phrase.Up)
	case phrase.Up, phrase.Wider:
		return choose(rose, fell || still)
	case phrase.Down, phrase.Nearer:
		return choose(fell, rose || still)
	case phrase.Same:
		return choose(!rose && !fell, st.apart() > 1)
	}
	return choose(st.apart() <= 1, st.apart() > 5)
}

// apart gives the size of a step in percentage points, in tenths of a ratio, or for people in
// per cent.
func (st Step) apart() float64 {
	size := min(math.Abs(st.By.Lo), math.Abs(st.By.Hi))
	switch {
	case st.Ratio:
		return size * 10
	case st.Exact && st.Earlier.Value > 0:
		return size / st.Earlier.Float() * 100
	}
	return size
}

func choose(yes, no bool) Verdict {
	switch {
	case yes:
		return Agrees
	case no:
		return Against
	}
	return Unclear
}

// Computed says what is true in a clause.
func (st Step) Computed() string { return st.Before + " to " + st.After }

const (
	Unclear Verdict = iota
	Agrees
	Against
)
