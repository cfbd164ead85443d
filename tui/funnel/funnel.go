// Package funnel is the screen of several organisations beside all of them together: the
// snapshot of the app goes in, and a chart for each headline figure comes out, a row an
// organisation in the order of their names. It stands over the panels. Where a point lies is
// told by its place, its sign and a word; above each chart a sentence says what it shows.
//
// Place in the flow: the limits are those of model/funnel, the sentences those of
// model/report/funnel; the root opens it and hands it each new snapshot.
package funnel

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/funnel"
	page "wres/model/report/funnel"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Model is the screen.
type Model struct {
	panel.Page
	close, passed key.Binding
}

// New makes the screen of a snapshot; opens is the key that opens it, and closes it too. The
// keys passed work on it as they do on the panels.
func New(d panel.Data, opens string, passed ...key.Binding) *Model {
	m := &Model{Page: panel.NewPage(), close: ask.Bind("esc", "close", "esc", "q", opens)}
	var keys []string
	for _, b := range passed {
		keys = append(keys, b.Keys()...)
	}
	m.passed = ask.Bind(strings.Join(keys, " "), "another year", keys...)
	m.Data = d
	return m
}

// SetData takes a new snapshot.
func (m *Model) SetData(d panel.Data) {
	m.Data = d
	m.rebuild()
}

// SetSize gives it its box.
func (m *Model) SetSize(width, height int) {
	m.Resize(width, height)
	m.rebuild()
}

// Passes reports whether a key is left to the app.
func (m *Model) Passes(k tea.KeyPressMsg) bool { return key.Matches(k, m.passed) }

// Update scrolls, and closes.
func (m *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, m.close) {
		return ask.Leave{}, nil
	}
	return m.Page.Update(msg), nil
}

// ShortHelp lists the keys.
func (m *Model) ShortHelp() []key.Binding {
	return []key.Binding{m.close, ask.Bind("↑↓", "scroll", "down", "up"), m.passed}
}

// rebuild lays the screen out anew.
func (m *Model) rebuild() {
	d := m.Data
	if m.Width <= 0 || d.Results == nil {
		return
	}
	t := d.Theme
	if len(d.Members.Names()) < 2 {
		m.Set(" Organisations", "", m.Text(t.Styles.Text, Missing(d)))
		return
	}
	p := page.Page{Funnels: d.Members.Of(d.Year, d.Results.Publication), Example: d.Results.Example}
	var lines []string
	for _, c := range p.Shown() {
		lines = append(lines, m.Text(t.Styles.Title, d.Clean(page.Title(d.Words, c)))...)
		lines = append(lines, m.Text(t.Styles.Text, d.Clean(page.Brief(d.Words, c)))...)
		lines = append(append(lines, m.chart(c)...), "")
	}
	if len(lines) == 0 {
		lines = append(m.Text(t.Styles.Text, "No organisation has a figure of "+d.Year.String()+" that can be set beside others. [ and ] go to another year."), "")
	}
	for _, said := range append([]string{Legend(t)}, p.Cautions()...) {
		lines = append(lines, m.Text(t.Styles.Muted, said)...)
	}
	m.Set(fmt.Sprintf(" %s beside all together, %s", words.Count(len(p.Members), "organisation"), d.Year), "", lines)
}

// Missing says why there is nothing to show.
func Missing(d panel.Data) string {
	if len(d.Organisations) > 1 {
		return "The files of this folder are large, and a chart would read them once more for each organisation. 'wres funnel DIR' does that."
	}
	return "The extracts of this folder are of one organisation. Where a column organisation names several, each of them stands here beside all together."
}

// Legend says what the signs of a chart stand for.
func Legend(t theme.Theme) string {
	g := t.Glyphs
	return fmt.Sprintf("%s all together; %s%s%s 95%% limits, %s 99.8%% limits; %s within, %s beyond the 95%% limits, %s beyond both.",
		g.Reference, g.WhiskerLeft, g.Whisker, g.WhiskerRight, g.Tick, g.OpenDot, g.Dot, g.BothDot)
}

// The widths of a row, in cells.
const (
	wide     = 88 // from here a row is a line
	abreast  = 70 // and from here the counts stand behind the name
	nameMost = 28
	barLeast = 12
	liesMost = 14
)

// chart draws a row for each organisation: its name, the limits with its point, its counts
// and where it lies. In a narrow window the drawing stands below the words.
func (m *Model) chart(c *funnel.Chart) (lines []string) {
	t := m.Data.Theme
	room := m.Width - 2
	lower, upper := span(c)
	for i := range c.Points {
		p := &c.Points[i]
		name, lies := t.Text(m.Data.Clean(p.Organisation)), t.Text(page.PositionText(p))
		count := words.HiddenMark
		switch p.Lacks {
		case funnel.None:
			count = t.Text(fmt.Sprintf("%s of %s  %s", words.Thousands(p.Count.Events), words.Thousands(p.Count.AtRisk), m.Data.Words.Percent(p.Share)))
		case funnel.Hidden:
		default:
			count = ""
		}
		style := t.Styles.Text
		if p.Lacks == funnel.None && p.Position != funnel.Within {
			style = t.Styles.Strong
		}
		bar := ""
		if p.Lacks == funnel.None {
			bar = m.bar(c, p, lower, upper, max(min(room-nameMost-42, 80), barLeast))
		}
		if room >= wide {
			lines = append(lines, " "+strings.Join([]string{panel.Padded(cut(t, name, nameMost), nameMost), panel.Padded(bar, max(min(room-nameMost-42, 80), barLeast)),
				right(count, 25), style.Render(lies)}, " "))
			continue
		}
		if bar != "" {
			bar = m.bar(c, p, lower, upper, max(room-2, barLeast))
		}
		below := count
		if room >= abreast {
			lies, below = right(count, 25)+"  "+panel.Padded(lies, liesMost), ""
		}
		left := max(room-theme.Width(lies)-1, 1)
		lines = append(lines, " "+panel.Padded(cut(t, name, left), left)+" "+style.Render(lies))
		if bar != "" {
			lines = append(lines, "   "+bar)
		}
		if below != "" {
			lines = append(lines, t.Styles.Muted.Render("   "+below))
		}
	}
	return lines
}

// span is what the drawing of a chart reaches over: all its limits and points.
func span(c *funnel.Chart) (lower, upper float64) {
	first := true
	for _, p := range c.Points {
		if p.Lacks != funnel.None {
			continue
		}
		for _, v := range []float64{p.Share, p.Limits998[0], p.Limits998[1]} {
			if first || v < lower {
				lower = v
			}
			if first || v > upper {
				upper = v
			}
			first = false
		}
	}
	return lower, upper
}

// bar draws the limits of one organisation with its point over them.
func (m *Model) bar(c *funnel.Chart, p *funnel.Point, lower, upper float64, width int) string {
	t := m.Data.Theme
	g := t.Glyphs
	at := func(v float64) int {
		if upper <= lower {
			return width / 2
		}
		return min(max(int((v-lower)/(upper-lower)*float64(width-1)+0.5), 0), width-1)
	}
	cells := make([]string, width)
	for i := range cells {
		cells[i] = " "
	}
	for i := at(p.Limits998[0]); i <= at(p.Limits998[1]); i++ {
		cells[i] = g.Tick
	}
	for i := at(p.Limits95[0]); i <= at(p.Limits95[1]); i++ {
		cells[i] = g.Whisker
	}
	cells[at(p.Limits95[0])], cells[at(p.Limits95[1])] = g.WhiskerLeft, g.WhiskerRight
	if p0, known := c.Share(); known {
		cells[at(p0)] = g.Reference
	}
	mark, style := at(p.Share), t.Styles.Text
	sign := g.OpenDot
	switch p.Position {
	case funnel.Below95, funnel.Above95:
		sign, style = g.Dot, t.Styles.Strong
	case funnel.Below998, funnel.Above998:
		sign, style = g.BothDot, t.Styles.Strong
	}
	faint := t.Styles.Faint
	return faint.Render(strings.Join(cells[:mark], "")) + style.Render(sign) + faint.Render(strings.Join(cells[mark+1:], ""))
}

func cut(t theme.Theme, text string, width int) string {
	for theme.Width(text) > width {
		runes := []rune(strings.TrimSuffix(text, t.Glyphs.Ellipsis))
		text = string(runes[:len(runes)-1]) + t.Glyphs.Ellipsis
	}
	return text
}

func right(text string, width int) string {
	return strings.Repeat(" ", max(width-theme.Width(text), 0)) + text
}

// Choice is an organisation that can be chosen, or all of them.
type Choice struct {
	Name  string // as it is asked for; "": all together
	Shown string // for the list
}

// Choices lists the organisations of a snapshot, all of them first; nil: there is one.
func Choices(d panel.Data) (all []Choice) {
	if len(d.Organisations) < 2 {
		return nil
	}
	all = []Choice{{"", fmt.Sprintf("All %d organisations together", len(d.Organisations))}}
	for _, name := range d.Organisations {
		all = append(all, Choice{name, name})
	}
	return all
}
