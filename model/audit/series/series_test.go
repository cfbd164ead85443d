package series

import (
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/stats"
)

// tables makes the series of rows "year indicator figure group printed".
func tables(rows ...string) *Cells {
	var all []model.Printed
	for _, row := range rows {
		c := strings.SplitN(row, " ", 5)
		all = append(all, model.Printed{Year: model.Year(phrase.Atoi(c[0])), Indicator: c[1], Figure: c[2], Group: c[3], Printed: c[4]})
	}
	return Arrange(document.Published(all, "rows"))
}

// The counts behind a percentage, and what a change of two can be in whole numbers.
func TestAttainableChanges(t *testing.T) {
	c := tables("2023 1 headcount all 2,231", "2023 1 percentage-of-workforce known 98.3%", "2024 1 headcount all 1863", "2024 1 percentage-of-workforce known 97.85%")
	k := document.Key{Indicator: "1", Figure: "percentage-of-workforce", Group: "known"}
	if got, want := c.Counts(k, 2023), []stats.Count{{Events: 2192, AtRisk: 2231}, {Events: 2193, AtRisk: 2231}, {Events: 2194, AtRisk: 2231}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	steps := c.Steps(phrase.Scope{Indicators: []string{"1"}, Groups: []string{"known"}, Roles: []phrase.Role{phrase.AsPercent}}, phrase.Down)
	if len(steps) != 1 || c.TrueChange(steps[0]) != "0.40, 0.44 or 0.49 percentage points" || steps[0].Judge(phrase.Down) != Agrees {
		t.Errorf("%+v", steps)
	}
	if _, fit := c.Fits(steps, amount(t, "0.45"), phrase.Percents, phrase.Down, false); fit != AsPoints {
		t.Errorf("0.45%% fits as %v", fit)
	}
}

// A share that no table prints is made of its counts, and a printed one is not.
func TestSharesOfCounts(t *testing.T) {
	c := tables("2024 9 members bme 1 of 11", "2024 2 appointed all 198", "2024 2 appointed bme 51", "2024 2 percentage-of-appointed bme 25.8%")
	board, ok := c.Only(document.Key{Indicator: "9", Figure: "percentage-of-board", Group: "bme"}, 2024)
	if !ok || !board.made || board.Printed != "9.09%" {
		t.Errorf("%+v", board)
	}
	if share, ok := c.Only(document.Key{Indicator: "2", Figure: "percentage-of-appointed", Group: "bme"}, 2024); !ok || share.made || share.Printed != "25.8%" {
		t.Errorf("%+v", share)
	}
}

// What rounds to the same can have gone either way, and counts can't.
func TestJudge(t *testing.T) {
	for _, c := range []struct {
		from, to string
		figure   string
		way      phrase.Way
		want     Verdict
	}{
		{"19.2%", "20.4%", "percentage-of-workforce", phrase.Up, Agrees},
		{"19.2%", "20.4%", "percentage-of-workforce", phrase.Down, Against},
		{"19%", "20%", "percentage-of-workforce", phrase.Up, Agrees},
		{"20.4%", "20.40%", "percentage-of-workforce", phrase.Up, Unclear},
		{"20.4%", "20.44%", "percentage-of-workforce", phrase.Down, Unclear},
		{"20.4%", "20.5%", "percentage-of-workforce", phrase.Same, Unclear},
		{"20.4%", "23.5%", "percentage-of-workforce", phrase.Same, Against},
		{"20.4%", "23.5%", "percentage-of-workforce", phrase.Alike, Unclear},
		{"15", "15", "headcount", phrase.Up, Against},
		{"15", "16", "headcount", phrase.Up, Agrees},
	} {
		tables := tables("2023 1 "+c.figure+" bme "+c.from, "2024 1 "+c.figure+" bme "+c.to)
		steps := tables.Steps(phrase.Scope{Indicators: []string{"1"}}, c.way)
		if len(steps) != 1 || steps[0].Judge(c.way) != c.want {
			t.Errorf("%s to %s, %v: %+v", c.from, c.to, c.way, steps)
		}
	}
}

// Which way a ratio is better, the catalogue says: towards 1.
func TestBetterRatio(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     Verdict
	}{{"1.8", "1.6", Agrees}, {"0.6", "0.8", Agrees}, {"1.6", "1.8", Against}, {"0.9", "1.3", Against}, {"0.80", "1.25", Unclear}, {"1.1", "1.0", Agrees}} {
		steps := tables("2023 2 relative-likelihood all "+c.from, "2024 2 relative-likelihood all "+c.to).Steps(phrase.Scope{Indicators: []string{"2"}}, phrase.Better)
		if len(steps) != 1 || steps[0].Judge(phrase.Better) != c.want {
			t.Errorf("%s to %s: %+v", c.from, c.to, steps)
		}
	}
}

func amount(t *testing.T, text string) phrase.Amount {
	n, ok := model.ParsePrinted(text)
	a, fits := phrase.AmountOf(n)
	if !ok || !fits {
		t.Fatal(text)
	}
	return a
}
