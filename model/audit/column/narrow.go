package column

import "math/bits"

// narrow cuts the ranges of a box by all that is printed, until nothing changes; false where
// a range is empty. Where it stops early the box is only wider than it could be: one in
// which every number has one value is looked at to the end.
func (s *search) narrow(b *box) bool {
	const rounds = 40
	for round := 0; ; round++ {
		before := *b
		if !s.once(b) {
			return false
		}
		if *b == before || round > rounds && s.smallest(b) >= 0 {
			return true
		}
	}
}

// once cuts the ranges of a box by each thing that is printed.
func (s *search) once(b *box) bool {
	rates, ok := s.implied(b)
	if !ok || !s.sums(b) || !s.knownSums(b) {
		return false
	}
	for g := range rates {
		if !s.bind(b, &rates[g]) {
			return false
		}
	}
	for i := range s.shares {
		if !s.bind(b, &s.shares[i]) {
			return false
		}
	}
	return s.pooled(b, &rates)
}

// sums: the groups add up to the whole.
func (s *search) sums(b *box) bool {
	for _, side := range [2]int{0, events} {
		if !s.told[side+together] {
			continue
		}
		low, high := int64(0), int64(0)
		for g := side; g < side+groups; g++ {
			low, high = low+b.low[g], high+b.high[g]
		}
		t := side + together
		b.low[t], b.high[t] = max(b.low[t], low), min(b.high[t], high)
		for g := side; g < side+groups; g++ {
			least, most := b.low[t]-(high-b.high[g]), b.high[t]-(low-b.low[g])
			b.low[g], b.high[g] = max(b.low[g], least), min(b.high[g], most)
			if b.low[g] > b.high[g] {
				return false
			}
		}
		if b.low[t] > b.high[t] {
			return false
		}
	}
	return true
}

// knownSums: White and BME add up to those whose ethnicity is known, and these and the others
// to all.
func (s *search) knownSums(b *box) bool {
	for i, side := range [2]int{0, events} {
		k := s.known[i]
		if k == nil {
			continue
		}
		if !adds(b, side+int(White), side+int(BME), *k) {
			return false
		}
		if t, u := side+together, side+int(Unknown); s.told[t] {
			b.low[t], b.high[t] = max(b.low[t], k.low+b.low[u]), min(b.high[t], k.high+b.high[u])
			b.low[u], b.high[u] = max(b.low[u], b.low[t]-k.high), min(b.high[u], b.high[t]-k.low)
			if b.low[t] > b.high[t] || b.low[u] > b.high[u] {
				return false
			}
		}
	}
	return true
}

// adds cuts two ranges by that of their sum.
func adds(b *box, x, y int, sum span) bool {
	b.low[x], b.high[x] = max(b.low[x], sum.low-b.high[y]), min(b.high[x], sum.high-b.low[y])
	b.low[y], b.high[y] = max(b.low[y], sum.low-b.high[x]), min(b.high[y], sum.high-b.low[x])
	return b.low[x] <= b.high[x] && b.low[y] <= b.high[y]
}

// bind cuts two ranges by their tie.
func (s *search) bind(b *box, t *tie) bool {
	p, o := t.part, t.of
	if !s.told[p] || !s.told[o] {
		return true
	}
	if t.low > 0 && b.low[o] == 0 {
		b.low[o] = 1 // no share but nought is of nobody
	}
	if n := t.low * b.low[o]; s.unit*b.low[p] < n {
		b.low[p] = ceiling(n, s.unit)
	}
	if n := t.high * b.high[o]; s.unit*b.high[p] > n {
		b.high[p] = n / s.unit
	}
	if n := s.unit * b.high[p]; t.low > 0 && t.low*b.high[o] > n {
		b.high[o] = n / t.low
	}
	if n := s.unit * b.low[p]; t.high*b.low[o] < n {
		if t.high == 0 {
			return false
		}
		b.low[o] = ceiling(n, t.high)
	}
	return b.low[p] <= b.high[p] && b.low[o] <= b.high[o]
}

func ceiling(n, by int64) int64 { return (n + by - 1) / by }

// implied gives the rates with what the ratio says of one by the other; false where that is
// nothing.
func (s *search) implied(b *box) ([groups + 1]tie, bool) {
	rates := s.rates
	if s.rated {
		other := int(White+BME) - s.top
		t, o := &rates[s.top], &rates[other]
		topLow, topHigh := s.observed(b, t)
		lowOther, highOther := s.observed(b, o)
		of := int64(s.ratio.of)
		t.low, t.high = max(t.low, topLow), min(t.high, topHigh)
		o.low, o.high = max(o.low, lowOther), min(o.high, highOther)
		t.low = max(t.low, scaled(o.low, s.ratio.low, of, false))
		t.high = min(t.high, scaled(o.high, s.ratio.high, of, true))
		o.low = max(o.low, scaled(t.low, of, s.ratio.high, false))
		if s.ratio.low > 0 {
			o.high = min(o.high, scaled(t.high, of, s.ratio.low, true))
		}
	}
	for g := range rates {
		if rates[g].low > rates[g].high && s.told[rates[g].part] {
			return rates, false
		}
	}
	return rates, true
}

// observed gives the range of a rate by the ranges of its two numbers, rounded outwards.
func (s *search) observed(b *box, t *tie) (low, high int64) {
	high = s.unit
	if b.high[t.of] > 0 {
		low = b.low[t.part] * s.unit / b.high[t.of]
	}
	if b.low[t.of] > 0 {
		high = min(high, ceiling(b.high[t.part]*s.unit, b.low[t.of]))
	}
	return min(low, s.unit), high
}

// scaled gives n*by/over, rounded down, or up; as much as there can be where it is too large.
func scaled(n, by, over int64, up bool) int64 {
	high, low := bits.Mul64(uint64(n), uint64(by))
	if high >= uint64(over) {
		return 1 << 62
	}
	q, rest := bits.Div64(high, low, uint64(over))
	if q >= 1<<62 {
		return 1 << 62
	}
	if up && rest > 0 {
		q++
	}
	return int64(q)
}

// rounded gives top*times/under to the nearest whole number, halves up, in 128 bits.
func rounded(top, times, under int64) int64 {
	high, low := bits.Mul64(uint64(top), uint64(times))
	low, carry := bits.Add64(low, uint64(under)/2, 0)
	if high += carry; high >= uint64(under) {
		return 1 << 62
	}
	q, _ := bits.Div64(high, low, uint64(under))
	return int64(min(q, 1<<62))
}

// pooled: the events of two groups lie between what their rates give, for however the
// people are parted between the two. It cuts what each rate by itself cannot.
func (s *search) pooled(b *box, rates *[groups + 1]tie) bool {
	if !s.told[together] || !s.told[events+together] {
		return true
	}
	for left := range groups {
		x, y := (left+1)%groups, (left+2)%groups
		if !s.tight[x] && !s.tight[y] {
			continue
		}
		if !s.mixed(b, rates, left, x, y) || !s.mixed(b, rates, left, y, x) {
			return false
		}
	}
	return true
}

// mixed cuts how many of the people outside the group left are of the group y, and not of x.
func (s *search) mixed(b *box, rates *[groups + 1]tie, left, x, y int) bool {
	people := [2]int64{b.low[together] - b.high[left], b.high[together] - b.low[left]}
	people[0] = max(0, people[0])
	happened := [2]int64{b.low[events+together] - b.high[events+left], b.high[events+together] - b.low[events+left]}
	// rates[x].low*(people-Y) + rates[y].low*Y <= unit*happened
	by, most := rates[y].low-rates[x].low, s.unit*happened[1]-rates[x].low*people[0]
	switch {
	case by > 0 && by*b.high[y] > most:
		if most < 0 {
			return false
		}
		b.high[y] = most / by
	case by < 0 && by*b.low[y] > most:
		b.low[y] = ceiling(-most, -by)
	case by == 0 && most < 0:
		return false
	}
	// rates[x].high*(people-Y) + rates[y].high*Y >= unit*happened
	by, most = rates[y].high-rates[x].high, s.unit*happened[0]-rates[x].high*people[1]
	switch {
	case by > 0 && by*b.low[y] < most:
		b.low[y] = ceiling(most, by)
	case by < 0 && by*b.high[y] < most:
		if most > 0 {
			return false
		}
		b.high[y] = -most / -by
	case by == 0 && most > 0:
		return false
	}
	return b.low[y] <= b.high[y]
}
