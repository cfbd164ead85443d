package column

// Swap is a reading of a column in which the figures of one kind of two groups stand in each
// other's place.
type Swap struct {
	Kinds  []Kind
	A, B   Group
	Answer Answer
}

// swapped are the kinds of figures that change places together.
var swapped = [][]Kind{{Rate}, {AtRisk, ShareOfAtRisk}, {Events, ShareOfEvents}}

// Swaps lists the exchanges of two groups' figures by which a column agrees.
func (c Column) Swaps(limit, steps int) []Swap {
	var all []Swap
	for _, kinds := range swapped {
		for a := White; a < groups; a++ {
			for b := a + 1; b < groups; b++ {
				other, changed := c.exchanged(kinds, a, b)
				if !changed {
					continue
				}
				left := steps
				if answer := other.search(limit, &left); len(answer.Solutions) > 0 {
					all = append(all, Swap{kinds, a, b, answer})
				}
			}
		}
	}
	return all
}

// exchanged gives the column with the figures of two groups exchanged; false where that
// changes nothing, or one of two is not printed.
func (c Column) exchanged(kinds []Kind, a, b Group) (Column, bool) {
	var figures []Figure
	values := map[Kind][2]*Figure{}
	for i, f := range c.Figures {
		g := f.Group
		for _, k := range kinds {
			if f.Kind == k && (g == a || g == b) {
				f.Group = a + b - g
				pair := values[k]
				if g == a {
					pair[0] = &c.Figures[i]
				} else {
					pair[1] = &c.Figures[i]
				}
				values[k] = pair
			}
		}
		figures = append(figures, f)
	}
	differ := false
	for _, pair := range values {
		if pair[0] == nil || pair[1] == nil {
			return Column{}, false
		}
		x, y := *pair[0], *pair[1]
		y.Group = x.Group
		differ = differ || x != y
	}
	c.Figures = figures
	return c, differ
}
