package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wres/tui/ask"
	"wres/tui/panel"
)

// askQuit quits where nothing would be lost, and else says what would be.
func (m *Model) askQuit() tea.Cmd {
	switch {
	case m.keep.Saving():
		m.quitting = true
		m.status = "saving, then quitting"
		return nil
	case m.keep.Dirty() && m.keep.Failed() != "":
		why := "The plan could not be saved: " + m.keep.Failed() + ". Quit all the same"
		if m.keep.Safe() {
			app{m}.Ask(m.quitQuestion(why+"? What is not saved is in the journal and is offered when wres starts again.", "quit", false))
		} else {
			app{m}.Ask(m.quitQuestion(why+" and lose what is not saved?", "quit and lose it", true))
		}
		return nil
	case m.keep.Dirty():
		m.quitting = true
		return m.keep.Save()
	}
	if m.keep.DraftAtRisk() {
		app{m}.Ask(m.quitQuestion("The draft that you kept is in no file. Quit and lose it?", "quit and lose it", false))
		return nil
	}
	if what, it := m.meeting.Unsaved(); what != "" {
		app{m}.Ask(m.quitQuestion(what+" Quit and lose "+it+"?", "quit and lose "+it, false))
		return nil
	}
	return m.quit()
}

// quitQuestion asks whether to quit, and whether to forget what is unsaved by it.
func (m *Model) quitQuestion(text, yes string, forget bool) ask.Question {
	return ask.Question{Text: text, No: "stay", Answers: []ask.Answer{{Binding: ask.Yes(yes), Does: ask.Choice(func() (ask.Request, tea.Cmd) {
		if forget {
			m.keep.Abandon()
			if m.stack.has(m.grid) {
				m.grid.Abandon()
			}
		}
		return nil, m.quit()
	})}}}
}

// cancel is Ctrl+C: it quits at once, but asks once where text would be lost.
func (m *Model) cancel() tea.Cmd {
	what, it := m.unsaved()
	if _, asked := m.stack.top().(*question); !asked && what != "" {
		app{m}.Ask(m.quitQuestion(what+" Quit and lose "+it+"?", "quit and lose "+it, true))
		return nil
	}
	m.err = ErrInterrupted
	return m.quitOnceSaved(m.keep.Failed() == "")
}

// terminated ends the app on a signal: a save under way is finished, an edit
// that is not saved is, and nobody is asked.
func (m *Model) terminated(msg TerminatedMsg) tea.Cmd {
	m.err = fmt.Errorf("ended by %s", msg.Signal)
	if msg.Signal == "SIGINT" {
		m.err = ErrInterrupted
	}
	return m.quitOnceSaved(true)
}

// quitOnceSaved waits for a save that is under way, and saves what is not saved where
// that is worth a try.
func (m *Model) quitOnceSaved(try bool) tea.Cmd {
	if m.keep.Saving() || m.keep.Dirty() && try {
		m.quitting = true
		return m.keep.Save()
	}
	return m.quit()
}

// quitAfterSave quits once a save has ended. After one that failed the user is asked,
// unless the app is to end in any case.
func (m *Model) quitAfterSave() tea.Cmd {
	if m.err == nil && m.keep.Dirty() {
		m.quitting, m.status = false, ""
		return m.askQuit()
	}
	return m.quit()
}

func (m *Model) quit() tea.Cmd {
	m.done = true
	return tea.Quit
}

// unsaved says what stands over the panels and is saved nowhere, and what stands for
// it in a sentence; "": nothing.
func (m *Model) unsaved() (what, it string) {
	switch {
	case m.stack.has(m.form) && m.draft() != nil:
		return "The text in the form is not in the plan yet.", "it"
	case m.stack.has(m.files):
		if what, it := m.files.Unsaved(); what != "" {
			return what, it
		}
	case m.stack.has(m.grid):
		if what, it := m.grid.Unsaved(); what != "" {
			return what, it
		}
	}
	if shown, types := m.panels[m.active].panel.(panel.Drafter); types {
		if what, it := shown.Unsaved(); what != "" {
			return what, it
		}
	}
	if m.keep.DraftAtRisk() {
		return "The draft that you kept is in no file.", "it"
	}
	return m.meeting.Unsaved()
}
