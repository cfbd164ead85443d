package chart

import (
	"cmp"
	"slices"
	"strings"

	"wres/model/scale"
	"wres/tui/theme"
)

// Bars compares shares: one row a band or cluster, a bar for each series, all on
// one scale from 0, which stands above them.
//
//	    0%      10%     20%     30%     40%
//	8a ▆▆▆▆▆▆▆▆▄▄▄▂▂▂▂    │   ┊            12.1%  33/273
//
// A bar with an interval fades: it is sure to its lower limit, likely to the figure
// and possible to its upper limit. One without is plain. Where it gets lower, and not
// lighter, it can be told from what is behind it, and rows have air between them. The lines of the reference
// and the benchmark go through every bar. When narrow the bar shrinks, then columns go
// from the highest Drop number down, brackets lose their words, labels get a line of
// their own, and last the bars go; see the package comment. Lines are not padded.
type Bars struct {
	Rows      []BarRow
	Series    []string // names for the legend, by Value.Series; at most three
	Columns   []BarColumn
	Unit      string  // of the scale's numbers, such as "%"; "" draws no scale
	Max       float64 // right end of the scale; 0 chooses a round one
	Reference Mark    // overall share
	Benchmark Mark    // a second comparison
	Interval  string  // what the limits are, such as "95% CI"; "" explains no fading
	Brackets  []Bracket
	Space     int // blank lines between rows
	Least     int // cells of a bar for which columns give way; 0: as many as tell bars apart

	Cursor   bool // mark the selected row
	Selected int
}

// BarColumn is a column of texts right of the bars: the first of Value.Text, the second
// of Value.Detail, those after of Value.More. Without any, a Detail is the first to go.
type BarColumn struct {
	Title  string
	Drop   int // columns go from the highest number down; 0 never goes
	Muted  bool
	Strong bool // it says what is clear, of the values that are
}

func (c BarColumn) ink() ink {
	switch {
	case c.Muted:
		return inkMuted
	case c.Strong:
		return inkKey
	}
	return inkText
}

// BarRow is one row: a line for each value, the first with the label.
type BarRow struct {
	Label  string
	Values []Value
	Reason string // why there is no bar, unless the value says its own
}

// drawn reports whether a row has any bar.
func (r BarRow) drawn() bool { return slices.ContainsFunc(r.Values, Value.drawn) }

func (v Value) drawn() bool { return v.Defined && finite(v.Value) }

// Value is one bar.
type Value struct {
	Value        float64
	Defined      bool
	Text         string   // the figure, such as "12.1%"
	Detail       string   // its counts, such as "33 of 273"
	More         []string // of further columns
	Clear        bool     // what a Strong column says of it
	Series       int
	Lower, Upper *float64 // interval; drawn when both are set
	Benchmark    *float64 // a mark on this bar alone
	Name         string   // whose it is, where a row has several; stands behind the row's label
	Reason       string   // why it is not defined
}

// Bracket joins rows that say something together, which stands beside them: a piece a
// row while there are rows, and all others on the last.
type Bracket struct {
	From, To int // rows, To included
	Pieces   []string
	Strong   bool // it is clear
}

// Lines returns the lines of the scale, those of each row, and those that explain the
// marks, so that a panel can keep the row under its cursor in sight.
func (b Bars) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	s := b.sheet(t, width)
	axis := b.axis()
	space := b.Space
	if !slices.ContainsFunc(b.Rows, BarRow.drawn) { // lines that nothing stands on
		space = 0
	}
	var of []int // the row of each entry
	for i, row := range b.Rows {
		for range space {
			if i > 0 {
				s.rows = append(s.rows, entry{continues: true, draw: func(c canvas) { b.lines(s, c, axis, -1) }})
				of = append(of, i-1)
			}
		}
		from := len(s.rows)
		b.add(&s, axis, row, b.Cursor && i == b.Selected)
		for range s.rows[from:] {
			of = append(of, i)
		}
	}
	b.bracket(s.rows, of)
	l := s.fit()
	rows = make([][]string, len(b.Rows))
	for i, e := range s.rows {
		rows[of[i]] = s.row(rows[of[i]], l, e)
	}
	for _, lines := range rows {
		cut(lines, width)
	}
	return cut(b.head(s, l, axis), width), rows, cut(b.foot(s, l, axis), width)
}

func (b Bars) sheet(t theme.Theme, width int) sheet {
	s := sheet{brush: newBrush(t), width: width, minPlot: 6, cursor: b.Cursor}
	if len(b.Columns) == 0 {
		s.drops = []int{0, 1}
		return s
	}
	s.wishPlot = cmp.Or(b.Least, wishPlot)
	for _, column := range b.Columns {
		s.drops = append(s.drops, column.Drop)
		s.titles = append(s.titles, clean(t.Charset, column.Title))
	}
	return s
}

func (b Bars) axis() scale.Linear {
	if b.Max > 0 && finite(b.Max) {
		return scale.Linear{Max: b.Max}
	}
	var values []float64
	add := func(p *float64) {
		if v, ok := given(p); ok {
			values = append(values, v)
		}
	}
	for _, row := range b.Rows {
		for _, v := range row.Values {
			if v.Defined {
				values = append(values, v.Value)
				add(v.Upper)
				add(v.Benchmark)
			}
		}
	}
	add(b.Reference.Value)
	add(b.Benchmark.Value)
	return scale.Share(values...)
}

func (b Bars) add(s *sheet, axis scale.Linear, row BarRow, selected bool) {
	values := row.Values
	if len(values) == 0 {
		values = []Value{{}}
	}
	for i, v := range values {
		e := entry{
			texts: append([]string{v.Text, v.Detail}, v.More...), inks: []ink{inkText, inkMuted},
			draw: func(c canvas) { b.draw(*s, c, axis, v) }, tabular: len(b.Columns) > 0 && v.Reason != "",
		}
		for j, column := range b.Columns {
			if e.inks = append(e.inks[:min(j, len(e.inks))], column.ink()); column.Strong && !v.Clear {
				e.inks[j] = inkMuted
			}
		}
		e.label = named(row.Label, v.Name, i == 0)
		if i == 0 {
			e.selected = selected
		} else {
			e.further = selected
		}
		s.add(e, v.drawn(), v.Reason, row.Reason)
	}
}

// named is the label of a bar: the row's on the first, and below it the bar's own name.
func named(row, bar string, first bool) string {
	switch {
	case bar == "" && !first:
		return ""
	case bar == "":
		return row
	case first:
		return row + " " + bar
	}
	return strings.Repeat(" ", theme.Width(row)+1) + bar
}

// bracket writes the brackets as the notes of their rows.
func (b Bars) bracket(entries []entry, of []int) {
	for _, br := range b.Brackets {
		first, last := slices.Index(of, br.From), -1
		for i, row := range of {
			if row <= br.To && !entries[i].continues {
				last = i
			}
		}
		if first < 0 || last <= first {
			continue
		}
		said := br.Pieces
		for i := first; i <= last; i++ {
			e := &entries[i]
			e.joined, e.strong = joinedInside, br.Strong
			switch i {
			case first:
				e.joined = joinedFirst
			case last:
				e.joined = joinedLast
			}
			switch {
			case e.continues || len(said) == 0:
			case i == last:
				e.note, said = strings.Join(said, " "), nil
			default:
				e.note, said = said[0], said[1:]
			}
		}
	}
}

// head is the scale, with the titles of the columns beside it.
func (b Bars) head(s sheet, l layout, axis scale.Linear) []string {
	var numbers []number
	if b.Unit != "" && s.drawn() && axis.Valid() {
		numbers = linearNumbers(s.t, axis, b.Unit, l.plot)
	}
	return s.scaleLine(l, numbers)
}

// foot explains the marks. The two lines are named where they stand, one left and one
// right of its line, while there is room; the others follow.
func (b Bars) foot(s sheet, l layout, axis scale.Linear) []string {
	if !s.drawn() {
		return nil
	}
	named := b.named(s, l, axis)
	full := b.legend(s, l, "at least", "at most, "+b.Interval)
	if named == "" {
		return append(b.marks(s), full...).lines(s.t, s.width)
	}
	for _, legend := range []Legend{full, b.legend(s, l, "least", "most")} {
		if rest := legend.lines(s.t, s.width-theme.Width(named)-2); len(rest) == 1 {
			return []string{named + "  " + rest[0]}
		}
	}
	return append([]string{named}, full.lines(s.t, s.width)...)
}

// marks explains the lines across the bars.
func (b Bars) marks(s sheet) Legend {
	var l Legend
	if b.Reference.Value != nil {
		l = append(l, Key{s.t.Glyphs.Reference, b.Reference.Label, s.t.Styles.Reference})
	}
	if b.Benchmark.Value != nil {
		l = append(l, Key{s.t.Glyphs.Benchmark, b.Benchmark.Label, s.t.Styles.Benchmark})
	}
	return l
}

// legend explains series and fading, by words for the two limits.
func (b Bars) legend(s sheet, l layout, least, most string) Legend {
	g := s.t.Glyphs
	var legend Legend
	for i, name := range b.Series {
		glyph, k := s.plain(i)
		legend = append(legend, Key{glyph, name, s.styles[k]})
	}
	if b.Interval == "" || l.plot == 0 {
		return legend
	}
	accent := s.t.Styles.Accent
	return append(legend, Key{g.Sure, least, accent}, Key{g.Likely, "figure", accent},
		Key{g.Possible, most, accent})
}
