package respondents

import (
	"encoding/json"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

func percentage(t testing.TB, text string) Percentage {
	whole, decimals, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+decimals, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return Percentage{n, len(decimals)}
}

func percentages(t testing.TB, texts ...string) (all []Percentage) {
	for _, text := range texts {
		all = append(all, percentage(t, text))
	}
	return all
}

// TestReference holds the windows against those of R and an enumeration.
func TestReference(t *testing.T) {
	var file struct {
		Cases []struct {
			ID string
			In struct {
				P   []string
				Cap int
			}
			Out struct {
				Feasible     []int     `json:"n_feasible"`
				Smallest     []int     `json:"smallest_n"`
				Width        int       `json:"narrowest_width"`
				Largest      []int     `json:"largest_n_candidates"`
				Denominators [][][]int `json:"denominators"`
				Counts       [][][][]int
			}
		}
	}
	data, err := os.ReadFile("testdata/survey_n.json")
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil || len(file.Cases) != 4 {
		t.Fatal(err, len(file.Cases))
	}
	for _, c := range file.Cases {
		of := percentages(t, c.In.P...)
		var feasible, smallest []int
		for _, p := range of {
			behind := p.Behind(c.In.Cap)
			people := map[int]bool{}
			for _, a := range behind {
				people[a.Of] = true
			}
			feasible, smallest = append(feasible, len(people)), append(smallest, behind[0].Of)
		}
		if !reflect.DeepEqual(feasible, c.Out.Feasible) || !reflect.DeepEqual(smallest, c.Out.Smallest) {
			t.Errorf("%s: %v feasible from %v, want %v from %v", c.ID, feasible, smallest, c.Out.Feasible, c.Out.Smallest)
		}
		all := Windows(of, c.In.Cap)
		var largest []int
		var denominators [][][]int
		var counts [][][][]int
		for _, w := range all {
			if w.Width() > c.Out.Width {
				break
			}
			largest = append(largest, w.High)
			ds, ks := split(w)
			denominators, counts = append(denominators, ds), append(counts, ks)
		}
		if all[0].Width() != c.Out.Width || !reflect.DeepEqual(largest, c.Out.Largest) || !reflect.DeepEqual(denominators, c.Out.Denominators) || !reflect.DeepEqual(counts, c.Out.Counts) {
			t.Errorf("%s: width %d, %v, %v, %v", c.ID, all[0].Width(), largest, denominators, counts)
		}
		if Open(all) {
			t.Errorf("%s: open", c.ID)
		}
	}
}

// split gives the numbers of people of a window by question, and for each the counts.
func split(w Window) (ds [][]int, ks [][][]int) {
	for _, answers := range w.Answers {
		var d []int
		var k [][]int
		for _, a := range answers {
			if len(d) == 0 || d[len(d)-1] != a.Of {
				d, k = append(d, a.Of), append(k, nil)
			}
			k[len(k)-1] = append(k[len(k)-1], a.N)
		}
		ds, ks = append(ds, d), append(ks, k)
	}
	return ds, ks
}

// TestLargeGroupTellsNothing: white staff of the example have windows, as any four
// percentages of so many people have.
func TestLargeGroupTellsNothing(t *testing.T) {
	for _, of := range [][]string{{"10.19", "13.31", "67.37", "3.70"}, {"6.48", "13.50", "62.39", "4.86"}} {
		all := Windows(percentages(t, of...), 1765)
		t.Logf("%v: %d windows, the narrowest %d wide at %d", of, len(all), all[0].Width(), all[0].High)
		if !Open(all) {
			t.Errorf("%v: not open", of)
		}
	}
	if all := Windows(percentages(t, "6.7", "12.4", "43.1", "5.2"), 350); !Open(all) {
		t.Errorf("one decimal of up to 350 people: %d windows", len(all))
	}
}

// TestNoWindowHoldsAnother: the wider one tells nothing more.
func TestNoWindowHoldsAnother(t *testing.T) {
	all := Windows(percentages(t, "5.56", "8.64", "48.77", "9.43"), 429)
	for i, w := range all {
		for j, other := range all {
			if i != j && w.Low <= other.Low && other.High <= w.High {
				t.Errorf("%d to %d holds %d to %d", w.Low, w.High, other.Low, other.High)
			}
		}
	}
	if len(all) != 2 || all[0].High != 162 || all[1].High != 324 || all[1].Width() != 6 {
		t.Errorf("%+v", all)
	}
}

func BenchmarkWindows(b *testing.B) {
	of := percentages(b, "5.56", "8.64", "48.77", "9.43")
	for b.Loop() {
		Windows(of, 429)
	}
}
