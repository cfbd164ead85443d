package files

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"wres/model/meanings"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
)

// Model is the screen.
type Model struct {
	KeyMap KeyMap

	reading
	write  func(source.Mapping) error
	saving bool
	notice string // a passing word, until the next key
	page   page
	over   over // what stands over the page; nil: nothing
	above  bool // the first row is selected, and what stands above it is looked at
	inside int  // lines of the selected row that are scrolled past, where it is longer than the window

	width, height int    // within the border
	box           [2]int // width and height with it
	targets       []target
	said          []string // what the foot says of the selected row
	body          viewport.Model
}

// reading is what was read, with what is chosen on the screen laid over it.
type reading struct {
	meanings.Reading
	data     panel.Data
	readOnly string // why nothing can be mapped; empty: it can
}

// over is what stands over a page until it is answered: the list of meanings, say.
type over interface {
	// Update takes a message; closed says that it is answered, or given up.
	Update(tea.Msg) (r ask.Request, closed bool, cmd tea.Cmd)
	View() string // exactly the size that was set
	SetSize(width, height int)
	ShortHelp() []key.Binding
	Typing() bool // letters are text
}

// page is what of the screen is open, and the row under the cursor.
type page struct {
	part part
	file string // of filePart
	at   int
}

type part int

const (
	filesPart  part = iota // all files
	filePart               // one of them
	mappedPart             // what has been mapped so far
)

// beingSaved is what is said to a key that has to wait for a save.
const beingSaved = "it is being saved: a moment"

// KeyMap is the keys of the screen. In a list of meanings letters are typed to find one.
type KeyMap struct {
	Up, Down, First, Last, PageUp, PageDown, Open, Suggest, Year, Undo, Save, Reload, Panel, Help, Back key.Binding
}

// NewKeyMap gives the keys of the screen; panels are those that open a panel.
func NewKeyMap(panels []string) KeyMap {
	return KeyMap{
		Up:       ask.Bind("↑", "row above", "up", "k"),
		Down:     ask.Bind("↓", "row below", "down", "j"),
		First:    ask.Bind("home", "first row", "home", "g"),
		Last:     ask.Bind("end", "last row", "end", "G"),
		PageUp:   ask.Bind("pgup", "a page up", "pgup", "ctrl+u"),
		PageDown: ask.Bind("pgdn", "a page down", "pgdown", "space", "ctrl+d"),
		Open:     ask.Bind("enter", "open", "enter"),
		Suggest:  ask.Bind("S", "suggested meanings, accepted at once", "S"),
		Year:     ask.Bind("y", "year of the file", "y"),
		Undo:     ask.Bind("u", "undo", "u", "ctrl+z"),
		Save:     ask.Bind("s", "save", "s", "ctrl+s"),
		Reload:   ask.Bind("r", "read the folder again", "r"),
		Panel:    ask.Bind("0-9 p", "overview, indicator, plan", panels...),
		Help:     ask.Bind("?", "all keys", "?", "f1"),
		Back:     ask.Bind("esc", "back", "esc", "q", "f"),
	}
}

// New makes the screen. panels are the keys that open a panel, choices is what columns and labels can mean, and write adds to
// the folder's mapping, durably; nil: there is no folder that could hold one.
func New(d panel.Data, panels []string, choices source.Choices, write func(source.Mapping) error) *Model {
	m := &Model{KeyMap: NewKeyMap(panels), reading: reading{Reading: meanings.Reading{Choices: choices}}, write: write, body: viewport.New()}
	if write == nil {
		m.readOnly = "the built-in example is read-only: wres DIR opens a folder of your own"
	}
	m.SetData(d)
	return m
}

// SetData gives the screen what was read. The cursor stays on its file.
func (m *Model) SetData(d panel.Data) {
	at := m.fileAt()
	m.data, m.Report, m.Clean = d, d.Report, d.Clean
	m.rebuild()
	if at != "" {
		m.page.at = m.rowOf(filePart, at)
		m.rebuild()
	}
}

// Home shows the files from the first one that is to be looked at, unless a meaning is
// being chosen.
func (m *Model) Home() {
	if m.over == nil {
		m.page, m.inside = page{part: filesPart}, 0
		m.rebuild()
	}
	m.page.at = m.first()
	m.rebuild()
}

// Show opens the page of a file on the screen.
func Show(m *Model, file string) {
	m.page = page{part: filePart, file: file}
	m.rebuild()
}

// leave asks what to do with what is chosen, before the panel of a key opens; "": the
// one beneath.
func (m *Model) leave(to string) ask.Question {
	what, it := m.Unsaved()
	return ask.Question{Text: what + " Throw " + it + " away?", No: "keep " + it, Answers: []ask.Answer{
		{Binding: ask.Bind("s", "save "+it, "s"), Does: ask.Choice(func() (ask.Request, tea.Cmd) { return nil, m.save() })},
		{Binding: ask.Yes("throw " + it + " away"), Does: ask.Leave{To: to}},
	}}
}

// Unsaved says what would be lost, or "", and what stands for it in a sentence.
func (m *Model) Unsaved() (what, it string) {
	switch n := len(m.Chosen()); n {
	case 0:
		return "", ""
	case 1:
		return "1 change to the mapping is not saved.", "it"
	default:
		return fmt.Sprintf("%d changes to the mapping are not saved.", n), "them"
	}
}

// SetSize gives the screen its box, and draws the page for it.
func (m *Model) SetSize(width, height int) {
	m.box = [2]int{width, height}
	m.width, m.height = panel.Inner(width, height)
	m.body.SetWidth(m.width)
	if m.over != nil {
		m.over.SetSize(width, height)
	}
	m.rebuild()
}

// Typing reports whether letters are text: where a meaning is looked for, they are.
func (m *Model) Typing() bool { return m.over != nil && m.over.Typing() }

// Update takes a key, and what has come of saving. The request is for the app.
func (m *Model) Update(msg tea.Msg) (r ask.Request, cmd tea.Cmd) {
	if saved, ok := msg.(SavedMsg); ok {
		return m.saved(saved), nil
	}
	if m.over != nil {
		r, closed, cmd := m.over.Update(msg)
		if closed {
			m.over = nil
			m.rebuild()
		}
		return r, cmd
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, nil
	}
	m.notice = ""
	switch k := m.KeyMap; {
	case key.Matches(pressed, k.Help):
		r = ask.Help{Groups: m.FullHelp()}
	case key.Matches(pressed, k.Back):
		r = m.back()
	case key.Matches(pressed, k.Open):
		cmd = m.enter()
	case key.Matches(pressed, k.Suggest):
		offers{m}.ask()
	case key.Matches(pressed, k.Year):
		cmd = years{m}.ask()
	case key.Matches(pressed, k.Undo):
		m.undo()
	case key.Matches(pressed, k.Save):
		cmd = m.askSave()
	case key.Matches(pressed, k.Reload):
		r = m.askReload()
	case key.Matches(pressed, k.Panel):
		r = m.goTo(pressed.String())
	default:
		m.move(pressed)
	}
	m.rebuild()
	return r, cmd
}

func (m *Model) move(pressed tea.KeyPressMsg) {
	if m.moveInside(pressed) {
		return
	}
	at, last := m.page.at, len(m.targets)-1
	m.above = at == 0 && key.Matches(pressed, m.KeyMap.Up, m.KeyMap.PageUp, m.KeyMap.First)
	page := max(m.body.Height()-1, 1)
	switch k := m.KeyMap; {
	case key.Matches(pressed, k.Up):
		at--
	case key.Matches(pressed, k.Down):
		at++
	case key.Matches(pressed, k.PageUp):
		at -= page
	case key.Matches(pressed, k.PageDown):
		at += page
	case key.Matches(pressed, k.First):
		at = 0
	case key.Matches(pressed, k.Last):
		at = last
	}
	m.page.at, m.inside = max(min(at, last), 0), 0
}

// moveInside scrolls through a row that is longer than the window.
func (m *Model) moveInside(pressed tea.KeyPressMsg) bool {
	if m.page.at >= len(m.targets) {
		return false
	}
	step := max(m.body.Height()-2, 1) // panel.MoreBelow may cover the last line
	switch lines := m.targets[m.page.at].lines; {
	case key.Matches(pressed, m.KeyMap.Down, m.KeyMap.PageDown) && lines[1]-lines[0]+1-m.inside > step+1:
		m.inside += step
	case key.Matches(pressed, m.KeyMap.Up, m.KeyMap.PageUp) && m.inside > 0:
		m.inside = max(m.inside-step, 0)
	default:
		return false
	}
	return true
}

// back closes a page, and the screen from the first one. Esc never throws away what
// is staged.
func (m *Model) back() ask.Request {
	if m.page.part == filesPart {
		return m.goTo("")
	}
	left := m.page
	m.page, m.inside = page{part: filesPart}, 0
	m.rebuild()
	m.page.at = m.rowOf(left.part, left.file)
	return nil
}

// goTo leaves for the panel of a key; "": the one beneath.
func (m *Model) goTo(panelKey string) ask.Request {
	if m.saving {
		m.notice = beingSaved
		return nil
	}
	if what, _ := m.Unsaved(); what != "" {
		return m.leave(panelKey)
	}
	return ask.Leave{To: panelKey}
}

func (m *Model) askReload() ask.Request {
	if m.saving {
		m.notice = beingSaved
		return nil
	}
	return ask.ReadAgain{}
}

// enter opens the row under the cursor.
func (m *Model) enter() tea.Cmd {
	if m.page.at >= len(m.targets) {
		return nil
	}
	switch t := m.targets[m.page.at]; {
	case t.part == filePart && m.page.part == filesPart:
		m.page = page{part: filePart, file: m.data.Report.Files[t.index].Name}
	case t.part == mappedPart && m.page.part == filesPart:
		m.page = page{part: mappedPart}
	case t.item == nil:
		return nil
	case t.item.Fixed != "":
		m.notice = t.item.Fixed
	case refusal(m) != "":
		m.notice = refusal(m)
	case t.item.Table == source.YearsTable:
		return years{m}.askOf(t.item.Written, t.item.Written)
	default:
		asked := *t.item
		p := newPicker(m.data.Theme, m.data.Clean, asked.Question, m.ChoicesFor(asked, m.fileOpen()), func(meaning string) { m.notice = chosen[m.Choose(asked, meaning)] })
		m.show(p)
		return p.filter.Focus()
	}
	return nil
}

// show puts something over the page.
func (m *Model) show(o over) {
	m.over = o
	o.SetSize(m.box[0], m.box[1])
}

// View fills exactly the box.
func (m *Model) View() string {
	if m.over != nil {
		return m.over.View()
	}
	t := m.data.Theme
	left, right := m.title()
	lines := strings.Split(m.body.View(), "\n")
	lines = lines[:min(len(lines), m.body.Height())]
	for len(lines) < m.body.Height() {
		lines = append(lines, "")
	}
	if !m.body.AtBottom() && len(lines) > 1 {
		lines[len(lines)-1] = t.Styles.Muted.Render(" " + panel.MoreBelow)
	}
	pane := panel.Pane{Title: t.Text(left), Right: t.Text(right), Lines: append(lines, m.said...)}
	return strings.Join(pane.Draw(t, m.box[0], m.box[1]), "\n")
}

// title says where one is and what is not saved yet.
func (m *Model) title() (left, right string) {
	left = " Files"
	switch m.page.part {
	case filePart:
		left = " Files " + m.data.Theme.Glyphs.ArrowRight + " " + m.data.Clean(m.page.file)
	case mappedPart:
		left = " Files " + m.data.Theme.Glyphs.ArrowRight + " what you mapped"
	}
	switch n := len(m.Chosen()); {
	case m.saving:
		return left, "saving"
	case n > 0:
		return left, panel.Counted(n, "change") + " not saved: s saves"
	}
	if m.page.part == filePart {
		return left, problemCount(m.problemsOf(m.page.file))
	}
	return left, problemCount(m.data.Report.Problems)
}

// ShortHelp gives the keys that matter most where the user is.
func (m *Model) ShortHelp() []key.Binding {
	if m.over != nil {
		return m.over.ShortHelp()
	}
	short := []key.Binding{m.KeyMap.Open, m.KeyMap.Back}
	switch f := m.fileOpen(); {
	case len(m.Staged) > 0:
		short = []key.Binding{m.KeyMap.Save, m.KeyMap.Undo, m.KeyMap.Back}
	case m.page.part == filePart && f != nil && f.Outcome != source.Refused:
		if f.Kind == meanings.UnknownKind || m.NotMapped(f.Name) > 0 {
			short = []key.Binding{m.KeyMap.Open, m.KeyMap.Suggest, m.KeyMap.Back}
		}
		if f.Year.By != source.YearByRows {
			short = append(short, m.KeyMap.Year)
		}
	}
	return append(short, m.KeyMap.Down, m.KeyMap.Help, m.KeyMap.Reload, m.KeyMap.Panel)
}

// FullHelp gives every key of the screen.
func (m *Model) FullHelp() [][]key.Binding {
	k := m.KeyMap
	return [][]key.Binding{{k.Up, k.Down, k.First, k.Last, k.PageUp, k.PageDown, k.Open, k.Suggest, k.Year, k.Undo, k.Save, k.Reload, k.Panel, k.Help, k.Back}}
}

func problemCount(problems []source.Problem) string {
	errors := source.Report{Problems: problems}.Errors()
	notices := len(problems) - errors
	return fmt.Sprintf("%s, %s", panel.Counted(errors, "error"), panel.Counted(notices, "notice"))
}
