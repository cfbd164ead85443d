package meeting

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/whatif"
	"wres/model/words"
	"wres/model/words/benchmarks"
)

// teller tells the story of a finding.
type teller struct {
	Source
	words.Voice
	found  *findings.Finding
	series *indicator.Series
	figure *indicator.Figure
}

func (s Source) story(w words.Voice, f *findings.Finding) *Story {
	series := s.Results.Indicator(f.Indicator.ID)
	t := teller{s, w, f, series, series.Figure(s.Year)}
	story := &Story{Indicator: f.Indicator, Bands: f.Bands, Years: f.Values, Bars: t.bars(), Answers: s.Plan.Answers(f, s.Safe),
		Asks: t.asks()}
	if takes := t.takes(); takes.Needs != "" {
		story.Caveat, story.Takes, story.Then = whatif.InShort, s.Safe.Line(takes.Needs), s.Safe.Line(takes.Then)
	}
	story.Said, story.Doubt = s.Safe.Line(f.Told.Said), s.Safe.Line(strings.TrimSpace(f.Told.Noted+" "+f.Told.Doubt))
	for _, v := range f.Values {
		if v.Year == s.Year {
			story.Figure, story.Unit = figure(v.Words)
		}
	}
	switch bme := s.Safe.Line(w.Labels.Short(model.BME)); {
	case story.Unit != "":
	case f.Topic == findings.Senior:
		story.Unit = bme + " staff in bands 8c and above"
	case f.Indicator.Shape.Of(f.Indicator).Ratio():
		story.Unit = "times"
	default:
		story.Unit = bme + " staff"
	}
	if f.Topic != findings.Bands && f.Topic != findings.Senior {
		story.Beside = t.beside()
	}
	return story
}

// bars gives the two shares that the finding is about.
func (t teller) bars() []Bar {
	label, short := func(g model.Group) string { return t.Safe.Line(t.Labels.Label(g)) }, func(g model.Group) string { return t.Safe.Line(t.Labels.Short(g)) }
	ind, f := t.found.Indicator, t.figure
	switch {
	case t.found.Topic == findings.Senior:
		return t.seniorBars()
	case t.found.Topic == findings.Bands:
		return t.clearBands()
	case ind.Shape == indicator.Board:
		row := f.BoardRow(indicator.WholeBoard)
		if row == nil || row.Share == nil || row.Workforce == nil {
			return nil
		}
		return []Bar{{"Board", "Board", words.PartText(row), estimate(row.Share.Value), model.BME}, {"Workforce", "Workforce", "", estimate(row.Workforce.Value), model.White}}
	case ind.Shape == indicator.Bands:
		return t.yearBars()
	}
	var bars []Bar
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		if of := f.Groups[g]; of.Rate != nil {
			counts := words.OfText(of)
			if of.Events == nil && of.AtRisk != nil {
				counts = "of " + words.Thousands(*of.AtRisk)
			} else if of.AtRisk == nil {
				counts = ""
			}
			bars = append(bars, Bar{label(g), short(g), counts, *of.Rate, g})
		}
	}
	return bars
}

// estimate is a share of which everybody is counted.
func estimate(share float64) stats.Estimate { return stats.Estimate{Value: share} }

// yearBars gives the share of all staff in each year.
func (t teller) yearBars() []Bar {
	var bars []Bar
	for i := range t.series.Figures {
		f := &t.series.Figures[i]
		if e := f.Headline(t.found.Indicator); e != nil && f.Year <= t.Year {
			bars = append(bars, Bar{f.Year.String(), f.Year.String(), t.Counts(t.found.Indicator, f), estimate(e.Value), model.BME})
		}
	}
	return bars[max(len(bars)-4, 0):]
}

// seniorBars sets the bands 8c and above beside the other bands.
func (t teller) seniorBars() []Bar {
	var bars []Bar
	if row := t.figure.SeniorRow(t.found.Category); row != nil && row.Share != nil {
		bars = append(bars, bandBar("Bands 8c and above", "8c and up", row, model.BME))
	}
	if row := t.Results.BelowSenior(t.figure, t.found.Category); row != nil && row.Share != nil {
		bars = append(bars, bandBar("The other bands", "others", row, model.White))
	}
	return bars
}

func bandBar(name, short string, row *indicator.BandRow, g model.Group) Bar {
	return Bar{name, short, words.Thousands(*row.Counts[model.BME]) + " of " + words.Thousands(row.Total), *row.Share, g}
}

// mostBands is how many bands that stand out are drawn.
const mostBands = 6

// clearBands gives the bands of a staff category that stand out, or its clusters where no
// band does.
func (t teller) clearBands() []Bar {
	for _, rows := range [][]indicator.BandRow{t.figure.Bands, t.figure.Clusters} {
		var bars []Bar
		for i := range rows {
			if row := &rows[i]; row.Category == t.found.Category && row.Verdict.Clear() && row.Share != nil {
				name := "Band " + row.Band.String()
				if row.Cluster != 0 {
					name = fmt.Sprintf("Cluster %d", row.Cluster)
				}
				bars = append(bars, bandBar(name, strings.TrimPrefix(name, "Band "), row, model.BME))
			}
		}
		if len(bars) > 0 {
			return bars[:min(len(bars), mostBands)]
		}
	}
	return nil
}

// takes says what it would take to be level.
func (t teller) takes() whatif.Answer {
	switch t.found.Topic {
	case findings.Whole:
		return whatif.Level(t.Voice, t.Results, t.found.Indicator, t.figure)
	case findings.Senior:
		if row := t.figure.SeniorRow(t.found.Category); row != nil {
			return whatif.LevelOfBand(t.Voice, t.Results, t.found.Indicator, t.figure, row, "bands 8c and above")
		}
	}
	return whatif.Answer{}
}

// beside gives what the figure can be compared with, each with its year.
func (t teller) beside() []string {
	var said []string
	for _, b := range whatif.Latest(t.Results, t.found.Indicator, t.Year) {
		parts := []string{t.Safe.Line(b.Scope), t.Safe.Line(benchmarks.Of(t.Voice, t.found.Indicator, b)), benchmarks.Value(t.Voice, b), "(" + b.Year.String() + ")"}
		said = append(said, strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " "))
	}
	return said
}

// notInData answers what the extracts do not say.
const notInData = "Not in the data."

// asks says what somebody may ask of a year's recruitment, of which the extract can hold
// more than the two groups. What it does not hold is in one question.
func (t teller) asks() []Ask {
	if !t.found.Indicator.Parted() {
		return nil
	}
	part := func(is func(*indicator.Part) bool) string {
		for i := range t.figure.Parts {
			if p := &t.figure.Parts[i]; is(p) {
				return t.Safe.Line(words.Part(t.Voice, t.found.Indicator, p))
			}
		}
		return notInData
	}
	bands := t.AdjustedSentence(t.figure)
	if bands == "" {
		bands = notInData
	}
	var asks []Ask
	var absent []string
	for _, ask := range []Ask{
		{"By pay band?", bands},
		{"Without a campaign?", part(func(p *indicator.Part) bool { return p.Without })},
		{"External only?", part(func(p *indicator.Part) bool { return p.Internal == model.No })},
	} {
		if ask.Answer == notInData {
			absent = append(absent, ask.Question)
			continue
		}
		asks = append(asks, ask)
	}
	if len(absent) > 0 {
		asks = append(asks, Ask{strings.Join(absent, " "), notInData})
	}
	return asks
}
