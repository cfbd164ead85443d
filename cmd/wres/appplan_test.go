package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wres/loaders/planfile"
	"wres/model/plan"
	"wres/model/source"
	"wres/tui/keep"
)

// planApp is an app over the example with a plan of two actions on the disk, whose
// first version is in a backup.
func planApp(t *testing.T) *app {
	t.Helper()
	a := testApp(t)
	a.plan.Path = filepath.Join(t.TempDir(), planfile.Name)
	p, _ := plan.Plan{}.Add(plan.Action{Text: "first"})
	for range 2 {
		file, err := planfile.Load(a.plan.Path)
		if err != nil {
			t.Fatal(err)
		}
		if err := file.Save(p); err != nil {
			t.Fatal(err)
		}
		p, _ = p.Add(plan.Action{Text: "second"})
	}
	return a
}

// planOf is what a load that nobody stops gives of the plan.
func planOf(t *testing.T, a *app) (keep.Disk, []source.Problem) {
	t.Helper()
	l, problems, ok := a.loadPlan(t.Context(), &load{})
	if !ok {
		t.Fatal("a load that nobody stopped was stopped")
	}
	return l, problems
}

func beside(a *app, name string) string { return filepath.Join(filepath.Dir(a.plan.Path), name) }

func TestDamagedPlanIsOfferedItsBackupAndPutBack(t *testing.T) {
	a := planApp(t)
	damaged := "id,action\nA-0001,\"\x1b[31mfirst\n"
	if err := os.WriteFile(a.plan.Path, []byte(damaged), 0o600); err != nil {
		t.Fatal(err)
	}
	l, _ := planOf(t, a)
	if l.ReadOnly == "" || l.Backup == nil || l.Backup.Actions != 1 || l.Backup.Why != l.ReadOnly || strings.Contains(l.Backup.Why, "\x1b") {
		t.Fatalf("%q, %+v", l.ReadOnly, l.Backup)
	}
	kept, err := a.plan.Restore(*l.Backup)
	if err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(beside(a, kept)); err != nil || string(content) != damaged {
		t.Errorf("%v: the damaged plan is not in %s", err, kept)
	}
	l, _ = planOf(t, a)
	if l.ReadOnly != "" || l.Backup != nil || l.Plan.Len() != 1 {
		t.Errorf("%q, %+v, %d actions", l.ReadOnly, l.Backup, l.Plan.Len())
	}
	if _, err := a.plan.Restore(keep.Backup{Name: "../../elsewhere.csv"}); err == nil || !strings.Contains(err.Error(), "no longer there") {
		t.Errorf("a file that is no backup: %v", err)
	}
}

// A plan that was cut off where a row ends looks whole; it is offered its backup
// and may still be edited.
func TestCutOffPlanIsOfferedItsBackup(t *testing.T) {
	a := planApp(t)
	planOf(t, a)
	if err := a.plan.Take(plan.Entry{})(); err != nil { // notes the plan as it is
		t.Fatal(err)
	}
	content, err := os.ReadFile(a.plan.Path)
	if err != nil {
		t.Fatal(err)
	}
	cut := content[:strings.LastIndex(strings.TrimSpace(string(content)), "\n")+1]
	if err := os.WriteFile(a.plan.Path, cut, 0o600); err != nil {
		t.Fatal(err)
	}
	l, problems := planOf(t, a)
	if l.ReadOnly != "" || l.Backup == nil || !strings.Contains(l.Backup.Why, "held 2") || len(problems) != 1 {
		t.Errorf("%q, %+v, %v", l.ReadOnly, l.Backup, problems)
	}
}

func TestUnsavedWorkOfAnEarlierRun(t *testing.T) {
	a := planApp(t)
	planOf(t, a)
	typed := plan.Entry{Draft: &plan.Draft{Texts: map[string]string{"action": "typed"}}}
	if err := a.plan.Take(typed)(); err != nil {
		t.Fatal(err)
	}
	if l, _ := planOf(t, a); l.Recovered != nil {
		t.Error("the text of this run is offered to it while it is typed")
	}
	if err := a.plan.Close(); err != nil {
		t.Fatal(err)
	}

	next := testApp(t)
	next.plan.Path = a.plan.Path
	for range 2 { // a question that was not answered is asked again
		if l, _ := planOf(t, next); l.Recovered == nil || !l.Recovered.Entry.Equal(typed) {
			t.Errorf("%+v", l.Recovered)
		}
	}
	name, err := next.plan.SetAside()
	if err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(beside(a, name)); err != nil || !strings.Contains(string(content), "typed") {
		t.Errorf("%v: the text is not in %s", err, name)
	}
	if l, _ := planOf(t, next); l.Recovered != nil {
		t.Errorf("%+v is offered after it was put aside", l.Recovered)
	}
}

func TestUnreadableJournalIsPutAsideAndSaid(t *testing.T) {
	a := planApp(t)
	if err := os.WriteFile(beside(a, ".action-plan.journal"), []byte("nonsense\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, problems := planOf(t, a)
	if l.Recovered != nil || len(problems) != 1 || !strings.Contains(problems[0].Message, ".action-plan.unsaved-") {
		t.Errorf("%+v, %v", l.Recovered, problems)
	}
}

func TestSecondAppCannotTakeTheJournalOrSave(t *testing.T) {
	a, b := planApp(t), testApp(t)
	b.plan.Path = a.plan.Path
	a.plan.Who = planfile.Holder{Host: "WARD-7\x1b[2J"}
	planOf(t, a)
	l, _ := planOf(t, b)
	if !strings.Contains(l.Elsewhere, "WARD-7") || strings.Contains(l.Elsewhere+l.ReadOnly, "\x1b") || l.Recovered != nil {
		t.Errorf("%+v", l)
	}
	if err := b.plan.Save(l.Plan); err == nil {
		t.Error("both may save")
	}
}

func TestHolderIsNamedByTheEnvironment(t *testing.T) {
	for _, c := range []struct {
		environ map[string]string
		want    string
	}{
		{map[string]string{"USER": "zoe", "LOGNAME": "x"}, "zoe"},
		{map[string]string{"USERNAME": "sam"}, "sam"},
		{nil, ""},
	} {
		if got := planfile.Me(func(name string) string { return c.environ[name] }).User; got != c.want {
			t.Errorf("%v: %q", c.environ, got)
		}
	}
}
