// Package plan is the panel of the action plan: the list, in an order, in groups and
// filtered as the user wants, and the action under the cursor whole. The snapshot of the
// app goes in (panel.Data); a panel comes out, whose requests change the plan.
package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// actionPlan lists the action plan, in an order, in groups and filtered as the user
// wants, and shows the action under the cursor whole.
type actionPlan struct {
	panel.Page
	sort, group plan.Key
	find        textinput.Model
	finding     bool // letters go into find

	rows     []row
	sections []plan.Section
	at       int    // the row under the cursor
	selected string // id of its action
	section  string // name of its section
	top      int    // first line of the list that is shown, where it has to scroll
	keys     keyMap
}

// row is one line of the list. In groups by indicator an action may have
// several.
type row struct {
	section int
	action  plan.Action
}

// keyMap is the keys of the list.
type keyMap struct {
	panel.CursorKeys
	New, Edit, Delete, Done   key.Binding
	Duplicate, Earlier, Later key.Binding
	Sort, Group, Find, Carry  key.Binding
	Keep, Clear               key.Binding // of what is typed to find
}

// New makes the panel of the action plan.
func New() panel.Panel {
	move := panel.NewCursorKeys("edit")
	move.First.SetKeys("home") // g groups here
	move.Last.SetKeys("end")
	return &actionPlan{Page: panel.NewPage(), sort: urgent, find: theme.NewInput(theme.Theme{}), keys: keyMap{
		CursorKeys: move,
		New:        ask.Bind("a", "new action", "a", "n"),
		Edit:       ask.Bind("e", "edit", "e"),
		Delete:     ask.Bind("d", "delete (asks first)", "d", "delete"),
		Done:       ask.Bind("x", "done or not", "x"),
		Duplicate:  ask.Bind("c", "copy the action", "c", "D"),
		Earlier:    ask.Bind("K", "move it up the plan", "K", "alt+up"),
		Later:      ask.Bind("J", "move it down the plan", "J", "alt+down"),
		Sort:       ask.Bind("o", "in another order", "o"),
		Group:      ask.Bind("g", "in groups", "g"),
		Find:       ask.Bind("/", "find", "/"),
		Carry:      ask.Bind("C", "begin the next year's plan", "C"),
		Keep:       key.NewBinding(key.WithKeys("enter")),
		Clear:      key.NewBinding(key.WithKeys("esc")),
	}}
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
	p.list()
	p.rebuild()
}

func (p *actionPlan) SetSize(width, height int) {
	p.Resize(width, height)
	p.rebuild()
}

// Keeps takes every key while something is typed to find, and Esc while the list
// shows only what was found.
func (p *actionPlan) Keeps(k tea.KeyPressMsg) bool {
	return p.finding || p.find.Value() != "" && key.Matches(k, p.keys.Clear)
}

func (p *actionPlan) Update(msg tea.Msg) ask.Request {
	pressed, isKey := msg.(tea.KeyPressMsg)
	if paste, ok := msg.(tea.PasteMsg); ok && p.finding {
		p.typed(tea.PasteMsg{Content: p.Data.Clean(oneLine(paste.Content))})
		return nil
	}
	if !isKey {
		return p.Page.Update(msg)
	}
	if p.Keeps(pressed) {
		p.findKey(pressed)
		return nil
	}
	if p.moved(pressed) {
		return nil
	}
	switch {
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
		return arrange(p, &p.sort, append([]plan.Key{urgent, plan.ByOrder}, plan.SortKeys()...))
	case key.Matches(pressed, p.keys.Group):
		return arrange(p, &p.group, append([]plan.Key{plan.ByOrder}, plan.GroupKeys()...))
	}
	if len(p.rows) == 0 {
		return p.Page.Update(msg)
	}
	return p.onAction(pressed, p.rows[p.at].action)
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
	if p.sort != plan.ByOrder || p.group != plan.ByOrder || p.find.Value() != "" {
		return ask.Notice{Text: "only the whole plan in its own order is moved about: o, g and Esc bring it back"}
	}
	return ask.Move(id, by)
}

// moved moves the cursor.
func (p *actionPlan) moved(pressed tea.KeyPressMsg) bool {
	to, moved := p.keys.Move(pressed, p.at, len(p.rows))
	if !moved || to == p.at {
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
		p.list()
	}
	if at := slices.IndexFunc(p.rows, func(r row) bool { return r.action.ID == id }); at >= 0 {
		p.choose(at)
		p.Body.GotoTop()
	}
	p.rebuild()
}

func (p *actionPlan) choose(row int) {
	p.at = row
	p.selected, p.section = p.rows[row].action.ID, p.sections[p.rows[row].section].Name
}

// arrange goes on to the next of some keys.
func arrange(p *actionPlan, by *plan.Key, keys []plan.Key) ask.Request {
	*by = keys[(slices.Index(keys, *by)+1)%len(keys)]
	p.list()
	p.rebuild()
	return nil
}

// findKey takes a key while something is typed to find, or was.
func (p *actionPlan) findKey(pressed tea.KeyPressMsg) {
	switch {
	case key.Matches(pressed, p.keys.Clear):
		p.find.Reset()
		p.stopTyping()
		p.list()
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

// typed gives a key or a paste to the text that is looked for.
func (p *actionPlan) typed(msg tea.Msg) {
	p.find, _ = p.find.Update(msg) // the commands are of a blinking cursor
	p.list()
	p.Body.GotoTop()
	p.rebuild()
}

func (p *actionPlan) ShortHelp() []key.Binding {
	return []key.Binding{p.keys.New, p.keys.Edit, p.keys.Done, p.keys.Find, p.keys.Sort, p.keys.Group, p.keys.Delete}
}

func (p *actionPlan) FullHelp() [][]key.Binding {
	k := p.keys
	return [][]key.Binding{
		{k.Up, k.Down, k.First, k.Last, k.Open, k.New, k.Edit, k.Delete, k.Done, k.Duplicate, k.Earlier, k.Later},
		{k.Find, k.Sort, k.Group, k.Carry},
	}
}

// deletion asks whether to delete an action.
func deletion(a plan.Action, d panel.Data) ask.Question {
	return ask.Question{Edits: true, No: "keep it",
		Text:    fmt.Sprintf("Delete action %s, %q?", d.Clean(a.Number), ansi.Truncate(d.Clean(a.Text), 60, d.Theme.Glyphs.Ellipsis)),
		Answers: []ask.Answer{{Binding: ask.Yes("delete it"), Does: ask.Delete(a.ID)}}}
}

// oneLine keeps the spaces at the ends of a pasted piece: it may be one of several.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, s)
}
