package tables

import (
	"fmt"

	"wres/model"
	"wres/model/audit/finding"
)

// unsigned gives a number without its sign.
func unsigned(n model.PrintedNumber) model.PrintedNumber {
	if n.Value.Sign() < 0 {
		n = model.PrintedNumber{Value: unsignedValue(n), Decimals: n.Decimals, Percent: n.Percent}
	}
	return n
}

// pairer sets figures that stand in two places beside each other.
type pairer struct{ *reader }

// twice tells of one figure that is printed in two places with two values. Which is right is
// told where the rest of its column agrees with one; else the place with more figures is
// believed, and the other one blamed.
func (r pairer) twice() {
	done := map[documentKey]bool{}
	for _, c := range r.cells {
		if done[c.key] || c.role == aChange {
			continue
		}
		done[c.key] = true
		of := r.at[c.key]
		right := r.believed(of)
		if right == nil {
			continue
		}
		for _, other := range of {
			if other != right && !other.spent && other.told() && !right.agrees(other) && !sameRow(right, other) {
				r.apart(right, other)
			}
		}
	}
}

// told reports whether a cell has a number.
func (c *cell) told() bool { return c.role == aCount && c.low <= c.high || len(c.readings) > 0 }

// sameRow reports whether two cells stand in one printed row: then they are two figures, of
// which it was not understood what tells them apart.
func sameRow(a, b *cell) bool {
	return a.Line > 0 && a.Line == b.Line || a.Row > 0 && a.Row == b.Row || a.Cell > 0 && a.Cell == b.Cell
}

// believed gives the cell of a figure that is right, if one of them is.
func (r pairer) believed(of []*cell) *cell {
	var best *cell
	for _, c := range of {
		switch {
		case !c.told():
		case best == nil, c.fits && !best.fits, c.fits == best.fits && !c.spent && best.spent,
			c.fits == best.fits && c.spent == best.spent && r.sources[c.Source] > r.sources[best.Source]:
			best = c
		}
	}
	return best
}

// apart tells of a cell that differs from another place where its figure stands.
func (r pairer) apart(right, c *cell) {
	if c.role == aDifference && unsigned(c.Number).Value.Cmp(unsigned(right.Number).Value) == 0 {
		return
	}
	place := ""
	switch {
	case right.Source != c.Source && right.Source != "":
		place = " in " + right.Source
	case right.Line > 0:
		place = fmt.Sprintf(" in line %d", right.Line)
	}
	says := fmt.Sprintf("%s is printed here, and %s%s.", c.Printed.Printed, right.Printed.Printed, place)
	if right.fits {
		says += " The rest of the column agrees with the latter."
	}
	severity := finding.Value
	if lastDigit(right, c) && (c.fits || !right.fits) {
		severity, says = finding.Note, says+" One may be cut off, and the other rounded."
	} else if r.otherThings(right, c) {
		severity, says = finding.Note, says+" All years of the two rows differ: they may be of two things."
	}
	r.find(c, finding.Twice, severity, c.Printed.Printed, right.Printed.Printed, says)
}

// lastDigit reports whether two percentages with as many decimals differ by one in the last.
func lastDigit(a, b *cell) bool {
	if a.role == aCount || a.decimals() == 0 || a.decimals() != b.decimals() {
		return false
	}
	by := spanOf(a.Number).minus(exactly(b.Number.Value)).size()
	return by.low.Cmp(last(a.Number)) <= 0 && exactly(last(a.Number)).meets(by)
}

// otherThings reports whether two rows of a table differ in every year that both have, of
// several: then their labels mean two things.
func (r pairer) otherThings(a, b *cell) bool {
	if a.Row == 0 || b.Row == 0 {
		return false
	}
	shared, differ := 0, 0
	for _, c := range r.series[a.line()] {
		if c.Row != a.Row || c.key.Figure != a.key.Figure {
			continue
		}
		for _, d := range r.at[c.key] {
			if d.Row == b.Row && c.told() && d.told() {
				shared++
				if !c.agrees(d) {
					differ++
				}
			}
		}
	}
	return shared > 1 && differ == shared
}
