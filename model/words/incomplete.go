package words

import (
	"strings"

	"wres/model/indicator"
)

// IncompleteMark stands behind a value of which something is missing.
const IncompleteMark = "*"

// Mark is IncompleteMark where a figure lacks something, else "".
func Mark(f *indicator.Figure) string {
	if f == nil || f.Incomplete == nil {
		return ""
	}
	return IncompleteMark
}

// Incomplete says what a figure lacks: "1 row, 2 cells"; "" where nothing.
func Incomplete(f *indicator.Figure) string {
	if f == nil || f.Incomplete == nil {
		return ""
	}
	return strings.Join(lacks(f.Incomplete), ", ")
}

// Without says the same behind a count: ", incomplete without 1 row".
func Without(f *indicator.Figure) string {
	if lacks := Incomplete(f); lacks != "" {
		return ", incomplete without " + lacks
	}
	return ""
}

func lacks(i *indicator.Incomplete) []string {
	var parts []string
	if i.Rows > 0 {
		parts = append(parts, rowsWords(i.Rows))
	}
	if i.Cells > 0 {
		parts = append(parts, cellsWords(i.Cells))
	}
	if n := i.Organisations; n > 0 {
		parts = append(parts, "figures of "+Thousands(n)+plural(n, " organisation", " organisations"))
	}
	return parts
}

// incompleteSentence says it in a sentence, with the people whom it can be; "" where
// nothing is missing.
func incompleteSentence(f *indicator.Figure) string {
	i := f.Incomplete
	if i == nil {
		return ""
	}
	s := "Incomplete: " + strings.Join(lacks(i), " and ") + " could not be used"
	switch {
	case i.AtMost == nil && i.AtLeast > 0:
		s += " (" + Thousands(i.AtLeast) + " people or more)"
	case i.AtMost != nil && *i.AtMost == i.AtLeast:
		s += " (" + peopleWords(i.AtLeast) + ")"
	case i.AtMost != nil:
		s += " (" + Thousands(i.AtLeast) + " to " + peopleWords(*i.AtMost) + ")"
	}
	return s + "."
}
