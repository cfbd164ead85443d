package indicator

import (
	"slices"

	"wres/model"
	"wres/model/judge"
)

// Hidden says which counts of a row are hidden to protect people. A hidden count is nil,
// or 0 where it can't be nil, so that whoever does not ask prints nothing of it.
type Hidden struct {
	Groups   model.GroupSet
	Total    bool
	Standing bool // it rests on rows of which a count is hidden
}

// Any reports whether anything of the row is hidden.
func (h Hidden) Any() bool { return h.Groups.Any() || h.Total || h.Standing }

// Share reports whether the BME share of the row is hidden.
func (h Hidden) Share() bool { return h.Groups[model.BME] || h.Total }

// HiddenRate reports whether the rate of the group is hidden.
func (g *GroupFigure) HiddenRate() bool { return g.HiddenEvents || g.HiddenAtRisk }

// HiddenRatio reports whether the ratio of a likelihood is hidden, and all that is said
// of its two groups together.
func (f *Figure) HiddenRatio() bool {
	return f.Groups[model.White].HiddenRate() || f.Groups[model.BME].HiddenRate()
}

// HiddenUnknowns reports whether what people of unknown ethnicity could change is hidden.
func (f *Figure) HiddenUnknowns() bool {
	return f.HiddenRatio() || f.Groups[model.Unknown].HiddenRate()
}

// HiddenRatio reports whether the ratio of a part of recruitment is hidden.
func (p *Part) HiddenRatio() bool {
	return p.Groups[model.White].HiddenRate() || p.Groups[model.BME].HiddenRate()
}

// HiddenHeadline reports whether the headline of a figure is hidden.
func (f *Figure) HiddenHeadline(ind *Indicator) bool {
	switch ind.Shape {
	case Bands:
		return f.Groups[model.BME].HiddenRate()
	case Board:
		row := f.BoardRow(WholeBoard)
		return row != nil && (row.Hidden.Share() || row.HiddenWorkforce)
	}
	return f.HiddenRatio()
}

// Copy gives results whose figures can be changed without a change in the receiver's.
func (r *Results) Copy() *Results {
	c := *r
	c.Series = slices.Clone(r.Series)
	for i := range c.Series {
		s := &c.Series[i]
		s.Figures, s.Changes = slices.Clone(s.Figures), slices.Clone(s.Changes)
		for j := range s.Figures {
			f := &s.Figures[j]
			f.Bands, f.Clusters, f.Senior = slices.Clone(f.Bands), slices.Clone(f.Clusters), slices.Clone(f.Senior)
			f.Trends, f.Disparity, f.Board, f.Parts = slices.Clone(f.Trends), slices.Clone(f.Disparity), slices.Clone(f.Board), slices.Clone(f.Parts)
			f.Warnings = slices.Clone(f.Warnings)
		}
	}
	return &c
}

// Withdraw takes back from results everything that was computed from a count which is
// hidden in them now, and what is said of all figures of a year together it says anew.
// What is left is what would have been computed from the counts that are shown.
func (r *Results) Withdraw() {
	r.Publication = true
	c := &computation{choices: choices{r.Settings}}
	for i := range r.Series {
		s := &r.Series[i]
		for j := range s.Figures {
			f := &s.Figures[j]
			f.HolmP, f.StaysClear = nil, false
			c.withdraw(s.Indicator, f, r.Indicator(WorkforceID).Figure(f.Year))
		}
		s.Changes = c.changes(s)
		for j := range s.Changes {
			s.Changes[j].withdraw(s)
		}
	}
	for _, y := range r.Years {
		r.takeTogether(y)
	}
}

// withdraw takes back what rests on hidden counts in one figure. workforce is the
// figure of the workforce in that year.
func (c *computation) withdraw(ind *Indicator, f *Figure, workforce *Figure) {
	for g := range f.Groups {
		if f.Groups[g].HiddenRate() {
			f.Groups[g].Rate = nil
		}
	}
	switch ind.Shape {
	case Likelihood:
		f.withdrawRatio()
		for i := range f.Parts {
			f.Parts[i].withdraw()
		}
	case Survey:
		if workforce != nil && (workforce.Groups[model.White].HiddenEvents || workforce.Groups[model.BME].HiddenEvents) {
			f.LeastResponse = 0
		}
	case Board:
		f.withdrawBoard(workforce)
	case Bands:
		c.withdrawRows(f)
	}
	f.Warnings = slices.DeleteFunc(f.Warnings, f.rests)
}

// withdrawRatio takes back what is said of two groups, and what those of unknown
// ethnicity could change, where a count behind it is hidden.
func (f *Figure) withdrawRatio() {
	if f.HiddenUnknowns() {
		f.Unknowns = nil
	}
	if f.HiddenRatio() {
		f.Ratio, f.Difference, f.Doubt = nil, nil, Doubt{}
	}
	if f.Adjusted != nil {
		f.Adjusted, f.HiddenAdjusted = nil, true
	}
}

func (p *Part) withdraw() {
	for g := range p.Groups {
		if p.Groups[g].HiddenRate() {
			p.Groups[g].Rate, p.Warnings = nil, nil
		}
	}
	if p.HiddenRatio() {
		p.Ratio, p.Difference, p.Verdict = nil, nil, judge.NoVerdict
	}
}

func (f *Figure) withdrawBoard(workforce *Figure) {
	hidden := workforce != nil && workforce.Groups[model.BME].HiddenRate()
	for i := range f.Board {
		row := &f.Board[i]
		if row.HiddenWorkforce = hidden; hidden {
			row.Workforce = nil
		}
		if row.Hidden.Share() {
			row.Share = nil
		}
		if hidden || row.Hidden.Share() {
			row.Difference = nil
			if row.Part == WholeBoard {
				f.Doubt = Doubt{}
			}
		}
	}
}

// withdrawRows takes back the shares of bands and clusters, and what is said of them
// beside each other: the tests of the rows of a staff category rest on the share of each
// of them, and a verdict on those of unknown ethnicity in each too.
func (c *computation) withdrawRows(f *Figure) {
	for _, rows := range [][]BandRow{f.Bands, f.Clusters, f.Senior} {
		for i := range rows {
			row := &rows[i]
			if row.Hidden.Share() {
				row.Share = nil
			}
			if row.Hidden.Total {
				row.Refused = true // the total is not there
			}
			shares, groups := hiddenIn(f, row.Category, row.Cluster != 0)
			if row.Hidden.Standing = shares || groups; shares {
				row.Standing = judge.Standing{}
			} else if groups {
				row.Verdict = judge.NoVerdict
			}
		}
	}
	cluster := c.seniorCluster()
	for i := range f.Senior {
		row := &f.Senior[i]
		if row.Standing = (judge.Standing{}); cluster == 0 {
			continue
		}
		for _, other := range f.Clusters {
			if other.Cluster == cluster && other.Category == row.Category {
				row.Standing, row.Hidden.Standing = other.Standing, other.Hidden.Standing
			}
		}
	}
	f.Trends = slices.DeleteFunc(f.Trends, func(t BandTrend) bool {
		shares, groups := hiddenIn(f, t.Category, false)
		if shares || groups {
			f.HiddenTrends = append(f.HiddenTrends, t.Category)
		}
		return shares || groups
	})
}

// hiddenIn reports whether a share is hidden in any band, or any cluster, of a category,
// and whether a count of a group is.
func hiddenIn(f *Figure, category model.StaffCategory, clusters bool) (shares, groups bool) {
	rows := f.Bands
	if clusters {
		rows = f.Clusters
	}
	for _, row := range rows {
		if row.Category == category {
			shares, groups = shares || row.Hidden.Share(), groups || row.Hidden.Groups.Any()
		}
	}
	return shares, groups
}

// rests reports whether a warning of a figure rests on a count that is hidden. What is
// said of two groups together rests on both, and all that could be missing on everything.
func (f *Figure) rests(w Warning) bool {
	any := slices.ContainsFunc(f.Groups[:], func(g GroupFigure) bool { return g.HiddenRate() }) ||
		slices.ContainsFunc(f.Board, func(row BoardRow) bool { return row.Hidden.Any() })
	switch w.Kind {
	case MoreThanAtRisk, NobodyAtRisk, NoReferenceEvents, FewRespondents:
		return any
	case ShareBetween, RatioBetween, BoardBetween, NoSuchMembers:
		return any
	case NothingHappened, EverythingHappened, FewEvents, NoUpperLimit:
		return f.HiddenRatio()
	case UnknownsDecide:
		return f.HiddenUnknowns()
	case BandsExplain:
		return true
	case StaffWithoutBand:
		return any || slices.ContainsFunc(f.Bands, func(row BandRow) bool { return row.Hidden.Any() })
	}
	return false
}

// withdraw marks a step of which a count is hidden in one of its years.
func (step *Change) withdraw(s *Series) {
	for _, y := range []model.Year{step.From, step.To} {
		f := s.Figure(y)
		switch step.Group {
		case model.White.String():
			step.Hidden = step.Hidden || f.Groups[model.White].HiddenRate()
		case model.BME.String():
			step.Hidden = step.Hidden || f.Groups[model.BME].HiddenRate()
		default:
			step.Hidden = step.Hidden || f.HiddenHeadline(s.Indicator)
		}
		if s.Indicator.Shape == Bands && f.Groups[model.Unknown].HiddenEvents {
			step.Hidden = true // it is judged with them and without
		}
	}
	if step.Hidden {
		step.Value, step.P, step.Verdict = nil, nil, judge.NoVerdict
	}
}
