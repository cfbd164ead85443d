package planfile

import (
	"bytes"
	"errors"
	"slices"

	"wres/loaders/formula"
	"wres/model/plan"
)

// errNotTheSame means that the bytes made for a plan do not read back as it. It
// guards against our own mistakes and should never be seen.
var errNotTheSame = errors.New("the plan as written would not read back the same, which is a fault in wres; " +
	"the entries are still in the program: export the plan, and report the fault")

// errOtherColumns means that the plan was not made from this file.
var errOtherColumns = errors.New("the plan lacks the further columns of the file, which a save would lose; " +
	"open the file again and repeat the edit")

// compose makes the bytes of the file for a plan, and the sheet they read back
// as. Rows of s, or failing that of original, whose action is unchanged are
// taken over as they are. The error means that nothing should be written.
func compose(s *sheet, original map[string]row, p plan.Plan, name string) ([]byte, *sheet, error) {
	if len(s.header) > 0 && !slices.Equal(s.plan.ExtraColumns(), p.ExtraColumns()) {
		return nil, nil, errOtherColumns
	}
	c := composer{sheet: s, original: original, current: map[string]row{}}
	for _, r := range s.rows {
		c.current[r.action.ID] = r
	}
	actions := p.Actions()
	c.out.WriteString(byteOrderMark)
	c.header(p.ExtraColumns(), actions)
	for _, action := range actions {
		c.action(action)
	}
	if len(s.tail) > 0 {
		c.endLine()
		c.out.Write(s.tail)
	}
	content := c.out.Bytes()
	back := parse(content, name)
	if back.reason != "" || !back.plan.Equal(p) || slices.ContainsFunc(back.rows, func(r row) bool { return r.given }) {
		return nil, nil, errNotTheSame
	}
	return content, back, nil
}

type composer struct {
	sheet    *sheet
	columns  []column // those of the sheet and the ones appended
	current  map[string]row
	original map[string]row
	out      bytes.Buffer
}

// header writes the header: as it is, with the standard columns appended that
// the actions need and it lacks; or a new one with all of them, save those that
// a plan may do without and no action needs.
func (c *composer) header(extras []string, actions []plan.Action) {
	s := c.sheet
	c.columns = slices.Clone(s.columns)
	var names []string
	for i, field := range plan.Fields() {
		if hasField(s.columns, field.Column) {
			continue
		}
		needed := len(s.header) == 0 && !field.Optional || field.Column == "id" ||
			slices.ContainsFunc(actions, func(a plan.Action) bool { return field.Value(a) != "" })
		if needed {
			c.columns = append(c.columns, column{name: field.Column, field: i})
			names = append(names, field.Column)
		}
	}
	if len(s.header) == 0 {
		for i, name := range extras {
			c.columns = append(c.columns, column{name: name, field: -1, extra: i})
		}
		c.out.Write(encode(append(names, extras...), s.delimiter))
		c.out.WriteString(s.end)
		return
	}
	body, end := cutEnd(s.header)
	c.out.Write(body)
	if len(names) > 0 {
		c.out.WriteByte(s.delimiter)
		c.out.Write(encode(names, s.delimiter))
	}
	c.out.Write(end)
}

// action writes one action: the bytes of its row if it has not changed, else
// the row anew.
func (c *composer) action(a plan.Action) {
	c.endLine()
	r, known := c.current[a.ID]
	first, wasThere := c.original[a.ID]
	if wasThere && (!known || !r.action.Equal(a) && first.action.Equal(a)) {
		r, known = first, true // an edit that was undone gets its old bytes back
	}
	c.out.Write(r.lead)
	if known && !r.given && r.action.Equal(a) && (len(c.columns) == r.columns || len(r.cells) <= r.columns) {
		c.out.Write(r.body)
		if len(r.cells) == r.columns {
			c.out.Write(bytes.Repeat([]byte{c.sheet.delimiter}, len(c.columns)-r.columns))
		}
	} else {
		c.out.Write(encode(c.cells(a, r), c.sheet.delimiter))
	}
	if known {
		c.out.Write(r.end) // none if it was the last row: endLine adds one if need be
	} else {
		c.out.WriteString(c.sheet.end)
	}
}

// cells gives the cells of an action for a row written anew. A cell that says
// what it said before keeps its text, so that a formula of the user's own stays
// one.
func (c *composer) cells(a plan.Action, r row) []string {
	values, before := c.values(a), c.values(r.action)
	cells := make([]string, len(values))
	for i, value := range values {
		isGivenID := r.given && i < len(c.columns) && c.columns[i].field == idField
		if i < r.columns && i < len(r.cells) && before[i] == value && !isGivenID {
			cells[i] = r.cells[i]
		} else {
			cells[i] = formula.Guard(value)
		}
	}
	return cells
}

// values gives what an action says in each column, and after them the cells
// beyond the header.
func (c *composer) values(a plan.Action) []string {
	fields := plan.Fields()
	values := make([]string, 0, len(c.columns))
	extras := 0
	for _, col := range c.columns {
		switch {
		case col.field >= 0:
			values = append(values, fields[col.field].Value(a))
		case col.extra < len(a.Extra):
			values = append(values, a.Extra[col.extra])
			extras++
		default:
			values = append(values, "")
			extras++
		}
	}
	if len(a.Extra) > extras {
		values = append(values, a.Extra[extras:]...)
	}
	return values
}

// endLine ends the line before something is written after it. After a lone CR
// only the LF is missing.
func (c *composer) endLine() {
	switch out := c.out.Bytes(); {
	case out[len(out)-1] == '\n':
	case out[len(out)-1] == '\r':
		c.out.WriteByte('\n')
	default:
		c.out.WriteString(c.sheet.end)
	}
}
