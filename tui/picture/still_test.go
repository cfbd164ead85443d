package picture

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// toy is an app that writes down what it is told.
type toy struct {
	told []string
	does map[string]tea.Cmd // what it does at a key
}

type wordMsg string

func say(word string) tea.Cmd { return func() tea.Msg { return wordMsg(word) } }

func (t *toy) Init() tea.Cmd { return t.does["init"] }

func (t *toy) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		t.told = append(t.told, fmt.Sprint(msg.Width, "x", msg.Height))
	case tea.BackgroundColorMsg:
		t.told = append(t.told, fmt.Sprint("dark:", msg.IsDark()))
	case wordMsg:
		t.told = append(t.told, string(msg))
		return t, t.does[string(msg)]
	case tea.KeyPressMsg:
		t.told = append(t.told, msg.Keystroke()+"="+msg.Text)
		return t, t.does[msg.Keystroke()]
	}
	return t, nil
}

func (t *toy) View() tea.View { return tea.NewView(strings.Join(t.told, " ")) }

func TestStill(t *testing.T) {
	does := map[string]tea.Cmd{
		"init":  say("begun"),
		"a":     tea.Batch(say("b1"), nil, say("b2")),
		"s":     tea.Sequence(say("s1"), say("s2")),
		"s2":    say("s3"),
		"q":     tea.Quit,
		"alt+q": tea.Sequence(say("bye"), tea.Quit, say("never")),
		"for":   say("ever"), "ever": say("for"), "up": say("for"),
	}
	stage := Stage{Columns: 80, Lines: 24, Paper: color.Black}
	for keys, want := range map[string]string{
		"":                        "",
		"a":                       "a=a b1 b2",
		"s A":                     "s=s s1 s2 s3 A=A",
		"tab ctrl+s alt+x space":  "tab= ctrl+s= alt+x= space= ",
		"shift+tab f1 + ctrl++ é": "shift+tab= f1= +=+ ctrl++= é=é",
		"x q":                     `! the app ends at key 2, "q": there is no picture of it`,
		"alt+q":                   `! the app ends at key 1, "alt+q": there is no picture of it`,
		"x up x":                  "! the app does not come to rest: there is no picture of it",
		"a entr":                  `! there is no key "entr": keys are a character each`,
		"ctrl+":                   `! there is no key "ctrl+": keys are a character each`,
	} {
		frame, err := Still(&toy{does: does}, stage, strings.Fields(keys))
		if message, fails := strings.CutPrefix(want, "! "); fails {
			if err == nil || !strings.HasPrefix(err.Error(), message) || frame != "" {
				t.Errorf("%q: %q, %v; want %s", keys, frame, err, message)
			}
			continue
		}
		if want = strings.TrimSuffix("80x24 begun dark:true "+want, " "); err != nil || strings.TrimSuffix(frame, " ") != want {
			t.Errorf("%q: %q, %v; want %q", keys, frame, err, want)
		}
	}
	if _, err := Still(&toy{does: does}, stage, slices.Repeat([]string{"a"}, mostSteps)); err != nil {
		t.Errorf("many keys: %v", err)
	}
	if _, err := Still(&toy{does: map[string]tea.Cmd{"init": tea.Quit}}, stage, nil); err == nil {
		t.Error("there is a picture of an app that ends at once")
	}
}
