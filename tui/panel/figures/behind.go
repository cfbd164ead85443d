package figures

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/findings"
	"wres/model/whatif"
	"wres/tui/panel"
)

// behind lists what stands behind the charts: the shape's own tables first, then what the
// plan does about it, then the finding in full where the headline is not, benchmarks,
// cautions, and what is counted.
func (p *panes) behind(spoken bool) []panel.Section {
	all := append(p.shape.behind(p.content), panel.Section{Title: "In the plan", Write: p.writeActions})
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
func (p *panes) terms() string { return strings.Join(p.Data.Words.Meanings(p.spoken()), " ") }

// writeActions lists the actions that answer the finding, those that are not closed first.
func (p *content) writeActions(c *panel.Column) {
	f := p.last()
	if f == nil || len(f.Actions) == 0 {
		c.Say(c.Styles().Text, "No action answers this yet: a starts one.")
		return
	}
	open := f.Open()
	for _, a := range open {
		c.Item(c.Data.Theme.Glyphs.Bullet, c.Styles().Muted, c.Styles().Text, p.Cleaned(a.Text))
		var parts []string
		if a.Lead != "" {
			parts = append(parts, p.Cleaned(a.Lead))
		}
		if a.Deadline != "" {
			parts = append(parts, "due "+p.Cleaned(a.Deadline))
		}
		if late := findings.Lateness(a.Due(), p.Data.Today); late != "" {
			parts = append(parts, late)
		}
		if len(parts) > 0 {
			style := c.Styles().Muted
			if a.Overdue(p.Data.Today) {
				style = c.Styles().Notice
			}
			c.Item(" ", style, style, strings.Join(parts, " · "))
		}
	}
	if closed := len(f.Actions) - len(open); closed > 0 {
		c.Say(c.Styles().Muted, fmt.Sprintf("%d more %s done or given up.", closed, panel.Plural(closed, "is", "are")))
	}
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
