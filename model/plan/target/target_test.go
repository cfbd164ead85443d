package target

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]Target{
		"1.25":                          {Unit: Number, Bound: Reach, Value: 1.25},
		"below 1.25":                    {Unit: Number, Bound: Below, Value: 1.25},
		"Under 1.25 by March 2026":      {Unit: Number, Bound: Below, Value: 1.25},
		"1.25 or less":                  {Unit: Number, Bound: AtMost, Value: 1.25},
		"<=1.25":                        {Unit: Number, Bound: AtMost, Value: 1.25},
		"≤ 1.25 (national: 1.57)":       {Unit: Number, Bound: AtMost, Value: 1.25},
		"reduce to 1.25 by 31/03/2026":  {Unit: Number, Bound: AtMost, Value: 1.25},
		"from 2.45 to 1.25":             {Unit: Number, Bound: AtMost, Value: 1.25},
		"0.8 to 1.25":                   {Unit: Number, Bound: Between, Value: 0.8, Upper: 1.25},
		"between 0.80 and 1.25.":        {Unit: Number, Bound: Between, Value: 0.8, Upper: 1.25},
		"0.8-1.25":                      {Unit: Number, Bound: Between, Value: 0.8, Upper: 1.25},
		"20%":                           {Unit: Percent, Bound: Reach, Value: 0.2},
		"20 per cent":                   {Unit: Percent, Bound: Reach, Value: 0.2},
		"17.5% or more":                 {Unit: Percent, Bound: AtLeast, Value: 0.175},
		"at least 17.5 %, by 2027":      {Unit: Percent, Bound: AtLeast, Value: 0.175},
		"from 9.4% to 5%":               {Unit: Percent, Bound: AtMost, Value: 0.05},
		"increase to 20% for the year":  {Unit: Percent, Bound: AtLeast, Value: 0.2},
		"<= 10 points":                  {Unit: Points, Bound: AtMost, Value: 0.1},
		"no more than 2.5 pts":          {Unit: Points, Bound: AtMost, Value: 0.025},
		"within 2 percentage points":    {Unit: Points, Bound: AtMost, Value: 0.02},
		"-2 to 2 % points":              {Unit: Points, Bound: Between, Value: -0.02, Upper: 0.02},
		"−5 points":                     {Unit: Points, Bound: Reach, Value: -0.05},
		"a ratio of 1.25":               {Unit: Number, Bound: Reach, Value: 1.25},
		"parity":                        {Bound: Parity},
		"No gap by 2028":                {Bound: Parity},
		" Parity (as in the strategy) ": {Bound: Parity},
		"more than 0.8":                 {Unit: Number, Bound: Above, Value: 0.8},
	} {
		got, err := Parse(text)
		if got.Text != strings.TrimSpace(text) {
			t.Errorf("%q: text %q", text, got.Text)
		}
		got.Text, got.decimals = "", 0
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", text, got, err, want)
		}
	}
	for text, want := range map[string]error{
		"": ErrNone, " ": ErrNone,
		"+5 points": errChange, "reduce by 10%": errChange, "increase by 5 points": errChange, "from 1 to +2": errChange,
		"improve": errNoFigure, "halve it": errNoFigure, "1.25 or thereabouts": errNoFigure, "at least 5% or less": errNoFigure,
		"20% BME and 80% White": errNoFigure, "1,25": errNoFigure, "NaN": errNoFigure, "1e9": errNoFigure,
		"better than 1.25 or so": errNoFigure, "99999999": errNoFigure, "\x00": errNoFigure,
	} {
		if got, err := Parse(text); !errors.Is(err, want) {
			t.Errorf("%q: %+v, %v; want %v", text, got, err, want)
		}
	}
}

func TestTargetMet(t *testing.T) {
	at := func(v float64) *float64 { return &v }
	for _, test := range []struct {
		target   string
		value    float64
		baseline *float64
		want     bool
	}{
		{"1.25", 1.25, at(2.45), true}, {"1.25", 1.26, at(2.45), false}, {"1.25", 0.9, at(2.45), true}, {"1.25", 1.2, nil, false},
		{"0.8", 0.85, at(0.5), true}, {"0.8", 0.79, at(0.5), false}, {"1.25", 1.3, at(1.25), true}, // reached before
		{"at most 1.25", 1.2549, nil, true}, {"at most 1.25", 1.2551, nil, false}, {"at most 1", 1.49, nil, false},
		{"at most 1.00", 1.005, nil, false}, // printed as 1.01
		{"below 1.25", 1.2499, nil, true}, {"below 1.25", 1.25, nil, false}, {"above 1.25", 1.25, nil, false}, {"above 1.25", 1.2501, nil, true},
		{"at least 1.25", 1.2451, nil, true}, {"at least 1.25", 1.2449, nil, false},
		{"0.8 to 1.25", 0.8, nil, true}, {"0.8 to 1.25", 1.25, nil, true}, {"0.8 to 1.25", 1.26, nil, false}, {"0.8 to 1.25", 0.79, nil, false},
		{"20%", 0.2004, at(0.19), true}, {"20%", 0.1994, at(0.19), false}, {"20% or less", 0.2004, nil, true}, {"20% or less", 0.2006, nil, false},
		{"<= 10 points", -0.1131, nil, false}, {"<= 10 points", -0.08, nil, true}, {"<= 10 points", 0.11, nil, false},
		{"5 points", -0.04, at(-0.1131), true}, {"5 points", -0.06, at(-0.1131), false}, {"-5 points", -0.04, at(-0.1131), true}, {"-5 points", -0.06, at(-0.1131), false},
		{"at least -5 points", -0.04, nil, true}, {"-2 to 2 points", -0.03, nil, false}, {"-2 to 2 points", -0.02, nil, true},
	} {
		target, err := Parse(test.target)
		if err != nil {
			t.Fatal(err)
		}
		if got := target.Met(test.value, test.baseline); got != test.want {
			t.Errorf("%s at %v: %v", test.target, test.value, got)
		}
	}
}

// A target that is met stays met as the figure gets better still.
func TestTargetMetIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		target, err := Parse(rapid.SampledFrom([]string{"at most 1.25", "below 1.25", "1.25", "1.25 or less"}).Draw(t, "target"))
		if err != nil {
			t.Fatal(err)
		}
		baseline := rapid.Float64Range(1.3, 5).Draw(t, "baseline")
		value := rapid.Float64Range(0.1, 3).Draw(t, "value")
		better := value * rapid.Float64Range(0.1, 1).Draw(t, "times")
		if target.Met(value, &baseline) && !target.Met(better, &baseline) {
			t.Fatalf("%s is met at %v and not at %v", target.Text, value, better)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("between 0.8 and 1.25 by March 2026 (see above)")
	f.Fuzz(func(t *testing.T, text string) {
		target, err := Parse(text)
		if err == nil && target.Bound == Between && target.Value > target.Upper {
			t.Fatalf("%q: %+v", text, target)
		}
	})
}
