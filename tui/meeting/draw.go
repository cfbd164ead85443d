package meeting

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/meeting"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// The sizes that a page is laid out by.
const (
	leastWidth  = 20 // a smaller window shows nothing of it
	leastHeight = 8
	largeWidth  = 60  // from here, and from largeHeight, the figure is drawn large
	largeHeight = 15  // lines, without the last one of the window
	besideWidth = 30  // what stands beside the figure needs as many cells
	labelWidth  = 14  // of what names a part, where it stands beside it
	proseWidth  = 96  // a longer line of words is hard to read
	chartWidth  = 110 // a longer bar says nothing more
	sideBySide  = 150 // from here the figure and what is made of it stand beside each other
	mostLines   = 3   // of a note
	leastName   = 16  // cells of the organisation's name
	shortName   = 8   // and beside example data; fewer say nothing
	roomyHeight = 30  // from here bars are parted by an empty line
	hugeHeight  = 45  // from here, where the window is wide, the figure has twice its size
)

// prepare draws the page: the head, what is said, and the note, which is always there.
func (m *Model) prepare() {
	if m.ofFigure = nil; m.page().Story != nil {
		m.ofFigure = panel.KeysOf(m.data, m.page().Indicator.ID)
	}
	if m.width < leastWidth || m.height < leastHeight { // the app says so in its place
		return
	}
	m.lines = m.noteLines()
	room := max(m.height-1-len(m.lines), 0)
	m.body.SetWidth(m.width)
	m.body.SetHeight(room)
	m.body.SetContentLines(m.compose(room))
	if m.body.PastBottom() {
		m.body.GotoBottom()
	}
}

// View draws the page in exactly the size that was set.
func (m *Model) View() string {
	t := m.data.Theme
	body := strings.Split(m.body.View(), "\n")
	if len(body) > 1 && !m.body.AtBottom() {
		body[len(body)-1] = t.Styles.Muted.Render(" " + panel.MoreBelow)
	}
	lines := append([]string{m.head()}, body[:min(len(body), m.body.Height())]...)
	return panel.Fill(append(lines, m.lines...), m.width, m.height)
}

// compose makes the lines of the page. Where there is no room for all of it, what is least
// missed is left out, and then the empty lines between parts; the rest is scrolled to.
func (m *Model) compose(room int) []string {
	p := m.page()
	if p.Story == nil {
		parts := m.sections(p, true)
		if count(parts)+len(parts) > room {
			parts = m.sections(p, false)
		}
		return set(parts, room)
	}
	parts := m.told(p.Story, whole)
	for _, less := range []length{brief, terse} {
		if count(parts) > room {
			parts = m.told(short(p.Story), less)
		}
	}
	return set(parts, room)
}

// length is how much a page says, where there is little room.
type length int

const (
	whole length = iota
	brief        // not what the head says
	terse        // nor what its chart is drawn of
)

// told gives the parts of a story.
func (m *Model) told(s *meeting.Story, said length) [][]string {
	if m.width < sideBySide {
		return append(m.figures(s, m.width-2, said), m.judged(s, m.width-2, said)...)
	}
	half := m.width / 2
	left, right := m.figures(s, half-3, said), m.judged(s, m.width-half-2, said)
	between := 1
	if m.height >= hugeHeight {
		between = 2
	}
	return [][]string{beside(spaced(left, between*len(left), between), spaced(right, between*len(right), between), half)}
}

// short leaves out of a story what stands in the panel behind it as well.
func short(s *meeting.Story) *meeting.Story {
	less := *s
	less.Beside = s.Beside[:min(len(s.Beside), 1)]
	less.Then = ""
	return &less
}

// set puts parts below each other, with as many empty lines between them as there is
// room for, the first of them below the head.
func set(parts [][]string, room int) []string {
	spare := room - count(parts)
	var lines []string
	if spare > 0 {
		lines, spare = []string{""}, spare-1
	}
	between := 1
	if spare > 4*len(parts) { // a large window is not filled from its top only
		between = 2
	}
	if more := spare - between*(len(parts)-1); more > 0 && len(parts) > 0 { // a little above the middle
		lines = append(lines, make([]string, more*2/5)...)
	}
	lines = append(lines, spaced(parts, spare, between)...)
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}

// count counts the lines of parts.
func count(parts [][]string) (n int) {
	for _, part := range parts {
		n += len(part)
	}
	return n
}

// spaced puts so many empty lines between parts, but no more than spare.
func spaced(parts [][]string, spare, between int) []string {
	var lines []string
	for i, part := range parts {
		if i > 0 && i*between <= spare {
			lines = append(lines, make([]string, between)...)
		}
		lines = append(lines, part...)
	}
	return lines
}

// beside puts two columns next to each other, the second one from a cell on.
func beside(left, right []string, from int) []string {
	lines := make([]string, max(len(left), len(right)))
	copy(lines, left)
	for i, line := range right {
		if line != "" {
			lines[i] += strings.Repeat(" ", max(from-ansi.StringWidth(lines[i]), 0)) + line
		}
	}
	return lines
}

// present leaves out parts without lines.
func present(parts ...[]string) [][]string {
	var kept [][]string
	for _, part := range parts {
		if len(part) > 0 {
			kept = append(kept, part)
		}
	}
	return kept
}

// sections writes the parts of a page that is of no one finding; apart says that each
// point is a part.
func (m *Model) sections(p meeting.Page, apart bool) [][]string {
	st := m.data.Theme.Styles
	var parts [][]string
	for _, s := range p.Parts {
		var lines []string
		if s.Heading != "" {
			lines = append(lines, m.wrap(s.Heading, m.width-2, st.Title)...)
		}
		for n, point := range s.Points {
			if apart && n > 0 {
				parts, lines = append(parts, lines), nil
			}
			for i, line := range answered(m.data.Theme, point, min(m.width-4, proseWidth)) {
				mark := "  "
				if i == 0 {
					mark = st.Muted.Render(m.data.Theme.Glyphs.Bullet) + " "
				}
				lines = append(lines, mark+line)
			}
		}
		parts = append(parts, lines)
	}
	return parts
}

func (m *Model) wrap(text string, width int, style theme.Style) []string {
	// Where an ellipsis is longer than its one sign it is so before the text is wrapped.
	return panel.Wrap(m.data.Theme, strings.ReplaceAll(text, "…", m.data.Theme.Text("…")), width, style)
}

// figures draws what was found: the figure with its sentence, the chart, and the years.
func (m *Model) figures(s *meeting.Story, width int, said length) [][]string {
	return present(m.figure(s, width), m.bars(s, width, said), m.years(s, width))
}

// figure draws the figure, with the sentence beside it where that has room.
func (m *Model) figure(s *meeting.Story, width int) []string {
	t := m.data.Theme
	var drawn []string
	if width+2 >= largeWidth && m.height >= largeHeight {
		times := 1
		if m.width >= sideBySide && m.height >= hugeHeight {
			times = 2
		}
		drawn = large(t.Charset, s.Figure, times)
	}
	prose := min(width, proseWidth)
	if drawn == nil {
		said := m.wrap(s.Said, prose, t.Styles.Text)
		if s.Figure == "" {
			return said
		}
		return append([]string{t.Styles.Title.Render(t.Text(s.Figure)) + t.Styles.Muted.Render(t.Text(" "+s.Unit))}, said...)
	}
	for i := range drawn {
		drawn[i] = t.Styles.Accent.Render(drawn[i])
	}
	unit := ""
	if s.Unit != "" {
		unit = " " + t.Styles.Muted.Render(t.Text(s.Unit))
	}
	if last := len(drawn) - 1; ansi.StringWidth(unit) <= len(" times") {
		drawn[last] += unit
	} else {
		drawn = append(drawn, unit[1:])
	}
	from := 0
	for _, line := range drawn {
		from = max(from, ansi.StringWidth(line)+4)
	}
	if width-from < besideWidth {
		return append(append(drawn, ""), m.wrap(s.Said, prose, t.Styles.Text)...)
	}
	return beside(drawn, m.wrap(s.Said, min(width-from, proseWidth), t.Styles.Text), from)
}

// bars draws the shares that the figure is made of.
func (m *Model) bars(s *meeting.Story, width int, said length) []string {
	if len(s.Bars) == 0 {
		return nil
	}
	var bars chart.Bars
	if m.height >= roomyHeight {
		bars.Space = 1
	}
	for _, b := range s.Bars {
		v := chart.Value{Defined: true, Value: b.Share.Value, Text: m.data.Words.Percent(b.Share.Value), Detail: b.Counts}
		if b.Group == model.White {
			v.Series = 1
		}
		if v.Lower, v.Upper = panel.Limits(&b.Share); b.Share.Interval != nil && said < terse {
			bars.Interval = words.IntervalShort(b.Share.Interval.Level)
		}
		label := b.Name
		if width < panel.Roomy {
			label = b.Short
		}
		bars.Rows = append(bars.Rows, chart.BarRow{Label: label, Values: []chart.Value{v}})
	}
	lines, _, _ := panel.Drawn(bars.Lines(m.data.Theme, min(width, chartWidth))).Lines(-1)
	return lines
}

// years writes the figure of each year, and what it can be compared with.
func (m *Model) years(s *meeting.Story, width int) []string {
	t := m.data.Theme
	if len(s.Years)+len(s.Beside) < 2 { // the figure itself
		return nil
	}
	var items []string
	for _, y := range s.Years {
		value := t.Styles.Text
		if y.Year == m.data.Year {
			value = t.Styles.Title
		}
		items = append(items, t.Styles.Muted.Render(y.Year.String())+" "+value.Render(t.Text(y.Text)))
	}
	for _, b := range s.Beside {
		items = append(items, t.Styles.Muted.Render(t.Text(b)))
	}
	var lines []string
	for _, item := range items {
		last := len(lines) - 1
		if last >= 0 && ansi.StringWidth(lines[last])+3+ansi.StringWidth(item) <= width {
			lines[last] += "   " + item
			continue
		}
		lines = append(lines, ansi.Truncate(item, width, t.Glyphs.Ellipsis))
	}
	return lines
}

// judged writes what is made of it: how sure it is, what it would take, what the plan
// does about it, and what may be asked.
func (m *Model) judged(s *meeting.Story, width int, said length) [][]string {
	t := m.data.Theme
	named := func(name string, texts ...string) (lines []string) {
		for i, text := range texts {
			label := ""
			if i == 0 {
				label = t.Styles.Muted.Render(name)
			}
			lines = append(lines, m.labelled(label, text, width)...)
		}
		return lines
	}
	var asks []string
	for _, ask := range s.Asks {
		asks = append(asks, ask.Question+" "+ask.Answer)
	}
	takes := ""
	if s.Takes != "" { // in one paragraph, the caveat first: neither is read without the other
		takes = strings.TrimSpace(s.Caveat + " " + s.Takes + " " + s.Then)
	}
	var internal []string
	if text := m.internal(); text != "" && (said == whole || width < panel.Roomy) { // else the head says so
		internal = m.wrap(text, min(width, proseWidth), t.Styles.Notice)
	}
	return present(m.labelled(t.Badge(theme.Strong, "clear"), s.Doubt, width), named("It would take", takes),
		named("In the plan", s.Answers...), named("They may ask", asks...), internal)
}

// labelled writes a text with its name, which is drawn: beside it, or before its first
// words where that has no room.
func (m *Model) labelled(label, text string, width int) []string {
	wide := ansi.StringWidth(label)
	switch {
	case text == "":
		return nil
	case width+2 >= largeWidth:
		lines := answered(m.data.Theme, text, min(width-labelWidth, proseWidth))
		for i, line := range lines {
			lines[i] = strings.Repeat(" ", labelWidth) + line
			if i == 0 {
				lines[i] = label + strings.Repeat(" ", max(labelWidth-wide, 0)) + line
			}
		}
		return lines
	case wide > 0:
		held := strings.Repeat("x", wide)
		lines := answered(m.data.Theme, held+" "+text, width)
		lines[0] = strings.Replace(lines[0], held, label, 1)
		return lines
	}
	return answered(m.data.Theme, text, width)
}

// answered wraps a text. One that ends with how late an action is has that in a line, and
// it stands out.
func answered(t theme.Theme, text string, width int) []string {
	text = strings.ReplaceAll(text, "…", t.Text("…")) // see Model.wrap
	at := strings.LastIndex(text, ": ") + len(": ")
	if at < len(": ") || !strings.HasSuffix(text, " late") {
		return panel.Wrap(t, text, width, t.Styles.Text)
	}
	const held = "\u00a0" // a space at which no line is broken
	late := text[at:]
	lines := panel.Wrap(t, text[:at]+strings.ReplaceAll(late, " ", held), width, t.Styles.Text)
	last := &lines[len(lines)-1]
	*last = strings.ReplaceAll(*last, held, " ")
	if before, found := strings.CutSuffix(*last, late); found {
		*last = before + t.Styles.Notice.Render(late)
	}
	return lines
}

// noteLines draws the note of the page, and what is wrong with it.
func (m *Model) noteLines() []string {
	t, st := m.data.Theme, m.data.Theme.Styles
	about := aboutOf(m.page())
	text, most := m.texts[about], 1
	if m.height >= largeHeight {
		most = mostLines
	}
	const label = "Your note "
	width := max(m.width-2-len(label), 1)
	var lines []string
	switch {
	case m.typing:
		m.input.SetWidth(width)
		tall := min(len(m.wrap(m.input.Value()+" ", width, st.Text)), most)
		m.input.SetHeight(max(tall, 1))
		lines = strings.Split(m.input.View(), "\n")
	case text != "":
		lines = m.wrap(text, width, st.Text)
		if len(lines) > most {
			lines = append(lines[:most-1], ansi.Truncate(ansi.Strip(lines[most-1]), width-1, "")+t.Glyphs.Ellipsis)
		}
	default:
		said := "none: n writes one"
		if before, year := m.texts.Earlier(about); year != 0 {
			said += ". That of " + year.String() + ": " + before
		}
		lines = []string{st.Muted.Render(ansi.Truncate(t.Text(said), width, t.Glyphs.Ellipsis))}
	}
	for i, line := range lines {
		head := strings.Repeat(" ", len(label))
		if i == 0 {
			head = st.Title.Render(label)
		}
		lines[i] = " " + head + line
	}
	if m.height >= largeHeight {
		state := m.state(about)
		rule := st.Faint.Render(strings.Repeat(t.Glyphs.Rule, m.width-len(state)))
		lines = append([]string{rule + st.Saved.Render(state)}, lines...)
	}
	return append(lines, m.trouble(most)...)
}

// state says whether the note of a page is on the disk, for the rule above it.
func (m *Model) state(about meeting.About) string {
	switch _, pending := m.pending[about]; {
	case m.failed[about] != "" || m.texts[about] == "":
		return ""
	case pending:
		return " keeping "
	}
	return " kept "
}

// trouble says why a note is not on the disk, or what became of notes that could not be
// read.
func (m *Model) trouble(most int) []string {
	st := m.data.Theme.Styles
	said, style := "", st.Notice
	switch why, failed := m.failed[aboutOf(m.page())]; {
	case failed:
		said, style = "Not kept: "+m.clean(why)+".", st.Error
	case m.unread != "":
		said = m.unread + ". It is put aside, and not written over, when you write a note."
	case m.aside != "":
		said = "What could not be read is kept as " + m.clean(m.aside) + "."
	}
	if said == "" {
		return nil
	}
	lines := m.wrap(said, m.width-2, style)
	if len(lines) > most {
		lines = append(lines[:most-1], style.Render(ansi.Truncate(ansi.Strip(lines[most-1]), max(m.width-3, 1), "")+m.data.Theme.Glyphs.Ellipsis))
	}
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}
