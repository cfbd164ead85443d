package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// arrows says which packages of ours, and of others, a package may import. The
// entry with the longest path that a package's begins with holds. Paths are below
// the module; "..." stands for anything below. A package of the table must be
// there.
var arrows = []arrow{
	{from: "model", ours: []string{"model/pattern"}, theirs: mathematics},
	{from: "model/pattern", theirs: []string{}},
	{from: "model/source", theirs: mathematics},
	{from: "model/nearest", theirs: mathematics},
	{from: "model/meanings", ours: []string{"model", "model/nearest", "model/source", "model/words"}, theirs: []string{}},
	{from: "model/scale", theirs: mathematics},
	{from: "model/stats", theirs: mathematics},
	{from: "model/judge", ours: []string{"model", "model/stats"}, theirs: mathematics},
	{from: "model/indicator", ours: []string{"model", "model/stats", "model/judge"}, theirs: mathematics},
	{from: "model/printed", ours: []string{"model", "model/stats", "model/indicator"}, theirs: mathematics},
	{from: "model/disclosure/sums", theirs: mathematics},
	{from: "model/disclosure", ours: []string{"model", "model/stats", "model/judge", "model/indicator", "model/printed", "model/disclosure/sums"}, theirs: mathematics},
	{from: "model/audit/document", ours: []string{"model"}, theirs: []string{}},
	{from: "model/audit/finding", ours: []string{"model", "model/audit/document"}, theirs: []string{}},
	{from: "model/audit", ours: []string{"model", "model/audit/...", "model/disclosure", "model/indicator", "model/printed", "model/stats", "model/words/misprints"}, theirs: mathematics},
	{from: "model/audit/column", ours: []string{"model/nearest"}, theirs: []string{}},
	{from: "model/audit/respondents", theirs: []string{}},
	{from: "model/audit/measure", ours: []string{"model/audit/document", "model/indicator"}, theirs: []string{}},
	{from: "model/audit/tables", ours: []string{"model", "model/audit/column", "model/audit/document", "model/audit/measure", "model/audit/finding", "model/audit/respondents", "model/indicator", "model/words"}, theirs: []string{}},
	{from: "model/audit/leaks", ours: []string{"model/audit/document", "model/audit/finding", "model/audit/measure", "model/disclosure", "model/disclosure/sums", "model/indicator"}, theirs: mathematics},
	{from: "model/audit/phrase", ours: []string{"model", "model/indicator", "model/audit/document"}, theirs: []string{}},
	{from: "model/audit/series", ours: []string{"model", "model/stats", "model/indicator", "model/audit/document", "model/audit/measure", "model/audit/phrase"}, theirs: []string{}},
	{from: "model/audit/prose", ours: []string{"model", "model/stats", "model/indicator", "model/audit/document", "model/audit/finding", "model/audit/phrase", "model/audit/series"}, theirs: []string{}},
	{from: "model/disclosure/people", ours: []string{"model"}},
	{from: "model/disclosure/quotes", ours: []string{"model", "model/disclosure/people", "model/indicator", "model/disclosure", "model/plan"}, theirs: mathematics},
	{from: "model/words/methods", ours: []string{"model/judge", "model/stats"}, theirs: mathematics},
	{from: "model/words/misprints", ours: []string{"model", "model/printed", "model/words"}, theirs: []string{}},
	{from: "model/words/inview", ours: []string{"model", "model/indicator", "model/disclosure", "model/words"}, theirs: mathematics},
	{from: "model/words/benchmarks", ours: []string{"model", "model/indicator", "model/words"}, theirs: mathematics},
	{from: "model/words/earlier", ours: []string{"model", "model/indicator", "model/words"}, theirs: mathematics},
	{from: "model/words", ours: []string{"model", "model/stats", "model/judge", "model/indicator", "model/disclosure", "model/words/methods"}, theirs: mathematics},
	{from: "model/plan/due", ours: []string{"model"}},
	{from: "model/plan/spelling", theirs: mathematics},
	{from: "model/plan/target", ours: []string{"model/pattern", "model/plan/spelling"}, theirs: mathematics},
	{from: "model/plan/ideas"},
	{from: "model/plan/aims", ours: []string{"model", "model/stats", "model/indicator", "model/words", "model/plan", "model/plan/target", "model/whatif"}, theirs: mathematics},
	{from: "model/plan", ours: []string{"model/pattern", "model", "model/plan/due", "model/plan/spelling", "model/plan/target", "model/disclosure/people", "model/stats", "model/judge", "model/indicator", "model/words"}, theirs: mathematics},
	{from: "model/words/spoken", ours: []string{"model", "model/indicator", "model/stats", "model/words"}, theirs: []string{}},
	{from: "model/findings", ours: []string{"model", "model/judge", "model/indicator", "model/words", "model/plan", "model/plan/due"}, theirs: mathematics},
	{from: "model/visit", ours: []string{"model", "model/indicator", "model/findings"}, theirs: mathematics},
	{from: "model/whatif", ours: []string{"model", "model/stats", "model/judge", "model/indicator", "model/words"}, theirs: mathematics},
	{from: "model/meeting", ours: []string{"model", "model/..."}, theirs: mathematics},
	{from: "model/report/yearly", ours: []string{"model", "model/source", "model/stats", "model/judge", "model/indicator", "model/words", "model/words/earlier", "model/words/methods", "model/words/inview", "model/plan", "model/findings", "model/report"}, theirs: mathematics},
	{from: "model/report/audited", ours: []string{"model/audit", "model/audit/document", "model/audit/finding", "model/report", "model/words"}, theirs: []string{}},
	{from: "model/funnel", ours: []string{"model", "model/stats", "model/indicator", "model/disclosure"}, theirs: mathematics},
	{from: "model/report/funnel", ours: []string{"model", "model/stats", "model/funnel", "model/indicator", "model/words", "model/report"}, theirs: mathematics},
	{from: "model/report/nationalreturn", ours: []string{"model", "model/source", "model/indicator", "model/words", "model/report"}, theirs: mathematics},
	{from: "model/report", ours: []string{"model", "model/source", "model/stats", "model/judge", "model/indicator", "model/printed", "model/disclosure", "model/disclosure/quotes", "model/words", "model/words/benchmarks", "model/words/methods", "model/words/misprints", "model/words/inview", "model/plan", "model/plan/due", "model/findings"}, theirs: mathematics},

	{from: "loaders/parallel"},
	{from: "loaders/durable"},
	{from: "loaders/writebehind"},
	{from: "loaders/formula"},
	{from: "loaders/csvfile/scan", ours: []string{"loaders/parallel"}},
	{from: "loaders/csvfile", ours: []string{"model/pattern", "loaders/csvfile/scan", "loaders/parallel"}},
	{from: "loaders/workbook", ours: []string{"model/source"}, theirs: []string{}},
	{from: "loaders/labels/ethnic", ours: []string{"model/pattern", "model"}},
	{from: "loaders/labels", ours: []string{"model/pattern", "loaders/labels/ethnic", "loaders/csvfile", "model", "model/nearest", "model/source"}},
	{from: "loaders/kinds", ours: []string{"loaders/labels", "loaders/csvfile", "model", "model/source", "model/indicator", "model/printed"}},
	{from: "loaders/columns/cells", ours: []string{"loaders/labels", "loaders/csvfile"}},
	{from: "loaders/columns/whole", ours: []string{"loaders/labels", "loaders/csvfile", "model"}},
	{from: "loaders/columns/alike", ours: []string{"loaders/kinds", "loaders/labels", "loaders/csvfile", "model"}},
	{from: "loaders/columns/held", ours: []string{"loaders/labels", "loaders/csvfile", "model/source"}},
	{from: "loaders/columns", ours: []string{"loaders/columns/alike", "loaders/columns/cells", "loaders/columns/held", "loaders/columns/whole", "loaders/kinds", "loaders/labels", "loaders/csvfile", "model", "model/source"}},
	{from: "loaders/counts/settle", ours: []string{"loaders/columns", "loaders/kinds", "loaders/labels", "loaders/csvfile", "model", "model/source"}},
	{from: "loaders/counts", ours: append([]string{"loaders/counts/settle"}, readers...)},
	{from: "loaders/people/personyears", ours: []string{"loaders/parallel", "model"}},
	{from: "loaders/people", ours: append([]string{"loaders/people/personyears"}, readers...)},
	{from: "loaders/warehouse", ours: []string{"loaders/columns/whole", "loaders/labels", "loaders/csvfile", "model"}},
	{from: "loaders/settings", ours: []string{"loaders/columns", "loaders/kinds", "loaders/labels", "loaders/labels/ethnic", "loaders/csvfile", "loaders/durable", "model", "model/source"}},
	{from: "loaders/planfile", ours: []string{"loaders/durable", "loaders/formula", "loaders/writebehind", "model", "model/source", "model/plan"}},
	{from: "loaders/visitfile", ours: []string{"loaders/durable", "loaders/csvfile", "model/indicator", "model/visit"}},
	{from: "loaders/notefile", ours: []string{"loaders/durable", "loaders/csvfile", "model", "model/meeting"}},
	{from: "loaders/figurefile", ours: []string{"loaders/durable", "loaders/csvfile", "loaders/kinds", "loaders/writebehind", "model/source"}},
	{from: "loaders/export/schemas"},
	{from: "loaders/export/ooxml", ours: []string{"loaders/formula", "model/source"}},
	{from: "loaders/export/office", ours: []string{"loaders/export/ooxml", "model", "model/..."}},
	{from: "loaders/export/web", ours: []string{"model", "model/..."}},
	{from: "loaders/export/exporttest", ours: []string{"loaders/csvfile", "loaders/exampletest", "model", "model/..."}, theirs: []string{}},
	{from: "loaders/export", ours: []string{"loaders/export/office", "loaders/export/web", "loaders/formula", "model", "model/..."}},
	{from: "loaders/pairs", ours: []string{"loaders/csvfile", "model/report", "model/stats", "model/words"}},
	{from: "loaders/ownwords", ours: []string{"loaders/durable", "model/source", "model/disclosure/quotes", "model/report", "model/report/yearly"}, theirs: []string{"github.com/yuin/goldmark", "github.com/yuin/goldmark/..."}},
	{from: "loaders/reporttext/cell", ours: []string{"model/pattern", "model"}, theirs: []string{}},
	{from: "loaders/reporttext/grid", ours: []string{"model/pattern"}, theirs: []string{}},
	{from: "loaders/reporttext/wording", ours: []string{"model/pattern", "loaders/reporttext/cell", "model", "model/indicator"}, theirs: []string{}},
	{from: "loaders/reporttext", ours: []string{"model/pattern", "model/audit/measure", "loaders/reporttext/cell", "loaders/reporttext/grid", "loaders/reporttext/wording", "loaders/csvfile", "model", "model/indicator", "model/audit/document"}, theirs: []string{}},
	{from: "loaders/reportfolder", ours: []string{"loaders/ownwords", "loaders/planfile", "model", "model/source", "model/disclosure/quotes", "model/plan", "model/report", "model/report/yearly", "model/words"}},
	{from: "loaders/exampletest", ours: []string{"loaders", "model", "model/indicator", "model/source", "testdata/extracts"}, theirs: []string{}},
	{from: "loaders", ours: []string{"loaders/counts", "loaders/people", "loaders/settings", "loaders/columns", "loaders/kinds", "loaders/labels", "loaders/csvfile", "loaders/csvfile/...", "loaders/workbook", "loaders/parallel", "loaders/durable", "model", "model/source"}},

	{from: "tui/pace"},
	{from: "tui/speed"},
	{from: "tui/theme"},
	{from: "tui/picture"},
	{from: "tui/chart", ours: []string{"tui/theme", "model", "model/..."}},
	{from: "tui/ask", ours: []string{"model", "model/plan", "model/plan/due", "model/words"}},
	{from: "tui/panel", ours: []string{"tui/theme", "tui/chart", "tui/ask", "model", "model/..."}},
	{from: "tui/panel/overview", ours: component},
	{from: "tui/panel/bands", ours: component},
	{from: "tui/panel/figures", ours: component},
	{from: "tui/panel/plan", ours: component},
	{from: "tui/panel/paneltest", ours: component},
	{from: "tui/keep", ours: component},
	{from: "tui/form", ours: component},
	{from: "tui/files", ours: component},
	{from: "tui/grid", ours: component},
	{from: "tui/sheet", ours: component},
	{from: "tui/meeting", ours: component},
	{from: "tui/preview", ours: component},
	{from: "tui/funnel", ours: component},
	{from: "tui/palette", ours: component},
	{from: "tui/tour", ours: []string{"tui/panel", "tui/ask", "tui/theme"}},
	{from: "tui/top", ours: component},
	{from: "tui/talk/speech", ours: []string{"model/words", "model/words/spoken"}, theirs: []string{}},
	{from: "tui/talk/mapping", ours: []string{"tui/talk/speech", "model/meanings", "model/source", "model/words"}, theirs: []string{}},
	{from: "tui/talk", ours: append([]string{"tui/keep", "tui/talk/mapping", "tui/talk/speech"}, component...)},
	{from: "tui", ours: []string{"tui/...", "model", "model/..."}},

	{from: "testdata/extracts", theirs: []string{}},
	{from: "cmd/wres/help", ours: []string{"loaders/export/schemas", "loaders/kinds", "loaders/labels", "loaders/warehouse", "model", "model/indicator", "model/words", "model/words/inview", "model/words/methods"}},
	{from: "cmd/wres/audit", ours: []string{"cmd/wres/exit", "cmd/wres/forms", "loaders/csvfile", "loaders/export", "loaders/reporttext", "model", "model/audit", "model/audit/document", "model/indicator", "model/report", "model/report/audited", "model/source"}},
	{from: "cmd/wres/build"},
	{from: "cmd/wres/offer", ours: []string{"loaders/csvfile", "model/indicator", "model/plan"}},
	{from: "cmd/wres/comparepairs", ours: []string{"cmd/wres/exit", "cmd/wres/forms", "cmd/wres/offer", "loaders/export", "loaders/pairs", "model", "model/report", "model/source", "model/stats"}},
	{from: "cmd/wres/console"},
	{from: "cmd/wres/converse", ours: []string{"cmd/wres/forms", "cmd/wres/guard", "model/report", "tui", "tui/talk"}},
	{from: "cmd/wres/doctor", ours: []string{"cmd/wres/build", "cmd/wres/console", "cmd/wres/exit", "cmd/wres/offer", "cmd/wres/openplan", "loaders", "loaders/csvfile", "loaders/planfile", "loaders/settings", "model/source", "tui/theme"}},
	{from: "cmd/wres/ending", ours: []string{"cmd/wres/exit", "tui"}},
	{from: "cmd/wres/exit"},
	{from: "cmd/wres/memory"},
	{from: "cmd/wres/mistyped", theirs: []string{"github.com/spf13/cobra", "github.com/spf13/pflag"}},
	{from: "cmd/wres/openplan", ours: []string{"loaders/csvfile", "loaders/planfile", "model", "model/plan", "model/source", "tui/keep"}},
	{from: "cmd/wres/outfile", ours: []string{"loaders/durable", "loaders/export", "loaders/labels", "model/source", "model/words"}},
	{from: "cmd/wres/funnel", ours: []string{"cmd/wres/exit", "cmd/wres/forms", "cmd/wres/offer", "loaders/export", "model", "model/funnel", "model/indicator", "model/report", "model/report/funnel", "model/source", "model/words"}},
	{from: "cmd/wres/newfolder", ours: []string{"cmd/wres/exit", "cmd/wres/offer", "loaders/csvfile", "loaders/settings"}},
	{from: "cmd/wres/nationalreturn", ours: []string{"cmd/wres/exit", "cmd/wres/forms", "cmd/wres/offer", "cmd/wres/outfile", "loaders/export", "model", "model/report", "model/report/nationalreturn", "model/source"}},
	{from: "cmd/wres/replay", ours: []string{"tui/picture"}},
	{from: "cmd/wres/forms", ours: []string{"cmd/wres/exit", "cmd/wres/outfile", "loaders/export", "model/report", "model/words"}},
	{from: "cmd/wres/folders", ours: []string{"cmd/wres/takeout", "loaders", "loaders/durable", "model/words", "tui"}},
	{from: "cmd/wres/typein", ours: []string{"loaders/durable", "loaders/figurefile", "loaders/kinds", "model/source", "tui/grid"}},
	{from: "cmd/wres/sql", ours: []string{"cmd/wres/exit", "cmd/wres/mistyped", "cmd/wres/offer", "loaders/columns", "loaders/csvfile", "loaders/labels", "loaders/settings", "loaders/warehouse", "model", "model/source"}},
	{from: "cmd/wres/takeout", ours: []string{"cmd/wres/outfile", "loaders/durable", "loaders/export", "model/indicator", "model/report", "model/report/yearly", "model/source", "tui"}},
	{from: "cmd/wres/guard", ours: []string{"loaders/parallel", "tui"}},
	{from: "cmd/wres/pictures", ours: []string{"loaders/csvfile", "loaders/durable", "loaders/kinds", "loaders/planfile", "model", "model/...", "tui", "tui/..."}},
	{from: "cmd/wres", ours: []string{"..."}},
}

// arrow is what one package may import.
type arrow struct {
	from   string
	ours   []string
	theirs []string // nil: any; beside the standard library
}

// What rows of counts and rows of people are read by, and what a panel or another
// component of the screen is made of: none knows another of its like.
var (
	readers   = []string{"loaders/columns", "loaders/columns/cells", "loaders/columns/held", "loaders/kinds", "loaders/labels", "loaders/csvfile", "loaders/csvfile/scan", "loaders/parallel", "model", "model/source"}
	component = []string{"tui/panel", "tui/ask", "tui/chart", "tui/theme", "model", "model/..."}
)

var mathematics = []string{"gonum.org/v1/gonum/..."}

// modelNever are packages of the standard library that model must do without:
// it opens no file.
var modelNever = []string{"os", "os/...", "syscall", "io/ioutil"}

// nobody may import these: no network, no other program, no way round the
// compiler, and no templates, which find methods by their names, so that the linker can
// leave none out.
var nobody = []string{"net", "net/...", "os/exec", "plugin", "unsafe", "C", "html/template", "text/template"}

// TestArrows holds the directions of the arrows in the design.
func TestArrows(t *testing.T) {
	broken, err := brokenArrows(os.DirFS("../.."), "wres")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range broken {
		t.Error(b)
	}
}

func TestArrowsFindsWhatIsBroken(t *testing.T) {
	tree := func(file, code string) fstest.MapFS {
		return fstest.MapFS{
			"model/model.go":       {Data: []byte("package model\nimport \"strings\"\nvar _ = strings.Fields")},
			"tui/tui.go":           {Data: []byte("package tui\nimport (\n\"wres/model\"\ntea \"charm.land/bubbletea/v2\"\n)")},
			"loaders/loaders.go":   {Data: []byte("package loaders\nimport (\n\"os\"\n\"wres/model\"\n)")},
			"cmd/wres/main.go":     {Data: []byte("package main\nimport (\n\"wres/loaders\"\n\"wres/tui\"\n)")},
			"cmd/wres/x_test.go":   {Data: []byte("package main\nimport \"os/exec\"")},
			".ci/tools/ignored.go": {Data: []byte("package x\nimport \"net\"")},
			file:                   {Data: []byte(code)},
		}
	}
	if broken, err := brokenArrows(tree("model/more.go", "package model"), "wres"); err != nil || len(broken) > 0 {
		t.Fatalf("a sound tree: %v, %v", broken, err)
	}
	for _, c := range []struct{ file, code, want string }{
		{"model/x.go", `package model; import "os"`, "model imports os"},
		{"model/x.go", `package model; import "wres/loaders"`, "model imports wres/loaders"},
		{"model/plan/x.go", `package plan; import "github.com/spf13/cobra"`, "model/plan imports github.com/spf13/cobra"},
		{"model/stats/x.go", `package stats; import "wres/model"`, "model/stats imports wres/model"},
		{"tui/panel/x.go", `package panel; import "wres/loaders/csvfile"`, "tui/panel imports wres/loaders/csvfile"},
		{"tui/chart/x.go", `package chart; import "wres/tui/panel"`, "tui/chart imports wres/tui/panel"},
		{"tui/panel/bands/x.go", `package bands; import "wres/tui/panel/figures"`, "tui/panel/bands imports wres/tui/panel/figures"},
		{"tui/panel/x.go", `package panel; import "wres/tui/panel/bands"`, "tui/panel imports wres/tui/panel/bands"},
		{"tui/keep/x.go", `package keep; import "wres/tui/form"`, "tui/keep imports wres/tui/form"},
		{"tui/form/x.go", `package form; import "wres/tui"`, "tui/form imports wres/tui"},
		{"loaders/counts/x.go", `package counts; import "wres/loaders/people"`, "loaders/counts imports wres/loaders/people"},
		{"loaders/counts/settle/x.go", `package settle; import "wres/loaders/counts"`, "loaders/counts/settle imports wres/loaders/counts"},
		{"loaders/people/personyears/x.go", `package personyears; import "wres/loaders/labels"`, "loaders/people/personyears imports wres/loaders/labels"},
		{"loaders/csvfile/scan/x.go", `package scan; import "wres/loaders/csvfile"`, "loaders/csvfile/scan imports wres/loaders/csvfile"},
		{"loaders/export/x.go", `package export; import "wres/loaders/csvfile"`, "loaders/export imports wres/loaders/csvfile"},
		{"model/indicator/x.go", `package indicator; import "wres/model/words"`, "model/indicator imports wres/model/words"},
		{"loaders/x_windows.go", `package loaders; import "net/http"`, "loaders imports net/http"},
		{"cmd/wres/x.go", `package main; import "os/exec"`, "cmd/wres imports os/exec"},
		{"tui/x.go", `package tui; import tea "charm.land/bubbletea/v2"; var _ = tea.ExecProcess`, "tui uses tea.ExecProcess"},
		{"extra/x.go", `package extra`, "extra is in no arrow"},
	} {
		broken, err := brokenArrows(tree(c.file, c.code), "wres")
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(broken, func(b string) bool { return strings.HasPrefix(b, c.want) }) {
			t.Errorf("%s with %s: found %q, want %q", c.file, c.code, broken, c.want)
		}
	}
}

// brokenArrows lists what the imports of a module's packages break, on every
// platform: files are read whatever their build tags. Tests may import anything.
// The arrows between our own packages hold for whole chains, because each link
// of a chain is checked.
func brokenArrows(tree fs.FS, module string) ([]string, error) {
	var broken []string
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && skippedFolder(name):
			return fs.SkipDir
		case entry.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.SkipObjectResolution)
		if err != nil {
			return nil // does not compile: go vet says so better
		}
		broken = append(broken, brokenIn(path.Dir(name), file, module)...)
		return nil
	})
	slices.Sort(broken)
	return slices.Compact(broken), err
}

// arrowOf gives the row of a package: the one with the longest path.
func arrowOf(pkg string) *arrow {
	var longest *arrow
	for i := range arrows {
		a := &arrows[i]
		if (pkg == a.from || strings.HasPrefix(pkg, a.from+"/")) && (longest == nil || len(a.from) > len(longest.from)) {
			longest = a
		}
	}
	return longest
}

// TestArrowsArePackages holds that each row of the table is of a package that is there.
func TestArrowsArePackages(t *testing.T) {
	for _, a := range arrows {
		files, err := fs.Glob(os.DirFS("../.."), a.from+"/*.go")
		if err != nil || len(files) == 0 {
			t.Errorf("%s is in the table of arrows, and no package: %v", a.from, err)
		}
	}
}

func skippedFolder(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") ||
		base == "testdata" && name != "testdata"
}

func brokenIn(pkg string, file *ast.File, module string) []string {
	row := arrowOf(pkg)
	if row == nil {
		return []string{pkg + " is in no arrow: add it to the table of arrows_test.go"}
	}
	var broken []string
	for _, spec := range file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		if !mayImport(pkg, name, row.ours, row.theirs, module) {
			broken = append(broken, fmt.Sprintf("%s imports %s", pkg, name))
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "tea" && (sel.Sel.Name == "Exec" || sel.Sel.Name == "ExecProcess") {
				broken = append(broken, fmt.Sprintf("%s uses tea.%s, which starts a program", pkg, sel.Sel.Name))
			}
		}
		return true
	})
	return broken
}

func mayImport(pkg, name string, ours, theirs []string, module string) bool {
	if among(name, nobody) {
		return false
	}
	if own, is := strings.CutPrefix(name, module+"/"); is {
		return among(own, ours)
	}
	first, _, _ := strings.Cut(name, "/")
	if !strings.Contains(first, ".") { // the standard library
		inModel := pkg == "model" || strings.HasPrefix(pkg, "model/")
		return !inModel || !among(name, modelNever)
	}
	return theirs == nil || among(name, theirs)
}

func among(name string, patterns []string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		below, all := strings.CutSuffix(p, "...")
		return name == p || all && strings.HasPrefix(name, below)
	})
}
