package talk

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
)

// mostFound is how many things are listed of those that were found.
const mostFound = 20

// find looks for words in the names of all there is, and goes there where one has them.
func (c *conversation) find(text string) {
	var found []choice
	for _, ch := range everything(c) {
		name, _, _ := strings.Cut(ch.text, ": ")
		if holds(c.Clean(name+" "+ch.word+" "+ch.also), text) {
			found = append(found, ch)
		}
	}
	switch len(found) {
	case 0:
		c.Tell(fmt.Sprintf("Nothing is called %q. Type \"help\" for the words that work.", text))
	case 1:
		found[0].does(c)
	default:
		c.open(place{
			says: func(c *conversation) []string {
				lines := c.Labelled("Found", fmt.Sprintf("%s for %q", words.Count(len(found), "thing"), text))
				if more := len(found) - mostFound; more > 0 {
					lines = append(lines, fmt.Sprintf("The first %d are named. Another word says fewer.", mostFound))
				}
				return lines
			},
			choices: func(*conversation) []choice { return found[:min(len(found), mostFound)] },
		})
	}
}

// holds reports whether each word of a text begins one of a name, whatever its case.
func holds(name, text string) bool {
	names := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		if !slices.ContainsFunc(names, func(name string) bool { return strings.HasPrefix(name, word) }) {
			return false
		}
	}
	return true
}

// everything lists what can be gone to. In the publication view an action is found by what is
// shown of it, lest a hidden figure be found by trying.
func everything(c *conversation) (all []choice) {
	for _, f := range c.found() {
		all = append(all, findingChoice(c, f))
	}
	if c.views.said != nil {
		for i := range c.views.said.Series {
			all = append(all, indicatorChoice(c, c.views.said.Series[i].Indicator))
		}
		all = append(all, bandChoices(c)...)
	}
	for _, a := range plan.PublicActions(c.data.Plan.Actions(), c.data.Results) {
		ch := actionChoice(c, a)
		ch.also = a.Text + " " + a.Lead
		all = append(all, ch)
	}
	for _, f := range c.data.Report.Files {
		all = append(all, fileChoice(f))
	}
	for _, y := range c.years() {
		all = append(all, yearChoice(y))
	}
	return append(all, startChoices(c)...)
}

// indicatorChoice leads to an indicator as a whole.
func indicatorChoice(c *conversation, ind *indicator.Indicator) choice {
	ch := to("Indicator "+ind.ID+": "+headline(c, ind), "", figurePlace(subject{id: ind.ID}))
	ch.also = c.voice().Name(ind)
	return ch
}
