package disclosure_test

import (
	"math"
	"slices"
)

// boundless is the upper bound of what has none.
const boundless = math.MaxInt64

// simplex decides whether whole numbers between bounds, and sums of them between bounds,
// can all be had at once. It keeps every variable as a sum of those that are free to move
// (a tableau), moves one of these where a bound is broken, by Bland's rule, and where the
// answer has a fraction it splits the range of that variable in two. All arithmetic is
// exact: a row is whole numbers over one denominator.
//
// It begins at a solution that is known, the true counts, so that a question changes the
// bounds of few variables and takes few steps.
type simplex struct {
	base    int     // how many of the variables, the first, are unknowns; the others are sums
	low, up []int64 // by variable
	at      []int64 // the value of each free variable
	row     []int   // by variable: the row that holds it, or -1
	column  []int   // by variable: the column, or -1
	free    []int   // by column: the variable
	rows    []tableauRow
	nodes   int  // splits left of a question
	spent   bool // a question ran out of them
}

// tableauRow says over * variable = of[0]*free[0] + of[1]*free[1] + ... + constant.
type tableauRow struct {
	variable       int
	over, constant int64
	of             []int64
	sum            int64 // over * the value
}

// term is a multiple of an unknown.
type term struct {
	unknown int
	times   int64
}

// newSimplex begins at the true counts, each at least 0.
func newSimplex(truth []int64) *simplex {
	s := &simplex{base: len(truth)}
	for i, n := range truth {
		s.low, s.up, s.at = append(s.low, 0), append(s.up, boundless), append(s.at, n)
		s.row, s.column, s.free = append(s.row, -1), append(s.column, i), append(s.free, i)
	}
	return s
}

// sum adds a sum of unknowns as a variable.
func (s *simplex) sum(terms []term, low, up int64) int {
	v := len(s.low)
	r := tableauRow{variable: v, over: 1, of: make([]int64, len(s.free))}
	for _, t := range terms {
		r.of[t.unknown] += t.times
	}
	s.low, s.up, s.at = append(s.low, low), append(s.up, up), append(s.at, 0)
	s.row, s.column = append(s.row, len(s.rows)), append(s.column, -1)
	s.rows = append(s.rows, r)
	s.total(&s.rows[len(s.rows)-1])
	return v
}

// total sums a row anew.
func (s *simplex) total(r *tableauRow) {
	r.sum = r.constant
	for j, times := range r.of {
		r.sum += times * s.at[s.free[j]]
	}
}

// settle takes the variables that cannot move out of the tableau.
func (s *simplex) settle() {
	for v := range s.low {
		if i := s.row[v]; i >= 0 && s.low[v] == s.up[v] {
			for j, times := range s.rows[i].of {
				if out := s.free[j]; times != 0 && s.low[out] != s.up[out] {
					s.pivot(i, j)
					s.at[v] = s.low[v]
					break
				}
			}
		}
	}
	var free []int
	var kept []bool
	for _, v := range s.free {
		kept = append(kept, s.low[v] != s.up[v])
		if s.low[v] != s.up[v] {
			s.column[v] = len(free)
			free = append(free, v)
		} else {
			s.column[v] = -1
		}
	}
	for i := range s.rows {
		r := &s.rows[i]
		var of []int64
		for j, times := range r.of {
			if kept[j] {
				of = append(of, times)
			} else {
				r.constant += times * s.at[s.free[j]]
			}
		}
		r.of = of
	}
	s.free = free
	s.rows = slices.DeleteFunc(s.rows, func(r tableauRow) bool {
		still := s.low[r.variable] == s.up[r.variable]
		if still {
			s.row[r.variable] = -1
		}
		return still
	})
	for i := range s.rows {
		s.row[s.rows[i].variable] = i
		s.total(&s.rows[i])
	}
}

// pivot frees the variable of row i in place of that of column j.
func (s *simplex) pivot(i, j int) {
	r := &s.rows[i]
	out, in, p := r.variable, s.free[j], r.of[j]
	sign := int64(1)
	if p < 0 {
		sign = -1
	}
	for k := range r.of {
		r.of[k] *= -sign
	}
	r.of[j], r.over, r.constant = sign*r.over, sign*p, -sign*r.constant
	r.variable = in
	r.shorten()
	for l := range s.rows {
		o := &s.rows[l]
		if l == i || o.of[j] == 0 {
			continue
		}
		q := o.of[j]
		o.of[j] = 0
		for k := range o.of {
			o.of[k] = o.of[k]*r.over + q*r.of[k]
		}
		o.constant = o.constant*r.over + q*r.constant
		o.over *= r.over
		o.shorten()
	}
	s.free[j], s.column[out], s.row[out], s.column[in], s.row[in] = out, j, -1, -1, i
}

// shorten divides a row by what all of it can be divided by.
func (r *tableauRow) shorten() {
	const large = 1 << 30
	if r.over == 1 {
		return
	}
	by := gcd(r.over, r.constant)
	for _, times := range r.of {
		if by = gcd(by, times); by == 1 {
			break
		}
	}
	r.over /= by
	r.constant /= by
	for k := range r.of {
		r.of[k] /= by
		if r.of[k] > large || r.of[k] < -large {
			panic("the numbers of a tableau grow too large")
		}
	}
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	if a < 0 {
		return -a
	}
	return a
}

// bound changes the bounds of a variable.
func (s *simplex) bound(v int, low, up int64) {
	s.low[v], s.up[v] = low, up
	if j := s.column[v]; j >= 0 && (s.at[v] < low || s.at[v] > up) {
		s.move(j, min(max(s.at[v], low), up))
	}
}

// move gives the free variable of a column another value.
func (s *simplex) move(j int, to int64) {
	v := s.free[j]
	by := to - s.at[v]
	s.at[v] = to
	for i := range s.rows {
		s.rows[i].sum += by * s.rows[i].of[j]
	}
}

// broken gives the row of the first variable that breaks a bound, and the bound.
func (s *simplex) broken() (row int, bound int64) {
	row, first := -1, len(s.low)
	for i := range s.rows {
		r := &s.rows[i]
		if v := r.variable; v < first {
			if r.sum < s.low[v]*r.over {
				row, first, bound = i, v, s.low[v]
			} else if s.up[v] != boundless && r.sum > s.up[v]*r.over {
				row, first, bound = i, v, s.up[v]
			}
		}
	}
	return row, bound
}

// feasible moves until no bound is broken; false where that cannot be.
func (s *simplex) feasible() bool {
	for {
		i, bound := s.broken()
		if i < 0 {
			return true
		}
		r := &s.rows[i]
		up := r.sum < bound*r.over
		enter, first := -1, len(s.low)
		for j, times := range r.of {
			v := s.free[j]
			if times == 0 || v >= first {
				continue
			}
			if grows := (times > 0) == up; grows && s.at[v] < s.up[v] || !grows && s.at[v] > s.low[v] {
				enter, first = j, v
			}
		}
		if enter < 0 {
			return false
		}
		out := r.variable
		s.pivot(i, enter)
		s.at[out] = bound
		for l := range s.rows {
			s.total(&s.rows[l])
		}
	}
}

// solve gives unknowns that are between all bounds, whole numbers; nil where there are
// none. It sets spent, and gives nil, where it ran out of splits: then nothing is decided.
func (s *simplex) solve() []int64 {
	s.nodes, s.spent = 3000, false
	return s.split()
}

func (s *simplex) split() []int64 {
	if s.nodes--; s.nodes < 0 || s.spent {
		s.spent = true
		return nil
	}
	if !s.feasible() {
		return nil
	}
	for i := range s.rows {
		r := &s.rows[i]
		if r.variable >= s.base || r.sum%r.over == 0 {
			continue
		}
		v, floor := r.variable, r.sum/r.over // it is not below 0
		low, up := s.low[v], s.up[v]
		for _, half := range [][2]int64{{low, floor}, {floor + 1, up}} {
			s.bound(v, half[0], half[1])
			found := s.split()
			s.bound(v, low, up)
			if found != nil || s.spent {
				return found
			}
		}
		return nil
	}
	return s.solution()
}

// solution reads the unknowns.
func (s *simplex) solution() []int64 {
	all := make([]int64, s.base)
	for v := range all {
		if i := s.row[v]; i >= 0 {
			all[v] = s.rows[i].sum / s.rows[i].over
		} else {
			all[v] = s.at[v]
		}
	}
	return all
}
