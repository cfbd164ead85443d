package tui_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/cmd/wres/typein"
	"wres/loaders/csvfile"
	"wres/loaders/exampletest"
	"wres/loaders/kinds"
	"wres/model"
	"wres/model/indicator"
	notes "wres/model/meeting"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/tui"
	"wres/tui/grid"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/preview"
	"wres/tui/theme"
)

// today is the day of every test: some deadlines of the example have passed.
var today = time.Date(2025, time.April, 14, 10, 42, 0, 0, time.UTC)

func now() time.Time { return today }

// driver runs the app without a terminal: it sends a message, runs the commands
// that come back, and goes on until there are none.
type driver struct {
	testing.TB
	m       *tui.Model
	events  chan tui.LoadEvent
	onDisk  []plan.Plan      // every plan that was saved
	failing error            // what the next saves answer
	beside  []plan.Plan      // every plan that was saved beside
	kept    []plan.Plan      // every plan that was kept as that of a year
	mapped  []source.Mapping // every mapping that was saved
	through bool             // a load cannot be stopped any more
	stops   int              // how many were asked to
	quit    bool
	journal journalDouble
	notes   notesDouble
	report  besideDouble
	written report.Beside // what is written beside the plan of now and the notes
	taken   takenDouble
	again   func() *tui.Loaded // what the next load finds, where it is not known before
	typing  typein.Folder      // into which figures are typed
	drafts  draftsDouble
	headers []string               // what the next writing of headers writes
	places  map[string][]tui.Place // by the folder that they are listed from
}

// takenDouble stands for the clipboard and for the folder of what is taken out of the app.
type takenDouble struct {
	clipboard []string
	texts     map[string]string // by the names of files
	panels    []tui.TakenPanel
	failing   error
}

func (k *takenDouble) text(name, text string) (string, error) {
	if k.failing != nil {
		return "", k.failing
	}
	if k.texts == nil {
		k.texts = map[string]string{}
	}
	k.texts[name] = text
	return "exports/" + name + ".txt", nil
}

func (k *takenDouble) panel(t tui.TakenPanel) ([]string, error) {
	k.panels = append(k.panels, t)
	return []string{"exports/" + t.Name + ".csv", "exports/" + t.Name + ".svg"}, k.failing
}

// draftsDouble stands for the files of figures that are typed and not saved.
type draftsDouble struct {
	onDisk map[string]source.Draft
	unread error // why they cannot be read
	full   error // why nothing is taken
}

func (d *draftsDouble) read(kind string) (*source.Draft, error) {
	if draft, there := d.onDisk[kind]; there || d.unread != nil {
		return &draft, d.unread
	}
	return nil, nil
}

func (d *draftsDouble) keep(t source.Typed) func() error {
	if d.full != nil {
		return func() error { return d.full }
	}
	if d.onDisk == nil {
		d.onDisk = map[string]source.Draft{}
	}
	if d.onDisk[t.Kind] = (source.Draft{Typed: t, At: now()}); !t.Changed() {
		delete(d.onDisk, t.Kind)
	}
	return func() error { return nil }
}

// notesDouble stands for the file of notes.
type notesDouble struct {
	onDisk notes.Notes
	unread error  // why it cannot be read
	full   error  // why it takes nothing
	aside  string // where what could not be read is kept
	taken  int    // how many notes were handed over
}

func (n *notesDouble) load() (notes.Notes, error) { return maps.Clone(n.onDisk), n.unread }

func (n *notesDouble) save(note notes.Note) func() notes.Kept {
	n.taken++
	return func() notes.Kept {
		if n.full != nil {
			return notes.Kept{Err: n.full}
		}
		if n.unread != nil {
			n.unread, n.aside = nil, ".wres-notes-unread.json"
		}
		if n.onDisk == nil {
			n.onDisk = notes.Notes{}
		}
		n.onDisk[note.About] = note.Text
		return notes.Kept{Aside: n.aside}
	}
}

// example is the built-in example as the app gets it.
func example(t testing.TB) *tui.Loaded {
	t.Helper()
	o, report := exampletest.Open(t)
	return &tui.Loaded{Results: indicator.Compute(o), Organisation: o, Report: report, Disk: keep.Disk{Plan: examplePlan()}}
}

func examplePlan() plan.Plan {
	return plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Promote self-reporting of ethnicity", Indicators: "1", Deadline: "Ongoing throughout 2024-25", Lead: "OD Team"},
		{ID: "A-0002", Number: "2", Text: "Tell staff how inclusive recruitment works", Indicators: "2", Deadline: "31 January 2025", Lead: "OD Team"},
		{ID: "A-0003", Number: "3", Text: "Listen to staff about the survey", Indicators: "5; 6; 8", Deadline: "30 June 2025", Lead: "OD Team / The Inclusion Team", Status: "in progress"},
	})
}

// start makes an app whose loading has not ended.
func start(t testing.TB, charset theme.Charset, width, height int) *driver {
	t.Helper()
	d := &driver{TB: t, events: make(chan tui.LoadEvent, 16)}
	d.m = tui.New(tui.Deps{
		FolderDeps: tui.FolderDeps{Folders: func(from string) ([]tui.Place, error) {
			if d.failing != nil {
				return nil, d.failing
			}
			return d.places[from], nil
		}},
		BeginDeps: tui.BeginDeps{
			WriteHeaders: func() ([]string, error) { return d.headers, d.failing },
			Typing: grid.Deps{
				ReadFigures: func(kind, year string) (source.Figures, error) { return d.typing.Read(kind, year) },
				SaveFigures: func(t source.Typed) (string, error) { return d.typing.Save(t) },
				ReadDraft:   d.drafts.read,
				KeepDraft:   d.drafts.keep,
			},
		},
		TakeDeps: tui.TakeDeps{Clipboard: !noClipboard(charset), TakeText: d.taken.text, TakePanel: d.taken.panel},
		Load: func() <-chan tui.LoadEvent {
			if d.again != nil {
				d.offer(d.again())
			}
			return d.events
		},
		Preview:     preview.Deps{ReadReport: d.report.read},
		StopLoading: func() bool { d.stops++; return !d.through },
		NoteDeps:    meeting.NoteDeps{LoadNotes: d.notes.load, SaveNote: d.notes.save},
		Deps: keep.Deps{SavePlan: func(p plan.Plan) error {
			if d.failing != nil {
				return d.failing
			}
			d.onDisk = append(d.onDisk, p)
			return nil
		},
			SaveBeside: func(p plan.Plan) (string, error) {
				d.beside = append(d.beside, p)
				return "action-plan-mine.csv", nil
			},
			KeepYear: func(year model.Year, p plan.Plan) (string, error) {
				if d.failing != nil {
					return "", d.failing
				}
				d.kept = append(d.kept, p)
				return plan.ArchiveName(year), nil
			},
			Journal:  d.journal.take,
			SetAside: d.journal.setAside,
			Restore:  d.journal.restore,
			Now:      now,
			Clean:    csvfile.Clean,
		},
		SaveMapping: func(m source.Mapping) error {
			if d.failing != nil {
				return d.failing
			}
			d.mapped = append(d.mapped, m)
			return nil
		},
		Written: func(w words.Voice, now plan.Plan, years []model.Year) report.Beside {
			b := d.written
			b.Plans = append([]report.PlanFile{{Name: "action-plan.csv", Plan: now}}, b.Plans...)
			b.Texts = append(b.Texts, d.notes.onDisk.Texts(w, ".wres-notes.json")...)
			return b
		},
		Choices:    kinds.Choices(),
		Path:       "action-plan.csv",
		CleanLines: csvfile.CleanLines,
		Charset:    charset,
		Profile:    colorprofile.TrueColor,
	})
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	return d
}

// open makes an app that shows l.
func open(t testing.TB, l *tui.Loaded, charset theme.Charset, width, height int) *driver {
	t.Helper()
	d := start(t, charset, width, height)
	d.load(l)
	return d
}

// noClipboard reports whether a terminal of a test has none: those that show ASCII alone.
func noClipboard(charset theme.Charset) bool { return charset == theme.ASCII }

func (d *driver) load(l *tui.Loaded) {
	d.offer(l)
	d.run(d.m.Init())
}

// offer puts l where the next load finds it.
func (d *driver) offer(l *tui.Loaded) {
	d.events = make(chan tui.LoadEvent, 16)
	d.events <- tui.LoadEvent{File: "workforce.csv", Total: 1}
	d.events <- tui.LoadEvent{Loaded: l}
	close(d.events)
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" {
			d.taken.clipboard = append(d.taken.clipboard, fmt.Sprint(msg))
		}
		d.send(msg)
	}
}

// keys presses keys, named as Bubble Tea names them.
func (d *driver) keys(names ...string) {
	for _, name := range names {
		d.send(keyPress(name))
	}
}

// open opens a panel by its key or, where no key press has that name, by Tab.
func (d *driver) open(k string) {
	if len(k) == 1 {
		d.keys(k)
		return
	}
	d.keys("0")
	for range slices.Index(tui.PanelKeys(), k) {
		d.keys("tab")
	}
}

// write types a text, a key a character.
func (d *driver) write(text string) {
	for _, r := range text {
		if r == ' ' {
			d.send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
			continue
		}
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

var specialKeys = map[string]tea.KeyPressMsg{
	"tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape}, "space": {Code: tea.KeySpace, Text: " "},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete}, "f1": {Code: tea.KeyF1},
}

func keyPress(name string) tea.KeyPressMsg {
	if k, ok := specialKeys[name]; ok {
		return k
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: rune(rest[0]), Mod: tea.ModCtrl}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: name}
}

// frame gives the screen as text, without colours.
func (d *driver) frame() string { return ansi.Strip(d.m.View().Content) }

func (d *driver) shows(words ...string) {
	d.Helper()
	frame := d.frame()
	for _, w := range words {
		if !strings.Contains(frame, w) {
			d.Errorf("the screen does not show %q:\n%s", w, frame)
		}
	}
}

func (d *driver) hides(words ...string) {
	d.Helper()
	frame := d.frame()
	for _, w := range words {
		if strings.Contains(frame, w) {
			d.Errorf("the screen shows %q:\n%s", w, frame)
		}
	}
}

// fits checks that the frame fills exactly its window.
func (d *driver) fits(width, height int) {
	d.Helper()
	lines := strings.Split(d.m.View().Content, "\n")
	if len(lines) != height {
		d.Errorf("the frame has %d lines, the window %d", len(lines), height)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w != width {
			d.Errorf("line %d is %d cells wide, the window %d: %q", i+1, w, width, ansi.Strip(line))
		}
	}
}
