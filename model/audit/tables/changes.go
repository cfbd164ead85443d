package tables

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/audit/finding"
	"wres/model/words"
)

// mover checks what is printed as a change or a difference of other figures.
type mover struct{ *reader }

// move is one figure in two years.
type move struct{ from, to *cell }

// unit is in what a change is printed.
type unit uint8

const (
	inNumbers unit = iota
	inPercent
	inPoints
)

// The words of a change: what it is of, and which way it goes.
var (
	ofPoints      = regexp.MustCompile(`(?i)\b(pp|ppts?|points?)\b`)
	ofProportion  = regexp.MustCompile(`(?i)\b(proportions?|percentages?|shares?|representation|rates?|per cent)\b`)
	ofNumbers     = regexp.MustCompile(`(?i)\b(numbers?|headcount|how many)\b`)
	ofComparisons = regexp.MustCompile(`(?i)\b(gaps?|differences?|likelihoods?|ratios?|compared (?:to|with) white)\b`)
	ofRise        = regexp.MustCompile(`(?i)\b(increase[ds]?|increasing|rise[ns]?|rose|rising|grew|grown|growth|up|higher|more)\b`)
	ofFall        = regexp.MustCompile(`(?i)\b(decrease[ds]?|decreasing|decline[ds]?|fall(?:en|s|ing)?|fell|drop(?:ped|s)?|reduc(?:ed|tion|es)|down|lower|fewer|less)\b`)
	ofDenial      = regexp.MustCompile(`(?i)\b(not|no|without|never)\b`)
	aYear         = regexp.MustCompile(`\b20[0-9]{2}\b`)
)

// changes checks what is printed as a change from one year to another.
func (r mover) changes() {
	for _, c := range r.cells {
		if c.role != aChange || len(c.readings) != 1 || c.spent || c.Number.Of != nil {
			continue
		}
		if moves := r.moves(c); len(moves) > 0 {
			r.change(c, moves)
		}
	}
}

// moves gives the figures that a change can be of.
func (r mover) moves(c *cell) []move {
	var all []move
	proportion, numbers := ofProportion.MatchString(c.Says), ofNumbers.MatchString(c.Says)
	if ofComparisons.MatchString(c.Says) && c.key.Group != "all" {
		return nil
	}
	seen := map[string]bool{}
	for _, later := range r.series[c.line()] {
		k := later.key
		if k.Year != c.key.Year || seen[k.Figure] {
			continue
		}
		isShare := later.role == aShare || later.role == aRate
		isCount := later.role == aCount
		if !isShare && !isCount && later.role != aRatio || proportion && !numbers && isCount || numbers && !proportion && isShare {
			continue
		}
		seen[k.Figure] = true
		if m, ok := r.move(later, c.Says); ok {
			all = append(all, m)
		}
	}
	return all
}

// move gives a figure of the year of a cell, and of the year before that is printed; or of
// the year that is named.
func (r mover) move(later *cell, says string) (move, bool) {
	k := later.key
	to := r.best(k)
	var from *cell
	var named []model.Year
	for _, text := range aYear.FindAllString(says, -1) {
		if y, err := strconv.Atoi(text); err == nil && model.Year(y) < k.Year {
			named = append(named, model.Year(y))
		}
	}
	for _, c := range r.series[later.line()] {
		if c.key.Figure != k.Figure || c.key.Year >= k.Year || len(named) > 0 && !slices.Contains(named, c.key.Year) {
			continue
		}
		if b := r.best(c.key); b != nil && (from == nil || b.key.Year > from.key.Year) {
			from = b
		}
	}
	return move{from, to}, from != nil && to != nil
}

// best gives the cell of a key that is most exact, or of which the counts are known; nil
// where none can be relied on.
func (r *reader) best(k documentKey) *cell {
	var best *cell
	for _, c := range r.at[k] {
		known := c.exact() || c.percentage() || c.role == aRatio && len(c.readings) == 1
		if !known || c.spent && len(r.people(c)) == 0 || c.role == aCount && r.counts[k] != c.low {
			continue
		}
		if best == nil || c.decimals() > best.decimals() {
			best = c
		}
	}
	return best
}

// span gives the range of a cell's value.
func (r mover) span(c *cell) span {
	if c.role == aCount {
		return exactly(big.NewRat(c.low, 1))
	}
	return spanOf(c.readings[0].PrintedNumber)
}

// value gives a cell's value as printed.
func (c *cell) value() *big.Rat {
	if c.role == aCount {
		return big.NewRat(c.low, 1)
	}
	return c.readings[0].Value
}

// by gives the range of a difference of a move.
func (r mover) by(m move) span { return r.span(m.to).minus(r.span(m.from)) }

// relative gives the range of a move in per cent of the earlier; false where that is nought.
func (r mover) relative(m move) (span, bool) {
	q, ok := r.span(m.to).over(r.span(m.from))
	if !ok {
		return span{}, false
	}
	in := func(v *big.Rat) *big.Rat { return new(big.Rat).Mul(new(big.Rat).Sub(v, one), hundred) }
	return span{in(q.low), in(q.high)}, true
}

// fitsRelative reports whether a printed change can be that of a move in per cent. One that is
// exactly the difference of the two printed figures is not, unless it is what they give in
// per cent too.
func (r mover) fitsRelative(n model.PrintedNumber, m move) bool {
	rel, ok := r.relative(m)
	if !ok || !reach(n).meets(rel.size()) {
		return false
	}
	by := new(big.Rat).Sub(m.to.value(), m.from.value())
	return by.Abs(by).Cmp(n.Value) != 0 || n.Rounds(new(big.Rat).Abs(r.relatively(m)))
}

// relatively gives a move in per cent, of the counts behind its figures where they are known.
func (r mover) relatively(m move) *big.Rat {
	from, to := m.from.value(), m.to.value()
	if a, b := r.people(m.from), r.people(m.to); len(a) == 1 && len(b) == 1 && a[0].n > 0 {
		from, to = a[0].percent(), b[0].percent()
	}
	return new(big.Rat).Mul(new(big.Rat).Sub(quotient(to, from), one), hundred)
}

// change sets a printed change beside the figures that it can be of.
func (r mover) change(c *cell, moves []move) {
	n := c.Number
	n.Value = new(big.Rat).Abs(n.Value)
	printed, unit := reach(n), unitOf(c)
	if r.turnedRound(c, moves) {
		return
	}
	var points *move
	for i, m := range moves {
		isShare := m.to.role == aShare || m.to.role == aRate
		fitsBy := printed.meets(r.by(m).size())
		fitsRelative := r.fitsRelative(n, m)
		switch {
		case fitsRelative && unit != inPoints, fitsBy && unit == inNumbers, fitsBy && isShare && unit == inPoints:
			return
		case fitsBy && isShare && unit == inPercent, fitsRelative && unit == inPoints:
			points = &moves[i]
		}
	}
	switch {
	case points != nil && unit == inPercent:
		r.find(c, finding.Unit, finding.Value, c.Printed.Printed, r.trueChange(*points),
			fmt.Sprintf("%s: %s is percentage points, not per cent.%s", r.moved(*points), c.Printed.Printed, r.unattained(*points, c.Number)))
	case points != nil:
		r.find(c, finding.Unit, finding.Value, c.Printed.Printed, r.trueChange(*points),
			fmt.Sprintf("%s: %s is the change in per cent, not in percentage points.", r.moved(*points), c.Printed.Printed))
	case len(moves) == 1 && (unit != inPoints || moves[0].to.role != aCount):
		r.find(c, finding.Change, finding.Value, c.Printed.Printed, r.trueChange(moves[0]),
			fmt.Sprintf("%s; %s is printed.", r.moved(moves[0]), c.Printed.Printed))
	}
}

func unitOf(c *cell) unit {
	switch {
	case c.Number.Percent:
		return inPercent
	case ofPoints.MatchString(c.Printed.Printed):
		return inPoints
	}
	return inNumbers
}

// turnedRound finds a change that is said to be a rise and is a fall, or the other way round,
// of every figure that it can be of.
func (r mover) turnedRound(c *cell, moves []move) bool {
	rise, fall := ofRise.MatchString(c.Says), ofFall.MatchString(c.Says)
	if !rise && !fall && c.Number.Signed {
		rise, fall = c.Number.Value.Sign() > 0, c.Number.Value.Sign() < 0
	}
	if rise == fall || ofDenial.MatchString(c.Says) {
		return false
	}
	for _, m := range moves {
		by := r.by(m)
		if rise && by.high.Sign() >= 0 || fall && by.low.Sign() <= 0 {
			return false
		}
	}
	said, is := "a rise", "it fell"
	if fall {
		said, is = "a fall", "it rose"
	}
	r.find(c, finding.Direction, finding.Decision, c.Printed.Printed, r.trueChange(moves[0]), fmt.Sprintf("It is said to be %s, and %s. %s.", said, is, r.moved(moves[0])))
	return true
}

// moved says of a move from what to what it went, and by how much.
func (r mover) moved(m move) string {
	says := fmt.Sprintf("From %s%s in %s to %s%s in %s is %s", m.from.Printed.Printed, r.counted(m.from), m.from.key.Year, m.to.Printed.Printed, r.counted(m.to), m.to.key.Year, r.trueChange(m))
	if m.from.value().Sign() > 0 {
		says += fmt.Sprintf(", or %s%% of what it was", signed(r.relatively(m), 1))
	}
	return says
}

// counted tells the counts behind a percentage, where there is one pair.
func (r *reader) counted(c *cell) string {
	if all := r.people(c); len(all) == 1 {
		return fmt.Sprintf(" (%s of %s)", number(all[0].n), number(all[0].of))
	}
	return ""
}

// trueChange says by how much a figure moved: all that whole numbers of people allow, where
// the counts behind it are known.
func (r mover) trueChange(m move) string {
	switch m.to.role {
	case aCount:
		by := m.to.low - m.from.low
		sign := map[bool]string{true: "+", false: words.Minus}[by >= 0]
		return sign + number(max(by, -by))
	case aRatio:
		return signed(new(big.Rat).Sub(m.to.value(), m.from.value()), min(m.from.decimals(), m.to.decimals()))
	}
	const decimals = 2
	if all := r.attainable(m); len(all) == 1 {
		return signed(all[0], decimals) + words.PointsUnit
	} else if len(all) > 1 {
		var sizes []string
		for _, v := range all {
			if s := text(new(big.Rat).Abs(v), decimals); !slices.Contains(sizes, s) {
				sizes = append(sizes, s)
			}
		}
		slices.SortFunc(sizes, func(a, b string) int { return compareNumbers(a, b) })
		if len(sizes) == 1 {
			return signed(all[0], decimals) + words.PointsUnit
		}
		return strings.Join(sizes[:len(sizes)-1], ", ") + " or " + sizes[len(sizes)-1] + words.PointsUnit
	}
	return signed(new(big.Rat).Sub(m.to.value(), m.from.value()), max(1, min(m.from.decimals(), m.to.decimals()))) + words.PointsUnit
}

func compareNumbers(a, b string) int {
	x, _ := new(big.Rat).SetString(a)
	y, _ := new(big.Rat).SetString(b)
	return x.Cmp(y)
}

// attainable gives each change in percentage points that the whole numbers behind the two
// percentages allow; none where they aren't known, or are too many.
func (r mover) attainable(m move) []*big.Rat {
	const most = 12
	before, after := r.people(m.from), r.people(m.to)
	if len(before)*len(after) > most {
		return nil
	}
	var all []*big.Rat
	for _, a := range before {
		for _, b := range after {
			all = append(all, new(big.Rat).Sub(b.percent(), a.percent()))
		}
	}
	return all
}

// unattained says that no whole numbers of people give a printed change, where that is so.
func (r mover) unattained(m move, n model.PrintedNumber) string {
	all := r.attainable(m)
	if len(all) < 2 || n.Decimals < 2 || m.from.decimals() == m.to.decimals() {
		return ""
	}
	size := n
	size.Value = new(big.Rat).Abs(n.Value)
	for _, v := range all {
		if size.Rounds(new(big.Rat).Abs(v)) {
			return ""
		}
	}
	return fmt.Sprintf(" Whole numbers of people give %s; %s is the difference of two figures with unlike decimals.", r.trueChange(m), text(size.Value, n.Decimals))
}
