package counts

import (
	"cmp"
	"fmt"
	"strings"

	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// reading is one row on its way to facts. A kind's decode function asks it for
// the row's cells; each bad cell becomes a problem. A figure that cannot be read costs
// that figure; where it is the only one, or another cell cannot be read, the row is
// refused whole.
type reading struct {
	*Counts
	file   *File
	shared kinds.Common // what rows of every kind have
	row    *row
	bad    []badCell // figures that cannot be read
}

// badCell is a cell that cannot be read, and why.
type badCell struct {
	cell
	what string
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

// strange is the cell's label as one that no table knows.
func (c cell) strange() settle.Strange {
	return settle.Strange{Field: c.field, Label: c.raw, Column: c.column}
}

// cellOf gives a cell of the row with its place.
func cellOf[T ~string](r *reading, field string, raw T) cell {
	i, given := r.file.Fit.At[field]
	return cell{field: field, raw: string(raw), column: i, given: given}
}

// wrong refuses the row for a cell: `headcount "12.9" is not a whole number; …`.
func (r *reading) wrong(c cell, what string) {
	if r.file.Fit.Wide() {
		what += "; the whole row is left out"
	}
	r.row.Refuse(c.column, c.field, c.words()+" "+what)
}

// lack notes a figure that cannot be read; f is what it would have been.
func (r *reading) lack(f settle.Fact, c cell, what string) {
	r.bad = append(r.bad, badCell{c, what})
	f.Value = labels.BoundsOf(c.raw)
	r.row.lack(f)
}

// sayBad says what is wrong with the figures of the row that cannot be read, once all
// have been met. The others stand.
func (r *reading) sayBad() {
	for _, b := range r.bad {
		if r.row.State == settle.Refused || len(r.row.Facts) == 0 {
			r.wrong(b.cell, b.what)
			continue
		}
		what := b.what
		if r.file.Fit.Wide() {
			what += "; the other figures of its row are used"
		}
		r.row.Say(source.Error, b.column, b.field, b.words()+" "+what)
	}
	r.bad = nil
}

// words names the cell; a blank one is not quoted.
func (c cell) words() string {
	if c.blank() {
		return c.field
	}
	return c.field + " " + labels.Quoted(c.raw)
}

// notice says something of a cell that is used all the same.
func (r *reading) notice(c cell, what string) {
	r.row.Say(source.Notice, c.column, c.field, c.field+" "+labels.Quoted(c.raw)+" "+what)
}

// add adds a fact of this row.
func (r *reading) add(f settle.Fact) *settle.Fact {
	f.Row = &r.row.Row
	r.row.Facts = append(r.row.Facts, &f)
	return &f
}

// footer reports whether the row is the total under a table that holds the word in
// its column of years: no year's figures.
func (r *reading) footer() bool {
	for i, raw := range []kinds.Day{r.shared.Year, r.shared.SnapshotDate, r.shared.SurveyYear} {
		if c := cellOf(r, source.YearColumns()[i], raw); c.given && model.IsTotal(c.raw) {
			return true
		}
	}
	return false
}

// ours reports whether the row is of the organisation that is asked for. A row
// that is not is used, and gives no fact.
func (r *reading) ours() bool {
	c := cellOf(r, "organisation", r.shared.Organisation)
	switch {
	case !c.given || c.blank():
		return true
	case model.IsTotal(c.raw): // of all organisations, and so of none
		return r.asked == ""
	}
	key := csvfile.Fold(c.raw)
	if _, seen := r.file.Organisations[key]; !seen {
		r.file.Organisations[key] = c.raw
	}
	return r.asked == "" || key == csvfile.Fold(r.asked)
}

// organisation gives the key of the row's organisation.
func (r *reading) organisation() string {
	c := cellOf(r, "organisation", r.shared.Organisation)
	if !c.given || model.IsTotal(c.raw) {
		return settle.Wild
	}
	return csvfile.Fold(c.raw)
}

// yearKey is a cell of a year column that has been read, in an order of days.
type yearKey struct {
	raw   string
	order model.Order
}

// year reads the row's year; it answers false where the row is refused for it.
func (r *reading) year() (model.Year, bool) {
	if r.file.Year != 0 || r.file.Fit.ByYear() {
		r.row.Dated = settle.Dated{Day: cmp.Or(r.file.Day, r.file.Year.Day()), Whole: r.file.Day == 0, Column: -1}
		return r.file.Year, true
	}
	var found model.Year
	blank := cell{column: -1}
	for i, raw := range []kinds.Day{r.shared.Year, r.shared.SnapshotDate, r.shared.SurveyYear} {
		c := cellOf(r, source.YearColumns()[i], raw)
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
	key := yearKey{c.raw, r.file.Order(c.field)}
	read := r.years.of(key, func(key yearKey) labels.YearCell { return labels.YearCellIn(key.order)(key.raw) })
	switch {
	case c.field == "survey_year":
		if len(strings.TrimSpace(c.raw)) != 4 || !read.OK {
			r.wrong(c, "is not the year of a survey; give its four digits, such as 2023")
			return 0, false
		}
		return read.Year + 1, true
	case !read.OK:
		r.wrong(c, "is not a WRES year; write 2024, 2023/24 or a date such as 31/03/2024")
		return 0, false
	}
	r.date(c, read.When)
	return read.Year, true
}

// date notes the day that the row is of. Of the days of a count only those that are taken
// are spoken of, once it is known which.
func (r *reading) date(c cell, w model.When) {
	if day := cmp.Or(w.Day, w.Year.Day()); r.row.Dated.Day == 0 || day != w.Year.Day() {
		r.row.Dated = settle.Dated{Day: day, Whole: w.Day == 0, Column: c.column, Field: c.field}
	}
	if w.Snapshot {
		return
	}
	notice := fmt.Sprintf("is not a 31 March; it is taken for WRES year %s, which ends on %s", w.Year, w.Year.Snapshot())
	if r.file.Fit.Extract.Adds() {
		r.row.Dated.Notice = c.field + " " + labels.Quoted(c.raw) + " " + notice
	} else if !r.file.noticed[c.raw] {
		r.file.noticed[c.raw] = true
		r.notice(c, notice)
	}
}

// optionalCount reads a count that may be left blank.
func (r *reading) optionalCount(c cell) (n int, given, ok bool) {
	if c.blank() {
		return 0, false, true
	}
	n, wrong := labels.ParseCount(c.raw)
	if wrong != "" {
		r.wrong(c, wrong)
	}
	return n, wrong == "", wrong == ""
}

// indicator reads an indicator out of those that the kind has.
func (r *reading) indicator(number kinds.Indicator, of []string) (string, bool) {
	c := cellOf(r, "indicator", number)
	id, ok := labels.ParseIndicator(c.raw, of)
	if ok {
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
func text[T ~string](c T) string { return strings.Clone(csvfile.Clean(string(c))) }
