package loaders

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wres/model"
	"wres/model/source"
)

// TestPeopleAreAccountedFor holds the law of accounts over all folders of test data: the
// people in a file's cells are those that were counted, refused, set aside and not used,
// and those that were counted are the people of the figures.
func TestPeopleAreAccountedFor(t *testing.T) {
	folders, err := filepath.Glob("../testdata/trials/*-*")
	if err != nil || len(folders) == 0 {
		t.Fatal(folders, err)
	}
	files := 0
	for _, dir := range append(folders, "../testdata/kinds", "../testdata/nhs-shaped", "../testdata/extracts") {
		org, report, err := Open(context.Background(), os.DirFS(dir), Options{AssumeYear: 2024}, nil)
		if err != nil && !errors.Is(err, ErrNothingUsable) {
			t.Fatal(dir, err)
		}
		checkReport(t, report)
		files += checkCounted(t, org, report)
	}
	if files < 20 {
		t.Errorf("%d files have an account", files)
	}
}

// TestPeopleOfRandomFoldersAreAccountedFor holds the same of folders of any files.
func TestPeopleOfRandomFoldersAreAccountedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		org, report, err := Open(context.Background(), randomFolder(t).fsys(), Options{AssumeYear: 2022}, nil)
		if err != nil && !errors.Is(err, ErrNothingUsable) {
			t.Fatal(err)
		}
		checkReport(t, report)
		checkCounted(t, org, report)
	})
}

// checkCounted compares the people that the files of a folder say they counted with those
// of the organisation, kind by kind; it gives how many files have an account.
func checkCounted(t reporter, org *model.Organisation, report source.Report) (files int) {
	t.Helper()
	said, lists := map[string]int{}, map[string]bool{}
	for _, f := range report.Files {
		if a := f.Account; a != nil {
			files++
			said[f.Kind] += a.Counted
			lists[f.Kind] = lists[f.Kind] || f.People != nil && *f.People > 0
		}
	}
	held, margins := map[string]int{}, false
	for _, ret := range org.Returns {
		for _, t := range ret.Workforce {
			held["workforce"] += t.Total()
		}
		for _, part := range ret.Recruitment {
			held["recruitment"] += part.Shortlisted.Total() + part.Appointed.Total()
		}
		for kind, events := range ret.Events {
			held[kind] += events.Count.Total() + events.Headcount.Total()
		}
		for _, t := range ret.Board {
			held["board"] += t.Total()
		}
		margins = margins || ret.BoardParts != nil
	}
	lists["board members"] = lists["board members"] || margins
	for kind, list := range map[string]string{"workforce": "staff list", "recruitment": "applicants", "disciplinary": "disciplinary cases", "training": "training records", "board": "board members"} {
		if !lists[list] && said[kind] != held[kind] {
			t.Errorf("the files of %s counted %d people, and its figures hold %d", kind, said[kind], held[kind])
		}
	}
	return files
}

// TestAccountOfAFile: what each part of an account holds.
func TestAccountOfAFile(t *testing.T) {
	for _, c := range []struct {
		name, data string
		want       source.Account
	}{
		{"workforce.csv", "year,pay_band,White,BME,Unknown,Total\n2024,5,10,5,1,16\n", source.Account{In: 32, Counted: 16, Aside: 16}},
		{"workforce.csv", "year,pay_band,White,BME,Vacancies,Everyone\n2024,5,10,5,3,15\n", source.Account{In: 33, Counted: 15, Aside: 15, Unused: 3}},
		{"workforce.csv", "year,ethnicity,headcount\n2024,White,10\nnever,BME,5\nTotal,,15\n", source.Account{In: 30, Counted: 10, Refused: 5, Aside: 15}},
		{"workforce.csv", "year,pay_band,ethnicity,headcount\n2024,Bank,White,7\n2024,5,White,10\n", source.Account{In: 17, Counted: 10, Aside: 7}},
		{"recruitment.csv", "year,ethnicity,shortlisted,appointed\n2024,White,10,2\n", source.Account{In: 12, Counted: 12}},
		{"x.csv", "ethnicity,headcount,voting\nWhite,10,yes\n", source.Account{In: 10, Refused: 10}},
	} {
		_, report, _ := open(t, folder{c.name: c.data}, Options{})
		if a := report.Files[0].Account; a == nil || *a != c.want {
			t.Errorf("%q: %+v, want %+v; %s", c.data, a, c.want, strings.Join(said(report), "\n"))
		}
	}
	_, report, _ := open(t, folder{"s.csv": "year,indicator,ethnicity,percentage\n2024,5,White,24\n2024,5,BME,30\n"}, Options{})
	if a := report.Files[0].Account; a != nil {
		t.Errorf("a survey has no people in its cells: %+v", a)
	}
}
