package disclosure

import (
	"cmp"
	"slices"

	"wres/model"
)

// order is the order in which numbers are given up to protect others.
type order struct{ *sheet }

// giveUp hides the next number, or the next few, that help to protect a small one, and
// reports whether there were any. The order looks at where numbers stand and at what is
// shown: from what costs a reader least to what costs most.
func (s order) giveUp(small *number) bool {
	for _, step := range s.steps(small) {
		hidden := false
		for _, p := range step {
			hidden = s.conceal(p) || hidden
		}
		if hidden {
			s.settle()
			return true
		}
	}
	return false
}

// steps lists what can be given up for a small number, a step a list of places.
func (s order) steps(small *number) [][]place {
	var steps [][]place
	for _, p := range small.places {
		switch {
		case p.kind.workforce():
			steps = append(steps, s.staffSteps(p)...)
		case p.kind == boardRows:
			steps = append(steps, s.boardSteps(p)...)
		default:
			steps = append(steps, s.eventSteps(p)...)
		}
	}
	return append(steps, s.everything(small)...)
}

// staffSteps gives up, for a number of staff: the tiers; the same column in the other rows
// of the table, the nearest first; the cluster's; and what the whole staff category and the
// workforce say of the column.
func (s order) staffSteps(p place) [][]place {
	steps := [][]place{s.table(table{kind: tierRows, category: p.category})}
	if p.kind == bandRows || p.kind == clusterRows {
		for _, row := range s.nearest(p) {
			steps = append(steps, []place{{p.table, row, p.column}})
		}
	}
	if p.kind == bandRows {
		for _, k := range []kind{seniorRows, clusterRows} {
			t := table{kind: k, category: p.category}
			for _, row := range s.nearestTo(p, t) {
				steps = append(steps, []place{{t, row, p.column}})
			}
		}
	}
	for _, t := range s.wholes(p) {
		steps = append(steps, []place{{t, 0, p.column}})
		if p.column != bme {
			steps = append(steps, []place{{t, 0, white}, {t, 0, unknown}})
		}
	}
	return steps
}

// wholes lists the staff category of a number, then the others, which can hide it among
// them, the nearest first and of two equally near the higher, and last the workforce. A number of the whole workforce is in no category.
func (s order) wholes(p place) []table {
	var own, others []table
	for _, t := range s.tables() {
		switch {
		case t.kind != categoryRow || p.kind == workforceRow:
		case t.category == p.category:
			own = append(own, t)
		default:
			others = append(others, t)
		}
	}
	far := func(t table) int { return distance(int(t.category), int(p.category)) }
	slices.SortStableFunc(others, func(a, b table) int {
		return cmp.Or(cmp.Compare(far(a), far(b)), cmp.Compare(b.category, a.category))
	})
	return append(append(own, others...), table{kind: workforceRow})
}

// nearest lists the other rows of a table: of the same cluster, then tier, then all, those
// nearer by first, and of two equally near the higher.
func (s order) nearest(p place) []int {
	rows := slices.DeleteFunc(s.rows(p.table), func(row int) bool { return row == p.row })
	slices.SortStableFunc(rows, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.apart(p, a), s.apart(p, b)), cmp.Compare(distance(p.row, a), distance(p.row, b)), cmp.Compare(b, a))
	})
	return rows
}

// apart is 0 for a band of the same cluster, 1 of the same tier, 2 of another.
func (s order) apart(p place, row int) int {
	if p.kind != bandRows {
		return 0
	}
	a, b := model.Band(p.row), model.Band(row)
	switch {
	case s.settings.Clusters[a] == s.settings.Clusters[b]:
		return 0
	case s.settings.Tiers[a] == s.settings.Tiers[b]:
		return 1
	}
	return 2
}

func distance(a, b int) int { return max(a-b, b-a) }

// nearestTo lists the rows of a table of clusters in the order of how near they are to a
// band: its own first.
func (s order) nearestTo(p place, t table) []int {
	own := int(s.settings.Clusters[model.Band(p.row)])
	rows := s.rows(t)
	slices.SortStableFunc(rows, func(a, b int) int {
		return cmp.Or(cmp.Compare(distance(own, a), distance(own, b)), cmp.Compare(b, a))
	})
	return rows
}

// eventSteps gives up, for a number of events or of those at risk: the total; the other of
// the two; and where those at risk are the workforce, what that says of the group.
func (s order) eventSteps(p place) [][]place {
	var steps [][]place
	events, atRisk := table{kind: eventRow, of: p.of}, table{kind: atRiskRow, of: p.of}
	for _, t := range []table{events, atRisk} {
		steps = append(steps, []place{{t, 0, all}}, []place{{t, 0, p.column}})
	}
	whole := table{kind: workforceRow}
	if s.at[place{whole, 0, p.column}] == nil || s.at[place{whole, 0, p.column}] != s.at[place{atRisk, 0, p.column}] {
		return steps
	}
	steps = append(steps, []place{{whole, 0, white}, {whole, 0, unknown}})
	for _, t := range s.tables() {
		if t.kind <= categoryRow {
			steps = append(steps, s.columns(t, white, unknown))
		}
	}
	return steps
}

// boardSteps gives up, for a number of a board: the rest of its row; its column in all
// parts; all parts.
func (s order) boardSteps(p place) [][]place {
	steps := [][]place{{{p.table, p.row, white}}, {{p.table, p.row, bme}}, {{p.table, p.row, unknown}}, {{p.table, p.row, all}}}
	return append(steps, s.columns(p.table, p.column), s.table(p.table))
}

// table lists all places of a table, and columns those of some columns.
func (s *sheet) table(t table) []place { return s.columns(t, white, bme, unknown, all) }

func (s *sheet) columns(t table, columns ...column) []place {
	var places []place
	for _, row := range s.rows(t) {
		for _, c := range columns {
			places = append(places, place{t, row, c})
		}
	}
	return places
}

// everything gives up table after table, so that in the end nothing is left to tell: those
// of the kind that the number stands in first, the finer before the coarser.
func (s order) everything(small *number) [][]place {
	workforce := small.places[0].kind.workforce()
	tables := s.tables()
	slices.SortStableFunc(tables, func(a, b table) int {
		rank := func(t table) int {
			if t.kind.workforce() == workforce {
				return int(t.kind)
			}
			return int(t.kind) + 100
		}
		return cmp.Compare(rank(a), rank(b))
	})
	var steps [][]place
	for _, t := range tables {
		steps = append(steps, s.table(t))
	}
	return steps
}
