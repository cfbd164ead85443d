package labels

import (
	"strings"
	"testing"

	"wres/model"
)

func TestParseCount(t *testing.T) {
	for raw, want := range map[string]int{
		"0": 0, "12": 12, " 12 ": 12, "12.0": 12, "12.00": 12, "1234.000": 1234, "0.000": 0, "12.0000": 12, "010": 10, "1,625": 1625, "12,345": 12345, "1,234,567": 1234567, "\u00a0": -1, "10000000": 10000000,
	} {
		n, wrong := ParseCount(raw)
		if want < 0 {
			if wrong == "" {
				t.Errorf("parseCount(%q) = %d; want it refused", raw, n)
			}
			continue
		}
		if wrong != "" || n != want {
			t.Errorf("parseCount(%q) = %d, %q; want %d", raw, n, wrong, want)
		}
	}
}

// TestNothingElseIsACount: each of these is refused, with its own advice.
func TestNothingElseIsACount(t *testing.T) {
	const hidden = `is a suppressed count; give the count if it is known; figures that lack it are marked as incomplete`
	const commas = "has a comma or a point where thousands have none; write the digits alone, such as 1625"
	const noughts = "could be thousands, or a whole number with three noughts behind its point; write the digits alone, such as 12 or 12000"
	const formula = "is a formula that gives a text, which programs write to keep noughts; write the digits alone, such as 12"
	const digits = "is not a whole number; give the number of people in digits"
	for raw, want := range map[string]string{
		"12.9": "is not a whole number; give the number of people", ".5": "is not a whole number; give the number of people",
		"1.000": noughts, "12.000": noughts, "625.000": noughts,
		"1-4": hidden, "1 – 4": hidden, "1 to 4": hidden, "5*": hidden, "(c)": hidden, "low": hidden, "Low": hidden, "s": hidden, "supp.": hidden, "Suppressed": hidden, "small": hidden,
		"2024-25": digits, "5 June": digits, `="12"`: formula, `="0012"`: formula, `=""`: formula,
		"*": hidden, "**": hidden, "<5": hidden, "< 5": hidden, "<=5": hidden, "[c]": hidden, "[x]": hidden, "..": hidden, "n/a": hidden, "supp": hidden, "Withheld": hidden, "less than 5": hidden, "c": hidden,
		"-": `does not say whether there was none or the count is suppressed; write 0, or give the count if it is known; figures that lack it are marked as incomplete`,
		"":  "is blank; give the number, 0 if there was none; figures that lack it are marked as incomplete", "  ": "is blank; give the number, 0 if there was none; figures that lack it are marked as incomplete",
		"9,87": commas, "1,2345": commas, "1625,0": commas, "1.625.000": commas, ",12": digits, "1,625.5": commas, "12,": commas,
		"(12)": "is negative; give the number of people, 0 or more", "-12": "is negative; give the number of people, 0 or more", "12-": "is negative; give the number of people, 0 or more", "−12": "is negative; give the number of people, 0 or more",
		"1.23E+11": "is in scientific form, whose last digits are lost; format the column as a number and export again", "1e3": "is in scientific form, whose last digits are lost; format the column as a number and export again",
		"0x1F": digits, "1_000": digits, "NaN": digits, "Inf": digits, "+12": digits, "twelve": digits, "12 people": digits, "1 625": digits, "'12": digits, "１２": digits, "12\x00": digits, "1/2": digits, "£12": digits, "=12": digits,
		"12%": "is a percentage; give the number of people", "#REF!": "is an error of the spreadsheet; mend the formula there and export again", "####": "is an error of the spreadsheet; mend the formula there and export again",
		"99999999999999999999": "is larger than any count of people; give the number of people", "10000001": "is larger than any count of people; give the number of people",
	} {
		if n, wrong := ParseCount(raw); wrong != want {
			t.Errorf("parseCount(%q) = %d, %q; want %q", raw, n, wrong, want)
		}
	}
}

func TestParsePercent(t *testing.T) {
	for raw, want := range map[string]Percent{
		"37.5": {37.5, 0.375, false}, "37.5%": {37.5, 0.375, true}, "37.5 %": {37.5, 0.375, true}, "0": {0, 0, false}, "100": {100, 1, false}, "24.1": {24.1, 0.241, false}, ".5": {0.5, 0.005, false}, "12.": {12, 0.12, false},
	} {
		if p, wrong := ParsePercent(raw); wrong != "" || p != want {
			t.Errorf("parsePercent(%q) = %v, %q; want %v", raw, p, wrong, want)
		}
	}
	for _, raw := range []string{"", "%", "100.1", "101%", "-3", "-3%", "(3)", "37,5", "NaN", "Inf", "1e1", "0x10", "1_0", "*", "<1", "..", "-", "n/a", "30-40", "thirty", "37.5%%", "3７", "1,000"} {
		if p, wrong := ParsePercent(raw); wrong == "" {
			t.Errorf("parsePercent(%q) = %v; want it refused", raw, p)
		}
	}
}

func TestParseIndicator(t *testing.T) {
	nine := strings.Fields("1 2 3 4 5 6 7 8 9")
	for raw, want := range map[string]string{"5": "5", " 5 ": "5", "05": "5", "Indicator 5": "5", "indicator5": "5", "WRES Indicator 9": "9", "ind. 2": "2", "WRES 7": "7"} {
		if id, ok := ParseIndicator(raw, nine); !ok || id != want {
			t.Errorf("parseIndicator(%q) = %q, %v; want %q", raw, id, ok, want)
		}
	}
	for _, raw := range []string{"", "0", "10", "5a", "55", "5.0", "five", "-5", "*", "Q14a"} {
		if id, ok := ParseIndicator(raw, nine); ok {
			t.Errorf("parseIndicator(%q) = %q; want it refused", raw, id)
		}
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1234: "-1,234"} {
		if got := Thousands(n); got != want {
			t.Errorf("thousands(%d) = %q; want %q", n, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"small_count", "few_events", "band_headcount"}
	for name, want := range map[string]string{"smal_count": "small_count", "FewEvents": "few_events", "zzz": "", "": "", "headcount_band": ""} {
		if got := Nearest(name, names); got != want {
			t.Errorf("nearest(%q) = %q; want %q", name, got, want)
		}
	}
}

// TestBounds: a mark that says between what a count lies keeps it.
func TestBounds(t *testing.T) {
	type bounds struct {
		least, most int
		open        bool
	}
	for mark, want := range map[string]bounds{
		"<5": {1, 4, false}, " < 10 ": {1, 9, false}, "<=5": {1, 5, false}, "≤7": {1, 7, false}, "less than 5": {1, 4, false}, "Fewer than 3": {1, 2, false}, "5 or fewer": {1, 5, false},
		"1-4": {1, 4, false}, "0 to 5": {0, 5, false}, "2–9": {2, 9, false}, ">100": {101, 0, true}, ">=10": {10, 0, true}, "10 or more": {10, 0, true}, "<1": {1, 1, false},
		"*": {0, 0, true}, "-": {0, 0, true}, "c": {0, 0, true}, "[c]": {0, 0, true}, "..": {0, 0, true}, "": {0, 0, true}, "5*": {0, 0, true}, "9-2": {0, 0, true}, "withheld": {0, 0, true},
	} {
		if got := BoundsOf(mark); got != (model.Bounds{Least: want.least, Most: want.most, Open: want.open}) {
			t.Errorf("%q: %+v, want %+v", mark, got, want)
		}
		if _, wrong := ParseCount(mark); wrong == "" {
			t.Errorf("%q is a count", mark)
		}
	}
}
