package people

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/loaders/people/personyears"
	"wres/model"
	"wres/model/source"
)

// What the rows of a list tell of how it is to be read is known when all are read: that a
// column has its days month first, and which of several days of a year is the one that
// counts. The list is read anew then. Until a list is merged nothing of it is kept.

// again reports whether the list is to be read anew, because of what its rows have told
// the workers. Of a list that cannot be read it sets the reason. lineOf finds the line of a
// place.
func (li *List) again(workers []*worker, lineOf func(at int64) (int, error)) (bool, error) {
	anew := false
	for f := range fieldCount {
		var told *sample
		for _, w := range workers {
			told = told.merge(&w.others[f])
		}
		if told == nil || told.n == 0 {
			continue
		}
		line, err := lineOf(told.first[0])
		if err != nil {
			return false, err
		}
		name := fieldNames[f]
		switch {
		case li.file.Order(name) == model.DayFirst:
			li.file.TakeMonthFirst(name, line)
		case f <= dateField:
			li.file.Reason = li.file.WhyBothOrders(name, line)
			return false, nil
		default: // it was to be looked over only
			why := li.file.WhyBothOrders(name, line)
			li.file.Say(source.Notice, li.file.Header.Line, li.file.Column(name), name, name+" is not looked at: "+why)
			li.file.Drop(name)
		}
		anew = true
	}
	if !anew {
		anew = li.takeDays(workers)
	}
	return anew, nil
}

// dayField is the column that tells of which day a row is, in a list of those who were in
// post or on the board on it; lacking that, fieldCount.
func (li *List) dayField() listField {
	if f := li.file.Fit.Extract.Figures; li.file.Year == 0 && (f == kinds.Workforce || f == kinds.Board) {
		for _, field := range []listField{snapshotField, yearField} {
			if li.at[field] != lacking {
				return field
			}
		}
	}
	return fieldCount
}

// daysIn counts the rows of each day in each year.
func daysIn(workers []*worker, field listField) map[model.Year]map[model.Day]int {
	days := map[model.Year]map[model.Day]int{}
	for _, w := range workers {
		for c := range w.year[field].All() {
			if !c.OK || c.Rows == 0 {
				continue
			}
			if days[c.Year] == nil {
				days[c.Year] = map[model.Day]int{}
			}
			days[c.Year][dayOf(c)] += c.Rows
		}
	}
	return days
}

// dayOf gives the day that a cell names, which is the 31 March of a whole year.
func dayOf(c *labels.YearCell) model.Day { return cmp.Or(c.Day, c.Year.Day()) }

// takeDays takes, of several days of a year on which the same people were listed, the last:
// the 31 March if it is there.
func (li *List) takeDays(workers []*worker) (anew bool) {
	field := li.dayField()
	if li.file.Year != 0 {
		li.days[li.file.Year] = cmp.Or(li.file.Day, li.file.Year.Day())
	}
	if field == fieldCount {
		return false
	}
	for y, days := range daysIn(workers, field) {
		taken := slices.Max(slices.Collect(maps.Keys(days)))
		if li.days[y] = taken; li.file.Taken[y] != 0 || len(days) < 2 {
			continue
		}
		if !samePeople(workers, y, days, taken) {
			continue
		}
		li.file.Taken[y], anew = taken, true
		severalDays{y, days, taken}.say(li.file, fieldNames[field])
	}
	return anew
}

// samePeople reports whether days of a year list the same people: with numbers most of them
// are met again, and without the days have about as many rows each.
func samePeople(workers []*worker, y model.Year, days map[model.Day]int, taken model.Day) bool {
	rows, people, numberless, all := 0, 0, 0, 0
	for _, w := range workers {
		if a := w.years[y-personyears.FirstYear]; a != nil {
			rows, people = rows+a.rows, people+a.people
		}
		numberless += w.notes[withoutNumber]
	}
	for _, n := range days {
		all += n
	}
	if workers[0].has(employeeField) && numberless == 0 || workers[0].has(assignmentField) && numberless == 0 {
		return 2*(rows-people) >= all-days[taken]
	}
	return 2*days[taken]*len(days) >= all && !slices.ContainsFunc(slices.Collect(maps.Values(days)), func(n int) bool { return 2*n < days[taken] })
}

// severalDays are the days of a year on which the same people were listed, with their rows,
// and the one of them that is taken.
type severalDays struct {
	year  model.Year
	days  map[model.Day]int
	taken model.Day
}

// say says which day is taken, and what the others hold.
func (s severalDays) say(f *columns.File, field string) {
	const few = 3
	var others []string
	rows := 0
	for _, day := range slices.Sorted(maps.Keys(s.days)) {
		if day == s.taken {
			continue
		}
		if rows += s.days[day]; len(others) < few {
			others = append(others, labels.Plural(s.days[day], "row")+" of "+day.Words())
		}
	}
	if more := len(s.days) - 1 - len(others); more > 0 {
		others = append(others, labels.Plural(more, "more day"))
	}
	what := s.taken.Words()
	if s.taken != s.year.Day() {
		what += ", the day that is nearest to " + s.year.Snapshot() + ","
	}
	f.Say(source.Notice, f.Header.Line, f.Column(field), field, fmt.Sprintf(
		"WRES year %s is listed on %s; %s is taken, and %s of the others set aside: %s", s.year, labels.Plural(len(s.days), "day"), what, labels.Plural(rows, "row"), labels.Listed(others, "and")))
}

// refuseAll refuses the rows of a list that cannot be read.
func refuseAll(li *List, workers []*worker) *List {
	for _, w := range workers {
		li.refused += w.used + w.refused
		li.aside += w.aside
		for _, a := range w.years {
			if a != nil {
				li.refused += a.rows
			}
		}
	}
	return li
}

// Rows gives how many rows of the list there are and how many records are none.
func (li *List) Rows() (rows, aside int) { return li.read() - li.aside, li.aside }

// holdDays holds the days of a list against those of the lists before it, once its people
// are merged with theirs: both counts how many of a year are in both. Two days of the same
// people cannot be united, for those who came or left stand in one list alone.
func (li *List) holdDays(both map[model.Year]int) {
	e := li.file.Fit.Extract
	if e.Figures != kinds.Workforce && e.Figures != kinds.Board {
		return
	}
	for _, y := range slices.Sorted(maps.Keys(li.days)) {
		k := kindYear{e.List.Counted, y}
		first, a := li.p.dated[k], li.years[y]
		switch {
		case a == nil || a.rows == 0:
		case first == nil:
			li.p.dated[k] = li
		case first.days[y] != li.days[y] && (!numbered(li) || !numbered(first) || 2*both[y] >= min(a.people+both[y], first.years[y].people)):
			li.p.refused[k] = true
			for _, l := range []*List{first, li} {
				l.lost = append(l.lost, y)
				l.file.Say(source.Error, l.file.Header.Line, 0, "", fmt.Sprintf(
					"WRES year %s is listed on two days, and so neither list is used for it: %s is of %s and %s of %s; keep the list of one day in the folder, the 31 March if there is one",
					y, first.file.File, first.days[y].Words(), li.file.File, li.days[y].Words()))
			}
		}
	}
}

// numbered reports whether every row of a list tells its person by a number.
func numbered(li *List) bool {
	return (li.at[employeeField] != lacking || li.at[assignmentField] != lacking) && li.notes[withoutNumber] == 0
}
