package tui_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/exp/golden"

	"wres/model"
	"wres/model/indicator"
	notes "wres/model/meeting"
	"wres/tui"
	"wres/tui/theme"
)

// TestMeetingFrames holds every page of the example's meeting.
func TestMeetingFrames(t *testing.T) {
	l := example(t)
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
			t.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], charset), func(t *testing.T) {
				d := open(t, l, charset, size[0], size[1])
				d.notes.onDisk = notes.Notes{{Page: "2", Year: 2024}: "Ask for the campaigns of 2023, and for the bands.", {Page: "plan", Year: 2023}: "Who leads?"}
				d.keys("m")
				var frames strings.Builder
				for range 4 {
					d.fits(size[0], size[1])
					if charset == theme.ASCII {
						onlyASCII(t, d.frame())
					}
					frames.WriteString(trimRight(d.frame()))
					d.keys("space")
				}
				golden.RequireEqual(t, []byte(frames.String()))
			})
		}
	}
}

// Every page fills its window, scrolled to its end too, and shows where there is more.
func TestMeetingFitsEveryWindow(t *testing.T) {
	for _, l := range []*tui.Loaded{example(t), kindsLoaded(t)} {
		for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
			for _, w := range []int{40, 59, 60, 80, 149, 150, 300} {
				for _, h := range []int{12, 15, 16, 24, 60} {
					d := open(t, l, charset, w, h)
					d.keys("m")
					for range 8 {
						d.fits(w, h)
						d.keys("n")
						d.send(tea.PasteMsg{Content: "a note that is longer than one line of a narrow window"})
						d.fits(w, h)
						d.keys("enter", "end")
						d.fits(w, h)
						d.hides("pgdn more")
						d.keys("space")
					}
					if t.Failed() {
						t.Fatalf("at %dx%d in %s", w, h, charset)
					}
				}
			}
		}
	}
}

// What it would take is never shown without saying that it is no forecast.
func TestMeetingNumberHasItsCaveat(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {40, 16}, {60, 20}, {80, 24}, {80, 30}, {120, 40}, {160, 30}, {200, 60}} {
		d := open(t, example(t), theme.Full, size[0], size[1])
		d.keys("m")
		shown := false
		for range 30 {
			frame := strings.Join(strings.Fields(d.frame()), " ")
			if number := strings.Contains(frame, "75 more"); number && !shown && !strings.Contains(frame, "no forecast and") {
				t.Errorf("at %v a number without its caveat:\n%s", size, d.frame())
			} else {
				shown = shown || number
			}
			d.keys("down")
		}
		if !shown {
			t.Errorf("at %v there is no number", size)
		}
	}
}

// m works on every panel, and the end leads back to it.
func TestMeetingBeginsAndEnds(t *testing.T) {
	l := example(t)
	for _, k := range tui.PanelKeys() {
		for _, end := range []string{"esc", "q"} {
			d := open(t, l, theme.Full, 100, 30)
			d.open(k)
			was := d.frame()
			d.keys("m")
			d.shows("1 of 4 · 2 Appointed from shortlist", "space next")
			d.keys("b")
			d.shows("this is the first page", "1 of 4")
			d.keys("right")
			d.shows("2 of 4 · Cannot be told from these figures", "Needs the ethnicity of 14 staff.")
			d.keys("space")
			d.shows("3 of 4 · No figures", "Fewer than five")
			d.keys("left", "space", "space")
			d.shows("4 of 4 · Action plan", "2 months late")
			d.keys("space")
			d.shows("this is the last page", "4 of 4")
			d.keys(end)
			if d.frame() != was || d.quit {
				t.Errorf("from %s, %s: not back:\n%s", k, end, d.frame())
			}
			d.keys("m")
			d.shows("1 of 4")
		}
	}
}

// Enter goes to what is behind a page, and m from there goes on with it.
func TestMeetingEntersThePanel(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 30)
	for turns, panel := range []string{"▐2 ", "▐0 ", "▐0 ", "▐p "} {
		d.keys("0", "m")
		for range turns {
			d.keys("space")
		}
		d.keys("enter")
		d.shows(panel)
		d.keys("m")
		d.shows(fmt.Sprintf("%d of 4", turns+1))
		d.keys("esc")
	}
	d.keys("m", "p")
	d.shows("▐p ")
}

// An action that is begun on a page is written over it, and the page says so then. What
// opens over a page closes to it.
func TestMeetingStartsAnAction(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 30)
	d.keys("m", "i")
	d.shows("Rows")
	d.keys("esc", "w")
	d.shows("what it would take", "forecast and no quota")
	d.keys("w", "?")
	d.shows("All keys", "Into the panel", "Start an action")
	d.keys("esc")
	d.shows("1 of 4")
	d.keys("a")
	d.shows("New action", "2.45")
	d.fits(100, 30)
	d.write("Publish who was shortlisted, m q n")
	d.keys("ctrl+s")
	d.shows("1 of 4", "Publish who was shortlisted, m q n: no day is set")
	d.keys("space", "a") // of no figure
	d.shows("2 of 4")
	d.keys("space", "space")
	d.shows("4 actions")
}

// While a note is typed no letter acts; it is handed over with each letter, and is there
// at the next start.
func TestMeetingNote(t *testing.T) {
	l := example(t)
	for _, end := range []string{"enter", "esc"} {
		d := open(t, l, theme.Full, 80, 24)
		d.keys("m", "n")
		d.write("q pb m?0n]")
		if d.notes.taken < 9 {
			t.Errorf("%d notes were handed over", d.notes.taken)
		}
		d.send(tea.PasteMsg{Content: "\x1b[31mtwo\nlines"})
		d.keys(end)
		d.shows("1 of 4", "q pb m?0n]<U+001B>[31mtwo lines", " kept ")
		d.keys("space")
		d.shows("2 of 4", "none: n writes one")
		again := open(t, l, theme.Full, 80, 24)
		again.notes.onDisk = d.notes.onDisk
		again.keys("m")
		again.shows("q pb m?0n]<U+001B>[31mtwo lines")
		again.keys("n")
		again.send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}) // all before the cursor
		again.keys("enter")
		again.shows("none: n writes one")
		if got := again.notes.onDisk[notes.About{Page: "2", Year: 2024}]; got != "" {
			t.Errorf("the note that was taken away is %q", got)
		}
	}
}

// A note whose finding is gone, in this year or with its year, is on a page behind the
// others, where it is changed and emptied like any other; nothing else of the file is
// touched.
func TestMeetingNoteOfWhatIsGone(t *testing.T) {
	gone, old, other := notes.About{Page: "7", Year: 2024}, notes.About{Page: "2", Year: 2019}, notes.About{Page: "5", Year: 2023}
	d := open(t, example(t), theme.Full, 80, 24)
	d.notes.onDisk = notes.Notes{gone: "ask about grade", old: "of an old year", other: "stays"}
	d.keys("m")
	d.shows("1 of 6")
	d.keys("space", "space", "space", "space")
	d.shows("5 of 6 · A note whose page is gone", "7 Career progression", "ask about grade", " kept ")
	d.keys("n")
	d.write("s")
	d.keys("enter", "space")
	d.shows("6 of 6", "2019", "of an old year")
	d.keys("n")
	d.send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
	d.keys("enter", "esc", "m")
	d.shows("1 of 5")
	if got := d.notes.onDisk; got[gone] != "ask about grades" || got[old] != "" || got[other] != "stays" {
		t.Error(got)
	}
}

// A page whose finding goes while its note is typed: the letters go on to that note.
func TestMeetingNoteIsTypedWhileItsFindingGoes(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("m", "n")
	d.write("first")
	d.load(organisation(func(o *model.Organisation) { o.Ensure(2024) }))
	d.write(" second")
	if got := d.notes.onDisk; len(got) != 1 || got[notes.About{Page: "2", Year: 2024}] != "first second" {
		t.Error(got)
	}
	d.shows("first second", "A note whose page is gone")
}

func TestMeetingNoteTooLong(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	long := strings.Repeat("long ", 500)
	d.notes.onDisk = notes.Notes{{Page: "2", Year: 2024}: long + "as it was"}
	d.keys("m", "n")
	d.write("x")
	d.shows("a note holds 2,000 characters")
	d.keys("backspace", "enter", "space", "n")
	d.send(tea.PasteMsg{Content: strings.Repeat("x", 2001)})
	d.shows("a note holds 2,000 characters")
	if got := d.notes.onDisk[notes.About{Page: "2", Year: 2024}]; got != long+"as it wa" || d.notes.taken != 1 {
		t.Errorf("%d notes, %.20q… %d", d.notes.taken, got, len(got))
	}
}

// A folder that takes no note says so where it is typed, the text stays, and is not lost
// without a word.
func TestMeetingNoteNotKept(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.notes.full = errors.New(".wres-notes.json cannot be written: permission denied; ask for leave")
	d.keys("m", "n")
	d.write("kept here")
	d.shows("Not kept: .wres-notes.json cannot be written", "kept here")
	d.hides(" kept ─")
	d.keys("enter", "esc", "q")
	d.shows("A note could not be kept", "Quit and lose it?")
	d.keys("n")
	if d.quit || !d.m.Unsaved() || d.m.Kept() {
		t.Errorf("quit %v, unsaved %v, kept %v", d.quit, d.m.Unsaved(), d.m.Kept())
	}
	d.keys("m")
	d.shows("kept here", "Not kept")
	d.notes.full = nil
	d.keys("n")
	d.write(".")
	d.keys("enter", "esc", "q")
	if !d.quit || d.m.Unsaved() || d.notes.onDisk[notes.About{Page: "2", Year: 2024}] != "kept here." {
		t.Errorf("quit %v, unsaved %v, %v", d.quit, d.m.Unsaved(), d.notes.onDisk)
	}
}

func TestMeetingNotesDamaged(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.notes.unread = errors.New(".wres-notes.json cannot be read: it holds\x1b[2J no notes")
	d.keys("m")
	d.shows("cannot be read: it holds<U+001B>[2J no notes", "not written over")
	d.keys("n")
	d.write("new")
	d.keys("enter")
	d.shows("What could not be read is kept as .wres-notes-unread.json", "new")
	d.hides("cannot be read")
}

// Where another program changed a note that could not be written meanwhile, both texts
// are in it.
func TestMeetingNoteChangedElsewhere(t *testing.T) {
	about := notes.About{Page: "2", Year: 2024}
	d := open(t, example(t), theme.Full, 80, 24)
	d.notes.full = errors.New("another program changed it")
	d.keys("m", "n")
	d.write("mine")
	d.keys("enter", "esc")
	d.notes.full, d.notes.onDisk = nil, notes.Notes{about: "theirs", {Page: "plan", Year: 2024}: "theirs too"}
	d.keys("m")
	d.shows("mine / theirs", " kept ")
	if d.notes.onDisk[about] != "mine / theirs" || len(d.notes.onDisk) != 2 {
		t.Error(d.notes.onDisk)
	}
	d.keys("esc", "m")
	d.shows("mine / theirs")
	d.hides("theirs / ")
}

func organisation(change func(*model.Organisation)) *tui.Loaded {
	o := &model.Organisation{Name: "An\x1b[2J organisation", Settings: model.DefaultSettings()}
	change(o)
	return &tui.Loaded{Results: indicator.Compute(o)}
}

// Where nothing is clear the first page says so; where nothing is known it says that too.
func TestMeetingWithoutFindings(t *testing.T) {
	tally := func(white, bme int) (t model.Tally) {
		t.Add(model.WhiteGroup, white)
		t.Add(model.BMEGroup, bme)
		return t
	}
	few := func(o *model.Organisation) {
		o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: tally(40, 20), Appointed: tally(4, 1)}}
	}
	withheld := func(o *model.Organisation) {
		for _, ind := range indicator.Catalogue() {
			o.Ensure(2024).Statuses[ind.ID] = model.Status{State: model.Withheld, Reason: "too few staff"}
		}
	}
	for what, c := range map[string]struct {
		of    func(*model.Organisation)
		first string
		then  string
	}{
		"nothing clear": {few, "None.", "2 of 4 · Cannot be told"},
		"all withheld":  {withheld, "None can be shown: there are no complete figures.", "2 of 3 · No figures"},
	} {
		t.Run(what, func(t *testing.T) {
			d := open(t, organisation(c.of), theme.Full, 100, 40)
			d.keys("m")
			d.shows("Nothing is clear", c.first, "An<U+001B>[2J organisation")
			d.keys("space")
			d.shows(c.then)
			d.keys("esc", "esc")
			d.shows("▐0 ")
		})
	}
}

// Before anything is loaded, and where nothing could be, m says why there is no meeting.
func TestMeetingWithoutFigures(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	d.keys("m")
	d.shows("the figures are still being read")
	d = open(t, organisation(func(*model.Organisation) {}), theme.Full, 80, 24)
	d.keys("m")
	d.shows("there are no figures to go through: f says why")
}

// A folder in which every kind of extract is answers what the example leaves open.
func TestMeetingOfAllKinds(t *testing.T) {
	d := open(t, kindsLoaded(t), theme.Full, 120, 50)
	if _, err := os.Stat("../testdata/kinds"); err != nil {
		t.Fatal(err)
	}
	d.keys("m")
	for range 10 {
		d.fits(120, 50)
		d.keys("space")
	}
	d.shows("this is the last page")
}

// The last page offers no next one, and the first none before it; what of the plan is late
// is said in the colour of what wants care, in one line.
func TestMeetingOffersWhatThereIs(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("m")
	d.shows("space next")
	d.hides("b back")
	if late := theme.New("", true, theme.Full, colorprofile.TrueColor).Styles.Notice.Render("2 months late"); !strings.Contains(d.m.View().Content, late) {
		t.Errorf("what is late does not stand out:\n%s", d.frame())
	}
	for range 9 {
		d.keys("space")
	}
	d.hides("space next")
	d.shows("b back")
}

// The name of an organisation never stands above example figures without a word of that.
func TestMeetingNamesTheExample(t *testing.T) {
	for _, width := range []int{40, 60, 70, 80, 90, 100, 120} {
		d := open(t, example(t), theme.Full, width, 24)
		d.keys("m")
		for range 4 {
			head, _, _ := strings.Cut(d.frame(), "\n")
			if said := strings.Contains(head, "example"); !said && (width >= 80 || strings.Contains(head, "NHS M")) {
				t.Errorf("at %d columns: %s", width, head)
			}
			d.keys("space")
		}
	}
}
