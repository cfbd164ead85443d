package loaders

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// yearColumns are the standard columns that a year can stand in.
var yearColumns = []string{"year", "snapshot_date", "survey_year"}

// reading is one row on its way to facts. A kind's decode function asks it for
// the row's cells; each bad cell becomes a problem, and the row is refused whole.
type reading struct {
	*loading
	file  *file
	cells *Row
	row   *row
}

// cell is one cell of a row, with its place.
type cell struct {
	field  string
	raw    string
	column int  // from 0
	given  bool // the file has the column
}

// blank reports whether there is nothing in the cell, or no column.
func (c cell) blank() bool { return strings.TrimSpace(c.raw) == "" }

// decodeRows reads a file's rows through gocsv, each into a Row, and hands them
// to the kind's decode function.
func (l *loading) decodeRows(f *file, text *csvfile.File) {
	rows := text.Reader()
	um, err := gocsv.NewUnmarshaller(rows.CSV(), Row{})
	if err == nil {
		err = um.RenormalizeHeaders(func([]string) []string { return f.standardHeader(text.Columns) })
	}
	if err != nil { // a Row and a header: nothing is left that can fail
		l.notUsed(f, text, "its header cannot be read: "+labels.Shown(err.Error()))
		return
	}
	for n := int64(1); n%rowsBetween != 0 || l.goOn(n, rows.Behind(), text.Size()); n++ {
		got, err := um.Read()
		if err == io.EOF {
			break
		}
		r := &row{file: f, rec: rows.Record()}
		f.rows = append(f.rows, r)
		cells, ok := got.(Row)
		if err != nil || !ok {
			r.refuse(-1, "", "the row cannot be read; look for broken quotes in it")
			continue
		}
		l.decodeRow(f, r, &cells)
	}
	if len(f.rows) == 0 {
		f.problem(source.Notice, f.header.Line, 0, "", "the file has no rows under its header yet")
	}
	if f.fit.extract.finish != nil {
		f.fit.extract.finish(f)
	}
	for _, r := range f.rows {
		if r.state == refused {
			r.lacks, r.facts = append(r.lacks, r.facts...), nil
		}
	}
}

func (l *loading) decodeRow(f *file, r *row, cells *Row) {
	f.sayFaults(r.rec)
	// A total that has all its cells is compared with its parts by the kind.
	if r.rec.Aside != "" && !(r.rec.Aside == csvfile.Total && r.rec.Fits(f.columns)) {
		r.setAside()
		return
	}
	if r.rec.Refused() {
		r.state = refused
		return
	}
	rd := &reading{loading: l, file: f, cells: cells, row: r}
	if rd.footer() {
		r.state = aside
		return
	}
	if !rd.ours() {
		return
	}
	f.fit.extract.decode(rd)
}

// sayFaults says what is wrong with a record's quotes, size and shape.
func (f *file) sayFaults(rec csvfile.Record) {
	for _, fault := range rec.Faults {
		severity := source.Error
		if fault.Notice {
			severity = source.Notice
		}
		f.problem(severity, fault.Line, fault.Column, f.fieldAt(fault.Column-1), fault.Message)
	}
}

// fieldAt names what column i (from 0) is taken for.
func (f *file) fieldAt(i int) string {
	if f.fit != nil && i >= 0 && i < len(f.fit.field) {
		return f.fit.field[i]
	}
	return ""
}

// standardHeader is the header under the standard names; a column that is not
// used has a name that no Row knows.
func (f *file) standardHeader(columns int) []string {
	names := make([]string, columns)
	for name, i := range f.fit.at {
		names[i] = name
	}
	return names
}

// cell gives a cell with its place.
func (r *reading) cell(field string, raw Cell) cell {
	i, given := r.file.fit.at[field]
	return cell{field: field, raw: string(raw), column: i, given: given}
}

// wrong refuses the row for a cell: `headcount "12.9" is not a whole number; …`.
// A blank cell is not quoted.
func (r *reading) wrong(c cell, what string) {
	if r.file.fit.wide() {
		what += "; the whole row is left out"
	}
	if c.blank() {
		r.row.refuse(c.column, c.field, c.field+" "+what)
		return
	}
	r.row.refuse(c.column, c.field, c.field+" "+labels.Quoted(c.raw)+" "+what)
}

// notice says something of a cell that is used all the same.
func (r *reading) notice(c cell, what string) {
	r.row.say(source.Notice, c.column, c.field, c.field+" "+labels.Quoted(c.raw)+" "+what)
}

// add adds a fact of this row.
func (r *reading) add(f fact) *fact {
	f.row = r.row
	r.row.facts = append(r.row.facts, &f)
	return &f
}

// footer reports whether the row is the total under a table that holds the word in
// its column of years: no year's figures.
func (r *reading) footer() bool {
	for i, raw := range []Cell{r.cells.Year, r.cells.SnapshotDate, r.cells.SurveyYear} {
		if c := r.cell(yearColumns[i], raw); c.given && model.IsTotal(c.raw) {
			return true
		}
	}
	return false
}

// ours reports whether the row is of the organisation that is asked for. A row
// that is not is used, and gives no fact.
func (r *reading) ours() bool {
	c := r.cell("organisation", r.cells.Organisation)
	if !c.given || c.blank() || model.IsTotal(c.raw) {
		return true
	}
	key := csvfile.Fold(c.raw)
	if _, seen := r.file.organisations[key]; !seen {
		r.file.organisations[key] = c.raw
	}
	if r.options.Organisation != "" && key != csvfile.Fold(r.options.Organisation) {
		return false
	}
	if _, seen := r.organisations[key]; !seen {
		r.organisations[key] = strings.Clone(c.raw)
	}
	return true
}

// organisation gives the key of the row's organisation.
func (r *reading) organisation() string {
	c := r.cell("organisation", r.cells.Organisation)
	if !c.given || model.IsTotal(c.raw) {
		return wild
	}
	return csvfile.Fold(c.raw)
}

// yearRead is what a cell of a year column says.
type yearRead struct {
	year     model.Year
	snapshot bool
	ok       bool
}

// year reads the row's year; it answers false where the row is refused for it.
func (r *reading) year() (model.Year, bool) {
	if r.file.year != 0 || r.file.fit.byYear() {
		return r.file.year, true
	}
	var found model.Year
	blank := cell{column: -1}
	for i, raw := range []Cell{r.cells.Year, r.cells.SnapshotDate, r.cells.SurveyYear} {
		c := r.cell(yearColumns[i], raw)
		if !c.given {
			continue
		}
		if c.blank() {
			blank = c
			continue
		}
		y, ok := r.yearOf(c)
		if !ok {
			return 0, false
		}
		if found != 0 && found != y {
			r.wrong(c, fmt.Sprintf("is in WRES year %s, and another column of the row says %s; mend the one that is wrong", y, found))
			return 0, false
		}
		found = y
	}
	if found == 0 {
		r.wrong(blank, "is blank; give the WRES year, such as 2024")
		return 0, false
	}
	return found, true
}

func (r *reading) yearOf(c cell) (model.Year, bool) {
	read, seen := r.years[c.raw]
	if !seen {
		y, snapshot, err := model.ParseYear(c.raw)
		read = yearRead{y, snapshot, err == nil}
		r.years[c.raw] = read
	}
	switch {
	case c.field == "survey_year":
		if len(strings.TrimSpace(c.raw)) != 4 || !read.ok {
			r.wrong(c, "is not the year of a survey; give its four digits, such as 2023")
			return 0, false
		}
		return read.year + 1, true
	case !read.ok:
		r.wrong(c, "is not a WRES year; write 2024, 2023/24 or a date such as 31/03/2024")
		return 0, false
	}
	if !read.snapshot && !r.file.noticed[c.raw] {
		r.file.noticed[c.raw] = true
		r.notice(c, fmt.Sprintf("is not a 31 March; it is taken for WRES year %s, which ends on %s", read.year, read.year.Snapshot()))
	}
	return read.year, true
}

// count reads a cell that must hold a count of people.
func (r *reading) count(c cell) (int, bool) {
	n, wrong := labels.ParseCount(c.raw)
	if wrong != "" {
		r.wrong(c, wrong)
		return 0, false
	}
	return n, true
}

// optionalCount reads a count that may be left blank.
func (r *reading) optionalCount(c cell) (n int, given, ok bool) {
	if c.blank() {
		return 0, false, true
	}
	n, ok = r.count(c)
	return n, ok, ok
}

// indicator reads an indicator out of those that the kind has.
func (r *reading) indicator(of ...string) (string, bool) {
	c := r.cell("indicator", r.cells.Indicator)
	id, ok := labels.ParseIndicator(c.raw)
	if ok && slices.Contains(of, id) {
		r.row.indicator = id
		return id, true
	}
	what := "is not an indicator of this extract; give " + labels.Listed(of, "or")
	if c.blank() {
		what = "is blank; give " + labels.Listed(of, "or")
	}
	r.wrong(c, what)
	return "", false
}

// text gives a cell's text, cleaned for the screen, in memory of its own: a cell
// of the file would keep the whole file from being freed.
func text(c Cell) string { return strings.Clone(csvfile.Clean(string(c))) }
