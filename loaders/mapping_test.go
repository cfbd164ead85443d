package loaders

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wres/loaders/columns"
	"wres/loaders/kinds"
	"wres/loaders/settings"
	"wres/model"
	"wres/model/source"
)

// TestDamagedMapping: a file that cannot be understood stops the reading, says what
// to do, and is not written over.
func TestDamagedMapping(t *testing.T) {
	for text, want := range map[string]string{
		"[columns\n":                              "wres-mapping.toml:1:",
		"[columns]\nBanding = \"pay_bnd\"\n":      `wres-mapping.toml:2:1: "pay_bnd" is not the name of a column; the nearest is "pay_band"`,
		"[labels.stage]\nx = \"maybe\"\n":         `wres-mapping.toml:2:1: "maybe" is not a stage that counts`,
		"[labels.ethnicity]\nx = \"Latin\"\n":     `wres-mapping.toml:2:1: "Latin" is not an ethnicity`,
		"[labels.staff_group]\nx = \"what\"\n":    `wres-mapping.toml:2:1: "what" is not a staff category`,
		"[columns]\na = \"year\"\na = \"bme\"":    "wres-mapping.toml:3:",
		"organisation = \"x\"\n":                  `wres-mapping.toml:1:1: the key "organisation" is not known`,
		"[columns]\nBanding = \"pay_band\"\n\x00": "wres-mapping.toml:3:",
	} {
		_, _, err := open(t, folder{"d.csv": oneRow, settings.MappingName: text}, Options{})
		s, ok := errors.AsType[*settings.Error](err)
		if !ok || !strings.HasPrefix(err.Error(), want) || !strings.HasSuffix(err.Error(), "; or delete the file, and map again in the app with f") || s.File != settings.MappingName {
			t.Errorf("%q: %v; want %s", text, err, want)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, settings.MappingName), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := settings.SaveMapping(dir, source.Mapping{Columns: map[string]string{"x": "year"}}); err == nil {
			t.Errorf("%q was written over", text)
		}
		if data, err := os.ReadFile(filepath.Join(dir, settings.MappingName)); err != nil || string(data) != text {
			t.Errorf("%v: %q became %q", err, text, data)
		}
	}
}

// TestLookAlikeColumns: of two headers that look alike each can be mapped by its
// exact spelling, which is the way out of a clash.
func TestLookAlikeColumns(t *testing.T) {
	const text = "year,Ethnicity,Head Count,headcount\n2024,White,5,50\n"
	_, report, _ := open(t, folder{"w.csv": text}, Options{})
	if f := report.Files[0]; f.Outcome != source.NotUsed || !slices.Equal(f.Columns[2].Rivals, []int{4}) {
		t.Fatalf("%+v", f)
	}
	for rules, want := range map[string]int{
		"[columns]\n\"headcount\" = \"not used\"\n":  5,
		"[columns]\n\"Head Count\" = \"not used\"\n": 50,
		"[columns]\n\"headcount\" = \"headcount\"\n": 50, // the one that is chosen stands
	} {
		for _, name := range []string{settings.Name, settings.MappingName} {
			org, report, err := open(t, folder{"w.csv": text, name: rules}, Options{})
			if err != nil {
				t.Error(rules, err, said(report))
				continue
			}
			if got := org.Return(2024).Headcount().Total(); got != want {
				t.Errorf("%s: %d people, want %d", rules, got, want)
			}
			told := strings.Contains(strings.Join(said(report), " "), "the first is used, as the settings say")
			if chosen := strings.HasSuffix(rules, "\"headcount\"\n"); told != chosen {
				t.Errorf("%s: %s", rules, said(report))
			}
		}
	}
}

// TestPeopleWinOverTheProgram: wres.toml stands where both files speak of a column
// or label, even where the mapping spells it as the file does.
func TestPeopleWinOverTheProgram(t *testing.T) {
	org, report, err := open(t, folder{
		"w.csv":              "Jahr,HERKUNFT,Zahl,Banding\n2024,Martian,3,five\n",
		settings.Name:        "[columns]\nherkunft = \"ethnicity\"\nZahl = \"headcount\"\nJahr = \"year\"\n[labels.ethnicity]\nmartian = \"S\"\n[labels.band]\nfive = \"5\"\n",
		settings.MappingName: "[columns]\nHERKUNFT = \"note\"\nBanding = \"pay_band\"\n[labels.ethnicity]\nMartian = \"A\"\n[labels.band]\nFIVE = \"6\"\n",
	}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, said(report))
	}
	var five model.Tally
	five.Add(model.OtherEthnic, 3)
	if diff := cmp.Diff(map[model.Post]model.Tally{{Band: model.Band5}: five}, org.Return(2024).Workforce); diff != "" {
		t.Error(diff)
	}
	var how []source.Known
	for _, c := range report.Files[0].Columns {
		how = append(how, c.Known)
	}
	if want := []source.Known{source.BySettings, source.BySettings, source.BySettings, source.ByMapping}; !slices.Equal(how, want) {
		t.Errorf("known %v, want %v", how, want)
	}
	if got := report.Mapping.Meaning("", "Banding"); got != "pay_band" || report.Mapping.Len() != 4 {
		t.Errorf("the report's mapping: %+v", report.Mapping)
	}
	overruled := []source.Entry{{Written: "HERKUNFT", Meaning: "ethnicity"}, {Table: "band", Written: "FIVE", Meaning: "5"}, {Table: "ethnicity", Written: "Martian", Meaning: "Any other ethnic group"}}
	if diff := cmp.Diff(overruled, report.Overruled); diff != "" {
		t.Error(diff)
	}
}

// TestMappedLabelsOfEveryTable: each table of labels takes effect from the mapping.
func TestMappedLabelsOfEveryTable(t *testing.T) {
	org, report, err := open(t, folder{
		"w.csv":              "year,staff_category,pay_band,ethnicity,headcount\n2024,Odd jobs,five,Martian,3\n",
		"trac.csv":           "Application ID,Ethnic Origin,Stage,Year\n1,Martian,Letter sent,2024\n2,White,Interview,2024\n",
		settings.MappingName: "[labels.ethnicity]\nMartian = \"Indian\"\n[labels.band]\nfive = \"5\"\n[labels.staff_group]\n\"Odd Jobs\" = \"non-clinical\"\n[labels.stage]\n\"letter sent\" = \"appointed\"\n",
	}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, said(report))
	}
	ret := org.Return(2024)
	if got := ret.Workforce[model.Post{Category: model.NonClinical, Band: model.Band5}]; got.Of(model.Indian) != 3 {
		t.Errorf("workforce %v", ret.Workforce)
	}
	if r := ret.Recruitment; len(r) != 1 || r[0].Appointed.Of(model.Indian) != 1 || r[0].Shortlisted.Total() != 2 {
		t.Errorf("recruitment %+v", r)
	}
}

// TestStagesThatAreNotKnownAreListed, so that they can be mapped.
func TestStagesThatAreNotKnownAreListed(t *testing.T) {
	_, report, err := open(t, folder{"trac.csv": "Application ID,Ethnic Origin,Stage,Year\n1,White,Letter sent,2024\n2,White,letter  sent,2024\n3,White,Interview,2024\n"}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	want := []source.Unmapped{{File: "trac.csv", Field: "stage", Label: "Letter sent", Written: "Letter sent", Count: 2}}
	if diff := cmp.Diff(want, report.Unmapped); diff != "" {
		t.Error(diff)
	}
}

func TestLabelsSpeltAlikeAreListedOnce(t *testing.T) {
	_, report, err := open(t, folder{"d.csv": "year,ethnicity,entered\n2024,Martian,1\n2023,MARTIAN ,2\n2022,mar-tian,4\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []source.Unmapped{{File: "d.csv", Field: "ethnicity", Label: "Martian", Written: "Martian", Count: 7}}
	if diff := cmp.Diff(want, report.Unmapped); diff != "" {
		t.Error(diff)
	}
}

// TestColumnsAreDescribed says what each column was taken for, and how it is known.
func TestColumnsAreDescribed(t *testing.T) {
	files := folder{
		"staff-2024.csv": "Surname,Employee Number,Ethnic Origin,AfC Band,Banding,Cost Centre,,DOB\nx,1,A,5,5,9,,1\n",
		"w-2024.csv":     "pay_band,White,BME staff,\x1b[2JGrün,Line manager\n5,1,2,x,y\n",
		"odd-2024.csv":   "Herkunft,Zahl,Year\nWhite,3,2024\n",
		settings.Name:    "[columns]\nBanding = \"pay_band\"\n",
	}
	_, report, err := open(t, files, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]source.Column{
		"staff-2024.csv": {
			{Header: "Surname", Personal: true}, {Header: "Employee Number", Field: "employee_number", Known: source.ByName},
			{Header: "Ethnic Origin", Field: "ethnicity", Known: source.BySynonym},
			{Header: "AfC Band", Rivals: []int{5}}, {Header: "Banding", Field: "pay_band", Known: source.BySettings, Rivals: []int{4}},
			{Header: "Cost Centre"}, {}, {Header: "DOB", Personal: true},
		},
		"w-2024.csv": {
			{Header: "pay_band", Field: "pay_band", Known: source.ByName}, {Header: "White", Field: "ethnicity White", Known: source.BySynonym},
			{Header: "BME staff", Field: "ethnicity BME", Known: source.BySynonym}, {Header: "<U+001B>[2JGrün"}, {Header: "Line manager"},
		},
		"odd-2024.csv": {{Header: "Herkunft"}, {Header: "Zahl"}, {Header: "Year"}},
	}
	for name, columns := range want {
		f := fileOf(t, report, name)
		if diff := cmp.Diff(columns, f.Columns, cmpopts.IgnoreFields(source.Column{}, "Written")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		header, _, _ := strings.Cut(files[name], "\n")
		for i, h := range strings.Split(header, ",") {
			if f.Columns[i].Written != h {
				t.Errorf("%s: column %d is written %q, want %q", name, i+1, f.Columns[i].Written, h)
			}
		}
	}
	odd := fileOf(t, report, "odd-2024.csv")
	if len(odd.Near) != len(kinds.Extracts()) || odd.Near[0].Fields[2] != "year" || !odd.Dated {
		t.Errorf("the file of no kind: %+v", odd)
	}
}

// TestHeaderThatMayBeDataIsNotShown: a list without a header has a row about a
// person there, which can be neither shown nor mapped.
func TestHeaderThatMayBeDataIsNotShown(t *testing.T) {
	_, report, _ := open(t, folder{"x.csv": "Smith,QQ123456C,White\nJones,QQ123457C,White\n"}, Options{})
	for _, c := range report.Files[0].Columns {
		if c.Header != columns.HiddenHeader || c.Written != "" {
			t.Errorf("%+v", c)
		}
	}
}

// TestMappedLabelsAddUp: labels of a counted extract that are mapped to what another
// row has are people of their own, and never make that row a sum of them.
func TestMappedLabelsAddUp(t *testing.T) {
	const rows = "year,ethnicity,headcount\n2024,White,12\n2024,BME,50\n2024,Wht Brit,2\n2024,W.,1\n2024,Filipina,3\n2024,Ghana,4\n"
	for mapping, want := range map[string][3]int{
		"": {12, 50, 10},
		"\"Wht Brit\" = \"White\"\n\"W.\" = \"White\"\n":                        {15, 50, 7},
		"\"Wht Brit\" = \"White British\"\n\"W.\" = \"White British\"\n":        {15, 50, 7},
		"Filipina = \"Any other Asian background\"\nGhana = \"African\"\n":      {12, 57, 3},
		"Filipina = \"BME\"\nGhana = \"African\"\n\"wht brit\" = \"Unknown\"\n": {12, 57, 3},
	} {
		org, report, err := open(t, folder{"w.csv": rows, settings.MappingName: "[labels.ethnicity]\n" + mapping}, Options{})
		if err != nil || report.Errors() > 0 {
			t.Error(mapping, err, said(report))
			continue
		}
		all := org.Return(2024).Headcount()
		if got := [3]int{all.Group(model.White), all.Group(model.BME), all.Group(model.Unknown)}; got != want {
			t.Errorf("%s: %v, want %v; %s", mapping, got, want, said(report))
		}
	}
	// Likewise in a file by category.
	byCategory := "year,ethnicity,headcount\n2024,White British,100\n2024,White Irish,20\n2024,W.,3\n2024,Indian,9\n2024,African,8\n2024,Others,4\n"
	org, report, err := open(t, folder{"w.csv": byCategory, settings.MappingName: "[labels.ethnicity]\n\"W.\" = \"White\"\nOthers = \"BME\"\n"}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.White) != 123 || org.Return(2024).Headcount().Group(model.BME) != 21 {
		t.Error(err, org.Return(2024).Headcount(), said(report))
	}
	// A mapped label that is the exact sum of its categories is one all the same.
	org, report, err = open(t, folder{
		"w.csv":              "year,ethnicity,headcount\n2024,White,12\n2024,Our people,7\n2024,Asian,4\n2024,Black,3\n",
		settings.MappingName: "[labels.ethnicity]\n\"Our people\" = \"BME\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.BME) != 7 {
		t.Error(err, said(report))
	}
}

// TestWhatIsNotUsedStillTellsPeople: a column of names that is not to be used shows
// one row a person all the same, and its file is no extract of counts.
func TestWhatIsNotUsedStillTellsPeople(t *testing.T) {
	_, report, _ := open(t, folder{"w.csv": "Surname,year,ethnicity,headcount\nx,2024,White,1\n", settings.MappingName: "[columns]\nSurname = \"not used\"\n"}, Options{})
	if f := report.Files[0]; f.Kind != columns.UnknownKind || !strings.Contains(f.Reason, "one row a person") {
		t.Errorf("%s: %s", f.Kind, f.Reason)
	}
}

// TestColumnsNamedByYears can be mapped: one is the count, the others are not used.
func TestColumnsNamedByYears(t *testing.T) {
	org, report, err := open(t, folder{
		"workforce-2024.csv": "Ethnicity,2023,2024\nWhite,1,5\n",
		settings.MappingName: "[columns]\n2023 = \"not used\"\n2024 = \"headcount\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Headcount().Total() != 5 {
		t.Error(err, said(report))
	}
}

// TestLookAlikeColumnsOfLists: in a list too the one that is spelt exactly stands.
func TestLookAlikeColumnsOfLists(t *testing.T) {
	for _, header := range []string{"Band,BAND", "BAND,Band"} {
		org, report, err := open(t, folder{
			"staff-2024.csv":     "Employee Number,Ethnic Origin," + header + "\n1,A,5,5\n",
			settings.MappingName: "[columns]\nBand = \"pay_band\"\n",
		}, Options{})
		if err != nil || report.Errors() > 0 || org.Return(2024).Headcount().Total() != 1 {
			t.Errorf("%s: %v %v", header, err, said(report))
		}
	}
}

// TestMappedStaffGroup: a group that is known is another category in all its
// spellings.
func TestMappedStaffGroup(t *testing.T) {
	org, report, err := open(t, folder{
		"staff-2024.csv":     "Employee Number,Ethnic Origin,Band,Staff Group\n1,A,5,Student\n",
		settings.MappingName: "[labels.staff_group]\nStudents = \"non-clinical\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Workforce[model.Post{Category: model.NonClinical, Band: model.Band5}].Total() != 1 {
		t.Error(err, said(report), org.Return(2024).Workforce)
	}
}

// TestStaffGroupsOfACategoryAddUp: two groups of one category are two lots of people, and
// the same group again is the same people.
func TestStaffGroupsOfACategoryAddUp(t *testing.T) {
	rows := "year,staff_group,pay_band,ethnicity,headcount\n2024,Nursing,5,White,100\n2024,Nursing,5,BME,30\n2024,AHP,5,White,50\n2024,AHP,5,BME,10\n2024,Admin,5,White,70\n"
	meant := "[columns]\n\"staff_group\" = \"staff_category\"\n[labels.staff_group]\nNursing = \"clinical\"\nAHP = \"clinical\"\nAdmin = \"non-clinical\"\n"
	for again, refused := range map[string]int{"": 0, "2024,nursing,5,White,7\n": 1, "2024,Clinical,5,White,3\n2024,Clinical staff,5,White,4\n": 1} {
		org, report, err := open(t, folder{"workforce.csv": rows + again, settings.Name: meant}, Options{})
		if err != nil || report.Errors() != refused {
			t.Errorf("%q: %v %v", again, err, said(report))
			continue
		}
		of := org.Return(2024).Workforce[model.Post{Category: model.Clinical, Band: model.Band5}]
		if want := 190 + 3*strings.Count(again, "Clinical,"); of.Total() != want || of.Group(model.BME) != 40 {
			t.Errorf("%q: %d of clinical staff, want %d", again, of.Total(), want)
		}
	}
}

// TestMappedLabelLeavesOtherFilesAlone: a file that has a mapped label does not know
// the people of another by category.
func TestMappedLabelLeavesOtherFilesAlone(t *testing.T) {
	org, report, err := open(t, folder{
		"a.csv":              "year,ethnicity,headcount\n2024,White,12\n2024,BME,5\n",
		"b.csv":              "year,ethnicity,headcount\n2024,Filipina,3\n",
		settings.MappingName: "[labels.ethnicity]\nFilipina = \"Any other Asian background\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.BME) != 8 {
		t.Error(err, said(report))
	}
}

// TestOwnWordOfAGroupIsTheGroup: the word for a group on screen is its other name,
// and no label of people beside it.
func TestOwnWordOfAGroupIsTheGroup(t *testing.T) {
	_, report, err := open(t, folder{
		"w.csv":              "year,ethnicity,headcount\n2024,BME,5\n2024,Our people,5\n",
		settings.Name:        "[labels]\nbme = \"Our people\"\n",
		settings.MappingName: "[labels.ethnicity]\n\"our people\" = \"BME\"\n",
	}, Options{})
	if err != nil || report.Errors() != 1 || !strings.Contains(strings.Join(said(report), " "), "given twice") {
		t.Error(err, said(report))
	}
}
