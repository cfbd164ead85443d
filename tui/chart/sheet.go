package chart

import (
	"cmp"
	"slices"
	"strings"
)

// sheet is the frame that all row charts share: label, drawing, texts and note
// in columns, and the one order in which they give way when the width is small.
type sheet struct {
	*brush
	width   int
	rows    []entry
	spare   []bool // which text columns may go when narrow
	minPlot int    // fewest cells in which the drawing still says something
	cursor  bool   // keep room for the selection mark
}

// entry is one line of drawing. All its texts are clean.
type entry struct {
	label    string // empty on a line that continues the row above
	texts    []string
	inks     []ink // of the texts; inkText where short
	note     string
	reason   string // when set, stands in place of drawing and texts
	selected bool
	draw     func(canvas)
}

// add adds a row with its texts as they are, which are cleaned here. One that is not
// defined has the first of some reasons in place of drawing and texts.
func (s *sheet) add(e entry, defined bool, reasons ...string) {
	e.label, e.note = clean(s.t.Charset, e.label), clean(s.t.Charset, e.note)
	for i, text := range e.texts {
		e.texts[i] = clean(s.t.Charset, text)
	}
	if !defined {
		e.reason = clean(s.t.Charset, cmp.Or(append(reasons, noReason)...))
	}
	s.rows = append(s.rows, e)
}

// drawn reports whether any row has a drawing: an axis with nothing on it says nothing.
func (s sheet) drawn() bool {
	return slices.ContainsFunc(s.rows, func(e entry) bool { return e.reason == "" })
}

// noReason stands where a caller gave none: an empty row would read as zero.
const noReason = "no value"

// layout is what the width leaves room for.
type layout struct {
	gutter int
	label  int
	above  bool  // labels stand on lines of their own
	plot   int   // 0: no drawing
	texts  []int // widths; 0 for a column that is left out
	note   int   // 0: none, 1: a mark only
}

const (
	gutterWidth = 2
	textGap     = 2  // between columns of text; the drawing keeps 1 on each side
	minReason   = 16 // a reason with less room goes below its label
	minGutter   = 8  // a narrower chart has no room for the mark
)

// natural is the layout at unlimited width, but for the drawing.
func (s sheet) natural() layout {
	l := layout{texts: make([]int, len(s.spare))}
	if s.cursor && s.width >= minGutter {
		l.gutter = gutterWidth
	}
	for _, row := range s.rows {
		l.label = max(l.label, cells(row.label))
		if row.reason != "" {
			continue
		}
		for i, text := range row.texts {
			l.texts[i] = max(l.texts[i], cells(text))
		}
		l.note = max(l.note, cells(row.note))
	}
	return l
}

// fixed is the number of cells that everything but the drawing takes.
func (l layout) fixed() int {
	sum, gap := l.start(), 1
	for _, w := range l.texts {
		if w > 0 {
			sum += gap + w
			gap = textGap
		}
	}
	if l.note > 0 {
		sum += gap + l.note
	}
	return sum
}

// start is the column in which the drawing begins.
func (l layout) start() int {
	if l.above || l.label == 0 {
		return l.gutter
	}
	return l.gutter + l.label + 1
}

// fit finds the first layout, from full to bare, that the width holds.
func (s sheet) fit() layout {
	for _, above := range []bool{false, true} {
		for _, l := range s.stages(above) {
			if l.plot = s.width - l.fixed(); l.plot >= s.minPlot {
				return l
			}
		}
	}
	var last layout
	for _, above := range []bool{false, true} {
		for _, l := range s.stages(above) {
			if l.fixed() <= s.width {
				return l
			}
			last = l
		}
	}
	return last
}

// stages lists layouts in the order in which things give way: the note becomes a
// mark, then spare columns go from the last to the first.
func (s sheet) stages(above bool) []layout {
	l := s.natural()
	l.above = above
	stages := []layout{l}
	if l.note > 1 {
		l.note = 1
		stages = append(stages, l)
	}
	for i := len(s.spare) - 1; i >= 0; i-- {
		if s.spare[i] && l.texts[i] > 0 {
			l.texts = append([]int(nil), l.texts...)
			l.texts[i] = 0
			stages = append(stages, l)
		}
	}
	return stages
}

// lines draws all rows.
func (s sheet) lines(l layout) []string {
	lines := make([]string, 0, len(s.rows)+2)
	for _, row := range s.rows {
		lines = s.row(lines, l, row)
	}
	return lines
}

func (s sheet) row(lines []string, l layout, row entry) []string {
	start := l.start()
	if l.above || row.reason != "" && start+minReason > s.width {
		start = l.gutter
		for i, part := range wrap(row.label, s.width-start) {
			if part != "" {
				mark := s.head(l, entry{selected: row.selected && i == 0}, start)
				lines = append(lines, mark+s.paint(row.labelInk(), part))
			}
		}
		if row.label != "" {
			row.label, row.selected = "", false
		}
	}
	switch {
	case row.reason != "":
		for _, part := range wrap(row.reason, s.width-start) {
			lines = append(lines, s.head(l, row, start)+s.paint(inkMuted, part))
			row.label, row.selected = "", false
		}
		return lines
	case l.plot == 0 && l.fixed() > s.width:
		return append(lines, s.bare(l, row)...)
	default:
		line := s.head(l, row, start) + s.body(l, row)
		return append(lines, strings.TrimRight(line, " "))
	}
}

func (e entry) labelInk() ink {
	if e.selected {
		return inkSelected
	}
	return inkText
}

// head writes a row's mark and label, and room up to the column start.
func (s sheet) head(l layout, row entry, start int) string {
	var out strings.Builder
	used := 0
	if row.selected && l.gutter > 0 {
		s.strokes[inkSelected].write(&out, s.t.Glyphs.Mark)
		used = 1
	}
	if row.label != "" && start > l.gutter {
		pad(&out, l.gutter-used)
		s.strokes[row.labelInk()].write(&out, row.label)
		used = l.gutter + cells(row.label)
	}
	pad(&out, start-used)
	return out.String()
}

// body draws what stands right of the label.
func (s sheet) body(l layout, row entry) string {
	var out strings.Builder
	gap := 0
	if l.plot > 0 {
		c := make(canvas, l.plot)
		if row.draw != nil {
			row.draw(c)
		}
		c.write(s.brush, &out)
		gap = 1
	}
	for i, w := range l.texts {
		if w == 0 {
			continue
		}
		text, k := row.text(i)
		pad(&out, gap+w-cells(text))
		s.strokes[k].write(&out, text)
		gap = textGap
	}
	if row.note == "" || l.note == 0 {
		return out.String()
	}
	pad(&out, gap)
	if l.note < cells(row.note) {
		s.strokes[inkNotice].write(&out, s.t.Glyphs.Warning)
	} else {
		s.strokes[inkMuted].write(&out, row.note)
	}
	return out.String()
}

func (e entry) text(i int) (string, ink) {
	text, k := "", inkText
	if i < len(e.texts) {
		text = e.texts[i]
	}
	if i < len(e.inks) {
		k = e.inks[i]
	}
	return text, k
}

// bare writes the texts below each other, for widths that hold no columns.
func (s sheet) bare(l layout, row entry) []string {
	var lines []string
	for i, text := range row.texts {
		if l.texts[i] > 0 && text != "" {
			for _, part := range wrap(text, s.width-l.gutter) {
				lines = append(lines, strings.Repeat(" ", l.gutter)+part)
			}
		}
	}
	return lines
}
