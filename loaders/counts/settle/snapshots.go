package settle

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// Dated is the day that a row's counts are of.
type Dated struct {
	Day    model.Day // the 31 March where the row names no other
	Whole  bool      // it names the year, or its 31 March as the day of a count
	Column int       // of the cell that names it, from 0; -1: none does
	Field  string
	Notice string // what is to be said of a day other than a 31 March, if the row stands
}

// snapshot is the rows of one day, of an organisation.
type snapshot struct {
	day  model.Day
	rows []*Row
}

// settleSnapshots takes of the days in a year on which the same staff were counted the 31
// March, or else the last, and sets the rows of the others aside. Days on which other
// things were counted are parts of one whole.
func settleSnapshots(rows []*Row) {
	for _, all := range snapshotsOf(rows) {
		taken := map[cellKey]bool{}
		var aside []snapshot
		for _, s := range all {
			if s.within(taken) {
				aside = append(aside, s)
				continue
			}
			for key := range s.cells() {
				taken[key] = true
			}
			s.sayDay()
		}
		for i, s := range aside {
			for _, r := range s.rows {
				r.State = Aside
			}
			if i == 0 {
				s.saySetAside(all[0].day, aside)
			}
		}
	}
}

// settleMonths adds up the rows of several days on which events of one kind were
// counted: they are months of the year. A year that stands beside its months, and staff
// counted each month, cannot be added, and what is given twice is said.
func settleMonths(rows []*Row) {
	for _, all := range snapshotsOf(rows) {
		taken := map[cellKey]bool{}
		again, whole := false, false
		for _, s := range all {
			again = again || s.within(taken)
			for key := range s.cells() {
				taken[key] = true
				whole = whole || key.measure == "headcount"
			}
			whole = whole || slices.ContainsFunc(s.rows, func(r *Row) bool { return r.Dated.Whole })
		}
		if !again || whole {
			for _, s := range all {
				s.sayDay()
			}
			continue
		}
		for _, s := range all {
			for _, r := range s.rows {
				for _, f := range slices.Concat(r.Facts, r.Lacks) {
					f.part = s.day
				}
			}
		}
		last, first := all[0], all[len(all)-1]
		at := first.rows[0]
		at.Say(source.Notice, at.Dated.Column, at.Dated.Field, fmt.Sprintf(
			"WRES year %s is given in %s, %s to %s, and they are added up; if the later ones hold the earlier, as running totals do, keep only the last in the file",
			at.year(), labels.Plural(len(all), "part"), first.day.Words(), last.day.Words()))
	}
}

// snapshotsOf parts the rows of a kind by organisation and year, and by day, the last
// first. Rows that were refused have a day too: what they lack is not taken from another.
func snapshotsOf(rows []*Row) [][]snapshot {
	type place struct {
		organisation string
		year         model.Year
	}
	byPlace := map[place]map[model.Day][]*Row{}
	var order []place
	for _, r := range rows {
		facts := slices.Concat(r.Facts, r.Lacks)
		if len(facts) == 0 || r.State == Aside || r.Dated.Day == 0 {
			continue
		}
		p := place{facts[0].Dims[0], r.year()}
		if byPlace[p] == nil {
			byPlace[p] = map[model.Day][]*Row{}
			order = append(order, p)
		}
		byPlace[p][r.Dated.Day] = append(byPlace[p][r.Dated.Day], r)
	}
	var all [][]snapshot
	for _, p := range order {
		var days []snapshot
		for day, rows := range byPlace[p] {
			days = append(days, snapshot{day, rows})
		}
		slices.SortFunc(days, func(a, b snapshot) int { return cmp.Compare(b.day, a.day) })
		all = append(all, days)
	}
	return all
}

// year gives the year of a row that gives figures.
func (r *Row) year() model.Year { return slices.Concat(r.Facts, r.Lacks)[0].Year }

// cells are the cells that the snapshot counts.
func (s snapshot) cells() map[cellKey]bool {
	cells := map[cellKey]bool{}
	for _, r := range s.rows {
		for _, f := range slices.Concat(r.Facts, r.Lacks) {
			cells[f.key()] = true
		}
	}
	return cells
}

// within reports whether cells of the snapshot are counted on a later day.
func (s snapshot) within(taken map[cellKey]bool) bool {
	for key := range maps.Keys(s.cells()) {
		if taken[key] {
			return true
		}
	}
	return false
}

// sayDay says of a snapshot that is taken that it is not of a 31 March, as each cell has it.
func (s snapshot) sayDay() {
	said := map[string]bool{}
	for _, r := range s.rows {
		if d := r.Dated; d.Notice != "" && !said[d.Notice] {
			said[d.Notice] = true
			r.Say(source.Notice, d.Column, d.Field, d.Notice)
		}
	}
}

// saySetAside says in the first row that is set aside which day is taken, and what the
// others hold.
func (s snapshot) saySetAside(taken model.Day, aside []snapshot) {
	const few = 3
	first := s.rows[0]
	var others []string
	rows := 0
	for i, a := range aside {
		rows += len(a.rows)
		if i < few {
			others = append(others, fmt.Sprintf("%s of %s", labels.People(a.people()), a.day.Words()))
		}
	}
	if more := len(aside) - few; more > 0 {
		others = append(others, labels.Plural(more, "more day"))
	}
	year := first.year()
	what := taken.Words()
	if taken != year.Day() {
		what += ", the day that is nearest to " + year.Snapshot() + ","
	}
	first.Say(source.Notice, first.Dated.Column, first.Dated.Field, fmt.Sprintf(
		"WRES year %s is counted on %s; %s is taken, and %s of the others set aside: %s",
		year, labels.Plural(len(aside)+1, "day"), what, labels.Plural(rows, "row"), labels.Listed(others, "and")))
}

// people sums what the snapshot counts, without sums and parts.
func (s snapshot) people() (n int) {
	for _, r := range s.rows {
		for _, f := range r.Facts {
			if !f.Explicit && !f.AnyEthnicity {
				n += f.whole()
			}
		}
	}
	return n
}
