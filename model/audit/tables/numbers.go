package tables

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var one = big.NewRat(1, 1)

// quotient writes "90 of 479".
func quotient(n, of int64) string { return grouped(n) + " of " + grouped(of) }

// grouped writes a number with a comma between thousands.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// rounding writes a share as a percentage, rounded half up.
func rounding(n, of int64, decimals int) string {
	return big.NewRat(100*n, of).FloatString(decimals) + "%"
}

// points writes a difference in percentage points, with its sign.
func points(r *big.Rat, decimals int) string {
	s := r.FloatString(decimals)
	switch {
	case strings.HasPrefix(s, "-"):
		s = "−" + s[1:]
	default:
		s = "+" + s
	}
	return s + " percentage points"
}

// listed writes "a", "a and b", "a, b and c".
func listed(parts []string) string { return joined(parts, " and ") }

func joined(parts []string, last string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + last + parts[len(parts)-1]
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + strings.TrimSuffix(s[size:], ".") + "."
}

// span is the values that a printed number can stand for.
type span struct{ low, high *big.Rat }

// spanOf gives what a number with so many decimals stands for: half of its last digit to each
// side, both ends included.
func spanOf(value *big.Rat, decimals int) span {
	half := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Mul(big.NewInt(2), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)))
	return span{new(big.Rat).Sub(value, half), new(big.Rat).Add(value, half)}
}

func exactly(r *big.Rat) span { return span{r, r} }

// minus gives the span of a difference.
func (s span) minus(o span) span {
	return span{new(big.Rat).Sub(s.low, o.high), new(big.Rat).Sub(s.high, o.low)}
}

// over gives the span of a quotient of two that are above nought; false where it has no end.
func (s span) over(o span) (span, bool) {
	if o.low.Sign() <= 0 || s.low.Sign() < 0 {
		return span{}, false
	}
	return span{new(big.Rat).Quo(s.low, o.high), new(big.Rat).Quo(s.high, o.low)}, true
}

// meets reports whether two spans have a value in common.
func (s span) meets(o span) bool { return s.low.Cmp(o.high) <= 0 && o.low.Cmp(s.high) <= 0 }

// absolute gives the span of the values without their sign.
func (s span) absolute() span {
	if s.low.Sign() >= 0 {
		return s
	}
	low, high := new(big.Rat).Neg(s.high), new(big.Rat).Neg(s.low)
	if low.Sign() < 0 {
		if s.high.Cmp(high) > 0 {
			high = s.high
		}
		low = new(big.Rat)
	}
	return span{low, high}
}

// middle is half way between its ends.
func (s span) middle() *big.Rat {
	m := new(big.Rat).Add(s.low, s.high)
	return m.Mul(m, big.NewRat(1, 2))
}
