package figures

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
)

// shape is what the figures of an indicator look like.
type shape interface {
	// charts gives the charts of the selected year and of all years, the first first.
	charts(*content) []charted
	// figure says a year's figure with its counts and its interval, in one sentence; it
	// is only asked for what there is.
	figure(*content, *indicator.Figure) string
	// behind lists what stands behind the charts: tables, and what else follows.
	behind(*content) []panel.Section
}

// page is what the panels of this package share: what there is to show, with the cursor
// on a row of it, and the panes that show it.
type page struct {
	content
	panes
	keys panel.CursorKeys
}

func newPage(ind *indicator.Indicator, s shape) *page {
	p := &page{content: content{IndicatorPage: panel.NewIndicatorPage(ind), shape: s, ofFigure: panel.FigureKeys()}, keys: panel.NewCursorKeys("open")}
	p.panes.content = &p.content
	return p
}

// SetData takes a snapshot.
func (p *page) SetData(d panel.Data) {
	p.take(d)
	p.anew()
}

// SetSize takes the size of the box.
func (p *page) SetSize(width, height int) {
	p.width, p.height = max(width, 0), max(height, 0)
	p.anew()
}

// Update handles the keys of the panel.
func (p *page) Update(msg tea.Msg) ask.Request {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if p.scrolled(pressed) {
		return nil
	}
	if at, moved := p.keys.Move(pressed, p.at, len(p.things)); moved {
		p.move(at, pressed)
		return nil
	}
	if key.Matches(pressed, p.keys.Open) { // what is behind a figure is where it is from
		return ask.Trace{ID: p.Indicator.ID}
	}
	return panel.OfFigure(p.Data, p.Indicator.ID, plan.Bands{}, pressed)
}

// move puts the cursor on another thing. At the last one the page goes on below it, and
// Home and End show its ends.
func (p *page) move(at int, pressed tea.KeyPressMsg) {
	still := at == p.at && p.on != ""
	p.at, p.on = at, p.things[at].key
	if !still {
		p.arrange()
	}
	switch {
	case key.Matches(pressed, p.keys.First):
		p.top = 0
	case key.Matches(pressed, p.keys.Last):
		p.top = p.within(len(p.body))
	case still && key.Matches(pressed, p.keys.Down):
		p.top = p.within(p.top + 1)
	case still && key.Matches(pressed, p.keys.Up):
		p.top = p.within(p.top - 1)
	}
}

// ShortHelp lists what the footer shows.
func (p *page) ShortHelp() []key.Binding {
	return append(slices.Clone(p.ofFigure), ask.Bind("↑↓", "row", "up", "down"))
}

// FullHelp lists every key of the panel.
func (p *page) FullHelp() [][]key.Binding {
	moves := []key.Binding{p.keys.Up, p.keys.Down, p.keys.First, p.keys.Last, ask.Bind("pgdn", "page down", "pgdown", "space")}
	return [][]key.Binding{append(moves, p.ofFigure...)}
}

// Taken gives what the figures of the year come to.
func (p *page) Taken() panel.Taken {
	return panel.TakenOf(p.Data.FindingsOn(p.Indicator.ID, p.Data.Year)...)
}

// View draws the panes in exactly the box.
func (p *page) View() string {
	if p.width <= 0 || p.height <= 0 {
		return ""
	}
	t := p.Data.Theme
	if len(p.columns) == 0 {
		pane := panel.Placed{Box: p.width >= panel.BoxedWidth && p.height > 2, Width: p.width, Height: p.height}
		pane.Title = p.Title()
		width, _ := pane.Room()
		pane.Put(panel.Wrap(t, p.instead(), max(width, 1), t.Styles.Text))
		return strings.Join(panel.Abreast(t, [][]panel.Placed{{pane}}), "\n")
	}
	main := &p.columns[0][0]
	_, most := main.Room()
	main.Put(p.body[p.top : p.top+panel.Fold(p.body, p.parts, p.top, most)])
	if len(p.columns[0]) > 1 && p.columns[0][1].Title != "" {
		p.columns[0][1].Right = ""
		if p.top+most < len(p.body) {
			p.columns[0][1].Right = panel.MoreBelow
		}
	}
	main.More = p.top+most < len(p.body) && (main.Box || p.top > 0 || p.pictured > most)
	return strings.Join(panel.Abreast(t, p.columns), "\n")
}

// instead says why there is nothing to draw.
func (p *page) instead() string {
	if p.Data.Results == nil {
		return p.Data.Reading()
	}
	return p.NoYear()
}

// Compose gives the lines of all panes, also those that are scrolled out of sight.
func (p *page) Compose() []string {
	if len(p.columns) == 0 {
		return strings.Split(p.View(), "\n")
	}
	all := slices.Clone(p.body)
	for i, column := range p.columns {
		for j, pane := range column {
			if i > 0 || j > 0 {
				all = append(append(all, pane.Head+pane.Title), pane.Lines...)
			}
		}
	}
	return all
}

// Picture draws the charts of what a finding is about, in at most a width, for another
// screen.
func (p *page) Picture(d panel.Data, _ findings.About, width int) []string {
	shown := content{IndicatorPage: panel.IndicatorPage{Data: d, Indicator: p.Indicator}, shape: p.shape}
	shown.series, shown.figure = d.Figure(p.Indicator.ID)
	if shown.figure == nil {
		return nil
	}
	c := panel.NewColumn(d, width)
	for _, chart := range p.shape.charts(&shown) { // of which the things are not asked for
		if chart.extra || chart.later {
			continue
		}
		c.Heading(chart.title)
		c.Draw(chart.draw(paper{t: d.Theme, width: width, at: -1, still: true}))
	}
	return c.Lines
}
