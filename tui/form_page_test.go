package tui_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"

	"wres/loaders/planfile"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/aims"
	"wres/model/words"
	"wres/tui/keep"
	"wres/tui/theme"
)

// A good action is written from the panel of a figure with few keys: eight that are
// commands and sixty that are text, and the lint has no advice on it.
func TestAGoodActionInFewKeys(t *testing.T) {
	for name, script := range map[string][]string{
		"typed":           {"a", "=Use mixed panels at band 6 up", "tab", "=OD Team", "tab", "=30 June", "tab", "tab", "tab", "down", "ctrl+s"},
		"from the offers": {"a", "ctrl+l", "enter", "tab", "=Head of HR", "tab", "=31 March 2026", "tab", "tab", "tab", "=1.25", "ctrl+s"},
	} {
		commands, typed := 0, 0
		d := open(t, example(t), theme.Full, 80, 24)
		d.keys("2")
		for _, key := range script {
			if text, is := strings.CutPrefix(key, "="); is {
				typed += len(text)
				d.write(text)
				continue
			}
			commands++
			d.keys(key)
		}
		if len(d.onDisk) != 1 {
			t.Fatalf("%s: %d saves:\n%s", name, len(d.onDisk), d.frame())
		}
		actions := d.onDisk[0].Actions()
		a := actions[len(actions)-1]
		if found := plan.Lint(plan.New(nil, []plan.Action{a}), nil, today); len(found) > 0 || commands > 8 && name == "typed" || commands > 9 || typed > 60 {
			t.Errorf("%s: %d command keys and %d characters make %+v, of which the lint says %+v", name, commands, typed, a, found)
		}
		if a.Evidence == "" || a.Measure != "Ratio of indicator 2, from the yearly return" || !strings.HasPrefix(a.Baseline, "2.45 in 2024") {
			t.Errorf("%s: saved %+v", name, a)
		}
		t.Logf("%s: %d command keys, %d characters", name, commands, typed)
	}
}

// All that is nearly always written is on one page at 80 by 24, whichever field is typed in.
func TestTheFormIsOnePage(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("2", "a")
	d.write("Use mixed panels")
	for range 7 {
		d.shows("New action from 2 Appointed from shortlist, 2024", "Because", "White 2.45 times as likely (1.85 to 3.28): 144/427 against 51/371",
			"Do ", "Use mixed panels", "Who ", "By ", "Measure", "Ratio of indicator 2", "From, to", "2.45 in 2024", "Serves", "2 Appointed",
			"Strength", "More", "ctrl+o", "ctrl+s save", "esc leave", "Ideas for 2 (ctrl+l)")
		d.hides("white/bme", "Objective")
		d.keys("tab")
	}
	d.keys("shift+tab", "shift+tab", "down")
	d.shows("at most 1.25", "is 50 more ED appointments of 371 shortlisted, at 2024's numbers")
	d = open(t, example(t), theme.ASCII, 80, 24)
	d.keys("2", "a")
	d.shows("Strength three of six")
}

// What is rarely written shows itself where it holds something, and all of it by a key.
func TestMoreFields(t *testing.T) {
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Number: "7", Text: "one", Objective: "Fair panels", Status: "on hold"}})
	d := open(t, l, theme.Full, 100, 40)
	d.keys("p", "e")
	d.shows("Number    7", "Objective Fair panels", "Status    on hold")
	d.hides("Team  ", "New note  ")
	d.keys("ctrl+o")
	d.write("HR") // into the first of those that were not there
	d.shows("Team", "HR", "New note", "Progress", "High impact")
	d.keys("ctrl+o")
	d.shows("Team", "HR")
	d.hides("New note  ")
	d.keys("ctrl+s")
	if a := d.onDisk[0].Actions()[0]; a.Team != "HR" || a.Objective != "Fair panels" {
		t.Errorf("saved %+v", a)
	}
}

// What is not understood keeps its mark, and is said once before it is saved as it stands.
func TestWhatIsNotUnderstoodIsSaidOnce(t *testing.T) {
	d := typedInto(t, onDeadline)
	d.write("below 1.25")
	d.keys("tab")
	d.shows("!By", "kept as words")
	d.keys("ctrl+s")
	d.shows("the day “below 1.25” is kept as words: Ctrl+S saves, Esc mends", "New action")
	d.keys("esc") // to mend it
	d.shows("▸By", "New action")
	d.hides("Throw it away")
	d.keys("ctrl+u")
	d.write("31 March")
	d.hides("kept as words", "!By")
	if a := d.saves(); a.Deadline != "31 March 2026 (31 March)" {
		t.Errorf("saved %q", a.Deadline)
	}

	d = typedInto(t, onTarget)
	d.write("much better")
	d.keys("tab")
	d.write("12")
	d.keys("ctrl+s")
	d.shows("the target “much better” is kept as words; “12” names an indicator 12 that there is not")
	d.keys("ctrl+s")
	if a := d.onDisk[0].Actions()[3]; a.Target != "much better" || a.Indicators != "12" {
		t.Errorf("saved %+v", a)
	}

	// What stood there already is no news, and keeps its mark.
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Number: "1", Text: "one", Deadline: "by and by"}})
	d = open(t, l, theme.Full, 100, 40)
	d.keys("p", "e")
	d.shows("!By")
	d.write("x")
	d.keys("ctrl+s")
	if len(d.onDisk) != 1 {
		t.Errorf("%d saves", len(d.onDisk))
	}
}

// A text that is longer than its area says how much of it is out of sight, on both sides.
func TestALongTextSaysHowMuchIsOutOfSight(t *testing.T) {
	d := typedInto(t, onAction)
	d.send(tea.PasteMsg{Content: strings.TrimSuffix(strings.Repeat("line\n", 30), "\n")})
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.shows("↑26")
	d.hides("↓2")
	for range 10 {
		d.keys("up")
	}
	d.shows("↑19", "↓7")
	for range 30 {
		d.keys("up")
	}
	d.shows("↓26")
	d.hides("↑")
}

// A draft that was kept waits in the journal, whatever else is edited, and is offered when a
// form is opened; until that is answered no other text can take its place.
func TestADraftIsKeptAndOffered(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	kept := func(when string) {
		t.Helper()
		e := d.journal.last()
		if e.Kept == nil {
			e.Kept = e.Draft // it is in the form
		}
		if e.Kept == nil || e.Kept.Texts["action"] != "half a sente" {
			t.Errorf("%s the journal has %+v", when, e)
		}
	}
	d.keys("2", "a")
	d.write("half a sente")
	d.keys("esc")
	d.shows("save it", "keep it as a draft", "throw it away", "go on writing")
	d.keys("d")
	d.hides("New action")
	d.shows("a draft is kept")
	kept("after it was kept")
	d.keys("p", "x")
	kept("after an edit")
	d.keys("a")
	d.shows("A draft is kept", "kept as a draft, a new action: half a sente", "bring it back", "throw it away", "neither")
	d.keys("n")
	d.hides("A draft is kept:", "New action")
	kept("after it was left")
	d.keys("e", "b")
	d.shows("New action", "half a sente", "not in the plan yet", "White 2.45 times as likely")
	kept("in the form again")
	d.write("nce")
	d.keys("ctrl+s")
	actions := d.onDisk[len(d.onDisk)-1].Actions()
	if a := actions[len(actions)-1]; a.Text != "half a sentence" || a.Evidence == "" || !d.journal.last().Empty() {
		t.Errorf("saved %+v, journalled %+v", a, d.journal.last())
	}
	d.keys("a")
	d.shows("New action")
}

// A note that is typed while a draft is kept takes nothing of it: after a crash both are
// brought back, the note in the form and the draft for the next one.
func TestADraftAndANoteAreBothKept(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("2", "a")
	d.write("half a sente")
	d.keys("esc", "d", "p", "N")
	d.write("told the board")
	e := d.journal.last()
	if e.Kept == nil || e.Kept.Texts["action"] != "half a sente" || e.Draft == nil || !strings.Contains(e.Draft.Texts["progress"], "told the board") {
		t.Fatalf("journalled %+v and %+v", e.Kept, e.Draft)
	}
	l := example(t)
	l.Recovered = &keep.Recovered{Entry: e}
	d = open(t, l, theme.Full, 100, 40)
	d.shows("typed: 2 Tell staff", "kept as a draft, a new action: half a sente")
	d.keys("b")
	d.shows("Action 2", "told the board")
	if now := d.journal.last(); !now.Equal(e) {
		t.Errorf("brought back, journalled %+v and %+v", now.Kept, now.Draft)
	}
	d.keys("esc", "d")
	d.shows("one draft is kept already", "told the board")
	d.keys("ctrl+s", "a", "b")
	d.shows("New action", "half a sente")
	d.keys("ctrl+s")
	if !d.journal.last().Empty() || d.onDisk[len(d.onDisk)-1].Len() != 4 {
		t.Errorf("saved %+v, journalled %+v", d.onDisk[len(d.onDisk)-1].Actions(), d.journal.last())
	}
}

func TestADraftIsThrownAwayOrSaved(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.write("not this")
	d.keys("esc", "d", "e", "y")
	d.shows("Action 2")
	d.hides("not this")
	if !d.journal.last().Empty() {
		t.Errorf("journalled %+v", d.journal.last())
	}
	d.write("!")
	d.keys("esc", "s")
	if len(d.onDisk) != 1 || !strings.HasSuffix(d.onDisk[0].Actions()[1].Text, "!") {
		t.Errorf("saved %+v", d.onDisk)
	}
}

// The next start offers a draft as what was not saved, and quitting needs no question: it is
// in the journal. Where there is none, or it fails, quitting asks.
func TestADraftOutlivesTheProgram(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.write("precious")
	d.keys("esc", "d", "q")
	if !d.quit || d.m.Unsaved() || !d.m.Kept() {
		t.Fatalf("quit %v, unsaved %v, kept %v", d.quit, d.m.Unsaved(), d.m.Kept())
	}
	l := example(t)
	l.Recovered = &keep.Recovered{Entry: d.journal.last()}
	d = open(t, l, theme.Full, 100, 40)
	d.shows("kept as a draft, a new action: precious")
	d.keys("b")
	d.shows("New action", "precious")

	d = open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.journal.failing = briefly{}
	d.write("precious")
	d.keys("esc", "d")
	d.shows("a draft is kept here alone")
	d.keys("q")
	d.shows("The draft that you kept is in no file")
	d.keys("n")
	if d.quit || !d.m.Unsaved() {
		t.Errorf("quit %v, unsaved %v", d.quit, d.m.Unsaved())
	}
}

// What is pasted is what is saved, and what a file is read back to: a tab is a space, what
// joins and has no width is left out, and nothing of it turns into letters.
func TestAPasteIsReadBack(t *testing.T) {
	for pasted, want := range map[string]string{
		"mixed\tpanels":                       "mixed panels",
		"zero\u200bwidth\u2060 and\ufeff bom": "zerowidth and bom",
		"soft\u00adhyphen, nj\u200c":          "softhyphen, nj",
		"👩\u200d🚒 crews":                      "👩🚒 crews",
		"one\vtwo\u2028three\r\nfour":         "one\ntwo\nthree\nfour",
		"a\tb\tc\n\td":                        "a b c\n d",
		"a piece ":                            "a piece ",
		"né, 漢字 “quoted”":                     "né, 漢字 “quoted”",
	} {
		d := typedInto(t, onAction)
		d.send(tea.PasteMsg{Content: pasted})
		d.keys("tab")
		d.send(tea.PasteMsg{Content: pasted})
		a := d.saves()
		path := filepath.Join(t.TempDir(), planfile.Name)
		file, err := planfile.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Save(d.onDisk[len(d.onDisk)-1]); err != nil {
			t.Fatal(err)
		}
		again, err := planfile.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		read, found := again.Plan().Find(a.ID)
		if oneLine := strings.ReplaceAll(want, "\n", " "); !found || read.Text != want || read.Lead != oneLine {
			t.Errorf("pasted %q, read back %q and %q, want %q", pasted, read.Text, read.Lead, want)
		}
	}
}

// A tab that another program wrote is no letters in the form, and an edit writes none.
func TestATabOfTheFileIsNoLetters(t *testing.T) {
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Number: "1", Text: "one\ttwo", Lead: "OD\tTeam"}})
	d := open(t, l, theme.Full, 100, 40)
	d.keys("p", "e")
	d.shows("one two", "OD Team")
	d.hides("U+0009")
	d.write("!")
	d.keys("ctrl+s")
	if a := d.onDisk[0].Actions()[0]; a.Text != "one two!" || a.Lead != "OD\tTeam" {
		t.Errorf("saved %+v", a)
	}
}

// Ctrl+L lists ideas for what the action serves, and Enter puts one into its words, behind
// what stands there; a letter goes on in the text.
func TestIdeasAreTaken(t *testing.T) {
	d := typedInto(t, onIndicators)
	d.write("3")
	d.keys("ctrl+l")
	d.shows("Ideas for 3: Enter puts one into Do", "A Fair Experience for All")
	d.keys("down", "enter")
	d.shows("Appoint a decision-maker from outside the team")
	d.keys("ctrl+l", "esc")
	d.shows("New action", "Ideas for 3 (ctrl+l)")
	d.keys("ctrl+l")
	d.write(" now")
	d.keys("ctrl+l", "enter", "ctrl+z")
	if a := d.saves(); a.Text != "Appoint a decision-maker from outside the team to open a formal case now" || a.Indicators != "3" {
		t.Errorf("saved %+v", a)
	}
}

// The arrows add an indicator to those that an action serves, and take it back.
func TestAnotherIndicatorIsAdded(t *testing.T) {
	d := typedInto(t, onIndicators)
	d.write("2")
	d.shows("↓ adds another. Served: 2 Appointed")
	d.keys("down", "down")
	d.shows("2; 3", "2 Appointed, 3 Disciplinary", "Ideas for 2, 3")
	d.keys("up", "right")
	d.shows("2; 1")
	d.keys("ctrl+z", "ctrl+z", "ctrl+z")
	if a := d.saves(); a.Indicators != "2" {
		t.Errorf("saved %q", a.Indicators)
	}
}

// F1 lists the keys of the form over it, and from there the list of all there is runs them.
func TestTheKeysOfTheForm(t *testing.T) {
	d := typedInto(t, onAction)
	d.write("precious?")
	d.keys("f1")
	d.shows("Ideas: what others did", "More fields, or fewer", "Take what is offered")
	d.keys("esc")
	d.shows("New action", "precious?")
	d.keys("f1")
	d.write("what others did")
	d.keys("enter")
	d.shows("Enter puts one into Do", "precious?")
	d.keys("esc", "ctrl+s")
	if len(d.onDisk) != 1 || d.onDisk[0].Actions()[3].Text != "precious?" {
		t.Errorf("saved %+v", d.onDisk)
	}
}

// In the publication view the form offers and says nothing of a figure that is hidden there.
func TestTheFormSaysNothingHidden(t *testing.T) {
	l := example(t)
	view, _ := disclosure.View(l.Results, disclosure.RuleOf(l.Results.Settings))
	w, hidden := words.For(l.Results.Settings), 0
	for _, ind := range indicator.Catalogue() {
		f := view.Indicator(ind.ID).Figure(2024)
		full := aims.Now(w, l.Results, ind.ID, 2024)
		if f == nil || !f.HiddenHeadline(ind) || !full.Known() {
			continue
		}
		hidden++
		d := open(t, l, theme.Full, 120, 40)
		d.keys("p", "P", "a")
		for range onIndicators {
			d.keys("tab")
		}
		d.write(ind.ID)
		d.hides(full.Baseline(), full.Because())
		d.keys("shift+tab")
		for _, target := range full.Targets() {
			d.hides("picks: " + target)
			d.keys("ctrl+u")
			d.write(target)
			if means := full.Means(target); means != "" {
				d.hides(means)
			}
		}
	}
	if hidden == 0 {
		t.Fatal("the example hides no headline of 2024")
	}
}

// counter counts what is written to a terminal.
type counter struct{ n atomic.Int64 }

func (c *counter) Write(b []byte) (int, error) { c.n.Add(int64(len(b))); return len(b), nil }

// What a key in the form sends to a terminal of 80 by 24 stays small.
func TestAKeyInTheFormSendsLittle(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("2", "a")
	out := &counter{}
	p := tea.NewProgram(d.m, tea.WithInput(nil), tea.WithOutput(out), tea.WithWindowSize(80, 24), tea.WithFPS(120),
		tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler())
	ended := make(chan error, 1)
	go func() {
		_, err := p.Run()
		ended <- err
	}()
	quiet := func() int64 { // waits until nothing more is written
		for last := int64(-1); ; {
			now := out.n.Load()
			if now > 0 && now == last {
				return now
			}
			last = now
			time.Sleep(40 * time.Millisecond)
		}
	}
	before := quiet()
	const text = "Use mixed panels"
	for _, r := range text {
		p.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
		quiet()
	}
	sent := (quiet() - before) / int64(len(text))
	p.Kill()
	<-ended
	t.Logf("%d bytes a key", sent)
	if sent == 0 || sent >= 1024 {
		t.Errorf("a key sends %d bytes", sent)
	}
}

// TestFormFrames holds the page of the form: of a new action from a figure as it is begun,
// with a target, with its ideas open and with all fields, and of one of the plan.
func TestFormFrames(t *testing.T) {
	l := example(t)
	actions := examplePlan().Actions()
	actions[1].Evidence, actions[1].Target, actions[1].Deadline = evidence2022, "better than it was", "by and by"
	l.Plan = plan.New(nil, actions)
	for _, charset := range []theme.Charset{theme.Full, theme.Basic, theme.ASCII} {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s-%dx%d", charset, size[0], size[1]), func(t *testing.T) {
				var all strings.Builder
				for _, keys := range []string{"2 a", "2 a tab down tab down tab tab tab down", "2 a ctrl+l down", "1 a ctrl+o", "p o home down e"} {
					d := open(t, l, charset, size[0], size[1])
					d.keys(strings.Fields(keys)...)
					d.fits(size[0], size[1])
					lines := strings.Split(trimRight(d.frame()), "\n")
					fmt.Fprintf(&all, "== keys %q\n%s\n", keys, strings.Join(lines[2:], "\n"))
				}
				golden.RequireEqual(t, []byte(all.String()))
			})
		}
	}
}
