package loaders

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
)

// TestColumnBesideGroups: what becomes of a column of numbers beside the groups.
func TestColumnBesideGroups(t *testing.T) {
	for _, c := range []struct {
		data string
		want [3]int // White, BME, unknown
		says string // "": nothing is said
	}{
		{"White,BME,Not declared\n1000,300,125\n", [3]int{1000, 300, 125}, ""},
		{"White,BME,Martian\n1000,300,125\n", [3]int{1000, 300, 125}, `2:3 [ethnicity] ethnicity "Martian" is not a label that is known, and is counted as unknown ethnicity (125 people)`},
		{"White,BME,Martian,Total\n1000,300,125,1425\n", [3]int{1000, 300, 125}, `"Martian" is not a label`},
		{"White,BME,Martian,Venusian,Total\n1000,300,125,7,1307\n", [3]int{1000, 300, 7}, `the column "Martian" is in no figure: its whole numbers add up to 125; if it counts a group, write "Martian" = "unknown", or white or bme, under [columns] in wres.toml`},
		{"White,BME,Roma and Sinti\n1000,300,3\n", [3]int{1000, 300, 3}, `ethnicity "Roma and Sinti" is not a label`},
		{"White,BME,White clinical,BME clinical\n1000,300,500,100\n", [3]int{1000, 300, 0}, `the 600 people under "White clinical" and "BME clinical" are not counted`},
		{"White,BME,BME leavers\n1000,300,9\n", [3]int{1000, 300, 0}, `the 9 people under "BME leavers" are not counted`},
		{"White,BME,Everyone\n1000,300,1300\n", [3]int{1000, 300, 0}, `the column "Everyone" is the sum of the groups in every row, and is set aside`},
		{"White,BME,Number in post\n1000,300,1350\n", [3]int{1000, 300, 0}, "the total 1,350 of 2024 differs from the sum of its parts, 1,300"},
		{"White,BME,Vacancies,Age,FTE\n1000,300,12,44,1200\n", [3]int{1000, 300, 0}, `the whole numbers under "Vacancies" (12 in all), "Age" (44 in all) and "FTE" (1,200 in all) are in no figure; if that is right, "Vacancies" = "not used" under [columns]`},
		{"White,BME,Shortlisted\n1000,300,12\n", [3]int{1000, 300, 0}, `"Shortlisted"`},
		{"White,BME,Band 5\n1000,300,12\n", [3]int{1000, 300, 0}, `"Band 5" is in no figure`},
		{"White,BME,\n1000,300,12\n", [3]int{1000, 300, 0}, "column 3, which has no name, is in no figure: its whole numbers add up to 12; give it one"},
		{"White,BME,White %,Source\n1000,300,77,HR\n", [3]int{1000, 300, 0}, `"White %"`},
		{"White,BME,Site code\n1000,300,0012\n", [3]int{1000, 300, 0}, ""},
		{"White 2024,BME 2024,Martian 2024,Total\n1000,300,125,1425\n", [3]int{1000, 300, 125}, `ethnicity "Martian" is not a label`},
		{"White 2024,BME 2024,Martian\n1000,300,125\n", [3]int{1000, 300, 0}, `the column "Martian" is in no figure`},
	} {
		org, report, err := open(t, folder{"workforce 2024.csv": c.data}, Options{})
		if err != nil || report.Errors() > 0 {
			t.Errorf("%q: %v %q", c.data, err, said(report))
			continue
		}
		h := org.Return(2024).Headcount()
		got := [3]int{h.Group(model.White), h.Group(model.BME), h.Group(model.Unknown)}
		says := slices.ContainsFunc(said(report), func(s string) bool { return strings.Contains(s, c.says) })
		if got != c.want || c.says != "" && !says || c.says == "" && len(report.Problems) > 0 {
			t.Errorf("%q: %v, %q\nwant %v, %q", c.data, got, said(report), c.want, c.says)
		}
	}
}

// TestUnknownHeadingIsMapped: what a heading means can be said as a label, and that a
// column is not used says so for good.
func TestUnknownHeadingIsMapped(t *testing.T) {
	for rule, want := range map[string]model.Tally{
		"[labels.ethnicity]\n\"Martian\" = \"BME\"\n": tally(10, 12, 0),
		"[columns]\n\"Martian\" = \"bme\"\n":          tally(10, 12, 0),
		"[columns]\n\"Martian\" = \"not used\"\n":     tally(10, 5, 0).Without(model.Unknown),
	} {
		org, report, err := open(t, folder{"workforce 2024.csv": "White,BME,Martian\n10,5,7\n", "wres.toml": rule}, Options{})
		if err != nil || len(report.Problems) > 0 {
			t.Errorf("%s: %v %q", rule, err, said(report))
			continue
		}
		h := org.Return(2024).Headcount()
		got := tally(h.Group(model.White), h.Group(model.BME), h.Group(model.Unknown))
		if !h.Has(model.Unknown) {
			got = got.Without(model.Unknown)
		}
		if want = want.Without(model.Unknown); cmp.Diff(want, got.Without(model.Unknown)) != "" {
			t.Errorf("%s: %v", rule, got)
		}
	}
}

// TestColumnOfATable: in the tidy form a column of numbers that is not used is named.
func TestColumnOfATable(t *testing.T) {
	for data, want := range map[string]string{
		"ethnicity,headcount,In training\nWhite,10,3\nBME,5,1\n": `the column "In training" is in no figure: its whole numbers add up to 4; if it is what counts here, write "In training" = "headcount" under [columns] in wres.toml`,
		"ethnicity,headcount,Leavers\nWhite,10,3\nBME,5,1\n":     `the whole numbers under "Leavers" (4 in all) are in no figure`,
	} {
		_, report, err := open(t, folder{"workforce 2024.csv": data}, Options{})
		if got := said(report); err != nil || len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%q: %v %q", data, err, got)
		}
	}
}

// TestPercentagesAreNoPeople: numbers that add up to 100 are asked about, and those of one
// row are noticed; what the settings say of a column is not doubted.
func TestPercentagesAreNoPeople(t *testing.T) {
	wide := "year,pay_band,White,BME,Unknown\n2024,5,70,25,5\n2024,6,80,15,5\n"
	tidy := "year,pay_band,ethnicity,headcount\n2024,5,White,70\n2024,5,BME,30\n2024,6,White,85\n2024,6,BME,15\n"
	decimals := "year,pay_band,White,BME\n2024,5,70.4,29.6\n2024,6,80.1,19.9\n"
	down := "year,pay_band,White,BME\n2024,5,30,45\n2024,6,50,30\n2024,7,20,25\n"
	for _, data := range []string{wide, tidy, decimals, down} {
		_, report, _ := open(t, folder{"workforce.csv": data}, Options{})
		if f := report.Files[0]; !strings.Contains(f.Reason, "the groups' numbers add up to 100, as percentages do") {
			t.Errorf("%q: %+v", data, f)
		}
	}
	for data, rule := range map[string]string{wide: `"White" = "white"`, tidy: `"headcount" = "headcount"`} {
		_, report, err := open(t, folder{"workforce.csv": data, "wres.toml": "[columns]\n" + rule + "\n"}, Options{})
		if err != nil || report.Files[0].Account.Counted != 200 {
			t.Errorf("%s: %v %q", rule, err, said(report))
		}
	}
	_, report, err := open(t, folder{"training.csv": "year,White,BME,Unknown\n2024,70,25,5\n"}, Options{})
	if got := said(report); err != nil || len(got) != 1 || !strings.HasPrefix(got[0], "notice training.csv:1:2 [] the groups' numbers add up to 100") {
		t.Errorf("one row: %v %q", err, got)
	}
}

// TestScoresAreNoPercentages: the survey's scores of 0 to 10 are asked about.
func TestScoresAreNoPercentages(t *testing.T) {
	for header, asked := range map[string]bool{"score": true, "result": true, "value": true, "percentage": false, "%": false} {
		_, report, _ := open(t, folder{"survey.csv": "year,indicator,ethnicity," + header + "\n2024,5,White,7.2\n2024,5,BME,6.8\n"}, Options{})
		if got := said(report); asked != (len(got) == 1 && strings.Contains(got[0], `percentage "7.2" and every other value of the column is at most 10, as the survey's scores`)) {
			t.Errorf("%s: %q", header, got)
		}
	}
	for _, data := range []string{"score\n2024,5,White,24.1\n2024,5,BME,6.8\n", "score\n2024,5,White,7.2%\n2024,5,BME,6.8%\n", "result\n2024,8,White,7\n2024,8,BME,9\n"} {
		if _, report, err := open(t, folder{"survey.csv": "year,indicator,ethnicity," + data}, Options{}); err != nil || len(report.Problems) > 0 {
			t.Errorf("%q: %v %q", data, err, said(report))
		}
	}
}
