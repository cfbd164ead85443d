package panel

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/chart"
)

// The widths that the panels of the indicators are laid out by.
const (
	marginWidth = 44  // from here there is a column to spare at the left
	ProseWidth  = 100 // a longer line of words is hard to read
	chartWidth  = 130 // a longer bar says nothing more
	sideBySide  = 170 // from here picture and tables stand beside each other
	tableShare  = 98  // and the tables have this much of it
	Roomy       = 64  // from here charts have room for the groups' whole names
)

// IndicatorPage is what the panels of the indicators share: all but the picture
// and the tables, which each of them draws into a column.
type IndicatorPage struct {
	Page
	Indicator *indicator.Indicator
	Lead      func(*Column, *indicator.Series, *indicator.Figure) // what the figure shows, above all
	Chart     func(*Column, *indicator.Series, *indicator.Figure)
	Detail    func(*Column, *indicator.Series, *indicator.Figure)
	// About is what the title's right end says beside the date, if anything.
	About func(*indicator.Figure) string
}

// NewIndicatorPage makes the page of an indicator, with its sentence and what doubt there is
// of it above all; Chart and Detail are still to be set.
func NewIndicatorPage(ind *indicator.Indicator) IndicatorPage {
	p := IndicatorPage{Page: NewPage(), Indicator: ind}
	p.Lead = func(c *Column, s *indicator.Series, f *indicator.Figure) {
		c.Say(c.Styles().Text, c.Data.Words.Sentence(ind, f))
		c.Say(c.Styles().Accent, c.Data.Words.Doubt(s, f))
	}
	return p
}

// Title gives the number and the short name: "2 Appointed from shortlist".
func (p *IndicatorPage) Title() string { return p.Indicator.ID + " " + p.Indicator.Short }

// SetData takes a snapshot and prepares the lines.
func (p *IndicatorPage) SetData(d Data) {
	p.Data = d
	p.Prepare()
}

// SetSize takes the size of the box and prepares the lines for it.
func (p *IndicatorPage) SetSize(width, height int) {
	p.Resize(width, height)
	p.Prepare()
}

// Update handles the keys that all indicators have.
func (p *IndicatorPage) Update(msg tea.Msg) ask.Request {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		if asked := OfFigure(p.Data, p.Indicator.ID, pressed); asked != nil {
			return asked
		}
	}
	return p.Page.Update(msg)
}

// ShortHelp lists what the footer shows.
func (p *IndicatorPage) ShortHelp() []key.Binding {
	return append([]key.Binding{ScrollKey()}, KeysOf(p.Indicator)...)
}

// FullHelp lists every key of the panel.
func (p *IndicatorPage) FullHelp() [][]key.Binding { return [][]key.Binding{p.ShortHelp()} }

// Prepare puts the lines in place.
func (p *IndicatorPage) Prepare() {
	if p.Width <= 0 {
		return
	}
	lines := p.Compose() // first: what the title says depends on it
	_, f := p.Data.Figure(p.Indicator.ID)
	p.Set(p.margin()+p.Title(), p.right(f), lines)
}

// margin is the empty column at the left, where there is one to spare.
func (p *IndicatorPage) margin() string {
	if p.Width < marginWidth {
		return ""
	}
	return " "
}

// Compose makes the lines, none wider than the box. The answer stands first, then
// the picture, then what is behind it.
func (p *IndicatorPage) Compose() []string {
	margin := p.margin()
	c := NewColumn(p.Data, p.Width-len(margin))
	s, f := p.Data.Figure(p.Indicator.ID)
	switch {
	case p.Data.Results == nil:
		c.Say(c.Styles().Muted, p.Data.Reading())
	case f == nil:
		c.Say(c.Styles().Text, p.NoYear())
	default:
		p.write(c, s, f)
	}
	for i, line := range c.Lines {
		if line != "" {
			c.Lines[i] = margin + line
		}
	}
	return c.Lines
}

// Picture draws what the panel draws of what a finding is about, in at most a width, for
// another screen.
func (p *IndicatorPage) Picture(d Data, _ findings.About, width int) []string {
	p.Data = d
	s, f := d.Figure(p.Indicator.ID)
	if f == nil {
		return nil
	}
	c := NewColumn(d, width)
	p.Chart(c, s, f)
	return c.Lines
}

// NoYear says what to do where the selected year is not in the extracts.
func (p *IndicatorPage) NoYear() string {
	years := p.Data.Results.Years
	if len(years) == 0 {
		return "No extract gives figures of any year. Press f for what was read and what to do."
	}
	return fmt.Sprintf("There are no figures for %s: the extracts hold %s to %s. Press [ or ] for another year.",
		p.Data.Year, years[0], years[len(years)-1])
}

func (p *IndicatorPage) write(c *Column, s *indicator.Series, f *indicator.Figure) {
	p.Lead(c, s, f)
	c.Gap()
	if c.Width >= sideBySide {
		left := NewColumn(p.Data, min(c.Width-tableShare-4, chartWidth))
		right := NewColumn(p.Data, tableShare)
		p.Chart(left, s, f)
		p.Detail(right, s, f)
		c.Lines = append(c.Lines, beside(left.Lines, right.Lines, left.Width+4)...)
	} else {
		c.Narrow(chartWidth, func() { p.Chart(c, s, f) })
		c.Gap()
		p.Detail(c, s, f)
	}
	for _, s := range p.Behind(f, func() string { return strings.Join(c.Lines, "\n") }) {
		c.Heading(s.Title)
		s.Write(c)
	}
}

// Section is a part of a page with a heading.
type Section struct {
	Title string
	Write func(*Column)
}

// Behind lists what stands behind every figure: benchmarks, cautions, and what is
// counted. Shown gives all else that is on the page, of which the terms are explained.
func (p *IndicatorPage) Behind(f *indicator.Figure, shown func() string) []Section {
	var all []Section
	if len(f.Benchmarks) > 0 {
		all = append(all, Section{"Benchmarks " + f.Year.String(), func(c *Column) { p.benchmarks(c, f) }})
	}
	if len(f.Warnings) > 0 {
		all = append(all, Section{"Cautions", func(c *Column) { p.warnings(c, f) }})
	}
	return append(all, Section{"What is counted", func(c *Column) { p.notes(c, f, shown()) }})
}

// right is the right end of the title line. Where it is too long the parts that stand
// elsewhere go first, and a note such as "illustrative" goes last.
func (p *IndicatorPage) right(f *indicator.Figure) string {
	if f == nil {
		return ""
	}
	actions, about := "no action yet", ""
	if n := len(p.Data.Plan.ForIndicator(p.Indicator.ID)); n > 0 {
		actions = fmt.Sprintf("%d %s", n, Plural(n, "action", "actions"))
	}
	if p.About != nil {
		about = p.About(f)
	}
	room := TitleRoom(p.Width) - ansi.StringWidth(p.Title())
	for _, parts := range [][]string{{f.Note, about, actions}, {f.Note, about}, {f.Note, actions}} {
		if text := Joined(parts, " · "); ansi.StringWidth(text) <= room {
			return text
		}
	}
	return f.Note
}

// benchmarks writes every benchmark of the year in words, drawn or not.
func (p *IndicatorPage) benchmarks(c *Column, f *indicator.Figure) {
	for _, b := range f.Benchmarks {
		c.Item(c.Data.Theme.Glyphs.Benchmark, c.Styles().Benchmark, c.Styles().Text, p.Cleaned(words.Benchmark(p.Data.Words, b)))
	}
}

// Cleaned is what of a text from a file may reach the screen.
func (p *IndicatorPage) Cleaned(s string) string {
	if p.Data.Clean == nil {
		return s
	}
	return p.Data.Clean(s)
}

func (p *IndicatorPage) warnings(c *Column, f *indicator.Figure) {
	for _, clause := range p.Data.Words.Warnings(p.Indicator, f) {
		c.Item(c.Data.Theme.Glyphs.Warning, c.Styles().Notice, c.Styles().Notice, sentence(clause))
	}
}

// notes says what is counted, of which time, and what the short names stand for.
func (p *IndicatorPage) notes(c *Column, f *indicator.Figure, shown string) {
	muted, y := c.Styles().Muted, f.Year
	c.Say(muted, "Counted: "+p.Indicator.Numerator+".")
	c.Say(muted, "Out of: "+p.Indicator.Denominator+".")
	c.Say(muted, "When: "+p.Data.Words.When(p.Indicator, y)+".")
	for _, meaning := range p.Data.Words.Meanings(shown) {
		c.Say(muted, meaning+".")
	}
	for _, g := range model.Groups() {
		if short, label := p.Data.Words.Labels.Short(g), p.Data.Words.Labels.Label(g); short != label {
			c.Say(muted, short+": "+label+".")
		}
	}
}

// GroupName gives a group's word for a chart: whole where there is room.
func (p *IndicatorPage) GroupName(c *Column, g model.Group) string {
	if c.Width >= Roomy {
		return p.Data.Words.Labels.Label(g)
	}
	return p.Data.Words.Labels.Short(g)
}

// YearTable sets every year of a series in a table below a heading. A series without any
// figure has none.
func (p *IndicatorPage) YearTable(c *Column, heading string, s *indicator.Series, columns []chart.Column, cells func(*indicator.Figure) []string) {
	reported := func(f indicator.Figure) bool { return f.State == model.Reported }
	if !slices.ContainsFunc(s.Figures, reported) {
		return
	}
	c.Heading(heading)
	p.Years(c, s, columns, cells)
}

// Years sets every year of a series in a table: the year, and what cells gives of it.
func (p *IndicatorPage) Years(c *Column, s *indicator.Series, columns []chart.Column, cells func(*indicator.Figure) []string) {
	first := chart.Column{Title: "year", Style: c.Styles().Text}
	tb := chart.Table{Rule: true, Cursor: true, Selected: p.Selected(s), Columns: append([]chart.Column{first}, columns...)}
	for i := range s.Figures {
		f := &s.Figures[i]
		tb.Rows = append(tb.Rows, append([]string{f.Year.String()}, cells(f)...))
	}
	c.Table(tb)
}

// Absence says why a year has no value in a chart or table.
func (p *IndicatorPage) Absence(f *indicator.Figure) string {
	return p.Data.Words.Absence(p.Indicator, f, f.Year == p.Data.Year)
}

// Selected gives the place of the selected year in a series.
func (p *IndicatorPage) Selected(s *indicator.Series) int {
	return slices.IndexFunc(s.Figures, func(f indicator.Figure) bool { return f.Year == p.Data.Year })
}
