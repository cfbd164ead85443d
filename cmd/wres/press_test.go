package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/testscript"

	"wres/cmd/wres/openplan"
	"wres/tui"
)

// pressed are the keys that a script names by a word.
var pressed = map[string]tea.KeyPressMsg{
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
}

// press opens the app on a folder, with everything that it has of the world but
// the terminal, and presses keys: press DIR enter down text:irish s. What it then
// shows is in the file screen.
func press(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: press DIR keys")
	}
	screen, err := pressIn(ts.MkAbs(args[0]), 100, 40, args[1:]...)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs("screen"), []byte(screen+"\n"), 0o600))
}

// pressIn opens the app on a folder at a size, presses keys and gives the text that it then
// shows.
func pressIn(dir string, width, height int, keys ...string) (screen string, err error) {
	a := &app{cli: &cli{}, folder: folder{path: dir, fsys: os.DirFS(dir)}, plan: openplan.Plan{Path: filepath.Join(dir, "action-plan.csv")}}
	a.cli.flags.charset.chosen = "full"
	defer func() { err = a.plan.Close() }()
	defer a.stop()
	a.first = a.start(context.Background())
	m := tui.New(a.deps(context.Background(), colorprofile.NoTTY))
	settle(m, func() tea.Msg { return tea.WindowSizeMsg{Width: width, Height: height} })
	settle(m, m.Init())
	for _, name := range keys {
		if text, ok := strings.CutPrefix(name, "text:"); ok {
			for _, r := range text {
				send(m, tea.KeyPressMsg{Code: r, Text: string(r)})
			}
			continue
		}
		key, ok := pressed[name]
		if !ok {
			key = tea.KeyPressMsg{Code: rune(name[0]), Text: name}
		}
		send(m, key)
	}
	return ansi.Strip(m.View().Content), nil
}

func send(m *tui.Model, msg tea.Msg) {
	_, cmd := m.Update(msg)
	settle(m, cmd)
}

// settle runs commands until there are none.
func settle(m *tui.Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			settle(m, c)
		}
	default:
		send(m, msg)
	}
}
