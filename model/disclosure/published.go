package disclosure

import (
	"cmp"
	"slices"

	"wres/model"
	"wres/model/disclosure/sums"
	"wres/model/indicator"
)

// GivenAway is a small number that is given away by figures which were printed before, with
// what a view shows.
type GivenAway struct {
	Year    model.Year
	At      Spot // of one row and one column
	Printed []model.Printed
	With    []int // shown numbers without which it would be hidden still; nil: there are none, or it takes others
	Left    []int // the small values that it can have
	More    bool  // it can have others, which are not small
}

// GivenAway finds the small numbers of which printed figures leave fewer values than the
// view promises. The figures are public, whatever the view hides. full is what the view was
// made of.
func (a Account) GivenAway(full *indicator.Results, published []model.Printed) []GivenAway {
	var all []GivenAway
	for _, of := range a.Years {
		if of.kept == nil {
			continue
		}
		s := press{of.kept.readers, full, of.Year}
		if prints := s.prints(published); len(prints) > 0 {
			all = append(all, s.givenAway(prints)...)
		}
	}
	return all
}

// press is a sheet, beside which stands what was printed of its year.
type press struct {
	*attacked
	full *indicator.Results
	year model.Year
}

// somebody is a reader of what a sheet shows, and of printed figures.
type somebody struct {
	press
	*sums.Reader
	in map[*number]int // the quantity of each number
}

// read makes a reader of what the sheet shows, who can be told of printed figures.
func (s press) read(prints []print) somebody {
	r := somebody{s, &sums.Reader{}, map[*number]int{}}
	for range s.truth {
		r.Unknown()
	}
	for _, terms := range s.parts {
		r.Know(r.Sum(terms), sums.AtLeast(0))
	}
	for _, n := range s.numbers {
		r.in[n] = r.Sum(n.terms)
	}
	for i := range prints {
		prints[i].quantity = r.Sum(prints[i].terms)
	}
	for _, n := range s.numbers {
		if !n.hidden && !n.derived() {
			r.Know(r.in[n], s.rule.behind(n))
		}
	}
	return r
}

func (s press) givenAway(prints []print) []GivenAway {
	var all []GivenAway
	r := s.read(prints)
	for _, n := range s.numbers {
		if !n.small || n.derived() {
			continue
		}
		r.know(prints, false)
		before := r.values(n)
		r.know(prints, true)
		left := r.values(n)
		if len(left) >= min(len(before), s.promised(n)) {
			continue
		}
		needed := slices.Clone(prints)
		for _, p := range slices.Backward(prints) {
			r.Know(p.quantity, sums.Anything())
			if len(r.values(n)) > len(left) {
				r.Know(p.quantity, p.in)
			} else {
				needed = slices.DeleteFunc(needed, func(q print) bool { return q.quantity == p.quantity })
			}
		}
		given := GivenAway{Year: s.year, At: s.spotOf(n), With: s.beside(n, needed), Left: left, More: r.more(n)}
		for _, p := range needed {
			given.Printed = append(given.Printed, p.Printed)
		}
		all = append(all, given)
	}
	return all
}

// know tells a reader of printed figures, or has them forgotten.
func (r somebody) know(prints []print, told bool) {
	for _, p := range prints {
		in := sums.Anything()
		if told {
			in = p.in
		}
		r.Know(p.quantity, in)
	}
}

// values lists the small values that a number can have.
func (r somebody) values(n *number) (left []int) {
	for v := 1; v <= r.rule.Small; v++ {
		if r.Could(r.in[n], v, r.rule.Budget) == sums.Yes {
			left = append(left, v)
		}
	}
	return left
}

// more reports whether a number can have a value that is not small.
func (r somebody) more(n *number) bool {
	if r.Could(r.in[n], 0, r.rule.Budget) == sums.Yes {
		return true
	}
	before := r.Knows(r.in[n])
	defer r.Know(r.in[n], before)
	r.Know(r.in[n], sums.AtLeast(r.rule.Small+1))
	return r.Possible(r.rule.Budget) == sums.Yes
}

// promised is how many small values any reader of the view is left of a number at least.
func (s *attacked) promised(n *number) int {
	if s.ofUnknownInRow(n) {
		return min(2, s.rule.Small)
	}
	return s.rule.values()
}

// beside lists the shown numbers that a printed sum is made of together with a number; nil
// where there is another way to it, it is the number itself, or they are rounded.
func (s press) beside(n *number, prints []print) []int {
	if len(prints) != 1 || s.rule.Base > 0 {
		return nil
	}
	left := s.unlike(prints[0].terms, n.terms)
	shown := slices.DeleteFunc(slices.Clone(s.numbers), func(of *number) bool { return of.hidden || of.derived() })
	slices.SortStableFunc(shown, func(a, b *number) int { return cmp.Compare(len(b.terms), len(a.terms)) })
	var with []int
	for _, of := range shown {
		if rest := s.unlike(left, of.terms); len(of.terms) > 0 && len(rest) == len(left)-len(of.terms) {
			left, with = rest, append(with, of.value)
		}
	}
	if len(left) > 0 {
		return nil
	}
	return with
}

// unlike gives the terms of a sum that are not in another.
func (s press) unlike(terms, other []sums.Term) []sums.Term {
	return slices.DeleteFunc(slices.Clone(terms), func(t sums.Term) bool { return slices.Contains(other, t) })
}

// spotOf says where a number is printed first.
func (s *sheet) spotOf(n *number) Spot {
	p := n.places[slices.IndexFunc(n.places, func(p place) bool { return p.column != rest })]
	spot := Spot{Rows: rowsOf[p.kind], Category: p.category, Indicator: p.of, Total: p.column == all}
	if !spot.Total {
		spot.Groups = []model.Group{model.Group(p.column)}
	}
	switch p.kind {
	case bandRows, clusterRows, tierRows, partEventRow, partAtRiskRow, boardRows:
		spot.At = []int{p.row}
	}
	return spot
}
