package disclosure

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// Account says what a view hides, for the analyst alone: it is never part of the view.
type Account struct {
	Years []YearAccount
}

// YearAccount is the account of a year.
type YearAccount struct {
	Year   model.Year
	Hidden int // numbers that are hidden
	// Of them, each for one reason: for being small; in rows of few people who are all of one
	// group; survey shares of few respondents; in rows of staff that are finer than those that
	// are shown.
	Small, Uniform, Survey, Finer int
	// Coarser says of the staff categories whose bands are not shown in what rows their
	// staff are given.
	Coarser map[model.StaffCategory]Level
	GivenUp []Spot // what is hidden beside the small numbers, but survey shares
	kept    *kept
}

// Level is in what rows the staff of a category are given.
type Level string

// The levels, from the finest to the coarsest.
const (
	ByBand      Level = "band"
	ByCluster   Level = "cluster"
	ByTier      Level = "tier"
	AsCategory  Level = "category"
	InWorkforce Level = "workforce" // not by themselves
)

func (a *Account) note(y model.Year, s *attacked, level map[model.StaffCategory]int) {
	of := YearAccount{Year: y, Coarser: map[model.StaffCategory]Level{}, GivenUp: s.givenUp(), kept: &kept{readers: s}}
	for _, n := range s.numbers {
		if n.derived() || !n.hidden {
			continue
		}
		of.Hidden++
		switch {
		case n.small:
			of.Small++
		case n.uniform:
			of.Uniform++
		case n.finer:
			of.Finer++
		}
	}
	for category, l := range level {
		if l > 0 {
			of.Coarser[category] = levels[l].name
		}
	}
	a.Years = append(a.Years, of)
}

// answers notes survey shares that are hidden in the year that was noted last.
func (a *Account) answers(n int) {
	of := &a.Years[len(a.Years)-1]
	of.Survey, of.Hidden = of.Survey+n, of.Hidden+n
}

// Besides is how many numbers are hidden so that the others cannot be worked out.
func (y YearAccount) Besides() int { return y.Hidden - y.Small - y.Uniform - y.Survey - y.Finer }

// Of gives the account of a year; of one that has none an empty one.
func (a *Account) Of(y model.Year) YearAccount {
	for _, of := range a.Years {
		if of.Year == y {
			return of
		}
	}
	return YearAccount{Year: y}
}

// LevelOf says in what rows a figure of the workforce gives the staff of a category, from
// what it hides: a reader sees no more.
func LevelOf(f *indicator.Figure, c model.StaffCategory) Level {
	given := func(rows []indicator.BandRow) bool {
		return slices.ContainsFunc(rows, func(row indicator.BandRow) bool { return row.Category == c && !row.Hidden.Total })
	}
	tiers := slices.ContainsFunc(f.Disparity, func(d indicator.Disparity) bool { return d.Category == c && !d.Hidden })
	switch {
	case given(f.Bands):
		return ByBand
	case given(f.Clusters):
		return ByCluster
	case tiers:
		return ByTier
	case given(f.Categories):
		return AsCategory
	}
	return InWorkforce
}
