package files

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/meanings"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/theme"
)

// listFoot is how many lines the list of files keeps for what is said of a row.
const listFoot = 5

// target is a row that the cursor can stand on.
type target struct {
	part  part           // of the list of files: what Enter opens
	index int            // of the file
	item  *meanings.Item // what Enter asks about; nil: nothing
	hint  string         // what the row is
	lines [2]int         // first and last
}

// rebuild draws the lines of the page that is open. The selected row is kept in
// sight.
func (m *Model) rebuild() {
	if m.width <= 0 {
		return
	}
	for range 2 { // again where the cursor stood behind the last row
		d := &drawing{Model: m}
		switch m.page.part {
		case filesPart:
			d.files()
		case filePart:
			if f := m.fileOpen(); f != nil {
				d.file(f)
			} else { // it is not in the folder any more
				m.page = page{part: filesPart}
				d.files()
			}
		case mappedPart:
			d.mapped()
		}
		m.targets = d.targets
		m.body.SetContentLines(d.lines)
		if m.page.at < len(d.targets) || len(d.targets) == 0 {
			break
		}
		m.page.at, m.inside = len(d.targets)-1, 0
	}
	m.sayHint()
	m.body.SetHeight(max(m.height-1-len(m.said), 0))
	m.scroll()
}

// fileAt gives the name of the file under the cursor in the list of them, or "".
func (m *Model) fileAt() string {
	if m.page.part == filesPart && m.page.at < len(m.targets) && m.targets[m.page.at].part == filePart {
		return m.data.Report.Files[m.targets[m.page.at].index].Name
	}
	return ""
}

// rowOf finds the row of the list of files that opens a page; where it is gone, the
// cursor stays.
func (m *Model) rowOf(part part, file string) int {
	for i, t := range m.targets {
		if t.part == part && (part != filePart || m.data.Report.Files[t.index].Name == file) {
			return i
		}
	}
	return m.page.at
}

// first is the row to begin on: what is in trouble stands first, and else there may be
// a file with labels that wait for their meanings.
func (m *Model) first() int {
	for i, t := range m.targets {
		switch {
		case t.part != filePart:
			return 0 // an error stands above the files, or there are none
		case m.data.Report.Files[t.index].Outcome != source.Loaded || len(m.problemsOf(m.data.Report.Files[t.index].Name)) > 0 || m.NotMapped(m.data.Report.Files[t.index].Name) > 0:
			return i
		}
	}
	return 0
}

// sayHint puts what the selected row is, or what just happened, into lines for the
// foot. Pages keep some lines for it, so that moving the cursor does not move them;
// what takes more gets more while there is room.
func (m *Model) sayHint() {
	m.said = nil
	text, style, room := "", m.data.Theme.Styles.Muted, m.height/3
	if m.page.at < len(m.targets) {
		text = m.targets[m.page.at].hint
	}
	if m.notice != "" {
		text, style, room = m.notice, m.data.Theme.Styles.Notice, m.height/2
	}
	keep := 2
	switch {
	case m.page.part == filesPart && m.height < shortScreen:
		keep = 3
	case m.page.part == filesPart:
		keep = listFoot
	case m.height < shortScreen:
		keep = 1
	}
	lines := strings.Split(ansi.Wrap(m.data.Theme.Text(text), max(m.width-2, 1), ""), "\n")
	if room = max(room, keep); len(lines) > room {
		lines = lines[:room]
		ellipsis := m.data.Theme.Glyphs.Ellipsis
		lines[room-1] = ansi.Truncate(lines[room-1], max(m.width-2-ansi.StringWidth(ellipsis), 0), "") + ellipsis
	}
	for _, line := range lines {
		m.said = append(m.said, " "+style.Render(strings.TrimRight(line, " ")))
	}
	for len(m.said) < keep {
		m.said = append(m.said, "")
	}
}

// scroll keeps the selected row in sight. What stands above the first row is seen
// with it where there is room, and else by moving up once more.
func (m *Model) scroll() {
	at := [2]int{}
	if m.page.at < len(m.targets) {
		at = m.targets[m.page.at].lines
	}
	at[0] += m.inside
	below := min(at[1]+1, m.body.TotalLineCount()-1) // panel.MoreBelow may cover the last line
	if m.page.at == 0 && (m.above || below < m.body.Height()) {
		m.body.GotoTop()
		return
	}
	m.body.EnsureVisible(below, 0, 0)
	m.body.EnsureVisible(at[0], 0, 0)
}

func (m *Model) fileOpen() *source.File {
	for i := range m.data.Report.Files {
		if m.data.Report.Files[i].Name == m.page.file {
			return &m.data.Report.Files[i]
		}
	}
	return nil
}

// drawing is a page on its way to lines and targets.
type drawing struct {
	*Model
	lines   []string
	targets []target
}

// say adds a text, wrapped.
func (d *drawing) say(style theme.Style, text string) {
	d.lines = append(d.lines, wrapped(d.data.Theme, style, text, d.width)...)
}

// wrapped breaks a text into lines of a width, with a cell to spare at each side.
func wrapped(t theme.Theme, style theme.Style, text string, width int) (lines []string) {
	for _, line := range strings.Split(ansi.Wrap(t.Text(text), max(width-2, 1), ""), "\n") {
		lines = append(lines, " "+style.Render(strings.TrimRight(line, " ")))
	}
	return lines
}

// heading adds a title with a line before it.
func (d *drawing) heading(text string) {
	if len(d.lines) > 0 {
		d.lines = append(d.lines, "")
	}
	d.say(d.data.Theme.Styles.Title, text)
}

// table adds a table whose rows are the targets.
func (d *drawing) table(columns []chart.Column, rows [][]string, targets []target) {
	tb := chart.Table{Cursor: true, Selected: d.page.at - len(d.targets), Columns: columns, Rows: rows}
	head, drawn := tb.Lines(d.data.Theme, d.width)
	d.lines = append(d.lines, head...)
	for i, row := range drawn {
		targets[i].lines = [2]int{len(d.lines), len(d.lines) + len(row) - 1}
		d.lines = append(d.lines, row...)
	}
	d.targets = append(d.targets, targets...)
}

// problems adds problems as targets, so that the cursor scrolls through them.
func (d *drawing) problems(all []source.Problem, withFile bool) {
	t := d.data.Theme
	for _, p := range all {
		style := t.Styles.Notice
		if p.Severity == source.Error {
			style = t.Styles.Error
		}
		mark := "  "
		if d.page.at == len(d.targets) {
			mark = t.Glyphs.Mark + " "
		}
		first := len(d.lines)
		text := string(p.Severity) + ": " + d.here(problemText(p, withFile))
		for i, line := range strings.Split(ansi.Wrap(t.Text(text), max(d.width-3, 1), ""), "\n") {
			if i > 0 {
				mark = "  "
			}
			d.lines = append(d.lines, mark+style.Render(strings.TrimRight(line, " ")))
		}
		d.targets = append(d.targets, target{lines: [2]int{first, len(d.lines) - 1}})
	}
}

// here makes a text of the file's reader fit for the screen where it is read: that
// sends people to this screen, and they are on it.
func (r *reading) here(text string) string {
	return strings.ReplaceAll(r.data.Clean(text), " in the app with f", " here")
}

// problemsOf lists what is wrong with a file.
func (r *reading) problemsOf(file string) []source.Problem {
	var all []source.Problem
	for _, p := range r.data.Report.Problems {
		if p.File == file {
			all = append(all, p)
		}
	}
	return all
}

// problemText is a problem with its place in words, and with its file where that is not
// plain.
func problemText(p source.Problem, withFile bool) string {
	place := p.Place()
	switch {
	case withFile:
		return p.String()
	case place == "":
		return p.Message
	}
	return place + ": " + p.Message
}

// enterTo says what Enter does with a row, where anything can be changed.
func (r *reading) enterTo(do string) string {
	if r.readOnly != "" {
		return words.Capital(r.readOnly) + "."
	}
	return "Press Enter to " + do + "."
}
