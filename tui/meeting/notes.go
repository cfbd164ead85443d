package meeting

import (
	"errors"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"wres/model/meeting"
	"wres/tui/ask"
	"wres/tui/panel"
)

// NoteDeps is what the notes need of the world.
type NoteDeps struct {
	// LoadNotes reads the notes of the folder; it is called from a command's goroutine.
	// nil: there are none. The error says why what is there cannot be read.
	LoadNotes func() (meeting.Notes, error)
	// SaveNote takes in a note, to be written at once or a moment later; it does no I/O,
	// so Update calls it. The function that it answers with waits until the note is on
	// the disk, or is not. nil: there is nowhere to keep notes.
	SaveNote func(meeting.Note) (wait func() meeting.Kept)
}

// Msg is a message of this package: what has come of one of its commands.
type Msg interface{ ofMeeting() }

type result struct{}

func (result) ofMeeting() {}

type (
	notesMsg struct {
		result
		notes meeting.Notes
		err   error
	}
	keptMsg struct {
		result
		about  meeting.About
		number int
		kept   meeting.Kept
	}
)

// mostNote is how many characters a note may have; one that has more already may stay so.
const mostNote = 2000

// notes are those of the folder, with what was typed.
type notes struct {
	NoteDeps
	input   textarea.Model
	typing  bool
	on      meeting.About // what is typed is about
	read    bool
	unread  string        // why what is there could not be read; "": it was
	aside   string        // the name under which that was kept
	texts   meeting.Notes // as they stand on the screen
	onDisk  meeting.Notes // as they were read, and as far as they were written since
	number  int           // of the last note that was handed over
	pending map[meeting.About]handed
	waiting bool                     // a command waits for an outcome
	failed  map[meeting.About]string // why a note is not on the disk
}

// handed is a note that was handed over, whose outcome is not known.
type handed struct {
	number int
	text   string
	wait   func() meeting.Kept
}

func newNotes(d NoteDeps) notes {
	n := notes{NoteDeps: d, texts: meeting.Notes{}, onDisk: meeting.Notes{}, pending: map[meeting.About]handed{}, failed: map[meeting.About]string{}}
	n.input = textarea.New()
	n.input.ShowLineNumbers = false
	n.input.Prompt = ""
	n.input.CharLimit, n.input.MaxHeight = 0, 0
	// Both start a child process, as in theme.NewInput.
	n.input.KeyMap.Paste.SetEnabled(false)
	n.input.KeyMap.CopySelection.SetEnabled(false)
	n.input.KeyMap.InsertNewline.SetEnabled(false) // a note is one paragraph
	return n
}

// load reads the notes.
func (n *notes) load() tea.Cmd {
	load := n.LoadNotes
	if load == nil {
		n.read = true
		return nil
	}
	return func() tea.Msg {
		all, err := load()
		return notesMsg{notes: all, err: err}
	}
}

// loaded takes in the notes as they are on the disk. What was typed and is not there
// stays; where another program has changed such a note, both texts are in it.
func (n *notes) loaded(msg notesMsg) tea.Cmd {
	n.read = true
	if msg.err != nil {
		n.unread = msg.err.Error()
		return nil
	}
	n.unread = ""
	mine := meeting.Notes{}
	for about := range n.failed {
		mine[about] = n.texts[about]
	}
	for about := range n.pending {
		mine[about] = n.texts[about]
	}
	before := n.onDisk
	n.texts, n.onDisk = meeting.Notes{}, meeting.Notes{}
	for about, text := range msg.notes {
		if text != "" { // which is no note
			n.texts[about], n.onDisk[about] = text, text
		}
	}
	var cmds []tea.Cmd
	for about, text := range mine {
		if theirs := msg.notes[about]; theirs != "" && theirs != before[about] && !strings.Contains(text, theirs) {
			text += " / " + theirs
		}
		if text != n.onDisk[about] {
			cmds = append(cmds, n.keep(about, text))
		} else {
			delete(n.failed, about)
		}
	}
	return tea.Batch(cmds...)
}

// keep takes in a note as it is now, and hands it over.
func (n *notes) keep(about meeting.About, text string) tea.Cmd {
	n.texts[about] = text
	if n.SaveNote == nil {
		n.failed[about] = "there is nowhere to keep it"
		return nil
	}
	n.number++
	n.pending[about] = handed{n.number, text, n.SaveNote(meeting.Note{About: about, Text: text})}
	return n.await()
}

// await waits for the outcome of a note; there is one such command at a time.
func (n *notes) await() tea.Cmd {
	if n.waiting {
		return nil
	}
	for about, h := range n.pending {
		n.waiting = true
		return func() tea.Msg { return keptMsg{about: about, number: h.number, kept: h.wait()} }
	}
	return nil
}

// kept takes in an outcome, and waits for that of what was typed meanwhile.
func (n *notes) kept(msg keptMsg) tea.Cmd {
	n.waiting = false
	if msg.kept.Aside != "" {
		n.aside, n.unread = msg.kept.Aside, ""
	}
	if h := n.pending[msg.about]; h.number == msg.number {
		delete(n.pending, msg.about)
		if delete(n.failed, msg.about); msg.kept.Err != nil {
			n.failed[msg.about] = msg.kept.Err.Error()
		} else {
			n.onDisk[msg.about] = h.text
		}
	}
	return n.await()
}

// Unsaved says why a note is not on the disk, and what stands for it in a sentence; "":
// all are, or will be in a moment.
func (n *notes) Unsaved() (what, it string) {
	for _, why := range n.failed {
		return "A note could not be kept: " + why + ".", "it"
	}
	return "", ""
}

// begin starts to type the note of a page.
func (n *notes) begin(about meeting.About) (ask.Request, tea.Cmd) {
	if !n.read {
		return ask.Notice{Text: "the notes are still being read: n in a moment"}, nil
	}
	n.typing, n.on = true, about
	n.texts[about] += "" // so it has a page, whatever becomes of its finding meanwhile
	n.input.SetValue(n.texts[about])
	n.input.MoveToEnd()
	return nil, n.input.Focus()
}

// Typing reports whether letters are the text of a note.
func (n *notes) Typing() bool { return n.typing }

// finish are the keys that end typing.
var finish = ask.Bind("enter", "done", "enter", "esc")

// errTooLong is the error of a note that has too many characters.
var errTooLong = errors.New("a note holds 2,000 characters")

// typed takes everything while a note is typed: a letter is never a command here.
func (n *notes) typed(msg tea.Msg, clean func(string) string) (ask.Request, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, finish) {
		n.typing = false
		n.input.Blur()
		return nil, nil
	}
	if paste, ok := msg.(tea.PasteMsg); ok { // from anywhere, and of several lines
		paste.Content = panel.Pasted(paste.Content, clean)
		msg = paste
	}
	before, line, column := n.input.Value(), n.input.Line(), n.input.Column()
	var cmd tea.Cmd
	n.input, cmd = panel.TypeInto(n.input, msg)
	now := n.input.Value()
	switch {
	case now == before:
		return nil, cmd
	case utf8.RuneCountInString(now) > max(mostNote, utf8.RuneCountInString(before)):
		n.input.SetValue(before)
		n.input.MoveToBegin()
		for range line {
			n.input.CursorDown()
		}
		n.input.SetCursorColumn(column)
		return ask.Notice{Text: errTooLong.Error()}, cmd
	}
	return nil, tea.Batch(cmd, n.keep(n.on, strings.TrimSpace(clean(now))))
}
