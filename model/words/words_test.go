package words

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
)

// Every shape has its phrases: without them the first sentence on its figure is a panic.
func TestEveryShapeHasPhrases(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		if phrasesOf(ind) == nil {
			t.Errorf("indicator %s: its shape %q has no entry in phrasebook", ind.ID, ind.Shape)
		}
	}
}

// Every kind of warning can be said.
func TestEveryWarningHasWords(t *testing.T) {
	for kind, say := range warnings {
		if say == nil {
			t.Errorf("warning kind %d has no words", kind)
		}
	}
}

// The numbers of the indicators end with the last of the catalogue, and the legend of a
// table names each indicator once.
func TestIndicatorsAreNumbered(t *testing.T) {
	all := indicator.Catalogue()
	if got := IndicatorNumbers(); !strings.HasPrefix(got, all[0].ID) || !strings.HasSuffix(got, all[len(all)-1].ID) {
		t.Errorf("the indicators are %s", got)
	}
	named := map[string]int{}
	for part := range strings.SplitSeq(Legend(For(model.DefaultSettings())), " · ") {
		ids, _, _ := strings.Cut(part, ": ")
		for run := range strings.SplitSeq(ids, ", ") {
			first, last, _ := strings.Cut(run, "-")
			from := slices.IndexFunc(all, func(ind *indicator.Indicator) bool { return ind.ID == first })
			to := slices.IndexFunc(all, func(ind *indicator.Indicator) bool { return ind.ID == cmp.Or(last, first) })
			for _, ind := range all[from : to+1] {
				named[ind.ID]++
			}
		}
	}
	for _, ind := range all {
		if named[ind.ID] != 1 {
			t.Errorf("the legend names indicator %s %d times", ind.ID, named[ind.ID])
		}
	}
}

// TestKnownIsOfAllStaff: nothing is said of a share of staff whose ethnicity is known
// where nobody is counted of whom it is not.
func TestKnownIsOfAllStaff(t *testing.T) {
	count := func(n int) *int { return &n }
	f := &indicator.Figure{}
	f.Groups[model.White] = indicator.GroupFigure{Events: count(90), AtRisk: count(100)}
	f.Groups[model.BME] = indicator.GroupFigure{Events: count(10), AtRisk: count(100)}
	w := For(model.DefaultSettings())
	if got, want := Known(w, f), "The files do not count staff whose ethnicity is unknown."; got != want || w.Declared(f) != "100 staff; the files do not count staff whose ethnicity is unknown" {
		t.Errorf("%q, %q", got, w.Declared(f))
	}
	f.Groups[model.Unknown] = indicator.GroupFigure{Events: count(0), AtRisk: count(100)}
	if got, want := Known(w, f), "100.0% have their ethnicity recorded (100)."; got != want {
		t.Errorf("%q", got)
	}
}

// TestBandsThatAreHidden says in what rows staff are shown whose bands are not, and nothing
// of how small they are.
func TestBandsThatAreHidden(t *testing.T) {
	hidden := indicator.BandRow{Category: model.Clinical, Hidden: indicator.Hidden{Total: true, Standing: true}}
	shown := indicator.BandRow{Category: model.Clinical}
	other := indicator.BandRow{Category: model.NonClinical}
	verdict := shown
	verdict.Hidden.Standing = true
	tiers := indicator.Disparity{Category: model.Clinical}
	for want, f := range map[string]indicator.Figure{
		"Clinical staff are shown by cluster of bands, not by band: otherwise too many of their numbers would have to be hidden to protect people [c].": {Makeup: indicator.Makeup{
			Bands: []indicator.BandRow{hidden, other}, Clusters: []indicator.BandRow{hidden, shown}}},
		"Clinical staff are shown by tier of pay, not by band": {Makeup: indicator.Makeup{
			Bands: []indicator.BandRow{hidden}, Clusters: []indicator.BandRow{hidden, other}, Disparity: []indicator.Disparity{tiers}}},
		"Clinical staff are shown as a whole, not by band":                                 {Makeup: indicator.Makeup{Bands: []indicator.BandRow{hidden}, Categories: []indicator.BandRow{shown}}},
		"Clinical staff are not shown apart from the whole workforce: otherwise too many":  {Makeup: indicator.Makeup{Bands: []indicator.BandRow{hidden}, Categories: []indicator.BandRow{hidden, other}}},
		"What can be said of the bands beside each other is hidden to protect people [c].": {Makeup: indicator.Makeup{Bands: []indicator.BandRow{hidden, verdict}}},
	} {
		if said := BandsFinding(For(model.DefaultSettings()), &f, model.Clinical, indicator.Looks{}).Said; !strings.HasPrefix(said, want) {
			t.Errorf("%q, want %q", said, want)
		}
	}
}

// TestHiddenFigures: a sentence names what is hidden, and why as far as all such figures are
// hidden for it; what is said of the whole workforce does not contradict what is said of a
// category.
func TestHiddenFigures(t *testing.T) {
	w := For(model.DefaultSettings())
	count := func(n int) *int { return &n }
	var workforce, survey indicator.Figure
	workforce.State, survey.State = model.Reported, model.Reported
	workforce.Groups[model.BME].HiddenEvents, survey.Groups[model.BME].HiddenAtRisk = true, true
	known := indicator.Figure{State: model.Reported}
	known.Groups[model.BME] = indicator.GroupFigure{Events: count(20), AtRisk: count(100), Rate: &stats.Estimate{Value: 0.2}}
	known.Groups[model.Unknown].HiddenEvents = true
	for want, said := range map[string]string{
		"The BME share of all staff is hidden to protect people [c].":                                                              w.Sentence(indicator.Lookup("1"), &workforce),
		"This figure is hidden to protect people [c]: too few people of a group responded.":                                        w.Sentence(indicator.Lookup("5"), &survey),
		"This figure is hidden to protect people [c]: it is of few people, or would give away a figure that is.":                   w.Sentence(indicator.Lookup("3"), &workforce),
		"Of all staff 20.0% are BME (20 of 100); the number of staff whose ethnicity is not recorded or not stated is hidden [c].": w.Sentence(indicator.Lookup("1"), &known),
		"The number of staff whose ethnicity is not recorded is hidden [c].":                                                       Known(w, &known),
		"[c]: counts of the tiers are hidden to protect people":                                                                    DisparityReason(w, indicator.Disparity{Hidden: true}),
		"All staff: [c], counts of the tiers are hidden to protect people.":                                                        Disparities(w, &indicator.Figure{Makeup: indicator.Makeup{Disparity: []indicator.Disparity{{Hidden: true}}}})[0],
	} {
		if said != want {
			t.Errorf("%q, want %q", said, want)
		}
	}
}

// TestOneOfOne: what is said of several is not said of one, and two counts that are the same
// are said once.
func TestOneOfOne(t *testing.T) {
	w := For(model.DefaultSettings())
	o := &model.Organisation{Settings: model.DefaultSettings()}
	for _, y := range []model.Year{2023, 2024} {
		var staff model.Tally
		staff.Add(model.WhiteGroup, 400)
		staff.Add(model.BMEGroup, 133)
		staff.Add(model.UnknownEthnicity, 127)
		o.Ensure(y).Workforce[model.Post{Category: model.Clinical, Band: model.Band5}] = staff
	}
	r := indicator.Compute(o)
	s := r.Indicator("1")
	if said, want := w.Doubt(s, s.Figure(2024)), "The share of all staff is the same as in 2023 (133 of 660 staff in both years)."; !strings.Contains(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
	if said, want := together(&indicator.Figure{Doubt: indicator.Doubt{StaysClear: true}}, indicator.Looks{Headlines: 2}), "when allowance is made for testing 2 indicators at once"; said != want {
		t.Errorf("%q, want %q", said, want)
	}
	if said, want := Looks(w, r, 2024), "1 comparison was made for these findings. If the groups did not differ at all, chance alone would make it significant 5 times in 100."; said != want {
		t.Errorf("%q, want %q", said, want)
	}
}
