package talk

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/aims"
	"wres/model/plan/ideas"
	"wres/model/words/spoken"
)

// writer asks the questions of an action that is being written.
type writer struct {
	*conversation
	w *writing
}

// write asks for the fields of an action, one after another. What was answered is kept at
// once, in the journal, until it is in the plan.
func (c *conversation) write(w *writing) {
	if c.writing != nil && c.writing != w && c.writing.changed() {
		if c.Choose([]string{"There is an action that you began to write."}, "Go on with that one.", "Throw it away, and write this one.") == 0 {
			c.writing = nil
			c.journal()
		} else if w = c.writing; c.Over {
			return
		}
	}
	c.writing, c.fresh = w, true
	if w.now.HiddenIn(c.data.Results) {
		c.Say(`It keeps figures that are hidden here. "publication" shows them.`)
		if !w.changed() {
			c.writing = nil
		}
		return
	}
	c.journal()
	asks := writer{c, w}
	asks.intro()
	for fields := w.fields(); ; {
		if w.at >= len(fields) {
			asks.finish()
			return
		}
		switch asks.question(fields) {
		case next:
			w.at++
		case before:
			w.at--
		case finish:
			w.at = len(fields)
		case leave:
			if asks.leave() {
				return
			}
		case away:
			return
		}
	}
}

func (c writer) intro() {
	switch {
	case c.w.only != "":
		return
	case c.w.edited:
		c.Label("Action "+cmp.Or(c.w.was.Number, c.w.was.ID), "its fields, one question after another")
	default:
		c.Say("A new action, one question after another. You may leave any of them empty.")
	}
	c.Say("Enter alone keeps what is said. Each answer is kept at once.",
		`Type "?" and a question is explained, "back" for the one before,`+" and \"finish\" to save and end.")
	if c.w.changed() && c.w.now.Text != "" {
		c.Label("So far it says", beginning(c.w.now.Text, enough))
	}
	if c.w.was.Evidence != "" && !c.w.edited {
		c.Say("The figure that it answers is kept with it, to be compared with later years.")
	}
}

// question asks for one field.
func (c writer) question(fields []plan.Field) step {
	f := fields[c.w.at]
	if len(fields) > 1 {
		c.Label(numbered(c.w.at+1, len(fields)), f.Label)
	} else {
		c.Label("The field", f.Label)
	}
	c.saysNow(f)
	offers := c.offers(f)
	for i, offer := range offers {
		c.Say(spoken.Numbered(strconv.Itoa(i+1), c.Clean(offer))...)
	}
	switch {
	case f.MultiLine && len(offers) > 0:
		c.Say("Type a number, or your own words, a line at a time. An empty line ends them.")
	case f.MultiLine:
		c.Say("Type it, a line at a time. An empty line ends it.")
	case len(offers) > 0:
		c.Say("Type a number, or your own words.")
	default:
		c.Say("Type it, or Enter alone.")
	}
	text, ok := c.Read()
	if !ok {
		return away
	}
	return c.answered(f, offers, text)
}

func (c writer) saysNow(f plan.Field) {
	switch text := valueOf(f, c.w.now); {
	case f.Column == noteColumn && c.w.note != "":
		c.Label("It says", c.w.note)
	case strings.TrimSpace(text) == "":
		c.Say("It says nothing yet.")
	default:
		c.Label("It says", text)
	}
}

// mostOffers is how many entries of other actions are offered.
const mostOffers = 9

// start is the figure that the action starts from.
func (c writer) start() aims.Start { return aims.Of(c.data.Words, c.data.Results, c.w.now) }

// offers gives the texts that a field can be answered with by a number.
func (c writer) offers(f plan.Field) []string {
	from := c.start()
	switch {
	case f.Choices != nil:
		return f.Choices
	case f.Column == "action":
		var texts []string
		for _, idea := range ideas.For(c.w.now.IndicatorIDs()) {
			texts = append(texts, idea.Text)
		}
		if len(c.w.now.IndicatorIDs()) > 0 {
			return texts
		}
	case f.Column == "target" && from.Known():
		return from.Targets()
	case f.Column == "measure" && from.Known() && c.w.now.Measure == "":
		return []string{from.Measure()}
	case f.Column == "baseline" && from.Known() && c.w.now.Baseline == "":
		return []string{from.Baseline()}
	case f.Column == "lead":
		return c.data.Plan.Leads()[:min(len(c.data.Plan.Leads()), mostOffers)]
	case f.Column == "team":
		return c.data.Plan.Teams()[:min(len(c.data.Plan.Teams()), mostOffers)]
	}
	return nil
}

// fieldWords are the words that are no answer, and what comes after each. In quotes they are
// one.
var fieldWords = map[string]step{"back": before, "again": same, "finish": finish, "save": finish, "leave": leave, "stop": leave}

// answered takes an answer, or does what a word asks for.
func (c writer) answered(f plan.Field, offers []string, text string) step {
	word := strings.ToLower(text)
	switch after, is := fieldWords[word]; {
	case text == "":
		return next
	case word == "?" || word == "help":
		c.explain(f)
		return same
	case word == "quit":
		c.Over = true
		return away
	case is && after == before && c.w.at == 0:
		return leave
	case is:
		return after
	case word == "empty":
		c.w.set(f, "")
		c.journal()
		return next
	}
	n, err := strconv.Atoi(text)
	picked := err == nil && n >= 1 && n <= len(offers)
	if picked {
		text = offers[n-1]
	} else if unquoted := strings.Trim(text, `"`); len(unquoted) == len(text)-2 && !strings.Contains(unquoted, `"`) {
		if _, word := fieldWords[strings.ToLower(unquoted)]; word {
			text = unquoted
		}
	}
	if f.MultiLine && !picked {
		text = c.moreOf(f, text)
	}
	c.w.set(f, text)
	c.journal()
	c.understood(f)
	if said, bad := c.keep.State(); bad && !c.keep.Dirty() {
		c.Label("Until it is saved", strings.TrimPrefix(said, "typing, "))
	}
	if c.Over {
		return away
	}
	return next
}

// longestText is how many characters a text may have.
const longestText = 100_000

// moreOf reads the further lines of a text, and keeps each as it comes.
func (c writer) moreOf(f plan.Field, text string) string {
	for {
		line, ok := c.Read()
		if !ok || line == "" {
			return text
		}
		if utf8.RuneCountInString(text)+utf8.RuneCountInString(line) > longestText {
			c.Say("The text is as long as it may be. This line is left out.")
			continue
		}
		text += "\n" + line
		c.w.set(f, text)
		c.journal()
	}
}

func (c writer) explain(f plan.Field) {
	c.Tell(f.Hint)
	c.Say(`Enter alone keeps what is said. "empty" makes the field empty.`,
		`"back" goes to the question before, "finish" saves, and "leave" asks what becomes of it.`,
		`Put such a word in quotes to have it as the answer.`)
}

// understood says what an answer is taken for, and what would make it stronger.
func (c writer) understood(f plan.Field) {
	switch f.Column {
	case "target":
		if means := aims.Of(c.voice(), c.views.said, c.w.now).Means(c.w.now.Target); means != "" {
			c.Tell("That " + means + ".")
		}
	case "deadline":
		if said := deadlineWords(c.w.now.Deadline, c.data.Today); said != "" {
			c.Tell(said)
			return
		}
	case "indicators":
		for _, id := range c.w.now.IndicatorIDs() {
			if ind := indicator.Lookup(id); ind != nil {
				c.Label("It serves indicator "+id, ind.Short)
			}
		}
	}
	for _, finding := range plan.Lint(plan.New(nil, []plan.Action{c.w.now}), nil, c.data.Today) {
		if finding.Column == f.Column {
			c.Label("Advice", finding.Message)
		}
	}
}

// finish puts the action into the plan.
func (c writer) finish() {
	if !c.w.changed() && c.w.edited {
		c.conversation.writing = nil
		c.Say("Nothing was changed.")
		return
	}
	if strings.TrimSpace(c.w.now.Text) == "" {
		switch c.Choose([]string{"Nothing says yet what will be done."}, "Go on writing.", "Save it all the same.", "Throw it away.") {
		case 0:
		case 1:
			c.drop()
			return
		default:
			if c.w.at = 0; !c.Over {
				c.write(c.w)
			}
			return
		}
	}
	c.store()
}

// store saves the action. One that the plan does not take now stays as it was written.
func (c writer) store() {
	if !c.editable() {
		c.Say(`What you wrote is kept. "go" in the plan goes on with it.`)
		return
	}
	c.conversation.writing = nil
	c.change(c.w.edit)
	if !c.keep.Dirty() && !c.Over {
		c.Say("The plan is saved.")
	}
}

// leave asks what becomes of what was written, and reports whether it is left.
func (c writer) leave() bool {
	if !c.w.changed() {
		c.conversation.writing = nil
		c.Say("Nothing was written.")
		return true
	}
	switch c.Choose([]string{"The action is not in the plan yet."}, "Go on writing.", "Save it.", "Keep it for later, outside the plan.", "Throw it away.") {
	case 0:
		c.store()
	case 1:
		c.Say(`It is kept. "go" in the plan goes on with it.`)
	case 2:
		c.drop()
	default:
		return c.Over
	}
	return true
}

// drop throws away what is written.
func (c writer) drop() {
	c.conversation.writing = nil
	c.journal()
	c.Say("It is thrown away.")
}
