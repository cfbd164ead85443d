package tui_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"wres/model/plan"
	"wres/tui"
	"wres/tui/theme"
)

// TestWhatIsTakenMayBePublished takes every panel out of the app while it shows the figures
// in full: what leaves it has none that only the full figures have, and says so, and the
// screen is afterwards what it was.
func TestWhatIsTakenMayBePublished(t *testing.T) {
	for _, on := range tui.PanelKeys() {
		d := open(t, example(t), theme.Full, 120, 40)
		d.open(on)
		d.keys("pgdown") // a place that is to be kept
		before := strings.Join(strings.Split(d.frame(), "\n")[:39], "\n")
		d.keys("y", "Y")
		if now := strings.Join(strings.Split(d.frame(), "\n")[:39], "\n"); now != before {
			t.Errorf("%s: the screen was\n%s\nand is\n%s", on, before, now)
		}
		d.shows("sent to the clipboard, as it may be published")
		d.keys("E")
		d.shows("Written, as it may be published", d.taken.panels[0].Name+".csv", d.taken.panels[0].Name+".svg")
		d.keys("esc")
		if len(d.taken.clipboard) != 2 || len(d.taken.panels) != 1 {
			t.Fatalf("%s: %d texts were sent, and %d panels written", on, len(d.taken.clipboard), len(d.taken.panels))
		}
		out := d.taken.panels[0]
		for what, text := range map[string]string{"the sentence": d.taken.clipboard[0], "the panel": d.taken.clipboard[1], "the drawing": string(out.Drawing)} {
			if found := inFull.FindString(text); found != "" {
				t.Errorf("%s: %s has %q:\n%s", on, what, found, text)
			}
			if !strings.Contains(text, "Publication view") || !strings.Contains(text, "Example data") {
				t.Errorf("%s: %s does not say what it is:\n%s", on, what, text)
			}
		}
		if !out.Results.Publication || out.Key != on || out.Year != 2024 {
			t.Errorf("%+v", out)
		}
		if text := d.taken.clipboard[1]; strings.Contains(text, "\n\n\n") || strings.Contains(text, "►") && strings.Contains(text, "\n ► ") || strings.Contains(text, "action-plan.csv") {
			t.Errorf("%s: lines are empty, or what is of the screen is in\n%s", on, text)
		}
	}
}

// The sentence stands by itself: what it says with its counts, where that is from, and which
// view it is.
func TestSentenceIsTakenWithItsSource(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("2", "y", "1", "down", "y", "p", "y", "m", "y")
	want := []string{
		"Appointed from shortlist, 2024: White applicants were 2.45 times as likely to be appointed from shortlisting as ethnically diverse applicants (95% confidence interval 1.85 to 3.28): 144 of 427 (33.7%) against 51 of 371 (13.7%). The difference is statistically significant in each year from 2022 to 2024. In 2023 the ratio was 1.89: no significant change.\n" +
			"Source: NHS Midlands and Lancashire CSU, WRES indicator 2, recruitment.csv; 1 April 2023 to 31 March 2024.\n" +
			"Publication view: figures that could identify someone are hidden.\n" +
			"Example data, built into the program: not your own organisation's.",
		"Band 3, non-clinical staff, 2024: 48 of 225 are ethnically diverse, 21.3% (95% CI 16.5% to 27.1%); [c] unknown. Before: 2023 20.3% (57/281), 2022 18.5% (51/276). The figures by pay band come with the note “illustrative”.\n" +
			"Source: NHS Midlands and Lancashire CSU, WRES indicator 1, workforce.csv; on 31 March 2024.\nCI: confidence interval.\n",
		"Action 2: Tell staff how inclusive recruitment works. Lead: OD Team. Due: 31 January 2025. Indicators: 2.\n",
		"2 Appointed from shortlist, 2024: White applicants were 2.45 times as likely",
	}
	if len(d.taken.clipboard) != len(want) {
		t.Fatalf("%d texts were sent: %q", len(d.taken.clipboard), d.taken.clipboard)
	}
	for i, text := range want {
		if !strings.HasPrefix(d.taken.clipboard[i], text) {
			t.Errorf("the text is\n%s\nwant\n%s", d.taken.clipboard[i], text)
		}
	}
	d.shows("sent to the clipboard") // in the last line of the meeting
}

// Where the terminal has no clipboard the text goes into a file, and an error is said.
func TestTakenWithoutAClipboard(t *testing.T) {
	d := open(t, example(t), theme.ASCII, 80, 24)
	d.keys("2", "y")
	d.shows("exports/wres-2024-indicator-2-sentence.txt")
	d.keys("esc", "Y", "esc", "0", "Y", "esc", "p", "Y", "esc")
	for _, name := range []string{"wres-2024-indicator-2-sentence", "wres-2024-indicator-2", "wres-2024-overview", "wres-action-plan"} {
		if d.taken.texts[name] == "" {
			t.Errorf("no file %s was written: %d were", name, len(d.taken.texts))
		}
	}
	if len(d.taken.clipboard) > 0 {
		t.Errorf("sent: %q", d.taken.clipboard)
	}
	d.keys("0")
	d.taken.failing = errors.New("no room\x1b[2J")
	for _, k := range []string{"y", "Y", "E"} {
		d.keys(k)
		d.shows("not written: no room")
		if strings.Contains(d.m.View().Content, "\x1b[2J") {
			t.Error("an error reaches the screen as it is")
		}
	}
}

// Nothing is taken out before there is something, nor of what is no longer on the screen.
func TestNothingToTake(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	d.keys("y", "Y", "E")
	d.shows("there are no figures to take out")
	d.load(example(t))
	d.keys("?", "y", "esc")
	if len(d.taken.clipboard)+len(d.taken.panels) > 0 {
		t.Errorf("taken: %q, %d panels", d.taken.clipboard, len(d.taken.panels))
	}
	_, working := d.m.Update(keyPress("y"))
	d.keys("2") // before what may be published is worked out
	d.run(working)
	if len(d.taken.clipboard) > 0 {
		t.Errorf("sent from another panel: %q", d.taken.clipboard)
	}
}

// A page of the meeting that lists several findings says that it has no one sentence.
func TestNoOneSentenceInTheMeeting(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("m", "right", "y")
	d.shows("2 of 4", "there is no one sentence here to take out")
}

// What may not be published is not taken, nor the neighbour that stands in its place there; and
// the reader stays where he was.
func TestWhatIsHiddenIsNotTaken(t *testing.T) {
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Recruit", Evidence: "9 2024 board-workforce -11.31 points 1/11 20.4%", Baseline: "9.1% in 2024"},
		{ID: "A-0002", Number: "2", Text: "Train"},
	})
	few := folderOf(t, map[string]string{
		"recruitment.csv":  "year,ethnicity,shortlisted,appointed\n2024,White,1527,544\n2024,BME,271,3\n2024,Unknown,20,9\n",
		"disciplinary.csv": "year,ethnicity,entered\n2024,White,20\n2024,BME,90\n2024,Unknown,9\n",
		"workforce.csv":    "year,staff_category,pay_band,ethnicity,headcount\n2024,non-clinical,5,White,1500\n2024,non-clinical,5,BME,1200\n2024,non-clinical,5,Unknown,90\n",
	})
	d := open(t, few, theme.Full, 100, 30)
	d.keys("m")
	d.shows("2 Appointed from shortlist")
	at := firstLines(d.frame())
	d.keys("y")
	d.shows("may not be published, and nothing was sent")
	if now := firstLines(d.frame()); now != at {
		t.Errorf("the page was\n%s\nand is\n%s", at, now)
	}
	if len(d.taken.clipboard) > 0 {
		t.Errorf("sent: %q", d.taken.clipboard)
	}
	d = open(t, l, theme.Full, 100, 30)
	d.keys("p", "/")
	d.write("9.1%")
	d.keys("enter", "y")
	d.shows("may not be published, and nothing was sent")
	if len(d.taken.clipboard) > 0 {
		t.Errorf("sent: %q", d.taken.clipboard)
	}
}

// Words of the plan that quote what the view hides are taken as they stand, and named.
func TestTakenWordsThatQuote(t *testing.T) {
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Number: "1", Text: "Appoint (One of the 11 members)", Indicators: "9"}})
	d := open(t, l, theme.Full, 120, 40)
	d.keys("p", "y")
	d.shows("its words quote a small number of people")
	d.keys("E")
	d.shows("Look at these first", "says “One of the 11 members”")
	d.keys("esc", "2", "y")
	d.hides("its words quote")
	d.keys("E")
	d.hides("Look at these first")
}

// A long plan is taken whole.
func TestLongPlanIsTakenWhole(t *testing.T) {
	l := example(t)
	var all []plan.Action
	for i := range 600 {
		all = append(all, plan.Action{ID: fmt.Sprintf("A-%04d", i+1), Number: strconv.Itoa(i + 1), Text: fmt.Sprintf("Meet group %d", i+1)})
	}
	l.Plan = plan.New(nil, all)
	d := open(t, l, theme.Full, 100, 30)
	d.keys("p", "Y")
	text := strings.Join(d.taken.clipboard, "") + d.taken.texts["wres-action-plan"]
	for i := range 600 {
		if !strings.Contains(text, fmt.Sprintf("Meet group %d ", i+1)) && !strings.Contains(text, fmt.Sprintf("Meet group %d\n", i+1)) {
			t.Fatalf("action %d is not in a text of %d bytes", i+1, len(text))
		}
	}
	if strings.Contains(text, "pgdn more") {
		t.Error("a word of the screen is in the text")
	}
}
