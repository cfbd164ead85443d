package aims

import (
	"fmt"
	"strings"
	"testing"

	"wres/loaders/exampletest"
	"wres/model/disclosure"
	"wres/model/plan"
	"wres/model/plan/target"
	"wres/model/words"
)

func TestStartsOfTheExample(t *testing.T) {
	r := exampletest.Results(t)
	w := words.For(r.Settings)
	for evidence, want := range map[string]string{
		"2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371": `White 2.45 times as likely (1.85 to 3.28): 144/427 against 51/371
			Ratio of indicator 2, from the yearly return
			at most 1.25: is 50 more ED appointments of 371 shortlisted, at 2024's numbers
			at most 1.59 (England, NHS trusts only, 2023): is 28 more ED appointments of 371 shortlisted, at 2024's numbers
			at most 2.01 (North West, 2024): is 12 more ED appointments of 371 shortlisted, at 2024's numbers
			parity (1.00): is 75 more ED appointments of 371 shortlisted, at 2024's numbers`,
		"1/non-clinical/8c..vsm 2024 bme 8.97% (4.41 to 17.4) 7/78": `ED staff are 9.0% of bands 8c to VSM of non-clinical staff: 7/78
			Share of bands 8c to VSM of non-clinical staff (indicator 1), from the yearly return
			at least 20.4% (all staff): is 9 more ED staff of 78 in place of others, at 2024's numbers
			at least 28.6% (England, NHS trusts only, 2024, all bands): is 16 more ED staff of 78 in place of others, at 2024's numbers`,
		"7 2024 bme-white -13.55 points (-35 to 7) 38.5% of 39, 52.05% of 250": `ED share 13.6 percentage points below White: 38.5% of 39 against 52.1% of 250
			Gap of indicator 7, from the staff survey
			parity (no gap)
			at most 6.8 points (half of now)`,
		"9 2024 board-workforce -11.31 points 1/11 20.4%": `ED share 11.3 percentage points below the workforce: 1/11 against 20.4%
			Board against workforce (indicator 9), from the yearly return
			parity (no gap): is 2 more ED members of 11 in place of others, at 2024's numbers
			at most 5.7 points (half of now): is 1 more ED member of 11 in place of others, at 2024's numbers`,
		"3 2024 bme/white 0.7 1/110 0/14": `ED 1/110, White 0/14
			Ratio of indicator 3, from the yearly return
			at least 0.80
			parity (1.00)`,
		"2 2024 white/bme 1.1 44/100 40/100": `White 1.10 times as likely: 44/100 against 40/100
			Ratio of indicator 2, from the yearly return
			0.80 to 1.25: is reached already, at 2024's numbers
			parity (1.00): is 4 more ED appointments of 100 shortlisted, at 2024's numbers`,
		"2 2024 white/bme [c]": `the figure of indicator 2 in 2024 is hidden [c]
			Ratio of indicator 2, from the yearly return`,
	} {
		s := Of(w, r, plan.Action{Indicators: evidence[:1], Evidence: evidence})
		lines := []string{s.Because(), s.Measure()}
		for _, text := range s.Targets() {
			if _, err := target.Parse(text); err != nil {
				t.Errorf("%q is offered: %v", text, err)
			}
			if means := s.Means(text); means != "" {
				text += ": " + means
			}
			lines = append(lines, text)
		}
		if got := strings.Join(lines, "\n\t\t\t"); got != want {
			t.Errorf("%s gives\n%s\nwant\n%s", evidence, got, want)
		}
	}
}

// What is typed in place of an offer is understood as far as it is a figure that people can
// be counted for.
func TestMeans(t *testing.T) {
	r := exampletest.Results(t)
	s := Of(words.For(r.Settings), r, plan.Action{Evidence: "2 2024 white/bme 2 40/100 20/100"})
	for target, want := range map[string]string{
		"1.25": "is 12 more", "below 2": "is 1 more", "2": "is reached already", "0.8 to 1.25": "is 12 more", "parity": "is 20 more",
		"at least 0.8": "", "20%": "", "better": "", "": "", "0.1": "",
	} {
		if got := s.Means(target); (want == "") != (got == "") || !strings.HasPrefix(got, want) {
			t.Errorf("%q means %q, want %q", target, got, want)
		}
	}
}

// A ratio below 1 is not at parity, and below a range is not within it: nothing is known of
// how it could come up, and so nothing is said. What is said to be reached is what the plan
// takes for reached.
func TestMeansBelowParity(t *testing.T) {
	r := exampletest.Results(t)
	for evidence, targets := range map[string]map[string]string{
		"2 2024 white/bme 0.5 20/100 40/100": {
			"parity": "", "parity (1.00)": "", "0.8 to 1.25": "", "0.80 to 1.25": "", "1": "", "1.25": "", "0.8": "", "at least 0.8": "",
			"above 0.8": "", "at most 1.25": "is reached already", "below 1": "is reached already", "at most 0.5": "is reached already",
			"0.5": "is reached already", "0.4 to 0.6": "is reached already", "at most 0.4": "is 10 more", "0.4": "is 10 more", "below 0.5": "is 1 more",
		},
		"2 2024 white/bme 0.79 79/200 100/200": {"0.8 to 1.25": "", "parity": "", "at most 0.8": "is reached already", "from 0.7 to 0.8": ""},
		"2 2024 white/bme 1 40/100 40/100":     {"parity": "is reached already", "0.8 to 1.25": "is reached already", "1": "is reached already", "below 1": "is 1 more", "2": ""},
		"2 2024 white/bme 1.3 52/100 40/100": {
			"parity": "is 12 more", "0.8 to 1.25": "is 2 more", "at most 1.3": "is reached already", "2": "", "at least 1.25": "", "above 1": "", "below 1.3": "is 1 more",
		},
		"2 2024 white/bme 1.2549 128/255 40/100":     {"at most 1.25": "is reached already", "1.25": "is reached already", "below 1.25": "is 1 more"},
		"1 2024 bme 12% (10 to 14) 12/100":           {"9%": "", "at least 9%": "is reached already", "12%": "is reached already", "15%": "is 3 more"},
		"9 2024 board-workforce -9 points 1/10 19%":  {"parity": "is 1 more", "at most 20 points": "is reached already", "20 points": "", "9 points": "is reached already"},
		"9 2024 board-workforce 9 points 3/10 21%":   {"parity": "", "at most 20 points": "", "at most 5 points": ""},
		"9 2024 board-workforce -19 points 0/10 19%": {"parity": "is 2 more", "at most 10 points": "is 1 more"},
	} {
		s := Of(words.For(r.Settings), r, plan.Action{Evidence: evidence})
		for text, want := range targets {
			got := s.Means(text)
			if (want == "") != (got == "") || !strings.HasPrefix(got, want) {
				t.Errorf("%s: %q means %q, want %q", evidence, text, got, want)
			}
		}
	}
}

// What is offered as it stands now takes nobody more.
func TestAsNowIsReached(t *testing.T) {
	r := exampletest.Results(t)
	for _, decimals := range []int{0, 1, 2, 3} {
		offered := 0
		w := words.For(r.Settings)
		w.Decimals = decimals
		for of := 1; of <= 250; of++ {
			for n := range of + 1 {
				share := float64(n) / float64(of)
				s := Of(w, nil, plan.Action{Evidence: fmt.Sprintf("1 2024 bme %v%% %d/%d", share*100, n, of)})
				s.told = true // there are no benchmarks and no other staff
				for _, text := range s.Targets() {
					if !strings.HasSuffix(text, "(as now)") {
						t.Fatalf("%d/%d: %q is offered", n, of, text)
					}
					offered++
					if got := s.Means(text); got != "is reached already, at 2024's numbers" {
						t.Fatalf("%d/%d at %d decimals: %q %s", n, of, decimals, text, got)
					}
				}
			}
		}
		if offered < 30_000 {
			t.Fatal(offered, "are offered")
		}
	}
}

func TestNowIsTheFigureOfTheYear(t *testing.T) {
	r := exampletest.Results(t)
	w := words.For(r.Settings)
	if s := Now(w, r, "2", 2024); s.Where() != "2 Appointed from shortlist, 2024" || s.Because() != "White 2.45 times as likely (1.85 to 3.28): 144/427 against 51/371" {
		t.Errorf("%q, %q", s.Where(), s.Because())
	}
	if got := Now(w, r, "2", 2024).Baseline(); got != "2.45 (1.85 to 3.28) in 2024" {
		t.Errorf("it stands at %q", got)
	}
	for _, id := range []string{"3", "4", "77", ""} { // withheld, not collected, none
		if s := Now(w, r, id, 2024); s.Known() || s.Targets() != nil || s.Means("1.25") != "" || s.Where() != "" || s.Baseline() != "" {
			t.Errorf("indicator %q starts from %+v", id, s)
		}
	}
	if s := Now(w, nil, "2", 2024); s.Known() {
		t.Error("a start without figures")
	}
}

// In a publication view nothing that it hides is said: each text has no more than the same
// figure of the view does.
func TestNothingHiddenIsSaid(t *testing.T) {
	full := exampletest.Results(t)
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	w, hidden := words.For(view.Settings), 0
	for _, series := range view.Series {
		for _, f := range series.Figures {
			s := Now(w, view, series.Indicator.ID, f.Year)
			if !f.HiddenHeadline(series.Indicator) {
				continue
			}
			hidden++
			if s.Known() || s.Because() != "" || s.Baseline() != "" || s.Targets() != nil || s.Means("parity") != "" {
				t.Errorf("indicator %s of %s is hidden, and said: %q %q", series.Indicator.ID, f.Year, s.Because(), s.Targets())
			}
		}
	}
	if hidden == 0 {
		t.Fatal("the example hides no headline")
	}
	t.Log(hidden, "figures are hidden")
	// Counts that are rounded are not reckoned with.
	rounded := *view
	rounded.Settings.Rounded = 5
	if got := Now(w, &rounded, "2", 2024).Means("1.25"); got != "" {
		t.Errorf("of rounded counts it says %q", got)
	}
}
