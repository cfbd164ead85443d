package people

import (
	"bytes"
	"context"
	"hash/maphash"
	"sync"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/csvfile/scan"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// listField is a column by which lists are read. A column that is not one of these
// is never looked at: names, dates of birth, addresses.
type listField uint8

const (
	yearField listField = iota
	snapshotField
	dateField
	organisationField
	employeeField
	assignmentField
	ethnicityField
	payScaleField
	gradeField
	bandField
	staffGroupField
	occupationField
	roleField
	categoryField
	contractField
	statusField
	primaryField
	fteField
	shortlistedField
	appointedField
	stageField
	campaignField
	courseField
	mandatoryField
	votingField
	executiveField
	leavingField
	startField
	directorateField
	internalField
	fieldCount
)

var fieldNames = [fieldCount]string{
	"year", "snapshot_date", "date", "organisation", "employee_number", "assignment_number", "ethnicity", "pay_scale", "grade", "pay_band",
	"staff_group", "occupation_code", "job_role", "assignment_category", "contract_type", "assignment_status", "primary_assignment", "fte",
	"shortlisted", "appointed", "stage", "campaign", "course", "mandatory", "voting", "executive",
	"leaving_date", "start_date", "directorate", "internal",
}

// List is one list of people while it is read, and afterwards its accounts.
type List struct {
	p       *People
	file    *columns.File
	index   int             // among the lists of the folder, in the order of their names
	columns []int           // of the file, from 0: those that are read
	at      [fieldCount]int // where a field stands in columns, or lacking
	line    func(at int64) int
	people  *personTable // of this list alone; nil: they are among the folder's

	used, refused, aside int // rows whose year does not matter
	years                map[model.Year]*yearAccount
	notes                [noteCount]int
	checks               checks
	lost                 []model.Year // years that a counted extract gave first
	strangers            []*strange
	strangerAt           map[[2]string]*strange // by field and label as it is matched
	spellings            map[string]spelling    // of the organisations, by folded name
	problems             map[problemKey]*sample
	asides               map[csvfile.Aside][]int64
}

// yearAccount is what a list gives for a year.
type yearAccount struct {
	rows, people int
	excluded     source.Excluded
}

// listNote is something that a list's rows have in common, and its report says once
// with their number.
type listNote uint8

const (
	withoutNumber listNote = iota
	withLostNumber
	withBadFTE
	withMedicalClash
	againInYear
	mandatoryByName
	notOnStaffList
	contestedEthnicity
	noteCount
)

// worker counts rows. Each goroutine that reads a part of a list has its own, and
// they are merged at the end.
type worker struct {
	rowCells
	found
	labelled
	passed

	row     func(*worker, int64) // handles one row
	numbers labels.Numbers
	checks  checks
	counts  listCounts
	lookups
	runs runs

	place      *placeCell     // of the row
	ethnic     *ethnicityCell // of the row
	yearFields []listField    // those that the file has
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
	years                [1 << yearBits]*yearAccount
	notes                [noteCount]int
	problems             map[problemKey]*sample
	asides               map[csvfile.Aside][]int64
	table                *csvfile.File // for what a scan finds odd; nil of the slow reader
}

// labelled is what a worker has met of labels that no table knows.
type labelled struct {
	known     *labels.Labels
	strangers map[strangeKey]*strange
	listed    [fieldCount]map[string]bool // folded labels that no table knows

	organisations map[string]spelling
}

// passed are a worker's people on their way into the shards.
type passed struct {
	pages [1 << shardBits]personPage
	index placeIndex // of the shard that is being united
	again again
}

// again counts a row of a person, of whom a value stands already, or 0; what it answers
// is marked in the value that stands.
type again func(f *found, y model.Year, value, before uint64) (mark uint64)

// lookups are the columns of categories that a worker has met.
type lookups struct {
	year         labels.Lookup[labels.YearCell]
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

// People is what the lists of a folder give.
type People struct {
	labels *labels.Labels
	asked  string // the organisation whose rows are taken; "": all

	seed   maphash.Seed
	files  []*List
	staff  personTable
	events map[string]*personTable // by kind of list
	counts listCounts
	placed bool // a figure stands

	refused  map[kindYear]bool // years of which the lists do not stand
	unmapped []source.Unmapped

	units, campaigns labels.Names

	mutex sync.Mutex
	orgs  map[string]uint16 // folded name -> id
}

// New prepares a folder's lists to be read; organisation is the one whose rows are
// taken where a list names several, or "".
func New(l *labels.Labels, organisation string) *People {
	p := &People{
		labels: l, asked: organisation, seed: maphash.MakeSeed(), events: map[string]*personTable{},
		counts: newListCounts(), orgs: map[string]uint16{}, refused: map[kindYear]bool{}, units: labels.NewNames(maxUnits), campaigns: labels.NewNames(maxCampaigns),
	}
	for _, e := range columns.Extracts() {
		if e.List != nil && e.Figures == columns.Events {
			p.events[e.Kind] = &personTable{}
		}
	}
	return p
}

// organisation numbers an organisation. Where there are more than a key has room
// for, they share the last number, and mix tells them apart.
func (p *People) organisation(key string) (id uint16, mix uint64) {
	const last = 1<<orgBits - 1
	p.mutex.Lock()
	defer p.mutex.Unlock()
	id, seen := p.orgs[key]
	if !seen && len(p.orgs) < last-1 {
		id = uint16(len(p.orgs) + 1)
		p.orgs[key] = id
	}
	if id == 0 {
		return last, maphash.String(p.seed, key)
	}
	return id, 0
}

// newList prepares a file to be read as a list.
func (p *People) newList(f *columns.File) *List {
	li := &List{
		p: p, file: f, index: len(p.files), years: map[model.Year]*yearAccount{}, problems: map[problemKey]*sample{},
		people: &personTable{}, asides: map[csvfile.Aside][]int64{}, spellings: map[string]spelling{}, strangerAt: map[[2]string]*strange{},
	}
	for i, name := range fieldNames {
		li.at[i] = lacking
		if column, ok := f.Fit.At[name]; ok {
			li.at[i] = len(li.columns)
			li.columns = append(li.columns, column)
		}
	}
	return li
}

// Way is how lists are read. The zero way is the usual; what is read does not depend
// on it.
type Way struct {
	Slow           bool // row by row
	Workers, Chunk int  // as csvfile.Scan has them
	// Tell is told how far reading is, and answers whether to go on.
	Tell func(rows, done, size int64) bool
}

// Read reads the rows of a list of people that is held in memory. Nothing of a row
// outlives its handling.
func (p *People) Read(ctx context.Context, f *columns.File, text *csvfile.File, data []byte, way Way) *List {
	if !way.Slow {
		// Of bytes in memory nothing can fail but that they are not regular.
		if li, why, err := p.Scan(ctx, f, text, bytes.NewReader(data), int64(len(data)), way); why == nil && err == nil {
			return li
		}
	}
	li := p.newList(f)
	w := li.newWorker()
	li.line = func(at int64) int { return int(at) }
	li.drive(text, w, way.Tell)
	li.unitePeople(w)
	li.merge(w)
	li.finish(ctx)
	return li
}

// read gives the rows read so far, totals included.
func (li *List) read() int {
	n := li.used + li.refused + li.aside
	for _, y := range li.years {
		n += y.rows
	}
	return n
}

// drive hands each sound record to a worker, one by one, and accounts for those
// that are not.
func (li *List) drive(text *csvfile.File, w *worker, tell func(rows, done, size int64) bool) {
	var cells scan.Cells
	n := int64(0)
	for rec, behind := range text.Walk() {
		if n++; n%columns.RowsBetween == 0 && !tell(n, behind, text.Size()) {
			return
		}
		w.odd(rec, int64(rec.Line), func(line int) int64 { return int64(line) })
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		cells.Reset()
		for _, column := range li.columns {
			cells.Append(rec.Value(column))
		}
		cells.Append("") // of the columns that the file lacks
		w.Row(int64(rec.Line), &cells)
	}
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
	switch li.file.Fit.Extract.Figures {
	case columns.Workforce:
		w.row, w.again = staffRow, assignmentAgain
	case columns.Recruitment:
		w.row = applicantRow
	case columns.Events:
		w.row, w.again = eventRow, eventAgain
	case columns.Board:
		w.row = boardRow
	}
	l := li.p.labels
	rules := &l.Settings.Staff
	for f := yearField; f <= dateField; f++ {
		if w.has(f) {
			w.yearFields = append(w.yearFields, f)
		}
	}
	w.year = labels.NewLookup(labels.ReadYearCell)
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
	a := w.years[y-firstYear]
	if a == nil {
		a = &yearAccount{}
		w.years[y-firstYear] = a
	}
	return a
}

// begin reads what every list has: whether the row is a total, of another
// organisation, or of a year that cannot be read. It answers false where the row is
// done with.
func (w *worker) begin(at int64) (y model.Year, ok bool) {
	w.ethnic = w.ethnicity.At(w.get(ethnicityField))
	for _, f := range w.yearFields {
		w.yearCells[f] = w.year.At(w.get(f))
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
	}
	return y, true
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
			w.say(source.Error, at, f, "is not a WRES year or a day; write 2024, 2023/24 or a date such as 31/03/2024")
			return 0, false
		case found != 0 && found != c.Year:
			w.say(source.Error, at, f, "is in another WRES year than another column of the row says; mend the one that is wrong")
			return 0, false
		default:
			found = c.Year
			if f == snapshotField && !c.Snapshot {
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
func (w *worker) person() (person, labels.NumberState) {
	cell := w.get(employeeField)
	if !w.has(employeeField) {
		cell = w.field(assignmentField)
		if i := bytes.LastIndexByte(cell, '-'); i > 0 {
			cell = cell[:i] // 12345678-2 is a second assignment of 12345678
		}
	}
	hash, state := w.numbers.Hash(cell)
	return person{hash ^ w.place.org.mix, w.place.org.id}, state
}

// noteNumber counts rows that are persons of their own for want of a number.
func (w *found) noteNumber(state labels.NumberState) {
	if state == labels.LostNumber {
		w.notes[withLostNumber]++
	} else if state == labels.Unnumbered {
		w.notes[withoutNumber]++
	}
}

// merge adds what a worker has counted.
func (li *List) merge(w *worker) {
	li.used, li.refused, li.aside = li.used+w.used, li.refused+w.refused, li.aside+w.aside
	for i, a := range w.years {
		if a == nil {
			continue
		}
		into := li.account(model.Year(i) + firstYear)
		into.rows, into.people = into.rows+a.rows, into.people+a.people
		into.excluded.Add(a.excluded)
	}
	for i, n := range w.notes {
		li.notes[i] += n
	}
	li.checks.merge(&w.checks)
	li.p.units.Merge(&w.looking.units)
	li.p.campaigns.Merge(&w.looking.campaigns)
	for key, s := range w.problems {
		li.problems[key] = li.problems[key].merge(s)
	}
	for kind, all := range w.asides {
		li.asides[kind] = append(li.asides[kind], all...)
	}
	for key, s := range w.organisations {
		if was, seen := li.spellings[key]; !seen || s.at < was.at {
			li.spellings[key] = s
		}
	}
	for _, s := range w.strangers {
		li.addStrange(s)
	}
	li.p.counts.add(w.counts)
}

// addStrange merges the counts of labels that are matched alike. The spelling that
// stands first in the file is told.
func (li *List) addStrange(s *strange) {
	key := [2]string{s.field, s.folded}
	o := li.strangerAt[key]
	if o == nil {
		li.strangers, li.strangerAt[key] = append(li.strangers, s), s
		return
	}
	if o.n == 0 || s.n > 0 && s.first < o.first {
		o.label, o.written, o.first = s.label, s.written, s.first
	}
	o.n += s.n
}
