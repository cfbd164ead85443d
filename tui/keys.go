package tui

import (
	"charm.land/bubbles/v2/key"

	"wres/tui/keep"
	"wres/tui/panel"
)

// keyMap is the bindings that work on every panel. Help, footer and the keys
// topic of the command line all come from the bindings themselves.
type keyMap struct {
	Help, Overview, Panels, Plan       key.Binding
	Next, Previous, LastYear, NextYear key.Binding
	Files, Reload, Back, Quit, Cancel  key.Binding
}

func newKeyMap() keyMap {
	return keyMap{
		Help:     panel.Bind("?", "all keys", "?", "f1"),
		Overview: panel.Bind("0", "overview", "0"),
		Panels:   panel.Bind("1-9", "indicator", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Plan:     panel.Bind("p", "action plan", "p"),
		Next:     panel.Bind("tab", "next panel", "tab"),
		Previous: panel.Bind("shift+tab", "previous panel", "shift+tab"),
		LastYear: panel.Bind("[", "year before", "["),
		NextYear: panel.Bind("]", "year after", "]"),
		Files:    panel.Bind("f", "files, columns and labels", "f"),
		Reload:   panel.Bind("r", "read the folder again", "r"),
		Back:     panel.Bind("esc", "back", "esc"),
		Quit:     panel.Bind("q", "quit", "q"),
		Cancel:   panel.Bind("ctrl+c", "quit at once", "ctrl+c"),
	}
}

// full lists the bindings in the groups of the help screen.
func (k keyMap) full(plan keep.KeyMap) [][]key.Binding {
	return [][]key.Binding{
		{k.Overview, k.Panels, k.Plan, k.Next, k.Previous, k.LastYear, k.NextYear},
		{plan.Undo, plan.Redo, plan.Save, k.Files, k.Reload, k.Back, k.Help, k.Quit, k.Cancel},
	}
}
