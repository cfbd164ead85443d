package chart

import "wres/tui/theme"

// wishAxis is the cells of an axis on which intervals can be told apart well.
const wishAxis = 34

// columnSheet is the sheet of a chart that has a line a row and columns of texts right of
// its drawing. Wish is how many cells of drawing columns give way for, least how few still
// say something.
func columnSheet(t theme.Theme, width, least, wish int, cursor bool, columns []BarColumn) sheet {
	s := sheet{brush: newBrush(t), width: width, minPlot: least, wishPlot: wish, cursor: cursor}
	for _, c := range columns {
		s.drops = append(s.drops, c.Drop)
		s.titles = append(s.titles, clean(t.Charset, c.Title))
	}
	return s
}

// inksOf gives the styles of the texts in columns.
func inksOf(columns []BarColumn) []ink {
	var all []ink
	for _, c := range columns {
		all = append(all, c.ink())
	}
	return all
}

// each draws every row by itself, with so many lines below all but the last in which only
// the lines of the chart stand.
func (s sheet) each(l layout, space int, between func(canvas)) [][]string {
	if !s.drawn() { // lines that nothing stands on
		space = 0
	}
	var rows [][]string
	for i, e := range s.rows {
		lines := s.row(nil, l, e)
		for range space {
			if i < len(s.rows)-1 {
				lines = s.row(lines, l, entry{continues: true, draw: between})
			}
		}
		rows = append(rows, cut(lines, s.width))
	}
	return rows
}

// centred puts numbers over the cells that canvas.place gives their values.
func centred(numbers []number, plot int) []number {
	for i := range numbers {
		numbers[i].at = (float64(place(numbers[i].at, plot)) + 0.5) / float64(max(plot, 1))
	}
	return numbers
}

// whiskersKey explains an interval, where no column that is shown does.
func (s sheet) whiskersKey(l layout, interval string, column int) Legend {
	if shown := column >= 0 && column < len(l.texts) && l.texts[column] > 0; interval == "" || l.plot == 0 || shown {
		return nil
	}
	g := s.t.Glyphs
	return Legend{{g.WhiskerLeft + g.Whisker + g.WhiskerRight, interval, s.t.Styles.Text}}
}

// Whiskers is what an interval looks like, for the title of its column.
func Whiskers(t theme.Theme) string {
	return t.Glyphs.WhiskerLeft + t.Glyphs.Whisker + t.Glyphs.WhiskerRight
}
