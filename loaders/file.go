package loaders

import (
	"slices"
	"unicode/utf8"

	"wres/loaders/columns"
	"wres/loaders/counts"
	"wres/loaders/csvfile"
	"wres/loaders/people"
	"wres/model/source"
)

// file is one file of the folder.
type file struct {
	*columns.File
	outcome source.Outcome

	counts  *counts.File // of a counted extract
	list    *people.List // of a list of people or events
	refused int          // rows of a file that is not used
	aside   int          // its records that are none, where no line of them is known
	twin    *file        // of which it is a copy
	cells   bool         // as its cells tell, not its bytes
}

// readFile reads one file up to facts. It settles nothing between rows.
func (l *loading) readFile(name string) *file {
	if s, is := l.books.sheets[name]; is {
		return s.read(l, name)
	}
	if why := l.books.refused[name]; why != nil {
		return refusedBook(name, why)
	}
	in, err := l.input(name)
	if err != nil {
		return refusedFile(name, err)
	}
	defer in.file.Close() // it was read only
	return l.readInput(name, in)
}

// refusedFile is a file that is not read at all.
func refusedFile(name string, why error) *file {
	f := &file{File: columns.NewFile(name), outcome: source.Refused}
	f.Reason = why.Error()
	f.Say(source.Error, 0, 0, "", f.Reason)
	return f
}

// notUsed refuses every row of a file, for the one reason. What is wrong with the
// rows themselves is said too: it stays wrong when the reason is mended.
func (l *loading) notUsed(f *file, text *csvfile.File) {
	f.outcome = source.NotUsed
	n := int64(0)
	for rec, behind := range text.Walk() {
		if n++; n%columns.RowsBetween == 0 && !l.goOn(n, behind, text.Size()) {
			return
		}
		f.SayFaults(rec)
		if rec.Aside == "" {
			f.refused++
		} else {
			f.SetAside(rec)
		}
	}
	f.GiveUp()
}

// summary gives what the check command says of the file.
func (f *file) summary() source.File {
	s := source.File{Name: f.File.File, Kind: f.Kind, Encoding: string(f.Encoding), Outcome: f.outcome, Reason: f.Reason}
	if f.Delimiter != 0 {
		s.Delimiter = string(f.Delimiter)
	}
	s.HeaderLine = f.Header.Line
	if f.Account != nil {
		account := *f.Account
		s.Account = &account
	}
	switch {
	case f.twin != nil:
		first := f.twin.summary()
		s.RowsRefused, s.RowsAside = first.RowsRead, first.RowsAside
	case f.counts != nil:
		f.counts.Summarise(&s)
	case f.list != nil:
		f.list.Summarise(&s)
	default:
		s.RowsRefused, s.RowsAside = f.refused, f.aside
		for _, lines := range f.Asides {
			s.RowsAside += len(lines)
		}
	}
	if s.Account != nil && f.counts == nil && f.list == nil {
		s.Account.Refused = s.Account.In - s.Account.Aside - s.Account.Unused
	}
	s.RowsRead = s.RowsUsed + s.RowsRefused
	s.Columns, s.Near, s.Dated = f.Columns, f.Near, f.Dated
	s.Year = source.FileYear{Year: int(f.Year), By: f.YearBy}
	if utf8.ValidString(f.Name) {
		s.Written = f.Name
	}
	if s.Outcome == "" {
		s.Outcome = source.Loaded
		if slices.ContainsFunc(f.All, func(p source.Problem) bool { return p.Severity == source.Error }) {
			s.Outcome = source.LoadedWithProblems
		}
	}
	return s
}
