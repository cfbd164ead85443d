// Package grid is the table in which the figures of a year are typed, where nobody has a
// file of them. How a kind of figures is typed (source.Sheet), the figures of the year that
// are there already and a function that saves go in; an ordinary extract is what that writes.
// grid.go holds what is typed, keys.go the keys, paste.go takes blocks, turn.go turns to another
// year, cell.go says what a cell may hold, journal.go hands over what is not saved, to be offered
// after a crash, and view.go draws.
//
// It stands over the panels, and tells the app by requests (tui/ask) what it wants. It opens
// no file.
package grid

import (
	"fmt"
	"maps"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
)

// Deps is what the table needs of the world. Each function but KeepDraft is called from a
// command's goroutine. Nil: there is no folder that figures could be typed into.
type Deps struct {
	// ReadFigures gives the figures of a kind and year that were typed before; an error
	// where the file holds anything else.
	ReadFigures func(kind, year string) (source.Figures, error)
	// SaveFigures puts figures into the file of their kind, durably, and gives its name.
	SaveFigures func(source.Typed) (file string, err error)
	// ReadDraft gives the figures of a kind that an earlier run could not save; nil: none. An
	// error where they cannot be read. Nil, as KeepDraft is then: no draft is kept.
	ReadDraft func(kind string) (*source.Draft, error)
	// KeepDraft takes in all that is typed, to be written at once or a moment later; it does no
	// I/O, so Update calls it. The function that it answers with waits until that is on the
	// disk. Figures that are those of the file say that nothing is unsaved any more.
	KeepDraft func(source.Typed) (wait func() error)
}

// Model is the table.
type Model struct {
	KeyMap KeyMap

	deps   Deps
	data   panel.Data
	kind   source.KindChoice
	year   model.Year
	typed  source.Figures // as they were typed
	before source.Figures // as the file has them
	undo   []step
	at     source.Cell
	fresh  bool // the cursor has come to the cell: what is typed takes its place
	saving bool
	turn   turn   // to another year, as long as its figures have not come
	notice string // a passing word, until the next key
	journal

	width, height int
}

// step is what there was before a change, and where the cursor stood.
type step struct {
	typed source.Figures
	at    source.Cell
}

// Msg is an answer that the table waits for.
type Msg interface{ ofGrid() }

// Opened brings the figures of a kind and year, as the file has them.
type Opened struct {
	Kind    source.KindChoice
	Year    model.Year
	Figures source.Figures
	Err     error
	Left    *Left // of an earlier run, of whichever year; nil: nothing
	Unread  error // why that cannot be read
}

// savedMsg says what became of saving.
type savedMsg struct {
	file string
	rows int
	err  error
}

func (savedMsg) ofGrid() {}

// Read reads the figures of a kind and year, and what an earlier run could not save of the kind.
func (d Deps) Read(kind source.KindChoice, year model.Year) tea.Cmd {
	return func() tea.Msg {
		o := d.read(kind, year)
		if o.Err == nil {
			o.Left, o.Unread = d.leftOf(kind.Kind)
		}
		return o
	}
}

func (d Deps) read(kind source.KindChoice, year model.Year) Opened {
	f, err := d.ReadFigures(kind.Kind, year.String())
	return Opened{Kind: kind, Year: year, Figures: f, Err: err}
}

// New makes the table of figures that were read.
func New(d panel.Data, deps Deps, o Opened) *Model {
	return &Model{KeyMap: NewKeyMap(), deps: deps, data: d, kind: o.Kind, year: o.Year, typed: maps.Clone(o.Figures), before: o.Figures, fresh: true,
		journal: journal{keep: deps.KeepDraft, handed: source.Typed{Kind: o.Kind.Kind}, lost: o.Unread, left: o.Left}}
}

// SetData gives the table what was read again: its words and its theme.
func (m *Model) SetData(d panel.Data) { m.data = d }

// SetSize gives it its box.
func (m *Model) SetSize(width, height int) { m.width, m.height = width, height }

// Typing reports that letters are text.
func (m *Model) Typing() bool { return true }

// dirty reports whether the table holds anything that the file does not.
func (m *Model) dirty() bool { return !maps.Equal(m.typed, m.before) }

// atRisk reports whether anything would be lost: what is in no file, or waits for a year.
func (m *Model) atRisk() bool { return m.dirty() || len(m.turn.waiting) > 0 }

// Unsaved says what would be lost, or "", and what stands for it in a sentence.
func (m *Model) Unsaved() (what, it string) {
	if !m.atRisk() {
		return "", ""
	}
	return "What you typed is in no file yet.", "it"
}

// Update takes a key, a paste, or the answer of a save. Whatever it was, what is unsaved
// afterwards is handed over.
func (m *Model) Update(msg tea.Msg) (r ask.Request, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case savedMsg:
		r = m.saved(msg)
	case turnedMsg:
		cmd = m.turned(msg.Opened)
	case keptMsg:
		m.settled(msg)
	case tea.PasteMsg, tea.KeyPressMsg:
		r, cmd = m.input(msg)
	}
	return r, tea.Batch(cmd, m.hand(typedNow(m)))
}

// input takes what is typed or pasted, unless it has to wait.
func (m *Model) input(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch {
	case m.saving:
		m.notice = "it is being saved: a moment"
		return nil, nil
	case m.left != nil:
		return earlier{m}.undecided(msg), nil
	case m.keeps(msg):
		return nil, nil
	}
	m.notice = ""
	switch msg := msg.(type) {
	case tea.PasteMsg:
		m.paste(msg.Content)
	case tea.KeyPressMsg:
		return m.pressed(msg)
	}
	return nil, nil
}

func (m *Model) pressed(k tea.KeyPressMsg) (ask.Request, tea.Cmd) {
	keys := m.KeyMap
	switch {
	case key.Matches(k, keys.Back):
		return m.leave(), nil
	case key.Matches(k, keys.Save):
		return nil, m.save()
	case key.Matches(k, keys.Help):
		return ask.Help{Groups: m.FullHelp()}, nil
	case key.Matches(k, keys.LastYear):
		return nil, m.step(-1)
	case key.Matches(k, keys.NextYear):
		return nil, m.step(+1)
	case key.Matches(k, keys.Undo):
		m.undoLast()
	case key.Matches(k, keys.Backspace):
		m.erase()
	case key.Matches(k, keys.Delete):
		m.set(map[source.Cell]string{m.at: ""})
	case m.move(k):
	case k.Text != "" && k.Text != " ":
		m.write(k.Text)
	}
	return nil, nil
}

// move moves the cursor; false: the key is none that does. Over the end of a row it goes on
// in the next.
func (m *Model) move(k tea.KeyPressMsg) bool {
	keys, rows, columns := m.KeyMap, len(m.page().Rows), len(m.kind.Sheet.Columns)
	at := &m.at
	switch {
	case key.Matches(k, keys.Up):
		at.Row = max(at.Row-1, 0)
	case key.Matches(k, keys.Down):
		at.Row = min(at.Row+1, rows-1)
	case key.Matches(k, keys.Enter):
		at.Row = (at.Row + 1) % rows
	case key.Matches(k, keys.Left), key.Matches(k, keys.Previous):
		if n := at.Row*columns + at.Column - 1; n >= 0 {
			at.Row, at.Column = n/columns, n%columns
		}
	case key.Matches(k, keys.Right), key.Matches(k, keys.Next):
		if n := at.Row*columns + at.Column + 1; n < rows*columns {
			at.Row, at.Column = n/columns, n%columns
		}
	case key.Matches(k, keys.First):
		at.Row, at.Column = 0, 0
	case key.Matches(k, keys.Last):
		at.Row, at.Column = rows-1, columns-1
	case key.Matches(k, keys.PageDown):
		*at = source.Cell{Page: min(at.Page+1, len(m.kind.Sheet.Pages)-1)}
	case key.Matches(k, keys.PageUp):
		*at = source.Cell{Page: max(at.Page-1, 0)}
	default:
		return false
	}
	m.fresh = true
	return true
}

func (m *Model) page() source.SheetPage { return m.kind.Sheet.Pages[m.at.Page] }

// write puts a text into the cell: in its place where the cursor has only come to it, else
// behind what stands there.
func (m *Model) write(text string) {
	now := m.typed[m.at]
	if m.fresh {
		now = ""
	}
	m.put(now + clean(text, m.data.Clean))
}

// erase takes the last character away.
func (m *Model) erase() {
	now := m.typed[m.at]
	_, n := utf8.DecodeLastRuneInString(now)
	m.put(now[:len(now)-n])
}

// put changes the cell; the changes of one cell are one step to be undone.
func (m *Model) put(text string) {
	if !m.fresh && len(m.undo) > 0 && m.undo[len(m.undo)-1].at == m.at {
		m.change(m.at, text)
		return
	}
	m.set(map[source.Cell]string{m.at: text})
	m.fresh = false
}

// set changes cells in one step.
func (m *Model) set(cells map[source.Cell]string) {
	m.undo = append(m.undo, step{maps.Clone(m.typed), m.at})
	for c, text := range cells {
		m.change(c, text)
	}
	m.fresh = true
}

func (m *Model) change(c source.Cell, text string) {
	if m.typed == nil {
		m.typed = source.Figures{}
	}
	text = string([]rune(text)[:min(len([]rune(text)), longest)])
	if m.typed[c] = text; text == "" {
		delete(m.typed, c)
	}
}

func (m *Model) undoLast() {
	if len(m.undo) == 0 {
		m.notice = "nothing to undo"
		return
	}
	last := m.undo[len(m.undo)-1]
	m.undo = m.undo[:len(m.undo)-1]
	m.typed, m.at, m.fresh = last.typed, last.at, true
}

// leave closes the table, and asks first where something would be lost.
func (m *Model) leave() ask.Request {
	if !m.atRisk() {
		return ask.Leave{}
	}
	return ask.Question{Text: "What you typed is in no file yet. Throw it away?", No: "go on typing", Answers: []ask.Answer{
		{Binding: ask.Bind("s", "save it", "s"), Does: ask.Choice(func() (ask.Request, tea.Cmd) { return nil, m.save() })},
		{Binding: ask.Yes("throw it away"), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
			m.Abandon()
			return ask.Leave{}, nil
		})},
	}}
}

// save writes what was typed, as numbers, unless a cell is none.
func (m *Model) save() tea.Cmd {
	if m.turn.to != 0 { // asked for by an answer
		m.notice = m.turn.to.String() + " is being read: save it in a moment"
		return nil
	}
	figures, wrong := numbers(m.typed, m.kind.Sheet)
	if wrong != nil {
		m.at, m.fresh = wrong.at, true
		m.notice = "not saved: " + m.place(wrong.at) + ": \"" + m.data.Clean(m.typed[wrong.at]) + "\" " + wrong.why
		return nil
	}
	if maps.Equal(figures, m.before) {
		m.notice = "there is nothing to save"
		return nil
	}
	typed := typedNow(m)
	typed.Figures = figures
	rows := len(m.kind.Sheet.Records(typed.Year, figures))
	m.saving, m.notice = true, "saving"
	return func() tea.Msg {
		file, err := m.deps.SaveFigures(typed)
		return savedMsg{file, rows, err}
	}
}

// place names a cell: row "8a" of clinical, BME.
func (m *Model) place(c source.Cell) string {
	page := m.kind.Sheet.Pages[c.Page]
	text := "row \"" + m.data.Clean(page.Rows[c.Row].Name) + "\""
	if page.Name != "" {
		text += " of " + m.data.Clean(page.Name)
	}
	return text + ", " + m.label(m.kind.Sheet.Columns[c.Column])
}

// saved closes the table once what it holds is on the disk.
func (m *Model) saved(msg savedMsg) ask.Request {
	m.saving, m.notice = false, ""
	if msg.err != nil {
		m.notice = "not saved: " + m.data.Clean(msg.err.Error())
		return nil
	}
	m.before = m.typed
	return ask.Typed{Said: fmt.Sprintf("%s: %s of %s saved", m.data.Clean(msg.file), panel.Counted(msg.rows, "row"), m.year)}
}
