package spoken

import (
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

// shapes say a figure that has a value in short sentences, by how it is counted.
var shapes = map[indicator.Shape]struct {
	figure    func(words.Voice, *indicator.Indicator, *indicator.Figure) []string // nil of one that it cannot say
	intervals func(words.Voice, *indicator.Indicator, *indicator.Figure) []string
}{
	indicator.Bands:      {workforce, groupIntervals},
	indicator.Likelihood: {likelihood, likelihoodIntervals},
	indicator.Survey:     {survey, surveyIntervals},
	indicator.Board:      {board, boardIntervals},
}

// Figure says what a figure shows with the counts behind it, a line each; of one without a
// value, why there is none.
func Figure(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	if f.State == model.Reported && !f.HiddenHeadline(ind) {
		if lines := shapes[ind.Shape].figure(w, ind, f); len(lines) > 0 {
			return lines
		}
	}
	return Lines(w.Sentence(ind, f))
}

// Intervals says between what values the shares and the headline of a figure may lie.
func Intervals(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	return shapes[ind.Shape].intervals(w, ind, f)
}

func people(w words.Voice, ind *indicator.Indicator, g model.Group) string {
	return w.Labels.Sentence(g) + " " + ind.People
}

// share says a group's share with its counts: "33.7 percent, 144 of 427".
func share(w words.Voice, g indicator.GroupFigure) string {
	said := w.Percent(g.Rate.Value)
	switch {
	case g.Events != nil && g.AtRisk != nil:
		said += ", " + words.OfText(g)
	case g.AtRisk != nil:
		said += " of " + words.Thousands(*g.AtRisk)
	}
	return said
}

func likelihood(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
	if f.Ratio == nil || top.Rate == nil || bottom.Rate == nil || top.Events == nil || bottom.Events == nil || *top.Events == 0 || *bottom.Events == 0 {
		return nil
	}
	said := people(w, ind, ind.Compare) + " were " + words.RatioText(f.Ratio.Value) + " times as likely to " + ind.Event
	against := w.Labels.Label(ind.Reference) + " " + ind.People
	lines := []string{Text(said + " as " + against + ".")}
	if length(lines[0]) > Width {
		lines = Lines(said+".", "That is in comparison with "+against+".")
	}
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		lines = append(lines, Labelled(people(w, ind, g), share(w, f.Groups[g]))...)
	}
	return lines
}

func survey(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	of, beside := f.Groups[ind.Compare], f.Groups[ind.Reference]
	if of.Rate == nil || beside.Rate == nil {
		return nil
	}
	lines := Labelled("Counted", ind.People+" who "+ind.Happened)
	lines = append(lines, Labelled(people(w, ind, ind.Compare), share(w, of))...)
	lines = append(lines, Labelled(people(w, ind, ind.Reference), share(w, beside))...)
	if of.Rate.Value == beside.Rate.Value {
		return append(lines, "There is no gap.")
	}
	points, _ := words.Distance(w, of.Rate.Value-beside.Rate.Value)
	return append(lines, Labelled("The gap", points+words.BeforeRounding(w, of.Rate.Value, beside.Rate.Value)+", "+
		side(of.Rate.Value-beside.Rate.Value)+" among "+w.Labels.Label(ind.Compare)+" "+ind.People)...)
}

func side(difference float64) string {
	if difference < 0 {
		return "lower"
	}
	return "higher"
}

func workforce(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	all := f.Headline(ind)
	if all == nil {
		return nil
	}
	lines := Labelled("All staff", w.Percent(all.Value)+" "+w.Labels.Label(model.BME)+", "+w.Counts(ind, f)+" staff")
	return append(lines, Lines(words.Known(w, f))...)
}

// parts are what the parts of a board are called.
var parts = map[indicator.BoardPart]string{
	indicator.WholeBoard: "The whole board", indicator.Voting: "Voting members", indicator.NonVoting: "Members without a vote",
	indicator.Executive: "Executive members", indicator.NonExecutive: "Non-executive members",
}

func board(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	all := f.BoardRow(indicator.WholeBoard)
	if all == nil || all.Share == nil || all.Difference == nil {
		return nil
	}
	var lines []string
	for i := range f.Board {
		if row := &f.Board[i]; row.Share != nil || row.Hidden.Any() {
			said := words.PartText(row) + " " + w.Labels.Label(model.BME)
			if row.Share != nil {
				said += ", " + w.Percent(row.Share.Value)
			}
			lines = append(lines, Labelled(parts[row.Part], said)...)
		}
	}
	if all.Workforce != nil {
		lines = append(lines, Labelled("The workforce", w.Percent(all.Workforce.Value)+" "+w.Labels.Label(model.BME))...)
	}
	points, below := words.Distance(w, all.Difference.Value)
	switch {
	case all.Difference.Value == 0:
		return append(lines, "The board has the same share as the workforce.")
	case below:
		return append(lines, Lines("The board is "+points+" below the workforce.")...)
	}
	return append(lines, Lines("The board is "+points+" above the workforce.")...)
}

// interval says an interval under what it is of; nothing where there is none.
func interval(of string, e *stats.Estimate, limits string) []string {
	if e == nil || e.Interval == nil || limits == "" {
		return nil
	}
	return Labelled(of, limits+", "+words.IntervalName(e.Interval.Level))
}

func groupIntervals(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) (lines []string) {
	for _, g := range []model.Group{model.White, model.BME} {
		if e := f.Groups[g].Rate; e != nil {
			lines = append(lines, interval(strings.TrimSpace(people(w, ind, g)), e, w.PercentInterval(e))...)
		}
	}
	return lines
}

func likelihoodIntervals(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	return append(interval("The ratio", f.Ratio, w.RatioInterval(f.Ratio)), groupIntervals(w, ind, f)...)
}

func surveyIntervals(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	return append(interval("The gap", f.Difference, pointsRange(w, f.Difference)), groupIntervals(w, ind, f)...)
}

func boardIntervals(w words.Voice, _ *indicator.Indicator, f *indicator.Figure) (lines []string) {
	for i := range f.Board {
		if row := &f.Board[i]; row.Share != nil {
			lines = append(lines, interval(parts[row.Part], row.Share, w.PercentInterval(row.Share))...)
		}
	}
	return lines
}

// pointsRange says the ends of an interval of a gap, each with the side that it is on.
func pointsRange(w words.Voice, e *stats.Estimate) string {
	if e == nil || e.Interval == nil {
		return ""
	}
	lower, _ := words.Distance(w, e.Interval.Lower)
	upper, _ := words.Distance(w, e.Interval.Upper)
	return lower + " " + side(e.Interval.Lower) + " to " + upper + " " + side(e.Interval.Upper)
}

// Share says a band's share with its counts, or why there is none.
func Share(w words.Voice, row *indicator.BandRow) string {
	switch {
	case row == nil:
		return "no figure"
	case row.Hidden.Share():
		return "hidden to protect people"
	case row.Refused:
		return "not available, as a count was refused"
	case row.Share == nil || row.Counts[model.BME] == nil:
		return "not available"
	}
	said, few := words.BandShare(w, row)
	if few {
		return said
	}
	return said + ", " + words.Thousands(*row.Counts[model.BME]) + " of " + words.Thousands(row.Total)
}

// ShareAlone is Share without its counts, for years beside each other.
func ShareAlone(w words.Voice, row *indicator.BandRow) string {
	said := Share(w, row)
	alone, _, counted := strings.Cut(said, ", ")
	if counted && !strings.HasPrefix(said, "not ") {
		return alone
	}
	return said
}

// Parity says what would have made an event as likely in both groups.
func Parity(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	if f.Parity == nil || ind.Gain[0] == "" || f.Groups[ind.Compare].Events == nil {
		return nil
	}
	gains := func(n int) string {
		if n == 1 {
			return "1 " + ind.Gain[0]
		}
		return words.Thousands(n) + " " + ind.Gain[1]
	}
	others := w.Labels.Label(ind.Reference) + " " + ind.People
	return append(Labelled("At parity", words.Thousands(f.Parity.Moved)+" of the "+gains(*f.Groups[ind.Compare].Events)+" would have gone to "+others),
		Lines("Or there would have been "+words.Thousands(f.Parity.Extra)+" more, all for "+others+".")...)
}

// Formula says with its numbers how a figure is made of its counts.
func Formula(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	if f.Headline(ind) == nil || f.HiddenHeadline(ind) {
		return nil
	}
	divided := func(name string, n, of *int, e *stats.Estimate) []string {
		switch {
		case n != nil && of != nil:
			return Labelled(name, words.Thousands(*n)+" divided by "+words.Thousands(*of)+" is "+w.Percent(e.Value))
		case e != nil:
			return Labelled(name, w.Percent(e.Value)+", as it is given")
		}
		return nil
	}
	var lines []string
	if row := f.BoardRow(indicator.WholeBoard); row != nil && row.Workforce != nil {
		lines = append(divided("The board", row.Counts[model.BME], row.Total, row.Share), Labelled("The workforce", w.Percent(row.Workforce.Value))...)
		return append(lines, "The figure is the first less the second.")
	}
	if ind.Shape == indicator.Bands {
		return Labelled("The figure", w.Counts(ind, f)+" is "+w.Headline(ind, f))
	}
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		if gf := f.Groups[g]; gf.Rate != nil {
			lines = append(lines, divided(people(w, ind, g), gf.Events, gf.AtRisk, gf.Rate)...)
		}
	}
	if ind.Shape.Of(ind).Ratio() {
		return append(lines, Labelled("The figure", "the first divided by the second, "+words.RatioText(f.Headline(ind).Value))...)
	}
	return append(lines, "The figure is the first less the second.")
}
