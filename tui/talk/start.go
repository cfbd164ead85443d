package talk

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/inview"
)

// start is the first place: what the year comes to, and the way to everything else.
func start() place {
	return place{says: startLines, choices: func(c *conversation) []choice {
		var all []choice
		for _, f := range findings.In(c.found(), findings.Clear) {
			all = append(all, findingChoice(c, f))
		}
		return append(all, startChoices(c)...)
	}}
}

func startLines(c *conversation) []string {
	r, y := c.views.said, c.data.Year
	if y == 0 {
		lines := []string{"There are no figures yet."}
		if c.nothing != nil {
			lines = append(lines, c.Lines(c.nothing.Error())...)
		}
		return lines
	}
	name := r.Organisation
	if name == "" {
		name = "The organisation"
	}
	lines := c.Labelled(name, "the year to "+y.Snapshot())
	if f := figureOf(r, indicator.WorkforceID, y); f != nil {
		if n, counted := f.Staff(); counted {
			lines = append(lines, c.Labelled("Staff in post", words.Thousands(n))...)
			lines = append(lines, c.Lines(words.Known(c.voice(), f))...)
		}
	}
	if r.Example {
		lines = append(lines, "Example data, built into the program. They are not your own organisation's.")
	}
	if c.views.published {
		lines = append(lines, c.Lines("This is the publication view. "+viewHides(c))...)
	} else {
		lines = append(lines, c.Lines(inview.Internal(r, y, true))...)
	}
	found := c.found()
	for _, k := range findings.Kinds() {
		if n := len(findings.In(found, k)); n > 0 {
			lines = append(lines, kindCount(k, n))
		}
	}
	return lines
}

// kindWords say of one finding, and of several, what can be said of them.
var kindWords = map[findings.Kind][2]string{
	findings.Clear:      {"is clear", "are clear"},
	findings.CannotTell: {"cannot be told from these figures", "cannot be told from these figures"},
	findings.NotClear:   {"shows no clear difference", "show no clear difference"},
	findings.Counted:    {"is a count of everybody", "are counts of everybody"},
	findings.Incomplete: {"is incomplete, so nothing is concluded", "are incomplete, so nothing is concluded"},
	findings.Hidden:     {"is hidden to protect people", "are hidden to protect people"},
	findings.NoFigures:  {"has no figures", "have no figures"},
}

func kindCount(k findings.Kind, n int) string {
	if n == 1 {
		return "1 finding " + kindWords[k][0] + "."
	}
	return words.Count(n, "finding") + " " + kindWords[k][1] + "."
}

// startChoices are those of the start that are of no one finding.
func startChoices(c *conversation) []choice {
	var all []choice
	if others := len(c.found()) - len(findings.In(c.found(), findings.Clear)); others > 0 {
		all = append(all, to(fmt.Sprintf("The other findings: %d, with what would tell them", others), "others", otherFindings()))
	}
	if c.data.Year != 0 {
		all = append(all, to("The indicators, "+words.IndicatorNumbers(), "indicators", theIndicators()))
	}
	all = append(all,
		to("The action plan: "+planState(c), "plan", thePlan()),
		to("The files: "+filesState(c), "files", theFiles()))
	if c.data.Year != 0 {
		all = append(all,
			choice{text: "The meeting: one finding after another, each with a line for a note", word: "meeting", does: meet},
			to(fmt.Sprintf("The year: %s is chosen, of %s", c.data.Year, words.Count(len(c.years()), "year")), "year", theYears()),
			tells("What moved since your last visit", "since", sinceLines),
			to("Write the report, or the plan, to a file", "report", giving()),
			choice{text: viewState(c), word: "publication", does: otherView},
			tells("What the publication view hides, for you alone", "hides", hidesLines))
		if n := len(c.data.Members.Names()); n > 1 {
			all = append(all, to(fmt.Sprintf("The %d organisations beside each other", n), "organisations", theOrganisations()))
		}
	} else if c.deps.WriteHeaders != nil {
		all = append(all, choice{text: "Write empty files with their headers here, to be filled in", word: "headers", does: writeHeaders})
	}
	return append(all,
		choice{text: "Read the folder again", word: "read", does: readAgain},
		tells("Help: how to talk to the program", "help", helpLines))
}

// writeHeaders writes the files of a new folder, and reads it again.
func writeHeaders(c *conversation) {
	written, err := c.deps.WriteHeaders()
	switch {
	case err != nil:
		c.Label("Not all files are written", err.Error())
		return
	case len(written) == 0:
		c.Say("Every file is there already.")
		return
	}
	c.Label("Written", strings.Join(written, ", "))
	readAgain(c)
}

func figureOf(r *indicator.Results, id string, y model.Year) *indicator.Figure {
	if s := r.Indicator(id); s != nil {
		return s.Figure(y)
	}
	return nil
}

// findingChoice leads to a finding.
func findingChoice(c *conversation, f findings.Finding) choice {
	said := []string{f.Kind.String()}
	switch f.Kind {
	case findings.Clear, findings.NoFigures:
		said = append(said, f.Verdict)
	case findings.Counted:
		said[0] = f.Verdict
	}
	for _, v := range f.Values {
		if v.Year == f.Year && v.Value != nil && v.Words != "" {
			said = append(said, v.Words)
		}
	}
	return to(f.Name+": "+strings.Join(said, ", "), "", figurePlace(subject{id: f.Indicator.ID, key: f.Key()}))
}

// otherFindings lists the findings that are not clear, those of a kind under its name.
func otherFindings() place {
	others := func(c *conversation) []findings.Finding {
		return slices.DeleteFunc(slices.Clone(c.found()), func(f findings.Finding) bool { return f.Kind == findings.Clear })
	}
	return place{
		says: func(c *conversation) []string {
			return []string{fmt.Sprintf("The findings of %s that are not clear, or are no comparison.", c.data.Year)}
		},
		choices: func(c *conversation) (all []choice) {
			for _, f := range others(c) {
				all = append(all, findingChoice(c, f))
			}
			return all
		},
	}
}

// theIndicators lists all of them, each with its figure.
func theIndicators() place {
	return place{
		says: func(c *conversation) []string {
			return []string{"The indicators of " + c.data.Year.String() + ", each with its figure."}
		},
		choices: func(c *conversation) (all []choice) {
			for i := range c.views.said.Series {
				ch := indicatorChoice(c, c.views.said.Series[i].Indicator)
				_, ch.text, _ = strings.Cut(ch.text, ": ")
				all = append(all, ch)
			}
			return all
		},
	}
}

// headline names an indicator with the figure of the year.
func headline(c *conversation, ind *indicator.Indicator) string {
	_, f := c.series(ind.ID)
	if f == nil {
		return ind.Short
	}
	return c.voice().Name(ind) + ", " + value(c.voice(), ind, f)
}

// value says the one value by which a figure is known, without a sign.
func value(w words.Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	v := f.Headline(ind)
	switch {
	case v == nil || f.HiddenHeadline(ind):
		return w.Headline(ind, f)
	case ind.Shape.Of(ind).Gap() && v.Value == 0:
		return "no gap"
	case ind.Shape.Of(ind).Gap():
		points, below := words.Distance(w, v.Value)
		side := map[bool]string{true: "lower", false: "higher"}[below]
		return points + " " + side + strings.Repeat(", incomplete", len(words.Mark(f)))
	case ind.Shape.Of(ind).Ratio():
		return w.Headline(ind, f) + " times as likely"
	}
	return w.Headline(ind, f)
}

func (c *conversation) years() []model.Year {
	if c.data.Results == nil {
		return nil
	}
	return c.data.Results.Years
}

// theYears chooses the year that is spoken of.
func theYears() place {
	return place{
		says: func(c *conversation) []string {
			return []string{"The year that is chosen is " + c.data.Year.String() + ". All figures are of that year."}
		},
		choices: func(c *conversation) (all []choice) {
			for _, y := range slices.Backward(c.years()) {
				all = append(all, yearChoice(y))
			}
			return all
		},
	}
}

func yearChoice(y model.Year) choice {
	return choice{text: "The year " + y.String(), word: y.String(), does: func(c *conversation) {
		c.data.Year = y
		c.Say("The year " + y.String() + " is chosen.")
		c.home()
	}}
}

// sinceLines say what moved since the last visit. It is of full figures.
func sinceLines(c *conversation) []string {
	switch {
	case c.views.published:
		return []string{"What moved since your last visit is said in the full figures only."}
	case len(c.data.Since) == 0:
		return []string{"There was no earlier visit to compare with."}
	}
	return c.Lines(c.data.Since...)
}

// readAgain reads the folder again, where all of the plan is on the disk.
func readAgain(c *conversation) {
	if readOver(c) {
		c.home()
	}
}

// readOver is readAgain that stays where it is.
func readOver(c *conversation) (read bool) {
	if c.keep.Dirty() {
		c.Say("The plan is not saved yet, so the folder is not read again.")
		c.run(c.keep.Save())
		return false
	}
	settle(c, true) // the journal says how many actions the plan has
	if err := c.load(); err != nil {
		c.Tell(err.Error())
	}
	c.decide()
	return true
}
