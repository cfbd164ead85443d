package plan

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/words"
)

func viewOf(full *indicator.Results) *indicator.Results {
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	return view
}

// What becomes of the figures that an action keeps, of the example's years and of another.
func TestPublicAction(t *testing.T) {
	view := viewOf(exampletest.Results(t))
	const ratio = "2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371"
	for name, test := range map[string]struct {
		was, public Action
		became      Withheld
	}{
		"shown": {
			Action{Evidence: ratio, Baseline: "2.45 in 2024 (White 144 of 427, BME 51 of 371)", Target: "from 2.45 to 1.25"},
			Action{Evidence: ratio, Baseline: "2.45 in 2024 (White 144 of 427, BME 51 of 371)", Target: "from 2.45 to 1.25"},
			Withheld{},
		},
		"small": {
			Action{Evidence: "9 2024 board-workforce -11.31 points (-19.01 to 17.39) 1/11 20.4%", Baseline: "9.1%", Target: "from 9.1% to 20%"},
			Action{Evidence: "9 2024 board-workforce [c]", Baseline: "[c]", Target: "from [c] to 20%"},
			Withheld{Hidden: 1},
		},
		"nobody of a few": {
			Action{Baseline: "0 of 8", Target: "from 0 to 3"},
			Action{Baseline: "[c]", Target: "from [c] to 3"},
			Withheld{Hidden: 1},
		},
		"nobody of a few, in words": {
			Action{Baseline: "no ethnically diverse members of eight"},
			Action{Baseline: "[c]"},
			Withheld{Hidden: 1},
		},
		"all of a few": {
			Action{Baseline: "all nine board members are White"},
			Action{Baseline: "[c]"},
			Withheld{Hidden: 1},
		},
		"nobody of many": {
			Action{Baseline: "0 of 10, no staff of band 8"},
			Action{Baseline: "0 of 10, no staff of band 8"},
			Withheld{},
		},
		"bands that are hidden": {
			Action{Evidence: "1/non-clinical/vsm 2024 bme 6.67% (1.19 to 29.82) 1/15"},
			Action{Evidence: "1/non-clinical/vsm 2024 bme [c]"},
			Withheld{Hidden: 1},
		},
		"bands that are shown together": {
			Action{Evidence: "1/non-clinical/8c..vsm 2024 bme 8.97% (4.41 to 17.4) 7/78"},
			Action{Evidence: "1/non-clinical/8c..vsm 2024 bme 8.97% (4.41 to 17.4) 7/78"},
			Withheld{},
		},
		"one of two": {
			Action{Evidence: ratio + "; 9 2024 board-workforce -11.31 points 1/11 20.4%", Baseline: "2.45, and 1 of 11", Target: "parity"},
			Action{Evidence: ratio + "; 9 2024 board-workforce [c]", Baseline: "[c]", Target: "parity"},
			Withheld{Hidden: 1},
		},
		"kept before the data were mended": {
			Action{Evidence: "2 2024 white/bme 2.3 (1.7 to 3.1) 140/427 3/371", Baseline: "2.3 (BME 3 of 371)"},
			Action{Evidence: ratio, Baseline: "2.45 (1.85 to 3.28) in 2024"},
			Withheld{Anew: 1},
		},
		"of a year that is not there": {
			Action{Evidence: "2 2019 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371", Baseline: "2.45 in 2019 (White 144 of 427)"},
			Action{Evidence: "2 2019 white/bme 2.4532 (1.8479 to 3.2766)", Baseline: "2.45 (1.85 to 3.28) in 2019"},
			Withheld{Bare: 1},
		},
		"small, of a year that is not there": {
			Action{Evidence: "2 2019 white/bme 2.45 (1.85 to 3.28) 144/427 4/371", Baseline: "2.45 in 2019"},
			Action{Evidence: "2 2019 white/bme [c]", Baseline: "the figure of 2019, a year without figures here"},
			Withheld{Gone: 1},
		},
		"all but a few, of a year that is not there": {
			Action{Evidence: "9 2019 board-workforce 50 points 8/11 20.4%"},
			Action{Evidence: "9 2019 board-workforce [c]"},
			Withheld{Gone: 1},
		},
		"all of a few, of a year that is not there": {
			Action{Evidence: "3 2019 bme/white 2 9/9 500/1000"},
			Action{Evidence: "3 2019 bme/white [c]"},
			Withheld{Gone: 1},
		},
		"bands of a year that is not there": {
			Action{Evidence: "1/non-clinical/5 2019 bme 20% 200/1000"},
			Action{Evidence: "1/non-clinical/5 2019 bme [c]"},
			Withheld{Gone: 1},
		},
		"answers of a year that is not there": {
			Action{Evidence: "8 2019 bme-white 9 points 15% of 600, 6% of 2000; 5 2019 bme-white 9 points 15% of 10, 6% of 2000"},
			Action{Evidence: "8 2019 bme-white 9 points; 5 2019 bme-white [c]"},
			Withheld{Bare: 1, Gone: 1},
		},
		"without its counts": {Action{Evidence: "8 2019 bme-white 9 points"}, Action{Evidence: "8 2019 bme-white 9 points"}, Withheld{}},
		"withheld":           {Action{Evidence: "3 2024 bme/white 2 60/300 500/1000"}, Action{Evidence: "3 2024 bme/white [c]"}, Withheld{Hidden: 1}},
		"no such indicator":  {Action{Evidence: "12 2024 bme-white 9 points 15% of 600, 6% of 2000"}, Action{Evidence: "12 2024 bme-white 9 points"}, Withheld{Bare: 1}},
		"unreadable":         {Action{Evidence: "2 2024 white/bme 2,45 3/22"}, Action{Evidence: "[c]"}, Withheld{Hidden: 1}},
		"in words":           {Action{Baseline: "1 of 15 VSM", Target: "from 1 of 15 to 3 of 15"}, Action{Baseline: "[c]", Target: "from [c] of 15 to 3 of 15"}, Withheld{Hidden: 1}},
		"not small in words": {Action{Baseline: "7 of 78, as on 1/4/2024"}, Action{Baseline: "7 of 78, as on 1/4/2024"}, Withheld{}},
		"no figure":          {Action{Text: "3 of us", Progress: "1 of 15 asked"}, Action{Text: "3 of us", Progress: "1 of 15 asked"}, Withheld{}},
	} {
		public, became := test.was.Public(view)
		if diff := cmp.Diff(test.public, public); diff != "" || became != test.became {
			t.Errorf("%s: %+v, want %+v\n%s", name, became, test.became, diff)
		}
		if again, _ := public.Public(view); cmp.Diff(public, again) != "" {
			t.Errorf("%s: given again it is another\n%s", name, cmp.Diff(public, again))
		}
	}
}

// The counts of a board are shown where its members are named in public; then they may be
// quoted too.
func TestPublicBoardThatIsNamed(t *testing.T) {
	named := *exampletest.Results(t)
	named.Settings.Disclosure.ShowBoard = true
	a := Action{Evidence: "9 2024 board-workforce -11.31 points (-19.01 to 17.39) 1/11 20.4%", Baseline: "1 of 11 board members"}
	if public, became := a.Public(viewOf(&named)); cmp.Diff(a, public) != "" || became != (Withheld{}) {
		t.Errorf("%+v: %s", became, cmp.Diff(a, public))
	}
	before := Action{Evidence: "9 2019 board-workforce -11.31 points 1/11 20.4%"}
	if public, became := before.Public(viewOf(&named)); public.Evidence != "9 2019 board-workforce -11.31 points" || became != (Withheld{Bare: 1}) {
		t.Errorf("of a year that is not there: %+v, %+v", public, became)
	}
	named.Settings.Disclosure.Base = 5
	if public, became := before.Public(viewOf(&named)); public.Evidence != "9 2019 board-workforce [c]" || became != (Withheld{Gone: 1}) {
		t.Errorf("of such a year, beside rounded counts: %+v, %+v", public, became)
	}
}

func TestQuotesSmall(t *testing.T) {
	for text, want := range map[string]bool{
		"1 of 15": true, "4/22": true, "3 out of 22": true, "2 members": true, "3 BME staff": true, "one; 2 of the 15": true, "one of eleven": true,
		"0 of 15": false, "5 of 15": false, "0/15": false, "14 of 22": false, "2.45 in 2024": false, "on 1/4/2024": false, "2024": false, "23.2% of band 2 staff": false, "": false,
	} {
		if got := quotesSmall(text, model.DefaultSettings(), nil); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Of whatever an action keeps of the example, the view shows no figure that it hides, and
// what is published says nothing that the full one does not.
func TestPublicShowsNoHiddenFigure(t *testing.T) {
	full := exampletest.Results(t)
	view := viewOf(full)
	hidden, shown := 0, 0
	for i := range full.Series {
		s := &full.Series[i]
		for j := range s.Figures {
			e, err := EvidenceOf(s.Indicator, &s.Figures[j])
			if err != nil {
				continue
			}
			a, became := Action{}.Answering(e, words.For(full.Settings)).Public(view)
			conceals := view.Series[i].Figures[j].HiddenHeadline(s.Indicator)
			if conceals != strings.Contains(a.Evidence+a.Baseline, words.HiddenMark) || conceals != (became.Hidden > 0) {
				t.Errorf("%s: hidden %v, and published as %+v", e, conceals, a)
			}
			if conceals {
				hidden++
			} else {
				shown++
			}
		}
	}
	if hidden == 0 || shown == 0 {
		t.Errorf("%d hidden, %d shown", hidden, shown)
	}
}

// A figure that is large and hidden, because it would give a small one away, is hidden with
// an action too.
func TestPublicHidesWhatGivesASmallCountAway(t *testing.T) {
	full := figuresOf(t, map[string]string{
		"workforce.csv": "year,ethnicity,headcount\n2025,White,800\n2025,BME,200\n",
		"board.csv":     "year,voting,executive,ethnicity,headcount\n2025,yes,yes,White,15\n2025,yes,yes,BME,13\n",
	})
	e, err := EvidenceOf(indicator.Lookup("9"), full.Indicator("9").Figure(2025))
	if err != nil {
		t.Fatal(err)
	}
	view := full.Copy()
	view.Publication = true
	row := view.Indicator("9").Figure(2025).BoardRow(indicator.WholeBoard)
	if public, _ := (Action{Evidence: e.String()}).Public(view); public.Evidence != e.String() {
		t.Errorf("of a view that hides nothing %s is published as %s", e, public.Evidence)
	}
	row.Counts[model.BME], row.Share, row.Difference, row.Hidden.Groups[model.BME] = nil, nil, nil, true
	if public, _ := (Action{Evidence: e.String()}).Public(view); public.Evidence != "9 2025 board-workforce [c]" {
		t.Errorf("%s is published as %s", e, public.Evidence)
	}
}

// What later figures say of an action rests on both views' figures alone.
func TestProgressBesideAView(t *testing.T) {
	full := figuresOf(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n" +
		"2024,clinical,5,White,800\n2024,clinical,5,BME,100\n2024,clinical,5,Unknown,3\n2024,clinical,8c,White,90\n2024,clinical,8c,BME,10\n2024,clinical,8c,Unknown,20\n2024,clinical,VSM,White,30\n2024,clinical,VSM,BME,1\n" +
		"2025,clinical,5,White,700\n2025,clinical,5,BME,300\n2025,clinical,5,Unknown,3\n2025,clinical,8c,White,60\n2025,clinical,8c,BME,40\n2025,clinical,8c,Unknown,20\n2025,clinical,VSM,White,30\n2025,clinical,VSM,BME,1\n"})
	view := viewOf(full)
	for evidence, want := range map[string]struct {
		state  ProgressState
		reason string
	}{
		"1/clinical/vsm 2024 bme 3.23% 1/31":      {NotMeasurable, "What the figure was is hidden to protect people [c]."},
		"1 2024 bme 10.53% 111/1054":              {Moved, "a significant change"},
		"2 2024 white/bme 2.4532 144/427 51/371":  {Early, "There are no figures of indicator 2 later than 2024 yet."},
		"1/clinical/8c..vsm 2023 bme 20% 200/999": {NotMeasurable, "The figure kept with the action is of 2023, a year without figures here."},
	} {
		p := ProgressOf(Action{Evidence: evidence, Target: "30%"}, view)
		if len(p) != 1 || p[0].State != want.state || !strings.Contains(p[0].Reason, want.reason) {
			t.Errorf("%s: %+v, want %+v", evidence, p, want)
		}
	}
}

// Of bands whose staff of unknown ethnicity are hidden the share is shown, and not whether
// it changed: that could hang on them.
func TestProgressOfBandsBesideAView(t *testing.T) {
	view := viewOf(exampletest.Results(t))
	s := view.Indicator("1")
	e, err := EvidenceOfBands(s.Indicator, s.Figure(2023), Bands{model.NonClinical, model.Band5, model.Band5}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	p := ProgressOf(Action{Evidence: e.String(), Target: "30%"}, view)
	if len(p) != 1 || p[0].State != NotMeasurable || !strings.HasSuffix(p[0].Reason, `in 2024: whether it changed rests on counts that are hidden to protect people [c]; the target is “30%”.`) {
		t.Errorf("%+v", p)
	}
}

// Where the latest figure is hidden, that is said, and not that there is none.
func TestProgressToAHiddenFigure(t *testing.T) {
	full := figuresOf(t, recruitment("2024,White,427,144\n2024,BME,371,51\n2025,White,427,144\n2025,BME,371,3\n"))
	p := ProgressOf(Action{Evidence: ratio2024, Target: "parity"}, viewOf(full))
	if len(p) != 1 || p[0].Reason != "The figure of 2025 is hidden to protect people [c]." {
		t.Errorf("%+v", p)
	}
}

// No action is published with a figure that is not in the form of one, whatever it keeps.
func TestPublicOfAnyText(t *testing.T) {
	view := viewOf(exampletest.Results(t))
	text := rapid.SampledFrom([]string{"", ";", "2 2024 white/bme 2.4532 144/427 51/371", "9 2024 board-workforce -11.31 points 1/11 20.4%", "x 1/11", "9 2024 board-workforce [c]", "\n", " ; 1/11"})
	rapid.Check(t, func(t *rapid.T) {
		a := Action{Evidence: text.Draw(t, "one") + "; " + text.Draw(t, "other"), Baseline: text.Draw(t, "baseline")}
		public, _ := a.Public(view)
		if all := public.Evidence + public.Baseline; strings.Contains(all, "1/11") {
			t.Fatalf("%+v is published as %+v", a, public)
		}
		if again, _ := public.Public(view); cmp.Diff(public, again) != "" {
			t.Fatal(cmp.Diff(public, again))
		}
	})
}
