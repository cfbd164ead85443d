package talk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"wres/model/plan"
	"wres/model/plan/due"
	"wres/tui/ask"
)

// writing is an action that is being written: as it was, and as far as it is answered.
type writing struct {
	was, now plan.Action
	note     string // to be put before its progress
	edited   bool   // an action of the plan, not a new one
	only     string // the column of the one question; "": all are asked
	at       int    // the question
}

// noteColumn names the question for a new note, which is a part of the progress.
const noteColumn = "note"

// order is that of the questions, by column, as one thinks of an action. What it does not
// name comes last.
var order = []string{"action", "indicators", "objective", "measure", "baseline", "target", "deadline", "lead", "team", "status", noteColumn, "progress", "high_impact", "number"}

// typedFields gives the fields that are asked for. A new action has no progress yet.
func typedFields(edited bool) []plan.Field {
	fields := slices.DeleteFunc(plan.Fields(), func(f plan.Field) bool {
		return f.Automatic || f.Column == "evidence" || !edited && f.Column == "progress"
	})
	if edited {
		fields = append(fields, plan.Field{Column: noteColumn, Label: "New note", MultiLine: true,
			Hint: "What has happened since: it is put before the progress, with the date of today."})
	}
	place := func(f plan.Field) int {
		if i := slices.Index(order, f.Column); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(fields, func(a, b plan.Field) int { return cmp.Compare(place(a), place(b)) })
	return fields
}

func valueOf(f plan.Field, a plan.Action) string {
	if f.Column == noteColumn {
		return ""
	}
	return f.Value(a)
}

// writingOf begins to write what a form would be opened on.
func writingOf(w ask.Form) *writing {
	if w.New && w.Action.Status == "" {
		w.Action.Status = plan.StatusNotStarted
	}
	begun := &writing{was: w.Action, now: w.Action, edited: !w.New}
	if w.Typed != nil {
		begun.now = *w.Typed
	}
	return begun
}

// fields gives the questions.
func (w *writing) fields() []plan.Field {
	fields := typedFields(w.edited)
	if w.only != "" {
		fields = slices.DeleteFunc(fields, func(f plan.Field) bool { return f.Column != w.only })
	}
	return fields
}

// changed reports whether anything was answered.
func (w *writing) changed() bool { return !w.now.Equal(w.was) || w.note != "" }

// draft gives what is in no plan yet, a note with the date of today; nil: there is nothing.
func (w *writing) draft(today time.Time) *plan.Draft {
	if !w.changed() {
		return nil
	}
	d := plan.DraftOf(w.was, w.now.Noted(w.note, today), w.edited)
	return &d
}

// set takes an answer.
func (w *writing) set(f plan.Field, text string) {
	if f.Column == noteColumn {
		w.note = text
		return
	}
	w.now = f.With(w.now, text)
}

// step is what comes after a question.
type step uint8

const (
	next step = iota
	before
	same
	finish
	leave
	away // the input is over
)

// edit puts the action into the plan.
func (w *writing) edit(p plan.Plan, today time.Time, _ func(string) string) (plan.Plan, string, error) {
	p, a, added := p.Put(w.now.Noted(w.note, today).UpdatedOn(today).Dated(w.was, today), w.edited)
	if !added {
		return p, "Action " + cmp.Or(a.Number, a.ID) + " is changed.", nil
	}
	return p, fmt.Sprintf("Action %s is added to the plan.", a.Number), nil
}

// editField asks for one field of an action, and saves it.
func editField(c *conversation, id, column string) { c.editing(id, column) }

// editAll goes through all fields of an action.
func editAll(c *conversation, id string) { c.editing(id, "") }

func (c *conversation) editing(id, column string) {
	a, found := c.data.Plan.Find(id)
	if !found || !c.editable() {
		return
	}
	w := writingOf(ask.Form{Action: a})
	w.only = column
	c.write(w)
}

// deadlineWords says which day a deadline is taken for.
func deadlineWords(text string, today time.Time) string {
	d, err := due.Read(text, today)
	switch {
	case strings.TrimSpace(text) == "":
		return ""
	case err != nil:
		return "It is kept as words: " + strings.TrimSuffix(err.Error(), ".") + "."
	case !d.HasDate():
		return ""
	case d.Overdue(today):
		return "It is taken for " + due.Weekday(d.Date) + ", which is past."
	}
	return "It is taken for " + due.Weekday(d.Date) + "."
}
