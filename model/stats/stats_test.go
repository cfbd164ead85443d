package stats_test

import (
	"encoding/csv"
	"errors"
	"math"
	"os"
	"strconv"
	"testing"

	"wres/model/stats"
)

// TestAgainstReference compares the estimates with values that R, SciPy and
// statsmodels gave for the same counts; the file names which for each.
func TestAgainstReference(t *testing.T) {
	f, err := os.Open("../../testdata/reference/point-estimates.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	tried := map[string]int{}
	for _, row := range rows[1:] {
		var n [4]int
		for i := range n {
			if n[i], err = strconv.Atoi(row[2+i]); err != nil {
				t.Fatal(err)
			}
		}
		want, err := strconv.ParseFloat(row[6], 64)
		if err != nil {
			t.Fatal(err)
		}
		got, err := estimate(row[0], n)
		tried[row[0]]++
		switch {
		case math.IsNaN(want) || math.IsInf(want, 0):
			if err == nil {
				t.Errorf("%s %s of %v = %v, want none: the reference has %v", row[0], row[1], n, got.Value, want)
			}
		case err != nil:
			t.Errorf("%s %s of %v: %v, want %v", row[0], row[1], n, err, want)
		case math.Abs(got.Value-want) > 1e-12+1e-9*math.Abs(want):
			t.Errorf("%s %s of %v = %v, want %v by %s", row[0], row[1], n, got.Value, want, row[7])
		}
	}
	for _, name := range []string{"risk ratio", "risk difference", "odds ratio"} {
		if tried[name] == 0 {
			t.Errorf("the reference file has no %s", name)
		}
	}
}

func estimate(name string, n [4]int) (*stats.Estimate, error) {
	first, second := stats.Count{Events: n[0], AtRisk: n[1]}, stats.Count{Events: n[2], AtRisk: n[3]}
	switch name {
	case "risk ratio":
		return stats.RiskRatio(first, second)
	case "risk difference":
		return stats.RiskDifference(first, second)
	}
	return stats.OddsRatio(n[0], n[1], n[2], n[3])
}

func TestUndefined(t *testing.T) {
	for _, c := range []struct {
		what string
		err  error
		want error
	}{
		{"share of nobody", second(stats.Proportion(stats.Count{})), stats.ErrNobodyAtRisk},
		{"ratio with nobody", second(stats.RiskRatio(stats.Count{}, stats.Count{Events: 1, AtRisk: 2})), stats.ErrNobodyAtRisk},
		{"ratio to nobody", second(stats.RiskRatio(stats.Count{Events: 1, AtRisk: 2}, stats.Count{})), stats.ErrNobodyAtRisk},
		{"ratio to no events", second(stats.RiskRatio(stats.Count{Events: 1, AtRisk: 2}, stats.Count{AtRisk: 2})), stats.ErrNoReferenceEvents},
		{"difference with nobody", second(stats.RiskDifference(stats.Count{}, stats.Count{AtRisk: 2})), stats.ErrNobodyAtRisk},
		{"odds with nought", second(stats.OddsRatio(1, 1, 0, 1)), stats.ErrNoOdds},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: error %v, want %v", c.what, c.err, c.want)
		}
	}
}

func second(_ *stats.Estimate, err error) error { return err }
