package loaders

import (
	"strings"
	"testing"

	"wres/model/source"
)

// TestRowsThatAreNoPerson: a row that says nothing by which a person is counted is
// refused with its line, and a person of whom something is known is not.
func TestRowsThatAreNoPerson(t *testing.T) {
	const (
		staff  = "Employee Number,Ethnic Origin,AfC Band,Staff Group,FTE,Start Date\n"
		board  = "Name,Ethnicity,Voting,Executive\n"
		course = "Employee Number,Ethnic Origin,Course,Date\n"
	)
	for _, c := range []struct {
		name, header, row string
		message           string // "": the row is a person
	}{
		{"staff-2024.csv", staff, "1) Excludes bank staff,,,,,", "ethnicity does not say, and what else tells whom the row counts is blank (pay_band and staff_group); delete the row if it is a note or a total, else fill it in"},
		{"staff-2024.csv", staff, "Surgery ward 12,,,,,", "ethnicity does not say, and what else"},
		{"staff-2024.csv", staff, "Headcount: 20,,,,,", "ethnicity does not say, and what else"},
		{"staff-2024.csv", staff, "Headcount,2,,,,", "ethnicity does not say, and what else"},
		{"staff-2024.csv", staff, ",,,,2.00,", "ethnicity does not say, and what else"},
		{"staff-2024.csv", staff, ",,,,(WTE),(dd/mm/yyyy)", "ethnicity does not say, and what else"},
		{"staff-2024.csv", staff, "1, , ,,0.6,", ""},
		{"staff-2024.csv", staff, "A0012-3,,,,,", ""},
		{"staff-2024.csv", staff, "=\"101\",,,,,", ""},
		{"staff-2024.csv", "Assignment Number,Ethnic Origin,Band\n", "12345678-2,,", ""},
		{"staff-2024.csv", staff, "1,,5,,,", ""},
		{"staff-2024.csv", staff, "1,,,Nursing,,", ""},
		{"staff-2024.csv", staff, ",A,,,,", ""},
		{"staff-2024.csv", "Employee Number,Ethnic Origin,Band,Assignment Category\n", "1,,,Bank", ""},
		{"staff-2024.csv", "Employee Number,Ethnic Origin,Band,Job Role\n", "1,,,Chair", ""},
		{"board-2024.csv", board, "Vacant post,,,", "ethnicity does not say, and what else tells whom the row counts is blank (voting and executive); delete the row if it is a note or a total, else fill it in"},
		{"board-2024.csv", board, "A Person,,yes,", ""},
		{"board-2024.csv", board, "A Person,White,,", ""},
		{"courses-2024.csv", "Employee Number,Ethnic Origin,Course\n", ",,Excludes e-learning", "course is all that the row has; delete the row if it is a note or a total, else fill it in"},
		{"courses-2024.csv", "Employee Number,Ethnic Origin,Course\n", "Distinct count: 2,,", "employee_number is all that the row has"},
		{"courses-2024.csv", "Ethnic Origin,Course\n", ",Leadership", ""},
		{"courses.csv", course, "7,,Leadership,01/05/2023", ""},
		{"courses-2024.csv", "Employee Number,Ethnic Origin,Course\n", "7,,", ""},
		{"cases.csv", "Date Opened,Employee Number,Ethnic Origin,Allegation\n", "01/05/2023,,,Theft", ""},
		{"courses.csv", "Employee Number,Course,Date\n", "7,,01/05/2023", ""},
	} {
		got := sameWays(t, folder{c.name: c.header + c.row + "\n"}, Options{})
		f := fileOf(t, got.Report, c.name)
		want := 0
		if c.message != "" {
			want = 1
		}
		if f.RowsRefused != want || f.RowsRead != 1 || f.RowsUsed != 1-want {
			t.Errorf("%s %q: %+v %q", c.name, c.row, f, said(got.Report))
		}
		if c.message == "" {
			continue
		}
		p := got.Report.Problems[0]
		if p.Severity != source.Error || p.Line != 2 || !strings.HasPrefix(p.Message, c.message) {
			t.Errorf("%s %q: %+v", c.name, c.row, p)
		}
	}
}

// TestDecoratedNumbersAreOnePerson: what a spreadsheet puts around a number is no part
// of it.
func TestDecoratedNumbersAreOnePerson(t *testing.T) {
	text := "Employee Number,Ethnic Origin,Band,Staff Group,FTE\n" +
		"101,A,5,Nursing,1\n101\u00a0,A,5,Nursing,1\n=\"101\",A,5,Nursing,1\n'101,A,5,Nursing,1\n101\u200b,A,5,Nursing,1\n\"=\"\"101\"\"\",A,6,Nursing,1.2\u00a0\n"
	got := sameWays(t, folder{"staff-2024.csv": text}, Options{})
	f := fileOf(t, got.Report, "staff-2024.csv")
	if *f.People != 1 || f.Excluded.SecondAssignment != 5 || tallies(got.Organisation.Return(2024))[0] != "clinical 6: 1 0 0" || saidOnce(got.Report, "FTE") {
		t.Errorf("%+v %q %q", f, tallies(got.Organisation.Return(2024)), said(got.Report))
	}
}
