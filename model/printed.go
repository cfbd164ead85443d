package model

import (
	"math/big"
	"strconv"
	"strings"
	"wres/model/pattern"
)

// PrintedNumber is a figure as it was printed, taken apart: what it says and how
// exactly it says it.
type PrintedNumber struct {
	Value    *big.Rat // 37.5 for "37.5%"
	Decimals int
	Percent  bool // a % sign stands behind it
	Signed   bool // a + or a minus stands before it
	Of       *int // the whole, of "1 of 11"
}

// What a printed figure may look like. Words such as "fewer than five" are no number.
// Compiled when first asked for: few folders have one.
var (
	printedNumber = pattern.Of(`(?i)^([-−–+]?) ?((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})(?:\.[0-9]{1,9})?) ?(%|pp|ppts?|(?:percentage )?points?|times)?$`)
	printedPart   = pattern.Of(`(?i)^([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}) (?:of|out of|/) ([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})$`)
)

// ParsePrinted reads a printed figure: "37.5%", "1.89", "1,625", "−11.3 points", "0 of
// 8". It answers false for one that is no number.
func ParsePrinted(text string) (PrintedNumber, bool) {
	text = strings.TrimSpace(text)
	plain := func(s string) string { return strings.ReplaceAll(s, ",", "") }
	if m := printedPart().FindStringSubmatch(text); m != nil {
		value, _ := new(big.Rat).SetString(plain(m[1]))
		of, err := strconv.Atoi(plain(m[2]))
		return PrintedNumber{Value: value, Of: &of}, err == nil
	}
	m := printedNumber().FindStringSubmatch(text)
	if m == nil {
		return PrintedNumber{}, false
	}
	digits := plain(m[2])
	value, ok := new(big.Rat).SetString(digits)
	if !ok {
		return PrintedNumber{}, false
	}
	n := PrintedNumber{Value: value, Percent: m[3] == "%", Signed: m[1] != ""}
	if n.Signed && m[1] != "+" {
		value.Neg(value)
	}
	if point := strings.IndexByte(digits, '.'); point >= 0 {
		n.Decimals = len(digits) - point - 1
	}
	return n, true
}

// Rounds reports whether a value can have been printed as the number: whether it lies
// within half of the last decimal, both ends included, since half is rounded up by one
// program and to even by another.
func (n PrintedNumber) Rounds(value *big.Rat) bool {
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Decimals)), nil))
	apart := new(big.Rat).Sub(value, n.Value)
	return apart.Abs(apart).Cmp(unit.Mul(unit, big.NewRat(1, 2))) <= 0
}
