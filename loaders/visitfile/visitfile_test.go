package visitfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wres/model/visit"
)

func TestWriteAndRead(t *testing.T) {
	dir := t.TempDir()
	if v, err := Read(dir); err != nil || !v.Seen.IsZero() {
		t.Fatalf("a folder that was never opened: %+v, %v", v, err)
	}
	want := visit.Visit{Seen: time.Date(2026, 11, 29, 9, 0, 0, 0, time.UTC),
		Files:   map[string]visit.File{"a.csv": {Size: 12, Modified: time.Date(2026, 11, 3, 8, 0, 0, 0, time.UTC)}},
		Figures: map[string]visit.Figure{"2 2024": {Text: "2.45", Kind: "clear"}}}
	for range 2 { // the second is written over the first
		if err := Write(dir, want); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Read(dir)
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(err, diff)
	}
	names, _ := os.ReadDir(dir)
	if info, err := os.Stat(filepath.Join(dir, Name)); err != nil || info.Mode().Perm()&0o077 != 0 || len(names) != 1 {
		t.Errorf("%v, %v, %d files", info, err, len(names))
	}
}

func TestWhatIsNoVisit(t *testing.T) {
	for what, content := range map[string]string{"cut off": `{"seen": "2026-11-29T`, "empty": "", "another": `["x"]`, "large": `{"x":"` + strings.Repeat("a", maxBytes) + `"}`} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, Name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if v, err := Read(dir); err == nil || !strings.HasPrefix(err.Error(), Name+" cannot be read and is not used: ") || !v.Seen.IsZero() {
			t.Errorf("%s: %+v, %v", what, v, err)
		}
		if err := Write(dir, visit.Visit{}); err != nil {
			t.Errorf("%s is not written over: %v", what, err)
		}
	}
}

// What stands in the file may come from anywhere, and goes to the screen.
func TestVisitIsCleaned(t *testing.T) {
	dir := t.TempDir()
	content := `{"seen":"2026-11-29T09:00:00Z","files":{"a\u001b[31m.csv":{}},"figures":{"2 2024":{"text":"\u001b]0;x\u0007 2"}}}`
	if err := os.WriteFile(filepath.Join(dir, Name), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	v, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name := range v.Files {
		if strings.ContainsRune(name, 0x1b) {
			t.Errorf("%q", name)
		}
	}
	if text := v.Figures["2 2024"].Text; strings.ContainsAny(text, "\x1b\a") || !strings.Contains(text, "2") {
		t.Errorf("%q", text)
	}
}
