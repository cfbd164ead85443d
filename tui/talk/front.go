package talk

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/keep"
)

// front is the conversation as tui/keep and tui/panel see it: what they may ask of an app.
// There are no panels here to open, and nothing stands over another.
type front struct{ c *conversation }

func (f front) Editable() bool { return f.c.editable() }

// Write has an action written, one question after another, once what is asked for with it is
// done. What was typed before is in the journal from now on.
func (f front) Write(form ask.Form) tea.Cmd {
	w := writingOf(form)
	if f.c.writing == nil {
		f.c.writing = w
	}
	if form.Kept {
		f.c.keep.KeepDraft(nil) // it is being written now
	}
	return func() tea.Msg {
		f.c.write(w)
		return nil
	}
}

func (f front) Change(e ask.Edit) tea.Cmd {
	said, changed, save := f.c.keep.Do(e)
	if changed {
		f.c.refresh()
		f.c.fresh, f.c.known = true, true
	}
	f.Say(said)
	return save
}

func (f front) Changed(said string) {
	f.c.refresh()
	f.c.fresh, f.c.known = true, true
	f.Say(said)
}

// Ask puts a question with numbered answers.
func (f front) Ask(q ask.Question) {
	var answers []string
	for _, a := range q.Answers {
		answers = append(answers, a.Help().Desc)
	}
	var text []string
	for line := range strings.SplitSeq(keysInWords(q.Text), "\n") {
		text = append(text, f.c.Lines(strings.TrimPrefix(line, "- "))...)
	}
	if n := f.c.Choose(text, q.No, answers...); n >= 0 {
		f.c.run(q.Answers[n].Does.Of(f))
	}
}

func (f front) Say(text string) {
	if text != "" {
		f.c.Tell(keysInWords(text))
	}
}

// ReadAgain reads the folder at once: what is not saved stays.
func (f front) ReadAgain(said string) tea.Cmd {
	f.Say(said)
	readAgain(f.c)
	return nil
}

func (f front) CarryOver() { f.c.run(f.c.keep.AskCarry().Of(f)) }

// Pick asks for one of a list.
func (f front) Pick(p ask.Pick) {
	var names []string
	for _, o := range p.Options {
		names = append(names, o.Name)
	}
	if n := f.c.Choose(f.c.Lines(p.Title), "None of these.", names...); n >= 0 {
		f.c.run(p.Options[n].Does.Of(f))
	}
}

func (front) Open(string)               {}
func (front) OpenOn(string, plan.Bands) {}
func (front) Trace(string)              {}
func (front) Read(ask.Steps)            {}
func (front) Help([][]key.Binding)      {}
func (front) Close()                    {}
func (front) KeepDraft(plan.Draft)      {} // c.writing is one
func (front) Begin(ask.Begin) tea.Cmd   { return nil }

// keyWords say in words what the app's parts say with the keys of a screen.
var keyWords = strings.NewReplacer(
	"brought back: u takes it out again", `It is brought back: "undo" takes it out again`,
	"deleted: u brings it back", `It is deleted: "undo" brings it back`,
	"moved: u moves it back", `It is moved: "undo" moves it back`,
	"press r and say what becomes of it", `"read" asks what becomes of it`,
	"the plan is not saved yet: ctrl+s first", "the plan is not saved yet",
	"press C again", "try again",
	"P shows them, r brings it back", `"publication" turns to the full figures, and "read" brings it back`,
	"it keeps figures hidden here: P shows them, e edits", `it keeps figures that are hidden here: "publication" shows them`,
)

func keysInWords(text string) string { return keyWords.Replace(text) }

// run does a command of tui/keep, and what comes of it, until there is no more to do. What
// would be lost meanwhile is in the journal before.
func (c *conversation) run(cmd tea.Cmd) {
	c.journal()
	if cmd == nil {
		return
	}
	msg := cmd()
	if all, is := msg.(tea.BatchMsg); is {
		for _, one := range all {
			c.run(one)
		}
		return
	}
	request, next := c.keep.Update(msg)
	if request != nil {
		c.run(request.Of(front{c}))
	}
	c.run(next)
}

// change makes an edit of the plan and saves it.
func (c *conversation) change(e ask.Edit) {
	c.run(front{c}.Change(e))
	c.refresh()
}

// journal hands over all that would be lost now. Nobody waits until that is on the disk, but
// at the end: what came of it is heard with the next answer.
func (c *conversation) journal() {
	settle(c, false)
	var draft *plan.Draft
	if c.writing != nil {
		draft = c.writing.draft(c.deps.Now())
	}
	c.hand(c.keep.Journal(draft))
}

// hand waits in another goroutine for what comes of an entry of the journal.
func (c *conversation) hand(wait tea.Cmd) {
	if wait == nil {
		return
	}
	settled := make(chan tea.Msg, 1)
	c.settling = settled
	go func() { settled <- wait() }()
}

// settle takes in what has come of the journal, and to the last of it where that is waited for.
func settle(c *conversation, wait bool) {
	for c.settling != nil {
		var msg tea.Msg
		select {
		case msg = <-c.settling:
		default:
			if !wait {
				return
			}
			msg = <-c.settling
		}
		c.settling = nil
		_, next := c.keep.Update(msg)
		c.hand(next)
	}
}

// editable reports whether the plan can be changed, and says so where it cannot.
func (c *conversation) editable() bool {
	why := c.keep.Locked()
	if why != "" {
		c.Label("The plan cannot be changed", keysInWords(why))
	}
	return why == ""
}

// decide asks what becomes of a damaged plan, and of what an earlier run did not save.
func (c *conversation) decide() {
	if offer := c.keep.Offer(); offer != nil {
		c.run(offer.Of(front{c}))
	}
	if d := c.keep.KeptDraft(); d != nil && c.writing == nil { // it was left for later, on a screen
		c.writing = writingOf(*keep.FormOf(*d, c.data.Plan))
		c.keep.KeepDraft(nil)
		c.journal()
		c.Say(`There is an action that was begun. "go" in the plan goes on with it.`)
	}
}

// Of the keys of tui/keep these are what undo and redo are asked by.
func undo(c *conversation) { c.press(tea.Key{Code: 'u', Text: "u"}) }
func redo(c *conversation) { c.press(tea.Key{Code: 'r', Mod: tea.ModCtrl}) }

func (c *conversation) press(k tea.Key) {
	request, cmd := c.keep.Update(tea.KeyPressMsg(k))
	if request != nil {
		c.run(request.Of(front{c}))
	}
	c.run(cmd)
	c.refresh()
}
