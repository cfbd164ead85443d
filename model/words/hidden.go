package words

import (
	"fmt"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
)

// HiddenMark stands in place of a number that is hidden to protect people.
const HiddenMark = "[c]"

// roundedShort is a verdict that cannot be given of rounded counts, where there is little
// room.
const roundedShort = "cannot be told (rounded)"

// isHidden is behind what is hidden, in a sentence.
const isHidden = "is hidden to protect people " + HiddenMark

// hiddenSentence says of a figure that it is hidden, and not by which rule where there are
// several. A survey has one.
func hiddenSentence(ind *indicator.Indicator) string {
	why := "it is of few people, or would give away a figure that is"
	if ind.Shape == indicator.Survey {
		why = "too few people of a group responded"
	}
	return "This figure " + isHidden + ": " + why + "."
}

// Absent stands for a value that is not there: hidden, or undefined.
func Absent(hidden bool) string {
	if hidden {
		return HiddenMark
	}
	return undefined
}

// countText writes a count, or what stands for one that is not there.
func countText(n *int, hidden bool) string {
	if n == nil {
		return Absent(hidden)
	}
	return Thousands(*n)
}

// ofText writes a part of a whole: "144 of 427", "[c] of 22", or "n/a" where neither is
// known.
func ofText(n, of *int, hiddenN, hiddenOf bool) string {
	switch {
	case n != nil && of != nil, hiddenN && of != nil, hiddenOf && n != nil:
		return countText(n, hiddenN) + " of " + countText(of, hiddenOf)
	}
	return Absent(hiddenN || hiddenOf)
}

// HiddenIn reports whether what is said of the bands of a staff category beside each other
// is hidden.
func HiddenIn(f *indicator.Figure, c model.StaffCategory) bool {
	for _, row := range f.Bands {
		if row.Category == c && row.Hidden.Standing {
			return true
		}
	}
	return false
}

// Rounding says how counts are rounded, and that their sums may be others; "" where they are
// not.
func Rounding(w Voice) string {
	if w.Rounded == 0 {
		return ""
	}
	board := ""
	if w.Exact {
		board = " (those of the board are not)"
	}
	return fmt.Sprintf("Counts are rounded to the nearest %d, each by itself%s, so parts may not add up to their total.", w.Rounded, board)
}

// MadeOfRounded says what is made of rounded counts, and what is not; "" where they are none.
func MadeOfRounded(w Voice) string {
	if w.Rounded == 0 {
		return ""
	}
	return "Percentages and ratios of counts are worked out from the rounded counts, without confidence intervals or tests."
}

// ShownBy says in what rows the staff of a category are shown whose bands are not, and why,
// behind their name; "" of those whose bands are shown. What holds of one band holds of many.
func ShownBy(l disclosure.Level) string {
	by, coarser := map[disclosure.Level]string{
		disclosure.ByCluster: "shown by cluster of bands, not by band", disclosure.ByTier: "shown by tier of pay, not by band",
		disclosure.AsCategory: "shown as a whole, not by band", disclosure.InWorkforce: "not shown apart from the whole workforce",
	}[l]
	if !coarser {
		return ""
	}
	return " are " + by + ": otherwise too many of their numbers would have to be hidden"
}

// bandsHidden says of the bands of a staff category why nothing is said of them.
func bandsHidden(f *indicator.Figure, c model.StaffCategory) string {
	if by := ShownBy(disclosure.LevelOf(f, c)); by != "" {
		return Capital(CategoryStaff(c)) + by + " to protect people " + HiddenMark + "."
	}
	return "What can be said of the bands beside each other " + isHidden + "."
}
