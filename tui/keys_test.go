package tui

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/tui/panel/figures"
	"wres/tui/panel/plan"
	"wres/tui/top"

	"wres/tui/files"
	"wres/tui/form"
	"wres/tui/grid"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
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
					t.Errorf("panel %s: %q is both %q and %q", e.Key, k, other, b.Help().Desc)
				}
				taken[k] = b.Help().Desc
			}
		}
	}
}

func TestNoTwoBindingsOfTheFilesShareAKey(t *testing.T) {
	taken := map[string]string{}
	for _, b := range flat((&files.Model{KeyMap: files.NewKeyMap(bare().keys.pressed())}).FullHelp()) {
		for _, k := range b.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%q is both %q and %q", k, other, b.Help().Desc)
			}
			taken[k] = b.Help().Desc
		}
	}
}

// On the page of a figure a key of the meeting is none of those that each figure has.
func TestNoTwoBindingsOfTheMeetingShareAKey(t *testing.T) {
	taken := map[string]string{}
	for _, b := range append(flat((&meeting.Model{KeyMap: meeting.NewKeyMap()}).FullHelp()), panel.KeysOf(paneltest.Data(theme.Full), "2")...) {
		for _, k := range b.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%q is both %q and %q", k, other, b.Help().Desc)
			}
			taken[k] = b.Help().Desc
		}
	}
}

func TestNoTwoBindingsOfTheReportShareAKey(t *testing.T) {
	taken := map[string]string{}
	for _, b := range flat(bare().preview.FullHelp()) {
		for _, k := range b.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%q is both %q and %q", k, other, b.Help().Desc)
			}
			taken[k] = b.Help().Desc
		}
	}
}

func TestNoTwoBindingsOfTheTableShareAKey(t *testing.T) {
	taken := map[string]string{}
	for _, b := range flat((&grid.Model{KeyMap: grid.NewKeyMap()}).FullHelp()) {
		for _, k := range b.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%q is both %q and %q", k, other, b.Help().Desc)
			}
			if len([]rune(k)) == 1 && k != "[" && k != "]" {
				t.Errorf("%q, which may be typed, is a key", k)
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
			t.Errorf("panel %s has no binding for a", e.Key)
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
	bindings = append(bindings, flat((&files.Model{KeyMap: files.NewKeyMap(bare().keys.pressed())}).FullHelp())...)
	bindings = append(bindings, flat((&form.Model{KeyMap: form.NewKeyMap()}).FullHelp())...)
	bindings = append(bindings, flat((&meeting.Model{KeyMap: meeting.NewKeyMap()}).FullHelp())...)
	bindings = append(bindings, flat(m.preview.FullHelp())...)
	bindings = append(bindings, flat((&grid.Model{KeyMap: grid.NewKeyMap()}).FullHelp())...)
	for _, b := range bindings {
		for _, k := range b.Keys() {
			if name := topicName(k); !slices.Contains(words, name) {
				t.Errorf("wres help keys does not name %q (%s)", name, b.Help().Desc)
			}
		}
	}
}

func topicName(k string) string {
	if name, ok := map[string]string{"pgdown": "pgdn", "ctrl+@": "ctrl+space", "up": "↑", "down": "↓", "left": "←", "right": "→"}[k]; ok {
		return name
	}
	return strings.ToLower(k)
}

// Each panel of the table has a title, a tab and a key of its own. The overview stands
// first, where Esc leads, and each indicator of the catalogue has its panel.
func TestPanelsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range panels() {
		if e.panel.Title() == "" || e.Name == "" || seen[e.Key] {
			t.Errorf("panel %q: title %q, tab %q", e.Key, e.panel.Title(), e.Name)
		}
		seen[e.Key] = true
	}
	if panels()[0].Key != "0" {
		t.Errorf("the first panel is %s", panels()[0].Name)
	}
	for _, ind := range indicator.Catalogue() {
		if !seen[ind.ID] {
			t.Errorf("no panel for indicator %q", ind.ID)
		}
	}
}

// A panel whose key is longer than a key press, as that of an indicator above 9 is, is
// reached by Tab from both sides, and the tabs show that it is open: in the least window,
// with more tabs than it has room for too, where a mark stands for those out of view.
func TestTabWalksToEveryPanel(t *testing.T) {
	for added := 1; added <= 8; added++ {
		for _, charset := range []theme.Charset{theme.ASCII, theme.Full} {
			m := bare()
			m.data.Theme = theme.New("", true, charset, colorprofile.NoTTY)
			for i := range added {
				plan := len(m.panels) - 1
				m.panels = slices.Insert(m.panels, plan, entry{Tab: top.Tab{Key: strconv.Itoa(10 + i), Name: "Added"}, panel: figures.NewLikelihood(indicator.Lookup("2"))})
			}
			m.Update(tea.WindowSizeMsg{Width: minWidth, Height: minHeight})
			for _, by := range []tea.KeyPressMsg{{Code: tea.KeyTab}, {Code: tea.KeyTab, Mod: tea.ModShift}} {
				walked := map[string]bool{}
				for range m.panels {
					m.Update(by)
					walked[m.panels[m.active].Key] = true
					checkTabs(t, m)
				}
				for _, e := range m.panels {
					if !walked[e.Key] {
						t.Errorf("%s does not lead to panel %s", by, e.Key)
					}
				}
			}
		}
	}
}

// checkTabs holds that the tab of the panel that is open is on screen, and that a mark
// stands on each side on which there are more, and on no other.
func checkTabs(t *testing.T, m *Model) {
	t.Helper()
	g := m.data.Theme.Glyphs
	line := strings.Split(ansi.Strip(m.View().Content), "\n")[1]
	shown := strings.Fields(strings.NewReplacer("[", " ", "]", " ").Replace(line))
	open, first, last := m.panels[m.active].Key, m.panels[0].Key, m.panels[len(m.panels)-1].Key
	if !strings.Contains(strings.Replace(line, "]", " ", 1), "["+open+" ") || ansi.StringWidth(line) > minWidth ||
		slices.Contains(shown, first) != (shown[0] != g.ArrowLeft) || slices.Contains(shown, last) != (shown[len(shown)-1] != g.ArrowRight) {
		t.Errorf("panel %s of %s to %s is open, and the tabs are %q", open, first, last, line)
	}
}

// A line in the table of panels is all that a panel needs: its key opens it, from the
// files too, and the help names it.
func TestAPanelOfTheTableHasItsKey(t *testing.T) {
	added := entry{Tab: top.Tab{Key: "z", Name: "Added"}, panel: plan.New()}
	keys := newKeyMap(append(panels(), added))
	press := tea.KeyPressMsg{Code: 'z', Text: "z"}
	if !key.Matches(press, keys.Panels...) || !key.Matches(press, files.NewKeyMap(keys.pressed()).Panel) {
		t.Errorf("the key z opens no panel: %v", keys.pressed())
	}
	if help := keys.full(keep.KeyMap{})[0]; !slices.ContainsFunc(help, func(b key.Binding) bool { return b.Help().Key == "z" }) {
		t.Errorf("the help does not name the key z: %v", help)
	}
}

// Every panel of the table is opened by the key that its tab names, unless no key press
// has that name; it fills its box in the least window and in a large one, and says its
// keys.
func TestEveryPanelIsOpenedByItsKey(t *testing.T) {
	for i, e := range bare().panels {
		for _, size := range []tea.WindowSizeMsg{{Width: minWidth, Height: minHeight}, {Width: 200, Height: 60}} {
			m := bare()
			m.Update(size)
			m.activate((i + 1) % len(m.panels)) // on another
			if len([]rune(e.Key)) == 1 {
				m.Update(tea.KeyPressMsg{Code: []rune(e.Key)[0], Text: e.Key})
			} else {
				app{m}.Open(e.Key)
			}
			opened := m.panels[m.active]
			if m.active != i {
				t.Errorf("the key %q of the panel %s opens %q", e.Key, e.Name, opened.Key)
			}
			body := layout(size.Height).body
			lines := strings.Split(opened.panel.View(), "\n")
			if len(lines) != body || slices.ContainsFunc(lines, func(l string) bool { return ansi.StringWidth(l) != size.Width }) {
				t.Errorf("panel %s does not fill %dx%d:\n%s", e.Key, size.Width, body, opened.panel.View())
			}
			if len(opened.panel.ShortHelp()) == 0 || len(flat(opened.panel.FullHelp())) == 0 {
				t.Errorf("panel %s names none of its keys", e.Key)
			}
		}
	}
}
