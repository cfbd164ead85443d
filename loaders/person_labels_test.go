package loaders

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// unmappedOf writes the labels of a report that no table knows as "field label count".
func unmappedOf(report source.Report) []string {
	var all []string
	for _, u := range report.Unmapped {
		all = append(all, u.Field+" "+u.Label+" "+labels.Thousands(u.Count))
	}
	slices.Sort(all)
	return all
}

// TestMandatoryLabelsAreListed: what does not say whether training is mandatory is told.
func TestMandatoryLabelsAreListed(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Course,Mandatory?,Date\n" +
		"1,A,Leadership,Role-specific mandatory,01/05/2023\n2,A,Leadership,Core,01/05/2023\n3,H,Coaching,Core,01/05/2023\n4,H,Coaching,,01/05/2023\n5,H,Coaching,No,01/05/2023\n"
	got := sameWays(t, folder{"training.csv": text}, Options{})
	if diff := cmp.Diff([]string{"mandatory Core 2"}, unmappedOf(got.Report)); diff != "" {
		t.Error(diff)
	}
	f := fileOf(t, got.Report, "training.csv")
	if *f.People != 4 || f.Excluded.Mandatory != 1 || !saidOnce(got.Report, `mandatory "Core" is not a label that is known, and does not say whether the training is mandatory, so the name of the course decides (2 rows); write yes or no`) {
		t.Errorf("%+v %q", f, said(got.Report))
	}
}

// saidOnce reports whether one problem alone has a message in it.
func saidOnce(report source.Report, part string) bool {
	n := 0
	for _, p := range report.Problems {
		if strings.Contains(p.Message, part) {
			n++
		}
	}
	return n == 1
}

func TestPrimaryInWords(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group,Primary Assignment:\n" +
		"1,A,6,Nursing,Other\n1,A,5,Nursing,Main\n2,A,6,Nursing,S\n2,A,5,Nursing,P\n3,A,6,Nursing,perhaps\n3,A,5,Nursing,yes\n4,A,5,Nursing,\n"
	got := sameWays(t, folder{"staff-2024.csv": text}, Options{})
	if diff := cmp.Diff([]string{"clinical 5: 4 0 0"}, tallies(got.Organisation.Return(2024))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"primary_assignment (not shown: it may not be a category) 1"}, unmappedOf(got.Report)); diff != "" {
		t.Error(diff)
	}
}

// TestAStageIsSaidOnce: each row with an unknown stage is one error, and its label is
// listed.
func TestAStageIsSaidOnce(t *testing.T) {
	for text, want := range map[string]struct {
		unmapped []string
		wrong    string // beginning of each error
		errors   int
	}{
		"Ethnic Origin,Stage,Year\nA,Parked,2024\nA,Parked,2024\nA,Appointed,2024\n": {[]string{"stage Parked 2"}, "stage is not the name of a stage that is known; map", 2},
		"Ethnic Origin,Stage,Year\nA,Yes,2024\nA,Appointed,2024\n":                   {[]string{"stage Yes 1"}, "stage is not the name of a stage that is known; map", 1},
		"Ethnic Origin,Date Shortlisted,Date Appointed,Band,Year\nA,✓,✓,5,2024\nA,01/05/2023,01/06/2023,5,2024\n": {
			nil, "", 2},
		"Ethnic Origin,Date Shortlisted,Date Appointed,Band,Year\nA,01/05/2023,N/A,5,2024\nA,01/05/2023,-,5,2024\nA,01/05/2023,none,5,2024\nA,01/05/2023,No date,5,2024\nA,n/a,,5,2024\n": {},
	} {
		got := sameWays(t, folder{"applicants.csv": text}, Options{})
		if diff := cmp.Diff(want.unmapped, unmappedOf(got.Report)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		errors := 0
		for _, p := range got.Report.Problems {
			if p.Severity == source.Error {
				errors++
				if !strings.HasPrefix(p.Message, want.wrong) {
					t.Errorf("%q: %q", text, p.Message)
				}
			}
		}
		if errors != want.errors {
			t.Errorf("%q: %d errors, want %d: %q", text, errors, want.errors, said(got.Report))
		}
	}
}

// TestBareWordsAreNoDoctors: where nothing tells a staff group, a word that other staff
// have too is no medical grade.
func TestBareWordsAreNoDoctors(t *testing.T) {
	for _, c := range []struct{ band, group, want, unmapped string }{
		{"Trainee Nursing Associate", "", " : 1 0 0", "pay_band Trainee Nursing Associate 1"},
		{"Management Trainee", "", " : 1 0 0", "pay_band Management Trainee 1"},
		{"Trainee", "", " : 1 0 0", "pay_band Trainee 1"},
		{"Other", "", " : 1 0 0", "pay_band Other 1"},
		{"Other", "Medical and Dental", "medical and dental other: 1 0 0", ""},
		{"Trainee", "Medical and Dental", "medical and dental trainee grade: 1 0 0", ""},
		{"Specialty Trainee", "", "medical and dental trainee grade: 1 0 0", ""},
		{"Trainee Grade", "", "medical and dental trainee grade: 1 0 0", ""},
		{"Core Trainees", "", "medical and dental trainee grade: 1 0 0", ""},
		{"Consultant", "", "medical and dental consultant: 1 0 0", ""},
	} {
		got := sameWays(t, folder{"staff-2024.csv": "Employee Number,Ethnic Origin,Band,Staff Group\n1,A," + c.band + "," + c.group + "\n"}, Options{})
		var unmapped []string
		for _, u := range unmappedOf(got.Report) {
			if strings.HasPrefix(u, "pay_band") {
				unmapped = append(unmapped, u)
			}
		}
		if diff := cmp.Diff([]string{c.want}, tallies(got.Organisation.Return(2024))); diff != "" || strings.Join(unmapped, "; ") != c.unmapped {
			t.Errorf("%+v: %s %q", c, diff, unmapped)
		}
	}
	mapped := folder{"staff-2024.csv": "Employee Number,Ethnic Origin,Band\n1,A,Other\n", "wres.toml": "[labels.band]\n\"Other\" = \"trainee grade\"\n"}
	if got := sameWays(t, mapped, Options{}); tallies(got.Organisation.Return(2024))[0] != "medical and dental trainee grade: 1 0 0" {
		t.Errorf("mapped: %q", tallies(got.Organisation.Return(2024)))
	}
	if model.BareMedical("Medical other") || !model.BareMedical("NHS|Other") {
		t.Error("BareMedical does not go by the whole of a part")
	}
}

// TestAdviceForALabelThatIsNotShown: the app has no such label to map.
func TestAdviceForALabelThatIsNotShown(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Pay Scale,Staff Group\n1,A,Consultant Contract 2003 Threshold 5,Medical and Dental\n"
	_, report, err := open(t, folder{"staff-2024.csv": text}, Options{})
	want := "pay_scale holds a label that is not shown here, for it may be about a person. It is counted without a band (1 row); if it is a band, map it in wres.toml under [labels.band]"
	if err != nil || !saidOnce(report, want) {
		t.Errorf("%v %q", err, said(report))
	}
	org, report, err := open(t, folder{"staff-2024.csv": text, "wres.toml": "[labels.band]\n\"Consultant Contract 2003 Threshold 5\" = \"consultant\"\n"}, Options{})
	if err != nil || len(report.Unmapped) > 0 || tallies(org.Return(2024))[0] != "medical and dental consultant: 1 0 0" {
		t.Errorf("%v %q", err, said(report))
	}
}
