package whole

import (
	"cmp"
	"context"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// A spreadsheet whose cells are merged over their rows gives, as text, the label in the
// first of these rows and blanks in the others. Of a blank alone nothing tells whether
// the label above it is meant or none. The table tells: labels that each stand once over
// rows with labels of their own, and never twice in succession.

// block is a row's labels, in the order of the keys, trimmed.
type block struct {
	line  int
	cells []string
	lost  bool // the row is refused, but its labels may reach over rows below it
}

// merge is a column in which labels may reach over the rows below them.
type merge struct {
	key      int
	fills    map[int]string // the label above, by row
	labels   int            // blocks: labels, each where it is first written
	over     int            // blocks that have blank rows
	last     bool           // the last block has
	doubtful bool           // the label above a blank is of another block, or not known
}

// mergedRows is a table in which blanks may stand for the label above.
type mergedRows struct {
	t       *Table
	rows    []block
	changes []int // by key: how often its label is another than the one before
}

// merged finds merged cells, fills them and says so.
func (t *Table) merged(ctx context.Context) (notices []Notice) {
	m := mergedRows{t: t, changes: make([]int, len(t.Keys))}
	above := make([]string, len(t.Keys))
	for rec := range csvfile.Until(ctx, t.Text.Records()) {
		if rec.Aside != "" && rec.Aside != csvfile.Total {
			continue
		}
		b := block{rec.Line, make([]string, len(t.Keys)), rec.Refused()}
		for i, k := range t.Keys {
			if !b.lost || t.surelyLeft(rec, k.Column) {
				b.cells[i] = strings.TrimSpace(rec.Value(k.Column))
			} else {
				b.cells[i] = anyLabel
			}
			if v := b.cells[i]; v != "" && v != anyLabel && !same(v, above[i]) {
				above[i] = v
				m.changes[i]++
			}
		}
		m.rows = append(m.rows, b)
	}
	var found []*merge
	for key := range t.Keys {
		if g := m.merge(key); g != nil && !m.bare(key) {
			found = append(found, g)
		}
	}
	taken := m.taken(found)
	for _, g := range found {
		switch is := slices.Contains(taken, g); {
		case is:
			notices = append(notices, m.fill(g))
		case !t.Keys[g.key].Sure && m.alike([]*merge{g}) <= m.alike(nil): // else it is refused, or cannot be
			notices = append(notices, m.doubt(g))
		}
	}
	return notices
}

// anyLabel stands for the label of a refused row whose columns are in doubt.
const anyLabel = "\x00"

// surelyLeft reports whether the labels of a refused record stand where they should in a
// column: all that is wrong is that a number may be two cells, further right.
func (t *Table) surelyLeft(rec csvfile.Record, column int) bool {
	return len(t.Numbers) > 0 && column < slices.Min(t.Numbers) && !slices.ContainsFunc(rec.Faults, func(f csvfile.Fault) bool {
		return !f.Notice && f.Kind != csvfile.LongRecord && f.Kind != csvfile.ShiftedRecord
	})
}

// same reports whether two labels are one.
func same(a, b string) bool { return a == b || csvfile.Fold(a) == csvfile.Fold(b) }

// coarser reports whether a key stands over another: its label changes less often, or as
// often and further left. Where it changes, a merged cell of the other cannot go on.
func (m *mergedRows) coarser(key, than int) bool {
	return key != than && cmp.Or(cmp.Compare(m.changes[key], m.changes[than]), cmp.Compare(m.t.Keys[key].Column, m.t.Keys[than].Column)) < 0
}

// merge looks at the blanks of a key; nil where none of them can be of a merged cell.
func (m *mergedRows) merge(key int) *merge {
	if m.rows[0].cells[key] == "" {
		return nil
	}
	w := walk{m: m, above: make([]string, len(m.t.Keys)), merge: &merge{key: key, fills: map[int]string{}}}
	for i := range m.rows {
		if !w.row(i) {
			return nil
		}
	}
	for _, t := range w.totals {
		if t.run == 1 && w.totals[0].block == 1 { // each block has its total
			w.fills[t.row] = t.label
		}
	}
	if len(w.fills) == 0 {
		return nil
	}
	return w.merge
}

// walk goes down the rows and looks at one key.
type walk struct {
	*merge
	m       *mergedRows
	above   []string // by key: the label above
	label   string   // of the block
	lost    bool     // a row below it may have another, which is not known
	reaches bool     // over a blank row
	inTotal bool
	runs    int // of totals in the block
	totals  []totalRow
}

// totalRow is a row without a label that is a total: of its block, or of all of them.
type totalRow struct {
	row, block, run int
	label           string
}

// row looks at one row. It is false where the labels are written in each row, so that a
// blank is none.
func (w *walk) row(i int) bool {
	v := w.m.rows[i].cells[w.key]
	broken, finer := w.others(i)
	switch {
	case v == anyLabel:
		w.lost = true
	case v != "":
		if same(v, w.label) && !broken && i > 0 && w.m.rows[i-1].cells[w.key] != "" {
			return false
		}
		if broken || !same(v, w.label) {
			w.labels++
			w.reaches, w.runs, w.last = false, 0, false
		}
		w.label, w.lost = v, false
	case !finer || w.m.rows[i].lost:
	case w.inTotal && !broken:
		w.totals = append(w.totals, totalRow{i, w.labels, w.runs, w.label})
	default:
		w.doubtful = w.doubtful || broken || w.lost
		w.fills[i] = w.label
		if !w.reaches {
			w.over++
		}
		w.reaches, w.last = true, true
	}
	return true
}

// others looks at the other labels of a row: broken says that a key over this one has
// another label than above, and finer that one under it has a label.
func (w *walk) others(i int) (broken, finer bool) {
	within, total := false, false // a label of the place, which is a total
	for k, v := range w.m.rows[i].cells {
		switch {
		case v == "" || v == anyLabel || k == w.key:
		case w.m.coarser(k, w.key):
			broken = broken || w.above[k] != "" && !same(v, w.above[k])
			w.above[k] = v
		default:
			finer = true
			if w.m.t.Keys[k].Name != ethnicity && !w.m.t.Keys[w.key].Sure {
				within, total = true, total || model.IsTotal(v) || model.NamesTotal(v)
			}
		}
	}
	if within || broken {
		if w.inTotal = total; total {
			w.runs++
		}
	}
	return broken, finer
}

// bare reports whether blanks of a key have a meaning of their own in this table: those
// of another such key have it too.
func (m *mergedRows) bare(key int) bool {
	if !m.t.Keys[key].Bare {
		return false
	}
	for k, other := range m.t.Keys {
		if other.Bare && k != key && slices.ContainsFunc(m.rows, func(b block) bool { return b.cells[k] == "" }) {
			return true
		}
	}
	return false
}

// sure reports whether the labels of most blocks stand once over their rows. A label that
// does so at the end of the table alone may be followed by rows without one.
func (m *mergedRows) sure(g *merge) bool {
	k := m.t.Keys[g.key]
	return !g.doubtful && (k.Sure || !k.Bare && 2*g.over >= g.labels && (g.over > 1 || !g.last))
}

// taken gives the columns whose cells are merged: as many of those that are surely so as
// leave no rows alike that are not alike now, and others that tell rows apart that are
// alike without them.
func (m *mergedRows) taken(found []*merge) (taken []*merge) {
	const most = 4 // columns of which each set is tried
	var sure, rest []*merge
	for _, g := range found {
		if m.sure(g) && len(sure) < most {
			sure = append(sure, g)
		} else if !g.doubtful {
			rest = append(rest, g)
		}
	}
	now := m.alike(nil)
	for set := range 1 << len(sure) {
		var chosen []*merge
		for i, g := range sure {
			if set&(1<<i) != 0 {
				chosen = append(chosen, g)
			}
		}
		if bits.OnesCount(uint(set)) > len(taken) && m.alike(chosen) <= now {
			taken = chosen
		}
	}
	for _, g := range rest {
		if more := append(slices.Clone(taken), g); m.alike(more) < m.alike(taken) {
			taken = more
		}
	}
	return taken
}

// alike counts the rows whose labels are those of a row before, with some columns filled.
func (m *mergedRows) alike(filled []*merge) int {
	seen := map[string]bool{}
	rows := 0
	var b strings.Builder
	for i, row := range m.rows {
		if row.lost {
			continue
		}
		rows++
		b.Reset()
		for k, v := range row.cells {
			for _, g := range filled {
				if g.key == k {
					v = cmp.Or(v, g.fills[i])
				}
			}
			b.WriteString(csvfile.Fold(v))
			b.WriteByte(0)
		}
		seen[b.String()] = true
	}
	return rows - len(seen)
}

// fill fills the cells of a column.
func (m *mergedRows) fill(g *merge) Notice {
	k := m.t.Keys[g.key]
	for i, label := range g.fills {
		m.t.Text.Amend().Fill(m.rows[i].line, k.Column, label)
	}
	n, where := m.where(g)
	n.Message = where + ": it is taken for cells merged over their rows, and each row is read with the label above it; if that is wrong, write the label of each row into it"
	return n
}

// doubt asks about the blank cells of a column.
func (m *mergedRows) doubt(g *merge) Notice {
	n, where := m.where(g)
	n.Message = where + ": the label above may be meant for these rows too, as in merged cells, or none; they are counted without one: write it into each row if it is meant"
	return n
}

// where names the blank cells of a column, and gives the place of the first.
func (m *mergedRows) where(g *merge) (Notice, string) {
	var lines []int
	var names []string
	for i, row := range m.rows {
		if label, is := g.fills[i]; is {
			lines = append(lines, row.line)
			if name := labels.Quoted(label); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	k := m.t.Keys[g.key]
	return Notice{Line: lines[0], Column: k.Column + 1}, fmt.Sprintf("%s is blank on %s, below %s", k.Name, onLines(lines), labels.Few(names))
}
