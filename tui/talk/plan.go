package talk

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"wres/model/findings"
	"wres/model/plan"
	"wres/model/words"
	"wres/model/words/spoken"
	"wres/tui/ask"
)

// planState counts the actions: "8 actions, 7 late".
func planState(c *conversation) string {
	actions := c.data.Plan.Actions()
	if len(actions) == 0 {
		return "there are no actions yet"
	}
	said := words.Count(len(actions), "action")
	if late := len(plan.Overdue(actions, c.data.Today)); late > 0 {
		said += ", " + words.Thousands(late) + " late"
	}
	return said
}

// thePlan lists the actions, the late ones first, and what can be done with the whole.
func thePlan() place {
	return place{says: planLines, choices: func(c *conversation) (all []choice) {
		for _, a := range plan.PublicActions(findings.ByUrgency(c.data.Plan.Actions(), c.data.Today), c.data.Results) {
			all = append(all, actionChoice(c, a))
		}
		if c.writing != nil {
			all = append(all, choice{text: "Go on with the action that you began to write", word: "go", does: func(c *conversation) { c.write(c.writing) }})
		}
		all = append(all, choice{text: "Write a new action", word: "new", does: newAction})
		if c.keep.Offer() != nil {
			all = append(all, choice{text: "Say what becomes of what was not saved", word: "decide", does: func(c *conversation) { c.decide() }})
		}
		all = append(all,
			choice{text: "Undo the last change", word: "undo", does: undo},
			choice{text: "Redo: make a change again that was undone", word: "redo", does: redo},
			tells("What would make the plan stronger", "advice", adviceLines))
		if c.data.CarryFrom > 0 {
			all = append(all, choice{text: "Begin the plan of the next year", word: "next", does: func(c *conversation) { front{c}.CarryOver() }})
		}
		return append(all, to("Write the plan to a file", "export", giving()))
	}}
}

func planLines(c *conversation) []string {
	lines := c.Labelled("The action plan", planState(c))
	if why := c.data.PlanLocked; why != "" {
		lines = append(lines, c.Labelled("It cannot be changed", keysInWords(why))...)
	}
	lines = append(lines, gapLines(c, findings.StandingOf(c.found(), c.data.Plan.Actions(), c.data.Today))...)
	if c.data.PlanPath != "" {
		lines = append(lines, c.Labelled("It is kept in", c.data.PlanPath)...)
	}
	return lines
}

// gapLines name what asks for an action and has no open one.
func gapLines(c *conversation, s findings.Standing) (lines []string) {
	for _, f := range s.Gaps {
		lines = append(lines, c.Labelled("Clear, and without an open action", "indicator "+f.Indicator.ID+", "+f.Name)...)
	}
	return lines
}

func adviceLines(c *conversation) (lines []string) {
	for _, f := range c.data.Advice {
		if f.ID != "" {
			lines = append(lines, c.Labelled("Action "+f.Number, f.Message)...)
			continue
		}
		lines = append(lines, c.Lines(f.Message)...)
	}
	if len(lines) == 0 {
		return []string{"There is no advice."}
	}
	return lines
}

// actionChoice names an action by the beginning of its words, with how late it is and its lead,
// and leads to the whole of it.
func actionChoice(c *conversation, a plan.Action) choice {
	name := "Action " + cmp.Or(a.Number, a.ID)
	if state := actionState(c, a); state != "" {
		name += ", " + state
	}
	said := beginning(a.Text, min(enough, spoken.Width-22-utf8.RuneCountInString(name)))
	if with := said + "; " + beginning(a.Lead, enough); a.Lead != "" && utf8.RuneCountInString(name+with) <= spoken.Width-8 {
		said = with
	}
	return to(name+": "+said, "", actionPlace(a.ID))
}

// enough is the most characters of a text that name what has it.
const enough = 56

// beginning gives the first words of a text, so many characters at the most and as far as it
// pauses, and says if there is more.
func beginning(text string, most int) string {
	text = strings.TrimRight(plan.OneLine(text), ".")
	if text == "" {
		return "no words yet"
	}
	if most = max(most, enough/3); utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most])
	at := strings.LastIndex(cut, " ")
	for _, pause := range []string{": ", ". ", "; ", " (", ", "} {
		if first := strings.Index(cut, pause); first > most/3 {
			at = first
			break
		}
	}
	if at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.") + ", and so on"
}

// actionState says how late an action is, or what has become of it.
func actionState(c *conversation, a plan.Action) string {
	if a.Closed() {
		return a.Status
	}
	return cmp.Or(findings.Lateness(a.Due(), c.data.Today), a.Deadline, "no day is set")
}

// actionPlace says the whole of an action, and what can be done with it.
func actionPlace(id string) place {
	return place{
		says: func(c *conversation) []string { return actionLines(c, shownAction(c, id)) },
		choices: func(c *conversation) []choice {
			a, _ := c.data.Plan.Find(id)
			done := "It is done"
			if a.Done() {
				done = "It is not done after all"
			}
			return []choice{
				to("Change a field", "edit", fieldsPlace(id)),
				{text: "Go through all fields", word: "all", does: func(c *conversation) { editAll(c, id) }},
				{text: done, word: "done", does: func(c *conversation) { c.change(ask.Done(id)) }},
				{text: "Add a note on what has happened", word: "note", does: func(c *conversation) { editField(c, id, noteColumn) }},
				{text: "Put a copy behind it", word: "copy", does: func(c *conversation) { c.change(ask.Duplicate(id)) }},
				{text: "Delete it", word: "delete", does: func(c *conversation) { deleteAction(c, id) }},
				tells("What would make it stronger", "advice", func(c *conversation) []string { return adviceOn(c, id) }),
			}
		},
		gone: func(c *conversation) bool {
			_, found := c.data.Plan.Find(id)
			return !found
		},
	}
}

// shownAction is an action as the view that was chosen shows it.
func shownAction(c *conversation, id string) plan.Action {
	a, _ := c.data.Plan.Find(id)
	if c.views.published {
		a, _ = a.Public(c.data.Results)
	}
	return a
}

func actionLines(c *conversation, a plan.Action) []string {
	lines := c.Labelled("Action "+cmp.Or(a.Number, a.ID), actionState(c, a))
	for _, field := range plan.Fields() {
		switch field.Column {
		case "id", "number":
			continue
		case "evidence":
			if a.Evidence != "" {
				lines = append(lines, "It keeps the figure that it answers, to be compared with later years.")
			}
			continue
		case "action":
			lines = append(lines, c.Labelled("It says", cmp.Or(a.Text, "nothing yet"))...)
			continue
		}
		if value := field.Value(a); strings.TrimSpace(value) != "" {
			lines = append(lines, c.Labelled(field.Label, value)...)
		}
	}
	for name, value := range c.data.Plan.Further(a) {
		if strings.TrimSpace(value) != "" {
			lines = append(lines, c.Labelled(cmp.Or(name, "A further column"), value)...)
		}
	}
	for _, p := range c.data.Progress[a.ID] {
		if p.Indicator != "" {
			lines = append(lines, c.Labelled("Indicator "+p.Indicator, string(p.State))...)
			lines = append(lines, c.Lines(p.Reason)...)
		}
	}
	return lines
}

func adviceOn(c *conversation, id string) (lines []string) {
	for _, f := range c.data.Advice {
		if f.ID == id {
			lines = append(lines, c.Lines(f.Message)...)
		}
	}
	if len(lines) == 0 {
		return []string{"There is no advice on it."}
	}
	return lines
}

// fieldsPlace lists the fields of an action with what each says, to change one.
func fieldsPlace(id string) place {
	return place{
		says: func(c *conversation) []string {
			return c.Labelled("Action "+cmp.Or(shownAction(c, id).Number, id), "its fields")
		},
		choices: func(c *conversation) (all []choice) {
			a := shownAction(c, id)
			for _, field := range typedFields(true) {
				said := "nothing yet"
				if value := strings.TrimSpace(valueOf(field, a)); value != "" {
					said = beginning(value, enough)
				}
				if field.Column == noteColumn {
					said = "what has happened since"
				}
				all = append(all, choice{text: field.Label + ": " + said, word: strings.ToLower(field.Label), does: func(c *conversation) {
					c.back() // one field is changed, and then the action is said
					editField(c, id, field.Column)
				}})
			}
			return all
		},
		gone: actionPlace(id).gone,
	}
}

// deleteAction deletes an action, once that was asked.
func deleteAction(c *conversation, id string) {
	if !c.editable() {
		return
	}
	question := append(actionLines(c, shownAction(c, id))[:1], `Delete this action? "undo" brings it back.`)
	if c.Choose(question, "Keep it.", "Delete it.") == 0 {
		c.change(ask.Delete(id))
	}
}

// newAction begins an action that is about nothing yet.
func newAction(c *conversation) {
	if !c.editable() {
		return
	}
	if c.writing != nil && c.writing.changed() {
		c.Say(`There is an action that you began to write. "go" in the plan goes on with it.`)
		return
	}
	c.write(writingOf(ask.Form{New: true, Action: plan.Action{}}))
}

// numbered counts questions: "Question 2 of 12".
func numbered(i, of int) string { return fmt.Sprintf("Question %d of %d", i, of) }
