package people

import (
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// boardRow counts a member of the board.
func boardRow(w *worker, at int64) {
	y, ok := w.begin(at)
	if !ok {
		return
	}
	if w.ethnic.empty && w.refuseNote(at, ethnicityField, votingField, executiveField) {
		return
	}
	voting, executive := w.voting.Of(w.get(votingField)), w.executive.Of(w.get(executiveField))
	for _, c := range [...]struct {
		field listField
		ok    bool
	}{{votingField, voting.ok}, {executiveField, executive.ok}} {
		if !c.ok {
			w.say(source.Error, at, c.field, "is neither yes nor no; write yes, no, or leave it blank where it is not known")
			ok = false
		}
	}
	if !ok {
		w.refused++
		return
	}
	account := w.account(y)
	account.rows++
	account.people++
	w.ethnic.strange.note(at)
	w.counts.board[boardCell{y, model.Seat{Voting: voting.answer, Executive: executive.answer}, w.ethnic.Value}]++
}

// boardCell is where a member of the board is counted.
type boardCell struct {
	year      model.Year
	seat      model.Seat
	ethnicity model.Ethnicity
}

// placeBoardMembers puts the members into the boards of their years.
func (p *People) placeBoardMembers(org *model.Organisation) {
	tallies := map[boardCell]model.Tally{} // by year and seat
	for c, n := range p.counts.board {
		e := c.ethnicity
		c.ethnicity = 0
		addTo(tallies, c, e, n)
	}
	for c, t := range tallies {
		if !p.refuses("board", c.year) {
			org.Ensure(c.year).Board[c.seat] = withNoughts(t)
			p.placed = true
		}
	}
}

// answerCell is what a cell says that answers yes or no.
type answerCell struct {
	answer model.Answer
	ok     bool
}

func readAnswer(word string) func(string) answerCell {
	read := labels.AnswerOr(word)
	return func(raw string) (c answerCell) {
		c.answer, c.ok = read(raw)
		return c
	}
}
