package disclosure_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
)

// TestAccountSaysWhatReadersAreLeft sets what the account says beside what an attacker
// finds who shares no code with it. Who knows more is left no more.
func TestAccountSaysWhatReadersAreLeft(t *testing.T) {
	t.Parallel()
	hold(t, some()/4, func(seed uint64) (faults []string) {
		o := organisation(seed)
		full := indicator.Compute(o)
		view, account := disclosure.View(full, ruleOf(o))
		for _, y := range view.Years {
			ret := o.Return(y)
			if ret == nil {
				continue
			}
			k, left := learn(view, full, ret, y), account.Of(y).Left()
			if n := leftToAnybody(k, int64(view.Settings.Thresholds.SmallCount-1)); left.Any != n {
				faults = append(faults, fmt.Sprintf("%d: %+v are left, and the attacker finds %d", y, left, n))
			}
			if left.Told > left.Any || left.One > left.Any || left.Any > 0 && (left.Least() < 1 || left.Least() > left.Any) {
				faults = append(faults, fmt.Sprintf("%d: %+v are left", y, left))
			}
		}
		return faults
	})
}

// leftToAnybody gives the fewest values of a small count that any reader is left; 0 where
// there is none.
func leftToAnybody(k *knowledge, t int64) (least int) {
	a := &attack{knowledge: k, t: t}
	a.connect(false)
	for _, c := range a.parts {
		for i, p := range c.small {
			if n := len(a.possible(c, i, 1, t, every, int(t))); !p.exempt && (least == 0 || n < least) {
				least = n
			}
		}
	}
	return least
}

// TestAccountOfThreeSmallCounts: of 1, 2 and 2 people in three bands it is shown that they
// are five. Who is told that all three are small is left 1 to 3 of each.
func TestAccountOfThreeSmallCounts(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	bme := map[model.Band]int{model.Band2: 1, model.Band3: 2, model.Band4: 2}
	for b := model.Band2; b <= model.Band9; b++ {
		n, few := bme[b]
		if !few {
			n = 20
		}
		var tally model.Tally
		tally.Add(model.WhiteGroup, 80)
		tally.Add(model.BMEGroup, n)
		o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: b}] = tally
	}
	_, account := disclosure.View(indicator.Compute(o), disclosure.RuleOf(o.Settings))
	if got, want := account.Of(2024).Left(), (disclosure.Left{Any: 4, Told: 3, One: 3}); got != want || account.Of(2024).Small != 3 {
		t.Errorf("%+v of %d small counts, want %+v of 3", got, account.Of(2024).Small, want)
	}
	if got := account.Of(2023).Left(); got != (disclosure.Left{}) || got.Least() != 0 {
		t.Errorf("%+v of a year that is not there", got)
	}
}

// TestAccountSaysWhatWasGivenUp holds that each count of a band that is hidden and not small
// is in the account, and that nothing is in it that is shown.
func TestAccountSaysWhatWasGivenUp(t *testing.T) {
	t.Parallel()
	hold(t, some()/4, func(seed uint64) (faults []string) {
		o := organisation(seed)
		full := indicator.Compute(o)
		view, account := disclosure.View(full, ruleOf(o))
		for _, y := range view.Years {
			f, v := full.Indicator(indicator.WorkforceID).Figure(y), view.Indicator(indicator.WorkforceID).Figure(y)
			for i := range v.Bands {
				for g := range model.GroupCount {
					n := f.Bands[i].Counts[g]
					if n == nil {
						continue
					}
					small := *n >= 1 && *n < view.Settings.Thresholds.SmallCount
					alone := false
					named := slices.ContainsFunc(account.Of(y).GivenUp, func(u disclosure.Spot) bool {
						alone = u.At != nil
						return u.Rows == disclosure.Bands && u.Category == v.Bands[i].Category && slices.Contains(u.Groups, model.Group(g)) &&
							(u.At == nil || slices.Contains(u.At, int(v.Bands[i].Band)))
					})
					if hidden := v.Bands[i].Hidden.Groups[g]; hidden && !small && !named || named && (!hidden || small && alone) {
						faults = append(faults, fmt.Sprintf("%d, %s of band %s of %s, %d: hidden %v, named %v", y, model.Group(g), v.Bands[i].Band, v.Bands[i].Category, *n, hidden, named))
					}
				}
			}
			if of := account.Of(y); of.Hidden > of.Small+of.Survey && len(of.GivenUp) == 0 {
				faults = append(faults, fmt.Sprintf("%d: %d are hidden, %d of them small, and nothing is given up", y, of.Hidden, of.Small))
			}
		}
		return faults
	})
}

// TestLevelIsSeenInTheView: a reader of a view sees in what rows the staff of a category are
// given, from what is hidden.
func TestLevelIsSeenInTheView(t *testing.T) {
	t.Parallel()
	seen := each(max(some()/2, 15), func(seed uint64) *tried { // fewer may not have each level
		one := newTried()
		o := organisation(seed)
		view, account := disclosure.View(indicator.Compute(o), ruleOf(o))
		for _, y := range view.Years {
			f := view.Indicator(indicator.WorkforceID).Figure(y)
			for _, row := range f.Categories {
				want, coarser := account.Of(y).Coarser[row.Category]
				if !coarser {
					want = disclosure.ByBand
				}
				got := disclosure.LevelOf(f, row.Category)
				if one.levels[string(got)]++; got != want {
					one.failures = append(one.failures, fmt.Sprintf("seed %d, %d, %s: seen is %s, and it is %s", seed, y, row.Category, got, want))
				}
			}
		}
		return one
	})
	t.Log(seen.levels)
	if n := len(seen.failures); n > 0 || len(seen.levels) < 4 {
		t.Errorf("%v, %d faults:\n%s", seen.levels, n, strings.Join(seen.failures[:min(n, 20)], "\n"))
	}
}
