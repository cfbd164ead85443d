package chart

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"wres/tui/theme"
)

// sheet is the frame that all row charts share: label, drawing, texts and bracket
// in columns, and the one order in which they give way when the width is small.
type sheet struct {
	*brush
	width    int
	rows     []entry
	titles   []string // of the text columns, if they have any
	drops    []int    // text columns go from the highest number down; 0 never goes
	wishPlot int      // cells of drawing for which text columns give way
	minPlot  int      // fewest cells in which the drawing still says something
	cursor   bool     // keep room for the selection mark
}

// entry is one line of drawing. All its texts are clean.
type entry struct {
	label    string // empty on a line that continues the row above
	texts    []string
	inks     []ink  // of the texts; inkText where short
	note     string // what a bracket says beside the row
	reason   string // when set, stands in place of drawing and texts
	selected bool
	further  bool // a further line of the row under the cursor
	draw     func(canvas)

	tabular   bool // the texts stay where there is a reason for no drawing
	continues bool // a line between two rows
	joined    joined
	strong    bool // what is joined says something clear
}

// joined says where in a bracket an entry stands.
type joined uint8

const (
	alone joined = iota
	joinedFirst
	joinedInside
	joinedLast
)

// bracket is the piece of a bracket beside an entry, if any.
func (s sheet) bracket(e entry) string {
	switch e.joined {
	case joinedFirst:
		return s.t.Glyphs.BracketTop
	case joinedInside:
		return s.t.Glyphs.Reference
	case joinedLast:
		return s.t.Glyphs.BracketEnd
	}
	return ""
}

// noteCells is the width of what stands right of an entry's texts.
func (e entry) noteCells() int {
	switch n := theme.Width(e.note); {
	case e.joined == alone:
		return 0
	case n == 0:
		return 1
	default:
		return 2 + n
	}
}

// add adds a row with its texts as they are, which are cleaned here. One that is not
// defined has the first of some reasons in place of drawing and texts.
func (s *sheet) add(e entry, defined bool, reasons ...string) {
	e.label = clean(s.t.Charset, e.label)
	e.texts = e.texts[:min(len(e.texts), len(s.drops))] // what is beyond has no column
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
	note   int   // 0: none, 1: the bracket without what it says
}

const (
	gutterWidth = 2
	textGap     = 2  // between columns of text; the drawing keeps 1 on each side
	minReason   = 16 // a reason with less room goes below its label
	minGutter   = 8  // a narrower chart has no room for the mark
	wishPlot    = 24 // cells in which bars can be told apart well
)

// natural is the layout at unlimited width, but for the drawing.
func (s sheet) natural() layout {
	l := layout{texts: make([]int, len(s.drops))}
	for i, title := range s.titles {
		l.texts[i] = theme.Width(title)
	}
	if s.cursor && s.width >= minGutter {
		l.gutter = gutterWidth
	}
	for _, row := range s.rows {
		l.label = max(l.label, theme.Width(row.label))
		l.note = max(l.note, row.noteCells())
		if row.reason != "" && !row.tabular {
			continue
		}
		for i, text := range row.texts {
			l.texts[i] = max(l.texts[i], theme.Width(text))
		}
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
	for _, cells := range []int{max(s.wishPlot, s.minPlot), max(s.wishPlot*2/3, s.minPlot), max(s.wishPlot/2, s.minPlot), s.minPlot} {
		for _, above := range []bool{false, true} {
			for _, l := range s.stages(above, cells == s.minPlot) {
				if l.plot = s.width - l.fixed(); l.plot >= cells {
					return l
				}
			}
			if cells > s.minPlot {
				break // a label keeps its place while the drawing can shrink
			}
		}
	}
	var last layout
	for _, above := range []bool{false, true} {
		for _, l := range s.stages(above, true) {
			if l.fixed() <= s.width {
				return l
			}
			last = l
		}
	}
	return last
}

// stages lists layouts in the order in which things give way: columns go from the
// highest number of drops down, the later one first. What a bracket says outlasts them: it
// goes only as the last thing.
func (s sheet) stages(above, last bool) []layout {
	l := s.natural()
	l.above = above
	stages := []layout{l}
	for {
		last := -1
		for i, w := range l.texts {
			if w > 0 && s.drops[i] > 0 && (last < 0 || s.drops[i] >= s.drops[last]) {
				last = i
			}
		}
		if last < 0 {
			break
		}
		l.texts = slices.Clone(l.texts)
		l.texts[last] = 0
		stages = append(stages, l)
	}
	if l.note > 1 && last {
		l.note = 1
		stages = append(stages, l)
	}
	return stages
}

func (s sheet) row(lines []string, l layout, row entry) []string {
	from := len(lines)
	lines = s.write(lines, l, row)
	if row.selected || row.further {
		s.mark(lines[from:])
	}
	return lines
}

// mark puts the surface of the cursor under the lines of a row.
func (s sheet) mark(lines []string) {
	for i := range lines {
		lines[i] = s.t.Under(lines[i], s.width)
	}
}

// write draws a row.
func (s sheet) write(lines []string, l layout, row entry) []string {
	start := l.start()
	inside := row.tabular && l.plot > 0 && theme.Width(row.reason) < l.plot && theme.Width(row.reason) == utf8.RuneCountInString(row.reason)
	if l.above || !inside && row.reason != "" && start+minReason > s.width {
		start = l.gutter
		for i, part := range wrap(row.label, s.width-start) {
			if part != "" {
				mark := s.head(l, entry{selected: row.selected && i == 0}, start)
				lines = append(lines, mark+s.styles[row.labelInk()].Render(part))
			}
		}
		if row.label != "" {
			row.label, row.selected = "", false
		}
	}
	switch {
	case row.reason != "" && !inside && (!row.tabular || l.fixed() > s.width):
		for _, part := range wrap(row.reason, s.width-start) {
			lines = append(lines, s.head(l, row, start)+s.styles[inkMuted].Render(part))
			row.label, row.selected = "", false
		}
		return lines
	case l.plot == 0 && l.fixed() > s.width:
		return append(lines, s.bare(l, row)...)
	case row.reason != "" && !inside: // its texts stand beside its label, and why below
		why := row.reason
		row.reason = ""
		lines = append(lines, strings.TrimRight(s.head(l, row, start)+s.body(l, row), " "))
		return s.write(lines, l, entry{reason: why})
	default:
		line := s.head(l, row, start) + s.body(l, row)
		return append(lines, strings.TrimRight(line, " "))
	}
}

func (e entry) labelInk() ink {
	if e.selected || e.further {
		return inkSelected
	}
	return inkText
}

// head writes a row's mark and label, and room up to the column start.
func (s sheet) head(l layout, row entry, start int) string {
	var out strings.Builder
	used := 0
	if row.selected && l.gutter > 0 {
		s.styles[inkSelected].Write(&out, s.t.Glyphs.Mark)
		used = 1
	}
	if row.label != "" && start > l.gutter {
		pad(&out, l.gutter-used)
		s.styles[row.labelInk()].Write(&out, row.label)
		used = l.gutter + theme.Width(row.label)
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
		i := 0
		for _, r := range row.reason { // one that stays in its line
			c.put(i, string(r), inkMuted)
			i++
		}
		c.write(s.brush, &out)
		gap = 1
	}
	for i, w := range l.texts {
		if w == 0 {
			continue
		}
		text, k := row.text(i)
		pad(&out, gap+w-theme.Width(text))
		s.styles[k].Write(&out, text)
		gap = textGap
	}
	if row.noteCells() == 0 || l.note == 0 {
		return out.String()
	}
	pad(&out, gap)
	s.note(&out, l, row)
	return out.String()
}

// note writes what stands right of the texts: a bracket, and what it says where that has
// room.
func (s sheet) note(out *strings.Builder, l layout, row entry) {
	k := inkMuted
	if row.strong {
		k = inkKey
	}
	s.styles[k].Write(out, s.bracket(row))
	if row.note != "" && l.note >= row.noteCells() {
		out.WriteByte(' ')
		s.styles[k].Write(out, row.note)
	}
}

// scaleLine sets the numbers of a scale above the drawing, each over its place, and the
// titles of the columns; nothing where there are neither.
func (s sheet) scaleLine(l layout, numbers []number) []string {
	if len(s.titles) == 0 && len(numbers) == 0 || l.plot == 0 && l.fixed() > s.width {
		return nil
	}
	var placed []span
	for _, n := range numbers {
		w := theme.Width(n.label)
		from := l.start() + min(max(int(n.at*float64(l.plot))-w/2, 0), l.plot-w)
		fresh := span{from, from + w, n.label}
		if from >= l.start() && !slices.ContainsFunc(placed, fresh.touches) {
			placed = append(placed, fresh)
		}
	}
	slices.SortFunc(placed, func(a, b span) int { return a.from - b.from })
	end := l.start() + l.plot
	gap := min(l.plot, 1)
	for i, w := range l.texts {
		if w == 0 {
			continue
		}
		end += gap + w
		gap = textGap
		if i < len(s.titles) && s.titles[i] != "" {
			placed = append(placed, span{end - theme.Width(s.titles[i]), end, s.titles[i]})
		}
	}
	var out strings.Builder
	used := 0
	for _, p := range placed {
		pad(&out, p.from-used)
		s.styles[inkMuted].Write(&out, p.label)
		used = p.to
	}
	if used == 0 {
		return nil
	}
	return []string{out.String()}
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
