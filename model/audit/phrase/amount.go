package phrase

import (
	"math"
	"strconv"
	"strings"

	"wres/model"
)

// One is 1 in millionths, which numbers are held in: a printed figure has its decimals
// exactly, so that the ends of what it stands for are exact too.
const One = 1_000_000

// Amount is a number as it was printed.
type Amount struct {
	Value    int64 // in millionths
	Decimals int   // 0 to 5
	Minus    bool  // a minus stands before it; value is without it
	Exact    bool  // it is counted, or computed of counts: nothing was rounded
}

// parseAmount reads digits with thousands' commas and decimals.
func parseAmount(digits string) (Amount, bool) {
	whole, decimals, _ := strings.Cut(strings.ReplaceAll(digits, ",", ""), ".")
	if len(whole) > 9 || len(decimals) > 5 {
		return Amount{}, false
	}
	n, err := strconv.ParseInt(whole+decimals+strings.Repeat("0", 6-len(decimals)), 10, 64)
	return Amount{Value: n, Decimals: len(decimals)}, err == nil
}

// AmountOf gives the number of a printed figure.
func AmountOf(n model.PrintedNumber) (Amount, bool) {
	if n.Value == nil || n.Decimals > 5 {
		return Amount{}, false
	}
	f, _ := n.Value.Float64()
	a := Amount{Value: int64(math.Round(math.Abs(f) * One)), Decimals: n.Decimals, Minus: f < 0}
	return a, math.Abs(f) < 1e9
}

// Unit is 1 of the last decimal.
func (a Amount) Unit() int64 {
	unit := int64(One)
	for range a.Decimals {
		unit /= 10
	}
	return unit
}

// SignedValue gives the value with its sign.
func (a Amount) SignedValue() int64 {
	if a.Minus {
		return -a.Value
	}
	return a.Value
}

// Ends gives what the number may stand for: half of its last decimal either way.
func (a Amount) Ends() (lo, hi int64) {
	half := a.Unit() / 2
	if a.Exact {
		half = 0
	}
	return a.SignedValue() - half, a.SignedValue() + half
}

func (a Amount) Float() float64 { return float64(a.SignedValue()) / One }

// Prints reports whether a number of a sentence can be a figure written with as many
// decimals or fewer, or more: rounded either way, or cut.
func (a Amount) Prints(cell Amount) bool {
	switch {
	case cell.Exact || a.Decimals < cell.Decimals:
		lo, hi := a.Ends()
		cut := cell.Value >= a.Value && cell.Value < a.Value+a.Unit()
		return cell.Value >= lo && cell.Value <= hi || cut
	case a.Decimals > cell.Decimals:
		return cell.Prints(a)
	}
	return a.Value == cell.Value
}

// String writes the number as a report would.
func (a Amount) String() string {
	text := strconv.FormatFloat(float64(a.Value)/One, 'f', a.Decimals, 64)
	if a.Minus {
		return "−" + text
	}
	return text
}

// Span is a range of what is true, in the unit of its figures.
type Span struct{ Lo, Hi float64 }

func (s Span) Meets(other Span) bool {
	const slack = 1e-9
	return s.Lo <= other.Hi+slack && other.Lo <= s.Hi+slack
}

func (s Span) Negated() Span { return Span{-s.Hi, -s.Lo} }

func SpanOf(a Amount) Span {
	lo, hi := a.Ends()
	return Span{float64(lo) / One, float64(hi) / One}
}

// Less gives the range of a difference.
func (s Span) Less(other Span) Span { return Span{s.Lo - other.Hi, s.Hi - other.Lo} }
