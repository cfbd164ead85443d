package model

import (
	"math/big"
	"testing"
)

func TestParsePrinted(t *testing.T) {
	for text, want := range map[string]struct {
		value           string
		decimals        int
		percent, signed bool
	}{
		"1,625": {"1625", 0, false, false}, "2125": {"2125", 0, false, false}, "37.5%": {"37.5", 1, true, false}, "97.85 %": {"97.85", 2, true, false},
		"1.89": {"1.89", 2, false, false}, "−11.3 points": {"-11.3", 1, false, true}, "+2 pp": {"2", 0, false, true}, "-0.50": {"-0.5", 2, false, true},
		"8.54 percentage points": {"8.54", 2, false, false}, "2.45 times": {"2.45", 2, false, false}, "0": {"0", 0, false, false}, "1,234,567.0": {"1234567", 1, false, false},
	} {
		n, ok := ParsePrinted(text)
		value, _ := new(big.Rat).SetString(want.value)
		if !ok || n.Value.Cmp(value) != 0 || n.Decimals != want.decimals || n.Percent != want.percent || n.Signed != want.signed || n.Of != nil {
			t.Errorf("ParsePrinted(%q) = %+v, %v", text, n, ok)
		}
	}
	if n, ok := ParsePrinted(" 1 of 1,011 "); !ok || n.Value.Cmp(big.NewRat(1, 1)) != 0 || n.Of == nil || *n.Of != 1011 {
		t.Errorf("a part of a whole is %+v, %v", n, ok)
	}
	for _, text := range []string{"", "Data unavailable", "fewer than five", "<5", "*", "1,62", "37,5%", "12.", ".5", "1.2.3", "%", "1 of", "1e9", "0x1F", "٣", "9999999999999"} {
		if n, ok := ParsePrinted(text); ok {
			t.Errorf("ParsePrinted(%q) = %+v; want none", text, n)
		}
	}
}

// TestRounds: a value at either end of what was rounded can have been printed so, and
// one just outside cannot.
func TestRounds(t *testing.T) {
	n, _ := ParsePrinted("33.75%")
	for value, want := range map[string]bool{"33.75": true, "33.745": true, "33.755": true, "33.7449999999": false, "33.7550000001": false, "-33.75": false} {
		v, _ := new(big.Rat).SetString(value)
		if n.Rounds(v) != want {
			t.Errorf("%s can be 33.75%%: %v", value, !want)
		}
	}
	if n.Value.Cmp(big.NewRat(3375, 100)) != 0 {
		t.Error("comparing changes the number")
	}
}
