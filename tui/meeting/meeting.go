// Package meeting is the screen that is gone through in a meeting: a page a finding, each
// with all that is said of it, and a line for a note.
//
// The snapshot of the app goes in (panel.Data), model/meeting makes its pages, and this
// draws them over the whole window but its last line. What is typed as a note is handed
// over as it is typed (NoteDeps).
package meeting

import (
	"slices"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"wres/model/meeting"
	"wres/model/report"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Model is the meeting, with its notes. It is made once, and stands over the panels while
// it is open.
type Model struct {
	KeyMap
	data          panel.Data
	clean         func(string) string
	pages         []meeting.Page
	at            int
	left          bool // for the panel behind a page, and not ended
	width, height int
	body          viewport.Model
	lines         []string      // of the note
	ofFigure      []key.Binding // what can be asked of the figure of the page
	notes
}

// KeyMap is the keys of a meeting, beside those that each figure has.
type KeyMap struct {
	Next, Back, Note, Enter, Plan, Scroll, Sentence, Help, End key.Binding
}

// NewKeyMap makes the keys.
func NewKeyMap() KeyMap {
	return KeyMap{
		Next:     ask.Bind("space", "next", "space", "right"),
		Back:     ask.Bind("b", "back", "b", "left"),
		Note:     ask.Bind("n", "note", "n"),
		Enter:    ask.Bind("enter", "into the panel", "enter"),
		Plan:     ask.Bind("p", "the plan", "p"),
		Scroll:   ask.Bind("↑↓", "scroll", "up", "down", "pgup", "pgdown", "home", "end"),
		Sentence: ask.Bind("y", "copy the sentence to the clipboard", "y"),
		Help:     ask.Bind("?", "all keys", "?", "f1"),
		End:      ask.Bind("esc", "end", "esc", "q"),
	}
}

// New makes a meeting without pages. clean makes one line of what may reach the screen out
// of any text.
func New(d NoteDeps, clean func(string) string) *Model {
	m := &Model{KeyMap: NewKeyMap(), clean: clean, body: viewport.New(), notes: newNotes(d)}
	m.body.KeyMap = viewport.KeyMap{
		PageDown: key.NewBinding(key.WithKeys("pgdown")), PageUp: key.NewBinding(key.WithKeys("pgup")),
		Down: key.NewBinding(key.WithKeys("down")), Up: key.NewBinding(key.WithKeys("up")),
	}
	return m
}

// Open begins a meeting at its first page, or goes on with one that was left for a panel.
// The command reads the notes.
func (m *Model) Open(d panel.Data) tea.Cmd {
	if !m.left {
		m.at = 0
	}
	m.left = false
	m.SetData(d)
	m.body.GotoTop()
	return m.load()
}

// SetData takes a snapshot. The page that is open stays.
func (m *Model) SetData(d panel.Data) {
	m.data = d
	m.paginate()
	theme.StyleArea(&m.input, d.Theme)
	m.prepare()
}

// paginate makes the pages of the figures, the plan and the notes. That which is open
// stays.
func (m *Model) paginate() {
	was := m.page()
	m.pages = nil
	if d := m.data; d.Results != nil {
		m.pages = meeting.Pages(meeting.Source{Results: d.Results, Year: d.Year, Found: d.Findings(), Notes: m.texts,
			Plan: report.Outlook{Actions: d.Plan.Actions(), Today: d.Today, Screen: true}, Safe: report.Safe{Line: m.clean, Lines: m.clean}})
	}
	for i, p := range m.pages {
		if p.Key == was.Key && (p.Year == was.Year || p.Year == m.data.Year) {
			m.at = i
		}
	}
	m.at = min(m.at, max(len(m.pages)-1, 0))
}

// page gives the page that is open.
func (m *Model) page() meeting.Page {
	if m.at < len(m.pages) {
		return m.pages[m.at]
	}
	return meeting.Page{}
}

// aboutOf names what a note on a page is about.
func aboutOf(p meeting.Page) meeting.About { return meeting.About{Page: p.Key, Year: p.Year} }

// SetSize takes the size of the box, and draws anew.
func (m *Model) SetSize(width, height int) {
	m.width, m.height = width, height
	m.prepare()
}

// Update takes keys, and what has come of the notes.
func (m *Model) Update(msg tea.Msg) (r ask.Request, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case notesMsg:
		cmd = m.loaded(msg)
		m.unread = m.clean(m.unread)
		m.paginate()
	case keptMsg:
		cmd = m.kept(msg)
	default:
		if m.typing {
			r, cmd = m.typed(msg, m.clean)
			break
		}
		pressed, ok := msg.(tea.KeyPressMsg)
		if !ok {
			return nil, nil
		}
		r, cmd = m.press(pressed)
	}
	m.prepare()
	return r, cmd
}

// press does what a key stands for.
func (m *Model) press(k tea.KeyPressMsg) (ask.Request, tea.Cmd) {
	p := m.page()
	switch {
	case key.Matches(k, m.End):
		return ask.Leave{}, nil
	case key.Matches(k, m.Next):
		return m.turn(+1, "this is the last page: esc ends"), nil
	case key.Matches(k, m.Back):
		return m.turn(-1, "this is the first page"), nil
	case key.Matches(k, m.Enter):
		m.left = true
		return ask.Leave{To: p.Panel}, nil
	case key.Matches(k, m.Plan):
		m.left = true
		return ask.Leave{To: "p"}, nil
	case key.Matches(k, m.Note):
		return m.begin(aboutOf(p))
	case key.Matches(k, m.Help):
		return ask.Help{Groups: m.FullHelp()}, nil
	case p.Story != nil:
		if asked := panel.OfFigure(m.data, p.Indicator.ID, p.Bands, k); asked != nil {
			return asked, nil
		}
	}
	panel.Scroll(&m.body, k)
	return nil, nil
}

// turn goes to the page so many on, or says that there is none.
func (m *Model) turn(by int, none string) ask.Request {
	if m.at+by < 0 || m.at+by >= len(m.pages) {
		return ask.Notice{Text: none}
	}
	m.at += by
	m.body.GotoTop()
	return nil
}

// ShortHelp gives the keys for the last line.
func (m *Model) ShortHelp() []key.Binding {
	if m.typing {
		return []key.Binding{finish}
	}
	var keys []key.Binding
	if m.at < len(m.pages)-1 {
		keys = append(keys, m.Next)
	}
	keys = append(keys, m.End, m.Note)
	if m.at > 0 {
		keys = append(keys, m.Back)
	}
	var figure []key.Binding
	if p := m.page(); p.Story != nil {
		figure = slices.Clone(m.ofFigure)
		at := slices.IndexFunc(figure, func(b key.Binding) bool { return slices.Contains(b.Keys(), "a") })
		keys = append(keys, figure[at]) // what a page is there for
		figure = slices.Delete(figure, at, at+1)
	}
	return append(append(keys, m.Enter, m.Plan, m.Help), figure...)
}

// FullHelp lists every key.
func (m *Model) FullHelp() [][]key.Binding {
	keys := []key.Binding{m.Next, m.Back, m.Note, m.Enter, m.Plan, m.Scroll}
	if p := m.page(); p.Story != nil {
		keys = append(append(keys, m.ofFigure...), m.Sentence)
	}
	return [][]key.Binding{keys, {m.Help, m.End}}
}
