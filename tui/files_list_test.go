package tui_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"wres/model/source"
	"wres/tui"
	"wres/tui/theme"
)

// reportOf is a folder in words: what the screen of files is given, with no figures
// behind it.
func reportOf(t testing.TB, r source.Report) *tui.Loaded {
	l := folderOf(t, oddities)
	l.Report = r
	return l
}

func people(n int) *int { return &n }

// trouble is a folder with files of every outcome, under names as they are sent.
var trouble = source.Report{
	Files: []source.File{
		{Name: "ESR_workforce_report_staff_in_post_2024-03-31_final_v2.csv", Kind: "staff list", Encoding: "windows-1252", Delimiter: ";", HeaderLine: 3,
			RowsRead: 2018, RowsUsed: 2015, RowsRefused: 3, RowsAside: 2, People: people(1), Excluded: source.Excluded{Bank: 1863, SecondAssignment: 12}, Outcome: source.LoadedWithProblems},
		{Name: "a-survey.csv", Kind: "survey", Encoding: "utf-8", Delimiter: ",", HeaderLine: 1, RowsRead: 16, RowsUsed: 16, Outcome: source.Loaded},
		{Name: "cases.csv", Kind: "disciplinary cases", Encoding: "utf-8", Delimiter: "\t", HeaderLine: 1, RowsRead: 40, RowsUsed: 40, People: people(38), Outcome: source.Loaded},
		{Name: "not-a-table.csv", Kind: "unknown", Outcome: source.Refused, Reason: "it is an Excel workbook; save it as CSV"},
		{Name: "trac.csv", Kind: "applicants", Encoding: "utf-8", Delimiter: ",", HeaderLine: 1, RowsRead: 600, RowsUsed: 600, People: people(313), Outcome: source.Loaded},
		{Name: "zz-notes.csv", Kind: "unknown", Encoding: "utf-8", Delimiter: ",", HeaderLine: 1, RowsRead: 5, RowsRefused: 5, Outcome: source.NotUsed,
			Reason: "no kind of extract has its columns; name them as wres init does, or say what they are in the app with f, or under [columns] in wres.toml"},
	},
	Problems: []source.Problem{
		{File: "ESR_workforce_report_staff_in_post_2024-03-31_final_v2.csv", Line: 9, Column: 2, Severity: source.Error, Message: "no ethnicity"},
	},
}

// What a file was taken for and what became of it is on screen down to the narrowest
// window; at 80 columns its rows are as well, and the file under the cursor says the
// rest. Files in trouble stand first.
func TestFilesSayWhatTheyWereTakenFor(t *testing.T) {
	for size, want := range map[[2]int]string{
		{40, 20}: `
  File           Kind           Outcome
▸ not-a-…le.csv  unknown        refused
  zz-notes.csv   unknown        not used
  ESR_wo…v2.csv  staff list     problems
  a-survey.csv   survey         loaded
  cases.csv      disciplinary…  loaded
  trac.csv       applicants     loaded
`,
		{80, 24}: `
  File                  Kind                 Used  Refused  Outcome
▸ not-a-table.csv       unknown                 0        0  refused
  zz-notes.csv          unknown                 0        5  not used
  ESR_workf…nal_v2.csv  staff list          2,015        3  loaded with problems
  a-survey.csv          survey                 16        0  loaded
  cases.csv             disciplinary cases     40        0  loaded
  trac.csv              applicants            600        0  loaded
`} {
		d := open(t, reportOf(t, trouble), theme.Full, size[0], size[1])
		d.keys("f")
		if frame := trimRight(d.frame()); !strings.Contains(frame, want) {
			t.Errorf("%v: want%s\ngot\n%s", size, want, frame)
		}
	}
}

func TestTheFileUnderTheCursorSaysTheRest(t *testing.T) {
	d := open(t, reportOf(t, trouble), theme.Full, 80, 24)
	says := func(words ...string) {
		t.Helper()
		text := strings.Join(strings.Fields(d.frame()), " ")
		for _, w := range words {
			if !strings.Contains(text, w) {
				t.Errorf("the screen does not say %q:\n%s", w, d.frame())
			}
		}
	}
	d.keys("f")
	says("Refused: it is an Excel workbook; save it as CSV.")
	d.keys("down")
	says("say what they are here, or", "[columns] in wres.toml")
	d.hides("in the app with f")
	d.keys("down")
	says("ESR_workforce_report_staff_in_post_2024-03-31_final_v2.csv: staff list,", "windows-1252, semicolons, header in line 3", "2,018 rows read",
		"2 set aside", "1 person counted", "bank 1,863", "1 error, no notices")
	d.keys("end")
	says("313 shortlisted applicants counted; left out: not shortlisted 287")
}

// What the overview asks to look at is under the cursor when the screen opens.
func TestFilesOpenOnTheOneInTrouble(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.shows("2 files are not used: press f")
	d.keys("f")
	d.shows("▸ board-2024.csv")
	mended := with(with(oddities, "board-2024.csv", "voting,ethnicity,headcount\nyes,White,5\n"), "umfrage.csv", "year,ethnicity,headcount\n2023,White,12\n2023,BME,5\n")
	d = open(t, folderOf(t, mended), theme.Full, 100, 40)
	d.shows("6 labels are not mapped: press f")
	d.keys("f")
	d.shows("▸ staff-2024.csv")
}

// The errors of a file stand above its columns, which of a staff list fill a window.
func TestErrorsOfAFileStandFirst(t *testing.T) {
	var head, row strings.Builder
	for i := range 24 {
		fmt.Fprintf(&head, ",Column %d", i)
		row.WriteString(",x")
	}
	d := open(t, folderOf(t, with(oddities, "cases-2024.csv",
		"Ethnic Origin,Date Opened"+head.String()+"\nWhite,2024-01-09"+row.String()+"\nWhite,the ninth"+row.String()+"\n")), theme.Full, 80, 24)
	d.keys("f", "down", "down", "enter")
	d.shows("Files ▸ cases-2024.csv", "1 error, ", "error: line 3, column 2:", "Columns", "Error 1 of 1. Below the errors: 26 columns, 1 notice.")
	if frame := d.frame(); strings.Index(frame, "error: line 3") > strings.Index(frame, "Columns") {
		t.Errorf("the columns stand first:\n%s", frame)
	}
}

// A meaning that wres.toml overrules is said to be so, and is not offered to be
// changed where a change would do nothing.
func TestWhatIsOverruledSaysSo(t *testing.T) {
	files := with(oddities, "wres-mapping.toml", "[columns]\n\"Cost Centre\" = \"pay_band\"\n[labels.ethnicity]\n\"Mostly White\" = \"White\"\n\"wht brit\" = \"BME\"\n")
	files = with(files, "wres.toml", "[columns]\n\"Cost Centre\" = \"not used\"\n[labels.ethnicity]\n\"Wht Brit\" = \"White British\"\n")
	d := open(t, folderOf(t, files), theme.Full, 100, 40)
	d.keys("f", "end")
	d.shows("3 columns and labels, 2 overruled by wres.toml")
	d.keys("enter")
	d.shows("overruled: wres.toml says not used", "overruled: wres.toml says White British", "Mostly White          White")
	d.keys("enter")
	d.shows("Change it there")
	d.hides("Filter:")
	d.keys("down", "enter")
	d.shows("Filter:")
	d.keys("esc", "down", "enter")
	d.hides("Filter:")
}

// A folder that could not be read again says why at full length among the files.
func TestWhyTheFolderWasNotReadAgain(t *testing.T) {
	why := `wres-mapping.toml:9:11: a value is expected here, and there is none; put the meaning in quotes, as "White British"; or delete the file, and map again in the app with f`
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		d := open(t, folderOf(t, oddities), theme.Full, size[0], size[1])
		fail := func() {
			d.events = make(chan tui.LoadEvent, 1)
			d.events <- tui.LoadEvent{Err: errors.New(why)}
			close(d.events)
			d.keys("r")
		}
		fail()
		d.shows("not read again: f")
		d.keys("f")
		for inside := range 2 {
			var seen strings.Builder
			for range 4 {
				seen.WriteString(d.frame())
				d.fits(size[0], size[1])
				d.keys("down")
			}
			text := strings.Join(strings.Fields(seen.String()), " ")
			for _, part := range []string{"wres-mapping.toml:9:11:", "put the", `"White`, "again here"} {
				if !strings.Contains(text, part) {
					t.Errorf("%v, time %d: nothing says %q:\n%s", size, inside, part, seen.String())
				}
			}
			d.keys("home")
			fail()
		}
		d.offer(folderOf(t, oddities))
		d.keys("home", "r")
		d.shows("read again")
		d.hides("could not be read again")
	}
}

// The keys of the panels work on the screen of files, and ask first where a choice
// would be lost.
func TestPanelKeysInTheFiles(t *testing.T) {
	for _, k := range tui.PanelKeys() {
		if len(k) > 1 {
			continue
		}
		want := "▐" + k + " "
		d := open(t, folderOf(t, oddities), theme.Full, 120, 40)
		d.keys("f", "enter", k)
		d.shows(want)
		d.hides("Files ▸")

		d = open(t, folderOf(t, oddities), theme.Full, 120, 40)
		d.keys("f", "down", "down", "enter", "enter")
		d.write("irish")
		d.keys("enter", k)
		d.shows("1 change to the mapping is not saved. Throw it away?")
		d.keys("n")
		d.shows("Files ▸ staff-2024.csv", "→ White Irish")
		d.keys(k, "y")
		d.shows(want)
		d.hides("not saved", "Files ▸")
		if len(d.mapped) != 0 || d.m.Unsaved() {
			t.Errorf("%s: %d saved, unsaved %v", k, len(d.mapped), d.m.Unsaved())
		}
	}
}

// Digits are text where a meaning is looked for.
func TestDigitsAreTextInThePicker(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter", "enter", "1", "p", "0", "r")
	d.shows("Filter: 1p0r")
}

func TestReadAgainInTheFiles(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "end", "up")
	d.shows("▸ staff-2024.csv")
	d.offer(folderOf(t, with(oddities, "a-new-2024.csv", "Jahr;Zahl\n2024;12\n")))
	d.keys("r")
	d.shows("read again", "a-new-2024.csv", "▸ staff-2024.csv") // the cursor stays on its file
}

func TestSeveralChoicesAreThem(t *testing.T) {
	d := open(t, folderOf(t, oddities), theme.Full, 100, 40)
	d.keys("f", "down", "down", "enter", "enter")
	d.write("irish")
	d.keys("enter", "down", "enter")
	d.write("irish")
	d.keys("enter", "ctrl+c")
	d.shows("2 changes to the mapping are not saved. Quit and lose them?", "quit and lose them")
}

// What it would take is read over the panel; where it is not answered the footer says where.
func TestWhatIf(t *testing.T) {
	for id, want := range map[string]string{
		"2": "Level (1.00): 75 more appointments of ethnically diverse applicants (126 of 371)", "9": "2 more ethnically diverse members, which would be 3 of 11",
		"6": "w, what if, is answered on 2, 4 and 9, and of a band on 1", "4": "the figures of 2024 do not say what it would take",
	} {
		d := open(t, example(t), theme.Full, 110, 40)
		d.keys(id, "w")
		d.shows(want)
	}
}

// A list goes by its own name where a figure comes from, and no count reads as a year.
func TestWhereFromNamesTheList(t *testing.T) {
	l := folderOf(t, oddities)
	l.Report.Origins = []source.Origin{{Kind: "workforce", Year: 2024, File: "staff-2024.csv", Rows: 2018, People: 1852}}
	d := open(t, l, theme.Full, 100, 40)
	d.keys("1", "i")
	d.shows("staff-2024.csv (staff list): 2,018 rows used, 1,852 people or events counted")
}
