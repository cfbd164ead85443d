package loaders

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/source"
)

// TestLayouts: titles, merged headers, totals, notes and second tables around a
// counted extract change no figure, and what was not read as data is said.
func TestLayouts(t *testing.T) {
	workforce := map[model.Post]model.Tally{
		{Category: model.Clinical, Band: model.Band5}: tally(12, 3, 1),
		{Category: model.Clinical, Band: model.Band6}: tally(10, 2, 0),
	}
	const header, rows = "staff_category,pay_band,White,BME,Unknown\n", "clinical,5,12,3,1\nclinical,6,10,2,0\n"
	for _, c := range []struct {
		name, data string
		read       rowCounts
		want       []string // of the problems, place and a part
	}{
		{"plain", header + rows, rowCounts{2, 0, 0}, nil},
		{"titles", "Staff in post\nOFFICIAL-SENSITIVE,,,,\n\n" + header + rows, rowCounts{2, 0, 0},
			[]string{"notice w-2024.csv:1:0 [] the column names are taken to be on line 4, which is a guess; lines 1 to 2 above it are not"}},
		{"total and notes", header + rows + "Total,,22,5,1\n\nSource: ESR\n* on leave included\n", rowCounts{2, 0, 3},
			[]string{"notice w-2024.csv:6:0 [] not counted as rows: 2 notes (lines 6 to 7)"}},
		{"a total of a few cells", header + rows + "Grand total,28\nSource: ESR\n", rowCounts{2, 0, 2},
			[]string{"notice w-2024.csv:4:0 [] not counted as rows: 1 total (line 4) and 1 note (line 5)"}},
		{"a total that is wrong is said all the same", header + rows + "Total,Total,23,5,1\n", rowCounts{2, 0, 1},
			[]string{"notice w-2024.csv:4:3 [ethnicity White] the total 23 of 2024, White differs from the sum of its parts, 22"}},
		{"second table", header + rows + "\nLeavers\nreason,number\nretired,4\n", rowCounts{2, 0, 3},
			[]string{"notice w-2024.csv:5:0 [] not counted as rows: 3 rows of a second table (lines 5 to 7); its column names, on line 6, are reason and number, and the numbers under them add up to 4; put the second table into a file of its own"}},
		{"page break", header + "clinical,5,12,3,1\n" + header + "clinical,6,10,2,0\n", rowCounts{2, 0, 1},
			[]string{"notice w-2024.csv:3:0 [] not counted as rows: 1 repeat of the column names (line 3)"}},
		{"column names in another order", header + "clinical,5,12,3,1\nstaff_category,BME,White,Unknown,pay_band\nclinical,2,10,0,6\n", rowCounts{2, 0, 1},
			[]string{"notice w-2024.csv:3:0 [] not counted as rows: 1 row of column names in another order, by which the rows below it are read (line 3)"}},
		{"other column names", header + rows + "staff_category,White,BME\nclinical,22,5\nnon-clinical,8,9\n", rowCounts{2, 0, 3},
			[]string{"notice w-2024.csv:4:0 [] not counted as rows: 3 rows of a second table (lines 4 to 6); its column names, on line 4, are staff_category, White and BME, and the numbers under them add up to 44; put"}},
		{"cut off", header + rows + "clinical,7,1", rowCounts{2, 1, 0},
			[]string{"error w-2024.csv:4:4 [ethnicity BME] this row has 3 fields where the header has 5"}},
		{"a column without a name", "staff_category,pay_band,White,BME,Unknown,\nclinical,5,12,3,1,x\nclinical,6,10,2,0,y\n", rowCounts{2, 0, 0},
			[]string{"notice w-2024.csv:1:0 [] column 6 has no name and is not used; name it if it matters"}},
		{"look-alikes that are not used", "staff_category,pay_band,White,BME,Unknown,site,Site \nclinical,5,12,3,1,x,y\nclinical,6,10,2,0,x,y\n", rowCounts{2, 0, 0},
			[]string{`notice w-2024.csv:1:7 [] columns 6 "site" and 7 "Site" have names that look alike; rename or delete`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			org, report, err := open(t, folder{"w-2024.csv": c.data}, Options{})
			if err != nil {
				t.Fatal(err, said(report))
			}
			f := report.Files[0]
			if got := (rowCounts{f.RowsUsed, f.RowsRefused, f.RowsAside}); got != c.read {
				t.Errorf("rows %+v, want %+v", got, c.read)
			}
			if diff := cmp.Diff(workforce, org.Return(2024).Workforce); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			if !slices.EqualFunc(said(report), c.want, strings.HasPrefix) {
				t.Errorf("said %q, want %q", said(report), c.want)
			}
		})
	}
}

// TestWideByYear: a table with columns for each year gives each year's figures.
func TestWideByYear(t *testing.T) {
	want := map[model.Year]model.Tally{2024: tally(12, 3, 1), 2025: tally(14, 4, 0)}
	for name, data := range map[string]string{
		"year behind":      "White 2024,BME 2024,Unknown 2024,White 2025,BME 2025,Unknown 2025\n12,3,1,14,4,0\n",
		"spans":            "White 2023/24,BME 2023/24,Unknown 2023/24,White 2024-25,BME 2024-25,Unknown 2024-25\n12,3,1,14,4,0\n",
		"merged":           "Entered the process\n,2024,,,2025,,\nsite,White,BME,Unknown,White,BME,Unknown\nall of it,12,3,1,14,4,0\n",
		"with sums":        "White 2024,BME 2024,Unknown 2024,Total 2024,White 2025,BME 2025,Unknown 2025,Total 2025\n12,3,1,16,14,4,0,18\n",
		"a sum of no year": "White 2024,BME 2024,Unknown 2024,White 2025,BME 2025,Unknown 2025,Total\n12,3,1,14,4,0,34\n",
	} {
		org, report, err := open(t, folder{"disciplinary.csv": data}, Options{})
		if err != nil {
			t.Errorf("%s: %v %q", name, err, said(report))
			continue
		}
		for year, tally := range want {
			if got := org.Return(year).Events["disciplinary"]; got == nil || got.Count != tally {
				t.Errorf("%s: %s is %v, want %v", name, year, got, tally)
			}
		}
		if report.Errors() > 0 || name != "merged" && len(report.Problems) > 0 {
			t.Errorf("%s: %q", name, said(report))
		}
	}
}

// TestWideByYearHeadcount: a headcount that names no year is the sum of no year.
func TestWideByYearHeadcount(t *testing.T) {
	org, report, err := open(t, folder{"workforce.csv": "pay_band,2024 White,2024 BME,2025 White,2025 BME,Headcount\n5,1,2,3,4,10\n"}, Options{})
	if err != nil || len(report.Problems) > 0 || len(org.Returns) != 2 {
		t.Errorf("%v %q: %d years", err, said(report), len(org.Returns))
	}
}

// TestRefusedRowIsTakenForNothing: a row that is left out has no notice of what its
// figure is taken for.
func TestRefusedRowIsTakenForNothing(t *testing.T) {
	_, report, _ := open(t, folder{"s.csv": "year,indicator,ethnicity,percentage\n2024,5,White,24\n2024,4,BME,0.5\n"}, Options{})
	if got := said(report); len(got) != 1 || !strings.Contains(got[0], `indicator "4"`) {
		t.Errorf("said %q", got)
	}
}

// TestClashIsSaidOnce: columns that are taken for the same are asked about once.
func TestClashIsSaidOnce(t *testing.T) {
	_, report, _ := open(t, folder{"w.csv": "year,ethnicity,headcount,Head Count\n2024,White,1,2\n"}, Options{})
	if got := said(report); len(got) != 1 || !strings.Contains(got[0], "are both taken for headcount") {
		t.Errorf("said %q", got)
	}
}

// TestWideByYearOfPercentages: likewise the kinds whose figures do not add up.
func TestWideByYearOfPercentages(t *testing.T) {
	org, report, err := open(t, folder{
		"survey.csv":    "indicator,2024 White,2024 BME,2025 White,2025 BME\n5,24,28,25,27\n",
		"benchmark.csv": "indicator,measure,scope,2024 White,2024 BME,2025 White,2025 BME\n5,share,England,24%,28%,25%,27%\n",
	}, Options{})
	if err != nil || report.Errors() > 0 {
		t.Fatal(err, said(report))
	}
	for year, want := range map[model.Year]float64{2024: 0.28, 2025: 0.27} {
		if got := org.Return(year).Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.BMEGroup}].Share; got != want {
			t.Errorf("%s: %v, want %v", year, got, want)
		}
		if !slices.ContainsFunc(org.Benchmarks, func(b model.Benchmark) bool { return b.Year == year && b.Value == want && b.Group == model.BME }) {
			t.Errorf("%s: no benchmark %v in %+v", year, want, org.Benchmarks)
		}
	}
}

// TestColumnsOfYears: years as columns of one count are not read, and what to do is
// said; a year twice for one group is asked about.
func TestColumnsOfYears(t *testing.T) {
	for data, want := range map[string]string{
		"pay_band,ethnicity,2023,2024\n5,White,1,2\n":                               `its columns 3 "2023" and 4 "2024" are years; give each year rows of its own, with the year in a column year`,
		"pay_band,2024 White,2024 BME,2024 BAME,2025 White,2025 BME\n5,1,2,3,4,5\n": `its columns 3 "2024 BME" and 4 "2024 BAME" are both taken for ethnicity 2024 BME`,
		"pay_band,30/06/2023 White,30/06/2023 BME\n5,1,2\n":                         "its columns fit no kind of extract",
		"year,pay_band,2024 White,2024 BME\n2024,5,1,2\n":                           "its columns fit no kind of extract; nearest is workforce, which needs ethnicity and headcount too",
	} {
		_, report, _ := open(t, folder{"workforce.csv": data}, Options{})
		if f := report.Files[0]; !strings.HasPrefix(f.Reason, want) || f.Outcome != source.NotUsed {
			t.Errorf("%q: %+v, want reason %q", data, f, want)
		}
	}
}
