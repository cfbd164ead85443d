package disclosure

import (
	"fmt"

	"wres/model"
)

// Account says what a view hides, for the analyst alone: it is never part of the view.
type Account struct {
	Rule  Rule
	Years []YearAccount
}

// YearAccount is the account of a year.
type YearAccount struct {
	Year   model.Year
	Hidden int // numbers
	Small  int // of them, hidden for being small
	Level  map[model.StaffCategory]int
}

// Lines says what the view hides, as remarks beside it.
func (a *Account) Lines() []string {
	var lines []string
	for _, y := range a.Years {
		line := fmt.Sprintf("%s: %d numbers are hidden, %d of them for being small", y.Year, y.Hidden, y.Small)
		lines = append(lines, line)
	}
	return lines
}

func (a *Account) note(y model.Year, s *sheet, level map[model.StaffCategory]int) {
	of := YearAccount{Year: y, Level: level}
	for _, n := range s.numbers {
		if n.hidden && !n.derived() {
			of.Hidden++
		}
		if n.small && !n.derived() {
			of.Small++
		}
	}
	a.Years = append(a.Years, of)
}
