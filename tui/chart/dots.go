package chart

import (
	"slices"

	"wres/model/scale"
	"wres/tui/theme"
)

// Dots shows how a share moved: one row a band, a dot for each year, all on one scale
// from 0, which stands above them.
//
//	   0%      5%      10%     15%    20%     25%     2022  2023  2024
//	8a                           ·──○─●  │            15.7  17.4  18.5
//
// The years differ by their marks: filled for the chosen one, open for the one that it
// is compared with, small for all others. Where two fall into one cell the one that is
// nearer to the chosen year is seen. When narrow the drawing shrinks, then columns go as
// in Bars. Lines are not padded, but for that of the row under the cursor.
type Dots struct {
	Rows      []DotRow
	Names     []string // of the years, by Dot.Kind
	Columns   []BarColumn
	Unit      string
	Reference Mark
	Space     int // blank lines between rows

	Cursor   bool
	Selected int
}

// DotRow is one band.
type DotRow struct {
	Label string
	Dots  []Dot
	Texts []string // by Dots.Columns
}

// Dot is one year: 0 is the chosen one, 1 the one it is compared with, 2 any other.
type Dot struct {
	Value float64
	Kind  int
}

// Lines returns the lines of the scale, those of each row, and those that explain the
// marks.
func (d Dots) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	s := sheet{brush: newBrush(t), width: width, minPlot: 12, wishPlot: wishPlot, cursor: d.Cursor}
	for _, column := range d.Columns {
		s.drops = append(s.drops, column.Drop)
		s.titles = append(s.titles, clean(t.Charset, column.Title))
	}
	axis := d.axis()
	for i, row := range d.Rows {
		e := entry{label: row.Label, texts: slices.Clone(row.Texts), selected: d.Cursor && i == d.Selected,
			draw: func(c canvas) { d.draw(s, c, axis, row.Dots) }}
		for _, column := range d.Columns {
			e.inks = append(e.inks, column.ink())
		}
		s.add(e, true)
	}
	l := s.fit()
	for i, e := range s.rows {
		lines := cut(s.row(nil, l, e), width)
		if i > 0 {
			for range d.Space {
				rows[i-1] = append(rows[i-1], s.row(nil, l, entry{continues: true, draw: func(c canvas) { d.draw(s, c, axis, nil) }})...)
			}
		}
		rows = append(rows, lines)
	}
	if l.plot == 0 || !axis.Valid() {
		return cut(s.scaleLine(l, nil), width), rows, nil
	}
	return cut(s.scaleLine(l, linearNumbers(t, axis, d.Unit, l.plot)), width), rows, cut(d.legend(s).lines(t, width), width)
}

func (d Dots) axis() scale.Linear {
	var values []float64
	for _, row := range d.Rows {
		for _, dot := range row.Dots {
			if finite(dot.Value) {
				values = append(values, dot.Value)
			}
		}
	}
	if v, ok := given(d.Reference.Value); ok {
		values = append(values, v)
	}
	return scale.Share(values...)
}

// draw fills the cells of one row: line, reference, and the years over them, the
// chosen one last.
func (d Dots) draw(s sheet, c canvas, axis scale.Linear, dots []Dot) {
	dots = slices.DeleteFunc(slices.Clone(dots), func(dot Dot) bool { return !finite(dot.Value) })
	slices.SortStableFunc(dots, func(a, b Dot) int { return b.Kind - a.Kind })
	least, most := len(c), -1
	for _, dot := range dots {
		i := column(axis, dot.Value, len(c))
		least, most = min(least, i), max(most, i)
	}
	c.fill(least, most, s.t.Glyphs.Whisker, inkFaint)
	if v, ok := given(d.Reference.Value); ok && axis.Holds(v) {
		c.put(column(axis, v, len(c)), s.t.Glyphs.Reference, inkReference)
	}
	for _, dot := range dots {
		glyph, k := s.yearDot(dot.Kind)
		c.put(column(axis, dot.Value, len(c)), glyph, k)
	}
}

// yearDot is the mark of a year.
func (s sheet) yearDot(kind int) (string, ink) {
	switch kind {
	case 0:
		return s.t.Glyphs.Dot, inkAccent
	case 1:
		return s.t.Glyphs.OpenDot, inkText
	}
	return s.t.Glyphs.Tick, inkText
}

func (d Dots) legend(s sheet) Legend {
	var l Legend
	for kind, name := range d.Names {
		glyph, k := s.yearDot(kind)
		style := s.t.Styles.Text
		if k == inkAccent {
			style = s.t.Styles.Accent
		}
		l = append(Legend{{glyph, name, style}}, l...)
	}
	if d.Reference.Value != nil {
		l = append(l, Key{s.t.Glyphs.Reference, d.Reference.Label, s.t.Styles.Reference})
	}
	return l
}
