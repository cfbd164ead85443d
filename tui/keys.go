package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"wres/tui/ask"
	"wres/tui/keep"
)

// keyMap is the bindings that work on every panel. Help and footer come from the
// bindings themselves; a test holds the keys topic of the command line to them.
type keyMap struct {
	Help, Palette                      key.Binding
	Panels                             []key.Binding // that open one, in the order of the tabs
	Next, Previous, LastYear, NextYear key.Binding
	Files, Meeting, Report             key.Binding
	Publication                        key.Binding
	tell                               tellKeys
	take                               takeKeys
	screen                             screenKeys
	Type                               key.Binding
	Open, Reload, Back, Quit, Cancel   key.Binding
}

// tellKeys tell of figures what a reader of them could, takeKeys take something out of the app, and screenKeys change how it uses the terminal.
type (
	tellKeys   struct{ Hiding, Audit key.Binding }
	takeKeys   struct{ Sentence, Text, Export key.Binding }
	screenKeys struct{ Theme, Mouse, Settings, Beside key.Binding }
)

func newKeyMap(panels []entry) keyMap {
	return keyMap{
		Help:        ask.Bind("?", "all keys", "?", "f1"),
		Palette:     ask.Bind(":", "all there is, by name", ":", "ctrl+p"),
		Panels:      panelBindings(panels),
		Next:        ask.Bind("tab", "next panel", "tab"),
		Previous:    ask.Bind("shift+tab", "previous panel", "shift+tab"),
		LastYear:    ask.Bind("[", "year before", "["),
		NextYear:    ask.Bind("]", "year after", "]"),
		Files:       ask.Bind("f", "files, columns and labels", "f"),
		Meeting:     ask.Bind("m", "meeting, a page a finding", "m"),
		Report:      ask.Bind("R", "the year's report, to read", "R"),
		Publication: ask.Bind("P", "publication view, or full", "P"),
		tell: tellKeys{Hiding: ask.Bind("H", "what the publication view hides", "H"),
			Audit: ask.Bind("A", "do the printed figures agree", "A")},
		take: takeKeys{
			Sentence: ask.Bind("y", "copy the sentence to the clipboard", "y"),
			Text:     ask.Bind("Y", "copy the whole panel as text", "Y"),
			Export:   ask.Bind("E", "export the panel: CSV, Markdown, SVG", "E"),
		},
		screen: screenKeys{Theme: ask.Bind("T", "next theme", "T"), Mouse: ask.Bind("M", "mouse on or off", "M"),
			Settings: ask.Bind(",", "settings in force", ","), Beside: ask.Bind("B", "organisations beside each other", "B")},
		Type:   ask.Bind("I", "type figures in", "I"),
		Open:   ask.Bind("O", "open another folder", "O"),
		Reload: ask.Bind("r", "read the folder again", "r"),
		Back:   ask.Bind("esc", "back", "esc"),
		Quit:   ask.Bind("q", "quit", "q"),
		Cancel: ask.Bind("ctrl+c", "quit at once", "ctrl+c"),
	}
}

// panelBindings makes a binding for each panel that one key press opens; those of
// indicators are one. Tab walks to the others.
func panelBindings(panels []entry) (all []key.Binding) {
	ids := indicatorKeys()
	for _, e := range panels {
		switch at := slices.Index(ids, e.Key); {
		case at == 0:
			all = append(all, ask.Bind(ids[0]+"-"+ids[len(ids)-1], "indicator", ids...))
		case at < 0 && isPress(e.Key):
			all = append(all, ask.Bind(e.Key, strings.ToLower(e.panel.Title()), e.Key))
		}
	}
	return all
}

// isPress reports whether a panel's key is one press.
func isPress(k string) bool { return len([]rune(k)) == 1 }

// pressed lists the keys that open a panel.
func (k keyMap) pressed() (all []string) {
	for _, b := range k.Panels {
		all = append(all, b.Keys()...)
	}
	return all
}

// full lists the bindings in the groups of the help screen.
func (k keyMap) full(plan keep.KeyMap) [][]key.Binding {
	return [][]key.Binding{
		append(slices.Clone(k.Panels), k.Next, k.Previous, k.LastYear, k.NextYear),
		{plan.Undo, plan.Redo, plan.Save, k.Files, k.Meeting, k.Report, k.Publication, k.tell.Hiding, k.tell.Audit, k.screen.Beside, k.take.Sentence, k.take.Text, k.take.Export, k.screen.Settings, k.screen.Theme, k.screen.Mouse, k.Type, k.Open, k.Reload, k.Back, k.Help, k.Palette, k.Quit, k.Cancel},
	}
}
