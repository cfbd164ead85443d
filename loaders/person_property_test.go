package loaders

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model"
	"wres/model/source"
)

// randomLists makes rows of a staff list, of cases and of training records, in which
// people come again, in other bands, years and contracts.
func randomLists(t *rapid.T) map[string][]string {
	pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
	number := func() string { return pick("number", "1", "2", "02", "3", "4", "5", "", "1E+5") }
	origin := func() string { return pick("origin", "A", "H", "Z", "", "Martian", "C White - Polish") }
	rows := map[string][]string{}
	for range rapid.IntRange(1, 25).Draw(t, "staff") {
		rows["staff.csv"] = append(rows["staff.csv"], strings.Join([]string{
			number(), origin(), pick("band", "5", "6", "8a", "VSM", "Consultant", "odd", ""), pick("group", "Nursing", "Admin and Clerical", "Medical and Dental", ""),
			pick("fte", "1.00", "0.5", "", "x"), pick("primary", "Yes", "No", ""), pick("category", "Permanent", "Bank", "Honorary", ""),
			pick("year", "2023", "2024", "never"), pick("organisation", "North", "South", "")}, ","))
	}
	for range rapid.IntRange(0, 10).Draw(t, "cases") {
		rows["cases.csv"] = append(rows["cases.csv"], number()+","+origin()+","+pick("opened", "01/05/2023", "01/05/2022", "31/03/2024", "x"))
	}
	for range rapid.IntRange(0, 10).Draw(t, "training") {
		rows["training.csv"] = append(rows["training.csv"], number()+","+pick("course", "Fire safety", "Leadership")+","+pick("done", "01/05/2023", "2024"))
	}
	return rows
}

var randomHeaders = map[string]string{
	"staff.csv":    "Employee Number,Ethnic Origin,Band,Staff Group,FTE,Primary Assignment,Assignment Category,Year,Organisation",
	"cases.csv":    "Employee Number,Ethnic Origin,Date Opened",
	"training.csv": "Employee Number,Course,Date",
}

func foldersOf(rows map[string][]string) folder {
	f := folder{}
	for name, r := range rows {
		f[name] = randomHeaders[name] + "\n" + strings.Join(r, "\n") + "\n"
	}
	return f
}

// accountsOf leaves out of a report what the order of rows may change: places.
func accountsOf(report source.Report) map[string]string {
	all := map[string]string{}
	for _, f := range report.Files {
		all[f.Name] = fmt.Sprintf("%d %d %d %d %d %+v", f.RowsRead, f.RowsUsed, f.RowsRefused, f.RowsAside, *f.People, f.Excluded)
	}
	for _, u := range report.Unmapped {
		all[u.File+u.Field+u.Label] = fmt.Sprint(u.Count)
	}
	return all
}

// TestOrderOfPeopleIsIrrelevant: the same rows in another order are the same figures
// and the same accounts.
func TestOrderOfPeopleIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := randomLists(t)
		o := Options{}
		if rapid.Bool().Draw(t, "one organisation") {
			o.Organisation = "North"
		}
		one, first, err := Open(context.Background(), foldersOf(rows).fsys(), o, nil)
		seed := rapid.Uint64().Draw(t, "seed")
		for _, r := range rows {
			rand.New(rand.NewPCG(seed, 1)).Shuffle(len(r), func(i, j int) { r[i], r[j] = r[j], r[i] })
		}
		two, second, again := Open(context.Background(), foldersOf(rows).fsys(), o, nil)
		if errors.Is(err, ErrNothingUsable) != errors.Is(again, ErrNothingUsable) || err != nil && !errors.Is(err, ErrNothingUsable) {
			t.Fatal(err, again)
		}
		if diff := cmp.Diff(one.Returns, two.Returns); diff != "" {
			t.Errorf("%s\n%v", diff, rows)
		}
		if diff := cmp.Diff(accountsOf(first), accountsOf(second)); diff != "" {
			t.Errorf("%s\n%v", diff, rows)
		}
		checkReport(t, first)
		checkPeople(t, one, first, rows)
	})
}

// checkPeople holds the accounts of lists: every row is read, every row used is a
// person, a further row of one, or left out by a rule.
func checkPeople(t *rapid.T, org *model.Organisation, report source.Report, rows map[string][]string) {
	for _, f := range report.Files {
		blank := 0
		for _, r := range rows[f.Name] {
			if strings.Trim(r, ",") == "" {
				blank++
			}
		}
		if f.RowsRead+f.RowsAside+blank != len(rows[f.Name]) {
			t.Errorf("%s: read %d of %d", f.Name, f.RowsRead, len(rows[f.Name]))
		}
		if f.Name != "staff.csv" {
			continue
		}
		x := f.Excluded
		if sum := *f.People + x.Bank + x.Honorary + x.NonExecutive + x.Other + x.SecondAssignment; sum > f.RowsUsed {
			t.Errorf("%+v: more is counted than used", f)
		}
		headcount := 0
		for _, ret := range org.Returns {
			headcount += ret.Headcount().Total()
		}
		if headcount != *f.People {
			t.Errorf("%d people in the file and %d in the returns", *f.People, headcount)
		}
	}
}

// lot draws numbers that are the same on every machine.
type lot struct{ *rand.Rand }

func (l lot) of(values ...string) string { return values[l.IntN(len(values))] }

// staffList writes a list of staff as ESR would, n rows of it, and counts what a
// reader must find: people of the year, and of them those in band 5. Employees have
// numbers in order; one row in fifty is the second assignment of the row before.
func staffList(n int) (text string, want struct{ people, band5, bank, second int }) {
	r := lot{rand.New(rand.NewPCG(7, 7))}
	var b strings.Builder
	b.WriteString("Unique Id,Employee Number,Full Name,Organisation,Directorate,Staff Group,Job Role,Position Title,Pay Scale,Pay Grade,AfC Band,Assignment Category,Assignment Status,FTE,Ethnic Origin,Date Of Birth,Nationality,Year\n")
	last, before, origin := "", 0, "" // the row before, and its number if it can come again
	for i := range n {
		band := r.of("2", "3", "4", "5", "5", "6", "6", "7", "8 - Range A", "8 - Range B", "9")
		contract := "Permanent"
		if r.IntN(12) == 0 {
			contract = "Bank"
		}
		number := 10000000 + i
		here := r.of("A White - British", "A White - British", "C White - Any other White background", "H Asian or Asian British - Indian", "N Black or Black British - African", "Z Not Stated", "")
		if before != 0 && r.IntN(50) == 0 {
			number, band, contract, here = before, last, "Permanent", origin
			want.second++
			before = 0
		} else if contract == "Bank" {
			want.bank++
			before = 0
		} else {
			want.people++
			before = number
			if band == "5" {
				want.band5++
			}
		}
		last, origin = band, here
		directorate := r.of("Medicine", "Surgery", "\"Women, Children\"")
		groupAndRole := r.of("Nursing and Midwifery Registered,Staff Nurse", "Additional Clinical Services,Healthcare Assistant", "Administrative and Clerical,Clerical Worker", "Estates and Ancillary,Porter")
		fmt.Fprintf(&b, "%d,%d,\"Nobody, No %d\",\"Northmoor, Westvale Trust\",%s,%s,\"Post %d, Ward %d\",NHS|XR00|Review Body Band %s,XR00.%d,,%s,%s,%.2f,%s,01/02/1970,%s,2025\n",
			i, number, i, directorate, groupAndRole,
			i%977, i%31, band, i%8, contract, r.of("Active", "Active", "Active", "Maternity"), float64(10+i%91)/100,
			here,
			r.of("British", "Irish", "\"Other, Not Listed\""))
	}
	return b.String(), want
}

// TestTwentyThousandRows: a trust's list fills indicator 1, and not a row is refused.
func TestTwentyThousandRows(t *testing.T) {
	const rows = 20_000
	text, want := staffList(rows)
	org, report, err := open(t, folder{"esr.csv": text, "wres.toml": "[thresholds]\nmissing_ethnicity = 100\n"}, Options{})
	if err != nil || len(report.Problems) > 0 {
		t.Fatal(err, said(report))
	}
	f := fileOf(t, report, "esr.csv")
	if f.RowsUsed != rows || f.RowsRefused != 0 || *f.People != want.people || f.Excluded != (source.Excluded{Bank: want.bank, SecondAssignment: want.second}) {
		t.Errorf("%+v people %d; want %+v", f, *f.People, want)
	}
	ret := org.Return(2025)
	band5 := 0
	for post, tally := range ret.Workforce {
		if post.Band == model.AnyBand || post.Category == model.AnyCategory {
			t.Errorf("%d people without a band or a category", tally.Total())
		}
		if post.Band == model.Band5 {
			band5 += tally.Total()
		}
	}
	if band5 != want.band5 || ret.Headcount().Total() != want.people || len(org.Returns) != 1 {
		t.Errorf("band 5: %d of %d; want %+v", band5, ret.Headcount().Total(), want)
	}
}

// TestCorpusStaffLists opens staff lists as ESR and Excel write them, each in a folder
// of its own. They were made up for this project and describe nobody.
func TestCorpusStaffLists(t *testing.T) {
	for _, name := range []string{"01_base_utf8_lf.csv", "53_quoted_everything.csv", "57_same_person_twice.csv"} {
		text, err := os.ReadFile("testdata/lists/" + name)
		if err != nil {
			t.Fatal(err)
		}
		org, report, err := open(t, folder{name: string(text)}, Options{AssumeYear: 2025})
		if err != nil {
			t.Fatal(name, err, said(report))
		}
		f := fileOf(t, report, name)
		twice := strings.Count(string(text), "\n") - 1 - 20
		if *f.People != 20 || f.Excluded != (source.Excluded{SecondAssignment: twice}) || f.RowsRefused != 0 {
			t.Errorf("%s: %+v people %d %q", name, f, *f.People, said(report))
		}
		want := []string{"notice " + name + ":6:3 [staff_group] 2 rows of medical and dental staff on a band of Agenda for Change: counted as medical and dental in that band; check the staff group (lines 6 and 19)"}
		if diff := cmp.Diff(want, said(report)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if h := org.Return(2025).Headcount(); h.Total() != 20 || h.Group(model.White) != 2 || h.Of(model.NotStated) != 5 {
			t.Errorf("%s: %d people, %d White, %d not stated", name, h.Total(), h.Group(model.White), h.Of(model.NotStated))
		}
	}
}
