package planfile

import (
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestGuard(t *testing.T) {
	for text, cell := range map[string]string{
		"":               "",
		"plain":          "plain",
		"=1+1":           "'=1+1",
		"+44 20":         "'+44 20",
		"@lead":          "'@lead",
		"-":              "'-",
		"- first\n- two": "'- first\n- two",
		"\tx":            "'\tx",
		" =1+1":          "' =1+1",
		"\u200b=1+1":     "'\u200b=1+1",
		"\n=1+1":         "'\n=1+1",
		"-3":             "-3",
		"+0.5":           "+0.5",
		"-12%":           "-12%",
		"-3+cmd":         "'-3+cmd",
		"-3\n=x":         "'-3\n=x",
		"'quoted'":       "'quoted'",
		"'=1":            "''=1",
		"''-3":           "'''-3",
	} {
		if got := guard(text); got != cell {
			t.Errorf("guard(%q) = %q, want %q", text, got, cell)
		}
		if got := unguard(cell); got != text {
			t.Errorf("unguard(%q) = %q, want %q", cell, got, text)
		}
	}
	if got := unguard("'-3"); got != "-3" {
		t.Errorf("a number guarded by another program reads %q", got)
	}
}

// awkward makes texts of the characters that CSV and spreadsheets trip over.
func awkward() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("=+-@'\"\t\n,; 3%.aé漢\u200b\u00a0\ufeff")), 0, 12, -1)
}

func TestGuardRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(awkward(), rapid.String()).Draw(t, "text")
		if got := unguard(guard(text)); got != text {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
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
