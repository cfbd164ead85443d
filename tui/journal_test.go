package tui_test

import (
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"wres/model/plan"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/theme"
)

// journalDouble stands for the journal and the backups on the disk.
type journalDouble struct {
	entries  []plan.Entry
	failing  error // what the next entries come to
	aside    int
	restored []string
}

func (j *journalDouble) take(e plan.Entry) func() error {
	j.entries = append(j.entries, e)
	err := j.failing
	return func() error { return err }
}

func (j *journalDouble) setAside() (string, error) {
	if j.failing != nil {
		return "", j.failing
	}
	j.aside++
	return ".action-plan.unsaved.journal", nil
}

func (j *journalDouble) restore(b keep.Backup) (string, error) {
	if j.failing != nil {
		return "", j.failing
	}
	j.restored = append(j.restored, b.Name)
	return ".action-plan.damaged.csv", nil
}

// last gives the entry that the journal was told last.
func (j *journalDouble) last() plan.Entry {
	if len(j.entries) == 0 {
		return plan.Entry{}
	}
	return j.entries[len(j.entries)-1]
}

func TestEachKeyInTheFormIsJournalled(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "o", "home", "e")
	if len(d.journal.entries) != 0 {
		t.Fatal("a form that nobody wrote in was journalled")
	}
	d.keys("end")
	d.write("!?")
	d.shows("typing, journalled")
	d.send(tea.PasteMsg{Content: "pasted\né"})
	d.keys("tab", "tab")
	if n := len(d.journal.entries); n != 3 {
		t.Errorf("%d entries of two keys and a paste", n)
	}
	want := plan.Entry{At: today, Draft: &plan.Draft{ID: "A-0001",
		Texts: map[string]string{"action": "Promote self-reporting of ethnicity!?pasted\né"},
		Was:   map[string]string{"action": "Promote self-reporting of ethnicity"}}}
	if diff := cmp.Diff(want, d.journal.last()); diff != "" {
		t.Error(diff)
	}
	if !d.m.Kept() {
		t.Error("journalled, and not kept")
	}
	d.keys("ctrl+s")
	d.shows("saved 10:42")
	if e := d.journal.last(); !e.Empty() || d.m.Kept() {
		t.Errorf("after the save: %+v", e)
	}
}

func TestTextUnderAQuestionStaysJournalled(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.write("x")
	d.keys("esc")
	if d.journal.last().Draft == nil {
		t.Error("the journal forgot a text that is only asked about")
	}
	d.keys("y")
	if !d.journal.last().Empty() {
		t.Error("a text that was thrown away is still journalled")
	}
}

func TestEndingsAndTheJournal(t *testing.T) {
	for name, c := range map[string]struct {
		end  func(*driver)
		kept bool
	}{
		"SIGTERM":             {func(d *driver) { d.send(tui.TerminatedMsg{Signal: "SIGTERM"}) }, true},
		"Ctrl+C twice":        {func(d *driver) { d.keys("ctrl+c", "ctrl+c") }, true},
		"Ctrl+C, and lose it": {func(d *driver) { d.keys("ctrl+c", "y") }, false},
	} {
		d := open(t, example(t), theme.Full, 100, 40)
		d.keys("p", "a")
		d.write("precious")
		c.end(d)
		if kept := d.journal.last().Draft != nil; !d.quit || !d.m.Unsaved() || kept != c.kept || d.m.Kept() != c.kept {
			t.Errorf("%s: quit %v, unsaved %v, kept %v", name, d.quit, d.m.Unsaved(), kept)
		}
	}
}

func TestEditThatIsNotSavedIsJournalled(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.failing = errors.New("not saved: the disk is full; make room")
	d.keys("p", "x", "n")
	e := d.journal.last()
	if len(e.Edits) != 1 || e.Edits[0].Now.Status != plan.StatusDone || e.Edits[0].Was.Status != "" {
		t.Fatalf("%+v", e)
	}
	d.keys("q")
	d.shows("is in the journal")
	d.keys("y")
	if !d.quit || !d.m.Kept() || d.journal.last().Empty() {
		t.Error("what the user was promised to find again is not in the journal")
	}
}

// What an earlier save wrote is no longer unsaved when a later one fails.
func TestOnlyWhatIsNotOnTheDiskIsJournalled(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("p", "x")
	d.failing = errors.New("not saved: the disk is full; make room")
	d.keys("down", "x")
	if e := d.journal.last(); len(e.Edits) != 1 || e.Edits[0].Now.ID != "A-0002" {
		t.Errorf("%+v", e)
	}
}

// briefly is an error with words for the footer.
type briefly struct{ error }

func (briefly) Brief() string { return "disk full" }

func TestFooterSaysWhatIsNotSafe(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	full := briefly{errors.New("write /very/long/path: no space left on device")}
	d.journal.failing = full
	d.keys("p", "a")
	d.write("x")
	d.shows("typing, not journalled: disk full")
	d.hides("typing, journalled")
	d.journal.failing = nil
	d.write("y")
	d.shows("typing, journalled")
	d.failing = full
	d.keys("ctrl+s", "n")
	d.shows("not saved: disk full")
}

// The footer speaks of the last key, not of one before it.
func TestTypingIsJournalledOnlyOnceItIs(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	_, first := d.m.Update(keyPress("x"))
	d.hides("journalled")
	_, second := d.m.Update(keyPress("y"))
	d.run(second)
	d.hides("journalled")
	d.run(first)
	d.shows("typing, journalled")
	if n := len(d.journal.entries); n != 2 {
		t.Errorf("%d entries", n)
	}
}

func TestNoJournal(t *testing.T) {
	d := start(t, theme.Full, 100, 40)
	d.m = tui.New(tui.Deps{Load: func() <-chan tui.LoadEvent { return d.events }, Deps: keep.Deps{Now: func() time.Time { return today },
		Clean: func(s string) string { return s }}, CleanLines: func(s string) string { return s }})
	d.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	d.load(example(t))
	d.keys("p", "a")
	d.write("x")
	d.shows("typing")
	d.hides("journalled")
	if d.m.Kept() {
		t.Error("kept, without a journal")
	}
}

func TestOpenElsewhere(t *testing.T) {
	l := example(t)
	l.Elsewhere = "open elsewhere (since 10:02 on WARD-7)"
	l.ReadOnly = "the plan is " + l.Elsewhere + "; close it there, then read the folder again"
	d := open(t, l, theme.Full, 120, 40)
	d.shows("open elsewhere (since 10:02 on WARD-7)")
	d.keys("p")
	d.shows("The plan cannot be changed: the plan is open elsewhere (since 10:02 on WARD-7)")
	d.keys("a")
	d.shows("close it there")
	d.hides("New action")
	d.offer(example(t))
	d.keys("r")
	d.hides("open elsewhere")
	d.keys("a")
	d.shows("New action")
}

// left is what an earlier run of the example left behind.
func left(l *tui.Loaded) *keep.Recovered {
	p, _ := l.Plan.Add(plan.Action{Text: "Never saved"})
	p, _ = p.Done("A-0002", today)
	p, _ = p.Delete("A-0003")
	return &keep.Recovered{Entry: plan.Entry{At: time.Date(2025, time.April, 13, 16, 5, 0, 0, time.Local), Edits: plan.Unsaved(l.Plan, p),
		Draft: &plan.Draft{ID: "A-0001", Texts: map[string]string{"progress": "half a sente"}, Was: map[string]string{"progress": ""}}}}
}

func recovering(t *testing.T, width, height int) *driver {
	l := example(t)
	l.Recovered = left(l)
	return open(t, l, theme.Full, width, height)
}

func TestWhatWasNotSavedIsShownAndBroughtBack(t *testing.T) {
	d := recovering(t, 100, 40)
	d.shows("Not saved on 13 April at 16:05", "new: 4 Never saved", "2 Tell staff how inclusive recrui…: status",
		"deleted: 3 Listen to staff", "typed: 1 Promote self-reporting of ethni…: progress", "bring it back", "put it aside")
	if len(d.journal.entries) != 0 {
		t.Fatal("the journal was written over before the user had decided")
	}
	d.keys("b")
	d.shows("Action 1", "half a sente", "not in the plan yet")
	saved := d.onDisk[len(d.onDisk)-1]
	if _, deleted := saved.Find("A-0003"); deleted || saved.Len() != 3 {
		t.Errorf("saved %+v", saved.Actions())
	}
	if first := d.journal.entries[0]; len(first.Edits) != 3 || first.Draft == nil {
		t.Errorf("the journal did not have it all at once: %+v", first)
	}
	if e := d.journal.last(); len(e.Edits) != 0 || e.Draft == nil || e.Draft.Texts["progress"] != "half a sente" {
		t.Errorf("%+v", e)
	}
	d.keys("ctrl+s")
	if a, _ := d.onDisk[len(d.onDisk)-1].Find("A-0001"); a.Progress != "half a sente" || !d.journal.last().Empty() {
		t.Errorf("%+v", a)
	}
	d.keys("p", "u", "u")
	d.shows("Listen to staff")
}

// TestTypedTextWaitsForTheFullFigures: a form that would show what the publication view hides
// is not brought back over it, and what was typed stays until it is.
func TestTypedTextWaitsForTheFullFigures(t *testing.T) {
	for name, draft := range map[string]plan.Draft{
		"an action that keeps one": {ID: "A-0004", Texts: map[string]string{"progress": "half a sente"}, Was: map[string]string{"progress": ""}},
		"one that was typed":       {Texts: map[string]string{"action": "half a sente", "baseline": "1 of 11 members"}},
	} {
		loaded := func() *tui.Loaded {
			l := example(t)
			l.Plan, _ = l.Plan.Add(plan.Action{Text: "Appoint", Indicators: "9", Baseline: "1 of 11 members"})
			l.Recovered = &keep.Recovered{Entry: plan.Entry{At: today, Draft: &draft}}
			return l
		}
		d := start(t, theme.Full, 100, 40)
		d.keys("P")
		d.load(loaded())
		d.keys("b")
		d.shows("typed text keeps hidden figures: P shows them, r brings it back", "publication view")
		d.hides("1 of 11", "half a sente")
		if len(d.journal.entries) != 0 || len(d.onDisk) != 0 {
			t.Errorf("%s: what was typed is written over", name)
		}
		d.keys("p", "a")
		d.shows("text that was not saved is waiting")
		d.offer(loaded())
		d.keys("P", "r", "b")
		d.shows("half a sente", "1 of 11")
	}
}

func TestNewActionIsBroughtBackIntoTheForm(t *testing.T) {
	l := example(t)
	l.Recovered = &keep.Recovered{Entry: plan.Entry{At: today, Draft: &plan.Draft{Texts: map[string]string{"action": "Train\npanels", "status": "not started"}}}, Lost: 1}
	d := open(t, l, theme.Full, 100, 40)
	d.shows("typed, a new action: ", "could not be read (1 line)")
	d.keys("b")
	d.shows("New action", "Train", "panels", "not in the plan yet")
	d.keys("esc")
	d.shows("Throw it away?")
	d.keys("n", "ctrl+s")
	if a := d.onDisk[0].Actions()[3]; a.Text != "Train\npanels" {
		t.Errorf("%+v", a)
	}
}

func TestWhatIsNotWantedIsPutAside(t *testing.T) {
	d := recovering(t, 100, 40)
	d.journal.failing = errors.New("the disk is full")
	d.keys("d")
	d.shows("the disk is full")
	d.keys("p", "a")
	d.shows("press r")
	d.hides("New action")
	d.journal.failing = nil
	l := example(t)
	l.Recovered = left(l)
	d.offer(l)
	d.keys("r", "d")
	d.shows("put aside in .action-plan.unsaved.journal")
	if d.journal.aside != 1 || len(d.onDisk) != 0 || len(d.journal.entries) != 0 {
		t.Errorf("aside %d, %d saves, %d entries", d.journal.aside, len(d.onDisk), len(d.journal.entries))
	}
	d.keys("a")
	d.shows("New action")
}

// Nothing is decided by a key that is pressed by chance: until then nothing is
// written that could take the place of what was left.
func TestRecoveryCanBeDecidedLater(t *testing.T) {
	d := recovering(t, 100, 40)
	d.keys("esc", "p", "x", "a", "d", "u")
	d.shows("text that was not saved is waiting")
	if len(d.onDisk) != 0 || len(d.journal.entries) != 0 || d.journal.aside != 0 {
		t.Error("something was written")
	}
	l := example(t)
	l.Recovered = left(l)
	d.offer(l)
	d.keys("r")
	d.shows("bring it back")
}

func TestRecoveryOfAPlanThatWasChanged(t *testing.T) {
	l := example(t)
	l.Recovered = left(l)
	l.Recovered.Changed = true
	l.Plan, _ = l.Plan.SetStatus("A-0002", "theirs", today)
	d := open(t, l, theme.Full, 100, 40)
	d.shows("both are kept")
	d.keys("b")
	var statuses []string
	for _, a := range d.onDisk[0].Actions() {
		statuses = append(statuses, a.Status)
	}
	if diff := cmp.Diff([]string{"", "theirs", plan.StatusDone, ""}, statuses); diff != "" {
		t.Error(diff)
	}
}

func TestDamagedPlanIsOfferedItsBackup(t *testing.T) {
	damaged := func() *tui.Loaded {
		l := example(t)
		l.ReadOnly = "action-plan.csv:3:2: a quote mark is not closed"
		l.Backup = &keep.Backup{Name: ".action-plan.backup-1.csv", Saved: time.Date(2025, time.April, 13, 16, 5, 0, 0, time.Local), Actions: 8, Why: l.ReadOnly}
		return l
	}
	d := open(t, damaged(), theme.Full, 100, 40)
	d.shows("action-plan.csv:3:2", "13 April at 16:05", "8 actions", "put the backup back")
	d.hides("keep the plan as it is")
	d.keys("esc")
	if len(d.journal.restored) != 0 {
		t.Fatal("a backup was put back unasked")
	}
	d.offer(damaged())
	d.keys("r")
	d.offer(example(t))
	d.keys("b")
	d.shows("the backup is open; what was there is in .action-plan.damaged.csv")
	if diff := cmp.Diff([]string{".action-plan.backup-1.csv"}, d.journal.restored); diff != "" {
		t.Error(diff)
	}

	d = open(t, damaged(), theme.Full, 100, 40)
	d.journal.failing = errors.New("the disk is full")
	d.keys("b")
	d.shows("the disk is full")
}

// A plan that was cut off is no read-only one, so the user may say that it is right;
// what was not saved is asked about after that, and not written over.
func TestCutOffPlanMayBeKept(t *testing.T) {
	cut := func() *tui.Loaded {
		l := example(t)
		l.Backup = &keep.Backup{Name: "b", Saved: today, Actions: 8, Why: "the plan holds 3 actions, and held 8"}
		return l
	}
	d := open(t, cut(), theme.Full, 100, 40)
	d.shows("held 8", "keep the plan as it is")
	d.keys("k")
	if n := len(d.journal.entries); n != 1 || !d.journal.last().Empty() {
		t.Errorf("%d entries: the plan is not noted as it is", n)
	}
	l := cut()
	l.Recovered = left(l)
	d = open(t, l, theme.Full, 100, 40)
	d.keys("k")
	d.shows("bring it back")
	if len(d.journal.entries) != 0 {
		t.Error("the journal was written over before the user had decided")
	}
}

func TestRecoveryFitsItsWindow(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		l := example(t)
		l.Recovered = left(l)
		for range 20 {
			l.Recovered.Edits = append(l.Recovered.Edits, l.Recovered.Edits[0])
		}
		l.Recovered.Changed, l.Recovered.Lost = true, 3
		d := open(t, l, theme.Full, size[0], size[1])
		d.fits(size[0], size[1])
		d.shows("bring it back", "Not saved on")
		if size[0] >= 80 {
			d.shows("and 18 more", "put it aside", "decide later", "both are kept")
		}
	}
}
