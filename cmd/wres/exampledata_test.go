package main

import (
	"math"
	"testing"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

func exampleOrganisation(t *testing.T) *model.Organisation {
	t.Helper()
	o, report := exampletest.Open(t)
	for _, p := range report.Problems {
		t.Errorf("the example has a problem: %s", p)
	}
	return o
}

// The split by band is made up, but must fit all that the report prints.
func TestExampleBandsFitTheReport(t *testing.T) {
	o := exampleOrganisation(t)
	for y, want := range map[model.Year]struct{ total, bme, fewestUnknown, mostUnknown, vsm int }{
		2022: {2125, 376, 42, 43, 0},
		2023: {2231, 429, 37, 39, 0},
		2024: {1863, 380, 40, 40, 1},
	} {
		ret := o.Return(y)
		all := ret.Headcount()
		if all.Total() != want.total || all.Group(model.BME) != want.bme {
			t.Errorf("%s: %d staff, %d BME; the report prints %d, %d", y, all.Total(), all.Group(model.BME), want.total, want.bme)
		}
		if u := all.Group(model.Unknown); u < want.fewestUnknown || u > want.mostUnknown {
			t.Errorf("%s: %d unknown, the report allows %d to %d", y, u, want.fewestUnknown, want.mostUnknown)
		}
		if ret.WorkforceNote != "illustrative" {
			t.Errorf("%s: the bands are marked %q", y, ret.WorkforceNote)
		}
		for post := range ret.Workforce {
			if post.Category != model.NonClinical || post.Band == model.AnyBand {
				t.Errorf("%s: staff at %+v; all are non-clinical and banded", y, post)
			}
		}
		if n := ret.Workforce[vsmPost].Group(model.BME); n != want.vsm {
			t.Errorf("%s: %d BME at VSM, the report prints %d", y, n, want.vsm)
		}
	}
}

var vsmPost = model.Post{Category: model.NonClinical, Band: model.VSM}

func TestExampleBandsOf2024(t *testing.T) {
	ret := exampleOrganisation(t).Return(2024)
	if n := ret.Workforce[vsmPost].Total(); n != 15 {
		t.Errorf("%d staff at VSM; 6.67%% is 1 of 15", n)
	}
	var lowUnknown, low, highUnknown, high int
	for post, staff := range ret.Workforce {
		share := float64(staff.Group(model.BME)) / float64(staff.Total())
		switch b := post.Band; {
		case b >= model.Band2 && b <= model.Band8b:
			lowUnknown, low = lowUnknown+staff.Group(model.Unknown), low+staff.Total()
			if share < 0.15 || share > 0.25 {
				t.Errorf("band %s: %.1f%% BME, the report says 15 to 25", b, 100*share)
			}
		case b >= model.Band8c && b <= model.Band9:
			highUnknown, high = highUnknown+staff.Group(model.Unknown), high+staff.Total()
			if share < 0.08 || share > 0.12 || staff.Total() < 9 {
				t.Errorf("band %s: %.1f%% of %d BME, the report says 8 to 12, which takes 9 staff", b, 100*share, staff.Total())
			}
		case b != model.VSM:
			t.Errorf("staff at band %s, which the report does not show", b)
		}
	}
	if lowShare, highShare := float64(lowUnknown)/float64(low), float64(highUnknown)/float64(high); highShare < 5*lowShare {
		t.Errorf("unknown ethnicity is %.1f%% at the top and %.1f%% below; the report calls the top significant", 100*highShare, 100*lowShare)
	}
}

// Around 20% in most clusters and markedly less in the fourth, says the report.
func TestExampleClustersOf2024(t *testing.T) {
	f := indicator.Compute(exampleOrganisation(t)).Indicator("1").Figure(2024)
	for _, row := range f.Clusters {
		share := row.Share.Value
		if row.Cluster < 4 && math.Abs(share-0.20) > 0.025 || row.Cluster == 4 && share > 0.12 {
			t.Errorf("cluster %d: %.1f%%", row.Cluster, 100*share)
		}
	}
	if len(f.Clusters) != 4 {
		t.Errorf("%d clusters, want the four of Agenda for Change", len(f.Clusters))
	}
}

// Every percentage of indicators 1, 2 and 9 that the report prints right comes
// back from the counts, to the decimals printed.
func TestExampleGivesTheReportsPercentages(t *testing.T) {
	r := indicator.Compute(exampleOrganisation(t))
	share := func(id string, y model.Year, g model.Group) float64 {
		return r.Indicator(id).Figure(y).Groups[g].Rate.Value
	}
	declared := func(y model.Year) float64 {
		d, _, _, _ := r.Indicator("1").Figure(y).Declared()
		return d
	}
	board := func(y model.Year) float64 {
		return r.Indicator("9").Figure(y).BoardRow(indicator.WholeBoard).Share.Value
	}
	for _, c := range []struct {
		what     string
		got      float64
		decimals int
		printed  string
	}{
		{"BME 2022", share("1", 2022, model.BME), 1, "17.7%"},
		{"BME 2023", share("1", 2023, model.BME), 1, "19.2%"},
		{"BME 2024", share("1", 2024, model.BME), 2, "20.40%"},
		{"declared 2022", declared(2022), 1, "98.0%"},
		{"declared 2023", declared(2023), 1, "98.3%"},
		{"declared 2024", declared(2024), 2, "97.85%"},
		{"White 2022", share("2", 2022, model.White), 2, "27.07%"},
		{"White 2024", share("2", 2024, model.White), 2, "33.72%"},
		{"BME 2022", share("2", 2022, model.BME), 2, "16.87%"},
		{"BME 2023", share("2", 2023, model.BME), 2, "17.86%"},
		{"BME 2024", share("2", 2024, model.BME), 2, "13.75%"},
		{"unknown 2022", share("2", 2022, model.Unknown), 2, "25.71%"},
		{"unknown 2023", share("2", 2023, model.Unknown), 2, "49.28%"},
		{"unknown 2024", share("2", 2024, model.Unknown), 2, "13.64%"},
		{"board 2022", board(2022), 0, "0%"},
		{"board 2023", board(2023), 1, "6.7%"},
		{"board 2024", board(2024), 2, "9.09%"},
		{"5, White 2023", share("5", 2023, model.White), 2, "10.19%"},
		{"5, BME 2024", share("5", 2024, model.BME), 2, "5.56%"},
		{"6, BME 2024", share("6", 2024, model.BME), 2, "8.64%"},
		{"7, BME 2023", share("7", 2023, model.BME), 2, "51.72%"},
		{"8, White 2024", share("8", 2024, model.White), 2, "4.86%"},
	} {
		if got := words.Percent(c.got, c.decimals); got != c.printed {
			t.Errorf("%s: %s, the report prints %s", c.what, got, c.printed)
		}
	}
}

func TestExampleStatesAndPlan(t *testing.T) {
	r := indicator.Compute(exampleOrganisation(t))
	for id, want := range map[string]model.State{"3": model.Withheld, "4": model.NotCollected} {
		if f := r.Indicator(id).Figure(2024); f.State != want || f.Reason == "" {
			t.Errorf("indicator %s is %s, %q", id, f.State, f.Reason)
		}
	}
	if f := r.Indicator("5").Figure(2022); f.State != model.NotSupplied {
		t.Errorf("the survey of 2022 is %s; the report begins with WRES 2023", f.State)
	}
	p, err := examplePlan()
	if err != nil {
		t.Fatal(err)
	}
	deadlines := []string{"Ongoing throughout 2024-25", "31 March 2025", "31 January 2025", "31 March 2025",
		"30 June 2025", "30 June 2025", "31 March 2025", "31 March 2025"}
	actions := p.Actions()
	if len(actions) != len(deadlines) {
		t.Fatalf("%d actions, the report has %d", len(actions), len(deadlines))
	}
	for i, a := range actions {
		if a.Deadline != deadlines[i] || a.Lead == "" || a.Text == "" {
			t.Errorf("action %d: %+v", i+1, a)
		}
	}
}
