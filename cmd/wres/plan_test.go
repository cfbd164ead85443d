package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wres/cmd/wres/exit"
	"wres/loaders/planfile"
	"wres/model/plan"
)

// TestHelpHoldsThePlan fails where a field, a command or a high-impact action is
// added and not told of.
func TestHelpHoldsThePlan(t *testing.T) {
	page := wresData(t, "help", "plan")
	for _, field := range plan.Fields() {
		if field.Column != "id" && !strings.Contains(page, "\n    "+field.Column+" ") {
			t.Errorf("the help does not tell of the field %s", field.Column)
		}
	}
	c := &cli{}
	for _, sub := range planCommand(c).Commands() {
		if !strings.Contains(page, "wres plan "+sub.Name()) {
			t.Errorf("the help does not tell of wres plan %s", sub.Name())
		}
		for _, name := range []string{"filter", "by", "sort", "overdue", "due", "json"} {
			if sub.Name() == "list" && (sub.Flags().Lookup(name) == nil || !strings.Contains(page, "--"+name)) {
				t.Errorf("the help does not tell of list --%s", name)
			}
		}
	}
	folded := folded(page)
	for _, h := range plan.HighImpactActions() {
		if first := strings.ToLower(strings.Join(strings.Fields(h.Name)[:2], " ")); !strings.Contains(strings.ToLower(folded), first) {
			t.Errorf("the help does not tell of the high-impact action %q", h.Name)
		}
	}
	for _, state := range []plan.ProgressState{plan.TargetMet, plan.Moved, plan.NoClearChange, plan.Worse, plan.Early, plan.NoFigureKept, plan.NotMeasurable} {
		if !strings.Contains(page, "\n    "+string(state)+" ") {
			t.Errorf("the help does not tell of the state %q", state)
		}
	}
}

// A field of the plan is a flag of add and of edit.
func TestEveryFieldIsAFlag(t *testing.T) {
	c := &cli{}
	for _, sub := range planCommand(c).Commands() {
		if sub.Name() != "add" && sub.Name() != "edit" {
			continue
		}
		for _, field := range plan.Fields() {
			if found := sub.Flags().Lookup(flagOf(field)) != nil; found == field.Automatic {
				t.Errorf("%s: --%s is there: %v", sub.Name(), flagOf(field), found)
			}
		}
	}
}

// A plan with another's escape sequences puts none on the terminal, in any form.
func TestPlanOnTheTerminal(t *testing.T) {
	dir := t.TempDir()
	file, err := planfile.Load(filepath.Join(dir, planfile.Name))
	if err != nil {
		t.Fatal(err)
	}
	var a plan.Action
	for _, field := range plan.Fields() {
		a = field.With(a, "x\x1b]0;title\x07\u202e\x9b31m\ny")
	}
	a.Evidence = "2 2024 white/bme 2.45"
	if err := file.Save(plan.New(nil, []plan.Action{a})); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list", dir}, {"list", dir, "--by", "lead"}, {"list", dir, "--accessible"}, {"list", dir, "--json"}, {"lint", dir}, {"lint", dir, "--json"},
		{"export", dir, "--format", "md"}, {"export", dir, "--format", "ics"}, {"edit", "1", dir, "--lead", "x"}, {"done", "\x1b[2J", dir},
	} {
		_, stdout, stderr := wres(t, append([]string{"plan"}, args...)...)
		if all := stdout + stderr; strings.ContainsAny(all, "\x1b\x07\u202e\u009b") {
			t.Errorf("%q: %q", args, all)
		}
	}
}

// The JSON of a plan can be walked by a script: lists are lists, and what is not
// there is null.
func TestPlanJSON(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, planfile.Name), []byte("id,action,cost,cost\nA-0001,a,£5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Schema  string
		Actions []map[string]any
	}
	if err := json.Unmarshal([]byte(wresData(t, "plan", "list", dir, "--json")), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Schema != "wres-plan/1" || len(doc.Actions) != 1 {
		t.Fatalf("%+v", doc)
	}
	for key, want := range map[string]string{
		"further": `[{"column":"cost","text":"£5"}]`, "indicators": "[]", "high_impact_actions": "[]", "deadline_date": "null", "notes": "[]", "against": "[]",
		"overdue": "false", "done": "false", "closed": "false",
	} {
		if got, err := json.Marshal(doc.Actions[0][key]); err != nil || string(got) != want {
			t.Errorf("%s: %s, %v; want %s", key, got, err, want)
		}
	}
	if fields := doc.Actions[0]["fields"].(map[string]any); len(fields) != len(plan.Fields()) || fields["action"] != "a" {
		t.Errorf("%v", fields)
	}
}

// An action is found by its id before any number, and by a number that is its own.
func TestFindAction(t *testing.T) {
	b := &book{plan: plan.New(nil, []plan.Action{{ID: "A-0001", Number: "7"}, {ID: "7b", Number: "1"}, {ID: "A-0003", Number: "7B"}, {ID: "x", Number: "2"}, {ID: "y", Number: " 2 "}})}
	for word, want := range map[string]string{"A-0001": "A-0001", "a-0001": "A-0001", "7": "A-0001", "1": "7b", "7b": "7b", "7B": "7b", " X ": "x"} {
		if a, err := b.find(word); err != nil || a.ID != want {
			t.Errorf("%q: %q, %v; want %s", word, a.ID, err, want)
		}
	}
	for word, want := range map[string]string{"2": "2 actions have the number \"2\"", "": "no action has", "9": "no action has", "A-0009": "no action has"} {
		if a, err := b.find(word); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v; want %s", word, a.ID, err, want)
		}
	}
}

// A plan that is open in the app is read, and changed by no command; nothing is put
// beside it either.
func TestPlanOpenElsewhere(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, planfile.Name)
	const text = "id,action\nA-0001,a\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := planfile.Open(path, planfile.Holder{Host: "there"})
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, args := range [][]string{{"add", dir, "--action", "x"}, {"edit", "A-0001", dir, "--lead", "x"}, {"done", "A-0001", dir}, {"carry-over", dir, "--year", "2024"}} {
		status, stdout, stderr := wres(t, append([]string{"plan"}, args...)...)
		if status != exit.Failed || stdout != "" || !strings.Contains(stderr, "open elsewhere") || !strings.Contains(stderr, "close it there") {
			t.Errorf("%s: %d, %q, %q", args[0], status, stdout, stderr)
		}
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != text || exists(filepath.Join(dir, plan.ArchiveName(2024))) {
		t.Errorf("%q, %v", now, err)
	}
	wresData(t, "plan", "list", dir)
}

// Work that the app could not save is spoken of, and left to it.
func TestPlanWithWorkLeftBehind(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, planfile.Name)
	if err := os.WriteFile(path, []byte("id,action\nA-0001,a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := planfile.Open(path, planfile.Holder{})
	if err != nil {
		t.Fatal(err)
	}
	journal := file.OpenJournal()
	draft := plan.DraftOf(plan.Action{}, plan.Action{Text: "unsaved"}, false)
	if err := journal.Append(plan.Entry{At: time.Now(), Draft: &draft})(); err != nil {
		t.Fatal(err)
	}
	if err := journal.Close(); err != nil {
		t.Fatal(err)
	}
	file.Close()
	status, _, stderr := wres(t, "plan", "done", "A-0001", dir)
	if status != 0 || !strings.Contains(stderr, "work that is not in this plan") {
		t.Errorf("%d, %q", status, stderr)
	}
	if !exists(filepath.Join(dir, ".action-plan.journal")) {
		t.Error("the journal is gone")
	}
}

// A plan that another program changed is not written over, and both are kept.
func TestPlanChangedOutside(t *testing.T) {
	path := filepath.Join(t.TempDir(), planfile.Name)
	if err := os.WriteFile(path, []byte("id,action\nA-0001,a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c := &cli{stdout: &strings.Builder{}, stderr: &strings.Builder{}}
	b, err := openPlan(c, filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	const theirs = "id,action\nA-0001,theirs\n"
	if err := os.WriteFile(path, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	p, _ := b.plan.Add(plan.Action{Text: "mine"})
	if status := c.report(savePlan(c, b, p)); status != exit.Failed {
		t.Errorf("status %d", status)
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != theirs {
		t.Errorf("%q, %v", now, err)
	}
	if said := c.stderr.(*strings.Builder).String(); !strings.Contains(said, "changed by another program") {
		t.Error(said)
	}
}
