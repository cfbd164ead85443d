package talk

import (
	"wres/model"
	"wres/model/disclosure"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/model/words/spoken"
)

// views are the two ways to hear the figures: in full, and as they may be published.
type views struct {
	full      *indicator.Results
	public    *indicator.Results // nil until it is asked for
	hidden    disclosure.Account
	published bool     // which was chosen
	since     []string // what moved since the last visit: figures in full
	of        *model.Organisation
	said      *indicator.Results
	told      told
}

// told are the findings that were asked for last, and what they are of.
type told struct {
	of    *indicator.Results
	year  model.Year
	found []findings.Finding
}

func (v *views) take(l *Loaded) {
	v.full, v.since, v.public, v.of = l.Results, l.Since, nil, l.Organisation
}

// look takes the view that was chosen into the snapshot. What is said of it has the words for
// the groups in full; what is kept with an action has them as the organisation writes them.
func (c *conversation) look() {
	v := &c.views
	if v.published {
		v.work()
	}
	c.data.Results, c.data.Since = v.full, v.since
	if v.published {
		c.data.Results, c.data.Since = v.public, nil
	}
	c.data.Words = words.For(c.data.Results.Settings)
	v.said = spoken.Results(c.data.Results)
}

// work works the publication view out, once.
func (v *views) work() {
	if v.public == nil {
		v.public, v.hidden = disclosure.View(v.full, disclosure.RuleOf(v.full.Settings))
	}
}

// hidesLines say what the publication view hides, for whoever may hear the full figures.
func hidesLines(c *conversation) []string {
	v := &c.views
	if v.published {
		return []string{"What is hidden is for you alone, and is said beside the full figures."}
	}
	v.work()
	beside := report.Beside{Plans: []report.PlanFile{{Plan: c.data.Plan}}}
	if c.deps.Written != nil {
		beside = c.deps.Written(c.data.Words, c.data.Plan, v.full.Years)
	}
	beside.Organisation = v.of
	safe := report.Safe{Line: c.Clean, Lines: c.Clean}
	var lines []string
	for _, section := range report.HidingOf(v.full, v.public, v.hidden, beside).Sections(safe) {
		lines = append(lines, c.Lines(section.Heading+":")...)
		lines = append(lines, c.Lines(section.Points...)...)
	}
	return lines
}

// voice says the figures.
func (c *conversation) voice() words.Voice { return words.For(c.views.said.Settings) }

// found gives the findings of the year that was chosen, as they are said.
func (c *conversation) found() []findings.Finding {
	if t := &c.views.told; t.of == nil || t.of != c.views.said || t.year != c.data.Year {
		d := c.data
		d.Results = c.views.said
		*t = told{c.views.said, c.data.Year, d.Findings()}
	}
	return c.views.told.found
}

// series gives an indicator with its figure of the year that was chosen; nil: there is none.
func (c *conversation) series(id string) (*indicator.Series, *indicator.Figure) {
	d := c.data
	d.Results = c.views.said
	return d.Figure(id)
}

// otherView turns to the other view.
func otherView(c *conversation) {
	c.views.published = !c.views.published
	c.look()
	c.keep.Show(c.data.Results)
	c.refresh()
	if c.views.published {
		c.Tell("The publication view is on.", inview.Publication(c.data.Results))
	} else {
		c.Say("The full figures are said again. They are not for publication.")
	}
	c.home() // what was said before may not be said now
}

// viewHides says how many numbers of the year are hidden.
func viewHides(c *conversation) string {
	n := c.views.hidden.Of(c.data.Year).Hidden
	return "It hides " + words.Count(n, "number") + " of " + c.data.Year.String() + "."
}

// viewState says which view was chosen.
func viewState(c *conversation) string {
	if c.views.published {
		return "The publication view: it is on, and hides what could identify someone"
	}
	return "The publication view: it is off, and the figures are not for publication"
}
