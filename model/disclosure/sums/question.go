package sums

import "slices"

// Answer says whether something could be.
type Answer uint8

// The answers. TooLong is none: the search was given up.
const (
	No Answer = iota
	Yes
	TooLong
)

// Reader answers questions about a System as it was when the reader was made. Every
// solution that it finds is kept, for it answers other questions too.
type Reader struct {
	sums   []sum
	in     [][]int // the sums that an unknown stands in
	start  []Range // of each unknown, as far as the sums narrow it
	part   []int   // the unknowns that hang together with this one have the same
	base   []int   // a solution
	whole  Answer  // whether there is one
	found  [][]int
	less   *Reader // who knows less, and whose questions the same solutions answer
	budget int
}

// NewReader makes a reader who may try so many steps for each question.
func NewReader(s *System, budget int) *Reader { return s.read(nil, budget) }

// Forget makes a reader of a system in which less is known than this one knows, of the
// same numbers: the solutions that were found are solutions still.
func (r *Reader) Forget(s *System) *Reader { return s.read(r.found, r.budget) }

func (s *System) read(found [][]int, budget int) *Reader {
	r := &Reader{sums: s.sums, in: make([][]int, s.unknowns), start: make([]Range, s.unknowns), found: slices.Clip(found), budget: budget}
	for i := range r.start {
		r.start[i] = AtLeast(0)
	}
	all := make([]int, len(s.sums))
	for i, known := range s.sums {
		all[i] = i
		for _, t := range known.terms {
			r.in[t.Unknown] = append(r.in[t.Unknown], i)
		}
	}
	if !r.narrow(r.start, all) {
		return r // nothing solves it
	}
	r.part = r.parts()
	r.begin()
	return r
}

// begin finds a solution to begin with, where none is known.
func (r *Reader) begin() {
	r.whole = Yes
	if len(r.found) == 0 {
		steps := r.budget
		var solution []int
		if solution, r.whole = r.search(slices.Clone(r.start), &steps); r.whole != Yes {
			return
		}
		r.keep(solution)
	}
	r.base = r.found[0]
}

// keep keeps a solution, for those who know less too.
func (r *Reader) keep(solution []int) {
	for ; r != nil; r = r.less {
		r.found = append(r.found, solution)
	}
}

// Given makes the reader who knows one sum more, with the solutions that it leaves.
func (r *Reader) Given(terms []Term, in Range) *Reader {
	more := &Reader{sums: append(slices.Clip(r.sums), sum{terms, in}), in: slices.Clone(r.in), start: slices.Clone(r.start), whole: r.whole, less: r, budget: r.budget}
	if r.whole != Yes {
		return more
	}
	for _, t := range terms {
		more.in[t.Unknown] = append(slices.Clip(more.in[t.Unknown]), len(r.sums))
	}
	if !more.narrow(more.start, []int{len(r.sums)}) {
		more.whole = No
		return more
	}
	for _, solution := range r.found {
		if n := value(terms, solution); in.Low <= n && n <= in.High {
			more.found = append(more.found, solution)
		}
	}
	more.part = more.parts()
	more.begin()
	return more
}

// Possible reports whether anything solves what the reader knows: No where it
// contradicts itself.
func (r *Reader) Possible() Answer { return r.whole }

// parts numbers the unknowns that are not settled so that those which stand in one sum
// have one number.
func (r *Reader) parts() []int {
	part := make([]int, len(r.start))
	for i := range part {
		part[i] = i
	}
	for changed := true; changed; {
		changed = false
		for _, known := range r.sums {
			least := len(part)
			for _, t := range known.terms {
				if r.open(t.Unknown) {
					least = min(least, part[t.Unknown])
				}
			}
			for _, t := range known.terms {
				if r.open(t.Unknown) && part[t.Unknown] != least {
					part[t.Unknown], changed = least, true
				}
			}
		}
	}
	return part
}

func (r *Reader) open(unknown int) bool { return r.start[unknown].Low != r.start[unknown].High }

// Could answers whether a sum could be n, as far as the reader can tell. What nothing
// solves could be nothing.
func (r *Reader) Could(terms []Term, n int) Answer {
	if r.whole != Yes {
		return r.whole
	}
	for _, solution := range r.found {
		if value(terms, solution) == n {
			return Yes
		}
	}
	asked := &Reader{sums: append(slices.Clip(r.sums), sum{terms, Exactly(n)}), in: slices.Clone(r.in)}
	touched := map[int]bool{}
	for _, t := range terms {
		asked.in[t.Unknown] = append(slices.Clip(asked.in[t.Unknown]), len(r.sums))
		touched[r.part[t.Unknown]] = true
	}
	ranges := slices.Clone(r.start)
	for i, part := range r.part {
		if !touched[part] {
			ranges[i] = Exactly(r.base[i])
		}
	}
	if !asked.narrow(ranges, []int{len(r.sums)}) {
		return No
	}
	steps := r.budget
	solution, answer := asked.search(ranges, &steps)
	if answer == Yes {
		r.keep(solution)
	}
	return answer
}

// Ends gives what the sums say of a sum without trying: it lies in the range, but need
// not reach the ends of it.
func (r *Reader) Ends(terms []Term) Range {
	low, high := activity(terms, r.start)
	return Range{low, high}
}

func value(terms []Term, solution []int) int {
	n := 0
	for _, t := range terms {
		n += t.Times * solution[t.Unknown]
	}
	return n
}

// search tries values, those of the smallest range first, until all are settled.
func (r *Reader) search(ranges []Range, steps *int) ([]int, Answer) {
	if *steps--; *steps < 0 {
		return nil, TooLong
	}
	at := r.smallest(ranges)
	if at < 0 {
		solution := make([]int, len(ranges))
		for i, in := range ranges {
			solution[i] = in.Low
		}
		return solution, Yes
	}
	in := ranges[at]
	middle := in.Low + (in.High-in.Low)/2
	if in.High >= endless { // near its least: whatever is added to it has no end either
		middle = in.Low
	}
	for _, half := range []Range{{in.Low, middle}, {middle + 1, in.High}} {
		tried := slices.Clone(ranges)
		tried[at] = half
		if !r.narrow(tried, r.in[at]) {
			continue
		}
		if solution, answer := r.search(tried, steps); answer != No {
			return solution, answer
		}
	}
	return nil, No
}

// smallest gives the unknown of the smallest range that is not settled; -1 where all are,
// or where those left stand in no sum that is not kept already.
func (r *Reader) smallest(ranges []Range) int {
	best := -1
	for i, in := range ranges {
		if in.Low != in.High && (best < 0 || in.High-in.Low < ranges[best].High-ranges[best].Low) && r.unsettled(i, ranges) {
			best = i
		}
	}
	return best
}

// unsettled reports whether a sum with the unknown could be missed by what is left open.
func (r *Reader) unsettled(unknown int, ranges []Range) bool {
	for _, i := range r.in[unknown] {
		if low, high := activity(r.sums[i].terms, ranges); low < r.sums[i].in.Low || high > r.sums[i].in.High {
			return true
		}
	}
	return false
}

// activity gives the least and the most that the terms can add up to.
func activity(terms []Term, ranges []Range) (low, high int) {
	for _, t := range terms {
		in := ranges[t.Unknown]
		if t.Times < 0 {
			in = Range{in.High, in.Low}
		}
		low, high = low+t.Times*in.Low, high+t.Times*in.High
	}
	return low, high
}

// narrow cuts the ranges down to what the sums leave, beginning with some of them, until
// nothing changes. It answers false where nothing is left.
func (r *Reader) narrow(ranges []Range, queue []int) bool {
	queue = slices.Clone(queue)
	waiting := make([]bool, len(r.sums))
	for _, i := range queue {
		waiting[i] = true
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		waiting[i] = false
		known := &r.sums[i]
		low, high := activity(known.terms, ranges)
		if low > known.in.High || high < known.in.Low {
			return false
		}
		for _, t := range known.terms {
			if !cut(&ranges[t.Unknown], t.Times, low, high, known.in) {
				continue
			}
			if in := ranges[t.Unknown]; in.Low > in.High {
				return false
			}
			low, high = activity(known.terms, ranges)
			for _, other := range r.in[t.Unknown] {
				if !waiting[other] {
					waiting[other] = true
					queue = append(queue, other)
				}
			}
		}
	}
	return true
}

// cut narrows one range by a sum whose least and most are low and high, and reports
// whether it did.
func cut(in *Range, times, low, high int, known Range) bool {
	before := *in
	// What the others leave for this one.
	least, most := known.Low-(high-largest(*in, times)), known.High-(low-smallestOf(*in, times))
	if times < 0 {
		least, most = -most, -least
	}
	size := max(times, -times)
	if in.Low = max(in.Low, ceil(least, size)); most < endless {
		in.High = min(in.High, floor(most, size))
	}
	return *in != before
}

func largest(in Range, times int) int { return max(times*in.Low, times*in.High) }

func smallestOf(in Range, times int) int { return min(times*in.Low, times*in.High) }

func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func ceil(a, b int) int { return -floor(-a, b) }
