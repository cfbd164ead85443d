package columns

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"wres/loaders/columns/cells"
	"wres/loaders/columns/held"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// UnknownKind is the kind of a file whose columns fit no extract.
const UnknownKind = "unknown"

// RowsBetween is how many rows are read between two looks at whether to go on: a
// fraction of a millisecond's work.
const RowsBetween = 1024

// Columns is what columns mean under the settings of a folder: made once, like Labels,
// and then only read.
type Columns struct {
	labels *labels.Labels
	rules  map[string][]Rule     // by folded header, of the settings
	years  map[string]model.Year // by file, as its folder has the name
}

// New gives what columns mean where no settings say otherwise. Headers that are
// the names of groups are read by labels.
func New(l *labels.Labels) *Columns {
	return &Columns{l, map[string][]Rule{}, map[string]model.Year{}}
}

// SetYear takes the WRES year of a file whose rows do not say theirs.
func (c *Columns) SetYear(name string, y model.Year) { c.years[name] = y }

// Problems is what is wrong with one file. Its readers are handed it.
type Problems struct {
	File string // cleaned for the screen
	All  []source.Problem
}

// Say adds a problem; line and column count from 1, and 0 is none.
func (p *Problems) Say(severity source.Severity, line, column int, field, message string) {
	p.All = append(p.All, source.Problem{File: p.File, Line: line, Column: column, Field: field, Severity: severity, Message: message})
}

// File is one file of the folder as far as its name and header tell of it. Its rows are
// read by others, who are handed it and say in it what is wrong with them.
type File struct {
	Problems
	Name   string // as it is on disk
	Kind   string // or UnknownKind
	Reason string // why it cannot be used, and what to do; "": it can

	Encoding  csvfile.Encoding
	Delimiter rune
	Header    csvfile.Record
	Width     int        // in columns
	Fit       *Fit       // nil: of no kind
	Year      model.Year // of the file's name, or assumed; 0: each row says
	Day       model.Day  // of its name, where that says one
	Dated     bool       // its name, or an option, gives its year

	Outlook
	Organisations map[string]string       // folded name -> as written, in the file
	Asides        map[csvfile.Aside][]int // lines of the records that are no rows, by what they are
	second        secondTable

	// Taken is which of several days of a year counts, in a list of people. The rows of the
	// others are set aside.
	Taken map[model.Year]model.Day

	orders     map[string]model.Order // of days, by column
	monthLines map[string]int         // where a column has a day that can only be month first
}

// Outlook is what a report says of a file's columns.
type Outlook struct {
	Account *source.Account // of the people in its cells; nil: it has none. What became of them others say
	Columns []source.Column // what each column was taken for
	YearBy  source.YearBy   // what says the year of its rows
	Near    []source.Near   // of a file of no kind: how it looks as each
}

// NewFile is a file of which nothing is known yet.
func NewFile(name string) *File {
	return &File{
		Problems: Problems{File: csvfile.Clean(name)}, Name: name, Kind: UnknownKind, Organisations: map[string]string{}, Asides: map[csvfile.Aside][]int{},
		orders: map[string]model.Order{}, monthLines: map[string]int{}, Taken: map[model.Year]model.Day{},
	}
}

// Read finds out what a file holds and says what is in doubt about that. assume is the
// year of a file that names none. Where the file is not to be used, its Reason is set.
// sure is false where only the beginning of the file is there and does not tell.
func (c *Columns) Read(ctx context.Context, name string, text *csvfile.File, assume model.Year) (f *File, sure bool) {
	f, sure = NewFile(name), true
	f.Encoding, f.Delimiter, f.Header = text.Encoding, text.Delimiter, text.Header
	if text.Cells {
		f.Encoding, f.Delimiter = csvfile.Workbook, 0
	}
	f.Width = text.Columns
	f.sayReading(text)
	header := text.Header.Values[:min(text.Columns, len(text.Header.Values))]
	h := c.heading(header)
	h.passCounts(ctx, text)
	best, near, why := c.kindOf(ctx, h, f.Name, func(column int) []string {
		sure = sure && !text.Peeked() // there may be others further on
		return cells.Distinct(ctx, text, column)
	}, text)
	if best != nil {
		f.Fit, f.Kind = best, best.Extract.Kind
		if best.notice != "" {
			line := 0
			if best.about > 0 {
				line = f.Header.Line
			}
			f.Say(source.Notice, line, best.about, f.FieldAt(best.about-1), best.notice)
		}
		f.takeMonths(text)
		if best.Extract.List == nil {
			text.Counts()
		}
		if why == "" {
			why = c.asWhole(ctx, f, h, text)
		}
		why = cmp.Or(why, c.lookOver(ctx, f, h, text))
		f.sayPassed(text)
	} else {
		f.Near = nearOf(near)
		if header := c.whyHeader(text.Header, text); header != "" {
			why = header
		}
	}
	f.Columns = describe(h, best)
	held.Tell(ctx, text, c.labels, f.Columns, best != nil && best.Extract.List == nil)
	f.sayRivals()
	_, named := labels.YearInName(f.Name)
	f.Dated = named || assume != 0 || c.years[f.Name] != 0
	if best == nil || best.whyClash(header) == "" {
		f.sayAlike(header)
	}
	if why == "" {
		why = c.findYear(f, assume)
	}
	if why == "" {
		why = c.apart(ctx, f, text, h.rules)
	}
	if why == "" && best.Extract.List == nil {
		why = f.orderDays(ctx, text)
	}
	f.Reason = why
	return f, sure
}

// IsList reports whether the file is a list of people or events that is to be used.
func (f *File) IsList() bool { return f.Reason == "" && f.Fit.Extract.List != nil }

// GiveUp takes away what the columns of a file were found to be, because it is not used.
// What each was taken for is still known.
func (f *File) GiveUp() {
	if f.Fit != nil {
		f.Fit = &Fit{Extract: f.Fit.Extract, Field: f.Fit.Field}
	}
	f.Say(source.Error, f.Header.Line, 0, "", "the file is not used: "+f.Reason)
}

// findYear finds the year of a file that has no column of years: what was set for it, else
// what its name says, else what is assumed of all. A year that the rows name is never
// overridden. It answers why the file cannot be used.
func (c *Columns) findYear(f *File, assume model.Year) (why string) {
	set := c.years[f.Name]
	if f.Fit.ByYear() || f.Fit.hasYears() || f.Fit.Given("date") {
		f.YearBy = source.YearByRows
		if set != 0 {
			f.Say(source.Notice, f.Header.Line, 0, "", fmt.Sprintf("%s says that the file is of %s, and its rows say themselves which year they are of: they hold, and %s has no effect; take it back in the app with f", mappingFile, set, set))
		}
		return ""
	}
	kind := labels.NamedKind{Name: strings.ReplaceAll(f.Kind, " ", "-"), Survey: f.Fit.Extract.Figures == kinds.Survey}
	w, notice, named := kind.When(f.Name)
	switch {
	case set != 0:
		f.Year, f.YearBy = set, source.YearByMapping
		if w.Year == set {
			f.Day = w.Day
		} else if named {
			f.Say(source.Notice, 0, 0, "", fmt.Sprintf("%s says that the file is of %s, and its name says %s: its rows are taken for %s; take it back in the app with f if the name is right", mappingFile, set, w.Year, set))
		}
	case named:
		f.Year, f.Day, f.YearBy = w.Year, w.Day, source.YearByName
		if notice != "" {
			f.Say(source.Notice, 0, 0, "", notice)
		}
	case assume != 0:
		f.Year, f.YearBy = assume, source.YearByOption
	default:
		return fmt.Sprintf("nothing says its year; add a column year, put the year into the file's name (%s), give --assume-year, or set the year of this file in the app with f", kind.With(2024))
	}
	return ""
}

// mappingFile is the file that the app writes what was set into.
const mappingFile = string(source.YearByMapping)

// Column gives the number of a standard column for a problem, or 0.
func (f *File) Column(field string) int {
	if f.Fit != nil {
		if i, ok := f.Fit.At[field]; ok {
			return i + 1
		}
	}
	return 0
}

// FieldAt names what column i (from 0) is taken for.
func (f *File) FieldAt(i int) string {
	if f.Fit != nil && i >= 0 && i < len(f.Fit.Field) {
		return f.Fit.Field[i]
	}
	return ""
}

// SetAside notes a record that is no row of the table.
func (f *File) SetAside(rec csvfile.Record) {
	f.Asides[rec.Aside] = append(f.Asides[rec.Aside], rec.Line)
	if rec.Aside == csvfile.SecondTable && f.Fit != nil && f.Fit.Extract.List == nil { // else it may name people
		f.second.add(rec)
	}
}
