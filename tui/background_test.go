package tui_test

import (
	"image/color"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"wres/loaders/csvfile"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/theme"
)

// TestTheme: without a theme the terminal is asked for its background, and until it answers
// what was guessed holds; one that is asked for stays, whatever the background is, and high
// contrast follows it.
func TestTheme(t *testing.T) {
	draw := func(name string, light bool, answer color.Color) (frame string, asks bool) {
		events := make(chan tui.LoadEvent)
		close(events)
		m := tui.New(tui.Deps{
			Deps: keep.Deps{Clean: csvfile.Clean, Now: time.Now}, Load: func() <-chan tui.LoadEvent { return events },
			Charset: theme.Full, Profile: colorprofile.TrueColor, Theme: name, Light: light,
		})
		var look func(tea.Cmd)
		look = func(cmd tea.Cmd) {
			if cmd == nil {
				return
			}
			switch msg := cmd().(type) {
			case tea.BatchMsg:
				for _, c := range msg {
					look(c)
				}
			default:
				asks = asks || msg == tea.RequestBackgroundColor()
			}
		}
		look(m.Init())
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		if answer != nil {
			m.Update(tea.BackgroundColorMsg{Color: answer})
		}
		return m.View().Content, asks
	}
	dark, _ := draw("dark", false, nil)
	light, _ := draw("light", false, nil)
	onDark, _ := draw("contrast", false, nil)
	onLight, _ := draw("contrast", true, nil)
	mono, _ := draw("mono", false, nil)
	for i, frame := range []string{light, onDark, onLight, mono} {
		if frame == dark {
			t.Errorf("theme %d looks like the dark one", i)
		}
	}
	for _, c := range []struct {
		name   string
		light  bool // as guessed
		answer color.Color
		want   string
		asks   bool
	}{
		{"", false, nil, dark, true},
		{"", true, nil, light, true},
		{"", true, color.Black, dark, true},
		{"", false, color.White, light, true},
		{"light", false, color.Black, light, false},
		{"dark", true, color.White, dark, false},
		{"contrast", false, color.White, onLight, true},
		{"contrast", true, color.Black, onDark, true},
		{"mono", true, color.White, mono, false},
	} {
		if got, asks := draw(c.name, c.light, c.answer); got != c.want || asks != c.asks {
			t.Errorf("theme %q, light %v, answer %v: another theme is drawn, or it asks: %v", c.name, c.light, c.answer, asks)
		}
	}
}
