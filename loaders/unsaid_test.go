package loaders_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"wres/loaders"
	"wres/model"
	"wres/model/source"
)

// opened opens a folder of files, by name, and lists what was wrong with it. A folder
// of which nothing can be used is an organisation without returns.
func opened(t *testing.T, files map[string]string) (*model.Organisation, source.Report, string) {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	org, report, err := loaders.Open(context.Background(), folder, loaders.Options{}, nil)
	if errors.Is(err, loaders.ErrNothingUsable) {
		org = &model.Organisation{}
	} else if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for _, p := range report.Problems {
		fmt.Fprintln(&said, p)
	}
	return org, report, said.String()
}

// TestWithheldWorkforceSaysNothingOfDirectorates: how many of a directorate's staff
// have not declared their ethnicity is a count of the workforce.
func TestWithheldWorkforceSaysNothingOfDirectorates(t *testing.T) {
	var staff strings.Builder
	staff.WriteString("Employee Number,Ethnic Origin,Band,Staff Group,Directorate,Year\n")
	for i := range 40 {
		fmt.Fprintf(&staff, "%d,%s,5,Nursing,Surgery,2024\n", i+1, []string{"A", "Z"}[i%2])
	}
	files := map[string]string{"staff.csv": staff.String()}
	_, _, said := opened(t, files)
	if !strings.Contains(said, "in Surgery") || !strings.Contains(said, "in clinical band 5") {
		t.Fatalf("the workforce is reported, and nothing is said of its directorates or bands:\n%s", said)
	}
	files["status.csv"] = "year,indicator,status\n2024,1,withheld\n"
	if _, _, said := opened(t, files); strings.Contains(said, "Surgery") || strings.Contains(said, "band 5") || strings.Contains(said, "50.0%") {
		t.Errorf("the workforce is withheld:\n%s", said)
	}
}

func TestOneGroupsColumnAloneIsNotTheWideForm(t *testing.T) {
	for _, groups := range []string{"White", "BME", "White,Unknown", "BME,Unknown", "Unknown", "White British,Irish", "Indian,Chinese", "2024 White,2025 White"} {
		n := strings.Count(groups, ",") + 1
		for name, text := range map[string]string{
			"workforce.csv": "year,staff_category,pay_band," + groups + "\n2024,clinical,5" + strings.Repeat(",30", n) + "\n",
			"training.csv":  "year,count," + groups + "\n2024,accessed" + strings.Repeat(",30", n) + "\n",
		} {
			org, report, said := opened(t, map[string]string{name: text})
			if f := report.Files[0]; f.RowsUsed > 0 || f.Outcome == source.Loaded || said == "" {
				t.Errorf("%s with %s: %s, %d rows used\n%s", name, groups, f.Outcome, f.RowsUsed, said)
			}
			for _, ret := range org.Returns {
				if len(ret.Workforce) > 0 {
					t.Errorf("%s with %s: counted %+v", name, groups, ret.Workforce)
				}
			}
		}
	}
	org, _, said := opened(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,White,BME\n2024,clinical,5,30,20\n"})
	if len(org.Returns) == 0 || org.Returns[0].Headcount().Total() != 50 {
		t.Errorf("two groups are the wide form: %v\n%s", org.Returns, said)
	}
}

// TestCategoriesBesideTheirGroup: a group that is the exact sum of its categories is
// their sum. Any other of the finer groups is added to them, with a notice; of White or
// BME nobody can tell, and neither is counted.
func TestCategoriesBesideTheirGroup(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		bme        int
		said       string
	}{
		{"more than the two", "Asian,50\nIndian,20\nChinese,10\n", 80, `categories of the same group, "Indian" and "Chinese", and is added to them: 50 people and 30`},
		{"fewer than the two", "Asian,20\nIndian,20\nChinese,10\n", 50, "added to them: 20 people and 30"},
		{"the two", "Asian,30\nIndian,20\nChinese,10\n", 30, ""},
		{"more than three", "Asian,50\nIndian,20\nChinese,10\nPakistani,5\n", 85, "added to them: 50 people and 35"},
		{"one is not", "Asian,50\nIndian,20\n", 70, "added to them: 50 people and 20"},
		{"two of a group of the standard", "BME,50\nIndian,20\nChinese,10\n", 0, `"BME" stands beside "Indian" and "Chinese"`},
		{"one of a group of the standard", "BME,50\nAsian,20\n", 0, "their rows are left out, 70 people"},
		{"its sum", "BME,30\nIndian,20\nChinese,10\n", 30, ""},
		{"said to be its sum", "Total BME,31\nIndian,20\nChinese,10\n", 30, "differs from the sum of its categories"},
	} {
		org, _, said := opened(t, map[string]string{
			"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n2024,clinical,5,White,100\n2024,clinical,5," +
				strings.ReplaceAll(strings.TrimSuffix(c.rows, "\n"), "\n", "\n2024,clinical,5,") + "\n"})
		staff := org.Returns[0].Headcount()
		if got := staff.Group(model.BME); got != c.bme || staff.Total() != 100+c.bme {
			t.Errorf("%s: %d BME of %d staff, want %d", c.name, got, staff.Total(), c.bme)
		}
		if !strings.Contains(said, c.said) || c.said == "" && strings.Contains(said, "categories") {
			t.Errorf("%s: want %q; said\n%s", c.name, c.said, said)
		}
	}
}

// TestMostCellsSayWhatAGroupIs: where a group is the sum of its categories in most cells
// of a file, it is so in the one that differs.
func TestMostCellsSayWhatAGroupIs(t *testing.T) {
	rows := ""
	for band, bme := range map[string]int{"5": 30, "6": 30, "7": 31} {
		rows += fmt.Sprintf("2024,clinical,%s,100,%d,20,10\n", band, bme)
	}
	org, _, said := opened(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,White,BME,Indian,Chinese\n" + rows})
	if n := org.Returns[0].Headcount().Group(model.BME); n != 90 || !strings.Contains(said, "the total 31") {
		t.Errorf("%d BME\n%s", n, said)
	}
	_, _, said = opened(t, map[string]string{"workforce.csv": "year,White,BME,Other\n2024,1000,300,125\n"})
	if !strings.Contains(said, `under [columns] in wres.toml, say "Other" = "bme"`) || !strings.Contains(said, "425 people") {
		t.Errorf("%s", said)
	}
	for _, c := range []struct {
		means        string
		bme, unknown int
	}{{"bme", 425, 0}, {"unknown", 300, 125}, {"not used", 300, 0}} {
		org, _, said := opened(t, map[string]string{"workforce.csv": "year,White,BME,Other\n2024,1000,300,125\n", "wres.toml": "[columns]\n\"Other\" = \"" + c.means + "\"\n"})
		if len(org.Returns) == 0 {
			t.Errorf("%s: %s", c.means, said)
			continue
		}
		if n := org.Returns[0].Headcount(); n.Group(model.BME) != c.bme || n.Group(model.Unknown) != c.unknown {
			t.Errorf("%s: %d BME, %d unknown: %s", c.means, n.Group(model.BME), n.Group(model.Unknown), said)
		}
	}
}

// TestOfWhich: a row that says it is a part of another is not added to it.
func TestOfWhich(t *testing.T) {
	for name, rows := range map[string]string{
		"a category":    "2024,Clinical,,White,300\n2024,Clinical,,BME,100\n2024,of which medical and dental,,White,30\n2024,Of which medical and dental,,BME,20\n",
		"a band":        "2024,clinical,5,White,300\n2024,clinical,5,BME,100\n2024,clinical,including part time,White,30\n2024,clinical,o/w part time,BME,20\n",
		"an ethnicity":  "2024,clinical,5,White,300\n2024,clinical,5,BME,100\n2024,clinical,5,of which Indian,50\n",
		"in the middle": "2024,clinical,5,White,300\n2024,clinical,of whom in theatres,White,3\n2024,clinical,5,BME,100\n",
	} {
		org, _, said := opened(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n" + rows})
		if n := org.Returns[0].Headcount(); n.Group(model.White) != 300 || n.Group(model.BME) != 100 || n.Total() != 400 || !strings.Contains(said, "a part of another row") {
			t.Errorf("%s: %d staff\n%s", name, n.Total(), said)
		}
	}
	// The standard's table has these words over the grades, whose rows stand apart.
	org, _, said := opened(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,White,BME\n2024,Clinical,5,300,100\n2024,of which medical and dental,Consultant,30,20\n"})
	if n := org.Returns[0].Headcount().Total(); n != 450 {
		t.Errorf("%d staff\n%s", n, said)
	}
}

// TestTotalOfOneRow: a subtotal without a band over one row is that row again, where more
// than one figure says so.
func TestTotalOfOneRow(t *testing.T) {
	const header = "year,staff_category,pay_band,White,BME,Unknown\n"
	for rows, want := range map[string]int{
		"2024,clinical,5,100,30,4\n2024,clinical,,100,30,4\n2024,non-clinical,2,50,20,1\n2024,non-clinical,3,50,20,1\n": 276,
		"2024,clinical,5,100,0,0\n2024,clinical,,100,0,0\n":                                                             200,
		"2024,clinical,5,100,30,4\n2024,clinical,,100,30,5\n":                                                           269,
	} {
		org, _, said := opened(t, map[string]string{"workforce.csv": header + rows})
		if n := org.Returns[0].Headcount().Total(); n != want {
			t.Errorf("%d staff, want %d\n%s%s", n, want, rows, said)
		}
	}
}
