// Package plan is the panel of the action plan: the list, in an order, in groups and
// filtered as the user wants, and the action under the cursor whole. The snapshot of the
// app goes in (panel.Data); a panel comes out, whose requests change the plan.
package plan

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/findings"
	"wres/model/plan"
	"wres/model/plan/due"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// actionPlan lists the action plan, in an order, in groups and filtered as the user
// wants, and shows the action under the cursor whole.
type actionPlan struct {
	panel.Page
	list       list
	find, note textinput.Model
	finding    bool               // letters go into find
	noting     string             // the id of the action whose note they go into
	open       []findings.Finding // what is clear and has no open action

	selected string // id of the action under the cursor
	section  string // name of its section
	keys     keyMap
}

// keyMap is the keys of the list.
type keyMap struct {
	panel.CursorKeys
	New, Answer, Own          key.Binding // an action: any; on the first of what is clear; another
	Edit, Delete              key.Binding
	Done, Due, Note, Figure   key.Binding
	Duplicate, Earlier, Later key.Binding
	Sort, Group, Find, Carry  key.Binding
	Keep, Clear               key.Binding // of what is typed
}

// New makes the panel of the action plan.
func New() panel.Panel {
	move := panel.NewCursorKeys("edit")
	move.First.SetKeys("home") // g groups here
	move.Last.SetKeys("end")
	p := &actionPlan{Page: panel.NewPage(), find: theme.NewInput(theme.Theme{}), note: theme.NewInput(theme.Theme{}), keys: keyMap{
		CursorKeys: move,
		New:        ask.Bind("a", "new action", "a", "n"),
		Answer:     ask.Bind("a", "new action", "a"),
		Own:        ask.Bind("n", "new action of your own", "n"),
		Edit:       ask.Bind("e", "edit", "e"),
		Delete:     ask.Bind("d", "delete (asks first)", "d", "delete"),
		Done:       ask.Bind("space", "done or not", "space", "x"),
		Due:        ask.Bind("+", "another day", "+"),
		Note:       ask.Bind("N", "add a note", "N"),
		Figure:     ask.Bind("F", "pick its figure", "F"),
		Duplicate:  ask.Bind("c", "copy the action", "c", "D"),
		Earlier:    ask.Bind("K", "move it up the plan", "K", "alt+up"),
		Later:      ask.Bind("J", "move it down the plan", "J", "alt+down"),
		Sort:       ask.Bind("o", "another order", "o"),
		Group:      ask.Bind("g", "in groups", "g"),
		Find:       ask.Bind("/", "find", "/"),
		Carry:      ask.Bind("C", "begin the next year's plan", "C"),
		Keep:       key.NewBinding(key.WithKeys("enter")),
		Clear:      key.NewBinding(key.WithKeys("esc")),
	}}
	p.list = list{Page: &p.Page, sort: urgent}
	return p
}

func (p *actionPlan) Title() string { return "Action plan" }

// SetData also puts the cursor on an action that was just added.
func (p *actionPlan) SetData(d panel.Data) {
	before := p.Data.Plan
	p.Data = d
	if before.Len() > 0 && d.Plan.Len() == before.Len()+1 {
		for _, a := range d.Plan.Actions() {
			if _, known := before.Find(a.ID); !known {
				p.selected = a.ID
			}
		}
	}
	p.open = findings.StandingOf(d.Findings(), d.Plan.Actions(), d.Today).Gaps
	p.arrange()
	p.rebuild()
}

func (p *actionPlan) SetSize(width, height int) {
	p.Resize(width, height)
	p.rebuild()
}

// Keeps takes every key while something is typed to find or to note, and Esc while the list
// shows only what was found.
func (p *actionPlan) Keeps(k tea.KeyPressMsg) bool {
	return p.finding || p.noting != "" || p.find.Value() != "" && key.Matches(k, p.keys.Clear)
}

func (p *actionPlan) Update(msg tea.Msg) ask.Request {
	pressed, isKey := msg.(tea.KeyPressMsg)
	if paste, ok := msg.(tea.PasteMsg); ok && (p.finding || p.noting != "") {
		p.typed(tea.PasteMsg{Content: panel.Pasted(paste.Content, p.Data.Clean)})
		return nil
	}
	if !isKey {
		return p.Page.Update(msg)
	}
	if p.Keeps(pressed) {
		if p.noting != "" {
			return p.noteKey(pressed)
		}
		p.findKey(pressed)
		return nil
	}
	if p.moved(pressed) {
		return nil
	}
	switch {
	case key.Matches(pressed, p.keys.Answer) && p.answers():
		return panel.Draft(p.Data, p.open[0].Indicator.ID, p.open[0].Bands)
	case key.Matches(pressed, p.keys.New):
		return ask.Form{New: true}
	case key.Matches(pressed, p.keys.Carry):
		return ask.CarryOver{}
	case key.Matches(pressed, p.keys.Find):
		p.finding = true
		p.find.Focus() // its cursor does not blink, so there is no command
		p.rebuild()
		return nil
	case key.Matches(pressed, p.keys.Sort):
		return another(p, &p.list.sort, append([]plan.Key{urgent, plan.ByOrder}, plan.SortKeys()...))
	case key.Matches(pressed, p.keys.Group):
		return another(p, &p.list.group, append([]plan.Key{plan.ByOrder}, plan.GroupKeys()...))
	}
	if len(p.list.rows) == 0 {
		return p.Page.Update(msg)
	}
	return p.onAction(pressed, p.list.rows[p.list.at].action)
}

// onAction handles the keys that do something with the action under the cursor.
func (p *actionPlan) onAction(pressed tea.KeyPressMsg, a plan.Action) ask.Request {
	switch {
	case key.Matches(pressed, p.keys.Edit, p.keys.Open):
		return ask.Form{Action: a}
	case key.Matches(pressed, p.keys.Delete):
		return deletion(a, p.Data)
	case key.Matches(pressed, p.keys.Done):
		return ask.Done(a.ID)
	case key.Matches(pressed, p.keys.Due):
		return anotherDay(a, p.Data)
	case key.Matches(pressed, p.keys.Note):
		return p.beginNote(a.ID)
	case key.Matches(pressed, p.keys.Figure):
		return pickFigure(p.Data, a)
	case key.Matches(pressed, p.keys.Duplicate):
		return ask.Duplicate(a.ID)
	case key.Matches(pressed, p.keys.Earlier):
		return p.reorder(a.ID, -1)
	case key.Matches(pressed, p.keys.Later):
		return p.reorder(a.ID, +1)
	}
	return p.Page.Update(pressed)
}

// reorder moves an action in the plan, where the list shows the order that changes.
func (p *actionPlan) reorder(id string, by int) ask.Request {
	if p.list.sort != plan.ByOrder || p.list.group != plan.ByOrder || p.find.Value() != "" {
		return ask.Notice{Text: "only the whole plan in its own order is moved about: o, g and Esc bring it back"}
	}
	return ask.Move(id, by)
}

// moved moves the cursor.
func (p *actionPlan) moved(pressed tea.KeyPressMsg) bool {
	to, moved := p.keys.Move(pressed, p.list.at, len(p.list.rows))
	if !moved || to == p.list.at {
		return false
	}
	p.choose(to)
	p.Body.GotoTop()
	p.rebuild()
	return true
}

// Choose puts the cursor on an action. What was typed to find another is taken away.
func (p *actionPlan) Choose(id string) {
	if p.find.Value() != "" || p.finding {
		p.find.Reset()
		p.stopTyping()
		p.arrange()
	}
	if at := slices.IndexFunc(p.list.rows, func(r row) bool { return r.action.ID == id }); at >= 0 {
		p.choose(at)
		p.Body.GotoTop()
	}
	p.rebuild()
}

func (p *actionPlan) choose(row int) {
	p.list.at = row
	p.selected, p.section = p.list.rows[row].action.ID, p.list.sections[p.list.rows[row].section].Name
}

// another goes on to the next of some keys.
func another(p *actionPlan, by *plan.Key, keys []plan.Key) ask.Request {
	*by = keys[(slices.Index(keys, *by)+1)%len(keys)]
	p.arrange()
	p.rebuild()
	return nil
}

// findKey takes a key while something is typed to find, or was.
func (p *actionPlan) findKey(pressed tea.KeyPressMsg) {
	switch {
	case key.Matches(pressed, p.keys.Clear):
		p.find.Reset()
		p.stopTyping()
		p.arrange()
	case key.Matches(pressed, p.keys.Keep):
		p.stopTyping()
	case pressed.Code == tea.KeyUp || pressed.Code == tea.KeyDown:
		p.moved(pressed)
	default:
		p.typed(pressed)
		return
	}
	p.rebuild()
}

func (p *actionPlan) stopTyping() {
	p.finding = false
	p.find.Blur()
}

// typed gives a key or a paste to what is typed.
func (p *actionPlan) typed(msg tea.Msg) {
	if p.noting != "" {
		p.note, _ = p.note.Update(msg)
		return
	}
	p.find, _ = p.find.Update(msg) // the commands are of a blinking cursor
	p.arrange()
	p.Body.GotoTop()
	p.rebuild()
}

// answers reports whether an action can be begun from what is clear and has none. In the
// publication view none is: it would keep the full counts.
func (p *actionPlan) answers() bool { return len(p.open) > 0 && !p.Data.Results.Publication }

// new is the keys that begin an action: where something is clear and has none, one of them
// begins with that.
func (p *actionPlan) new() []key.Binding {
	if p.answers() {
		return []key.Binding{p.keys.Answer, p.keys.Own}
	}
	return []key.Binding{p.keys.New}
}

func (p *actionPlan) ShortHelp() []key.Binding {
	k := p.keys
	return []key.Binding{p.new()[0], k.Edit, k.Done, k.Due, k.Note, k.Figure, k.Sort, k.Find}
}

func (p *actionPlan) FullHelp() [][]key.Binding {
	k := p.keys
	return [][]key.Binding{
		append(append([]key.Binding{k.Up, k.Down, k.First, k.Last, k.Open}, p.new()...), k.Edit, k.Delete, k.Done, k.Due, k.Note, k.Figure, k.Duplicate, k.Earlier, k.Later),
		{k.Find, k.Sort, k.Group, k.Carry},
	}
}

// deletion asks whether to delete an action.
func deletion(a plan.Action, d panel.Data) ask.Question {
	return ask.Question{Edits: true, No: "keep it",
		Text:    fmt.Sprintf("Delete action %s, %q?", d.Line(a.Number), ansi.Truncate(d.Line(a.Text), 60, d.Theme.Glyphs.Ellipsis)),
		Answers: []ask.Answer{{Binding: ask.Yes("delete it"), Does: ask.Delete(a.ID)}}}
}

// steps are by how much a day may be moved.
var steps = []struct {
	key, name string
	months    int
}{{"m", "a month", 1}, {"3", "a quarter", 3}, {"y", "a year", 12}} // q closes a question

// anotherDay asks by how much to move the day of an action: from that day, or from today
// where it is past or none is named.
func anotherDay(a plan.Action, d panel.Data) ask.Question {
	was := a.Due()
	text := fmt.Sprintf("Action %s is due %s. Move that by", d.Line(a.Number), d.Line(was.Text))
	switch {
	case a.Overdue(d.Today):
		text = fmt.Sprintf("Action %s was due %s, %s. Its new day, counted from today", d.Line(a.Number), d.Line(was.Text), findings.Lateness(was, d.Today))
	case !was.HasDate():
		text = fmt.Sprintf("Action %s names no day. Give it one, counted from today", d.Line(a.Number))
	}
	q := ask.Question{Edits: true, No: "leave it", Text: text + ":"}
	for _, s := range steps {
		day := was.Moved(s.months, d.Today)
		q.Answers = append(q.Answers, ask.Answer{Binding: ask.Bind(s.key, s.name+": "+due.Written(day), s.key), Does: ask.Due(a.ID, day)})
	}
	return q
}
