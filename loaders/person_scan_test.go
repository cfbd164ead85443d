package loaders

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// opened is all that opening a folder gives.
type opened struct {
	Organisation *model.Organisation
	Report       source.Report
	Err          string
}

func openWay(t testing.TB, f folder, o Options, reading way) opened {
	t.Helper()
	org, report, err := openIn(context.Background(), f.fsys(), o, nil, reading)
	checkReport(t, report)
	got := opened{Organisation: org, Report: report}
	if err != nil {
		got.Err = err.Error()
	}
	return got
}

// sameWays holds that a folder gives the same however its lists are read, and answers
// what it gives.
func sameWays(t testing.TB, f folder, o Options) opened {
	t.Helper()
	want := openWay(t, f, o, way{slow: true, whole: true})
	for _, reading := range []way{{}, {workers: 1}, {workers: 3, chunk: 64}, {workers: 4, chunk: 500, whole: true}, {workers: 2, chunk: 7}} {
		if len(f) > 0 && reading.chunk > 0 && sizeOf(f) > 300*reading.chunk {
			reading.chunk *= 1000
		}
		if diff := cmp.Diff(want, openWay(t, f, o, reading)); diff != "" {
			t.Fatalf("%+v: -slow +fast\n%s\n%.3000q", reading, diff, f)
		}
	}
	return want
}

func sizeOf(f folder) int {
	n := 0
	for _, text := range f {
		n += len(text)
	}
	return n
}

// untidy makes a staff list as exports and people leave one: with titles, totals,
// repeated headers, notes, a second table, blank, short and long rows, quotes.
type untidy struct {
	lot
	b              strings.Builder
	end            string // of a line
	delim, columns string
	fields         int
}

func (u *untidy) line(cells ...string) {
	for i, c := range cells {
		if strings.ContainsAny(c, u.delim+"\"\r\n") || u.IntN(20) == 0 {
			cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
	}
	u.b.WriteString(strings.Join(cells, u.delim) + u.end)
}

func (u *untidy) row() {
	cells := []string{
		u.of("North", "North ", "NORTH", "South", "Total Care", "Page 3 Ltd", "Trust, the", "Zoë's", ""),
		u.of("1", "2", "02", "3", "4", "5", "6", "7", "8", "9", "", "1E+5", "n/a", "Total"),
		u.of("A", "H", "Z", "", "Martian", "Vulcan", "C White - Polish", "White, British", "Not\nStated", "Not\r\nKnown", "Mixed \"other\"", "Total"),
		u.of("5", "6", "8a", "VSM", "Consultant", "odd", "odder", ""),
		u.of("Nursing", "Admin and Clerical", "Medical and Dental", "Space, outer", ""),
		u.of("1.00", "0.5", "", "x"), u.of("Yes", "No", ""), u.of("Permanent", "Bank", "Honorary", "Zero\nhours", ""),
		u.of("2023", "2024", "2024", "31/12/2023", "never", "", "Total"),
	}
	switch u.IntN(30) {
	case 0:
		cells = cells[:1+u.IntN(len(cells))]
	case 1:
		cells = append(cells, u.of("", " ", "x"), u.of("", "x"))
	case 2:
		cells[3] = "two\r\nlines"
	case 3: // a quote is lost, and another some rows further down
		row := "North" + strings.Repeat(u.delim+"5", u.fields-1) + u.end
		u.b.WriteString(`"` + strings.Repeat(row, 1+u.IntN(3)) + strings.Replace(row, "North", `North"`, 1))
	}
	u.line(cells...)
}

// around writes something that stands between or under rows.
func (u *untidy) around() {
	blanks := func(first string) []string { return append([]string{first}, make([]string, u.fields-1)...) }
	switch u.IntN(9) {
	case 0:
		u.line("Total", "", "", "", "", "", "", "", "")
	case 1:
		u.line(u.of("Total staff", "Grand total:", "Subtotal", "total"), u.of("12", "1,234"))
	case 2:
		u.b.WriteString(u.columns + u.end)
	case 3:
		u.line(u.of("Page 1 of 3", "page 2", "Page three"))
	case 4:
		u.b.WriteString(u.of("", "", strings.Repeat(u.delim, u.fields-1), "  ", `""`, "\u00a0") + u.end)
	case 5:
		u.line(blanks("Page 9")...)
	case 6:
		u.line("", "Total", "7")
	case 7:
		u.line(blanks(u.of("Report", "Sorted by name"))...)
	case 8:
		u.line("")
		u.line("")
	}
}

// under writes what stands below a table.
func (u *untidy) under() {
	switch u.IntN(5) {
	case 0:
		u.line("")
		u.line("Band", "Headcount")
		for range 1 + u.IntN(4) {
			u.line("Band "+u.of("5", "6"), "12")
		}
	case 1:
		u.line(u.of("Source: ESR, 31 March", "Note: excludes bank", "* see below", "End of report"))
	case 2:
		u.line("Total", "12")
		u.line("Bank staff are left out of this report.")
	case 3:
		u.line("")
		u.line("Another table of the trust's staff")
		u.line("Site", "Beds", "Staff")
		u.line("A", "1", "2")
	}
	u.b.WriteString(u.of("", "", "\x1a", "\x1a\r\n", u.end+u.end))
}

func newUntidy(seed uint64, rows int) string {
	u := &untidy{lot: lot{rand.New(rand.NewPCG(seed, 11))}}
	u.end, u.delim = u.of("\n", "\r\n"), u.of(",", ",", ";", "\t")
	names := []string{u.of("Organisation", "Trust", "Total Trust"), "Employee Number", "Ethnic Origin", "Band", "Staff Group", "FTE", "Primary Assignment", "Assignment Category", "Year"}
	u.fields, u.columns = len(names), strings.Join(names, u.delim)
	u.b.WriteString(u.of("", "", "\ufeff"))
	if u.IntN(3) == 0 {
		u.line("Staff list of the trust")
		u.line("")
	}
	u.b.WriteString(u.columns + u.of("", "", u.delim+u.delim) + u.end)
	around := u.of("1000", "40", "8")
	for range rows {
		u.row()
		if around == "8" && u.IntN(8) == 0 || around == "40" && u.IntN(40) == 0 {
			u.around()
		}
	}
	u.under()
	text := u.b.String()
	switch u.IntN(8) { // one in two is not for the parallel reader, or breaks off
	case 0:
		at := u.IntN(len(text))
		text = text[:at] + u.of("\"", "\r", "x\"y", "\xff", "\xe9t\xe9", "\x00", "\ufffd") + text[at:]
	case 1:
		text = text[:u.IntN(len(text))]
	}
	return text
}

// TestListsReadAlike: a list gives the same figures and the same report, whether it is
// read row by row or in parallel.
func TestListsReadAlike(t *testing.T) {
	aside, refused := 0, 0
	for seed := range uint64(300) {
		f := folder{"staff.csv": newUntidy(seed, 1+int(seed%60))}
		if seed%4 == 0 {
			f["staff-b.csv"] = newUntidy(seed+10_000, 20)
		}
		if seed%5 == 0 {
			f["cases.csv"] = "Employee Number,Ethnic Origin,Date Opened\n2,,01/05/2023\n2,A,01/06/2023\n77,,01/05/2023\nTotal,,\nSource: HR\n"
			f["more-cases.csv"] = "Employee Number,Ethnic Origin,Date Opened\n2,,01/05/2023\n3,B,\"01/06/\r\n2023\"\n"
		}
		o := Options{}
		if seed%3 == 0 {
			o.Organisation = "North"
		}
		got := sameWays(t, f, o)
		for _, file := range got.Report.Files {
			aside, refused = aside+file.RowsAside, refused+file.RowsRefused
		}
	}
	if aside < 300 || refused < 300 {
		t.Errorf("%d rows aside and %d refused: the lists are too tidy", aside, refused)
	}
}

func TestCorpusReadsAlike(t *testing.T) {
	for _, pattern := range []string{filepath.Join(corpusDir, "*"), "testdata/lists/*"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, names, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sameWays(t, folder{filepath.Base(name) + ".csv": string(data)}, Options{AssumeYear: 2025})
		}
	}
}

// TestLargeListsReadAlike: so does a list of which only the two ends are held in
// memory.
func TestLargeListsReadAlike(t *testing.T) {
	for seed := range uint64(6) {
		text := newUntidy(seed, 14_000)
		if !csvfile.IsLarge(int64(len(text))) {
			text += newUntidy(seed+100, 30_000)
		}
		f := folder{"staff.csv": text}
		want := openWay(t, f, Options{}, way{slow: true, whole: true})
		for _, reading := range []way{{}, {workers: 3, chunk: 5000}} {
			if diff := cmp.Diff(want, openWay(t, f, Options{}, reading)); diff != "" {
				t.Errorf("seed %d, %+v: -slow +fast\n%.3000s", seed, reading, diff)
			}
		}
	}
}

// TestManyLabelsReadAlike: with more labels and names than are listed, those that are
// do not depend on how many goroutines met them.
func TestManyLabelsReadAlike(t *testing.T) {
	for _, n := range []int{30, 60, 200, 9000} {
		var b strings.Builder
		b.WriteString("Employee Number,Ethnic Origin,Band,Staff Group,Year,Organisation\n")
		for i := range 3 * n {
			k := (i * 7919) % n
			word := string([]byte{'a' + byte(k%26), 'a' + byte(k/26%26), 'a' + byte(k/676)})
			fmt.Fprintf(&b, "%d,Origin %s,5,Nursing,%s,%s\n", i, word, []string{"2024", "2024", "never"}[i/n], []string{"Trust ", "TRUST "}[i%2]+word)
		}
		got := sameWays(t, folder{"staff.csv": b.String()}, Options{})
		labels := len(got.Report.Unmapped)
		want := min(n, 50+1)
		if n > 4096 {
			want = 1
		}
		if labels != want {
			t.Errorf("%d labels are listed as %d", n, labels)
		}
	}
}

// TestFoldersOfListsReadAlike: so do people who are in several lists, and lists that
// are read in different ways.
func TestFoldersOfListsReadAlike(t *testing.T) {
	const header = "Employee Number,Ethnic Origin,Band,Staff Group,FTE,Assignment Category,Year\n"
	f := folder{
		"a-staff.csv": header + "1,A,5,Nursing,1,,2024\n2,A,5,Nursing,1,Bank,2024\n3,A,5,Nursing,1,,2024\n1,A,6,Nursing,0.5,,2024\n",
		"b-staff.csv": header + "1,A,7,Nursing,1,,2024\n2,A,5,Nursing,1,,2024\n3,A,5,Nursing,1,Bank,2024\n4,A,5\"x,Nursing,1,,2024\n5,A,5,Nursing,1,,2024\n1,A,7,Nursing,1,,2024\n",
	}
	got := sameWays(t, f, Options{})
	var said []string
	for _, file := range got.Report.Files {
		said = append(said, fmt.Sprintf("%s: %d used, %d people, %s", file.Name, file.RowsUsed, *file.People, file.Excluded))
	}
	want := []string{"a-staff.csv: 4 used, 2 people, bank 1, second assignments 1", "b-staff.csv: 6 used, 3 people, bank 1, second assignments 2"}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
}

// TestPeopleWithAndWithoutNumbersAreCountedTogether: those of one band and origin are
// one figure.
func TestPeopleWithAndWithoutNumbersAreCountedTogether(t *testing.T) {
	got := sameWays(t, folder{"staff.csv": "Employee Number,Ethnic Origin,Band,Staff Group,Year\n1,A,5,Nursing,2024\n,A,5,Nursing,2024\n2,A,5,Nursing,2024\n,A,5,Nursing,2024\n"}, Options{})
	if diff := cmp.Diff([]string{"clinical 5: 4 0 0"}, tallies(got.Organisation.Return(2024))); diff != "" {
		t.Error(diff)
	}
}

func TestCancelledListIsAnError(t *testing.T) {
	text, _ := staffList(20_000)
	for _, reading := range []way{{}, {slow: true}, {whole: true}, {slow: true, whole: true}} {
		ctx, cancel := context.WithCancel(t.Context())
		calls, after := 0, 0
		_, _, err := openIn(ctx, folder{"staff.csv": text}.fsys(), Options{}, func(p Progress) {
			if ctx.Err() != nil {
				after++
			}
			if calls++; p.Rows > 0 {
				cancel()
			}
		}, reading)
		cancel()
		if !errors.Is(err, context.Canceled) || calls < 2 || after > 2 {
			t.Errorf("%+v: %v, %d calls, %d after the cancel", reading, err, calls, after)
		}
	}
}

// TestSpellingsOfOneLabel: a label that is written in thousands of ways is one label,
// whichever reader meets them.
func TestSpellingsOfOneLabel(t *testing.T) {
	var b strings.Builder
	b.WriteString("Employee Number,Ethnic Origin,Band,Staff Group,Year\n")
	for i := range 9000 {
		label := []byte("martianlongname")
		for k := range 14 {
			if i>>k&1 == 1 {
				label[k] -= 'a' - 'A'
			}
		}
		fmt.Fprintf(&b, "%d,%s,5,Nursing,2024\n", i+1, label)
	}
	sameWays(t, folder{"staff.csv": b.String()}, Options{})
}

// TestLoneReturnsSwallowed: where as many CRs stand in cells as records end in LF alone,
// the count of CRs does not tell.
func TestLoneReturnsSwallowed(t *testing.T) {
	for _, text := range []string{
		"Employee Number,Ethnic Origin,Band,Notes,Year\n1,A,5,,2024\n2,A,5,\"x,2024\r3,A,5,,2024\r4,A,5,,2024\r5,A,5,y\",2024\n5,H,5,,2024\n",
		"Employee Number,Ethnic Origin,Band,Notes,Year\r\n1,A,5,,2024\r\n2,A,5,\"x,2024\r3,A,5,y\",2024\n5,H,5,,2024\r\n",
	} {
		sameWays(t, folder{"staff-2024.csv": text}, Options{})
		_, report, _ := open(t, folder{"staff-2024.csv": text}, Options{})
		if report.Files[0].RowsRefused != 1 {
			t.Errorf("%q: %d rows refused, want the one that has swallowed others", text, report.Files[0].RowsRefused)
		}
	}
}
