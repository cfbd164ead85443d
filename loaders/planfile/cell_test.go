package planfile

import (
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// awkward makes texts of the characters that CSV and spreadsheets trip over.
func awkward() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("=+-@'\"\t\n,; 3%.aé漢\u200b\u00a0\ufeff")), 0, 12, -1)
}

func TestEncodedRowReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		delimiter := rapid.SampledFrom([]byte{',', ';'}).Draw(t, "delimiter")
		cells := append([]string{"A-0001"}, rapid.SliceOfN(awkward(), 1, 6).Draw(t, "cells")...)
		r := csv.NewReader(strings.NewReader(string(encode(cells, delimiter)) + "\r\n"))
		r.Comma = rune(delimiter)
		back, err := r.ReadAll()
		if err != nil || len(back) != 1 || strings.Join(back[0], "\x00") != strings.Join(cells, "\x00") {
			t.Fatalf("%q came back as %q (%v)", cells, back, err)
		}
	})
}
