// Package palette is the list of all that the app can do or show, found by typing a few of
// its letters. Lines go in, each with the keys that do the same and a request that does it;
// out comes the request of the line that was chosen.
//
// The root of the app (tui) makes the lines of what its screens declare and puts the list
// over them. Letters are text here, never keys. What is shown is worked out in Update and
// kept, so that View only hands it over.
package palette

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Line is one thing to do or to go to. Its texts are clean.
type Line struct {
	Name string      // "Band 8c, non-clinical staff"
	Kind string      // what it is, in a word or two: "band", "finding · clear"
	Keys string      // that do the same, as help shows them: "1 c"; "": there are none
	Does ask.Request // once the list is closed
}

// Model is the list, as something that stands over the panels.
type Model struct {
	theme theme.Theme
	clean func(string) string
	title string // before what is typed
	again string // the key that closes the list while nothing is typed; "": none
	input textinput.Model
	lines []Line
	texts []string // what is looked in, by line
	names []string // in small letters, by line
	shown []int    // the lines that hold what is typed, the best first
	at    int      // of shown, under the cursor
	top   int      // of shown, the first on screen
	keys  keyMap

	width, height int
	frame         string
}

type keyMap struct{ Go, Complete, Close, Up, Down, PageUp, PageDown, First, Last key.Binding }

// New makes the list. clean makes of a pasted text what may reach the screen.
func New(t theme.Theme, clean func(string) string, lines []Line) *Model {
	m := &Model{clean: clean, title: ":", input: theme.NewInput(t), keys: keyMap{
		Go:       ask.Bind("enter", "go", "enter"),
		Complete: ask.Bind("tab", "complete", "tab"),
		Close:    ask.Bind("esc", "close", "esc"),
		Up:       ask.Bind("↑", "line above", "up", "ctrl+p"),
		Down:     ask.Bind("↓", "line below", "down", "ctrl+n"),
		PageUp:   ask.Bind("pgup", "a page up", "pgup"),
		PageDown: ask.Bind("pgdn", "a page down", "pgdown"),
		First:    ask.Bind("home", "first line", "home"),
		Last:     ask.Bind("end", "last line", "end"),
	}}
	m.input.Focus() // its cursor does not blink, so there is no command
	m.SetLines(t, lines)
	return m
}

// Titled makes a list of other things, which says what they are.
func Titled(title string, t theme.Theme, clean func(string) string, lines []Line) *Model {
	m := New(t, clean, lines)
	m.title = t.Text(title) + ":"
	return m
}

// ClosedBy lets the key that opened the list close it again, while nothing is typed.
func (m *Model) ClosedBy(k string) *Model {
	m.again = k
	return m
}

// SetLines gives the list other lines, as after the folder was read again. What was typed
// stays.
func (m *Model) SetLines(t theme.Theme, lines []Line) {
	m.theme, m.lines = t, lines
	theme.StyleInput(&m.input, t)
	m.texts, m.names = make([]string, len(lines)), make([]string, len(lines))
	for i, l := range lines {
		m.texts[i], m.names[i] = l.Name+" "+l.Kind, strings.ToLower(l.Name)
	}
	m.narrow()
}

// Typing reports that letters are text.
func (m *Model) Typing() bool { return true }

// What a line is worth more by, in what fuzzy counts, where its name holds a word as it was
// typed, where it begins with it, and where its keys are what was typed.
const (
	held  = 40
	begun = 20
	meant = 10_000
)

// whole is from how many letters on a word is looked for as it was typed, where any line holds
// it so: letters with others between are then no answer.
const whole = 4

// narrow keeps the lines that hold every word that is typed, letter after letter if with
// others between, and puts the best first.
func (m *Model) narrow() {
	typed := strings.TrimSpace(m.input.Value())
	words := strings.Fields(strings.ToLower(typed))
	score, found := make([]int, len(m.lines)), make([]int, len(m.lines))
	for _, w := range words {
		for i, worth := range m.find(w) {
			found[i]++
			score[i] += worth
		}
	}
	m.shown = m.shown[:0]
	for i, l := range m.lines {
		keys := typed != "" && l.Keys == typed
		if keys {
			score[i] += meant
		}
		if keys || found[i] == len(words) {
			m.shown = append(m.shown, i)
		}
	}
	slices.SortStableFunc(m.shown, func(a, b int) int { return cmp.Compare(score[b], score[a]) })
	m.at, m.top = 0, 0
	m.draw()
}

// find gives the lines that hold a word, and what each is worth by it.
func (m *Model) find(word string) map[int]int {
	found, asTyped := map[int]int{}, map[int]int{}
	for _, match := range fuzzy.FindNoSort(word, m.texts) {
		i := match.Index
		found[i] = match.Score
		if at := strings.Index(m.names[i], word); at >= 0 {
			found[i] += held
			if at == 0 || m.names[i][at-1] == ' ' {
				found[i] += begun
			}
			asTyped[i] = found[i]
		} else if strings.Contains(strings.ToLower(m.texts[i]), word) {
			asTyped[i] = found[i]
		}
	}
	if len(asTyped) > 0 && utf8.RuneCountInString(word) >= whole {
		return asTyped
	}
	return found
}

// chosen closes the list and does what a line stands for.
type chosen struct{ does ask.Request }

func (c chosen) Of(app ask.App) tea.Cmd {
	app.Close()
	return c.does.Of(app)
}

// Update takes a key or what is pasted. The request is that of the line that was chosen, or
// to close the list.
func (m *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		m.typed(tea.PasteMsg{Content: panel.Pasted(msg.Content, m.clean)})
	case tea.KeyPressMsg:
		return m.press(msg), nil
	}
	return nil, nil
}

func (m *Model) press(k tea.KeyPressMsg) ask.Request {
	page := max(m.room()-1, 1)
	switch {
	case key.Matches(k, m.keys.Close), k.String() == m.again && m.input.Value() == "":
		return ask.Leave{}
	case key.Matches(k, m.keys.Go):
		if m.at < len(m.shown) {
			return chosen{m.lines[m.shown[m.at]].Does}
		}
	case key.Matches(k, m.keys.Complete):
		if m.at < len(m.shown) {
			m.input.SetValue(m.lines[m.shown[m.at]].Name)
			m.input.CursorEnd()
			m.narrow()
		}
	case key.Matches(k, m.keys.Up):
		m.move(m.at - 1)
	case key.Matches(k, m.keys.Down):
		m.move(m.at + 1)
	case key.Matches(k, m.keys.PageUp):
		m.move(m.at - page)
	case key.Matches(k, m.keys.PageDown):
		m.move(m.at + page)
	case key.Matches(k, m.keys.First):
		m.move(0)
	case key.Matches(k, m.keys.Last):
		m.move(len(m.shown) - 1)
	default:
		m.typed(k)
	}
	return nil
}

func (m *Model) move(to int) {
	m.at = max(min(to, len(m.shown)-1), 0)
	m.draw()
}

// typed gives a key or a paste to the line that is typed.
func (m *Model) typed(msg tea.Msg) {
	before := m.input.Value()
	m.input, _ = m.input.Update(msg) // the commands are of a blinking cursor
	if m.input.Value() != before {
		m.narrow()
		return
	}
	m.draw()
}

// ShortHelp gives the keys for the last line.
func (m *Model) ShortHelp() []key.Binding {
	return []key.Binding{m.keys.Go, m.keys.Complete, m.keys.Close, ask.Bind("↑↓", "line", "up", "down")}
}
