package disclosure_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
)

// said writes what was given away, and by what.
func said(all []disclosure.GivenAway) (lines []string) {
	for _, g := range all {
		var by []string
		for _, p := range g.Printed {
			by = append(by, p.Printed)
		}
		lines = append(lines, fmt.Sprintf("%s %s %v total %v: %s with %v leaves %v, more %v", g.Year, g.At.Rows, g.At.Groups, g.At.Total, strings.Join(by, ", "), g.With, g.Left, g.More))
	}
	return lines
}

// TestPrintedFiguresGiveAway takes the figures of a published report beside the view of what
// they were made of.
func TestPrintedFiguresGiveAway(t *testing.T) {
	o, _ := exampletest.Open(t)
	full := indicator.Compute(o)
	_, account := disclosure.View(full, disclosure.RuleOf(full.Settings))
	got := said(account.GivenAway(full, o.Published))
	want := []string{
		"2023 board [bme] total false: 1 of 15 with [] leaves [1], more false",
		"2024 bands [bme] total false: 1 with [] leaves [1], more false",
		"2024 events [unknown] total false: 198 with [144 51] leaves [3], more false",
		"2024 board [bme] total false: 1 of 11 with [] leaves [1], more false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	figure := func(id, figure, group, part, printed string) model.Printed {
		return model.Printed{Year: 2024, Indicator: id, Figure: figure, Group: group, Part: part, Printed: printed}
	}
	for _, c := range []struct {
		published []model.Printed
		want      []string
	}{
		{nil, nil},
		{[]model.Printed{figure("2", "appointed", "all", "", "199")}, nil}, // which the counts contradict
		{[]model.Printed{figure("2", "appointed", "all", "", "fewer than 199")}, nil},
		{[]model.Printed{figure("2", "appointed", "all", "internal", "198")}, nil},
		{[]model.Printed{figure("2", "likelihood", "unknown", "", "13.64%")}, []string{"2024 events [unknown] total false: 13.64% with [] leaves [3], more false"}},
		{[]model.Printed{figure("2", "likelihood", "unknown", "", "14%")}, []string{"2024 events [unknown] total false: 14% with [] leaves [3], more false"}},
		{[]model.Printed{figure("2", "percentage-of-appointed", "bme", "", "25.76%")}, nil}, // of a whole that is hidden
		{[]model.Printed{figure("2", "percentage-of-appointed", "unknown", "", "2%"), figure("2", "appointed", "all", "", "198")}, []string{"2024 events [unknown] total false: 198 with [144 51] leaves [3], more false"}},
		{[]model.Printed{figure("9", "members", "known", "", "11"), figure("9", "percentage-of-board", "bme", "total", "9.1%")}, []string{"2024 board [bme] total false: 9.1% with [] leaves [1], more false"}},
		{[]model.Printed{figure("9", "members", "white", "total", "10")}, []string{"2024 board [bme] total false: 10 with [] leaves [1], more false"}},
	} {
		if got := said(account.GivenAway(full, c.published)); !slices.Equal(got, c.want) {
			t.Errorf("%+v: got\n%s\nwant\n%s", c.published, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
	other := figure("2", "appointed", "all", "", "198")
	other.Year = 2021
	if got := account.GivenAway(full, []model.Printed{other}); len(got) > 0 {
		t.Errorf("of a year without figures: %v", said(got))
	}
}

// TestPrintedFiguresGiveAwayNoMore sets what is said to be given away beside what an attacker
// finds who shares no code with it and is shown the same.
func TestPrintedFiguresGiveAwayNoMore(t *testing.T) {
	t.Parallel()
	given := each(max(some()/2, 15), func(seed uint64) *tried { // fewer may show none
		one := newTried()
		o := organisation(seed)
		full := indicator.Compute(o)
		rule := ruleOf(o)
		view, account := disclosure.View(full, rule)
		d := rand.New(rand.NewPCG(seed, 31))
		for _, y := range view.Years {
			ret, f := o.Return(y), full.Indicator(indicator.WorkforceID).Figure(y)
			if ret == nil || f.State != model.Reported {
				continue
			}
			k := learn(view, full, ret, y)
			before := tooNarrow(k, int64(rule.Small))
			var published []model.Printed
			for _, row := range f.Bands {
				g := model.Group(d.IntN(model.GroupCount))
				if n := row.Counts[g]; n != nil && d.IntN(2) == 0 && (*n == 0 || *n > rule.Small) {
					part := strings.TrimSpace(row.Category.String() + " " + row.Band.String())
					if row.Category == model.AnyCategory {
						part = row.Band.String()
					}
					published = append(published, model.Printed{Year: y, Indicator: "1", Figure: "headcount", Group: g.String(), Part: part, Printed: strconv.Itoa(*n)})
					k.named(strings.TrimSpace(fmt.Sprintf("%s band %s", row.Category, row.Band)) + " " + g.String()).shown = true
				}
			}
			var found []disclosure.GivenAway
			for _, g := range account.GivenAway(full, published) {
				found = append(found, g)
				one.counts++
			}
			after := tooNarrow(k, int64(rule.Small))
			if len(after)-len(before) != len(found) {
				one.failures = append(one.failures, fmt.Sprintf("seed %d, %d: of %d printed figures the attacker finds %v, and before %v; said is\n%s", seed, y, len(published), after, before, strings.Join(said(found), "\n")))
			}
		}
		return one
	})
	t.Logf("%d small counts are given away", given.counts)
	if n := len(given.failures); n > 0 || given.counts == 0 {
		t.Errorf("%d faults:\n%s", n, strings.Join(given.failures[:min(n, 20)], "\n"))
	}
}

// tooNarrow lists the small counts of which any reader is left fewer values than promised.
func tooNarrow(k *knowledge, t int64) (names []string) {
	a := &attack{knowledge: k, t: t}
	a.connect(false)
	for _, c := range a.parts {
		for i, p := range c.small {
			promised := int(t)
			if p.row && p.group == int(model.Unknown) {
				promised = 2
			}
			if !p.exempt && len(a.possible(c, i, 1, t, every, int(t))) < promised {
				names = append(names, p.name)
			}
		}
	}
	return names
}
