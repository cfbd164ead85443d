package prose

import (
	"slices"
	"strings"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
	"wres/model/stats"
)

// candidate is a figure that a number may be.
type candidate struct {
	cell
	series *series
}

// candidates gives the figures that a number of a kind may be: those of the group and the year
// to which it is bound, and all of the indicator.
func (t *cells) candidates(n phrase.Amount, whole int64, sc phrase.Scope, u phrase.Use, group string, year model.Year) (strict, loose []candidate) {
	for _, se := range t.order {
		if len(sc.Indicators) > 0 && !slices.Contains(sc.Indicators, se.key.Indicator) || !se.takes(u) || se.role == phrase.AsNumber && n.Decimals > 0 {
			continue
		}
		for _, c := range se.of {
			if u.How == phrase.Counted && !t.isPart(c, se, whole) {
				continue
			}
			loose = append(loose, candidate{c, se})
			ofGroup := group == "" && (se.role != phrase.AsNumber || se.key.Group == phrase.All) || se.role == phrase.AsRatio || se.role == phrase.AsGap || se.key.Group == group
			if ofGroup && se.withinPart(&sc) && se.withinCount(&sc) && inYear(se, c, year) {
				strict = append(strict, candidate{c, se})
			}
		}
	}
	return strict, loose
}

// isPart reports whether a count has the whole that the sentence tells: "1 of 15".
func (t *cells) isPart(c cell, se *series, whole int64) bool {
	k := se.key
	k.Group = phrase.All
	of, ok := t.only(k, c.year)
	return !ok || of.Value == whole
}

// inYear reports whether a figure is of the year that a number is bound to. A survey's year is
// one before that of the standard.
func inYear(se *series, c cell, year model.Year) bool {
	if year == 0 || c.year == year {
		return true
	}
	ind := indicator.Lookup(se.key.Indicator)
	return ind != nil && ind.Shape == indicator.Survey && c.year == year+1
}

// takes reports whether a number of a unit can be a figure of a series.
func (s *series) takes(u phrase.Use) bool {
	switch u.Unit {
	case phrase.Percents:
		return s.role == phrase.AsPercent
	case phrase.Points:
		return s.role == phrase.AsGap
	case phrase.Times:
		return s.role == phrase.AsRatio
	}
	return s.role == phrase.AsRatio || s.role == phrase.AsNumber || s.role == phrase.AsGap
}

// derived reports whether a number follows from the tables without standing in them: a
// difference of two years or groups, the inverse of a ratio, the rest to 100.
func (t *cells) derived(n phrase.Amount, u phrase.Use, sc phrase.Scope) bool {
	probe := sc
	probe.Roles, probe.Subs = nil, nil
	if u.Unit == phrase.Times || u.Unit == phrase.NoUnit {
		for _, se := range t.order {
			for _, c := range se.of {
				if u.Unit == phrase.NoUnit && n.Value < phrase.One && n.Decimals > 1 && se.role == phrase.AsPercent && n.Prints(phrase.Amount{Value: c.Value / 100, Decimals: c.Decimals + 2, Exact: c.Exact}) {
					return true // a rate as a fraction
				}
				if se.role == phrase.AsRatio && c.Value > 0 && (len(sc.Indicators) == 0 || slices.Contains(sc.Indicators, se.key.Indicator)) &&
					phrase.SpanOf(n).Meets(phrase.Span{Lo: 1 / phrase.SpanOf(c.Amount).Hi, Hi: 1 / phrase.SpanOf(c.Amount).Lo}) {
					return true
				}
			}
		}
	}
	if u.Unit == phrase.NoUnit && n.Decimals == 0 && t.sums(n, sc) {
		return true
	}
	if u.Unit != phrase.Percents && u.Unit != phrase.Points {
		return false
	}
	apart := u.Unit == phrase.Points || slices.Contains(sc.Roles, phrase.AsGap)
	for _, se := range t.order {
		if se.role != phrase.AsPercent || len(sc.Indicators) > 0 && !slices.Contains(sc.Indicators, se.key.Indicator) {
			continue
		}
		for _, c := range se.of {
			rest := c.Amount
			if rest.Value = 100*phrase.One - c.Value; n.Prints(rest) && (len(sc.Groups) == 0 || slices.Contains(sc.Groups, se.key.Group)) {
				return true
			}
			if apart && t.differsFrom(n, se, c) {
				return true
			}
		}
	}
	return false
}

// sums reports whether a count is the sum of two or three groups.
func (t *cells) sums(n phrase.Amount, sc phrase.Scope) bool {
	for _, se := range t.order {
		if se.role != phrase.AsNumber || se.key.Group != phrase.BME || len(sc.Indicators) > 0 && !slices.Contains(sc.Indicators, se.key.Indicator) {
			continue
		}
		for _, c := range se.of {
			sum := c.Value
			for _, group := range []string{phrase.White, phrase.Unknown} {
				k := se.key
				k.Group = group
				of, ok := t.only(k, c.year)
				if sum += of.Value; ok && (sum == n.Value || of.Value+c.Value == n.Value) {
					return true
				}
			}
		}
	}
	return false
}

// differsFrom reports whether a number is the difference between a figure and another of its
// year or of its group.
func (t *cells) differsFrom(n phrase.Amount, se *series, c cell) bool {
	for _, other := range t.order {
		if other.role != phrase.AsPercent || other.key.Part != se.key.Part && other.key.Part != "" || other.key.Indicator != se.key.Indicator && (compared(se.key) || other.key.Indicator != indicator.WorkforceID) {
			continue
		}
		for _, o := range other.of {
			if (o.year == c.year || other == se) && o != c && near(n, absolute(phrase.SpanOf(c.Amount).Less(phrase.SpanOf(o.Amount)))) {
				return true
			}
		}
	}
	return false
}

// alikeness compares the digits of two numbers: equal but for one digit, for two that are
// exchanged or for one that is missing; or one off in the last.
func alikeness(a, b phrase.Amount) int {
	if a.Decimals == b.Decimals {
		if d := a.Value - b.Value; d == a.Unit() || d == -a.Unit() {
			return lastDigit
		}
	}
	x, y := a.String(), b.String()
	if a.Decimals == b.Decimals {
		x, y = strings.Replace(x, ".", "", 1), strings.Replace(y, ".", "", 1)
	}
	if len(x) < 3 || len(y) < 3 {
		return btoiInt(len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]) * digitOff
	}
	if oneEdit(x, y) {
		return digitOff
	}
	return unlike
}

// oneEdit reports whether two texts differ by one sign that is other, missing or added, or by
// two neighbours that are exchanged.
func oneEdit(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return x[i:] == y[i+1:]
	}
	if i == len(x) {
		return true
	}
	return x[i+1:] == y[i+1:] || i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
}

// latestOf gives the latest of some figures.
func latestOf(of []candidate) candidate {
	return slices.MaxFunc(of, func(a, b candidate) int { return int(a.year) - int(b.year) })
}

// closer reports whether a figure is nearer to a number than another, or as near and later.
func closer(n phrase.Amount, c, than candidate, latest model.Year) bool {
	a, b := alikeness(n, c.Amount), alikeness(n, than.Amount)
	if a != b {
		return a > b
	}
	if c.year != than.year {
		return c.year > than.year
	}
	return false
}

// printedShare gives the counts of a share of which the events are printed and the whole
// follows: only one whole prints as the share does.
func (t *cells) printedShare(k document.Key) []stats.Count {
	eventsKey, _, ok := countsOf(k)
	events, printed := t.only(eventsKey, k.Year)
	rate, has := t.only(k, k.Year)
	if !ok || !printed || !has || events.Value == 0 || events.Value >= fewest*phrase.One || rate.Value <= 0 {
		return nil
	}
	x := int(events.Value / phrase.One)
	lo, hi := rate.Ends()
	from, to := float64(x)*100*phrase.One/float64(hi), float64(x)*100*phrase.One/float64(max(lo, 1))
	var found []stats.Count
	for n := int(from); n <= int(to)+1 && len(found) < 2; n++ {
		if v := float64(n); v >= from-1e-9 && v <= to+1e-9 && n >= x {
			found = append(found, stats.Count{Events: x, AtRisk: n})
		}
	}
	return found
}

// rateCounts gives the counts of a group's rate, where there is one pair.
func (t *cells) rateCounts(k document.Key, group string) *stats.Count {
	ind := indicator.Lookup(k.Indicator)
	if ind == nil {
		return nil
	}
	k.Group = group
	for _, figure := range []string{"likelihood", "percentage"} {
		k.Figure = figure
		if found := t.counts(k, k.Year); len(found) == 1 {
			return &found[0]
		}
	}
	return nil
}

// countedToo reports whether people are counted of whom a share is printed.
func (t *cells) countedToo(k document.Key) bool {
	events, _, ok := countsOf(k)
	return ok && t.series[events] != nil
}

func keyOf(se *series, y model.Year) document.Key {
	k := se.key
	k.Year = y
	return k
}

// trueOf names the other parts of a sentence of which it is true.
func (t *cells) trueOf(sc phrase.Scope, wrong *series) string {
	var names []string
	for _, se := range t.order {
		k := se.key
		if se == wrong || se.role != phrase.AsNumber || k.Group != wrong.key.Group || k.Part == "" || !se.withinPart(&sc) || !slices.Contains(sc.Indicators, k.Indicator) {
			continue
		}
		fresh := true
		for _, c := range se.of {
			fresh = fresh && (c.Value == 0) == (c.year != t.latest)
		}
		if fresh {
			names = append(names, strings.ToUpper(k.Part))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " It is true of " + strings.Join(names, " and ") + "."
}

// nearly reports whether a number is a figure of a year but for a digit.
func (t *cells) nearly(n phrase.Amount, se *series, at document.Key) bool {
	found := se.at(at.Year)
	return len(found) == 1 && alikeness(n, found[0].Amount) != unlike
}

const (
	unlike = iota
	digitOff
	lastDigit
)
