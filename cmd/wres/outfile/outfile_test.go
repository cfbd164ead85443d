package outfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestForm(t *testing.T) {
	forms := []string{"csv", "docx", "xlsx"}
	for _, c := range []struct{ path, asked, want, refused string }{
		{"a.docx", "", "docx", ""},
		{"a.DOCX", "", "docx", ""},
		{"a.b/c.csv", "", "csv", ""},
		{"a.xlsx", "xlsx", "xlsx", ""},
		{"a.XLSX", "xlsx", "xlsx", ""},
		{"report", "docx", "docx", ""},
		{"report.2024", "docx", "docx", ""},
		{"-", "csv", "csv", ""},
		{"", "csv", "csv", ""},
		{"a.xlsx", "docx", "", "the name a.xlsx says xlsx, and --format says docx; end the name in .docx, or leave --format out"},
		{"a.Xlsx", "docx", "", "says xlsx"},
		{"a.ics", "docx", "", "the name a.ics says ics, and --format says docx; end the name in .docx"},
		{"a.ics", "", "", "say in what form: --format csv, docx or xlsx"},
		{"a", "", "", "say in what form"},
		{"", "", "", "say in what form"},
	} {
		got, err := File{Path: c.path}.Form(c.asked, forms)
		if got != c.want || (err == nil) != (c.refused == "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%q, --format %q: %q, %v; want %q, %q", c.path, c.asked, got, err, c.want, c.refused)
		}
	}
}

// What cannot be written is said in a sentence, without the name of the temporary file.
func TestWriteSays(t *testing.T) {
	dir := t.TempDir()
	file, there := filepath.Join(dir, "there.csv"), []byte("old")
	if err := os.WriteFile(file, there, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file File
		want string
	}{
		{File{Path: file}, "there is a file " + file + " already; name another, or replace it with --force"},
		{File{Path: file, Fixed: true}, "there is a file " + file + " already, and it is kept; move it away first"},
		{File{Path: dir, Force: true}, dir + " is a folder; name a file in it"},
		{File{Path: dir}, dir + " is a folder; name a file in it"},
		{File{Path: filepath.Join(dir, "none", "a.csv"), Force: true}, "there is no folder " + filepath.Join(dir, "none") + "; make it first, or name another"},
		{File{Path: filepath.Join(dir, "none", "a.csv")}, "there is no folder " + filepath.Join(dir, "none") + "; make it first, or name another"},
		{File{Path: filepath.Join(dir, strings.Repeat("a", 300)), Force: true}, "was not written: file name too long"},
	} {
		if err := c.file.Write([]byte("new"), 0o600); err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.file, err, c.want)
		}
	}
	if got, err := os.ReadFile(file); string(got) != "old" {
		t.Errorf("it holds %q, %v", got, err)
	}
	if err := (File{Path: file, Force: true}).Write([]byte("new"), 0o600); err != nil {
		t.Error(err)
	}
	if got, err := os.ReadFile(file); string(got) != "new" {
		t.Errorf("it holds %q, %v", got, err)
	}
}
