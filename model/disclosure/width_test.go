package disclosure_test

import (
	"flag"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
)

var organisations = flag.Int("organisations", ordinary, "how many random organisations are attacked")

var budget = flag.Int("budget", 0, "the budget of the views that are attacked; 0: that of the settings")

// tried is what became of organisations.
type tried struct {
	organisations, years, counts, questions int
	inherent                                int // counts that no view could keep wider
	least                                   map[reader]int
	failures                                []string
	bandShares, levelShares                 []float64
	levels                                  map[string]int
	headlines                               map[string][3]int // by indicator: kept, there, and there without a small count in it
}

func newTried() *tried {
	return &tried{least: map[reader]int{}, levels: map[string]int{}, headlines: map[string][3]int{}}
}

func (t *tried) add(other *tried) {
	t.organisations += other.organisations
	t.years += other.years
	t.counts += other.counts
	t.questions += other.questions
	t.inherent += other.inherent
	for r, n := range other.least {
		if was, some := t.least[r]; !some || n < was {
			t.least[r] = n
		}
	}
	t.failures = append(t.failures, other.failures...)
	t.bandShares, t.levelShares = append(t.bandShares, other.bandShares...), append(t.levelShares, other.levelShares...)
	for l, n := range other.levels {
		t.levels[l] += n
	}
	for id, n := range other.headlines {
		was := t.headlines[id]
		t.headlines[id] = [3]int{was[0] + n[0], was[1] + n[1], was[2] + n[2]}
	}
}

// each runs organisations 0 to n-1 on all cores.
func each(n int, try func(seed uint64) *tried) *tried {
	all := newTried()
	var lock sync.Mutex
	var wait sync.WaitGroup
	next := make(chan uint64)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for seed := range next {
				one := try(seed)
				lock.Lock()
				all.add(one)
				lock.Unlock()
			}
		})
	}
	for seed := range n {
		next <- uint64(seed)
	}
	close(next)
	wait.Wait()
	slices.Sort(all.failures)
	return all
}

// TestNoSmallCountCanBeWorkedOut attacks the views of random organisations.
func TestNoSmallCountCanBeWorkedOut(t *testing.T) {
	t.Parallel()
	all := each(*organisations, func(seed uint64) *tried {
		o := organisation(seed)
		return attackAll(fmt.Sprint("seed ", seed), o, ruleOf(o))
	})
	all.report(t)
}

func ruleOf(o *model.Organisation) disclosure.Rule {
	rule := disclosure.RuleOf(o.Settings)
	if *budget > 0 {
		rule.Budget = *budget
	}
	return rule
}

// attackAll attacks each year of an organisation's view.
func attackAll(name string, o *model.Organisation, rule disclosure.Rule) *tried {
	full := indicator.Compute(o)
	view, _ := disclosure.View(indicator.Compute(o), rule)
	one := newTried()
	one.organisations = 1
	for _, y := range view.Years {
		ret := o.Return(y)
		if ret == nil {
			continue
		}
		one.years++
		a := learn(view, full, ret, y).narrowed(rule.Small)
		one.counts += a.small
		one.questions += a.questions
		one.inherent += a.inherent
		for r, n := range a.least {
			if was, some := one.least[r]; !some || n < was {
				one.least[r] = n
			}
		}
		if a.undecided > 0 {
			one.failures = append(one.failures, fmt.Sprintf("%s, %d: %d questions are not decided", name, y, a.undecided))
		}
		for _, f := range a.found {
			one.failures = append(one.failures, fmt.Sprintf("%s, %d: %v", name, y, f))
		}
		one.usefulness(view, full, y)
	}
	return one
}

// usefulness counts what stays shown.
func (t *tried) usefulness(view, full *indicator.Results, y model.Year) {
	for i := range view.Series {
		ind, v, f := view.Series[i].Indicator, view.Series[i].Figure(y), full.Series[i].Figure(y)
		if f.State != model.Reported || f.Headline(ind) == nil {
			continue
		}
		n := t.headlines[ind.ID]
		n[1]++
		if v.Headline(ind) != nil {
			n[0]++
		}
		if !slices.ContainsFunc(ind.Shape.Sides(ind, f), func(s indicator.Side) bool {
			return s.Events != nil && *s.Events >= 1 && *s.Events < view.Settings.Thresholds.SmallCount
		}) {
			n[2]++
		}
		t.headlines[ind.ID] = n
	}
	v := view.Indicator(indicator.WorkforceID).Figure(y)
	if v.State != model.Reported || len(v.Bands) == 0 {
		return
	}
	t.bandShares = append(t.bandShares, keeps(v.Bands))
	for _, c := range v.Categories {
		of := func(rows []indicator.BandRow) []indicator.BandRow {
			return slices.DeleteFunc(slices.Clone(rows), func(r indicator.BandRow) bool { return r.Category != c.Category })
		}
		levels := []struct {
			name string
			kept float64
		}{{"bands", keeps(of(v.Bands))}, {"clusters", keeps(of(v.Clusters))}, {"tiers", tiersKept(v, c.Category)}, {"category", keeps([]indicator.BandRow{c})}, {"workforce", 1}}
		at := slices.IndexFunc(levels, func(l struct {
			name string
			kept float64
		}) bool {
			return l.kept >= 2.0/3-1e-9
		})
		t.levels[levels[at].name]++
		t.levelShares = append(t.levelShares, levels[at].kept)
	}
}

// keeps is the share of rows that keep their BME count and their total.
func keeps(rows []indicator.BandRow) float64 {
	if len(rows) == 0 {
		return 0
	}
	n := 0
	for _, r := range rows {
		if r.Counts[model.BME] != nil && !r.Hidden.Total {
			n++
		}
	}
	return float64(n) / float64(len(rows))
}

func tiersKept(f *indicator.Figure, c model.StaffCategory) float64 {
	n, kept := 0, 0
	for _, d := range f.Disparity {
		if d.Category == c {
			if n++; !d.Hidden {
				kept++
			}
		}
	}
	if n == 0 {
		return 0
	}
	return float64(kept) / float64(n)
}

// report says what was found, and fails where a promise is not kept.
func (t *tried) report(test *testing.T) {
	test.Helper()
	test.Logf("%d organisations, %d years, %d small counts hidden, %d questions; %d counts that no view could keep wider", t.organisations, t.years, t.counts, t.questions, t.inherent)
	for _, r := range []reader{anyone, marked, insider, present, anyoneUnknown, markedUnknown, insiderUnknown} {
		if n, some := t.least[r]; some {
			test.Logf("fewest values left to %s: %d", r, n)
		}
	}
	test.Logf("BME counts of bands shown, median of the years: %.0f%%; at the level that is used, of the staff categories: %.0f%%, levels %v", 100*median(t.bandShares), 100*median(t.levelShares), t.levels)
	for _, id := range []string{"1", "2", "3", "4", "9"} {
		if n := t.headlines[id]; n[1] > 0 {
			test.Logf("headline of indicator %s kept in %d of %d years (%.1f%%); in %d of them no count in it is small itself", id, n[0], n[1], 100*float64(n[0])/float64(n[1]), n[2])
		}
	}
	if n := len(t.failures); n > 0 {
		test.Errorf("%d counts too narrow:\n%s", n, strings.Join(t.failures[:min(n, 60)], "\n"))
	}
}

func median(of []float64) float64 {
	if len(of) == 0 {
		return 0
	}
	of = slices.Sorted(slices.Values(of))
	return of[len(of)/2]
}
