package disclosure

import (
	"fmt"

	"wres/model"
)

// Account says what a view hides, for the analyst alone: it is never part of the view.
type Account struct {
	Years []YearAccount
}

// YearAccount is the account of a year.
type YearAccount struct {
	Year   model.Year
	Hidden int // numbers that are hidden
	Small  int // of them, hidden for being small
	// Coarser says of the staff categories whose bands are not shown in what rows their
	// staff are given: "cluster".
	Coarser map[model.StaffCategory]string
}

// levelNames are what the staff of a category are given by.
var levelNames = map[kind]string{
	clusterRows: "by cluster", tierRows: "by tier of pay", categoryRow: "as a whole", workforceRow: "within the whole workforce only",
}

func (a *Account) note(y model.Year, s *sheet, level map[model.StaffCategory]int) {
	of := YearAccount{Year: y, Coarser: map[model.StaffCategory]string{}}
	for _, n := range s.numbers {
		if n.derived() {
			continue
		}
		if n.hidden {
			of.Hidden++
		}
		if n.small {
			of.Small++
		}
	}
	for category, l := range level {
		if l > 0 {
			of.Coarser[category] = levelNames[levels[l]]
		}
	}
	a.Years = append(a.Years, of)
}

// Of gives the account of a year; of one that has none an empty one.
func (a *Account) Of(y model.Year) YearAccount {
	for _, of := range a.Years {
		if of.Year == y {
			return of
		}
	}
	return YearAccount{Year: y}
}

// Lines says what the view hides, as remarks beside it.
func (a *Account) Lines() []string {
	var lines []string
	for _, y := range a.Years {
		lines = append(lines, fmt.Sprintf("%s: %d numbers are hidden, %d of them for being small and the others because they would give such a number away", y.Year, y.Hidden, y.Small))
		for _, category := range append(model.StaffCategories(), model.AnyCategory) {
			if by, coarser := y.Coarser[category]; coarser {
				lines = append(lines, fmt.Sprintf("%s: %s are given %s: too many of their bands would have to be hidden", y.Year, staffOf(category), by))
			}
		}
	}
	return lines
}

func staffOf(c model.StaffCategory) string {
	if c == model.AnyCategory {
		return "staff without a category"
	}
	return c.String() + " staff"
}
