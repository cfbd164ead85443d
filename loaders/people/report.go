package people

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// maxListed is how many rows with the same thing wrong are named one by one. A
// column that is wrong throughout is wrong in a million rows.
const maxListed = 20

// problemKey is one thing that is wrong with rows of a list. The message holds no
// value of a row: what stands in a list is about a person.
type problemKey struct {
	severity       source.Severity
	column         int // from 1; 0: none
	field, message string
}

// sample counts the rows with the same thing wrong, and names the first few.
type sample struct {
	n     int
	first []int64
}

func (s *sample) add(at int64) {
	s.n++
	if len(s.first) < maxListed {
		s.first = append(s.first, at)
	}
}

// merge joins the samples of two workers. Each holds its earliest rows, so the
// earliest of both are the earliest of all.
func (s *sample) merge(other *sample) *sample {
	if s == nil {
		return other
	}
	s.n += other.n
	s.first = append(s.first, other.first...)
	slices.Sort(s.first)
	s.first = s.first[:min(len(s.first), maxListed)]
	return s
}

// say notes something wrong with a field of the row.
func (w *worker) say(severity source.Severity, at int64, f listField, what string) {
	column := 0
	if i := w.file.at[f]; i >= 0 {
		column = w.file.columns[i] + 1
	}
	w.note(problemKey{severity, column, fieldNames[f], what}, at)
}

// sayFault notes what the reader of records found.
func (w *found) sayFault(fault csvfile.Fault, at int64) {
	severity := source.Error
	if fault.Notice {
		severity = source.Notice
	}
	w.note(problemKey{severity, fault.Column, "", fault.Message}, at)
}

func (w *found) note(key problemKey, at int64) {
	s := w.problems[key]
	if s == nil {
		s = &sample{}
		w.problems[key] = s
	}
	s.add(at)
}

// report puts the problems of the list into its file's.
func (li *List) report() {
	keys := slices.SortedFunc(maps.Keys(li.problems), func(a, b problemKey) int {
		return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.field, b.field), cmp.Compare(a.message, b.message), cmp.Compare(a.severity, b.severity))
	})
	for _, k := range keys {
		s := li.problems[k]
		message := k.message
		if k.field != "" {
			message = k.field + " " + message
		}
		last := len(s.first) - 1
		if k.severity == source.Notice {
			last = 0 // a notice says the same of all
		}
		for i, at := range s.first[:last+1] {
			if more := s.n - last - 1; i == last && more > 0 {
				message += fmt.Sprintf(" (likewise %s further on)", labels.Plural(more, "row"))
			}
			li.file.Say(k.severity, li.line(at), k.column, k.field, message)
		}
	}
	li.reportNotes()
	li.reportChecks()
	li.reportStrangers()
}

// noteWords say what a list's rows have in common; %s is their number.
var noteWords = [noteCount]struct {
	field listField
	words string
}{
	withoutNumber:      {employeeField, "%s without an employee number: each is counted as a person of its own"},
	withLostNumber:     {employeeField, "%s with an employee number in scientific form, whose last digits are lost: each is counted as a person of its own; format the column as text and export again"},
	withBadFTE:         {fteField, "%s with an FTE that is not a number; it does not count in the choice between two assignments of a person"},
	withMedicalClash:   {bandField, "%s with a medical grade and a staff group that is not medical and dental: counted without a band; check the staff group"},
	againInYear:        {employeeField, "%s of people who are in the list already in that year: each person counts once a year"},
	mandatoryByName:    {courseField, "%s of courses that are mandatory by their name: left out; a column mandatory, yes or no, would say it outright"},
	notOnStaffList:     {employeeField, "%s with an employee number that no staff list of the folder has, and no ethnicity of their own: counted as unknown ethnicity"},
	contestedEthnicity: {ethnicityField, "%s with rows of different ethnicities in one year: taken from the row that counts, which is the primary assignment, else that of the highest FTE, else of the highest band; mend the others"},
}

func (li *List) reportNotes() {
	for i, n := range li.notes {
		if n == 0 {
			continue
		}
		note := noteWords[i]
		field := fieldNames[note.field]
		what := labels.Plural(n, "row")
		if listNote(i) == notOnStaffList || listNote(i) == contestedEthnicity {
			what = labels.People(n)
		}
		column := li.file.Column(field)
		line := li.file.Header.Line
		li.file.Say(source.Notice, line, column, field, fmt.Sprintf(note.words, what))
	}
}

// reportStrangers lists the labels that no table knows.
func (li *List) reportStrangers() {
	slices.SortFunc(li.strangers, func(a, b *strange) int {
		return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.label, b.label))
	})
	name := csvfile.Clean(li.file.Name)
	for _, s := range li.strangers {
		label, said, advice := s.label, labels.Quoted(s.label), labels.Advice[s.field]
		if label == "" {
			label, said = hiddenLabel, "holds a label that is not shown here, for it may be about a person. It"
			advice = strings.Replace(advice, "in the app with f, or ", "", 1) // the app does not have it either
		} else {
			said += " is not a label that is known, and"
		}
		li.p.unmapped = append(li.p.unmapped, source.Unmapped{File: name, Field: s.field, Label: label, Count: s.n, Written: s.written})
		li.file.Say(source.Notice, li.line(s.first), li.file.Column(s.field), s.field,
			s.field+" "+said+" "+fmt.Sprintf(advice, labels.Plural(s.n, "row")))
	}
}

// Summarise adds the list's accounts to what is said of its file.
func (li *List) Summarise(s *source.File) {
	s.RowsUsed += li.used
	s.RowsRefused += li.refused
	s.RowsAside += li.aside
	n := 0
	for _, a := range li.years {
		s.RowsUsed += a.rows
		n += a.people
		s.Excluded.Add(a.excluded)
	}
	s.People = &n
	s.Account = &source.Account{In: s.RowsUsed + s.RowsRefused, Counted: n, Refused: s.RowsRefused, Aside: s.RowsUsed - n}
}

// Gives reports whether the list gives figures of a year.
func (li *List) Gives(y model.Year) bool { return li.years[y] != nil && li.years[y].rows > 0 }
