package people

import (
	"bytes"
	"context"
	"hash/maphash"
	"sync"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/csvfile/scan"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/people/personyears"
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
	people  *personyears.Table // of this list alone; nil: they are among the folder's

	used, refused, aside int // rows whose year does not matter
	years                map[model.Year]*yearAccount
	notes                [noteCount]int
	checks               checks
	days                 map[model.Year]model.Day // on which those in post were listed
	lost                 []model.Year             // years that a counted extract gave first
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

// People is what the lists of a folder give.
type People struct {
	labels *labels.Labels
	asked  string // the organisation whose rows are taken; "": all

	seed   maphash.Seed
	files  []*List
	staff  personyears.Table
	events map[string]*personyears.Table // by kind of list
	counts listCounts
	placed bool // a figure stands

	dated    map[kindYear]*List // the list that gives the day of a year on which people were listed
	refused  map[kindYear]bool  // years of which the lists do not stand
	unmapped []source.Unmapped

	units, campaigns labels.Names

	mutex sync.Mutex
	orgs  map[string]uint16 // folded name -> id
}

// New prepares a folder's lists to be read; organisation is the one whose rows are
// taken where a list names several, or "".
func New(l *labels.Labels, organisation string) *People {
	p := &People{
		labels: l, asked: organisation, seed: maphash.MakeSeed(), events: map[string]*personyears.Table{},
		counts: newListCounts(), orgs: map[string]uint16{}, refused: map[kindYear]bool{}, dated: map[kindYear]*List{}, units: labels.NewNames(maxUnits), campaigns: labels.NewNames(maxCampaigns),
	}
	for _, e := range kinds.Extracts() {
		if e.List != nil && e.Figures == kinds.Events {
			p.events[e.Kind] = &personyears.Table{}
		}
	}
	return p
}

// organisation numbers an organisation. Where there are more than a key has room
// for, they share the last number, and mix tells them apart.
func (p *People) organisation(key string) (id uint16, mix uint64) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	id, seen := p.orgs[key]
	if !seen && len(p.orgs) < personyears.LastOrg-1 {
		id = uint16(len(p.orgs) + 1)
		p.orgs[key] = id
	}
	if id == 0 {
		return personyears.LastOrg, maphash.String(p.seed, key)
	}
	return id, 0
}

// newList prepares a file to be read as a list.
func (p *People) newList(f *columns.File) *List {
	li := &List{
		p: p, file: f, index: len(p.files), years: map[model.Year]*yearAccount{}, days: map[model.Year]model.Day{}, problems: map[problemKey]*sample{},
		people: &personyears.Table{}, asides: map[csvfile.Aside][]int64{}, spellings: map[string]spelling{}, strangerAt: map[[2]string]*strange{},
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
	switch anew, _ := li.again([]*worker{w}, func(at int64) (int, error) { return int(at), nil }); {
	case anew:
		return p.Read(ctx, f, text, data, Way{Slow: true, Tell: way.Tell})
	case f.Reason != "":
		return refuseAll(li, []*worker{w})
	}
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

// merge adds what a worker has counted.
func (li *List) merge(w *worker) {
	li.used, li.refused, li.aside = li.used+w.used, li.refused+w.refused, li.aside+w.aside
	for i, a := range w.years {
		if a == nil {
			continue
		}
		into := li.account(model.Year(i) + personyears.FirstYear)
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
