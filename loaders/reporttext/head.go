package reporttext

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/reporttext/grid"
	"wres/loaders/reporttext/wording"
	"wres/model/pattern"
)

// column is a column of a table.
type column struct {
	head  string
	facts wording.Facts
	data  bool // it holds figures
	names bool // it holds numbers that name indicators
}

// header counts the rows of the header.
func (r *reader) header(rows []grid.Row) int {
	const most = 4
	n := 0
	for n < len(rows) && n < most {
		row := rows[n]
		if !row.Head && !(r.headLike(row) && (n == 0 || cmp.Or(text(row, 0), "-") == "-" || r.headsAnew(row))) {
			break
		}
		n++
	}
	return n
}

// headLike reports whether a row has no figure, and a cell that can head a column.
func (r *reader) headLike(row grid.Row) bool {
	some := false
	for i, c := range row.Cells {
		const most = 120
		if len(c.Text) > most || hasFigure(c.Text) {
			return false
		}
		some = some || (i > 0 || len(row.Cells) == 1) && r.heads(c.Text)
	}
	return some && len(row.Cells) > 1
}

// headsAnew reports whether a row in the middle of a table heads columns: several of its
// cells are years or groups, and nothing else is in it.
func (r *reader) headsAnew(row grid.Row) bool {
	n, filled := 0, 0
	for _, c := range row.Cells[min(1, len(row.Cells)):] {
		if c.Text == "" {
			continue
		}
		filled++
		if hasFigure(c.Text) || !r.heads(c.Text) {
			return false
		}
		if f := r.read(c.Text); f.Year != 0 || len(f.Groups) == 1 || f.Part != "" {
			n++
		}
	}
	first := text(row, 0)
	return n > 1 && n >= filled-1 && !tells(r.read(first))
}

// head reads the heads of the columns, and tells those with figures from those with labels.
func (t *table) head(heads []grid.Row) {
	for _, h := range heads {
		for len(t.columns) < len(h.Cells) {
			t.columns = append(t.columns, column{})
		}
	}
	for i := range t.columns {
		c := &t.columns[i]
		c.head = headOf(heads, i)
		c.facts = t.reader.read(c.head)
		for _, h := range heads {
			if head := text(h, i); hasFigure(head) {
				t.unread(h.Line, head)
			}
		}
	}
	figures, filled := make([]int, len(t.columns)), make([]int, len(t.columns))
	for _, row := range t.rows {
		for j, c := range row {
			if !c.Blank {
				filled[j]++
			}
			if len(c.Items) > 0 {
				figures[j]++
			}
		}
	}
	for i := range t.columns {
		c := &t.columns[i]
		c.names = namesHead().MatchString(c.head)
		c.data = !c.names && (figures[i]*2 > filled[i] || figures[i] > 0 && c.facts.Year != 0)
	}
	if len(t.columns) > 1 {
		first := &t.columns[0]
		t.banded = bandHead().MatchString(first.head) || t.bandsBelow()
		if t.banded || t.counts() || t.yearsBelow() || first.facts.Year == 0 && len(first.facts.Groups) == 0 && first.head == "" {
			first.data = false
		}
	}
	t.first = max(0, slices.IndexFunc(t.columns, func(c column) bool { return c.data }))
	for i := range t.columns {
		if c := &t.columns[i]; !c.data && !c.names && !t.counted && (i == 0 || t.labels(i)) {
			t.caption = c.facts.Over(t.caption) // the head of the labels is of all rows
		}
	}
	t.caption.Staff = t.caption.Staff || t.banded
}

var bandHead = pattern.Of(`(?i)\b(?:bands?|grades?|afc|pay scale)\b`)

// bandsBelow reports whether most labels are bands.
func (t *table) bandsBelow() bool {
	n := 0
	for _, row := range t.body {
		if f := t.reader.read(text(row, 0)); strings.HasPrefix(f.Part, "band ") {
			n++
		}
	}
	return n > 1 && n*2 > len(t.body)
}

// yearsBelow reports whether the rows are labelled with years.
func (t *table) yearsBelow() bool {
	for _, row := range t.body {
		if label := text(row, 0); label != "" && (t.reader.read(label).Year == 0 || hasFigure(label)) {
			return false
		}
	}
	return len(t.body) > 0
}

// counts reports whether the first column holds the numbers of rows, or of indicators.
func (t *table) counts() bool {
	if !numberHead().MatchString(t.columns[0].head) || t.columns[1].data || len(t.body) < 2 {
		return false
	}
	last := 0
	for _, row := range t.body {
		label := strings.TrimRight(text(row, 0), ".):")
		if label == "" {
			continue
		}
		n, err := strconv.Atoi(label)
		if err != nil || n <= last || n > 200 {
			return false
		}
		last = n
	}
	t.counted = last > 0
	t.numbered = t.counted && indicatorHead().MatchString(t.columns[0].head)
	return t.counted
}

var (
	numberHead    = pattern.Of(`(?i)^(?:no\.?|number|#|(?:wres )?actions?(?: no\.?| number)?|ref\.?|(?:wres )?(?:indicators?|metrics?)(?: no\.?| number)?|item|)$`)
	namesHead     = pattern.Of(`(?i)^(?:wres )?(?:indicators?|metrics?)(?: no\.?| numbers?)?$`)
	indicatorHead = pattern.Of(`(?i)indicator|metric`)
)

// headOf joins the heads above a column. Where there are several rows of them, one that
// stands over several columns is repeated.
func headOf(heads []grid.Row, column int) string {
	var parts []string
	for i, h := range heads {
		c := text(h, column)
		if c == "" && i+1 < len(heads) || column < len(h.Cells) && h.Cells[column].Spanned {
			for j := min(column, len(h.Cells)) - 1; j > 0 && c == ""; j-- {
				c = text(h, j)
			}
		}
		if c != "" && !slices.Contains(parts, c) {
			parts = append(parts, c)
		}
	}
	return strings.Join(parts, " ")
}
