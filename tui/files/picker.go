package files

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/meanings"
	"wres/tui/ask"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// picker is a list to choose one meaning from. Everything typed goes to its filter:
// a letter is never a command here.
type picker struct {
	theme         theme.Theme
	clean         func(string) string
	question      string
	all, shown    []meanings.Choice
	at, top       int
	filter        textinput.Model
	keys          pickerKeys
	choose        func(meaning string)
	width, height int
}

type pickerKeys struct{ Up, Down, PageUp, PageDown, Choose, Back key.Binding }

func newPicker(t theme.Theme, clean func(string) string, question string, all []meanings.Choice, choose func(meaning string)) *picker {
	p := &picker{theme: t, clean: clean, question: question, all: all, choose: choose, filter: theme.NewInput(t), keys: pickerKeys{
		Up: ask.Bind("↑", "row above", "up"), Down: ask.Bind("↓", "row below", "down"),
		PageUp: ask.Bind("pgup", "a page up", "pgup"), PageDown: ask.Bind("pgdn", "a page down", "pgdown"),
		Choose: ask.Bind("enter", "choose", "enter"), Back: ask.Bind("esc", "back", "esc"),
	}}
	p.narrow()
	return p
}

// nothing is where the cursor stands while nobody said what is meant: Enter chooses
// nothing then.
const nothing = -1

// begin gives the row to begin on: the meaning that is near, else the one that holds, else
// none, so that none is chosen because it happens to stand first.
func (p *picker) begin() int {
	at := nothing
	for i, c := range p.shown {
		switch {
		case c.Near:
			return i
		case c.Now:
			at = i
		}
	}
	return at
}

// narrow keeps the choices whose name or help holds every word that was typed, those
// with the words in their names first.
func (p *picker) narrow() {
	words := strings.Fields(strings.ToLower(p.filter.Value()))
	holds := func(text string) bool {
		text = strings.ToLower(text)
		for _, w := range words {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	}
	p.shown = nil
	var behind []meanings.Choice
	for _, c := range p.all {
		switch {
		case holds(c.Name):
			p.shown = append(p.shown, c)
		case holds(c.Name + " " + c.Help):
			behind = append(behind, c)
		}
	}
	p.shown = append(p.shown, behind...)
	if p.at = 0; len(words) == 0 {
		p.at = p.begin()
	}
}

// Update takes a message; closed says that nothing is asked any more.
func (p *picker) Update(msg tea.Msg) (r ask.Request, closed bool, cmd tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, p.keys.Back):
			return nil, true, nil
		case key.Matches(k, p.keys.Choose):
			if p.at >= 0 && p.at < len(p.shown) {
				p.choose(p.shown[p.at].Meaning)
				return nil, true, nil
			}
			return nil, false, nil
		}
	}
	return nil, false, p.update(msg)
}

// Typing: whatever is typed narrows the list.
func (p *picker) Typing() bool { return true }

func (p *picker) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		page := max(p.room()-1, 1)
		switch {
		case key.Matches(msg, p.keys.Up):
			p.moveTo(p.at - 1)
			return nil
		case key.Matches(msg, p.keys.Down):
			p.moveTo(p.at + 1)
			return nil
		case key.Matches(msg, p.keys.PageUp):
			p.moveTo(p.at - page)
			return nil
		case key.Matches(msg, p.keys.PageDown):
			p.moveTo(p.at + page)
			return nil
		}
		return p.typed(msg)
	case tea.PasteMsg:
		msg.Content = panel.Pasted(msg.Content, p.clean)
		return p.typed(msg)
	}
	return p.typed(msg)
}

func (p *picker) typed(msg tea.Msg) tea.Cmd {
	before := p.filter.Value()
	var cmd tea.Cmd
	p.filter, cmd = p.filter.Update(msg)
	if p.filter.Value() != before {
		p.narrow()
	}
	return cmd
}

func (p *picker) moveTo(at int) { p.at = max(min(at, len(p.shown)-1), 0) }

func (p *picker) SetSize(width, height int) {
	p.width, p.height = width, height
	p.filter.SetWidth(max(width-len(filterLabel)-2, 1))
}

const filterLabel = " Filter: "

// noneNear is said while the cursor is on no meaning.
const noneNear = "None is near enough to say: type, or go down."

// room is the lines for choices, between the question with the filter and the help.
func (p *picker) room() int { return max(p.height-len(p.asked())-1-p.helpHeight(), 1) }

func (p *picker) helpHeight() int {
	if p.height < shortScreen {
		return 2
	}
	return 3
}

// asked is the question, in as many lines as it takes and there is room for.
func (p *picker) asked() []string {
	lines := strings.Split(ansi.Wrap(p.theme.Text(p.question), max(p.width-2, 1), ""), "\n")
	return lines[:min(len(lines), 2)]
}

func (p *picker) View() string {
	t := p.theme
	var lines []string
	for _, line := range p.asked() {
		lines = append(lines, " "+t.Styles.Title.Render(line))
	}
	lines = append(lines, t.Styles.Key.Render(filterLabel)+p.filter.View())
	room := p.room()
	p.top = max(min(p.top, max(p.at, 0)), p.at-room+1)
	p.top = max(min(p.top, len(p.shown)-room), 0)
	body := p.table(room)
	for len(body) < room {
		body = append(body, "")
	}
	lines = append(lines, body[:room]...)
	switch {
	case p.at == nothing && len(p.shown) > 0:
		lines = append(lines, " "+t.Styles.Muted.Render(ansi.Truncate(t.Text(noneNear), max(p.width-2, 0), t.Glyphs.Ellipsis)))
	case p.at < len(p.shown):
		for i, line := range strings.Split(ansi.Wrap(t.Text(p.shown[p.at].Name+": "+p.shown[p.at].Help), max(p.width-2, 1), ""), "\n") {
			if i < p.helpHeight() {
				lines = append(lines, " "+t.Styles.Muted.Render(line))
			}
		}
	}
	return panel.Fill(lines, p.width, p.height)
}

func (p *picker) table(room int) []string {
	if len(p.shown) == 0 {
		return []string{" " + p.theme.Styles.Notice.Render(p.theme.Text("Nothing is called that: take letters away."))}
	}
	st := p.theme.Styles
	tb := chart.Table{Cursor: true, Selected: p.at, First: p.top, Count: room, Columns: []chart.Column{
		{Style: st.Text}, {Style: st.Muted, Flex: true, Min: 10, Drop: 1},
	}}
	for _, c := range p.shown {
		name := c.Name
		if c.Now {
			name += " (now)"
		}
		tb.Rows = append(tb.Rows, []string{name, c.Help})
	}
	_, rows := tb.Lines(p.theme, p.width)
	var lines []string
	for _, row := range rows {
		lines = append(lines, row[:1]...)
	}
	return lines
}

func (p *picker) ShortHelp() []key.Binding {
	return []key.Binding{p.keys.Choose, p.keys.Back, p.keys.Down, ask.Bind("a-z", "filter", "a-z")}
}
