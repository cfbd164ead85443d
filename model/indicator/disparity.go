package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// tierSteps are the steps of the race disparity ratio.
var tierSteps = [][2]model.Tier{
	{model.Lower, model.Middle},
	{model.Middle, model.Upper},
	{model.Lower, model.Upper},
}

// disparity computes the race disparity ratios of a year: for non-clinical and
// clinical staff apart, (White in the upper tier / White in the lower) over the
// same for BME staff. Which bands make a tier is a setting.
func (c *computation) disparity(ret *model.Return) []Disparity {
	var all []Disparity
	for _, category := range []model.StaffCategory{model.NonClinical, model.Clinical, model.AnyCategory} {
		var tiers [model.Upper + 1]model.Tally
		staff := 0
		for post, t := range ret.Workforce {
			if tier := c.settings.Tiers[post.Band]; post.Category == category && tier != model.NoTier {
				tiers[tier].AddTally(t)
				staff += t.Total()
			}
		}
		if staff == 0 {
			continue
		}
		for _, step := range tierSteps {
			all = append(all, c.disparityStep(ret, category, step, tiers))
		}
	}
	return all
}

func (c *computation) disparityStep(ret *model.Return, category model.StaffCategory, step [2]model.Tier, tiers [model.Upper + 1]model.Tally) Disparity {
	d := Disparity{Year: ret.Year, Category: category, From: step[0], To: step[1], Note: ret.WorkforceNote}
	for i, g := range []model.Group{model.White, model.BME} {
		d.Counts[i] = [2]int{tiers[step[0]].Group(g), tiers[step[1]].Group(g)}
	}
	white, bme := d.Counts[0], d.Counts[1]
	value, _ := stats.OddsRatio(white[1], white[0], bme[1], bme[0])
	if odds, err := stats.Disparity(white[1], white[0], bme[1], bme[0], c.settings.Level); err == nil {
		value = &odds.Estimate
	}
	if d.Refused = c.refusedTiers(ret, category, step); !d.Refused {
		d.Value = value
	}
	return d
}
