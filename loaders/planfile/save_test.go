package planfile

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model/plan"
)

// edit changes one field of one action.
func edit(t *testing.T, p plan.Plan, id string, change func(*plan.Action)) plan.Plan {
	t.Helper()
	action, found := p.Find(id)
	if !found {
		t.Fatalf("no %s", id)
	}
	change(&action)
	p, err := p.Edit(action)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func save(t *testing.T, file *File, p plan.Plan) {
	t.Helper()
	if err := file.Save(p); err != nil {
		t.Fatal(err)
	}
	if !file.Plan().Equal(p) {
		t.Error("the file's plan is not the one saved")
	}
}

// leftovers lists what a save left beside the plan.
func leftovers(t *testing.T, path string) []string {
	t.Helper()
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), tempPattern))
	if err != nil {
		t.Fatal(err)
	}
	return left
}

func TestSaveNewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", Name)
	file := load(t, path)
	p, _ := file.Plan().Add(plan.Action{Text: "Train\r\npanels", Indicators: "2; 7", Lead: "Zoë", Baseline: "-3", Progress: "-none"})
	save(t, file, p)
	want := "\ufeff" + header + "\r\nA-0001,1,\"Train\npanels\",\"2; 7\",,,-3,,,Zoë,,'-none,\r\n"
	if diff := cmp.Diff(want, content(t, path)); diff != "" {
		t.Error(diff)
	}
	if got := load(t, path).Plan(); !got.Equal(p) {
		t.Errorf("came back as %v", got.Actions())
	}
}

// The edits of TestSaveKeepsBytes.

func nothing(_ *testing.T, p plan.Plan) plan.Plan { return p }

func lead(text string) func(*testing.T, plan.Plan) plan.Plan {
	return func(t *testing.T, p plan.Plan) plan.Plan {
		return edit(t, p, "A-0002", func(a *plan.Action) { a.Lead = text })
	}
}

func add(_ *testing.T, p plan.Plan) plan.Plan {
	p, _ = p.Add(plan.Action{Text: "new", Number: "9"})
	return p
}

func remove(t *testing.T, p plan.Plan) plan.Plan {
	p, err := p.Delete("A-0001")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Every case is one edit of a file; want is the whole file afterwards.
func TestSaveKeepsBytes(t *testing.T) {
	for _, test := range []struct {
		name, before string
		change       func(*testing.T, plan.Plan) plan.Plan
		want         string
	}{
		{"nothing, odd quoting and mixed line ends", "\"id\",Action,lead,£\nA-0001,\"a\",\"b\r\nc\",=1\r\n\n,,,\nA-0002,  x  ,y,", nothing,
			"\"id\",Action,lead,£\nA-0001,\"a\",\"b\r\nc\",=1\r\n\n,,,\nA-0002,  x  ,y,"},
		{"edit keeps other rows and own formulas", "id,action,lead,sum\nA-0001,\"a\",b,=1\nA-0002,x,y,=A1+B1\nA-0003,'=z,,\n", lead("=é"),
			"id,action,lead,sum\nA-0001,\"a\",b,=1\nA-0002,x,'=é,=A1+B1\nA-0003,'=z,,\n"},
		{"semicolon, CRLF", "id;action;lead\r\nA-0001;\"a\";b, c\r\nA-0002;x;y\r\n", lead("p;q"),
			"id;action;lead\r\nA-0001;\"a\";b, c\r\nA-0002;x;\"p;q\"\r\n"},
		{"last row without a line end", "id,action,number\r\nA-0001,a,1", add,
			"id,action,number\r\nA-0001,a,1\r\nA-0002,new,9\r\n"},
		{"last row with a lone CR", "id,action,number\nA-0001,a,1\r", add,
			"id,action,number\nA-0001,a,1\r\nA-0002,new,9\n"},
		{"last row with a lone CR in a CRLF file", "id,action,number\r\nA-0001,a,1\r", add,
			"id,action,number\r\nA-0001,a,1\r\nA-0002,new,9\r\n"},
		{"last row edited without a line end", "id,action,lead\nA-0001,a,\nA-0002,b,c", lead("d"),
			"id,action,lead\nA-0001,a,\nA-0002,b,d"},
		{"header without a line end", "id,action,number", add, "id,action,number\r\nA-0001,new,9\r\n"},
		{"new row stands before blank rows at the end", "id,action,number\nA-0001,a,1\n,,\n\n", add,
			"id,action,number\nA-0001,a,1\nA-0002,new,9\n,,\n\n"},
		{"delete", "id,action\nA-0001,a\nA-0002,b\n", remove, "id,action\nA-0002,b\n"},
		{"a column the file lacks", "id,action,own\nA-0001,\"a\",1\nA-0002,b,2", lead("c"),
			"id,action,own,lead\nA-0001,\"a\",1,\nA-0002,b,2,c"},
		{"a column the file lacks, short and long rows", "id,action,own\nA-0001,a\nA-0002,b\nA-0003,c,1,2\n", lead("d"),
			"id,action,own,lead\nA-0001,a\nA-0002,b,,d\nA-0003,c,1,,2\n"},
		{"ids given on load", "action,own\n\"a\",'=1\nb,=2\n", nothing, "action,own,id\na,'=1,A-0001\nb,=2,A-0002\n"},
		{"ids given on load, cell there", "id,action\n,\"a\"\nA-0007,\"b\"\nA-0007,\"c\"\n", nothing,
			"id,action\nA-0008,a\nA-0007,\"b\"\nA-0009,c\n"},
		{"empty file", "", add, header + "\r\nA-0001,9,new,,,,,,,,,,\r\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := write(t, test.before)
			file := load(t, path)
			p := test.change(t, file.Plan())
			save(t, file, p)
			if diff := cmp.Diff("\ufeff"+test.want, content(t, path)); diff != "" {
				t.Error(diff)
			}
			if got := load(t, path).Plan(); !got.Equal(p) {
				t.Errorf("came back as %v", got.Actions())
			}
		})
	}
}

func TestUndoneEditGetsItsBytesBack(t *testing.T) {
	before := "\ufeffid,action,own\nA-0001,\"a\",=1\nA-0002,\"b\",=2,surplus\n"
	path := write(t, before)
	file := load(t, path)
	old := file.Plan()
	save(t, file, edit(t, old, "A-0001", func(a *plan.Action) { a.Text = "changed" }))
	save(t, file, old)
	if diff := cmp.Diff(before, content(t, path)); diff != "" {
		t.Error(diff)
	}
	without, err := old.Delete("A-0001")
	if err != nil {
		t.Fatal(err)
	}
	save(t, file, without)
	save(t, file, old)
	if diff := cmp.Diff(before, content(t, path)); diff != "" {
		t.Error(diff)
	}
}

func TestPlanOfAnotherFileIsRefused(t *testing.T) {
	path := write(t, "id,action,own\nA-0001,a,1\n")
	before := content(t, path)
	if err := load(t, path).Save(plan.New(nil, nil)); !errors.Is(err, errOtherColumns) {
		t.Error(err)
	}
	if content(t, path) != before {
		t.Error("the file was changed")
	}
}

// The last line of defence: bytes that do not read back as the plan are not written.
func TestUnreadableBytesAreNotWritten(t *testing.T) {
	p := plan.New(nil, []plan.Action{{ID: "A-0001", Text: "a"}})
	for name, broken := range map[string]*sheet{
		"not a plan":   {delimiter: ',', end: "\n", header: []byte("id,name\n"), columns: columnsOf([]string{"id", "action"})},
		"other places": {delimiter: ',', end: "\n", header: []byte("action,id\n"), columns: columnsOf([]string{"id", "action"})},
		"no line end":  {delimiter: ',', end: ",", header: []byte("id,action"), columns: columnsOf([]string{"id", "action"})},
	} {
		if _, _, err := compose(broken, nil, p, Name); !errors.Is(err, errNotTheSame) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A program that reads the plan during a save sees the old one to its end,
// because the new one is another file that takes its name.
func TestReaderKeepsTheOldFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not replace a file that is open")
	}
	before := "id,action\nA-0001,a\n"
	path := write(t, before)
	reader, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	file := load(t, path)
	p, _ := file.Plan().Add(plan.Action{Text: "b"})
	save(t, file, p)
	if seen, err := io.ReadAll(reader); err != nil || string(seen) != before {
		t.Errorf("%v: the reader saw %q", err, seen)
	}
}

func TestFolderDeletedOutside(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := load(t, path)
	if err := os.RemoveAll(filepath.Dir(path)); err != nil {
		t.Fatal(err)
	}
	if err := file.Save(file.Plan()); !errors.Is(err, ErrChangedOutside) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("the folder was made again: it may be the place of a drive that is not connected")
	}
}

func TestChangedOutside(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"appended":   func(path string) error { return os.WriteFile(path, []byte("id,action\nA-0001,a\nA-0002,b\n"), 0o600) },
		"same size":  func(path string) error { return os.WriteFile(path, []byte("id,action\nA-0001,b\n"), 0o600) },
		"deleted":    os.Remove,
		"replaced":   func(path string) error { return errors.Join(os.Remove(path), os.Symlink(os.DevNull, path)) },
		"now folder": func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) },
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, "id,action\nA-0001,a\n")
			file := load(t, path)
			info, err := os.Stat(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			// A time that was set back must not hide the change.
			_ = os.Chtimes(path, info.ModTime(), info.ModTime())
			before := describe(path)
			p, _ := file.Plan().Add(plan.Action{Text: "mine"})
			err = file.Save(p)
			if err == nil || !strings.Contains(err.Error(), "not saved") {
				t.Errorf("saved: %v", err)
			}
			if regular := name == "appended" || name == "same size" || name == "deleted"; regular && !errors.Is(err, ErrChangedOutside) {
				t.Errorf("not ErrChangedOutside: %v", err)
			}
			if after := describe(path); after != before {
				t.Errorf("was %q, is %q", before, after)
			}
			if left := leftovers(t, path); len(left) > 0 {
				t.Error(left)
			}
		})
	}
}

func describe(path string) string {
	info, err := os.Lstat(path)
	if err != nil {
		return "absent"
	}
	bytes, _ := os.ReadFile(path)
	return info.Mode().String() + " " + string(bytes)
}

func TestCreatedOutside(t *testing.T) {
	path := filepath.Join(t.TempDir(), Name)
	file := load(t, path)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := file.Save(plan.Plan{}); !errors.Is(err, ErrChangedOutside) {
		t.Error(err)
	}
}

func TestTouchIsNoChange(t *testing.T) {
	path := write(t, "id,action\nA-0001,a\n")
	file := load(t, path)
	if err := os.Chtimes(path, time.Unix(1, 0), time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
	save(t, file, file.Plan())
}

func TestSymlinkStaysALink(t *testing.T) {
	for _, exists := range []bool{true, false} {
		folder, elsewhere := t.TempDir(), t.TempDir()
		target, middle, link := filepath.Join(elsewhere, "shared.csv"), filepath.Join(elsewhere, "middle"), filepath.Join(folder, Name)
		if !linked(t, "shared.csv", middle) || !linked(t, middle, link) {
			t.Skip("no links here")
		}
		if exists {
			if err := os.WriteFile(target, []byte("id,action\nA-0001,a\n"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		file := load(t, link)
		p, _ := file.Plan().Add(plan.Action{Text: "b"})
		save(t, file, p)
		for _, path := range []string{link, middle} {
			if info, err := os.Lstat(path); err != nil || info.Mode()&os.ModeSymlink == 0 {
				t.Errorf("%s is no longer a link (%v)", path, err)
			}
		}
		if info, err := os.Lstat(target); err != nil || !info.Mode().IsRegular() {
			t.Errorf("the target: %v, %v", info, err)
		}
		if got := load(t, target).Plan(); !got.Equal(p) {
			t.Errorf("the target holds %v", got.Actions())
		}
	}
}

// A save writes what it is given; the file is a faithful copy of any plan.
func TestSaveRoundTrips(t *testing.T) {
	folder := t.TempDir()
	starts := []string{
		"", "id,action\n", "lead;Sum;action;id\r\nb;=1;\"a\nb\";A-0004\r\n;;c", "\ufeffaction\n\"x,y\"\n\n\"z\"",
		"id,action,own,own\nA-0001,a,1,2,3,4\nA-0001,b\n",
	}
	rapid.Check(t, func(t *rapid.T) {
		path := filepath.Join(folder, Name)
		if err := os.WriteFile(path, []byte(rapid.SampledFrom(starts).Draw(t, "start")), 0o600); err != nil {
			t.Fatal(err)
		}
		file, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		p := file.Plan()
		for range rapid.IntRange(1, 4).Draw(t, "saves") {
			for range rapid.IntRange(0, 3).Draw(t, "edits") {
				p = anyEdit(t, p)
			}
			if err := file.Save(p); err != nil {
				t.Fatal(err)
			}
			back, err := Load(path)
			if err != nil || back.ReadOnly() != "" || !back.Plan().Equal(p) {
				t.Fatalf("%v, %q: %v", err, back.ReadOnly(), back.Plan().Actions())
			}
		}
	})
}

func anyEdit(t *rapid.T, p plan.Plan) plan.Plan {
	fields := plan.Fields()[1:] // all but the id
	field := rapid.SampledFrom(fields).Draw(t, "field")
	text := rapid.OneOf(awkward(), rapid.String(), rapid.SampledFrom([]string{"a\r\nb", "\r", "\x00", "\xff", "''=1"})).Draw(t, "text")
	actions := p.Actions()
	if len(actions) == 0 || rapid.Bool().Draw(t, "add") {
		p, _ = p.Add(field.With(plan.Action{}, text))
		return p
	}
	action := rapid.SampledFrom(actions).Draw(t, "action")
	var err error
	if rapid.IntRange(0, 4).Draw(t, "delete") == 0 {
		p, err = p.Delete(action.ID)
	} else {
		p, err = p.Edit(field.With(action, text))
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}
