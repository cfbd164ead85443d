package counts

import (
	"fmt"
	"slices"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// made is what a file says of the query that made it, where a query over a list in a
// warehouse did.
type made struct {
	marks    map[counted]string // of the labels that it read
	excluded source.Excluded    // rows that a rule left out there
	people   *int               // that were counted there; nil: it is no file of accounts
}

// counted is a kind of counts in a year.
type counted struct {
	kind string
	year model.Year
}

// addsUp reports whether the row says that it is no total of others, and notes the mark of
// the labels that it was counted by.
func (r *reading) addsUp() bool {
	e := r.file.Fit.Extract
	if mark := csvfile.Fold(string(r.shared.Vocabulary)); mark != "" && e.Adds() {
		r.file.mark(r.row, counted{e.Kind, r.row.year}, mark)
	}
	c := cellOf(r, "adds_up", r.shared.AddsUp)
	answer, ok := labels.ParseAnswer(c.raw)
	if !ok {
		r.wrong(c, "is neither yes nor no; write yes where no row is a total of others, or leave it blank")
	}
	return answer == model.Yes
}

// mark notes the mark of a kind and year; a file has one of each.
func (f *File) mark(at *row, of counted, mark string) {
	if f.made.marks == nil {
		f.made.marks = map[counted]string{}
	}
	was, seen := f.made.marks[of]
	if !seen {
		f.made.marks[of] = mark
	} else if was != mark && !f.noticed[mark] {
		f.noticed[mark] = true
		at.Say(source.Notice, f.Fit.At["vocabulary"], "vocabulary", "vocabulary "+labels.Quoted(mark)+" is another vocabulary than that of the rows above, so the labels of one of the two were read otherwise: run the queries of one vocabulary, and save each result whole")
	}
}

// SayVocabularies says where two files tell the same counts by different vocabularies: one of
// them is older than the other.
func (c *Counts) SayVocabularies() {
	first := map[counted]*File{}
	for _, f := range c.files {
		var all []counted
		for of := range f.made.marks {
			all = append(all, of)
		}
		slices.SortFunc(all, func(a, b counted) int { return int(a.year) - int(b.year) })
		said := false
		for _, of := range all {
			was := first[of]
			if was == nil {
				first[of] = f
				continue
			}
			if was.made.marks[of] != f.made.marks[of] && !said {
				said = true
				f.Say(source.Notice, f.Header.Line, f.Column("vocabulary"), "vocabulary", fmt.Sprintf(
					"the vocabulary of %s %s is not that of %s, so one of the two is older or was made under other settings: make the vocabulary again, and run each query with it", of.kind, of.year, was.File.File))
			}
		}
	}
}

// decodeAccount reads how many rows a query counted or left out. Such a row gives no figure.
func decodeAccount(r *reading, row kinds.AccountRow) {
	year := model.Year(0)
	if r.shared.Year != "" || !cellOf(r, "year", r.shared.Year).given {
		year, _ = r.year()
	}
	r.row.year = year
	reason, rows := cellOf(r, "reason", row.Reason), cellOf(r, "rows", row.Rows)
	n, wrong := labels.ParseCount(rows.raw)
	if wrong != "" {
		r.wrong(rows, wrong)
		return
	}
	if mark := csvfile.Fold(string(r.shared.Vocabulary)); mark != "" && year != 0 {
		r.file.mark(r.row, counted{csvfile.Fold(string(row.Kind)), year}, mark)
	}
	x := &r.file.made.excluded
	switch csvfile.Fold(reason.raw) {
	case "bank":
		x.Bank += n
	case "honorary":
		x.Honorary += n
	case "nonexecutive":
		x.NonExecutive += n
	case "other", "leftoutinthestafflist":
		x.Other += n
	case "secondassignment":
		x.SecondAssignment += n
	case "mandatory":
		x.Mandatory += n
	case "counted":
		if r.file.made.people == nil {
			r.file.made.people = new(int)
		}
		*r.file.made.people += n
	case "notshortlisted", "againintheyear":
	case "labelnotinthevocabulary":
		if n > 0 {
			r.row.Say(source.Error, rows.column, "rows", fmt.Sprintf(
				"%s of the list with a label that the vocabulary lacks: an ethnicity among them is counted as unknown, and any other label as blank; the list has changed since; make the vocabulary again, and run the queries with it", labels.Plural(n, "row")))
		}
	case "noyear", "nobody", "nostage":
		if n > 0 {
			r.row.Say(source.Error, rows.column, "rows", labels.Plural(n, "row")+" of the list "+accountWords[csvfile.Fold(reason.raw)])
		}
	case "total", "anotherday":
		r.row.Say(source.Notice, rows.column, "rows", labels.Plural(n, "row")+" of the list "+accountWords[csvfile.Fold(reason.raw)])
	default:
		r.notice(reason, "is not a reason that is known; its rows are not told apart")
	}
}

// accountWords say what became of rows that a list would refuse or set aside, and what to do.
var accountWords = map[string]string{
	"noyear":     "without a year that is known, left out; mend them in the warehouse",
	"nobody":     "without a number and without anything to be counted by, left out; delete them in the warehouse, or fill them in",
	"nostage":    "without a stage that is known, left out; map the name in wres.toml under [labels.stage], and make the query again",
	"total":      "with the label of a total, left out",
	"anotherday": "on another day of the year than the one that is taken, left out",
}

// addTo adds what a query left out to what is said of its file.
func (m *made) addTo(s *source.File) {
	s.Excluded.Add(m.excluded)
	if m.people != nil {
		n := *m.people
		s.People = &n
	}
}
