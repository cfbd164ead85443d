package disclosure_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"reflect"
	"strconv"
	"testing"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// rounding gives the organisation of a seed with the settings of a view whose counts are
// rounded: to 5 or 10, most of them with the threshold that goes with it.
func rounding(seed uint64) *model.Organisation {
	o := organisation(seed)
	d := &o.Settings.Disclosure
	d.Base, d.SmallCount = 5, 8
	if seed%2 == 1 {
		d.Base = 10
	}
	if seed%5 == 0 {
		d.SmallCount = 5 + int(seed/5)%8
	}
	d.ShowBoard = seed%7 == 0
	return o
}

// TestNoRoundedCountCanBeWorkedOut attacks the rounded views of random organisations.
func TestNoRoundedCountCanBeWorkedOut(t *testing.T) {
	t.Parallel()
	all := each(some(), func(seed uint64) *tried {
		o := rounding(seed)
		return attackAll(fmt.Sprint("seed ", seed), o, ruleOf(o))
	})
	all.report(t)
}

// TestRoundedAsTheRuleHasIt holds the counts of a view against the table of the rule: nought
// is shown, 1 to 7 are not, all others are to the nearest 5.
func TestRoundedAsTheRuleHasIt(t *testing.T) {
	data, err := os.ReadFile("sums/testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cases []struct {
			Case   string
			Values map[string]any
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, c := range file.Cases {
		for text, want := range c.Values {
			n, err := strconv.Atoi(text)
			if err != nil {
				t.Fatal(err)
			}
			o := &model.Organisation{Settings: model.DefaultSettings()}
			o.Settings.Disclosure.Base, o.Settings.Disclosure.SmallCount = 5, 8
			put := func(g model.Group, n int) {
				staffIn(model.Post{Category: model.Clinical, Band: model.Band5}, int(g))(o.Ensure(2024), n)
			}
			put(model.White, 1000) // of a row of few people all of one group the split would go
			put(model.BME, n)
			put(model.Unknown, 500)
			view, _ := disclosure.View(indicator.Compute(o), ruleOf(o))
			row := view.Indicator("1").Figure(2024).Bands[0]
			switch got := row.Counts[model.BME]; {
			case want == "*":
				if got != nil || !row.Hidden.Groups[model.BME] {
					t.Errorf("%d is shown", n)
				}
			case n == 0 && got == nil: // no row of it
			case got == nil:
				t.Errorf("%d is not shown", n)
			case float64(*got) != want:
				t.Errorf("%d is shown as %s, not %v", n, words.Thousands(*got), want)
			}
			tried++
		}
	}
	if tried < 25 {
		t.Errorf("%d values tried", tried)
	}
}

// TestRoundedRowLeavesItsEdge: 42 White, 6 BME and 48 in all are 40, hidden and 50, which
// leaves 6 or 7. That is allowed, and nothing more is hidden.
func TestRoundedRowLeavesItsEdge(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	o.Settings.Disclosure.Base, o.Settings.Disclosure.SmallCount = 5, 8
	for g, n := range map[model.Group]int{model.White: 42, model.BME: 6} {
		staffIn(model.Post{Category: model.Clinical, Band: model.Band5}, int(g))(o.Ensure(2024), n)
	}
	full := indicator.Compute(o)
	view, _ := disclosure.View(full, ruleOf(o))
	row := view.Indicator("1").Figure(2024).Bands[0]
	if row.Counts[model.BME] != nil || row.Counts[model.White] == nil || *row.Counts[model.White] != 40 || row.Total != 50 {
		t.Errorf("%+v", row)
	}
	k := learn(view, full, o.Return(2024), 2024)
	if a := k.narrowed(7); a.least[marked] != 2 || len(a.found) > 0 {
		t.Errorf("%v left, %v", a.least, a.found)
	}
}

// TestRoundedViewsStandOnRoundedCounts holds that every count of a rounded view is its own
// one rounded, that all else is made of these, and that there is no interval and no test.
func TestRoundedViewsStandOnRoundedCounts(t *testing.T) {
	t.Parallel()
	hold(t, some(), func(seed uint64) []string {
		o := rounding(seed)
		view, _ := disclosure.View(indicator.Compute(o), ruleOf(o))
		return roundedOf(view, indicator.Compute(o), ruleOf(o))
	})
}

// rounded looks for what stands in a rounded view and is not made of rounded counts.
type rounded struct {
	closure
	k knowledge // for how counts are rounded
}

func roundedOf(view, full *indicator.Results, rule disclosure.Rule) []string {
	r := rounded{k: knowledge{base: int64(rule.Base), few: int64(rule.Small), exact: !rule.Board}}
	for i := range view.Series {
		for j := range view.Series[i].Figures {
			v := &view.Series[i].Figures[j]
			r.where = fmt.Sprintf("indicator %s of %d", view.Series[i].Indicator.ID, v.Year)
			r.figure(view.Series[i].Indicator, v, &full.Series[i].Figures[j], view.Indicator(indicator.WorkforceID).Figure(v.Year))
			r.nothingExact("", reflect.ValueOf(*v))
		}
		for _, c := range view.Series[i].Changes {
			if c.P != nil || c.Value != nil && c.Value.Interval != nil || c.Verdict != judge.NoVerdict && c.Verdict != judge.Rounded {
				r.fault("a step to %d has a test", c.To)
			}
		}
	}
	return r.faults
}

// count holds a count against the true one, rounded.
func (r *rounded) count(what string, view, full *int, hidden, exact bool) {
	switch {
	case full == nil || view == nil:
		r.closure.count(what, view, full, hidden)
	case exact || *full == 0:
		if *view != *full {
			r.fault("%s is %d and not %d", what, *view, *full)
		}
	case int64(*full) <= r.k.few || int64(*view) != r.k.nearest(int64(*full)):
		r.fault("%s is %d, and was %d", what, *view, *full)
	}
}

// nothingExact looks for an interval, a test, and the numbers that only exact counts give.
func (r *rounded) nothingExact(at string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		switch v.Interface().(type) {
		case *stats.Interval, *stats.Test, *stats.Bounds, *stats.Drawn, *indicator.Parity, *indicator.Adjusted:
			r.fault("%s stands there", at)
		}
		r.nothingExact(at, v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				r.nothingExact(at+"."+f.Name, v.Field(i))
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			r.nothingExact(at, v.Index(i))
		}
	}
}

// of holds an estimate against a share of two counts.
func (r *rounded) of(what string, e *stats.Estimate, n, of *int, there bool) {
	switch {
	case n == nil || of == nil || !there:
		if e != nil {
			r.fault("%s stands there", what)
		}
	case e == nil || math.Abs(e.Value-float64(*n)/float64(*of)) > 1e-12:
		r.fault("%s is %v, of %d and %d", what, e, *n, *of)
	}
}

func (r *rounded) figure(ind *indicator.Indicator, v, f, workforce *indicator.Figure) {
	if f.State != model.Reported {
		return
	}
	survey := ind.Shape == indicator.Survey
	r.groups(ind, v.Groups, f.Groups, v.Ratio, f.Ratio, survey)
	r.count("all events", v.All.Events, f.All.Events, v.All.HiddenEvents, false)
	r.count("all at risk", v.All.AtRisk, f.All.AtRisk, v.All.HiddenAtRisk, false)
	for i := range v.Parts {
		if p := samePart(f, &v.Parts[i]); p != nil {
			r.groups(ind, v.Parts[i].Groups, p.Groups, v.Parts[i].Ratio, p.Ratio, false)
		}
	}
	for i := range v.Board {
		row, full := &v.Board[i], &f.Board[i]
		for g := range row.Counts {
			r.count("board "+groupName(g), row.Counts[g], full.Counts[g], row.Hidden.Groups[g], r.k.exact)
		}
		r.count("board", row.Total, full.Total, row.Hidden.Total, r.k.exact)
		r.of("share of the board", row.Share, row.Counts[model.BME], row.Total, full.Share != nil)
		if row.Workforce != nil && *row.Workforce != *workforce.Groups[model.BME].Rate {
			r.fault("the workforce beside the board is another")
		}
		if row.Difference != nil && math.Abs(row.Difference.Value-row.Share.Value+row.Workforce.Value) > 1e-12 {
			r.fault("the board's difference is of other shares")
		}
	}
	for _, rows := range [][2][]indicator.BandRow{{v.Bands, f.Bands}, {v.Clusters, f.Clusters}, {v.Senior, f.Senior}, {v.Categories, f.Categories}} {
		for i := range rows[0] {
			r.row(&rows[0][i], &rows[1][i])
		}
	}
	for i, d := range v.Disparity {
		for g := range d.Counts {
			for tier, n := range d.Counts[g] {
				if !d.Hidden {
					r.count("a tier", &n, &f.Disparity[i].Counts[g][tier], false, false)
				}
			}
		}
		if c := d.Counts; d.Value != nil && math.Abs(d.Value.Value*float64(c[0][0]*c[1][1])-float64(c[0][1]*c[1][0])) > 1e-6 {
			r.fault("a race disparity ratio is of other counts")
		}
		if (d.Value != nil) != (!d.Hidden && f.Disparity[i].Value != nil) {
			r.fault("a race disparity ratio is not there")
		}
	}
	if v.NotStated != nil || v.Ethnicities != nil || len(v.Trends) > 0 || v.HolmP != nil || v.Detectable != nil || v.LeastResponse != 0 {
		r.fault("it tells more than rounded counts do")
	}
}

func (r *rounded) groups(ind *indicator.Indicator, v, f [model.GroupCount]indicator.GroupFigure, ratio, fullRatio *stats.Estimate, survey bool) {
	for g := range v {
		r.count(groupName(g)+" events", v[g].Events, f[g].Events, v[g].HiddenEvents, false)
		r.count(groupName(g)+" at risk", v[g].AtRisk, f[g].AtRisk, v[g].HiddenAtRisk, false)
		if !survey {
			r.of(groupName(g)+" rate", v[g].Rate, v[g].Events, v[g].AtRisk, f[g].Rate != nil)
		} else if v[g].Rate != nil && v[g].Rate.Value != f[g].Rate.Value {
			r.fault("a share of the survey is not as it was published")
		}
	}
	top, bottom := v[ind.Compare].Rate, v[ind.Reference].Rate
	if ratio != nil && math.Abs(ratio.Value*bottom.Value-top.Value) > 1e-9 {
		r.fault("the ratio is of other counts")
	}
	if there := shownRate(v[model.White]) && shownRate(v[model.BME]) && fullRatio != nil; (ratio != nil) != there {
		r.fault("the ratio is not there, or its counts are not")
	}
}

func (r *rounded) row(row, full *indicator.BandRow) {
	for g := range row.Counts {
		r.count("a row "+groupName(g), row.Counts[g], full.Counts[g], row.Hidden.Groups[g], false)
	}
	total := &row.Total
	if row.Hidden.Total {
		total = nil
	}
	r.count("a row", total, &full.Total, row.Hidden.Total, false)
	r.of("the share of a row", row.Share, row.Counts[model.BME], total, full.Share != nil)
	if row.Standing != (judge.Standing{Verdict: row.Verdict}) || row.Verdict != judge.NoVerdict && row.Verdict != judge.Rounded {
		r.fault("a row is set beside others")
	}
}
