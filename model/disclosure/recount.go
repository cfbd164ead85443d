package disclosure

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
)

// recount computes what is there of a figure anew from its counts, which are rounded:
// shares, ratios and differences. An interval or a test would take them for the counts that
// there are, so there are none, and where there would be a verdict it is that none can be
// given. workforce is the figure of the workforce in that year, recounted before.
func recount(ind *indicator.Indicator, f, workforce *indicator.Figure) {
	recountGroups(ind, f.Groups[:], &f.Ratio, &f.Difference)
	f.Doubt = indicator.Doubt{Verdict: unjudged(f.Verdict)}
	if ind.Shape == indicator.Survey && (f.Groups[model.White].AtRisk == nil || f.Groups[model.BME].AtRisk == nil) {
		f.Verdict = judge.NoVerdict // which it lacks the respondents for
	}
	for i := range f.Parts {
		p := &f.Parts[i]
		recountGroups(ind, p.Groups[:], &p.Ratio, &p.Difference)
		p.Verdict, p.Warnings = unjudged(p.Verdict), recountWarnings(ind, p.Warnings, p.Groups)
	}
	for i := range f.Board {
		recountBoard(&f.Board[i], workforce)
	}
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior, f.Categories} {
		for i := range rows {
			row := &rows[i]
			if row.Share != nil {
				row.Share = share(*row.Counts[model.BME], row.Total)
			}
			row.Standing = judge.Standing{Verdict: unjudged(row.Verdict)}
		}
	}
	for i := range f.Disparity {
		if d := &f.Disparity[i]; d.Value != nil {
			d.Value, _ = stats.OddsRatio(d.Counts[0][1], d.Counts[0][0], d.Counts[1][1], d.Counts[1][0])
		}
	}
	f.Trends = nil
	f.Warnings = recountWarnings(ind, f.Warnings, f.Groups)
}

// unjudged is the verdict that stands in place of one on counts that were not rounded.
func unjudged(v judge.Verdict) judge.Verdict {
	if v == judge.NoVerdict {
		return v
	}
	return judge.Rounded
}

// share is a share of people, without an interval.
func share(n, of int) *stats.Estimate {
	e, _ := stats.Proportion(stats.Count{Events: n, AtRisk: of})
	return e
}

// bare is an estimate without its interval.
func bare(e *stats.Estimate) *stats.Estimate {
	if e == nil {
		return nil
	}
	return &stats.Estimate{Value: e.Value}
}

// recountGroups computes the rates of groups and what is made of two. Rates that were given
// without their events, as those of a survey are, stay as they were given.
func recountGroups(ind *indicator.Indicator, groups []indicator.GroupFigure, ratio, difference **stats.Estimate) {
	counted := true
	for g := range groups {
		of := &groups[g]
		switch {
		case of.Rate == nil:
		case of.Events != nil && of.AtRisk != nil:
			of.Rate = share(*of.Events, *of.AtRisk)
		default:
			of.Rate, counted = bare(of.Rate), false
		}
	}
	count := func(g model.Group) stats.Count {
		return stats.Count{Events: *groups[g].Events, AtRisk: *groups[g].AtRisk}
	}
	if *ratio != nil {
		*ratio, _ = stats.RiskRatio(count(ind.Compare), count(ind.Reference))
	}
	if *difference = bare(*difference); *difference != nil && counted {
		*difference, _ = stats.RiskDifference(count(model.BME), count(model.White))
	}
}

// recountBoard computes the share of a part of the board, and how far it is from that of
// the workforce.
func recountBoard(row *indicator.BoardRow, workforce *indicator.Figure) {
	if row.Share != nil {
		row.Share = share(*row.Counts[model.BME], *row.Total)
	}
	if row.Workforce != nil {
		row.Workforce = workforce.Groups[model.BME].Rate
	}
	if row.Difference != nil {
		row.Difference = &stats.Estimate{Value: row.Share.Value - row.Workforce.Value}
	}
}

// ofExactCounts are the warnings that tell more than rounded counts do, or that are about an
// interval or a test.
var ofExactCounts = []indicator.WarningKind{
	indicator.ShareBetween, indicator.RatioBetween, indicator.BoardBetween, indicator.NothingHappened, indicator.EverythingHappened,
	indicator.FewEvents, indicator.NoUpperLimit, indicator.UnknownsDecide, indicator.StaffWithoutBand, indicator.SidesUnknown,
	indicator.FewAnswers, indicator.FewAnswersEver, indicator.SameAnswers,
}

// recountWarnings gives the warnings that hold of rounded counts too, with these in them.
func recountWarnings(ind *indicator.Indicator, all []indicator.Warning, groups [model.GroupCount]indicator.GroupFigure) []indicator.Warning {
	var kept []indicator.Warning
	for _, w := range all {
		switch of := groups[w.Group]; {
		case slices.Contains(ofExactCounts, w.Kind):
			continue
		case w.Kind == indicator.MoreThanAtRisk:
			w.N, w.Of = *of.Events, *of.AtRisk
		case w.Kind == indicator.NoReferenceEvents:
			w.N = *groups[ind.Reference].AtRisk
		}
		kept = append(kept, w)
	}
	return kept
}

// recountStep takes from a step between two years, that was computed from rounded counts,
// what only exact ones could say.
func recountStep(s *indicator.Series, step *indicator.Change) {
	judged := step.Verdict != judge.NoVerdict || s.Figure(step.From).Verdict == judge.Rounded && s.Figure(step.To).Verdict == judge.Rounded
	step.Value, step.P, step.Verdict = bare(step.Value), nil, judge.NoVerdict
	if judged && step.Value != nil && !step.Reworded {
		step.Verdict = judge.Rounded
	}
}
