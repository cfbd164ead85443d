package formula

import (
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
		"＝1+1":           "'＝1+1",
		"＋1":             "'＋1",
		"－1":             "'－1",
		"＠x":             "'＠x",
		"\u2800=1":       "'\u2800=1",
		"\ufe0f\u200d=1": "'\ufe0f\u200d=1",
		"\u3164=1":       "'\u3164=1",
		"a=1":            "a=1",
	} {
		if got := Guard(text); got != cell {
			t.Errorf("Guard(%q) = %q, want %q", text, got, cell)
		}
		if got := Unguard(cell); got != text {
			t.Errorf("Unguard(%q) = %q, want %q", cell, got, text)
		}
	}
	if got := Unguard("'-3"); got != "-3" {
		t.Errorf("a number guarded by another program reads %q", got)
	}
}

func TestGuardRoundTrips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.StringOfN(rapid.RuneFrom([]rune("=+-@＝＋'\"\t\n,; 3%.aé漢\u200b\u2800\u00a0\ufeff")), 0, 12, -1), rapid.String()).Draw(t, "text")
		if got := Unguard(Guard(text)); got != text {
			t.Fatalf("%q came back as %q", text, got)
		}
	})
}
