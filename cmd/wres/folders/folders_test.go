package folders_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/cmd/wres/folders"
	"wres/tui"
)

// tree makes folders with some files in them, and gives the folder that they are in.
func tree(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// said writes places as lines: the path below a folder, and what is said of it.
func said(dir string, places []tui.Place) (all []string) {
	for _, p := range places {
		path, _ := filepath.Rel(dir, p.Path)
		all = append(all, fmt.Sprintf("%s: %s, %v", filepath.ToSlash(path), p.Kind, p.Opens))
	}
	return all
}

// Near the folder that is open stand those in it and beside it; what has no files is looked
// into, what has neither is not listed, and what is hidden is not either.
func TestFoldersNearby(t *testing.T) {
	dir := tree(t, "2023/a.csv", "2024/a.csv", "2024/b.XLSX", "2024/readme.md", "2024/old/a.txt", "2024/old/deep/a.tsv", "2024/wres-exports/figures.csv", "empty/readme.md", ".hidden/a.csv", "years/2022/a.csv")
	l := folders.List{Own: t.TempDir(), At: filepath.Join(dir, "2024")}
	got, err := l.From("")
	want := []string{"2024/old: open, 1 file, true", "2024/old: look into it, 1 folder, false", "2023: open, 1 file, true", "years: look into it, 1 folder, false", "..: look into the folder above, false"}
	if err != nil || !slices.Equal(said(dir, got), want) {
		t.Errorf("%v:\n%s\nwant\n%s", err, strings.Join(said(dir, got), "\n"), strings.Join(want, "\n"))
	}
	got, err = l.From(filepath.Join(dir, "years"))
	want = []string{"years/2022: open, 1 file, true", ".: look into the folder above, false"}
	if err != nil || !slices.Equal(said(dir, got), want) {
		t.Errorf("%v:\n%s\nwant\n%s", err, strings.Join(said(dir, got), "\n"), strings.Join(want, "\n"))
	}
	if _, err := l.From(filepath.Join(dir, "gone")); err == nil {
		t.Error("a folder that is not there is no error")
	}
}

// The last ten folders are kept, the newest first, each once, and listed where they still are;
// the file has nothing but paths.
func TestLastFolders(t *testing.T) {
	var files []string
	for i := range 13 {
		files = append(files, fmt.Sprintf("%02d/a.csv", i))
	}
	dir, own := tree(t, files...), filepath.Join(t.TempDir(), "own")
	at := func(i int) folders.List {
		return folders.List{Own: own, At: filepath.Join(dir, fmt.Sprintf("%02d", i))}
	}
	for _, i := range []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 5} {
		at(i).Opened()
	}
	folders.List{Own: own}.Opened() // the example, which has no folder
	if err := os.RemoveAll(filepath.Join(dir, "11")); err != nil {
		t.Fatal(err)
	}
	got, err := at(5).From("")
	var before []string
	for _, p := range got {
		if p.Kind == "opened before" {
			before = append(before, filepath.Base(p.Path))
		}
		if n := strings.Count(fmt.Sprint(got), p.Path+" "); n > 2 { // path and name
			t.Errorf("%s stands there twice", p.Path)
		}
	}
	if want := []string{"12", "10", "09", "08", "07", "06", "04", "03"}; err != nil || !slices.Equal(before, want) {
		t.Errorf("%v: %q, want %q", err, before, want)
	}
	content, err := os.ReadFile(filepath.Join(own, "recent.json"))
	if err != nil || strings.Count(string(content), dir) != 10 {
		t.Errorf("%v:\n%s", err, content)
	}
	for _, wrong := range []string{"{", `["relative"]`, "7"} {
		if err := os.WriteFile(filepath.Join(own, "recent.json"), []byte(wrong), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := at(5).From(""); err != nil || strings.Contains(fmt.Sprint(got), "opened before") {
			t.Errorf("%s: %v: %v", wrong, err, got)
		}
	}
}

// TestFirstTour is so once, and never where that cannot be kept.
func TestFirstTour(t *testing.T) {
	l := folders.List{Own: filepath.Join(t.TempDir(), "wres")}
	if first, again := l.FirstTour(), l.FirstTour(); !first || again {
		t.Errorf("the first time: %v, again: %v", first, again)
	}
	taken := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if (folders.List{Own: filepath.Join(taken, "wres")}).FirstTour() {
		t.Error("a tour that nobody will know of")
	}
}
