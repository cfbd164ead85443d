package plan

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func day(year, month, date int) time.Time {
	return time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
}

func TestIndicatorIDs(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"2; 7":                   "2 7",
		"2,7":                    "2 7",
		"2/7":                    "2 7",
		"2 7 2":                  "2 7",
		"Indicator 2":            "2",
		"Indicators 2 and 7":     "2 7",
		"WRES2, WRES 07":         "2 7",
		"1a; 1B":                 "1a 1b",
		"5-8":                    "5 6 7 8",
		"5 – 8, 9":               "5 6 7 8 9",
		"Indicators 5 to 8":      "5 6 7 8",
		"8-5":                    "8 5",
		"2 - Shortlisting":       "2",
		"to 2":                   "2",
		"all":                    "",
		"0":                      "",
		"1-2000":                 "1",
		"99999999999999999999":   "",
		"2; 7 (see 1 to 3)":      "2 7 1 3", // 2 was given already
		"Indicator 2\nand\t7 ; ": "2 7",
	} {
		got := strings.Join(Action{Indicators: text}.IndicatorIDs(), " ")
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestDoneAndClosed(t *testing.T) {
	for status, want := range map[string][2]bool{
		"done": {true, true}, " Complete ": {true, true}, "COMPLETED.": {true, true}, "achieved": {true, true},
		"": {false, false}, "not done": {false, false}, "in progress": {false, false}, "In-Progress": {false, false},
		"partly complete": {false, false}, "Cancelled": {false, true}, "withdrawn": {false, true}, "Stopped": {false, true}, "not stopped": {false, false},
	} {
		a := Action{Status: status}
		if got := [2]bool{a.Done(), a.Closed()}; got != want {
			t.Errorf("%q: done, closed = %v, want %v", status, got, want)
		}
	}
	if !(Action{Status: StatusDone}).Done() || !slices.Contains(Statuses(), StatusDone) || !slices.Contains(Statuses(), StatusNotStarted) {
		t.Error("the word that the program writes must be one it offers and understands")
	}
}

func TestOverdue(t *testing.T) {
	lateNight := time.Date(2025, 3, 31, 23, 59, 0, 0, time.FixedZone("west", -8*3600))
	for _, test := range []struct {
		action Action
		want   bool
	}{
		{Action{Deadline: "30/03/2025"}, true},
		{Action{Deadline: "31/03/2025"}, false}, // the day itself is not over
		{Action{Deadline: "1/4/2025"}, false},
		{Action{Deadline: "Ongoing"}, false},
		{Action{}, false},
		{Action{Deadline: "30/03/2025", Status: "Done"}, false},
		{Action{Deadline: "30/03/2025", Status: "cancelled"}, false},
		{Action{Deadline: "30/03/2025", Status: "delayed"}, true},
	} {
		if got := test.action.Overdue(lateNight); got != test.want {
			t.Errorf("%+v: %v", test.action, got)
		}
	}
}

// Each text of an Action must be in the table, once, with all that the form,
// the detail view and the help need.
func TestFieldsAreComplete(t *testing.T) {
	fields := Fields()
	kind := reflect.TypeFor[Action]()
	if texts := kind.NumField() - 1; len(fields) != texts {
		t.Errorf("%d fields for %d texts of an Action", len(fields), texts)
	}
	want := "id,number,action,indicators,objective,measure,baseline,target,deadline,lead,status,progress,updated,evidence,team,high_impact"
	var columns []string
	var a Action
	for _, field := range fields {
		columns = append(columns, field.Column)
		if field.Label == "" || !strings.HasSuffix(field.Hint, ".") {
			t.Errorf("%s: label %q, hint %q", field.Column, field.Label, field.Hint)
		}
		a = field.With(a, field.Column)
	}
	if got := strings.Join(columns, ","); got != want {
		t.Errorf("columns %s", got)
	}
	for i := range kind.NumField() - 1 { // texts are in the order of the columns
		if got := reflect.ValueOf(a).Field(i).String(); got != columns[i] {
			t.Errorf("%s holds %q", kind.Field(i).Name, got)
		}
		if got := fields[i].Value(a); got != columns[i] {
			t.Errorf("%s reads %q", columns[i], got)
		}
	}
}

func TestFieldFor(t *testing.T) {
	for name, column := range map[string]string{
		"action": "action", " ACTION ": "action", "\ufeffId": "id", "dead_line": "deadline", "dead-Line": "deadline",
		"actions": "", "": "",
	} {
		field, found := FieldFor(name)
		if field.Column != column || found != (column != "") {
			t.Errorf("%q: %q, %v", name, field.Column, found)
		}
	}
}
