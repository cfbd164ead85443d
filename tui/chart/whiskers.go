package chart

// whiskers is an interval in cells. Its arms are drawn under the lines of a
// chart and its ends over them.
type whiskers struct {
	on          bool
	from, to    int
	left, right string
	arm         string
	openLeft    bool
	openRight   bool
}

// whiskers places an interval. A side that is nil or not finite is open; like a
// side beyond the axis it ends in an arrow. Without either side there is none.
func (s sheet) whiskers(c canvas, lower, upper *float64, at func(float64) (float64, bool)) whiskers {
	if lower == nil && upper == nil {
		return whiskers{}
	}
	g := s.t.Glyphs
	w := whiskers{
		on: true, from: 0, to: len(c) - 1, arm: g.Whisker,
		left: g.ArrowLeft, right: g.ArrowRight, openLeft: true, openRight: true,
	}
	side := func(p *float64) (int, bool) {
		v, ok := given(p)
		if !ok {
			return 0, false
		}
		pos, inside := at(v)
		return c.place(pos), inside
	}
	if i, ok := side(lower); ok {
		w.from, w.left, w.openLeft = i, g.WhiskerLeft, false
	}
	if i, ok := side(upper); ok {
		w.to, w.right, w.openRight = i, g.WhiskerRight, false
	}
	return w
}

func (w whiskers) arms(c canvas) {
	if w.on {
		c.fill(w.from, w.to+1, w.arm, inkText)
	}
}

// ends draws the two ends, except one that falls into the cell of the estimate.
func (w whiskers) ends(c canvas, dot int) {
	if !w.on {
		return
	}
	if w.from < dot || w.openLeft {
		c.put(w.from, w.left, inkText)
	}
	if w.to > dot || w.openRight {
		c.put(w.to, w.right, inkText)
	}
}
