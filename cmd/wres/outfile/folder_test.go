package outfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/cmd/wres/outfile"
	"wres/loaders/durable"
)

func files(names ...string) []outfile.Made {
	var all []outfile.Made
	for _, name := range names {
		all = append(all, outfile.Made{Name: name, Content: []byte("of " + name)})
	}
	return all
}

// holds gives the names of a folder's files; nil: there is no such folder.
func holds(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	} else if err != nil {
		t.Fatal(err)
	}
	names := []string{}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestFolderIsMadeAndFilled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	written, err := outfile.Folder{Path: dir, Mode: outfile.Private}.Write(durable.Platform(), files("a.md", "b.csv"))
	if got := holds(t, dir); err != nil || len(written) != 2 || !slices.Equal(got, []string{"a.md", "b.csv"}) {
		t.Errorf("%v, %v, %q", written, err, got)
	}
	if content, err := os.ReadFile(filepath.Join(dir, "b.csv")); err != nil || string(content) != "of b.csv" {
		t.Errorf("%q, %v", content, err)
	}
}

// Where files are there already all of them are named, and nothing is written.
func TestFilesThatAreThereStay(t *testing.T) {
	dir := t.TempDir()
	if _, err := (outfile.Folder{Path: dir, Mode: outfile.Private}).Write(durable.Platform(), files("a.md", "c.html")); err != nil {
		t.Fatal(err)
	}
	other := []outfile.Made{{Name: "a.md", Content: []byte("new")}, {Name: "b.csv"}, {Name: "c.html"}}
	written, err := outfile.Folder{Path: dir, Mode: outfile.Private}.Write(durable.Platform(), other)
	if err == nil || len(written) > 0 || !strings.Contains(err.Error(), "a.md and "+filepath.Join(dir, "c.html")+" already, so nothing was written") {
		t.Errorf("%v, %v", written, err)
	}
	if got := holds(t, dir); !slices.Equal(got, []string{"a.md", "c.html"}) {
		t.Errorf("%q", got)
	}
	if written, err = (outfile.Folder{Path: dir, Mode: outfile.Private, Force: true}).Write(durable.Platform(), other); err != nil || len(written) != 3 {
		t.Errorf("%v, %v", written, err)
	}
	if content, _ := os.ReadFile(filepath.Join(dir, "a.md")); string(content) != "new" {
		t.Errorf("%q", content)
	}
}

// Where one file cannot be written the others are, and nothing of it is left.
func TestOneFileFails(t *testing.T) {
	for _, force := range []bool{false, true} {
		dir := filepath.Join(t.TempDir(), "out")
		faulty := durable.Platform()
		replace := faulty.Replace
		faulty.Replace = func(from, to string) error {
			if filepath.Base(to) == "b.csv" {
				return errors.New("the program that has it open keeps it")
			}
			return replace(from, to)
		}
		faulty.Link = faulty.Replace // as where there are no links
		written, err := outfile.Folder{Path: dir, Mode: outfile.Private, Force: force}.Write(faulty, files("a.md", "b.csv", "c.html"))
		if err == nil || len(written) != 2 || written[0].Name != "a.md" || written[1].Name != "c.html" || !strings.Contains(err.Error(), "b.csv was not written: ") {
			t.Errorf("%v, %v", written, err)
		}
		if got := holds(t, dir); !slices.Equal(got, []string{"a.md", "c.html"}) {
			t.Errorf("%q", got)
		}
	}
}

// Where none can be written a folder that was made for them goes again.
func TestNoFileIsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	faulty := durable.Platform()
	faulty.Replace = func(string, string) error { return errors.New("the disk is full") }
	faulty.Link = faulty.Replace
	if written, err := (outfile.Folder{Path: dir, Mode: outfile.Private}).Write(faulty, files("a.md", "b.csv")); err == nil || len(written) > 0 || !strings.Contains(err.Error(), "a.md was not") || !strings.Contains(err.Error(), "b.csv was not") {
		t.Errorf("%v, %v", written, err)
	}
	if got := holds(t, dir); got != nil {
		t.Errorf("%q", got)
	}
}

// A file whose folder the disk does not confirm is there, and is said to be written.
func TestFileThatIsNotConfirmed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	faulty := durable.Platform()
	faulty.SyncFolder = func(string) error { return &os.PathError{Op: "sync", Path: dir, Err: errors.New("a fault")} }
	written, err := outfile.Folder{Path: dir, Mode: outfile.Private}.Write(faulty, files("a.md"))
	if err == nil || len(written) != 1 || !strings.Contains(err.Error(), "a.md: the file was written, but the disk did not confirm") || strings.Contains(err.Error(), "was not written") {
		t.Errorf("%v, %v", written, err)
	}
	if got := holds(t, dir); !slices.Equal(got, []string{"a.md"}) {
		t.Errorf("%q", got)
	}
}

func TestFolderThatIsNone(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		file:                            "is a file; name a folder",
		filepath.Join(dir, "wres.DOCX"): "is the name of a file",
		dir:                             "holds the extracts; name a folder of its own",
		filepath.Join(dir, "new"):       "",
		filepath.Join(dir, "report"):    "holds what the organisation writes",
		filepath.Join(dir, "x", "..", "report") + "/": "holds what the organisation writes",
		filepath.Join(dir, "v1.2"):                    "",
		filepath.Join(dir, "no", "new"):               "",
	} {
		err := outfile.Folder{Path: path}.Usable(map[string]string{dir: "the extracts", filepath.Join(dir, "report"): "what the organisation writes"})
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := (outfile.Folder{Path: filepath.Join(dir, "no", "new")}).Write(durable.Platform(), files("a.md")); err == nil || !strings.Contains(err.Error(), "there is no folder") {
		t.Error(err)
	}
}

// A link among the files does not lead a report over what it is made from.
func TestFilesApartFromTheirSource(t *testing.T) {
	dir := t.TempDir()
	source := filepath.Join(dir, "source.csv")
	if err := os.WriteFile(source, []byte("year"), 0o600); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink(source, filepath.Join(dir, "a.md"))
	if _, err := os.Lstat(filepath.Join(dir, "a.md")); err != nil { // wine tells of no error and makes none
		t.Skip(err)
	}
	if err := (outfile.Folder{Path: dir}).Apart(files("b.csv", "a.md"), outfile.Source{Files: []string{source}}); err == nil || !strings.Contains(err.Error(), "a.md is what this is made from") {
		t.Error(err)
	}
	if err := (outfile.Folder{Path: dir}).Apart(files("b.csv"), outfile.Source{Files: []string{source}}); err != nil {
		t.Error(err)
	}
}

// No file becomes what the program reads, where there is none of that name yet.
func TestFilesThatWouldBeRead(t *testing.T) {
	dir := t.TempDir()
	from := outfile.Source{Files: []string{filepath.Join(dir, "wres.toml")}, Folder: dir, Own: filepath.Join(dir, "report")}
	for name, want := range map[string]string{
		"wres.toml":            "would be read",
		"wres-mapping.toml":    "would be read",
		"action-plan.csv":      "would be read",
		"action-plan-2023.csv": "would be read",
		"Any.CSV":              "would be read",
		"x/../any.tsv":         "would be read",
		"any.txt":              "would be read",
		"report":               "what the organisation itself writes",
		"report/governance.md": "what the organisation itself writes",
		"report/new/any.docx":  "what the organisation itself writes",
		"REPORT/any.html":      "what the organisation itself writes",
		"any.md":               "",
		"out/any.csv":          "",
		"reports/any.md":       "",
		"other.toml":           "",
	} {
		err := outfile.File{Path: dir + "/" + name}.Apart(from)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
	if err := (outfile.File{Path: filepath.Join(dir, "any.csv")}).Apart(outfile.Source{}); err != nil {
		t.Errorf("of the built-in example: %v", err)
	}
}

// What a file cannot replace, or would lead elsewhere, is said of each before any is written.
func TestNothingIsWrittenWhereOneCannotBe(t *testing.T) {
	dir := t.TempDir()
	out, victim := filepath.Join(dir, "out"), filepath.Join(dir, "victim.txt")
	if err := errors.Join(os.MkdirAll(filepath.Join(out, "b.docx"), 0o700), os.WriteFile(victim, []byte("old"), 0o600), os.WriteFile(filepath.Join(out, "d.md"), []byte("old"), 0o600)); err != nil {
		t.Fatal(err)
	}
	wants := []string{filepath.Join(out, "b.docx") + " is a folder", "nothing was written", "move it away first"}
	if os.Symlink("../victim.txt", filepath.Join(out, "c.csv")) == nil && os.Symlink("gone", filepath.Join(out, "e.html")) == nil {
		wants = []string{wants[0], wants[1], filepath.Join(out, "c.csv") + " is a link", filepath.Join(out, "e.html") + " is a link", "move them away first"}
	}
	before := holds(t, out)
	for _, force := range []bool{true, false} {
		written, err := outfile.Folder{Path: out, Mode: outfile.Private, Force: force}.Write(durable.Platform(), files("a.md", "b.docx", "c.csv", "d.md", "e.html"))
		for _, want := range wants {
			if err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "--force") {
				t.Errorf("%v, want %q", err, want)
			}
		}
		if got := holds(t, out); len(written) > 0 || !slices.Equal(got, before) {
			t.Errorf("%v, %q", written, got)
		}
		for _, path := range []string{victim, filepath.Join(out, "d.md")} {
			if content, err := os.ReadFile(path); string(content) != "old" {
				t.Errorf("%s holds %q, %v", path, content, err)
			}
		}
	}
}

// A link that leads nowhere is said once.
func TestFolderIsALinkThatLeadsNowhere(t *testing.T) {
	link := filepath.Join(t.TempDir(), "link")
	_ = os.Symlink("gone", link)
	if _, err := os.Lstat(link); err != nil {
		t.Skip(err)
	}
	if err := (outfile.Folder{Path: link}).Usable(nil); err == nil || err.Error() != link+" is a link that leads nowhere; name a folder, which is made if it is not there" {
		t.Error(err)
	}
}

func TestNamesAndSizes(t *testing.T) {
	for got, want := range map[string]string{
		outfile.Made{Content: make([]byte, 1)}.Size():         "1 byte",
		outfile.Made{Content: make([]byte, 999)}.Size():       "999 bytes",
		outfile.Made{Content: make([]byte, 84_880)}.Size():    "85 kB",
		outfile.Made{Content: make([]byte, 1_200_000)}.Size(): "1,200 kB",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
