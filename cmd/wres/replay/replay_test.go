package replay

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestParse(t *testing.T) {
	got, err := Parse("\ufeff# a comment\r\n1 tab\tctrl+s\r\n\"a b#é\" enter # and \"more\n?")
	if want := []string{"1", "tab", "ctrl+s", "a", "space", "b", "#", "é", "enter", "?"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v: %q, want %q", err, got, want)
	}
	for text, want := range map[string]string{
		"1\n  foo":     "line 2, column 3: there is no key \"foo\"",
		"1 \"open":     "line 1, column 3: the text in quotes has no end",
		"1 \"a\nb\"\n": "line 1, column 3: the text in quotes has no end",
	} {
		if keys, err := Parse(text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, %q, want %s", text, err, keys, want)
		}
	}
	if got, err := Parse(""); err != nil || len(got) > 0 {
		t.Errorf("nothing: %v, %q", err, got)
	}
}

// typed writes down what reaches an app.
type typed struct{ keys string }

func (a *typed) Init() tea.Cmd { return nil }
func (a *typed) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, is := msg.(tea.KeyPressMsg); is {
		a.keys += k.String() + " "
	}
	return a, nil
}
func (a *typed) View() tea.View { return tea.NewView(a.keys) }

// The keys are pressed in turn, once the app is ready, and no more after one of the user's.
func TestPlayer(t *testing.T) {
	app, ready := &typed{}, false
	p := New(app, []string{"1", "ctrl+s", "x", "y"}, func() bool { return ready })
	press := func(msg tea.Msg) bool {
		_, cmd := p.Update(msg)
		return cmd != nil
	}
	if !press(next{}) || app.keys != "" {
		t.Errorf("before the app is ready: %q", app.keys)
	}
	ready = true
	press(next{})
	if more := press(next{}); !more || app.keys != "1 ctrl+s " {
		t.Errorf("pressed: %q; goes on: %v", app.keys, more)
	}
	press(tea.KeyPressMsg{Code: 'q', Text: "q"})
	if press(next{}); p.View().Content != "1 ctrl+s q " {
		t.Errorf("after a key of the user's: %q", app.keys)
	}
}
