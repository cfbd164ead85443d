package report

// Draws reports whether a cell has a place in the chart: it holds a number, and one that
// is above 0 where the axis is logarithmic.
func (c Chart) Draws(v Cell) bool {
	return v.IsNumber() && (c.Kind != Ratios || v.Number > 0)
}

// Numbers lists all that has a place on the axis of values: the values, the ends of their
// intervals, and what they are seen against.
func (c Chart) Numbers() []float64 {
	var all []float64
	add := func(cells ...Cell) {
		for _, v := range cells {
			if c.Draws(v) {
				all = append(all, v.Number)
			}
		}
	}
	for _, s := range c.Series {
		for _, v := range s.Values {
			add(v.Cell, v.Lower, v.Upper)
		}
	}
	if c.Reference != nil {
		add(c.Reference.Cell)
	}
	return all
}
