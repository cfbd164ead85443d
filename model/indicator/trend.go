package indicator

import (
	"wres/model"
	"wres/model/judge"
	"wres/model/stats"
)

// BandTrend says whether the BME share rises or falls from band to band of Agenda for
// Change and VSM, in one staff category.
type BandTrend struct {
	Category model.StaffCategory
	Falling  bool
	P        float64
	Unknown  int           // staff of its bands whose ethnicity is not known
	Verdict  judge.Verdict // higher where it rises
}

// leastSteps is how many bands make a trend.
const leastSteps = 3

// trends tests each staff category for a share that rises or falls with the band. One
// with a count that is not known has none.
func (c *computation) trends(rows []BandRow, notWhole map[model.StaffCategory]bool) []BandTrend {
	var all []BandTrend
	for category, of := range ByCategory(rows) {
		if trend, ok := c.trend(of); ok && !notWhole[category] {
			all = append(all, trend)
		}
	}
	return all
}

func (c *computation) trend(rows []BandRow) (BandTrend, bool) {
	trend := BandTrend{Category: rows[0].Category}
	var all, known []stats.Count
	for _, row := range rows {
		if row.Band.Medical() {
			continue
		}
		if row.Refused || row.Counts[model.BME] == nil {
			return trend, false
		}
		all, known = append(all, row.count()), append(known, row.known())
		trend.Unknown += row.Unknown()
	}
	test, verdict, err := c.rules().Trend(all, known)
	trend.Falling, trend.P, trend.Verdict = test.Z < 0, test.P, verdict
	return trend, err == nil && len(all) >= leastSteps
}
