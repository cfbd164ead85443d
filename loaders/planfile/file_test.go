package planfile

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model/plan"
	"wres/model/source"
)

const header = "id,number,action,indicators,objective,measure,baseline,target,deadline,lead,status,progress,updated"

// write puts content at a new path of the plan's usual name.
func write(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), Name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func load(t *testing.T, path string) *File {
	t.Helper()
	file, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func content(t *testing.T, path string) string {
	t.Helper()
	bytes, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(bytes)
}

func TestLoadForms(t *testing.T) {
	want := []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Train panels,\nall of them", Indicators: "2; 7", Lead: "Zoë", Extra: []string{"£5"}},
		{ID: "A-0002", Number: "2", Text: "=not a formula", Indicators: "", Lead: "", Extra: []string{""}},
	}
	for name, text := range map[string]string{
		"comma, LF":          "id,number,action,indicators,lead,Cost\nA-0001,1,\"Train panels,\nall of them\",2; 7,Zoë,£5\nA-0002,2,'=not a formula,,,\n",
		"BOM, CRLF, quoted":  "\ufeff\"id\",number,action,indicators,lead,Cost\r\nA-0001,1,\"Train panels,\r\nall of them\",2; 7,Zoë,£5\r\nA-0002,2,=not a formula,,,",
		"semicolon":          "\ufeffid;number;action;indicators;lead;Cost\r\nA-0001;1;\"Train panels,\nall of them\";\"2; 7\";Zoë;£5\r\nA-0002;2;'=not a formula;;;\r\n",
		"other order, case":  "Cost,LEAD, Indicators ,Action,Number,ID\n£5,Zoë,2; 7,\"Train panels,\nall of them\",1,A-0001\n,,,=not a formula,2, A-0002 \n",
		"blank rows between": "\nid,number,action,indicators,lead,Cost\n\n,,,,,\nA-0001,1,\"Train panels,\nall of them\",2; 7,Zoë,£5\n\r\n,,,,,\nA-0002,2,=not a formula,,,\n,,,,,\n\n",
	} {
		t.Run(name, func(t *testing.T) {
			file := load(t, write(t, text))
			if diff := cmp.Diff(want, file.Plan().Actions()); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"Cost"}, file.Plan().ExtraColumns()); diff != "" {
				t.Error(diff)
			}
			if len(file.Problems()) > 0 || file.ReadOnly() != "" {
				t.Error(file.Problems(), file.ReadOnly())
			}
		})
	}
}

func TestMissingFileIsAnEmptyPlan(t *testing.T) {
	file := load(t, filepath.Join(t.TempDir(), "new", "folder", Name))
	if file.Plan().Len() != 0 || file.ReadOnly() != "" || len(file.Problems()) != 0 {
		t.Errorf("%d actions, %q, %v", file.Plan().Len(), file.ReadOnly(), file.Problems())
	}
}

func TestProblems(t *testing.T) {
	at := func(line, column int, field string, severity source.Severity) source.Problem {
		return source.Problem{File: Name, Line: line, Column: column, Field: field, Severity: severity}
	}
	for _, test := range []struct {
		name, text string
		readOnly   bool
		actions    int
		want       []source.Problem
	}{
		{"no id", "number,action\n1,a\n\n2,\"b\nc\"\n3,d\n", false, 3, []source.Problem{
			at(2, 0, "id", source.Notice), at(4, 0, "id", source.Notice), at(6, 0, "id", source.Notice)}},
		{"duplicate id", "action,id\na,A-0001\nb,A-0001\n", false, 2, []source.Problem{at(3, 2, "id", source.Error)}},
		{"short row", "id,action,lead\nA-0001,a\n", false, 1, []source.Problem{at(2, 2, "", source.Notice)}},
		{"long row", "id,action\nA-0001,a,b,c\n", false, 1, []source.Problem{at(2, 3, "", source.Notice)}},
		{"column twice", "id,action,Action\nA-0001,a,b\n", false, 1, []source.Problem{at(1, 3, "action", source.Notice)}},
		{"open quote", "id,action\nA-0001,a\nA-0002,\"b\nA-0003,c\n", true, 1, []source.Problem{at(3, 2, "", source.Error)}},
		{"bare quote", "id,action\nA-0001,say \"go\"\nA-0002,b\n", true, 1, []source.Problem{at(2, 2, "", source.Error)}},
		{"open quote in header", "id,\"action\nA-0001,a\n", true, 0, []source.Problem{at(1, 0, "", source.Error)}},
		{"no action column", "id,name\nA-0001,a\n", true, 0, []source.Problem{at(1, 0, "", source.Error)}},
		{"NUL", "id,action\nA-0001,a\x00\n", true, 1, []source.Problem{at(2, 0, "", source.Error)}},
		{"Windows-1252", "id,action\nA-0001,a\nA-0002,Zo\xeb\n", true, 2, []source.Problem{at(3, 0, "", source.Error)}},
		{"UTF-16", "\xff\xfei\x00d\x00", true, 0, []source.Problem{at(1, 0, "", source.Error), at(1, 0, "", source.Error)}},
		{"empty", "", false, 0, []source.Problem{at(1, 0, "", source.Notice)}},
		{"only a BOM and a line", "\ufeff\r\n", false, 0, []source.Problem{at(1, 0, "", source.Notice)}},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := write(t, test.text)
			file := load(t, path)
			got := file.Problems()
			for i := range got {
				if !strings.Contains(got[i].Message, ";") && !strings.Contains(got[i].Message, ":") &&
					!strings.Contains(got[i].Message, ", which") {
					t.Errorf("does not say what to do: %s", got[i].Message)
				}
				got[i].Message = ""
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if file.Plan().Len() != test.actions || (file.ReadOnly() != "") != test.readOnly {
				t.Errorf("%d actions, read-only %q", file.Plan().Len(), file.ReadOnly())
			}
			mayBeSaved(t, file, path, test.text, test.readOnly)
		})
	}
}

// mayBeSaved saves a plan with one more action and checks that a read-only file
// stays as it is, and that another holds all there was.
func mayBeSaved(t *testing.T, file *File, path, before string, readOnly bool) {
	t.Helper()
	more, _ := file.Plan().Add(plan.Action{Text: "more"})
	err := file.Save(more)
	if readOnly {
		if err == nil || content(t, path) != before {
			t.Errorf("a read-only file was saved: %v, %q", err, content(t, path))
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	back := load(t, path)
	if !back.Plan().Equal(more) || back.ReadOnly() != "" {
		t.Errorf("came back as %v", back.Plan().Actions())
	}
}

func TestLoadErrors(t *testing.T) {
	folder := t.TempDir()
	loop := filepath.Join(folder, "loop")
	nowhere := filepath.Join(folder, "nowhere")
	large := filepath.Join(folder, "large")
	for _, err := range []error{os.WriteFile(large, nil, 0o600), os.Truncate(large, maxBytes+1)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	all := map[string]string{
		folder:     "folder",
		large:      fmt.Sprint(maxBytes),
		os.DevNull: "ordinary file",
	}
	if runtime.GOOS != "windows" { // which takes a file in the place of a folder for no file at all
		all[filepath.Join(large, "in")] = "check"
	}
	if linked(t, "loop", loop) && linked(t, filepath.Join(folder, "drive", "plan.csv"), nowhere) {
		all[loop], all[nowhere] = "link", "connect the drive"
	}
	for path, says := range all {
		if _, err := Load(path); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v does not say %q", path, err, says)
		}
	}
}

// linked makes a symbolic link where the system makes any: Windows asks for a right that few
// have, and under wine a link is told of that is not there.
func linked(t *testing.T, target, link string) bool {
	t.Helper()
	err := os.Symlink(target, link)
	if err == nil {
		_, err = os.Lstat(link)
	}
	if err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	return err == nil
}
