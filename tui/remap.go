package tui

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/tui/files"
	"wres/tui/form"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/picture"
	"wres/tui/preview"
)

// WrongKey looks at keys that are to do what others do, by the names that help has for them:
// the key that is pressed, and that whose work it does. It gives the first of them, in the
// order of their names, that cannot, and why; "": all can.
func WrongKey(keys map[string]string) (pressed, why string) {
	if len(keys) == 0 { // as nearly always, and the list below takes an app to make
		return "", ""
	}
	own := ownKeys()
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		does := keys[k]
		_, unknown := picture.Press(k)
		switch {
		case unknown != nil:
			return k, "there is no key of that name: a key is a character, or named as in wres help keys (f5, alt+r)"
		case slices.Contains(own, k):
			return k, "that key does something already; give a key that is free, such as f5 or alt+r"
		case !slices.Contains(own, does):
			return k, "nothing is done by the key " + strconv.Quote(does) + ": name one of wres help keys"
		}
	}
	return "", ""
}

// besides are the keys that only some figures have, or that close what they opened.
var besides = []string{"w", "q", "esc", "enter", "y", "n"}

// ownKeys lists the keys that do something on some screen.
func ownKeys() []string {
	all := slices.Clone(besides)
	add := func(groups ...[]key.Binding) {
		for _, b := range slices.Concat(groups...) {
			all = append(all, b.Keys()...)
		}
	}
	m := New(Deps{Deps: keep.Deps{Now: time.Now, Clean: func(s string) string { return s }}})
	k := m.keys
	add(k.full(m.keep.KeyMap)...)
	for _, e := range m.panels {
		add(e.panel.FullHelp()...)
	}
	add((&files.Model{KeyMap: files.NewKeyMap(k.pressed())}).FullHelp()...)
	add((&meeting.Model{KeyMap: meeting.NewKeyMap()}).FullHelp()...)
	add((&preview.Model{KeyMap: preview.NewKeyMap(k.LastYear, k.NextYear, k.Publication, k.Reload)}).FullHelp()...)
	add((&form.Model{KeyMap: form.NewKeyMap()}).FullHelp()...)
	return all
}

// meant gives the key whose work a pressed one does: itself, or what wres.toml says. While
// letters are text a letter is itself, and nothing else is a letter.
func meant(m *Model, pressed tea.KeyPressMsg) tea.KeyPressMsg {
	does, other := m.deps.Keys[pressed.String()]
	if !other {
		return pressed
	}
	press := pressOf(does)
	if Typing(m) && (pressed.Text != "" || press.Text != "") {
		return pressed
	}
	return press
}
