package people

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/csvfile/scan"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// TestPeopleAreMergedFromWorkers: rows dealt out to several workers count as they do
// with one.
func TestPeopleAreMergedFromWorkers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
		var rows []string
		for range rapid.IntRange(1, 25).Draw(t, "staff") {
			rows = append(rows, strings.Join([]string{
				pick("number", "1", "2", "02", "3", "4", "5", "", "1E+5"), pick("origin", "A", "H", "Z", "", "Martian", "C White - Polish"), pick("band", "5", "6", "8a", "VSM", "Consultant", "odd", ""), pick("group", "Nursing", "Admin and Clerical", "Medical and Dental", ""),
				pick("fte", "1.00", "0.5", "", "x"), pick("primary", "Yes", "No", ""), pick("category", "Permanent", "Bank", "Honorary", ""),
				pick("year", "2023", "2024", "never"), pick("organisation", "North", "South", "")}, ","))
		}
		count := func(workers int) (*model.Organisation, source.File) {
			header := "Employee Number,Ethnic Origin,Band,Staff Group,FTE,Primary Assignment,Assignment Category,Year,Organisation"
			text, err := csvfile.Decode([]byte(header + "\n" + rows[0] + "\n"))
			if err != nil {
				t.Fatal(err)
			}
			words := labels.New()
			f, _ := columns.New(words).Read(context.Background(), "staff.csv", text, 0)
			p, org := New(words, ""), &model.Organisation{}
			li := p.newList(f)
			li.line = func(at int64) int { return int(at) }
			all := make([]*worker, workers)
			for i := range all {
				all[i] = li.newWorker()
			}
			var wait sync.WaitGroup
			for i, w := range all {
				wait.Go(func() {
					for n := i; n < len(rows); n += workers {
						cells := strings.Split(rows[n], ",")
						var fields scan.Cells
						for _, column := range li.columns {
							fields.Append(cells[column])
						}
						fields.Append("")
						w.Row(int64(n+2), &fields)
					}
				})
			}
			wait.Wait()
			for _, w := range all {
				li.merge(w)
			}
			li.finish(context.Background())
			for _, e := range kinds.Extracts() {
				if e.List != nil {
					p.Place(e, org)
				}
			}
			p.Report()
			var read source.File
			li.Summarise(&read)
			return org, read
		}
		one, first := count(1)
		three, second := count(3)
		if diff := cmp.Diff(one.Returns, three.Returns); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Error(diff)
		}
	})
}

// BenchmarkStaffRow counts the rows alone, without finding them in the bytes.
func BenchmarkStaffRow(b *testing.B) {
	li, rows := staffRows(b, 20_000)
	w := li.newWorker()
	for i := range rows { // what is new is met
		w.Row(int64(i), &rows[i])
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		w.Row(int64(i), &rows[i])
		if i++; i == len(rows) {
			i = 0
		}
	}
}

// staffRows gives the rows of a staff list, as ESR writes it, as a reader hands them over.
func staffRows(t testing.TB, n int) (*List, []scan.Cells) {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 7))
	of := func(values ...string) string { return values[r.IntN(len(values))] }
	var b strings.Builder
	b.WriteString("Unique Id,Employee Number,Organisation,Directorate,Staff Group,Job Role,Pay Scale,Pay Grade,AfC Band,Assignment Category,Assignment Status,FTE,Ethnic Origin,Year\n")
	for i := range n {
		fmt.Fprintf(&b, "%d,%d,\"Northmoor, Westvale Trust\",%s,%s,NHS|XR00|Review Body Band %s,XR00.%d,,%s,%s,%.2f,%s,2025\n", i, 10000000+i-i%50/49,
			of("Medicine", "Surgery", "\"Women, Children\""),
			of("Nursing and Midwifery Registered,Staff Nurse", "Additional Clinical Services,Healthcare Assistant", "Administrative and Clerical,Clerical Worker", "Estates and Ancillary,Porter"),
			of("2", "3", "4", "5", "5", "6", "6", "7", "8 - Range A", "8 - Range B", "9"), i%8, of("Permanent", "Permanent", "Permanent", "Bank"), of("Active", "Active", "Active", "Maternity"), float64(10+i%91)/100,
			of("A White - British", "A White - British", "C White - Any other White background", "H Asian or Asian British - Indian", "N Black or Black British - African", "Z Not Stated", ""))
	}
	li := readList(t, "esr.csv", b.String(), Way{})
	decoded, err := csvfile.Decode([]byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	var rows []scan.Cells
	for rec := range decoded.Records() {
		var fields scan.Cells
		for _, column := range li.columns {
			fields.Append(rec.Value(column))
		}
		fields.Append("")
		rows = append(rows, fields)
	}
	return li, rows
}

// readList reads a text as a list.
func readList(t testing.TB, name, data string, way Way) *List {
	t.Helper()
	text, err := csvfile.Decode([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	words := labels.New()
	f, _ := columns.New(words).Read(t.Context(), name, text, 0)
	if !f.IsList() {
		t.Fatal(f.Reason)
	}
	way.Tell = func(rows, done, size int64) bool { return true }
	return New(words, "").Read(t.Context(), f, text, []byte(data), way)
}

// TestARowCostsNoMemory: once its labels have been met, a row is counted without
// allocating, but for the pages that hold the people.
func TestARowCostsNoMemory(t *testing.T) {
	li, rows := staffRows(t, 2000)
	w := li.newWorker()
	pass := func() {
		for i := range rows {
			w.Row(int64(i), &rows[i])
		}
	}
	pass()
	if n := testing.AllocsPerRun(50, pass); n > float64(len(rows)/50) {
		t.Errorf("%v allocations for %d rows", n, len(rows))
	}
}

func TestNothingIsLeftOfAListGivenUp(t *testing.T) {
	li := readList(t, "staff.csv", "Employee Number,Ethnic Origin,Band,Staff Group,Year\n"+strings.Repeat("1,A,5,Nursing,2024\n2,Odd,5,Nursing,2024\n", 400)+"3,A,5,N\"x,2024\n", Way{Workers: 2, Chunk: 100})
	if n := len(li.p.files); n != 1 || li.used+li.years[2024].rows != 801 || li.years[2024].people != 3 {
		t.Errorf("%d lists, %d rows, %d people", n, li.years[2024].rows, li.years[2024].people)
	}
}
