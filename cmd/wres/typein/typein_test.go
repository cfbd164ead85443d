package typein

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/kinds"
	"wres/loaders/settings"
	"wres/model/source"
)

func typed(kind, year, n string) source.Typed {
	return source.Typed{Kind: kind, Year: year, Figures: source.Figures{{Row: 0, Column: 0}: n}}
}

// Each kind that is typed is saved into the empty file that init writes, and beside a year
// that is there; what was read is what was saved.
func TestSaveIntoEmptyFiles(t *testing.T) {
	dir := t.TempDir()
	if _, err := settings.Complete(dir); err != nil {
		t.Fatal(err)
	}
	f := Folder{dir}
	for _, kind := range kinds.Choices().Kinds {
		if kind.Sheet.Empty() {
			continue
		}
		for _, year := range []string{"2025", "2024"} {
			if name, err := f.Save(typed(kind.Kind, year, "12")); err != nil || name != kind.Kind+".csv" {
				t.Errorf("%s: %q, %v", kind.Kind, name, err)
			}
		}
		got, err := f.Read(kind.Kind, "2025")
		if diff := cmp.Diff(typed(kind.Kind, "", "12").Figures, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", kind.Kind, err, diff)
		}
	}
	left, err := filepath.Glob(filepath.Join(dir, ".*.tmp"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// What changed since it was read is not written over, and neither is what was not read.
func TestSaveOverNothing(t *testing.T) {
	f := Folder{t.TempDir()}
	if _, err := f.Save(typed("training", "2025", "1")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(typed("training", "2025", "2")); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("%v", err)
	}
	change := typed("training", "2025", "3")
	change.Before = source.Figures{{}: "9"}
	if _, err := f.Save(change); err == nil || !strings.Contains(err.Error(), "other figures") {
		t.Errorf("%v", err)
	}
	change.Before = typed("training", "2025", "1").Figures
	if _, err := f.Save(change); err != nil {
		t.Error(err)
	}
	if _, err := f.Save(typed("status", "2025", "1")); err == nil {
		t.Error("a kind that is not typed was saved")
	}
	if err := os.Mkdir(filepath.Join(f.Path, "board.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(typed("board", "2025", "1")); err == nil {
		t.Error("a folder was taken for a file")
	}
	if _, err := (Folder{filepath.Join(f.Path, "none")}).Save(typed("board", "2025", "1")); err == nil || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("%v", err)
	}
	text, err := os.ReadFile(filepath.Join(f.Path, "training.csv"))
	if err != nil || string(text) != bom+"year,White,BME,Unknown\r\n2025,3,,\r\n" {
		t.Errorf("the file holds %q, %v", text, err)
	}
}
