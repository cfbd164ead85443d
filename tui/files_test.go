package tui_test

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"wres/loaders"
	"wres/loaders/kinds"
	"wres/model/indicator"
	"wres/model/source"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/theme"
)

// folderOf is a folder of extracts as the app gets it.
func folderOf(t testing.TB, files map[string]string) *tui.Loaded {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o, report, err := loaders.Open(context.Background(), fsys, loaders.Options{Folder: "trust"}, nil)
	l := &tui.Loaded{Report: report, Disk: keep.Disk{Plan: examplePlan()}}
	switch {
	case errors.Is(err, loaders.ErrNothingUsable):
		l.Nothing = err
	case err != nil:
		t.Fatal(err)
	}
	l.Results = indicator.Compute(o)
	return l
}

// oddities is a folder with an ethnicity spelt five ways, a file of no kind, one
// with look-alike columns, and a mapping.
var oddities = map[string]string{
	"staff-2024.csv": "Surname,Employee Number,Ethnic Origin,AfC Band,Cost Centre,,Assignment Category\n" +
		"Planted,1,White - British,5,9,x,Fixed\nPlanted,2,Wht Brit,5,9,x,Fixed\nPlanted,3,Wht Brit,6,9,x,Fixed\nPlanted,4,W. Brit,6,9,x,Zero hrs\n" +
		"Planted,5,BRITISH/WHTIE,6,9,x,Fixed\nPlanted,6,White Brit (UK),Exec pay,9,x,Fixed\nPlanted,7,Filipina,7,9,x,Fixed\nPlanted,8,Mr Smith,7,9,x,Fixed\nPlanted,9,White Irish,7,9,x,Bank\n",
	"umfrage.csv":       "Jahr;Herkunft;Zahl;Bemerkung\n2024;White;12;x\n2024;BME;5;y\n",
	"board-2024.csv":    "voting,ethnicity,Head Count,headcount\nyes,White,5,50\n",
	"wres.toml":         "[columns]\n\"Cost Centre\" = \"not used\"\n",
	"wres-mapping.toml": "[labels.ethnicity]\n\"Mostly White\" = \"White\"\n",
}

// TestImportFrames holds what the pages of the screen look like.
func TestImportFrames(t *testing.T) {
	l := folderOf(t, oddities)
	for _, size := range sizes {
		for name, keys := range map[string]string{
			"files": "f", "list": "f down down enter", "picker": "f down down enter enter", "filtered": "f down down enter down enter b r i t",
			"staged": "f down down enter down enter b r i t enter", "unknown": "f down enter enter h e a d enter", "mapped": "f end enter", "suggested": "f down down enter S down space", "lookalike": "f enter down down",
		} {
			t.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], name), func(t *testing.T) {
				d := open(t, l, theme.Full, size[0], size[1])
				d.keys(strings.Fields(keys)...)
				d.fits(size[0], size[1])
				golden.RequireEqual(t, []byte(openTabOnly(trimRight(d.frame()))))
			})
		}
	}
}

// TestImportFitsEveryWindow: every page fills its window, in each character set, with
// whatever a file holds, and nothing of a person is on screen.
func TestImportFitsEveryWindow(t *testing.T) {
	hostile := "a\x1b]52;c;AAAA\x07b\u202Ec\u200Dd\u2028e\x00g\"日本語"
	files := map[string]string{
		"evil\x1b[2J.csv": "year,ethnicity,entered,\"" + strings.ReplaceAll(hostile, `"`, `""`) + "\"\n2024,\"" + strings.ReplaceAll(hostile, `"`, `""`) + "\",3,x\n2024,White,many,x\n",
	}
	for name, text := range oddities {
		files[name] = text
	}
	l := folderOf(t, files)
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		for _, w := range []int{40, 59, 80, 119, 200} {
			for _, h := range []int{12, 14, 20, 60} {
				d := open(t, l, charset, w, h)
				at := ""
				for _, k := range strings.Fields("f ? esc S y enter y 2 0 enter esc y esc end home enter esc esc down down enter S down space end ? esc pgdown up esc esc up enter S ? esc down end up enter esc esc down enter end up enter n o n e x x x esc enter backspace enter esc down enter enter w h i t e enter esc end enter enter end enter s esc esc esc") {
					at += " " + k
					d.keys(k)
					d.fits(w, h)
					frame := d.frame()
					for _, r := range frame {
						if r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || charset == theme.ASCII && r > 0x7e {
							t.Fatalf("%dx%d after%s: %q is on screen", w, h, at, r)
						}
					}
					if strings.Contains(frame, "Planted") || strings.Contains(frame, "Smith") || strings.Contains(d.m.View().Content, "\x1b]52") {
						t.Fatalf("%dx%d after%s:\n%s", w, h, at, frame)
					}
					if t.Failed() {
						t.Fatalf("%dx%d in %s after%s", w, h, charset, at)
					}
				}
			}
		}
	}
}

func TestMapALabel(t *testing.T) {
	l := folderOf(t, oddities)
	d := open(t, l, theme.Full, 100, 40)
	d.shows("2 files are not used", "6 labels are not mapped: press f", "2 files not used: f")
	d.keys("f", "down", "down", "enter")
	d.shows("9 rows read = 9 used + 0 refused", "Wht Brit", "counted as unknown", "not shown", "not read", "about people", "wres.toml", "Exec pay")
	d.keys("enter")
	d.shows(`What does the label "Wht Brit" in ethnicity mean, in every file?`)
	d.write("british q") // letters and spaces are the filter's, b, i, s and q among them
	d.shows("Nothing is called that")
	d.keys("enter") // nothing is chosen
	d.keys("backspace", "backspace", "enter")
	d.shows("→ White British", "1 change not saved")
	if len(d.mapped) != 0 {
		t.Fatal("a choice was saved before it was asked for")
	}
	after := folderOf(t, with(oddities, "wres-mapping.toml", "[labels.ethnicity]\n\"Mostly White\" = \"White\"\n\"Wht Brit\" = \"White British\"\n"))
	d.offer(after)
	d.keys("ctrl+s")
	want := []source.Mapping{{Columns: map[string]string{}, Labels: map[string]map[string]string{"ethnicity": {"Wht Brit": "White British"}}}}
	if diff := cmp.Diff(want, d.mapped); diff != "" {
		t.Error(diff)
	}
	d.shows("1 change saved to wres-mapping.toml", "staff-2024.csv")
	d.hides("Wht Brit ", "not saved")
	d.keys("esc", "end")
	d.shows("2 columns and labels")
	d.keys("esc")
	d.shows("▐0 Overview▌", "5 labels are not mapped")
	if d.m.Unsaved() || d.quit {
		t.Errorf("unsaved %v, quit %v", d.m.Unsaved(), d.quit)
	}
}

// White is chosen for nothing because it stands first: the cursor begins on the meaning
// whose words are nearest, and on none where none is near enough.
func TestThePickerBeginsWithTheNearest(t *testing.T) {
	for label, want := range map[string]string{
		"Wht Brit": "White British", "BRITISH/WHTIE": "White British", "Carribean Black": "Caribbean", "Asain othr": "", "Asain other": "Any other Asian background", "White & Other": "", "Nepalese": "",
		"Non-white or other": "", "Herkunft": "",
	} {
		d := open(t, folderOf(t, map[string]string{"workforce-2024.csv": "ethnicity,headcount\nWhite,10\nBME,5\n" + label + ",7\n"}), theme.Full, 100, 40)
		d.keys("f", "enter", "enter")
		d.shows("What does the label")
		if want == "" {
			d.shows("None is near enough to say")
			d.hides("▸")
		} else {
			d.shows("▸ "+want, "nearest, by")
		}
		d.keys("enter", "s")
		if want == "" && (len(d.mapped) != 0 || !strings.Contains(d.frame(), "Filter: s")) || want != "" && (len(d.mapped) != 1 || d.mapped[0].Labels["ethnicity"][label] != want) {
			t.Errorf("%q: saved %+v\n%s", label, d.mapped, d.frame())
		}
	}
}

// A whole set of suggestions is accepted by one key, but for what was left out: one save,
// and the folder is read once. What is doubtful is not among them.
func TestSuggestionsAreAcceptedAtOnce(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "S")
	d.shows("S suggests meanings on the page of a file")
	d.keys("down", "down", "enter", "S")
	d.shows("Enter accepts 4 of 4 suggestions", "[x]  Wht Brit", "[x]  BRITISH/WHTIE", "[x]  Filipina", "[x]  White Brit (UK)", `"british", "whtie"`)
	d.hides("W. Brit", "Exec pay", "Zero hrs", "Smith", "Planted")
	d.keys("x", "s", "f", "0", "down", "down", "space") // no other key does anything
	d.shows("Enter accepts 3 of 4 suggestions", "[ ]  Filipina", "Left out: space")
	d.keys("?")
	d.shows("Accept and save them")
	d.keys("esc")
	d.shows("[ ]  Filipina")
	if len(d.mapped) != 0 || d.m.Unsaved() {
		t.Fatal("something was chosen before Enter")
	}
	d.keys("esc")
	d.hides("→ White British", "not saved")
	d.keys("S", "down", "down", "space")
	d.offer(folderOf(t, with(oddities, "wres-mapping.toml", "[labels.ethnicity]\n\"Wht Brit\" = \"White British\"\n\"BRITISH/WHTIE\" = \"White British\"\n\"White Brit (UK)\" = \"White British\"\n")))
	d.keys("enter")
	want := []source.Mapping{{Columns: map[string]string{}, Labels: map[string]map[string]string{"ethnicity": {"Wht Brit": "White British", "BRITISH/WHTIE": "White British", "White Brit (UK)": "White British"}}}}
	if diff := cmp.Diff(want, d.mapped); diff != "" {
		t.Error(diff)
	}
	d.shows("3 changes saved to wres-mapping.toml", "Filipina")
	d.hides("Wht Brit ", "not saved")
}

func TestSuggestionsBesideOtherChoices(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter", "enter")
	d.write("irish")
	d.keys("enter", "S")
	d.shows("Enter accepts 3 of 3 suggestions", "What you chose before (1) is saved too.")
	d.hides("[x]  Wht Brit")
	d.keys("space", "down", "space", "down", "space", "enter")
	d.shows("All are left out")
	d.keys("space")
	d.failing = errors.New("the disk is full")
	d.keys("enter")
	d.shows("not saved: the disk is full", "2 changes not saved", "→ White Irish", "→ White British")
	d.failing = nil
	d.keys("s")
	if len(d.mapped) != 1 || len(d.mapped[0].Labels["ethnicity"]) != 2 {
		t.Errorf("saved %+v", d.mapped)
	}
}

// Nothing is suggested where nothing is near, nor in the example, nor for what wres.toml says.
func TestNothingToSuggest(t *testing.T) {
	d := open(t, folderOf(t, map[string]string{"workforce-2024.csv": "ethnicity,headcount,Ethncity,Hedcount\nWhite,10,a,b\nBME,5,a,b\nWhite & Other,7,a,b\nNepalese,3,a,b\n"}), theme.Full, 100, 40)
	d.keys("f", "enter", "S")
	d.shows("nothing here is near enough")
	d = open(t, folderOf(t, map[string]string{"a-2024.csv": "Ethncity,Ethnic Orign,Hedcount\nWhite,White,1\n"}), theme.Full, 100, 40)
	d.keys("enter", "S")
	d.shows("[x]  Hedcount")
	d.hides("[x]  Eth") // two columns cannot both be it
}

// The year of a file that says none is typed on its page, checked, saved at once, and
// taken back by an empty line. Rows that say theirs are never overridden.
func TestTheYearOfAFileIsSetThere(t *testing.T) {
	files := map[string]string{"staff.csv": "ethnicity,headcount\nWhite,12\nBME,5\n", "workforce-2023.csv": "year,ethnicity,headcount\n2023,White,9\n2023,BME,3\n"}
	d := open(t, folderOf(t, files), theme.Full, 100, 40)
	d.keys("f", "y")
	d.shows("y sets the year of a file on its page")
	d.keys("enter")
	d.shows("Files ▸ staff.csv", "or set the year of this file here")
	d.keys("y")
	d.shows(`Of which WRES year are all rows of "staff.csv"?`)
	d.keys("enter")
	d.shows("Type a year")
	d.write("p0q")
	d.keys("enter")
	d.shows("Year: p0q", "That is not a year")
	d.keys("backspace", "backspace", "backspace")
	d.write("Dec 2023")
	d.keys("enter")
	d.shows("a day or month of WRES year 2024")
	d.keys("esc")
	if len(d.mapped) != 0 || d.m.Unsaved() {
		t.Fatal("a year was saved that is none")
	}
	d.keys("y")
	d.write("2021/22")
	set := folderOf(t, with(files, "wres-mapping.toml", "[years]\n\"staff.csv\" = \"2022\"\n"))
	d.offer(set)
	d.keys("enter")
	if len(d.mapped) != 1 || cmp.Diff(map[string]string{"staff.csv": "2022"}, d.mapped[0].Years) != "" {
		t.Fatalf("saved %+v", d.mapped)
	}
	d.shows("1 change saved", "WRES year 2022, as wres-mapping.toml says")
	d.keys("esc", "end")
	d.shows("What you mapped  the year of 1 file")
	d.keys("enter")
	d.shows("year of the file", "staff.csv", "2022")
	d.keys("enter")
	d.shows("Year: 2022", "An empty line takes that back")
	d.keys("backspace", "backspace", "backspace", "backspace", "enter")
	if len(d.mapped) != 2 || cmp.Diff(map[string]string{"staff.csv": ""}, d.mapped[1].Years) != "" {
		t.Errorf("saved %+v", d.mapped)
	}
	d = open(t, set, theme.Full, 100, 40)
	d.keys("f", "down", "enter", "y")
	d.shows("workforce-2023.csv", "its rows say themselves which year they are of")
	d.hides("Of which WRES year")
}

// A heading is near a column unless another column of the file is that already.
func TestTheNearestColumn(t *testing.T) {
	d := open(t, folderOf(t, map[string]string{"umfrage-2024.csv": "Ethnic Orign,Hedcount,Zahl\nWhite,12,x\nBME,5,y\n"}), theme.Full, 100, 40)
	d.keys("enter", "enter") // nothing can be used: the files are open
	d.shows("▸ ethnicity", `nearest, by "ethnic", "orign"`)
	d.keys("enter", "down", "enter")
	d.shows("▸ headcount")
	d.keys("esc", "down", "enter")
	d.shows("None is near enough")
	d = open(t, folderOf(t, map[string]string{"workforce-2024.csv": "ethnicity,headcount,Hedcount\nWhite,12,x\nBME,5,y\n"}), theme.Full, 100, 40)
	d.keys("f", "enter", "down", "down", "enter")
	d.shows("▸ not used (now)")
	d.hides("nearest, by")
}

// with gives the files with one of them changed.
func with(files map[string]string, name, text string) map[string]string {
	changed := map[string]string{name: text}
	for n, t := range files {
		if n != name {
			changed[n] = t
		}
	}
	return changed
}

// TestANameThatNoMappingMends: what is said of a file that is not used for its name is
// not to map its columns.
// A heading may say nothing where the cells do. Names are never among what they say.
func TestTheCellsSayWhatAColumnIs(t *testing.T) {
	rows := "Employee Number,Surname,Grp X,Pay Band\n"
	for i := range 40 {
		rows += fmt.Sprintf("%d,White,%s,%d\n", i+1, []string{"White - British", "White - British", "Indian", "African"}[i%4], 5+i%2)
	}
	d := open(t, folderOf(t, map[string]string{"staff-2024.csv": rows, "workforce-2023.csv": "pay_band,white,bme\n5,90,40\n6,80,30\n"}), theme.Full, 140, 40)
	d.keys("f", "enter", "down", "down")
	d.shows("White British (20), African (10), Indian (10)", "Its first 40 cells read as ethnicity: White British (20)")
	d.hides("White (40)")
	d.keys("enter")
	d.shows("▸ ethnicity", "nearest, by")
	d.keys("esc")
}

func TestANameThatNoMappingMends(t *testing.T) {
	d := open(t, folderOf(t, map[string]string{"HR leavers 2024.csv": "Employee Number,Ethnic Origin,Pay Band\n1,A,5\n",
		"workforce-2024.csv": "year,ethnicity,headcount\n2024,White,12\n"}), theme.Full, 100, 40)
	d.keys("f", "enter")
	d.shows("put staff into the file's name", "rename it, or take it out of the folder")
	d.hides("Say below", "has all that it needs", "say what it is")
}

func TestMapTheColumnsOfAnUnknownFile(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "enter")
	d.shows("Say below what its columns are", "lacks ethnicity")
	for _, word := range []string{"year", "ethnicity", "headcount"} {
		d.keys("enter")
		d.write(word)
		d.keys("enter", "down")
	}
	d.shows("→ year", "→ ethnicity", "→ headcount", "workforce has all that it needs", "3 changes not saved")
	d.keys("u")
	d.shows("lacks headcount", "undone", "2 changes not saved")
	d.keys("up", "enter")
	d.write("headcount")
	d.keys("enter", "s")
	want := map[string]string{"Jahr": "year", "Herkunft": "ethnicity", "Zahl": "headcount"}
	if len(d.mapped) != 1 || cmp.Diff(want, d.mapped[0].Columns) != "" {
		t.Errorf("saved %+v", d.mapped)
	}
}

// To pick what holds already takes a choice back; to forget a mapping is a choice.
func TestTakeAChoiceBack(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter")
	for range 20 {
		if strings.Contains(d.frame(), "employee_number: ") {
			break
		}
		d.keys("down")
	}
	d.keys("enter")
	d.shows(`What is the column "Employee Number", in every file of the folder?`, "employee_number (now)")
	d.write("not used")
	d.keys("enter")
	d.shows("→ not used", "1 change not saved")
	d.keys("enter")
	d.write("employee_number")
	d.keys("enter")
	d.shows("as it was")
	d.hides("→ not used", "not saved")
	d.keys("esc", "end", "enter", "enter", "home")
	d.shows("forget the mapping")
	d.write("forget")
	d.keys("enter")
	d.shows("→ forgotten")
	d.keys("s")
	if len(d.mapped) != 1 || cmp.Diff(map[string]map[string]string{"ethnicity": {"Mostly White": ""}}, d.mapped[0].Labels) != "" {
		t.Errorf("saved %+v", d.mapped)
	}
}

func TestLookAlikeColumnsAreSettled(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "enter")
	d.shows("both taken for headcount", "also column 4", "also column 3")
	d.keys("down", "down", "enter") // the one that holds already, chosen
	d.keys("enter", "s")
	if len(d.mapped) != 1 || d.mapped[0].Columns["Head Count"] != "headcount" {
		t.Errorf("saved %+v", d.mapped)
	}
}

func TestWhatCannotBeMappedSaysWhy(t *testing.T) {
	d := open(t, folderOf(t, with(oddities, "board-2024.csv", "voting,ethnicity,headcount,headcount\nyes,White,5,50\n")), theme.Full, 120, 50)
	d.keys("f", "enter", "down", "down", "enter")
	d.shows("the very same name")
	d.hides("Filter:")
	d.keys("esc", "down", "down", "enter")
	said := map[string]bool{}
	d.shows("Labels that were not recognised")
	for i := range 20 {
		for range i {
			d.keys("down")
		}
		d.keys("enter")
		frame := d.frame()
		for _, why := range []string{"may be about a person", "It needs no mapping", "It says who someone is", "It has no name", "wres.toml says so"} {
			said[why] = said[why] || strings.Contains(frame, why)
		}
		if strings.Contains(frame, "Filter:") {
			d.keys("esc")
		}
		d.keys("home")
	}
	if len(said) != 5 {
		t.Fatal(said)
	}
	for why, ok := range said {
		if !ok {
			t.Errorf("nothing says %q", why)
		}
	}
}

func TestLeavingWithChoicesAsks(t *testing.T) {
	begin := func() *driver {
		d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
		d.keys("f", "down", "down", "enter", "enter")
		d.write("irish")
		d.keys("enter", "esc")
		if !d.m.Unsaved() {
			t.Fatal("a choice counts as saved")
		}
		return d
	}
	d := begin()
	d.keys("esc")
	d.shows("1 change to the mapping is not saved. Throw it away?")
	d.keys("n")
	d.shows("1 change not saved")
	d.keys("q", "y")
	d.shows("▐0 Overview▌")
	d.hides("not saved")
	if len(d.mapped) != 0 || d.m.Unsaved() {
		t.Error("a choice that was thrown away is kept")
	}
	d = begin()
	d.keys("esc", "s")
	if len(d.mapped) != 1 || d.m.Unsaved() {
		t.Errorf("%d saves, unsaved %v", len(d.mapped), d.m.Unsaved())
	}
	d = begin()
	d.keys("ctrl+c")
	d.shows("Quit and lose it?")
	if d.quit {
		t.Fatal("Ctrl+C threw a choice away unasked")
	}
	d.keys("ctrl+c")
	if !d.quit || !d.m.Unsaved() {
		t.Errorf("quit %v, unsaved %v", d.quit, d.m.Unsaved())
	}
	d = begin()
	d.send(tui.TerminatedMsg{Signal: "SIGTERM"})
	if !d.quit || !d.m.Unsaved() {
		t.Errorf("SIGTERM: quit %v, unsaved %v", d.quit, d.m.Unsaved())
	}
}

func TestMappingThatIsNotSavedStaysStaged(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter", "enter")
	d.write("irish")
	d.failing = errors.New("not saved: wres-mapping.toml: the disk is full; make room")
	d.keys("enter", "s")
	d.shows("not saved: wres-mapping.toml: the disk is full", "1 change not saved", "→ White Irish")
	d.failing = nil
	d.keys("s")
	if len(d.mapped) != 1 {
		t.Errorf("%d saves", len(d.mapped))
	}
}

// Nothing is chosen, undone or saved while a save is under way, and the plan is
// locked while the folder is read again.
func TestWhileAMappingIsSaved(t *testing.T) {
	l := folderOf(t, oddities)
	d := open(t, l, theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter", "enter")
	d.write("irish")
	d.keys("enter")
	_, saving := d.m.Update(keyPress("s"))
	d.shows("saving")
	d.keys("u", "s", "enter")
	d.shows("it is being saved", "→ White Irish")
	d.hides("Filter:")
	d.keys("esc", "esc", "esc")
	d.shows("it is being saved", "What you mapped")
	d.events = make(chan tui.LoadEvent, 2)
	_, reading := d.m.Update(saving())
	if len(d.mapped) != 1 {
		t.Fatalf("%d saves", len(d.mapped))
	}
	d.keys("esc", "p", "x")
	d.shows("still being read")
	if len(d.onDisk) != 0 {
		t.Error("the plan was saved while the folder was read")
	}
	d.events <- tui.LoadEvent{Loaded: l}
	close(d.events)
	d.run(reading)
	d.shows("1 change saved to wres-mapping.toml")
}

// A plan that is not on the disk goes first: reading again looks at its file anew.
func TestMappingBesideAnUnsavedPlan(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 160, 40)
	d.failing = errors.New("the disk is full")
	d.keys("p", "x", "n")
	d.failing = nil
	d.keys("f", "down", "down", "enter", "enter")
	d.write("irish")
	d.events = make(chan tui.LoadEvent)
	close(d.events)
	d.keys("enter", "s")
	d.shows("1 change saved to wres-mapping.toml; the plan is not saved yet")
	if len(d.mapped) != 1 || len(d.onDisk) != 0 {
		t.Errorf("%d mappings and %d plans saved", len(d.mapped), len(d.onDisk))
	}
}

// The lines above the first row can be reached in a low window too.
func TestLookAboveTheFirstRow(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 40, 12)
	d.keys("f", "down", "enter")
	d.shows("1  Jahr")
	d.hides("no kind of extract")
	d.keys("up")
	d.shows("no kind of extract")
	d.keys("down")
	d.shows("Herkunft")
}

// A folder that is read again while a picker is open does not change what it asks
// about.
func TestReadingAgainUnderAPicker(t *testing.T) {
	l := folderOf(t, oddities)
	d := open(t, l, theme.Full, 100, 40)
	d.offer(folderOf(t, with(oddities, "wres-mapping.toml", "[labels.ethnicity]\n\"Wht Brit\" = \"White British\"\n")))
	_, reading := d.m.Update(keyPress("r"))
	d.keys("f", "down", "down", "enter", "enter")
	d.shows(`"Wht Brit"`)
	d.run(reading)
	d.write("irish")
	d.keys("enter", "s")
	if len(d.mapped) != 1 || d.mapped[0].Labels["ethnicity"]["Wht Brit"] != "White Irish" {
		t.Errorf("saved %+v", d.mapped)
	}
}

func TestExampleCannotBeMapped(t *testing.T) {
	d := &driver{TB: t}
	d.m = tui.New(tui.Deps{Load: func() <-chan tui.LoadEvent { return d.events }, Deps: keep.Deps{Now: now, Clean: strings.TrimSpace}, CleanLines: strings.TrimSpace, Choices: kinds.Choices()})
	d.send(tea.WindowSizeMsg{Width: 100, Height: 40})
	d.load(example(t))
	d.keys("f", "enter", "enter")
	d.shows("example is read-only")
	d.hides("Filter:")
	d.keys("s")
	d.shows("read-only")
	d.keys("esc", "f")
	d.shows("[0 Overview]", "1,863 staff")
}

// A folder without a usable figure opens on its files; until that is mended it is
// the app's error.
func TestNothingUsableOpensOnTheFiles(t *testing.T) {
	l := folderOf(t, map[string]string{"umfrage.csv": oddities["umfrage.csv"]})
	d := open(t, l, theme.Full, 100, 30)
	d.shows("umfrage.csv", "not used", "no figures yet")
	if !errors.Is(d.m.Err(), loaders.ErrNothingUsable) {
		t.Errorf("error %v", d.m.Err())
	}
	d.keys("esc")
	for _, k := range tui.PanelKeys() {
		d.open(k)
		d.fits(100, 30)
	}
	d.keys("f", "enter", "enter")
	d.write("year")
	d.offer(folderOf(t, with(map[string]string{"umfrage.csv": oddities["umfrage.csv"]}, "wres-mapping.toml", "[columns]\nJahr = \"year\"\nHerkunft = \"ethnicity\"\nZahl = \"headcount\"\n")))
	d.keys("enter", "s")
	d.shows("Workforce. 2 rows read = 2 used + 0 refused")
	if d.m.Err() != nil {
		t.Errorf("mended, and the error is %v", d.m.Err())
	}
	d.keys("esc", "esc", "0")
	d.shows("17 staff")
}

func TestHelpOverTheFiles(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter", "?")
	d.shows("Row above", "Undo", "Save")
	d.keys("esc")
	d.shows("Labels that were not recognised")
}

func TestFilesFollowTheBackground(t *testing.T) {
	light := tea.BackgroundColorMsg{Color: color.White}
	before, after := open(t, folderOf(t, oddities), theme.Full, 100, 40), open(t, folderOf(t, oddities), theme.Full, 100, 40)
	before.keys("f")
	before.send(light)
	after.send(light)
	after.keys("f")
	if before.m.View().Content != after.m.View().Content {
		t.Error("the files keep the colours of another background")
	}
}

func TestPickerOffersWhatIsLackingFirst(t *testing.T) {
	d := open(t, folderOf(t, with(oddities, "wide-2024.csv", "pay_band,White,BME\n5,1,2\n")), theme.Full, 100, 40)
	d.keys("f", "down", "enter", "enter")
	d.shows("  ethnicity", "workforce lacks it", "None is near enough")
	d.hides("▸ ethnicity")
	d.send(tea.PasteMsg{Content: "eth\x1b[2J\u202e"})
	d.shows("Filter: eth<U+001B>[2J<U+202E>")
	d.keys("esc", "esc", "home", "down", "down", "enter", "down", "down", "enter") // wide-2024.csv, below its error the second column
	d.shows(`What is the column "White"`, "white (now)")
}

// Random keys on the screen of files: no panic, every frame fits, and nothing is
// saved that was not chosen.
func TestImportMonkey(t *testing.T) {
	runs := uint64(60)
	if testing.Short() {
		runs = 10
	}
	l := folderOf(t, oddities)
	for seed := range runs {
		monkey(t, l, seed, "f", "down", "down", "enter", "enter")
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func BenchmarkImportKeyToFrame200x60(b *testing.B) {
	d := open(b, folderOf(b, oddities), theme.Full, 200, 60)
	d.keys("f", "down", "down", "enter")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d.m.Update(keyPress([]string{"down", "up"}[i%2]))
		_ = ansi.StringWidth(d.m.View().Content)
	}
}
