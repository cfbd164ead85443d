package plan

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// dateWidth is the longest date that a deadline is written as, "30 September
// 2025": a date is never cut, words may be.
const dateWidth = 17

// urgent is the order in which the list begins: late, due in soonDays, the others, closed.
const urgent plan.Key = "urgent"

// soonDays is how many days before its deadline an action is due soon: as far as those look
// who meet every quarter.
const soonDays = 90

// sorted gives actions in the order that the user chose.
func sorted(actions []plan.Action, by plan.Key, today time.Time) []plan.Action {
	if by != urgent {
		return plan.Sorted(actions, by)
	}
	rank := map[string]int{} // by id; those that have none stay in the plan's own order
	first := slices.Concat(plan.Overdue(actions, today), plan.Due(actions, today, soonDays))
	for i, a := range slices.Backward(first) {
		rank[a.ID] = i - len(first)
	}
	for _, a := range actions {
		if a.Closed() {
			rank[a.ID] = 1
		}
	}
	all := slices.Clone(actions)
	slices.SortStableFunc(all, func(a, b plan.Action) int { return rank[a.ID] - rank[b.ID] })
	return all
}

// found gives the actions that hold what is looked for. In the publication view it looks for
// it in what is shown of them, lest a hidden figure be found by trying.
func found(d panel.Data, text string) []plan.Action {
	all := d.Plan.Actions()
	shown := map[string]bool{}
	for _, a := range plan.Filtered(plan.PublicActions(all, d.Results), text) {
		shown[a.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(a plan.Action) bool { return !shown[a.ID] })
}

// list makes the rows anew and finds the cursor's again. Where its action is gone,
// the cursor is on the one that took its place.
func (p *actionPlan) list() {
	actions := sorted(found(p.Data, p.find.Value()), p.sort, p.Data.Today)
	p.sections = plan.Grouped(actions, p.group)
	p.rows = nil
	at := -1
	for i, section := range p.sections {
		for _, a := range section.Actions {
			if a.ID == p.selected && (at < 0 || section.Name == p.section) {
				at = len(p.rows)
			}
			p.rows = append(p.rows, row{i, a})
		}
	}
	if at < 0 {
		at = max(min(p.at, len(p.rows)-1), 0)
	}
	if p.at = at; len(p.rows) > 0 && p.find.Value() == "" { // else the cursor comes back
		p.choose(at)
	}
}

func (p *actionPlan) rebuild() {
	if p.Width <= 0 || p.Data.Clean == nil {
		return
	}
	t := p.Data.Theme
	if p.Data.Plan.Len() == 0 {
		words := "There are no actions yet. Press a here to write one, or a on an indicator to start one from its figure."
		if p.Data.PlanLocked != "" {
			words = "The plan cannot be changed: " + p.Data.PlanLocked
		}
		lines := p.Text(t.Styles.Text, words)
		p.Set(" Action plan", "", append(lines, p.gaps()...))
		return
	}
	p.at = min(p.at, max(len(p.rows)-1, 0))
	var after []string
	switch {
	case len(p.rows) > 0:
		after = p.detail(p.rows[p.at].action)
	default:
		after = p.Text(t.Styles.Text, "No action holds these words. Esc shows all of them again.")
	}
	after = append([]string{""}, after...)
	after = append(after, p.gaps()...)
	if became := fmt.Sprint(p.Data.Progress); strings.Contains(became, string(plan.NoClearChange)) {
		after = append(after, p.Text(t.Styles.Muted, p.Data.Words.Meanings(became)[0]+".")...)
	}
	if p.Data.PlanPath != "" {
		after = append(after, "")
		after = append(after, p.Text(t.Styles.Muted, "Kept in "+p.Data.Clean(p.Data.PlanPath))...)
	}
	above := p.notices()
	if p.low() {
		above, after = nil, append(above, after...)
	}
	lines := append(above, p.window(len(above), len(after))...)
	p.Set(heading(p.sort, p.group), p.summary(), append(lines, after...))
}

// notices are what has to be known before the list is read.
func (p *actionPlan) notices() (lines []string) {
	t := p.Data.Theme
	add := func(text string) {
		lines = append(lines, p.Text(t.Styles.Notice, text)...)
	}
	if p.Data.PlanLocked != "" {
		add(t.Glyphs.Warning + " The plan cannot be changed: " + p.Data.PlanLocked)
	} else if from := p.Data.CarryFrom; from > 0 {
		if p.low() {
			add(fmt.Sprintf("Plan of %s: C begins the next.", from))
			return lines
		}
		add(fmt.Sprintf("This is the plan of %s, and there are later figures. C begins the next plan with what is still open.", from))
	}
	return lines
}

// low reports whether the box is too low to say much above the list.
func (p *actionPlan) low() bool { return p.Height < 12 }

// window gives the lines of the list. Where they and what follows do not fit, the
// list takes about half of the box and scrolls with the cursor, so that the action
// under it is read without losing the list.
func (p *actionPlan) window(above, after int) []string {
	head, lines, from, to := p.listLines()
	room := p.Height - 1 - above - len(head)
	if len(lines)+after <= room {
		p.top = 0
		return append(head, lines...)
	}
	show := max(room/2, 3)
	if len(lines) <= show {
		p.top = 0
		return append(head, lines...)
	}
	show-- // a line says where in the list this is
	p.top = max(min(p.top, from), to+1-show, 0)
	p.top = min(p.top, from, len(lines)-show)
	t := p.Data.Theme
	where := fmt.Sprintf("%d of %d", p.at+1, len(p.rows))
	if p.top > 0 {
		where += " " + t.Glyphs.ArrowUp
	}
	if p.top+show < len(lines) {
		where += " " + t.Glyphs.ArrowDown
	}
	return append(append(head, lines[p.top:p.top+show]...), t.Styles.Muted.Render(t.Text("  "+where)))
}

// listLines gives the table's head and lines, and the first and last line of the
// row under the cursor. A section begins with its heading, which the cursor's first
// row brings along.
func (p *actionPlan) listLines() (head, lines []string, from, to int) {
	t := p.Data.Theme
	head, rows := p.table().Lines(t, p.Width)
	section := -1
	for i, row := range rows {
		start := len(lines)
		if s := p.rows[i].section; s != section && p.group != plan.ByOrder {
			section = s
			lines = append(lines, t.Styles.Title.Render(ansi.Truncate(t.Text(" "+p.sectionTitle(p.sections[s])), p.Width, t.Glyphs.Ellipsis)))
		}
		lines = append(lines, row...)
		if i == p.at {
			from, to = start, len(lines)-1
		}
	}
	return head, lines, from, to
}

func (p *actionPlan) sectionTitle(s plan.Section) string {
	title := p.Data.Clean(s.Title(p.group))
	if ind := indicator.Lookup(s.Name); p.group == plan.ByIndicator && ind != nil {
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

// summary counts what is shown, what is done and what is past its deadline.
func (p *actionPlan) summary() string {
	all, done := p.Data.Plan.Actions(), 0
	for _, a := range all {
		if a.Done() {
			done++
		}
	}
	s := fmt.Sprintf("%d %s", len(all), panel.Plural(len(all), "action", "actions"))
	if done > 0 {
		s += fmt.Sprintf(" · %d done", done)
	}
	if overdue := len(plan.Overdue(all, p.Data.Today)); overdue > 0 {
		s += fmt.Sprintf(" · %d late", overdue)
	}
	return s
}

// table sets the actions. A column that would say nothing of any of them is left
// out.
func (p *actionPlan) table() chart.Table {
	st, texts := p.Data.Theme.Styles, told(p.Data.Plan.Actions())
	tb := chart.Table{Rule: !p.low(), Cursor: true, Selected: p.at}
	columns := []struct {
		chart.Column
		text func(plan.Action) string
	}{
		{chart.Column{Title: "No.", Style: st.Muted}, func(a plan.Action) string { return a.Number }},
		{chart.Column{Title: "Action", Flex: true, Min: max(16, p.Width/2), Style: st.Text}, func(a plan.Action) string { return texts[a.ID] }},
		{chart.Column{Title: "Ind.", Style: st.Muted, Flex: true, Min: 4, Drop: 1}, func(a plan.Action) string { return a.Indicators }},
		{chart.Column{Title: "Due", Flex: true, Min: dateWidth, Of: dueStyle(st)}, p.due},
		{chart.Column{Title: "Status", Style: st.Text, Flex: true, Min: 11, Drop: 2}, func(a plan.Action) string { return a.Status }},
		{chart.Column{Title: "Figure", Style: st.Text, Flex: true, Min: 15, Drop: 4}, func(a plan.Action) string { return became(p.Data, a) }},
		{chart.Column{Title: "Lead", Style: st.Muted, Flex: true, Drop: 5}, func(a plan.Action) string { return a.Lead }},
	}
	tb.Rows = make([][]string, len(p.rows))
	for _, c := range columns {
		cells := make([]string, len(p.rows))
		for i, row := range p.rows {
			cells[i] = p.Data.Clean(c.text(row.action))
		}
		if c.Title != "Action" && !slices.ContainsFunc(cells, func(s string) bool { return s != "" }) {
			continue
		}
		tb.Columns = append(tb.Columns, c.Column)
		for i := range cells {
			tb.Rows[i] = append(tb.Rows[i], cells[i])
		}
	}
	return tb
}

// due says how late an action is, or else the day that it is due.
func (p *actionPlan) due(a plan.Action) string {
	if a.Overdue(p.Data.Today) {
		return findings.Lateness(a.Due(), p.Data.Today)
	}
	return a.Deadline
}

// dueStyle makes what is late stand out.
func dueStyle(st theme.Styles) func(due string) theme.Style {
	return func(due string) theme.Style {
		if strings.HasSuffix(due, " late") {
			return st.Notice
		}
		return st.Text
	}
}

// sharedOpening is how many letters two actions share at their beginning before these are cut.
const sharedOpening = 20

// told gives the text of each action, by its id. Words with which several begin are cut, as
// rows that end in an ellipsis would else look alike.
func told(all []plan.Action) map[string]string {
	told := map[string]string{}
	for _, a := range all {
		text, shared := strings.Join(strings.Fields(a.Text), " "), 0
		for _, other := range all {
			if other.ID != a.ID {
				shared = max(shared, opening(text, strings.Join(strings.Fields(other.Text), " ")))
			}
		}
		if told[a.ID] = text; shared >= sharedOpening {
			told[a.ID] = "… " + text[shared:]
		}
	}
	return told
}

// opening is how many bytes two texts share at their beginning, in whole words; all of
// neither.
func opening(a, b string) (n int) {
	for i := 0; i < min(len(a), len(b)) && a[i] == b[i]; i++ {
		if a[i] == ' ' {
			n = i + 1
		}
	}
	return n
}

// became says in a word what became of the figures that an action answers; nothing
// where it keeps none.
func became(d panel.Data, a plan.Action) string {
	if len(a.EvidenceFigures()) == 0 {
		return ""
	}
	all := d.Progress[a.ID]
	if len(all) == 1 {
		return string(all[0].State)
	}
	words := make([]string, len(all))
	for i, progress := range all {
		words[i] = progress.Indicator + " " + string(progress.State)
	}
	return strings.Join(words, ", ")
}

// View puts what is looked for in the place of the title.
func (p *actionPlan) View() string {
	if !p.finding && p.find.Value() == "" {
		return p.Page.View()
	}
	t := p.Data.Theme
	hint := "Esc shows all"
	if p.finding {
		hint = "Enter keeps, Esc clears"
	}
	shown := len(p.shown())
	right := t.Text(fmt.Sprintf("%d of %d · %s", shown, p.Data.Plan.Len(), hint))
	if p.Width < 60 {
		right = fmt.Sprintf("%d of %d", shown, p.Data.Plan.Len())
	}
	label := t.Styles.Title.Render(" Find: ")
	room := p.Width - 7 - theme.Width(right) - 2
	find := p.find
	theme.StyleInput(&find, t)
	find.SetWidth(max(room-1, 1))
	return p.Headed(label + panel.Padded(find.View(), room) + " " + t.Styles.Muted.Render(right))
}

// shown gives the ids that the list shows, each once.
func (p *actionPlan) shown() map[string]bool {
	ids := map[string]bool{}
	for _, row := range p.rows {
		ids[row.action.ID] = true
	}
	return ids
}
