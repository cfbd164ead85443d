package tui

import "charm.land/bubbles/v2/key"

// keyMap is the bindings that work on every panel. Help, footer and the keys
// topic of the command line all come from the bindings themselves.
type keyMap struct {
	Help, Overview, Panels, Plan       key.Binding
	Next, Previous, LastYear, NextYear key.Binding
	Undo, Redo, Save                   key.Binding
	Files, Reload, Back, Quit, Cancel  key.Binding
}

func newKeyMap() keyMap {
	return keyMap{
		Help:     bind("?", "all keys", "?", "f1"),
		Overview: bind("0", "overview", "0"),
		Panels:   bind("1-9", "indicator", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Plan:     bind("p", "action plan", "p"),
		Next:     bind("tab", "next panel", "tab"),
		Previous: bind("shift+tab", "previous panel", "shift+tab"),
		LastYear: bind("[", "year before", "["),
		NextYear: bind("]", "year after", "]"),
		Undo:     bind("u", "undo", "u", "ctrl+z"),
		Redo:     bind("ctrl+r", "redo", "ctrl+r"),
		Save:     bind("ctrl+s", "save again", "ctrl+s"),
		Files:    bind("f", "files, columns and labels", "f"),
		Reload:   bind("r", "read the folder again", "r"),
		Back:     bind("esc", "back", "esc"),
		Quit:     bind("q", "quit", "q"),
		Cancel:   bind("ctrl+c", "quit at once", "ctrl+c"),
	}
}

// bind makes a binding from what help shows, what it does, and its keys.
func bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// full lists the bindings in the groups of the help screen.
func (k keyMap) full() [][]key.Binding {
	return [][]key.Binding{
		{k.Overview, k.Panels, k.Plan, k.Next, k.Previous, k.LastYear, k.NextYear},
		{k.Undo, k.Redo, k.Save, k.Files, k.Reload, k.Back, k.Help, k.Quit, k.Cancel},
	}
}
