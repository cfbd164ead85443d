package tables

import (
	"math/big"
	"strings"

	"wres/model"
	"wres/model/words"
)

var (
	hundred = big.NewRat(100, 1)
	one     = big.NewRat(1, 1)
)

// scaled gives a value times ten to the power of decimals, which must be whole.
func scaled(v *big.Rat, decimals int) (int64, bool) {
	n := new(big.Rat).Mul(v, new(big.Rat).SetInt(tenTo(decimals)))
	return n.Num().Int64(), n.IsInt() && n.Num().IsInt64()
}

func tenTo(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

func quotient(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }

// share gives part of whole in per cent.
func share(part, whole int64) *big.Rat { return new(big.Rat).Mul(big.NewRat(part, whole), hundred) }

// last gives one of the last digit of a number.
func last(n model.PrintedNumber) *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(1), tenTo(n.Decimals))
}

// span is a range of values, both ends included.
type span struct{ low, high *big.Rat }

// spanOf gives what a printed number stands for, however it was rounded: within half of its
// last digit.
func spanOf(n model.PrintedNumber) span {
	half := new(big.Rat).Quo(last(n), big.NewRat(2, 1))
	return span{new(big.Rat).Sub(n.Value, half), new(big.Rat).Add(n.Value, half)}
}

// reach is spanOf, and what was cut off to the number.
func reach(n model.PrintedNumber) span {
	s, unit := spanOf(n), last(n)
	if n.Value.Sign() < 0 {
		s.low = new(big.Rat).Sub(n.Value, unit)
	} else {
		s.high = new(big.Rat).Add(n.Value, unit)
	}
	return s
}

func exactly(v *big.Rat) span { return span{v, v} }

func (s span) meets(t span) bool { return s.low.Cmp(t.high) <= 0 && t.low.Cmp(s.high) <= 0 }

// minus gives the range of the difference of two values.
func (s span) minus(t span) span {
	return span{new(big.Rat).Sub(s.low, t.high), new(big.Rat).Sub(s.high, t.low)}
}

// over gives the range of the quotient of two values that are not negative; false where the
// second can be nought.
func (s span) over(t span) (span, bool) {
	if t.low.Sign() <= 0 {
		return span{}, false
	}
	return span{quotient(s.low, t.high), quotient(s.high, t.low)}, true
}

// size is the range without its sign.
func (s span) size() span {
	if s.high.Sign() < 0 {
		return span{new(big.Rat).Neg(s.high), new(big.Rat).Neg(s.low)}
	}
	if s.low.Sign() < 0 {
		return span{new(big.Rat), maxOf(new(big.Rat).Neg(s.low), s.high)}
	}
	return s
}

func maxOf(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// printsAs reports whether a value can be printed as a number, rounded or cut off.
func printsAs(n model.PrintedNumber, v *big.Rat) bool { return reach(n).meets(exactly(v)) }

// text writes a value with so many decimals, halves up, and a minus as readers know it.
func text(v *big.Rat, decimals int) string {
	s := v.FloatString(decimals)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		if strings.Trim(rest, "0.") == "" {
			return rest
		}
		return words.Minus + rest
	}
	return s
}

// signed is text with a plus where it is due.
func signed(v *big.Rat, decimals int) string {
	s := text(v, decimals)
	if v.Sign() > 0 {
		return "+" + s
	}
	return s
}

// number writes a number of people.
func number(n int64) string { return words.Thousands(int(n)) }

func unsignedValue(n model.PrintedNumber) *big.Rat { return new(big.Rat).Abs(n.Value) }
