// Package tui is the terminal app: the root model, which routes messages, owns
// the layout and the overlays, and keeps the action plan with its history.
//
// It stands on top of the flow: cmd hands it what it needs of the world (Deps),
// it hands each panel (tui/panel) one immutable snapshot, and panels draw with
// tui/chart. Update and View do no I/O and compute no figure; whatever takes
// time is a command that answers with a message.
package tui

import (
	"errors"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/theme"
)

// ErrInterrupted is the app's error where Ctrl+C or SIGINT ended it.
var ErrInterrupted = errors.New("interrupted")

// TerminatedMsg tells the app that a signal asks it to end, now and without a
// question. Signal is its name.
type TerminatedMsg struct{ Signal string }

// Model is the root of the app.
type Model struct {
	deps          Deps
	keys          keyMap
	width, height int
	dark          bool
	panels        []entry
	active        int
	overlay       overlay // nil: none
	data          panel.Data
	loading       loading
	plan          planState
	journal       journal
	err           error
	nothing       error  // why there are no figures
	status        string // a passing word in the footer, until the next key
	quitting      bool   // quit as soon as the save under way is done
	done          bool
}

// entry is a panel with the key that opens it.
type entry struct {
	key   string
	tab   string
	panel panel.Panel
}

// indicatorPanels makes the panel of an indicator by how it is counted, so that
// an indicator more is an entry of the catalogue and nothing here.
var indicatorPanels = map[indicator.Kind]func(id string) panel.Panel{
	indicator.Bands:      func(string) panel.Panel { return panel.NewBands() },
	indicator.Likelihood: panel.NewLikelihood,
	indicator.Survey:     panel.NewSurvey,
	indicator.Board:      func(string) panel.Panel { return panel.NewBoard() },
}

// panels lists every panel in the order of the tabs: a new one is a line here
// and a file in tui/panel.
func panels() []entry {
	all := []entry{{"0", "Overview", panel.NewOverview()}}
	for _, ind := range indicator.Catalogue() {
		all = append(all, entry{ind.ID, ind.Tab, indicatorPanels[ind.Kind](ind.ID)})
	}
	return append(all, entry{"p", "Plan", panel.NewPlan()})
}

// New makes the app.
func New(d Deps) *Model {
	m := &Model{deps: d, keys: newKeyMap(), dark: true, panels: panels()}
	m.data.Clean, m.data.PlanPath = d.Clean, d.Path
	m.plan.history = plan.NewHistory(plan.Plan{})
	m.restyle()
	m.refresh()
	return m
}

// Init starts to listen for what loading says. The terminal is asked for its
// background, and the app draws without waiting for the answer.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(m.startLoading(), tea.RequestBackgroundColor)
}

// Update is a ladder: the size and our own messages, the open overlay, the keys
// that work everywhere, the panel. Whatever it was, what is unsaved afterwards is
// journalled.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.update(msg)
	if wait := m.journalUnsaved(); wait != nil {
		cmd = tea.Batch(cmd, wait)
	}
	return m, cmd
}

func (m *Model) update(msg tea.Msg) tea.Cmd {
	if cmd, ours := m.ownMessage(msg); ours {
		return cmd
	}
	pressed, isKey := msg.(tea.KeyPressMsg)
	if isKey && key.Matches(pressed, m.keys.Cancel) {
		return m.cancel()
	}
	if m.tooSmall() { // nobody sees what a key would do, so only quitting works
		if isKey && key.Matches(pressed, m.keys.Quit) && !m.typing() {
			return m.askQuit()
		}
		return nil
	}
	if isKey && (m.overlay == nil || m.importer() != nil) {
		m.status = ""
	}
	if m.overlay != nil {
		return m.overlayUpdate(msg)
	}
	if isKey {
		if keeper, ok := m.panels[m.active].panel.(panel.Keeper); !ok || !keeper.Keeps(pressed) {
			if cmd, taken := m.globalKey(pressed); taken {
				return cmd
			}
		}
	}
	return m.atOnce(m.panels[m.active].panel.Update(msg))
}

// atOnce does what a panel or an overlay asks for before the next key is looked
// at. Keys that come in one read would else be taken by what was on screen before:
// letters typed ahead by the panel, and not by the form that it opens.
func (m *Model) atOnce(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	next, ours := m.ownMessage(msg)
	if !ours && msg != nil {
		return func() tea.Msg { return msg }
	}
	return next
}

// ownMessage handles everything that is not typed or pasted by the user.
func (m *Model) ownMessage(msg tea.Msg) (cmd tea.Cmd, ours bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.resize()
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.restyle()
		m.refresh()
		if im := m.importer(); im != nil {
			m.feed(im)
		}
	case loadedMsg:
		cmd = m.loaded(msg)
	case stoppedMsg:
		m.loadStopped(msg)
	case savedMsg:
		cmd = m.saved(msg)
	case TerminatedMsg:
		cmd = m.terminated(msg)
	case panel.PanelChosenMsg:
		m.open(msg.Key)
	case panel.DraftAskedMsg:
		cmd = m.openForm(msg.Draft, false)
	case panel.EditAskedMsg:
		if a, ok := m.data.Plan.Find(msg.ID); ok {
			cmd = m.openForm(a, true)
		}
	case panel.DeleteAskedMsg:
		m.askDelete(msg.ID)
	case panel.DoneToggledMsg:
		cmd = m.toggleDone(msg.ID)
	case panel.DuplicateAskedMsg:
		cmd = m.duplicate(msg.ID)
	case panel.MoveAskedMsg:
		cmd = m.moveAction(msg.ID, msg.By)
	case panel.CarryAskedMsg:
		m.askCarry()
	case carryChosenMsg:
		cmd = m.keepYear(msg.from)
	case yearKeptMsg:
		cmd = m.carryOver(msg)
	case panel.NoticeMsg:
		m.status = msg.Text
	case panel.TraceAskedMsg:
		m.showTrace(msg.ID)
	case panel.FilesAskedMsg:
		m.openImporter()
	case reloadAskedMsg:
		cmd = m.reload()
	case mappingAskedMsg:
		cmd = m.saveMapping()
	case mappingSavedMsg:
		cmd = m.mappingSaved(msg)
	case formSavedMsg:
		cmd = m.keepAction(msg)
	case deleteConfirmedMsg:
		cmd = m.deleteAction(msg.id)
	case quitConfirmedMsg:
		m.journal.abandoned = !msg.kept
		cmd = m.quit()
	case saveAgainMsg:
		cmd = m.save()
	case besideChosenMsg:
		cmd = m.saveBeside()
	case besideMsg:
		cmd = m.savedBeside(msg)
	case theirsChosenMsg:
		cmd = m.takeTheirs("theirs is open")
	default:
		return m.journalMessage(msg)
	}
	return cmd, true
}

// globalKey handles the keys that work on every panel.
func (m *Model) globalKey(k tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	switch {
	case key.Matches(k, m.keys.Help):
		m.show(newHelp(m.data.Theme, m.helpGroups()))
	case key.Matches(k, m.keys.Overview, m.keys.Panels, m.keys.Plan):
		m.open(k.String())
	case key.Matches(k, m.keys.Next):
		m.activate((m.active + 1) % len(m.panels))
	case key.Matches(k, m.keys.Previous):
		m.activate((m.active + len(m.panels) - 1) % len(m.panels))
	case key.Matches(k, m.keys.LastYear):
		m.stepYear(-1)
	case key.Matches(k, m.keys.NextYear):
		m.stepYear(+1)
	case key.Matches(k, m.keys.Undo):
		cmd = m.step(plan.History.Undo, "undone", "nothing to undo")
	case key.Matches(k, m.keys.Redo):
		cmd = m.step(plan.History.Redo, "done again", "nothing to do again")
	case key.Matches(k, m.keys.Save):
		cmd = m.saveAgain()
	case key.Matches(k, m.keys.Files):
		m.openImporter()
	case key.Matches(k, m.keys.Reload):
		cmd = m.reload()
	case key.Matches(k, m.keys.Back) && m.loading.running:
		cmd = m.stopLoading()
	case key.Matches(k, m.keys.Back):
		m.open("0")
	case key.Matches(k, m.keys.Quit):
		cmd = m.askQuit()
	default:
		return nil, false
	}
	return cmd, true
}

func (m *Model) helpGroups() [][]key.Binding {
	return append(m.panels[m.active].panel.FullHelp(), m.keys.full()...)
}

func (m *Model) open(k string) {
	for i, e := range m.panels {
		if e.key == k {
			m.activate(i)
		}
	}
}

func (m *Model) activate(i int) {
	m.active = i
	m.panels[i].panel.SetData(m.data)
}

// stepYear moves to a year beside the selected one; the ends hold.
func (m *Model) stepYear(by int) {
	r := m.data.Results
	if r == nil || len(r.Years) == 0 {
		return
	}
	for i, y := range r.Years {
		if y == m.data.Year {
			m.data.Year = r.Years[min(max(i+by, 0), len(r.Years)-1)]
			break
		}
	}
	m.status = "year " + m.data.Year.String()
	m.refresh()
}

// refresh hands the snapshot to the panel on screen; another gets it when it is
// opened, so that a key costs one panel's work and not eleven.
func (m *Model) refresh() {
	m.data.Today = m.deps.Now()
	m.data.PlanLocked = m.locked()
	m.panels[m.active].panel.SetData(m.data)
}

// restyle makes the theme anew, after the terminal said what it is.
func (m *Model) restyle() {
	m.data.Theme = theme.New(m.dark, m.deps.Charset, m.deps.Profile)
}

// Unsaved reports whether work would be lost if the app ended now: text in the
// form, a meaning that was chosen on the screen of files, or an edit of the plan that
// is not on the disk.
func (m *Model) Unsaved() bool { return m.typing() || m.plan.dirty() }

// Err gives why the app ended, if not by the user's leave: nothing could be
// opened, or it was interrupted.
func (m *Model) Err() error {
	if m.err == nil {
		return m.nothing
	}
	return m.err
}

// typing reports whether an overlay holds what is saved nowhere.
func (m *Model) typing() bool { return m.unsavedText() != "" }

// unsavedText says what an overlay holds that is saved nowhere, or "".
func (m *Model) unsavedText() string {
	for o := m.overlay; o != nil; o = beneath(o) {
		switch o := o.(type) {
		case *form:
			if o.changed() {
				return "The text in the form is not in the plan yet."
			}
		case *importer:
			return o.unsaved()
		}
	}
	return ""
}

// openedForm gives the form that is open, if only under a question; else nil.
func (m *Model) openedForm() *form {
	for o := m.overlay; o != nil; o = beneath(o) {
		if f, ok := o.(*form); ok {
			return f
		}
	}
	return nil
}

// writing reports whether the form holds text that is not in the plan.
func (m *Model) writing() bool {
	f := m.openedForm()
	return f != nil && f.changed()
}

// now gives the day for dates in the plan.
func (m *Model) now() time.Time { return m.deps.Now() }

// wordsOf gives the words for figures under their settings.
func wordsOf(r *indicator.Results) indicator.Words { return indicator.WordsFor(r.Settings) }
