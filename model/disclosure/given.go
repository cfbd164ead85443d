package disclosure

import (
	"slices"

	"wres/model"
)

// Rows is what the rows of a table are.
type Rows string

// What rows are, in the order in which tables are printed.
const (
	Bands       Rows = "bands"
	Clusters    Rows = "clusters"
	SeniorBands Rows = "senior bands" // 8c and above together, one row
	Tiers       Rows = "tiers"        // of pay, from which race disparity ratios are made
	Category    Rows = "category"     // one row
	Workforce   Rows = "workforce"    // one row
	Events      Rows = "events"       // of an indicator, one row
	AtRisk      Rows = "at risk"      // likewise
	PartEvents  Rows = "events in parts"
	PartAtRisk  Rows = "at risk in parts"
	Board       Rows = "board"
)

var rowsOf = map[kind]Rows{
	bandRows: Bands, clusterRows: Clusters, seniorRows: SeniorBands, tierRows: Tiers, categoryRow: Category, workforceRow: Workforce,
	eventRow: Events, atRiskRow: AtRisk, partEventRow: PartEvents, partAtRiskRow: PartAtRisk, boardRows: Board,
}

// Spot says where numbers stand: in which rows and columns of one table.
type Spot struct {
	Rows      Rows
	Category  model.StaffCategory // of tables of staff
	Indicator string              // of the others but the board: its ID
	Groups    []model.Group       // the columns
	Total     bool                // the column of all people is among them
	// At names the rows: bands, clusters or tiers by their number, parts of recruitment and
	// of the board by their place in the full figure. Nil: all rows of the table.
	At []int
}

// givenUp lists what is hidden and not small, table by table in the order of printing. A
// number that is printed in several places is listed where it is printed first.
func (s *sheet) givenUp() []Spot {
	var list []Spot
	for _, t := range s.tables {
		from := len(list)
		for c := white; c <= all; c++ {
			at := s.givenUpIn(t, c)
			if len(at) == 0 {
				continue
			}
			if s.hides(t, c) {
				at = nil
			}
			same := slices.IndexFunc(list[from:], func(g Spot) bool { return slices.Equal(g.At, at) && (g.At == nil) == (at == nil) })
			if same < 0 {
				same = len(list) - from
				list = append(list, Spot{Rows: rowsOf[t.kind], Category: t.category, Indicator: t.of, At: at})
			}
			if g := &list[from+same]; c == all {
				g.Total = true
			} else {
				g.Groups = append(g.Groups, model.Group(c))
			}
		}
	}
	return list
}

// givenUpIn lists the rows of a column whose number is given up there.
func (s *sheet) givenUpIn(t table, c column) (rows []int) {
	for _, row := range s.rows[t] {
		p := place{t, row, c}
		if n := s.at[p]; n != nil && n.hidden && !n.small && n.places[0] == p {
			rows = append(rows, row)
		}
	}
	return rows
}

// hides reports whether no row of a table shows a column.
func (s *sheet) hides(t table, c column) bool {
	return !slices.ContainsFunc(s.rows[t], func(row int) bool { return s.shown(place{t, row, c}) })
}
