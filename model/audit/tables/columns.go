package tables

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/indicator"
)

// How far a column is searched: solutions that are counted, and steps.
const (
	mostSolutions = 1000
	searchSteps   = 100_000
	repairSteps   = 400_000
	mostVariants  = 4
)

// slot is what a figure of a column tells; there is one figure of each.
type slot struct {
	kind  column.Kind
	group column.Group
}

// figures is one column as it is printed: the cells that stand in it, and what is printed of
// each slot more than once.
type figures struct {
	place document.Key
	ind   *indicator.Indicator
	slots []slot
	cells map[slot][]*cell
	words []*cell // of which a word is printed: "Data unavailable"
}

// columns searches each column, in the order in which the report prints them.
func (r *reader) columns() {
	r.behind = map[document.Key]column.Answer{}
	var places []document.Key
	by := map[document.Key]*figures{}
	for _, c := range r.cells {
		k := c.place()
		of := by[k]
		if of == nil {
			of = &figures{place: k, ind: c.ind, cells: map[slot][]*cell{}}
			by[k] = of
			places = append(places, k)
		}
		of.add(c)
		if whole := c.wholeCell(); whole != nil {
			of.add(whole)
		}
	}
	for _, k := range places {
		r.column(by[k])
	}
	for _, c := range r.cells {
		r.impossible(c)
	}
}

// wholeCell gives the whole that a count is printed with as a cell of its own; nil for none.
func (c *cell) wholeCell() *cell {
	n, ok := c.whole()
	if !ok {
		return nil
	}
	whole := *c
	whole.key.Group, whole.low, whole.high, whole.origin = all, n, n, c
	return &whole
}

// add puts a cell into its slot. One that is printed again, as exactly or less so, is there
// already.
func (f *figures) add(c *cell) {
	s, ok := slotOf(c)
	if !ok {
		return
	}
	if !c.usable() {
		if !c.IsNumber && c.role != aCount {
			f.words = append(f.words, c)
		}
		return
	}
	for i, there := range f.cells[s] {
		if there.agrees(c) {
			if c.decimals() > there.decimals() {
				f.cells[s][i] = c
			}
			return
		}
	}
	if len(f.cells[s]) == 0 {
		f.slots = append(f.slots, s)
	}
	f.cells[s] = append(f.cells[s], c)
}

// slotOf says where in a column a cell stands.
func slotOf(c *cell) (slot, bool) {
	groups := map[string]column.Group{white: column.White, bme: column.BME, unknown: column.Unknown, all: column.All, known: column.Known}
	g, ok := groups[c.key.Group]
	if !ok {
		return slot{}, false
	}
	events := c.count != "" && c.count == c.ind.Counts.Events
	switch {
	case c.role == aRatio:
		return slot{column.Ratio, topOf(c)}, true
	case c.role == aRate && c.key.Group != known:
		return slot{column.Rate, g}, true
	case c.role == aShare && g != column.All && events:
		return slot{column.ShareOfEvents, g}, true
	case c.role == aShare && g != column.All:
		return slot{column.ShareOfAtRisk, g}, true
	case c.role == aCount && events:
		return slot{column.Events, g}, true
	case c.role == aCount:
		return slot{column.AtRisk, g}, true
	}
	return slot{}, false
}

// topOf gives the group on top of a printed ratio: that of the catalogue, unless the row's
// label names the other one first ("of BME staff compared to white staff").
func topOf(c *cell) column.Group {
	top := column.Group(c.ind.Compare)
	label := " " + strings.Join(strings.FieldsFunc(strings.ToLower(c.Label), func(r rune) bool { return !unicode.IsLetter(r) && r != ',' }), " ") + " "
	first := func(words ...string) int {
		at := -1
		for _, w := range words {
			if i := strings.Index(label, " "+w); i >= 0 && (at < 0 || i < at) && (len(w) > 3 || strings.HasPrefix(label[i+1+len(w):], " ")) {
				at = i
			}
		}
		return at
	}
	w, b := first("white"), first(c.local...)
	if w < 0 || b < 0 {
		return top
	}
	if w < b {
		return column.White
	}
	return column.BME
}

// usable reports whether the search can take a cell.
func (c *cell) usable() bool {
	if c.role == aCount {
		return c.low <= c.high && c.high <= column.MostPeople
	}
	if c.role == aRate && c.ind.Shape == indicator.Likelihood && !c.ind.Counts.Shares && len(c.readings) == 1 && c.readings[0].Value.Cmp(hundred) > 0 {
		return false // somebody may be counted each time that it happened
	}
	return len(c.readings) > 0 && c.figure(slot{column.Rate, column.White}, false).Usable()
}

// decimals gives with how many decimals a cell is printed.
func (c *cell) decimals() int { return c.Number.Decimals }

// agrees reports whether two cells of one figure can be the same, one of them perhaps less
// exact.
func (c *cell) agrees(d *cell) bool {
	if c.role == aCount {
		return max(c.low, d.low) <= min(c.high, d.high)
	}
	for _, a := range c.readings {
		for _, b := range d.readings {
			if a.Decimals > b.Decimals {
				a, b = b, a
			}
			if a.Value.Cmp(b.Value) == 0 || a.Decimals < b.Decimals && printsAs(a.PrintedNumber, b.Value) {
				return true
			}
		}
	}
	return false
}

// figure makes the search's figure of a cell. Fraction takes a percentage without a sign as a
// fraction of one, where it can be one.
func (c *cell) figure(s slot, fraction bool) column.Figure {
	f := column.Figure{Kind: s.kind, Group: s.group, Low: c.low, High: c.high, Sign: c.Number.Percent}
	if c.role == aCount {
		return f
	}
	read := c.readings[len(c.readings)-1]
	if fraction {
		read = c.readings[0]
	}
	f.Decimals, f.Fraction = c.Number.Decimals, read.fraction
	digits, ok := scaled(c.Number.Value, c.Number.Decimals)
	if c.key.Group == known && c.role == aShare {
		f.Group = column.Unknown
		full, _ := scaled(hundred, c.Number.Decimals)
		if f.Fraction {
			full /= 100
		}
		digits, f.Rest = full-digits, true
	}
	if f.Digits = digits; !ok {
		f.Digits = -1
	}
	return f
}

// variants gives the columns that can be made of what is printed: one, or where a figure is
// printed with several values one for each.
func (f *figures) variants() [][]*cell {
	most := 1
	for _, of := range f.cells {
		most = max(most, len(of))
	}
	var out [][]*cell
	for v := range min(most, mostVariants) {
		var in []*cell
		for _, s := range f.slots {
			of := f.cells[s]
			in = append(in, of[min(v, len(of)-1)])
		}
		out = append(out, in)
	}
	return out
}

// source is where a column is printed: where its first figure is.
func (r *reader) source(in []*cell) (source string, line int) {
	first := slices.MinFunc(in, func(a, b *cell) int { return cmp.Compare(a.Line, b.Line) })
	if first.Source != "" {
		return first.Source, first.Line
	}
	return r.doc.Source, first.Line
}

// shape of a column that is listed: one of events.
func (f *figures) listed() bool { return f.ind.Shape == indicator.Likelihood }
