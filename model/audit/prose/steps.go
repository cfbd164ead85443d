package prose

import (
	"math"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// step is what a reading of a claim went through: two years of a figure, or of a gap.
type step struct {
	key      document.Key // of the later year
	from, to model.Year
	before   string // as printed
	after    string
	by       phrase.Span // what was added, in the figure's own unit
	exact    bool        // both are whole numbers
	good     phrase.Way  // up or down, whichever is better; 0: not known
	gap      bool        // by is of a distance between groups
	share    bool        // a share of those to whom it happened, and not a rate
	ratio    bool
	away     bool // by is of a ratio's distance from 1
	earlier  phrase.Amount
	later    phrase.Amount
}

// verdict is how a step stands to what is said of it.
type verdict uint8

// steps gives the readings of a direction, as two years of each figure that may be meant.
func (t *cells) steps(sc phrase.Scope, said phrase.Way) []step {
	var out []step
	gap := said == phrase.Wider || said == phrase.Nearer
	for _, se := range t.order {
		if gap {
			out = append(out, t.gapSteps(sc, se)...)
			continue
		}
		if !se.within(&sc) {
			continue
		}
		for _, pair := range se.pairs(&sc, t.latest) {
			for _, a := range se.at(pair[0]) {
				for _, b := range se.at(pair[1]) {
					out = append(out, newStep(se, a, b, said))
				}
			}
		}
	}
	return out
}

func newStep(se *series, a, b cell, said phrase.Way) step {
	k := se.key
	k.Year = b.year
	st := step{
		key: k, from: a.year, to: b.year, before: a.printed, after: b.printed, earlier: a.Amount, later: b.Amount,
		by: phrase.SpanOf(b.Amount).Less(phrase.SpanOf(a.Amount)), exact: a.Exact && b.Exact && !a.made, share: se.share, ratio: se.role == phrase.AsRatio, good: goodWay(se),
	}
	if st.ratio && (said == phrase.Better || said == phrase.Worse) {
		st.by, st.good, st.away = distance(b.Amount).Less(distance(a.Amount)), phrase.Down, true
	}
	if se.role == phrase.AsGap && (said == phrase.Better || said == phrase.Worse) {
		st.by, st.good = absolute(phrase.SpanOf(b.Amount)).Less(absolute(phrase.SpanOf(a.Amount))), phrase.Down
	}
	return st
}

// goodWay says which way a figure of the group improves, from the catalogue; 0 where that is
// not told by the figure alone.
func goodWay(se *series) phrase.Way {
	ind := indicator.Lookup(se.key.Indicator)
	switch {
	case ind == nil:
	case ind.Better == indicator.Up:
		return phrase.Up
	case ind.Better == indicator.Down:
		return phrase.Down
	case se.key.Group == phrase.BME && (ind.Shape != indicator.Likelihood || ind.Gain[0] != ""):
		return phrase.Up
	case se.key.Group == phrase.BME:
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
func (t *cells) gapSteps(sc phrase.Scope, se *series) []step {
	other := se.key
	other.Group = phrase.White
	ok := se.role == phrase.AsRatio || se.role == phrase.AsGap || se.role == phrase.AsPercent && !se.share && se.key.Group == phrase.BME && t.series[other] != nil && compared(se.key)
	if probe := sc; ok {
		probe.Roles, probe.Groups, probe.Subs = nil, nil, nil
		ok = se.within(&probe)
	}
	if !ok {
		return nil
	}
	var out []step
	for _, pair := range se.pairs(&sc, t.latest) {
		a, b := t.gapAt(se, pair[0]), t.gapAt(se, pair[1])
		if a == nil || b == nil {
			continue
		}
		k := se.key
		k.Year = pair[1]
		out = append(out, step{key: k, from: pair[0], to: pair[1], before: a.text, after: b.text, by: b.distance.Less(a.distance), gap: true, ratio: se.role == phrase.AsRatio, away: se.role == phrase.AsRatio, good: phrase.Down})
	}
	return out
}

// compared reports whether an indicator sets the groups' rates side by side.
func compared(k document.Key) bool {
	ind := indicator.Lookup(k.Indicator)
	return ind != nil && (ind.Shape == indicator.Likelihood || ind.Shape == indicator.Survey)
}

// gap is how far two groups are apart in a year.
type gap struct {
	text     string
	distance phrase.Span
}

func (t *cells) gapAt(se *series, y model.Year) *gap {
	found := se.at(y)
	if len(found) != 1 {
		return nil
	}
	c := found[0]
	switch se.role {
	case phrase.AsRatio:
		return &gap{c.printed, distance(c.Amount)}
	case phrase.AsGap:
		return &gap{c.printed, absolute(phrase.SpanOf(c.Amount))}
	}
	other := se.key
	other.Group = phrase.White
	w, ok := t.only(other, y)
	if !ok {
		return nil
	}
	apart := phrase.Amount{Value: c.Value - w.Value, Decimals: max(c.Decimals, w.Decimals)}
	if apart.Value < 0 {
		apart.Value = -apart.Value
	}
	return &gap{apart.String() + " points", absolute(phrase.SpanOf(c.Amount).Less(phrase.SpanOf(w.Amount)))}
}

// judge sets a step against a direction.
func (st step) judge(said phrase.Way) verdict {
	// Two roundings that touch differ in all but one case; of a distance from 1 their
	// logarithms overlap a little.
	slack := 1e-9
	if st.ratio && st.away {
		slack = 0.006
	}
	rose, fell := st.by.Lo > -slack && st.by.Hi > slack, st.by.Hi < slack && st.by.Lo < -slack
	still := st.exact && st.by.Lo == 0 && st.by.Hi == 0
	switch said {
	case phrase.Better, phrase.Worse:
		if st.good == 0 {
			return agrees // which way is better is not told: no fault is
		}
		if (said == phrase.Better) == (st.good == phrase.Down) {
			return st.judge(phrase.Down)
		}
		return st.judge(phrase.Up)
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
func (st step) apart() float64 {
	size := min(math.Abs(st.by.Lo), math.Abs(st.by.Hi))
	switch {
	case st.ratio:
		return size * 10
	case st.exact && st.earlier.Value > 0:
		return size / st.earlier.Float() * 100
	}
	return size
}

func choose(yes, no bool) verdict {
	switch {
	case yes:
		return agrees
	case no:
		return against
	}
	return unclear
}

// computed says what is true in a clause.
func (st step) computed() string { return st.before + " to " + st.after }

const (
	unclear verdict = iota
	agrees
	against
)
