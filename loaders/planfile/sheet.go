package planfile

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"wres/loaders/formula"
	"wres/model/plan"
	"wres/model/source"
)

const (
	byteOrderMark = "\ufeff"
	// defaultEnd ends a row in a file that has no line end of its own yet.
	defaultEnd = "\r\n"
	// idField is the place of the id in plan.Fields.
	idField = 0
)

// sheet is a plan file taken apart: every byte of it is in one of header, rows
// (lead, body, end) and tail, save for the byte order mark. It is not changed
// once made.
type sheet struct {
	delimiter byte
	end       string // line end of the header, used for rows that are written anew
	header    []byte // with its line end and blank lines before it; empty if the file is
	columns   []column
	rows      []row
	tail      []byte // blank rows and lines after the last action
	plan      plan.Plan
	problems  []source.Problem
	reason    string // why the file is read-only; empty if it may be written
	damaged   bool   // the reason is that it could not be understood
}

// column says what a position of the header is for.
type column struct {
	name  string
	field int // index in plan.Fields, or -1 for a further column
	extra int // index in Action.Extra where field is -1
}

// row is the bytes of one action, and what they say.
type row struct {
	lead    []byte   // blank rows and lines before it
	body    []byte   // without its line end
	end     []byte   // its line end; empty if it is the last and has none
	cells   []string // as they stand in the file, guards included
	columns int      // width of the header the row was read under
	action  plan.Action
	given   bool // the id was given on load and does not stand in body
	line    int  // physical line it begins on, from 1
}

// parse takes the content of a plan file apart. It never fails: what cannot be
// understood becomes a problem and the reason to open the file read-only.
// name is the file's name for the problems.
func parse(content []byte, name string) *sheet {
	p := parser{
		sheet:  &sheet{delimiter: ',', end: defaultEnd},
		name:   source.Problem{File: name},
		fields: plan.Fields(),
	}
	content, _ = bytes.CutPrefix(content, []byte(byteOrderMark))
	p.checkText(content)
	if len(bytes.TrimSpace(content)) == 0 {
		p.sheet.tail = content
		p.problem(source.Notice, 1, 0, "", "the file is empty; if there were actions in it, take it from a backup before you save")
		return p.sheet
	}
	if p.readHeader(content) {
		p.readRows(content)
		p.makePlan()
	}
	return p.sheet
}

// parser is a sheet in the making.
type parser struct {
	sheet   *sheet
	name    source.Problem // a problem with only the file filled in
	fields  []plan.Field
	reader  *csv.Reader
	actions []plan.Action
	extras  []string
}

func (p *parser) problem(severity source.Severity, line, column int, field, message string) {
	problem := p.name
	problem.Line, problem.Column, problem.Field = line, column, field
	problem.Severity, problem.Message = severity, message
	p.sheet.problems = append(p.sheet.problems, problem)
}

// refuse reports that the file could not be understood, which makes it read-only.
func (p *parser) refuse(line, column int, message string) {
	p.sheet.damaged = true
	p.readOnly(line, column, message)
}

// readOnly reports a problem that makes the file read-only. The first one is the
// reason that is shown.
func (p *parser) readOnly(line, column int, message string) {
	p.problem(source.Error, line, column, "", message)
	if p.sheet.reason == "" {
		p.sheet.reason = p.sheet.problems[len(p.sheet.problems)-1].String()
	}
}

func (p *parser) checkText(content []byte) {
	if i := bytes.IndexByte(content, 0); i >= 0 {
		p.refuse(lineOf(content, i), 0, "the file holds NUL bytes, so it is damaged or not saved as UTF-8; "+
			"save it from Excel as \"CSV UTF-8 (Comma delimited)\", or take it from a backup")
		return
	}
	if i := invalidUTF8(content); i >= 0 {
		p.refuse(lineOf(content, i), 0, "the file holds bytes that are not UTF-8 text; "+
			"save it from Excel as \"CSV UTF-8 (Comma delimited)\", or take it from a backup")
	}
}

func lineOf(content []byte, offset int) int { return 1 + bytes.Count(content[:offset], []byte("\n")) }

// invalidUTF8 gives the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(content []byte) int {
	for i := 0; i < len(content); {
		r, size := utf8.DecodeRune(content[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func newReader(content []byte, delimiter byte) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(content))
	r.Comma = rune(delimiter)
	r.FieldsPerRecord = -1 // short and long rows are ours to report
	return r
}

// readHeader finds the delimiter, under which the most columns are known, and
// what each column is for. Without an action column the file is not a plan.
func (p *parser) readHeader(content []byte) bool {
	best := 0
	for _, delimiter := range []byte{',', ';'} {
		cells, err := newReader(content, delimiter).Read()
		if err != nil {
			continue
		}
		columns := columnsOf(cells)
		if known := countFields(columns); known > best && hasField(columns, "action") {
			best, p.sheet.delimiter, p.sheet.columns = known, delimiter, columns
		}
	}
	if best == 0 {
		p.refuse(1, 0, "no column named \"action\" in the first row, so this cannot be read as an action plan; "+
			"name the column with the actions \"action\", or move the file away to begin a new plan")
		return false
	}
	p.reader = newReader(content, p.sheet.delimiter)
	if _, err := p.reader.Read(); err != nil {
		return false // not reachable: the same bytes were read above
	}
	p.sheet.header = content[:p.reader.InputOffset()]
	if _, end := cutEnd(p.sheet.header); len(end) > 0 && end[len(end)-1] == '\n' {
		p.sheet.end = string(end)
	}
	for i, column := range p.sheet.columns {
		p.checkSchema(i+1, column.name)
		if column.field < 0 {
			p.extras = append(p.extras, column.name)
			if field, known := plan.FieldFor(column.name); known {
				p.problem(source.Notice, 1, i+1, field.Column, fmt.Sprintf(
					"column %q stands twice; the first is used and this one is kept as a further column: rename it", field.Column))
			}
		}
	}
	return true
}

// schemaMark begins the name of a column that says which version of the columns
// a file has, such as wres-plan/2; it needs no cells. A file without one is of
// version 1, which is the only one so far: a later version that means something
// else by a column must put the mark into the header.
const (
	schemaMark = "wres-plan/"
	schema     = "1"
)

// checkSchema makes a file of a later version read-only, with all that can be
// read of it: to save it by the rules of this one could spoil it.
func (p *parser) checkSchema(column int, name string) {
	version, marked := strings.CutPrefix(strings.ToLower(strings.TrimSpace(name)), schemaMark)
	if !marked || version == schema {
		return
	}
	p.readOnly(1, column, fmt.Sprintf("the plan was written by a later wres (it is marked %s, and this one knows %s%s); "+
		"it can be read here but not changed: change it with a wres of that version", strings.TrimSpace(name), schemaMark, schema))
}

// columnsOf maps a header. Of two columns of one name the first is the field.
func columnsOf(header []string) []column {
	fields := plan.Fields()
	columns := make([]column, len(header))
	taken, extras := map[int]bool{}, 0
	for i, name := range header {
		columns[i] = column{name: name, field: -1}
		if field, known := plan.FieldFor(name); known {
			index := slices.IndexFunc(fields, func(f plan.Field) bool { return f.Column == field.Column })
			if !taken[index] {
				taken[index] = true
				columns[i].field = index
				continue
			}
		}
		columns[i].extra = extras
		extras++
	}
	return columns
}

func countFields(columns []column) int {
	n := 0
	for _, c := range columns {
		if c.field >= 0 {
			n++
		}
	}
	return n
}

func hasField(columns []column, name string) bool {
	fields := plan.Fields()
	return slices.ContainsFunc(columns, func(c column) bool {
		return c.field >= 0 && fields[c.field].Column == name
	})
}

// readRows reads the rows under the header. After a row that cannot be read it
// goes on, so that the analyst sees as much as there is.
func (p *parser) readRows(content []byte) {
	var lead []byte
	for {
		start := p.reader.InputOffset()
		cells, err := p.reader.Read()
		raw := content[start:p.reader.InputOffset()]
		if errors.Is(err, io.EOF) {
			p.sheet.tail = append(lead, raw...)
			return
		}
		if err != nil {
			p.badRow(err, len(cells))
			continue
		}
		if isBlank(cells) {
			lead = append(lead, raw...)
			continue
		}
		blank, rest := cutBlankLines(raw)
		body, end := cutEnd(rest)
		line, _ := p.reader.FieldPos(0)
		p.checkWidth(line, len(cells))
		p.actions = append(p.actions, p.sheet.action(cells, p.fields))
		p.sheet.rows = append(p.sheet.rows, row{
			lead: append(lead, blank...), body: body, end: end,
			cells: cells, columns: len(p.sheet.columns), line: line,
		})
		lead = nil
	}
}

func (p *parser) badRow(err error, fieldsBefore int) {
	at, ok := errors.AsType[*csv.ParseError](err)
	if !ok {
		p.refuse(0, 0, fmt.Sprintf("the rest of the file cannot be read (%v); take it from a backup", err))
		return
	}
	message := fmt.Sprintf("a quote mark (\") stands inside a cell that is not quoted, at character %d; "+
		"put the cell in quote marks and double each one within it", at.Column)
	line := at.Line
	if errors.Is(err, csv.ErrQuote) {
		line = at.StartLine
		message = "a quote mark (\") opens a cell in this row and is not closed properly; " +
			"close it, and double each quote mark within the cell"
	}
	p.refuse(line, fieldsBefore+1, message)
}

func (p *parser) checkWidth(line, cells int) {
	switch width := len(p.sheet.columns); {
	case cells < width:
		p.problem(source.Notice, line, cells, "", fmt.Sprintf(
			"the row has %d cells and the header %d; the missing ones are taken as blank: "+
				"if the file was cut off here, take it from a backup", cells, width))
	case cells > width:
		p.problem(source.Notice, line, width+1, "", fmt.Sprintf(
			"the row has %d cells and the header %d; the further ones are kept as they are: "+
				"give them a name in the header, or quote the cell that holds a delimiter", cells, width))
	}
}

// makePlan makes the plan and reports the ids it had to give.
func (p *parser) makePlan() {
	s := p.sheet
	s.plan = plan.New(p.extras, p.actions)
	idColumn := 1 + slices.IndexFunc(s.columns, func(c column) bool { return c.field == idField })
	for i, action := range s.plan.Actions() {
		s.rows[i].action = action
		written := strings.TrimSpace(p.actions[i].ID)
		s.rows[i].given = action.ID != written
		switch {
		case !s.rows[i].given:
		case written == "":
			p.problem(source.Notice, s.rows[i].line, idColumn, "id", fmt.Sprintf(
				"the action has no id; it was given %s, which the next save writes", action.ID))
		default:
			p.problem(source.Error, s.rows[i].line, idColumn, "id", fmt.Sprintf(
				"the id %q stands in an earlier row too; this action was given %s, which the next save writes: "+
					"if it is the same action twice, delete one", written, action.ID))
		}
	}
}

// action reads the cells of a row by the columns they stand in.
func (s *sheet) action(cells []string, fields []plan.Field) plan.Action {
	var a plan.Action
	for i, cell := range cells {
		if i < len(s.columns) && s.columns[i].field >= 0 {
			a = fields[s.columns[i].field].With(a, formula.Unguard(cell))
		} else {
			a.Extra = append(a.Extra, formula.Unguard(cell))
		}
	}
	return a
}

func isBlank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}

// cutBlankLines parts the empty lines, which csv.Reader skips in silence, from
// the row after them.
func cutBlankLines(raw []byte) (blank, rest []byte) {
	n := 0
	for {
		switch {
		case bytes.HasPrefix(raw[n:], []byte("\n")):
			n++
		case bytes.HasPrefix(raw[n:], []byte("\r\n")):
			n += 2
		default:
			return raw[:n], raw[n:]
		}
	}
}

// cutEnd parts a row from its line end. A lone CR counts as one too: it can
// only be the end of the file, where csv.Reader drops it.
func cutEnd(raw []byte) (body, end []byte) {
	n := len(raw)
	if n > 0 && raw[n-1] == '\n' {
		n--
	}
	if n > 0 && raw[n-1] == '\r' {
		n--
	}
	return raw[:n], raw[n:]
}
