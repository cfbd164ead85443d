package tables

import (
	"wres/model/audit/column"
	"wres/model/indicator"
)

// outcome is what became of a column.
type outcome uint8

const (
	agreed      outcome = iota // whole numbers print so
	cutOff                     // if its figures were cut off and not rounded
	ofKnown                    // if its shares are of those whose ethnicity is known
	undecided                  // nothing was found, and nothing excluded
	exchanged                  // if the figures of two groups change places
	contradicts                // nothing is left but a wrong figure
)

// judged is a column as it was read, and what became of it.
type judged struct {
	column  column.Column
	cells   []*cell
	slots   []slot
	outcome outcome
	answer  column.Answer
	swap    column.Swap
	repairs []column.Repair
}

// judge searches a column under each innocent reading, and looks for what to mend where none
// agrees.
func (r *reader) judge(f *figures, in []*cell) judged {
	var plain []judged
	for _, fraction := range fractions(in) {
		j := judged{cells: in}
		for _, c := range in {
			s, _ := slotOf(c)
			j.slots = append(j.slots, s)
			figure := c.figure(s, fraction)
			figure.Row = r.rowDecimals(c, 0)
			j.column.Figures = append(j.column.Figures, figure)
		}
		plain = append(plain, j)
	}
	for _, way := range ways(f.ind) {
		if way.outcome == cutOff && r.rowsRound(in) {
			break
		}
		for _, j := range plain {
			if way.apply(&j) && j.search() && (!j.column.Known || r.ofKnown(&j)) {
				j.outcome = way.outcome
				return j
			}
		}
	}
	j := plain[0]
	if j.answer = j.column.Search(mostSolutions, searchSteps); !j.answer.None() {
		j.outcome = undecided
		return j
	}
	for _, j := range plain {
		if swaps := j.column.Swaps(mostSolutions, searchSteps); len(swaps) > 0 {
			j.outcome, j.swap = exchanged, swaps[0]
			return j
		}
	}
	j.outcome = contradicts
	for size := 1; size <= 3 && len(j.repairs) == 0; size++ {
		j.repairs = j.column.Repairs(size, repairSteps)
	}
	return j
}

// search looks for whole numbers; false where there are none, or none can be found.
func (j *judged) search() bool {
	j.answer = j.column.Search(mostSolutions, searchSteps)
	return len(j.answer.Solutions) > 0 || j.answer.Many
}

// ofKnown reports whether a report takes its shares of those whose ethnicity is known: several
// of a column, or the same one in another year. One alone is a slip.
func (r *reader) ofKnown(j *judged) bool {
	shares := 0
	for _, c := range j.cells {
		if c.role != aShare || c.key.Group == known {
			continue
		}
		shares++
		for _, other := range r.series[c.line()] {
			if other.key.Figure != c.key.Figure || other.key.Year == c.key.Year || !other.percentage() {
				continue
			}
			n, of := other.counts()
			part, okPart := r.counts[n]
			whole, okWhole := r.counts[of]
			some, okSome := r.known(of)
			if okPart && okWhole && okSome && some > 0 && other.prints(share(part, some)) && !other.prints(share(part, whole)) {
				return true
			}
		}
	}
	return shares > 1
}

// known gives how many are of a known ethnicity, of a count of all: as printed, or less the
// others.
func (r *reader) known(whole documentKey) (int64, bool) {
	some, others := whole, whole
	some.Group, others.Group = known, unknown
	if n, ok := r.counts[some]; ok {
		return n, true
	}
	n, ok := r.counts[others]
	of, okAll := r.counts[whole]
	return of - n, ok && okAll && of >= n
}

// rowsRound reports whether another year of a percentage of a column was rounded up, so that
// this one was not cut off.
func (r *reader) rowsRound(in []*cell) bool {
	for _, c := range in {
		if c.role != aShare && c.role != aRate {
			continue
		}
		for _, other := range r.series[c.line()] {
			if other.key.Figure != c.key.Figure || other.key.Year == c.key.Year || other.Source != c.Source || !other.percentage() {
				continue
			}
			n, of := other.counts()
			part, okPart := r.counts[n]
			whole, okWhole := r.counts[of]
			if !okPart || !okWhole || whole <= 0 {
				continue
			}
			if v := share(part, whole); other.readings[0].Rounds(v) && v.Cmp(other.readings[0].Value) < 0 {
				return true
			}
		}
	}
	return false
}

// counts gives the keys of the two counts that a percentage is made of.
func (c *cell) counts() (n, of documentKey) {
	n, of = c.key, c.key
	n.Figure, of.Figure = c.count, c.count
	if c.role == aRate {
		n.Figure = c.ind.Counts.Events
	} else {
		of.Group = all
	}
	return n, of
}

// fractions says in which ways the percentages without a sign of a column are to be read:
// those up to one may be fractions, all of them or none.
func fractions(in []*cell) []bool {
	for _, c := range in {
		if len(c.readings) > 1 {
			return []bool{true, false}
		}
	}
	return []bool{false}
}

// way is an innocent way to read a column.
type way struct {
	outcome outcome
	apply   func(*judged) bool // false where it reads nothing otherwise
}

// ways lists them, the plainest first.
func ways(ind *indicator.Indicator) []way {
	halved := func(j *judged) bool { j.column.Halved = true; return ind.Years != nil }
	known := func(j *judged) bool {
		j.column.Known = true
		return j.tellsUnknown()
	}
	cut := func(cut column.Cut) func(*judged) bool {
		return func(j *judged) bool { j.column.Cut = cut; return true }
	}
	both := func(a, b func(*judged) bool) func(*judged) bool {
		return func(j *judged) bool { return a(j) && b(j) }
	}
	return []way{
		{agreed, func(*judged) bool { return true }},
		{agreed, halved},
		{agreed, (*judged).ofRoundedRates},
		{agreed, both(halved, (*judged).ofRoundedRates)},
		{ofKnown, known},
		{ofKnown, both(known, (*judged).ofRoundedRates)},
		{cutOff, cut(column.RatesCut)},
		{cutOff, cut(column.AllCut)},
		{cutOff, both(halved, cut(column.AllCut))},
		{cutOff, both((*judged).ofRoundedRates, cut(column.RatesCut))},
		{cutOff, both(known, cut(column.RatesCut))},
	}
}

// tellsUnknown reports whether shares are printed, and something that tells how many are of
// unknown ethnicity: otherwise any share would be of those whose ethnicity is known.
func (j *judged) tellsUnknown() bool {
	shares, told := false, false
	for _, s := range j.slots {
		shares = shares || s.kind == column.ShareOfAtRisk || s.kind == column.ShareOfEvents
		told = told || s.group == column.Unknown || s.group == column.Known || s.group == column.White && s.kind.Counted()
	}
	return shares && told
}

// cell gives the cell of a slot, or nil.
func (j *judged) cell(k column.Kind, g column.Group) *cell {
	for i, s := range j.slots {
		if s == (slot{k, g}) {
			return j.cells[i]
		}
	}
	return nil
}

// ofRoundedRates leaves out a ratio that is the quotient of the two rates as they are printed:
// somebody took it of them, and not of what they were rounded from.
func (j *judged) ofRoundedRates() bool {
	at := -1
	for i, s := range j.slots {
		if s.kind == column.Ratio {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	top := j.slots[at].group
	over, under := j.cell(column.Rate, top), j.cell(column.Rate, column.White+column.BME-top)
	if over == nil || under == nil || under.Number.Value.Sign() == 0 || !printsAs(j.cells[at].Number, quotient(over.Number.Value, under.Number.Value)) {
		return false
	}
	rest := judged{}
	for i, c := range j.cells {
		if i != at {
			rest.cells, rest.slots = append(rest.cells, c), append(rest.slots, j.slots[i])
			rest.column.Figures = append(rest.column.Figures, j.column.Figures[i])
		}
	}
	j.cells, j.slots, j.column.Figures = rest.cells, rest.slots, rest.column.Figures
	return true
}
