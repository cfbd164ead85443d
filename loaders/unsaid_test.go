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

// TestTwoCategoriesBesideTheirGroup holds how such a file is counted today: a group
// that is the exact sum of its two categories is their sum, and any other is added to
// them, with a notice. It is here so that this changes only on purpose.
func TestTwoCategoriesBesideTheirGroup(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		bme        int
		added      bool
	}{
		{"more than the two", "Asian,50\nIndian,20\nChinese,10\n", 80, true},
		{"fewer than the two", "Asian,20\nIndian,20\nChinese,10\n", 50, true},
		{"the two", "Asian,30\nIndian,20\nChinese,10\n", 30, false},
		{"three are the whole", "Asian,50\nIndian,20\nChinese,10\nPakistani,5\n", 35, false},
		{"two of a group of the standard", "BME,50\nIndian,20\nChinese,10\n", 30, false},
		{"one is not", "Asian,50\nIndian,20\n", 70, false},
	} {
		org, _, said := opened(t, map[string]string{
			"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n2024,clinical,5,White,100\n2024,clinical,5," +
				strings.ReplaceAll(strings.TrimSuffix(c.rows, "\n"), "\n", "\n2024,clinical,5,") + "\n"})
		staff := org.Returns[0].Headcount()
		if got := staff.Group(model.BME); got != c.bme || staff.Total() != 100+c.bme {
			t.Errorf("%s: %d BME of %d staff, want %d", c.name, got, staff.Total(), c.bme)
		}
		const notice = "Asian or Asian British is counted beside categories of the same group, and is added to them"
		if got := strings.Contains(said, notice); got != c.added {
			t.Errorf("%s: added %v, want %v; said\n%s", c.name, got, c.added, said)
		}
	}
}
