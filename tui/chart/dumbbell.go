package chart

import (
	"wres/model/scale"
	"wres/tui/theme"
)

// Dumbbell shows two groups over the years on one axis from 0: one row a year, a
// filled and an open dot with a line between them.
//
//	    0%             5%             10%
//	2023        ○──────────────● White 10.2%  ED 4.0%  gap −6.2
//	2024                ○─●       White 6.5%  ED 5.6%  gap −0.9
//
// Dots in one cell show a third mark. When narrow the drawing shrinks to 12 cells
// and its numbers thin out, the gap goes, labels get a line of their own, and last the
// drawing goes. Lines are not padded.
type Dumbbell struct {
	First, Second string // names of the groups
	Rows          []PairRow
	Unit          string // after the numbers of the axis, such as "%"
	Benchmark     string // what the rows' benchmarks are, for the legend

	Cursor   bool
	Selected int
}

// PairRow is one year.
type PairRow struct {
	Label         string
	First, Second Point
	Gap           string    // the difference in words
	Benchmarks    []float64 // marks on this row
	Reason        string    // why neither point is defined
}

// Point is one group's value. One that is not defined has no dot; its Text says
// why in a word ("withheld").
type Point struct {
	Value   float64
	Defined bool
	Text    string
}

func (p Point) shown() bool { return p.Defined && finite(p.Value) }

// Lines returns the line of the axis, those of each row, and those that explain the marks.
func (d Dumbbell) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	s := sheet{
		brush: newBrush(t), width: width, minPlot: 12, cursor: d.Cursor,
		drops: []int{0, 0, 1},
	}
	axis := d.axis()
	for i, row := range d.Rows {
		s.add(entry{
			label: row.Label, texts: []string{row.First.Text, row.Second.Text, row.Gap}, inks: []ink{inkAccent, inkText, inkMuted},
			selected: d.Cursor && i == d.Selected,
			draw:     func(c canvas) { s.pair(c, axis, row) },
		}, row.First.shown() || row.Second.shown(), row.Reason)
	}
	l := s.fit()
	rows = s.each(l, 0, nil)
	if !s.drawn() {
		return nil, rows, nil
	}
	return cut(s.scaleLine(l, centred(linearNumbers(t, axis, d.Unit, l.plot), l.plot)), width), rows, cut(d.legend(t, width), width)
}

func (d Dumbbell) axis() scale.Linear {
	var values []float64
	for _, row := range d.Rows {
		for _, p := range []Point{row.First, row.Second} {
			if p.Defined {
				values = append(values, p.Value)
			}
		}
		values = append(values, row.Benchmarks...)
	}
	return scale.Share(values...)
}

// pair draws one row; the dots are drawn last, since they are the data.
func (s sheet) pair(c canvas, axis scale.Linear, row PairRow) {
	g := s.t.Glyphs
	first, second := c.place(axis.At(row.First.Value)), c.place(axis.At(row.Second.Value))
	both := row.First.shown() && row.Second.shown()
	if both {
		c.fill(min(first, second), max(first, second), g.Rule, inkFaint)
	}
	for _, v := range row.Benchmarks {
		if axis.Holds(v) {
			c.put(c.place(axis.At(v)), g.Benchmark, inkBenchmark)
		}
	}
	point := func(p Point, at int, glyph string, k ink) {
		if p.shown() {
			c.put(at, glyph, k)
		}
	}
	point(row.Second, second, g.OpenDot, inkSecond)
	point(row.First, first, g.Dot, inkAccent)
	if both && first == second {
		c.put(first, g.BothDot, inkAccent)
	}
}

func (d Dumbbell) legend(t theme.Theme, width int) []string {
	g, styles := t.Glyphs, t.Styles
	l := Legend{{g.Dot, d.First, styles.Accent}, {g.OpenDot, d.Second, styles.Second}}
	if d.First != "" && d.Second != "" {
		l = append(l, Key{g.BothDot, "both", styles.Accent})
	}
	return append(l, Key{g.Benchmark, d.Benchmark, styles.Benchmark}).lines(t, width)
}
