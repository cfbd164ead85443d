package sums

import "math"

// near is how far a number may lie from a whole one by rounding.
const near = 1e-7

// solve looks for whole numbers in all ranges.
func (r *Reader) solve() Answer {
	if answer := r.fit(); answer != Yes {
		return answer
	}
	for q, terms := range r.terms {
		if terms == nil && math.Abs(r.value[q]-math.Round(r.value[q])) > near {
			return r.split(q)
		}
	}
	if !r.fits() {
		return TooLong // rounding has added up
	}
	return Yes
}

// split tries the whole numbers below the value of a quantity, and then those above.
func (r *Reader) split(quantity int) Answer {
	before, below := r.known[quantity], int(math.Floor(r.value[quantity]))
	answer := No
	for _, half := range []Range{{before.Low, below}, {below + 1, before.High}} {
		r.Know(quantity, half)
		if answer = r.solve(); answer != No {
			break
		}
	}
	r.Know(quantity, before)
	return answer
}

// fits adds the numbers found up again.
func (r *Reader) fits() bool {
	for q, in := range r.known {
		n := int(math.Round(r.value[q]))
		if r.terms[q] != nil {
			n = 0
			for _, t := range r.terms[q] {
				n += t.Times * int(math.Round(r.value[t.Unknown]))
			}
		}
		if n < in.Low || n > in.High {
			return false
		}
	}
	return true
}

// fit moves the values into their ranges, whole or not: one that a row gives is brought to
// the end of its range that it lies outside of, in exchange for one of a column that has
// room. That the first of each is taken sees to it that the moves come to an end.
func (r *Reader) fit() Answer {
	for {
		row, target := r.outside()
		if row < 0 {
			return Yes
		}
		if r.steps--; r.steps < 0 {
			return TooLong
		}
		column := r.room(row, target > r.value[r.basic[row]])
		if column < 0 {
			return No
		}
		r.exchange(row, column, target)
	}
}

// outside gives the first quantity that lies outside of its range, by the row that gives
// it, and where that begins or ends; -1 where none does.
func (r *Reader) outside() (row int, target float64) {
	row = -1
	for i, q := range r.basic {
		if row >= 0 && q > r.basic[row] {
			continue
		}
		switch in := r.known[q]; {
		case r.value[q] < float64(in.Low)-near:
			row, target = i, float64(in.Low)
		case r.value[q] > float64(in.High)+near:
			row, target = i, float64(in.High)
		}
	}
	return row, target
}

// room gives the first column whose quantity can move so that the row's goes up, or down;
// -1 where there is none.
func (r *Reader) room(row int, up bool) int {
	best := -1
	for j, cell := range r.rows[row] {
		q := r.column[j]
		if math.Abs(cell) < near || best >= 0 && q > r.column[best] {
			continue
		}
		if in := r.known[q]; (cell > 0) == up && r.value[q] < float64(in.High)-near || (cell > 0) != up && r.value[q] > float64(in.Low)+near {
			best = j
		}
	}
	return best
}

// exchange brings the quantity of a row to a value, lets that of a column pay for it, and
// has the two change places.
func (r *Reader) exchange(row, column int, target float64) {
	leaving, entering := r.basic[row], r.column[column]
	r.move(column, (target-r.value[leaving])/r.rows[row][column])
	r.value[leaving] = target
	pivot := r.rows[row]
	by := pivot[column]
	for j := range pivot {
		pivot[j] /= -by
	}
	pivot[column] = 1 / by
	for i, other := range r.rows {
		times := other[column]
		if i == row || times == 0 {
			continue
		}
		other[column] = 0
		for j, cell := range pivot {
			if cell != 0 {
				other[j] = whole(other[j] + times*cell)
			}
		}
	}
	r.basic[row], r.column[column] = entering, leaving
	r.at[entering], r.at[leaving] = -1-row, column
}

// move changes the value of a column's quantity, and with it those of all rows.
func (r *Reader) move(column int, by float64) {
	if by == 0 {
		return
	}
	q := r.column[column]
	r.value[q] = whole(r.value[q] + by)
	for i, row := range r.rows {
		if cell := row[column]; cell != 0 {
			r.value[r.basic[i]] = whole(r.value[r.basic[i]] + cell*by)
		}
	}
}

// whole rounds what lies next to a whole number, so that rounding does not add up.
func whole(x float64) float64 {
	if n := math.Round(x); math.Abs(x-n) < 1e-9 {
		return n
	}
	return x
}
