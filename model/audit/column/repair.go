package column

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"wres/model/nearest"
)

// Repair is a smallest set of figures without which the others agree, by their places in the
// column, and what stands behind the rest. Values has for each what it must be, as it would
// be printed beside the others of its kind, for up to mostValues values.
type Repair struct {
	Figures []int
	Values  [][]string
	Answer  Answer
	Score   int // how well it explains itself: see Repairs
}

const (
	repairLimit = 60    // solutions of a repair that are counted
	repairSteps = 4_000 // of one search
	mostValues  = 4
)

// Repairs lists the smallest sets of up to most figures that, printed otherwise, let a column
// agree: fewest first, then those that explain themselves best. Of a repair's figures, one
// that is worked out counts one (counts are copied, percentages are worked out), and one
// more where its right value is a likely slip from what is printed (slip). Steps bounds the
// whole search.
func (c Column) Repairs(most, steps int) []Repair {
	var all []Repair
	for size := 1; size <= most; size++ {
		c.sets(size, func(set []int) bool {
			if steps <= 0 {
				return false
			}
			if slices.ContainsFunc(all, func(r Repair) bool { return within(r.Figures, set) }) {
				return true
			}
			left := min(steps, repairSteps)
			a := c.without(set).search(repairLimit, &left)
			steps -= min(steps, repairSteps) - left
			if len(a.Solutions) > 0 {
				all = append(all, c.repair(slices.Clone(set), a))
			}
			return true
		})
	}
	slices.SortStableFunc(all, func(a, b Repair) int {
		return cmp.Or(cmp.Compare(len(a.Figures), len(b.Figures)), -cmp.Compare(a.Score, b.Score), cmp.Compare(len(a.Answer.Solutions), len(b.Answer.Solutions)))
	})
	return all
}

// sets calls do with every set of so many figures, until it answers false.
func (c Column) sets(size int, do func([]int) bool) {
	set := make([]int, 0, size)
	var grow func(from int) bool
	grow = func(from int) bool {
		if len(set) == size {
			return do(set)
		}
		for i := from; i < len(c.Figures); i++ {
			set = append(set, i)
			if !grow(i + 1) {
				return false
			}
			set = set[:len(set)-1]
		}
		return true
	}
	grow(0)
}

// within reports whether all of a is in b; both are in order.
func within(a, b []int) bool {
	return !slices.ContainsFunc(a, func(i int) bool { return !slices.Contains(b, i) })
}

// without gives the column without some figures.
func (c Column) without(set []int) Column {
	var rest []Figure
	for i, f := range c.Figures {
		if !slices.Contains(set, i) {
			rest = append(rest, f)
		}
	}
	c.Figures = rest
	return c
}

// repair says of a set what its figures must be.
func (c Column) repair(set []int, a Answer) Repair {
	r := Repair{Figures: set, Answer: a}
	for _, i := range set {
		values := c.Values(i, a)
		r.Values = append(r.Values, values)
		if !c.Figures[i].Kind.Counted() {
			r.Score++
		}
		if len(values) == 1 && c.slip(i, values[0]) {
			r.Score++
		}
	}
	return r
}

// Values gives what a figure of the column would be printed as by each solution, each value
// once, up to mostValues; with as many decimals as the others of its kind have.
func (c Column) Values(i int, a Answer) []string {
	if a.Many || !a.gives(c.Figures[i]) {
		return nil
	}
	var values []string
	for _, s := range a.Solutions {
		v, ok := c.Print(i, s)
		if ok && !slices.Contains(values, v) {
			if len(values) == mostValues {
				return nil
			}
			values = append(values, v)
		}
	}
	return values
}

// decimals gives with how many decimals a figure of the column is to be printed: at least
// its own and those of its row, and the most that others of its kind have.
func (c Column) decimals(i int) int {
	f := c.Figures[i]
	most := max(f.Decimals, f.Row)
	for j, other := range c.Figures {
		if j != i && other.Kind == f.Kind && other.Fraction == f.Fraction {
			most = max(most, other.Decimals)
		}
	}
	return most
}

// Print writes what a figure of the column is by a solution, rounded half up to as many
// decimals as the others of its kind have; false where it is not defined.
func (c Column) Print(i int, s Solution) (string, bool) {
	f, decimals, halved := c.Figures[i], c.decimals(i), c.Halved
	top, under := f.Of(s)
	if c.Known && (f.Kind == ShareOfAtRisk || f.Kind == ShareOfEvents) {
		under -= map[Kind]int64{ShareOfAtRisk: s.AtRisk[Unknown], ShareOfEvents: s.Events[Unknown]}[f.Kind]
	}
	if f.Kind.Counted() {
		return strconv.FormatInt(top, 10), true
	}
	if under == 0 {
		return "", false
	}
	if halved && f.Kind == Rate {
		under *= 2
	}
	times := pow10(decimals)
	if f.Kind != Ratio && !f.Fraction {
		times *= 100
	}
	q := rounded(top, times, under)
	text := strconv.FormatInt(q, 10)
	if decimals > 0 {
		text = strings.Repeat("0", max(0, decimals+1-len(text))) + text
		text = text[:len(text)-decimals] + "." + text[len(text)-decimals:]
	}
	if f.Sign {
		text += "%"
	}
	return text, true
}

// Of gives the two numbers of which a figure is the quotient; of a count, itself and one.
func (f Figure) Of(s Solution) (top, under int64) {
	switch f.Kind {
	case AtRisk, Events:
		return s.Count(f.Kind, f.Group), 1
	case ShareOfAtRisk:
		return s.Count(AtRisk, f.Group), s.Count(AtRisk, All)
	case ShareOfEvents:
		return s.Count(Events, f.Group), s.Count(Events, All)
	case Rate:
		return s.Count(Events, f.Group), s.Count(AtRisk, f.Group)
	}
	other := White + BME - f.Group
	return s.Events[f.Group] * s.AtRisk[other], s.AtRisk[f.Group] * s.Events[other]
}

// quotes reports whether a percentage is that of two other counts that are printed.
func (c Column) quotes(f Figure) bool {
	var counts []int64
	whole, rest := map[Kind]int64{}, map[Kind]int64{}
	for _, other := range c.Figures {
		if !other.Kind.Counted() || other.Low != other.High {
			continue
		}
		counts = append(counts, other.Low)
		switch other.Group {
		case All:
			whole[other.Kind] = other.Low
		case Unknown:
			rest[other.Kind] = other.Low
		}
	}
	for _, k := range []Kind{AtRisk, Events} {
		if whole[k] > 0 && rest[k] > 0 {
			counts = append(counts, whole[k]-rest[k])
		}
	}
	if f.scale() > mostDecimals+2 {
		return false // its products would leave 64 bits
	}
	low, high := f.span(false)
	unit := 2 * pow10(f.scale())
	for _, n := range counts {
		for _, of := range counts {
			if n < of && low*of <= unit*n && unit*n <= high*of {
				return true
			}
		}
	}
	return false
}

// slip reports whether what is printed of a figure is a likely slip from the value that it
// must have: the value of another figure of the column or of two other counts, a digit dropped or two exchanged, a
// decimal point elsewhere, a ratio upside down, or decimals unlike those of its kind.
func (c Column) slip(i int, must string) bool {
	f := c.Figures[i]
	was := f.digits()
	is := strings.Trim(strings.ReplaceAll(strings.TrimSuffix(must, "%"), ".", ""), "0")
	if !f.Kind.Counted() {
		for j, other := range c.Figures {
			if j != i && !other.Kind.Counted() && other.Digits == f.Digits && other.Decimals == f.Decimals {
				return true
			}
		}
		if f.Decimals < c.decimals(i) || f.Kind != Ratio && c.quotes(f) {
			return true
		}
	}
	if f.Kind == Ratio && f.inverse(must) {
		return true
	}
	was = strings.Trim(was, "0")
	edits := 1
	if min(len(was), len(is)) >= 4 {
		edits = 2
	}
	return was == is || nearest.Distance([]rune(was), []rune(is)) <= edits && min(len(was), len(is)) > 1
}

// digits gives the digits of a figure as printed, without a point.
func (f Figure) digits() string {
	if f.Kind.Counted() {
		return strconv.FormatInt(f.Low, 10)
	}
	return strconv.FormatInt(f.Digits, 10)
}

// inverse reports whether a ratio is one over what it must be, to its last digit.
func (f Figure) inverse(must string) bool {
	value, err := strconv.ParseInt(strings.ReplaceAll(must, ".", ""), 10, 64)
	if err != nil || value == 0 {
		return false
	}
	decimals := 0
	if at := strings.IndexByte(must, '.'); at >= 0 {
		decimals = len(must) - at - 1
	}
	low, high := pow10(decimals+f.Decimals)*2/(2*value+1), ceiling(pow10(decimals+f.Decimals)*2, 2*value-1)
	return low-1 <= f.Digits && f.Digits <= high+1
}
