package loaders

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wres/model"
	"wres/model/source"
)

// folder is a folder of files, by name.
type folder map[string]string

func (f folder) fsys() fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range f {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

// open opens a folder and checks what must hold of every report.
func open(t testing.TB, f folder, o Options) (*model.Organisation, source.Report, error) {
	t.Helper()
	org, report, err := Open(context.Background(), f.fsys(), o, nil)
	checkReport(t, report)
	return org, report, err
}

// reporter is a test, or a property of rapid.
type reporter interface {
	Helper()
	Error(...any)
	Errorf(string, ...any)
}

// checkReport holds the accounts: rows read = used + refused; whatever is refused
// has a problem; nothing reaches the screen uncleaned.
func checkReport(t reporter, report source.Report) {
	t.Helper()
	for _, f := range report.Files {
		if f.RowsRead != f.RowsUsed+f.RowsRefused {
			t.Errorf("%s: read %d, used %d, refused %d", f.Name, f.RowsRead, f.RowsUsed, f.RowsRefused)
		}
		if a := f.Account; a != nil && a.In != a.Counted+a.Refused+a.Aside+a.Unused {
			t.Errorf("%s: the people in its cells are not those in its account: %+v", f.Name, *a)
		}
		problems := slices.ContainsFunc(report.Problems, func(p source.Problem) bool { return p.File == f.Name && p.Severity == source.Error })
		if bad := f.RowsRefused > 0 || f.Outcome == source.NotUsed || f.Outcome == source.Refused; bad && !problems {
			t.Errorf("%s: %s with %d rows refused, and no error says why", f.Name, f.Outcome, f.RowsRefused)
		}
		if f.Outcome == source.Loaded && problems {
			t.Errorf("%s: loaded, with errors", f.Name)
		}
		if (f.Outcome == source.NotUsed || f.Outcome == source.Refused) != (f.Reason != "") {
			t.Errorf("%s: %s with reason %q", f.Name, f.Outcome, f.Reason)
		}
	}
	for _, p := range report.Problems {
		if strings.ContainsFunc(p.String(), func(r rune) bool { return r < ' ' || r == 0x7f || r == 0x202e }) {
			t.Errorf("uncleaned message %q", p.String())
		}
		if p.Message == "" || p.Line < 0 || p.Column < 0 || p.Column > 0 && p.Line == 0 {
			t.Errorf("problem without a message or a place: %+v", p)
		}
	}
}

// said lists the problems: "error file:line:column [field] message".
func said(report source.Report) []string {
	var all []string
	for _, p := range report.Problems {
		all = append(all, fmt.Sprintf("%s %s:%d:%d [%s] %s", p.Severity, p.File, p.Line, p.Column, p.Field, p.Message))
	}
	return all
}

// tally makes a tally of the three groups.
func tally(white, bme, unknown int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	t.Add(model.UnknownEthnicity, unknown)
	return t
}

func ret(y model.Year) *model.Return {
	var o model.Organisation
	return o.Ensure(y)
}

// goodInputs are folders that mean the same return of 2024.
var goodInputs = []struct {
	name    string
	want    func(*model.Return)
	folders []folder
}{
	{"workforce", func(r *model.Return) {
		r.Workforce = map[model.Post]model.Tally{
			{Category: model.NonClinical, Band: model.Band5}:           tally(1200, 30, 4),
			{Category: model.Clinical, Band: model.Band8a}:             tally(7, 0, 0),
			{Category: model.MedicalAndDental, Band: model.Consultant}: tally(9, 8, 1),
		}
	}, []folder{
		{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n" +
			"2024,non-clinical,5,White,\"1,200\"\n2024,non-clinical,5,BME,30\n2024,non-clinical,5,Unknown,4\n" +
			"2024,clinical,8a,White,7\n2024,clinical,8a,BME,0\n2024,clinical,8a,Unknown,0.0\n" +
			"2024,medical and dental,consultant,White,9\n2024,medical and dental,consultant,BME,8\n2024,medical and dental,consultant,Unknown,1\n"},
		{"anything.csv": "Snapshot Date;Staff-Category;Pay Band;Ethnic Origin;Head Count\n" +
			"31/03/2024;Non clinical;Band 5;White;1200\n31/03/2024;Non clinical;Band 5;Ethnically diverse;30\n31/03/2024;Non clinical;Band 5;unknown;4\n" +
			"31/03/2024;Clinical;AfC 8A;White;7\n31/03/2024;Clinical;AfC 8A;BAME;0\n31/03/2024;Clinical;AfC 8A;Unknown;0\n" +
			"31/03/2024;Clinical;Consultants;White;9\n31/03/2024;;Consultants;BME;8\n31/03/2024;Medical;Consultants;Unknown;1\n"},
		{"x.csv": "WRES year,staff category,band,White,BME,Unknown\n2023/24,non-clinical,5,1200,30,4\n2023/24,clinical,8a,7,0,0\n2023/24,clinical,consultant,9,8,1\n"},
		{"staff 2023-24.tsv": "band\tcategory\tWhite staff\tEthnic minority\tUnknown\tTotal\n5\tnon-clinical\t1200\t30\t4\t1,234\n8a\tclinical\t7\t0\t0\t7\nconsultant\t\t9\t8\t1\t18\n"},
		{"x-2024.csv": "count,staff_category,band,White,BME,Unknown\nheadcount,non-clinical,5,1200,30,4\nheadcount,clinical,8a,7,0,0\nHeadcount,clinical,consultant,9,8,1\n"},
		{"a-2024.csv": "staff_category,pay_band,ethnicity,headcount\nnon-clinical,5,White,1200\nnon-clinical,5,BME,30\nnon-clinical,5,Unknown,4\nnon-clinical,Total,White,1200\n" +
			"clinical,8a,White,7\nclinical,8a,BME,0\nclinical,8a,Unknown,0\nTotal,,All,1259\n",
			"b.txt": "year|staff_category|pay_band|ethnicity|headcount\n2024|clinical|consultant|White|9\n2024|clinical|consultant|BME|8\n2024|clinical|consultant|Unknown|1\n"},
	}},
	{"workforce without bands", func(r *model.Return) {
		r.Workforce = map[model.Post]model.Tally{{}: tally(1200, 300, 40)}
	}, []folder{
		{"workforce.csv": "year,ethnicity,headcount\n2024,White,1200\n2024,BME,300\n2024,Unknown,40\n"},
		{"workforce-2024.csv": "White,BME,Unknown\n1200,300,40\n"},
		{"staff-2024.csv": "White,BME,Unknown,Headcount\n1200,300,40,1540\n"},
		{"counts-2024.csv": "count,White,BME,Unknown\nheadcount,1200,300,40\n"},
		{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n2024,Total,Total,White,1200\n2024,Total,Total,BME,300\n2024,Total,Total,Unknown,40\n"},
	}},
	{"recruitment", func(r *model.Return) {
		r.Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371, 22), Appointed: tally(144, 51, 3)}}
	}, []folder{
		{"r.csv": "year,ethnicity,shortlisted,appointed\n2024,White,427,144\n2024,BME,371,51\n2024,Unknown,22,3\n"},
		{"r.csv": "year,count,White,BME,Unknown\n2024,shortlisted,427,371,22\n2024,appointed,144,51,3\n"},
		{"shortlisted-2024.csv": "White,BME,Unknown\n427,371,22\n", "appointed-2024.csv": "White,BME,Unknown\n144,51,3\n"},
		{"TRAC 2023-24.csv": "Ethnic origin,Number shortlisted,Number appointed\nWhite,427,144\nBME,371,51\nUnknown,22,3\nTotal,820,198\n"},
	}},
	{"disciplinary", func(r *model.Return) {
		r.Events["disciplinary"] = &model.Events{Count: tally(6, 3, 0)}
	}, []folder{
		{"d.csv": "year,ethnicity,entered\n2024,White,6\n2024,BME,3\n2024,Unknown,0\n"},
		{"disciplinary-2024.csv": "White,BME,Unknown\n6,3,0\n"},
		{"d-2024.csv": "count,White,BME,Unknown\nentered,6,3,0\n"},
	}},
	{"training with headcount", func(r *model.Return) {
		r.Events["training"] = &model.Events{Count: tally(60, 30, 1), Headcount: tally(600, 300, 10)}
	}, []folder{
		{"t.csv": "year,ethnicity,accessed,headcount\n2024,White,60,600\n2024,BME,30,300\n2024,Unknown,1,10\n"},
		{"t-2024.csv": "count,White,BME,Unknown\naccessed,60,30,1\nheadcount,600,300,10\n"},
	}},
	{"survey", func(r *model.Return) {
		r.Survey = map[model.SurveyKey]model.SurveyAnswer{
			{Indicator: "5", Ethnicity: model.WhiteGroup}: {Share: 0.241}, {Indicator: "5", Ethnicity: model.BMEGroup}: {Share: 0.278},
			{Indicator: "8", Ethnicity: model.WhiteGroup}: {Share: 0.067}, {Indicator: "8", Ethnicity: model.BMEGroup}: {Share: 0},
		}
	}, []folder{
		{"s.csv": "year,indicator,ethnicity,percentage,respondents\n2024,5,White,24.1%,\n2024,5,BME,27.8 %,\n2024,8,White,6.7%,\n2024,8,BME,0,\n"},
		{"s.csv": "survey_year,indicator,group,percent\n2023,Indicator 5,White,24.1\n2023,Indicator 5,BME,27.8\n2023,08,White,6.7\n2023,08,BME,0\n"},
		{"s.csv": "year,indicator,White,BME\n2024,5,24.1,27.8\n2024,8,6.7,0\n"},
		{"s.csv": "year,indicator,White %,BME %\n2024,5,24.1%,27.8%\n2024,8,6.7%,0%\n"},
	}},
	{"board", func(r *model.Return) {
		r.Board = map[model.Seat]model.Tally{
			{Voting: model.Yes, Executive: model.Yes}: tally(4, 1, 0),
			{Voting: model.No, Executive: model.No}:   tally(2, 0, 1),
		}
	}, []folder{
		{"b.csv": "year,voting,executive,ethnicity,headcount\n2024,yes,yes,White,4\n2024,yes,Y,BME,1\n2024,TRUE,1,Unknown,0\n2024,no,no,White,2\n2024,n,false,BME,0\n2024,0,0,Unknown,1\n"},
		{"b-2024.csv": "voting,executive,White,BME,Unknown\nyes,yes,4,1,0\nno,no,2,0,1\n"},
		{"b-2024.csv": "voting,executive,White,BME,Unknown\nyes,yes,4,1,0\nno,no,2,0,1\n,,6,1,1\n"},
	}},
	{"board total", func(r *model.Return) {
		r.Board = map[model.Seat]model.Tally{{}: tally(10, 1, 0)}
	}, []folder{
		{"b.csv": "year,voting,executive,ethnicity,headcount\n2024,,,White,10\n2024,,,BME,1\n2024,,,Unknown,0\n"},
		{"board-2024.csv": "White,BME,Unknown\n10,1,0\n"},
	}},
	{"status", func(r *model.Return) {
		r.Statuses = map[string]model.Status{"3": {State: model.Withheld, Reason: "too few"}, "4": {State: model.NotCollected}}
	}, []folder{
		{"s.csv": "year,indicator,status,reason\n2024,3,withheld,too few\n2024,4,not-collected,\n"},
		{"status-2024.csv": "Indicator,State,Why\nInd 3,Withheld, too few \n4,Not Collected,\n"},
	}},
}

func TestGoodInputs(t *testing.T) {
	for _, c := range goodInputs {
		want := ret(2024)
		c.want(want)
		for i, f := range c.folders {
			org, report, err := open(t, f, Options{Folder: "here"})
			if err != nil {
				t.Errorf("%s %d: %v: %q", c.name, i, err, said(report))
				continue
			}
			if diff := cmp.Diff([]*model.Return{want}, org.Returns, cmpopts.IgnoreFields(model.Status{}, "File", "Line")); diff != "" {
				t.Errorf("%s %d: -want +got:\n%s\n%q", c.name, i, diff, said(report))
			}
			if report.Errors() > 0 {
				t.Errorf("%s %d: %q", c.name, i, said(report))
			}
		}
	}
}

// TestStatusHasItsPlace: a reason is found again in its file.
func TestStatusHasItsPlace(t *testing.T) {
	org, _, err := open(t, folder{"status\u202e.csv": "year,indicator,status,reason\n2024,3,withheld,too few\n2024,4,not-collected,none\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]model.Status{
		"3": {State: model.Withheld, Reason: "too few", File: "status<U+202E>.csv", Line: 2},
		"4": {State: model.NotCollected, Reason: "none", File: "status<U+202E>.csv", Line: 3},
	}
	if diff := cmp.Diff(want, org.Return(2024).Statuses); diff != "" {
		t.Error(diff)
	}
}

func TestBenchmarkValues(t *testing.T) {
	org, report, err := open(t, folder{"b.csv": "year,indicator,measure,group,value,scope,source\n" +
		"2024,1,BME % of workforce,,28.6,England,S\n" +
		"2024,1,BME % at VSM,,12.7%,England,S\n" +
		"2024,1,share at band 8a,BME,20,England,S\n" +
		"2024,2,relative likelihood White/BME,,1.62,England,S\n" +
		"2024,3,,,1.09,England,S\n" +
		"2024,2,% appointed,White,33.7,England,S\n" +
		"2024,9,difference in percentage points,,-4.5,England,S\n" +
		"2024,9,gap,,−11.3 pp,North West,S\n" +
		"2024,9,Board minus workforce,,4.0,Peers A,S\n" +
		"2024,9,board - workforce,,4.0,Peers B,S\n" +
		"2024,9,Board compared with the workforce,,4.0,Peers C,S\n" +
		"2024,9,BME board less workforce,,4.0,Peers D,S\n" +
		"2024,9,Board,,-4.0,Peers E,S\n" +
		"2024,9,BME on boards,,+4.0,Peers F,S\n" +
		"2024,9,BME % of board,,16,Peers G,S\n" +
		"2024,2,White less BME compared with England,,1.5,Peers H,S\n" +
		"2024,5,,BME,27.8,England,S\n"}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, said(report))
	}
	var got []string
	for _, b := range org.Benchmarks {
		got = append(got, fmt.Sprintf("%s %s %d %v/%v %s %.4f %s", b.Indicator, b.What, b.Measure, b.Group, b.HasGroup, b.Band, b.Value, b.Scope))
	}
	want := []string{
		"1 BME % at VSM 0 bme/true VSM 0.1270 England",
		"1 BME % of workforce 0 bme/true  0.2860 England",
		"1 share at band 8a 0 bme/true 8a 0.2000 England",
		"2 % appointed 0 white/true  0.3370 England",
		"2 White less BME compared with England 1 white/false  1.5000 Peers H",
		"2 relative likelihood White/BME 1 white/false  1.6200 England",
		"3  1 white/false  1.0900 England",
		"5  0 bme/true  0.2780 England",
		"9 BME % of board 0 bme/true  0.1600 Peers G",
		"9 BME board less workforce 2 bme/true  0.0400 Peers D",
		"9 BME on boards 2 bme/true  0.0400 Peers F",
		"9 Board 2 white/false  -0.0400 Peers E",
		"9 Board compared with the workforce 2 white/false  0.0400 Peers C",
		"9 Board minus workforce 2 white/false  0.0400 Peers A",
		"9 board - workforce 2 white/false  0.0400 Peers B",
		"9 difference in percentage points 2 white/false  -0.0450 England",
		"9 gap 2 white/false  -0.1130 North West",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPublishedIsKeptAsText(t *testing.T) {
	org, report, err := open(t, folder{"p.csv": "year,indicator,figure,group,part,printed,source,says\n" +
		"2023,2,Percentage of appointed,ethnically diverse,,37.5%,p. 9,\"as, printed\"\n2023,2,percentage-of-appointed,BME,,37.5%,p. 9,\n2023,1,headcount,all,,\"1,625\",,\n"}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, said(report))
	}
	want := []model.Printed{
		{Year: 2023, Indicator: "2", Figure: "percentage-of-appointed", Group: "bme", Printed: "37.5%", Source: "p. 9", Says: "as, printed", File: "p.csv", Line: 2},
		{Year: 2023, Indicator: "2", Figure: "percentage-of-appointed", Group: "bme", Printed: "37.5%", Source: "p. 9", File: "p.csv", Line: 3},
		{Year: 2023, Indicator: "1", Figure: "headcount", Group: "all", Printed: "1,625", File: "p.csv", Line: 4},
	}
	if diff := cmp.Diff(want, org.Published); diff != "" {
		t.Error(diff)
	}
}

// TestFilesThatAreTheProgramsOwn are never taken for extracts.
func TestFilesThatAreTheProgramsOwn(t *testing.T) {
	good := "year,ethnicity,entered\n2024,White,1\n"
	f := folder{"d.csv": good}
	for _, name := range []string{"action-plan.csv", "ACTION-PLAN.CSV", "action-plan.csv.lock", "action-plan.csv.bak.csv", "action-plan.csv-old.csv", "action-plan-2024.csv", "Action-Plan-mine-20250101-101010.csv", ".action-plan.journal", ".hidden.csv", "~$d.csv", "wres-mapping.toml", "action-plan.xlsx", "Action-Plan-2025.xlsx", "~$d.xlsx", ".d.xlsx", "d.csv.bak", "sub/e.csv"} {
		f[name] = good
	}
	f["wres-mapping.toml"] = ""
	_, report, err := open(t, f, Options{})
	if err != nil || len(report.Files) != 1 || report.Files[0].Name != "d.csv" {
		t.Errorf("%v %+v", err, report.Files)
	}
}

func TestProgressAndCancel(t *testing.T) {
	f := folder{"b.csv": "year,ethnicity,entered\n2024,White,1\n", "a.csv": "year,ethnicity,entered\n2023,White,1\n"}
	var got []Progress
	if _, _, err := Open(context.Background(), f.fsys(), Options{}, func(p Progress) { got = append(got, p) }); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Progress{{File: "a.csv", Total: 2}, {File: "b.csv", Done: 1, Total: 2}}, got); diff != "" {
		t.Error(diff)
	}
	ctx, cancel := context.WithCancel(context.Background())
	calls := 0
	_, _, err := Open(ctx, f.fsys(), Options{}, func(Progress) { calls++; cancel() })
	if !errors.Is(err, context.Canceled) || calls != 1 {
		t.Errorf("err %v after %d files; want the context's after one", err, calls)
	}
}

// brokenFS fails to read one name, and every folder where it is ".".
type brokenFS struct {
	fstest.MapFS
	name string
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.Open(name)
}
func (b brokenFS) ReadFile(name string) ([]byte, error) { return fs.ReadFile(onlyOpen{b}, name) }
func (b brokenFS) Stat(name string) (fs.FileInfo, error) {
	return b.MapFS.Stat(name)
}
func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.MapFS.ReadDir(name)
}

type onlyOpen struct{ fs brokenFS }

func (o onlyOpen) Open(name string) (fs.File, error) { return o.fs.Open(name) }

func TestFileThatCannotBeRead(t *testing.T) {
	f := folder{"a.csv": "x", "d.csv": "year,ethnicity,entered\n2024,White,1\n"}
	_, report, err := Open(context.Background(), brokenFS{f.fsys(), "a.csv"}, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a := report.Files[0]; a.Outcome != source.Refused || a.Reason != "the file cannot be read: permission denied" {
		t.Errorf("%+v", a)
	}
	if d := report.Files[1]; d.Outcome != source.Loaded {
		t.Errorf("%+v", d)
	}
	_, _, err = Open(context.Background(), brokenFS{f.fsys(), "."}, Options{Folder: "/x"}, nil)
	if !errors.Is(err, fs.ErrPermission) {
		t.Errorf("err = %v; want the folder's", err)
	}
}

func TestNothingUsable(t *testing.T) {
	for _, f := range []folder{{}, {"notes.txt": "hello\nworld\n"}, {"d.csv": "year,ethnicity,entered\n2024,White,x\n"}, {"d.csv": "ethnicity,entered\nWhite,1\n"}} {
		org, report, err := open(t, f, Options{Folder: "x"})
		if !errors.Is(err, ErrNothingUsable) || org == nil || len(org.Returns) > 0 || len(report.Files) != len(f) {
			t.Errorf("%v: %v %+v %+v", f, err, org, report)
		}
	}
}

func TestOrganisationThatNoRowNamesIsNothing(t *testing.T) {
	_, report, err := open(t, folder{"d.csv": "organisation,year,ethnicity,entered\nNorth,2024,White,1\n"}, Options{Organisation: "West"})
	if !errors.Is(err, ErrNothingUsable) || report.Errors() != 1 {
		t.Errorf("%v %q", err, said(report))
	}
}

func TestOrganisationName(t *testing.T) {
	d := "year,ethnicity,entered\n2024,White,1\n"
	named := "organisation,year,ethnicity,entered\nNorth Trust,2024,White,1\nnorth trust,2024,BME,1\n"
	for _, c := range []struct {
		f    folder
		o    Options
		want string
	}{
		{folder{"d.csv": d}, Options{Folder: "/data/My Trust/"}, "My Trust"},
		{folder{"d.csv": d}, Options{}, ""},
		{folder{"d.csv": named}, Options{Folder: "/data/x"}, "North Trust"},
		{folder{"d.csv": named, "wres.toml": "organisation = \"South\\u001b[2J\"\n"}, Options{Folder: "/data/x"}, "South<U+001B>[2J"},
		{folder{"d.csv": named + "South Trust,2024,White,5\n", "wres.toml": "organisation = \"South Trust\"\n"}, Options{Organisation: "NORTH TRUST"}, "North Trust"},
		{folder{"d.csv": d, "wres.toml": "organisation = \"South\"\n"}, Options{Organisation: "North"}, "South"}, // no column: it has no effect
	} {
		org, _, err := open(t, c.f, c.o)
		if err != nil || org.Name != c.want {
			t.Errorf("%v: name %q, %v; want %q", c.f, org.Name, err, c.want)
		}
	}
}

func TestOpenIsDeterministic(t *testing.T) {
	f := folder{}
	for _, c := range goodInputs {
		for i, g := range c.folders {
			for name, text := range g {
				f[fmt.Sprintf("%d-%s-%s", i, strings.ReplaceAll(c.name, " ", ""), name)] = text
			}
		}
	}
	org, report, err := open(t, f, Options{AssumeYear: 2024})
	for range 5 {
		again, second, err2 := open(t, f, Options{AssumeYear: 2024})
		if diff := cmp.Diff(org, again); diff != "" || !errors.Is(err2, err) {
			t.Fatal(diff, err, err2)
		}
		if diff := cmp.Diff(report, second); diff != "" {
			t.Fatal(diff)
		}
	}
}

// What grows with the square of the rows would run into the time limit of the whole
// test; how long it takes is the benchmarks' matter.
func TestHugeFilesEnd(t *testing.T) {
	var twice, campaigns, labels strings.Builder
	twice.WriteString("year,ethnicity,entered\n")
	campaigns.WriteString("year,campaign,ethnicity,shortlisted,appointed\n")
	labels.WriteString("year,ethnicity,headcount\n")
	for i := range 20000 {
		twice.WriteString("2024,White,1\n")
		fmt.Fprintf(&campaigns, "2024,c%d,White,2,1\n", i)
		fmt.Fprintf(&labels, "2024,label %d,1\n", i)
	}
	_, report, err := open(t, folder{"d.csv": twice.String(), "r.csv": campaigns.String(), "workforce.csv": labels.String()}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(report.Unmapped); got != 20000 {
		t.Errorf("%d labels listed; want all", got)
	}
}
