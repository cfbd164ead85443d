package loaders

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// unstated writes n rows of a staff list of which the first missing have no ethnicity.
// Numbers begin at from; with none, each row is a person of its own.
func unstated(from, n, missing int, rest string) string {
	var b strings.Builder
	for i := range n {
		origin := "A"
		if i < missing {
			origin = []string{"", "Z", "NULL"}[i%3]
		}
		number := ""
		if from > 0 {
			number = fmt.Sprint(from + i)
		}
		fmt.Fprintf(&b, "%s,%s,%s\n", number, origin, rest)
	}
	return b.String()
}

const unstatedHeader = "Employee Number,Ethnic Origin,Band,Staff Group,Directorate,Year\n"

func TestMissingEthnicityByBandAndDirectorate(t *testing.T) {
	text := unstatedHeader +
		unstated(1, 40, 10, "5,Nursing,Surgery,2024") + // a quarter of the band
		unstated(101, 60, 6, "6,Nursing,Medicine,2024") + // the threshold itself
		unstated(201, 60, 5, "7,Nursing,Medicine,2024") + // below it
		unstated(301, 9, 9, "8a,Nursing,Board office,2024") + // fewer people than are named
		unstated(401, 20, 4, "8b,Nursing,Theatres,2024") + // fewer missing than are named
		unstated(1, 1, 1, "5,Nursing,Surgery,2024") + // the first person again, who counts once
		unstated(501, 500, 0, "2,Admin and Clerical,338 L3 Estates,2024") +
		unstated(1, 40, 40, "5,Nursing,Surgery,2023") // an earlier year
	_, report, err := open(t, folder{"staff.csv": text}, Options{})
	want := []string{
		"notice staff.csv:1:3 [pay_band] 2024: ethnicity is missing for 25.0% of the 40 in clinical band 5 and 10.0% of the 60 in clinical band 6, and for 4.9% of all staff; invite these staff to complete their ethnicity in ESR, and check that new starters are asked",
		"notice staff.csv:1:5 [directorate] 2024: ethnicity is missing for 25.0% of the 40 in Surgery, and for 4.9% of all staff; invite these staff to complete their ethnicity in ESR, and check that new starters are asked",
	}
	if diff := cmp.Diff(want, said(report)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	_, report, err = open(t, folder{"staff.csv": text, "wres.toml": "[thresholds]\nmissing_ethnicity = 8\nsmall_count = 4\nband_headcount = 9\n"}, Options{})
	if got := strings.Join(said(report), "\n"); err != nil ||
		!strings.Contains(got, "100.0% of the 9 in clinical band 8a, 25.0% of the 40 in clinical band 5, 20.0% of the 20 in clinical band 8b and 2 further bands with 8% or more, and for") {
		t.Error(err, got)
	}
}

// TestMissingEthnicityWithoutNumbers: rows without a number count one by one.
func TestMissingEthnicityWithoutNumbers(t *testing.T) {
	text := unstatedHeader + unstated(0, 30, 6, ",Nursing,338 L3 Estates,2024") + unstated(1, 30, 0, ",Nursing,,2024")
	_, report, err := open(t, folder{"staff.csv": text}, Options{})
	want := "notice staff.csv:1:5 [directorate] 2024: ethnicity is missing for 20.0% of the 30 in 338 L3 Estates, and for 10.0% of all staff; invite these staff to complete their ethnicity in ESR, and check that new starters are asked"
	if got := said(report); err != nil || len(got) != 2 || got[1] != want {
		t.Error(err, got)
	}
}

// TestMissingEthnicityOfACountedExtract: the counts of a file say it as well, unless
// its bands are only illustrative or withheld.
func TestMissingEthnicityOfACountedExtract(t *testing.T) {
	const text = "year,staff_category,pay_band,White,BME,Unknown,note\n2024,clinical,5,30,10,10,%s\n2024,medical and dental,consultant,5,5,2,%[1]s\n"
	want := []string{"notice workforce.csv:1:3 [pay_band] 2024: ethnicity is missing for 20.0% of the 50 in clinical band 5, and for 19.4% of all staff; invite these staff to complete their ethnicity in ESR, and check that new starters are asked"}
	_, report, err := open(t, folder{"workforce.csv": fmt.Sprintf(text, "")}, Options{})
	if diff := cmp.Diff(want, said(report)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for name, f := range map[string]folder{
		"illustrative": {"workforce.csv": fmt.Sprintf(text, "illustrative")},
		"withheld":     {"workforce.csv": fmt.Sprintf(text, ""), "status.csv": "year,indicator,status\n2024,1,withheld\n"},
	} {
		if _, report, err := open(t, f, Options{}); err != nil || len(report.Problems) > 0 {
			t.Error(name, err, said(report))
		}
	}
}

// TestTooManyDirectoratesAreNone: a column of teams is not reported on, nor one of
// names.
func TestTooManyDirectoratesAreNone(t *testing.T) {
	text := unstatedHeader + unstated(1, 40, 20, ",Nursing,Mr Plantedname,2024")
	for i := range 1000 + 1 {
		text += fmt.Sprintf("%d,A,,Nursing,Team %d,2024\n", 1000+i, i)
	}
	_, report, err := open(t, folder{"staff.csv": text}, Options{})
	if err != nil || len(report.Problems) > 0 && strings.Contains(strings.Join(said(report), ""), "[directorate]") {
		t.Error(err, said(report))
	}
	_, report, err = open(t, folder{"staff.csv": unstatedHeader + unstated(1, 40, 20, ",Nursing,Mr Plantedname,2024")}, Options{})
	if got := strings.Join(said(report), ""); err != nil || strings.Contains(got, "[directorate]") || len(plantedIn(report)) > 0 {
		t.Error(err, got)
	}
}

// TestOrderOfDirectoratesIsIrrelevant: someone who stands in two directorates alike is
// counted in the same one whichever row comes first.
func TestOrderOfDirectoratesIsIrrelevant(t *testing.T) {
	one := unstated(1, 20, 5, "5,Nursing,Surgery,2024")
	two := unstated(1, 20, 5, "5,Nursing,Medicine,2024")
	_, first, _ := open(t, folder{"staff.csv": unstatedHeader + one + two}, Options{})
	_, second, _ := open(t, folder{"staff.csv": unstatedHeader + two + one}, Options{})
	if diff := cmp.Diff(said(first), said(second)); diff != "" || len(first.Problems) != 2 {
		t.Error(diff, said(first))
	}
}
