package settle

import (
	"fmt"
	"slices"

	"wres/loaders/kinds"
	"wres/model"
)

// Boards gives the members of the parts of boards that are given by margins, by year: a
// part is left out where no row says it, and a group of it where its row was refused.
type Boards map[model.Year]map[model.Seat]model.Tally

// Rows decides which facts of the rows of one kind stand, and refuses or sets aside the
// rows of which none may. It gives the facts of the rows that were read, in their order,
// and what boards are beside the sum of their facts. label is the folder's name of a group.
func Rows(rows []*Row, kind kinds.Figures, label func(model.Group) string) ([]*Fact, Boards) {
	switch kind {
	case kinds.Workforce, kinds.Board:
		settleSnapshots(rows)
	case kinds.Recruitment, kinds.Events:
		settleMonths(rows)
	}
	var facts []*Fact
	for _, r := range rows {
		if r.State == Used {
			facts = append(facts, r.Facts...)
		}
	}
	lost := lostOf(rows)
	switch kind {
	case kinds.Workforce:
		settleWorkforce(facts, lost)
	case kinds.Recruitment:
		settleRecruitment(facts, lost)
	case kinds.Events:
		settleEvents(facts, lost, label)
	case kinds.Board:
		return facts, settleBoards(rows, facts)
	case kinds.Survey, kinds.Statuses: // of several organisations the reader takes them together
		settleSingles(facts, false)
	case kinds.Benchmarks:
		settleSingles(facts, true)
	case kinds.Accounts: // they are no figures
	case kinds.Published: // a report may print one figure many times
	}
	return facts, nil
}

// Missing gives, for each row of a kind that is refused or lacks a figure, the facts that
// it would give and no row that stands does: sums of others are not among them, but for
// those of boards.
func Missing(rows []*Row, kind kinds.Figures) map[*Row][]*Fact {
	missing := map[*Row][]*Fact{}
	for _, r := range rows {
		if lost := r.lost(); len(lost) > 0 {
			missing[r] = lost
		}
	}
	if len(missing) == 0 { // as in most folders
		return nil
	}
	known := newGiven()
	for _, r := range rows {
		for _, f := range r.Facts {
			if f.Stands() {
				known.add(f)
			}
		}
	}
	for r, lost := range missing {
		missing[r] = slices.DeleteFunc(lost, func(f *Fact) bool {
			return f.AnyEthnicity || f.Explicit && kind != kinds.Board || known.before(f) != nil
		})
	}
	return missing
}

// rowsOf calls do for each row's facts, in order.
func rowsOf(facts []*Fact, do func(row []*Fact)) {
	for start := 0; start < len(facts); {
		end := start + 1
		for end < len(facts) && facts[end].Row == facts[start].Row {
			end++
		}
		do(facts[start:end])
		start = end
	}
}

// settleSingles settles figures that do not add up: the first of a cell stands,
// and the figures of a total are set aside. one says that they are of one organisation.
func settleSingles(facts []*Fact, one bool) {
	g := newGiven()
	byPlace := map[cellKey]*Fact{} // without the organisation
	rowsOf(facts, func(row []*Fact) {
		var parts []*Fact
		for _, f := range row {
			if f.Explicit {
				f.aside = true
			} else {
				parts = append(parts, f)
			}
		}
		if len(parts) > 0 && g.accept(parts) && one {
			oneOrganisation(byPlace, parts)
		}
		setAside(row)
	})
}

// oneOrganisation refuses a second organisation's figure: benchmarks cannot be added.
func oneOrganisation(first map[cellKey]*Fact, facts []*Fact) {
	for _, f := range facts {
		k := f.key()
		k.dims[0] = ""
		if other := first[k]; other != nil && other.Row != f.Row {
			f.Row.Refuse(f.Column, f.Row.File.FieldAt(f.Column), fmt.Sprintf(
				"%s is given for two organisations, and such figures cannot be added; %s stands: choose one with --organisation",
				f.words(), other.Row.Place()))
			return
		}
	}
	for _, f := range facts {
		k := f.key()
		k.dims[0] = ""
		first[k] = f
	}
}

// setAside puts a row aside whose facts are all sums of others.
func setAside(facts []*Fact) {
	r := facts[0].Row
	if r.State == Used && !slices.ContainsFunc(facts, func(f *Fact) bool { return !f.aside }) {
		r.State = Aside
	}
}
