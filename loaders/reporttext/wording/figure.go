package wording

import (
	"math/big"
	"slices"

	"wres/loaders/reporttext/cell"
	"wres/model/indicator"
)

// Level is how near words stand to a figure.
type Level uint8

// The levels, the nearest first.
const (
	Beside  Level = iota // in the cell itself
	Row                  // the label of its row
	Column               // the head of its column
	Section              // a row above that is a heading
	Caption              // the table's
	Heading              // of the text
	levels
)

// Stack holds the facts at each level above a figure.
type Stack [levels]Facts

// Item is a printed figure, with what its row tells of how it is printed.
type Item struct {
	cell.Item
	Paired bool // its cell has a count beside a percentage
	Mixed  bool // some cell of its row has a % sign
}

// Figure is what a figure is a figure of, but for its year.
type Figure struct {
	Indicator, Name, Group, Part, Base string
}

// finder finds out what one figure is.
type finder struct {
	*Stack
	item Item
	ind  *indicator.Indicator

	group      string
	groupLevel Level
	strong     bool // a group of the standard is named
	two        bool // two of them are set against each other
	measure    Measure
	measured   Level
	counted    string
	base       string
	shared     bool // some words near say that it is a percentage
}

// Find answers false where the words do not say what a figure is of, or say two things.
func (s *Stack) Find(item Item) (Figure, bool) {
	for l := Beside; l < levels; l++ {
		if s[l].Foreign || l < Heading && (s[l].Others || s[l].Aside) {
			return Figure{}, false
		}
	}
	f := &finder{Stack: s, item: item}
	if f.ind = s.indicator(); f.ind == nil || !f.groups() {
		return Figure{}, false
	}
	f.measures()
	name, ok := f.name()
	signed := item.IsNumber && item.Number.Signed || item.Form == cell.Points
	if !ok || signed && name != string(Change) && name != string(Difference) {
		return Figure{}, false
	}
	found := Figure{Indicator: f.ind.ID, Name: name, Group: f.group, Part: f.part()}
	if f.percent() {
		found.Base = f.base
	}
	switch {
	case name == string(Relative):
		found.Group = "all"
	case name == string(Difference) && !f.strong:
		found.Group = "bme"
	}
	return found, true
}

// indicator finds the indicator: one that is named by its number near by, or of which the
// words are; what stands above decides where they leave it open.
func (s *Stack) indicator() *indicator.Indicator {
	for _, l := range []Level{Row, Column} {
		if len(s[l].Named) == 1 {
			return indicator.Lookup(s[l].Named[0])
		}
	}
	var topics []string
	for l := Beside; l <= Caption && len(topics) == 0; l++ {
		if topics = s[l].Topics; len(topics) == 0 && l == Column && (s[Row].Staff || s[Column].Staff) {
			return s.above() // the workforce, beside which the indicator's own figures stand
		}
	}
	for l := Row; l < levels; l++ {
		for _, id := range s[l].Named {
			if slices.Contains(topics, id) {
				return indicator.Lookup(id)
			}
		}
	}
	if slices.Contains(topics, s[Row].Lead) {
		return indicator.Lookup(s[Row].Lead)
	}
	if len(topics) > 1 { // what stands above may decide
		for l := Column; l < levels; l++ {
			for _, id := range s[l].Topics {
				if len(s[l].Topics) == 1 && slices.Contains(topics, id) {
					return indicator.Lookup(id)
				}
			}
		}
		return nil
	}
	switch {
	case len(topics) == 1:
		return indicator.Lookup(topics[0])
	case slices.Contains(s[Row].Groups, "known"), slices.Contains(s[Column].Groups, "known"):
		return indicator.Lookup(indicator.WorkforceID)
	}
	return s.above()
}

// above finds the indicator by what stands above the row.
func (s *Stack) above() *indicator.Indicator {
	staff := s[Row].Staff || s[Column].Staff || s[Beside].Staff
	part := s[Row].Part != "" || s[Column].Part != ""
	var named []string
	for l := Section; l < levels && len(named) == 0; l++ {
		if named = s[l].Named; len(named) == 0 && l == Heading && len(s[l].Topics) == 1 {
			named = s[l].Topics
		}
	}
	for _, id := range named {
		ind := indicator.Lookup(id)
		if staff && ind.Workforce && ind.Counts.AtRisk != "" { // those whom it counts among
			return ind
		}
		if (staff || part) && ind.Shape == indicator.Bands {
			return ind
		}
	}
	switch {
	case len(named) == 1 && !staff && !(part && indicator.Lookup(named[0]).Shape == indicator.Board):
		return indicator.Lookup(named[0])
	case len(named) > 1 && !slices.Contains(named, indicator.WorkforceID) && !staff && !part: // of which of them is not said
		return nil
	case staff, part, len(named) > 1, s[Section].Part != "", s[Section].Staff, s[Caption].Staff, s[Heading].Staff, s[Caption].Part != "":
		return indicator.Lookup(indicator.WorkforceID)
	}
	return nil
}

// groups finds the group. It answers false where several are named that are not set
// against each other.
func (f *finder) groups() bool {
	f.group = "all"
	for _, l := range []Level{Beside, Row, Column, Section} {
		switch g := f.Stack[l].Groups; {
		case len(g) == 1:
			f.group, f.groupLevel, f.strong = g[0], l, true
			return true
		case len(g) > 1 && slices.Contains(g, "white") && slices.Contains(g, "bme"):
			f.two = true
		case len(g) > 1:
			return false
		}
	}
	if f.Stack[Row].All || f.Stack[Column].All {
		return true
	}
	for _, l := range []Level{Caption, Heading} {
		if g := f.Stack[l].Groups; len(g) == 1 && !f.two {
			f.group, f.groupLevel, f.strong = g[0], l, true
			return true
		}
	}
	return true
}

// tells reports whether words say what kind of figure they are of.
func (f *Facts) tells() bool {
	return f.Measure != "" || f.Shared || f.Counted != "" || f.Staff || len(f.Topics) > 0
}

// measures finds the kind of figure that the words name, and the count.
func (f *finder) measures() {
	s := f.Stack
	for l := Beside; l < levels; l++ {
		if f.base == "" && l <= Section {
			f.base = s[l].Base
		}
		if f.counted == "" && l <= Caption {
			f.counted = s[l].Counted
		}
		f.shared = f.shared || s[l].Shared
	}
	if s[Row].Counted == "" && (s[Row].Staff || s[Row].Heads && len(s[Row].Topics) == 0) && f.ind.Workforce {
		f.counted = f.ind.Counts.AtRisk
	}
	if m := s[Column].Measure; m == Change || m == Difference || m == Respondents {
		f.measure, f.measured = m, Column
		return
	}
	for l := Beside; l < levels; l++ {
		if m := s[l].Measure; m != "" && !(l >= Caption && (m == Difference || m == Change)) {
			f.measure, f.measured = m, l
			return
		}
		if s[l].tells() && l != Row {
			return
		}
		if l == Row && s[l].tells() {
			f.measure, f.measured = s[Column].Measure, Column
			return
		}
	}
}

// bare reports whether a whole number stands for a percentage whose sign is left out.
func (f *finder) bare() bool {
	return f.measure == Share && !f.item.Mixed && !f.item.Paired
}

// percent reports whether the figure is a percentage.
func (f *finder) percent() bool {
	switch f.item.Form {
	case cell.Percent:
		return true
	case cell.Whole, cell.Words:
		return f.bare()
	case cell.Decimal:
		return f.shared && f.measure != Relative || f.bare()
	}
	return false
}

// whole reports whether the figure can be a count.
func (f *finder) whole() bool {
	switch f.item.Form {
	case cell.Whole, cell.PartOf, cell.Words:
		return !f.bare()
	case cell.Decimal: // "1.625" may be so many thousand
		return !f.item.IsNumber || f.item.Number.Decimals == 3
	}
	return false
}

// name gives the name of the figure, by the shape of the indicator.
func (f *finder) name() (string, bool) {
	if f.measure == Change {
		return string(Change), f.item.Form != cell.PartOf && f.item.Form != cell.Words && (f.strong || f.Stack[Row].All || f.ind.Shape == indicator.Likelihood)
	}
	switch f.ind.Shape {
	case indicator.Bands:
		return f.ofBands()
	case indicator.Likelihood:
		return f.ofLikelihood()
	case indicator.Survey:
		return f.ofSurvey()
	case indicator.Board:
		return f.ofBoard()
	}
	return "", false
}

func (f *finder) ofBands() (string, bool) {
	switch {
	case f.measure == Relative, f.measure == Likelihood, f.measure == Difference, f.measure == Respondents:
		return "", false
	case f.percent():
		return "percentage-of-workforce", f.strong
	case f.whole():
		return "headcount", true
	}
	return "", false
}

func (f *finder) ofSurvey() (string, bool) {
	switch {
	case f.measure == Respondents:
		return string(Respondents), f.whole()
	case f.measure == Difference:
		return string(Difference), f.item.Form != cell.PartOf
	case f.measure == Relative, f.measure == Likelihood, f.measure == Number && f.item.Form != cell.Percent:
		return "", false
	case f.item.Form == cell.Percent, f.item.Form == cell.Words, f.item.Form == cell.Decimal, f.item.Form == cell.Whole && f.shared && !f.item.Paired && !f.item.Mixed:
		return string(Share), true
	}
	return "", false
}

func (f *finder) ofBoard() (string, bool) {
	switch {
	case f.measure == Relative, f.measure == Likelihood, f.measure == Respondents:
		return "", false
	case f.measure == Difference:
		return string(Difference), f.item.Form != cell.PartOf
	case f.percent():
		return "percentage-of-board", f.strong
	case f.whole():
		return "members", true
	}
	return "", false
}

func (f *finder) ofLikelihood() (string, bool) {
	counts := f.ind.Counts
	switch {
	case f.measure == Difference, f.measure == Respondents, f.item.Form == cell.Points:
		return "", false
	case f.measure == Relative, f.measure == Likelihood:
		return f.chance()
	case f.counted == "" || f.counted != counts.AtRisk && f.counted != counts.Events:
		if f.item.Form == cell.Decimal && !f.strong {
			return string(Relative), true
		}
		return string(Likelihood), f.item.Form == cell.Percent && f.strong
	case f.percent():
		return f.share()
	case f.item.Form == cell.Decimal && !f.strong && f.counted == counts.Events && f.measure != Number:
		return string(Relative), true
	case f.item.Form == cell.Decimal && f.strong && f.measure != Number && f.below(1):
		return string(Likelihood), true
	case f.whole():
		return f.counted, true
	}
	return "", false
}

// below reports whether the figure is a number of at most n.
func (f *finder) below(n int64) bool {
	return f.item.IsNumber && f.item.Number.Value.Cmp(big.NewRat(n, 1)) <= 0
}

// chance tells the likelihood of a group from the ratio of two. Where the words of the
// likelihood and the group stand at different levels ("Relative likelihood of appointment
// for:", "White staff"), or the figure is a percentage, it is that of the group.
func (f *finder) chance() (string, bool) {
	switch {
	case f.item.Form == cell.PartOf, f.item.Form == cell.Whole && !f.below(9):
		return "", false
	case !f.strong && !f.two && f.item.Form == cell.Percent && (f.Stack[Row].All || f.Stack[Column].All): // the rate of all groups together
		return string(Likelihood), true
	case !f.strong, f.two && f.groupLevel != Beside && f.groupLevel != Column:
		return string(Relative), f.measure == Relative || f.item.Form != cell.Percent
	case f.two && f.groupLevel == Column && f.measure == Relative && f.item.Form == cell.Decimal:
		return string(Relative), true
	case f.item.Form == cell.Percent, f.item.Form == cell.Words:
		return string(Likelihood), true
	case f.measure == Relative && f.groupLevel == f.measured:
		return string(Relative), true
	}
	return string(Likelihood), f.shared || f.below(1)
}

// share names a percentage of people: of all with the count, or of a group's.
func (f *finder) share() (string, bool) {
	counts := f.ind.Counts
	switch {
	case f.base == counts.AtRisk && f.counted == counts.Events:
		return string(Likelihood), f.strong
	case counts.Shares && (f.base == counts.AtRisk || f.base == counts.Events):
		return "percentage-of-" + f.base, f.strong
	case counts.Shares && (f.item.Paired || f.counted == counts.AtRisk):
		return "percentage-of-" + f.counted, f.strong
	case f.item.Paired, f.counted != counts.Events: // of whom is not said
		return "", false
	}
	return string(Likelihood), f.strong
}

// part names the part of the indicator.
func (f *finder) part() string {
	var board, part, staffed string
	for l := Beside; l < levels; l++ {
		if board == "" && l < Heading {
			board = f.Stack[l].Board
		}
		if part == "" && l < Heading {
			part = f.Stack[l].Part
		}
		if staffed == "" {
			staffed = f.Stack[l].Staffed
		}
	}
	switch {
	case f.ind.Shape == indicator.Board && board == "":
		return string(indicator.WholeBoard)
	case f.ind.Shape == indicator.Board:
		return board
	case f.ind.Shape != indicator.Bands:
		return part
	case staffed != "" && part != "":
		return staffed + " " + part
	}
	return staffed + part
}
