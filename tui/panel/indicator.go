package panel

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/chart"
	"wres/tui/theme"
)

// The widths that the panels of the indicators are laid out by.
const (
	marginWidth = 44  // from here there is a column to spare at the left
	ProseWidth  = 100 // a longer line of words is hard to read
	chartWidth  = 130 // a longer bar says nothing more
	sideBySide  = 170 // from here picture and tables stand beside each other
	tableShare  = 98  // and the tables have this much of it
	roomy       = 64  // from here charts have room for the groups' whole names
)

// indicatorPage is what the panels of the indicators share: all but the picture
// and the tables, which each of them draws into a column.
type indicatorPage struct {
	page
	ind    *indicator.Indicator
	lead   func(*column, *indicator.Series, *indicator.Figure) // what the figure shows, above all
	chart  func(*column, *indicator.Series, *indicator.Figure)
	detail func(*column, *indicator.Series, *indicator.Figure)
	// about is what the title's right end says beside the date, if anything.
	about func(*indicator.Figure) string
}

func newIndicatorPage(ind *indicator.Indicator) indicatorPage {
	p := indicatorPage{page: newPage(), ind: ind}
	p.lead = func(c *column, s *indicator.Series, f *indicator.Figure) {
		c.say(c.styles().Text, c.d.Words.Sentence(ind, f))
		c.say(c.styles().Accent, c.d.Words.Doubt(s, f))
	}
	return p
}

// indicatorPanels makes the panel of an indicator by its shape.
var indicatorPanels = map[indicator.Shape]func(*indicator.Indicator) Panel{
	indicator.Bands:      newBands,
	indicator.Likelihood: newLikelihood,
	indicator.Survey:     newSurvey,
	indicator.Board:      newBoard,
}

// NewIndicator makes the panel of an indicator.
func NewIndicator(ind *indicator.Indicator) Panel { return indicatorPanels[ind.Shape](ind) }

// IndicatorKeys lists the ids of indicators that are one key press, which opens their
// panel. Tab walks to the others.
func IndicatorKeys() []string {
	var keys []string
	for _, ind := range indicator.Catalogue() {
		if len(ind.ID) == 1 {
			keys = append(keys, ind.ID)
		}
	}
	return keys
}

// Title gives the number and the short name: "2 Appointed from shortlist".
func (p *indicatorPage) Title() string { return p.ind.ID + " " + p.ind.Short }

// SetData takes a snapshot and prepares the lines.
func (p *indicatorPage) SetData(d Data) {
	p.data = d
	p.prepare()
}

// SetSize takes the size of the box and prepares the lines for it.
func (p *indicatorPage) SetSize(width, height int) {
	p.resize(width, height)
	p.prepare()
}

// View draws the panel in exactly its box.
func (p *indicatorPage) View() string { return p.view() }

// Update handles the keys that all indicators have.
func (p *indicatorPage) Update(msg tea.Msg) ask.Request {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(pressed, draftKey):
			return ask.Form{New: true, Action: draftFor(p.data, p.ind.ID)}
		case key.Matches(pressed, traceKey):
			return ask.Trace{ID: p.ind.ID}
		}
	}
	return p.update(msg)
}

// ShortHelp lists what the footer shows.
func (p *indicatorPage) ShortHelp() []key.Binding {
	return []key.Binding{scrollKey, traceKey, draftKey}
}

// FullHelp lists every key of the panel.
func (p *indicatorPage) FullHelp() [][]key.Binding { return [][]key.Binding{p.ShortHelp()} }

// prepare puts the lines in place.
func (p *indicatorPage) prepare() {
	if p.width <= 0 {
		return
	}
	lines := p.compose() // first: what the title says depends on it
	_, f := p.data.figure(p.ind.ID)
	p.set(p.margin()+p.Title(), p.right(f), lines)
}

// margin is the empty column at the left, where there is one to spare.
func (p *indicatorPage) margin() string {
	if p.width < marginWidth {
		return ""
	}
	return " "
}

// compose makes the lines, none wider than the box. The answer stands first, then
// the picture, then what is behind it.
func (p *indicatorPage) compose() []string {
	margin := p.margin()
	c := newColumn(p.data, p.width-len(margin))
	s, f := p.data.figure(p.ind.ID)
	switch {
	case p.data.Results == nil:
		c.say(c.styles().Muted, p.data.waiting())
	case f == nil:
		c.say(c.styles().Text, p.noYear())
	default:
		p.write(c, s, f)
	}
	for i, line := range c.lines {
		if line != "" {
			c.lines[i] = margin + line
		}
	}
	return c.lines
}

func (p *indicatorPage) noYear() string {
	years := p.data.Results.Years
	if len(years) == 0 {
		return "No extract gives figures of any year. Press f for what was read and what to do."
	}
	return fmt.Sprintf("There are no figures for %s: the extracts hold %s to %s. Press [ or ] for another year.",
		p.data.Year, years[0], years[len(years)-1])
}

func (p *indicatorPage) write(c *column, s *indicator.Series, f *indicator.Figure) {
	p.lead(c, s, f)
	c.gap()
	if c.width >= sideBySide {
		left := newColumn(p.data, min(c.width-tableShare-4, chartWidth))
		right := newColumn(p.data, tableShare)
		p.chart(left, s, f)
		p.detail(right, s, f)
		c.lines = append(c.lines, beside(left.lines, right.lines, left.width+4)...)
	} else {
		c.narrow(chartWidth, func() { p.chart(c, s, f) })
		c.gap()
		p.detail(c, s, f)
	}
	p.benchmarks(c, f)
	p.warnings(c, f)
	p.notes(c, f)
}

// right is the right end of the title line. Where it is too long the parts that
// stand elsewhere go first; a year and a note such as "illustrative" go last.
func (p *indicatorPage) right(f *indicator.Figure) string {
	if f == nil {
		return ""
	}
	day, actions, example, note := p.data.Year.Snapshot(), "no action yet", "", f.Note
	if n := len(p.data.Plan.ForIndicator(p.ind.ID)); n > 0 {
		actions = fmt.Sprintf("%d %s", n, plural(n, "action", "actions"))
	}
	if p.data.Results.Example {
		example = "example data"
	}
	about := ""
	if p.about != nil {
		about = p.about(f)
	}
	room := p.width - ansi.StringWidth(p.Title()) - 3
	for _, parts := range [][]string{
		{note, about, day, actions, example},
		{note, about, day, actions},
		{note, about, day},
		{note, day, actions},
		{note, day},
		{note, p.data.Year.String()},
	} {
		if text := joined(parts, " · "); ansi.StringWidth(text) <= room {
			return text
		}
	}
	return p.data.Year.String()
}

// joined joins the texts that are not empty.
func joined(texts []string, by string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return s == "" }), by)
}

// benchmarks writes every benchmark of the year in words, drawn or not.
func (p *indicatorPage) benchmarks(c *column, f *indicator.Figure) {
	if len(f.Benchmarks) == 0 {
		return
	}
	c.heading("Benchmarks " + f.Year.String())
	for _, b := range f.Benchmarks {
		c.item(c.d.Theme.Glyphs.Benchmark, c.styles().Benchmark, c.styles().Text, p.cleaned(words.Benchmark(p.data.Words, b)))
	}
}

// cleaned is what of a text from a file may reach the screen.
func (p *indicatorPage) cleaned(s string) string {
	if p.data.Clean == nil {
		return s
	}
	return p.data.Clean(s)
}

func (p *indicatorPage) warnings(c *column, f *indicator.Figure) {
	if len(f.Warnings) == 0 {
		return
	}
	c.heading("Cautions")
	for _, clause := range p.data.Words.Warnings(p.ind, f) {
		c.item(c.d.Theme.Glyphs.Warning, c.styles().Notice, c.styles().Notice, sentence(clause))
	}
}

// sentence gives a clause its capital and its full stop.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return strings.TrimSuffix(string(unicode.ToUpper(r))+s[n:], ".") + "."
}

// notes says what is counted, of which time, and what the short names stand for.
func (p *indicatorPage) notes(c *column, f *indicator.Figure) {
	c.heading("What is counted")
	muted, y := c.styles().Muted, f.Year
	c.say(muted, "Counted: "+p.ind.Numerator+".")
	c.say(muted, "Out of: "+p.ind.Denominator+".")
	c.say(muted, "When: "+p.data.Words.When(p.ind, y)+".")
	for _, meaning := range p.data.Words.Meanings(strings.Join(c.lines, "\n")) {
		c.say(muted, meaning+".")
	}
	for _, g := range model.Groups() {
		if short, label := p.data.Words.Labels.Short(g), p.data.Words.Labels.Label(g); short != label {
			c.say(muted, short+": "+label+".")
		}
	}
}

// name gives a group's word for a chart: whole where there is room.
func (p *indicatorPage) name(c *column, g model.Group) string {
	if c.width >= roomy {
		return p.data.Words.Labels.Label(g)
	}
	return p.data.Words.Labels.Short(g)
}

// draftFor begins an action for an indicator, with where it stands now: the
// figure of the selected year and its counts, in words and as the evidence that
// later years are compared with. A withheld figure gives no number.
func draftFor(d Data, id string) plan.Action {
	a := plan.Action{Indicators: id}
	if s, f := d.figure(id); f != nil {
		a.Baseline = d.Words.Baseline(s.Indicator, f)
		if e, err := plan.EvidenceOf(s.Indicator, f); err == nil {
			a.Evidence = e.String()
		}
	}
	return a
}

// intervalTitle heads a column of intervals.
func (p *indicatorPage) intervalTitle() string {
	return words.IntervalShort(p.data.Results.Settings.Level)
}

// number writes a count; one that no row gives is a dash.
func number(n *int) string {
	if n == nil {
		return "–"
	}
	return words.Thousands(*n)
}

// yearTable sets every year of a series in a table: the year, and what cells gives of it.
// A series without any figure has none.
func (p *indicatorPage) yearTable(c *column, heading string, s *indicator.Series, columns []chart.Column, cells func(*indicator.Figure) []string) {
	reported := func(f indicator.Figure) bool { return f.State == model.Reported }
	if !slices.ContainsFunc(s.Figures, reported) {
		return
	}
	first := chart.Column{Title: "year", Style: c.styles().Text}
	tb := chart.Table{Rule: true, Cursor: true, Selected: p.selected(s), Columns: append([]chart.Column{first}, columns...)}
	for i := range s.Figures {
		f := &s.Figures[i]
		tb.Rows = append(tb.Rows, append([]string{f.Year.String()}, cells(f)...))
	}
	c.heading(heading)
	c.table(tb)
}

// absence says why a year has no value in a chart or table.
func (p *indicatorPage) absence(f *indicator.Figure) string {
	return p.data.Words.Absence(p.ind, f, f.Year == p.data.Year)
}

// selected gives the place of the selected year in a series.
func (p *indicatorPage) selected(s *indicator.Series) int {
	return slices.IndexFunc(s.Figures, func(f indicator.Figure) bool { return f.Year == p.data.Year })
}

// percents puts a share on an axis that is numbered in percent or points.
func percents(share float64) float64 { return share * 100 }

// column is lines being written, none wider than its width.
type column struct {
	d     Data
	width int
	lines []string
}

func newColumn(d Data, width int) *column { return &column{d: d, width: width} }

func (c *column) styles() theme.Styles { return c.d.Theme.Styles }

// gap ends a part with an empty line.
func (c *column) gap() {
	if n := len(c.lines); n > 0 && c.lines[n-1] != "" {
		c.lines = append(c.lines, "")
	}
}

// narrow writes something in at most a width.
func (c *column) narrow(width int, write func()) {
	whole := c.width
	c.width = min(whole, width)
	write()
	c.width = whole
}

// say writes words, wrapped.
func (c *column) say(style lipgloss.Style, text string) {
	if text == "" {
		return
	}
	c.lines = append(c.lines, wrap(c.d.Theme, text, min(c.width, ProseWidth), style)...)
}

// heading begins a part.
func (c *column) heading(text string) {
	c.gap()
	c.say(c.styles().Title, text)
}

// item writes words behind a glyph.
func (c *column) item(glyph string, mark, style lipgloss.Style, text string) {
	for i, line := range wrap(c.d.Theme, text, min(c.width, ProseWidth)-2, style) {
		head := "  "
		if i == 0 {
			head = mark.Render(glyph) + " "
		}
		c.lines = append(c.lines, head+line)
	}
}

// draw adds a chart.
func (c *column) draw(rendered string) {
	if rendered != "" {
		c.lines = append(c.lines, strings.Split(rendered, "\n")...)
	}
}

// table adds a table. One that is too narrow for columns is a record a row, and
// an empty line keeps records apart.
func (c *column) table(tb chart.Table) {
	head, rows := tb.Lines(c.d.Theme, c.width)
	c.lines = append(c.lines, head...)
	for i, row := range rows {
		if i > 0 && len(head) == 0 {
			c.gap()
		}
		c.lines = append(c.lines, row...)
	}
}

// beside puts two columns next to each other, the second one from a column on.
func beside(left, right []string, from int) []string {
	lines := make([]string, max(len(left), len(right)))
	copy(lines, left)
	for i, line := range right {
		if line != "" {
			lines[i] += strings.Repeat(" ", max(from-ansi.StringWidth(lines[i]), 0)) + line
		}
	}
	return lines
}
