package meeting

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"wres/model/words/inview"
)

// head says which page this is, whose figures these are and of which year. Where there is
// no room for all, what is said of the figures gets shorter first.
func (m *Model) head() string {
	t, r := m.data.Theme, m.data.Results
	bar := t.Styles.Bar
	title := t.Text(fmt.Sprintf("%d of %d · %s", m.at+1, len(m.pages), m.page().Title))
	if r == nil {
		return t.Spread(bar, bar.Render(" ")+t.Styles.BarTitle.Render(title), "", m.width)
	}
	room := m.width - ansi.StringWidth(title) - 4
	name, right := t.Text(m.clean(r.Organisation)), ""
	least := 0
	for _, chips := range m.chips() {
		right, least = chips.said, min(ansi.StringWidth(name), chips.name)
		if least+ansi.StringWidth(right) <= room {
			break
		}
	}
	if room -= ansi.StringWidth(right); least > 0 && room >= least {
		right = t.Styles.BarText.Render(ansi.Truncate(name, room, t.Glyphs.Ellipsis)) + right
	}
	title = ansi.Truncate(title, max(m.width-ansi.StringWidth(right)-4, 0), t.Glyphs.Ellipsis)
	return t.Spread(bar, bar.Render(" ")+t.Styles.BarTitle.Render(title), right+bar.Render(" "), m.width)
}

// chips say of which figures a page is, beside so many cells of the name at least; 0: beside
// no name.
type chips struct {
	said string
	name int
}

// chips gives them in the most words first. That figures are an example is dropped after
// the name, as they would else be taken for its own.
func (m *Model) chips() []chips {
	t := m.data.Theme
	chip := func(word string) string {
		return t.Styles.Bar.Render(" ") + t.Chip(t.Styles.BarChip, t.Styles.Bar, word)
	}
	year, internal, least := chip(m.data.Year.String()), "", ""
	if m.internal() != "" {
		internal = chip("internal")
	}
	if m.data.Results.Publication {
		internal, least = chip(inview.Name(m.data.Words)), chip("public")
	}
	if !m.data.Results.Example {
		return []chips{{year + internal, leastName}, {year + least, leastName}}
	}
	example := year + chip("example")
	return []chips{{year + chip("example data") + internal, leastName}, {example + internal, shortName}, {example + internal, 0},
		{example + least, 0}, {year + least, 0}}
}

// internal says that the figures are not for publication, or "".
func (m *Model) internal() string {
	if m.data.Results == nil {
		return ""
	}
	return inview.Internal(m.data.Results, m.data.Year, false)
}
