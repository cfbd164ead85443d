package chart

import (
	"slices"

	"wres/model/scale"
	"wres/tui/theme"
)

// LogAxis shows ratios, such as relative likelihoods: one row a year, a dot on a
// logarithmic axis with 1.00 in the middle, never a bar from 0.
//
//	    0.25       0.5   0.80 1.00 1.25   2.0       4.0
//	2023                   ·   │  · ├───●───┤       1.89
//	2024                   ·   │  ·     ├─┊─●───┤   2.45  North West 2.01
//	           ◂ ED more likely │ White more likely ▸
//
// Faint ticks stand at 0.80 and 1.25. A side of an interval that has no limit ends
// in an arrow; so does an estimate that has no place on the axis, as 0 has none.
// When narrow the axis shrinks to 15 cells and its numbers thin out, columns go
// from the highest Drop number down, labels get a line of their own, and last the drawing
// goes; captions get shorter and then move to lines of their own. Lines are not padded.
type LogAxis struct {
	Rows      []RatioRow
	Columns   []BarColumn // of the rows' texts
	Sides     []Sides     // what the directions mean, in the most words first
	Interval  string      // what the whiskers are, such as "95% CI"
	Explained int         // the column whose title says it too
	Other     string      // what the benchmarks are, which the last column says too
	Space     int         // blank lines between rows

	Cursor   bool
	Selected int
}

// RatioRow is one year.
type RatioRow struct {
	Label        string
	Value        float64
	Defined      bool
	Texts        []string // by LogAxis.Columns: the figure first
	Lower, Upper *float64 // both nil: no interval; one nil or infinite: open there
	Benchmarks   []float64
	Reason       string // why there is no dot
}

// Lines returns the line of the axis, those of each row, and those that say what the two
// directions mean.
func (c LogAxis) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	s := columnSheet(t, width, 15, wishAxis, c.Cursor, c.Columns)
	axis := c.axis()
	for i, row := range c.Rows {
		s.add(entry{
			label: row.Label, texts: slices.Clone(row.Texts), inks: inksOf(c.Columns),
			selected: c.Cursor && i == c.Selected,
			draw:     func(cells canvas) { c.ratio(s, cells, axis, row) },
		}, row.Defined && finite(row.Value), row.Reason)
	}
	l := s.fit()
	rows = s.each(l, c.Space, func(cells canvas) { c.level(s, cells, axis) })
	if !s.drawn() {
		return nil, rows, nil
	}
	head = s.scaleLine(l, centred(logNumbers(axis), l.plot))
	keys := s.whiskersKey(l, c.Interval, c.Explained)
	if last := len(l.texts) - 1; c.Other != "" && l.plot > 0 && last >= 0 && l.texts[last] == 0 {
		keys = append(keys, Key{t.Glyphs.Benchmark, c.Other, t.Styles.Benchmark})
	}
	foot = append(s.captionLines(l, c.Sides), keys.lines(t, width)...)
	return cut(head, width), rows, cut(foot, width)
}

// axis holds all estimates and ends of intervals, with 1.00 in its middle.
func (c LogAxis) axis() scale.Log {
	var values []float64
	for _, row := range c.Rows {
		if !row.Defined {
			continue
		}
		values = append(append(values, row.Value), row.Benchmarks...)
		for _, p := range []*float64{row.Lower, row.Upper} {
			if v, ok := given(p); ok {
				values = append(values, v)
			}
		}
	}
	return scale.Ratio(values...)
}

// ratio draws one row; what matters most is drawn last. The ends of an interval
// lie over the line at 1.00: on which side of it they stand is the question.
func (r LogAxis) ratio(s sheet, c canvas, axis scale.Log, row RatioRow) {
	g := s.t.Glyphs
	at := func(v float64) (float64, bool) { return axis.At(v), axis.Holds(v) }
	line := func(v float64, glyph string, k ink) {
		if finite(v) && axis.Holds(v) {
			c.put(c.place(axis.At(v)), glyph, k)
		}
	}
	r.level(s, c, axis)
	dot := c.place(axis.At(row.Value))
	whiskers := s.whiskers(c, row.Lower, row.Upper, at)
	whiskers.arms(c)
	for _, v := range row.Benchmarks {
		line(v, g.Benchmark, inkBenchmark)
	}
	line(1, g.Reference, inkReference)
	whiskers.ends(c, dot)
	switch {
	case row.Value < axis.Min:
		c.put(dot, g.ArrowLeft, inkAccent)
	case row.Value > axis.Max:
		c.put(dot, g.ArrowRight, inkAccent)
	default:
		c.put(dot, g.Dot, inkAccent)
	}
}

// level draws what stands in every row: 1.00, and the ticks beside it.
func (LogAxis) level(s sheet, c canvas, axis scale.Log) {
	for _, at := range []struct {
		value float64
		glyph string
		ink   ink
	}{{0.8, s.t.Glyphs.Tick, inkFaint}, {1.25, s.t.Glyphs.Tick, inkFaint}, {1, s.t.Glyphs.Reference, inkReference}} {
		if axis.Holds(at.value) {
			c.put(c.place(axis.At(at.value)), at.glyph, at.ink)
		}
	}
}
