package column

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"
)

const (
	testLimit = 1000
	testSteps = 200_000
)

// names are the figures of the reference columns, in their order.
var names = []string{"S", "Es", "Es%", "A", "Ea", "Ea%", "pw", "pe", "pu", "rr"}

// figure makes a figure of a name of the reference and a printed text.
func figure(name, text string) Figure {
	kinds := map[string]Figure{
		"S": {Kind: AtRisk, Group: All}, "Es": {Kind: AtRisk, Group: BME}, "Es%": {Kind: ShareOfAtRisk, Group: BME},
		"A": {Kind: Events, Group: All}, "Ea": {Kind: Events, Group: BME}, "Ea%": {Kind: ShareOfEvents, Group: BME},
		"pw": {Kind: Rate, Group: White}, "pe": {Kind: Rate, Group: BME}, "pu": {Kind: Rate, Group: Unknown}, "rr": {Kind: Ratio, Group: White},
	}
	f := kinds[name]
	whole, decimals, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	if err != nil {
		panic(err)
	}
	if f.Kind.Counted() {
		f.Low, f.High = n, n
	} else {
		f.Digits, f.Decimals = n, len(decimals)
	}
	return f
}

// columnOf makes a column of printed texts by name, and gives the names in its order.
func columnOf(printed map[string]string) (Column, []string) {
	var c Column
	var in []string
	for _, name := range names {
		if text := printed[name]; text != "" {
			c.Figures = append(c.Figures, figure(name, text))
			in = append(in, name)
		}
	}
	return c, in
}

type reference struct {
	ID  string
	Tag string
	In  map[string]string
	Out struct {
		Consistent    bool
		Solutions     int `json:"n_solutions"`
		Solution      map[string]int64
		MinRepairSize int `json:"min_repair_size"`
		Repairs       []struct {
			Change    []string
			Solutions int `json:"n_solutions"`
			Solution  map[string]int64
		}
	}
	Injected any
}

func read[T any](t testing.TB, file string) T {
	t.Helper()
	var of struct{ Cases T }
	data, err := os.ReadFile("testdata/" + file)
	if err == nil {
		err = json.Unmarshal(data, &of)
	}
	if err != nil {
		t.Fatal(err)
	}
	return of.Cases
}

func named(s Solution) map[string]int64 {
	return map[string]int64{"S": s.Count(AtRisk, All), "Es": s.AtRisk[BME], "A": s.Count(Events, All), "Ea": s.Events[BME],
		"w": s.Events[White], "W": s.AtRisk[White], "u": s.Events[Unknown], "U": s.AtRisk[Unknown]}
}

// TestReference holds the search against Z3 and an exact enumeration.
func TestReference(t *testing.T) {
	cases := read[[]reference](t, "audit.json")
	if len(cases) != 19 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		column, in := columnOf(c.In)
		a := column.Search(testLimit, testSteps)
		if a.Many || a.Open || len(a.Solutions) != c.Out.Solutions || a.None() == c.Out.Consistent {
			t.Errorf("%s: %d solutions (many %v, open %v), want %d", c.ID, len(a.Solutions), a.Many, a.Open, c.Out.Solutions)
			continue
		}
		if c.Out.Solution != nil && !reflect.DeepEqual(named(a.Solutions[0]), c.Out.Solution) {
			t.Errorf("%s: %v, want %v", c.ID, named(a.Solutions[0]), c.Out.Solution)
		}
		if !c.Out.Consistent {
			checkRepairs(t, c, column, in)
		}
	}
}

func checkRepairs(t *testing.T, c reference, column Column, in []string) {
	got, want := map[string]string{}, map[string]string{}
	for _, r := range column.Repairs(c.Out.MinRepairSize, testSteps) {
		got[namesOf(r.Figures, in)] = behind(r.Answer.Solutions)
	}
	for _, r := range c.Out.Repairs {
		sort.Slice(r.Change, func(i, j int) bool { return slices.Index(names, r.Change[i]) < slices.Index(names, r.Change[j]) })
		said := fmt.Sprint(r.Solutions)
		if r.Solution != nil {
			said = fmt.Sprint(r.Solution)
		}
		want[strings.Join(r.Change, " ")] = said
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: repairs %v, want %v", c.ID, got, want)
	}
}

func namesOf(set []int, in []string) string {
	var names []string
	for _, i := range set {
		names = append(names, in[i])
	}
	return strings.Join(names, " ")
}

func behind(all []Solution) string {
	if len(all) == 1 {
		return fmt.Sprint(named(all[0]))
	}
	return fmt.Sprint(len(all))
}

// TestWholeColumnReadings: a column that was cut, and one of which two labels are exchanged,
// are known as such.
func TestWholeColumnReadings(t *testing.T) {
	for _, c := range read[[]reference](t, "audit.json") {
		column, _ := columnOf(c.In)
		if c.Out.Consistent {
			continue
		}
		var as []string
		for _, cut := range []Cut{RatesCut, AllCut} {
			column.Cut = cut
			if len(column.Search(testLimit, testSteps).Solutions) > 0 {
				as = append(as, "cut")
				break
			}
		}
		column.Cut = Rounded
		for _, s := range column.Swaps(testLimit, testSteps) {
			as = append(as, fmt.Sprint("swapped ", s.Kinds, s.A, s.B, len(s.Answer.Solutions)))
		}
		want := map[string][]string{"truncated": {"cut"}, "swap white/unknown": {"swapped [4] 0 2 1"}}[c.Tag]
		if !slices.Equal(as, want) {
			t.Errorf("%s (%s): %q, want %q", c.ID, c.Tag, as, want)
		}
	}
}

// TestGrim: which counts print as a percentage.
func TestGrim(t *testing.T) {
	type grim struct {
		ID string
		In struct {
			X string
			N int64
		}
		Out struct {
			Consistent bool
			Counts     []int64
		}
	}
	cases := read[[]grim](t, "grim.json")
	if len(cases) != 33 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, c := range cases {
		share := figure("pe", c.In.X)
		of := Figure{Kind: AtRisk, Group: BME, Low: c.In.N, High: c.In.N}
		a := Column{Figures: []Figure{of, share}}.Search(testLimit, testSteps)
		var counts []int64
		for _, s := range a.Solutions {
			counts = append(counts, s.Events[BME])
		}
		slices.Sort(counts)
		if !slices.Equal(counts, c.Out.Counts) || a.None() == c.Out.Consistent {
			t.Errorf("%s: %s of %d: %v, want %v", c.ID, c.In.X, c.In.N, counts, c.Out.Counts)
		}
	}
}

// TestRanking: the only repair of two figures goes before all of three.
func TestRanking(t *testing.T) {
	column, in := columnOf(read[[]reference](t, "audit.json")[1].In)
	var got []string
	for _, r := range column.Repairs(3, testSteps) {
		got = append(got, namesOf(r.Figures, in))
	}
	if len(got) != 6 || got[0] != "Ea% pw" {
		t.Errorf("%q", got)
	}
	slices.Sort(got)
	want := []string{"A Ea% rr", "A pu rr", "A pw pu", "A pw rr", "Ea% pu rr", "Ea% pw"}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	best := column.Repairs(2, testSteps)[0]
	if !reflect.DeepEqual(best.Values, [][]string{{"18.79"}, {"33.75"}}) || best.Score != 4 {
		t.Errorf("values %q, score %d", best.Values, best.Score)
	}
}

// TestOtherReadings: shares of those whose ethnicity is known, and rates of half the events.
func TestOtherReadings(t *testing.T) {
	known, _ := columnOf(map[string]string{"S": "1100", "Es": "200", "Es%": "20.00", "A": "330", "Ea": "50", "Ea%": "16.67", "pw": "31.25", "pe": "25.00", "pu": "30.00"})
	if a := known.Search(testLimit, testSteps); !a.None() {
		t.Errorf("shares of the known fit all: %+v", a)
	}
	known.Known = true
	if a := known.Search(testLimit, testSteps); len(a.Solutions) == 0 || a.Solutions[0] != (Solution{[3]int64{800, 200, 100}, [3]int64{250, 50, 30}}) {
		t.Errorf("shares of the known: %+v", a)
	}
	halved := Column{Figures: []Figure{{Kind: AtRisk, Group: BME, Low: 400, High: 400}, {Kind: Events, Group: BME, Low: 10, High: 10}, figure("pe", "1.25")}}
	if a := halved.Search(testLimit, testSteps); !a.None() {
		t.Errorf("half the events fit: %+v", a)
	}
	halved.Halved = true
	if a := halved.Search(testLimit, testSteps); len(a.Solutions) != 1 {
		t.Errorf("half the events: %+v", a)
	}
}

// TestLimits: where a search ends before it knows, it says so, and it needs few steps.
func TestLimits(t *testing.T) {
	beyond, _ := columnOf(map[string]string{"Es": "100", "Es%": "0.50"}) // of 20,000, where nothing printed bounds them
	if a := beyond.Search(testLimit, testSteps); !a.Open || a.None() {
		t.Errorf("beyond what is searched: %+v", a)
	}
	for i, c := range read[[]reference](t, "audit.json") {
		column, _ := columnOf(c.In)
		const few = 60
		if a := column.Search(testLimit, few); a.Open || a.Many {
			t.Errorf("column %d needs more than %d steps", i, few)
		}
	}
}

// TestSlips: a likely slip is known as one.
func TestSlips(t *testing.T) {
	for _, c := range read[[]reference](t, "audit.json") {
		column, in := columnOf(c.In)
		if c.Tag != "ratio inverted" && c.Tag != "transpose count" {
			continue
		}
		r := column.Repairs(1, testSteps)[0]
		if want := map[string]int{"ratio inverted": 2, "transpose count": 1}[c.Tag]; r.Score != want {
			t.Errorf("%s: %s has score %d, want %d", c.ID, namesOf(r.Figures, in), r.Score, want)
		}
	}
}
