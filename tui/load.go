package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
)

// loading is how far the reading of the folder has come.
type loading struct {
	generation int // of the load that counts; events of an older one are dropped
	event      LoadEvent
	running    bool
	notice     string // what to say once it is done
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
	m.loading.running = true
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
	case e.Err != nil:
		m.loading.running = false
		return m.loadFailed(e.Err)
	case e.Loaded != nil:
		m.loading.running = false
		m.take(e.Loaded)
	default:
		m.loading.event = e
	}
	return next
}

// loadFailed ends the app where there was nothing to show, and keeps what is on
// screen where there was.
func (m *Model) loadFailed(err error) tea.Cmd {
	if m.data.Results != nil {
		m.status = m.deps.Clean("could not read the folder again: " + err.Error())
		return nil
	}
	m.err = err
	return m.quit()
}

// take puts a loaded snapshot on screen, on the year that the user looked at.
func (m *Model) take(l *Loaded) {
	first := m.data.Results == nil
	m.data.Results, m.data.Report, m.data.Words = l.Results, l.Report, wordsOf(l.Results)
	if first || !l.Results.HasYear(m.data.Year) {
		m.data.Year = l.Results.Latest()
	}
	if !m.plan.dirty() {
		m.plan.history = plan.NewHistory(l.Plan)
		m.data.Plan = l.Plan
	}
	m.plan.disk = l.Plan
	m.plan.readOnly, m.plan.elsewhere = l.ReadOnly, l.Elsewhere
	m.journal.recovered = l.Recovered
	switch {
	case m.loading.notice != "":
		m.status, m.loading.notice = m.loading.notice, ""
	case !first:
		m.status = "read again"
	}
	m.refresh()
	m.offer(l.Backup)
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
	return fmt.Sprintf("reading %s (%d of %d)", m.deps.Clean(e.File), e.Done+1, e.Total)
}
