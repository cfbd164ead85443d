package indicator

import (
	"wres/model"
	"wres/model/judge"
)

// Compute makes the results of an organisation under its settings, for every
// year from its first return to its last. It does not change the organisation.
func Compute(o *model.Organisation) *Results {
	c := &computation{o, choices{o.Settings}}
	r := &Results{Organisation: o.Name, Example: o.Example, Settings: o.Settings, Years: everyYear(o.Years())}
	for _, ind := range catalogue {
		s := Series{Indicator: ind}
		for _, y := range r.Years {
			s.Figures = append(s.Figures, c.figure(ind, y))
		}
		c.flagRewording(&s)
		s.Changes = c.changes(&s)
		r.Series = append(r.Series, s)
	}
	for _, y := range r.Years {
		r.takeTogether(y)
	}
	return r
}

// computation is what the shapes count from.
type computation struct {
	organisation *model.Organisation
	choices
}

// choices are the settings under which counts are compared and judged.
type choices struct{ settings model.Settings }

func (c *choices) rules() judge.Rules { return judge.For(c.settings) }

func everyYear(years []model.Year) []model.Year {
	var all []model.Year
	if len(years) > 0 {
		for y := years[0]; y <= years[len(years)-1]; y++ {
			all = append(all, y)
		}
	}
	return all
}

// figure computes one indicator in one year. What the return says to withhold
// is withheld whatever counts are there; a return that says that figures were
// not collected, beside figures, is contradicted by them, and the figures stand.
func (c *computation) figure(ind *Indicator, y model.Year) Figure {
	f := c.ownFigure(ind, y)
	for _, b := range c.organisation.Benchmarks {
		if b.Indicator == ind.ID && b.Year == y {
			f.Benchmarks = append(f.Benchmarks, b)
		}
	}
	return f
}

// ownFigure is the figure without what to compare it with.
func (c *computation) ownFigure(ind *Indicator, y model.Year) Figure {
	f := Figure{Year: y}
	if ret := c.organisation.Return(y); ret != nil {
		status, said := ret.Statuses[ind.ID]
		if said && status.State == model.Withheld {
			f.State, f.Reason = status.State, status.Reason
			return f
		}
		count := ind.figure
		if count == nil {
			count = ind.Shape.figure
		}
		f = count(c, ind, ret)
		f.Year = y
		c.lacking(&f, ind, ret)
		if said && f.State == model.Reported && status.State != model.Reported {
			f.warn(Warning{Kind: FiguresContradictState, State: status.State})
		}
		if said && f.State != model.Reported && status.State != model.Reported {
			f.State, f.Reason, f.Needs = status.State, status.Reason, 0
		}
		if said && f.State != model.Reported && status.State == model.Reported {
			f.warn(Warning{Kind: StateWithoutFigures})
		}
	}
	return f
}
