package talk

import (
	"cmp"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/whatif"
	"wres/model/words"
	"wres/model/words/benchmarks"
	"wres/model/words/methods"
	"wres/model/words/spoken"
	"wres/tui/panel"
)

// subject is what a figure's place is about: an indicator, or one finding on it.
type subject struct {
	id  string
	key string // of the finding; "": the indicator as a whole
}

// of finds the finding of a subject in the view and the year that were chosen; nil: the
// subject is an indicator, or has no such finding there.
func (s subject) of(c *conversation) *findings.Finding {
	if s.key == "" {
		return nil
	}
	found := c.found()
	for i := range found {
		if found[i].Key() == s.key {
			return &found[i]
		}
	}
	return nil
}

// figurePlace says a figure, and leads to all that can be asked of it.
func figurePlace(s subject) place {
	return place{
		says:    func(c *conversation) []string { return figureLines(c, s) },
		choices: func(c *conversation) []choice { return figureChoices(c, s) },
		gone: func(c *conversation) bool {
			_, f := c.series(s.id)
			return f == nil
		},
	}
}

func figureLines(c *conversation, s subject) []string {
	w := c.voice()
	series, f := c.series(s.id)
	ind := series.Indicator
	found := s.of(c)
	if found == nil {
		lines := c.Labelled("Indicator "+ind.ID+", "+f.Year.String(), w.Name(ind))
		lines = append(lines, c.Labelled("Its title", ind.Title)...)
		lines = append(lines, c.Cleaned(spoken.Figure(w, ind, f))...)
		return append(lines, c.answers(nil, c.data.Plan.ForIndicator(ind.ID))...)
	}
	lines := c.Labelled("Indicator "+ind.ID+", "+f.Year.String(), found.Name)
	lines = append(lines, c.Labelled(found.Kind.Heading(), found.Verdict)...)
	if found.Note != "" {
		lines = append(lines, c.Labelled("Note on these figures", found.Note)...)
	}
	if found.Topic == findings.Whole && found.Kind != findings.NoFigures {
		lines = append(lines, c.Cleaned(spoken.Figure(w, ind, f))...)
	} else {
		lines = append(lines, c.Lines(found.Told.Said)...)
	}
	if found.Needs != "" {
		lines = append(lines, c.Labelled("What would help", found.Needs)...)
	}
	if before := valuesText(found.Before()); before != "" {
		lines = append(lines, c.Labelled("Before", before)...)
	}
	return append(lines, c.answers(found, found.Actions)...)
}

// valuesText says values with their years, the latest first.
func valuesText(values []findings.Value) string {
	var said []string
	for _, v := range slices.Backward(values) {
		if text := cmp.Or(v.Words, v.Text); text != "" {
			said = append(said, text+" in "+v.Year.String())
		}
	}
	return strings.Join(said, "; ")
}

// answers say which actions answer a figure, or that none does.
func (c *conversation) answers(found *findings.Finding, actions []plan.Action) (lines []string) {
	open := slices.DeleteFunc(slices.Clone(actions), plan.Action.Closed)
	if len(open) == 0 {
		if found != nil && found.Gap() {
			return []string{"No open action answers it."}
		}
		return nil
	}
	names := make([]string, len(open))
	for i, a := range open {
		names[i] = a.Number
		if late := findings.Lateness(a.Due(), c.data.Today); late != "" {
			names[i] += ", " + late
		}
	}
	return c.Labelled("In the plan", plural(len(open), "action ", "actions ")+strings.Join(names, "; "))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func figureChoices(c *conversation, s subject) []choice {
	series, f := c.series(s.id)
	ind := series.Indicator
	all := []choice{
		tells("More: how sure this is, with intervals", "more", func(c *conversation) []string { return moreLines(c, s) }),
		tells("The years beside each other", "years", func(c *conversation) []string { return yearLines(c, s) }),
	}
	if len(f.Bands) > 0 {
		all = append(all, to("The pay bands", "bands", bandsOf(c, f)))
	}
	if len(f.Parts) > 0 {
		all = append(all, tells("The parts of the year's recruitment", "parts", func(c *conversation) []string { return partLines(c, s.id) }))
	}
	if len(takesLines(c, s)) > 0 {
		all = append(all, tells("What it would take", "takes", func(c *conversation) []string { return takesLines(c, s) }))
	}
	all = append(all, tells("Where the figure comes from: rows, formula and method", "from", func(c *conversation) []string { return fromLines(c, s.id) }))
	bands := plan.Bands{}
	actions := c.data.Plan.ForIndicator(s.id)
	found := s.of(c)
	if found != nil {
		bands, actions = found.Bands, found.Actions
	}
	all = append(all, choice{text: "Start an action from this", word: "act", does: func(c *conversation) { c.begin(s.id, bands) }})
	for _, a := range actions {
		if !a.Closed() {
			all = append(all, actionChoice(c, a))
		}
	}
	if found != nil {
		return append(all, to("The indicator as a whole", "whole", figurePlace(subject{id: s.id})))
	}
	for _, f := range c.found() {
		if f.Indicator == ind {
			all = append(all, findingChoice(c, f))
		}
	}
	return all
}

// moreLines say how sure a figure is.
func moreLines(c *conversation, s subject) []string {
	w := c.voice()
	series, f := c.series(s.id)
	ind := series.Indicator
	var lines []string
	if found := s.of(c); found != nil {
		lines = c.Lines(found.Told.Noted, found.Told.Doubt)
		if row := f.SeniorRow(found.Category); found.Topic == findings.Senior && row != nil {
			lines = append(lines, rowInterval(c, row)...)
		}
	} else {
		lines = c.Lines(w.Doubt(series, f))
	}
	lines = append(lines, c.Cleaned(spoken.Intervals(w, ind, f))...)
	lines = append(lines, c.Lines(words.FourFifthsSentence(f))...)
	lines = append(lines, c.Cleaned(spoken.Parity(w, ind, f))...)
	lines = append(lines, c.Lines(w.AdjustedSentence(f))...)
	if ind.ID == indicator.WorkforceID {
		lines = append(lines, c.Lines(words.Disparities(w, f)...)...)
	}
	for _, warning := range w.Warnings(ind, f) {
		lines = append(lines, c.Lines(spoken.Sentence(warning))...)
	}
	for _, b := range whatif.Latest(c.views.said, ind, f.Year) {
		lines = append(lines, c.Labelled("To compare with", panel.Joined([]string{b.Scope, benchmarks.Of(w, ind, b), benchmarks.Value(w, b), "in " + b.Year.String()}, ", "))...)
	}
	if len(lines) == 0 {
		return []string{"There is no more to say of this figure."}
	}
	return lines
}

// yearLines set the years of a figure beside each other.
func yearLines(c *conversation, s subject) (lines []string) {
	w := c.voice()
	series, _ := c.series(s.id)
	ind := series.Indicator
	found := s.of(c)
	if found != nil && found.Topic != findings.Whole {
		for _, v := range found.Values {
			lines = append(lines, c.Labelled(v.Year.String(), cmp.Or(v.Words, v.Text, "no figure"))...)
		}
		return lines
	}
	for i := range series.Figures {
		f := &series.Figures[i]
		said := value(w, ind, f)
		if f.Headline(ind) == nil {
			if why := w.Absence(ind, f, false); why != "" {
				said = why
			}
		} else if counts := w.Counts(ind, f); counts != "" {
			said += "; " + counts
		}
		lines = append(lines, c.Labelled(f.Year.String(), said)...)
		if step, ok := series.Step(f.Year); ok {
			if text := words.StepInWords(series, step); text != "" {
				lines = append(lines, c.Labelled("From "+step.From.String()+" to "+step.To.String(), text)...)
			}
		}
	}
	return lines
}

// partLines say the parts of a year's recruitment.
func partLines(c *conversation, id string) (lines []string) {
	series, f := c.series(id)
	for i := range f.Parts {
		lines = append(lines, c.Lines(words.Part(c.voice(), series.Indicator, &f.Parts[i]))...)
		for _, warning := range words.PartWarnings(c.voice(), series.Indicator, &f.Parts[i]) {
			lines = append(lines, c.Lines(spoken.Sentence(warning))...)
		}
	}
	return lines
}

// takesLines say what it would take for a figure to be level; nothing where that is not said.
func takesLines(c *conversation, s subject) []string {
	w, r := c.voice(), c.views.said
	series, f := c.series(s.id)
	found := s.of(c)
	switch {
	case found != nil && found.Topic == findings.Senior:
		if row := f.SeniorRow(found.Category); row != nil {
			return c.Steps(whatif.OfBand(w, r, series.Indicator, f, row, "bands 8c and above"))
		}
	case found == nil || found.Topic == findings.Whole:
		return c.Steps(whatif.Of(w, r, series.Indicator, f))
	}
	return nil
}

// fromLines say from which rows a figure came, and how it was made of them.
func fromLines(c *conversation, id string) []string {
	series, f := c.series(id)
	d := c.data
	var lines []string
	for _, row := range panel.Origins(d, series.Indicator, f) {
		lines = append(lines, c.Labelled("Read from", row)...)
	}
	if formula := spoken.Formula(c.voice(), series.Indicator, f); len(formula) > 0 {
		lines = append(append(lines, "How it is worked out:"), c.Cleaned(formula)...)
	}
	for _, step := range words.Trace(c.voice(), series, f) {
		if step.Label != "Figure" && step.Label != "Formula" || f.State != model.Reported {
			step.Lines = withoutFormulas(step.Lines, words.FourFifthsSentence(f), c.voice().ParitySentence(series.Indicator, f))
			lines = append(lines, c.Steps([]words.Step{step})...)
		}
	}
	return lines
}

// withoutFormulas leaves out the formulas of methods, which nobody can follow by ear, and what
// is said elsewhere.
func withoutFormulas(lines []string, elsewhere ...string) (kept []string) {
	for _, line := range lines {
		for _, m := range methods.All() {
			if line = strings.TrimPrefix(line, m.Formula+". "); line == m.Formula+"." {
				line = ""
			}
		}
		if line != "" && !slices.Contains(elsewhere, line) {
			kept = append(kept, line)
		}
	}
	return kept
}

// begin writes an action from a figure. What is kept with it is in the organisation's own
// words, and of the full figures.
func (c *conversation) begin(id string, bands plan.Bands) {
	if c.views.published {
		c.Say(`An action begins with the full figures. "publication" turns the view off.`)
		return
	}
	if c.editable() {
		c.run(panel.Draft(c.data, id, bands).Of(front{c}))
	}
}

// rowName names a band or a cluster, with its staff category where there are several.
func rowName(c *conversation, f *indicator.Figure, row *indicator.BandRow) string {
	name := words.RowName(c.voice(), f, row)
	if several(f) && row.Category != model.AnyCategory {
		name += ", " + words.CategoryStaff(row.Category)
	}
	return name
}

// several reports whether a figure parts its staff into categories.
func several(f *indicator.Figure) bool {
	n := 0
	for range indicator.ByCategory(f.Bands) {
		n++
	}
	return n > 1
}
