package grid

import (
	"charm.land/bubbles/v2/key"

	"wres/tui/ask"
)

// KeyMap is the keys of the table. No letter is one.
type KeyMap struct {
	Up, Down, Left, Right, Next, Previous, Enter, First, Last, PageUp, PageDown key.Binding
	Backspace, Delete, Undo, LastYear, NextYear, Save, Help, Back               key.Binding
}

// NewKeyMap gives them.
func NewKeyMap() KeyMap {
	return KeyMap{
		Up:        ask.Bind("↑", "row above", "up"),
		Down:      ask.Bind("↓", "row below", "down"),
		Left:      ask.Bind("←", "cell before", "left"),
		Right:     ask.Bind("→", "cell after", "right"),
		Next:      ask.Bind("tab", "next cell", "tab"),
		Previous:  ask.Bind("shift+tab", "previous cell", "shift+tab"),
		Enter:     ask.Bind("enter", "next row", "enter"),
		First:     ask.Bind("home", "first cell", "home"),
		Last:      ask.Bind("end", "last cell", "end"),
		PageUp:    ask.Bind("pgup", "staff before", "pgup"),
		PageDown:  ask.Bind("pgdn", "other staff", "pgdown"),
		Backspace: ask.Bind("backspace", "last character away", "backspace"),
		Delete:    ask.Bind("delete", "empty the cell", "delete"),
		Undo:      ask.Bind("ctrl+z", "undo", "ctrl+z"),
		LastYear:  ask.Bind("[", "year before", "["),
		NextYear:  ask.Bind("]", "year after", "]"),
		Save:      ask.Bind("ctrl+s", "save", "ctrl+s"),
		Help:      ask.Bind("f1", "all keys", "f1"),
		Back:      ask.Bind("esc", "back", "esc"),
	}
}

// ShortHelp lists the keys for the last line.
func (m *Model) ShortHelp() []key.Binding {
	k := m.KeyMap
	all := []key.Binding{k.Save, k.Back, k.Enter, k.Next, ask.Bind("[ ]", "year", "[", "]")}
	if len(m.kind.Sheet.Pages) > 1 {
		all = append(all, k.PageDown)
	}
	return append(all, k.Undo, k.Help)
}

// FullHelp lists all of them.
func (m *Model) FullHelp() [][]key.Binding {
	k := m.KeyMap
	return [][]key.Binding{
		{k.Up, k.Down, k.Left, k.Right, k.Next, k.Previous, k.Enter, k.First, k.Last, k.PageUp, k.PageDown},
		{k.Backspace, k.Delete, k.Undo, k.LastYear, k.NextYear, k.Save, k.Help, k.Back},
	}
}
