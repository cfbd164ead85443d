package tables

import (
	"math/big"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/measure"
	"wres/model/indicator"
)

// role is what a figure tells.
type role uint8

const (
	aCount      role = iota + 1
	aShare           // a group's part of a count
	aRate            // of a group's people, those to whom it happened
	aRatio           // of two rates
	aDifference      // of two percentages
	aChange          // from one year to another
)

// The groups of a key, beside those of the standard.
const (
	all     = "all"
	known   = "known"
	white   = "white"
	bme     = "bme"
	unknown = "unknown"
)

// cell is a printed figure that is understood.
type cell struct {
	*document.Figure
	ind   *indicator.Indicator
	key   document.Key // with "all" for no group
	role  role
	count string // the name of the count that it is, or is a share of; of a rate, that of the people
	// A count lies from low to high. A percentage is one of the readings, in per cent.
	low, high int64
	origin    *cell // that this is made of: see wholeCell
	fits      bool  // it stands in the one variant of its column that agrees
	readings  []reading
	spent     bool     // it has been found wrong, or is told with one that was
	local     []string // the words that a label can have for the group, in lower case
}

// reading is one way to understand a printed percentage or ratio.
type reading struct {
	model.PrintedNumber
	fraction bool // it was printed as 0.27
}

// exact reports whether a cell is a count of one value.
func (c *cell) exact() bool { return c.role == aCount && c.low == c.high }

// spend says that a cell has been told of.
func (c *cell) spend() {
	c.spent = true
	if c.origin != nil {
		c.origin.spent = true
	}
}

// believe says that the rest of its column agrees with a cell.
func (c *cell) believe() {
	c.fits = true
	if c.origin != nil {
		c.origin.fits = true
	}
}

// percentage reports whether a cell is a percentage with one meaning.
func (c *cell) percentage() bool {
	return (c.role == aShare || c.role == aRate) && len(c.readings) == 1
}

// place is where a count lies: the whole key without its figure and group.
func (c *cell) place() document.Key {
	return document.Key{Year: c.key.Year, Indicator: c.key.Indicator, Part: c.key.Part}
}

// line is where a cell's other years and figures are.
func (c *cell) line() document.Key {
	return document.Key{Indicator: c.key.Indicator, Group: c.key.Group, Part: c.key.Part}
}

// read makes cells of the figures of a document.
func read(d *document.Document) *reader {
	r := &reader{doc: d, at: map[document.Key][]*cell{}, series: map[document.Key][]*cell{}, parts: map[document.Key][]*cell{}, result: Result{Rates: map[document.Key]Rate{}}, sources: map[string]int{}}
	local := []string{"bme", "bame", "ethnically diverse", "ethnic minorit", "black and minority", "black, asian", "global majority"}
	local = append(local, d.Terms.BME...)
	for i := range d.Figures {
		f := &d.Figures[i]
		r.sources[f.Source]++
		c := &cell{Figure: f, ind: indicator.Lookup(f.Indicator), key: f.Key(), local: local}
		c.key.Part = strings.ToLower(strings.TrimSpace(c.key.Part))
		if c.key.Group == "" {
			c.key.Group = all
		}
		if c.ind == nil || f.Year == 0 || !c.classify() {
			continue
		}
		c.number()
		r.cells = append(r.cells, c)
		r.at[c.key] = append(r.at[c.key], c)
		r.series[c.line()] = append(r.series[c.line()], c)
		whole := c.key
		whole.Part = ""
		r.parts[whole] = append(r.parts[whole], c)
	}
	r.count()
	return r
}

// classify says what a cell is, by the names of the catalogue.
func (c *cell) classify() bool {
	share, is := measure.ShareOf(c.ind, c.key)
	c.role, c.count = 0, c.ind.Counts.AtRisk
	switch name := c.key.Figure; {
	case measure.IsCount(c.ind, name):
		c.role, c.count = aCount, name
	case is && share.Rate:
		c.role, c.count = aRate, share.Base.Figure
	case is:
		c.role, c.count = aShare, share.Of.Figure
	case name == "relative-likelihood" && c.ind.Shape == indicator.Likelihood:
		c.role = aRatio
	case name == "difference":
		c.role = aDifference
	case name == "change":
		c.role = aChange
	}
	return c.role != 0
}

// number reads what is printed. A figure that can be read in two ways that matter has no
// number: "1.625" people, "1,625" of a ratio.
func (c *cell) number() {
	text := strings.TrimSpace(c.Printed.Printed)
	switch {
	case c.role == aCount:
		c.low, c.high = people(text, c.Figure)
	case !c.IsNumber || strings.Contains(text, ",") || c.Number.Of != nil:
	case c.role == aShare || c.role == aRate:
		c.readings = percentages(c.Number, c.key)
	case c.role == aRatio:
		if !c.Number.Signed && !c.Number.Percent {
			c.readings = []reading{{PrintedNumber: c.Number}}
		}
	default:
		c.readings = []reading{{PrintedNumber: c.Number}}
	}
}

// people gives the range of a printed number of people; low above high where none is told.
func people(text string, f *document.Figure) (low, high int64) {
	n := f.Number
	if f.IsNumber && !n.Percent && !n.Signed && n.Decimals == 0 && n.Value.IsInt() && n.Value.Num().IsInt64() {
		return n.Value.Num().Int64(), n.Value.Num().Int64()
	}
	if under, is := fewerThan(text); is {
		return 0, under - 1
	}
	return 1, 0
}

// fewerThan reads "<5", "fewer than five" and the like.
func fewerThan(text string) (int64, bool) {
	text = strings.ToLower(text)
	for _, before := range []string{"<", "fewer than", "less than", "under", "below"} {
		rest, is := strings.CutPrefix(text, before)
		if !is {
			continue
		}
		rest = strings.TrimSpace(rest)
		for i, word := range []string{"three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"} {
			if rest == word {
				return int64(i) + 3, true
			}
		}
		if n, ok := model.ParsePrinted(rest); ok && !n.Percent && !n.Signed && n.Decimals == 0 && n.Of == nil && n.Value.Num().IsInt64() {
			return n.Value.Num().Int64(), n.Value.Sign() > 0
		}
	}
	return 0, false
}

// percentages gives the readings of a percentage. Without its sign "0.27" is 0.27% or 27%.
func percentages(n model.PrintedNumber, k document.Key) []reading {
	if n.Value.Sign() < 0 || n.Signed {
		return nil
	}
	if n.Percent || n.Value.Cmp(big.NewRat(1, 1)) > 0 || n.Value.Sign() == 0 {
		return []reading{{PrintedNumber: n}}
	}
	if n.Decimals < 2 {
		return nil
	}
	whole := n
	whole.Value, whole.Decimals = new(big.Rat).Mul(n.Value, big.NewRat(100, 1)), n.Decimals-2
	return []reading{{whole, true}, {PrintedNumber: n}}
}

// count gathers the numbers of people that are printed, and in one way only. "1 of 15" tells
// of the whole too.
func (r *reader) count() {
	r.counts = map[document.Key]int64{}
	differ := map[document.Key]bool{}
	put := func(k document.Key, n int64) {
		if was, there := r.counts[k]; there && was != n {
			differ[k] = true
		}
		r.counts[k] = n
	}
	for _, c := range r.cells {
		if !c.exact() {
			continue
		}
		put(c.key, c.low)
		if whole, ok := c.whole(); ok {
			k := c.key
			k.Group = all
			put(k, whole)
		}
	}
	for k := range differ {
		delete(r.counts, k)
	}
}

// whole gives the whole that a count is printed with: of "1 of 15", 15.
func (c *cell) whole() (int64, bool) {
	of := c.Number.Of
	if c.role != aCount || of == nil || c.key.Group == all || c.ind.Shape == indicator.Likelihood || c.ind.Shape == indicator.Survey {
		return 0, false
	}
	return int64(*of), true
}
