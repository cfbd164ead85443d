package funnel_test

import (
	"fmt"
	"math"
	"testing"

	"wres/model"
	"wres/model/funnel"
	"wres/model/indicator"
)

// trust is an organisation of so many staff, of whom so many are BME, and so many of these
// had a case.
func trust(name string, staff, bme, whiteCases, bmeCases int) funnel.Member {
	o := &model.Organisation{Name: name, Settings: model.DefaultSettings()}
	ret := o.Ensure(2024)
	white, black := model.GroupEthnicity(model.White), model.GroupEthnicity(model.BME)
	var all, cases model.Tally
	all.Add(white, staff-bme)
	all.Add(black, bme)
	all.Add(model.UnknownEthnicity, 0)
	ret.Workforce[model.Post{}] = all
	cases.Add(white, whiteCases)
	cases.Add(black, bmeCases)
	ret.Events["disciplinary"] = &model.Events{Count: cases}
	return funnel.Member{Name: name, Results: indicator.Compute(o)}
}

func region() []funnel.Member {
	return []funnel.Member{
		trust("Ashdown", 4000, 800, 40, 8), trust("Calder", 6000, 1500, 60, 15), trust("Dunmere", 40, 2, 0, 0), trust("Estwick", 2000, 400, 20, 26),
	}
}

func TestPointsLieBetweenLimits(t *testing.T) {
	f := funnel.Of(region(), 2024, false)
	c := f.Chart("1", model.BME)
	if c.Whole.Events != 2702 || c.Whole.AtRisk != 12040 {
		t.Fatalf("the whole is %+v, want 2,702 of 12,040", c.Whole)
	}
	p0 := 2702.0 / 12040
	half := 1.96 * math.Sqrt(p0*(1-p0)/4000)
	if p := c.Points[0]; math.Abs(p.Limits95[0]-(p0-half)) > 1e-12 || math.Abs(p.Limits95[1]-(p0+half)) > 1e-12 || p.Position != funnel.Below998 {
		t.Errorf("Ashdown: %+v, want limits %v ∓ %v and a place below 99.8%%", p, p0, half)
	}
	// The quantiles 0.025, 0.975, 0.001 and 0.999 of 40 draws at 2702/12040, by exact fractions.
	p := c.Points[2]
	for i, want := range []float64{4, 14, 2, 18} {
		got := []float64{p.Limits95[0], p.Limits95[1], p.Limits998[0], p.Limits998[1]}[i]
		if got != want/40 {
			t.Errorf("Dunmere's limit %d of 40 people: %v, want %v of 40", i, got*40, want)
		}
	}
	if p.Position != funnel.Below95 {
		t.Errorf("2 of 40 lies %s, want below 95%%: the 99.8%% limit is 2", p.Position)
	}
	if p := f.Chart("3", model.BME).Points[3]; p.Position != funnel.Above998 || p.Count.Events != 26 || p.Count.AtRisk != 400 {
		t.Errorf("Estwick's cases: %+v", p)
	}
	if p := f.Chart("3", model.White).Points[1]; p.Position != funnel.Within {
		t.Errorf("Calder's cases of White staff: %+v", p)
	}
}

// TestOrderIsThatOfTheMembers: nothing is ranked.
func TestOrderIsThatOfTheMembers(t *testing.T) {
	for _, c := range funnel.Of(region(), 2024, false).Charts {
		for i, m := range region() {
			if c.Points[i].Organisation != m.Name {
				t.Errorf("indicator %s: point %d is of %s, want %s", c.Indicator.ID, i, c.Points[i].Organisation, m.Name)
			}
		}
	}
}

func TestWhatHasNoFigureHasNoPoint(t *testing.T) {
	f := funnel.Of(region(), 2024, false)
	if c := f.Chart("2", model.BME); c.Points[0].Lacks != funnel.NoFigure || c.Whole.AtRisk != 0 {
		t.Errorf("recruitment of which nothing is given: %+v", c)
	}
	for _, c := range funnel.Of(region(), 1999, false).Charts {
		if _, known := c.Share(); known {
			t.Errorf("indicator %s has a whole in a year without figures", c.Indicator.ID)
		}
	}
	short := trust("Short", 100, 20, 3, 5)
	short.Results.Indicator("3").Figure(2024).Incomplete = &indicator.Incomplete{Rows: 1}
	f = funnel.Of(append(region(), short), 2024, false)
	if p := f.Chart("3", model.BME).Points[4]; p.Lacks != funnel.Incomplete || f.Chart("3", model.BME).Whole.Events != 49 {
		t.Errorf("an incomplete figure: %+v in a whole of %+v", p, f.Chart("3", model.BME).Whole)
	}
}

// TestNoHiddenPointCanBeWorkedOut: the whole less the points that are shown is the sum of the
// hidden ones, and any small count is possible in it.
func TestNoHiddenPointCanBeWorkedOut(t *testing.T) {
	f := funnel.Of(region(), 2024, true)
	if !f.Publication {
		t.Fatal("it does not say which view it is")
	}
	c := f.Chart("1", model.BME)
	if c.Points[2].Lacks != funnel.Hidden {
		t.Errorf("2 of 40 staff are shown: %+v", c.Points[2])
	}
	for _, c := range f.Charts {
		hidden, ample := 0, 0
		for _, p := range c.Points {
			if p.Lacks == funnel.Hidden {
				hidden++
				if p.Count.Events > 4 && p.Count.AtRisk-p.Count.Events > 4 {
					ample++
				}
			} else if n := p.Count.Events; p.Lacks == funnel.None && n >= 1 && n <= 4 {
				t.Errorf("indicator %s %s: %d of %s is shown", c.Indicator.ID, c.Group, n, p.Organisation)
			}
		}
		if _, known := c.Share(); known && hidden > 0 && ample == 0 {
			t.Errorf("indicator %s %s: the whole tells the %d hidden", c.Indicator.ID, c.Group, hidden)
		}
	}
	// Nothing is small in an organisation's own view of its cases but those without one.
	most := funnel.Of(append(region(), trust("Fenwick", 60, 20, 38, 16)), 2024, true)
	if p := most.Chart("3", model.BME).Points[4]; p.Lacks != funnel.Hidden {
		t.Errorf("4 of 20 had no case, and are shown: %+v", p)
	}
	few := []funnel.Member{trust("A", 300, 60, 2, 1), trust("B", 300, 60, 3, 2)}
	if c := funnel.Of(few, 2024, true); !c.Chart("3", model.BME).Hidden {
		t.Errorf("where all are few the whole is shown: %+v", c.Chart("3", model.BME))
	}
}

func ExampleChart_Beyond() {
	f := funnel.Of(region(), 2024, false)
	beyond, all := f.Chart("3", model.BME).Beyond()
	fmt.Println(beyond, "of", all)
	// Output: 2 of 4
}
