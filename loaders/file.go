package loaders

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// unknownKind is the kind of a file whose columns fit no extract.
const unknownKind = "unknown"

// file is one file of the folder.
type file struct {
	name     string // as it is on disk
	encoding csvfile.Encoding
	delim    rune
	header   csvfile.Record
	columns  int
	fit      *fit // nil: of no kind, or not used
	kind     string
	rows     []*row
	year     model.Year // of the file's name, or assumed; 0: each row says
	outcome  source.Outcome
	reason   string
	problems []source.Problem

	described []source.Column // what each column was taken for
	near      []source.Near   // of a file of no kind
	dated     bool            // its name or --assume-year gives its year

	list     *listFile // of a list of people: its accounts in place of rows
	unlisted int       // rows refused of which nothing is kept
	twin     *file     // of which it is a copy

	organisations map[string]string       // folded name -> as written, in the file
	noticed       map[string]bool         // dates already noticed
	asides        map[csvfile.Aside][]int // lines of the records that are no rows, by what they are
	leftOut       []*leftOut              // staff whom the standard does not count
}

// rowState is what became of a row.
type rowState uint8

const (
	used rowState = iota
	refused
	aside // the sum of other rows, or no row of the table
)

// row is one record under the header.
type row struct {
	file  *file
	rec   csvfile.Record
	state rowState
	facts []*fact

	year      model.Year // 0: could not be read
	indicator string     // of a kind that has a column of indicators
	lacks     []*fact    // what a refused row would have counted
	outside   bool       // of staff whom the standard does not count
}

// readFile reads one file up to facts. It settles nothing between rows.
func (l *loading) readFile(name string) *file {
	in, err := l.input(name)
	if err != nil {
		return refusedFile(name, err)
	}
	defer in.file.Close() // it was read only
	return l.readInput(name, in)
}

func newFile(name string) *file {
	return &file{name: name, kind: unknownKind, organisations: map[string]string{}, noticed: map[string]bool{}, asides: map[csvfile.Aside][]int{}}
}

// refusedFile is a file that is not read at all.
func refusedFile(name string, why error) *file {
	f := newFile(name)
	f.outcome, f.reason = source.Refused, why.Error()
	f.problem(source.Error, 0, 0, "", f.reason)
	return f
}

// findKind finds out what the file holds and says what is in doubt about that. It
// reports whether that is a list of people; where the file is not used, its reason
// is set.
func (l *loading) findKind(f *file, text *csvfile.File) (list bool) {
	f.encoding, f.delim, f.header = text.Encoding, text.Delimiter, text.Header
	f.columns = text.Columns
	f.sayReading(text)
	header := text.Header.Values[:min(text.Columns, len(text.Header.Values))]
	h := l.heading(header)
	best, near, why := l.kindOf(h, f.name, text)
	if best != nil {
		f.fit, f.kind = best, best.extract.Kind
		if best.notice != "" {
			f.problem(source.Notice, 0, 0, "", best.notice)
		}
	} else {
		f.near = nearOf(near)
		if header := l.whyHeader(text.Header, text); header != "" {
			why = header
		}
	}
	f.described = l.describe(h, best)
	f.sayRivals()
	_, named := model.YearInName(f.name)
	f.dated = named || l.options.AssumeYear != 0
	if best == nil || best.whyClash(header) == "" {
		f.sayAlike(header)
	}
	if why == "" {
		why = f.findYear(l.options.AssumeYear)
	}
	f.reason = why
	return why == "" && best.extract.list != nil
}

// reasonOf drops the path that a file system puts before its reason: the file's
// name stands beside the message already, and may hold anything.
func reasonOf(err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		return pe.Err
	}
	return errors.New(csvfile.Clean(err.Error()))
}

// findYear finds the year of a file that has no column of years. It answers why
// the file cannot be used.
func (f *file) findYear(assume model.Year) (why string) {
	if f.fit.byYear() || slices.ContainsFunc(append([]string{"date"}, yearColumns...), func(c string) bool { _, ok := f.fit.at[c]; return ok }) {
		return ""
	}
	if y, snapshot, ok := model.SnapshotInName(f.name); ok {
		f.year = y
		if !snapshot { // as a column of days has it
			f.problem(source.Notice, 0, 0, "", fmt.Sprintf(
				"the day in the file's name is not a 31 March; it is taken for WRES year %s, which ends on %s; if the rows are of another year, put that year into the name in place of the day, such as %s-%d",
				y, y.Snapshot(), strings.ReplaceAll(f.kind, " ", "-"), y-1))
		}
		return ""
	}
	if assume != 0 {
		f.year = assume
		return ""
	}
	return fmt.Sprintf("nothing says its year; add a column year, put the year into the file's name (%s-2024), or give --assume-year", strings.ReplaceAll(f.kind, " ", "-"))
}

// setAside sets a record aside that is no row of the table.
func (r *row) setAside() {
	r.state = aside
	r.file.asides[r.rec.Aside] = append(r.file.asides[r.rec.Aside], r.rec.Line)
}

// notUsed refuses every row of a file, for the one reason. What is wrong with the
// rows themselves is said too: it stays wrong when the reason is mended.
func (l *loading) notUsed(f *file, text *csvfile.File, why string) {
	f.outcome, f.reason = source.NotUsed, why
	n := int64(0)
	for rec, behind := range text.Walk() {
		if n++; n%rowsBetween == 0 && !l.goOn(n, behind, text.Size()) {
			return
		}
		f.sayFaults(rec)
		if rec.Aside == "" {
			f.unlisted++
			continue
		}
		r := &row{file: f, rec: csvfile.Record{Line: rec.Line, Aside: rec.Aside}}
		f.rows = append(f.rows, r)
		r.setAside()
	}
	if f.fit != nil {
		f.fit = &fit{extract: f.fit.extract, field: f.fit.field}
	}
	f.problem(source.Error, f.header.Line, 0, "", "the file is not used: "+why)
}

// column gives the number of a standard column for a problem, or 0.
func (f *file) column(field string) int {
	if f.fit != nil {
		if i, ok := f.fit.at[field]; ok {
			return i + 1
		}
	}
	return 0
}

func (f *file) problem(severity source.Severity, line, column int, field, message string) {
	f.problems = append(f.problems, source.Problem{
		File: csvfile.Clean(f.name), Line: line, Column: column, Field: field, Severity: severity, Message: message,
	})
}

// summary gives what the check command says of the file.
func (f *file) summary() source.File {
	s := source.File{Name: csvfile.Clean(f.name), Kind: f.kind, Encoding: string(f.encoding), Outcome: f.outcome, Reason: f.reason}
	if f.delim != 0 {
		s.Delimiter, s.HeaderLine = string(f.delim), f.header.Line
	}
	for _, l := range f.leftOut {
		switch l.word {
		case "bank":
			s.Excluded.Bank += l.people
		case "honorary":
			s.Excluded.Honorary += l.people
		default:
			s.Excluded.Other += l.people
		}
	}
	for _, r := range f.rows {
		switch r.state {
		case used:
			s.RowsUsed++
		case refused:
			s.RowsRefused++
		case aside:
			s.RowsAside++
		}
	}
	s.RowsRefused += f.unlisted
	if f.twin != nil {
		first := f.twin.summary()
		s.RowsRefused, s.RowsAside = first.RowsRead, first.RowsAside
	}
	if f.list != nil {
		f.list.summarise(&s)
	}
	s.RowsRead = s.RowsUsed + s.RowsRefused
	s.Columns, s.Near, s.Dated = f.described, f.near, f.dated
	if s.Outcome == "" {
		s.Outcome = source.Loaded
		if slices.ContainsFunc(f.problems, func(p source.Problem) bool { return p.Severity == source.Error }) {
			s.Outcome = source.LoadedWithProblems
		}
	}
	return s
}

// place names a row for a message about another: file:line.
func (r *row) place() string { return fmt.Sprintf("%s:%d", csvfile.Clean(r.file.name), r.rec.Line) }

// refuse leaves the row out, with a problem at column i (from 0).
func (r *row) refuse(i int, field, message string) {
	r.state = refused
	r.say(source.Error, i, field, message)
}

func (r *row) say(severity source.Severity, i int, field, message string) {
	line, column := r.rec.Line, 0
	if i >= 0 {
		line, column = r.rec.Pos(i)
	}
	r.file.problem(severity, line, column, field, message)
}

// fact is one figure that a row gives.
type fact struct {
	row          *row
	column       int // of the figure, from 0; -1: of the row
	year         model.Year
	dims         [maxDims]string // organisation, then the kind's own keys; wild: any
	measure      string          // which count, where a kind has several
	ethnicity    model.Ethnicity
	anyEthnicity bool   // a sum over all groups
	label        string // identity of the ethnicity within its file
	aside        bool   // a sum of other facts
	settled      bool   // aside as a group beside its categories; its sum has been compared
	explicit     bool   // a row that calls itself a total
	mapped       bool   // the settings say what its label means
	groupSum     bool   // its label calls itself the total of a group
	unread       bool   // an answer of its seat could not be read
	unwanted     bool   // not to be placed: a headcount where other groups lack theirs, a part of a board

	n         int // people
	category  model.StaffCategory
	band      model.Band
	bandLabel string         // identity of the band within its file
	bandSum   *model.BandSum // the band's label stands for several
	seat      model.Seat
	internal  model.Answer // of applicants
	value     any          // what is not a count of people

	strange [4]strangeLabel // labels that no table knows
}

// strangeLabel is a label that no table knows, and where it stands.
type strangeLabel struct {
	field, label string
	column       int
}

// maxDims is the organisation and the most keys that a kind has.
const maxDims = 5

// wild stands for every value of a key: the row is a sum over them, or the file
// does not split by it. No cell can hold it.
const wild = "\x00"

// stands reports whether the fact is one of the organisation's figures.
func (f *fact) stands() bool { return f.row.state == used && !f.aside }

// words names the fact's cell for a message: "2024, non-clinical, band 5, White".
func (f *fact) words() string {
	parts := []string{f.year.String()}
	for _, d := range f.dims {
		if d = strings.TrimPrefix(d, "?"); d != "" && d != wild {
			parts = append(parts, labels.Shown(d))
		}
	}
	if f.anyEthnicity {
		return strings.Join(parts, ", ")
	}
	return strings.Join(append(parts, f.ethnicity.String()), ", ")
}
