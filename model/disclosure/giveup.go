package disclosure

import (
	"cmp"
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// order is the order in which numbers are given up to protect others.
type order struct{ *sheet }

// steps lists what can be given up for a small number, a step a list of places.
func (s order) steps(small *number) [][]place {
	if s.rule.Base > 0 {
		return s.singly()
	}
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

// staffSteps gives up, for a number of staff: the tiers; White and unknown of clusters and
// bands; the BME staff of its own row and others of the table, the nearest first; the totals
// of these; and what the whole staff categories and the workforce say of the column.
func (s order) staffSteps(p place) [][]place {
	steps := [][]place{s.tiers(p.category)}
	if p.column != bme && p.column != all {
		for _, k := range []kind{seniorRows, clusterRows, bandRows} {
			steps = append(steps, s.columns(table{kind: k, category: p.category}, white, unknown))
		}
	}
	if p.kind == bandRows || p.kind == clusterRows {
		steps = append(steps, []place{{p.table, p.row, white}}, []place{{p.table, p.row, bme}})
		for _, c := range []column{bme, all} {
			for _, row := range s.nearest(p) {
				steps = append(steps, s.partner(p, row, c))
			}
			steps = append(steps, []place{{p.table, p.row, all}})
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

// partner lists what has to be hidden of another row so that somebody may be counted there as
// well as in a row: a column there, and all sums that hold one of the two rows and not the other.
func (s order) partner(p place, row int, c column) []place {
	step := []place{{p.table, row, c}}
	bands := [2]model.Band{s.bandOf(p.table, p.row), s.bandOf(p.table, row)}
	one := func(k kind, row int) { step = append(step, place{table{kind: k, category: p.category}, row, c}) }
	if clusters := [2]model.Cluster{s.settings.Clusters[bands[0]], s.settings.Clusters[bands[1]]}; clusters[0] != clusters[1] {
		one(clusterRows, int(clusters[0]))
		one(clusterRows, int(clusters[1]))
	}
	if p.kind == clusterRows {
		one(bandRows, int(bands[1]))
	}
	if indicator.SeniorBand(bands[0]) != indicator.SeniorBand(bands[1]) {
		one(seniorRows, 0)
	}
	if c == bme && s.settings.Tiers[bands[0]] != s.settings.Tiers[bands[1]] {
		step = append(step, s.tiers(p.category)...)
	}
	return step
}

// bandOf gives the band of a row, of a cluster its highest that has staff.
func (s order) bandOf(t table, row int) model.Band {
	if t.kind == bandRows {
		return model.Band(row)
	}
	highest := model.Band(0)
	for _, band := range s.rows[table{kind: bandRows, category: t.category}] {
		if b := model.Band(band); s.settings.Clusters[b] == model.Cluster(row) {
			highest = max(highest, b)
		}
	}
	return highest
}

// wholes lists the staff category of a number, then the others, which can hide it among
// them, the nearest first and of two equally near the higher, and last the workforce. A number of the whole workforce is in no category.
func (s order) wholes(p place) []table {
	var own, others []table
	for _, t := range s.tables {
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

// nearest lists the other rows of a table of bands or clusters: of the same cluster, then
// tier, then all, those nearer by first, and of two equally near the higher.
func (s order) nearest(p place) []int {
	if p.kind != bandRows && p.kind != clusterRows {
		return nil
	}
	rows := slices.DeleteFunc(slices.Clone(s.rows[p.table]), func(row int) bool { return row == p.row })
	slices.SortStableFunc(rows, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.apart(p, a), s.apart(p, b)), cmp.Compare(distance(p.row, a), distance(p.row, b)), cmp.Compare(b, a))
	})
	return rows
}

// apart is 0 for a row of the same cluster, 1 of the same tier, 2 of another.
func (s order) apart(p place, row int) int {
	a, b := s.bandOf(p.table, p.row), s.bandOf(p.table, row)
	switch {
	case s.settings.Clusters[a] == s.settings.Clusters[b]:
		return 0
	case s.settings.Tiers[a] == s.settings.Tiers[b]:
		return 1
	}
	return 2
}

func distance(a, b int) int { return max(a-b, b-a) }

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
	for _, t := range s.tables {
		if t.kind <= categoryRow {
			steps = append(steps, s.columns(t, white, unknown))
		}
	}
	return steps
}

// boardSteps gives up, for a number of a board: White and unknown of its row and of the whole
// board; its column in the parts of the board; White and unknown there; what else the parts
// have; and last how many of the whole board are BME, and how many members it has.
func (s order) boardSteps(p place) [][]place {
	at := func(row int, columns ...column) (step []place) {
		for _, c := range columns {
			step = append(step, place{p.table, row, c})
		}
		return step
	}
	steps := [][]place{at(p.row, white), at(p.row, unknown), at(wholeBoard, white), at(wholeBoard, unknown)}
	parts := slices.DeleteFunc(slices.Clone(s.rows[p.table]), func(row int) bool { return row == wholeBoard })
	slices.Reverse(parts)
	for _, columns := range [][]column{{p.column}, {white, unknown}, {bme}, {all}} {
		for _, row := range parts {
			steps = append(steps, at(row, columns...))
		}
	}
	return append(steps, at(wholeBoard, bme), at(wholeBoard, all))
}

// table lists all places of a table, and columns those of some columns.
func (s *sheet) table(t table) []place { return s.columns(t, white, bme, unknown, all) }

func (s *sheet) columns(t table, columns ...column) []place {
	var places []place
	for _, row := range s.rows[t] {
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
	tables := slices.Clone(s.tables)
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
