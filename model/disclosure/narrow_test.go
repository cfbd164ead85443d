package disclosure_test

import (
	"fmt"
	"maps"
	"slices"

	"wres/model"
)

// reader says what somebody knows beside the view.
type reader string

const (
	anyone  reader = "any reader"
	marked  reader = "who is told which marks are small counts"
	insider reader = "the one person of"
	present reader = "who knows that a row that stands counts somebody"
	// Of the staff of unknown ethnicity in a row.
	anyoneUnknown  reader = "any reader, of staff of unknown ethnicity in a row,"
	markedUnknown  reader = "who is told which marks are small counts, of staff of unknown ethnicity in a row,"
	insiderUnknown reader = "of staff of unknown ethnicity in a row, the one person of"
)

// narrow is a small count of which too few values are left to a reader.
type narrow struct {
	number *printed
	by     reader
	of     *printed // the count of 1 that an insider is
	left   []int64
	need   string
}

func (n narrow) String() string {
	by := string(n.by)
	if n.of != nil {
		by += " " + n.of.name
	}
	return fmt.Sprintf("%s (%d): %v left to %s, who must be left %s", n.number.name, n.number.truth, n.left, by, n.need)
}

// attack solves what a reader can know of a year.
type attack struct {
	*knowledge
	t         int64 // the greatest small count
	parts     []*connected
	partOf    []int // by unknown; -1: it is shown
	undecided int
	inherent  int // no view could leave more
	questions int
	found     []narrow
	least     map[reader]int // values left
	small     int
}

// connected is a part of the unknowns that hang together.
type connected struct {
	*simplex
	local     map[int]int // unknown of the year: unknown here
	variables map[*printed]variable
	small     []*printed
	solutions []solution
}

// variable stands for a number: it is that many more.
type variable struct {
	is    int
	added int64
}

// solution is the value of each unknown, and of each small count.
type solution struct {
	unknowns []int64
	small    []int64
}

// narrowed finds all small counts of which too few values are left.
func (k *knowledge) narrowed(t int) *attack {
	a := &attack{knowledge: k, t: int64(t), least: map[reader]int{}}
	a.connect(false)
	for _, p := range k.numbers {
		if p.truth < 1 || p.truth > a.t || p.exempt {
			continue
		}
		if p.shown {
			a.found = append(a.found, narrow{number: p, by: anyone, left: []int64{p.truth}, need: "it hidden"})
			continue
		}
		a.small++
		if !slices.ContainsFunc(p.people, func(u int) bool { return a.partOf[u] >= 0 }) {
			a.found = append(a.found, narrow{number: p, by: anyone, left: []int64{p.truth}, need: "more"})
		}
	}
	for _, c := range a.parts {
		a.byAnyone(c)
		a.byMarked(c)
		a.byInsiders(c)
	}
	a.connect(true)
	for _, c := range a.parts {
		a.byPresent(c)
	}
	a.leaveInherent()
	return a
}

// leaveInherent leaves out what no view could help: it is as narrow where nothing at all
// is shown, as small counts of which one is a sum of others bound each other.
func (a *attack) leaveInherent() {
	if len(a.found) == 0 || a.nothingShown {
		return
	}
	blank := *a.knowledge
	blank.numbers, blank.nothingShown = nil, true
	for _, p := range a.numbers {
		hidden := *p
		hidden.shown = false
		blank.numbers = append(blank.numbers, &hidden)
	}
	inherent := blank.narrowed(int(a.t)).found
	a.found = slices.DeleteFunc(a.found, func(n narrow) bool {
		same := slices.ContainsFunc(inherent, func(o narrow) bool {
			return o.number.name == n.number.name && o.by == n.by && (n.of == nil || n.of.name == o.of.name)
		})
		if same {
			a.inherent++
		}
		return same
	})
}

func (a *attack) isSmall(p *printed) bool {
	return !p.shown && p.truth >= 1 && p.truth <= a.t
}

// connect puts shown unknowns in, and finds what hangs together.
func (a *attack) connect(there bool) {
	a.parts = nil
	alone := make([]bool, len(a.truth))
	for _, p := range a.numbers {
		if low, up := a.stands(p); len(p.people) == 1 && p.shown && low == up {
			alone[p.people[0]] = true
		}
	}
	root := make([]int, len(a.truth))
	for u := range root {
		root[u] = u
	}
	find := func(u int) int {
		for root[u] != u {
			u = root[u]
		}
		return u
	}
	join := func(people []int) {
		first := -1
		for _, u := range people {
			if alone[u] {
				continue
			}
			if first >= 0 {
				root[find(u)] = find(first)
			}
			first = u
		}
	}
	for _, p := range a.numbers {
		if p.shown || there && p.there || a.isSmall(p) {
			join(p.people)
		}
	}
	for _, pair := range a.atMost {
		join(append(slices.Clone(pair[0]), pair[1]...))
	}
	members := map[int][]int{}
	a.partOf = make([]int, len(a.truth))
	for u := range root {
		a.partOf[u] = -1
		if !alone[u] {
			members[find(u)] = append(members[find(u)], u)
		}
	}
	for _, r := range slices.Sorted(maps.Keys(members)) {
		for _, u := range members[r] {
			a.partOf[u] = len(a.parts)
		}
		a.parts = append(a.parts, a.newConnected(members[r], there))
	}
}

// newConnected makes the sums of the unknowns that hang together.
func (a *attack) newConnected(members []int, there bool) *connected {
	c := &connected{local: map[int]int{}, variables: map[*printed]variable{}}
	var truth []int64
	for i, u := range members {
		c.local[u] = i
		truth = append(truth, a.truth[u])
	}
	c.simplex = newSimplex(truth)
	for _, p := range a.numbers {
		of, known := a.terms(c, p.people, 1)
		small := a.isSmall(p)
		switch {
		case len(of) == 0:
		case p.shown:
			low, up := a.stands(p)
			c.sum(of, low-known, up-known)
		case small || there && p.there:
			v := variable{of[0].unknown, known}
			if len(of) > 1 {
				v.is = c.sum(of, 0, boundless)
			}
			if there && p.there {
				c.low[v.is] = max(0, 1-known)
			}
			c.variables[p] = v
			if small {
				c.small = append(c.small, p)
			}
		}
	}
	for _, pair := range a.atMost {
		less, known := a.terms(c, pair[0], -1)
		more, added := a.terms(c, pair[1], 1)
		if all := append(less, more...); len(all) > 0 {
			c.sum(all, -known-added, boundless)
		}
	}
	c.settle()
	c.keep(truth)
	return c
}

// terms gives the unknowns of people, and how many of them are shown.
func (a *attack) terms(c *connected, people []int, times int64) (of []term, known int64) {
	for _, u := range people {
		if i, here := c.local[u]; here {
			of = append(of, term{i, times})
		} else {
			known += times * a.truth[u]
		}
	}
	return of, known
}

// keep keeps a solution, so that it need not be found twice.
func (c *connected) keep(unknowns []int64) solution {
	s := solution{unknowns: unknowns}
	for _, p := range c.small {
		n := int64(0)
		for _, u := range p.people {
			if i, here := c.local[u]; here {
				n += unknowns[i]
			}
		}
		s.small = append(s.small, n+c.variables[p].added)
	}
	c.solutions = append(c.solutions, s)
	return s
}

// ask looks for a solution in which a small count is between two values.
func (a *attack) ask(c *connected, p *printed, low, up int64) (solution, bool) {
	v := c.variables[p]
	was := [2]int64{c.low[v.is], c.up[v.is]}
	low = max(low-v.added, was[0])
	if up != boundless {
		up -= v.added
	}
	if up = min(up, was[1]); low > up {
		return solution{}, false
	}
	a.questions++
	c.bound(v.is, low, up)
	found := c.solve()
	c.bound(v.is, was[0], was[1])
	if c.spent {
		a.undecided++
	}
	if found == nil {
		return solution{}, false
	}
	return c.keep(found), true
}

// possible lists which values from low to up a small count can have. seen are solutions
// that are known already; enough is how many need to be found.
func (a *attack) possible(c *connected, at int, low, up int64, seen func(solution) bool, enough int) (left []int64) {
	p := c.small[at]
	has := map[int64]bool{}
	for _, s := range c.solutions {
		if v := s.small[at]; v >= low && v <= up && !has[v] && seen(s) {
			has[v] = true
		}
	}
	for v := low; v <= up && len(has) < enough; v++ {
		if !has[v] {
			if _, ok := a.ask(c, p, v, v); ok {
				has[v] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(has))
}

// twoValues lists up to two values that a small count can have, of all there are.
func (a *attack) twoValues(c *connected, at int, seen func(solution) bool) (left []int64) {
	p := c.small[at]
	for _, s := range c.solutions {
		if s.small[at] != p.truth && seen(s) {
			return []int64{p.truth, s.small[at]}
		}
	}
	if s, ok := a.ask(c, p, p.truth+1, boundless); ok {
		return []int64{p.truth, s.small[at]}
	}
	if s, ok := a.ask(c, p, 0, p.truth-1); ok {
		return []int64{p.truth, s.small[at]}
	}
	return []int64{p.truth}
}

func (a *attack) judge(p *printed, by reader, of *printed, left []int64, need int, words string) {
	if least, some := a.least[by]; !some || len(left) < least {
		a.least[by] = len(left)
	}
	if len(left) < need {
		a.found = append(a.found, narrow{p, by, of, left, words})
	}
}

func every(solution) bool { return true }

// byPresent is anyone who knows that nobody prints a row without staff: what is left to him is
// told, and nothing is promised of it.
func (a *attack) byPresent(c *connected) {
	for i, p := range c.small {
		if !p.exempt && !(p.row && p.group == int(model.Unknown)) {
			a.judge(p, present, nil, a.possible(c, i, 1, a.t, every, 2), 1, "one value")
		}
	}
}

func (a *attack) byAnyone(c *connected) {
	for i, p := range c.small {
		switch {
		case p.exempt:
		case p.row && p.group == int(model.Unknown):
			a.judge(p, anyoneUnknown, nil, a.twoValues(c, i, every), 2, "two values")
		case a.base > 0:
			a.judge(p, anyone, nil, a.possible(c, i, 1, a.t, every, 2), 2, "two values")
		default:
			a.judge(p, anyone, nil, a.possible(c, i, 1, a.t, every, int(a.t)), int(a.t), fmt.Sprint("all of 1 to ", a.t))
		}
	}
}

// byMarked is told which of what is hidden are small counts.
func (a *attack) byMarked(c *connected) {
	was := make([][2]int64, len(c.small))
	for i, p := range c.small {
		v := c.variables[p]
		was[i] = [2]int64{c.low[v.is], c.up[v.is]}
		c.bound(v.is, max(was[i][0], 1-v.added), min(was[i][1], a.t-v.added))
	}
	told := func(s solution) bool {
		return !slices.ContainsFunc(s.small, func(n int64) bool { return n < 1 || n > a.t })
	}
	for i, p := range c.small {
		switch {
		case p.exempt:
		case p.row && p.group == int(model.Unknown) && a.base == 0:
			a.judge(p, markedUnknown, nil, a.possible(c, i, 1, a.t, told, 2), 1, "two values")
		default:
			a.judge(p, marked, nil, a.possible(c, i, 1, a.t, told, 2), 2, "two values")
		}
	}
	for i := len(was) - 1; i >= 0; i-- {
		c.bound(c.variables[c.small[i]].is, was[i][0], was[i][1])
	}
}

// byInsiders asks for each count of 1 what the one person can work out of others, knowing
// where he is counted himself.
func (a *attack) byInsiders(c *connected) {
	for _, of := range a.numbers {
		if of.truth != 1 {
			continue
		}
		var own []int // unknowns here that he knows
		for _, u := range of.people {
			if i, here := c.local[u]; here && c.low[i] != c.up[i] {
				own = append(own, i)
			}
		}
		if len(own) == 0 {
			continue
		}
		him := of.people[slices.IndexFunc(of.people, func(u int) bool { return a.truth[u] == 1 })]
		first := c.solutions[0].unknowns // the true one
		knows := func(s solution) bool {
			return !slices.ContainsFunc(own, func(i int) bool { return s.unknowns[i] != first[i] })
		}
		var was [][2]int64
		for _, i := range own {
			was = append(was, [2]int64{c.low[i], c.up[i]})
			c.bound(i, first[i], first[i])
		}
		for i, p := range c.small {
			if !p.exempt && !a.holds(p, him) {
				by := insider
				if p.row && p.group == int(model.Unknown) {
					by = insiderUnknown
				}
				a.judge(p, by, of, a.twoValues(c, i, knows), 2, "two values")
			}
		}
		for j, i := range own {
			c.bound(i, was[j][0], was[j][1])
		}
	}
}

// holds reports whether a number counts a person, or may count him as he would know.
func (a *attack) holds(p *printed, him int) bool {
	if slices.Contains(p.people, him) {
		return true
	}
	for _, pair := range a.atMost {
		less, more := pair[0], pair[1]
		if slices.Contains(less, him) && contains(p.people, more) || slices.Contains(more, him) && slices.ContainsFunc(less, func(u int) bool { return slices.Contains(p.people, u) }) {
			return true
		}
	}
	return false
}

func contains(all, some []int) bool {
	return !slices.ContainsFunc(some, func(u int) bool { return !slices.Contains(all, u) })
}
