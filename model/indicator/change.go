package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// changes lists the steps of a series between neighbouring reported years.
func changes(s *Series) []Change {
	var all []Change
	var last *Figure
	for i := range s.Figures {
		f := &s.Figures[i]
		if f.State != model.Reported {
			continue
		}
		if last != nil {
			for _, c := range changesBetween(s.Indicator, last, f) {
				c.Reworded = f.Reworded != nil
				all = append(all, c)
			}
		}
		last = f
	}
	return all
}

func changesBetween(ind *Indicator, from, to *Figure) []Change {
	points := func(group string, a, b *stats.Estimate) Change {
		return Change{From: from.Year, To: to.Year, Group: group, Of: Points, Value: minus(b, a)}
	}
	rate := func(f *Figure, g model.Group) *stats.Estimate { return f.Groups[g].Rate }
	switch ind.Kind {
	case Bands:
		return []Change{points("bme", rate(from, model.BME), rate(to, model.BME))}
	case Survey:
		return []Change{
			points("bme", rate(from, model.BME), rate(to, model.BME)),
			points("white", rate(from, model.White), rate(to, model.White)),
			points("gap", from.Difference, to.Difference),
		}
	case Board:
		return []Change{points("gap", from.Headline(ind), to.Headline(ind))}
	}
	return []Change{{From: from.Year, To: to.Year, Of: RatioOfRatios, Value: over(to.Ratio, from.Ratio)}}
}

func minus(a, b *stats.Estimate) *stats.Estimate {
	if a == nil || b == nil {
		return nil
	}
	return &stats.Estimate{Value: a.Value - b.Value}
}

func over(a, b *stats.Estimate) *stats.Estimate {
	if a == nil || b == nil || b.Value == 0 {
		return nil
	}
	return &stats.Estimate{Value: a.Value / b.Value}
}
