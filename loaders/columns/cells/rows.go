package cells

import (
	"hash/maphash"
	"math"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// Repeat reports whether rows are alike in some columns again and again: labels that are
// the key of a count hardly ever are, and those of persons nearly always.
func Repeat(text *csvfile.File, keys []int) bool {
	seen := map[uint64]bool{}
	rows := 0
	seed := maphash.MakeSeed()
	for rec := range text.Records() {
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		seen[keyOf(seed, rec, keys)] = true
		if rows++; rows == Head {
			break
		}
	}
	return 10*(rows-len(seen)) > rows
}

func keyOf(seed maphash.Seed, rec csvfile.Record, keys []int) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, k := range keys {
		h.WriteString(csvfile.Fold(rec.Value(k)))
		h.WriteByte(0)
	}
	return h.Sum64()
}

// Hundreds adds up the cells of some columns over the rows that are alike in the key
// columns. sums is how many sums there are above nought; all says that each is 100, give
// or take what rounding does to so few parts; none is of one part alone.
func Hundreds(text *csvfile.File, keys, parts []int) (sums int, all bool) {
	type sum struct {
		n     float64
		parts int
	}
	of := map[uint64]*sum{}
	seed := maphash.MakeSeed()
	for rec := range text.Records() {
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		k := keyOf(seed, rec, keys)
		if of[k] == nil {
			of[k] = &sum{}
		}
		for _, p := range parts {
			cell := strings.TrimSpace(rec.Value(p))
			v, wrong := labels.ParseDecimal(strings.TrimSpace(strings.TrimSuffix(cell, "%")))
			if wrong == "" && v > 0 {
				of[k].n += v
				of[k].parts++
			}
		}
	}
	all = true
	for _, s := range of {
		if s.n == 0 {
			continue
		}
		sums++
		all = all && s.parts > 1 && math.Abs(s.n-100) <= 1
	}
	return sums, all && sums > 0
}
