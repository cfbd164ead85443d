package grid

import (
	"strconv"
	"strings"
	"wres/model/pattern"
)

// isPiped reports whether a line is a row of a table with pipes.
func isPiped(line string) bool {
	t := strings.TrimSpace(line)
	n := strings.Count(t, "|") - strings.Count(t, `\|`)
	return n >= 2 || n == 1 && (t[0] == '|' || t[len(t)-1] == '|')
}

var delimiter = pattern.Of(`^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$`)

// piped reads a table with pipes. Blank lines between its rows are passed over.
func (r *reader) piped() *Table {
	table := &Table{}
	from := r.at
	ruled := border().MatchString(r.lines[r.at]) // lines are drawn between the rows, which may have several lines
	opens := true                                // the next line begins a row
	for ; r.at < len(r.lines); r.at++ {
		line := r.lines[r.at]
		switch {
		case strings.TrimSpace(line) == "":
			if ruled || !r.goesOn(isPiped) {
				return table.orText(r, from)
			}
		case border().MatchString(line):
			if n := len(table.Rows); n > 0 && strings.Contains(line, "=") {
				table.Rows[n-1].Head = true
			}
			opens = true
		case ruled && isPiped(line):
			table.ruled(rowOf(splitPipes(line), r.at+1), opens)
			opens = false
		case delimiter().MatchString(line) && strings.Contains(line, "-"):
			if n := len(table.Rows); n > 0 {
				table.Rows[n-1].Head = true
			}
		case !isPiped(line) && !(len(table.Rows) > 0 && table.Rows[0].Head && strings.Contains(line, "|")):
			return table.orText(r, from)
		default:
			table.add(rowOf(splitPipes(line), r.at+1))
		}
	}
	return table.orText(r, from)
}

// border is a line drawn between the rows of a table: +-----+-----+.
var border = pattern.Of(`^\s*\+(?:[-=:]+\+)+\s*$`)

// ruled puts a line of a table with drawn lines into the row that it opens, or into the last.
func (t *Table) ruled(row Row, opens bool) {
	if opens || len(t.Rows) == 0 {
		t.Rows = append(t.Rows, row)
		return
	}
	last := &t.Rows[len(t.Rows)-1]
	for i, c := range row.Cells {
		switch {
		case i >= len(last.Cells):
			last.Cells = append(last.Cells, c)
		case last.Cells[i].Text == "":
			last.Cells[i] = c
		case c.Text != "":
			last.Cells[i].Text += " " + c.Text
		}
	}
}

// orText gives the table, or nil where it is one line of text with a pipe in it.
func (t *Table) orText(r *reader, from int) *Table {
	if len(t.Rows) > 0 && (len(t.Rows) > 1 || t.Rows[0].Head || border().MatchString(r.lines[from]) || strings.HasPrefix(strings.TrimSpace(r.lines[from]), "|")) {
		return t
	}
	r.at = from
	return nil
}

// goesOn reports whether the next line that is not blank is of the same table; then it
// goes to the line before it.
func (r *reader) goesOn(is func(string) bool) bool {
	const most = 3 // blank lines between two rows of a table
	for i := r.at + 1; i < len(r.lines) && i <= r.at+most; i++ {
		if strings.TrimSpace(r.lines[i]) == "" {
			continue
		}
		if !is(r.lines[i]) {
			return false
		}
		r.at = i - 1
		return true
	}
	return false
}

// splitPipes cuts a line at its pipes, but for those that are escaped.
func splitPipes(line string) []string {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = line[:len(line)-1]
	}
	if !strings.Contains(line, `\|`) {
		return strings.Split(line, "|")
	}
	var cells []string
	from := 0
	for i := range len(line) {
		if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			cells = append(cells, line[from:i])
			from = i + 1
		}
	}
	return append(cells, line[from:])
}

func rowOf(texts []string, line int) Row {
	row := Row{Line: line, Cells: make([]Cell, len(texts))}
	for i, text := range texts {
		row.Cells[i] = Cell{Text: Plain(text), Line: line}
	}
	return row
}

// add puts a row into the table. One without a label, all of whose cells are in brackets,
// is the second line of the row above.
func (t *Table) add(row Row) {
	if n := len(t.Rows); n > 0 && len(row.Cells) > 1 && len(row.Cells) == len(t.Rows[n-1].Cells) && row.Cells[0].Text == "" && !t.Rows[n-1].Head && inBrackets(row.Cells[1:]) {
		above := t.Rows[n-1].Cells
		for i, c := range row.Cells {
			above[i].Text = strings.TrimSpace(above[i].Text + " " + c.Text)
		}
		return
	}
	t.Rows = append(t.Rows, row)
}

func inBrackets(cells []Cell) bool {
	some := false
	for _, c := range cells {
		if c.Text != "" && (c.Text[0] != '(' || c.Text[len(c.Text)-1] != ')') {
			return false
		}
		some = some || c.Text != ""
	}
	return some
}

// isTabbed reports whether a line is a row of a table with tabs. A point of a list that a
// tab follows, and a line with tabs before it only, are none.
func isTabbed(line string) bool {
	if !strings.ContainsRune(line, '\t') {
		return false
	}
	trimmed := strings.TrimSpace(line)
	if !strings.ContainsRune(trimmed, '\t') {
		return trimmed != "" && strings.HasSuffix(strings.TrimRight(line, " "), "\t")
	}
	return point().FindString(line) == "" || strings.Count(trimmed, "\t") > 1
}

// tabbed reads a table with tabs. A cell of two lines, as it is copied from a document,
// breaks its row in two: the pieces are put together where they make up the columns of
// the first row.
func (r *reader) tabbed() *Table {
	table := &Table{}
	for ; r.at < len(r.lines); r.at++ {
		line := r.lines[r.at]
		switch {
		case strings.TrimSpace(line) == "":
			if !r.goesOn(isTabbed) {
				return table
			}
		case isTabbed(line):
			texts := strings.Split(strings.TrimRight(line, " "), "\t")
			if table.completes(texts, r) {
				table.extend(texts, r.at+1)
				continue
			}
			table.Rows = append(table.Rows, rowOf(texts, r.at+1))
		case len(table.Rows) > 1 && r.opts.Figures(line) && len(line) < 60 && shortFigure(line):
			table.extend([]string{line}, r.at+1)
		case len(table.Rows) > 0 && r.divides(line):
			table.Rows = append(table.Rows, rowOf([]string{line}, r.at+1))
		default:
			return table
		}
	}
	return table
}

// divides reports whether a line without tabs is a heading within the table: short, no
// sentence, between two rows, of which the one below does not head columns.
func (r *reader) divides(line string) bool {
	const most = 80
	if len(line) > most || strings.HasSuffix(strings.TrimSpace(line), ".") || heading().MatchString(line) || r.at+1 >= len(r.lines) || !isTabbed(r.lines[r.at+1]) || strings.TrimSpace(r.lines[r.at-1]) == "" {
		return false
	}
	for _, cell := range strings.Split(r.lines[r.at+1], "\t")[1:] {
		if cell = Plain(cell); cell != "" && !r.opts.Header(cell) {
			return true
		}
	}
	return false
}

// shortFigure reports whether a line is a figure with a word or two.
func shortFigure(line string) bool { return len(strings.Fields(line)) <= 4 }

// completes reports whether cells go on in the row above: it is short of columns, by as many
// as they bring, and they begin with a figure.
func (t *Table) completes(texts []string, r *reader) bool {
	if len(t.Rows) < 2 {
		return false
	}
	want, above := len(t.Rows[0].Cells), len(t.Rows[len(t.Rows)-1].Cells)
	return above < want && above+len(texts)-1 <= want && len(texts) < want && r.opts.Figures(texts[0]) && shortFigure(texts[0])
}

// extend puts cells behind the last row, the first of them into its last cell.
func (t *Table) extend(texts []string, line int) {
	row := &t.Rows[len(t.Rows)-1]
	last := &row.Cells[len(row.Cells)-1]
	last.Text = strings.TrimSpace(last.Text + " " + Plain(texts[0]))
	row.Cells = append(row.Cells, rowOf(texts[1:], line).Cells...)
}

// Tags of tables.
var (
	rowTag   = pattern.Of(`(?i)<(?:table|tr)(?:\s[^<>]{0,300})?>`)
	tableTag = pattern.Of(`(?i)<(/?)(table|tr|td|th|thead|tbody|tfoot|caption)((?:\s[^<>]{0,300})?)/?>`)
	colspan  = pattern.Of(`(?i)\bcolspan\s*=\s*["']?([0-9]{1,4})`)
	rowspan  = pattern.Of(`(?i)\browspan\s*=\s*["']?([0-9]{1,4})`)
)

// markup reads a table in tags.
type markup struct {
	table Table
	row   *Row
	cell  *strings.Builder
	line  int // of the cell
	span  int
	down  int
	head  bool
	// covered are the cells above that reach down into the row in hand, by column.
	covered map[int]cover
}

type cover struct {
	text string
	rows int
}

// mostColumns is how far a cell may span: more is no table.
const mostColumns = 4000

// tagged reads a table in tags, from the line in hand to its end, or to the first text
// outside of its rows.
func (r *reader) tagged() *Table {
	m := &markup{covered: map[int]cover{}}
	depth, plain := 0, 0
	for ; r.at < len(r.lines); r.at++ {
		line := r.lines[r.at]
		tags := tableTag().FindAllStringSubmatchIndex(line, -1)
		if len(tags) == 0 {
			if m.cell == nil && depth == 0 && m.row == nil && strings.TrimSpace(line) != "" || plain > 50 {
				break
			}
			plain++
		} else {
			plain = 0
		}
		from := 0
		for _, at := range tags {
			m.text(line[from:at[0]], r.at+1)
			from = at[1]
			closes, name := at[3] > at[2], strings.ToLower(line[at[4]:at[5]])
			if name == "table" {
				if closes {
					depth--
				} else {
					depth++
				}
			}
			m.tag(name, closes, line[at[6]:at[7]], r.at+1)
		}
		m.text(line[from:]+" ", r.at+1)
		if depth <= 0 && len(tags) > 0 && strings.Contains(strings.ToLower(line), "</table") {
			r.at++
			break
		}
	}
	m.tag("tr", true, "", 0)
	return &m.table
}

// text adds to the cell that is open. Text outside of the cells is in no row.
func (m *markup) text(s string, line int) {
	if m.cell != nil {
		m.cell.WriteString(s)
	} else if strings.TrimSpace(s) != "" {
		m.table.Lost = append(m.table.Lost, Piece{Plain(s), line})
	}
}

// tag takes a tag of the table.
func (m *markup) tag(name string, closes bool, attributes string, line int) {
	switch name {
	case "td", "th", "caption":
		m.closeCell()
		if !closes {
			if m.row == nil {
				m.row = &Row{Line: line}
			}
			m.cell, m.line, m.head = &strings.Builder{}, line, name == "th"
			m.span, m.down = spanOf(colspan().FindStringSubmatch(attributes)), spanOf(rowspan().FindStringSubmatch(attributes))
		}
	default:
		m.closeCell()
		m.closeRow()
		if name == "tr" && !closes {
			m.row = &Row{Line: line}
		}
	}
}

func spanOf(m []string) int {
	if m == nil {
		return 1
	}
	n, _ := strconv.Atoi(m[1])
	return max(1, min(n, 1000))
}

// closeCell puts the cell that is open into its row, behind those that reach into it from
// above.
func (m *markup) closeCell() {
	if m.cell == nil {
		return
	}
	text := Plain(m.cell.String())
	m.cell = nil
	m.fill()
	if m.head && len(m.row.Cells) == 0 {
		m.row.Head = true
	}
	if len(m.row.Cells) > 0 && !m.head {
		m.row.Head = false
	}
	for i := range m.span {
		at := len(m.row.Cells)
		if at >= mostColumns {
			return
		}
		c := Cell{Text: text, Line: m.line}
		if i > 0 {
			c.Text, c.Spanned = "", true
		}
		m.row.Cells = append(m.row.Cells, c)
		if m.down > 1 {
			m.covered[at] = cover{c.Text, m.down - 1}
		}
	}
}

// fill puts in the cells that reach into the row from above.
func (m *markup) fill() {
	for {
		at := len(m.row.Cells)
		c, ok := m.covered[at]
		if !ok {
			return
		}
		m.row.Cells = append(m.row.Cells, Cell{Text: c.text, Line: m.row.Line, Repeated: true})
		if c.rows--; c.rows == 0 {
			delete(m.covered, at)
		} else {
			m.covered[at] = c
		}
	}
}

func (m *markup) closeRow() {
	if m.row == nil {
		return
	}
	if len(m.row.Cells) > 0 {
		m.fill()
		m.table.Rows = append(m.table.Rows, *m.row)
	}
	m.row = nil
}
