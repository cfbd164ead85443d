package plan

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

func exampleFigure(t *testing.T, id string, year model.Year) (*indicator.Indicator, *indicator.Figure) {
	t.Helper()
	s := exampletest.Results(t).Indicator(id)
	return s.Indicator, s.Figure(year)
}

func TestEvidenceOfTheExample(t *testing.T) {
	for id, want := range map[string]string{
		"1": "1 2024 bme 20.4% (18.63 to 22.29) 380/1863",
		"2": "2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371",
		"3": "", "4": "", // withheld, not collected
		"8": "8 2024 bme-white 4.57 points 9.43%, 4.86%",
		"9": "9 2024 board-workforce -11.31 points (-19.01 to 17.39) 1/11 20.4%",
	} {
		ind, f := exampleFigure(t, id, 2024)
		e, err := EvidenceOf(ind, f)
		if want == "" {
			if err == nil {
				t.Errorf("indicator %s: %s, want an error", id, e)
			}
			continue
		}
		if err != nil || e.String() != want {
			t.Errorf("indicator %s: %s, %v; want %s", id, e, err, want)
		}
		if back, err := ParseEvidence(e.String()); err != nil || cmp.Diff(e, back) != "" {
			t.Errorf("indicator %s: %v\n%s", id, err, cmp.Diff(e, back))
		}
	}
	if _, err := EvidenceOf(indicator.Lookup("2"), nil); err == nil {
		t.Error("evidence of no figure")
	}
}

func TestParseEvidenceAsRetyped(t *testing.T) {
	want := Evidence{Indicator: "2", Year: 2024, Of: indicator.WhiteOverBME, Value: 2.4532,
		Interval: &stats.Interval{Lower: 1.8479, Upper: 3.2766},
		Sides:    []Side{{Events: 144, AtRisk: 427}, {Events: 51, AtRisk: 371}}}
	for _, text := range []string{
		"2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371",
		" 2  2024 White/BME 2.4532 ( 1.8479 to 3.2766 ) 144/427,51/371 ",
	} {
		if got, err := ParseEvidence(text); err != nil || cmp.Diff(want, got) != "" {
			t.Errorf("%q: %v\n%s", text, err, cmp.Diff(want, got))
		}
	}
	got, err := ParseEvidence("9 2024 board-workforce −11.31 points (-20% to no limit)")
	want = Evidence{Indicator: "9", Year: 2024, Of: indicator.BoardWorkforce, Value: -0.1131, Interval: &stats.Interval{Lower: -0.2, NoUpper: true}}
	if err != nil || cmp.Diff(want, got) != "" {
		t.Errorf("%v\n%s", err, cmp.Diff(want, got))
	}
}

func TestParseEvidenceRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "is not a figure",
		"the survey of 2023":                  "is not a figure",
		"2 2024 white/bme":                    "is not a figure",
		"2 2024 white/bme NaN":                "is not a figure",
		"2 2024 white/bme 1e9":                "is not a figure",
		"2 2024 white/bme 2.45 144/427 x":     "is not a figure",
		"2 1066 white/bme 2.45":               "names no year",
		"2 2024 asian/bme 2.45":               "compares \"asian/bme\"",
		"2 2024 white/bme 2.45 144/427":       "gives 1 shares, where white/bme has 2",
		"2 2024 white/bme 2.45 427/144 1/2":   "427/144 is not a part of a whole",
		"2 2024 white/bme 2.45 0/0 1/2":       "0/0 is not a part",
		"8 2024 bme-white 4.6 points 101% 1%": "101% is no share",
		"1 2024 bme 12% 1/9999999999":         "more people than can be counted",
	} {
		if got, err := ParseEvidence(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, %v; want %q", text, got, err, want)
		}
	}
}

// Any evidence that can stand in a plan is read back as it is, to the last bit.
func TestEvidenceRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Evidence
		for range rapid.IntRange(0, 3).Draw(t, "figures") {
			all = append(all, drawEvidence(t))
		}
		a := Action{Evidence: EvidenceText(all)}
		if diff := cmp.Diff(all, a.EvidenceFigures()); diff != "" {
			t.Fatalf("%s\n%s", a.Evidence, diff)
		}
	})
}

func drawEvidence(t *rapid.T) Evidence {
	number := func(name string, lowest, highest float64) float64 {
		v := rapid.Float64Range(lowest, highest).Draw(t, name)
		if math.Abs(v) < 1e-12 {
			return 0 // as small as no figure is
		}
		return v
	}
	e := Evidence{
		Indicator: rapid.SampledFrom([]string{"1", "2", "9", "1a", "12"}).Draw(t, "id"),
		Year:      model.Year(rapid.IntRange(2015, 2060).Draw(t, "year")),
		Of:        rapid.SampledFrom([]indicator.Comparison{indicator.WhiteOverBME, indicator.BMEOverWhite, indicator.BMEMinusWhite, indicator.BMEShare, indicator.BoardWorkforce}).Draw(t, "of"),
	}
	if e.Indicator == "1" && e.Of == indicator.BMEShare && rapid.Bool().Draw(t, "of bands") {
		all := model.Bands()
		from := rapid.IntRange(0, len(all)-1).Draw(t, "first")
		e.Bands = Bands{rapid.SampledFrom(append(model.StaffCategories(), model.AnyCategory)).Draw(t, "category"), all[from], all[rapid.IntRange(from, len(all)-1).Draw(t, "last")]}
	}
	draw := func(name string) float64 { return round4(number(name, -1, 1)) }
	if e.Of.Ratio() {
		draw = func(name string) float64 { return round4(number(name, 0, 1e6)) }
	}
	e.Value = draw("value")
	if rapid.Bool().Draw(t, "interval") {
		e.Interval = &stats.Interval{Lower: draw("lower"), NoUpper: rapid.Bool().Draw(t, "no upper")}
		if !e.Interval.NoUpper {
			e.Interval.Upper = draw("upper")
		}
	}
	if rapid.Bool().Draw(t, "sides") {
		for range comparisons[e.Of] {
			s := Side{AtRisk: rapid.IntRange(1, stats.MostAtRisk).Draw(t, "at risk")}
			if s.Published = rapid.Bool().Draw(t, "published"); s.Published {
				s.Share = round4(number("share", 0, 1))
				s.AtRisk *= rapid.IntRange(0, 1).Draw(t, "known")
			} else {
				s.Events = rapid.IntRange(0, s.AtRisk).Draw(t, "events")
			}
			e.Sides = append(e.Sides, s)
		}
	}
	return e
}

func TestPercentText(t *testing.T) {
	for fraction, want := range map[float64]string{0: "0", 1: "100", 0.0457: "4.57", -0.1131: "-11.31", 0.5: "50", 0.001: "0.1", 0.12345: "12.345", 12: "1200"} {
		if got := percentText(fraction); got != want {
			t.Errorf("%v: %q, want %q", fraction, got, want)
		}
	}
}

// A value whose counts are not known is evidence without them.
func TestEvidenceWithoutCounts(t *testing.T) {
	f := &indicator.Figure{Year: 2024, State: model.Reported, Ratio: &stats.Estimate{Value: 2.5}}
	if e, err := EvidenceOf(indicator.Lookup("2"), f); err != nil || e.String() != "2 2024 white/bme 2.5" {
		t.Errorf("%s, %v", e, err)
	}
}

// Too little to be seen is nought, and not less than nought.
func TestRound4(t *testing.T) {
	for v, want := range map[float64]string{-0.00001: "0", 0.00001: "0", 2.45322: "2.4532", -0.11306: "-0.1131"} {
		if got := decimalText(round4(v)); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}

func FuzzParseEvidence(f *testing.F) {
	f.Add("2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371")
	f.Add("8 2024 bme-white 4.57 points 9.43% of 12, 4.86%")
	f.Fuzz(func(t *testing.T, text string) {
		e, err := ParseEvidence(text)
		if err != nil {
			return
		}
		if back, err := ParseEvidence(e.String()); err != nil || cmp.Diff(e, back) != "" {
			t.Fatalf("%q is %+v, written %q, read %+v, %v", text, e, e.String(), back, err)
		}
	})
}

func TestAnswering(t *testing.T) {
	words := words.Voice{Labels: model.DefaultSettings().Labels, Decimals: 1}
	ind, f := exampleFigure(t, "2", 2024)
	e, err := EvidenceOf(ind, f)
	if err != nil {
		t.Fatal(err)
	}
	a := Action{Evidence: "8 2024 bme-white 4.57 points; 2 2023 white/bme 1.89"}.Answering(e, words)
	want := Action{Evidence: "8 2024 bme-white 4.57 points; " + ratio2024, Indicators: "2", Baseline: "2.45 (1.85 to 3.28) in 2024"}
	if diff := cmp.Diff(want, a); diff != "" {
		t.Error(diff)
	}
	kept := Action{Indicators: "7", Baseline: "own"}.Answering(e, words)
	if kept.Indicators != "7" || kept.Baseline != "own" {
		t.Errorf("%+v", kept)
	}
	for id, baseline := range map[string]string{"1": "20.4% in 2024", "8": "4.6 percentage points in 2024", "9": "−11.3 percentage points in 2024"} {
		ind, f := exampleFigure(t, id, 2024)
		e, err := EvidenceOf(ind, f)
		if got := (Action{}).Answering(e, words).Baseline; err != nil || got != baseline {
			t.Errorf("indicator %s: %q, %v; want %q", id, got, err, baseline)
		}
	}
}
