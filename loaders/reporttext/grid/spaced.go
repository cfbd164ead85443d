package grid

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
	"wres/model/pattern"
)

// segment is a piece of a line between runs of two or more spaces. Its place is told in
// characters.
type segment struct {
	from, to int
	text     string
}

func (s segment) middle() int { return s.from + s.to }

// headLine is a line of a header.
type headLine struct {
	line  int // physical, from 1
	texts []segment
}

// segments cuts a line where two or more spaces part it.
func segments(line string) []segment {
	var all []segment
	column, begin, beginColumn, spaces := 0, -1, 0, 0
	end, endColumn := 0, 0
	for i, r := range line {
		if r == ' ' {
			spaces++
		} else {
			if begin >= 0 && spaces >= 2 {
				all = append(all, segment{beginColumn, endColumn, line[begin:end]})
				begin = -1
			}
			if begin < 0 {
				begin, beginColumn = i, column
			}
			spaces, end, endColumn = 0, i+utf8.RuneLen(r), column+1
			if r == utf8.RuneError {
				end = i + 1
			}
		}
		column++
	}
	if begin >= 0 {
		all = append(all, segment{beginColumn, endColumn, line[begin:end]})
	}
	if len(all) > 1 && (point().MatchString(all[0].text+" ") || pointed().MatchString(all[0].text+" ")) {
		all = all[1:] // the mark of a point in a list
	}
	return all
}

// columns are those of a table that spaces part.
type columns struct {
	heads []headLine // of the header
	data  []segment  // the columns of figures, as the header places them
	body  int        // the line on which the rows begin
}

// spaced reads a table whose columns are parted by two or more spaces, if its header
// stands on the line in hand.
func (r *reader) spaced() *Table {
	if !strings.Contains(strings.TrimSpace(r.lines[r.at]), "  ") && !indented(r.lines[r.at]) {
		return nil
	}
	c, ok := r.header()
	if !ok {
		return nil
	}
	b := &builder{columns: c, reader: r}
	end := c.body
	for end < len(r.lines) && b.takes(end) {
		end++
	}
	if len(b.rows) == 0 {
		return nil
	}
	r.at = end
	if len(b.pending) > 0 { // lines that belong to no row are text
		r.at = b.pending[0].Line - 1
	}
	return b.table()
}

// dashes is a line drawn below the header or the rows of a table.
var dashes = pattern.Of(`^\s*-{2,}(?:\s+-+)*\s*$`)

// indented reports whether a line stands far to the right, as the head of one column.
func indented(line string) bool {
	const far = 16
	return len(line) > far && strings.TrimSpace(line[:far]) == ""
}

// headLines is how many lines, blank ones not counted, may lie between the first of a
// header and the first figures below it.
const headLines = 8

// header reads the lines of a header from the line in hand: they have no figures, some of
// their texts can head a column, and figures stand below them.
func (r *reader) header() (columns, bool) {
	var heads []headLine
	var drawn []segment
	lines, named := 0, false
	for i := r.at; i < len(r.lines) && lines < headLines; i++ {
		line := r.lines[i]
		if strings.TrimSpace(line) == "" {
			if i > 0 && strings.TrimSpace(r.lines[i-1]) == "" && lines > 0 {
				break
			}
			continue
		}
		if lines > 0 && dashes().MatchString(line) {
			drawn = runs(line)
			continue
		}
		if strings.ContainsRune(line, '\t') || isPiped(line) || len(line) > 1<<20 {
			break
		}
		lines++
		found := segments(line)
		if r.hasFigure(found) {
			return r.placed(heads, drawn, found, i, named)
		}
		for _, s := range found {
			named = named || r.opts.Header(Plain(s.text))
		}
		if lines == 1 && (!named || len(found) == 1 && len(strings.Fields(line)) > 3) {
			break
		}
		heads = append(heads, headLine{i + 1, found})
	}
	return columns{}, false
}

// hasFigure reports whether one of the segments behind the first is a figure, or all are.
func (r *reader) hasFigure(found []segment) bool {
	for i, s := range found {
		if (i > 0 || len(found) == 1) && r.opts.Figures(s.text) {
			return true
		}
	}
	return false
}

// runs gives the places of the runs of dashes that are drawn below a header.
func runs(line string) []segment {
	var all []segment
	for i := 0; i < len(line); i++ {
		if line[i] != '-' {
			continue
		}
		from := i
		for i < len(line) && line[i] == '-' {
			i++
		}
		all = append(all, segment{from: from, to: i})
	}
	return all
}

// placed finds the columns, given the lines of the header, the places that are drawn below
// it, if any, and the first line with figures.
func (r *reader) placed(heads []headLine, drawn, first []segment, line int, named bool) (columns, bool) {
	body := line
	for len(heads) > 1 && len(heads[len(heads)-1].texts) == 1 && !r.overlapsFigures(heads[len(heads)-1].texts, first) { // the label of a row
		heads = heads[:len(heads)-1]
		for body--; strings.TrimSpace(r.lines[body]) == ""; body-- {
		}
	}
	if !named || len(heads) == 0 {
		return columns{}, false
	}
	grid := heads[0].texts
	for _, h := range heads {
		if len(h.texts) >= len(grid) {
			grid = h.texts
		}
	}
	label := first[0]
	for len(grid) > 1 && (!r.opts.Header(Plain(grid[0].text)) || overlap(grid[0], label) > 0 && !r.opts.Figures(label.text)) {
		grid = grid[1:]
	}
	c := columns{heads, slices.Clone(grid), body}
	if len(drawn) >= len(grid) {
		for i, g := range c.data {
			for _, d := range drawn {
				if overlap(g, d) > 0 {
					c.data[i] = segment{min(g.from, d.from), max(g.to, d.to), g.text}
					break
				}
			}
		}
	}
	return c, r.overlapsFigures(c.data, first)
}

// overlapsFigures reports whether a figure of a line stands below one of the heads.
func (r *reader) overlapsFigures(heads, line []segment) bool {
	for _, s := range line {
		if r.opts.Figures(s.text) && slices.ContainsFunc(heads, func(h segment) bool { return overlap(h, s) > 0 }) {
			return true
		}
	}
	return false
}

func overlap(a, b segment) int { return min(a.to, b.to) - max(a.from, b.from) }

// column gives the column of a segment, or -1 for the label.
func (c *columns) column(s segment) int {
	i := sort.Search(len(c.data), func(i int) bool { return c.data[i].to > s.from })
	best, most := -1, 0
	for ; i < len(c.data) && c.data[i].from < s.to; i++ {
		if o := overlap(c.data[i], s); o > most {
			best, most = i, o
		}
	}
	if best >= 0 || s.from < c.data[0].from {
		return best
	}
	right := sort.Search(len(c.data), func(i int) bool { return c.data[i].middle() >= s.middle() })
	switch {
	case right == 0:
		return 0
	case right == len(c.data), s.middle()-c.data[right-1].middle() <= c.data[right].middle()-s.middle():
		return right - 1
	}
	return right
}

// under counts the columns that a segment stands under.
func (c *columns) under(s segment) int {
	n := 0
	for i := sort.Search(len(c.data), func(i int) bool { return c.data[i].to > s.from }); i < len(c.data) && c.data[i].from < s.to; i++ {
		n++
	}
	return n
}

// spacedRow is a row that is being put together of its lines.
type spacedRow struct {
	line  int
	label []string
	cells []Cell
}

// builder puts the rows of a spaced table together.
type builder struct {
	columns
	reader  *reader
	rows    []*spacedRow
	pending []Piece // lines with a label only, that belong to a row above or below
	lost    []Piece
	blanks  int // blank lines before the line in hand
}

// takes reads a line; false: the table has ended before it.
func (b *builder) takes(i int) bool {
	const mostBlanks = 2
	raw := b.reader.lines[i]
	if strings.TrimSpace(raw) == "" {
		b.blanks++
		return true
	}
	if dashes().MatchString(raw) { // drawn below the header, and below the table
		return true
	}
	found := segments(raw)
	if pageNumber().MatchString(raw) && len(found) == 1 && (b.blanks > 0 && b.reader.blank(i+1) || b.under(found[0]) == 0) {
		b.blanks = 0
		return b.overPage(i + 1)
	}
	if len(found) == 1 && found[0].from < b.data[0].from && found[0].to > b.data[0].to && len(strings.Fields(raw)) > 5 { // prose runs on below the columns
		return false
	}
	var label []string
	cells := make([]Cell, len(b.data))
	some, figures := false, false
	for n, s := range found {
		at := b.column(s)
		if n == 0 && s.from < b.data[0].from && !b.reader.opts.Figures(s.text) {
			at = -1 // a label that is wider than its column
		}
		if at < 0 && n > 0 && cells[0].Text == "" && shortFigure(s.text) && b.reader.opts.Figures(s.text) {
			at = 0 // a figure wider than its head, or not quite below it
		}
		if at < 0 {
			label = append(label, s.text)
			continue
		}
		if at >= 0 && b.under(s) > 1 && b.reader.opts.Figures(s.text) { // which column each figure is of cannot be told
			b.lost = append(b.lost, Piece{Plain(s.text), i + 1})
			continue
		}
		some, figures = true, figures || b.reader.opts.Figures(s.text)
		cells[at] = Cell{Text: strings.TrimSpace(cells[at].Text + " " + Plain(s.text)), Line: i + 1}
	}
	switch {
	case strings.ContainsRune(raw, '\t'), isPiped(raw), heading().MatchString(raw), b.blanks > mostBlanks && !some,
		some && !figures && len(found) > 1 && b.isHeader(found):
		return false
	case some:
		b.take(Plain(strings.Join(label, " ")), cells, figures, i+1)
	default:
		b.labelled(Plain(strings.Join(label, " ")), i+1)
	}
	b.blanks = 0
	return true
}

// overPage reports whether the table goes on behind the number of a page: one of the next
// lines has a label and a figure under each of the columns.
func (b *builder) overPage(i int) bool {
	const most = 4 // lines that are not blank
	for n := 0; i < len(b.reader.lines) && n < most; i++ {
		found := segments(b.reader.lines[i])
		if len(found) == 0 {
			continue
		}
		n++
		under := 0
		for _, s := range found[1:] {
			if b.under(s) == 1 && b.reader.opts.Figures(s.text) {
				under++
			}
		}
		switch {
		case under == len(b.data) && len(found) == under+1 && found[0].from < b.data[0].from:
			return true
		case b.isHeader(found), len(strings.Fields(b.reader.lines[i])) > 8 && len(found) == 1:
			return false
		}
	}
	return false
}

// isHeader reports whether a line heads columns anew.
func (b *builder) isHeader(found []segment) bool {
	n := 0
	for _, s := range found {
		if b.reader.opts.Header(Plain(s.text)) {
			n++
		}
	}
	return n > 1 && n >= len(found)-1
}

// take reads a line with cells.
func (b *builder) take(label string, cells []Cell, figures bool, line int) {
	var above *spacedRow
	if n := len(b.rows); n > 0 && b.blanks == 0 && len(b.pending) == 0 {
		above = b.rows[n-1]
	}
	if above != nil && (label == "" || continues(above.label, label) && (!figures || bracketed(cells))) {
		if label != "" {
			above.label = append(above.label, label)
		}
		for i, c := range cells {
			if c.Text != "" {
				if above.cells[i].Text == "" {
					above.cells[i].Line = c.Line
				}
				above.cells[i].Text = strings.TrimSpace(above.cells[i].Text + " " + c.Text)
			}
		}
		return
	}
	row := &spacedRow{line: line, cells: cells}
	if n := len(b.pending); n > 0 && (label == "" || continues([]string{b.pending[n-1].Text}, label)) {
		from := n - 1
		for from > 0 && continues([]string{b.pending[from-1].Text}, b.pending[from].Text) {
			from--
		}
		b.sections(b.pending[:from])
		for _, p := range b.pending[from:] {
			row.label = append(row.label, p.Text)
		}
		row.line = b.pending[from].Line
	} else {
		b.sections(b.pending)
	}
	b.pending = nil
	if label != "" {
		row.label = append(row.label, label)
	}
	b.rows = append(b.rows, row)
}

// bracketed reports whether all cells that are not empty stand in brackets.
func bracketed(cells []Cell) bool { return inBrackets(cells) }

// sections makes rows of labels that stand above others.
func (b *builder) sections(pending []Piece) {
	for i, p := range pending {
		if i > 0 && continues([]string{pending[i-1].Text}, p.Text) {
			last := b.rows[len(b.rows)-1]
			last.label = append(last.label, p.Text)
			continue
		}
		b.rows = append(b.rows, &spacedRow{line: p.Line, label: []string{p.Text}, cells: make([]Cell, len(b.data))})
	}
}

// labelled reads a line with a label only.
func (b *builder) labelled(label string, line int) {
	if n := len(b.rows); n > 0 && b.blanks == 0 && len(b.pending) == 0 && continues(b.rows[n-1].label, label) {
		b.rows[n-1].label = append(b.rows[n-1].label, label)
		return
	}
	b.pending = append(b.pending, Piece{label, line})
}

// links are words at the end of a line that do not end a label.
var links = map[string]bool{
	"to": true, "of": true, "the": true, "and": true, "or": true, "from": true, "for": true, "by": true, "with": true, "being": true, "in": true,
	"than": true, "a": true, "an": true, "at": true, "on": true, "as": true, "who": true, "that": true, "are": true, "&": true, "their": true, "between": true,
}

// continues reports whether a line goes on with the label above it.
func continues(label []string, next string) bool {
	if len(label) == 0 || next == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(next)
	if unicode.IsLower(r) && !letterPoint().MatchString(next) || r == '(' || r == '/' {
		return true
	}
	last := strings.TrimSpace(label[len(label)-1])
	if last == "" || strings.ContainsRune(",-–/(", rune(last[len(last)-1])) {
		return last != ""
	}
	words := strings.Fields(last)
	return links[strings.ToLower(words[len(words)-1])]
}

var letterPoint = pattern.Of(`^\(?[a-z][).]`)

// table gives the rows, those of the header first.
func (b *builder) table() *Table {
	t := &Table{Lost: b.lost}
	for _, h := range b.heads {
		t.Rows = append(t.Rows, b.head(h))
	}
	for _, r := range b.rows {
		t.Rows = append(t.Rows, Row{Line: r.line, Cells: append([]Cell{{Text: strings.Join(r.label, " "), Line: r.line}}, r.cells...)})
	}
	return t
}

// head makes a row of a line of the header. A head that stands above several columns is put
// over those that are nearer to it than to its neighbours.
func (b *builder) head(h headLine) Row {
	row := Row{Head: true, Line: h.line, Cells: make([]Cell, len(b.data)+1)}
	for i := range row.Cells {
		row.Cells[i].Line = h.line
	}
	put := func(at int, s segment) {
		row.Cells[at].Text = strings.TrimSpace(row.Cells[at].Text + " " + Plain(s.text))
	}
	var over []segment
	for _, s := range h.texts {
		if b.column(s) >= 0 {
			over = append(over, s)
		} else {
			put(0, s)
		}
	}
	if len(over) > 1 && len(over) < len(b.data) && len(b.data)%len(over) == 0 {
		nearest := 0
		for i, c := range b.data {
			for nearest+1 < len(over) && abs(over[nearest+1].middle()-c.middle()) < abs(over[nearest].middle()-c.middle()) {
				nearest++
			}
			put(i+1, over[nearest])
		}
		return row
	}
	for _, s := range over {
		put(b.column(s)+1, s)
	}
	return row
}

func abs(n int) int { return max(n, -n) }
