package words

import (
	"math"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
)

// Voice is how one organisation's figures are written: its own labels, with the
// decimals and the level of intervals that its settings have.
type Voice struct {
	Labels   model.Labels
	Decimals int
	Level    float64                 // of intervals, 0 to 1
	LeastOf  int                     // the fewest staff in bands that a percentage is said of
	Rounded  int                     // what counts are rounded to; 0: they are not
	Exact    bool                    // the counts of the board are not rounded
	Tiers    [model.Upper + 1]string // which bands each is
	Clusters map[model.Cluster][]model.Band
}

// For gives the voice of some settings.
func For(s model.Settings) Voice {
	clusters := map[model.Cluster][]model.Band{}
	for _, band := range model.Bands() {
		if c := s.Clusters[band]; c != 0 {
			clusters[c] = append(clusters[c], band)
		}
	}
	return Voice{Labels: s.Labels, Decimals: s.Decimals, Level: s.Level, LeastOf: s.Thresholds.BandHeadcount,
		Rounded: s.Rounded, Exact: s.Disclosure.ShowBoard, Tiers: tierNames(s), Clusters: clusters}
}

// Percent writes a share with the decimals of the settings, and one below 1%
// with two digits that count: 23 of 21,589 is 0.11%, and 12 of 66,586 is not 0.
func (w Voice) Percent(share float64) string {
	decimals := w.Decimals
	if share > 0 && share < 0.01 {
		decimals = max(decimals, min(1-int(math.Floor(math.Log10(share*100))), 6))
	}
	return Percent(share, decimals)
}

// BandShare writes the share of BME staff in some bands; where they have too few staff for
// a percentage only the counts, and few says so: "1 of 7".
func BandShare(w Voice, row *indicator.BandRow) (text string, few bool) {
	if row.Total < w.LeastOf {
		return bandCounts(row), true
	}
	return w.Percent(row.Share.Value), false
}

func bandCounts(row *indicator.BandRow) string {
	return Thousands(*row.Counts[model.BME]) + " of " + Thousands(row.Total)
}

// PointsUnit is behind a number of percentage points.
const PointsUnit = " percentage points"

// Points writes a difference of shares in percentage points. One decimal is the least,
// because a gap of 0.4 points is not one of 0; one that is there has as many as show it.
func (w Voice) Points(difference float64) string {
	return apart(difference*100, max(w.Decimals, 1), 0) + PointsUnit
}

// pointsSize writes the size of a difference of shares, in percentage points that the words
// beside it name, and none that is there as nought.
func pointsSize(w Voice, difference float64) string {
	return apart(math.Abs(difference)*100, max(w.Decimals, 1), 0)
}

// BeforeRounding is behind the distance of two shares where the shares as they are printed
// beside it are another distance apart; else "".
func BeforeRounding(w Voice, share, from float64) string {
	if AddsUp(w, share, from) {
		return ""
	}
	return " before rounding"
}

// AddsUp reports whether two shares as they are printed are as far apart as is printed.
func AddsUp(w Voice, share, from float64) bool {
	printed := func(text string) float64 {
		v, _ := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64) // it is our own
		return v
	}
	text := pointsSize(w, share-from)
	_, decimals, _ := strings.Cut(text, ".")
	return fixed(math.Abs(printed(w.Percent(share))-printed(w.Percent(from))), len(decimals)) == text
}

// Unrounded says why printed differences do not add up, beside a table that has some.
const Unrounded = "Gaps and changes are worked out before rounding, so the last digit may differ from that of the printed percentages."

// Distance says how far a share lies from another, "11.3 percentage points", and whether
// below it.
func Distance(w Voice, difference float64) (points string, below bool) {
	return pointsSize(w, difference) + PointsUnit, difference < 0
}
