package loaders

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// mappingIn reads a folder's mapping.
func mappingIn(t interface {
	Helper()
	Fatal(...any)
}, dir string) source.Mapping {
	t.Helper()
	s := blank(os.DirFS(dir))
	if err := s.readMapping(); err != nil {
		t.Fatal(err)
	}
	return s.Mapping
}

func columnsTo(pairs ...string) source.Mapping {
	m := source.Mapping{Columns: map[string]string{}}
	for i := 0; i < len(pairs); i += 2 {
		m.Columns[pairs[i]] = pairs[i+1]
	}
	return m
}

func labelsTo(table string, pairs ...string) source.Mapping {
	m := source.Mapping{Labels: map[string]map[string]string{table: columnsTo(pairs...).Columns}}
	return m
}

func TestSavedMappingIsMergedAndSorted(t *testing.T) {
	dir := t.TempDir()
	for _, m := range []source.Mapping{
		columnsTo("Köpfe", "headcount", "Alter", source.Ignored, "Herkunft", "ethnicity"),
		labelsTo("ethnicity", "Martian", "A", "white-ish", "White British"),
		labelsTo("band", "five", "5"),
		labelsTo("staff_group", "Odd jobs", "non-clinical"),
		labelsTo("stage", "Letter sent", "appointed"),
		labelsTo("ethnicity", "MARTIAN", "Indian"), // the same label: the new meaning stands
		columnsTo("Herkunft", ""),                  // forgotten
		labelsTo("band", "Five ", ""),              // likewise, however it is spelt
	} {
		if err := SaveMapping(dir, m); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, MappingName))
	want := mappingHead + `
[columns]
"Alter" = "not used"
"Köpfe" = "headcount"

[labels.ethnicity]
"MARTIAN" = "Indian"
"white-ish" = "White British"

[labels.staff_group]
"Odd jobs" = "non-clinical"

[labels.stage]
"Letter sent" = "appointed"
`
	if diff := cmp.Diff(want, string(data)); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 1 {
		t.Errorf("%v: left behind: %v", err, left)
	}
}

// TestLookAlikeColumnsAreSavedApart: a rule for one spelling leaves another's alone,
// until it is forgotten.
func TestLookAlikeColumnsAreSavedApart(t *testing.T) {
	dir := t.TempDir()
	for _, step := range []struct{ save, want source.Mapping }{
		{columnsTo("Band", "pay_band"), columnsTo("Band", "pay_band")},
		{columnsTo("BAND", source.Ignored), columnsTo("BAND", source.Ignored, "Band", "pay_band")},
		{columnsTo("Band", ""), columnsTo("BAND", source.Ignored)},
		{columnsTo("band", ""), columnsTo()},
	} {
		if err := SaveMapping(dir, step.save); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(step.want.Columns, mappingIn(t, dir).Columns); diff != "" {
			t.Errorf("%v: %s", step.save, diff)
		}
	}
}

// TestMappingRoundTrip: whatever a header or label holds, what is written is read
// again, and matches it.
func TestMappingRoundTrip(t *testing.T) {
	meanings := map[string][]string{"": {"ethnicity", "pay_band", "white", source.Ignored}}
	for _, table := range labels.Tables() {
		for _, c := range table.Choices {
			meanings[table.Name] = append(meanings[table.Name], c.Name)
		}
	}
	hostile := rapid.SampledFrom([]string{"\x1b]52;c;x\x07", `"`, `\`, "\n", "\r\n", "\x00", "\u202e", "\ufeff", "]", "[x]", "=", "#", "'''", `"""`, ".", "é", "\u0301", "日本", "\U000e0001", "\x7f", "\u0085", "\u2028", "\t", "ﬁ", "\xff", "\ud7ff"})
	word := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(hostile, rapid.StringMatching(`[A-Za-z0-9 _-]{1,6}`), rapid.String()), 1, 5).Draw(t, "parts"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "mapping")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		table := rapid.SampledFrom(slices.Sorted(maps.Keys(meanings))).Draw(t, "table")
		want := map[string]string{} // by what is matched
		var m source.Mapping
		for range rapid.IntRange(1, 6).Draw(t, "entries") {
			e := source.Entry{Table: table, Written: word.Draw(t, "written"), Meaning: rapid.SampledFrom(meanings[table]).Draw(t, "meaning")}
			if _, twice := want[csvfile.Fold(e.Written)]; !twice {
				want[csvfile.Fold(e.Written)] = e.Meaning
				m = m.With(e)
			}
		}
		if err := SaveMapping(dir, m); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, MappingName))
		if err != nil || strings.ContainsFunc(strings.ReplaceAll(string(data), "\n", ""), func(r rune) bool { return r < ' ' || r == 0x7f || r == '\u202e' || r == '\ufeff' }) {
			t.Fatalf("%v %q", err, data)
		}
		read := mappingIn(t, dir)
		got := map[string]string{}
		for _, e := range read.Entries() {
			got[csvfile.Fold(e.Written)] = e.Meaning
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q: %s", data, diff)
		}
		if err := SaveMapping(dir, source.Mapping{}); err != nil { // nothing more: the file stays
			t.Fatal(err)
		}
		if again, err := os.ReadFile(filepath.Join(dir, MappingName)); err != nil || string(again) != string(data) {
			t.Fatalf("%v: %q became %q", err, data, again)
		}
	})
}

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
		_, _, err := open(t, folder{"d.csv": oneRow, MappingName: text}, Options{})
		s, ok := errors.AsType[*SettingsError](err)
		if !ok || !strings.HasPrefix(err.Error(), want) || !strings.HasSuffix(err.Error(), "; or delete the file, and map again in the app with f") || s.File != MappingName {
			t.Errorf("%q: %v; want %s", text, err, want)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, MappingName), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := SaveMapping(dir, columnsTo("x", "year")); err == nil {
			t.Errorf("%q was written over", text)
		}
		if data, err := os.ReadFile(filepath.Join(dir, MappingName)); err != nil || string(data) != text {
			t.Errorf("%v: %q became %q", err, text, data)
		}
	}
}

func TestMappingThatCannotBeSaved(t *testing.T) {
	if err := SaveMapping(filepath.Join(t.TempDir(), "none"), columnsTo("x", "year")); err == nil || !strings.HasPrefix(err.Error(), "not saved: wres-mapping.toml: ") {
		t.Error(err)
	}
	dir := t.TempDir()
	if err := SaveMapping(dir, columnsTo("x", "yaer")); err == nil || !strings.Contains(err.Error(), `"yaer" is not the name of a column`) {
		t.Error(err)
	}
	if err := SaveMapping(dir, columnsTo(strings.Repeat("x", maxSettings), "year")); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("%v: left behind: %v", err, left)
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
	for settings, want := range map[string]int{
		"[columns]\n\"headcount\" = \"not used\"\n":  5,
		"[columns]\n\"Head Count\" = \"not used\"\n": 50,
		"[columns]\n\"headcount\" = \"headcount\"\n": 50, // the one that is chosen stands
	} {
		for _, name := range []string{SettingsName, MappingName} {
			org, report, err := open(t, folder{"w.csv": text, name: settings}, Options{})
			if err != nil {
				t.Error(settings, err, said(report))
				continue
			}
			if got := org.Return(2024).Headcount().Total(); got != want {
				t.Errorf("%s: %d people, want %d", settings, got, want)
			}
			told := strings.Contains(strings.Join(said(report), " "), "the first is used, as the settings say")
			if chosen := strings.HasSuffix(settings, "\"headcount\"\n"); told != chosen {
				t.Errorf("%s: %s", settings, said(report))
			}
		}
	}
}

// TestPeopleWinOverTheProgram: wres.toml stands where both files speak of a column
// or label, even where the mapping spells it as the file does.
func TestPeopleWinOverTheProgram(t *testing.T) {
	org, report, err := open(t, folder{
		"w.csv":      "Jahr,HERKUNFT,Zahl,Banding\n2024,Martian,3,five\n",
		SettingsName: "[columns]\nherkunft = \"ethnicity\"\nZahl = \"headcount\"\nJahr = \"year\"\n[labels.ethnicity]\nmartian = \"S\"\n[labels.band]\nfive = \"5\"\n",
		MappingName:  "[columns]\nHERKUNFT = \"note\"\nBanding = \"pay_band\"\n[labels.ethnicity]\nMartian = \"A\"\n[labels.band]\nFIVE = \"6\"\n",
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
		"w.csv":     "year,staff_category,pay_band,ethnicity,headcount\n2024,Odd jobs,five,Martian,3\n",
		"trac.csv":  "Application ID,Ethnic Origin,Stage,Year\n1,Martian,Letter sent,2024\n2,White,Interview,2024\n",
		MappingName: "[labels.ethnicity]\nMartian = \"Indian\"\n[labels.band]\nfive = \"5\"\n[labels.staff_group]\n\"Odd Jobs\" = \"non-clinical\"\n[labels.stage]\n\"letter sent\" = \"appointed\"\n",
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
		SettingsName:     "[columns]\nBanding = \"pay_band\"\n",
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
	if len(odd.Near) != len(Extracts()) || odd.Near[0].Fields[2] != "year" || !odd.Dated {
		t.Errorf("the file of no kind: %+v", odd)
	}
}

// TestHeaderThatMayBeDataIsNotShown: a list without a header has a row about a
// person there, which can be neither shown nor mapped.
func TestHeaderThatMayBeDataIsNotShown(t *testing.T) {
	_, report, _ := open(t, folder{"x.csv": "Smith,QQ123456C,White\nJones,QQ123457C,White\n"}, Options{})
	for _, c := range report.Files[0].Columns {
		if c.Header != hiddenHeader || c.Written != "" {
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
		org, report, err := open(t, folder{"w.csv": rows, MappingName: "[labels.ethnicity]\n" + mapping}, Options{})
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
	org, report, err := open(t, folder{"w.csv": byCategory, MappingName: "[labels.ethnicity]\n\"W.\" = \"White\"\nOthers = \"BME\"\n"}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.White) != 123 || org.Return(2024).Headcount().Group(model.BME) != 21 {
		t.Error(err, org.Return(2024).Headcount(), said(report))
	}
	// A mapped label that is the exact sum of its categories is one all the same.
	org, report, err = open(t, folder{
		"w.csv":     "year,ethnicity,headcount\n2024,White,12\n2024,Our people,7\n2024,Asian,4\n2024,Black,3\n",
		MappingName: "[labels.ethnicity]\n\"Our people\" = \"BME\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.BME) != 7 {
		t.Error(err, said(report))
	}
}

// TestWhatIsNotUsedStillTellsPeople: a column of names that is not to be used shows
// one row a person all the same, and its file is no extract of counts.
func TestWhatIsNotUsedStillTellsPeople(t *testing.T) {
	_, report, _ := open(t, folder{"w.csv": "Surname,year,ethnicity,headcount\nx,2024,White,1\n", MappingName: "[columns]\nSurname = \"not used\"\n"}, Options{})
	if f := report.Files[0]; f.Kind != UnknownKind || !strings.Contains(f.Reason, "one row a person") {
		t.Errorf("%s: %s", f.Kind, f.Reason)
	}
}

// TestColumnsNamedByYears can be mapped: one is the count, the others are not used.
func TestColumnsNamedByYears(t *testing.T) {
	org, report, err := open(t, folder{
		"workforce-2024.csv": "Ethnicity,2023,2024\nWhite,1,5\n",
		MappingName:          "[columns]\n2023 = \"not used\"\n2024 = \"headcount\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Headcount().Total() != 5 {
		t.Error(err, said(report))
	}
}

// TestLookAlikeColumnsOfLists: in a list too the one that is spelt exactly stands.
func TestLookAlikeColumnsOfLists(t *testing.T) {
	for _, header := range []string{"Band,BAND", "BAND,Band"} {
		org, report, err := open(t, folder{
			"staff-2024.csv": "Employee Number,Ethnic Origin," + header + "\n1,A,5,5\n",
			MappingName:      "[columns]\nBand = \"pay_band\"\n",
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
		"staff-2024.csv": "Employee Number,Ethnic Origin,Band,Staff Group\n1,A,5,Student\n",
		MappingName:      "[labels.staff_group]\nStudents = \"non-clinical\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Workforce[model.Post{Category: model.NonClinical, Band: model.Band5}].Total() != 1 {
		t.Error(err, said(report), org.Return(2024).Workforce)
	}
}

// TestMappedLabelLeavesOtherFilesAlone: a file that has a mapped label does not know
// the people of another by category.
func TestMappedLabelLeavesOtherFilesAlone(t *testing.T) {
	org, report, err := open(t, folder{
		"a.csv":     "year,ethnicity,headcount\n2024,White,12\n2024,BME,5\n",
		"b.csv":     "year,ethnicity,headcount\n2024,Filipina,3\n",
		MappingName: "[labels.ethnicity]\nFilipina = \"Any other Asian background\"\n",
	}, Options{})
	if err != nil || org.Return(2024).Headcount().Group(model.BME) != 8 {
		t.Error(err, said(report))
	}
}

// TestOwnWordOfAGroupIsTheGroup: the word for a group on screen is its other name,
// and no label of people beside it.
func TestOwnWordOfAGroupIsTheGroup(t *testing.T) {
	_, report, err := open(t, folder{
		"w.csv":      "year,ethnicity,headcount\n2024,BME,5\n2024,Our people,5\n",
		SettingsName: "[labels]\nbme = \"Our people\"\n",
		MappingName:  "[labels.ethnicity]\n\"our people\" = \"BME\"\n",
	}, Options{})
	if err != nil || report.Errors() != 1 || !strings.Contains(strings.Join(said(report), " "), "given twice") {
		t.Error(err, said(report))
	}
}
