package tui

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/loaders"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/model"
	"wres/model/indicator"
	notes "wres/model/meeting"
	"wres/model/plan"
	"wres/model/source"
	"wres/testdata/extracts"
	"wres/tui/ask"
	"wres/tui/form"
	"wres/tui/grid"
	"wres/tui/keep"
	"wres/tui/meeting"
	"wres/tui/theme"
)

var (
	monkeyRuns  = flag.Int("monkey", 0, "how many runs TestMonkey does; 0: as many as an ordinary test affords")
	monkeyFirst = flag.Uint64("monkey-first", 1, "the seed of TestMonkey's first run")
	monkeySeed  = flag.Uint64("monkey-seed", 0, "the one seed that TestMonkey replays; 0: seeds from the first")
)

const monkeySteps = 500

// TestMonkey presses random keys in the editor, in the list of the plan and on every other
// screen, pastes, turns the wheel and resizes, while saves fail, and come late. After each: no panic, the frame fills
// its window, and whatever was written is in the plan, on the disk or in the journal.
func TestMonkey(t *testing.T) {
	runs := *monkeyRuns
	switch {
	case *monkeySeed > 0:
		monkeyRun(t, *monkeySeed)
		return
	case runs == 0 && testing.Short():
		runs = 12
	case runs == 0:
		runs = 40
	}
	done := 0
	for ; done < runs && !t.Failed(); done++ {
		monkeyRun(t, *monkeyFirst+uint64(done))
	}
	t.Logf("%d of %d runs of %d steps, from the seed %d", done, runs, monkeySteps, *monkeyFirst)
}

// TestTypingMonkey does the same in the table of figures, which it opens again and again: what
// is typed is kept, and the next app takes it up as it was.
func TestTypingMonkey(t *testing.T) {
	tables, tookUp := 0, 0
	for seed := range uint64(12) {
		k := newMonkey(seed+1, monkeyPlan(), nil)
		for step := range monkeySteps {
			if len(k.m.stack) == 0 && k.width >= 40 && k.height >= 12 {
				k.press("I", tea.KeyPressMsg{Code: 'I', Text: "I"})
				k.press("down", tea.KeyPressMsg{Code: tea.KeyDown})
				k.press("enter", tea.KeyPressMsg{Code: tea.KeyEnter})
			}
			if problem := k.step(); problem != "" {
				t.Fatalf("seed %d, step %d: %s\n%s", seed, step, problem, k.story(seed))
			}
			if k.quit {
				break
			}
		}
		tables += k.tables
		for kind, left := range k.typed {
			of, _ := kinds.Choices().Kind(kind)
			o := grid.Deps{ReadFigures: k.m.deps.Typing.ReadFigures, ReadDraft: func(string) (*source.Draft, error) { return &left, nil }}.Read(of, 2024)().(grid.Opened)
			again := source.Typed{}
			table := grid.New(k.m.data, grid.Deps{KeepDraft: func(t source.Typed) func() error {
				again = t
				return func() error { return nil }
			}}, o)
			q, asks := grid.Offer(table).(ask.Question)
			if !asks {
				continue // it was saved
			}
			tookUp++
			if q.Answers[0].Does.(ask.Choice)(); again.Year != left.Year || !maps.Equal(again.Figures, left.Figures) {
				t.Errorf("seed %d: of %+v comes back %+v", seed, left.Typed, again)
			}
		}
	}
	if tables == 0 || tookUp == 0 {
		t.Errorf("no table held what was not saved: %d, %d", tables, tookUp)
	}
	t.Logf("%d times a table held what was not saved; %d were taken up", tables, tookUp)
}

// monkey is one run with what stands for the world around the app.
type monkey struct {
	*rand.Rand
	m             *Model
	disk          plan.Plan
	kept          map[model.Year]plan.Plan
	notes         notes.Notes
	journal       plan.Entry
	typed         map[string]source.Draft   // kept, by kind
	figures       map[string]source.Figures // saved, by kind and year
	later         []tea.Cmd                 // commands that have not been run yet
	width, height int
	tables        int      // how often a table held what is not saved
	pressed       []string // for the report of a failure
	quit          bool
}

// monkeyFigures are read once: runs share what is never changed.
var monkeyFigures = func() func() *Loaded {
	var l *Loaded
	return func() *Loaded {
		if l == nil {
			o, report, err := loaders.Open(context.Background(), extracts.FS, loaders.Options{Example: true}, nil)
			if err != nil {
				panic(err)
			}
			l = &Loaded{Results: indicator.Compute(o), Report: report}
		}
		return l
	}
}()

func monkeyRun(t *testing.T, seed uint64) {
	t.Helper()
	k := newMonkey(seed, monkeyPlan(), nil)
	if seed%2 == 0 { // every other run begins elsewhere than in the plan
		app{k.m}.Open(k.m.panels[k.IntN(len(k.m.panels))].Key)
	}
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("panic: %v\n%s", r, k.story(seed))
			panic(r)
		}
	}()
	for step := range monkeySteps {
		if problem := k.step(); problem != "" {
			t.Errorf("step %d: %s\n%s", step, problem, k.story(seed))
			return
		}
		if k.quit {
			break
		}
	}
	if problem := k.crash(); problem != "" {
		t.Errorf("after a crash: %s\n%s", problem, k.story(seed))
	}
}

func (k *monkey) story(seed uint64) string {
	return fmt.Sprintf("replay with: go test ./tui -run TestMonkey -monkey-seed %d\nthe last keys: %s", seed,
		strings.Join(k.pressed[max(len(k.pressed)-40, 0):], " "))
}

func monkeyPlan() plan.Plan {
	return plan.New([]string{"mine"}, []plan.Action{
		{Number: "1", Text: "Promote self-reporting", Indicators: "1", Deadline: "Ongoing", Lead: "OD Team", Extra: []string{"kept"}},
		{Number: "2", Text: "Inclusive recruitment\nsecond line é 漢字", Indicators: "2", Deadline: "31 January 2025", Lead: "OD Team",
			Evidence: "2 2022 white/bme 3.2 (2.6 to 3.9) 250/500 50/320", Target: "1.25"},
		{Number: "3", Text: "Listen to staff", Indicators: "5; 6; 8", Deadline: "30 April 2025", Lead: "The Inclusion Team", Status: "in progress"},
	})
}

func newMonkey(seed uint64, disk plan.Plan, r *keep.Recovered) *monkey {
	k := &monkey{Rand: rand.New(rand.NewPCG(seed, 0)), disk: disk, kept: map[model.Year]plan.Plan{}, notes: notes.Notes{}}
	l := *monkeyFigures()
	l.Plan, l.Recovered = disk, r
	k.m = New(Deps{
		Load: func() <-chan LoadEvent {
			again := *monkeyFigures()
			again.Plan = k.disk
			events := make(chan LoadEvent, 1)
			events <- LoadEvent{Loaded: &again}
			close(events)
			return events
		},
		StopLoading: func() bool { return false },
		Deps: keep.Deps{SavePlan: k.save,
			SaveBeside: func(p plan.Plan) (string, error) {
				return "beside.csv", errors.New("no room beside it")
			},
			KeepYear: func(year model.Year, p plan.Plan) (string, error) {
				if k.IntN(2) == 0 {
					return "", errors.New("not kept: the disk is full")
				}
				k.kept[year] = p
				return plan.ArchiveName(year), nil
			},
			Journal: func(e plan.Entry) func() error {
				k.journal = e
				return func() error { return nil }
			},
			SetAside: func() (string, error) { return "aside", nil },
			Now:      func() time.Time { return time.Date(2025, time.April, 14, 10, 42, 0, 0, time.UTC) },
			Clean:    csvfile.Clean,
		},
		NoteDeps:   k.noteDeps(seed),
		TakeDeps:   TakeDeps{Clipboard: seed%3 == 0, TakeText: func(name, _ string) (string, error) { return name, nil }, TakePanel: k.taken},
		FolderDeps: FolderDeps{Folders: func(string) ([]Place, error) { return []Place{{Path: "/up", Name: "up", Kind: "look into it"}}, nil }},
		BeginDeps:  BeginDeps{Typing: k.typing()},
		Choices:    kinds.Choices(),
		Path:       "action-plan.csv",
		CleanLines: csvfile.CleanLines,
		Charset:    theme.Full,
		Profile:    colorprofile.TrueColor,
	})
	k.width, k.height = 80, 24
	k.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	k.m.take(&l, nil)
	app{k.m}.Open("p")
	return k
}

// noteDeps stand for the file of notes; with the seed 0 there is none, so that nothing is read.
func (k *monkey) noteDeps(seed uint64) meeting.NoteDeps {
	if seed == 0 {
		return meeting.NoteDeps{}
	}
	return meeting.NoteDeps{
		LoadNotes: func() (notes.Notes, error) { return maps.Clone(k.notes), nil },
		SaveNote: func(n notes.Note) func() notes.Kept {
			if k.IntN(4) == 0 {
				return func() notes.Kept { return notes.Kept{Err: errors.New("not kept: the disk is full")} }
			}
			k.notes[n.About] = n.Text
			return func() notes.Kept { return notes.Kept{} }
		},
	}
}

// typing stands for the files of figures that are typed.
func (k *monkey) typing() grid.Deps {
	k.typed, k.figures = map[string]source.Draft{}, map[string]source.Figures{}
	return grid.Deps{
		ReadFigures: func(kind, year string) (source.Figures, error) { return k.figures[kind+year], nil },
		SaveFigures: func(t source.Typed) (string, error) {
			if k.IntN(4) == 0 {
				return "", errors.New("not saved: the disk is full")
			}
			k.figures[t.Kind+t.Year] = t.Figures
			return t.Kind + ".csv", nil
		},
		ReadDraft: func(kind string) (*source.Draft, error) {
			if d, there := k.typed[kind]; there {
				return &d, nil
			}
			return nil, nil
		},
		KeepDraft: func(t source.Typed) func() error {
			if k.typed[t.Kind] = (source.Draft{Typed: t}); !t.Changed() {
				delete(k.typed, t.Kind)
			}
			return func() error { return nil }
		},
	}
}

// taken stands for the files of a panel: what leaves the app is the publication view.
func (k *monkey) taken(t TakenPanel) ([]string, error) {
	if !t.Results.Publication {
		panic("a panel is taken out in full")
	}
	if k.IntN(4) == 0 {
		return nil, errors.New("not written: the disk is full")
	}
	return []string{t.Name + ".csv"}, nil
}

func (k *monkey) save(p plan.Plan) error {
	if k.IntN(4) == 0 {
		return errors.New("not saved: the disk is full; make room")
	}
	k.disk = p
	return nil
}

func (k *monkey) send(msg tea.Msg) {
	_, cmd := k.m.Update(msg)
	k.take(cmd)
}

func (k *monkey) take(cmd tea.Cmd) {
	if cmd != nil {
		k.later = append(k.later, cmd)
	}
}

// runOne runs one of the commands that wait, as a program may in any order.
func (k *monkey) runOne() {
	i := k.IntN(len(k.later))
	cmd := k.later[i]
	k.later = append(k.later[:i], k.later[i+1:]...)
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		k.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			k.take(c)
		}
	default:
		k.send(msg)
	}
}

var (
	monkeyLetters = []rune("abcdefghijklmnopqrstuvwxyzABCDEFHJKMNOPRTXYZ0123456789/;:,.+-é漢\u0301😀 ?[]")
	monkeyKeys    = []tea.KeyPressMsg{
		{Code: tea.KeyTab}, {Code: tea.KeyTab, Mod: tea.ModShift}, {Code: tea.KeyEnter}, {Code: tea.KeyEscape},
		{Code: tea.KeyUp}, {Code: tea.KeyDown}, {Code: tea.KeyLeft}, {Code: tea.KeyRight}, {Code: tea.KeyHome}, {Code: tea.KeyEnd},
		{Code: tea.KeyPgUp}, {Code: tea.KeyPgDown}, {Code: tea.KeyBackspace}, {Code: tea.KeyDelete}, {Code: tea.KeySpace, Text: " "},
		{Code: 's', Mod: tea.ModCtrl}, {Code: 'z', Mod: tea.ModCtrl}, {Code: 'y', Mod: tea.ModCtrl}, {Code: 'r', Mod: tea.ModCtrl},
		{Code: 'k', Mod: tea.ModCtrl}, {Code: 'u', Mod: tea.ModCtrl}, {Code: 'w', Mod: tea.ModCtrl}, {Code: 't', Mod: tea.ModCtrl},
		{Code: tea.KeySpace, Mod: tea.ModCtrl}, {Code: tea.KeyUp, Mod: tea.ModAlt}, {Code: tea.KeyDown, Mod: tea.ModAlt},
		{Code: tea.KeyRight, Mod: tea.ModShift}, {Code: tea.KeyUp, Mod: tea.ModShift}, {Code: 'g', Mod: tea.ModCtrl},
		{Code: 'o', Mod: tea.ModCtrl}, {Code: 'l', Mod: tea.ModCtrl}, {Code: 's', Text: "s"}, {Code: 'd', Text: "d"},
		{Code: 'c', Text: "c"}, {Code: 'C', Text: "C"}, {Code: 'b', Text: "b"}, {Code: 'y', Text: "y"}, {Code: 'n', Text: "n"},
		{Code: 'e', Text: "e"}, {Code: 'a', Text: "a"}, {Code: 'p', Text: "p"}, {Code: 'u', Text: "u"},
	}
	monkeyPastes = []string{"pasted", "two\nlines", "a\r\nb\rc", "tab\there", "\x1b[31mred\x1b[0m", "\u202Ebidi", "漢字😀\u0301", "31/3/26", "", "\n\n\n", "x\x00y",
		strings.Repeat("long ", 60), "2025-01-01: looks like a note"}
)

// step does one thing, and says what is wrong after it, or "".
func (k *monkey) step() string {
	before := k.look()
	done := before.after
	switch n := k.IntN(100); {
	case n < 3:
		k.width, k.height = 1+k.IntN(130), 1+k.IntN(45)
		k.press("resize", tea.WindowSizeMsg{Width: k.width, Height: k.height})
	case n < 4:
		k.press("wheel", tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	case n < 9:
		text := monkeyPastes[k.IntN(len(monkeyPastes))]
		k.press(fmt.Sprintf("paste(%q)", text), tea.PasteMsg{Content: text})
	case n < 20 && len(k.later) > 0:
		k.pressed = append(k.pressed, "command")
		k.runOne()
	case n < 55:
		key := monkeyKeys[k.IntN(len(monkeyKeys))]
		k.press(key.String(), key)
		done = func(now look) string { return before.afterKey(key, now) }
	default:
		r := monkeyLetters[k.IntN(len(monkeyLetters))]
		key := tea.KeyPressMsg{Code: r, Text: string(r)}
		k.press(key.String(), key)
		done = func(now look) string { return before.afterKey(key, now) }
	}
	if k.quit || k.m.done {
		k.quit = true
		return ""
	}
	if problem := k.frame(); problem != "" {
		return problem
	}
	if problem := k.unsaved(); problem != "" {
		return problem
	}
	return done(k.look())
}

func (k *monkey) press(name string, msg tea.Msg) {
	k.pressed = append(k.pressed, name)
	k.send(msg)
}

// frame checks that the frame fills the window.
func (k *monkey) frame() string {
	lines := strings.Split(k.m.View().Content, "\n")
	if len(lines) != k.height {
		return fmt.Sprintf("the frame has %d lines, the window %d", len(lines), k.height)
	}
	for i, line := range lines {
		if w := ansi.StringWidth(line); w != k.width {
			return fmt.Sprintf("line %d is %d cells wide, the window %d: %q", i+1, w, k.width, ansi.Strip(line))
		}
	}
	return ""
}

// unsaved checks that what is not on the disk is in the journal, whole.
func (k *monkey) unsaved() string {
	m := k.m
	if !m.keep.Dirty() && !m.data.Plan.Equal(k.disk) {
		return "the plan counts as saved, and the disk has another"
	}
	if m.keep.Dirty() {
		for _, edit := range plan.Unsaved(k.disk, m.data.Plan) {
			if edit.Now == nil {
				continue
			}
			if a, found := k.journal.Apply(k.disk).Find(edit.Now.ID); !found || !a.Equal(*edit.Now) {
				return fmt.Sprintf("the edit of %s is neither on the disk nor in the journal", edit.Now.ID)
			}
		}
	}
	if kept := m.keep.KeptDraft(); kept != nil && (k.journal.Kept == nil || !k.journal.Kept.Equal(*kept)) {
		return "a draft that was kept is not in the journal"
	}
	if m.stack.has(m.grid) && strings.Contains(ansi.Strip(m.grid.View()), ", not saved") {
		k.tables++
		if kind, _, _ := strings.Cut(strings.TrimSpace(strings.TrimLeft(ansi.Strip(m.grid.View()), "╭─┌ ")), ".csv"); !k.typed[kind].Changed() {
			return "the table of " + kind + " holds figures that are kept nowhere"
		}
	}
	f := openedForm(m)
	if f == nil || f.Draft() == nil {
		return ""
	}
	if k.journal.Draft == nil {
		return "the form holds text that the journal does not"
	}
	for i := range f.Fields {
		ff := &f.Fields[i]
		text, known := k.journal.Draft.Texts[ff.Column]
		if ff.Note {
			text, known = k.journal.Draft.Texts["progress"]
			if strings.TrimSpace(ff.Text()) != "" && (!known || !holdsNote(text, ff.Text())) {
				return fmt.Sprintf("the journal lacks the note %q: %q", ff.Text(), text)
			}
			continue
		}
		if ff.Column != "progress" && ff.Text() != ff.Shown && ff.Text() != ff.Of(f.Action) && text != ff.Text() && (known || ff.Text() != "") {
			return fmt.Sprintf("%s: the form says %q and the journal %q", ff.Column, ff.Text(), text)
		}
	}
	return ""
}

// holdsNote reports whether a progress holds each line of a note.
func holdsNote(progress, note string) bool {
	for line := range strings.SplitSeq(note, "\n") {
		if !strings.Contains(progress, strings.TrimSpace(line)) {
			return false
		}
	}
	return true
}

// openedForm gives the form that is open, if only under a question; else nil.
func openedForm(m *Model) *form.Model {
	if m.stack.has(m.form) {
		return m.form
	}
	return nil
}

// look is what is to be seen of the editor and the plan at one moment.
type look struct {
	plan    plan.Plan
	form    *form.Model
	asked   bool // a question stands over it
	small   bool
	changed bool
	saved   plan.Action // what the form would put into the plan
	focus   int
	text    string      // of the focused field
	draft   *plan.Draft // of the form
	kept    *plan.Draft // of a form that was left
}

func (k *monkey) look() look {
	l := look{kept: k.m.keep.KeptDraft(), plan: k.m.data.Plan, form: openedForm(k.m), small: tooSmall(k.m.width, k.m.height)}
	_, l.asked = k.m.stack.top().(*question)
	if f := l.form; f != nil {
		l.draft = f.Draft()
		l.changed, l.saved, l.focus, l.text = l.draft != nil, f.Saved(), f.Focused, f.Fields[f.Focused].Text()
	}
	return l
}

// after checks what must hold whatever was done: a form with text in it does not
// go away by itself.
func (l look) after(now look) string {
	if l.form != nil && l.changed && now.form == nil {
		return "the form went away, with its text"
	}
	return ""
}

// afterKey checks what a key did: text reaches the form, and leaves it only into
// the plan or by a yes.
func (l look) afterKey(key tea.KeyPressMsg, now look) string {
	if l.form == nil || l.small {
		return ""
	}
	switch name := key.String(); {
	case l.asked:
		if now.form != nil {
			return ""
		}
		switch name {
		case "y", "Y", "b":
		case "s", "ctrl+s":
			if !holdsAction(now.plan, l.saved) {
				return fmt.Sprintf("what was saved on leaving is not in the plan: %+v", l.saved)
			}
		case "d":
			if now.kept == nil || l.draft != nil && !now.kept.Equal(*l.draft) {
				return fmt.Sprintf("what was to be kept as a draft is not: %+v", now.kept)
			}
		default:
			return "a question threw the text away without a yes"
		}
	case name == "ctrl+s":
		if now.form == nil && !holdsAction(now.plan, l.saved) {
			return fmt.Sprintf("what was saved is not in the plan: %+v", l.saved)
		}
	case now.form == nil && l.changed:
		return "the form went away, with its text"
	case key.Text != "" && now.form != nil && !now.asked:
		if now.focus != l.focus || len([]rune(now.text)) != len([]rune(l.text))+len([]rune(key.Text)) && !l.selected() {
			return fmt.Sprintf("the key %q is lost: %q became %q", key.Text, l.text, now.text)
		}
	}
	return ""
}

// selected reports whether a part of the text may be selected, which a key replaces.
func (l look) selected() bool { return l.form.Fields[l.focus].MultiLine }

// holdsAction reports whether the plan says what an action does, under whatever id,
// number and day.
func holdsAction(p plan.Plan, a plan.Action) bool {
	clean := plan.New(nil, []plan.Action{a}).Actions()[0]
	for _, b := range p.Actions() {
		b.ID, b.Updated = clean.ID, clean.Updated
		if strings.TrimSpace(clean.Number) == "" {
			b.Number = clean.Number
		}
		if b.Equal(clean) {
			return true
		}
	}
	return false
}

// crash starts the app anew from the disk and the journal, and checks that all that
// was on the screen comes back.
func (k *monkey) crash() string {
	if k.journal.Empty() {
		return ""
	}
	pending := k.journal.Pending(k.disk)
	again := newMonkey(1, k.disk, &keep.Recovered{Entry: pending})
	again.send(tea.KeyPressMsg{Code: 'b', Text: "b"})
	if last := k.pressed[len(k.pressed)-1]; k.quit && strings.EqualFold(last, "y") && len(k.journal.Edits) == 0 && k.m.keep.Dirty() {
		return "" // the edits were given up, by a yes, and the draft that was kept was not
	}
	for _, a := range k.m.data.Plan.Actions() {
		if b, found := again.m.data.Plan.Find(a.ID); !found || !b.Equal(a) {
			return fmt.Sprintf("action %s is lost or another", a.ID)
		}
	}
	if kept := pending.Kept; kept != nil && openedForm(again.m) == nil && again.m.keep.KeptDraft() == nil {
		return "the draft that was kept did not come back"
	}
	f := openedForm(k.m)
	if f == nil || f.Draft() == nil || pending.Draft == nil {
		return ""
	}
	g := openedForm(again.m)
	if g == nil {
		return "the form did not come back"
	}
	// What comes back is cleaned once more, which takes blanks off the ends.
	was, is := f.Result(), g.Result()
	for _, field := range plan.Fields() {
		if a, b := strings.TrimSpace(csvfile.CleanLines(field.Value(was))), strings.TrimSpace(csvfile.CleanLines(field.Value(is))); !field.Automatic && a != b {
			return fmt.Sprintf("%s: the form says %q and said %q", field.Column, b, a)
		}
	}
	return ""
}
