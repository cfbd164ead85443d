package loaders

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/indicator"
)

// TestEthnicitiesAddUpToTheirGroups holds, over every layout of the test data, that the
// categories of each band and cluster are the people of its groups and nobody else.
func TestEthnicitiesAddUpToTheirGroups(t *testing.T) {
	layouts := map[string]fstest.MapFS{}
	folders, err := filepath.Glob("../testdata/trials/*-*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range append(folders, "../testdata/kinds", "../testdata/extracts") {
		all, err := filepath.Glob(dir + "/*")
		if err != nil {
			t.Fatal(err)
		}
		layouts[dir] = filesAt(t, all...)
	}
	for _, pattern := range []string{corpusDir + "/*.*", "testdata/lists/*"} {
		each, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range each {
			layouts[path] = filesAt(t, path)
		}
	}
	layouts["a count that cannot be read"] = fstest.MapFS{"workforce 2024.csv": {Data: []byte("staff_category,pay_band,White British,Indian,African\nNon-clinical,5,7,3,x\nNon-clinical,6,8,4,1\n")}}
	named := 0
	for path, fsys := range layouts {
		org, _, err := Open(context.Background(), fsys, Options{AssumeYear: 2024}, nil)
		if errors.Is(err, ErrNothingUsable) {
			continue
		}
		if err != nil {
			t.Fatal(path, err)
		}
		for _, f := range indicator.Compute(org).Indicator(indicator.WorkforceID).Figures {
			if f.Ethnicities != nil {
				named++
			}
			addUp(t, fmt.Sprint(path, " ", f.Year), org.Settings, &f)
		}
	}
	if named < 20 {
		t.Errorf("%d figures name categories", named)
	}
}

// filesAt is a folder of some files.
func filesAt(t *testing.T, paths ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fsys[filepath.Base(path)] = &fstest.MapFile{Data: data}
	}
	return fsys
}

// addUp compares the categories of a figure with the groups of its rows.
func addUp(t *testing.T, name string, settings model.Settings, f *indicator.Figure) {
	t.Helper()
	if f.Ethnicities == nil {
		return
	}
	clustered := func(c model.Cluster) (in []model.Band) {
		for _, b := range model.Bands() {
			if settings.Clusters[b] == c {
				in = append(in, b)
			}
		}
		return in
	}
	for _, row := range append(append([]indicator.BandRow{}, f.Bands...), f.Clusters...) {
		sum := f.EthnicitiesOf(row.Category, row.Band)
		if row.Cluster != 0 {
			sum = f.EthnicitiesOf(row.Category, clustered(row.Cluster)...)
		}
		for _, g := range model.Groups() {
			want := 0
			if n := row.Counts[g]; n != nil {
				want = *n
			}
			if got := sum.Group(g); got != want && (row.Cluster == 0 || !row.Refused) {
				t.Errorf("%s, %s %s %d: %d %s in the categories, %d in the group", name, row.Category, row.Band, row.Cluster, got, g, want)
			}
		}
	}
}

// sorts are staff of two bands, as a code, a label and a count.
var sorts = []struct {
	band, code, label string
	n                 int
	is                model.Ethnicity
}{
	{"5", "A", "White - British", 7, model.WhiteBritish},
	{"5", "C", "White - Any other White background", 3, model.OtherWhite},
	{"5", "H", "Asian or Asian British - Indian", 4, model.Indian},
	{"5", "N", "Black or Black British - African", 2, model.African},
	{"5", "Z", "Not Stated", 1, model.NotStated},
	{"8c", "A", "White - British", 5, model.WhiteBritish},
	{"8c", "R", "Chinese", 1, model.Chinese},
}

// TestEthnicitiesInEveryLayout: a list of people with codes or labels, and counts in rows
// or in columns, give the same categories; groups alone give none.
func TestEthnicitiesInEveryLayout(t *testing.T) {
	var codes, labels, rows, groups strings.Builder
	codes.WriteString("Employee Number,Ethnic Origin,Band,Staff Group,Year\n")
	labels.WriteString("Employee Number,Ethnic Origin,Band,Staff Group,Year\n")
	rows.WriteString("year,staff_category,pay_band,ethnicity,headcount\n")
	groups.WriteString("year,staff_category,pay_band,ethnicity,headcount\n")
	want, id := map[model.Post]model.Tally{}, 0
	for _, p := range sorts {
		for range p.n {
			id++
			fmt.Fprintf(&codes, "%d,%s,Band %s,Administrative and Clerical,2024\n", id, p.code, p.band)
			fmt.Fprintf(&labels, "%d,%s,Band %s,Administrative and Clerical,2024\n", id, p.label, p.band)
		}
		fmt.Fprintf(&rows, "2024,Non-clinical,%s,%s,%d\n", p.band, p.label, p.n)
		b, _ := model.ParseBand(p.band)
		tally := want[model.Post{Category: model.NonClinical, Band: b}]
		tally.Add(p.is, p.n)
		want[model.Post{Category: model.NonClinical, Band: b}] = tally
	}
	groups.WriteString("2024,Non-clinical,5,White,10\n2024,Non-clinical,5,BME,6\n2024,Non-clinical,5,Not stated,1\n")
	wide := "year,staff_category,pay_band,White British,Any other White background,Indian,African,Chinese,Not stated\n" +
		"2024,Non-clinical,5,7,3,4,2,0,1\n2024,Non-clinical,8c,5,0,0,0,1,0\n"
	for name, text := range map[string]string{"codes": codes.String(), "labels": labels.String(), "rows": rows.String(), "wide": wide, "groups": groups.String()} {
		org, report, err := Open(context.Background(), fstest.MapFS{"staff.csv": {Data: []byte(text)}}, Options{}, nil)
		if err != nil {
			t.Fatal(name, err, report.Problems)
		}
		f := indicator.Compute(org).Indicator(indicator.WorkforceID).Figure(2024)
		addUp(t, name, org.Settings, f)
		if name == "groups" {
			if f.Ethnicities != nil {
				t.Errorf("groups alone have categories: %v", f.Ethnicities)
			}
			continue
		}
		if diff := cmp.Diff(peopleBy(want), peopleBy(f.Ethnicities)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// peopleBy gives the people of each category of each post, those who are there.
func peopleBy(of map[model.Post]model.Tally) map[model.Post]map[string]int {
	all := map[model.Post]map[string]int{}
	for post, t := range of {
		all[post] = map[string]int{}
		for _, e := range model.Ethnicities() {
			if n := t.Of(e); n > 0 {
				all[post][e.String()] = n
			}
		}
	}
	return all
}
