package tui

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"

	"wres/tui/files"
	"wres/tui/keep"
)

func bare() *Model {
	same := func(s string) string { return s }
	return New(Deps{Deps: keep.Deps{Now: time.Now, Clean: same}, CleanLines: same})
}

func flat(groups [][]key.Binding) (all []key.Binding) {
	for _, g := range groups {
		all = append(all, g...)
	}
	return all
}

// A key does one thing on a panel: none of a panel's own bindings takes a key
// that works everywhere, or that another of its bindings has.
func TestNoTwoBindingsShareAKey(t *testing.T) {
	m := bare()
	for _, e := range m.panels {
		taken := map[string]string{}
		for _, b := range append(flat(m.keys.full(m.keep.KeyMap)), flat(e.panel.FullHelp())...) {
			for _, k := range b.Keys() {
				if other, ok := taken[k]; ok {
					t.Errorf("panel %s: %q is both %q and %q", e.key, k, other, b.Help().Desc)
				}
				taken[k] = b.Help().Desc
			}
		}
	}
}

func TestNoTwoBindingsOfTheFilesShareAKey(t *testing.T) {
	taken := map[string]string{}
	for _, b := range flat((&files.Model{KeyMap: files.NewKeyMap()}).FullHelp()) {
		for _, k := range b.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%q is both %q and %q", k, other, b.Help().Desc)
			}
			taken[k] = b.Help().Desc
		}
	}
}

type keyNamed string

func (k keyNamed) String() string { return string(k) }

// Every panel answers the key that starts an action, which the help lists for
// all of them.
func TestEveryPanelStartsAnAction(t *testing.T) {
	m := bare()
	for _, e := range m.panels {
		found := false
		for _, b := range flat(e.panel.FullHelp()) {
			found = found || key.Matches(keyNamed("a"), b)
		}
		if !found {
			t.Errorf("panel %s has no binding for a", e.key)
		}
	}
}

// The keys topic of the command line names every binding there is.
func TestKeysTopicIsComplete(t *testing.T) {
	text, err := os.ReadFile("../cmd/wres/help/keys.md")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(strings.ToLower(string(text)))
	m := bare()
	bindings := flat(m.keys.full(m.keep.KeyMap))
	for _, e := range m.panels {
		bindings = append(bindings, flat(e.panel.FullHelp())...)
	}
	bindings = append(bindings, flat((&files.Model{KeyMap: files.NewKeyMap()}).FullHelp())...)
	bindings = append(bindings, flat((&form{keys: newFormKeys()}).FullHelp())...)
	for _, b := range bindings {
		for _, k := range b.Keys() {
			if name := topicName(k); !slices.Contains(words, name) {
				t.Errorf("wres help keys does not name %q (%s)", name, b.Help().Desc)
			}
		}
	}
}

func topicName(k string) string {
	if name, ok := map[string]string{"pgdown": "pgdn", "ctrl+@": "ctrl+space", "up": "↑", "down": "↓"}[k]; ok {
		return name
	}
	return strings.ToLower(k)
}

// Each panel of the table has a title and a tab, and the keys 0 to 9 and p open
// one each.
func TestPanelsAreComplete(t *testing.T) {
	m := bare()
	seen := map[string]bool{}
	for _, e := range m.panels {
		if e.panel.Title() == "" || e.tab == "" || seen[e.key] {
			t.Errorf("panel %q: title %q, tab %q", e.key, e.panel.Title(), e.tab)
		}
		seen[e.key] = true
	}
	for _, k := range strings.Split("0 1 2 3 4 5 6 7 8 9 p", " ") {
		if !seen[k] {
			t.Errorf("no panel for %q", k)
		}
	}
}
