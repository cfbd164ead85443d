package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// Shape is how an indicator is counted, and what can be asked of its figures. Each is
// one file; no other place tells them apart but the tables of model/words and of the
// screens, which have an entry for each.
type Shape interface {
	// String names the shape: "likelihood".
	String() string
	// Headline gives the one value by which a figure is known; nil where it is not
	// defined.
	Headline(*Figure) *stats.Estimate
	// Of names what the headline is made of, and Sides its shares in that order; none
	// where one of them is not known.
	Of(*Indicator) Comparison
	Sides(*Indicator, *Figure) []Side
	// Values lists all that a figure holds, one value each.
	Values(*Indicator, *Figure) []Value
	// Grouped reports whether a figure has counts or shares by group.
	Grouped() bool
	// Beside lists the groups whose own share stands beside a headline that does not
	// give its level away.
	Beside() []model.Group
	// Census reports whether everybody is counted whom the headline is about, so that it
	// is exact on its day and no interval stands beside it.
	Census() bool
	// Measures reports whether a benchmark measures the headline, so that it may stand
	// beside it without a word.
	Measures(model.Benchmark) bool

	// figure counts a year.
	figure(*computation, *Indicator, *model.Return) Figure
	// amongWorkforce reports whether the workforce stands behind a year's figure.
	amongWorkforce(*Indicator, *model.Return) bool
	// changes lists the steps between two years, that of the headline last.
	changes(c *computation, ind *Indicator, from, to *Figure) []Change
}

// The shapes.
var (
	Bands      Shape = bands{}      // a share of staff in each pay band
	Likelihood Shape = likelihood{} // how likely an event is in each group, and their ratio
	Survey     Shape = survey{}     // a share of each group's answers to the staff survey
	Board      Shape = board{}      // the board's share minus the workforce's
)

// Comparison names what a headline is made of.
type Comparison string

// The comparisons. Ratios are share over share; gaps are share minus share.
const (
	WhiteOverBME   Comparison = "white/bme"
	BMEOverWhite   Comparison = "bme/white"
	BMEMinusWhite  Comparison = "bme-white"
	BMEShare       Comparison = "bme" // of the workforce
	BoardWorkforce Comparison = "board-workforce"
)

// Ratio reports whether the value is a ratio, and not a fraction.
func (c Comparison) Ratio() bool { return c == WhiteOverBME || c == BMEOverWhite }

// Gap reports whether the value is a difference of two shares.
func (c Comparison) Gap() bool { return c == BMEMinusWhite || c == BoardWorkforce }

// Side is one share of a headline: counts, or a published share with the number of
// people who were asked, where that is known.
type Side struct {
	Events, AtRisk *int
	Share          *stats.Estimate // nil: the counts say
}

// sidesOf gives the counts of groups; none where any is not known.
func sidesOf(groups ...GroupFigure) []Side {
	var sides []Side
	for _, g := range groups {
		if g.Events == nil || g.AtRisk == nil {
			return nil
		}
		sides = append(sides, Side{Events: g.Events, AtRisk: g.AtRisk})
	}
	return sides
}

// Value is one value of a figure, as data.
type Value struct {
	Measure        string // "rate", "ratio", "board-voting"
	Group          string // "bme", "white / bme"
	Category       model.StaffCategory
	Band           string // or a cluster: "cluster 4"
	Value          *stats.Estimate
	Events, AtRisk *int
	// What of it is hidden, and nil.
	HiddenValue, HiddenEvents, HiddenAtRisk bool
}

// groupValues lists the rates of the groups that have any.
func groupValues(f *Figure) []Value {
	var all []Value
	for _, g := range model.Groups() {
		if of := f.Groups[g]; of.Rate != nil || of.Events != nil || of.HiddenRate() {
			all = append(all, Value{Measure: "rate", Group: g.String(), Value: of.Rate, Events: of.Events, AtRisk: of.AtRisk,
				HiddenValue: of.HiddenRate(), HiddenEvents: of.HiddenEvents, HiddenAtRisk: of.HiddenAtRisk})
		}
	}
	return all
}

// headcounts lists the people of each group that was counted.
func headcounts(of Value, counts [model.GroupCount]*int, hidden Hidden) []Value {
	var all []Value
	for _, g := range model.Groups() {
		of.Group, of.Value, of.HiddenValue = g.String(), nil, hidden.Groups[g]
		if n := counts[g]; n != nil {
			of.Value = &stats.Estimate{Value: float64(*n)}
		}
		if of.Value != nil || of.HiddenValue {
			all = append(all, of)
		}
	}
	return all
}

// bmeShare reports whether a benchmark is a BME share of no one band.
func bmeShare(b model.Benchmark) bool {
	return b.Measure == model.Share && b.HasGroup && b.Group == model.BME && b.Band == model.AnyBand
}
