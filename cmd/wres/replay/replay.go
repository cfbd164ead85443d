// Package replay presses keys that stand in a file, for teaching, tests and reports of faults:
// the text of the file goes in, and an app comes out that has each key pressed in turn, as by
// a slow hand.
//
// Place in the flow: cmd/wres reads the file and puts the player in front of the app; without
// a terminal cmd/wres/pictures presses the same keys and gives the frame.
package replay

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/tui/picture"
)

// pause is the time between two keys, in which what they do can be seen.
const pause = 400 * time.Millisecond

// Parse gives the keys of a file: parted by spaces and lines, named as the app's help names
// them; a text in quotes is typed letter by letter, and a line goes no further than #. An
// error says in which line and column a key is not one.
func Parse(text string) (keys []string, err error) {
	for number, line := range strings.Split(text, "\n") {
		row := []rune(line)
		for at := 0; at < len(row) && row[at] != '#'; at++ {
			switch r := row[at]; {
			case r == ' ' || r == '\t' || r == '\r' || r == '\ufeff':
			case r == '"':
				typed, closed := quoted(row[at+1:])
				if !closed {
					return nil, fmt.Errorf("line %d, column %d: the text in quotes has no end", number+1, at+1)
				}
				keys = append(keys, typed...)
				at += len(typed) + 1
			default:
				name := word(row[at:])
				if _, err := picture.Press(name); err != nil {
					return nil, fmt.Errorf("line %d, column %d: %w", number+1, at+1, err)
				}
				keys = append(keys, name)
				at += len([]rune(name)) - 1
			}
		}
	}
	return keys, nil
}

// quoted gives the letters up to a quote, each as a key; false: there is none.
func quoted(row []rune) (keys []string, closed bool) {
	for _, r := range row {
		switch r {
		case '"':
			return keys, true
		case ' ':
			keys = append(keys, "space")
		default:
			keys = append(keys, string(r))
		}
	}
	return nil, false
}

// word gives what stands before the next space.
func word(row []rune) string {
	return strings.FieldsFunc(string(row), func(r rune) bool { return strings.ContainsRune(" \t\r", r) })[0]
}

// Player stands before an app and presses keys in it; then it passes on everything. A key of
// the user's stops it, so that nobody types into what goes on by itself.
type Player struct {
	app   tea.Model
	keys  []string
	ready func() bool // the app has something to press keys in
}

// next says that it is time for the next key.
type next struct{}

// New makes a player of keys, which Parse gave.
func New(app tea.Model, keys []string, ready func() bool) *Player { return &Player{app, keys, ready} }

// Init starts the app, and the first pause.
func (p *Player) Init() tea.Cmd { return tea.Batch(p.app.Init(), wait()) }

func wait() tea.Cmd { return tea.Tick(pause, func(time.Time) tea.Msg { return next{} }) }

// Update presses the next key when it is time, and passes on all else.
func (p *Player) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg.(type) {
	case next:
		return p, p.press()
	case tea.KeyPressMsg, tea.PasteMsg:
		p.keys = nil
	}
	return p, p.pass(msg)
}

func (p *Player) press() tea.Cmd {
	if len(p.keys) == 0 {
		return nil
	}
	if !p.ready() {
		return wait()
	}
	press, err := picture.Press(p.keys[0])
	if p.keys = p.keys[1:]; err != nil { // which Parse has refused
		return wait()
	}
	return tea.Batch(p.pass(press), wait())
}

func (p *Player) pass(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.app, cmd = p.app.Update(msg)
	return cmd
}

// View draws the app.
func (p *Player) View() tea.View { return p.app.View() }
