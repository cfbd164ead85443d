// Package aims is where an action can start from and what it can aim at: a figure that it
// answers goes in, and the figure as a sentence, how it is measured, targets to pick from and
// what a target means in people come out.
//
// Place in the flow: the form of an action (tui/form) offers and says what is made here. A
// figure of a publication view is as that view has it, and what is hidden there is said by
// none of this.
package aims

import (
	"fmt"
	"math"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/stats"
	"wres/model/words"
)

// Start is a figure that an action starts from; the zero Start is none.
type Start struct {
	plan.Evidence
	voice      words.Voice
	indicator  *indicator.Indicator
	benchmarks []model.Benchmark
	whole      *float64 // the share of all staff, where bands or the board are set against it
	told       bool     // what its counts come to may be said
}

// Of is the start that an action keeps a figure of: that of the first indicator which it
// serves, or else of any.
func Of(w words.Voice, r *indicator.Results, a plan.Action) Start {
	kept := a.EvidenceFigures()
	for _, id := range a.IndicatorIDs() {
		for _, e := range kept {
			if e.Indicator == id {
				return start(w, r, e)
			}
		}
	}
	if len(kept) > 0 {
		return start(w, r, kept[0])
	}
	return Start{}
}

// Now is the start from an indicator's figure of a year, where no figure is kept. It is none
// where the figure has no value, is incomplete, or is hidden.
func Now(w words.Voice, r *indicator.Results, id string, y model.Year) Start {
	ind := indicator.Lookup(id)
	if ind == nil || r == nil || r.Indicator(id) == nil {
		return Start{}
	}
	f := r.Indicator(id).Figure(y)
	if f == nil || f.HiddenHeadline(ind) {
		return Start{}
	}
	e, err := plan.EvidenceOf(ind, f)
	if err != nil {
		return Start{}
	}
	s := start(w, r, e)
	for _, side := range ind.Shape.Sides(ind, f) { // one that is hidden is not nought
		s.told = s.told && (side.Events != nil && side.AtRisk != nil || side.Share != nil)
	}
	return s
}

func start(w words.Voice, r *indicator.Results, e plan.Evidence) Start {
	s := Start{Evidence: e, voice: w, indicator: indicator.Lookup(e.Indicator)}
	if s.indicator == nil || r == nil || r.Indicator(e.Indicator) == nil {
		return s
	}
	s.told = r.Settings.Rounded == 0 && !e.Hidden // one person more or less is lost in rounding
	s.benchmarks = latest(r, s.indicator, e.Year)
	if f := r.Indicator(indicator.WorkforceID); f != nil {
		if of := f.Figure(e.Year); of != nil && of.Groups[model.BME].Rate != nil {
			s.whole = &of.Groups[model.BME].Rate.Value
		}
	}
	return s
}

// Known reports whether there is a figure to start from.
func (s Start) Known() bool { return s.indicator != nil && !s.Hidden }

// Where names what the figure is of and its year: "2 Appointed, 2024".
func (s Start) Where() string {
	if s.indicator == nil {
		return ""
	}
	return s.indicator.ID + " " + s.indicator.Short + ", " + s.Year.String()
}

// Because says what the figure is, with the counts behind it: "White 2.45 times as likely
// (1.85 to 3.28): 144/427 against 51/371".
func (s Start) Because() string {
	switch {
	case s.indicator == nil:
		return ""
	case s.Hidden:
		return "the figure of indicator " + s.Indicator + " in " + s.Year.String() + " is hidden " + words.HiddenMark
	}
	w := s.voice
	group, other := w.Labels.Short(model.BME), w.Labels.Short(model.White)
	text := ""
	switch {
	case s.Of.Ratio():
		if s.Of == indicator.WhiteOverBME {
			group, other = other, group
		}
		if s.noEvents() { // and a ratio is not said in words
			return fmt.Sprintf("%s %s, %s %s", group, s.Sides[0], other, s.Sides[1])
		}
		text = group + " " + words.RatioText(s.Value) + " times as likely"
		if limits := w.RatioInterval(&stats.Estimate{Value: s.Value, Interval: s.Interval}); limits != "" {
			text += " (" + limits + ")"
		}
	case s.Of.Gap():
		side := " above "
		points, below := words.Distance(w, s.Value)
		if below {
			side = " below "
		}
		if s.Of == indicator.BoardWorkforce {
			other = "the workforce"
		}
		text = group + " share " + points + side + other
	default:
		text = group + " staff are " + w.Percent(s.Value) + " of " + s.part()
	}
	return text + s.counts()
}

// part names the staff that a share is of.
func (s Start) part() string {
	if s.Bands == (plan.Bands{}) {
		return "all staff"
	}
	return s.Bands.Words()
}

func (s Start) noEvents() bool {
	return len(s.Sides) == 2 && (!s.Sides[0].Published && s.Sides[0].Events == 0 || !s.Sides[1].Published && s.Sides[1].Events == 0)
}

// counts writes the shares behind the figure.
func (s Start) counts() string {
	var texts []string
	for _, side := range s.Sides {
		text := fmt.Sprintf("%s/%s", words.Thousands(side.Events), words.Thousands(side.AtRisk))
		switch {
		case side.Published && side.AtRisk == 0:
			text = s.voice.Percent(side.Share)
		case side.Published:
			text = s.voice.Percent(side.Share) + " of " + words.Thousands(side.AtRisk)
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return ""
	}
	return ": " + strings.Join(texts, " against ")
}

// Measure says what will show whether an action worked, and where it comes from; "": there
// is nothing to start from.
func (s Start) Measure() string {
	switch {
	case s.indicator == nil:
		return ""
	case s.Of.Ratio():
		return "Ratio of indicator " + s.Indicator + ", from the yearly return"
	case s.Of == indicator.BMEMinusWhite:
		return "Gap of indicator " + s.Indicator + ", from the staff survey"
	case s.Of == indicator.BoardWorkforce:
		return "Board against workforce (indicator " + s.Indicator + "), from the yearly return"
	}
	return "Share of " + s.part() + " (indicator " + s.Indicator + "), from the yearly return"
}

// Baseline writes where the figure stands, as an action keeps it: "2.45 (1.85 to 3.28) in
// 2024"; "": there is nothing to start from.
func (s Start) Baseline() string {
	if !s.Known() {
		return ""
	}
	return s.Said(s.voice)
}

// distance is how far a gap lies from nought.
func (s Start) distance() float64 { return math.Abs(s.Value) }
