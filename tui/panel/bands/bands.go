// Package bands is the panel of the workforce, indicator 1: the make-up of each pay band
// or cluster of a staff category, as shares, headcounts or whole bars, of one year, two or
// all. The indicator goes in; a panel comes out. bands.go holds what the user chose,
// charts.go draws a year or two, and years.go writes the tables.
package bands

import (
	"cmp"
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/panel"
)

// bands is the panel of the workforce: the make-up of each pay band.
type bands struct {
	panel.IndicatorPage
	keys     []binding
	clusters bool
	view     view
	compare  comparison

	categories []model.StaffCategory // that have rows in any year
	category   model.StaffCategory   // shown
	chosen     bool                  // by the user: it then holds over the years
}

// view is what the chart shows of each band.
type view uint8

const (
	shares view = iota
	headcounts
	stacks
)

// comparison is how many years the chart shows.
type comparison uint8

const (
	oneYear comparison = iota
	twoYears
	allYears
)

// binding is a key that changes what the chart shows.
type binding struct {
	key.Binding
	press func()
}

// New makes the panel of the workforce.
func New(ind *indicator.Indicator) panel.Panel {
	b := &bands{IndicatorPage: panel.NewIndicatorPage(ind)}
	on := func(k, does string, press func()) binding {
		return binding{ask.Bind(k, does, k), press}
	}
	b.keys = []binding{
		on("b", "bands/clusters", func() { b.clusters = !b.clusters }),
		on("s", "staff category", b.nextCategory),
		on("v", "share/headcount", func() { b.toggle(shares, headcounts) }),
		on("c", "compare years", b.nextComparison),
		on("g", "groups stacked", func() { b.toggle(stacks, shares) }),
	}
	whole := b.Lead
	b.Lead = func(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
		b.settle(s, f)
		said := words.InCategory(c.Data.Words, f, b.category)
		if c.Say(c.Styles().Text, said); said == "" {
			whole(c, s, f)
		}
	}
	b.Chart, b.Detail = b.drawBands, b.writeDetail
	b.About = func(*indicator.Figure) string { return b.categoryName() }
	return b
}

// Update handles the keys that change what the chart shows.
func (b *bands) Update(msg tea.Msg) ask.Request {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		for _, k := range b.keys {
			if key.Matches(pressed, k.Binding) {
				k.press()
				b.Prepare()
				return nil
			}
		}
	}
	return b.IndicatorPage.Update(msg)
}

// toggle shows one view, or where that is shown already the other.
func (b *bands) toggle(view, other view) {
	if b.view == view {
		view = other
	}
	b.view = view
	if view == stacks { // whole bars cannot stand beside each other
		b.compare = oneYear
	}
}

func (b *bands) nextComparison() {
	b.compare = (b.compare + 1) % (allYears + 1)
	if b.view == stacks {
		b.view = shares
	}
}

// ShortHelp lists what the footer shows.
func (b *bands) ShortHelp() []key.Binding { return append(b.bindings()[:3], panel.FigureKeys()...) }

// FullHelp lists every key of the panel.
func (b *bands) FullHelp() [][]key.Binding {
	return [][]key.Binding{append(append(b.bindings(), panel.ScrollKey()), panel.FigureKeys()...)}
}

func (b *bands) bindings() []key.Binding {
	var all []key.Binding
	for _, k := range b.keys {
		all = append(all, k.Binding)
	}
	return all
}

// settle finds the staff categories that have rows in any year, and the one to
// show: the user's choice, else the first one that has rows in the year. It is
// called once for each drawing, because every row asks for the answer.
func (b *bands) settle(s *indicator.Series, f *indicator.Figure) {
	b.categories = nil
	for _, c := range append(model.StaffCategories(), model.AnyCategory) {
		has := func(f indicator.Figure) bool { return len(rowsOf(f.Bands, c)) > 0 }
		if slices.ContainsFunc(s.Figures, has) {
			b.categories = append(b.categories, c)
		}
	}
	b.chosen = b.chosen && slices.Contains(b.categories, b.category)
	if b.chosen {
		return
	}
	b.category = append(b.categories, model.AnyCategory)[0]
	if len(f.Bands) > 0 && !slices.ContainsFunc(f.Bands, func(r indicator.BandRow) bool { return r.Category == b.category }) {
		b.category = f.Bands[0].Category
	}
}

func (b *bands) nextCategory() {
	if n := len(b.categories); n > 0 {
		b.category = b.categories[(slices.Index(b.categories, b.category)+1)%n]
		b.chosen = true
	}
}

// categoryName names the category shown. Staff without one are all staff only
// where no row has one.
func (b *bands) categoryName() string {
	if b.category != model.AnyCategory {
		return b.category.String()
	}
	if len(b.categories) > 1 {
		return "no staff category given"
	}
	return "all staff"
}

// categorised reports whether there are several staff categories.
func (b *bands) categorised() bool { return b.category != model.AnyCategory || len(b.categories) > 1 }

// whole gives the rows of a year together, and wholeName who they are.
func (b *bands) whole(f *indicator.Figure) indicator.BandRow { return indicator.WholeOf(b.rows(f)) }

func (b *bands) wholeName() string {
	if b.categorised() {
		return words.CategoryStaff(b.category)
	}
	return "all staff"
}

// rows gives the rows of a year as the panel is set.
func (b *bands) rows(f *indicator.Figure) []indicator.BandRow {
	if f == nil {
		return nil
	}
	if b.clusters {
		return rowsOf(f.Clusters, b.category)
	}
	return rowsOf(f.Bands, b.category)
}

// post is a band or cluster, by which the rows of years are set together.
type post struct {
	band    model.Band
	cluster model.Cluster
}

func postOf(row indicator.BandRow) post { return post{row.Band, row.Cluster} }

// posts lists the posts of some years, from the lowest up.
func (b *bands) posts(figures ...*indicator.Figure) []post {
	var all []post
	for _, f := range figures {
		for _, row := range b.rows(f) {
			if !slices.Contains(all, postOf(row)) {
				all = append(all, postOf(row))
			}
		}
	}
	slices.SortFunc(all, func(x, y post) int {
		return cmp.Or(cmp.Compare(x.cluster, y.cluster), cmp.Compare(x.band, y.band))
	})
	return all
}

func (b *bands) row(f *indicator.Figure, at post) *indicator.BandRow {
	rows := b.rows(f)
	if i := slices.IndexFunc(rows, func(r indicator.BandRow) bool { return postOf(r) == at }); i >= 0 {
		return &rows[i]
	}
	return nil
}

// label names a post: a cluster with the bands that are counted in it, and a band
// that is a part of another in from it, since it is never added.
func (b *bands) label(at post, figures ...*indicator.Figure) string {
	if at.cluster == 0 {
		if _, part := at.band.PartOf(); part {
			return "  of which " + at.band.String()
		}
		return at.band.String()
	}
	var in []model.Band
	for _, f := range figures {
		for _, row := range rowsOf(f.Bands, b.category) {
			if b.Data.Results.Settings.Clusters[row.Band] == at.cluster {
				in = append(in, row.Band)
			}
		}
	}
	return fmt.Sprintf("cluster %d (%s)", at.cluster, words.BandRange(in))
}

func (b *bands) drawBands(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
	if b.compare == allYears {
		b.writeAllYears(c, s, f)
		return
	}
	if f.State != model.Reported {
		return // the sentence above says why
	}
	var before *indicator.Figure
	if b.compare == twoYears {
		if before = s.Before(f.Year); before == nil {
			c.Say(c.Styles().Notice, "No earlier year has figures to compare with.")
		}
	}
	noteBands(c, f, before)
	c.Heading(b.caption(f, before))
	if whole := b.whole(f); b.view == shares && whole.Total > 0 {
		c.Say(c.Styles().Muted, words.Compared(b.Data.Words, b.unit(), &whole, f, b.categorised()))
	}
	if len(b.rows(f)) == 0 && len(b.rows(before)) == 0 {
		c.Say(c.Styles().Muted, "No rows by band for this year and staff category.")
		return
	}
	switch b.view {
	case shares:
		c.Draw(b.shareBars(c, f, before).Render(c.Data.Theme, c.Width))
	case headcounts:
		c.Draw(b.headcountBars(c, f, before).Render(c.Data.Theme, c.Width))
	default:
		c.Draw(b.stackedBars(c, f).Render(c.Data.Theme, c.Width))
	}
	b.under(c, f)
}

func (b *bands) caption(f, before *indicator.Figure) string {
	what := [...]string{
		shares:     "Share of staff who are " + b.Data.Words.Labels.Label(model.BME),
		headcounts: "Headcount",
		stacks:     "Groups in each row, headcount",
	}[b.view]
	s := what + " by " + b.unit() + ", " + b.categoryName()
	if before != nil {
		return fmt.Sprintf("%s, %s and %s", s, f.Year, before.Year)
	}
	return s
}

// unit is what a row of the chart is.
func (b *bands) unit() string {
	return map[bool]string{false: "band", true: "cluster"}[b.clusters]
}

// few reports whether a row is too small for a percentage on screen.
func (b *bands) few(row *indicator.BandRow) bool {
	return row.Total < b.Data.Results.Settings.Thresholds.BandHeadcount
}

func (b *bands) fewWords() string {
	return fmt.Sprintf("fewer than %d staff, no percentage", b.Data.Results.Settings.Thresholds.BandHeadcount)
}

// count writes a group's count in a row.
func count(row *indicator.BandRow, g model.Group) string { return panel.Number(row.Counts[g]) }

// fraction writes the counts behind a row's share: "33/273".
func fraction(row *indicator.BandRow) string {
	return count(row, model.BME) + "/" + words.Thousands(row.Total)
}
