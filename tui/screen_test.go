package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/tui/theme"
)

// TestThemeKey goes through the themes, and comes round.
func TestThemeKey(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	seen, first := map[string]bool{}, strings.Split(d.m.View().Content, "\n")[0]
	for _, name := range append(theme.Names(), "") {
		d.keys("T")
		frame := d.m.View().Content
		if name == "" {
			d.shows("theme by the terminal's background")
			if line := strings.Split(frame, "\n")[0]; line != first {
				t.Errorf("the first line was %q and is %q", first, line)
			}
			continue
		}
		d.shows("theme " + name + ":")
		d.fits(80, 24)
		if name == "mono" && strings.Contains(frame, "38;2;") {
			t.Error("the theme without colour has colours")
		}
		seen[strings.Split(frame, "\n")[1]] = true
	}
	if len(seen) != len(theme.Names()) {
		t.Errorf("%d themes look different, of %d", len(seen), len(theme.Names()))
	}
	d.keys(":")
	d.write("theme contrast")
	d.keys("enter")
	d.shows("theme contrast:")
}

// TestMouse: the mouse is the terminal's until M is pressed; then the wheel moves the cursor,
// and a click on a tab opens its panel, in windows of every width.
func TestMouse(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	if mode := d.m.View().MouseMode; mode != tea.MouseModeNone {
		t.Errorf("the mouse is taken from the start: %v", mode)
	}
	d.keys("M")
	if mode := d.m.View().MouseMode; mode != tea.MouseModeCellMotion {
		t.Errorf("the mouse is not taken: %v", mode)
	}
	before := d.frame()
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if d.frame() == before {
		t.Error("the wheel moves nothing")
	}
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelUp})
	d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 3, Y: 20})
	d.shows("▐0 Overview▌")
	for _, width := range []int{40, 60, 80, 120, 200} {
		for _, name := range []struct{ tab, title string }{{"p Pla", "Action plan"}, {"9 Boa", "9 Board compared"}, {"2 App", "2 Appointed"}, {"0 Ove", "staff ·"}} {
			d.send(tea.WindowSizeMsg{Width: width, Height: 40})
			line := strings.Split(d.frame(), "\n")[1]
			at := strings.Index(line, name.tab)
			if at < 0 { // a narrow window shows only those around the open one
				continue
			}
			d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: len([]rune(line[:at])), Y: 1})
			d.shows(name.title)
		}
	}
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.keys("0", ":")
	d.send(tea.MouseClickMsg{Button: tea.MouseLeft, X: 12, Y: 1})
	d.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	d.keys("esc", "M")
	d.shows("▐0 Overview▌", "mouse off")
	if mode := d.m.View().MouseMode; mode != tea.MouseModeNone {
		t.Errorf("the mouse is kept: %v", mode)
	}
}

// TestSettingsInForce: the settings that the figures were made with are a page of their own,
// in windows of every size, with what is not the usual one beside that.
func TestSettingsInForce(t *testing.T) {
	l := example(t)
	l.Results.Settings.Thresholds.SmallCount = 7
	for _, size := range sizes {
		d := open(t, l, theme.Full, size[0], size[1])
		d.keys(",")
		d.fits(size[0], size[1])
		d.shows("Settings in force")
		all := ""
		for range 30 {
			all += d.frame()
			d.keys("pgdown")
			d.fits(size[0], size[1])
		}
		if flat := strings.Join(strings.Fields(strings.ReplaceAll(all, "│", " ")), " "); size[1] >= 24 && !strings.Contains(flat, "small_count = 7, and usually 5: a smaller count may identify someone.") {
			t.Errorf("at %v:\n%s", size, all)
		}
		d.keys(",")
		d.hides("Settings in force")
	}
	d := start(t, theme.Full, 80, 24)
	d.keys(",")
	d.shows("the settings are being read")
}
