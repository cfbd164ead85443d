package cells

import (
	"context"
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

// Ones reports whether a column is 1 in each row.
func Ones(text *csvfile.File, column int) bool {
	rows := 0
	for rec := range text.Records() {
		if rec.Aside == "" && strings.TrimSpace(rec.Value(column)) != "1" {
			return false
		}
		if rows++; rows == Head {
			break
		}
	}
	return rows > 0
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
// columns, or row by row where keys are nil. sums is how many sums there are above nought,
// and off how far from 100 one of them is at the most; more than anything where one is of
// a single part. It ends with the first sum that is over 100 by more than most.
func Hundreds(ctx context.Context, text *csvfile.File, keys, parts []int, most float64) (sums int, off float64) {
	type sum struct {
		n     float64
		parts int
	}
	of := map[uint64]*sum{}
	seed := maphash.MakeSeed()
	for rec := range csvfile.Until(ctx, text.Records()) {
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		k := uint64(rec.Line)
		if keys != nil {
			k = keyOf(seed, rec, keys)
		}
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
		if over := of[k].n - 100; over > most {
			return 1, over
		}
	}
	for _, s := range of {
		if s.n > 0 {
			sums++
			off = max(off, math.Abs(s.n-100))
		}
		if s.parts == 1 {
			off = math.Inf(1)
		}
	}
	return sums, off
}

// maxOptional bounds the columns of which it is tried which of them a total includes.
const maxOptional = 8

// AddUp gives the sets of optional columns, a bit for each, that make the whole columns
// add up to a total in every row in which all are counts.
func AddUp(text *csvfile.File, whole, optional []int, total int) (sets []int) {
	if len(optional) > maxOptional {
		return nil
	}
	fits := make([]bool, 1<<len(optional))
	for i := range fits {
		fits[i] = true
	}
	rows := 0
	for rec := range text.Records() {
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		sum, ok := sumOf(rec, whole)
		want, given := Count(strings.TrimSpace(rec.Value(total)))
		if _, all := sumOf(rec, optional); !ok || !given || !all {
			continue
		}
		if sum > 0 {
			rows++
		}
		for set := range fits {
			n := sum
			for i, at := range optional {
				if set&(1<<i) != 0 {
					more, _ := Count(strings.TrimSpace(rec.Value(at)))
					n += more
				}
			}
			fits[set] = fits[set] && n == want
		}
	}
	for set, fit := range fits {
		if fit && rows > 0 {
			sets = append(sets, set)
		}
	}
	return sets
}

// sumOf adds up some cells of a record; false where one is no count.
func sumOf(rec csvfile.Record, columns []int) (sum int, ok bool) {
	for _, i := range columns {
		n, isCount := Count(strings.TrimSpace(rec.Value(i)))
		if !isCount {
			return 0, false
		}
		sum += n
	}
	return sum, true
}

// Distinct lists the values of a column, each once.
func Distinct(ctx context.Context, text *csvfile.File, column int) []string {
	var values []string
	seen := map[string]bool{}
	for rec := range csvfile.Until(ctx, text.Records()) {
		if v := rec.Value(column); !seen[v] && !rec.Refused() && rec.Aside == "" {
			seen[v] = true
			values = append(values, v)
		}
	}
	return values
}

// Total adds up the whole numbers of a column, and tells whether it has numbers at all.
func Total(text *csvfile.File, column int) (sum int, numbers bool) {
	for rec := range text.Records() {
		cell := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rec.Value(column)), "%"))
		if rec.Aside != "" {
			continue
		}
		if n, wrong := labels.ParseCount(cell); wrong == "" {
			sum, numbers = sum+n, true
		} else if _, wrong := labels.ParseDecimal(cell); wrong == "" {
			numbers = true
		}
	}
	return sum, numbers
}
