package picture

import (
	"errors"
	"fmt"
	"image/color"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Stage is the terminal that an app believes to have.
type Stage struct {
	Columns, Lines int
	Paper          color.Color // its background
}

// mostSteps is how many messages an app may take to come to rest after a key. One that
// moves by itself never does.
const mostSteps = 200

// Still runs an app on a stage without a terminal, presses keys, and gives its frame
// once nothing is left to do: every command is waited for. Keys are named as Bubble Tea
// names them. An app that ends, or never comes to rest, is an error, as is a key that
// there is not.
func Still(app tea.Model, on Stage, keys []string) (frame string, err error) {
	presses := make([]tea.KeyPressMsg, len(keys))
	for i, name := range keys {
		if presses[i], err = Press(name); err != nil {
			return "", err
		}
	}
	r := runner{app: app}
	r.send(tea.WindowSizeMsg{Width: on.Columns, Height: on.Lines})
	r.run(r.app.Init())
	r.send(tea.BackgroundColorMsg{Color: on.Paper})
	if r.ended {
		return "", errors.New("the app ends at once: there is no picture of it")
	}
	for i, press := range presses {
		if r.restless() {
			break
		}
		r.steps = 0
		if r.send(press); r.ended {
			return "", fmt.Errorf("the app ends at key %d, %q: there is no picture of it", i+1, keys[i])
		}
	}
	if r.restless() {
		return "", errors.New("the app does not come to rest: there is no picture of it")
	}
	return r.app.View().Content, nil
}

// runner hands an app its messages, and runs the commands that it answers with.
type runner struct {
	app   tea.Model
	steps int
	ended bool
}

func (r *runner) restless() bool { return r.steps > mostSteps }

func (r *runner) send(msg tea.Msg) {
	if r.steps++; r.ended || r.restless() {
		return
	}
	var cmd tea.Cmd
	r.app, cmd = r.app.Update(msg)
	r.run(cmd)
}

var commandType = reflect.TypeFor[tea.Cmd]()

// run runs a command, and those that it answers with one after the other. Bubble Tea
// names only one of the two types of such an answer, so it is known by what is in it.
func (r *runner) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if msg == nil {
		return
	}
	if _, r.ended = msg.(tea.QuitMsg); r.ended {
		return
	}
	v := reflect.ValueOf(msg)
	if v.Kind() != reflect.Slice || v.Type().Elem() != commandType {
		r.send(msg)
		return
	}
	for i := 0; i < v.Len() && !r.ended; i++ {
		r.run(v.Index(i).Interface().(tea.Cmd))
	}
}

// named are the keys that are known by a name, which Bubble Tea gives.
func named() []rune {
	return []rune{
		tea.KeyEnter, tea.KeyTab, tea.KeyEscape, tea.KeySpace, tea.KeyBackspace, tea.KeyDelete, tea.KeyInsert,
		tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyPgUp, tea.KeyPgDown, tea.KeyHome, tea.KeyEnd,
		tea.KeyF1, tea.KeyF2, tea.KeyF3, tea.KeyF4, tea.KeyF5, tea.KeyF6, tea.KeyF7, tea.KeyF8, tea.KeyF9, tea.KeyF10, tea.KeyF11, tea.KeyF12,
	}
}

// Press gives the press of a key by its name: a character, "enter", "ctrl+s".
func Press(name string) (tea.KeyPressMsg, error) {
	var k tea.Key
	rest := name
	if utf8.RuneCountInString(name) > 1 { // a help page writes Enter, Ctrl+S
		rest = strings.ToLower(name)
	}
	for _, m := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if after, cut := strings.CutPrefix(rest, m.prefix); cut && after != "" {
			rest, k.Mod = after, k.Mod|m.mod
		}
	}
	if i := slices.IndexFunc(named(), func(code rune) bool { return tea.Key{Code: code}.Keystroke() == rest }); i >= 0 {
		k.Code = named()[i]
	} else if r, n := utf8.DecodeRuneInString(rest); n > 0 && n == len(rest) {
		k.Code = r
	} else {
		return tea.KeyPressMsg{}, fmt.Errorf("there is no key %q: keys are a character each or named as in the app's help, and parted by spaces, as \"1 tab ctrl+s\"", name)
	}
	if k.Mod&^tea.ModShift == 0 && (k.Code == tea.KeySpace || len(rest) == utf8.RuneLen(k.Code) && rest == string(k.Code)) {
		k.Text = string(k.Code)
	}
	return tea.KeyPressMsg(k), nil
}
