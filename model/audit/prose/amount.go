package prose

import (
	"math"
	"strconv"
	"strings"

	"wres/model"
)

// one is 1 in millionths, which numbers are held in: a printed figure has its decimals
// exactly, so that the ends of what it stands for are exact too.
const one = 1_000_000

// amount is a number as it was printed.
type amount struct {
	value    int64 // in millionths
	decimals int   // 0 to 5
	minus    bool  // a minus stands before it; value is without it
	exact    bool  // it is counted, or computed of counts: nothing was rounded
}

// parseAmount reads digits with thousands' commas and decimals.
func parseAmount(digits string) (amount, bool) {
	whole, decimals, _ := strings.Cut(strings.ReplaceAll(digits, ",", ""), ".")
	if len(whole) > 9 || len(decimals) > 5 {
		return amount{}, false
	}
	n, err := strconv.ParseInt(whole+decimals+strings.Repeat("0", 6-len(decimals)), 10, 64)
	return amount{value: n, decimals: len(decimals)}, err == nil
}

// amountOf gives the number of a printed figure.
func amountOf(n model.PrintedNumber) (amount, bool) {
	if n.Value == nil || n.Decimals > 5 {
		return amount{}, false
	}
	f, _ := n.Value.Float64()
	a := amount{value: int64(math.Round(math.Abs(f) * one)), decimals: n.Decimals, minus: f < 0}
	return a, math.Abs(f) < 1e9
}

// unit is 1 of the last decimal.
func (a amount) unit() int64 {
	unit := int64(one)
	for range a.decimals {
		unit /= 10
	}
	return unit
}

// signedValue gives the value with its sign.
func (a amount) signedValue() int64 {
	if a.minus {
		return -a.value
	}
	return a.value
}

// ends gives what the number may stand for: half of its last decimal either way.
func (a amount) ends() (lo, hi int64) {
	half := a.unit() / 2
	if a.exact {
		half = 0
	}
	return a.signedValue() - half, a.signedValue() + half
}

func (a amount) float() float64 { return float64(a.signedValue()) / one }

// prints reports whether a number of a sentence can be a figure written with as many
// decimals or fewer, or more: rounded either way, or cut.
func (a amount) prints(cell amount) bool {
	switch {
	case cell.exact || a.decimals < cell.decimals:
		lo, hi := a.ends()
		cut := cell.value >= a.value && cell.value < a.value+a.unit()
		return cell.value >= lo && cell.value <= hi || cut
	case a.decimals > cell.decimals:
		return cell.prints(a)
	}
	return a.value == cell.value
}

// String writes the number as a report would.
func (a amount) String() string {
	text := strconv.FormatFloat(float64(a.value)/one, 'f', a.decimals, 64)
	if a.minus {
		return "−" + text
	}
	return text
}

// span is a range of what is true, in the unit of its figures.
type span struct{ lo, hi float64 }

func (s span) meets(other span) bool {
	const slack = 1e-9
	return s.lo <= other.hi+slack && other.lo <= s.hi+slack
}

func (s span) negated() span { return span{-s.hi, -s.lo} }

func spanOf(a amount) span {
	lo, hi := a.ends()
	return span{float64(lo) / one, float64(hi) / one}
}

// less gives the range of a difference.
func (s span) less(other span) span { return span{s.lo - other.hi, s.hi - other.lo} }
