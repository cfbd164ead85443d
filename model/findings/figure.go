package findings

import (
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// counted says a figure with the counts behind it, by its shape.
var counted = map[indicator.Shape]func(words.Voice, *indicator.Indicator, *indicator.Figure) string{
	indicator.Bands: func(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) string {
		return valueWords(w, ind, f) + ": " + w.Counts(ind, f) + " staff"
	},
	indicator.Likelihood: func(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) string {
		if f.Ratio == nil {
			return w.Counts(ind, f)
		}
		return "ratio " + valueWords(w, ind, f) + ": " + w.Counts(ind, f)
	},
	indicator.Survey: func(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) string {
		of := func(g model.Group) string { return w.Labels.Short(g) + " " + w.ShareText(f.Groups[g]) }
		value := valueWords(w, ind, f)
		if c, r := f.Groups[ind.Compare].Rate, f.Groups[ind.Reference].Rate; c != nil && r != nil {
			value += words.BeforeRounding(w, c.Value, r.Value)
		}
		return value + ": " + of(ind.Compare) + ", " + of(ind.Reference)
	},
	indicator.Board: func(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) string { return w.Counts(ind, f) },
}

// valueWords is the value of a figure as a sentence has it: a gap without a sign, because
// a minus is taken for bad news and a plus for good.
func valueWords(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	v := f.Headline(ind)
	if v == nil || !ind.Shape.Of(ind).Gap() {
		return strings.TrimSuffix(w.Headline(ind, f), words.IncompleteMark)
	}
	if v.Value == 0 {
		return "no gap"
	}
	side := map[bool]string{true: "lower", false: "higher"}
	if ind.Shape == indicator.Board {
		side = map[bool]string{true: "below the workforce", false: "above the workforce"}
	}
	points, below := words.Distance(w, v.Value)
	return points + " " + side[below]
}

// Line says a finding in one sentence without its full stop: the verdict, the figure and
// the counts behind it.
func (f *Finding) Line() string {
	s := f.Name
	if f.Note != "" {
		s += " (" + f.Note + ")"
	}
	s += ": " + f.Verdict
	if f.Figure != "" {
		s += " (" + f.Figure + ")"
	}
	return s
}

// Before gives the years before the finding's own.
func (f *Finding) Before() []Value {
	for i, v := range f.Values {
		if v.Year >= f.Year {
			return f.Values[:i]
		}
	}
	return f.Values
}
