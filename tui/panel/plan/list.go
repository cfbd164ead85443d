package plan

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/theme"
)

// urgent is the order in which the list begins: that of findings.ByUrgency, in sections.
const urgent plan.Key = "urgent"

// list is the rows of the plan, in an order and in groups.
type list struct {
	*panel.Page
	sort, group plan.Key
	rows        []row
	sections    []plan.Section
	at          int // the row under the cursor
	top         int // first line of the list that is shown, where it has to scroll
}

// row is one line of the list. In groups by indicator an action may have
// several.
type row struct {
	section int
	action  plan.Action
}

// arranged gives actions in the order and the groups that the user chose.
func (l *list) arranged(actions []plan.Action) []plan.Section {
	if l.sort != urgent {
		return plan.Grouped(plan.Sorted(actions, l.sort), l.group)
	}
	actions = findings.ByUrgency(actions, l.Data.Today)
	if l.group != plan.ByOrder {
		return plan.Grouped(actions, l.group)
	}
	var all []plan.Section
	last := findings.Late
	for _, a := range actions {
		u := findings.UrgencyOf(a, l.Data.Today)
		if len(all) == 0 || u != last {
			all, last = append(all, plan.Section{Name: u.Heading()}), u
		}
		s := &all[len(all)-1]
		if s.Actions = append(s.Actions, a); u == findings.Ended && !a.Done() {
			s.Name = u.Heading() + " or stopped"
		}
	}
	return all
}

// sectioned reports whether headings stand between the rows.
func (l *list) sectioned() bool { return l.group != plan.ByOrder || l.sort == urgent }

// rule parts the list from the detail, and says where in a list that scrolls the cursor is.
func (l *list) rule(where string) string {
	t := l.Data.Theme
	if where != "" {
		where = " " + t.Text(where) + " "
	}
	begin := strings.Repeat(t.Glyphs.Rule, min(2, l.Width))
	rest := strings.Repeat(t.Glyphs.Rule, max(l.Width-2-theme.Width(where), 0))
	return t.Styles.Faint.Render(begin) + t.Styles.Muted.Render(where) + t.Styles.Faint.Render(rest)
}

// window gives the lines of the list below so many lines and above those of the detail, and
// more. Where they do not fit, the list takes what the detail leaves, and at least about half
// of the box, and scrolls with the cursor, so that the action under it is read without losing
// the list. Where says where it stands.
func (l *list) window(above, detail, more int) (shown []string, where string) {
	head, lines, from, to := l.listLines()
	room := l.Height - 1 - above - 2 // its head, and the rule below it
	if parted := airy(lines); len(parted)+detail+more <= room {
		lines = parted
	}
	if more > 0 && len(lines)+detail+more > room && l.Width < panel.BoxedWidth-panel.BoxedCells { // a line says that there is more
		room--
	}
	show := max(room-detail, room/2, 3)
	if len(lines) <= show {
		l.top = 0
		return l.drawn(head, lines, 0), ""
	}
	l.top = max(min(l.top, from), to+1-show, 0)
	l.top = min(l.top, from, len(lines)-show)
	t := l.Data.Theme
	where = fmt.Sprintf("%d of %d", l.at+1, len(l.rows))
	if l.top > 0 {
		where += " " + t.Glyphs.ArrowUp
	}
	if l.top+show < len(lines) {
		where += " " + t.Glyphs.ArrowDown
	}
	top := l.top
	if lines[top].heading { // it stands in the head
		top++
	}
	return l.drawn(head, lines[top:min(top+show, len(lines))], lines[top].section), where
}

// airy puts an empty line before each heading.
func airy(lines []line) (all []line) {
	for _, next := range lines {
		if next.heading {
			all = append(all, line{section: next.section})
		}
		all = append(all, next)
	}
	return all
}

// drawn is the head with the section that the first line is in, and the lines.
func (l *list) drawn(head string, lines []line, section int) []string {
	if l.sectioned() && section < len(l.sections) {
		head = l.headOf(head, section)
	}
	all := make([]string, 0, len(lines)+1)
	if head != "" {
		all = append(all, head)
	}
	for _, next := range lines {
		all = append(all, next.text)
	}
	return all
}

// headOf puts a section's heading before the titles of the columns, as far as these begin
// behind it.
func (l *list) headOf(head string, section int) string {
	t := l.Data.Theme
	title := t.Text(l.sectionTitle(l.sections[section]))
	plain := ansi.Strip(head)
	at := len(plain) - len(strings.TrimLeft(plain, " ")) // the titles are of one byte a cell
	name := "  " + ansi.Truncate(title, max(l.Width-3, 1), t.Glyphs.Ellipsis)
	line := t.Styles.Title.Render(name)
	if w := theme.Width(name); w < at {
		return line + strings.Repeat(" ", at-w) + t.Styles.Muted.Render(plain[at:])
	}
	return line
}

// listLines gives the titles of the columns and the lines, and the first and last line of the
// row under the cursor. The heading of the first section is none of them: it stands in the
// head, and so does that of the section at the top once the list scrolls.
func (l *list) listLines() (head string, lines []line, from, to int) {
	heads, rows := l.table().Lines(l.Data.Theme, l.Width)
	if len(heads) > 0 {
		head = heads[0]
	}
	section := 0
	for i, row := range rows {
		start := len(lines)
		if s := l.rows[i].section; s != section && l.sectioned() {
			section = s
			lines = append(lines, line{text: l.headOf("", s), section: s, heading: true})
		}
		for _, text := range row {
			lines = append(lines, line{text: text, section: section})
		}
		if i == l.at {
			from, to = start, len(lines)-1
		}
	}
	return head, lines, from, to
}

func (l *list) sectionTitle(s plan.Section) string {
	title := s.Name
	if l.group != plan.ByOrder {
		title = s.Title(l.group)
	} else {
		title = strings.ToUpper(title)
	}
	title = l.Data.Line(title)
	if ind := indicator.Lookup(s.Name); l.group == plan.ByIndicator && ind != nil {
		title += " " + ind.Tab
	}
	return fmt.Sprintf("%s (%d)", title, len(s.Actions))
}

// heading says how the list is arranged.
func heading(sort, group plan.Key) string {
	s := " Action plan"
	switch sort {
	case urgent:
	case plan.ByOrder:
		s += ", in its own order"
	default:
		s += ", in order of " + string(sort)
	}
	if group != plan.ByOrder {
		s += ", by " + string(group)
	}
	return s
}

// shown gives the ids that the list shows, each once.
func (l *list) shown() map[string]bool {
	ids := map[string]bool{}
	for _, row := range l.rows {
		ids[row.action.ID] = true
	}
	return ids
}
