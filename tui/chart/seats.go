package chart

import (
	"slices"

	"wres/tui/theme"
)

// Seats shows who sits on a board: a row a board or a part of one, and a mark a seat.
//
//	2023 ● ○ ○ ┊ ○ ○ │ ○ ○ ○ ○  1 of 9   11.1%
//	2024 ● ● ○ ┊ ○ ○ │ ○ ○ ○ ·  2 of 10  20.0%
//
// A line stands where the seats would end that a share of them is, such as that of the
// workforce: as many marks of the first group as stand left of it are not more than that
// share. Boards of more seats than mostSeats, and those with more than fit, are bars of
// 100% instead, all of them, so that rows can be compared. When narrow columns go from the
// highest Drop number down, then the bars shrink, labels get a line of their own, and last
// the bars go. Lines are not padded, but for that of the row under the cursor.
type Seats struct {
	Rows    []SeatRow
	Groups  []string // names for the legend, by SeatRow.Counts; at most three
	Columns []BarColumn
	Level   string // what the line is; "": it is not explained
	Other   string // what the second line is
	Space   int    // blank lines between rows

	Cursor   bool
	Selected int
}

// SeatRow is one board.
type SeatRow struct {
	Label        string
	Counts       []int    // seats of each group
	Level, Other *float64 // shares at which the lines stand
	Texts        []string // by Seats.Columns
	Reason       string   // why there are no marks
}

// mostSeats is how many marks can be counted at a glance.
const mostSeats = 30

func (r SeatRow) seats() int {
	n := 0
	for _, c := range r.Counts {
		n += max(c, 0)
	}
	return n
}

// Lines returns the line of the columns' titles, those of each row, and those that explain
// the marks.
func (b Seats) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	most := 0
	for _, row := range b.Rows {
		most = max(most, row.seats())
	}
	wish := wishPlot
	if most <= mostSeats {
		wish = max(2*most+1, 9)
	}
	s := columnSheet(t, width, 9, wish, b.Cursor, b.Columns)
	for i, row := range b.Rows {
		s.add(entry{
			label: row.Label, texts: slices.Clone(row.Texts), inks: inksOf(b.Columns), selected: b.Cursor && i == b.Selected,
			draw: func(c canvas) { b.board(s, c, row, most) },
		}, row.seats() > 0, row.Reason)
	}
	l := s.fit()
	if most <= mostSeats && l.plot > wish {
		l.plot = wish // the texts stand by the marks
	}
	rows = s.each(l, b.Space, nil)
	if !s.drawn() {
		return nil, rows, nil
	}
	return cut(s.scaleLine(l, nil), width), rows, cut(b.legend(s, l, most).lines(t, width), width)
}

// marked reports whether the seats of boards of so many have a mark each.
func marked(most, cells int) bool { return most <= mostSeats && 2*most+1 <= cells }

// board draws the seats of one board, each behind a cell in which a line may stand, or
// its bar.
func (b Seats) board(s sheet, c canvas, row SeatRow, most int) {
	seats := marked(most, len(c))
	if seats {
		at := 1
		for g, n := range row.Counts {
			glyph, k := b.seat(s, g)
			for range max(n, 0) {
				c.put(at, glyph, k)
				at += 2
			}
		}
	} else {
		parts := make([]float64, len(row.Counts))
		for i, n := range row.Counts {
			parts[i] = float64(max(n, 0))
		}
		s.stack(c, parts)
	}
	line := func(p *float64, glyph string, k ink) {
		v, ok := given(p)
		switch {
		case !ok || v < 0 || v > 1:
		case seats:
			c.put(2*int(v*float64(row.seats())+1e-9), glyph, k)
		default:
			c.put(min(int(v*float64(len(c))), len(c)-1), glyph, k)
		}
	}
	line(row.Other, s.t.Glyphs.Benchmark, inkBenchmark)
	line(row.Level, s.t.Glyphs.Reference, inkReference)
}

// seat is the mark of a seat of a group.
func (Seats) seat(s sheet, group int) (string, ink) {
	switch group {
	case 0:
		return s.t.Glyphs.Dot, inkAccent
	case 1:
		return s.t.Glyphs.OpenDot, inkSecond
	}
	return s.t.Glyphs.Tick, inkThird
}

func (b Seats) legend(s sheet, l layout, most int) Legend {
	if l.plot == 0 {
		return nil
	}
	var all Legend
	for i, name := range b.Groups {
		glyph, k := s.series(i)
		if marked(most, l.plot) {
			glyph, k = b.seat(s, i)
		}
		all = append(all, Key{glyph, name, s.styles[k]})
	}
	return append(all, Key{s.t.Glyphs.Reference, b.Level, s.t.Styles.Reference}, Key{s.t.Glyphs.Benchmark, b.Other, s.t.Styles.Benchmark})
}
