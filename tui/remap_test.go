package tui

import (
	"slices"
	"testing"

	"charm.land/bubbles/v2/key"
)

// Every key that does something on some screen is known as one, or a further key could take
// its place without a word.
func TestOwnKeysAreComplete(t *testing.T) {
	own := ownKeys()
	for _, way := range screens(loadedApp(t)) {
		m := loadedApp(t)
		pressAll(m, way)
		live := slices.Concat(m.keys.full(m.keep.KeyMap)...)
		live = append(live, slices.Concat(m.panels[m.active].panel.FullHelp()...)...)
		live = append(live, m.panels[m.active].panel.ShortHelp()...)
		if o, is := m.stack.top().(interface{ FullHelp() [][]key.Binding }); is {
			live = append(live, slices.Concat(o.FullHelp()...)...)
		}
		if top := m.stack.top(); top != nil {
			live = append(live, top.ShortHelp()...)
		}
		for _, b := range live {
			for _, k := range b.Keys() {
				if !slices.Contains(own, k) {
					t.Errorf("%q: %s (%s) is not among them", way, k, b.Help().Desc)
				}
			}
		}
	}
}

func TestWrongKey(t *testing.T) {
	for _, c := range []struct {
		keys    map[string]string
		pressed string
	}{
		{nil, ""},
		{map[string]string{"f5": "P", "alt+x": "m", "f6": "ctrl+s"}, ""},
		{map[string]string{"f5": "P", "x": "m"}, "x"}, // which marks an action as done
		{map[string]string{"f5": "P", "F77": "m"}, "F77"},
		{map[string]string{"f5": "f6"}, "f5"},
	} {
		if pressed, why := WrongKey(c.keys); pressed != c.pressed || (why == "") != (pressed == "") {
			t.Errorf("%v: %q, %s; want %q", c.keys, pressed, why, c.pressed)
		}
	}
}

// A further key does what the other does, also where letters are text if it is none.
func TestFurtherKeys(t *testing.T) {
	m := loadedApp(t)
	m.deps.Keys = map[string]string{"f5": "p", "f6": "ctrl+s", "f7": "P", "&": "2"}
	pressAll(m, "f5")
	if key := m.panels[m.active].Key; key != "p" {
		t.Errorf("f5 opens %s", key)
	}
	pressAll(m, "&")
	if key := m.panels[m.active].Key; key != "2" {
		t.Errorf("& opens %s", key)
	}
	pressAll(m, "a R f7 & D f6")
	if m.stack.has(m.form) {
		t.Error("f6 does not save the form")
	}
	actions := m.data.Plan.Actions()
	if text := actions[len(actions)-1].Text; text != "R&D" {
		t.Errorf("the action says %q", text)
	}
}
