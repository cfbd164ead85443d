package reportfolder_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/reportfolder"
	"wres/model"
	"wres/model/plan"
)

// folder makes one with a kept plan and words of the organisation.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"report/governance.md": "One line.\n\n1 of 11 members.\n",
		"action-plan-2023.csv": "id,action,indicators,baseline,target,objective,progress\n" +
			"A-0001,Ask 1 of 15,9,1 of 15,from 1 of 15 to 3 of 15,2 of 3,\"2024-03-01: 1 of 15 became 1 of 11\n\n2024-02-01: 2 of 15\"\n" +
			"A-0002,Carry on,9,1 of 15,,,2024-03-01: 3 of 15\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestTextsAreThoseOfTheReport: of the plan before, the report tells what its actions were
// and the latest notes on them, and of those that were carried over the notes of now. Each
// text says which file it is from.
func TestTextsAreThoseOfTheReport(t *testing.T) {
	dir := folder(t)
	now := plan.New(nil, []plan.Action{{ID: "A-0002", Text: "Carry on", Progress: "2025-01-01: 4 of 15"}})
	type said struct {
		File string
		Line int
		What string
		Text string
	}
	read := func(now plan.Plan, of model.Year) (plans string, all []said) {
		b, err := reportfolder.Read(dir, dir, now, of, 2024)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range b.Texts {
			all = append(all, said{text.File, text.Line, text.What, text.Text})
		}
		return b.File, all
	}
	own := []said{{"report/governance.md", 1, "the organisation's own text", "One line."}, {"report/governance.md", 3, "the organisation's own text", "1 of 11 members."}}
	file, got := read(now, 2024)
	want := append([]said{
		{"action-plan-2023.csv", 0, "action A-0001, action", "Ask 1 of 15"},
		{"action-plan-2023.csv", 0, "action A-0001, progress", "1 March 2024: 1 of 15 became 1 of 11"},
		{"action-plan-2023.csv", 0, "action A-0002, action", "Carry on"},
	}, own...)
	if diff := cmp.Diff(want, got); diff != "" || file != "action-plan.csv" {
		t.Error(file, diff)
	}
	if file, got = read(now, 2023); file != "action-plan-2023.csv" || !cmp.Equal(got, own) {
		t.Error(file, got)
	}
}

// TestOfYears: a plan that was kept of one of the years is there as a plan, one before them
// with what is told of it, and each text once.
func TestOfYears(t *testing.T) {
	dir := folder(t)
	now := plan.New(nil, []plan.Action{{ID: "A-0002", Text: "Carry on"}})
	for _, c := range []struct {
		years []model.Year
		plans []string
		texts []string
	}{
		{[]model.Year{2022, 2023, 2024}, []string{"action-plan.csv", "action-plan-2023.csv"}, []string{"One line.", "1 of 11 members."}},
		{[]model.Year{2024, 2025}, []string{"action-plan.csv"}, []string{"Ask 1 of 15", "1 March 2024: 1 of 15 became 1 of 11", "Carry on", "1 March 2024: 3 of 15", "One line.", "1 of 11 members."}}, // of 2024 no plan was kept
	} {
		var plans, texts []string
		b := reportfolder.OfYears(dir, dir, now, c.years)
		for _, p := range b.Plans {
			plans = append(plans, p.Name)
		}
		for _, text := range b.Texts {
			texts = append(texts, text.Text)
		}
		if diff := cmp.Diff(c.plans, plans) + cmp.Diff(c.texts, texts); diff != "" {
			t.Error(c.years, diff)
		}
	}
}
