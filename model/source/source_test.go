package source_test

import (
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
