package labels

import (
	"hash/maphash"
	"testing"
)

func TestNumberHash(t *testing.T) {
	n := &Numbers{Seed: maphash.MakeSeed()}
	hash := func(cell string) uint64 { h, _ := n.Hash([]byte(cell)); return h }
	for _, same := range [][]string{{"00101", "101", " 101 ", "101.0", "101.00", "101\u00a0", "\u202f101", `="101"`, "'101", "\u2019101", "101\u200b", "\ufeff101", "'00101.0"}, {"A12", "a12", "a 12"}, {"0012-3", "0012-3"}} {
		for _, cell := range same[1:] {
			if hash(cell) != hash(same[0]) {
				t.Errorf("%q is another person than %q", cell, same[0])
			}
		}
	}
	for _, pair := range [][2]string{{"101", "1010"}, {"101", "110"}, {"A1", "1"}, {"101.5", "101"}, {"12-3", "123"}, {"1e5", "100000"}, {"A\u00a01", "1"}, {"1'2", "12"}, {"101é", "101"}} {
		if hash(pair[0]) == hash(pair[1]) {
			t.Errorf("%q and %q are one person", pair[0], pair[1])
		}
	}
	for cell, want := range map[string]NumberState{
		"": Unnumbered, "  ": Unnumbered, "n/a": Unnumbered, "-": Unnumbered, "0": Unnumbered, "0000": Unnumbered, "0.0": Unnumbered,
		"\u00a0": Unnumbered, `=""`: Unnumbered, "'": Unnumbered, `="1.23E+11"`: LostNumber,
		"1.23E+11": LostNumber, "1E+05": LostNumber, "2e-7": LostNumber, "1": Numbered, "E12": Numbered, "e+1": Numbered, "12e": Numbered,
	} {
		if _, state := n.Hash([]byte(cell)); state != want {
			t.Errorf("Hash(%q) is %d; want %d", cell, state, want)
		}
	}
	other := &Numbers{Seed: maphash.MakeSeed()}
	if h, _ := other.Hash([]byte("101")); h == hash("101") {
		t.Error("the hash of a number is the same in another load")
	}
}
