package findings

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/plan"
	"wres/model/words"
)

// gatherer finds what a year's figures say.
type gatherer struct {
	voice   words.Voice
	results *indicator.Results
	looks   indicator.Looks
}

// tellers give the findings of a figure by its shape.
var tellers = map[indicator.Shape]func(gatherer, *indicator.Series, *indicator.Figure) []Finding{
	indicator.Bands:      gatherer.ofWorkforce,
	indicator.Likelihood: gatherer.ofComparison,
	indicator.Survey:     gatherer.ofComparison,
	indicator.Board:      gatherer.ofComparison,
}

// ofSeries gives the findings on one indicator in a year.
func (g gatherer) ofSeries(s *indicator.Series, f *indicator.Figure) []Finding {
	if f.State != model.Reported {
		none := g.whole(s, f, judge.NoVerdict)
		none.Verdict = f.State.Words()
		none.tell(words.Told{Said: g.voice.Sentence(s.Indicator, f)})
		none.wants(missing(s.Indicator, f))
		return []Finding{none}
	}
	return tellers[s.Indicator.Shape](g, s, f)
}

// whole is the finding on an indicator as a whole, without its sentence and what it needs.
func (g gatherer) whole(s *indicator.Series, f *indicator.Figure, verdict judge.Verdict) Finding {
	found := Finding{About: About{Indicator: s.Indicator}, Kind: kindOf(s.Indicator, f, verdict), Name: g.voice.Name(s.Indicator),
		Verdict: g.voice.InWords(s, f), Values: g.values(s)}
	switch {
	case found.Kind == Hidden:
		found.Verdict = words.HiddenMark
	case found.Kind == NoFigures:
		found.Verdict, found.Needs = "n/a", strings.Join(g.voice.Warnings(s.Indicator, f), "; ")
		if found.Uncounted = uncounted(f); len(found.Uncounted) > 0 && f.State == model.Reported {
			n, labels := g.given(s.Indicator, f, found.Uncounted)
			found.wants(n)
			found.Verdict = labels + " missing"
		}
	case f.Headline(s.Indicator) != nil || words.SaidByCounts(s.Indicator, f):
		found.Figure = counted[s.Indicator.Shape](g.voice, s.Indicator, f)
	}
	return found
}

// ofComparison gives the finding on two groups, or on the board and the workforce; and one
// on the change, where that is clear and the year itself is not.
func (g gatherer) ofComparison(s *indicator.Series, f *indicator.Figure) []Finding {
	whole := g.whole(s, f, f.Verdict)
	whole.stays = f.StaysClear
	if f.LeastResponse > indicator.Everybody {
		whole.Kind = NotClear
	}
	if whole.Kind == CannotTell {
		whole.wants(lacking(f))
	}
	whole.tell(words.Told{Said: g.voice.Sentence(s.Indicator, f), Doubt: words.DoubtTogether(g.voice, s, f, g.looks), Why: words.WhyOpen(g.voice, s, f)})
	all := []Finding{whole}
	if c, ok := s.Step(f.Year); ok && c.Verdict.Clear() && whole.Kind != Clear {
		step := whole
		step.Kind, step.stays = Clear, false
		step.wants(need{})
		step.Topic, step.Since = Change, c.From
		step.Name, step.Verdict = fmt.Sprintf("%s, since %s", whole.Name, c.From), words.StepInWords(s, c)
		step.Figure = g.voice.Change(s, c)
		step.tell(words.Told{Said: words.StepSentence(g.voice, s, f, c)})
		all = append(all, step)
	}
	return all
}

// ofWorkforce gives a finding on the bands of each staff category, and one on all staff:
// everybody is counted, so there is nothing to judge of their share unless it clearly moves.
func (g gatherer) ofWorkforce(s *indicator.Series, f *indicator.Figure) []Finding {
	c, stepped := s.Step(f.Year)
	whole, told := g.whole(s, f, c.Verdict), words.Workforce(g.voice, s, f)
	switch whole.Kind {
	case Clear: // the change is what is clear
		told = words.Told{Said: told.All()}
	case CannotTell, NotClear:
		whole.Kind = Counted
	}
	whole.tell(told)
	switch {
	case whole.Kind != Counted, c.Verdict == judge.NoClear, c.Hidden:
	case !stepped || c.Value == nil:
		whole.wants(need{"an earlier year", ", to see whether it moves"})
	case c.Verdict == judge.Rounded:
		whole.wants(exact)
	case c.Verdict == judge.CannotTell:
		whole.wants(need{"the ethnicity of the staff of whom it is not recorded", ""})
	case c.Verdict.Unjudged():
		whole.wants(larger)
	}
	if stepped {
		whole.Since = c.From
	}
	switch {
	case whole.Verdict != "":
	case c.Hidden:
		whole.Verdict = "change hidden " + words.HiddenMark
	default:
		whole.Verdict = "no earlier year to compare with"
	}
	return append(g.ofBands(s, f), whole)
}

// kindOf says what can be said of an indicator as a whole.
func kindOf(ind *indicator.Indicator, f *indicator.Figure, verdict judge.Verdict) Kind {
	switch {
	case f.State != model.Reported:
		return NoFigures
	case f.HiddenHeadline(ind):
		return Hidden
	case f.Incomplete != nil:
		return Incomplete
	case f.Headline(ind) == nil && !words.SaidByCounts(ind, f):
		return NoFigures
	case verdict.Clear():
		return Clear
	case verdict == judge.NoClear:
		return NotClear
	}
	return CannotTell
}

// missing says what to do about an indicator without figures, where nothing says why
// there are none.
func missing(ind *indicator.Indicator, f *indicator.Figure) need {
	if f.State != model.NotSupplied || words.Reason(f) != "" {
		return need{}
	}
	return need{ind.Extract + ".csv", " in the folder, or a row in status.csv that says why there are none"}
}

// uncounted lists the groups that a figure is made of and that no row counts.
func uncounted(f *indicator.Figure) []model.Group {
	var groups []model.Group
	for _, w := range f.Warnings {
		switch w.Kind {
		case indicator.NoRowOfGroup, indicator.NoShareOfGroup, indicator.NoNumerator, indicator.NoDenominator:
			if w.Group != model.Unknown && !slices.Contains(groups, w.Group) {
				groups = append(groups, w.Group)
			}
		}
	}
	return groups
}

// given says in which file and column groups that are not counted are to be given, and
// what they are called.
func (g gatherer) given(ind *indicator.Indicator, f *indicator.Figure, groups []model.Group) (n need, labels string) {
	var names []string
	for _, group := range groups {
		names = append(names, g.voice.Labels.Label(group))
	}
	file := ind.Extracts()[0]
	ofStaff := func(w indicator.Warning) bool { return w.Kind == indicator.NoDenominator && w.Group != model.Unknown }
	if all := ind.Extracts(); len(all) > 1 && slices.ContainsFunc(f.Warnings, ofStaff) { // their headcount, which stands behind it
		file = all[1]
	}
	labels = words.Listed(names)
	group, rows := " group in ", "rows with "+labels+" there, or a column of that name"
	if len(names) > 1 {
		group, rows = " groups in ", "rows with each there, or a column for each"
	}
	return need{"the " + labels + group + file + ".csv, column ethnicity", ": " + rows}, labels
}

// What would tell what is left open by too few people, and by not knowing how many there
// were.
var (
	exact       = need{"the counts before they were rounded", ""}
	larger      = need{"larger numbers", ", such as several years together"}
	respondents = need{"the number of respondents", ""}
)

// lacking says what would tell how two groups differ that cannot be told.
func lacking(f *indicator.Figure) need {
	unnumbered := slices.ContainsFunc(f.Groups[:], func(g indicator.GroupFigure) bool { return g.Rate != nil && g.AtRisk == nil })
	switch {
	case f.Verdict == judge.Rounded:
		return exact
	case f.LeastResponse > 0:
		return need{respondents.what, fmt.Sprintf(": the difference is significant if at least %d%% of each group responded", f.LeastResponse)}
	case f.Verdict == judge.NoVerdict && unnumbered:
		return respondents
	case f.Lot != nil:
		return need{"several years", ": in a board of this size one person decides"}
	case f.Verdict.Unjudged():
		return larger
	}
	return need{}
}

// values gives the headline of each year.
func (g gatherer) values(s *indicator.Series) []Value {
	var all []Value
	for i := range s.Figures {
		f := &s.Figures[i]
		v := Value{Year: f.Year, Text: g.voice.Headline(s.Indicator, f), Words: valueWords(g.voice, s.Indicator, f)}
		if e := f.Headline(s.Indicator); e != nil {
			v.Value = &e.Value
		}
		all = append(all, v)
	}
	return all
}

// ofBands gives a finding for each staff category that has pay bands.
func (g gatherer) ofBands(s *indicator.Series, f *indicator.Figure) []Finding {
	var all []Finding
	several := slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool { return row.Category != f.Bands[0].Category })
	for i, row := range f.Bands {
		if i > 0 && f.Bands[i-1].Category == row.Category {
			continue
		}
		kind, ok := bandsKind(f, row.Category)
		if !ok {
			continue
		}
		verdict, unknown := words.BandsVerdict(g.voice, f, row.Category)
		found := Finding{Kind: kind, About: About{Indicator: s.Indicator, Topic: Bands, Category: row.Category}, Verdict: verdict,
			Note: f.Note, stays: f.StaysClear}
		found.tell(words.BandsFinding(g.voice, f, row.Category, g.looks))
		found.Name = "Pay bands"
		found.Bands = plan.Bands{Category: row.Category, First: row.Band, Last: row.Band}
		for _, other := range f.Bands {
			if other.Category == row.Category {
				found.Bands.Last = other.Band
			}
		}
		if senior := f.SeniorRow(row.Category); senior != nil && (kind != Clear || senior.Verdict.Clear()) {
			found.Bands = plan.Bands{Category: row.Category, First: model.Band8c, Last: model.VSM}
			found.Topic, found.Name, found.Values = Senior, "Bands 8c and above", g.seniorValues(s, row.Category)
			if senior.Share != nil {
				found.Figure = words.Thousands(*senior.Counts[model.BME]) + " of " + words.StaffWords(senior.Total)
				if share, few := words.BandShare(g.voice, senior); !few {
					found.Figure = share + ": " + found.Figure
				}
			}
		}
		if several || row.Category != model.AnyCategory {
			found.Name += ", " + words.CategoryStaff(row.Category)
		}
		switch {
		case kind == Incomplete:
			found.Verdict = "incomplete: " + words.Incomplete(f)
		case kind == CannotTell && unknown > 0:
			found.wants(need{"the ethnicity of " + words.StaffWords(unknown), ", which is not recorded or not stated"})
		case kind == CannotTell && words.Rounded(f, row.Category):
			found.wants(exact)
		case kind == CannotTell:
			found.wants(need{larger.what, ", such as clusters of bands"})
		}
		all = append(all, found)
	}
	return all
}

// seniorValues gives the share in the bands 8c and above of each year, or the counts where
// they have few staff.
func (g gatherer) seniorValues(s *indicator.Series, c model.StaffCategory) []Value {
	var all []Value
	for i := range s.Figures {
		f := &s.Figures[i]
		v := Value{Year: f.Year, Text: "n/a"}
		if row := f.SeniorRow(c); row != nil && row.Hidden.Share() {
			v.Text = words.HiddenMark
		}
		if f.State != model.Reported {
			v.Text = f.State.Words()
		}
		if row := f.SeniorRow(c); row != nil && row.Share != nil {
			if v.Text, v.Few = words.BandShare(g.voice, row); !v.Few {
				v.Value = &row.Share.Value
			}
		}
		v.Words = v.Text
		all = append(all, v)
	}
	return all
}

// bandsKind says what can be said of the bands of a staff category: of single bands, of
// clusters of them, of those from 8c up, and of the trend along them. False where nothing
// is compared, because the groups are not counted.
func bandsKind(f *indicator.Figure, c model.StaffCategory) (Kind, bool) {
	said := map[judge.Verdict]bool{}
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior} {
		for _, row := range rows {
			if row.Category == c {
				said[row.Verdict] = true
			}
		}
	}
	for _, t := range f.Trends {
		if t.Category == c {
			said[t.Verdict] = true
		}
	}
	delete(said, judge.NoVerdict)
	delete(said, judge.NotTestable) // a band without a rest
	switch {
	case said[judge.Higher] || said[judge.Lower]:
		return Clear, true
	case words.HiddenIn(f, c):
		return Hidden, true
	case f.Incomplete != nil:
		return Incomplete, true
	case len(said) == 0:
		return 0, false
	case said[judge.CannotTell] || !slices.ContainsFunc(f.Bands, func(row indicator.BandRow) bool { return row.Category == c && row.Verdict == judge.NoClear }):
		return CannotTell, true // that a trend or a cluster is not clear says nothing of bands that are too small
	}
	return NotClear, true
}
