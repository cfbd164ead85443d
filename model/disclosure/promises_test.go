package disclosure_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
)

// some is how many organisations the promises beside width are tried on.
func some() int { return *organisations / 5 }

// hold tries a promise on organisations.
func hold(t *testing.T, n int, try func(seed uint64) []string) {
	t.Helper()
	all := each(n, func(seed uint64) *tried {
		one := newTried()
		for _, fault := range try(seed) {
			one.failures = append(one.failures, fmt.Sprintf("seed %d: %s", seed, fault))
		}
		return one
	})
	if n := len(all.failures); n > 0 {
		t.Errorf("%d faults:\n%s", n, strings.Join(all.failures[:min(n, 40)], "\n"))
	}
}

// TestNothingStandsOnHiddenCounts holds that a view has no more than its counts make, that
// all that is hidden is marked, and that nothing else is missing.
func TestNothingStandsOnHiddenCounts(t *testing.T) {
	t.Parallel()
	hold(t, some(), func(seed uint64) []string {
		o := organisation(seed)
		full := indicator.Compute(o)
		view, _ := disclosure.View(indicator.Compute(o), ruleOf(o))
		return closureOf(view, full)
	})
}

// ways are organisations whose views hide small counts, and such whose views round the others.
var ways = [2]func(uint64) *model.Organisation{organisation, rounding}

// TestViewsAreAlwaysTheSame holds that the same results give the same view and are not
// changed by it, and that a year shows the same whichever years stand beside it.
func TestViewsAreAlwaysTheSame(t *testing.T) {
	t.Parallel()
	hold(t, some(), func(seed uint64) (faults []string) {
		o := ways[seed%2](seed)
		full := indicator.Compute(o)
		view, _ := disclosure.View(full, ruleOf(o))
		if again, _ := disclosure.View(indicator.Compute(o), ruleOf(o)); !reflect.DeepEqual(view, again) {
			faults = append(faults, "a second view is another: "+difference(view, again))
		}
		if !reflect.DeepEqual(full, indicator.Compute(o)) {
			faults = append(faults, "the view changed the full results")
		}
		for _, y := range full.Years[:len(full.Years)-1] {
			before, _ := disclosure.View(indicator.Compute(o).Window(y, len(full.Years)), ruleOf(o))
			if now := view.Window(y, len(full.Years)); !reflect.DeepEqual(before, now) {
				faults = append(faults, fmt.Sprintf("the view to %d is another than that to %d: %s", y, full.Latest(), difference(before, now)))
			}
		}
		return faults
	})
}

// difference shows the first place in which two results differ.
func difference(a, b *indicator.Results) string {
	for i := range a.Series {
		for j := range a.Series[i].Figures {
			if diff := firstDifference(a.Series[i].Figures[j], b.Series[i].Figures[j]); diff != "" {
				return fmt.Sprintf("indicator %s of %d %s", a.Series[i].Indicator.ID, a.Series[i].Figures[j].Year, diff)
			}
		}
		if diff := firstDifference(a.Series[i].Changes, b.Series[i].Changes); diff != "" {
			return fmt.Sprintf("indicator %s, a step: %s", a.Series[i].Indicator.ID, diff)
		}
	}
	return "not in a figure"
}

func firstDifference(a, b any) string { return differ("", reflect.ValueOf(a), reflect.ValueOf(b)) }

// differ names the first place in which two values differ, and gives both.
func differ(at string, a, b reflect.Value) string {
	if a.Kind() == reflect.Pointer || a.Kind() == reflect.Interface {
		if !a.IsNil() && !b.IsNil() {
			return differ(at, a.Elem(), b.Elem())
		}
		if a.IsNil() != b.IsNil() {
			return fmt.Sprintf("%s: nil is %v and %v", at, a.IsNil(), b.IsNil())
		}
		return ""
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if diff := differ(at+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i)); diff != "" {
				return diff
			}
		}
		return ""
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d and %d", at, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if diff := differ(fmt.Sprintf("%s[%d]", at, i), a.Index(i), b.Index(i)); diff != "" {
				return diff
			}
		}
		return ""
	case reflect.Func, reflect.Map:
		return ""
	}
	if !a.Equal(b) {
		return fmt.Sprintf("%s: %v and %v", at, a, b)
	}
	return ""
}

// TestHiddenCountsLeaveNoTrace changes small counts, and hidden numbers beside them, so
// that all that is shown stays true, and holds that the view is the same.
func TestHiddenCountsLeaveNoTrace(t *testing.T) {
	t.Parallel()
	changed := each(some(), func(seed uint64) *tried {
		one := newTried()
		organisation := ways[seed%2]
		o := organisation(seed)
		full := indicator.Compute(o)
		rule := ruleOf(o)
		view, _ := disclosure.View(indicator.Compute(o), rule)
		r := rand.New(rand.NewPCG(seed, 6))
		for _, y := range view.Years {
			ret := o.Return(y)
			if ret == nil || !plain(ret) {
				continue
			}
			k := learn(view, full, ret, y)
			what := k.change(r, rule)
			if what == "" {
				continue
			}
			one.counts++
			twin := organisation(seed)
			for u, n := range k.truth {
				k.put[u](twin.Return(y), int(n))
			}
			other, _ := disclosure.View(indicator.Compute(twin), rule)
			if !reflect.DeepEqual(view, other) {
				one.failures = append(one.failures, fmt.Sprintf("seed %d, %d: with %s the view is another: %s", seed, y, what, difference(view, other)))
			}
		}
		return one
	})
	t.Logf("%d small counts changed", changed.counts)
	if n := len(changed.failures); n > 0 {
		t.Errorf("%d views are others:\n%s", n, strings.Join(changed.failures[:min(n, 30)], "\n"))
	}
}

// plain reports whether the counts of a year can be put anew from those that are printed.
func plain(ret *model.Return) bool {
	for _, e := range ret.Events {
		if !e.Headcount.Empty() {
			return false
		}
	}
	staff := ret.Headcount()
	return staff.Of(model.NotStated)+staff.Of(model.Missing) == 0 &&
		!slices.ContainsFunc(ret.Recruitment, func(r model.Recruitment) bool { return r.Band != model.AnyBand })
}

// change gives a small count another value, and what must change with it, and says what
// it did; "" where nothing can be changed. What is 0, small, or over that stays so, as a
// view may show which it is.
func (k *knowledge) change(r *rand.Rand, rule disclosure.Rule) string {
	s := newSimplex(k.truth)
	for u, n := range k.truth { // what nobody is in stays so
		if k.base > 0 && n == 0 {
			s.bound(u, 0, 0)
		} else if k.base > 0 {
			s.bound(u, 1, boundless)
		}
	}
	var small []*printed
	variables := map[*printed]int{}
	for _, p := range k.numbers {
		var terms []term
		for _, u := range p.people {
			terms = append(terms, term{u, 1})
		}
		low, up := k.kept(p, rule)
		variables[p] = s.sum(terms, low, up)
		if !p.shown && p.truth >= 1 && p.truth <= int64(rule.Small) {
			small = append(small, p)
		}
	}
	for _, pair := range k.atMost {
		var terms []term
		for _, u := range pair[0] {
			terms = append(terms, term{u, -1})
		}
		for _, u := range pair[1] {
			terms = append(terms, term{u, 1})
		}
		s.sum(terms, 0, boundless)
	}
	s.settle()
	r.Shuffle(len(small), func(i, j int) { small[i], small[j] = small[j], small[i] })
	for _, p := range small {
		for _, i := range r.Perm(rule.Small) {
			if n := int64(i + 1); n != p.truth {
				v := variables[p]
				low, up := s.low[v], s.up[v]
				s.bound(v, n, n)
				found := s.solve()
				if s.bound(v, low, up); found != nil {
					k.truth = found
					return fmt.Sprintf("%s %d and not %d", p.name, n, p.truth)
				}
			}
		}
	}
	return ""
}

// kept gives the range in which a number stays of its kind: one that is shown what is shown
// of it. One that is hidden for the sake
// of others stays as it is, but for White and unknown in a band, which are hidden from the
// first: that it had to be hidden does say something of it and of what it is added to.
func (k *knowledge) kept(p *printed, rule disclosure.Rule) (low, up int64) {
	small, uniform := int64(rule.Small), int64(rule.UniformRow)
	switch {
	case p.shown && k.base > 0:
		if low, up = k.stands(p); p.truth < uniform {
			return low, min(up, uniform-1)
		} else if low < uniform {
			low = uniform
		}
		return low, up
	case p.shown || p.truth == 0 || p.truth > small && !inJoinedColumn(p):
		return p.truth, p.truth
	case p.truth <= small:
		return 1, small
	case p.truth < uniform:
		return small + 1, uniform - 1
	}
	return max(small+1, uniform), boundless
}

func inJoinedColumn(p *printed) bool {
	return strings.Contains(p.name, " band ") && (strings.HasSuffix(p.name, " white") || strings.HasSuffix(p.name, " unknown"))
}

// TestOutOfBudgetHidesMore holds that a view whose questions were not answered hides more
// than it does otherwise, and keeps what it promises.
func TestOutOfBudgetHidesMore(t *testing.T) {
	t.Parallel()
	hold(t, some(), func(seed uint64) []string {
		o := ways[seed%2](seed)
		full := indicator.Compute(o)
		rule := ruleOf(o)
		view, _ := disclosure.View(indicator.Compute(o), rule)
		rule.Budget = 1
		less, _ := disclosure.View(indicator.Compute(o), rule)
		faults := closureOf(less, full)
		if rule.Base > 0 {
			faults = roundedOf(less, full, rule)
		}
		for _, y := range full.Years {
			ret := o.Return(y)
			if ret == nil {
				continue
			}
			all, few := learn(view, full, ret, y), learn(less, full, ret, y)
			if more, of := shown(few), shown(all); more > of {
				faults = append(faults, fmt.Sprintf("%d: %d numbers are shown, and %d where every question is answered", y, more, of))
			}
			for _, f := range few.narrowed(rule.Small).found {
				faults = append(faults, fmt.Sprintf("%d: %v", y, f))
			}
		}
		return faults
	})
}

// shown counts the numbers that a view shows.
func shown(k *knowledge) (n int) {
	for _, p := range k.numbers {
		if p.shown {
			n++
		}
	}
	return n
}
