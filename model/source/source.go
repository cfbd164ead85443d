// Package source describes what was read: which files, what each was taken for,
// how many of its rows were used, and what was wrong, with file, line and
// column.
//
// Loaders fill these types beside the organisation; screens and commands show
// them. A Problem is bad data that loading went on after; an error is a failed
// operation and never stands here.
package source

import (
	"fmt"
	"strconv"
	"strings"
)

// Outcome says what became of a file.
type Outcome string

// The outcomes, in the words of the check command.
const (
	Loaded             Outcome = "loaded"
	LoadedWithProblems Outcome = "loaded with problems"
	NotUsed            Outcome = "not used"
	Refused            Outcome = "refused"
)

// File is one file of the folder and what was made of it. RowsRead is always
// RowsUsed plus RowsRefused; RowsAside (totals, footnotes, a second table) stand
// outside. What was guessed of its encoding, delimiter and header is among the
// report's problems, as notices of this file.
type File struct {
	Name        string // as it is on disk, cleaned for the screen
	Kind        string // the kind of extract, or "unknown"
	Encoding    string // utf-8, utf-16le, utf-16be or windows-1252; xlsx: it is a sheet
	Delimiter   string // the character between fields; "": it is a sheet
	HeaderLine  int    // line of the last header row, from 1
	RowsRead    int
	RowsUsed    int
	RowsRefused int
	RowsAside   int
	Outcome     Outcome
	Reason      string   // why a file was not used or refused, and what to do
	Columns     []Column // what each column of the file was taken for
	Near        []Near   // of a file that is of no kind: how it looks as each
	Dated       bool     // its name, an option or the mapping gives the year of its rows
	Written     string   // its name as the folder has it; for matching, never for the screen. Empty: no mapping can name it
	Year        FileYear
	People      *int     // persons or events counted; nil for counted extracts and files that are not used
	Account     *Account // nil where the file holds no people
	Excluded    Excluded // those whom a rule leaves out of a list, or of a workforce that counts them apart
}

// FileYear is the year of all rows of a file, and what says so.
type FileYear struct {
	Year int // 0 where each row says its own, or nothing does
	By   YearBy
}

// YearBy is what says which year rows are of; empty: nothing does.
type YearBy string

// What says so.
const (
	YearByRows    YearBy = "its rows"
	YearByName    YearBy = "its name"
	YearByOption  YearBy = "--assume-year"
	YearByMapping YearBy = YearBy(ByMapping)
)

// Account says what became of the people in a file's cells: In is always the sum of the
// others. Of a counted extract it is what the cells add up to: one person may stand in two
// columns, such as shortlisted and appointed. Of a list it is its rows.
type Account struct {
	In      int // in every cell that could be a count of people
	Counted int
	Refused int // in rows that were refused
	Aside   int // in totals, and where a rule leaves people out
	Unused  int // in columns of whole numbers that the file's kind does not use
}

// Excluded counts whom a rule leaves out: rows of a list, each a person or an event,
// and people of a counted extract. Their rows are used: nothing is wrong with them.
type Excluded struct {
	Bank             int
	Honorary         int
	NonExecutive     int
	SecondAssignment int // further assignments of a person who is counted
	Other            int // other contracts and assignment statuses that the settings leave out
	Mandatory        int // records of mandatory training
}

// Add adds every count of other.
func (e *Excluded) Add(other Excluded) {
	e.Bank += other.Bank
	e.Honorary += other.Honorary
	e.NonExecutive += other.NonExecutive
	e.SecondAssignment += other.SecondAssignment
	e.Other += other.Other
	e.Mandatory += other.Mandatory
}

// Column says what a column of a file was taken for; Field is empty for a column
// that is not used.
type Column struct {
	Header   string // cleaned for the screen
	Written  string // as the file has it; for matching, never for the screen. Empty: it cannot be mapped
	Field    string
	Known    Known // how; empty where nothing says what the column is
	Personal bool  // it says who someone is: no value of it is read
	Rivals   []int // numbers, from 1, of other columns that mean the same
	Holds    *Held // nil: its cells are not labels of one kind, or it says who someone is
}

// Held says which labels stand at the beginning of a column, by what they mean: no text of
// a cell is in it.
type Held struct {
	Table  string      // of labels: "ethnicity", "band", "staff_group", "stage"
	Rows   int         // that were looked at and are not blank
	Labels []HeldLabel // most rows first; of a file whose rows may be people none of fewer rows than LeastHeld
	Rest   int         // rows of other labels
}

// HeldLabel is a meaning and in how many of the rows it stands.
type HeldLabel struct {
	Meaning string // as the table has it: "White", "Band 5"
	Rows    int
}

// LeastHeld is how many rows a label has at the least that is named of a list of people.
const LeastHeld = 5

// AlsoColumns lists the numbers of the other columns that mean the same: "2, 5".
func (c Column) AlsoColumns() string {
	var all []string
	for _, n := range c.Rivals {
		all = append(all, strconv.Itoa(n))
	}
	return strings.Join(all, ", ")
}

// Known says how it is known what a column is.
type Known string

// The ways to know a column: its name is the standard one, or a synonym of it, or
// a settings file says so.
const (
	ByName     Known = "name"
	BySynonym  Known = "synonym"
	BySettings Known = "wres.toml"
	ByMapping  Known = "wres-mapping.toml"
)

// Near says how a file that is of no kind looks as one of them.
type Near struct {
	Kind   string
	Fields map[int]string // by column, from 0: what it would be taken for
	Wide   bool           // it has a column for each group
}

// Severity tells an error in the data from a notice about it.
type Severity string

// The severities.
const (
	Error  Severity = "error"
	Notice Severity = "notice"
)

// Problem is something wrong, or worth a notice, in a file. Line is the physical
// line and Column the number of the field, both from 1; 0 is not of one line or
// field. Message says what is wrong and what to do, cleaned for the screen.
type Problem struct {
	File     string
	Line     int
	Column   int
	Field    string
	Severity Severity
	Message  string
}

// String gives the problem on one line, its place first.
func (p Problem) String() string {
	var place strings.Builder
	place.WriteString(p.File)
	switch {
	case p.Line == 0:
	case IsSheet(p.File):
		place.WriteString(": " + p.Place())
	default:
		fmt.Fprintf(&place, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&place, ":%d", p.Column)
		}
	}
	if place.Len() > 0 {
		place.WriteString(": ")
	}
	return place.String() + p.Message
}

// Place says in words where in its file the problem is: "line 12, column 3", and of a sheet
// as Excel has it: "row 12", "cell C12". It is empty where it is of no one line.
func (p Problem) Place() string {
	switch sheet := IsSheet(p.File); {
	case p.Line == 0:
		return ""
	case sheet && p.Column == 0:
		return fmt.Sprintf("row %d", p.Line)
	case sheet:
		return fmt.Sprintf("cell %s%d", Letters(p.Column), p.Line)
	case p.Column == 0:
		return fmt.Sprintf("line %d", p.Line)
	}
	return fmt.Sprintf("line %d, column %d", p.Line, p.Column)
}

// Letters names a column of a sheet, from 1, as Excel does: column 28 is "AB".
func Letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// SheetName names a sheet of a workbook as a file.
func SheetName(workbook, sheet string) string { return workbook + " [" + sheet + "]" }

// IsSheet reports whether a file is a sheet of a workbook, as SheetName names it: no other
// file that is read ends so.
func IsSheet(file string) bool { return strings.HasSuffix(file, "]") }

// Unmapped is a label that no table knows, with the people counted under it. It
// was counted as unknown, never dropped.
type Unmapped struct {
	File  string
	Field string
	Label string // cleaned for the screen, and cut where it is long
	Count int
	// Written is the label as the file has it, for matching and never for the
	// screen; empty where it may be about a person, and cannot be mapped.
	Written string
}

// Report is everything that reading a folder says beside the figures.
type Report struct {
	Folder   string // as the user named it, cleaned; empty for the example
	Files    []File
	Problems []Problem
	Unmapped []Unmapped
	Mapping  Mapping // what wres-mapping.toml says
	// Overruled are the entries of Mapping that wres.toml speaks of too, each with what
	// that says, which holds.
	Overruled []Entry
	Origins   []Origin // by kind, year and file
	// Together names the organisations of which the figures are, where they are of several.
	Together []string
}

// Origin says which rows of a file an extract's figures of one year came from.
type Origin struct {
	Kind                string // the counted extract: of a staff list too it is workforce
	Year                int
	File                string // cleaned for the screen
	Rows                int    // rows used
	FirstLine, LastLine int    // of those rows, from 1; 0 for a list, whose rows may stand anywhere
	People              int    // persons or events counted of a list; 0 for counted extracts
}

// OriginsOf lists where the figures of a kind of extract and a year came from.
func (r Report) OriginsOf(kind string, year int) []Origin {
	var all []Origin
	for _, o := range r.Origins {
		if o.Kind == kind && o.Year == year {
			all = append(all, o)
		}
	}
	return all
}

// Names lists the names of the files.
func (r Report) Names() []string {
	var names []string
	for _, f := range r.Files {
		names = append(names, f.Name)
	}
	return names
}

// Notices counts the problems that are none.
func (r Report) Notices() int { return len(r.Problems) - r.Errors() }

// Errors counts the problems that are errors.
func (r Report) Errors() int {
	n := 0
	for _, p := range r.Problems {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// String lists the rules that left rows out, each with how many: "bank 12, second
// assignments 3", or "nobody".
func (e Excluded) String() string { return e.Text(strconv.Itoa) }

// Text is String with its numbers as a screen writes them.
func (e Excluded) Text(number func(int) string) string {
	var parts []string
	for _, rule := range []struct {
		name string
		n    int
	}{
		{"bank", e.Bank}, {"honorary", e.Honorary}, {"non-executive", e.NonExecutive},
		{"second assignments", e.SecondAssignment}, {"mandatory training", e.Mandatory}, {"other", e.Other},
	} {
		if rule.n > 0 {
			parts = append(parts, rule.name+" "+number(rule.n))
		}
	}
	if len(parts) == 0 {
		return "nobody"
	}
	return strings.Join(parts, ", ")
}

// Reading says how the file is written and where its header is: "utf-8, commas, header in
// line 3".
func (f File) Reading() string {
	if f.Delimiter == "" {
		return fmt.Sprintf("%s, header in row %d", f.Encoding, f.HeaderLine)
	}
	return fmt.Sprintf("%s, %s, header in line %d", f.Encoding, f.Delimiters(), f.HeaderLine)
}

// Delimiters names the characters between fields: "commas".
func (f File) Delimiters() string {
	if word, known := map[string]string{",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}[f.Delimiter]; known {
		return word
	}
	return `"` + f.Delimiter + `"`
}

// Applicants is the kind of a list of applicants, of whom only those who were
// shortlisted are counted.
const Applicants = "applicants"

// Counted says who of a list is counted and who is not: "1,852 people counted; left
// out: bank 3". Of another file it is empty. number writes a count.
func (f File) Counted(number func(int) string) string {
	if f.People == nil {
		return ""
	}
	who, out := "people", f.Excluded.Text(number)
	if *f.People == 1 {
		who = "person"
	}
	if f.Kind == Applicants {
		who, out = "shortlisted applicants", ""
		if *f.People == 1 {
			who = "shortlisted applicant"
		}
		if n := f.RowsUsed - *f.People; n > 0 {
			out = "not shortlisted " + number(n)
		}
	}
	if out == "" {
		out = "nobody"
	}
	return number(*f.People) + " " + who + " counted; left out: " + out
}

// NotMapped counts the labels that no table knows and that can be mapped, each once
// for all files.
func (r Report) NotMapped() int {
	type label struct{ field, written string }
	seen := map[label]bool{}
	for _, u := range r.Unmapped {
		if u.Written != "" && u.mappable() {
			seen[label{u.Field, u.Written}] = true
		}
	}
	return len(seen)
}

// mappable reports whether the settings have a table for labels of the field. The
// contracts and statuses of staff have lists of whom to leave out in its place.
func (u Unmapped) mappable() bool {
	switch u.Field {
	case "assignment_category", "contract_type", "assignment_status":
		return false
	}
	return true
}

// NotUsed counts the files of which no row was used for want of a kind or a year,
// or because they cannot be read.
func (r Report) NotUsed() int {
	n := 0
	for _, f := range r.Files {
		if f.Outcome == NotUsed || f.Outcome == Refused {
			n++
		}
	}
	return n
}
