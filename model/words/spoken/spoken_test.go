package spoken

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

func TestText(t *testing.T) {
	for written, want := range map[string]string{
		"20.4%":                                 "20.4 percent",
		"−4.9":                                  "lower by 4.9",
		"(−0.7 points)":                         "(lower by 0.7 points)",
		"−3.4 to 1.6":                           "lower by 3.4 to higher by 1.6",
		"BME − White":                           "BME less White",
		"White ÷ ED":                            "White divided by ED",
		"1.69 → 1.76":                           "1.69 to 1.76",
		"× 1.30":                                "times 1.30",
		"29.4% to 38.3%":                        "29.4 to 38.3 percent",
		"Bands 5–8":                             "Bands 5 to 8",
		"so it is – at last":                    "so it is, at last",
		"95% CI":                                "95 percent confidence interval",
		"p < 0.0001":                            "p below 0.0001",
		"p = 0.148":                             "p of 0.148",
		"is hidden to protect people [c].":      "is hidden to protect people.",
		"board [c]":                             "board hidden",
		"n/a":                                   "not available",
		"12*":                                   "12, incomplete",
		"≥ 20%":                                 "at least 20 percent",
		"Tell staff…":                           "Tell staff, and so on",
		"Tell staff… (OD Team): late":           "Tell staff, and so on, (OD Team): late",
		"“illustrative”":                        `"illustrative"`,
		"a · b":                                 "a, b",
		"█▓░ 5":                                 "5",
		"31/03/2027":                            "31/03/2027",
		"OD Team / The Inclusion Team":          "OD Team / The Inclusion Team",
		"ethnically" + joiner + "diverse staff": "ethnically diverse staff",
		"Zoë & Søren":                           "Zoë and Søren",
		"<U+001B>[31m":                          "<U+001B>[31m",
		"\x1b[31m\u202e":                        "[31m",
	} {
		if got := Text(written); got != want {
			t.Errorf("%q is said %q, want %q", written, got, want)
		}
		if again := Text(Text(written)); again != Text(written) {
			t.Errorf("%q: said again it is %q", Text(written), again)
		}
	}
}

func TestLines(t *testing.T) {
	for text, want := range map[string][]string{
		"":                    nil,
		"One. Two? 3 it":      {"One.", "Two?", "3 it."},
		"It was 1.89 in 2023": {"It was 1.89 in 2023."},
		"Whether that share falls or rises with the bands cannot be told: over all bands it depends on 40 staff.": {
			"Whether that share falls or rises with the bands cannot be told:", "Over all bands it depends on 40 staff."},
		"White applicants were 2.45 times as likely to be appointed (95% confidence interval 1.85 to 3.28) as others, it is said": {
			"White applicants were 2.45 times as likely to be appointed as others, it is said.", "95 percent confidence interval 1.85 to 3.28."},
		"2.45 lies outside the range of 0.80 to 1.25 that national reports call non-adverse, and so does its confidence interval.": {
			"2.45 lies outside the range of 0.80 to 1.25 that national reports call non-adverse.", "And so does its confidence interval."},
		"The share of the staff of the organisation who would describe themselves as of a global majority differs clearly": {
			"In full: The share of the staff of the organisation who would describe themselves as of a global", "Continued: majority differs clearly."},
	} {
		if got := Lines(text); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestLabelled(t *testing.T) {
	for _, c := range []struct {
		label, value string
		want         []string
	}{
		{"Lead", "OD Team", []string{"Lead: OD Team."}},
		{"It says", "one\n\ntwo…", []string{"It says: one.", "Continued: two, and so on."}},
		{"Empty", " ", nil},
		{"Word", strings.Repeat("x", 150), []string{"Word: " + strings.Repeat("x", 93), "Continued: " + strings.Repeat("x", 57) + "."}},
	} {
		if got := Labelled(c.label, c.value); !slices.Equal(got, c.want) {
			t.Errorf("%s, %q:\n got %q\nwant %q", c.label, c.value, got, c.want)
		}
	}
	if got, want := Numbered("12", "The plan: 8 actions"), []string{"12. The plan: 8 actions."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Numbered("3", strings.Repeat("many words ", 12)); !strings.HasPrefix(got[0], "Choice 3: many") && !strings.HasPrefix(got[0], "Choice 3: Many") || len(got) != 2 {
		t.Errorf("got %q", got)
	}
}

// FuzzLines: whatever is said, no line is too long or empty, and none has what acts on a
// terminal; nothing that is a letter is left out.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"a (b c d e) " + strings.Repeat("f, and so ", 30), strings.Repeat("(", 200), strings.Repeat("\"x: ", 60), "−÷×→ 5% " + strings.Repeat("ü", 300), "\x1b[2J\n\r\t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			s = strings.ToValidUTF8(s, "?")
		}
		for _, lines := range [][]string{Lines(s), Labelled("Label", s), Labelled(s, "value"), Numbered("7", s)} {
			for _, line := range lines {
				if n := utf8.RuneCountInString(line); n > Width || n == 0 {
					t.Errorf("%d characters: %q", n, line)
				}
				if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r == 0x1b || r == 0x7f }) {
					t.Errorf("a control character: %q", line)
				}
			}
		}
	})
}

// The words for a group are said in full, and nothing else of the results is another.
func TestVoice(t *testing.T) {
	s := model.DefaultSettings()
	s.Labels[model.BME] = "of a global majority"
	r := &indicator.Results{Settings: s}
	w := words.For(Results(r).Settings)
	if got := Text(w.Labels.Short(model.BME)); got != "of a global majority" {
		t.Errorf("it is said %q", got)
	}
	if r.Settings.Labels[model.BME] != "of a global majority" {
		t.Errorf("the results were changed: %q", r.Settings.Labels[model.BME])
	}
}
