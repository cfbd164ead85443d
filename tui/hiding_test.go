package tui_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	notes "wres/model/meeting"
	"wres/model/plan"
	"wres/model/report"
	"wres/tui"
	"wres/tui/theme"
)

// inFull matches what only the full figures of the example say: of the board, the highest
// bands, and who was appointed.
var inFull = regexp.MustCompile(`\b1 of 1[15]\b|\b1/15\b|\b9\.1%|\b3 of 22\b|198 appointed`)

// TestWhatIsHiddenIsSaid opens the screen of what the publication view hides, in windows of
// every size.
func TestWhatIsHiddenIsSaid(t *testing.T) {
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Text: "Appoint (One of the 11 members)", Indicators: "9"}})
	for _, size := range sizes {
		d := open(t, l, theme.Full, size[0], size[1])
		d.notes.onDisk = notes.Notes{{Page: "2", Year: 2024}: "ask the two staff\x1b[2J"}
		d.written = report.Beside{
			Plans: []report.PlanFile{{Name: "action-plan-2023.csv", Plan: plan.New(nil, []plan.Action{{ID: "A-0001", Text: "3 of 22"}})}},
			Texts: []quotes.Text{{File: "report/governance.md", Line: 7, What: "the organisation's own text", Text: "1 of 15"}},
		}
		d.keys("H")
		d.fits(size[0], size[1])
		d.shows("What is hidden")
		all := ""
		for range 60 {
			all += d.frame() + "\n"
			d.keys("pgdown")
			d.fits(size[0], size[1])
		}
		flat := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "·", " ").Replace(all)), " ")
		for _, want := range []string{"2022", "2023", "2024", "46 numbers are hidden", "says “One of the 11 members”", "says “two staff”", "action-plan.csv, action", "action-plan-2023.csv, action A-0001, action, says “3 of 22”", "report/governance.md, line 7,", "that leaves 3", "White and unknown of all bands"} {
			found := strings.Contains(flat, want)
			for _, word := range strings.Fields(want) { // a page may end within a sentence
				found = found || size[1] < 24 && strings.Contains(flat, word)
			}
			if !found {
				t.Errorf("at %v: %q is not in\n%s", size, want, all)
			}
		}
		d.keys("H")
		d.hides("What is hidden")
	}
}

// TestWhatIsHiddenIsForTheFullViewOnly: it is refused in the publication view, also where
// that is only on its way.
func TestWhatIsHiddenIsForTheFullViewOnly(t *testing.T) {
	const title = "What is hidden"
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("P", "H")
	d.hides(title)
	d.shows("P first: what is hidden is for you alone", "publication view")
	d.keys("?")
	d.write("publication view hides")
	d.shows("What the publication view hides")
	d.keys("esc", "P", "H")
	d.shows(title)
	d.keys("esc")

	d = open(t, example(t), theme.Full, 200, 60)
	d.shows("H what P hides")
	d.keys("P")
	d.hides("H what P hides")
	d.keys("P")
	d.shows("full figures, not for publication · H: what P hides")
	_, slow := d.m.Update(keyPress("H"))
	d.keys("P")
	d.run(slow)
	d.hides(title)
	_, slow = d.m.Update(keyPress("P")) // in full again
	d.run(slow)
	_, slow = d.m.Update(keyPress("H"))
	d.keys("?")
	d.run(slow)
	d.hides(title) // help was opened meanwhile, and stays
	d.keys("esc")
	_, slow = d.m.Update(keyPress("H"))
	d.offer(example(t))
	d.keys("r")
	d.run(slow)
	d.hides(title) // of figures that are on screen no more

	d = start(t, theme.Full, 120, 40)
	d.keys("H")
	d.shows("still being read")
	nothing := example(t)
	nothing.Results, nothing.Nothing = indicator.Compute(&model.Organisation{Settings: model.DefaultSettings()}), errors.New("nothing")
	d = open(t, nothing, theme.Full, 120, 40)
	d.keys("0", "esc", "H")
	d.hides(title)
}

// TestPublicationViewIsRemembered: asked for while the folder is read, it is there once that
// is done, and at no time do full figures stand on the screen.
func TestPublicationViewIsRemembered(t *testing.T) {
	d := start(t, theme.Full, 120, 40)
	d.keys("9", "P")
	d.shows("the publication view, once the folder is read")
	d.step(d.m.Init(), example(t))
	d.shows("publication view", "[c] of 11")
	d.keys("P")
	d.shows("1 of 11", "full figures, not for publication")

	d = start(t, theme.Full, 120, 40)
	d.keys("9", "P", "P")
	d.shows("the full figures, once the folder is read")
	d.load(example(t))
	d.shows("1 of 11")
	d.hides("publication view")

	// The same where the folder is read again and the view is being worked out.
	d = open(t, example(t), theme.Full, 120, 40)
	d.keys("9")
	_, slow := d.m.Update(keyPress("P"))
	d.shows("the publication view is being worked out")
	d.offer(example(t))
	d.keys("r")
	d.shows("publication view", "[c] of 11")
	d.run(slow)
	d.shows("publication view", "[c] of 11")
	d.hides("1 of 11")

	// A folder of which nothing can be used does not open on its files, which quote counts.
	nothing := example(t)
	nothing.Results, nothing.Nothing = indicator.Compute(&model.Organisation{Settings: model.DefaultSettings()}), errors.New("nothing")
	nothing.Report.Files[0].Outcome = "not used"
	d = start(t, theme.Full, 120, 40)
	d.keys("P")
	d.load(nothing)
	d.hides("Files")
	d.shows("publication view")
}

// step runs commands one by one and looks at each frame for what only the full figures say.
func (d *driver) step(first tea.Cmd, l *tui.Loaded) {
	d.Helper()
	d.offer(l)
	for waiting := []tea.Cmd{first}; len(waiting) > 0; {
		next := waiting[0]
		if waiting = waiting[1:]; next == nil {
			continue
		}
		msg := next()
		if batch, is := msg.(tea.BatchMsg); is {
			waiting = append(waiting, batch...)
			continue
		}
		_, more := d.m.Update(msg)
		waiting = append(waiting, more)
		if frame := d.frame(); inFull.MatchString(frame) {
			d.Errorf("after %T:\n%s", msg, frame)
		}
	}
}

// TestNothingFullStaysOverThePublicationView: what was opened while the view was worked out
// is closed when it is shown.
func TestNothingFullStaysOverThePublicationView(t *testing.T) {
	for _, keys := range [][]string{{"i"}, {"w"}, {"f"}, {"?"}, {"m"}, {"m", "i"}, {"p", "end", "e"}, {"p", "F"}, {"R"}, {"R", "?"}} {
		l := example(t)
		l.Plan, _ = l.Plan.Add(plan.Action{Text: "Appoint", Indicators: "9", Baseline: "1 of 11 members"})
		d := open(t, l, theme.Full, 120, 40)
		d.keys("9")
		_, slow := d.m.Update(keyPress("P"))
		d.keys(keys...)
		d.run(slow)
		if frame := d.frame(); inFull.MatchString(frame) || strings.Contains(frame, "workforce.csv") {
			t.Errorf("%q:\n%s", keys, frame)
		}
	}
}

// TestHiddenIsSaidOnce: a headline does not say twice that a figure is hidden, a band of which
// nothing is shown says so in words, and where a figure comes from says what its mark means.
func TestHiddenIsSaidOnce(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 40)
	d.keys("P", "9")
	d.shows("HIDDEN▌ This figure is hidden to protect people [c]")
	d.hides("[c]. This")
	d.keys("i")
	d.shows("Board, total: [c] of 11", "[c]: 1 to 4 people, the make-up of fewer than 10 people")
	d.keys("esc", "5", "i")
	d.hides("[c]")

	few := organisation(func(o *model.Organisation) {
		for b, n := range map[model.Band]int{model.Band5: 3, model.Band6: 80, model.Band7: 90} {
			var of model.Tally
			of.Add(model.WhiteGroup, n)
			of.Add(model.BMEGroup, n/2)
			o.Ensure(2023).Workforce[model.Post{Category: model.Clinical, Band: b}] = of
			o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: b}] = of
		}
	})
	d = open(t, few, theme.Full, 80, 24)
	d.keys("P", "1")
	d.shows("Its figures are hidden to protect people [c]. Before: 2023 [c].")
}

// TestMeaningOfTheMarkHasALine: in a window of 80 columns what the mark means takes no line
// that a finding could have.
func TestMeaningOfTheMarkHasALine(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("P")
	for line := range strings.SplitSeq(d.frame(), "\n") {
		if strings.Contains(line, "[c]: of few people") {
			if !strings.Contains(line, "It does not say which.") {
				t.Errorf("%q", line)
			}
			return
		}
	}
	t.Errorf("it is not said what the mark means:\n%s", d.frame())
}
