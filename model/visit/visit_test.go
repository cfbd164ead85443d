package visit_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"wres/model"
	"wres/model/indicator"
	"wres/model/visit"
)

func tally(white, bme int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	return t
}

// results are of an organisation that appointed so many BME applicants in each year.
func results(appointed map[model.Year]int) *indicator.Results {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for y, n := range appointed {
		o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371), Appointed: tally(144, n)}}
	}
	return indicator.Compute(o)
}

func TestSince(t *testing.T) {
	then, now := time.Date(2026, 11, 12, 9, 0, 0, 0, time.Local), time.Date(2026, 11, 29, 9, 0, 0, 0, time.Local)
	file := func(size int64, day int) visit.File {
		return visit.File{Size: size, Modified: time.Date(2026, 11, day, 8, 0, 0, 0, time.Local)}
	}
	before := map[string]visit.File{"recruitment.csv": file(900, 3), "survey.csv": file(80, 3)}
	for _, c := range []struct {
		what          string
		was, is       map[model.Year]int
		files         map[string]visit.File
		want          []string
		firstEverSeen bool
	}{
		{"no earlier visit", map[model.Year]int{2024: 51}, map[model.Year]int{2024: 60}, before, nil, true},
		{"nothing", map[model.Year]int{2024: 51}, map[model.Year]int{2024: 51}, before,
			[]string{"Since you last opened this folder, on 12 November 2026, nothing has moved."}, false},
		{"a figure, its verdict and a file", map[model.Year]int{2023: 60, 2024: 51}, map[model.Year]int{2023: 61, 2024: 120},
			map[string]visit.File{"recruitment.csv": file(900, 27), "board.csv": file(50, 3)},
			[]string{"Since you last opened this folder, on 12 November 2026:", "board.csv is new.", "recruitment.csv was changed on 27 November 2026.", "survey.csv is gone.",
				"2 Appointed from shortlist, 2024: 2.45 then, 1.04 now.", "2 Appointed from shortlist, 2023: 2.09 then, 2.05 now."}, false},
		{"a year that was not there", map[model.Year]int{2023: 60}, map[model.Year]int{2023: 60, 2024: 51}, before,
			[]string{"Since you last opened this folder, on 12 November 2026:", "2 Appointed from shortlist, 2024: 2.45, which was not there."}, false},
	} {
		earlier := visit.Of(results(c.was), before, then).Visit
		if c.firstEverSeen {
			earlier = visit.Visit{}
		}
		r := results(c.is)
		got := visit.Of(r, c.files, now).Since(earlier)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// Of senior bands with too few staff for a percentage a visit keeps none, nor their counts.
func TestNoPercentageOfFew(t *testing.T) {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for band, staff := range map[model.Band]model.Tally{model.Band2: tally(300, 100), model.Band5: tally(600, 200), model.Band8a: tally(300, 100), model.Band8d: tally(6, 1)} {
		o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: band}] = staff
	}
	if got := visit.Of(indicator.Compute(o), nil, time.Now()).Figures["1/clinical/bands 2024"].Text; got != "too few for a percentage" {
		t.Errorf("%q", got)
	}
}

// A verdict that moves without its figure is named too, as one does by a setting.
func TestVerdictThatMoved(t *testing.T) {
	r := results(map[model.Year]int{2024: 51})
	then := visit.Of(r, nil, time.Date(2026, 11, 12, 9, 0, 0, 0, time.Local))
	f := then.Figures["2 2024"]
	f.Kind = "cannot be told"
	then.Figures["2 2024"] = f
	if got := visit.Of(r, nil, time.Now()).Since(then.Visit); len(got) != 2 || got[1] != "2 Appointed from shortlist, 2024: cannot be told then, clear now." {
		t.Errorf("%q", got)
	}
}

// What is withheld now is not said again, and figures of another organisation did not move.
func TestWhatIsNotSaidAgain(t *testing.T) {
	then := visit.Of(results(map[model.Year]int{2024: 51}), nil, time.Date(2026, 11, 12, 9, 0, 0, 0, time.Local))
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	o.Ensure(2024).Statuses["2"] = model.Status{State: model.Withheld, Reason: "too few"}
	r := indicator.Compute(o)
	if got := visit.Of(r, nil, time.Now()).Since(then.Visit); len(got) != 2 || got[1] != "2 Appointed from shortlist, 2024: withheld now." {
		t.Errorf("%q", got)
	}
	o.Name = "Another"
	r = indicator.Compute(o)
	if got := visit.Of(r, nil, time.Now()).Since(then.Visit); got != nil {
		t.Errorf("of another organisation: %q", got)
	}
}
