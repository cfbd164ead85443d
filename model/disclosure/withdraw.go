package disclosure

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// withdraw takes back from results everything that was computed from a count which is
// hidden in them now, and what is said of all figures of a year together it says anew.
// What is left is what would have been computed from the counts that are shown.
func withdraw(r *indicator.Results) {
	for i := range r.Series {
		s := &r.Series[i]
		for j := range s.Figures {
			f, workforce := &s.Figures[j], r.Indicator(indicator.WorkforceID).Figure(s.Figures[j].Year)
			withdrawFigure(r, s.Indicator, f, workforce)
			if r.Settings.Rounded > 0 {
				recount(s.Indicator, f, workforce)
			}
		}
	}
	r.Restate()
	for i := range r.Series {
		s := &r.Series[i]
		for j := range s.Changes {
			rounded := r.Settings.Rounded > 0
			if withdrawStep(s, &s.Changes[j], rounded); rounded {
				recountStep(s, &s.Changes[j])
			}
		}
	}
}

// withdrawFigure takes back what rests on hidden counts in one figure. workforce is the
// figure of the workforce in that year.
func withdrawFigure(r *indicator.Results, ind *indicator.Indicator, f, workforce *indicator.Figure) {
	for g := range f.Groups {
		if f.Groups[g].HiddenRate() {
			f.Groups[g].Rate = nil
		}
	}
	switch ind.Shape {
	case indicator.Likelihood:
		withdrawRatio(f)
		for i := range f.Parts {
			withdrawPart(&f.Parts[i])
		}
	case indicator.Survey:
		withdrawSurvey(f, workforce)
	case indicator.Board:
		withdrawBoard(f, workforce)
	case indicator.Bands:
		withdrawRows(f, r.Settings)
	}
	withdrawMissing(f, r.Settings.Thresholds.SmallCount)
	if f.Warnings = slices.DeleteFunc(f.Warnings, func(w indicator.Warning) bool {
		return rests(f, w) || w.Kind == indicator.StaffWithoutBand && w.N < r.Settings.Thresholds.SmallCount
	}); len(f.Warnings) == 0 {
		f.Warnings = nil // as if there had been none
	}
}

// withdrawMissing takes back how many people a figure lacks where these are few. Their rows
// are said all the same.
func withdrawMissing(f *indicator.Figure, small int) {
	few := func(n int) bool { return n > 0 && n < small }
	if i := f.Incomplete; i != nil && (few(i.AtLeast) || i.AtMost != nil && few(*i.AtMost)) {
		f.Incomplete = &indicator.Incomplete{Rows: i.Rows, Cells: i.Cells, Hidden: true}
	}
}

// withdrawSurvey takes back a gap of too few answers, and what was said of one without
// respondents, which rests on how many staff there are of each group.
func withdrawSurvey(f, workforce *indicator.Figure) {
	bme, white := &f.Groups[model.BME], &f.Groups[model.White]
	if f.HiddenRatio() {
		f.Difference, f.Doubt = nil, indicator.Doubt{}
	}
	unnumbered := bme.AtRisk == nil || white.AtRisk == nil
	if unnumbered && workforce != nil && (workforce.Groups[model.White].HiddenEvents || workforce.Groups[model.BME].HiddenEvents) {
		f.Doubt = indicator.Doubt{}
		f.Warnings = slices.DeleteFunc(f.Warnings, func(w indicator.Warning) bool {
			return w.Kind == indicator.FewAnswersEver || w.Kind == indicator.FewAnswers
		})
	}
}

// withdrawRatio takes back what is said of two groups, and what those of unknown
// ethnicity could change, where a count behind it is hidden.
func withdrawRatio(f *indicator.Figure) {
	if f.HiddenUnknowns() {
		f.Unknowns = nil
	}
	if f.HiddenRatio() {
		f.Ratio, f.Difference, f.Doubt = nil, nil, indicator.Doubt{}
	}
	if f.Adjusted != nil {
		f.Adjusted, f.HiddenAdjusted = nil, true
	}
}

func withdrawPart(p *indicator.Part) {
	for g := range p.Groups {
		if p.Groups[g].HiddenRate() {
			p.Groups[g].Rate, p.Warnings = nil, nil
		}
	}
	if p.HiddenRatio() {
		p.Ratio, p.Difference, p.Verdict = nil, nil, judge.NoVerdict
	}
}

func withdrawBoard(f, workforce *indicator.Figure) {
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
			if row.Part == indicator.WholeBoard {
				f.Doubt = indicator.Doubt{}
			}
		}
	}
}

// withdrawRows takes back the shares of bands and clusters, and what is said of them
// beside each other: the tests of the rows of a staff category rest on the share of each
// of them, and a verdict on those of unknown ethnicity in each too.
func withdrawRows(f *indicator.Figure, settings model.Settings) {
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior, f.Categories} {
		for i := range rows {
			row := &rows[i]
			if row.Hidden.Share() {
				row.Share = nil
			}
			if row.Hidden.Total {
				row.Refused = true // the total is not there
			}
		}
	}
	f.Ethnicities = nil // of each band, by category: never to be published
	if settings.Rounded > 0 {
		return // nothing is said of them beside each other
	}
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters} {
		for i := range rows {
			row := &rows[i]
			shares, groups := hiddenIn(f, row.Category, row.Cluster != 0)
			row.Hidden.Standing, row.Hidden.Tests = shares || groups, shares
			if shares {
				row.Standing = judge.Standing{}
			} else if groups {
				row.Verdict = judge.NoVerdict
			}
		}
	}
	cluster := indicator.SeniorCluster(settings)
	for i := range f.Senior {
		row := &f.Senior[i]
		if row.Standing = (judge.Standing{}); cluster == 0 {
			continue
		}
		for _, other := range f.Clusters {
			if other.Cluster == cluster && other.Category == row.Category {
				row.Standing, row.Hidden.Standing, row.Hidden.Tests = other.Standing, other.Hidden.Standing, other.Hidden.Tests
			}
		}
	}
	f.Trends = slices.DeleteFunc(f.Trends, func(t indicator.BandTrend) bool {
		shares, groups := hiddenIn(f, t.Category, false)
		if shares || groups {
			f.HiddenTrends = append(f.HiddenTrends, t.Category)
		}
		return shares || groups
	})
}

// hiddenIn reports whether a share is hidden in any band, or any cluster, of a category,
// and whether a count of a group is.
func hiddenIn(f *indicator.Figure, category model.StaffCategory, clusters bool) (shares, groups bool) {
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
func rests(f *indicator.Figure, w indicator.Warning) bool {
	any := slices.ContainsFunc(f.Groups[:], func(g indicator.GroupFigure) bool { return g.HiddenRate() }) ||
		slices.ContainsFunc(f.Board, func(row indicator.BoardRow) bool { return row.Hidden.Any() })
	switch w.Kind {
	case indicator.MoreThanAtRisk, indicator.NobodyAtRisk, indicator.NoReferenceEvents, indicator.FewRespondents:
		return any
	case indicator.NoSuchMembers:
		return any
	case indicator.ShareBetween, indicator.RatioBetween, indicator.BoardBetween:
		return true // on how many people of each group are missing, which may be few
	case indicator.NothingHappened, indicator.EverythingHappened, indicator.FewEvents, indicator.NoUpperLimit:
		return f.HiddenRatio()
	case indicator.UnknownsDecide:
		return f.HiddenUnknowns()
	case indicator.BandsExplain:
		return true
	case indicator.StaffWithoutBand:
		return any || slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool { return row.Hidden.Any() })
	}
	return false
}

// withdrawStep marks a step of which a count is hidden in one of its years.
func withdrawStep(s *indicator.Series, step *indicator.Change, rounded bool) {
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
		if s.Indicator.Shape == indicator.Bands && f.Groups[model.Unknown].HiddenEvents && !rounded {
			step.Hidden = true // it is judged with them and without
		}
	}
	if step.Hidden {
		step.Value, step.P, step.Verdict = nil, nil, judge.NoVerdict
	}
}
