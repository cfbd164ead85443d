package tui_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"wres/model/plan"
	"wres/model/source"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/theme"
)

var sizes = [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}}

// TestFrames holds what every panel looks like at four sizes. The overview is held with
// the tabs of all, the others with the key of their own, so that a panel more changes the
// frames of the overview, which lists it, and no other.
func TestFrames(t *testing.T) {
	l := example(t)
	for _, size := range sizes {
		for _, k := range tui.PanelKeys() {
			t.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], k), func(t *testing.T) {
				d := open(t, l, theme.Full, size[0], size[1])
				d.open(k)
				d.fits(size[0], size[1])
				frame := trimRight(d.frame())
				if k != "0" {
					frame = openTabOnly(frame)
				}
				golden.RequireEqual(t, []byte(frame))
			})
		}
	}
}

// TestBandFrames holds every view of panel 1 in each character set: what a picture says must
// not hang on colour, nor on a sign that a terminal may lack.
func TestBandFrames(t *testing.T) {
	l := example(t)
	for _, charset := range []theme.Charset{theme.Full, theme.Basic, theme.ASCII} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", charset, size[0], size[1]), func(t *testing.T) {
				var all strings.Builder
				for _, keys := range []string{"", "c", "cc", "h", "b", "bc", "v", "vc", "g"} {
					d := open(t, l, charset, size[0], size[1])
					d.open("1")
					d.keys(strings.Split(keys, "")...)
					if size[1] > 20 || keys == "" {
						d.keys("down")
					}
					d.fits(size[0], size[1])
					lines := strings.Split(trimRight(d.frame()), "\n")
					fmt.Fprintf(&all, "== keys %q\n%s\n", keys, strings.Join(lines[2:len(lines)-2], "\n"))
				}
				golden.RequireEqual(t, []byte(all.String()))
			})
		}
	}
}

// openTabOnly leaves out of a frame's second line, the tabs, all but the key of the one
// that is open.
func openTabOnly(frame string) string {
	lines := strings.Split(frame, "\n")
	lines[1] = regexp.MustCompile(`▐[^ ▌]+`).FindString(lines[1]) + "▌"
	return strings.Join(lines, "\n")
}

// A tab that is open is filled in its place: none moves, and none is named otherwise.
func TestTabsStandStill(t *testing.T) {
	l := example(t)
	for _, width := range []int{60, 80, 100, 120, 200} {
		d := open(t, l, theme.Full, width, 24)
		first := ""
		for _, k := range tui.PanelKeys() {
			d.open(k)
			tabs := strings.Split(d.frame(), "\n")[1]
			if n := strings.Count(tabs, "▐"); n != 1 {
				t.Errorf("panel %s at %d fills %d tabs: %s", k, width, n, tabs)
			}
			tabs = strings.NewReplacer("▐", " ", "▌", " ").Replace(tabs)
			if first == "" {
				first = tabs
			}
			if tabs != first {
				t.Errorf("panel %s at %d:\n%s\nand not\n%s", k, width, tabs, first)
			}
		}
	}
}

// The last line lists the keys of the screen first, and goes on with others while there is
// room.
func TestTheLastLineIsFilled(t *testing.T) {
	l := example(t)
	for _, c := range []struct {
		key   string
		width int
		want  []string
	}{
		{"0", 80, []string{"enter open", "a act", "w what if", "n notices", "m meeting", "? keys", "q quit"}},
		{"0", 120, []string{"a start an action", "i where from", "m meeting", "? all keys", "q quit"}},
		{"1", 80, []string{"c years", "h heat", "b v g views", "w what if", "a act", "? keys", "q quit"}},
		{"1", 200, []string{"c years", "h heat map", "v headcount", "i where from", "a start an action", "w what if", "m meeting", "f files"}},
		{"2", 200, []string{"[ year before", "r read again", "esc back"}},
		{"p", 200, []string{"C next plan", "K up", "m meeting"}},
	} {
		d := open(t, l, theme.Full, c.width, 24)
		d.open(c.key)
		lines := strings.Split(d.frame(), "\n")
		footer := lines[len(lines)-1]
		for _, w := range c.want {
			if !strings.Contains(footer, w) {
				t.Errorf("panel %s at %d does not list %q: %s", c.key, c.width, w, footer)
			}
		}
		if n := ansi.StringWidth(strings.TrimRight(footer, " ")); n < c.width-30 {
			t.Errorf("panel %s at %d fills %d cells: %s", c.key, c.width, n, footer)
		}
	}
}

func trimRight(frame string) string {
	lines := strings.Split(frame, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestFrameInColour(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("2")
	golden.RequireEqual(t, []byte(d.m.View().Content))
}

// Every view of every panel fills its window exactly, in each character set.
func TestFitsEveryWindow(t *testing.T) {
	l := example(t)
	views := []string{"", "b", "s", "v", "g", "c", "c", "?", "f"}
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		for _, w := range []int{40, 59, 80, 119, 160, 300} {
			for _, h := range []int{12, 20, 60} {
				d := open(t, l, charset, w, h)
				for _, k := range tui.PanelKeys() {
					d.open(k)
					for _, view := range views {
						if view != "" {
							d.keys(view)
						}
						d.fits(w, h)
						if charset == theme.ASCII {
							onlyASCII(t, d.frame())
						}
						if view == "?" || view == "f" {
							d.keys("esc")
						}
					}
				}
				if t.Failed() {
					t.Fatalf("at %dx%d in %s", w, h, charset)
				}
			}
		}
	}
}

func onlyASCII(t *testing.T, frame string) {
	t.Helper()
	for _, r := range frame {
		if r > 0x7E {
			t.Fatalf("the ASCII frame holds %q", r)
		}
	}
}

func TestWindowTooSmall(t *testing.T) {
	d := open(t, example(t), theme.Full, 39, 12)
	d.shows("too small")
	d.keys("q")
	if !d.quit {
		t.Error("q does not quit")
	}
	for _, size := range [][2]int{{0, 0}, {1, 1}, {2, 3}, {500, 1000}} {
		d := open(t, example(t), theme.Full, size[0], size[1])
		if size[0] > 0 {
			d.fits(size[0], size[1])
		}
	}
}

func TestFirstFrameWaitsForNoFile(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	d.fits(80, 24)
	d.shows("Overview", "Reading")
	for _, k := range tui.PanelKeys() {
		d.open(k)
		d.fits(80, 24)
	}
}

func TestLoading(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	d.events <- tui.LoadEvent{File: "staff\x1b[2J.csv", Done: 1, Total: 3}
	d.events <- tui.LoadEvent{Err: errors.New("no such folder")}
	close(d.events)
	d.run(d.m.Init())
	if !d.quit || d.m.Err() == nil {
		t.Errorf("a folder that cannot be read: quit %v, error %v", d.quit, d.m.Err())
	}
}

func TestReloadKeepsThePanelAndTheYear(t *testing.T) {
	l := example(t)
	d := open(t, l, theme.Full, 100, 40)
	d.keys("2", "[")
	d.shows("31 March 2023")
	d.events = make(chan tui.LoadEvent, 4)
	d.events <- tui.LoadEvent{Loaded: l}
	close(d.events)
	d.keys("r")
	d.shows("31 March 2023", "read again", "355 of 1,052")
	d.events = make(chan tui.LoadEvent, 4)
	d.events <- tui.LoadEvent{Err: errors.New("gone")}
	close(d.events)
	d.keys("r")
	d.shows("not read again: f says why")
	if d.quit {
		t.Error("a failed second reading ends the app")
	}
}

func TestYearsAndPanels(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.shows("31 March 2024", "1,863 staff", "97.9%", "20.4%", "2.45", "withheld", "not collected")
	d.keys("[", "[", "[", "[")
	d.shows("31 March 2022", "2,125 staff")
	d.keys("]")
	d.shows("31 March 2023")
	d.keys("]", "]", "enter")
	d.shows("144 of 427", "▐2 Appt")
	d.keys("tab")
	d.shows("▐3 Disc", "withheld", "Fewer than five")
	d.keys("shift+tab", "shift+tab")
	d.shows("▐1 Bands▌", "illustrative")
	d.keys("esc")
	d.shows("▐0 Overview▌")
}

func TestHelpListsTheKeysThatWork(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 60)
	d.keys("1", "?")
	d.shows("clusters", "All keys", "Quit")
	d.keys("?") // which closes what it opened
	d.hides("All keys")
	d.keys("?")
	d.write("heat")
	d.keys("enter") // runs the line
	d.shows("heat map")
	d.keys("1", "h")
	d.shows("▐1 Bands▌", "whole workforce")
}

// End and Home go to the ends of whatever scrolls: a panel, where its figure comes from,
// and the help.
// At 80 columns and 24 lines the whole chart of a panel is on the first screen, with the
// year's verdict above it and what is said of the row under the cursor below.
func TestWholeChartOnTheFirstScreen(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	for key, want := range map[string][]string{
		"2": {"▐CLEAR▌", "144 of 427", "51 of 371", "3 of 22", "2022  ", "England 1.54", "England 1.59", "North West 2.01", "White more likely ▸", "─ 2024 ▐CLEAR▌ "},
		"5": {"▐NOT CLEAR▌", "5.6%", "6.5%", "10.2%", "0.9 points lower", "higher among ED: worse for ED ▸", "─ 2024 ▐NOT CLEAR▌ "},
		"6": {"▐CANNOT BE TOLD▌", "England 24.9%", "England 20.7%", "4.9 points lower", "higher among ED: worse for ED ▸"},
		"9": {"▐CANNOT BE TOLD▌", "0 of 8", "1 of 15", "1 of 11", "England 16.5%", "│ share of the workforce", "One more ethnically diverse member"},
		"3": {"▕NO FIGURES▏", "Fewer than five processes began in the year", "2022 not supplied", "2024 withheld"},
	} {
		d.keys(key)
		d.shows(want...)
		d.hides("\n pgdn more") // beside a title it is of what stands behind
	}
}

func TestEndAndHomeOfWhatScrolls(t *testing.T) {
	for _, keys := range [][]string{{"1"}, {"2"}, {"5"}, {"9"}, {"2", "i"}} {
		d := open(t, example(t), theme.Full, 40, 12)
		d.keys(keys...)
		d.shows("pgdn more")
		d.keys("home") // where a cursor begins on the selected year
		top := d.frame()
		d.keys("end")
		if keys[0] == "1" { // where the last row is not the end of the page
			d.keys("end")
		}
		d.hides("pgdn more")
		if d.keys("home"); d.frame() != top {
			t.Errorf("%q: Home does not lead back to the top:\n%s", keys, d.frame())
		}
	}
}

func TestFilesAndProblems(t *testing.T) {
	l := example(t)
	l.Report.Problems = []source.Problem{{File: "survey.csv", Line: 7, Column: 3, Severity: source.Error, Message: "percentage is over 100"}}
	d := open(t, l, theme.Full, 100, 60)
	d.shows("1 part of the extracts could not be used")
	d.keys("f")
	d.shows("1 error", "workforce.csv", "▸ survey.csv", "0  1 error", "error: line 7") // what is to be checked stands first
	d.hides("▐0 Overview▌")
	d.keys("enter")
	d.shows("survey.csv", "line 7, column 3: percentage is over 100", "percentage", "its name")
}

func TestWriteAnActionFromAFigure(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("2", "a")
	d.shows("New action", "2.45")
	d.write("Review shortlisting, q0p?[]x")
	d.shows("Review shortlisting, q0p?[]x", "not in the plan yet")
	d.keys("ctrl+s")
	d.shows("saved 10:42", "action 4 added")
	if len(d.onDisk) != 1 {
		t.Fatalf("%d saves", len(d.onDisk))
	}
	a := d.onDisk[0].Actions()[3]
	if a.Text != "Review shortlisting, q0p?[]x" || a.Indicators != "2" || !strings.Contains(a.Baseline, "2.45") || !strings.Contains(a.Baseline, "2024") {
		t.Errorf("saved %+v", a)
	}
	d.shows("2 actions")
}

func TestEditKeepsWhatWasNotTouched(t *testing.T) {
	l := example(t)
	raw := "tab\there, \u202Ebidi and \x1b[31mcolour"
	l.Plan = plan.New([]string{"mine"}, []plan.Action{{ID: "A-0001", Number: "1", Text: "one", Lead: raw, Extra: []string{"kept"}}})
	d := open(t, l, theme.Full, 100, 40)
	d.keys("p", "enter")
	d.shows("Action 1", "<U+202E>", "<U+001B>")
	d.keys("end")
	d.write(" more")
	d.keys("ctrl+s")
	a := d.onDisk[0].Actions()[0]
	if a.Text != "one more" || a.Lead != raw || a.Extra[0] != "kept" {
		t.Errorf("saved %+v", a)
	}
}

func TestDeleteIsAskedAndUndone(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "o", "home", "down", "d")
	d.shows("Delete action 2")
	d.keys("n")
	if len(d.onDisk) != 0 {
		t.Fatal("no is taken for yes")
	}
	d.keys("d", "y")
	if d.onDisk[0].Len() != 2 {
		t.Fatalf("%d actions after deleting one of three", d.onDisk[0].Len())
	}
	d.keys("u")
	d.shows("Tell staff", "undone")
	d.keys("ctrl+r")
	d.hides("Tell staff")
	if n := d.onDisk[len(d.onDisk)-1].Len(); n != 2 {
		t.Errorf("the last save has %d actions", n)
	}
	d.keys("u", "u")
	d.shows("nothing to undo")
}

func TestDone(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "o", "home", "x")
	if a := d.onDisk[0].Actions()[0]; !a.Done() {
		t.Errorf("status %q", a.Status)
	}
	d.keys("x")
	if a := d.onDisk[1].Actions()[0]; a.Done() {
		t.Errorf("status %q", a.Status)
	}
}

func TestLeavingTheFormAsks(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a", "esc")
	d.hides("Throw it away")
	d.keys("a")
	d.write("precious")
	d.keys("esc")
	d.shows("Throw it away")
	d.keys("n")
	d.shows("precious", "New action")
	d.keys("esc", "y")
	d.hides("precious")
	if len(d.onDisk) != 0 {
		t.Error("a thrown away text was saved")
	}
}

func TestInterruptWithTextAsks(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.write("precious")
	d.keys("ctrl+c")
	if d.quit {
		t.Fatal("Ctrl+C threw away a text unasked")
	}
	d.shows("precious", "Quit and lose it?")
	if !d.m.Unsaved() {
		t.Error("typed text counts as saved while it is asked about")
	}
	d.keys("ctrl+c")
	if !d.quit || !errors.Is(d.m.Err(), tui.ErrInterrupted) {
		t.Errorf("second Ctrl+C: quit %v, error %v", d.quit, d.m.Err())
	}
}

func TestSignals(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.send(tui.TerminatedMsg{Signal: "SIGTERM"})
	if !d.quit || d.m.Unsaved() {
		t.Errorf("SIGTERM with nothing unsaved: quit %v, unsaved %v", d.quit, d.m.Unsaved())
	}
	d = open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.write("precious")
	d.send(tui.TerminatedMsg{Signal: "SIGHUP"})
	if !d.quit || !d.m.Unsaved() {
		t.Errorf("SIGHUP with typed text: quit %v, unsaved %v", d.quit, d.m.Unsaved())
	}
}

func TestFailedSaveIsSaidAndTriedAgain(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.failing = errors.New("not saved: the disk is full; make room")
	d.keys("p", "x")
	d.shows("The plan is not saved: the disk is full; make room.", "try again")
	d.hides("saved 10:42")
	d.keys("n")
	d.shows("not saved: the disk is full", "quit")
	d.keys("q")
	if d.quit {
		t.Fatal("quit with an unsaved plan, unasked")
	}
	d.shows("could not be saved: the disk is full")
	d.keys("n")
	d.failing = nil
	d.keys("ctrl+s")
	d.shows("saved 10:42")
	d.keys("q")
	if !d.quit || d.m.Unsaved() {
		t.Errorf("quit %v, unsaved %v", d.quit, d.m.Unsaved())
	}
}

// What is written before the plan on disk is known would replace it.
func TestPlanIsLockedUntilItIsRead(t *testing.T) {
	d := start(t, theme.Full, 100, 40)
	d.keys("p", "a")
	d.hides("New action")
	d.shows("still being read")
	d.load(example(t))
	d.shows("Promote self-reporting")
	d.keys("a")
	d.shows("New action")
	d.keys("esc")

	// The same holds while the folder is read again.
	l := example(t)
	d.events = make(chan tui.LoadEvent, 4)
	_, reading := d.m.Update(keyPress("r"))
	d.keys("x", "d", "a")
	d.hides("New action", "Delete action")
	if len(d.onDisk) != 0 {
		t.Fatal("a plan was saved while it was being read")
	}
	d.events <- tui.LoadEvent{Loaded: l}
	close(d.events)
	d.run(reading)
	d.keys("x")
	if len(d.onDisk) != 1 {
		t.Errorf("%d saves after the second reading", len(d.onDisk))
	}
}

func TestPlanChangedOutside(t *testing.T) {
	theirs := example(t)
	theirs.Plan = plan.New(nil, []plan.Action{{ID: "A-0009", Number: "9", Text: "Written by someone else"}})
	for _, c := range []struct {
		key    string
		beside int
	}{{"b", 1}, {"t", 0}} {
		d := open(t, example(t), theme.Full, 120, 40)
		d.failing = keep.ErrChangedOutside
		d.keys("p", "o", "home", "x")
		d.shows("changed by another program", "write mine beside it", "take theirs")
		d.keys("esc")
		d.keys("ctrl+s")
		d.shows("write mine beside it")
		d.failing = nil
		d.offer(theirs)
		d.keys(c.key)
		d.shows("Written by someone else")
		d.hides("Promote self-reporting", "not saved")
		if len(d.beside) != c.beside || len(d.onDisk) != 0 || d.m.Unsaved() {
			t.Errorf("%s: %d saves beside, %d over the file, unsaved %v", c.key, len(d.beside), len(d.onDisk), d.m.Unsaved())
		}
		if c.beside == 1 && !d.beside[0].Actions()[0].Done() {
			t.Error("the version beside lacks the edit")
		}
	}
}

func TestSmallWindowKeepsTheForm(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("p", "a")
	d.write("precious")
	d.send(tea.WindowSizeMsg{Width: 30, Height: 8})
	d.shows("Your text is kept")
	d.keys("q", "x")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.shows("precious")
	d.hides("preciousq")
	if d.quit {
		t.Error("q in a small window threw the form away")
	}
}

// One save is under way at a time; what is edited meanwhile is saved after it,
// and quitting waits for both.
func TestEditsWhileSaving(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "o", "home")
	_, first := d.m.Update(keyPress("x"))
	d.keys("down")
	_, second := d.m.Update(keyPress("x"))
	if second != nil {
		t.Fatal("a second save starts beside the first")
	}
	d.shows("saving")
	d.keys("q")
	if d.quit {
		t.Fatal("quits before the plan is saved")
	}
	d.run(first)
	if !d.quit || d.m.Unsaved() || len(d.onDisk) != 2 {
		t.Fatalf("quit %v, unsaved %v, %d saves", d.quit, d.m.Unsaved(), len(d.onDisk))
	}
	for i, a := range d.onDisk[1].Actions()[:2] {
		if !a.Done() {
			t.Errorf("the last save lacks edit %d", i+1)
		}
	}
}

func TestReadOnlyPlan(t *testing.T) {
	l := example(t)
	l.ReadOnly = "the plan could not be understood"
	d := open(t, l, theme.Full, 100, 40)
	d.keys("p", "a")
	d.hides("New action")
	d.keys("x", "d", "y")
	if len(d.onDisk) != 0 {
		t.Error("a plan that is read-only was saved")
	}
	d.shows("The plan cannot be changed: the plan could not be understood", "read-only")
}

// Nothing that a file holds reaches the terminal raw, on any screen.
func TestHostileText(t *testing.T) {
	l := example(t)
	evil := "a\x1b]52;c;AAAA\x07b\x9b2J\u202Ec\u200Dd\u2028e\rf\x00g"
	l.Plan = plan.New(nil, []plan.Action{{ID: "A-0001", Number: evil, Text: evil, Indicators: evil, Deadline: evil, Lead: evil, Status: evil, Progress: evil}})
	for _, size := range sizes {
		d := open(t, l, theme.Full, size[0], size[1])
		for _, keys := range [][]string{{"p"}, {"enter"}, {"esc"}, {"d"}, {"n"}, {"0"}} {
			d.keys(keys...)
			d.fits(size[0], size[1])
			for _, r := range ansi.Strip(d.m.View().Content) {
				if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
					t.Fatalf("%q reaches the screen at %v after %v", r, size, keys)
				}
			}
			if strings.Contains(d.m.View().Content, "\x1b]52") {
				t.Fatal("a clipboard sequence reaches the screen")
			}
		}
	}
}

func TestPasteIsCleaned(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	d.send(tea.PasteMsg{Content: "one\r\ntwo\x1b[2J\u202Ethree"})
	d.keys("ctrl+s")
	if got, want := d.onDisk[0].Actions()[3].Text, "one\ntwo<U+001B>[2J<U+202E>three"; got != want {
		t.Errorf("pasted %q, want %q", got, want)
	}
}

// TestRandomKeysInTheApp: no panic, every frame fits, the text of the
// form is never a command. A failure prints the seed that replays it.
func TestRandomKeysInTheApp(t *testing.T) {
	runs := 60
	if testing.Short() {
		runs = 10
	}
	l := example(t)
	for seed := range uint64(runs) {
		monkey(t, l, seed)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func monkey(t *testing.T, l *tui.Loaded, seed uint64, first ...string) {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("seed %d panics: %v", seed, r)
		}
	}()
	r := rand.New(rand.NewPCG(seed, 1))
	names := []string{"ctrl+s", "ctrl+r", "ctrl+z", "ctrl+u", "ctrl+d", "ctrl+v", "ctrl+k", "f1"}
	for name := range specialKeys {
		names = append(names, name)
	}
	for c := rune('!'); c <= '~'; c++ {
		names = append(names, string(c))
	}
	d := open(t, l, theme.Charset(r.IntN(3)), 80, 24)
	d.keys(first...)
	w, h := 80, 24
	for range 200 {
		switch r.IntN(20) {
		case 0:
			w, h = 1+r.IntN(220), 1+r.IntN(70)
			d.send(tea.WindowSizeMsg{Width: w, Height: h})
		case 1:
			d.send(tea.PasteMsg{Content: "pasted\ntext \x1b[31m é 日本"})
		case 2:
			d.send(tea.BackgroundColorMsg{})
		default:
			d.keys(names[r.IntN(len(names))])
		}
		if !d.quit {
			d.fits(w, h)
		}
		if d.quit || t.Failed() {
			return
		}
	}
}

func BenchmarkFirstFrame200x60(b *testing.B) {
	l := example(b)
	b.ReportAllocs()
	for b.Loop() {
		d := start(b, theme.Full, 200, 60)
		d.load(l)
		_ = d.m.View().Content
	}
}

func BenchmarkKeyToFrame200x60(b *testing.B) {
	views := []struct {
		name string
		keys []string
	}{{"full", nil}, {"publication", []string{"P"}}}
	for _, view := range views {
		for _, k := range tui.PanelKeys() {
			b.Run(view.name+"/"+k, func(b *testing.B) {
				d := open(b, example(b), theme.Full, 200, 60)
				d.keys(view.keys...)
				d.open(k)
				benchKeys(b, d, "down", "up")
			})
		}
		b.Run(view.name+"/year", func(b *testing.B) {
			d := open(b, example(b), theme.Full, 200, 60)
			d.keys(view.keys...)
			d.keys("1")
			benchKeys(b, d, "[", "]")
		})
	}
}

// benchKeys presses two keys in turn, and draws after each.
func benchKeys(b *testing.B, d *driver, keys ...string) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.m.Update(keyPress(keys[i%2]))
		_ = d.m.View().Content
	}
}

// What it would take is read beside the chart, where the window is wide.
func TestWhatIfLeavesTheChartInSight(t *testing.T) {
	for _, width := range []int{80, 120, 160, 200} {
		d := open(t, example(t), theme.Full, width, 40)
		d.keys("2", "w")
		d.shows("what it would take", "Level (1.00)")
		d.fits(width, 40)
		if width >= 120 {
			d.shows("White more likely ▸", "144 of 427")
		} else {
			d.hides("White more likely ▸")
		}
		d.keys("w")
		d.hides("what it would take:")
	}
}
