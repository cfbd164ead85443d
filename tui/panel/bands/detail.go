package bands

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// explain says a post of the selected year in sentences, the most important first: its
// counts and share, how it stands beside the rest, alone and together with others, and
// the years before. Short leaves out what a reader knows from the picture.
func explain(s *staff, at post, short bool) []string {
	if !s.reported() {
		return nil
	}
	row := s.row(s.figure, at)
	if row == nil {
		return []string{"No staff in " + s.figure.Year.String() + "."}
	}
	said := []string{shareSentence(s, row)}
	if text := verdictSentence(s, row, at, short); text != "" {
		said = append(said, text)
	}
	var years []string
	for _, f := range s.before() {
		if of := s.row(f, at); of != nil {
			years = append(years, fmt.Sprintf("%s %s", f.Year, shareWithCounts(s, of)))
		}
	}
	if len(years) > 0 {
		said = append(said, "Before: "+strings.Join(years, ", ")+".")
	}
	return said
}

// briefly is a post in one short clause: "2 of 22 (9.1%), too few to judge by itself".
func briefly(s *staff, at post) string {
	if !s.reported() || s.row(s.figure, at) == nil {
		return "no staff"
	}
	row := s.row(s.figure, at)
	if row.Refused && !row.Hidden.Total {
		return refusedWords
	}
	text := count(row, model.BME) + " of " + total(row)
	if _, ok := s.value(row); ok {
		text += ", " + s.shareCell(row, "%")
	}
	if short := verdictCell(row, true); short != "" {
		text += ", " + short
	}
	return text
}

// shareSentence says the counts of a row, its share and what is not known of it.
func shareSentence(s *staff, row *indicator.BandRow) string {
	if row.Refused && !row.Hidden.Total {
		return words.Capital(refusedWords) + "."
	}
	if row.Hidden.Total && row.Hidden.Groups[model.BME] {
		return "Its figures are hidden to protect people " + words.HiddenMark + "."
	}
	text := fmt.Sprintf("%s of %s are %s", count(row, model.BME), total(row), s.Words.Labels.Label(model.BME))
	switch {
	case row.Share == nil:
	case s.few(row):
		text += ": " + s.fewWords()
	default:
		text += ", " + s.Words.Percent(row.Share.Value)
		if row.Share.Interval != nil {
			text += fmt.Sprintf(" (%s %s)", words.IntervalShort(row.Share.Interval.Level), s.Words.PercentInterval(row.Share))
		}
	}
	if row.Counts[model.Unknown] != nil || row.Hidden.Groups[model.Unknown] {
		text += fmt.Sprintf("; %s %s", count(row, model.Unknown), s.Words.Labels.Short(model.Unknown))
	}
	return text + "."
}

// shareWithCounts is a row in a list: "9.1% (2/22)", "(2/8)".
func shareWithCounts(s *staff, row *indicator.BandRow) string {
	switch _, ok := s.value(row); {
	case row.Hidden.Total && row.Hidden.Groups[model.BME]:
		return words.HiddenMark
	case row.Refused && !row.Hidden.Total:
		return "n/a"
	case !ok:
		return "(" + fraction(row) + ")"
	}
	return fmt.Sprintf("%s (%s)", s.shareCell(row, "%"), fraction(row))
}

// verdictSentence says how a row by itself stands beside the rest of its staff category,
// and what it comes to together with others.
func verdictSentence(s *staff, row *indicator.BandRow, at post, short bool) string {
	alone := aloneClause(s, row, short)
	for _, g := range s.together {
		if alone == "" || at.cluster != 0 || len(g.bands) < 2 || !contains(g.bands, at.band) {
			continue
		}
		says := "cannot be told"
		if g.row.Verdict.Clear() {
			says = "is clearly " + string(g.row.Verdict)
		}
		alone += fmt.Sprintf("; %s together %s %s", words.BandRange(g.bands), s.Words.Percent(g.row.Share.Value), says)
	}
	if alone == "" {
		return ""
	}
	return words.Capital(alone) + "."
}

func aloneClause(s *staff, row *indicator.BandRow, short bool) string {
	rest := " the rest of the workforce"
	if len(s.categories) > 1 || s.category != model.AnyCategory {
		rest = " the rest of the " + words.CategoryStaff(s.category)
	}
	than, from := " than"+rest, " from"+rest
	if short {
		than, from = " than the rest", ""
	}
	switch row.Verdict {
	case judge.Higher, judge.Lower:
		return fmt.Sprintf("clearly %s%s", row.Verdict, than)
	case judge.NoClear:
		return "no clear difference" + from + " by itself"
	case judge.TooFew:
		return "too few to judge by itself"
	case judge.CannotTell:
		return fmt.Sprintf("cannot be told by itself: that depends on %s of unknown ethnicity", words.StaffWords(row.Unknown()))
	}
	return ""
}

// ofPost is what there is to say of a post where a pane has room for it.
func ofPost(s *staff, at post) []panel.Section {
	row := (*indicator.BandRow)(nil)
	if s.reported() {
		row = s.row(s.figure, at)
	}
	said := explain(s, at, false)
	all := []panel.Section{{Title: s.named(at), Write: func(c *panel.Column) {
		for i, text := range said {
			if i > 0 && strings.HasPrefix(text, "Before: ") { // the table below has them
				continue
			}
			if i == 1 {
				c.Gap()
			}
			c.Say(c.Styles().Text, text)
		}
	}}}
	if len(s.years) > 0 {
		all = append(all, panel.Section{Title: "Years", Write: func(c *panel.Column) { c.Table(yearsOf(s, at, c)) }})
	}
	kinds := fewOf(s, kindsOf(s, at))
	switch {
	case row == nil || row.Refused || s.few(row):
	case len(kinds) > 0:
		all = append(all, panel.Section{Title: kindsTitle(s), Write: func(c *panel.Column) {
			c.Draw(panel.Drawn(barsOf(kinds, row.Total).Lines(c.Data.Theme, c.Width)))
		}})
	default:
		all = append(all, panel.Section{Title: "Groups, " + s.figure.Year.String(), Write: func(c *panel.Column) {
			c.Draw(panel.Drawn(groupsOf(s, row).Lines(c.Data.Theme, c.Width)))
		}})
	}
	return all
}

// yearsOf sets the years of a post in a table.
func yearsOf(s *staff, at post, c *panel.Column) chart.Table {
	st := c.Styles()
	tb := chart.Table{Columns: []chart.Column{
		{Title: "year", Style: st.Text}, {Title: "share", Align: chart.Right, Style: st.Text}, {Title: "of", Align: chart.Right, Style: st.Muted},
		{Title: s.Words.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 1},
	}}
	for _, f := range s.years {
		cells := []string{f.Year.String(), "–", "no staff", ""}
		if row := s.row(f, at); row != nil {
			cells = []string{f.Year.String(), s.shareCell(row, "%"), fraction(row), count(row, model.Unknown)}
		}
		tb.Rows = append(tb.Rows, cells)
	}
	return tb
}

// groupsOf draws how many of a row are of each group.
func groupsOf(s *staff, row *indicator.BandRow) chart.Bars {
	b := chart.Bars{Max: float64(max(row.Total, 1))}
	for i, g := range []model.Group{model.BME, model.White, model.Unknown} {
		v := chart.Value{Reason: "not counted"}
		if row.Hidden.Groups[g] {
			v.Reason = words.HiddenMark
		}
		if n := row.Counts[g]; n != nil {
			v = chart.Value{Defined: true, Value: float64(*n), Text: words.Thousands(*n), Series: i}
		}
		b.Rows = append(b.Rows, chart.BarRow{Label: s.Words.Labels.Short(g), Values: []chart.Value{v}})
	}
	return b
}
