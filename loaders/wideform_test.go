package loaders

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"wres/loaders/kinds"
	"wres/model"
	"wres/model/source"
)

// TestWideIsTidy: a table gives the same figures, and lacks the same, in the tidy form and
// the wide one, under whatever words for the groups and with whatever in its cells.
func TestWideIsTidy(t *testing.T) {
	for _, e := range kinds.Extracts() {
		if len(e.Counts) == 0 || e.List != nil || e.Figures == kinds.Benchmarks {
			continue
		}
		for run := range 60 {
			r := rand.New(rand.NewPCG(uint64(run), 3))
			table := kindTable(t, e)
			spoil(table, r, run)
			sameFigures(t, e.Kind, run, table.tidy(), table.wide())
			if len(table.counts) > 1 {
				sameFigures(t, e.Kind, run, table.tidy(), table.byCount(r))
			}
			if t.Failed() {
				return
			}
		}
	}
}

// sameFigures holds that a table gives the same in the tidy form and the wide one.
func sameFigures(t *testing.T, kind string, run int, tidy, wide string) {
	t.Helper()
	name := kind + ".csv"
	a, ra, errA := open(t, folder{name: tidy}, Options{})
	b, rb, errB := open(t, folder{name: wide}, Options{})
	if errors.Is(errA, ErrNothingUsable) && errors.Is(errB, ErrNothingUsable) {
		return
	}
	if errA != nil || errB != nil {
		t.Fatalf("%s: %v, %v\n%s\n%s%q", kind, errA, errB, tidy, wide, said(rb))
	}
	rows := cmpopts.IgnoreFields(model.Refusals{}, "Rows", "Cells") // several of the tidy form are one of the wide
	order := cmpopts.SortSlices(func(a, b model.Gap) bool { return fmt.Sprint(a) < fmt.Sprint(b) })
	if diff := cmp.Diff(a.Returns, b.Returns, rows, order, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%s, run %d: -tidy +wide\n%s\n%s\n%s\n%q\n%q", kind, run, diff, tidy, wide, said(ra), said(rb))
	}
	if diff := cmp.Diff(whatIsSaid(ra.Problems), whatIsSaid(rb.Problems)); diff != "" {
		t.Errorf("%s, run %d: -tidy +wide\n%s\n%s\n%s", kind, run, diff, tidy, wide)
	}
	if in, out := ra.Files[0].Account, rb.Files[0].Account; in != nil && out != nil && *in != *out {
		t.Errorf("%s, run %d: %+v in the tidy form, %+v in the wide\n%s\n%s", kind, run, *in, *out, tidy, wide)
	}
}

// kindsTable is a table of counts: a row for each key, group and count.
type kindsTable struct {
	extract *kinds.Extract
	keys    []string
	counts  []string
	groups  []string
	places  [][]string
	cells   map[string]string // by place, group and count
}

func kindTable(t *testing.T, e *kinds.Extract) *kindsTable {
	t.Helper()
	raw, err := os.Open(filepath.Join("..", "testdata", "kinds", e.Kind+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	all, err := csv.NewReader(raw).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	k := &kindsTable{extract: e, cells: map[string]string{}}
	for _, name := range all[0] {
		switch {
		case slices.Contains(e.Counts, name):
			k.counts = append(k.counts, name)
		case name != "ethnicity" && name != "respondents":
			k.keys = append(k.keys, name)
		}
	}
	for _, row := range all[1:] {
		var place []string
		group := ""
		for i, name := range all[0] {
			if slices.Contains(k.keys, name) {
				place = append(place, row[i])
			} else if name == "ethnicity" {
				group = row[i]
			}
		}
		if !slices.Contains(k.groups, group) {
			k.groups = append(k.groups, group)
		}
		if !slices.ContainsFunc(k.places, func(p []string) bool { return slices.Equal(p, place) }) {
			k.places = append(k.places, place)
		}
		for i, name := range all[0] {
			if slices.Contains(k.counts, name) {
				k.cells[k.cell(place, group, name)] = row[i]
			}
		}
	}
	for _, place := range k.places { // the wide form has a cell for each
		for _, g := range k.groups {
			for _, c := range k.counts {
				if k.cells[k.cell(place, g, c)] == "" {
					k.cells[k.cell(place, g, c)] = "0"
				}
			}
		}
	}
	return k
}

func (k *kindsTable) cell(place []string, group, count string) string {
	return strings.Join(place, "\x00") + "\x01" + group + "\x01" + count
}

// spoil gives the groups other names, and hides some cells.
func spoil(k *kindsTable, r *rand.Rand, run int) {
	words := map[string][]string{
		"White": {"White", "white staff", "WHITE", "White British"}, "BME": {"BME", "Ethnically diverse", "Global majority", "Indian", "Black, Asian and minority ethnic"},
		"Unknown": {"Unknown", "Not stated", "Prefer not to say", "Not known / not stated"},
	}
	cells := map[string]string{}
	for i, g := range k.groups {
		name := words[g][r.IntN(len(words[g]))]
		for _, place := range k.places {
			for _, c := range k.counts {
				cell := k.cells[k.cell(place, g, c)]
				if run%3 > 0 && r.IntN(8) == 0 {
					cell = []string{"<5", "*", "[c]", "1-4", "", "12.5.1", "-", "n/a"}[r.IntN(8)]
				}
				cells[k.cell(place, name, c)] = cell
			}
		}
		k.groups[i] = name
	}
	k.cells = cells
}

func (k *kindsTable) tidy() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(slices.Concat(k.keys, []string{"ethnicity"}, k.counts))
	for _, place := range k.places {
		for _, g := range k.groups {
			row := append(slices.Clone(place), g)
			for _, c := range k.counts {
				row = append(row, k.cells[k.cell(place, g, c)])
			}
			w.Write(row)
		}
	}
	w.Flush()
	return b.String()
}

func (k *kindsTable) wide() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	counted := len(k.counts) > 1
	header := slices.Clone(k.keys)
	if counted {
		header = append(header, "count")
	}
	w.Write(append(header, k.groups...))
	for _, place := range k.places {
		for _, c := range k.counts {
			row := slices.Clone(place)
			if counted {
				row = append(row, c)
			}
			for _, g := range k.groups {
				row = append(row, k.cells[k.cell(place, g, c)])
			}
			w.Write(row)
		}
	}
	w.Flush()
	return b.String()
}

// byCount is the wide form with a column for each group and count, and for each year too
// where no other column of the table tells its rows apart.
func (k *kindsTable) byCount(r *rand.Rand) string {
	heading := func(group, count, year string) string {
		words := []string{group, count, year}
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return strings.Join(strings.Fields(strings.Join(words, " ")), []string{" ", "_", " - "}[r.IntN(3)])
	}
	years := slices.Equal(k.keys, []string{"year"}) && r.IntN(2) == 0
	var rows [][]string
	var header []string
	for n, place := range k.places {
		row := slices.Clone(place)
		if years && n > 0 {
			row = rows[0]
		} else if years {
			row = nil
		}
		for _, c := range k.counts {
			for _, g := range k.groups {
				if row = append(row, k.cells[k.cell(place, g, c)]); years {
					header = append(header, heading(g, c, place[0]))
				} else if n == 0 {
					header = append(header, heading(g, c, ""))
				}
			}
		}
		if years {
			rows = [][]string{row}
		} else {
			rows = append(rows, row)
		}
	}
	if !years {
		header = slices.Concat(k.keys, header)
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Write(header)
	w.WriteAll(rows)
	return b.String()
}

// whatIsSaid gives the problems without their places and what a wide row adds.
func whatIsSaid(problems []source.Problem) []string {
	var all []string
	for _, p := range problems {
		message := p.Message
		if strings.Contains(message, "the count that goes with it") { // in the tidy form it is of the same row
			continue
		}
		for _, end := range []string{"; the other figures of its row are used", "; the whole row is left out"} {
			message = strings.TrimSuffix(message, end)
		}
		all = append(all, string(p.Severity)+" "+message)
	}
	slices.Sort(all)
	return all
}
