package figures

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/tui/panel"
)

// content is what there is to show of an indicator: the findings, the charts, and what is
// said of each of their rows.
type content struct {
	panel.IndicatorPage // its words
	shape               shape

	series   *indicator.Series
	figure   *indicator.Figure
	found    []findings.Finding                // on the indicator, of the selected year
	years    map[model.Year][]findings.Finding // of each year
	all      []charted
	ofFigure []key.Binding // what can be asked of the figure of the selected year
	things   []thing       // each once, in the order in which the charts show them
	on       string        // the key of the one under the cursor; "": the selected year
	at       int           // its place; -1: there is none
}

// take makes the content of a snapshot. The cursor goes to the year where that is another
// one than before, and else stays on what it is on.
func (p *content) take(d panel.Data) {
	if d.Year != p.Data.Year {
		p.on = ""
	}
	p.Data = d
	p.series, p.figure = d.Figure(p.Indicator.ID)
	p.ofFigure = panel.KeysOf(d, p.Indicator.ID)
	p.found, p.years, p.all, p.things = nil, nil, nil, nil
	if p.figure != nil {
		p.judge()
		p.all = p.shape.charts(p)
		for _, c := range p.all {
			for _, t := range c.things {
				if !slices.ContainsFunc(p.things, func(o thing) bool { return o.key == t.key }) {
					p.things = append(p.things, t)
				}
			}
		}
	}
	p.settle()
}

// judge asks for the findings on the indicator of each year.
func (p *content) judge() {
	p.years = map[model.Year][]findings.Finding{}
	for _, f := range p.series.Figures {
		p.years[f.Year] = slices.DeleteFunc(p.Data.FindingsOn(p.Indicator.ID, f.Year), func(f findings.Finding) bool {
			return f.Topic == findings.Change // which the verdict of the year names too
		})
	}
	p.found = p.years[p.Data.Year]
}

// settle puts the cursor on what it was on, or on the selected year.
func (p *content) settle() {
	find := func(key string) int {
		return slices.IndexFunc(p.things, func(t thing) bool { return t.key == key })
	}
	if p.at = find(p.on); p.at < 0 {
		p.at = find(p.Data.Year.String())
	}
	if p.at < 0 && len(p.things) > 0 {
		p.at = 0
	}
}

// under gives the thing under the cursor.
func (p *content) under() (thing, bool) {
	if p.at < 0 || p.at >= len(p.things) {
		return thing{}, false
	}
	return p.things[p.at], true
}

// ofYear is a year as a thing: its verdict, its figure, and how sure that is.
func (p *content) ofYear(f *indicator.Figure) thing {
	t := thing{key: f.Year.String(), name: f.Year.String()}
	found := p.years[f.Year]
	if len(found) == 0 {
		return t
	}
	last := &found[len(found)-1]
	t.badge = panel.Badge(p.Data.Theme, &found[0])
	switch {
	case f.State != model.Reported && f.Year == p.Data.Year: // the headline says why
		t.said = p.before(func(f *indicator.Figure) string { return strings.TrimSuffix(p.shape.figure(p, f), ".") })
		if t.said == nil {
			t.said = []string{"No year before has figures."}
		}
		return t
	case f.State != model.Reported || last.Figure == "":
		t.said = panel.Sentences(last.Sentence)
		if last.Needs != "" {
			t.said = append(t.said, neededText(last))
		}
		return t
	}
	t.said = append([]string{p.shape.figure(p, f)}, panel.Sentences(p.Data.Words.Doubt(p.series, f))...)
	if last.Kind == findings.CannotTell && last.Needs != "" {
		t.said = append(t.said, neededText(last))
	}
	return t
}

// before says what a thing was in the years before the selected one, the last first, as
// text gives it; "" leaves a year out.
func (p *content) before(text func(*indicator.Figure) string) []string {
	var years []string
	for _, f := range slices.Backward(p.series.Figures) {
		if f.Year >= p.Data.Year || f.State != model.Reported {
			continue
		}
		if said := text(&f); said != "" {
			years = append(years, fmt.Sprintf("%s %s", f.Year, said))
		}
	}
	if len(years) == 0 {
		return nil
	}
	return []string{"Before: " + strings.Join(years, ", ") + "."}
}

// neededText says what would tell a finding, or give its figures.
func neededText(f *findings.Finding) string {
	if f.Kind == findings.NoFigures {
		return "Needed: " + f.Needs + "."
	}
	return "To tell would take " + f.Needs + "."
}

// text is words as the terminal can show them.
func (p *content) text(s string) string { return p.Data.Theme.Text(s) }

// actionsText says how many actions of the plan answer the indicator.
func (p *content) actionsText() string {
	if n := len(p.Data.Plan.ForIndicator(p.Indicator.ID)); n > 0 {
		return fmt.Sprintf("%d %s", n, panel.Plural(n, "action", "actions"))
	}
	return "no action yet"
}

// without reports whether the selected year has no figures.
func (p *content) without() bool { return p.last() != nil && p.last().Kind == findings.NoFigures }

// last is the finding that is said in full.
func (p *content) last() *findings.Finding {
	if len(p.found) == 0 {
		return nil
	}
	return &p.found[len(p.found)-1]
}

// pictures draws the charts of a drawing.
func (p *content) pictures(d *drawing, width int) []panel.Picture {
	on, _ := p.under()
	var all []panel.Picture
	for _, c := range d.charts {
		at := slices.IndexFunc(c.things, func(t thing) bool { return t.key == on.key })
		all = append(all, c.draw(paper{t: p.Data.Theme, width: width, at: at, space: d.space, low: d.low}))
	}
	return all
}
