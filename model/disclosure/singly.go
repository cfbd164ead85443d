package disclosure

import (
	"cmp"
	"slices"
)

// singly gives up what is shown number by number, that first which costs a reader least.
// Rounded counts leave so much open that mostly one is enough, and it may be any.
func (s order) singly() [][]place {
	shown := slices.DeleteFunc(slices.Clone(s.numbers), func(n *number) bool { return n.hidden })
	slices.SortStableFunc(shown, func(a, b *number) int { return cmp.Compare(a.cost(), b.cost()) })
	var steps [][]place
	for _, n := range shown {
		steps = append(steps, n.places[:1])
	}
	return steps
}

// cost says how much a reader loses with a number: least with White, then with unknown, with
// totals and most with BME, and of each with the finer rows less than with the coarser. Of
// events the ratio goes with White as with BME, and with no total.
func (n *number) cost() (most int) {
	for _, p := range n.places {
		of := map[column]int{white: 0, unknown: 1, all: 2, bme: 3}[p.column]
		if p.kind == eventRow || p.kind == atRiskRow {
			of = map[column]int{all: 0, unknown: 1, white: 3, bme: 3}[p.column]
		}
		most = max(most, 100*of+int(p.kind))
	}
	return most
}
