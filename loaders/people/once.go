package people

import (
	"wres/loaders/kinds"
	"wres/loaders/people/personyears"
	"wres/model"
)

// unitePeople unites who is on the list once its rows are read, with the workers
// that read them.
func (li *List) unitePeople(workers ...*worker) {
	var all []*personyears.Adder
	for _, w := range workers {
		all = append(all, w.people)
	}
	li.people.Unite(all...)
}

// commit makes the people of the list known to the folder. Until then nothing of it
// is, so that a list can be given up and read anew.
func (li *List) commit() {
	e := li.file.Fit.Extract
	all := &li.p.staff
	if e.Figures == kinds.Events {
		all = li.p.events[e.Kind]
	} else if e.Figures != kinds.Workforce {
		li.holdDays(nil)
		return // each row is a person
	}
	if all.Empty() {
		all.Replace(li.people)
		li.holdDays(nil)
		return
	}
	w := li.newWorker() // it holds what another list's people change in the accounts
	elsewhere := w.eventAgain
	both := map[model.Year]int{}
	if e.Figures == kinds.Workforce {
		elsewhere = func(y model.Year, value, before uint64) uint64 {
			if value&before&isCounted != 0 {
				both[y]++
			}
			return w.assignmentElsewhere(y, value, before)
		}
	}
	all.Merge(li.people, elsewhere)
	li.merge(w)
	li.holdDays(both)
	li.people = nil
}

// assignmentAgain counts a person of a staff list, or a further assignment of one.
func (w *found) assignmentAgain(y model.Year, value, before uint64) (mark uint64) {
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
func (w *found) assignmentElsewhere(y model.Year, value, before uint64) (mark uint64) {
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
func (w *found) eventAgain(_ model.Year, _, before uint64) (mark uint64) {
	if before != 0 {
		w.notes[againInYear]++
	}
	return 0
}
