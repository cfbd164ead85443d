// Package column finds the whole numbers of people behind the printed figures of one column
// of a table: how many of each group there were, and to how many of them something happened.
//
// Place in the flow: model/audit/tables hands it what a report prints of one indicator in one
// year; it answers whether any whole numbers print so, which, and which figures printed
// otherwise would let the rest agree. It knows no indicator and no words.
//
// A printed figure of d decimals stands for all values within half of its last digit, both
// ends included, since half is rounded up by one program and to even by another. The search
// cuts the ranges of eight numbers by every figure until nothing changes, parts the smallest
// range that is left, and goes on; what it gives is exact. Sources: Brown and Heathers 2017
// (GRIM) for a percentage and its counts; Fellegi and Holt 1976 for the fewest figures to
// change; Liffiton and Sakallah 2008 for the sets that are minimal.
package column

// Group is whose a figure is.
type Group uint8

// The groups, and all of them together.
const (
	White Group = iota
	BME
	Unknown
	All
	Known // White and BME: of a count only
)

// groups is how many there are beside All and Known.
const groups = 3

// Kind is what a figure tells of a group.
type Kind uint8

// The kinds. A share is of all groups' count; a rate is of the group's own people.
const (
	AtRisk        Kind = iota // how many people there were: shortlisted
	Events                    // to how many it happened: appointed
	ShareOfAtRisk             // % of those shortlisted who are of the group
	ShareOfEvents             // % of those appointed who are of the group
	Rate                      // % of the group's shortlisted who were appointed
	Ratio                     // the rate of white over that of BME, or the other way round
)

// Counted reports whether a figure of the kind is a number of people, from which the others
// are worked out.
func (k Kind) Counted() bool { return k == AtRisk || k == Events }

// Figure is one printed figure. Group is whose it is; of a ratio, the group on top (White or
// BME). Low and High are what a count may be; the others have Digits, the printed number
// times ten to the power of Decimals.
type Figure struct {
	Kind     Kind
	Group    Group
	Low      int64
	High     int64
	Digits   int64
	Decimals int
	Fraction bool // a share or rate printed as 0.27 and not as 27%
	Sign     bool // a % sign is printed behind it
	Row      int  // with at least so many decimals it is to be written
	Rest     bool // Digits are of a hundred per cent less what is printed: cutting makes them more
}

// Column is what is printed of one indicator in one year.
type Column struct {
	Figures []Figure
	Cut     Cut
	Halved  bool // its rates are of half of its events: the mean of two years
	Known   bool // its shares are of those whose ethnicity is known, and not of all
}

// Cut says which figures may be cut off, and not rounded.
type Cut uint8

// What is cut: nothing; shares and rates; and the ratio too.
const (
	Rounded Cut = iota
	RatesCut
	AllCut
)

// Solution is one set of whole numbers that prints as a column does, by group.
type Solution struct {
	AtRisk, Events [groups]int64
}

// Count gives a number of people of the solution, of a group or of all.
func (s Solution) Count(k Kind, g Group) int64 {
	of := s.AtRisk
	if k == Events {
		of = s.Events
	}
	switch g {
	case All:
		return of[White] + of[BME] + of[Unknown]
	case Known:
		return of[White] + of[BME]
	}
	return of[g]
}

// Answer is what a search found. Open: it neither found one nor excluded that there is one.
type Answer struct {
	Solutions []Solution // in no order that means something; at most as many as were asked for
	Many      bool       // there are more
	Open      bool

	told [numbers]bool
}

// Tells reports whether the solutions tell a number: whether something is printed of it.
func (a Answer) Tells(k Kind, g Group) bool {
	side := 0
	if k == Events {
		side = events
	}
	switch {
	case g == Known:
		return a.told[side+together] && a.told[side+int(Unknown)] || a.told[side+int(White)] && a.told[side+int(BME)]
	case g == All && !a.told[side+together]:
		return a.told[side+int(White)] && a.told[side+int(BME)] && a.told[side+int(Unknown)]
	}
	return k.Counted() && a.told[side+int(g)]
}

// gives reports whether the solutions tell what a figure is the quotient of.
func (a Answer) gives(f Figure) bool {
	switch f.Kind {
	case ShareOfAtRisk:
		return a.Tells(AtRisk, f.Group) && a.Tells(AtRisk, All)
	case ShareOfEvents:
		return a.Tells(Events, f.Group) && a.Tells(Events, All)
	case Rate:
		return a.Tells(AtRisk, f.Group) && a.Tells(Events, f.Group)
	case Ratio:
		other := White + BME - f.Group
		return a.Tells(AtRisk, f.Group) && a.Tells(Events, f.Group) && a.Tells(AtRisk, other) && a.Tells(Events, other)
	}
	return a.Tells(f.Kind, f.Group)
}

// None reports whether no whole numbers print so.
func (a Answer) None() bool { return len(a.Solutions) == 0 && !a.Many && !a.Open }

// MostPeople is the largest count that a search takes; products of it stay in 64 bits.
const MostPeople = 100_000_000

// mostDecimals of a percentage are told apart; beyond, its range is taken wider.
const mostDecimals = 6

// Usable reports whether a search can take the figure.
func (f Figure) Usable() bool {
	if f.Kind.Counted() {
		return f.Low >= 0 && f.High <= MostPeople && f.Low <= f.High
	}
	whole := pow10(f.Decimals)
	switch {
	case f.Digits < 0 || f.Decimals > 9:
		return false
	case f.Kind == Ratio:
		return f.Digits/whole < 10_000
	case f.Fraction:
		return f.Digits/whole < mostParts
	}
	return f.Digits/whole < 100*mostParts
}

// mostParts is how many times a whole a share may be, which it can't be and is contradicted.
const mostParts = 10

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
