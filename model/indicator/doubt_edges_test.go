package indicator_test

import (
	"testing"

	"wres/model"
	"wres/model/indicator"
)

// Where there are two bands each is the rest of the other, so that what is said of
// one is said of both.
func TestTwoBandsAgree(t *testing.T) {
	for name, c := range map[string]struct {
		first, second [2]int // BME and other staff
		want          [2]indicator.Verdict
	}{
		// The second band would have less than 1 other, and the mid-P is not below 0.05.
		"few who are not BME":     {[2]int{290, 10}, [2]int{9, 2}, [2]indicator.Verdict{indicator.NoClear, indicator.NoClear}},
		"few BME in the rest":     {[2]int{90, 910}, [2]int{0, 55}, [2]indicator.Verdict{indicator.TooFew, indicator.TooFew}},
		"enough, and clear":       {[2]int{60, 140}, [2]int{10, 190}, [2]indicator.Verdict{indicator.Higher, indicator.Lower}},
		"none, though many would": {[2]int{90, 310}, [2]int{0, 60}, [2]indicator.Verdict{indicator.Higher, indicator.Lower}},
	} {
		f := figure(t, bands(model.Clinical, map[model.Band][2]int{model.Band5: c.first, model.Band6: c.second}), "1", 2024)
		for i, row := range f.Bands {
			if row.Verdict != c.want[i] {
				t.Errorf("%s: band %s is %q (adjusted p %v), want %q", name, row.Band, row.Verdict, *row.AdjustedP, c.want[i])
			}
		}
	}
}
