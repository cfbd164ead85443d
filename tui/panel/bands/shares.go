package bands

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// refusedWords stand for a band of which the extract holds a count that could not
// be read: what is left of it is no headcount and makes no share.
const refusedWords = "a count could not be read (f)"

// The widths of a picture from which it says verdicts and names in full.
const (
	wideVerdict  = 96
	wideClusters = 60
	wideNames    = 84
)

// drawShares draws the share of each band as a bar that fades, with its counts, how it
// stands beside the rest, and the shares of the years before.
func drawShares(s *staff, p paper) panel.Picture {
	f, before := s.figure, s.before()
	b := chart.Bars{Unit: "%", Least: 34, Columns: []chart.BarColumn{{Title: f.Year.String()}, {Title: "of", Muted: true}}}
	judged := verdictsStand(s)
	if judged {
		b.Columns = append(b.Columns, chart.BarColumn{Strong: true})
	}
	for i, y := range before {
		b.Columns = append(b.Columns, chart.BarColumn{Title: y.Year.String(), Muted: true, Drop: i + 1})
	}
	var estimates []*stats.Estimate
	whole := p.width >= wideVerdict || s.clusters && p.width >= wideClusters
	open := false // a row has the sign for what cannot be told
	for _, at := range s.posts {
		row := s.row(f, at)
		v := shareValue(s, row)
		if v.Defined {
			estimates = append(estimates, row.Share)
		}
		if judged {
			v.Clear = row != nil && row.Verdict.Clear()
			v.More = append(v.More, verdictCell(row, whole))
			open = open || !whole && verdictCell(row, false) == openSign
		}
		for _, y := range before {
			v.More = append(v.More, s.shareCell(s.row(y, at), ""))
		}
		b.Rows = append(b.Rows, chart.BarRow{Label: s.label(at), Values: []chart.Value{v}})
	}
	b.Interval = panel.IntervalName(estimates...)
	b.Brackets = brackets(s)
	compareWith(s, &b, p)
	pic := p.bars(b)
	if open {
		pic.Foot = append(pic.Foot, panel.Wrap(p.t, openSign+" "+openWords, p.width, p.t.Styles.Muted)...)
	}
	return pic
}

// openSign stands for openWords where those have no room.
const (
	openSign  = "?"
	openWords = "cannot be told"
)

// shareValue is the bar of a row: none of a share that is not there or of too few staff.
func shareValue(s *staff, row *indicator.BandRow) chart.Value {
	switch {
	case row == nil:
		return chart.Value{Reason: "no staff"}
	case row.Hidden.Share():
		return chart.Value{Reason: words.HiddenMark, Detail: fraction(row)}
	case row.Refused:
		return chart.Value{Reason: refusedWords, Detail: "n/a"}
	case s.few(row):
		return chart.Value{Reason: s.fewWords(), Detail: fraction(row)}
	case row.Share == nil:
		return chart.Value{Reason: "no share: groups are not counted", Detail: fraction(row)}
	}
	v := chart.Value{Defined: true, Value: row.Share.Value * 100, Text: s.Words.Percent(row.Share.Value), Detail: fraction(row)}
	if lower, upper := panel.Limits(row.Share); lower != nil && upper != nil {
		low, high := *lower*100, *upper*100
		v.Lower, v.Upper = &low, &high
	}
	return v
}

// compareWith sets the lines that bars are compared with: all staff of the category, and the
// first benchmark of the measure.
func compareWith(s *staff, b *chart.Bars, p paper) {
	percent := func(v float64) *float64 { v *= 100; return &v }
	if all := s.whole(s.figure); all.Share != nil {
		mark := ""
		if all.Refused {
			mark = words.IncompleteMark
		}
		b.Reference = chart.Mark{Value: percent(all.Share.Value), Label: allName(s, p) + " " + s.Words.Percent(all.Share.Value) + mark}
	}
	for _, m := range s.figure.Benchmarks {
		if s.series.Indicator.Shape.Measures(m) {
			scope := s.cleaned(m.Scope)
			if p.width < wideNames { // the rest stands below, with its source
				scope, _, _ = strings.Cut(scope, ",")
			}
			b.Benchmark = chart.Mark{Value: percent(m.Value), Label: scope + " " + s.Words.Percent(m.Value)}
			return
		}
	}
}

// allName is short for the staff of the category.
func allName(s *staff, p paper) string {
	switch {
	case len(s.categories) < 2:
		return "all staff"
	case p.width < wideNames && s.category != model.AnyCategory:
		return s.category.String()
	}
	return s.wholeName()
}

func (s *staff) cleaned(text string) string {
	if s.Clean == nil {
		return text
	}
	return s.Clean(text)
}

// verdictsStand reports whether a row by itself says something, so that its verdict has a
// column: that it is clear, or that it cannot be told.
func verdictsStand(s *staff) bool {
	for _, row := range s.rows(s.figure) {
		if row.Verdict.Clear() || row.Verdict == judge.CannotTell && !bracketed(s, row) {
			return true
		}
	}
	return false
}

// verdictCell says how a row stands beside the rest, in a word where there is little room.
func verdictCell(row *indicator.BandRow, whole bool) string {
	if row == nil {
		return ""
	}
	short, long := "", ""
	switch row.Verdict {
	case judge.Higher:
		short, long = "high", "clearly higher"
	case judge.Lower:
		short, long = "low", "clearly lower"
	case judge.CannotTell:
		short, long = openSign, openWords
	case judge.TooFew:
		short, long = "few", "too few to judge"
	}
	if whole {
		return long
	}
	return short
}

// group is bands that say something together: 8c and above, or a cluster.
type group struct {
	row   indicator.BandRow // of all of them
	bands []model.Band
}

// groupsClear lists the bands that are clear together, or of which that cannot be told; a
// cluster only where none of its bands says the same by itself, and where it is not the
// senior bands.
func groupsClear(s *staff, f *indicator.Figure) []group {
	var all []group
	says := func(v judge.Verdict) bool { return v.Clear() || v == judge.CannotTell }
	for _, senior := range rowsOf(f.Senior, s.category) {
		if says(senior.Verdict) {
			all = append(all, group{senior, bandsOf(s, f, indicator.SeniorBand)})
		}
	}
	for _, cluster := range rowsOf(f.Clusters, s.category) {
		in := bandsOf(s, f, func(b model.Band) bool { return s.Results.Settings.Clusters[b] == cluster.Cluster })
		alone := false
		for _, row := range rowsOf(f.Bands, s.category) {
			alone = alone || row.Verdict == cluster.Verdict && contains(in, row.Band)
		}
		same := len(all) > 0 && contains(in, all[0].bands...)
		if says(cluster.Verdict) && !alone && !same {
			all = append(all, group{cluster, in})
		}
	}
	return all
}

// bandsOf lists the bands of the category that have staff in a year and are of a kind.
func bandsOf(s *staff, f *indicator.Figure, of func(model.Band) bool) []model.Band {
	var in []model.Band
	for _, row := range rowsOf(f.Bands, s.category) {
		if of(row.Band) {
			in = append(in, row.Band)
		}
	}
	return in
}

// bracketed reports whether a row is told together with others.
func bracketed(s *staff, row indicator.BandRow) bool {
	for _, g := range s.together {
		if row.Cluster == 0 && len(g.bands) > 1 && contains(g.bands, row.Band) {
			return true
		}
	}
	return false
}

// brackets joins the rows of bands that say something together.
func brackets(s *staff) []chart.Bracket {
	if s.clusters {
		return nil
	}
	var all []chart.Bracket
	for _, g := range s.together {
		first, last, n := -1, -1, 0
		for i, at := range s.posts {
			if contains(g.bands, at.band) {
				if n++; first < 0 {
					first = i
				}
				last = i
			}
		}
		if n < 2 || n != last-first+1 || g.row.Share == nil { // others stand between
			continue
		}
		pieces := []string{s.Words.Percent(g.row.Share.Value), "of " + words.Thousands(g.row.Total)}
		all = append(all, chart.Bracket{From: first, To: last, Strong: g.row.Verdict.Clear(), Pieces: append(pieces, togetherWords(g.row.Verdict)...)})
	}
	return all
}

// togetherWords is a verdict in pieces for the rows of a bracket.
func togetherWords(v judge.Verdict) []string {
	switch v {
	case judge.Lower:
		return []string{"clearly", "lower"}
	case judge.Higher:
		return []string{"clearly", "higher"}
	}
	return []string{"cannot", "be told"}
}

func contains(all []model.Band, some ...model.Band) bool {
	for _, b := range some {
		found := false
		for _, other := range all {
			found = found || other == b
		}
		if !found {
			return false
		}
	}
	return len(some) > 0
}

// drawTwo draws the shares of a year and of the one before it beside each other.
func drawTwo(s *staff, p paper) panel.Picture {
	years := s.shown
	b := chart.Bars{Unit: "%", Columns: []chart.BarColumn{{Title: "share"}, {Title: "of", Muted: true}, {}}}
	var estimates []*stats.Estimate
	for _, f := range years {
		b.Series = append(b.Series, f.Year.String())
	}
	for _, at := range s.posts {
		bar := chart.BarRow{Label: s.label(at)}
		for i, f := range years {
			row := s.row(f, at)
			v := shareValue(s, row)
			if v.Defined && i == 0 {
				estimates = append(estimates, row.Share)
			}
			if i > 0 { // two that fade alike could not be told apart
				v.Lower, v.Upper = nil, nil
			}
			v.Series, v.More = i, []string{f.Year.String()}
			bar.Values = append(bar.Values, v)
		}
		b.Rows = append(b.Rows, bar)
	}
	b.Interval = panel.IntervalName(estimates...)
	compareWith(s, &b, p)
	pic := p.bars(b)
	if len(years) == 1 {
		pic.Foot = append(pic.Foot, panel.Wrap(p.t, "No earlier year has figures to compare with.", p.width, p.t.Styles.Notice)...)
	}
	return pic
}

// drawHeads draws the headcount of each band, with the groups in it.
func drawHeads(s *staff, p paper) panel.Picture {
	f, labels := s.figure, s.Words.Labels
	b := chart.Bars{Columns: []chart.BarColumn{{Title: "staff"}}}
	groups := []model.Group{model.BME, model.White, model.Unknown}
	for i, g := range groups {
		b.Columns = append(b.Columns, chart.BarColumn{Title: labels.Short(g), Muted: i > 0, Drop: i})
	}
	for _, at := range s.posts {
		row := s.row(f, at)
		v := chart.Value{Reason: "no staff"}
		switch {
		case row != nil && row.Hidden.Total:
			v.Reason = words.HiddenMark
		case row != nil && row.Refused:
			v.Reason = refusedWords
		case row != nil:
			v = chart.Value{Defined: true, Value: float64(row.Total), Text: words.Thousands(row.Total), Detail: count(row, groups[0])}
			for _, g := range groups[1:] {
				v.More = append(v.More, count(row, g))
			}
		}
		b.Rows = append(b.Rows, chart.BarRow{Label: s.label(at), Values: []chart.Value{v}})
	}
	return p.bars(b)
}

// drawStacks draws how each band is made up of the groups.
func drawStacks(s *staff, p paper) panel.Picture {
	groups := []model.Group{model.BME, model.White, model.Unknown}
	st := chart.Stacked{Cursor: true, Selected: p.at}
	for _, g := range groups {
		st.Groups = append(st.Groups, s.Words.Labels.Label(g))
	}
	for _, at := range s.posts {
		bar := chart.StackRow{Label: s.label(at), Reason: "no staff"}
		if row := s.row(s.figure, at); row != nil {
			var told []string
			for _, g := range groups {
				n := 0.0
				if row.Counts[g] != nil {
					n = float64(*row.Counts[g])
				}
				bar.Parts = append(bar.Parts, n)
				bar.Texts = append(bar.Texts, count(row, g))
				told = append(told, s.Words.Labels.Short(g)+" "+count(row, g))
			}
			if row.Hidden.Groups.Any() || row.Hidden.Total {
				bar.Parts, bar.Reason = nil, strings.Join(told, ", ")
			} else if row.Refused {
				bar.Parts, bar.Reason = nil, refusedWords
			} else if s.few(row) { // a bar of 100% is a percentage
				bar.Parts, bar.Reason = nil, strings.Join(told, ", ")+": "+s.fewWords()
			}
		}
		st.Rows = append(st.Rows, bar)
	}
	head, rows := st.Lines(p.t, p.width)
	return panel.Picture{Head: head, Rows: rows}
}

// unclustered says which staff the clusters leave out.
func unclustered(s *staff) []string {
	if !s.clusters || !s.reported() {
		return nil
	}
	var said []string
	for _, row := range rowsOf(s.figure.Bands, s.category) {
		if _, part := row.Band.PartOf(); !part && s.Results.Settings.Clusters[row.Band] == 0 {
			said = append(said, fmt.Sprintf("In no cluster: %s (%s staff).", row.Band, words.Thousands(row.Total)))
		}
	}
	return said
}
