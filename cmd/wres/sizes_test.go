package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// sizeLimits says how large a part of the program may be. What grows beyond it is two
// things, and is cut where they meet.
var sizeLimits = []struct {
	part string // what the name of a part begins with
	most int
	of   string
}{
	{"package ", 3000, "lines of product code"},
	{"methods of ", 30, "methods"},
	{"fields of ", 20, "fields"},
	{"function ", 60, "lines"},
}

// known is what is over its limit today, with its size: it may shrink and not grow.
// One that is within its limit has to go from here. Nothing is to be added.
var known = map[string]int{}

// TestSizes holds the limits for the product code on every platform; tests may have
// any size.
func TestSizes(t *testing.T) {
	wrong, err := wrongSizes(os.DirFS("../.."), known)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}

func TestSizesFindsWhatIsTooLarge(t *testing.T) {
	lines := func(n int) string { return strings.Repeat("\n", n) }
	methods := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "func (t *T) M%d() {}\n", i)
		}
		return b.String()
	}
	fields := func(n int) string { return "type T struct {\nio.Reader\na" + strings.Repeat(", a", n-2) + " int\n}\n" }
	tree := func(code string) fstest.MapFS {
		return fstest.MapFS{
			"model/model.go":       {Data: []byte("package model\n")},
			"model/more.go":        {Data: []byte("package model\n" + code)},
			"model/more_test.go":   {Data: []byte("package model\n" + fields(99) + methods(99) + "func f() {" + lines(99) + "}\n" + lines(9999))},
			".ci/tools/ignored.go": {Data: []byte("package x\n" + lines(9999))},
		}
	}
	for _, c := range []struct {
		what, code string
		known      map[string]int
		want       string // the beginning of what is found; empty: nothing
	}{
		{"a package at the limit", lines(2998), nil, ""},
		{"a package", lines(2999), nil, "package model has 3001 lines of product code, and may have 3000"},
		{"methods at the limit", "type T int\n" + methods(30), nil, ""},
		{"methods", "type T int\n" + methods(31), nil, "methods of model.T has 31 methods"},
		{"methods by value and pointer", "type T int\n" + methods(30) + "func (T) Value() {}\n", nil, "methods of model.T has 31 methods"},
		{"methods of a generic type", "type T[A any] struct{}\n" + strings.ReplaceAll(methods(31), "*T", "*T[A]"), nil, "methods of model.T has 31 methods"},
		{"methods of an interface", "type T interface {\n" + strings.ReplaceAll(strings.ReplaceAll(methods(31), "func (t *T) ", ""), " {}", "") + "}\n", nil, "methods of model.T has 31 methods"},
		{"fields at the limit", fields(20), nil, ""},
		{"fields", fields(21), nil, "fields of model.T has 21 fields"},
		{"fields of a type within a function", "func f() {\n" + fields(21) + "}\n", nil, "fields of model.T has 21 fields"},
		{"a function at the limit", "func f() {" + lines(59) + "}\n", nil, ""},
		{"a function", "func f() {" + lines(60) + "}\n", nil, "function model.f has 61 lines"},
		{"a method", "type T int\nfunc (t *T) f() {" + lines(60) + "}\n", nil, "function model.T.f has 61 lines"},
		{"a function without a name", "var f = func() {" + lines(60) + "}\n", nil, "function model.func has 61 lines"},
		{"one that is known", "func f() {" + lines(60) + "}\n", map[string]int{"function model.f": 61}, ""},
		{"one that is known and grew", "func f() {" + lines(61) + "}\n", map[string]int{"function model.f": 61}, "function model.f has 62 lines, and may have 61"},
		{"one that is known and was cut", "func f() {}\n", map[string]int{"function model.f": 61}, "function model.f is within its limit"},
		{"one that is known and is gone", "", map[string]int{"package loaders": 11000}, "package loaders is within its limit"},
	} {
		wrong, err := wrongSizes(tree(c.code), c.known)
		if err != nil {
			t.Fatal(err)
		}
		if c.want == "" && len(wrong) > 0 || c.want != "" && (len(wrong) != 1 || !strings.HasPrefix(wrong[0], c.want)) {
			t.Errorf("%s: found %q, want %q", c.what, wrong, c.want)
		}
	}
}

// wrongSizes lists the parts that are over their limit, or over the size that they
// are known to have, and what is known and need not be.
func wrongSizes(tree fs.FS, known map[string]int) ([]string, error) {
	sizes, err := sizesOf(tree)
	if err != nil {
		return nil, err
	}
	var wrong []string
	for _, part := range slices.Sorted(maps.Keys(sizes)) {
		for _, l := range sizeLimits {
			if most := max(l.most, known[part]); strings.HasPrefix(part, l.part) && sizes[part] > most {
				wrong = append(wrong, fmt.Sprintf("%s has %d %s, and may have %d", part, sizes[part], l.of, most))
			}
		}
	}
	for _, part := range slices.Sorted(maps.Keys(known)) {
		for _, l := range sizeLimits {
			if strings.HasPrefix(part, l.part) && sizes[part] <= l.most {
				wrong = append(wrong, part+" is within its limit: take it out of the table of what is known")
			}
		}
	}
	return wrong, nil
}

// sizesOf measures the product code of a module, whatever its build tags. A function
// of which each platform has one counts once, by its longest.
func sizesOf(tree fs.FS) (map[string]int, error) {
	sizes, methods := map[string]int{}, map[string]map[string]bool{}
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
		sizes["package "+path.Dir(name)] += bytes.Count(src, []byte("\n"))
		positions := token.NewFileSet()
		file, err := parser.ParseFile(positions, name, src, parser.SkipObjectResolution)
		if err != nil {
			return nil // does not compile: go vet says so better
		}
		measure(path.Dir(name), file, positions, sizes, methods)
		return nil
	})
	for of, names := range methods {
		sizes["methods of "+of] = len(names)
	}
	return sizes, err
}

// measure adds a file's types and functions to the sizes, and the names of its methods
// to those of their types.
func measure(pkg string, file *ast.File, positions *token.FileSet, sizes map[string]int, methods map[string]map[string]bool) {
	method := func(of, name string) {
		if methods[of] == nil {
			methods[of] = map[string]bool{}
		}
		methods[of][name] = true
	}
	longest := func(part string, n int) { sizes[part] = max(sizes[part], n) }
	lines := func(n ast.Node) int { return positions.Position(n.End()).Line - positions.Position(n.Pos()).Line + 1 }
	for _, decl := range file.Decls {
		f, isFunc := decl.(*ast.FuncDecl)
		if isFunc {
			name := f.Name.Name
			if f.Recv != nil {
				of := receiver(f.Recv.List[0].Type)
				method(pkg+"."+of, name)
				name = of + "." + name
			}
			longest("function "+pkg+"."+name, lines(f))
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				if !isFunc { // one within a function is shorter than that
					longest("function "+pkg+".func", lines(n))
				}
			case *ast.TypeSpec:
				switch of := n.Type.(type) {
				case *ast.StructType:
					longest("fields of "+pkg+"."+n.Name.Name, of.Fields.NumFields())
				case *ast.InterfaceType:
					for _, m := range of.Methods.List {
						for _, name := range m.Names {
							method(pkg+"."+n.Name.Name, name.Name)
						}
					}
				}
			}
			return true
		})
	}
}

// receiver gives the name of a method's type.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "?"
}
