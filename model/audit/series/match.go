package series

import (
	"cmp"
	"slices"
	"strings"
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
	"wres/model/stats"
)

// Candidate is a figure that a number may be.
type Candidate struct {
	Cell
	Series *Series
}

// Candidates gives the figures that a number of a kind may be: those of the group and the year
// to which it is bound, and all of the indicator.
func (t *Cells) Candidates(n phrase.Amount, whole int64, sc phrase.Scope, u phrase.Use, group string, year model.Year) (strict, loose []Candidate) {
	for _, se := range t.Order {
		if len(sc.Indicators) > 0 && !slices.Contains(sc.Indicators, se.Key.Indicator) || !se.takes(u) || se.Role == phrase.AsNumber && n.Decimals > 0 {
			continue
		}
		for _, c := range se.Of {
			if u.How == phrase.Counted && !t.isPart(c, se, whole) {
				continue
			}
			loose = append(loose, Candidate{c, se})
			ofGroup := group == "" && (se.Role != phrase.AsNumber || se.Key.Group == phrase.All) || se.Role == phrase.AsRatio || se.Role == phrase.AsGap || se.Key.Group == group
			if ofGroup && se.WithinPart(&sc) && se.withinCount(&sc) && inYear(se, c, year) {
				strict = append(strict, Candidate{c, se})
			}
		}
	}
	return strict, loose
}

// isPart reports whether a count has the whole that the sentence tells: "1 of 15".
func (t *Cells) isPart(c Cell, se *Series, whole int64) bool {
	k := se.Key
	k.Group = phrase.All
	of, ok := t.Only(k, c.Year)
	return !ok || of.Value == whole || se.sub == "events" && t.isAtRisk(se.Key, c.Year, whole)
}

// isAtRisk reports whether so many of the group were at risk of an event: "400 of the 2,000
// who were shortlisted".
func (t *Cells) isAtRisk(events document.Key, year model.Year, whole int64) bool {
	ind := indicator.Lookup(events.Indicator)
	if ind == nil {
		return false
	}
	events.Figure = ind.Counts.AtRisk
	of, ok := t.Only(events, year)
	return ok && of.Value == whole
}

// inYear reports whether a figure is of the year that a number is bound to. A survey's year is
// one before that of the standard.
func inYear(se *Series, c Cell, year model.Year) bool {
	if year == 0 || c.Year == year {
		return true
	}
	ind := indicator.Lookup(se.Key.Indicator)
	return ind != nil && ind.Shape == indicator.Survey && c.Year == year+1
}

// takes reports whether a number of a unit can be a figure of a series.
func (s *Series) takes(u phrase.Use) bool {
	switch u.Unit {
	case phrase.Percents:
		return s.Role == phrase.AsPercent
	case phrase.Points:
		return s.Role == phrase.AsGap
	case phrase.Times:
		return s.Role == phrase.AsRatio
	}
	return s.Role == phrase.AsRatio || s.Role == phrase.AsNumber || s.Role == phrase.AsGap
}

// Derived reports whether a number follows from the tables without standing in them: a
// difference of two years or groups, the inverse of a ratio, the rest to 100.
func (t *Cells) Derived(n phrase.Amount, u phrase.Use, sc phrase.Scope) bool {
	probe := sc
	probe.Roles, probe.Subs = nil, nil
	if u.Unit == phrase.Times || u.Unit == phrase.NoUnit {
		for _, se := range t.Order {
			for _, c := range se.Of {
				if u.Unit == phrase.NoUnit && n.Value < phrase.One && n.Decimals > 1 && se.Role == phrase.AsPercent && n.Prints(phrase.Amount{Value: c.Value / 100, Decimals: c.Decimals + 2, Exact: c.Exact}) {
					return true // a rate as a fraction
				}
				if se.Role == phrase.AsRatio && c.Value > 0 && (len(sc.Indicators) == 0 || slices.Contains(sc.Indicators, se.Key.Indicator)) &&
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
	for _, se := range t.Order {
		if se.Role != phrase.AsPercent || len(sc.Indicators) > 0 && !slices.Contains(sc.Indicators, se.Key.Indicator) {
			continue
		}
		for _, c := range se.Of {
			rest := c.Amount
			if rest.Value = 100*phrase.One - c.Value; n.Prints(rest) && (len(sc.Groups) == 0 || slices.Contains(sc.Groups, se.Key.Group)) {
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
func (t *Cells) sums(n phrase.Amount, sc phrase.Scope) bool {
	for _, se := range t.Order {
		if se.Role != phrase.AsNumber || se.Key.Group != phrase.BME || len(sc.Indicators) > 0 && !slices.Contains(sc.Indicators, se.Key.Indicator) {
			continue
		}
		for _, c := range se.Of {
			sum := c.Value
			for _, group := range []string{phrase.White, phrase.Unknown} {
				k := se.Key
				k.Group = group
				of, ok := t.Only(k, c.Year)
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
func (t *Cells) differsFrom(n phrase.Amount, se *Series, c Cell) bool {
	for _, other := range t.Order {
		if other.Role != phrase.AsPercent || other.Key.Part != se.Key.Part && other.Key.Part != "" || other.Key.Indicator != se.Key.Indicator && (Compared(se.Key) || other.Key.Indicator != indicator.WorkforceID) {
			continue
		}
		for _, o := range other.Of {
			if (o.Year == c.Year || other == se) && o != c && Near(n, absolute(phrase.SpanOf(c.Amount).Less(phrase.SpanOf(o.Amount)))) {
				return true
			}
		}
	}
	return false
}

// Alikeness compares the digits of two numbers: equal but for one digit, for two that are
// exchanged or for one that is missing; or one off in the last.
func Alikeness(a, b phrase.Amount) int {
	if a.Decimals == b.Decimals {
		if d := a.Value - b.Value; d == a.Unit() || d == -a.Unit() {
			return LastDigit
		}
	}
	x, y := a.String(), b.String()
	if a.Decimals == b.Decimals {
		x, y = strings.Replace(x, ".", "", 1), strings.Replace(y, ".", "", 1)
	}
	if len(x) < 3 || len(y) < 3 {
		if len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0] {
			return DigitOff
		}
		return Unlike
	}
	if oneEdit(x, y) {
		return DigitOff
	}
	return Unlike
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

// LatestOf gives the latest of some figures.
func LatestOf(of []Candidate) Candidate {
	return slices.MaxFunc(of, func(a, b Candidate) int { return int(a.Year) - int(b.Year) })
}

// Closest gives of some figures the one nearest to a number, and of those as near the latest.
func Closest(n phrase.Amount, of []Candidate) Candidate {
	return slices.MaxFunc(of, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(Alikeness(n, a.Amount), Alikeness(n, b.Amount)), cmp.Compare(a.Year, b.Year))
	})
}

// PrintedShare gives the counts of a share of which the events are printed and the whole
// follows: only one whole prints as the share does.
func (t *Cells) PrintedShare(k document.Key) []stats.Count {
	eventsKey, _, ok := CountsOf(k)
	events, printed := t.Only(eventsKey, k.Year)
	rate, has := t.Only(k, k.Year)
	if !ok || !printed || !has || events.Value == 0 || events.Value >= Fewest*phrase.One || rate.Value <= 0 {
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

// RateCounts gives the counts of a group's rate, where there is one pair.
func (t *Cells) RateCounts(k document.Key, group string) *stats.Count {
	ind := indicator.Lookup(k.Indicator)
	if ind == nil {
		return nil
	}
	k.Group = group
	for _, figure := range []string{"likelihood", "percentage"} {
		k.Figure = figure
		if found := t.Counts(k, k.Year); len(found) == 1 {
			return &found[0]
		}
	}
	return nil
}

// CountedToo reports whether people are counted of whom a share is printed.
func (t *Cells) CountedToo(k document.Key) bool {
	events, _, ok := CountsOf(k)
	return ok && t.Series[events] != nil
}

// KeyOf gives the key of a series in a year.
func KeyOf(se *Series, y model.Year) document.Key {
	k := se.Key
	k.Year = y
	return k
}

// TrueOf names the other parts of a sentence of which it is true.
func (t *Cells) TrueOf(sc phrase.Scope, wrong *Series) string {
	var names []string
	for _, se := range t.Order {
		k := se.Key
		if se == wrong || se.Role != phrase.AsNumber || k.Group != wrong.Key.Group || k.Part == "" || !se.WithinPart(&sc) || !slices.Contains(sc.Indicators, k.Indicator) {
			continue
		}
		fresh := true
		for _, c := range se.Of {
			fresh = fresh && (c.Value == 0) == (c.Year != t.Latest)
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

// Nearly reports whether a number is a figure of a year but for a digit.
func (t *Cells) Nearly(n phrase.Amount, se *Series, at document.Key) bool {
	found := se.At(at.Year)
	return len(found) == 1 && Alikeness(n, found[0].Amount) != Unlike
}

// How nearly a number is a figure.
const (
	Unlike = iota
	DigitOff
	LastDigit
)
