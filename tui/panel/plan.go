package panel

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/chart"
)

// planPanel lists the action plan, and shows the action under the cursor whole.
type planPanel struct {
	page
	selected string // id of the action under the cursor
	at       int    // where it stood, for when it is deleted
	keys     planKeys
}

type planKeys struct {
	cursorKeys
	New, Edit, Delete, Done key.Binding
}

// dateWidth is the longest date that a deadline is written as, "30 September
// 2025": a date is never cut, words may be.
const dateWidth = 17

// NewPlan makes the panel of the action plan.
func NewPlan() Panel {
	return &planPanel{page: newPage(), keys: planKeys{
		cursorKeys: newCursorKeys("edit"),
		New:        key.NewBinding(key.WithKeys("a", "n"), key.WithHelp("a", "new action")),
		Edit:       key.NewBinding(key.WithKeys("e"), key.WithHelp("e", "edit")),
		Delete:     key.NewBinding(key.WithKeys("d", "delete"), key.WithHelp("d", "delete (asks first)")),
		Done:       key.NewBinding(key.WithKeys("x"), key.WithHelp("x", "done or not")),
	}}
}

func (p *planPanel) Title() string { return "Action plan" }

func (p *planPanel) SetData(d Data) {
	p.data = d
	p.rebuild()
}

func (p *planPanel) SetSize(width, height int) {
	p.resize(width, height)
	p.rebuild()
}

func (p *planPanel) View() string { return p.view() }

func (p *planPanel) Update(msg tea.Msg) tea.Cmd {
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p.update(msg)
	}
	actions := p.data.Plan.Actions()
	at := p.index(actions)
	if to, moved := p.keys.move(pressed, at, len(actions)); moved && to != at {
		p.selected = actions[to].ID
		p.rebuild()
		return nil
	}
	if key.Matches(pressed, p.keys.New) {
		return send(DraftAskedMsg{})
	}
	if len(actions) == 0 {
		return p.update(msg)
	}
	switch id := actions[at].ID; {
	case key.Matches(pressed, p.keys.Edit, p.keys.Open):
		return send(EditAskedMsg{id})
	case key.Matches(pressed, p.keys.Delete):
		return send(DeleteAskedMsg{id})
	case key.Matches(pressed, p.keys.Done):
		return send(DoneToggledMsg{id})
	}
	return p.update(msg)
}

func (p *planPanel) ShortHelp() []key.Binding {
	return []key.Binding{p.keys.New, p.keys.Edit, p.keys.Done, p.keys.Delete}
}

func (p *planPanel) FullHelp() [][]key.Binding {
	k := p.keys
	return [][]key.Binding{{k.Up, k.Down, k.First, k.Last, k.Open, k.New, k.Edit, k.Delete, k.Done}}
}

// index finds the action under the cursor; where it was deleted, the one that
// took its place.
func (p *planPanel) index(actions []plan.Action) int {
	for i, a := range actions {
		if a.ID == p.selected {
			return i
		}
	}
	return max(min(p.at, len(actions)-1), 0)
}

func (p *planPanel) rebuild() {
	t := p.data.Theme
	if p.width <= 0 || p.data.Clean == nil {
		return
	}
	actions := p.data.Plan.Actions()
	if len(actions) == 0 {
		words := "There are no actions yet. Press a here to write one, or a on an indicator to start one from its figure."
		if p.data.PlanLocked != "" {
			words = "The plan cannot be changed: " + p.data.PlanLocked
		}
		p.set(" Action plan", "", indented(wrap(t, words, p.width-2, t.Styles.Text.Render)))
		return
	}
	at := p.index(actions)
	p.selected, p.at = actions[at].ID, at
	head, rows := p.table(actions, at).Lines(t, p.width)
	lines := head
	from, to := 0, 0
	for i, row := range rows {
		if i == at {
			from = len(lines)
			to = from + len(row) - 1
		}
		lines = append(lines, row...)
	}
	if p.data.PlanLocked != "" {
		lines = append(lines, "")
		lines = append(lines, indented(wrap(t, t.Glyphs.Warning+" The plan cannot be changed: "+p.data.PlanLocked, p.width-2, t.Styles.Notice.Render))...)
	}
	lines = append(lines, "")
	lines = append(lines, p.detail(actions[at])...)
	if p.data.PlanPath != "" {
		lines = append(lines, "")
		lines = append(lines, indented(wrap(t, "Kept in "+p.data.Clean(p.data.PlanPath), p.width-2, t.Styles.Muted.Render))...)
	}
	p.set(" Action plan", p.summary(actions), lines)
	p.body.EnsureVisible(to, 0, 0)
	p.body.EnsureVisible(from, 0, 0)
	if at == 0 {
		p.body.GotoTop()
	}
}

// summary counts what is done and what is past its deadline.
func (p *planPanel) summary(actions []plan.Action) string {
	done, overdue := 0, 0
	for _, a := range actions {
		if a.Done() {
			done++
		}
		if a.Overdue(p.data.Today) {
			overdue++
		}
	}
	s := fmt.Sprintf("%d %s", len(actions), plural(len(actions), "action", "actions"))
	if done > 0 {
		s += fmt.Sprintf(" · %d done", done)
	}
	if overdue > 0 {
		s += fmt.Sprintf(" · %d overdue", overdue)
	}
	return s
}

func (p *planPanel) table(actions []plan.Action, at int) chart.Table {
	st := p.data.Theme.Styles
	tb := chart.Table{Rule: true, Cursor: true, Selected: at, Columns: []chart.Column{
		{Title: "No.", Style: st.Muted},
		{Title: "Action", Flex: true, Min: max(20, p.width*2/5), Style: st.Text},
		{Title: "Indicators", Style: st.Muted, Drop: 4},
		{Title: "Deadline", Style: st.Text, Flex: true, Min: dateWidth, Drop: 2},
		{Title: "Lead", Flex: true, Min: 12, Style: st.Muted, Drop: 3},
		{Title: "Status", Style: st.Text, Flex: true, Min: 8, Drop: 1},
	}}
	for _, a := range actions {
		tb.Rows = append(tb.Rows, []string{p.data.Clean(a.Number), p.data.Clean(a.Text), p.data.Clean(a.Indicators),
			p.data.Clean(a.Deadline), p.data.Clean(a.Lead), p.status(a)})
	}
	return tb
}

// status says what a deadline means today beside the words of the plan.
func (p *planPanel) status(a plan.Action) string {
	s := p.data.Clean(a.Status)
	if !a.Overdue(p.data.Today) {
		return s
	}
	if s == "" {
		return "overdue"
	}
	return s + ", overdue"
}

// detail shows every field that has something, whole.
func (p *planPanel) detail(a plan.Action) []string {
	t := p.data.Theme
	var lines []string
	for _, field := range plan.Fields() {
		value := field.Value(a)
		if strings.TrimSpace(value) == "" || field.Column == "id" {
			continue
		}
		label := field.Label + ": "
		for i, part := range strings.Split(value, "\n") {
			text := p.data.Clean(part)
			if i == 0 {
				text = label + text
			} else {
				text = "  " + text
			}
			lines = append(lines, indented(wrap(t, text, p.width-2, t.Styles.Text.Render))...)
		}
	}
	return lines
}
