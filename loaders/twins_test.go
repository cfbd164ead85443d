package loaders

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"wres/model/source"
)

// TestCopies: a list that lies in the folder twice counted everyone twice, where no
// number tells who is who.
func TestCopies(t *testing.T) {
	const list = "Ethnic Origin,Shortlisted,Appointed,Vacancy\nA,yes,no,1\nH,yes,yes,1\nTotal,,,\n"
	const board = "Name,Ethnic Origin,Voting,Executive\nx,A,yes,no\ny,H,yes,yes\n"
	const wide = "White,BME,Unknown\n1,2,0\n"
	const events = "year,ethnicity,entered\n2024,White,3\n2024,BME,1\n"
	const why = "it is a copy of %, byte for byte; delete one of the two"
	type read struct {
		Name, Reason             string
		Read, Used, Refused, Out int
	}
	for _, c := range []struct {
		name string
		f    folder
		want []read
	}{
		{"applicants", folder{"TRAC 2024-25.csv": list, "TRAC 2024-25 - Copy.csv": list}, []read{
			{"TRAC 2024-25 - Copy.csv", "", 2, 2, 0, 1}, {"TRAC 2024-25.csv", `"TRAC 2024-25 - Copy.csv"`, 2, 0, 2, 1}}},
		{"three of them", folder{"board-2024.csv": board, "board-2024a.csv": board, "board-2024b.csv": board}, []read{
			{"board-2024.csv", "", 2, 2, 0, 0}, {"board-2024a.csv", `"board-2024.csv"`, 2, 0, 2, 0}, {"board-2024b.csv", `"board-2024.csv"`, 2, 0, 2, 0}}},
		{"counts", folder{"a.csv": events, "b.csv": events}, []read{{"a.csv", "", 2, 2, 0, 0}, {"b.csv", `"a.csv"`, 2, 0, 2, 0}}},
		{"large", folder{"a-2024.csv": list + strings.Repeat("A,yes,no,1\n", 200_000), "b-2024.csv": list + strings.Repeat("A,yes,no,1\n", 200_000)}, []read{
			{"a-2024.csv", "", 200_002, 200_002, 0, 1}, {"b-2024.csv", `"a-2024.csv"`, 200_002, 0, 200_002, 1}}},

		{"another year by its name", folder{"board-2024.csv": board, "board-2025.csv": board, "board-2025 (1).csv": board}, []read{
			{"board-2024.csv", "", 2, 2, 0, 0}, {"board-2025 (1).csv", "", 2, 2, 0, 0}, {"board-2025.csv", `"board-2025 (1).csv"`, 2, 0, 2, 0}}},
		{"another kind by its name", folder{"training-2024.csv": wide, "disciplinary-2024.csv": wide}, []read{
			{"disciplinary-2024.csv", "", 1, 1, 0, 0}, {"training-2024.csv", "", 1, 1, 0, 0}}},
		{"another count by its name", folder{"appointed-2024.csv": wide, "shortlisted-2024.csv": wide}, []read{
			{"appointed-2024.csv", "", 1, 1, 0, 0}, {"shortlisted-2024.csv", "", 1, 1, 0, 0}}},
		{"no rows yet", folder{"a.csv": events[:23], "b.csv": events[:23], "c.csv": events}, []read{{"a.csv", "", 0, 0, 0, 0}, {"b.csv", "", 0, 0, 0, 0}, {"c.csv", "", 2, 2, 0, 0}}},
		{"of one size", folder{"a.csv": events, "b.csv": strings.ReplaceAll(events, "2024", "2023")}, []read{{"a.csv", "", 2, 2, 0, 0}, {"b.csv", "", 2, 2, 0, 0}}},
	} {
		org, report, err := open(t, c.f, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		var got []read
		for _, f := range report.Files {
			if (f.Outcome == source.NotUsed) != (f.Reason != "") || f.Reason != "" && (f.Kind == "unknown" || f.HeaderLine != 1 || f.People != nil) {
				t.Errorf("%s: %+v", c.name, f)
			}
			before, after, _ := strings.Cut(why, "%")
			got = append(got, read{f.Name, strings.TrimSuffix(strings.TrimPrefix(f.Reason, before), after), f.RowsRead, f.RowsUsed, f.RowsRefused, f.RowsAside})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s%q", c.name, diff, said(report))
		}
		once := folder{}
		for _, f := range report.Files {
			if f.Reason == "" {
				once[f.Name] = c.f[f.Name]
			}
		}
		if want, _, _ := open(t, once, Options{}); cmp.Diff(want, org) != "" {
			t.Errorf("%s: a copy has changed the figures:\n%s", c.name, cmp.Diff(want, org))
		}
	}
}

// Only files of one size are compared, and of these no more than has to be.
func TestFindTwins(t *testing.T) {
	long := strings.Repeat("x", 200<<10)
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{"a": long, "b": long[1:] + "y", "c": long, "d": "y" + long[1:], "e": long[1:], "f": "", "g": "", "h": long} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	l := newLoading(t.Context(), fsys, Options{})
	l.findTwins([]string{"a", "b", "c", "d", "e", "f", "g", "h", "lost"})
	if diff := cmp.Diff(map[string][]string{"c": {"a"}, "h": {"a", "c"}}, l.twins); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// counted is a folder that counts how often each of its files is opened.
type counted struct {
	fstest.MapFS
	opened map[string]int
}

func (c counted) Open(name string) (fs.File, error) {
	c.opened[name]++
	return c.MapFS.Open(name)
}

// However many files there are of one size, each is read once to tell copies: hundreds of
// extracts that were written by a program have one size.
func TestFindTwinsReadsEachFileOnce(t *testing.T) {
	const files = 500
	fsys := counted{fstest.MapFS{}, map[string]int{}}
	var names []string
	for i := range files {
		name := fmt.Sprintf("%03d.csv", i)
		names = append(names, name)
		fsys.MapFS[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "%03d", i/2)}
	}
	l := newLoading(t.Context(), fsys, Options{})
	l.findTwins(names)
	for name, times := range fsys.opened {
		if times != 1 {
			t.Errorf("%s is opened %d times", name, times)
		}
	}
	if len(fsys.opened) != files || len(l.twins) != files/2 {
		t.Errorf("%d files are opened, %d are copies", len(fsys.opened), len(l.twins))
	}
}

// BenchmarkFindTwins says what a file costs among few and among many of its size.
func BenchmarkFindTwins(b *testing.B) {
	for _, files := range []int{50, 5000} {
		b.Run(fmt.Sprint(files), func(b *testing.B) {
			fsys := fstest.MapFS{}
			var names []string
			for i := range files {
				names = append(names, fmt.Sprintf("%04d.csv", i))
				fsys[names[i]] = &fstest.MapFile{Data: fmt.Appendf(nil, "year,ethnicity,entered\n2024,White,%d\n", 10_000+i)}
			}
			for b.Loop() {
				newLoading(b.Context(), fsys, Options{}).findTwins(names)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*files), "ns/file")
		})
	}
}
