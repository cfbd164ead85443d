package talk

import (
	"strconv"
	"strings"

	"wres/model"
	"wres/model/words/spoken"
)

// place is somewhere in the conversation: what is said there, and what can be chosen. Both are
// made anew each time, as the plan and the view change.
type place struct {
	says    func(*conversation) []string
	choices func(*conversation) []choice
	gone    func(*conversation) bool // what it is about is there no more; nil: it always is
}

// choice is something that can be chosen: by its number, by its word, and where it is the
// usual next one with Enter alone.
type choice struct {
	text  string // a sentence, or "name: what is said of it"
	word  string // "act"; "": it has none
	also  string // other words that it is found by
	enter bool
	does  func(*conversation)
}

// to is a choice that leads to a place.
func to(text, word string, p place) choice {
	return choice{text: text, word: word, does: func(c *conversation) { c.open(p) }}
}

// tells is a choice that says more, and stays in the place.
func tells(text, word string, says func(*conversation) []string) choice {
	return choice{text: text, word: word, does: func(c *conversation) { c.Say(says(c)...) }}
}

// always is a word that works in every place, with the line of help that says so.
type always struct {
	words []string
	help  string
	does  func(*conversation)
}

// everywhere are the words that work in every place. What a place has by the same word comes
// first.
func everywhere() []always {
	return []always{
		{[]string{"back", "b"}, `"back" goes to where you were before.`, func(c *conversation) { c.back() }},
		{[]string{"again", "a"}, `"again" says this place and its choices again.`, func(c *conversation) { c.fresh = true }},
		{[]string{"start"}, `"start" goes to the first choices.`, func(c *conversation) { c.home() }},
		{[]string{"plan"}, `"plan" goes to the action plan.`, func(c *conversation) { c.open(thePlan()) }},
		{[]string{"undo"}, `"undo" takes back the last change of the plan.`, undo},
		{[]string{"redo"}, `"redo" makes it again.`, redo},
		{[]string{"files", "check"}, `"files" says what was read, and what is wrong with it.`, func(c *conversation) { c.open(theFiles()) }},
		{[]string{"read"}, `"read" reads the folder again.`, readAgain},
		{[]string{"meeting"}, `"meeting" goes through the findings one after another.`, meet},
		{[]string{"year"}, `"year" chooses another year.`, func(c *conversation) { c.open(theYears()) }},
		{[]string{"publication"}, `"publication" turns the publication view on or off.`, otherView},
		{[]string{"report"}, `"report" writes the report, or the plan, to a file.`, func(c *conversation) { c.open(giving()) }},
		{[]string{"since"}, `"since" says what moved since your last visit.`, func(c *conversation) { c.Say(sinceLines(c)...) }},
		{[]string{"help", "?", "h"}, `"help" says this.`, func(c *conversation) { c.Say(helpLines(c)...) }},
		{[]string{"quit", "q", "exit"}, `"quit" leaves. Everything that you answered is kept.`, quit},
	}
}

// open goes to a place, from which "back" comes back here.
func (c *conversation) open(p place) { c.stack, c.fresh = append(c.stack, p), true }

// home goes to the first place.
func (c *conversation) home() { c.stack, c.fresh = c.stack[:1], true }

// back goes to the place before.
func (c *conversation) back() {
	if len(c.stack) == 1 {
		c.Say(`This is the start. "quit" leaves.`)
		return
	}
	c.stack, c.fresh, c.known = c.stack[:len(c.stack)-1], true, true
}

// present says the place and its choices, with their numbers. A place whose subject is gone
// gives way to the one before. Of one that is come back to only the first line is said.
func (c *conversation) present() {
	for len(c.stack) > 1 && c.here().gone != nil && c.here().gone(c) {
		c.stack = c.stack[:len(c.stack)-1]
	}
	here := c.here()
	said := here.says(c)
	if c.known && len(said) > 1 {
		said = said[:1]
	}
	if !c.known || len(said) > 0 && !c.JustSaid(said[0]) {
		c.Say(said...)
	}
	c.fresh, c.known = false, false
	c.heard = here.choices(c)
	for i, ch := range c.heard {
		c.Say(spoken.Numbered(strconv.Itoa(i+1), c.Clean(ch.text))...)
	}
}

func (c *conversation) here() place { return c.stack[len(c.stack)-1] }

// answer does what a line asks for: a choice by its number or word, a word that works
// everywhere, or else a search for the words.
func (c *conversation) answer(text string) {
	word := strings.ToLower(strings.Trim(text, `"'. `))
	for _, ch := range c.heard {
		if ch.word != "" && ch.word == word || ch.enter && text == "" {
			ch.does(c)
			return
		}
	}
	switch n, err := strconv.Atoi(word); {
	case text == "":
		c.fresh = true
		return
	case err == nil && n >= 1 && n <= len(c.heard):
		c.heard[n-1].does(c)
		return
	case err == nil && !model.Year(n).Valid():
		c.Say(noSuchNumber(len(c.heard)))
		return
	}
	for _, a := range everywhere() {
		for _, w := range a.words {
			if w == word {
				a.does(c)
				return
			}
		}
	}
	c.find(text)
}

func noSuchNumber(n int) string {
	switch n {
	case 0:
		return `There is nothing to choose by number here. "back" goes back.`
	case 1:
		return "There is no such number: there is 1 choice."
	}
	return "There is no such number: there are " + strconv.Itoa(n) + " choices."
}

// helpLines say how to talk to the program.
func helpLines(c *conversation) []string {
	lines := []string{
		"Type the number of a choice and press Enter.",
		"Some choices have a word as well, such as \"more\" or \"act\": type that.",
		"Enter alone says the choices again, or in the meeting goes on.",
		"Anything else that you type is looked for: a band, an indicator, an action, a file.",
		"Ctrl+C, or Ctrl+D on an empty line, leaves at any time, and nothing is lost.",
		"These words work everywhere:",
	}
	for _, a := range everywhere() {
		lines = append(lines, spoken.Lines(a.help)...)
	}
	var words []string
	for _, ch := range c.heard {
		if ch.word != "" {
			words = append(words, `"`+ch.word+`"`)
		}
	}
	if len(words) > 0 {
		lines = append(lines, spoken.Labelled("Words of this place", strings.Join(words, ", "))...)
	}
	return lines
}

// quit leaves, unless the plan is not on the disk and the user stays for that.
func quit(c *conversation) {
	if c.keep.Dirty() {
		question := append(c.Lines("The plan is not saved: "+c.keep.Failed()+"."), "It is kept beside the plan, and is offered when the program starts again.")
		switch c.Choose(question, "Stay.", "Try to save it again.", "Leave.") {
		case 0:
			c.run(c.keep.Save())
			if c.keep.Dirty() {
				return
			}
		case 1:
		default:
			return
		}
	}
	c.Over = true
}
