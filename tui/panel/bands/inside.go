package bands

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/chart"
	"wres/tui/panel"
)

// inside is a band or cluster by itself: who its people are, how many they were in each
// year, and where the counts come from. A page over the picture, which stays as it was.
type inside struct {
	panel.Page
	open  bool
	lines []string
}

// The width of a page from which its parts stand in two columns, and the cells between
// them.
const (
	twoColumns = 110
	columnGap  = 3
)

// insideKeys are the bindings of the page that the panel does not have outside it.
type insideKeys struct{ back, step, from key.Binding }

func newInsideKeys() insideKeys {
	return insideKeys{
		back: ask.Bind("esc", "back", "esc"),
		step: ask.Bind("← →", "another band", "left", "right"),
		from: ask.Bind("enter", "where from", "enter"),
	}
}

// lookInside opens the page of the post under the cursor.
func (b *bands) lookInside() {
	if _, ok := b.post(); ok {
		b.inside.open = true
		b.inside.Body.GotoTop()
		b.fill()
	}
}

// fill writes the page. It closes where nothing is under the cursor.
func (b *bands) fill() {
	at, ok := b.post()
	if b.inside.open = b.inside.open && ok; !b.inside.open {
		return
	}
	p := &b.inside.Page
	p.Data = b.page.Data
	p.Resize(b.width, b.height)
	title := fmt.Sprintf("%s · %s, %s", b.staff.categoryName(), b.staff.named(at), b.staff.figure.Year)
	b.inside.lines = b.written(at)
	view := fullView
	if b.page.Data.Results.Publication {
		view = ""
	}
	p.Set(title, view, b.inside.lines)
}

// written is the page's lines, in one column or in two.
func (b *bands) written(at post) []string {
	s, width := &b.staff, b.inside.Width
	left, right := madeUp(s, at), behindPost(s, at)
	margin := panel.Margin(width)
	if width < twoColumns {
		return behindMargin(margin, column(s.Data, append(left, right...), width-2*len(margin)))
	}
	half := (width - columnGap) * 4 / 7
	one, two := column(s.Data, left, half-1), column(s.Data, right, width-half-columnGap-1)
	lines := make([]string, max(len(one), len(two)))
	for i := range lines {
		line := ""
		if i < len(one) {
			line = one[i]
		}
		if i < len(two) {
			line = panel.Padded(line, half-1+columnGap) + two[i]
		}
		lines[i] = line
	}
	return behindMargin(margin, lines)
}

// column writes sections below each other.
func column(d panel.Data, sections []panel.Section, width int) []string {
	c := panel.NewColumn(d, width)
	for _, s := range sections {
		c.Gap()
		c.Say(c.Styles().Title, s.Title)
		s.Write(c)
	}
	return c.Lines
}

func behindMargin(margin string, lines []string) []string {
	for i, line := range lines {
		lines[i] = margin + line
	}
	return lines
}

// madeUp lists what is said of a post in the selected year, and who its people are.
func madeUp(s *staff, at post) []panel.Section {
	row, kinds := (*indicator.BandRow)(nil), kindsOf(s, at)
	if s.reported() {
		row = s.row(s.figure, at)
	}
	all := []panel.Section{{Write: func(c *panel.Column) { writePost(s, at, c) }}}
	switch {
	case row == nil || row.Refused && !row.Hidden.Total:
	case kinds == nil:
		all = append(all, panel.Section{Title: "Groups, " + s.figure.Year.String(), Write: func(c *panel.Column) {
			if !s.few(row) {
				c.Draw(panel.Drawn(groupsOf(s, row).Lines(c.Data.Theme, c.Width)))
			}
			if s.Results.Publication {
				c.Say(c.Styles().Muted, "Who is behind each group is never part of the publication view.")
				return
			}
			c.Say(c.Styles().Muted, "The extract counts the groups alone. One that names ethnic categories (ESR codes A to Z, or their labels) shows here who is behind each group.")
		}})
	default:
		all = append(all, panel.Section{Title: kindsTitle(s), Write: func(c *panel.Column) { writeKinds(s, row, kinds, c) }})
	}
	return all
}

// writePost says a post of the selected year in sentences; of a year without figures why
// there are none.
func writePost(s *staff, at post, c *panel.Column) {
	said := explain(s, at, false)
	if !s.reported() {
		said = []string{s.figure.Year.String() + ": " + s.Words.Absence(s.series.Indicator, s.figure, true) + "."}
	}
	for _, text := range said {
		if !strings.HasPrefix(text, "Before: ") { // the table of years has them
			c.Say(c.Styles().Text, text)
		}
	}
	noteBands(c, s.figure)
}

// writeKinds sets the categories of a post beside those of its staff category: as bars
// where there is room for them. Of few staff it gives the counts alone.
func writeKinds(s *staff, row *indicator.BandRow, kinds []kind, c *panel.Column) {
	if s.few(row) || c.Width < leastBars {
		c.Table(kindsTable(s, row, kinds, c))
	} else {
		c.Draw(panel.Drawn(kindsBars(s, row, kinds).Lines(c.Data.Theme, c.Width)))
	}
	var told []string
	for _, g := range model.Groups() {
		told = append(told, s.Words.Labels.Short(g)+" "+count(row, g))
	}
	c.Say(c.Styles().Muted, fmt.Sprintf("Together: %s, of %s. In the column all: the %s in bands.", words.Listed(told), words.StaffWords(row.Total), strings.TrimPrefix(s.wholeName(), "all ")))
	c.Say(c.Styles().Muted, "Small counts stand here in full: for your own use, not for publication.")
}

// leastBars is the width from which the categories are drawn.
const leastBars = 60

func kindsBars(s *staff, row *indicator.BandRow, kinds []kind) chart.Bars {
	b := chart.Bars{Unit: "%", Least: 12, Columns: []chart.BarColumn{{Title: "staff"}, {Title: "share"}, {Title: "all", Muted: true, Drop: 1}}}
	for _, k := range kinds {
		v := chart.Value{Defined: true, Value: float64(k.here) * 100 / float64(row.Total), Text: words.Thousands(k.here), Series: seriesOf(k.group)}
		v.Detail, v.More = s.kindShares(row, k)
		b.Rows = append(b.Rows, chart.BarRow{Label: k.name, Values: []chart.Value{v}})
	}
	return b
}

func kindsTable(s *staff, row *indicator.BandRow, kinds []kind, c *panel.Column) chart.Table {
	st := c.Styles()
	right := func(title string) chart.Column { return chart.Column{Title: title, Align: chart.Right, Style: st.Text} }
	tb := chart.Table{Columns: []chart.Column{{Title: "category", Flex: true, Wrap: true, Style: st.Text}, right("staff"), right("share"), right("all")}}
	for _, k := range kinds {
		here, all := s.kindShares(row, k)
		tb.Rows = append(tb.Rows, append([]string{k.name, words.Thousands(k.here), here}, all...))
	}
	if s.few(row) {
		tb.Columns = slices.Delete(tb.Columns, 2, 3)
		for i, cells := range tb.Rows {
			tb.Rows[i] = slices.Delete(cells, 2, 3)
		}
	}
	return tb
}

// kindShares writes the share that a category has of a post, and of its staff category
// where no count of that is missing.
func (s *staff) kindShares(row *indicator.BandRow, k kind) (here string, all []string) {
	here, all = s.Words.Percent(float64(k.here)/float64(row.Total)), []string{"n/a"}
	if whole := s.whole(s.figure); !whole.Refused && whole.Total > 0 {
		all[0] = s.Words.Percent(float64(k.all) / float64(whole.Total))
	}
	return here, all
}

// behindPost lists the counts of a post in every year, and where they come from.
func behindPost(s *staff, at post) []panel.Section {
	var all []panel.Section
	if len(s.years) > 0 {
		all = append(all, panel.Section{Title: "Years", Write: func(c *panel.Column) { c.Table(countsOf(s, at, c)) }})
	}
	return append(all, panel.Section{Title: "Where from", Write: func(c *panel.Column) {
		for _, line := range panel.Origins(s.Data, s.series.Indicator, s.figure) {
			c.Item(c.Data.Theme.Glyphs.Bullet, c.Styles().Muted, c.Styles().Text, s.cleaned(line))
		}
		c.Say(c.Styles().Muted, "Enter or i: rows, formula, method.")
	}})
}

// countsOf sets the counts of a post in a table, a year a row.
func countsOf(s *staff, at post, c *panel.Column) chart.Table {
	st, labels := c.Styles(), s.Words.Labels
	right := func(title string, drop int) chart.Column {
		return chart.Column{Title: title, Align: chart.Right, Style: st.Text, Drop: drop}
	}
	tb := chart.Table{Rule: true, Columns: []chart.Column{{Title: "year", Style: st.Text}, right("share", 0),
		right(labels.Short(model.BME), 0), right(labels.Short(model.White), 2), right(labels.Short(model.Unknown), 1), right("staff", 0)}}
	for _, f := range s.years {
		cells := []string{f.Year.String(), "–", "–", "–", "–", "–"}
		if row := s.row(f, at); row != nil {
			all := total(row)
			if row.Refused && !row.Hidden.Total {
				all += words.IncompleteMark
			}
			cells = []string{f.Year.String(), s.shareCell(row, "%"), count(row, model.BME), count(row, model.White), count(row, model.Unknown), all}
		}
		tb.Rows = append(tb.Rows, cells)
	}
	return tb
}

// pressedInside handles the keys of the page; false for those that it leaves to the panel. A key
// that changes the picture comes out to it.
func (b *bands) pressedInside(pressed tea.KeyPressMsg) (ask.Request, bool) {
	for _, k := range b.keys {
		if key.Matches(pressed, k.Binding) {
			b.inside.open = false
			return nil, false
		}
	}
	k := newInsideKeys()
	switch {
	case key.Matches(pressed, k.back):
		b.inside.open = false
	case key.Matches(pressed, k.from):
		return ask.Trace{ID: b.page.Indicator.ID}, true
	case key.Matches(pressed, k.step):
		b.step(map[string]int{"left": -1, "right": +1}[pressed.String()])
	case key.Matches(pressed, append(panel.FigureKeys(), whatIfKey())...):
		return nil, false
	default:
		return b.inside.Update(pressed), true
	}
	return nil, true
}

// step goes on to the page of the post before or after.
func (b *bands) step(by int) {
	if to := b.at + by; to >= 0 && to < len(b.staff.posts) {
		b.move(to, 0)
		b.lookInside()
	}
}
