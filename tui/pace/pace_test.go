package pace

import (
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
)

// editor stands for an app: a opens a line to type in, Enter closes it.
type editor struct {
	open   bool
	text   string
	keys   []string // that were commands
	frames int
	work   func() // what drawing costs
}

func (e *editor) Init() tea.Cmd { return nil }
func (e *editor) View() tea.View {
	e.frames++
	if e.work != nil {
		e.work()
	}
	return tea.NewView(e.text)
}

func (e *editor) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if e.open {
			e.text += msg.Content
		}
	case tea.KeyPressMsg:
		switch {
		case msg.Code == tea.KeyEnter:
			e.open = false
		case e.open:
			e.text += msg.Text
		default:
			e.keys = append(e.keys, msg.Text)
			e.open = msg.Text == "a"
		}
	}
	return e, nil
}

// paced is an editor behind the model, on a clock that the test moves.
type paced struct {
	*Model
	editor *editor
	clock  time.Time
	ticks  int // how many flushes are asked for and have not come
}

func start() *paced {
	p := &paced{editor: &editor{}, clock: time.Date(2026, 4, 1, 9, 0, 0, 0, time.UTC)}
	p.Model = New(p.editor, func() bool { return p.editor.open })
	p.now = func() time.Time { return p.clock }
	p.View()
	return p
}

// press presses keys so far apart, and draws after each as Bubble Tea does.
func (p *paced) press(apart time.Duration, keys string) {
	for _, r := range keys {
		p.clock = p.clock.Add(apart)
		k := tea.KeyPressMsg{Code: r, Text: string(r)}
		if r == '\n' {
			k = tea.KeyPressMsg{Code: tea.KeyEnter}
		}
		was := p.waiting
		p.Update(k)
		if p.waiting && !was {
			p.ticks++
		}
		p.View()
	}
}

func (p *paced) tick() {
	for ; p.ticks > 0; p.ticks-- {
		p.clock = p.clock.Add(wait)
		p.Update(flush{})
		p.View()
	}
}

func (p *paced) check(t *testing.T, text, keys string) {
	t.Helper()
	if p.editor.text != text || strings.Join(p.editor.keys, "") != keys {
		t.Errorf("text of %d: %.40q, keys %.40q; want %d: %.40q and %.40q", len(p.editor.text), p.editor.text, strings.Join(p.editor.keys, ""), len(text), text, keys)
	}
}

// What a hand types is passed on and drawn at once.
func TestTypedByHand(t *testing.T) {
	p := start()
	p.press(30*time.Millisecond, "jka one two")
	p.check(t, " one two", "jka")
	if p.editor.frames != 12 {
		t.Errorf("%d frames for 11 keys", p.editor.frames)
	}
}

// A text in a rush is typed whole and in order, in a few frames.
func TestRush(t *testing.T) {
	long := strings.Repeat("a few words ", 1000)
	p := start()
	p.press(time.Second, "a")
	p.press(time.Microsecond, long)
	p.tick()
	p.check(t, long, "a")
	if p.editor.frames > 5 {
		t.Errorf("%d frames for one rush", p.editor.frames)
	}
}

// What is typed ahead, while the app is busy, reaches the line that it opens.
func TestTypedAhead(t *testing.T) {
	long := strings.Repeat("a few words ", 1000)
	p := start()
	p.press(time.Microsecond, "jja"+long)
	p.tick()
	p.check(t, long, "jja")
}

// A letter that waited while the app was busy with the one before was not typed by hand: in a long
// text each costs more than the time between two of a rush.
func TestRushWhileBusy(t *testing.T) {
	p := start()
	p.press(time.Second, "a")
	p.editor.frames, p.editor.work = 0, func() { p.clock = p.clock.Add(50 * time.Millisecond) }
	p.press(time.Microsecond, "a few words")
	p.tick()
	p.check(t, "a few words", "a")
	if p.editor.frames > 2 {
		t.Errorf("%d frames", p.editor.frames)
	}
}

// Nothing overtakes the letters that came before it: Enter, or a key that opens the line
// to which the rest belongs.
func TestOrder(t *testing.T) {
	p := start()
	p.press(time.Microsecond, "jjaone\nkkatwo")
	p.tick()
	p.check(t, "onetwo", "jjakka")
	p.press(time.Second, "!")
	p.check(t, "onetwo!", "jjakka")
}

// A long text where letters are keys is pasted in the wrong place: its first letters are
// keys and no more, and after a pause keys are heard again.
func TestFloodIsNoKeys(t *testing.T) {
	p := start()
	for range 1000 {
		p.press(time.Microsecond, strings.Repeat("xyz", 400))
		p.tick()
	}
	if n := len(p.editor.keys); n > most+1 {
		t.Errorf("%d letters of a flood were keys", n)
	}
	p.editor.keys = nil
	p.press(time.Second, "q")
	p.check(t, "", "q")
}

// The frame is drawn anew after whatever reaches the app, and not before.
func TestFrames(t *testing.T) {
	p := start()
	p.press(time.Second, "a")
	p.press(time.Microsecond, "bcd")
	if got := p.View().Content; got != "" || p.editor.frames != 2 {
		t.Errorf("%q in %d frames", got, p.editor.frames)
	}
	p.Update(tea.WindowSizeMsg{Width: 80, Height: 24}) // what was put by comes first
	if got := p.View().Content; got != "bcd" || p.editor.frames != 3 {
		t.Errorf("%q in %d frames", got, p.editor.frames)
	}
	p.tick()
	p.check(t, "bcd", "a")
	if !slices.Equal(p.letters, nil) {
		t.Errorf("%d letters are left", len(p.letters))
	}
}
