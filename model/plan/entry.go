package plan

import (
	"maps"
	"slices"
	"time"
)

// Entry is all that is not on the disk at one moment: the edits of the plan that
// were not saved yet, the text of an open form, and that of one that was left. Each entry of a journal
// stands for the whole, so the last one that can be read is enough.
type Entry struct {
	At    time.Time
	Edits []Edit
	Draft *Draft // nil: no form holds text
	Kept  *Draft // of a form that was left, to go on with later; nil: none is
}

// Edit is what became of one action since the plan on the disk. Was is nil for
// an action that was added and Now for one that was deleted; both have one id.
type Edit struct{ Was, Now *Action }

// Draft is an action as it stands in an open form: text that is in no plan yet.
type Draft struct {
	ID string // of the action that is edited; "" for a new one
	// Texts holds what the form says, and Was what the plan said when the form
	// was opened, by Field.Column: of an edited action the fields that were
	// changed, of a new one all that are not blank.
	Texts, Was map[string]string
}

// DraftOf gives the draft of a form that was opened on was and now says now.
func DraftOf(was, now Action, edited bool) Draft {
	d := Draft{Texts: map[string]string{}, Was: map[string]string{}}
	if edited {
		d.ID = was.ID
	}
	for _, field := range Fields() {
		before, text := field.Value(was), field.Value(now)
		if field.Automatic || edited && before == text || !edited && text == "" {
			continue
		}
		d.Texts[field.Column] = text
		if edited {
			d.Was[field.Column] = before
		}
	}
	return d
}

// Action gives the draft as an action to go on writing. Where the plan's action
// still says what it said, the draft edits it. Where the action is gone, or says
// something else by now, the draft becomes a new one, so that both are kept.
func (d Draft) Action(p Plan) (a Action, edited bool) {
	a, edited = p.Find(d.ID)
	for _, field := range Fields() {
		text, written := d.Texts[field.Column]
		if !written {
			continue
		}
		if now := field.Value(a); now != d.Was[field.Column] && now != text {
			edited = false
		}
		a = field.With(a, text)
	}
	if !edited {
		a.ID = ""
	}
	return a, edited
}

// in reports whether the plan says already what the draft does, as it does where
// the form was saved in the last moment.
func (d Draft) in(p Plan) bool {
	return slices.ContainsFunc(p.actions, func(a Action) bool {
		if d.ID != "" && a.ID != d.ID {
			return false
		}
		for column, text := range d.Texts {
			if field, known := FieldFor(column); known && field.Value(a) != cleanText(text) {
				return false
			}
		}
		return true
	})
}

// Equal reports whether both drafts say the same of the same action.
func (d Draft) Equal(other Draft) bool {
	return d.ID == other.ID && maps.Equal(d.Texts, other.Texts) && maps.Equal(d.Was, other.Was)
}

// same reports whether both are none, or say the same.
func (d *Draft) same(other *Draft) bool {
	if d == nil || other == nil {
		return d == other
	}
	return d.Equal(*other)
}

// Unsaved gives the edits that lead from the plan on the disk to another, in the
// order of that one and the deleted actions last. The order of actions is none.
func Unsaved(onDisk, now Plan) []Edit {
	var edits []Edit
	for _, action := range now.Actions() {
		was, known := onDisk.Find(action.ID)
		switch {
		case !known:
			edits = append(edits, Edit{Now: &action})
		case !was.Equal(action):
			edits = append(edits, Edit{Was: &was, Now: &action})
		}
	}
	for _, was := range onDisk.Actions() {
		if _, kept := now.Find(was.ID); !kept {
			edits = append(edits, Edit{Was: &was})
		}
	}
	return edits
}

// Empty reports whether nothing is unsaved.
func (e Entry) Empty() bool { return len(e.Edits) == 0 && e.Draft == nil && e.Kept == nil }

// Equal reports whether both entries hold the same, at whatever time.
func (e Entry) Equal(other Entry) bool {
	if !e.Draft.same(other.Draft) || !e.Kept.same(other.Kept) {
		return false
	}
	return slices.EqualFunc(e.Edits, other.Edits, func(a, b Edit) bool {
		return same(a.Was, b.Was) && same(a.Now, b.Now)
	})
}

func same(a, b *Action) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// Pending gives the entry without what the plan already holds.
func (e Entry) Pending(p Plan) Entry {
	left := Entry{At: e.At, Draft: e.Draft, Kept: e.Kept}
	for _, edit := range e.Edits {
		if !edit.apply(p).Equal(p) {
			left.Edits = append(left.Edits, edit)
		}
	}
	if e.Draft != nil && e.Draft.in(p) {
		left.Draft = nil
	}
	if e.Kept != nil && e.Kept.in(p) {
		left.Kept = nil
	}
	return left
}

// Apply returns the plan with the entry's edits made. An action that says
// something else by now than when it was edited is left alone, and the edited
// text is added as a further action: both are kept. The drafts are no part of it.
func (e Entry) Apply(p Plan) Plan {
	// The deleted go first: an action that says the same as a new one would stand
	// for it, and then be deleted.
	for _, deletes := range []bool{true, false} {
		for _, edit := range e.Edits {
			if deletes == (edit.Now == nil) {
				p = edit.apply(p)
			}
		}
	}
	return p
}

func (e Edit) apply(p Plan) Plan {
	if e.Now == nil {
		if now, found := p.Find(e.Was.ID); found && now.Equal(*e.Was) {
			p, _ = p.Delete(now.ID) // it was found
		}
		return p
	}
	action := e.Now.clean(Fields())
	now, found := p.Find(action.ID)
	switch {
	case !found:
		p.actions = append(slices.Clone(p.actions), action)
		p.highest = max(p.highest, idNumber(action.ID))
	case now.Equal(action):
	case e.Was != nil && now.Equal(*e.Was):
		p, _ = p.Edit(action) // likewise
	case !p.holds(action):
		p, _ = p.Add(action)
	}
	return p
}

// holds reports whether an action of the plan says all that a does, under
// whatever id and number, which a further action is given anew, and on whatever
// day.
func (p Plan) holds(a Action) bool {
	return slices.ContainsFunc(p.actions, func(b Action) bool {
		b.ID, b.Number, b.Updated = a.ID, a.Number, a.Updated
		return a.Equal(b)
	})
}
