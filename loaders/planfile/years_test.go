package planfile

import (
	"os"
	"path/filepath"
	"testing"

	"wres/model"
	"wres/model/plan"
)

// A report of a year has the plan of that year, and before it the nearest that was kept.
func TestPlansOf(t *testing.T) {
	open := plan.New(nil, []plan.Action{{ID: "A-0009", Text: "now"}})
	carried := plan.New(nil, []plan.Action{{ID: "A-0009", Text: "now", Progress: "2025-05-01: Carried over from the plan of 2024."}})
	answers := plan.New(nil, []plan.Action{{ID: "A-0009", Text: "now", Evidence: "2 2023 white/bme 1.8897 355/1052 90/504"}})
	for _, c := range []struct {
		name         string
		kept         []string
		now          plan.Plan
		year, latest model.Year
		of, before   string // the text of the first action; "" none
		since        model.Year
		unkept       bool
	}{
		{"a plan that names no year is of the latest figures", nil, open, 2024, 2024, "now", "", 0, false},
		{"and of no earlier year", nil, open, 2022, 2024, "", "", 0, true},
		{"no plan is of the latest year", nil, plan.Plan{}, 2024, 2024, "", "", 0, false},
		{"a plan of an earlier year goes on until it is kept", nil, answers, 2024, 2024, "now", "", 0, false},
		{"and is of its own year", nil, answers, 2023, 2024, "now", "", 0, false},
		{"what was carried over is of the year after", []string{"2024"}, carried, 2024, 2024, "2024", "", 0, false},
		{"and has the year before", []string{"2024"}, carried, 2025, 2025, "now", "2024", 2024, false},
		{"a year between: the nearest before it", []string{"2021", "2022"}, open, 2024, 2024, "now", "2022", 2022, false},
		{"a plan kept of the year and of one long before", []string{"2019", "2023", "2024"}, carried, 2023, 2024, "2023", "2019", 2019, false},
		{"a year of which none was kept", []string{"2021", "2024"}, carried, 2023, 2024, "", "2021", 2021, true},
		{"a new plan after one that was kept", []string{"2024"}, open, 2024, 2024, "2024", "", 0, false},
		{"names that keep no plan", []string{"24", "2024.old", "2023-24"}, open, 2024, 2024, "now", "", 0, false},
	} {
		dir := t.TempDir()
		for _, name := range c.kept {
			if err := os.WriteFile(filepath.Join(dir, "action-plan-"+name+".csv"), []byte("id,action\nA-0001,"+name+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got, err := PlansOf(dir, c.now, c.year, c.latest)
		if err != nil {
			t.Fatal(c.name, err)
		}
		first := func(p plan.Plan) string {
			for _, a := range p.Actions() {
				return a.Text
			}
			return ""
		}
		if first(got.Of) != c.of || first(got.Before) != c.before || got.Since != c.since || got.Unkept != c.unkept {
			t.Errorf("%s: %q, %q of %s, unkept %v", c.name, first(got.Of), first(got.Before), got.Since, got.Unkept)
		}
	}
	if got, err := PlansOf(filepath.Join(t.TempDir(), "none"), open, 2024, 2024); err != nil || got.Of.Len() != 1 {
		t.Error("a folder that is not there yet:", got, err)
	}
}

// A plan that cannot be read is not one without actions.
func TestPlansThatCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		name, file, content string
		year                model.Year
		unread              bool
	}{
		{"the plan of now", "action-plan.csv", "x\n", 2024, true},
		{"the plan of now, of a later year", "action-plan.csv", "x\n", 2022, false},
		{"one that was kept", "action-plan-2023.csv", "x\n", 2023, true},
		{"one without actions", "action-plan-2023.csv", "id,action\n", 2023, false},
		{"one of which some is read", "action-plan-2023.csv", "id,action\nA-0001,x\nA-0001,\"y\n", 2023, false},
		{"an empty file", "action-plan.csv", "", 2024, false},
		{"none", "other.csv", "x\n", 2024, false},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, c.file), []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := PlansOf(dir, plan.Plan{}, c.year, 2024)
		if err != nil || got.Unread != c.unread {
			t.Errorf("%s: unread %v, %v", c.name, got.Unread, err)
		}
	}
}

// A folder that has the name of a plan that was kept is none.
func TestFoldersAreNoPlans(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, plan.ArchiveName(2025)), 0o700); err != nil {
		t.Fatal(err)
	}
	open := plan.New(nil, []plan.Action{{ID: "A-0009", Text: "now"}})
	if got, err := PlansOf(dir, open, 2024, 2024); err != nil || got.Of.Len() != 1 {
		t.Error(got, err)
	}
	if got := WithKept(filepath.Join(dir, Name)); len(got) != 1 {
		t.Error(got)
	}
}
