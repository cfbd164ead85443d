package people

import (
	"sync/atomic"

	"wres/loaders/columns"
	"wres/loaders/parallel"
	"wres/model"
)

// keep counts a row of a person whom a number tells, under a value as the kind packs
// it. The person may have other rows.
func (w *worker) keep(p person, y model.Year, value uint64) {
	i := p.shard()
	page := w.pages[i]
	if len(page) == cap(page) {
		w.handOver(i)
		page = make(personPage, 0, pageRows)
	}
	w.pages[i] = append(page, personSlot{p.key(y), value})
}

// handOver gives a page to its shard.
func (w *worker) handOver(i int) {
	page, s := w.pages[i], &w.file.people.shards[i]
	if len(page) == 0 {
		return
	}
	w.pages[i] = nil
	s.Lock()
	defer s.Unlock()
	s.take(page)
	if s.full() {
		w.unite(s)
	}
}

// unite finds out which rows of a shard are of one person-year, and counts them.
func (w *worker) unite(s *shard) {
	w.index.forget()
	s.unite(&w.index, func(y model.Year, value, before uint64) uint64 { return w.again(&w.found, y, value, before) })
}

// unitePeople unites who is on the list once its rows are read, with the workers
// that read them.
func (li *List) unitePeople(workers ...*worker) {
	for _, w := range workers {
		for i := range w.pages {
			w.handOver(i)
		}
	}
	var taken atomic.Int64
	parallel.Do(len(workers), func(n int) {
		for i := taken.Add(1); i <= int64(len(li.people.shards)); i = taken.Add(1) {
			workers[n].unite(&li.people.shards[i-1])
		}
	})
}

// commit makes the people of the list known to the folder. Until then nothing of it
// is, so that a list can be given up and read anew.
func (li *List) commit() {
	e := li.file.Fit.Extract
	all := &li.p.staff
	if e.Figures == columns.Events {
		all = li.p.events[e.Kind]
	} else if e.Figures != columns.Workforce {
		return // each row is a person
	}
	if all.empty() {
		all.replace(li.people)
		return
	}
	w := li.newWorker() // it holds what another list's people change in the accounts
	elsewhere := w.again
	if e.Figures == columns.Workforce {
		elsewhere = assignmentElsewhere
	}
	all.add(li.people, func(y model.Year, value, before uint64) uint64 { return elsewhere(&w.found, y, value, before) })
	li.merge(w)
	li.people = nil
}

// assignmentAgain counts a person of a staff list, or a further assignment of one.
func assignmentAgain(w *found, y model.Year, value, before uint64) (mark uint64) {
	switch account := w.account(y); {
	case value&isCounted == 0:
	case before&isCounted == 0:
		account.people++
	default:
		account.excluded.SecondAssignment++
	}
	return w.contested(value, before)
}

// assignmentElsewhere makes a further assignment of someone who is counted in another
// list.
func assignmentElsewhere(w *found, y model.Year, value, before uint64) (mark uint64) {
	if value&before&isCounted != 0 {
		account := w.account(y)
		account.people--
		account.excluded.SecondAssignment++
	}
	return w.contested(value, before)
}

// contested marks a person whose rows of a year differ in ethnicity, and counts them
// once. Ways of not being known are no difference.
func (w *found) contested(value, before uint64) (mark uint64) {
	mark = (value | before) & isContested
	if value&before&isCounted == 0 || mark != 0 {
		return mark
	}
	_, e, _ := staffOf(value)
	_, was, _ := staffOf(before)
	if e == was || e.Group() == model.Unknown && was.Group() == model.Unknown {
		return 0
	}
	w.notes[contestedEthnicity]++
	return isContested
}

// eventAgain counts an event of someone who has had one that year.
func eventAgain(w *found, _ model.Year, _, before uint64) (mark uint64) {
	if before != 0 {
		w.notes[againInYear]++
	}
	return 0
}
