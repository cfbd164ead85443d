package loaders_test

import (
	"strings"
	"testing"

	"wres/model"
)

// TestCountsThatAddUp: where each row says so, a group beside its categories is people of its
// own, and a blank band that is the sum of the others is a band that nobody knows.
func TestCountsThatAddUp(t *testing.T) {
	const rows = "year,staff_category,pay_band,ethnicity,headcount,adds_up\n" +
		"2024,clinical,5,Indian,30,yes\n2024,clinical,5,BME,30,yes\n2024,clinical,5,White,70,yes\n2024,clinical,6,White,20,yes\n" +
		"2024,clinical,,White,90,yes\n2024,clinical,,BME,30,yes\n2024,clinical,,Indian,30,yes\n2024,clinical,consultant,White,4,yes\n2024,clinical,senior medical manager,White,4,yes\n"
	org, report, _ := opened(t, map[string]string{"workforce.csv": rows})
	staff := org.Return(2024).Headcount()
	if got := staff.Group(model.BME); got != 120 {
		t.Errorf("%d BME staff, want 120\n%v", got, report.Problems)
	}
	if got := staff.Group(model.White); got != 184 { // managers are among the consultants
		t.Errorf("%d White staff, want 184\n%v", got, report.Problems)
	}
	for _, mark := range []string{"", "no"} {
		org, _, _ = opened(t, map[string]string{"workforce.csv": strings.ReplaceAll(rows, ",yes\n", ","+mark+"\n")})
		if got := org.Return(2024).Headcount().Group(model.BME); got == 120 {
			t.Errorf("adds_up %q: the groups are added all the same", mark)
		}
	}
	_, _, said := opened(t, map[string]string{"workforce.csv": strings.Replace(rows, "yes", "maybe", 1)})
	if !strings.Contains(said, `workforce.csv:2:6: adds_up "maybe" is neither yes nor no`) {
		t.Errorf("a mark that is neither: %s", said)
	}
}

// TestTwoVocabularies: counts and accounts that do not come from one vocabulary are noticed,
// in one file and between two; of two years they may.
func TestTwoVocabularies(t *testing.T) {
	workforce := func(year, mark string) string {
		return "year,ethnicity,headcount,vocabulary\n" + year + ",White,70," + mark + "\n" + year + ",BME,30," + mark + "\n"
	}
	accounts := func(mark string) string {
		return "year,kind,reason,rows,vocabulary\n2024,workforce,counted,100," + mark + "\n"
	}
	for _, c := range []struct {
		files map[string]string
		want  string
	}{
		{map[string]string{"workforce.csv": workforce("2024", "v1"), "accounts.csv": accounts("v1")}, ""},
		{map[string]string{"workforce.csv": workforce("2024", "v1"), "accounts.csv": accounts("v2")}, "workforce.csv:1:4: the vocabulary of workforce 2024 is not that of accounts.csv"},
		{map[string]string{"workforce-a.csv": workforce("2024", "v1"), "workforce-b.csv": workforce("2023", "v2")}, ""},
		{map[string]string{"workforce.csv": strings.Replace(workforce("2024", "v1"), "v1", "v2", 1)}, `workforce.csv:3:4: vocabulary "v1" is another vocabulary`},
	} {
		_, _, said := opened(t, c.files)
		if strings.Contains(said, "vocabulary") != (c.want != "") || !strings.Contains(said, c.want) {
			t.Errorf("%v: %s; want %q", c.files, said, c.want)
		}
	}
}

// TestAccountsOfAWarehouse: what a query left out is said as it is of a list; rows that it
// could not read are errors, and an account without its rows is refused.
func TestAccountsOfAWarehouse(t *testing.T) {
	const head = "year,kind,reason,rows,vocabulary\n"
	beside := "year,ethnicity,headcount\n2024,White,70\n2024,BME,30\n"
	_, report, said := opened(t, map[string]string{"workforce.csv": beside, "accounts.csv": head +
		"2024,workforce,bank,12,v1\n2024,workforce,honorary,3,v1\n2024,workforce,non-executive,2,v1\n2024,workforce,other,1,v1\n2024,workforce,second assignment,9,v1\n2024,workforce,counted,100,v1\n,workforce,label not in the vocabulary,0,v1\n"})
	f := report.Files[0]
	if x := f.Excluded; f.Kind != "accounts" || f.RowsUsed != 7 || f.People == nil || *f.People != 100 || x.Bank != 12 || x.Honorary != 3 || x.NonExecutive != 2 || x.Other != 1 || x.SecondAssignment != 9 {
		t.Errorf("%+v %+v", f, said)
	}
	if report.Errors() > 0 {
		t.Errorf("a sound file has errors: %s", said)
	}
	for _, c := range []struct{ row, want string }{
		{",workforce,label not in the vocabulary,4,v1", "accounts.csv:2:4: 4 rows of the list with a label that the vocabulary lacks"},
		{",workforce,no year,1,v1", "accounts.csv:2:4: 1 row of the list without a year"},
		{"2024,workforce,nobody,2,v1", "accounts.csv:2:4: 2 rows of the list without a number"},
		{"2024,recruitment,no stage,2,v1", "accounts.csv:2:4: 2 rows of the list without a stage"},
		{"2024,workforce,bank,,v1", "accounts.csv:2:4: rows"},
		{"2024,workforce,bank,many,v1", `accounts.csv:2:4: rows`},
	} {
		_, report, said := opened(t, map[string]string{"workforce.csv": beside, "accounts.csv": head + c.row + "\n"})
		if !strings.Contains(said, c.want) || report.Errors() != 1 {
			t.Errorf("%s: %s; want %q", c.row, said, c.want)
		}
	}
	_, _, said = opened(t, map[string]string{"workforce.csv": beside, "accounts.csv": head + "2024,workforce,mislaid,2,v1\n2024,workforce,another day,7,v1\n"})
	if !strings.Contains(said, `reason "mislaid" is not a reason that is known`) || !strings.Contains(said, "7 rows of the list on another day") {
		t.Error(said)
	}
	_, report, _ = opened(t, map[string]string{"workforce.csv": beside, "accounts.csv": "year,kind,reason,vocabulary\n2024,workforce,bank,v1\n"})
	if f := report.Files[0]; f.Outcome != "not used" {
		t.Errorf("accounts without their rows: %+v", f)
	}
}
