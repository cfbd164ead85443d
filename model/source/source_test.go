package source_test

import (
	"strconv"
	"testing"

	"wres/model/source"
)

func TestProblemNamesItsPlace(t *testing.T) {
	for _, c := range []struct {
		p    source.Problem
		want string
	}{
		{source.Problem{File: "a.csv", Line: 7, Column: 3, Message: "m"}, "a.csv:7:3: m"},
		{source.Problem{File: "a.csv", Line: 7, Message: "m"}, "a.csv:7: m"},
		{source.Problem{File: "a.csv", Column: 3, Message: "m"}, "a.csv: m"},
		{source.Problem{Message: "m"}, "m"},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

func TestErrorsCountsNoNotices(t *testing.T) {
	r := source.Report{Problems: []source.Problem{{Severity: source.Error}, {Severity: source.Notice}, {Severity: source.Error}}}
	if got := r.Errors(); got != 2 {
		t.Errorf("%d errors, want 2", got)
	}
}

func TestExcludedNamesTheRulesThatApplied(t *testing.T) {
	for _, c := range []struct {
		e    source.Excluded
		want string
	}{
		{source.Excluded{}, "nobody"},
		{source.Excluded{Bank: 12, SecondAssignment: 3}, "bank 12, second assignments 3"},
		{source.Excluded{Honorary: 1, NonExecutive: 2, Mandatory: 3, Other: 4}, "honorary 1, non-executive 2, mandatory training 3, other 4"},
	} {
		if got := c.e.String(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.e, got, c.want)
		}
	}
}

func TestCountedSaysWhoIsNot(t *testing.T) {
	n := func(n int) *int { return &n }
	for _, c := range []struct {
		f    source.File
		want string
	}{
		{source.File{Kind: "workforce", RowsUsed: 5}, ""},
		{source.File{Kind: "staff list", RowsUsed: 2018, People: n(1852), Excluded: source.Excluded{Bank: 3}}, "#1852 people counted; left out: bank #3"},
		{source.File{Kind: "staff list", RowsUsed: 1, People: n(1)}, "#1 person counted; left out: nobody"},
		{source.File{Kind: source.Applicants, RowsUsed: 600, People: n(313)}, "#313 shortlisted applicants counted; left out: not shortlisted #287"},
		{source.File{Kind: source.Applicants, RowsUsed: 1, People: n(1)}, "#1 shortlisted applicant counted; left out: nobody"},
	} {
		if got := c.f.Counted(func(n int) string { return "#" + strconv.Itoa(n) }); got != c.want {
			t.Errorf("%+v: %q, want %q", c.f, got, c.want)
		}
	}
}

// TestPlaces: a problem in a sheet stands where Excel shows it.
func TestPlaces(t *testing.T) {
	sheet := source.SheetName("staff.xlsx", "2024")
	for _, c := range []struct {
		p    source.Problem
		want string
	}{
		{source.Problem{File: sheet, Line: 12, Column: 28, Message: "m"}, "staff.xlsx [2024]: cell AB12: m"},
		{source.Problem{File: sheet, Line: 12, Message: "m"}, "staff.xlsx [2024]: row 12: m"},
		{source.Problem{File: sheet, Message: "m"}, "staff.xlsx [2024]: m"},
		{source.Problem{File: "staff.xlsx [2024].csv", Line: 12, Column: 3, Message: "m"}, "staff.xlsx [2024].csv:12:3: m"},
		{source.Problem{Message: "m"}, "m"},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
	for want, p := range map[string]source.Problem{"line 2, column 3": {Line: 2, Column: 3}, "line 2": {Line: 2}, "cell Z2": {File: sheet, Line: 2, Column: 26}, "": {Column: 3}} {
		if got := p.Place(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for want, f := range map[string]source.File{
		"xlsx, header in row 3":           {Encoding: "xlsx", HeaderLine: 3},
		"utf-8, commas, header in line 1": {Encoding: "utf-8", Delimiter: ",", HeaderLine: 1},
	} {
		if got := f.Reading(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
