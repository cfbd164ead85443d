package disclosure_test

import (
	"fmt"
	"math"
	"testing"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
)

// TestViewOfTheExample holds what the example keeps and what it must not show: three
// people of unknown ethnicity were appointed in 2024, and one member of the board of
// eleven is BME.
func TestViewOfTheExample(t *testing.T) {
	full := exampletest.Results(t)
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	if full.Publication || !view.Publication {
		t.Error("which of the two is for publication?")
	}
	appointed := view.Indicator("2").Figure(2024)
	if of := appointed.Groups[model.Unknown]; of.Events != nil || !of.HiddenEvents || of.AtRisk == nil || of.Rate != nil {
		t.Errorf("appointed of unknown ethnicity: %+v", of)
	}
	if appointed.Ratio == nil || math.Abs(appointed.Ratio.Value-2.4532) > 0.0001 || appointed.Ratio.Interval == nil || appointed.Unknowns != nil {
		t.Errorf("%+v", appointed.Ratio)
	}
	for _, y := range view.Years {
		f := view.Indicator("1").Figure(y)
		kept := 0
		for _, row := range f.Bands {
			if row.Share != nil {
				kept++
			}
			if row.Counts[model.White] != nil || row.Counts[model.Unknown] != nil {
				t.Errorf("%s, band %s shows White and unknown apart", y, row.Band)
			}
		}
		if kept < 8 {
			t.Errorf("%s: the share of %d bands is shown", y, kept)
		}
		for _, g := range f.Groups {
			if g.Events == nil || g.AtRisk == nil || g.Rate == nil {
				t.Errorf("%s: the whole workforce shows %+v", y, g)
			}
		}
	}
	for _, show := range []bool{false, true} {
		full.Settings.Disclosure.ShowBoard = show
		view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
		row := view.Indicator("9").Figure(2024).BoardRow(indicator.WholeBoard)
		if shown := row.Counts[model.BME] != nil; shown != show || (row.Share != nil) != show || (row.Difference != nil) != show || row.Hidden.Any() == show {
			t.Errorf("board shown by the settings: %v: %+v", show, row)
		}
	}
}

// TestFullResultsStayAsTheyWere: a view is another value.
func TestFullResultsStayAsTheyWere(t *testing.T) {
	full := exampletest.Results(t)
	disclosure.View(full, disclosure.RuleOf(full.Settings))
	row := full.Indicator("1").Figure(2024).Bands[11]
	if *row.Counts[model.BME] != 1 || row.Total != 15 || row.Share == nil || row.Hidden.Any() || full.Indicator("2").Figure(2024).Unknowns == nil {
		t.Errorf("%+v", row)
	}
}

// BenchmarkView is of the three years of the example, and of ten years like them.
func BenchmarkView(b *testing.B) {
	o, _ := exampletest.Open(b)
	for _, years := range []int{3, 10} {
		for i := range model.Year(years) {
			ret := *o.Return(2024 - i%3)
			ret.Year = 2024 - i
			*o.Ensure(ret.Year) = ret
		}
		full := indicator.Compute(o)
		rule := disclosure.RuleOf(full.Settings)
		b.Run(fmt.Sprint(years, " years"), func(b *testing.B) {
			for b.Loop() {
				disclosure.View(full, rule)
			}
		})
	}
}

// TestStaffOfOneTierKeepTheHeadline: where all staff are in one tier of pay its counts are
// those of the workforce, and go with no ratio of tiers; where all are in one band, its staff
// of unknown ethnicity are those of the workforce, which are shown.
func TestStaffOfOneTierKeepTheHeadline(t *testing.T) {
	for name, bands := range map[string]map[model.Band][3]int{
		"one tier": {model.Band4: {100, 20, 2}, model.Band5: {80, 25, 1}},
		"one band": {model.Band6: {200, 31, 2}},
	} {
		o := &model.Organisation{Name: name, Settings: model.DefaultSettings()}
		ret := o.Ensure(2024)
		for band, n := range bands {
			var tally model.Tally
			tally.Add(model.WhiteGroup, n[0])
			tally.Add(model.BMEGroup, n[1])
			tally.Add(model.UnknownEthnicity, n[2])
			ret.Workforce[model.Post{Category: model.NonClinical, Band: band}] = tally
		}
		view, _ := disclosure.View(indicator.Compute(o), ruleOf(o))
		series := view.Indicator(indicator.WorkforceID)
		if f := series.Figure(2024); f.Headline(series.Indicator) == nil || len(bands) == 1 && f.Groups[model.Unknown].Events == nil {
			t.Errorf("%s: all staff: %+v", name, f.Groups)
		}
	}
}
