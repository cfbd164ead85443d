package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/tui/ask"
	"wres/tui/panel"
)

// overlay is what stands over the panels: help, a question, the files that were read,
// the form.
type overlay interface {
	ShortHelp() []key.Binding // for the footer
	SetSize(width, height int)
	Update(tea.Msg) (ask.Request, tea.Cmd)
	View() string // exactly the size that was set
}

// passer is an overlay that leaves some keys to the app: those that it passes work as they
// do on the panels.
type passer interface{ Passes(tea.KeyPressMsg) bool }

// stack is what stands over the panels; the last one takes every key.
type stack []overlay

// top gives the last one; nil: there is none.
func (s stack) top() overlay {
	if len(s) == 0 {
		return nil
	}
	return s[len(s)-1]
}

// only leaves nothing but one of them, if it stands there.
func (s stack) only(o overlay) stack {
	if s.has(o) {
		return stack{o}
	}
	return nil
}

// has reports whether something stands there, if only under a question.
func (s stack) has(o overlay) bool { return slices.Contains(s, o) }

// typist is an overlay in which a text can be typed.
type typist interface{ Typing() bool }

// Typing reports whether a letter would be text in an app now, and not a key.
func Typing(m *Model) bool {
	if tooSmall(m.width, m.height) {
		return false
	}
	if top := m.stack.top(); top != nil {
		t, is := top.(typist)
		return is && t.Typing()
	}
	keeper, is := m.panels[m.active].panel.(panel.Keeper)
	return is && keeper.Keeps(tea.KeyPressMsg{Code: 'x', Text: "x"})
}
