package planfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wres/model/plan"
)

func TestKeepYear(t *testing.T) {
	const content = "mine,id,action\r\n\"=1+1\",A-0001,Read the survey\r\n"
	path := write(t, content)
	file := load(t, path)
	for range 2 { // a plan that was kept already is kept
		name, err := file.KeepYear(2024, file.Plan())
		if err != nil || name != "action-plan-2024.csv" {
			t.Fatal(name, err)
		}
		kept, err := os.ReadFile(filepath.Join(filepath.Dir(path), name))
		if err != nil || string(kept) != content {
			t.Errorf("kept %q, %v", kept, err)
		}
	}
	save(t, file, edit(t, file.Plan(), "A-0001", func(a *plan.Action) { a.Text = "Another" }))
	if _, err := file.KeepYear(2024, file.Plan()); err == nil || !strings.Contains(err.Error(), "another plan") {
		t.Errorf("a plan kept before was written over: %v", err)
	}
	if err := os.WriteFile(path, []byte("id,action\nA-0001,Theirs\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := file.KeepYear(2025, file.Plan()); !errors.Is(err, ErrChangedOutside) {
		t.Errorf("a plan that was not on screen was kept: %v", err)
	}
}

func TestKeepYearBeforeTheFirstSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", Name)
	p := plan.New(nil, []plan.Action{{Text: "Only on the screen"}})
	name, err := load(t, path).KeepYear(2024, p)
	if err != nil {
		t.Fatal(err)
	}
	if kept := load(t, filepath.Join(filepath.Dir(path), name)).Plan(); !kept.Equal(p) {
		t.Errorf("kept %+v", kept)
	}
}
