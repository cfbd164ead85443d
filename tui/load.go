package tui

import (
	"cmp"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/speed"
)

// loading is how far the reading of the folder has come.
type loading struct {
	generation int // of the load that counts; events of an older one are dropped
	event      LoadEvent
	speed      speed.Reading // of the file that is read
	running    bool
	stopping   bool   // it was asked to end
	stopped    bool   // the last one was ended by the user
	notice     string // what to say once it is done
}

// stoppedMsg is the answer of a load that was asked to end.
type stoppedMsg struct {
	generation int
	stopped    bool // false: it was through already
}

// loadedMsg is a step of loading that has happened, with the channel that the
// next one comes from.
type loadedMsg struct {
	generation int
	event      LoadEvent
	more       <-chan LoadEvent
	open       bool    // false: the channel is closed
	viewed     *viewed // the publication view of what was loaded, where that comes first
}

// unread says why the plan on the disk is not known, or "". first: nothing was read
// before.
func (l *loading) unread(first bool) string {
	switch {
	case l.stopped && first:
		return "the plan has not been read: r reads the folder"
	case l.running || first:
		return "the plan is still being read: try again in a moment"
	}
	return ""
}

// waiting says how far loading is where the figures will be; "": that it is under way.
func (l *loading) waiting(clean func(string) string) string {
	switch {
	case l.stopped:
		return "Reading was stopped. r reads the folder again, q quits."
	case l.event.Size > 0:
		return "Reading " + l.reads(clean) + ". Esc stops."
	}
	return ""
}

// begin starts to read the folder; events of a load before count no more.
func (l *loading) begin(load func() <-chan LoadEvent) tea.Cmd {
	l.generation++
	l.running, l.stopping, l.stopped = true, false, false
	l.event, l.speed = LoadEvent{}, speed.Reading{}
	generation := l.generation
	return func() tea.Msg { return nextEvent(generation, load()) }
}

// stop asks the load that is under way to end.
func (l *loading) stop(stop func() bool) tea.Cmd {
	if l.stopping {
		return nil
	}
	l.stopping = true
	generation := l.generation
	return func() tea.Msg { return stoppedMsg{generation, stop()} }
}

// end takes in that reading has ended, and reports whether it did. What was on screen
// stays there.
func (l *loading) end(msg stoppedMsg) bool {
	if msg.generation != l.generation || !msg.stopped {
		return false
	}
	l.generation++ // what is still on the way is dropped
	l.running, l.stopping, l.stopped = false, false, true
	l.notice = ""
	return true
}

func (m *Model) startLoading() tea.Cmd {
	cmd := m.loading.begin(m.deps.Load)
	if m.data.Results == nil {
		m.refresh()
	}
	return cmd
}

func nextEvent(generation int, events <-chan LoadEvent) tea.Msg {
	e, ok := <-events
	return loadedMsg{generation: generation, event: e, more: events, open: ok}
}

// loaded takes a step of loading into the model and waits for the next.
func (m *Model) loaded(msg loadedMsg) tea.Cmd {
	if msg.generation != m.loading.generation {
		return nil
	}
	if !msg.open {
		m.loading.running = false
		return nil
	}
	next := func() tea.Msg { return nextEvent(msg.generation, msg.more) }
	switch e := msg.event; {
	case e.Err != nil && m.loading.stopping: // by the stop, whose answer is on the way
	case e.Err != nil:
		m.loading.running = false
		return m.loadFailed(e.Err)
	case e.Loaded != nil:
		if first := m.views.ahead(msg); first != nil {
			return first
		}
		m.loading.running = false
		m.take(e.Loaded, msg.viewed)
	default:
		m.loading.event = e
		m.loading.speed.At(e.File, e.Bytes, m.deps.Now())
		if m.data.Results == nil {
			m.refresh()
		}
	}
	return next
}

// loadFailed ends the app where there was nothing to show, and keeps what is on
// screen where there was.
func (m *Model) loadFailed(err error) tea.Cmd {
	if m.data.Results == nil {
		m.err = err
		return m.quit()
	}
	m.data.Unread = m.deps.Clean(err.Error())
	m.status = "not read again: f says why"
	m.refresh()
	if m.stack.has(m.files) {
		m.status = "not read again"
		m.files.Home()
	}
	return nil
}

// take puts a loaded snapshot on screen, on the year that the user looked at.
func (m *Model) take(l *Loaded, worked *viewed) {
	first := m.data.Results == nil
	m.data.Unread = ""
	m.views.take(l, worked)
	m.views.fill(&m.data)
	m.data.Report, m.data.Members = l.Report, l.Members
	if l.Organisation != nil {
		m.data.Organisations = l.Organisation.Choices
	}
	if first || !l.Results.HasYear(m.data.Year) {
		m.data.Year = l.Results.Latest()
	}
	m.keep.Take(l.Disk, m.data.Results)
	m.nothing = l.Nothing
	switch {
	case m.loading.notice != "":
		m.status, m.loading.notice = m.loading.notice, ""
	case !first:
		m.status = "read again"
	case m.views.published && !m.deps.PublicOnly:
		m.status = m.views.says(m.data.Year)
	case l.Nothing == nil, m.deps.Hint != "": // else the files are on screen already
		m.status = cmp.Or(m.deps.Hint, panel.NotUsed(l.Report))
	}
	m.refresh()
	// Where a file could not be used the list of them says why; else the overview says what
	// to do first.
	if first && l.Nothing != nil && !m.views.wanted && l.Report.NotUsed()+l.Report.Errors()+l.Report.NotMapped() > 0 && m.stack.top() == nil {
		app{m}.showFiles()
	}
	m.follow(m.keep.Offer(), nil)
	touring{m}.offer(first)
}

// reads says what is being read, and how far that is; "": nothing.
func (l *loading) reads(clean func(string) string) string {
	e := l.event
	if !l.running {
		return ""
	}
	if e.Total == 0 {
		return "the folder"
	}
	file := clean(e.File)
	if e.Total > 1 || e.Size == 0 {
		file += fmt.Sprintf(" (%d of %d)", e.Done+1, e.Total)
	}
	if e.Size == 0 {
		return file
	}
	return fmt.Sprintf("%s: %s rows, %s", file, words.Thousands(int(e.Rows)), e.percent()) + l.speed.Left(e.Size)
}

// progress says the same, and in short for a narrow window.
func (l *loading) progress(clean func(string) string) (long, short string) {
	switch {
	case !l.running:
		return "", ""
	case l.event.Size > 0:
		short = ", " + l.event.percent()
	}
	return "reading " + l.reads(clean), "reading" + short
}

// share is how much of the file is read that is being read, of 1.
func (l *loading) share() float64 {
	if !l.running || l.event.Size <= 0 {
		return 0
	}
	return float64(l.event.Bytes) / float64(l.event.Size)
}

// percent says how much of the file is read.
func (e LoadEvent) percent() string { return strconv.FormatInt(e.Bytes*100/e.Size, 10) + "%" }
