// Package tui is the terminal app: the root model, which routes messages and owns
// the size, the keys, which panel is shown, what stands over it, and loading.
//
// It stands on top of the flow: cmd hands it what it needs of the world (Deps),
// it hands each panel (below tui/panel) one immutable snapshot, and panels draw with
// tui/chart. The plan is kept by tui/keep, one action of it is edited in tui/form,
// tui/files shows what was read, tui/palette lists all there is, and tui/preview the report that is written. What these want of the app is a request
// (tui/ask), which is done at once. Update and View do no I/O and compute no figure;
// whatever takes time is a command that answers with a message.
package tui

import (
	"errors"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/files"
	"wres/tui/form"
	"wres/tui/funnel"
	"wres/tui/grid"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/palette"
	"wres/tui/panel"
	"wres/tui/preview"
	"wres/tui/theme"
	"wres/tui/tour"
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
	panels        []entry
	active        int
	stack         stack
	data          panel.Data
	loading       loading
	views         views
	keep          *keep.Model
	over
	err      error
	nothing  error // why there are no figures
	screen   screen
	next     *Place // the folder to open once the app has ended; nil: none
	status   string // a passing word in the footer, until the next key
	quitting bool   // quit as soon as the save under way is done
	done     bool
	head     head // the first lines of the frame, as they were drawn last
}

// over is what may stand over the panels, and has more of its own than a page to read.
type over struct {
	form    *form.Model  // the last one that was opened
	files   *files.Model // likewise
	meeting *meeting.Model
	preview *preview.Model
	grid    *grid.Model // the last one that was opened
	tour    *tour.Model // likewise
	before  bool        // the tour began in the publication view
}

// New makes the app.
func New(d Deps) *Model {
	all := panels()
	m := &Model{deps: d, keys: newKeyMap(all), panels: all}
	m.data.Clean, m.data.PlanPath, m.data.Choices = d.Clean, d.Path, d.Choices
	m.views.wanted = d.PublicOnly
	m.screen = screen{theme: d.Theme, dark: !d.Light}
	m.data.Theme = theme.New(d.Theme, !d.Light, d.Charset, d.Profile)
	m.keep = keep.New(d.Deps, m.data.Theme.Glyphs.Ellipsis, func() string { return m.loading.unread(m.data.Results == nil) })
	m.meeting = meeting.New(d.NoteDeps, d.Clean)
	m.preview = preview.New(d.Preview, m.keys.LastYear, m.keys.NextYear, m.keys.Publication, m.keys.Reload)
	m.refresh()
	return m
}

// Init starts to listen for what loading says. The terminal is asked for its
// background, where that matters, and the app draws without waiting for the answer.
func (m *Model) Init() tea.Cmd {
	if !theme.ByBackground(m.deps.Theme) {
		return m.startLoading()
	}
	return tea.Batch(m.startLoading(), tea.RequestBackgroundColor)
}

// Update is a ladder: the size and our own messages, what stands over the panels, the
// keys that work everywhere, the panel. Whatever it was, what is unsaved afterwards is
// journalled.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := m.update(msg)
	return m, tea.Batch(cmd, app{m}.make(), m.keep.Journal(m.draft()))
}

func (m *Model) update(msg tea.Msg) tea.Cmd {
	if cmd, ours := m.own(msg); ours {
		return cmd
	}
	pressed, isKey := msg.(tea.KeyPressMsg)
	if isKey {
		pressed = meant(m, pressed)
		msg = pressed
	}
	if isKey && key.Matches(pressed, m.keys.Cancel) {
		return m.cancel()
	}
	if tooSmall(m.width, m.height) { // nobody sees what a key would do, so only quitting works
		if what, _ := m.unsaved(); isKey && key.Matches(pressed, m.keys.Quit) && what == "" {
			return m.askQuit()
		}
		return nil
	}
	if isKey && (len(m.stack) == 0 || m.stack.has(m.files) || m.stack.has(m.meeting) || m.stack.has(m.preview)) {
		m.status = ""
	}
	if isKey && opensPalette(m, pressed) {
		app{m}.showPalette()
		return nil
	}
	if top := m.stack.top(); top != nil {
		if p, is := top.(passer); isKey && is && p.Passes(pressed) {
			cmd, _ := m.globalKey(pressed)
			return cmd
		}
		return m.follow(top.Update(msg))
	}
	shown := m.panels[m.active].panel
	if isKey {
		if keeper, ok := shown.(panel.Keeper); !ok || !keeper.Keeps(pressed) {
			if cmd, taken := m.globalKey(pressed); taken {
				return cmd
			}
		}
	}
	asked := shown.Update(msg)
	if asked == nil && isKey && m.status == "" && !Typing(m) {
		m.status = nothingHere(m, pressed)
	}
	return m.follow(asked, nil)
}

// own handles everything that is not typed or pasted by the user.
func (m *Model) own(msg tea.Msg) (cmd tea.Cmd, ours bool) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height, m.head = msg.Width, msg.Height, head{}
		body := layout(m.height).body
		for _, e := range m.panels {
			e.panel.SetSize(m.width, body)
		}
		for _, o := range m.stack {
			o.SetSize(m.width, app{m}.room())
		}
	case tea.BackgroundColorMsg:
		m.screen.dark = msg.IsDark()
		terminal{m}.themed(m.screen.theme)
	case tea.MouseWheelMsg:
		cmd = terminal{m}.wheel(msg)
	case tea.MouseClickMsg:
		terminal{m}.click(msg)
	case keep.Msg:
		r, next := m.keep.Update(msg)
		if m.quitting && !m.keep.Saving() {
			return m.quitAfterSave(), true
		}
		cmd = m.follow(r, next)
	case meeting.Msg:
		cmd = m.follow(m.meeting.Update(msg))
	case *preview.Made:
		cmd = m.follow(m.preview.Update(msg))
	case files.SavedMsg:
		cmd = m.follow(m.files.Update(msg))
	case loadedMsg:
		cmd = m.loaded(msg)
	case viewedMsg:
		if m.views.know(msg.viewed) {
			app{m}.look()
		}
	case hidingMsg:
		app{m}.showHiding(msg)
	case placesMsg:
		folders{m}.show(msg)
	case takeMsg:
		cmd = takeOut{m}.goOn(msg)
	case tookMsg:
		takeOut{m}.took(msg)
	case stoppedMsg:
		if m.loading.end(msg) && m.data.Results != nil {
			m.status = "reading was stopped: figures as before · r reads again"
		} else if m.data.Results == nil {
			m.refresh()
		}
	case TerminatedMsg:
		cmd = m.terminated(msg)
	default:
		return beginning{m}.own(msg)
	}
	return cmd, true
}

// follow does what a panel or a component asks for, before the next key is looked at.
// Keys that come in one read would else be taken by what was on screen before: letters
// typed ahead by the panel, and not by the form that it opens.
func (m *Model) follow(r ask.Request, cmd tea.Cmd) tea.Cmd {
	if r == nil {
		return cmd
	}
	return tea.Batch(cmd, r.Of(app{m}))
}

// globalKey handles the keys that work on every panel.
func (m *Model) globalKey(k tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	switch {
	case key.Matches(k, m.keys.Help):
		c := commandsOf(m)
		app{m}.list("Keys", append(c.here(), c.bindings("anywhere", "", false, slices.Concat(m.keys.full(m.keep.KeyMap)...))...))
	case key.Matches(k, m.keys.Panels...):
		app{m}.Open(k.String())
	case key.Matches(k, m.keys.Next):
		m.activate((m.active + 1) % len(m.panels))
	case key.Matches(k, m.keys.Previous):
		m.activate((m.active + len(m.panels) - 1) % len(m.panels))
	case key.Matches(k, m.keys.LastYear):
		m.stepYear(-1)
	case key.Matches(k, m.keys.NextYear):
		m.stepYear(+1)
	case key.Matches(k, m.keep.KeyMap.Undo, m.keep.KeyMap.Redo, m.keep.KeyMap.Save):
		cmd = m.follow(m.keep.Update(k))
	case key.Matches(k, m.keys.Files) && m.views.wanted:
		m.status = "the files quote counts: P shows them with the full figures"
	case key.Matches(k, m.keys.Files):
		app{m}.showFiles()
	case key.Matches(k, m.keys.Meeting):
		cmd = app{m}.meet()
	case key.Matches(k, m.keys.Report):
		app{m}.read()
	case key.Matches(k, m.keys.Publication) && m.deps.PublicOnly:
		m.status = "only the publication view is shown here"
	case key.Matches(k, m.keys.Publication):
		cmd = m.views.toggle()
		app{m}.look()
	case key.Matches(k, m.keys.tell.Hiding):
		cmd = app{m}.askHiding()
	case key.Matches(k, m.keys.tell.Audit):
		cmd = panel.Audited(m.data, m.panels[m.active].Key, m.keys.tell.Audit.Keys()[0]).Of(app{m})
	case key.Matches(k, m.keys.screen.Beside) && m.data.Results != nil:
		app{m}.show(funnel.New(m.data, k.String(), m.keys.LastYear, m.keys.NextYear))
	case key.Matches(k, m.keys.Type):
		cmd = app{m}.Begin(ask.WithTyping)
	case key.Matches(k, m.keys.Open):
		cmd = folders{m}.ask("")
	case key.Matches(k, m.keys.take.Sentence):
		cmd = takeOut{m}.take(takeSentence)
	case key.Matches(k, m.keys.take.Text):
		cmd = takeOut{m}.take(takePanel)
	case key.Matches(k, m.keys.take.Export):
		cmd = takeOut{m}.take(takeFiles)
	case key.Matches(k, m.keys.Reload):
		cmd = app{m}.ReadAgain("")
	case key.Matches(k, m.keys.Back) && m.loading.running:
		cmd = m.loading.stop(m.deps.StopLoading)
	case key.Matches(k, m.keys.Back):
		app{m}.Open("0")
	case key.Matches(k, m.keys.Quit):
		m.next = nil
		cmd = m.askQuit()
	default:
		return terminal{m}.key(k)
	}
	return cmd, true
}

func (m *Model) activate(i int) {
	m.active, m.head = i, head{}
	m.panels[i].panel.SetData(m.data)
}

// stepYear moves to a year beside the selected one; the ends hold.
func (m *Model) stepYear(by int) {
	if m.data.Results == nil || len(m.data.Results.Years) == 0 {
		return
	}
	years := m.data.Results.Years
	if i := slices.Index(years, m.data.Year); i >= 0 {
		m.data.Year = years[min(max(i+by, 0), len(years)-1)]
	}
	m.status = "year " + m.data.Year.String()
	m.refresh()
}

// refresh hands the snapshot to the panel on screen and to the files; another panel
// gets it when it is opened, so that a key costs one panel's work and not that of all.
func (m *Model) refresh() {
	m.data.Today, m.head = m.deps.Now(), head{}
	if m.data.Results == nil {
		m.data.Waiting, m.data.Read = m.loading.waiting(m.deps.Clean), m.loading.share()
	}
	m.keep.Fill(&m.data)
	m.panels[m.active].panel.SetData(m.data)
	for _, o := range m.stack {
		if shown, is := o.(interface{ SetData(panel.Data) }); is {
			shown.SetData(m.data)
		}
	}
	if list, is := m.stack.top().(*palette.Model); is {
		list.SetLines(m.data.Theme, commandsOf(m).all())
	}
}

// draft is the text of the form, or of a note, that is in no plan yet; nil: there is none.
func (m *Model) draft() *plan.Draft {
	if m.stack.has(m.form) {
		return m.form.Draft()
	}
	if shown, types := m.panels[m.active].panel.(panel.Drafter); types {
		return shown.Draft()
	}
	return nil
}

// Unsaved reports whether work would be lost if the app ended now: text in the
// form, a meaning that was chosen on the screen of files, or an edit of the plan that
// is not on the disk.
func (m *Model) Unsaved() bool {
	what, _ := m.unsaved()
	return what != "" || m.keep.Dirty()
}

// Kept reports whether all that is unsaved was handed to the journal, which the
// next start offers it from. The screen of files has none.
func (m *Model) Kept() bool {
	what, _ := m.unsaved()
	note, _ := m.meeting.Unsaved()
	if m.stack.has(m.grid) && what != "" {
		return m.grid.Kept() && note == "" && !m.keep.DraftAtRisk() && (!m.keep.Dirty() || m.keep.Kept())
	}
	return m.keep.Kept() && note == "" && (what == "" || m.draft() != nil)
}

// Err gives why the app ended, if not by the user's leave: nothing could be
// opened, or it was interrupted.
func (m *Model) Err() error {
	if m.err == nil && m.next == nil {
		return m.nothing
	}
	return m.err
}
