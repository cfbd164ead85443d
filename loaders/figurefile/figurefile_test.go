package figurefile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wres/loaders"
	"wres/loaders/kinds"
	"wres/model/source"
)

var noon = time.Date(2025, time.April, 14, 12, 0, 0, 0, time.UTC)

func keeper(dir string) *Keeper {
	return &Keeper{Folder: dir, Now: func() time.Time { return noon }}
}

// keep hands figures over, and gives what came of it.
func keep(k *Keeper, kind, text string) error {
	return k.Take(source.Typed{Kind: kind, Year: "2025", Figures: source.Figures{{Row: 1}: text}})()
}

func content(t *testing.T, dir, kind string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, Name(kind)))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return string(data)
}

// Every cell of every kind comes back in its place as it was typed, for its user alone, and is
// read as no extract; what is saved or thrown away is gone.
func TestFiguresComeBack(t *testing.T) {
	dir := t.TempDir()
	k := keeper(dir)
	var all []source.Typed
	for _, kind := range kinds.Choices().Kinds {
		typed := source.Typed{Kind: kind.Kind, Year: "2024", Figures: source.Figures{}, Before: source.Figures{}}
		for p, page := range kind.Sheet.Pages {
			for r := range page.Rows {
				for c := range kind.Sheet.Columns {
					at := source.Cell{Page: p, Row: r, Column: c}
					typed.Figures[at] = strings.Repeat("1", 1+c) + page.Rows[r].Name[:1]
					typed.Before[at] = page.Rows[r].Name[:1]
				}
			}
		}
		if kind.Sheet.Empty() {
			continue
		}
		all = append(all, typed)
		if err := k.Take(typed)(); err != nil {
			t.Fatal(err)
		}
	}
	if err := k.Close(); err != nil {
		t.Fatal(err)
	}
	if _, report, _ := loaders.Open(context.Background(), os.DirFS(dir), loaders.Options{Folder: "x"}, nil); len(report.Files) != 0 {
		t.Errorf("read as extracts: %+v", report.Names())
	}
	next := keeper(dir)
	if hint := next.Hint(); !strings.Contains(hint, "workforce") || !strings.Contains(hint, "board") {
		t.Errorf("says %q", hint)
	}
	for _, typed := range all {
		if info, err := os.Stat(filepath.Join(dir, Name(typed.Kind))); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", typed.Kind, info.Mode(), err)
		}
		got, err := next.Read(typed.Kind)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&source.Draft{Typed: typed, At: noon}, got); diff != "" {
			t.Error(diff)
		}
		next.Take(source.Typed{Kind: typed.Kind})
	}
	if err := next.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if hint := next.Hint(); hint != "" {
		t.Errorf("says %q", hint)
	}
}

// A table that is saved and another that is begun at once do not take each other's turn.
func TestKindsAreKeptApart(t *testing.T) {
	dir := t.TempDir()
	k := keeper(dir)
	for _, kind := range []string{"board", "training", "workforce"} {
		if err := keep(k, kind, "1"); err != nil {
			t.Fatal(err)
		}
	}
	k.Take(source.Typed{Kind: "board"})
	k.Take(source.Typed{Kind: "training"})
	if err := keep(k, "workforce", "2"); err != nil {
		t.Error(err)
	}
	if content(t, dir, "board")+content(t, dir, "training") != "" || !strings.Contains(content(t, dir, "workforce"), `"2"`) {
		t.Error("files were passed over")
	}
	if err := k.Close(); err != nil {
		t.Error(err)
	}
}

// What this run has neither read nor written stays: a file of the user's, one that cannot be
// read, and one that another program wrote where no lock keeps it away.
func TestNothingElseIsWrittenOver(t *testing.T) {
	good := func() string {
		dir := t.TempDir()
		k := keeper(dir)
		if err := errors.Join(keep(k, "board", "1"), k.Close()); err != nil {
			t.Fatal(err)
		}
		return content(t, dir, "board")
	}()
	for name, c := range map[string]struct{ text, why string }{
		"a user's":         {"my notes", "it holds no figures"},
		"a later version":  {strings.Replace(good, `"version": 1`, `"version": 2`, 1), "a later version of wres"},
		"an unknown field": {strings.Replace(good, `"kind"`, `"mine": 1, "kind"`, 1), "unknown field"},
		"an unknown row":   {strings.Replace(good, "voting members", `\u001b[31mothers`, 1), "the table has no row"},
		"a cell twice":     {strings.Replace(good, `"figures": [`, `"figures": [{"row": "voting members", "column": "White", "text": "3"},`, 1), "twice"},
		"another kind":     {strings.Replace(good, `"board"`, `"training"`, 1), "its figures are of"},
		"more behind":      {good + "{}", "more stands behind"},
		"cut off":          {good[:len(good)/2], "it holds no figures"},
		"another program":  {good, ""},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, Name("board"))
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		k := keeper(dir)
		if c.why != "" {
			if d, err := k.Read("board"); err == nil || d != nil || !strings.Contains(err.Error(), c.why) || !strings.Contains(err.Error(), "move it away") || strings.Contains(err.Error(), "\x1b") {
				t.Errorf("%s: %+v, %v", name, d, err)
			}
		}
		if err := keep(k, "board", "2"); err == nil || !strings.Contains(err.Error(), Name("board")) {
			t.Errorf("%s: %v", name, err)
		}
		k.Take(source.Typed{Kind: "board"})
		if err := k.Close(); err != nil {
			t.Errorf("%s: nothing is unsaved: %v", name, err)
		}
		if got := content(t, dir, "board"); got != c.text {
			t.Errorf("%s: it holds %q", name, got)
		}
	}
	dir := t.TempDir()
	first, second := keeper(dir), keeper(dir)
	if err := keep(first, "board", "1"); err != nil {
		t.Fatal(err)
	}
	if d, err := second.Read("board"); err != nil || d == nil {
		t.Fatalf("%+v, %v", d, err)
	}
	if err := keep(second, "board", "2"); err != nil {
		t.Error(err)
	}
	if err := keep(first, "board", "3"); err == nil || !strings.Contains(content(t, dir, "board"), `"2"`) {
		t.Errorf("%v; it holds %s", err, content(t, dir, "board"))
	}
	if err := first.Close(); err == nil {
		t.Error("what is in no file is said by nobody")
	}
	if err := second.Close(); err != nil {
		t.Error(err)
	}
}

// A disk that takes nothing is said, and tried again; what was there before stays.
func TestFailingDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gone")
	k := keeper(dir)
	err := keep(k, "board", "1")
	if err == nil || !strings.Contains(err.Error(), Name("board")+" cannot be written") || strings.Contains(err.Error(), ".tmp") || strings.Contains(err.Error(), dir) {
		t.Errorf("%v", err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := keep(k, "board", "2"); err != nil || !strings.Contains(content(t, dir, "board"), `"2"`) {
		t.Errorf("%v", err)
	}
	path := filepath.Join(dir, Name("board"))
	if err := errors.Join(os.Remove(path), os.Mkdir(path, 0o700)); err != nil {
		t.Fatal(err)
	}
	if err := keep(k, "board", "3"); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("%v", err)
	}
	if k.Close() == nil {
		t.Error("what is in no file is said by nobody")
	}
}

// What another program works on is neither offered nor written; once that has ended, it is.
func TestFiguresOfAnotherProgram(t *testing.T) {
	dir := t.TempDir()
	first := keeper(dir)
	if err := keep(first, "board", "1"); err != nil {
		t.Fatal(err)
	}
	elsewhere := errors.New("the plan is open elsewhere")
	second := keeper(dir)
	second.Locked = func() error { return elsewhere }
	if d, err := second.Read("board"); d != nil || err != nil {
		t.Errorf("%+v, %v", d, err)
	}
	if err := keep(second, "board", "2"); !errors.Is(err, elsewhere) {
		t.Errorf("%v", err)
	}
	if err := second.Take(source.Typed{Kind: "board"})(); err != nil {
		t.Errorf("to let go of nothing: %v", err)
	}
	if !strings.Contains(content(t, dir, "board"), `"1"`) {
		t.Error("it was written over")
	}
	elsewhere = nil
	if d, err := second.Read("board"); err != nil || d == nil || d.Figures[source.Cell{Row: 1}] != "1" {
		t.Errorf("%+v, %v", d, err)
	}
	if err := errors.Join(first.Close(), second.Close()); err != nil {
		t.Error(err)
	}
}
