package people

import (
	"bytes"

	"wres/loaders/csvfile"
	"wres/loaders/csvfile/scan"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/people/personyears"
	"wres/model"
	"wres/model/source"
)

// worker counts rows. Each goroutine that reads a part of a list has its own, and
// they are merged at the end.
type worker struct {
	rowCells
	found
	labelled

	row     func(*worker, int64) // handles one row
	numbers labels.Numbers
	checks  checks
	counts  listCounts
	lookups
	runs   runs
	people *personyears.Adder // whom a number tells

	place      *placeCell     // of the row
	ethnic     *ethnicityCell // of the row
	yearFields []listField    // those that the file has
	day        listField      // the one that tells the day of a count; fieldCount: none
	yearCells  [dateField + 1]*labels.YearCell
}

// rowCells are the cells of the row that a worker has.
type rowCells struct {
	file   *List
	layout layout
	cells  *scan.Cells
	at     int64 // where the row stands
}

// found is what a worker has counted and what was wrong.
type found struct {
	used, refused, aside int
	years                [personyears.Years]*yearAccount
	notes                [noteCount]int
	problems             map[problemKey]*sample
	asides               map[csvfile.Aside][]int64
	others               [fieldCount]sample // rows whose day can only be read in the other order
	table                *csvfile.File      // for what a scan finds odd; nil of the slow reader
}

// labelled is what a worker has met of labels that no table knows.
type labelled struct {
	known     *labels.Labels
	strangers map[strangeKey]*strange
	listed    [fieldCount]map[string]bool // folded labels that no table knows

	organisations map[string]spelling
}

// lookups are the columns of categories that a worker has met.
type lookups struct {
	year         [dateField + 1]labels.Lookup[labels.YearCell]
	organisation labels.Lookup[organisationCell]
	ethnicity    labels.Lookup[ethnicityCell]
	bands        [fieldCount]labels.Lookup[categoryCell[model.Band]]
	group        labels.Lookup[categoryCell[labels.StaffGroup]]
	occupation   labels.Lookup[model.StaffCategory]
	role         labels.Lookup[labels.Role]
	category     labels.Lookup[categoryCell[model.Contract]]
	contract     labels.Lookup[categoryCell[model.Contract]]
	status       labels.Lookup[categoryCell[model.Assignment]]
	primary      labels.Lookup[categoryCell[bool]]
	stages       [fieldCount]labels.Lookup[stageCell]
	mandatory    labels.Lookup[mandatoryCell]
	course       labels.Lookup[bool]
	voting       labels.Lookup[answerCell]
	executive    labels.Lookup[answerCell]
	text         labels.Lookup[string]
	looking      looking
}

func (li *List) newWorker() *worker {
	w := &worker{
		rowCells: rowCells{file: li, layout: li.apart()}, numbers: labels.Numbers{Seed: li.p.seed}, counts: newListCounts(),
		found:    found{problems: map[problemKey]*sample{}, asides: map[csvfile.Aside][]int64{}},
		labelled: labelled{known: li.p.labels, strangers: map[strangeKey]*strange{}, organisations: map[string]spelling{}},
	}
	for f := range w.listed {
		w.listed[f] = map[string]bool{}
	}
	var again personyears.Met
	switch li.file.Fit.Extract.Figures {
	case kinds.Workforce:
		w.row, again = staffRow, w.assignmentAgain
	case kinds.Recruitment:
		w.row = applicantRow
	case kinds.Events:
		w.row, again = eventRow, w.eventAgain
	case kinds.Board:
		w.row = boardRow
	}
	w.people = li.people.Adder(again)
	l := li.p.labels
	rules := &l.Settings.Staff
	w.day = li.dayField()
	for f := yearField; f <= dateField; f++ {
		if w.has(f) {
			w.yearFields = append(w.yearFields, f)
			w.year[f] = labels.NewLookup(labels.YearCellIn(li.file.Order(fieldNames[f])))
		}
	}
	w.organisation = labels.NewLookup(w.readOrganisation)
	w.ethnicity = labels.NewLookup(w.readEthnicity)
	for _, field := range []listField{payScaleField, gradeField, bandField} {
		w.bands[field] = labels.NewLookup(func(raw string) categoryCell[model.Band] { return w.readBand(field, raw) })
	}
	w.group = categories(w, staffGroupField, l.StaffGroup)
	w.occupation = labels.NewLookup(rules.OccupationCategory)
	w.role = labels.NewLookup(l.Role)
	w.category = categories(w, categoryField, l.Contract)
	w.contract = categories(w, contractField, l.Contract)
	w.status = categories(w, statusField, l.Assignment)
	w.primary = categories(w, primaryField, labels.Primary)
	for _, field := range []listField{shortlistedField, appointedField, stageField} {
		w.stages[field] = labels.NewLookup(func(raw string) stageCell { return w.readStage(field, raw) })
	}
	w.mandatory = labels.NewLookup(w.labelled.readMandatory)
	w.course = labels.NewLookup(l.MandatoryCourse)
	w.voting = labels.NewLookup(readAnswer("voting"))
	w.executive = labels.NewLookup(readAnswer("exec"))
	w.text = labels.NewLookup(func(raw string) string { return csvfile.Clean(raw) })
	newLooking(w)
	w.newRuns()
	return w
}

// Row takes one row of the list.
func (w *worker) Row(at int64, cells *scan.Cells) {
	w.cells, w.at = cells, at
	w.row(w, at)
}

// get gives a field of the row that is handed over by itself, empty where the file lacks
// it.
func (w *rowCells) get(f listField) []byte { return w.cells.At(w.layout.at[f]) }

// field gives any field of the row, empty where the file lacks it. It takes longer.
func (w *rowCells) field(f listField) []byte {
	if w.layout.at[f] == onCall {
		return w.cells.Field(w.file.columns[w.file.at[f]])
	}
	return w.get(f)
}

// has reports whether the file has a field.
func (w *rowCells) has(f listField) bool { return w.layout.has[f] }

// account is a year's account; the row is counted in it.
func (w *found) account(y model.Year) *yearAccount {
	a := w.years[y-personyears.FirstYear]
	if a == nil {
		a = &yearAccount{}
		w.years[y-personyears.FirstYear] = a
	}
	return a
}

// begin reads what every list has: whether the row is a total, of another
// organisation, or of a year that cannot be read. It answers false where the row is
// done with.
func (w *worker) begin(at int64) (y model.Year, ok bool) {
	w.ethnic = w.ethnicity.At(w.get(ethnicityField))
	for _, f := range w.yearFields {
		c := w.year[f].At(w.get(f))
		c.Rows++
		w.yearCells[f] = c
	}
	if w.isTotal() {
		w.aside++
		return 0, false
	}
	y, ok = w.readYear(at)
	w.place = w.placeOf()
	switch {
	case !ok:
		w.refused++
		return 0, false
	case !w.place.org.ours:
		w.used++
		return 0, false
	case w.otherDay(y):
		w.aside++
		return 0, false
	}
	return y, true
}

// otherDay reports whether the row is of another day of its year than the one that counts.
func (w *worker) otherDay(y model.Year) bool {
	taken := w.file.file.Taken[y]
	return taken != 0 && dayOf(w.yearCells[w.day]) != taken
}

// isTotal reports whether the row is a total under the list, and not a person.
func (w *worker) isTotal() bool {
	if w.ethnic.Total {
		return true
	}
	for _, f := range w.yearFields {
		if w.yearCells[f].Total {
			return true
		}
	}
	for f := employeeField; f <= assignmentField; f++ {
		cell := w.field(f)
		if len(cell) > 0 && cell[0]-'0' <= 9 {
			return false // as nearly all are numbers
		}
		if cell = bytes.TrimSpace(cell); len(cell) > 0 && cell[0] > '9' && !bytes.ContainsAny(cell, "0123456789") && model.IsTotal(string(cell)) {
			return true
		}
	}
	return false
}

// readYear reads the year of the row.
func (w *worker) readYear(at int64) (model.Year, bool) {
	if y := w.file.file.Year; y != 0 {
		return y, true
	}
	var found model.Year
	blank := yearField
	for _, f := range w.yearFields {
		switch c := w.yearCells[f]; {
		case c.Blank:
			blank = f
		case !c.OK:
			if c.Other {
				w.others[f].add(at)
			}
			w.say(source.Error, at, f, "is not a WRES year or a day; write 2024, 2023/24 or a date such as 31/03/2024")
			return 0, false
		case found != 0 && found != c.Year:
			w.say(source.Error, at, f, "is in another WRES year than another column of the row says; mend the one that is wrong")
			return 0, false
		default:
			found = c.Year
			if f == w.day && !c.Snapshot && !w.otherDay(c.Year) {
				w.say(source.Notice, at, f, "is not a 31 March; it is taken for the WRES year that ends on the next one, "+c.Year.String())
			}
		}
	}
	if found == 0 {
		w.say(source.Error, at, blank, "is blank; give the WRES year or a date")
	}
	return found, found != 0
}

// person reads who the row is about, if a number says.
func (w *worker) person() (personyears.Person, labels.NumberState) {
	cell := w.get(employeeField)
	if !w.has(employeeField) {
		cell = w.field(assignmentField)
		if i := bytes.LastIndexByte(cell, '-'); i > 0 {
			cell = cell[:i] // 12345678-2 is a second assignment of 12345678
		}
	}
	hash, state := w.numbers.Hash(cell)
	return personyears.Person{Hash: hash ^ w.place.org.mix, Org: w.place.org.id}, state
}

// noteNumber counts rows that are persons of their own for want of a number.
func (w *found) noteNumber(state labels.NumberState) {
	if state == labels.LostNumber {
		w.notes[withLostNumber]++
	} else if state == labels.Unnumbered {
		w.notes[withoutNumber]++
	}
}
