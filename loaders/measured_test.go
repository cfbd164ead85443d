package loaders

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wres/model"
)

// TestHeadingsOfGroupAndCount: a file whose headings name a group and a count, in either
// order and with a year, gives what the tidy form does, and every cell of it is accounted
// for.
func TestHeadingsOfGroupAndCount(t *testing.T) {
	const tidy = "year,ethnicity,shortlisted,appointed\n2024,White,410,70\n2024,BME,310,40\n2024,Unknown,20,3\n"
	const both = "year,ethnicity,shortlisted,appointed\n2023,White,400,60\n2023,BME,300,30\n2024,White,410,70\n2024,BME,310,40\n"
	const entered = "year,ethnicity,entered,headcount\n2024,White,4,900\n2024,BME,5,300\n"
	for _, c := range []struct {
		name, file, text, tidy string
		aside, unused          int
		says                   string // of what is said; "": nothing
	}{
		{"group first", "recruitment.csv", "year,White shortlisted,White appointed,BME shortlisted,BME appointed,Unknown shortlisted,Unknown appointed\n2024,410,70,310,40,20,3\n", tidy, 0, 0, ""},
		{"count first", "recruitment.csv", "year,Shortlisted: White,Shortlisted: BME,Shortlisted: Unknown,Appointed: White,Appointed: BME,Appointed: Unknown\n2024,410,310,20,70,40,3\n", tidy, 0, 0, ""},
		{"in more words", "r2024.csv", "Number of White applicants shortlisted,No. of White candidates appointed,BME applicants shortlisted,BME candidates appointed,Unknown (candidates shortlisted),Unknown (hired)\n410,70,310,40,20,3\n", tidy, 0, 0, ""},
		{"with a year", "recruitment.csv", "White shortlisted 2023,White appointed 2023,BME shortlisted 2023,BME appointed 2023,2023/24 White shortlisted,White 2024 appointed,Shortlisted BME 2024,BME_appointed_2024\n400,60,300,30,410,70,310,40\n", both, 0, 0, ""},
		{"with the totals", "recruitment.csv", "year,White shortlisted,White appointed,BME shortlisted,BME appointed,Unknown shortlisted,Unknown appointed,Total shortlisted,Appointed\n2024,410,70,310,40,20,3,740,113\n", tidy, 853, 0, ""},
		{"a label that no table knows", "recruitment.csv", "year,White shortlisted,White appointed,BME shortlisted,BME appointed,Zuffian shortlisted,Zuffian appointed\n2024,410,70,310,40,20,3\n", tidy, 0, 0, `"Zuffian" is not a label that is known, and is counted as unknown ethnicity (20 people)`},
		{"stages that are no count", "recruitment.csv", "year,White applied,White shortlisted,White appointed,BME applied,BME shortlisted,BME appointed,Unknown shortlisted,Unknown appointed\n2024,900,410,70,700,310,40,20,3\n", tidy, 0, 1600,
			`the 1,600 people under "White applied" and "BME applied" are not counted: these name a group, and a stage that no figure is of`},
		{"groups without a count", "recruitment.csv", "year,White shortlisted,White appointed,BME shortlisted,BME appointed,Unknown shortlisted,Unknown appointed,White,BME\n2024,410,70,310,40,20,3,900,700\n", tidy, 0, 1600,
			`the 1,600 people under "White" and "BME" are not counted: these name a group, and no count`},
		{"a label without a count", "recruitment.csv", "year,White shortlisted,White appointed,BME shortlisted,BME appointed,Unknown shortlisted,Unknown appointed,Zuffian\n2024,410,70,310,40,20,3,25\n", tidy, 0, 25,
			`the column "Zuffian" is in no figure: its whole numbers add up to 25`},
		{"an event and its headcount", "disciplinary.csv", "year,White entered,White headcount,BME entered,BME headcount\n2024,4,900,5,300\n", entered, 0, 0, ""},
		{"an event and its staff", "disciplinary-2024.csv", "White staff,BME staff,Entered White,Entered BME\n900,300,4,5\n", entered, 0, 0, ""},
		{"an event alone, of staff", "disciplinary-2024.csv", "White staff,BME staff\n4,5\n", "year,ethnicity,entered\n2024,White,4\n2024,BME,5\n", 0, 0, ""},
	} {
		want, _, err := open(t, folder{c.file: c.tidy}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, report, err := open(t, folder{c.file: c.text}, Options{})
		if err != nil {
			t.Errorf("%s: %v %q", c.name, err, said(report))
			continue
		}
		if diff := cmp.Diff(want.Returns, got.Returns, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: -tidy +wide\n%s\n%q", c.name, diff, said(report))
		}
		a := report.Files[0].Account
		if a.In != a.Counted+a.Aside+a.Unused || a.Aside != c.aside || a.Unused != c.unused {
			t.Errorf("%s: %+v", c.name, *a)
		}
		if all := strings.Join(said(report), "\n"); c.says == "" && all != "" || !strings.Contains(all, c.says) {
			t.Errorf("%s: want %q\n%s", c.name, c.says, all)
		}
	}
}

// TestCellsOfGroupAndCount: what is wrong in a cell or a column costs the figures of that
// group, and no more.
func TestCellsOfGroupAndCount(t *testing.T) {
	const header = "year,White shortlisted,White appointed,BME shortlisted,BME appointed\n"
	for name, c := range map[string]struct {
		text    string
		refused int
		says    string
	}{
		"more appointed than shortlisted": {header + "2024,410,70,310,400\n", 710,
			`r.csv:2:5 [appointed] appointed "400" is more than shortlisted "310"; whoever is appointed is also shortlisted, so check both; the other figures of its row are used`},
		"a hidden cell": {header + "2024,410,70,310,<5\n", 310, `r.csv:2:5 [appointed] appointed "<5" is a suppressed count`},
		"a column that is missing": {"year,White shortlisted,White appointed,BME shortlisted\n2024,410,70,310\n", 310,
			`r.csv:1:4 [ethnicity BME shortlisted] no column gives those appointed beside "BME shortlisted", so it is left out; add one, with 0 where there was none`},
	} {
		org, report, err := open(t, folder{"r.csv": c.text}, Options{})
		if err != nil {
			t.Errorf("%s: %v %q", name, err, said(report))
			continue
		}
		r := org.Returns[0].Recruitment[0]
		if r.Shortlisted.Group(model.White) != 410 || r.Appointed.Group(model.White) != 70 || r.Shortlisted.Group(model.BME) != 0 || r.Appointed.Group(model.BME) != 0 {
			t.Errorf("%s: %+v", name, r)
		}
		if missing := org.Returns[0].RefusedOf("2"); !missing.Groups[model.BME] || missing.Groups[model.White] {
			t.Errorf("%s: what BME lacks is not marked: %+v", name, missing)
		}
		if a := report.Files[0].Account; a.Refused != c.refused || a.In != a.Counted+a.Refused {
			t.Errorf("%s: %+v", name, *a)
		}
		if all := strings.Join(said(report), "\n"); !strings.Contains(all, c.says) {
			t.Errorf("%s: want %q\n%s", name, c.says, all)
		}
	}
}

// TestHeadingsThatSayMoreThanCountAndGroup: where no column can be taken the reason names
// the columns, and how to name them.
func TestHeadingsThatSayMoreThanCountAndGroup(t *testing.T) {
	_, report, _ := open(t, folder{"recruitment-2024.csv": "White shortlisted male,White appointed male,BME shortlisted male,BME appointed male\n400,70,310,40\n"}, Options{})
	all := strings.Join(said(report), "\n")
	for _, want := range []string{`"White shortlisted male", "White appointed male", "BME shortlisted male" and "BME appointed male"`, "and by its count where it is one of several, such as White shortlisted"} {
		if !strings.Contains(all, want) {
			t.Errorf("want %s in\n%s", want, all)
		}
	}
}
