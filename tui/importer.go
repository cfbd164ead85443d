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
// until it is saved, with s.
type importer struct {
	theme    theme.Theme
	report   source.Report
	choices  source.Choices
	clean    func(string) string
	readOnly string         // why nothing can be mapped; empty: it can
	staged   []source.Entry // chosen and not saved, oldest first
	saving   bool
	write    func(source.Mapping) error
	unread   string // why the folder could not be read again; empty: it was
	notice   string // a passing word, until the next key
	page     importPage
	picker   *picker
	asked    item // what the picker is about
	above    bool // the first row is selected, and what stands above it is looked at
	inside   int  // lines of the selected row that are scrolled past, where it is longer than the window
	keys     importKeys

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
		Up:       panel.Bind("↑", "row above", "up", "k"),
		Down:     panel.Bind("↓", "row below", "down", "j"),
		First:    panel.Bind("home", "first row", "home", "g"),
		Last:     panel.Bind("end", "last row", "end", "G"),
		PageUp:   panel.Bind("pgup", "a page up", "pgup", "ctrl+u"),
		PageDown: panel.Bind("pgdn", "a page down", "pgdown", "space", "ctrl+d"),
		Open:     panel.Bind("enter", "open", "enter"),
		Undo:     panel.Bind("u", "undo", "u", "ctrl+z"),
		Save:     panel.Bind("s", "save", "s", "ctrl+s"),
		Reload:   panel.Bind("r", "read the folder again", "r"),
		Panel:    panel.Bind("0-9 p", "overview, indicator, plan", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "p"),
		Help:     panel.Bind("?", "all keys", "?", "f1"),
		Back:     panel.Bind("esc", "back", "esc", "q", "f"),
	}
}

func newImporter(deps Deps, d panel.Data) *importer {
	im := &importer{choices: deps.Choices, clean: deps.Clean, write: deps.SaveMapping, keys: newImportKeys(), body: viewport.New()}
	if deps.SaveMapping == nil {
		im.readOnly = "the built-in example is read-only: wres DIR opens a folder of your own"
	}
	im.SetData(d)
	return im
}

// SetData gives the screen what was read. The cursor stays on its file.
func (im *importer) SetData(d panel.Data) {
	at := im.fileAt()
	im.report, im.theme, im.unread = d.Report, d.Theme, d.Unread
	im.rebuild()
	if at != "" {
		im.page.at = im.rowOf(filePart, at)
		im.rebuild()
	}
}

// home shows the files from the first one that is to be looked at, unless a meaning is
// being chosen.
func (im *importer) home() {
	if im.picker == nil {
		im.page, im.inside = importPage{part: filesPart}, 0
		im.rebuild()
	}
	im.page.at = im.first()
	im.rebuild()
}

// leave asks what to do with what is chosen, before the panel of a key opens; "": the
// one beneath.
func (im *importer) leave(to string) panel.Question {
	it := im.it()
	return panel.Question{Text: im.unsaved() + " Throw " + it + " away?", No: "keep " + it, Answers: []panel.Answer{
		{Binding: panel.Bind("s", "save "+it, "s"), Does: panel.Choice(func() (panel.Request, tea.Cmd) { return nil, im.save() })},
		{Binding: panel.Yes("throw " + it + " away"), Does: panel.LeaveMsg{To: to}},
	}}
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

func (im *importer) SetSize(width, height int) {
	im.width, im.height = width, height
	im.body.SetWidth(width)
	if im.picker != nil {
		im.picker.SetSize(width, height)
	}
	im.rebuild()
}

func (im *importer) Update(msg tea.Msg) (r panel.Request, cmd tea.Cmd) {
	if saved, ok := msg.(mappingSavedMsg); ok {
		return im.saved(saved), nil
	}
	if im.picker != nil {
		return nil, im.pick(msg)
	}
	pressed, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, nil
	}
	im.notice = ""
	switch k := im.keys; {
	case key.Matches(pressed, k.Help):
		r = panel.HelpAskedMsg{Groups: im.FullHelp()}
	case key.Matches(pressed, k.Back):
		r = im.back()
	case key.Matches(pressed, k.Open):
		cmd = im.enter()
	case key.Matches(pressed, k.Undo):
		im.undo()
	case key.Matches(pressed, k.Save):
		cmd = im.askSave()
	case key.Matches(pressed, k.Reload):
		r = im.askReload()
	case key.Matches(pressed, k.Panel):
		r = im.goTo(pressed.String())
	default:
		im.move(pressed)
	}
	im.rebuild()
	return r, cmd
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
func (im *importer) back() panel.Request {
	if im.page.part == filesPart {
		return im.goTo("")
	}
	left := im.page
	im.page, im.inside = importPage{part: filesPart}, 0
	im.rebuild()
	im.page.at = im.rowOf(left.part, left.file)
	return nil
}

// goTo leaves for the panel of a key; "": the one beneath.
func (im *importer) goTo(panelKey string) panel.Request {
	switch {
	case im.saving:
		im.notice = "it is being saved: a moment"
		return nil
	case im.unsaved() != "":
		return im.leave(panelKey)
	}
	return panel.LeaveMsg{To: panelKey}
}

func (im *importer) askReload() panel.Request {
	if im.saving {
		im.notice = "it is being saved: a moment"
		return nil
	}
	return panel.ReadAgainMsg{}
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
		im.picker.SetSize(im.width, im.height)
		return im.picker.filter.Focus()
	}
	return nil
}

func (im *importer) View() string {
	if im.picker != nil {
		return im.picker.View()
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
		return left, panel.Counted(n, "change") + " not saved: s saves"
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

func problemCount(problems []source.Problem) string {
	errors := source.Report{Problems: problems}.Errors()
	notices := len(problems) - errors
	return fmt.Sprintf("%s, %s", panel.Counted(errors, "error"), panel.Counted(notices, "notice"))
}
