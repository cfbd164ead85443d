package loaders

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
)

// recruitmentOf writes the recruitment of a year, a line a part.
func recruitmentOf(ret *model.Return) []string {
	var all []string
	for _, r := range ret.Recruitment {
		all = append(all, fmt.Sprintf("%s|%s: %d of %d", r.Campaign, model.InternalWord(r.Internal), r.Appointed.Total(), r.Shortlisted.Total()))
	}
	return all
}

func TestCampaignsAndInternalMovesOfApplicants(t *testing.T) {
	text := "Ethnic Origin,Shortlisted,Appointed,Campaign,Internal/External,Date\n" +
		"A,yes,yes,International nurses 2023/24,External,01/05/2023\n" +
		"H,yes,no,INTERNATIONAL NURSES 2023/24,external applicant,01/05/2023\n" +
		"A,yes,yes,,Internal,01/05/2023\n" +
		"A,yes,no,None,,01/05/2023\n" +
		"H,yes,no,123456,Mr Plantedname,01/05/2023\n" +
		"H,yes,no,Mr Plantedname,sideways,01/05/2023\n"
	org, report, err := open(t, folder{"trac.csv": text}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	want := []string{"|: 0 of 3", "|internal: 1 of 1", "INTERNATIONAL NURSES 2023/24|external: 1 of 2"}
	if diff := cmp.Diff(want, recruitmentOf(org.Return(2024))); diff != "" {
		t.Error(diff)
	}
	wantSaid := []string{
		`notice trac.csv:6:4 [campaign] 2 rows with a campaign that is no name, but a number or something about a person: counted without a campaign (lines 6 and 7)`,
		`notice trac.csv:6:5 [internal] internal holds a label that is not shown here, for it may be about a person. It is counted neither as internal nor as external (1 row); write internal or external`,
		`notice trac.csv:7:5 [internal] internal "sideways" is not a label that is known, and is counted neither as internal nor as external (1 row); write internal or external`,
	}
	if diff := cmp.Diff(wantSaid, said(report)); diff != "" {
		t.Error(diff)
	}
	if found := plantedIn(org); len(found) > 0 {
		t.Errorf("the organisation holds %q", found)
	}
}

// TestTooManyCampaignsAreNone: a column of vacancies is no column of campaigns.
func TestTooManyCampaignsAreNone(t *testing.T) {
	const mostCampaigns = 50
	rows := func(n int) string {
		text := "Ethnic Origin,Shortlisted,Appointed,Campaign,Date\n"
		for i := range n {
			text += fmt.Sprintf("A,yes,no,Vacancy %c%c,01/05/2023\n", 'a'+i/26, 'a'+i%26)
		}
		return text
	}
	org, report, err := open(t, folder{"trac.csv": rows(mostCampaigns)}, Options{})
	if err != nil || len(report.Problems) > 0 || len(org.Return(2024).Recruitment) != mostCampaigns {
		t.Error(err, said(report), len(org.Return(2024).Recruitment))
	}
	org, report, err = open(t, folder{"trac.csv": rows(mostCampaigns + 200)}, Options{})
	want := []string{"notice trac.csv:1:4 [campaign] the lists of applicants name more than 50 campaigns, so none is told apart: is this column the right one?"}
	if diff := cmp.Diff(want, said(report)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if diff := cmp.Diff([]string{"|: 0 of 250"}, recruitmentOf(org.Return(2024))); diff != "" {
		t.Error(diff)
	}
}

func TestInternalMovesOfACountedExtract(t *testing.T) {
	text := "year,ethnicity,campaign,internal,shortlisted,appointed\n" +
		"2024,White,,internal,20,10\n2024,BME,,internal,10,2\n" +
		"2024,White,,external,50,10\n2024,BME,,external,40,4\n" +
		"2024,BME,abroad,external,30,29\n" +
		"2024,White,,,5,1\n2024,BME,,odd,4,1\n" +
		"2024,White,,total,75,21\n"
	org, report, err := open(t, folder{"recruitment.csv": text}, Options{})
	if err != nil {
		t.Fatal(err, said(report))
	}
	want := []string{"|: 2 of 9", "|internal: 12 of 30", "|external: 14 of 90", "abroad|external: 29 of 30"}
	if diff := cmp.Diff(want, recruitmentOf(org.Return(2024))); diff != "" {
		t.Error(diff)
	}
	wantSaid := []string{`notice recruitment.csv:8:4 [internal] internal "odd" is not a label that is known, and is counted neither as internal nor as external (4 people); write internal or external`}
	if diff := cmp.Diff(wantSaid, said(report)); diff != "" {
		t.Error(diff)
	}
	if f := fileOf(t, report, "recruitment.csv"); f.RowsAside != 1 || f.RowsUsed != 7 {
		t.Errorf("%+v", f)
	}
	// A file of the whole beside one by internal and external is their sum.
	org, report, err = open(t, folder{"recruitment.csv": strings.ReplaceAll(text, "odd", ""), "all.csv": "year,ethnicity,shortlisted,appointed\n2024,White,75,21\n2024,BME,84,36\n"}, Options{})
	if err != nil || len(report.Problems) > 0 || len(org.Return(2024).Recruitment) != 4 {
		t.Error(err, said(report), recruitmentOf(org.Return(2024)))
	}
}
