package figures

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/whatif"
	"wres/model/words/inview"
	"wres/tui/panel"
)

// behind lists what stands behind the charts: the shape's own tables first, then what the
// plan does about it, then the finding in full where the headline is not, benchmarks,
// cautions, and what is counted.
func (p *panes) behind(spoken bool) []panel.Section {
	all := append(p.shape.behind(p.content), panel.Section{Title: "In the plan", Write: func(c *panel.Column) { c.Actions(p.last(), "") }})
	if f := p.last(); f != nil && !spoken && !p.without() {
		all = append(all, panel.Section{Title: "In words", Write: func(c *panel.Column) { c.Say(c.Styles().Text, f.Sentence) }})
	}
	return append(all, p.Behind(p.figure, p.shown)...)
}

// shown is the words of the page, of which the notes explain the terms.
func (p *panes) shown() string {
	words := []string{ansi.Strip(strings.Join(p.body, "\n"))}
	for _, f := range p.found {
		words = append(words, f.Kind.String(), f.Sentence)
	}
	return strings.Join(append(words, p.spoken()), "\n")
}

// spoken is the words of what is said of the row under the cursor.
func (p *panes) spoken() string {
	t, _ := p.under()
	return strings.ToLower(ansi.Strip(t.badge)) + "\n" + strings.Join(t.said, " ")
}

// terms are those in what is said of the row under the cursor that are explained.
func (p *panes) terms() string {
	return strings.Join(inview.Meanings(p.Data.Words, p.Data.Results, p.spoken()), " ")
}

// steps says what it would take for the figure to be another, where that is answered.
func (p *content) steps() []panel.Section {
	steps := whatif.Of(p.Data.Words, p.Data.Results, p.Indicator, p.figure)
	if len(steps) == 0 {
		return nil
	}
	return []panel.Section{{Title: "What it would take (w)", Write: func(c *panel.Column) {
		for i, s := range steps {
			if i > 0 {
				c.Gap()
			}
			c.Say(c.Styles().Muted, s.Label)
			for _, line := range s.Lines {
				c.Item(c.Data.Theme.Glyphs.Bullet, c.Styles().Muted, c.Styles().Text, line)
			}
		}
	}}}
}

// yearsReported reports whether any year has figures, without which a table of years says
// no more than the chart.
func (p *content) yearsReported() bool {
	for i := range p.series.Figures {
		if p.series.Figures[i].State == model.Reported {
			return true
		}
	}
	return false
}
