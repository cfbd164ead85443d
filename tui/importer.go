package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/source"
	"wres/tui/panel"
	"wres/tui/theme"
)

// importer is the screen of what was read: the files, what the columns of each were
// taken for, the labels that no table knows, and what is wrong. There a column or a
// label is given its meaning. It changes nothing by itself: what is chosen is staged
// until it is saved, which sends mappingAskedMsg.
type importer struct {
	theme    theme.Theme
	report   source.Report
	choices  source.Choices
	clean    func(string) string
	readOnly string         // why nothing can be mapped; empty: it can
	staged   []source.Entry // chosen and not saved, oldest first
	saving   bool
	unread   string // why the folder could not be read again; empty: it was
	notice   string // a passing word, until the next key
	page     importPage
	picker   *picker
	asked    item // what the picker is about
	above    bool // the first row is selected, and what stands above it is looked at
	inside   int  // lines of the selected row that are scrolled past, where it is longer than the window
	keys     importKeys
	leave    func(to string) // asks what to do with what is staged, before the panel of a key opens; "": the one beneath
	help     func()

	width, height int
	targets       []target
	said          []string // what the foot says of the selected row
	body          viewport.Model
}

// importPage is what of the screen is open, and the row under the cursor.
type importPage struct {
	part importPart
	file string // of filePart
	at   int
}

type importPart int

const (
	filesPart  importPart = iota // all files
	filePart                     // one of them
	mappedPart                   // what has been mapped so far
)

type importKeys struct {
	Up, Down, First, Last, PageUp, PageDown, Open, Undo, Save, Reload, Panel, Help, Back key.Binding
}

func newImportKeys() importKeys {
	return importKeys{
		Up:       bind("↑", "row above", "up", "k"),
		Down:     bind("↓", "row below", "down", "j"),
		First:    bind("home", "first row", "home", "g"),
		Last:     bind("end", "last row", "end", "G"),
		PageUp:   bind("pgup", "a page up", "pgup", "ctrl+u"),
		PageDown: bind("pgdn", "a page down", "pgdown", "space", "ctrl+d"),
		Open:     bind("enter", "open", "enter"),
		Undo:     bind("u", "undo", "u", "ctrl+z"),
		Save:     bind("s", "save", "s", "ctrl+s"),
		Reload:   bind("r", "read the folder again", "r"),
		Panel:    bind("0-9 p", "overview, indicator, plan", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "p"),
		Help:     bind("?", "all keys", "?", "f1"),
		Back:     bind("esc", "back", "esc", "q", "f"),
	}
}

// mappingAskedMsg asks to save what was chosen, reloadAskedMsg to read the folder again.
type (
	mappingAskedMsg struct{}
	reloadAskedMsg  struct{}
)

func (m *Model) openImporter() {
	im := &importer{theme: m.data.Theme, choices: m.deps.Choices, clean: m.deps.Clean, keys: newImportKeys(), body: viewport.New()}
	im.leave = func(to string) {
		it := im.it()
		m.ask(im.unsaved()+" Throw "+it+" away?", "keep "+it,
			answer{bind("s", "save "+it, "s"), mappingAskedMsg{}}, answer{yes("throw " + it + " away"), discardedMsg{to}})
	}
	im.help = func() {
		under := m.overlay
		help := newHelp(m.data.Theme, im.FullHelp())
		help.under = under
		m.show(help)
	}
	m.feed(im)
	m.show(im)
	im.page.at = im.first()
	im.rebuild()
}

// feed gives the screen what was read. The cursor stays on its file.
func (m *Model) feed(im *importer) {
	at := im.fileAt()
	im.report, im.theme, im.unread = m.data.Report, m.data.Theme, m.loading.failed
	im.readOnly = ""
	if m.deps.SaveMapping == nil {
		im.readOnly = "the built-in example is read-only: wres DIR opens a folder of your own"
	}
	im.rebuild()
	if at != "" {
		im.page.at = im.rowOf(filePart, at)
		im.rebuild()
	}
}

// importer finds the screen where it is open, be it under a question or the help.
func (m *Model) importer() *importer {
	for o := m.overlay; o != nil; o = beneath(o) {
		if im, ok := o.(*importer); ok {
			return im
		}
	}
	return nil
}

// unsaved says what would be lost, or "".
func (im *importer) unsaved() string {
	switch n := len(im.chosen().Entries()); n {
	case 0:
		return ""
	case 1:
		return "1 change to the mapping is not saved."
	default:
		return fmt.Sprintf("%d changes to the mapping are not saved.", n)
	}
}

// it stands for what would be lost.
func (im *importer) it() string {
	if len(im.chosen().order) > 1 {
		return "them"
	}
	return "it"
}

func (im *importer) setSize(width, height int) {
	im.width, im.height = width, height
	im.body.SetWidth(width)
	if im.picker != nil {
		im.picker.setSize(width, height)
	}
	im.rebuild()
}

func (im *importer) update(msg tea.Msg) (tea.Cmd, bool) {
	if im.picker != nil {
		return im.pick(msg), true
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, true
	}
	im.notice = ""
	open := true
	var cmd tea.Cmd
	switch k := im.keys; {
	case key.Matches(pressed, k.Help):
		im.help()
	case key.Matches(pressed, k.Back):
		open = im.back()
	case key.Matches(pressed, k.Open):
		cmd = im.enter()
	case key.Matches(pressed, k.Undo):
		im.undo()
	case key.Matches(pressed, k.Save):
		cmd = im.askSave()
	case key.Matches(pressed, k.Reload):
		cmd = im.askReload()
	case key.Matches(pressed, k.Panel):
		cmd, open = im.goTo(pressed.String())
	default:
		im.move(pressed)
	}
	im.rebuild()
	return cmd, open
}

func (im *importer) move(pressed tea.KeyPressMsg) {
	if im.moveInside(pressed) {
		return
	}
	at, last := im.page.at, len(im.targets)-1
	im.above = at == 0 && key.Matches(pressed, im.keys.Up, im.keys.PageUp, im.keys.First)
	page := max(im.body.Height()-1, 1)
	switch k := im.keys; {
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
	im.page.at, im.inside = max(min(at, last), 0), 0
}

// moveInside scrolls through a row that is longer than the window.
func (im *importer) moveInside(pressed tea.KeyPressMsg) bool {
	if im.page.at >= len(im.targets) {
		return false
	}
	step := max(im.body.Height()-2, 1) // "more below" may cover the last line
	switch lines := im.targets[im.page.at].lines; {
	case key.Matches(pressed, im.keys.Down, im.keys.PageDown) && lines[1]-lines[0]+1-im.inside > step+1:
		im.inside += step
	case key.Matches(pressed, im.keys.Up, im.keys.PageUp) && im.inside > 0:
		im.inside = max(im.inside-step, 0)
	default:
		return false
	}
	return true
}

// back closes a page, and the screen from the first one. Esc never throws away what
// is staged.
func (im *importer) back() (open bool) {
	switch {
	case im.page.part != filesPart:
		left := im.page
		im.page, im.inside = importPage{part: filesPart}, 0
		im.rebuild()
		im.page.at = im.rowOf(left.part, left.file)
	case im.saving:
		im.notice = "it is being saved: a moment"
	case im.unsaved() != "":
		im.leave("")
	default:
		return false
	}
	return true
}

// goTo leaves for the panel of a key, as Esc does for the one beneath.
func (im *importer) goTo(panelKey string) (cmd tea.Cmd, open bool) {
	switch {
	case im.saving:
		im.notice = "it is being saved: a moment"
	case im.unsaved() != "":
		im.leave(panelKey)
	default:
		return func() tea.Msg { return panel.PanelChosenMsg{Key: panelKey} }, false
	}
	return nil, true
}

func (im *importer) askReload() tea.Cmd {
	if im.saving {
		im.notice = "it is being saved: a moment"
		return nil
	}
	return func() tea.Msg { return reloadAskedMsg{} }
}

// enter opens the row under the cursor.
func (im *importer) enter() tea.Cmd {
	if im.page.at >= len(im.targets) {
		return nil
	}
	switch t := im.targets[im.page.at]; {
	case t.part == filePart && im.page.part == filesPart:
		im.page = importPage{part: filePart, file: im.report.Files[t.index].Name}
	case t.part == mappedPart && im.page.part == filesPart:
		im.page = importPage{part: mappedPart}
	case t.item == nil:
		return nil
	case t.item.fixed != "":
		im.notice = t.item.fixed
	case im.readOnly != "":
		im.notice = im.readOnly
	case im.saving:
		im.notice = "it is being saved: a moment"
	default:
		im.asked = *t.item
		im.picker = newPicker(im.theme, im.clean, t.item.question, im.choicesFor(*t.item))
		im.picker.setSize(im.width, im.height)
		return im.picker.filter.Focus()
	}
	return nil
}

func (im *importer) view() string {
	if im.picker != nil {
		return im.picker.view()
	}
	t := im.theme
	left, right := im.title()
	lines := []string{twoEnds(t, left, right, im.width)}
	lines = append(lines, strings.Split(im.body.View(), "\n")...)
	lines = lines[:min(len(lines), 1+im.body.Height())]
	for len(lines) < 1+im.body.Height() {
		lines = append(lines, "")
	}
	if !im.body.AtBottom() && len(lines) > 2 {
		lines[len(lines)-1] = t.Styles.Muted.Render(t.Text(" " + t.Glyphs.ArrowDown + " more below"))
	}
	return panel.Fill(append(lines, im.said...), im.width, im.height)
}

// title says where one is and what is not saved yet.
func (im *importer) title() (left, right string) {
	left = " Files"
	switch im.page.part {
	case filePart:
		left = " Files " + im.theme.Glyphs.ArrowRight + " " + im.clean(im.page.file)
	case mappedPart:
		left = " Files " + im.theme.Glyphs.ArrowRight + " what you mapped"
	}
	switch n := len(im.chosen().Entries()); {
	case im.saving:
		return left, "saving"
	case n > 0:
		return left, counted(n, "change") + " not saved: s saves"
	}
	if im.page.part == filePart {
		return left, problemCount(im.problemsOf(im.page.file))
	}
	return left, problemCount(im.report.Problems)
}

// twoEnds puts a title and a count at the ends of a line; the title is cut last.
func twoEnds(t theme.Theme, left, right string, width int) string {
	left, right = t.Text(left), t.Text(right)
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right) - 1
	if gap < 2 {
		return t.Styles.Title.Render(ansi.Truncate(left, width, t.Glyphs.Ellipsis))
	}
	return t.Styles.Title.Render(left) + strings.Repeat(" ", gap) + t.Styles.Muted.Render(right)
}

func (im *importer) ShortHelp() []key.Binding {
	if im.picker != nil {
		return im.picker.ShortHelp()
	}
	short := []key.Binding{im.keys.Open, im.keys.Back}
	if len(im.staged) > 0 {
		short = []key.Binding{im.keys.Save, im.keys.Undo, im.keys.Back}
	}
	return append(short, im.keys.Down, im.keys.Help)
}

func (im *importer) FullHelp() [][]key.Binding {
	k := im.keys
	return [][]key.Binding{{k.Up, k.Down, k.First, k.Last, k.PageUp, k.PageDown, k.Open, k.Undo, k.Save, k.Reload, k.Panel, k.Help, k.Back}}
}
