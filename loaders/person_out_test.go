package loaders

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model/source"
)

const localContracts = "Employee Number,Ethnic Origin,Band,Staff Group,Assignment Category,Assignment Status\n" +
	"1,A,5,Nursing,Permanent,Active\n" +
	"2,A,5,Nursing,NHS Bank,Active\n" +
	"3,A,5,Nursing,Bank - Zero Hours,Active\n" +
	"4,A,5,Nursing,Honorary Contract Holder,Active\n" +
	"5,A,5,Nursing,Agency,Active\n" +
	"6,A,5,Nursing,AGENCY,Active\n" +
	"7,A,5,Nursing,Permanent,Inactive Not Worked\n" +
	"8,A,5,Nursing,Associate Non-Executive Member,Active\n" +
	"9,A,5,Nursing,Permanent and bank,Active\n" +
	"10,A,5,Nursing,Non-bank,Active\n"

// TestContractsInWords: local labels that plainly say bank, honorary or non-executive
// are left out, and others are listed.
func TestContractsInWords(t *testing.T) {
	got := sameWays(t, folder{"staff-2024.csv": localContracts}, Options{})
	f := fileOf(t, got.Report, "staff-2024.csv")
	if want := (source.Excluded{Bank: 2, Honorary: 1, NonExecutive: 1}); f.Excluded != want || *f.People != 6 {
		t.Errorf("%+v, %d people", f.Excluded, *f.People)
	}
	want := []string{"assignment_category Agency 2", "assignment_category Non-bank 1", "assignment_category Permanent and bank 1", "assignment_status Inactive Not Worked 1"}
	if diff := cmp.Diff(want, unmappedOf(got.Report)); diff != "" {
		t.Error(diff)
	}
	if !saidOnce(got.Report, `assignment_category "Agency" is not a label that is known, and is counted as a contract that is not left out (2 rows); if nobody of it is to be counted, list it in contracts_out with bank, honorary and non-executive, under [staff_list] in wres.toml`) {
		t.Errorf("%q", said(got.Report))
	}
}

// TestLocalLabelsAreLeftOut: the settings take a label as the list writes it, and say
// where no row has it.
func TestLocalLabelsAreLeftOut(t *testing.T) {
	rules := "[staff_list]\ncontracts_out = [\"bank\", \"honorary\", \"non-executive\", \"agency\", \"Agncy\"]\nstatuses_out = [\"Inactive Not Worked\"]\n"
	got := sameWays(t, folder{"staff-2024.csv": localContracts, "wres.toml": rules}, Options{})
	f := fileOf(t, got.Report, "staff-2024.csv")
	if want := (source.Excluded{Bank: 2, Honorary: 1, NonExecutive: 1, Other: 3}); f.Excluded != want || *f.People != 3 {
		t.Errorf("%+v, %d people", f.Excluded, *f.People)
	}
	want := []source.Problem{{File: "wres.toml", Line: 2, Column: 1, Field: "contracts_out", Severity: source.Notice,
		Message: `"Agncy" leaves nobody out: it is no name that is known, and no row of a staff list has it as a label; write it as the list has it, or take it out`}}
	if diff := cmp.Diff(want, got.Report.Problems[:1]); diff != "" {
		t.Error(diff)
	}
	_, report, err := open(t, folder{"disciplinary-2024.csv": "ethnicity,entered\nWhite,1\nBME,2\nUnknown,0\n", "wres.toml": rules}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Errorf("without a staff list: %v %q", err, said(report))
	}
}
