package tui

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/palette"
	"wres/tui/tour"
)

// loadedApp is an app with the figures of the example and a plan, in a window.
func loadedApp(t *testing.T) *Model {
	t.Helper()
	m := newMonkey(0, monkeyPlan(), nil).m
	app{m}.Open("0")
	if m.data.Results == nil || m.stack.top() != nil {
		t.Fatal("nothing was loaded, or something stands over it")
	}
	return m
}

func pressAll(m *Model, keys string) {
	for _, k := range strings.Fields(keys) {
		m.Update(pressOf(k))
	}
}

// screens are the keys that lead to each screen that the palette opens over.
func screens(m *Model) (all []string) {
	for _, e := range m.panels {
		all = append(all, e.Key)
	}
	return append(all, "f", "m", "R", "1 enter", "2 i")
}

// On every screen each live binding is a line of the palette, found by three letters on its
// first page, and no two lines of the screen have a key in common.
func TestEveryBindingIsInThePalette(t *testing.T) {
	for _, way := range screens(loadedApp(t)) {
		m := loadedApp(t)
		pressAll(m, way)
		live := slices.Concat(m.keys.full(m.keep.KeyMap)...)
		if top := m.stack.top(); top == nil {
			live = append(live, slices.Concat(m.panels[m.active].panel.FullHelp()...)...)
		} else if o, is := top.(interface{ FullHelp() [][]key.Binding }); is {
			live = append(live, slices.Concat(o.FullHelp()...)...)
		}
		m.Update(pressOf(":"))
		if _, is := m.stack.top().(*palette.Model); !is || !Typing(m) {
			t.Errorf("%q: the palette does not open", way)
			continue
		}
		lines := commandsOf(m).all()
		for _, b := range live {
			shown := b.Help().Key
			if b.Help() == m.keys.Panels[1].Help() { // of which each is a line of its own
				shown = "1"
			}
			at := slices.IndexFunc(lines, func(l palette.Line) bool { return l.Keys == shown })
			if at < 0 {
				t.Errorf("%q: %s (%s) is not in the palette", way, shown, b.Help().Desc)
				continue
			}
			if letters := threeLetters(m, lines, lines[at]); letters == "" {
				t.Errorf("%q: no three letters find %q", way, lines[at].Name)
			}
		}
		taken := map[string]string{}
		for _, l := range slices.Concat(commandsOf(m).here(), commandsOf(m).anywhere()) {
			if other, is := taken[l.Keys]; is && other != l.Name && len(m.stack) == 1 {
				t.Errorf("%q: %s is both %q and %q", way, l.Keys, other, l.Name)
			}
			taken[l.Keys] = l.Name
		}
	}
}

// threeLetters gives letters of a line's name that bring it to the first page.
func threeLetters(m *Model, lines []palette.Line, of palette.Line) string {
	for _, word := range strings.Fields(of.Name) {
		letters := []rune(word)
		list := palette.New(m.data.Theme, m.data.Clean, lines)
		list.SetSize(80, 21)
		for _, r := range letters[:min(len(letters), 3)] {
			list.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		for row := range strings.SplitSeq(list.View(), "\n") {
			if strings.Contains(row, m.data.Theme.Text(of.Name[:min(len(of.Name), 20)])) && strings.Contains(row, m.data.Theme.Text(of.Keys)) {
				return string(letters)
			}
		}
	}
	return ""
}

// A key that does nothing on a panel says where it would; one that does something, or only
// turns the page, says nothing of the kind.
func TestDeadKeySaysWhereItWorks(t *testing.T) {
	for keys, want := range map[string]string{
		"0 c": "c: years, on 1 Bands: press 1 c", "9 x": "x: done or not, on p Plan: press p x", "2 h": "h: heat map, on 1 Bands: press 1 h",
		"1 c": "", "p x": "", "0 n": "", "2 j": "", "2 k": "", "1 g": "", "0 z": "", "1 pgdown": "",
		"p / h": "", "p N i": "",
	} {
		m := loadedApp(t)
		pressAll(m, keys)
		if said := m.status; said != want && (want != "" || strings.Contains(said, ": press ")) {
			t.Errorf("after %q the footer says %q, not %q", keys, said, want)
		}
	}
}

// A key that a binding names is pressed as that key.
func TestPressOfEveryKey(t *testing.T) {
	m := loadedApp(t)
	all := slices.Concat(m.keys.full(m.keep.KeyMap)...)
	for _, e := range m.panels {
		all = append(all, slices.Concat(e.panel.FullHelp()...)...)
	}
	for _, b := range all {
		for _, k := range b.Keys() {
			if got := pressOf(k).String(); got != k {
				t.Errorf("%q is pressed as %q", k, got)
			}
		}
	}
}

// Enter does what the line says, from whatever screen.
func TestPaletteRuns(t *testing.T) {
	for _, way := range []string{"0", "1", "f", "m", "R", "2 i", "f enter"} {
		for typed, want := range map[string]func(*Model) string{
			"publication view, or": func(m *Model) string { return map[bool]string{false: "the full view"}[m.views.wanted] },
			"panel board":          func(m *Model) string { return map[bool]string{false: "another panel"}[m.panels[m.active].Key == "9"] },
			"year 2023":            func(m *Model) string { return map[bool]string{false: m.data.Year.String()}[m.data.Year == 2023] },
			"inclusive recruitment": func(m *Model) string {
				return map[bool]string{false: "another action"}[strings.Contains(m.panels[m.active].panel.View(), "Inclusive recruitment")]
			},
			"file workforce.csv": func(m *Model) string { return map[bool]string{false: "no file"}[m.stack.has(m.files)] },
			"p /":                func(m *Model) string { return map[bool]string{false: "no letters"}[Typing(m)] },
		} {
			m := loadedApp(t)
			pressAll(m, way)
			pressAll(m, "ctrl+p")
			m.Update(tea.PasteMsg{Content: typed})
			pressAll(m, "enter")
			if wrong := want(m); wrong != "" {
				t.Errorf("%q and %q: %s\n%s", way, typed, wrong, ansi.Strip(m.frame()))
			}
		}
	}
}

// The keys that the tour names do something on the screen that it names them on.
func TestTheTourNamesKeys(t *testing.T) {
	named := regexp.MustCompile(`(?:^|; |, )(\S)(?: is| begins| says| writes| shows| finds| opens)`)
	for i, step := range tour.Steps() {
		m := loadedApp(t)
		pressAll(m, step.Keys)
		live := map[string]bool{}
		for _, l := range slices.Concat(commandsOf(m).here(), commandsOf(m).anywhere(), commandsOf(m).panels()) {
			for _, k := range strings.Fields(l.Keys) {
				live[k] = true
			}
		}
		for _, found := range named.FindAllStringSubmatch(step.Says, -1) {
			if !live[found[1]] {
				t.Errorf("step %d names %q, which does nothing on %q", i+1, found[1], step.Keys)
			}
		}
	}
}

func TestASettingIsFoundByItsName(t *testing.T) {
	m := loadedApp(t)
	pressAll(m, "2 :")
	m.Update(tea.PasteMsg{Content: "small count"})
	if f := ansi.Strip(m.frame()); !strings.Contains(f, "▸ small_count = 5, as usual: a smaller count") {
		t.Error(f)
	}
	pressAll(m, "enter")
	if f := ansi.Strip(m.frame()); !strings.Contains(f, "Settings in force") {
		t.Error(f)
	}
}

// The palette is as it was where letters are text already, and while a question waits.
func TestPaletteLeavesTextAlone(t *testing.T) {
	for _, way := range []string{"p /", "p a", "m n", "p d"} {
		m := loadedApp(t)
		pressAll(m, way+" :")
		if _, is := m.stack.top().(*palette.Model); is {
			t.Errorf("after %q the palette opens", way)
		}
	}
}

// What opens is worked out at a key, for which there is a frame.
func BenchmarkOpenPalette(b *testing.B) {
	m := newMonkey(1, monkeyPlan(), nil).m
	m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for b.Loop() {
		m.Update(pressOf(":"))
		_ = m.View()
		m.Update(pressOf("esc"))
	}
}

// The palette stops the app for the shell where the system can, and only there.
func TestSuspendIsInThePalette(t *testing.T) {
	m, stopped := loadedApp(t), 0
	find := func() int {
		return slices.IndexFunc(commandsOf(m).all(), func(l palette.Line) bool { return strings.HasPrefix(l.Name, "Suspend") })
	}
	if at := find(); at >= 0 {
		t.Error("it is offered where the system cannot")
	}
	m.deps.Suspend = func() { stopped++ }
	at := find()
	if at < 0 {
		t.Fatal("it is not in the palette")
	}
	if cmd := commandsOf(m).all()[at].Does.Of(app{m}); cmd == nil || cmd() != nil || stopped != 1 {
		t.Errorf("stopped %d times", stopped)
	}
}
