package plan

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"wres/model/plan/spelling"
)

// ErrNoAction means that the plan holds no action of the given id, for instance
// because it was deleted in the meantime. Test with errors.Is.
var ErrNoAction = errors.New("no such action in the plan: list the plan to see the ids it has")

// Plan is the ordered actions, and the names of the user's further columns. It
// is a value: no method changes it, each edit returns another Plan, and the
// actions given out are copies. The zero Plan is an empty plan.
type Plan struct {
	actions []Action // never written to once it stands in a Plan
	extra   []string // likewise
	highest int      // highest number ever in an id, so that none is given twice
}

// New makes a plan of actions in their order. The extra column names are those
// that the cells of Action.Extra belong to; nil if there are none. Line ends
// within the texts become LF. Actions without an id, or with one that an
// earlier action has, are given the next free id.
func New(extraColumns []string, actions []Action) Plan {
	p := Plan{extra: slices.Clone(extraColumns), actions: make([]Action, len(actions))}
	for i, name := range p.extra {
		p.extra[i] = cleanText(name)
	}
	fields := Fields()
	for i, action := range actions {
		p.actions[i] = action.clean(fields)
		p.highest = max(p.highest, idNumber(p.actions[i].ID))
	}
	taken := make(map[string]bool, len(p.actions))
	for _, action := range p.actions {
		taken[action.ID] = true
	}
	seen := make(map[string]bool, len(p.actions))
	for i := range p.actions {
		action := &p.actions[i]
		if action.ID == "" || seen[action.ID] {
			p.highest, action.ID = freeID(p.highest, func(id string) bool { return taken[id] })
		}
		seen[action.ID] = true
	}
	return p
}

// Len gives the number of actions.
func (p Plan) Len() int { return len(p.actions) }

// Actions gives the actions in their order. The slice and all in it are copies.
func (p Plan) Actions() []Action {
	actions := make([]Action, len(p.actions))
	for i, action := range p.actions {
		actions[i] = action.copied()
	}
	return actions
}

// ExtraColumns gives the names of the user's further columns, in their order. A
// name may be blank or stand twice, as it may in the file.
func (p Plan) ExtraColumns() []string { return slices.Clone(p.extra) }

// Further gives the cells of an action that stand in the user's further columns, each
// with the name of its column: "" beyond the last of them.
func (p Plan) Further(a Action) iter.Seq2[string, string] {
	return func(yield func(name, cell string) bool) {
		for i, cell := range a.Extra {
			name := ""
			if i < len(p.extra) {
				name = p.extra[i]
			}
			if !yield(name, cell) {
				return
			}
		}
	}
}

// Find gives the action of an id.
func (p Plan) Find(id string) (Action, bool) {
	if i := p.index(id); i >= 0 {
		return p.actions[i].copied(), true
	}
	return Action{}, false
}

// ForIndicator gives the actions that serve an indicator such as "2", in their
// order in the plan.
func (p Plan) ForIndicator(id string) []Action {
	var found []Action
	for _, action := range p.actions {
		if slices.Contains(action.IndicatorIDs(), strings.ToLower(id)) {
			found = append(found, action.copied())
		}
	}
	return found
}

// Leads gives who leads actions of the plan, most actions first, for a form to offer.
func (p Plan) Leads() []string { return p.entries(func(a Action) string { return a.Lead }) }

// Teams gives the teams of the plan, as Leads does.
func (p Plan) Teams() []string { return p.entries(func(a Action) string { return a.Team }) }

func (p Plan) entries(of func(Action) string) []string {
	texts := make([]string, len(p.actions))
	for i, action := range p.actions {
		texts[i] = of(action)
	}
	return spelling.ByUse(texts)
}

// Add returns a plan with the action at its end, and the id it was given: the
// next free one, whatever id the action came with. A blank number becomes the
// next number.
func (p Plan) Add(action Action) (Plan, string) {
	action = action.clean(Fields())
	p.highest, action.ID = freeID(p.highest, func(id string) bool { return p.index(id) >= 0 })
	if blank(action.Number) {
		action.Number = p.nextNumber()
	}
	p.actions = append(slices.Clone(p.actions), action)
	return p, action.ID
}

// Edit returns a plan in which the action stands in place of the one of the
// same id. The caller sets Updated, with Action.UpdatedOn. The error is
// ErrNoAction, and the plan returned with it is the old one.
func (p Plan) Edit(action Action) (Plan, error) {
	action = action.clean(Fields())
	i := p.index(action.ID)
	if i < 0 {
		return p, missing(action.ID)
	}
	p.actions = slices.Clone(p.actions)
	p.actions[i] = action
	return p, nil
}

// Delete returns a plan without the action. Its id is not given again by this
// plan or those made from it. The error is ErrNoAction.
func (p Plan) Delete(id string) (Plan, error) {
	i := p.index(id)
	if i < 0 {
		return p, missing(id)
	}
	p.actions = slices.Delete(slices.Clone(p.actions), i, i+1)
	return p, nil
}

// SetStatus returns a plan in which the action has the status and was updated
// on the day of now. The error is ErrNoAction.
func (p Plan) SetStatus(id, status string, now time.Time) (Plan, error) {
	action, found := p.Find(id)
	if !found {
		return p, missing(id)
	}
	action.Status = status
	return p.Edit(action.UpdatedOn(now))
}

// Done returns a plan in which the action is done, as SetStatus with StatusDone.
func (p Plan) Done(id string, now time.Time) (Plan, error) {
	return p.SetStatus(id, StatusDone, now)
}

// Equal reports whether both plans hold the same actions in the same order,
// under the same further columns.
func (p Plan) Equal(q Plan) bool {
	fields := Fields()
	return slices.Equal(p.extra, q.extra) && slices.EqualFunc(p.actions, q.actions, func(a, b Action) bool {
		return a.equal(b, fields)
	})
}

func (p Plan) index(id string) int {
	id = strings.TrimSpace(id)
	return slices.IndexFunc(p.actions, func(a Action) bool { return a.ID == id })
}

// nextNumber is one more than the highest number in use; 3a counts as 3.
func (p Plan) nextNumber() string {
	highest := 0
	for _, action := range p.actions {
		number := strings.TrimSpace(action.Number)
		digits := number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
		if n, err := strconv.Atoi(digits); err == nil && len(digits) <= maxIDDigits {
			highest = max(highest, n)
		}
	}
	return strconv.Itoa(highest + 1)
}

const (
	idPrefix = "A-"
	// maxIDDigits keeps a hand-written A-99999999999999999999 from overflowing
	// the count: such an id is kept, but is not counted on from.
	maxIDDigits = 9
)

// freeID gives the first id above number that is not taken, and its number. It
// asks, because an id too long to be counted on from may still be in the way.
func freeID(number int, taken func(id string) bool) (int, string) {
	for {
		number++
		if id := fmt.Sprintf("%s%04d", idPrefix, number); !taken(id) {
			return number, id
		}
	}
}

// idNumber gives the number in an id of our own form, and zero for all others.
func idNumber(id string) int {
	digits, found := strings.CutPrefix(id, idPrefix)
	n, err := strconv.ParseUint(digits, 10, 63)
	if !found || err != nil || len(digits) > maxIDDigits {
		return 0
	}
	return int(n)
}

func missing(id string) error { return fmt.Errorf("action %q: %w", id, ErrNoAction) }

func (a Action) copied() Action {
	a.Extra = slices.Clone(a.Extra)
	return a
}
