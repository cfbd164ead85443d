package tui

import (
	"charm.land/bubbles/v2/key"

	"wres/tui/ask"
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
		Help:     ask.Bind("?", "all keys", "?", "f1"),
		Overview: ask.Bind("0", "overview", "0"),
		Panels:   ask.Bind("1-9", "indicator", panel.IndicatorKeys()...),
		Plan:     ask.Bind("p", "action plan", "p"),
		Next:     ask.Bind("tab", "next panel", "tab"),
		Previous: ask.Bind("shift+tab", "previous panel", "shift+tab"),
		LastYear: ask.Bind("[", "year before", "["),
		NextYear: ask.Bind("]", "year after", "]"),
		Files:    ask.Bind("f", "files, columns and labels", "f"),
		Reload:   ask.Bind("r", "read the folder again", "r"),
		Back:     ask.Bind("esc", "back", "esc"),
		Quit:     ask.Bind("q", "quit", "q"),
		Cancel:   ask.Bind("ctrl+c", "quit at once", "ctrl+c"),
	}
}

// full lists the bindings in the groups of the help screen.
func (k keyMap) full(plan keep.KeyMap) [][]key.Binding {
	return [][]key.Binding{
		{k.Overview, k.Panels, k.Plan, k.Next, k.Previous, k.LastYear, k.NextYear},
		{plan.Undo, plan.Redo, plan.Save, k.Files, k.Reload, k.Back, k.Help, k.Quit, k.Cancel},
	}
}
