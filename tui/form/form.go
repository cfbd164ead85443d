package form

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/model/plan/aims"
	"wres/model/plan/due"
	"wres/tui/ask"
	"wres/tui/panel"
)

// Model is the form.
type Model struct {
	KeyMap  KeyMap
	Action  plan.Action // as it was when the form was opened
	Fields  []Field     // in the order of the form
	Focused int         // the field that is typed in

	data     panel.Data // the snapshot that it was opened on
	edited   bool       // an action of the plan, not a new one
	evidence string     // of the action; it is said, and not typed
	first    int        // the field of what is done
	more     bool       // what is rarely written is on the page
	offered  offered
	list     ideaList
	warned   warning
	page     page
	ruler    textarea.Model      // see Field.rows
	clean    func(string) string // keeps line breaks
	oneLine  func(string) string
}

// KeyMap is the keys of the form; every other one is text.
type KeyMap struct {
	Next, Previous, Enter, Save, Leave key.Binding
	Undo, Redo, Accept, Down, Up       key.Binding
	More, Ideas, Help                  key.Binding
}

// NewKeyMap gives the keys of the form.
func NewKeyMap() KeyMap {
	return KeyMap{
		Next:     ask.Bind("tab", "next field", "tab"),
		Previous: ask.Bind("shift+tab", "field before", "shift+tab"),
		Enter:    ask.Bind("enter", "next field", "enter"),
		Save:     ask.Bind("ctrl+s", "save", "ctrl+s"),
		Leave:    ask.Bind("esc", "leave", "esc"),
		Undo:     ask.Bind("ctrl+z", "undo in the field", "ctrl+z"),
		Redo:     ask.Bind("ctrl+y", "redo", "ctrl+y", "ctrl+r"),
		Accept:   ask.Bind("ctrl+space", "take what is offered", "ctrl+space", "ctrl+@"),
		Down:     ask.Bind("↓", "pick, or next field", "down"),
		Up:       ask.Bind("↑", "pick, or field before", "up"),
		More:     ask.Bind("ctrl+o", "more fields, or fewer", "ctrl+o"),
		Ideas:    ask.Bind("ctrl+l", "ideas: what others did", "ctrl+l"),
		Help:     ask.Bind("f1", "all keys", "f1"), // ? is text
	}
}

// areaLines is the most lines that a text area holds: it drops any more without a
// word.
const areaLines = 10000

// longestWord is the most characters without a space that an area takes: what it costs to
// wrap a word grows with the square of its length.
const longestWord = 1000

// Why a text is not taken.
var (
	ErrTooLong  = errors.New("a text of more than 9,999 lines cannot be edited here")
	ErrLongWord = errors.New("a word of more than 1,000 characters cannot be edited here")
)

// tooLong says why an area cannot hold a text; nil: it can.
func tooLong(text string) error {
	if strings.Count(text, "\n")+1 >= areaLines {
		return ErrTooLong
	}
	for word := range strings.FieldsSeq(text) {
		if len(word) > longestWord && utf8.RuneCountInString(word) > longestWord {
			return ErrLongWord
		}
	}
	return nil
}

// New makes a form for an action of the plan (edited), or for a new one: of one that begins
// at a figure the measure is filled in. clean is what of a text may reach the screen, with
// its line breaks. The error is ErrTooLong or ErrLongWord.
func New(d panel.Data, a plan.Action, edited bool, clean func(string) string) (*Model, error) {
	f := &Model{KeyMap: NewKeyMap(), Action: a, edited: edited, evidence: a.Evidence, data: d, ruler: newArea(d.Theme),
		clean:   func(s string) string { return clean(plain(s)) },
		oneLine: func(s string) string { return d.Clean(strings.ReplaceAll(plain(s), "\n", " ")) },
	}
	f.ruler.DynamicHeight = true
	if !edited && a.Status == "" {
		f.Action.Status = plan.StatusNotStarted
	}
	if !edited && a.Measure == "" {
		f.Action.Measure = aims.Of(d.Words, d.Results, a).Measure()
	}
	for _, field := range formFields() {
		if field.MultiLine && field.Column != noteColumn {
			if err := tooLong(field.Value(a)); err != nil {
				return nil, err
			}
		}
		f.Fields = append(f.Fields, f.newField(field))
	}
	f.offered.clean = f.oneLine
	f.offered.entries = map[string][]string{"lead": d.Plan.Leads(), "team": d.Plan.Teams(), "deadline": due.Offers(d.Today)}
	f.first = slices.IndexFunc(f.Fields, func(ff Field) bool { return ff.Column == "action" })
	f.Focused = f.first
	f.settle()
	return f, nil
}

// changed reports whether any field differs from what it held at the start. A
// new action begun from a figure counts only what was typed.
func (f *Model) changed() bool {
	for i := range f.Fields {
		if f.Fields[i].Text() != f.Fields[i].Shown {
			return true
		}
	}
	return f.evidence != f.Action.Evidence
}

// Result gives the action as it stands in the form.
func (f *Model) Result() plan.Action {
	a := f.Action
	a.Evidence = f.evidence
	note := ""
	for i := range f.Fields {
		switch ff := &f.Fields[i]; {
		case ff.Text() == ff.Shown:
		case ff.Note:
			note = ff.Text()
		default:
			a = ff.With(a, ff.Text())
		}
	}
	return a.Noted(note, f.data.Today)
}

// Saved gives the action as it goes into the plan.
func (f *Model) Saved() plan.Action { return f.Result().Dated(f.Action, f.data.Today) }

// Typing reports that letters are text: in a form they always are.
func (f *Model) Typing() bool { return true }

// Update takes everything that is typed; a letter is never a command here.
func (f *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	r, cmd := f.update(msg)
	f.settle()
	return r, cmd
}

func (f *Model) update(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		warned := f.warned.now
		f.warned.now = false
		if f.list.open {
			if cmd, taken := f.ideaKey(msg); taken {
				return nil, cmd
			}
		}
		switch {
		case key.Matches(msg, f.KeyMap.Leave) && warned: // to mend what was said
			return nil, f.goTo(f.warned.at)
		case key.Matches(msg, f.KeyMap.Leave):
			return f.leave(), nil
		case key.Matches(msg, f.KeyMap.Save):
			return f.save(), nil
		case key.Matches(msg, f.KeyMap.Help):
			return ask.Help{Groups: f.FullHelp()}, nil
		}
		if cmd, taken := f.command(msg); taken {
			return nil, cmd
		}
	case tea.PasteMsg:
		// What comes from a clipboard is as foreign as what comes from a file.
		f.list.open, f.warned.now = false, false
		msg.Content = pasted(msg.Content, f.clean)
		if ff := &f.Fields[f.Focused]; ff.MultiLine {
			if err := tooLong(ff.Text() + msg.Content); err != nil {
				return ask.Notice{Text: err.Error()}, nil
			}
		}
		return nil, f.edit(msg)
	}
	return nil, f.edit(msg)
}

// settle follows what was typed: what is offered, how high the fields are, and what of the
// page is on screen.
func (f *Model) settle() {
	a := f.Result()
	f.offered.settle(f.data, a)
	f.list.show(a.IndicatorIDs())
	f.arrange()
	f.scroll()
}

// Draft gives the text that is in no plan yet; nil: there is none.
func (f *Model) Draft() *plan.Draft {
	if !f.changed() {
		return nil
	}
	d := plan.DraftOf(f.Action, f.Result(), f.edited)
	return &d
}

// Type puts into the form what an action says, as if it had been typed.
func (f *Model) Type(a plan.Action) {
	f.evidence = a.Evidence
	for i := range f.Fields {
		ff := &f.Fields[i]
		text := ff.Of(a)
		switch {
		case text == ff.Of(f.Action):
		case ff.MultiLine:
			ff.area.SetValue(f.clean(text))
		default:
			ff.line.SetValue(f.oneLine(text))
		}
	}
	f.settle()
}

// command does what a key stands for in the form, unless it is typed text or moves
// within a text.
func (f *Model) command(msg tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	ff := &f.Fields[f.Focused]
	switch {
	case key.Matches(msg, f.KeyMap.Next):
		return f.move(+1), true
	case key.Matches(msg, f.KeyMap.Previous):
		return f.move(-1), true
	case key.Matches(msg, f.KeyMap.Undo):
		ff.step(&ff.undo, &ff.redo)
	case key.Matches(msg, f.KeyMap.Redo):
		ff.step(&ff.redo, &ff.undo)
	case key.Matches(msg, f.KeyMap.More):
		return f.toggle(), true
	case key.Matches(msg, f.KeyMap.Ideas):
		f.list.open = len(f.list.all) > 0
	case ff.MultiLine && (!key.Matches(msg, f.KeyMap.Down, f.KeyMap.Up) || !f.offered.stands(ff)): // all other keys belong to the text
		return nil, false
	case key.Matches(msg, f.KeyMap.Enter):
		return f.move(+1), true
	case key.Matches(msg, f.KeyMap.Accept), msg.String() == "right" && ff.atEnd():
		return nil, f.offered.accept(ff)
	case key.Matches(msg, f.KeyMap.Down):
		if !f.offered.pick(ff, +1) {
			return f.move(+1), true
		}
	case key.Matches(msg, f.KeyMap.Up):
		if !f.offered.pick(ff, -1) {
			return f.move(-1), true
		}
	default:
		return nil, false
	}
	return nil, true
}

// edit gives a key or a paste to the focused field, as a step that can be undone.
func (f *Model) edit(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	ff := &f.Fields[f.Focused]
	before := ff.state()
	if ff.MultiLine {
		ff.area, cmd = panel.TypeInto(ff.area, msg)
	} else {
		ff.line, cmd = ff.line.Update(msg)
	}
	ff.record(before, msg)
	return cmd
}

// move goes to the next field of the page, or the one before.
func (f *Model) move(by int) tea.Cmd {
	for at := f.Focused; ; {
		at = (at + by + len(f.Fields)) % len(f.Fields)
		if f.shown(at) {
			return f.goTo(at)
		}
	}
}

func (f *Model) goTo(field int) tea.Cmd {
	f.Focused = field
	return f.Focus()
}

// toggle puts what is rarely written on the page and goes to the first of it, or takes
// away again what of it is blank.
func (f *Model) toggle() tea.Cmd {
	hidden := slices.IndexFunc(f.Fields, func(ff Field) bool { return ff.place.more })
	for i := range f.Fields {
		if !f.shown(i) {
			hidden = i
			break
		}
	}
	if f.more = !f.more; f.more {
		return f.goTo(max(hidden, 0))
	}
	at := f.Focused
	if f.Focused = f.first; !f.shown(at) {
		for at > 0 && f.Fields[at].place.more {
			at--
		}
	}
	return f.goTo(at)
}

// Focus puts the cursor into the field that is typed in.
func (f *Model) Focus() tea.Cmd {
	var cmd tea.Cmd
	for i := range f.Fields {
		ff := &f.Fields[i]
		switch {
		case ff.MultiLine && i == f.Focused:
			cmd = ff.area.Focus()
		case ff.MultiLine:
			ff.area.Blur()
		case i == f.Focused:
			cmd = ff.line.Focus()
		default:
			ff.line.Blur()
		}
	}
	return cmd
}

// ShortHelp gives the keys that matter most.
func (f *Model) ShortHelp() []key.Binding {
	if f.list.open {
		return []key.Binding{ask.Bind("enter", "put it into Do", "enter"), ask.Bind("↓", "next idea", "down"), ask.Bind("esc", "close", "esc")}
	}
	return []key.Binding{f.KeyMap.Save, f.KeyMap.Next, f.KeyMap.Down, f.KeyMap.Undo, f.KeyMap.Leave}
}

// FullHelp gives every key of the form.
func (f *Model) FullHelp() [][]key.Binding {
	k := f.KeyMap
	return [][]key.Binding{{k.More, k.Ideas, k.Help, k.Next, k.Previous, k.Enter, k.Down, k.Up, k.Accept, k.Undo, k.Redo, k.Save, k.Leave}}
}
