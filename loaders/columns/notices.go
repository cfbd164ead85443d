package columns

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/columns/cells"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

// sayReading puts into words what was guessed of how the file is written, and what
// its header leaves in doubt.
func (f *File) sayReading(text *csvfile.File) {
	if text.Guess != "" {
		f.Say(source.Notice, 0, 0, "", text.Guess)
	}
	for _, n := range text.Notices {
		f.Say(source.Notice, n.Line, 0, "", n.Message)
	}
	for _, rec := range text.Preamble { // its quotes do not matter, unless rows are lost by them
		rec.Faults = slices.DeleteFunc(slices.Clone(rec.Faults), func(f csvfile.Fault) bool { return f.Kind != csvfile.SwallowedRows })
		f.SayFaults(rec)
	}
	for _, rec := range text.HeaderRows {
		f.SayFaults(rec)
	}
	f.sayNameless(text)
}

// nameSample is how many records are looked at for values below a missing name.
const nameSample = 50

// sayNameless names the columns that hold something and have no name.
func (f *File) sayNameless(text *csvfile.File) {
	filled := make([]bool, text.Columns)
	records := 0
	for rec := range text.Records() {
		for i := range filled {
			filled[i] = filled[i] || strings.TrimSpace(rec.Value(i)) != ""
		}
		if records++; records == nameSample {
			break
		}
	}
	var nameless []string
	for i, has := range filled {
		if has && csvfile.Fold(text.Header.Value(i)) == "" {
			nameless = append(nameless, strconv.Itoa(i+1))
		}
	}
	switch len(nameless) {
	case 0:
	case 1:
		f.Say(source.Notice, f.Header.Line, 0, "", "column "+nameless[0]+" has no name and is not used; name it if it matters")
	default:
		f.Say(source.Notice, f.Header.Line, 0, "", fmt.Sprintf("columns %s have no name and are not used; name them if they matter", labels.Few(nameless)))
	}
}

// sayAlike asks about two columns whose names look alike. Where the file's kind
// uses them it is not used for that reason, and says so itself.
func (f *File) sayAlike(header []string) {
	first := map[string]int{}
	for i, h := range header {
		key := csvfile.Fold(h)
		at, twice := first[key]
		if key == "" || !twice {
			first[key] = i
			continue
		}
		f.Say(source.Notice, f.Header.Line, i+1, "", fmt.Sprintf(
			"columns %d %s and %d %s have names that look alike; rename or delete the one that is not wanted",
			at+1, labels.Quoted(header[at]), i+1, labels.Quoted(h)))
		return
	}
}

// sayRivals names the columns that give way to one that the settings choose. A list
// of people says it once it is read, for its columns give way to each other too.
func (f *File) sayRivals() {
	if f.Fit == nil || f.Fit.Extract.List != nil {
		return
	}
	for _, r := range f.Fit.Rivals {
		f.Say(source.Notice, f.Header.Line, r.Unused+1, r.Standard, fmt.Sprintf(
			"columns %s and %s both mean %s; the first is used, as the settings say", labels.Quoted(f.Header.Value(r.Used)), labels.Quoted(f.Header.Value(r.Unused)), r.Standard))
	}
}

// sayPassed names the columns of groups that are not used, and how many people stand in
// them.
func (f *File) sayPassed(text *csvfile.File) {
	for why := passedWhy(0); why < passedReasons; why++ {
		var names []string
		people, first := 0, 0
		for _, p := range f.Fit.passed {
			if p.why != why {
				continue // before the column is added up
			}
			if n, numbers := cells.Total(text, p.Column); numbers {
				if len(names) == 0 {
					first = p.Column + 1
				}
				names = append(names, labels.Quoted(f.Header.Value(p.Column)))
				people += n
			}
		}
		what := "the " + labels.People(people)
		if people == 0 {
			what = "the figures"
		}
		if len(names) > 0 {
			f.Say(source.Notice, f.Header.Line, first, "", fmt.Sprintf("%s under %s are not counted: these name a group, %s",
				what, labels.Few(names), why.words(f.Fit.Extract)))
		}
	}
}

// asideWords name what is set aside, one and several.
var asideWords = map[csvfile.Aside][2]string{
	csvfile.Total:       {"total", "totals"},
	csvfile.HeaderAgain: {"repeat of the column names", "repeats of the column names"},
	csvfile.HeaderMoved: {"row of column names in another order, by which the rows below it are read", "rows of column names in another order, by each of which the rows below it are read"},
	csvfile.Footnote:    {"note", "notes"},
	csvfile.SecondTable: {"row of a second table", "rows of a second table"},
}

// SayAside says which records are no rows of the table, and on which lines.
func (f *File) SayAside() {
	var parts []string
	first := 0
	for _, kind := range []csvfile.Aside{csvfile.Total, csvfile.HeaderAgain, csvfile.HeaderMoved, csvfile.Footnote, csvfile.SecondTable} {
		at := f.Asides[kind]
		if len(at) == 0 {
			continue
		}
		if first == 0 || at[0] < first {
			first = at[0]
		}
		words := asideWords[kind]
		if len(at) == 1 {
			parts = append(parts, fmt.Sprintf("1 %s (line %d)", words[0], at[0]))
			continue
		}
		where := fmt.Sprintf("lines %d to %d", at[0], at[len(at)-1])
		if at[len(at)-1]-at[0] >= len(at) && kind != csvfile.SecondTable { // others stand between them
			numbers := make([]string, len(at))
			for i, line := range at {
				numbers[i] = strconv.Itoa(line)
			}
			where = "lines " + labels.Few(numbers)
		}
		parts = append(parts, fmt.Sprintf("%s %s (%s)", labels.Thousands(len(at)), words[1], where))
	}
	if len(parts) == 0 {
		return
	}
	what := "not counted as rows: " + labels.Listed(parts, "and")
	if len(f.Asides[csvfile.SecondTable]) > 0 {
		what += f.second.words() + "; put the second table into a file of its own"
	}
	f.Say(source.Notice, first, 0, "", what)
}

// SayFaults says what is wrong with a record's quotes, size and shape.
func (f *File) SayFaults(rec csvfile.Record) {
	for _, fault := range rec.Faults {
		severity := source.Error
		if fault.Notice {
			severity = source.Notice
		}
		f.Say(severity, fault.Line, fault.Column, f.FieldAt(fault.Column-1), fault.Message)
	}
}
