// Package pace gathers keys that come faster than anyone types: a terminal without
// bracketed paste hands over a pasted text letter by letter. One by one, each letter would
// cost a change of the whole text and a frame.
//
// Place in the flow: it stands between the guard and the app, and passes on every message.
package pace

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

const (
	apart = 5 * time.Millisecond   // nobody types two letters in less
	wait  = 10 * time.Millisecond  // how long letters are gathered, at least
	pause = 250 * time.Millisecond // without a letter, a flood is over
	most  = 500                    // letters of a rush that may be keys; more are a text
)

// Model stands before an app. What comes at the speed of a hand is passed on at once.
type Model struct {
	app    tea.Model
	typing func() bool
	now    func() time.Time

	frame    tea.View
	fresh    bool      // the frame is of the app as it is now
	idle     time.Time // since when there was nothing to do
	letters  []tea.KeyPressMsg
	waiting  bool          // for flush
	took     time.Duration // the last flush
	flooding bool          // a text comes where letters are keys
}

// flush says that letters were gathered for long enough.
type flush struct{}

// New paces an app. typing reports whether letters are text now, and not keys; such text
// reaches the app as a paste.
func New(app tea.Model, typing func() bool) *Model {
	return &Model{app: app, typing: typing, now: time.Now}
}

// Init starts the app.
func (m *Model) Init() tea.Cmd { return m.app.Init() }

// View draws the app, unless all that came since was put by.
func (m *Model) View() tea.View {
	if !m.fresh {
		m.frame, m.fresh = m.app.View(), true
		m.idle = m.now()
	}
	return m.frame
}

// Update passes a message on; letters that come in a rush it puts by for a moment.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	k, isKey := msg.(tea.KeyPressMsg)
	_, isFlush := msg.(flush)
	switch {
	case isKey && letter(k):
		return m, m.letter(k)
	case isFlush:
		m.waiting = false
		return m, m.flush()
	}
	return m, tea.Batch(m.flush(), m.pass(msg)) // in the order in which they came
}

// letter reports whether a key is text.
func letter(k tea.KeyPressMsg) bool { return k.Text != "" && k.Mod&^tea.ModShift == 0 }

func (m *Model) letter(k tea.KeyPressMsg) tea.Cmd {
	since := m.now().Sub(m.idle) // not since the letter before: the app may have been busy with that
	defer func() { m.idle = m.now() }()
	m.flooding = m.flooding && since < pause
	switch {
	case m.flooding && !m.typing():
		return nil
	case since >= apart && len(m.letters) == 0:
		return m.pass(k)
	}
	m.letters = append(m.letters, k)
	if m.waiting {
		return nil
	}
	m.waiting = true
	// As long as the last took, or a long text would be all that the app does.
	return tea.Tick(max(wait, m.took), func(time.Time) tea.Msg { return flush{} })
}

// flush passes on what was gathered: as text where something is typed, which a key before
// may have begun, and else key by key. More than anyone presses is a text that was pasted
// in the wrong place: the rest of it is no keys.
func (m *Model) flush() tea.Cmd {
	letters, begun := m.letters, m.now()
	m.letters = nil
	var all []tea.Cmd
	for i, k := range letters {
		if m.typing() {
			all = append(all, m.pass(tea.PasteMsg{Content: text(letters[i:])}))
			break
		}
		if m.flooding = m.flooding || i == most; m.flooding {
			break
		}
		all = append(all, m.pass(k))
	}
	m.took = m.now().Sub(begun)
	return tea.Batch(all...)
}

func text(letters []tea.KeyPressMsg) string {
	var b strings.Builder
	for _, k := range letters {
		b.WriteString(k.Text)
	}
	return b.String()
}

func (m *Model) pass(msg tea.Msg) (cmd tea.Cmd) {
	m.app, cmd = m.app.Update(msg)
	m.fresh = false
	return cmd
}
