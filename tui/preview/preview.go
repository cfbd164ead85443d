package preview

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"wres/model/report"
	"wres/model/report/yearly"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Model is the preview. It is made once, and stands over the panels while it is open.
type Model struct {
	KeyMap
	deps   Deps
	data   panel.Data
	due    bool // what is shown is to be made anew
	turn   int  // of the making that counts; what an older one brings is dropped
	made   *Made
	text   text // as it is set for the width
	place  place
	body   viewport.Model
	choose int // the part under the cursor of the contents; none: they are not open
	find   find

	width, height int    // within the border
	box           [2]int // width and height with it
}

// none is no part.
const none = -1

// KeyMap is the keys of the preview. Those of App are the app's, which it leaves to it.
type KeyMap struct {
	Next, Before, Contents, Find, Again, AgainUp key.Binding
	Scroll                                       key.Binding
	App                                          []key.Binding
	Help, End                                    key.Binding
}

// NewKeyMap makes the keys. app are those of the app that work here too.
func NewKeyMap(app ...key.Binding) KeyMap {
	return KeyMap{
		Next:     ask.Bind("→", "next part", "right"),
		Before:   ask.Bind("←", "part before", "left"),
		Contents: ask.Bind("c", "contents", "c", "enter"),
		Find:     ask.Bind("/", "find", "/"),
		Again:    ask.Bind("n", "next of what was found", "n"),
		AgainUp:  ask.Bind("N", "the one before", "N"),
		Scroll:   ask.Bind("↑↓", "scroll", "up", "down", "pgup", "pgdown", "space", "home", "end", "ctrl+u", "ctrl+d", "j", "k"),
		App:      app,
		Help:     ask.Bind("?", "all keys", "?", "f1"),
		End:      ask.Bind("esc", "back", "esc", "q", "R"),
	}
}

// Made is a report that was put together, or why it could not be.
type Made struct {
	turn    int
	blocks  []report.Block
	remarks []string
	why     string // there are no blocks
}

// New makes a preview that shows nothing yet. app are keys of the app that work in it.
func New(d Deps, app ...key.Binding) *Model {
	m := &Model{KeyMap: NewKeyMap(app...), deps: d, body: panel.NewPage().Body, choose: none}
	m.find.line, m.find.input = none, theme.NewInput(theme.Theme{})
	return m
}

// Open begins at the top of the report of a snapshot. What the organisation wrote is read
// again.
func (m *Model) Open(d panel.Data) {
	m.data.Results, m.place, m.text = nil, place{}, text{}
	m.find.end()
	m.SetData(d)
}

// SetData takes a snapshot. Of other figures than are shown nothing stays on screen.
func (m *Model) SetData(d panel.Data) {
	was := m.data
	m.data = d
	if was.Results != d.Results || was.Year != d.Year {
		m.due, m.made, m.choose = true, nil, none
		m.find.end()
	} else if !was.Plan.Equal(d.Plan) {
		m.due = true
	}
	m.set()
}

// Make gives the command that puts together what is to be shown; nil: that is on screen, or
// on its way.
func (m *Model) Make() tea.Cmd {
	if !m.due || m.data.Results == nil {
		return nil
	}
	m.due = false
	m.turn++
	turn, d, deps := m.turn, m.data, m.deps
	return func() tea.Msg {
		made := deps.assembled(d)
		made.turn = turn
		return made
	}
}

// assembled puts the report of a snapshot together.
func (deps Deps) assembled(d panel.Data) *Made {
	results := d.Results.Window(d.Year, len(d.Results.Years))
	r := yearly.Report{Results: results, Actions: d.Plan.Actions()}
	if d.Year == 0 || r.Empty() {
		return &Made{why: "No indicator has figures in " + d.Year.String() + ": there is nothing to report."}
	}
	made := &Made{}
	if deps.ReadReport != nil {
		var err error
		if r, made.remarks, err = deps.ReadReport(d.Plan, d.Year, d.Results.Latest()); err != nil {
			return &Made{why: "The report cannot be put together: " + d.Clean(err.Error())}
		}
		r.Results = results
	}
	made.blocks = r.Blocks(report.Safe{Line: d.Clean, Lines: d.Clean})
	return made
}

// SetSize takes the size of the box, and sets the text anew. The place that was on screen
// stays there.
func (m *Model) SetSize(width, height int) {
	m.box = [2]int{max(width, 0), max(height, 0)}
	m.width, m.height = panel.Inner(m.box[0], m.box[1])
	m.body.SetWidth(m.width)
	m.body.SetHeight(max(m.height-1, 0))
	m.set()
}

// Typing reports whether letters are text: where words are looked for, they are.
func (m *Model) Typing() bool { return m.find.typing }

// Update takes keys, and the report that was put together.
func (m *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch msg := msg.(type) {
	case *Made:
		if msg.turn == m.turn && !m.due {
			m.made = msg
			m.set()
		}
	case tea.PasteMsg:
		if msg.Content = panel.Pasted(msg.Content, m.data.Clean); m.find.typing {
			m.typed(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case m.find.typing:
			m.findKey(msg)
		case m.choose != none:
			m.chooseKey(msg)
		default:
			return m.press(msg), nil
		}
	}
	return nil, nil
}

// Passes reports whether a key is left to the app: one of its own that works here too.
func (m *Model) Passes(k tea.KeyPressMsg) bool {
	return !m.find.typing && m.choose == none && key.Matches(k, m.App...)
}

// press does what a key stands for.
func (m *Model) press(k tea.KeyPressMsg) ask.Request {
	switch {
	case key.Matches(k, m.End) && m.find.line != none && k.String() == "esc":
		m.find.end()
	case key.Matches(k, m.End):
		return ask.Leave{}
	case key.Matches(k, m.Help):
		return ask.Help{Groups: m.FullHelp()}
	case key.Matches(k, m.Next):
		m.step(+1)
	case key.Matches(k, m.Before):
		m.step(-1)
	case key.Matches(k, m.Contents) && len(m.text.parts) > 0:
		m.choose = max(m.at(), 0)
	case key.Matches(k, m.Find) && len(m.text.parts) > 0:
		m.find.begin(m.body.YOffset())
	case key.Matches(k, m.Again, m.AgainUp):
		if m.find.input.Value() == "" {
			return ask.Notice{Text: "/ first: type what is to be found"}
		}
		m.again(key.Matches(k, m.AgainUp))
	default:
		panel.Scroll(&m.body, k)
	}
	return nil
}

// at gives the part that the first line on screen is in; none: it stands before them all.
func (m *Model) at() int {
	at := none
	for i, p := range m.text.parts {
		if p.line <= m.body.YOffset() {
			at = i
		}
	}
	return at
}

// step goes to the next part, or the one before: the top of this one, where it was left.
func (m *Model) step(by int) {
	at := m.at()
	switch {
	case by > 0 && at+1 < len(m.text.parts):
		m.show(m.text.parts[at+1].line)
	case by < 0 && at >= 0 && m.body.YOffset() > m.text.parts[at].line:
		m.show(m.text.parts[at].line)
	case by < 0 && at > 0:
		m.show(m.text.parts[at-1].line)
	case by < 0:
		m.body.GotoTop()
	}
}

// show scrolls to a line.
func (m *Model) show(line int) { m.body.SetYOffset(line) }

// ShortHelp gives the keys for the last line.
func (m *Model) ShortHelp() []key.Binding {
	switch {
	case m.find.typing:
		return []key.Binding{ask.Bind("enter", "keep", "enter"), ask.Bind("esc", "back to where it began", "esc")}
	case m.choose != none:
		return []key.Binding{ask.Bind("enter", "go to the part", "enter"), ask.Bind("↑↓", "part", "up", "down"), ask.Bind("esc", "back to the text", "esc")}
	}
	keys := []key.Binding{m.End}
	if len(m.text.parts) > 0 {
		keys = append(keys, m.Contents, m.Next, m.Find)
	}
	if m.find.line != none {
		keys = append(keys, ask.Bind("n", "next", "n"))
	}
	return append(append(keys, m.Help), m.App...)
}

// FullHelp lists every key.
func (m *Model) FullHelp() [][]key.Binding {
	return [][]key.Binding{{m.Next, m.Before, m.Contents, m.Scroll, m.Find, m.Again, m.AgainUp}, m.App, {m.Help, m.End}}
}
