package tui_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"wres/cmd/wres/typein"
	"wres/loaders"
	"wres/model/indicator"
	"wres/tui"
	"wres/tui/theme"
)

// gridOf is an app on a folder of the disk, with the table of a kind open.
func gridOf(t *testing.T, dir, kind string, width, height int) *driver {
	t.Helper()
	d := start(t, theme.Full, width, height)
	d.typing = typein.Folder{Path: dir}
	d.load(folderOf(t, nil))
	d.keys("e")
	d.write(kind + ":")
	d.keys("enter")
	return d
}

// save saves what is typed, and lets the app read what the folder holds then.
func (d *driver) save() {
	d.Helper()
	fsys := os.DirFS(d.typing.Path)
	d.again = func() *tui.Loaded {
		o, report, err := loaders.Open(context.Background(), fsys, loaders.Options{Folder: "trust"}, nil)
		return &tui.Loaded{Results: indicator.Compute(o), Organisation: o, Report: report, Nothing: err}
	}
	d.keys("ctrl+s")
}

// values are the figures of a folder, as they are shown.
func values(t *testing.T, dir string) (all []string) {
	t.Helper()
	o, report, err := loaders.Open(context.Background(), os.DirFS(dir), loaders.Options{Folder: "trust"}, nil)
	if err != nil {
		t.Fatalf("%v: %+v", err, report.Problems)
	}
	r := indicator.Compute(o)
	l := &tui.Loaded{Results: r, Organisation: o, Report: report}
	d := open(t, l, theme.Full, 120, 60)
	for _, k := range tui.PanelKeys() {
		d.open(k)
		all = append(all, d.frame())
	}
	return all
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func file(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// What is typed and pasted gives the same figures as the same numbers in files.
func TestTypedFiguresAreThoseOfFiles(t *testing.T) {
	typed, written := t.TempDir(), t.TempDir()
	block := "1,115\t25\t2\r\n201\t48\t3\r\n89\t9\t0"
	d := gridOf(t, typed, "workforce", 80, 24)
	d.keys("down", "down") // band 2
	d.send(tea.PasteMsg{Content: block})
	d.shows("pasted 9 cells", "1,115", "1,142")
	d.save()
	d.shows("workforce.csv: 3 rows of 2025 saved")

	d = gridOf(t, typed, "recruitment", 80, 24)
	for _, n := range []string{"427", "371", "12", "144", "51", "3"} {
		d.write(n)
		d.keys("tab")
	}
	d.save()
	d = gridOf(t, typed, "survey", 80, 24)
	for _, row := range [][2]string{{"10.2%", "4.02"}, {"13.3", "8.4"}, {"60", "44.4"}, {"4", "7.2"}} {
		d.write(row[0])
		d.keys("right")
		d.write(row[1])
		d.keys("enter", "left")
	}
	d.save()
	d.shows("survey.csv: 8 rows of 2025 saved")
	d = gridOf(t, typed, "board", 80, 24)
	d.send(tea.PasteMsg{Content: "10\t1\t0\n8\t1\t0\n5\t0\t0\n"})
	d.save()
	d.shows("board.csv: 3 rows of 2025 saved")
	d = gridOf(t, typed, "training", 80, 24)
	d.send(tea.PasteMsg{Content: "900\t70\t4"})
	d.save()

	put(t, written, "workforce.csv", "year,staff_category,pay_band,ethnicity,headcount\n"+
		"2025,non-clinical,2,White,1115\n2025,non-clinical,2,BME,25\n2025,non-clinical,2,Unknown,2\n2025,non-clinical,3,White,201\n2025,non-clinical,3,BME,48\n2025,non-clinical,3,Unknown,3\n2025,non-clinical,4,White,89\n2025,non-clinical,4,BME,9\n2025,non-clinical,4,Unknown,0\n")
	put(t, written, "recruitment.csv", "year,ethnicity,shortlisted,appointed\n2025,White,427,144\n2025,BME,371,51\n2025,Unknown,12,3\n")
	put(t, written, "survey.csv", "year,indicator,ethnicity,percentage\n2025,5,White,10.2%\n2025,5,BME,4.02%\n2025,6,White,13.3\n2025,6,BME,8.4\n2025,7,White,60\n2025,7,BME,44.4\n2025,8,White,4\n2025,8,BME,7.2\n")
	put(t, written, "board.csv", "year,voting,executive,ethnicity,headcount\n2025,,,White,10\n2025,,,BME,1\n2025,,,Unknown,0\n2025,yes,,White,8\n2025,yes,,BME,1\n2025,yes,,Unknown,0\n2025,,yes,White,5\n2025,,yes,BME,0\n2025,,yes,Unknown,0\n")
	put(t, written, "training.csv", "year,ethnicity,accessed\n2025,White,900\n2025,BME,70\n2025,Unknown,4\n")
	if diff := cmp.Diff(values(t, written), values(t, typed)); diff != "" {
		t.Error(diff)
	}
	if text := file(t, typed, "training.csv"); text != "\ufeffyear,White,BME,Unknown\r\n2025,900,70,4\r\n" {
		t.Errorf("the file holds %q", text)
	}
}

// The figures that were saved are in the table when it is opened again, are changed there, and
// stand beside those of another year.
func TestTypedFiguresAreReadBack(t *testing.T) {
	dir := t.TempDir()
	d := gridOf(t, dir, "board", 80, 24)
	d.write("10")
	d.keys("tab")
	d.write("1")
	d.save()
	d = gridOf(t, dir, "board", 80, 24)
	d.shows("board.csv, WRES year 2025", "[       10]")
	d.write("11")
	d.save()
	d = gridOf(t, dir, "board", 80, 24)
	d.keys("[")
	d.shows("board.csv, WRES year 2024")
	d.hides("11")
	d.write("9")
	d.keys("]", "[")
	d.shows("2024", "[        9]") // typed figures go with the year
	d.save()
	if text, want := file(t, dir, "board.csv"), "\ufeffyear,voting,executive,White,BME,Unknown\r\n2025,,,11,1,\r\n2024,,,9,,\r\n"; text != want {
		t.Errorf("the file holds %q, want %q", text, want)
	}
	d = gridOf(t, dir, "board", 80, 24)
	d.keys("[", "[") // 2023 has none
	d.write("7")
	d.keys("]")
	d.save()
	d.shows("board.csv has figures of 2024", "already")
	d.keys("[")
	d.save()
	d.shows("board.csv: 1 row of 2023 saved")
}

// after opens the table of a kind in an app that was started again on the same folder, with the
// figures that the one before it left.
func (d *driver) after(kind string, keys ...string) *driver {
	d.Helper()
	again := start(d.TB, theme.Full, 80, 24)
	again.typing, again.drafts.onDisk = d.typing, d.drafts.onDisk
	again.load(folderOf(d.TB.(*testing.T), nil))
	again.keys("e")
	again.write(kind + ":")
	again.keys("enter")
	again.keys(keys...)
	return again
}

// What was typed and not saved when the app ended is offered with the table, in its own year,
// and is taken up as it was typed; saved, it is offered no more.
func TestTypedFiguresComeBack(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2024,1,2,3\r\n")
	d := gridOf(t, dir, "training", 80, 24)
	d.keys("[")
	for _, text := range []string{"1,115", "3x", "4"} {
		d.write(text)
		d.keys("tab")
	}
	d.shows("2024, not saved", "is kept as you go")
	before := d.drafts.onDisk["training"]
	d = d.after("training")
	d.shows("Figures of 2024 typed on "+now().Local().Format("2 January 2006")+" at ", "3 cells", "Take them up?", "decide later")
	d.hides("other figures")
	d.keys("n")
	d.hides("Take them up?", "not saved")
	d.write("9") // it is in the way of typing until it is decided
	d.shows("Take them up?")
	d.send(tea.PasteMsg{Content: "9\t9"})
	d.keys("esc", "esc")
	d.hides("training.csv, WRES year")
	if d.m.Unsaved() || !before.At.Equal(d.drafts.onDisk["training"].At) || len(d.drafts.onDisk) != 1 {
		t.Errorf("left for later, %+v is kept", d.drafts.onDisk)
	}
	d = d.after("board") // another kind has its own
	d.hides("Take them up?")
	d.write("7")
	d = d.after("training", "t")
	d.shows("training.csv, WRES year 2024, not saved", "[    1,115]", "!3x", "4", "taken up")
	if diff := cmp.Diff(before.Typed, d.drafts.onDisk["training"].Typed); diff != "" {
		t.Error(diff)
	}
	d.keys("tab", "2", "2")
	d.save()
	d.shows("training.csv: 1 row of 2024 saved")
	if got, want := file(t, dir, "training.csv"), "\ufeffyear,White,BME,Unknown\r\n2024,1115,22,4\r\n"; got != want {
		t.Errorf("the file holds %q, want %q", got, want)
	}
	d = d.after("training")
	d.hides("Take them up?")
	d = d.after("board", "y")
	d.shows("board.csv, WRES year 2025", "[         ]", "thrown away")
	if len(d.drafts.onDisk) != 0 {
		t.Errorf("%+v is kept", d.drafts.onDisk)
	}
}

// What the user chose to lose is offered no more, in whichever way it was; what was undone
// neither.
func TestTypedFiguresAreLetGo(t *testing.T) {
	for name, keys := range map[string][]string{"left": {"esc", "y"}, "quit": {"ctrl+c", "y"}, "undone": {"ctrl+z"}, "saved": {"ctrl+s"}} {
		d := gridOf(t, t.TempDir(), "training", 80, 24)
		d.again = func() *tui.Loaded { return folderOf(t, nil) }
		late := d.slowly("5") // that it is on the disk is heard at the end
		if len(d.drafts.onDisk) != 1 {
			t.Errorf("%s: %+v is kept", name, d.drafts.onDisk)
		}
		d.keys(keys...)
		d.run(late)
		if len(d.drafts.onDisk) != 0 {
			t.Errorf("%s: %+v is kept", name, d.drafts.onDisk)
		}
	}
}

// Figures that were saved before the crash are not offered, and those of a year that the file
// has others of since say so, and take their place when they are saved.
func TestTypedFiguresAreHeldAgainstTheFile(t *testing.T) {
	dir := t.TempDir()
	d := gridOf(t, dir, "training", 80, 24)
	d.write("1,115")
	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2025,1115,,\r\n")
	d = d.after("training")
	d.hides("Take them up?")
	d.shows("[     1115]")
	if len(d.drafts.onDisk) != 0 {
		t.Errorf("%+v is kept", d.drafts.onDisk)
	}
	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2025,8,,\r\n")
	d = gridOf(t, dir, "training", 80, 24)
	d.write("9")
	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2025,7,,\r\n")
	d = d.after("training")
	d.shows("training.csv has other figures of 2025 since")
	d.keys("t")
	d.save()
	d.shows("training.csv: 1 row of 2025 saved")
	if got, want := file(t, dir, "training.csv"), "\ufeffyear,White,BME,Unknown\r\n2025,9,,\r\n"; got != want {
		t.Errorf("the file holds %q, want %q", got, want)
	}
}

// That nothing keeps what is typed is said as long as it is so, at each size.
func TestFiguresThatAreNotKept(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		d := gridOf(t, t.TempDir(), "training", size[0], size[1])
		d.drafts.full = errors.New("the disk \x1b[2J is full")
		d.write("5")
		d.shows("What you type is not kept", "the disk")
		d.hides("is kept as you go")
		d.fits(size[0], size[1])
		d.keys("tab")
		d.shows("What you type is not kept")
		if d.m.Kept() || !d.m.Unsaved() {
			t.Error("it counts as kept")
		}
		d.drafts.full = nil
		d.write("6")
		d.hides("What you type is not kept")
		if !d.m.Kept() {
			t.Error("once there is room it is not kept")
		}
	}
	d := gridOf(t, t.TempDir(), "training", 80, 24)
	d.drafts.unread = errors.New("it cannot be read")
	d = func() *driver { // the next app
		again := start(t, theme.Full, 80, 24)
		again.typing, again.drafts.unread = d.typing, d.drafts.unread
		again.load(folderOf(t, nil))
		again.keys("e")
		again.write("training:")
		again.keys("enter")
		return again
	}()
	d.shows("training.csv, WRES year 2025", "it cannot be read")
}

// slowly presses a key whose command has not answered yet, and gives that.
func (d *driver) slowly(name string) tea.Cmd {
	_, cmd := d.m.Update(keyPress(name))
	return cmd
}

// What is in no file is said all the while, at each size, and every way out asks first.
func TestNothingTypedIsLostUnasked(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		d := gridOf(t, t.TempDir(), "workforce", size[0], size[1])
		d.hides("not saved")
		d.write("5")
		d.shows(", not saved")
		d.keys("pgdown")
		d.shows(", not saved")
		d.fits(size[0], size[1])
		d.keys("ctrl+z")
		d.hides("not saved")
	}
	dir := t.TempDir()
	d := gridOf(t, dir, "training", 80, 24)
	d.write("5")
	for way, asks := range map[string]string{"esc": "Throw it away?", "ctrl+c": "Quit and lose it?"} {
		for _, no := range []string{"n", "esc", "enter", "q"} {
			d.keys(way)
			d.shows("What you typed is in no file yet. " + asks)
			d.keys(no)
			d.shows("training.csv, WRES year 2025, not saved", "5")
			d.hides("in no file")
		}
	}
	d.keys("down", "tab")
	for _, letter := range []string{"q", "O", "p", ":", "?"} { // opens nothing, and quits nothing
		d.keys(letter)
		d.shows("not saved", "[       !"+letter+"]")
		d.keys("backspace")
	}
	d.send(tea.WindowSizeMsg{Width: 10, Height: 3})
	d.keys("q", "esc", "O")
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.shows("training.csv, WRES year 2025, not saved", "5")
	d.keys("f1")
	d.keys("ctrl+c")
	d.shows("Quit and lose it?")
	d.keys("n", "esc")
	d.shows("not saved")
	if d.quit || !d.m.Kept() || !d.m.Unsaved() {
		t.Error("the app ended, or takes what is in the table for saved, or for lost")
	}
	d.save()
	d.shows("training.csv: 1 row of 2025 saved")
	if d.m.Unsaved() {
		t.Error("what was saved is unsaved")
	}
}

// What is typed or pasted before the figures of another year have come goes into those, all of
// it, and nothing of it into the year before.
func TestTypingWaitsForTheYear(t *testing.T) {
	dir := t.TempDir()
	before := "\ufeffyear,White,BME,Unknown\r\n2024,1,2,3\r\n2025,4,5,6\r\n"
	put(t, dir, "training.csv", before)
	d := gridOf(t, dir, "training", 80, 24)
	turned := d.slowly("[")
	d.write("888")
	d.shows("WRES year 2025", "2024 is being read: what you type goes there")
	d.hides("888")
	d.keys("tab")
	d.send(tea.PasteMsg{Content: "7\t9"})
	d.keys("delete", "ctrl+z")
	d.save()
	d.hides("888", "rows of")
	if got := file(t, dir, "training.csv"); got != before {
		t.Errorf("the file holds %q", got)
	}
	d.run(turned)
	d.shows("training.csv: 1 row of 2024 saved")
	if got, want := file(t, dir, "training.csv"), strings.Replace(before, "2024,1,2,3", "2024,888,7,9", 1); got != want {
		t.Errorf("the file holds %q, want %q", got, want)
	}
}

// What waits for a year is asked about like what is typed, goes with a step that comes behind
// it, and into no year where that cannot be read.
func TestTypingThatWaitsIsNotLost(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2024,1,2,3\r\n2025,4,5,6\r\n")
	d := gridOf(t, dir, "training", 80, 24)
	turned := d.slowly("[")
	d.write("888")
	d.keys("esc")
	d.shows("Throw it away?")
	d.keys("s") // to save, once it is there
	d.shows("2024 is being read")
	d.keys("ctrl+c")
	d.shows("Quit and lose it?")
	d.keys("n", "]")
	d.run(turned)
	d.shows("WRES year 2024, not saved", "[      888]", "figures of 2024: save them first")
	d.keys("ctrl+z")
	turned = d.slowly("]")
	put(t, dir, "training.csv", "mine")
	d.write("777")
	d.run(turned)
	d.shows("WRES year 2024", "[        1]", "training.csv holds more", "what was typed meanwhile was left out")
	d.hides("not saved", "777")
	d.keys("esc")
	d.hides("WRES year")

	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2024,1,2,3\r\n2025,4,5,6\r\n")
	d = gridOf(t, dir, "training", 80, 24)
	turned = d.slowly("[")
	d.write("888")
	d.keys("ctrl+s", "esc", "y")
	d.run(turned)
	d.hides("WRES year", "saved")
	if text := file(t, dir, "training.csv"); strings.Contains(text, "888") {
		t.Errorf("what was thrown away is saved: %q", text)
	}
	if d.quit {
		t.Error("the app ended")
	}
}

// The year that was asked for last is shown, whatever answers first, and none after Esc.
func TestTheLastYearAskedForIsShown(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "training.csv", "\ufeffyear,White,BME,Unknown\r\n2023,11,2,3\r\n2024,12,2,3\r\n2025,13,5,6\r\n")
	d := gridOf(t, dir, "training", 80, 24)
	first, second := d.slowly("["), d.slowly("[")
	d.run(second)
	d.shows("WRES year 2023", "[       11]")
	d.hides("being read")
	d.run(first)
	d.shows("WRES year 2023", "[       11]")
	first, second = d.slowly("]"), d.slowly("]")
	d.run(first)
	d.write("888")
	d.hides("888")
	d.run(second)
	d.shows("WRES year 2025", "[      888]")
	d.keys("ctrl+z")
	late := d.slowly("[")
	d.keys("esc")
	d.run(late)
	d.hides("WRES year")
	d.keys("e")
	d.write("training:")
	d.keys("enter")
	d.run(late)
	d.shows("WRES year 2025", "[       13]")
	put(t, dir, "training.csv", "mine")
	d.keys("[")
	d.shows("WRES year 2025", "training.csv holds more")
	d.write("5")
	d.shows("[        5]")
}

// A table that cannot be saved says which cell is wrong, and what stands there.
func TestRefusedSaveNamesTheCell(t *testing.T) {
	d := gridOf(t, t.TempDir(), "training", 80, 24)
	d.keys("tab")
	d.write("3x")
	d.save()
	d.shows(`not saved: row "accessed", BME: "3x" is no count`)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		d = gridOf(t, t.TempDir(), "workforce", size[0], size[1])
		d.keys("pgdown", "down", "tab")
		d.send(tea.PasteMsg{Content: "\x1b[31m1\u202e2"})
		d.keys("pgup")
		d.save()
		d.fits(size[0], size[1])
		d.shows(`not saved: row "1" of clinical, BME:`)
		if raw := d.m.View().Content; strings.Contains(raw, "\x1b[31m1") || strings.Contains(raw, "\u202e") {
			t.Error("a cell reaches the terminal as it was pasted")
		}
	}
}

// The head of a block is left out; what is empty in it leaves the cell as it is.
func TestPastedBlock(t *testing.T) {
	for _, c := range []struct {
		paste string
		want  string // the file, behind its header
		said  []string
	}{
		{"White\tBME\tUnknown\n10\t1\t0\n8\t1\t0", "2025,,,10,1,0\r\n2025,yes,,8,1,0\r\n", []string{"pasted 6 cells", `the head "White, BME, Unknown" was left out`}},
		{"White 2024\t\t\r\n10\t1\t0", "2025,,,10,1,0\r\n", []string{"pasted 3 cells", `"White 2024"`}},
		{"White\n10\n8", "2025,,,10,90,90\r\n2025,yes,,8,,\r\n", []string{"pasted 2 cells", `"White"`}},
		{"10\t\t5\n\t\t\n\t4", "2025,,,10,90,5\r\n2025,,yes,,4,\r\n", []string{"pasted 3 cells"}},
		{"\t\n\t5", "2025,,,90,90,90\r\n2025,yes,,,5,\r\n", []string{"pasted 1 cell"}},
		{"\t\n\t", "2025,,,90,90,90\r\n", []string{"nothing was pasted"}},
		{"White\tBME", "2025,,,90,90,90\r\n", []string{"nothing was pasted", `"White, BME"`}},
		{"10\t\t\t\t\n", "2025,,,10,90,90\r\n", []string{"pasted 1 cell"}},
		{"\x1b[31mWhite\u202e" + strings.Repeat("w", 200) + "\n10", "2025,,,10,90,90\r\n", []string{"pasted 1 cell", `the head "<U+001B>[31mWhite<U+202E>w`}},
	} {
		dir := t.TempDir()
		d := gridOf(t, dir, "board", 80, 24)
		for range 3 {
			d.write("90")
			d.keys("tab")
		}
		d.keys("home")
		d.send(tea.PasteMsg{Content: c.paste})
		d.shows(c.said...)
		d.hides("no place")
		d.fits(80, 24)
		if raw := d.m.View().Content; strings.Contains(raw, "\x1b[31mW") || strings.Contains(raw, "\u202e") {
			t.Errorf("%q reaches the terminal as it was pasted", c.paste)
		}
		d.save()
		if got := strings.TrimPrefix(file(t, dir, "board.csv"), "\ufeffyear,voting,executive,White,BME,Unknown\r\n"); got != c.want {
			t.Errorf("%q: the file holds %q, want %q", c.paste, got, c.want)
		}
	}
	// What was hidden where the block is from is no head: its rows would move up.
	for _, paste := range []string{"*\t*\t*\n10\t1\t0", "<5\t<5\t<5\n10\t1\t0", "[c]\t[c]\t[c]\n10\t1\t0", "n/a\n10", "-\t-\n10\t1", "suppressed\tsuppressed\n10\t1"} {
		dir := t.TempDir()
		d := gridOf(t, dir, "board", 80, 24)
		d.send(tea.PasteMsg{Content: paste})
		d.hides("left out")
		d.save()
		d.shows("not saved")
	}
}

// No file is written over that holds anything that was not typed.
func TestTypingReplacesNoFile(t *testing.T) {
	for name, text := range map[string]string{
		"another header": "year,ethnicity,accessed\r\n2025,White,900\r\n",
		"another column": "year,White,BME,Unknown,note\r\n2025,1,2,3,mine\r\n",
		"a remark":       "year,White,BME,Unknown\r\n2025,1,2,3\r\nchecked by HR\r\n",
		"a word":         "year,White,BME,Unknown\r\n2025,1,two,3\r\n2024,<5,2,3\r\n2025,1,2,3\r\n",
	} {
		dir := t.TempDir()
		put(t, dir, "training.csv", text)
		d := gridOf(t, dir, "training", 80, 24)
		d.hides("training.csv, WRES year")
		d.shows("training.csv holds more")
		if got := file(t, dir, "training.csv"); got != text {
			t.Errorf("%s: the file holds %q", name, got)
		}
	}
	empty := t.TempDir()
	put(t, empty, "training.csv", "")
	d := gridOf(t, empty, "training", 80, 24)
	d.write("5")
	d.save()
	d.shows("training.csv: 1 row of 2025 saved")
	dir := t.TempDir()
	d = gridOf(t, dir, "training", 80, 24)
	d.write("5")
	put(t, dir, "training.csv", "mine") // meanwhile
	d.save()
	d.shows("not saved: training.csv holds more")
	if got := file(t, dir, "training.csv"); got != "mine" {
		t.Errorf("the file holds %q", got)
	}
}

// What is no number is marked, said, and not saved; undo brings back what there was; Esc asks.
func TestTableKeys(t *testing.T) {
	dir := t.TempDir()
	d := gridOf(t, dir, "training", 80, 24)
	d.write("12")
	d.keys("tab")
	d.write("3x")
	d.save()
	d.shows("is no count", "!3x")
	d.keys("tab", "shift+tab", "backspace", "backspace")
	d.write("3x")
	d.keys("tab")
	d.keys("ctrl+z")
	d.shows("[      !3x]")
	d.keys("ctrl+z", "ctrl+z")
	d.hides("3x", "12")
	d.keys("ctrl+z")
	d.shows("nothing to undo", "[         ]")
	d.write("q") // a letter is no key
	d.shows("[       !q]")
	d.keys("esc")
	d.shows("What you typed is in no file yet. Throw it away?")
	d.keys("n")
	d.shows("[       !q]")
	d.keys("delete", "esc")
	d.shows("Three files give most")
	d.keys("e")
	d.write("training:")
	d.keys("enter")
	d.write("8")
	d.keys("ctrl+c")
	d.shows("in no file yet", "quit and lose it")
	d.keys("n", "esc")
	d.shows("save it")
	d.keys("n")
	d.save()
	d.shows("training.csv: 1 row of 2025 saved")
	if d.quit {
		t.Error("the app ended")
	}
}

// A hostile paste stays in its cells, and clean; the table fits every window.
func TestHostilePaste(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {61, 17}, {80, 24}, {120, 40}, {200, 60}} {
		for _, kind := range []string{"workforce", "recruitment", "survey", "board", "disciplinary", "training"} {
			dir := t.TempDir()
			d := gridOf(t, dir, kind, size[0], size[1])
			d.fits(size[0], size[1])
			d.keys("end")
			d.fits(size[0], size[1])
			d.keys("home")
			d.send(tea.PasteMsg{Content: "\x1b]0;x\x07\t\u202e12\t=HYPERLINK(1)\t" + strings.Repeat("9", 400) + "\n漢字漢字漢字漢字漢字漢字\t\n\t\t\t\t\t\n" + strings.Repeat("1\n", 50)})
			d.fits(size[0], size[1])
			if raw := d.m.View().Content; strings.Contains(raw, "\x1b]0") || strings.Contains(raw, "\u202e") {
				t.Errorf("%s: a cell reaches the terminal as it was pasted", kind)
			}
			d.shows("no place")
			d.save()
			d.shows("not saved")
			if entries, _ := os.ReadDir(dir); len(entries) > 0 {
				t.Errorf("%s: files were written: %v", kind, entries)
			}
		}
	}
}
