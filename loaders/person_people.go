package loaders

import "wres/model"

// batchRows is how many rows of people a worker collects for a shard before it adds
// them: so many that the lock costs little and the shard's memory is fetched once.
const batchRows = 32

// batch is rows of people on their way into one shard.
type batch struct {
	n    int
	rows [batchRows]personSlot
}

// keep counts a row of a person whom a number tells, under a value as the kind packs
// it. The person may have other rows.
func (w *worker) keep(p person, y model.Year, value uint64) {
	i := p.shard()
	b := &w.batches[i]
	b.rows[b.n] = personSlot{p.key(y), value}
	if b.n++; b.n == batchRows {
		w.add(i)
	}
}

// add puts a batch into its shard.
func (w *worker) add(i int) {
	b, s := &w.batches[i], &w.file.people.shards[i]
	again := w.file.file.fit.extract.list.again
	s.Lock()
	w.touched ^= s.touch(b.rows[:b.n])
	for _, row := range b.rows[:b.n] {
		if s.room() < 1 {
			s.grow(w.file.toCome())
		}
		before := s.add(row)
		_, _, y := row.parts()
		again(w, y, row.value, before)
	}
	s.Unlock()
	b.n = 0
}

// toCome estimates how many times the people met so far the list holds, once a
// quarter of it has been read. Before that it says twice as many, as it does for a
// list of which that is not known: people may come again in what follows.
func (li *listFile) toCome() float64 {
	const early = 4
	if done := li.done.Load(); early*done > li.size {
		return float64(li.size) / float64(done)
	}
	return 2
}

// flush adds what is left in the batches.
func (w *worker) flush() {
	for i := range w.batches {
		w.add(i)
	}
}

// commit makes the people of the list known to the folder. Until then nothing of it
// is, so that a list can be given up and read anew.
func (li *listFile) commit() {
	kind := li.file.fit.extract.list
	if kind.people == nil {
		return
	}
	all := kind.people(&li.l.lists)
	if (*all).empty() {
		*all = li.people
		return
	}
	w := li.newWorker() // it holds what another list's people change in the accounts
	li.people.all(func(p person, y model.Year, value uint64) {
		kind.elsewhere(w, y, value, (*all).add(p, y, value))
	})
	li.merge(w)
	li.people = nil
}

// assignmentAgain counts a person of a staff list, or a further assignment of one.
func (w *worker) assignmentAgain(y model.Year, value, before uint64) {
	switch account := w.account(y); {
	case value&isCounted == 0:
	case before&isCounted == 0:
		account.people++
	default:
		account.excluded.SecondAssignment++
	}
}

// assignmentElsewhere makes a further assignment of someone who is counted in another
// list.
func (w *worker) assignmentElsewhere(y model.Year, value, before uint64) {
	if value&before&isCounted != 0 {
		account := w.account(y)
		account.people--
		account.excluded.SecondAssignment++
	}
}

// eventAgain counts an event of someone who has had one that year.
func (w *worker) eventAgain(_ model.Year, _, before uint64) {
	if before != 0 {
		w.notes[againInYear]++
	}
}
