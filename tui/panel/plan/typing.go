package plan

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// beginNote takes what is typed as a note of an action.
func (p *actionPlan) beginNote(id string) ask.Request {
	if p.Data.PlanLocked != "" {
		return ask.Notice{Text: p.Data.PlanLocked}
	}
	p.noting = id
	p.note.Reset()
	p.note.Focus() // its cursor does not blink, so there is no command
	return nil
}

// noteKey takes a key while a note is typed.
func (p *actionPlan) noteKey(pressed tea.KeyPressMsg) ask.Request {
	id, text := p.noting, strings.TrimSpace(p.note.Value())
	switch {
	case key.Matches(pressed, p.keys.Clear):
		p.endNote()
	case key.Matches(pressed, p.keys.Keep) && text == "":
		p.endNote()
	case key.Matches(pressed, p.keys.Keep) && p.Data.PlanLocked == "":
		p.endNote()
		return ask.Note(id, text)
	case key.Matches(pressed, p.keys.Keep): // what was typed stays until it can be kept
		return ask.Notice{Text: p.Data.PlanLocked}
	default:
		p.typed(pressed)
	}
	return nil
}

func (p *actionPlan) endNote() {
	p.noting = ""
	p.note.Blur()
	p.note.Reset()
}

// Unsaved says which note is typed and in no plan yet, and what stands for it in a sentence; "":
// nothing.
func (p *actionPlan) Unsaved() (what, it string) {
	if p.noting == "" || strings.TrimSpace(p.note.Value()) == "" {
		return "", ""
	}
	return "The note is not in the plan yet.", "it"
}

// Draft is the action with the note that is typed, as a journal keeps it; nil: none is.
func (p *actionPlan) Draft() *plan.Draft {
	a, found := p.Data.Plan.Find(p.noting)
	if what, _ := p.Unsaved(); what == "" || !found {
		return nil
	}
	d := plan.DraftOf(a, a.Noted(strings.TrimSpace(p.note.Value()), p.Data.Today), true)
	return &d
}

// View puts what is typed in the place of the title.
func (p *actionPlan) View() string {
	shown := fmt.Sprintf("%d of %d", len(p.list.shown()), p.Data.Plan.Len())
	switch {
	case p.noting != "":
		a, _ := p.Data.Plan.Find(p.noting)
		return typing(&p.Page, strings.TrimSpace("Note on "+p.Data.Line(a.Number)), p.note, "Enter keeps, Esc drops", "")
	case p.finding:
		return typing(&p.Page, "Find", p.find, shown+" · Enter keeps, Esc clears", shown)
	case p.find.Value() != "":
		return typing(&p.Page, "Find", p.find, shown+" · Esc shows all", shown)
	}
	return p.Page.View()
}

// typing is the page with a line that is typed in place of its title. What stands at its
// right is shorter in a narrow window.
func typing(p *panel.Page, label string, line textinput.Model, right, brief string) string {
	t := p.Data.Theme
	if p.Width < 60 {
		right = brief
	}
	right = t.Text(right)
	label = t.Styles.Title.Render(" " + t.Text(label) + ": ")
	room := p.Width - theme.Width(label) - theme.Width(right) - 2
	theme.StyleInput(&line, t)
	at := line.Position()
	line.SetWidth(max(room-1, 1))
	line.CursorEnd() // so that what is seen has the cursor in it
	line.SetCursor(at)
	return p.Headed(label + panel.Padded(line.View(), max(room, 0)) + " " + t.Styles.Muted.Render(right))
}
