package tui

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
)

// loading is how far the reading of the folder has come.
type loading struct {
	generation int // of the load that counts; events of an older one are dropped
	event      LoadEvent
	running    bool
	stopping   bool   // it was asked to end
	stopped    bool   // the last one was ended by the user
	notice     string // what to say once it is done
	failed     string // why the folder could not be read again; empty: it was
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
	open       bool // false: the channel is closed
}

func (m *Model) startLoading() tea.Cmd {
	m.loading.generation++
	m.loading.running, m.loading.stopping, m.loading.stopped = true, false, false
	m.loading.event = LoadEvent{}
	m.sayWaiting()
	generation, load := m.loading.generation, m.deps.Load
	return func() tea.Msg { return nextEvent(generation, load()) }
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
		m.loading.running = false
		m.take(e.Loaded)
	default:
		m.loading.event = e
		m.sayWaiting()
	}
	return next
}

// stopLoading asks the load that is under way to end.
func (m *Model) stopLoading() tea.Cmd {
	if m.loading.stopping {
		return nil
	}
	m.loading.stopping = true
	generation, stop := m.loading.generation, m.deps.StopLoading
	return func() tea.Msg { return stoppedMsg{generation, stop()} }
}

// loadStopped says that reading has ended and how it begins again. What was on screen
// stays there.
func (m *Model) loadStopped(msg stoppedMsg) {
	if msg.generation != m.loading.generation || !msg.stopped {
		return
	}
	m.loading.generation++ // what is still on the way is dropped
	m.loading.running, m.loading.stopping, m.loading.stopped = false, false, true
	m.loading.notice = ""
	if m.data.Results != nil {
		m.status = "reading was stopped: figures as before · r reads again"
	}
	m.sayWaiting()
}

// sayWaiting puts how far loading is where the figures will be.
func (m *Model) sayWaiting() {
	if m.data.Results != nil {
		return
	}
	switch {
	case m.loading.stopped:
		m.data.Waiting = "Reading was stopped. r reads the folder again, q quits."
	case m.loading.event.Size > 0:
		m.data.Waiting = capital(m.progress()) + ". Esc stops."
	default:
		m.data.Waiting = ""
	}
	m.refresh()
}

// loadFailed ends the app where there was nothing to show, and keeps what is on
// screen where there was.
func (m *Model) loadFailed(err error) tea.Cmd {
	if m.data.Results != nil {
		m.loading.failed = m.deps.Clean(err.Error())
		m.status = "not read again: f says why"
		if im := m.importer(); im != nil {
			m.status = "not read again"
			if im.picker == nil {
				im.page, im.inside = importPage{part: filesPart}, 0
			}
			m.feed(im)
			im.page.at = im.first()
			im.rebuild()
		}
		return nil
	}
	m.err = err
	return m.quit()
}

// take puts a loaded snapshot on screen, on the year that the user looked at.
func (m *Model) take(l *Loaded) {
	first := m.data.Results == nil
	m.loading.failed = ""
	m.data.Results, m.data.Report, m.data.Words = l.Results, l.Report, wordsOf(l.Results)
	if first || !l.Results.HasYear(m.data.Year) {
		m.data.Year = l.Results.Latest()
	}
	if !m.plan.dirty() {
		m.plan.history = plan.NewHistory(l.Plan)
		m.data.Plan = l.Plan
	}
	m.plan.gaps = plan.ClearGaps(l.Results)
	m.appraise()
	m.plan.disk = l.Plan
	m.plan.readOnly, m.plan.elsewhere = l.ReadOnly, l.Elsewhere
	m.journal.recovered = l.Recovered
	m.nothing = l.Nothing
	switch {
	case m.loading.notice != "":
		m.status, m.loading.notice = m.loading.notice, ""
	case !first:
		m.status = "read again"
	case l.Nothing == nil: // else the files are on screen already
		m.status = unread(l.Report)
	}
	m.refresh()
	if im := m.importer(); im != nil {
		m.feed(im)
	} else if first && l.Nothing != nil && m.overlay == nil {
		m.openImporter()
	}
	m.offer(l.Backup)
}

// unread says in a few words what of the extracts waits for the user, or "".
func unread(r source.Report) string {
	switch labels, files := r.NotMapped(), r.NotUsed(); {
	case files > 0:
		return counted(files, "file") + " not used: f"
	case labels > 0:
		return counted(labels, "label") + " not mapped: f"
	}
	return ""
}

// reload reads the folder again. Edits that are not on the disk stay, so they
// are saved before the plan's file is looked at again.
func (m *Model) reload() tea.Cmd {
	switch {
	case m.loading.running:
		return nil
	case m.plan.dirty():
		m.status = "the plan is not saved yet: ctrl+s first"
		return nil
	}
	return m.startLoading()
}

// progress says how far loading is, or nothing when it is over.
func (m *Model) progress() string {
	e := m.loading.event
	if !m.loading.running {
		return ""
	}
	if e.Total == 0 {
		return "reading the folder"
	}
	file := m.deps.Clean(e.File)
	if e.Total > 1 || e.Size == 0 {
		file += fmt.Sprintf(" (%d of %d)", e.Done+1, e.Total)
	}
	if e.Size == 0 {
		return "reading " + file
	}
	return fmt.Sprintf("reading %s: %s rows, %s", file, indicator.Thousands(int(e.Rows)), e.percent())
}

// shortProgress is progress for a narrow window.
func (m *Model) shortProgress() string {
	switch e := m.loading.event; {
	case !m.loading.running:
		return ""
	case e.Size > 0:
		return "reading, " + e.percent()
	}
	return "reading"
}

// percent says how much of the file is read.
func (e LoadEvent) percent() string { return strconv.FormatInt(e.Bytes*100/e.Size, 10) + "%" }
