package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// BandTrend says whether the BME share rises or falls from band to band of Agenda for
// Change and VSM, in one staff category.
type BandTrend struct {
	Category model.StaffCategory
	Falling  bool
	P        float64
	Clear    bool
}

// leastSteps is how many bands make a trend.
const leastSteps = 3

// trends tests each staff category for a share that rises or falls with the band. One
// with a count that is not known has none.
func (c *computation) trends(rows []BandRow, notWhole map[model.StaffCategory]bool) []BandTrend {
	var all []BandTrend
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Category == rows[start].Category {
			end++
		}
		if trend, ok := c.trend(rows[start:end]); ok && !notWhole[trend.Category] {
			all = append(all, trend)
		}
		start = end
	}
	return all
}

func (c *computation) trend(rows []BandRow) (BandTrend, bool) {
	var counts []stats.Count
	var scores []float64
	for _, row := range rows {
		if row.Band.Medical() {
			continue
		}
		if row.Refused || row.Counts[model.BME] == nil {
			return BandTrend{}, false
		}
		counts = append(counts, stats.Count{Events: *row.Counts[model.BME], AtRisk: row.Total})
		scores = append(scores, float64(len(scores)+1))
	}
	t, err := stats.CochranArmitage(counts, scores)
	if err != nil || len(counts) < leastSteps {
		return BandTrend{}, false
	}
	return BandTrend{Category: rows[0].Category, Falling: t.Z < 0, P: t.P, Clear: t.P < c.rules().Alpha()}, true
}
