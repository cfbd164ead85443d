package planfile

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"wres/model/plan"
)

// makeVariable makes the test binary write a plan with awkward words to a path,
// and checkVariable compares a plan with it that came back from elsewhere; both
// for .ci/round-trip.sh.
const (
	makeVariable  = "WRES_MAKE_HELPER"
	checkVariable = "WRES_CHECK_HELPER"
)

// awkwardPlan holds what spreadsheets are known to change: accents and other
// scripts, line breaks, quotes, delimiters, formulas, signs, spaces, dates.
func awkwardPlan() plan.Plan {
	return plan.New([]string{"cost", "coût, “own”"}, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Train panels,\nall of \"them\" – é ñ ß 漢 Łódź\n\nfourth line", Indicators: "2; 7",
			Objective: "Fairer; faster, sooner", Measure: "=SUM(A1:A9)", Baseline: "-3", Target: "10%", Deadline: "31/03/2027", Lead: "Zoë O'Brien",
			Status: "in progress", Progress: "- first\n- second: +44 20 7946 0000\n=not a formula", Updated: "2026-01-02", Extra: []string{"£5,000", "'quoted'"}},
		{ID: "A-0002", Number: "3a", Text: "'begins with an apostrophe'", Indicators: "5-8", Objective: "@lead", Measure: " spaces around ", Baseline: "0.10",
			Target: "2.45 (1.85, 3.26)", Deadline: "end of March", Lead: "\"quoted\"", Status: "TRUE", Progress: "emoji 🙂, e\u0301 combined, \u00a0hard space", Updated: "2026-11-23", Extra: []string{"", "1/2"}},
	})
}

func TestAwkwardPlanComesBack(t *testing.T) {
	path := write(t, "")
	if err := makeAwkward(path); err != nil {
		t.Fatal(err)
	}
	if got := differences(path); len(got) > 0 {
		t.Error(got)
	}
	damaged := strings.Replace(content(t, path), "Łódź", "Lodz", 1)
	if err := os.WriteFile(path, []byte(damaged), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := differences(path); len(got) != 1 || !strings.Contains(got[0], "Lodz") {
		t.Errorf("a lost accent is not noticed: %q", got)
	}
}

func makeAwkward(path string) error {
	file, err := Load(path)
	if err != nil {
		return err
	}
	return file.Save(awkwardPlan())
}

// differences lists what the plan at path says otherwise than awkwardPlan does. A
// number may be written another way: 0.10 is 0.1.
func differences(path string) (found []string) {
	file, err := Load(path)
	if err != nil {
		return []string{err.Error()}
	}
	for _, problem := range file.Problems() {
		if !strings.Contains(problem.Message, "other users") {
			found = append(found, problem.String())
		}
	}
	want, got := awkwardPlan(), file.Plan()
	if want.Len() != got.Len() {
		return append(found, fmt.Sprintf("%d actions, want %d", got.Len(), want.Len()))
	}
	differ := func(where, want, got string) {
		a, errA := strconv.ParseFloat(want, 64)
		b, errB := strconv.ParseFloat(got, 64)
		if same := want == got || errA == nil && errB == nil && a == b; !same {
			found = append(found, fmt.Sprintf("%s: %q, want %q", where, got, want))
		}
	}
	for i, a := range want.Actions() {
		b := got.Actions()[i]
		for _, field := range plan.Fields() {
			differ(a.ID+" "+field.Column, field.Value(a), field.Value(b))
		}
		differ(a.ID+" further columns", strings.Join(a.Extra, "|"), strings.Join(b.Extra, "|"))
	}
	differ("columns", strings.Join(want.ExtraColumns(), "|"), strings.Join(got.ExtraColumns(), "|"))
	return found
}

// roundTripHelper does the part of the scripts.
func roundTripHelper() (done bool, status int) {
	if path := os.Getenv(makeVariable); path != "" {
		if err := makeAwkward(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return true, 1
		}
		return true, 0
	}
	if path := os.Getenv(checkVariable); path != "" {
		found := differences(path)
		for _, one := range found {
			fmt.Println(one)
		}
		return true, min(len(found), 1)
	}
	return false, 0
}
