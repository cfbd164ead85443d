package disclosure

import (
	"maps"
	"slices"

	"wres/model"
)

// markSmall marks the numbers that are hidden for being small, and hides with them what
// the rule says about a row.
func (s *sheet) markSmall() {
	for _, n := range s.numbers {
		if s.rule.small(n.value) && !s.exempt(n) && !s.besideSmall(n) {
			n.small = true
			s.hideNumber(n)
		}
	}
	for _, t := range s.tables {
		for _, row := range s.rows[t] {
			s.protectRow(t, row)
		}
	}
	s.settle()
}

// besideSmall reports whether a number is White and unknown together in rows that hide
// their BME count anyway: then it is printed nowhere, and how small it is must change
// nothing, for it goes with the BME count.
func (s *sheet) besideSmall(n *number) bool {
	return n.derived() && !slices.ContainsFunc(n.places, func(p place) bool {
		of := s.at[place{p.table, p.row, bme}]
		return of == nil || !s.rule.small(of.value)
	})
}

// exempt reports whether a small number may be shown: that of staff of unknown ethnicity in
// a whole staff category or the workforce says nothing of anyone's ethnicity, also where one
// band is the whole of it, and the members of a board are named in public.
func (s *sheet) exempt(n *number) bool {
	whole := func(p place) bool { return p.column == unknown && (p.kind == categoryRow || p.kind == workforceRow) }
	if !s.rule.UnknownTotals && slices.ContainsFunc(n.places, whole) {
		return true
	}
	return !s.rule.Board && !slices.ContainsFunc(n.places, func(p place) bool { return p.kind != boardRows })
}

// hideNumber hides a number. One that is printed nowhere by itself, White and unknown
// together, can be told from the BME count and the total of each row that it stands in.
func (s *sheet) hideNumber(n *number) {
	n.hidden = true
	for _, p := range n.places {
		if p.column == rest {
			s.conceal(p)
		}
	}
}

// protectRow hides a row of a small number of people as a whole, and of a row of few people
// who are all of one group which it is.
func (s *sheet) protectRow(t table, row int) {
	if t.kind == tierRows || t.kind >= eventRow && t.kind < boardRows || t.kind == boardRows && !s.rule.Board {
		return
	}
	total := s.at[place{t, row, all}]
	if total == nil {
		return
	}
	uniform := func(c column) bool {
		n := s.at[place{t, row, c}]
		return n != nil && n.value == total.value
	}
	few := total.value > 0 && total.value < s.rule.UniformRow && (uniform(white) || uniform(bme))
	for c := white; c <= all; c++ {
		if total.small && total.hidden || few && c != all {
			s.conceal(place{t, row, c})
		}
		if n := s.at[place{t, row, c}]; few && c != all && n != nil {
			n.uniform = true
		}
	}
}

// settle hides what goes with what is hidden, until nothing more does. Of rounded counts
// nothing goes with another.
func (s *sheet) settle() {
	for changed := s.rule.Base == 0; changed; {
		changed = false
		for _, t := range s.tables {
			changed = s.settleTable(t) || changed
		}
	}
}

// allParts lists the parts of a year's recruitment.
func (s *sheet) allParts() []int { return slices.Sorted(maps.Keys(s.together)) }

// hideParts hides parts of a year's recruitment as a whole, and reports whether that changed
// anything.
func (s *sheet) hideParts(of string, rows []int) (changed bool) {
	for _, row := range rows {
		for c := white; c <= unknown; c++ {
			for _, k := range []kind{partEventRow, partAtRiskRow} {
				changed = s.conceal(place{table{kind: k, of: of}, row, c}) || changed
			}
		}
	}
	return changed
}

// tiers lists the places of the tiers of a staff category. One in which all of a group are is
// no number of its own: the ratios go with the others.
func (s *sheet) tiers(category model.StaffCategory) []place {
	return slices.DeleteFunc(s.columns(table{kind: tierRows, category: category}, white, bme), func(p place) bool {
		n := s.at[p]
		return n == nil || n.in(categoryRow) || n.in(workforceRow)
	})
}

// settleTable hides White and unknown in all rows of bands and clusters where one of them
// or a row is hidden anywhere, all tiers with one, the total of events with a group, and a
// part of recruitment with its other side, or with a group of the whole.
func (s *sheet) settleTable(t table) (changed bool) {
	rows := s.rows[t]
	any := func(columns ...column) bool {
		return slices.ContainsFunc(rows, func(row int) bool {
			return slices.ContainsFunc(columns, func(c column) bool {
				n := s.at[place{t, row, c}]
				return n != nil && n.hidden
			})
		})
	}
	hide := func(columns ...column) {
		for _, row := range rows {
			for _, c := range columns {
				changed = s.conceal(place{t, row, c}) || changed
			}
		}
	}
	switch t.kind {
	case bandRows, clusterRows, seniorRows:
		if any(white, unknown, all) {
			hide(white, unknown)
		}
	case tierRows:
		if any(white, bme) {
			for _, p := range s.tiers(t.category) {
				changed = s.conceal(p) || changed
			}
		}
	case eventRow, atRiskRow:
		if any(white, bme, unknown) {
			if n := s.at[place{t, 0, all}]; n != nil && !n.in(workforceRow) { // all staff are no secret of this indicator
				hide(all)
			}
			changed = s.hideParts(t.of, s.allParts()) || changed
		}
	case partEventRow, partAtRiskRow:
		for _, row := range rows {
			for c := white; c <= unknown; c++ {
				if n := s.at[place{t, row, c}]; n != nil && n.hidden {
					changed = s.hideParts(t.of, s.together[row]) || changed
				}
			}
		}
	}
	return changed
}
