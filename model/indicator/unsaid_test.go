package indicator_test

import (
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// The tests of this file are of figures that must not be said. What is withheld or
// was refused shows in no figure that is made from it.

// TestWithheldYearIsNotInAMeanOfTwo: the cases of a withheld year could be read off
// the mean that they are in.
func TestWithheldYearIsNotInAMeanOfTwo(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		o.Settings.Indicator3Years = 2
		for _, y := range []model.Year{2023, 2024, 2025} {
			ret := o.Ensure(y)
			ret.Workforce[model.Post{}] = tally(1000, 400, 0)
			ret.Events["disciplinary"] = &model.Events{Count: tally(10, 8, 0)}
		}
		o.Ensure(2023).Statuses["3"] = model.Status{State: model.Withheld, Reason: "too few"}
	})
	f := figure(t, o, "3", 2024)
	if f.State == model.Reported || f.Ratio != nil || f.Groups != [model.GroupCount]indicator.GroupFigure{} {
		t.Errorf("2023 is withheld and 2024 is %s: ratio %v, groups %+v", f.State, f.Ratio, f.Groups)
	}
	if want := "the mean of two years needs the cases of 2023 as well"; reason(f) != want {
		t.Errorf("2024: reason %q, want %q", reason(f), want)
	}
	near(t, "ratio of 2025, whose two years are both reported", figure(t, o, "3", 2025).Ratio, (16.0/800)/(20.0/2000))
}

// TestMeanOfTwoNeedsTheStaffOfBoth: two years' cases over the staff of one would make
// each rate twice what it was.
func TestMeanOfTwoNeedsTheStaffOfBoth(t *testing.T) {
	for _, withheld := range []model.Year{2023, 2024} {
		o := organisation(func(o *model.Organisation) {
			o.Settings.Indicator3Years = 2
			for _, y := range []model.Year{2023, 2024} {
				ret := o.Ensure(y)
				ret.Workforce[model.Post{}] = tally(1000, 400, 0)
				ret.Events["disciplinary"] = &model.Events{Count: tally(10, 8, 0)}
			}
			o.Ensure(withheld).Statuses["1"] = model.Status{State: model.Withheld}
		})
		f := figure(t, o, "3", 2024)
		if f.Ratio != nil || f.Groups[model.White].Rate != nil || f.Groups[model.BME].AtRisk != nil {
			t.Errorf("the workforce of %d is withheld: ratio %v, groups %+v", withheld, f.Ratio, f.Groups)
		}
	}
}

// TestRefusedGroupLeavesNoRatio: of a group whose rows are not all there nothing is
// said, nor of the other beside it.
func TestRefusedGroupLeavesNoRatio(t *testing.T) {
	for id, extract := range map[string]string{"2": "recruitment", "3": "disciplinary", "4": "training", "5": "survey"} {
		for _, refused := range model.Groups() {
			o := organisation(func(o *model.Organisation) {
				ret := o.Ensure(2024)
				ret.Workforce[model.Post{}] = tally(1000, 400, 50)
				counts := model.Events{Count: tally(100, 25, 5)}
				ret.Recruitment = []model.Recruitment{{Shortlisted: tally(1000, 400, 50), Appointed: counts.Count}}
				ret.Events["disciplinary"], ret.Events["training"] = &counts, &counts
				// Categories, as one group's share that is given whole needs no row more.
				for e, share := range map[model.Ethnicity]float64{
					model.WhiteBritish: 0.2, model.Indian: 0.3, model.NotStated: 0.4,
				} {
					ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = model.SurveyAnswer{Share: share, Respondents: 500}
				}
			})
			if f := figure(t, o, id, 2024); f.Difference == nil || f.Groups[refused].Rate == nil || id != "5" && f.Ratio == nil {
				t.Fatalf("indicator %s is not whole while nothing is refused: %+v", id, f)
			}
			o.Ensure(2024).Refuse(id, extract).Groups[refused] = true
			f := figure(t, o, id, 2024)
			if f.Groups[refused] != (indicator.GroupFigure{}) {
				t.Errorf("indicator %s, %s refused: the group shows %+v", id, refused, f.Groups[refused])
			}
			said := f.Ratio != nil || f.Difference != nil || f.Test != nil || f.Verdict != judge.NoVerdict ||
				f.Detectable != nil || f.Parity != nil || f.Unknowns != nil || f.Adjusted != nil
			if between := refused != model.Unknown; said == between {
				t.Errorf("indicator %s, %s refused: compared %v: ratio %v, difference %v, verdict %q", id, refused, said, f.Ratio, f.Difference, f.Verdict)
			}
		}
	}
}

// TestBandWithARefusedCountHasNoShare: what is left of a band is not the whole of
// it. The same holds for its cluster; other bands keep theirs.
func TestBandWithARefusedCountHasNoShare(t *testing.T) {
	for _, refused := range model.Groups() {
		var groups model.GroupSet
		groups[refused] = true
		o := organisation(func(o *model.Organisation) {
			ret := o.Ensure(2024)
			for _, b := range []model.Band{model.Band5, model.Band6} {
				ret.Workforce[model.Post{Category: model.Clinical, Band: b}] = tally(60, 40, 10)
			}
			ret.Refuse("1", "workforce").Posts[model.Post{Category: model.Clinical, Band: model.Band6}] = groups
		})
		f := figure(t, o, "1", 2024)
		cluster := o.Settings.Clusters[model.Band6]
		for _, row := range append(f.Bands, f.Clusters...) {
			lacks := row.Band == model.Band6 || row.Cluster == cluster
			if row.Refused != lacks || (row.Share == nil) != lacks || (row.Counts[refused] == nil) != lacks {
				t.Errorf("%s refused in band 6: band %q, cluster %v: refused %v, share %v, count %v",
					refused, row.Band, row.Cluster, row.Refused, row.Share, row.Counts[refused])
			}
		}
		if len(f.Bands) != 2 || len(f.Clusters) == 0 {
			t.Errorf("%d bands and %d clusters", len(f.Bands), len(f.Clusters))
		}
	}
}

// TestWithheldWorkforceSaysNothingOfRespondents: how many of the staff would have had
// to answer gives away how many staff there are.
func TestWithheldWorkforceSaysNothingOfRespondents(t *testing.T) {
	const white, bme = 0.2, 0.3
	for _, staff := range []model.Tally{tally(1000, 400, 0), tally(30, 20, 0), tally(10, 5, 0)} {
		o := survey(staff, model.SurveyAnswer{Share: white}, model.SurveyAnswer{Share: bme})
		year := o.Years()[0]
		if f := figure(t, o, "5", year); f.Verdict == judge.NoVerdict && f.LeastResponse == 0 {
			t.Fatalf("%d staff: nothing is said while the workforce is reported", staff.Total())
		}
		o.Ensure(year).Statuses["1"] = model.Status{State: model.Withheld}
		f := figure(t, o, "5", year)
		if f.Verdict != judge.NoVerdict || f.LeastResponse != 0 {
			t.Errorf("%d staff, withheld: verdict %q, least response %d%%", staff.Total(), f.Verdict, f.LeastResponse)
		}
		near(t, "the gap, which the survey gives by itself", f.Difference, bme-white)
	}
}
