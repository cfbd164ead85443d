package disclosure_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestSimplexAgainstEverySolution holds the solver against all solutions of small systems:
// sums that cross each other, with shown parts, differences that are at least 0, and
// bounds that change from question to question.
func TestSimplexAgainstEverySolution(t *testing.T) {
	t.Parallel()
	const most = 5
	asked, none := 0, 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		truth := make([]int64, 2+r.IntN(5))
		for i := range truth {
			truth[i] = r.Int64N(most + 1)
		}
		s := newSimplex(truth)
		type row struct {
			of      []int64
			low, up int64
		}
		var rows []row
		for range 1 + r.IntN(5) {
			of := make([]int64, len(truth))
			var terms []term
			sum := int64(0)
			for i := range of {
				if times := []int64{0, 0, 1, 1, 1, -1, 2}[r.IntN(7)]; times != 0 {
					of[i] = times
					terms = append(terms, term{i, times})
					sum += times * truth[i]
				}
			}
			x := row{of, sum, sum}
			if r.IntN(3) == 0 {
				x.low, x.up = sum-r.Int64N(2), sum+r.Int64N(3)
			}
			rows = append(rows, x)
			s.sum(terms, x.low, x.up)
		}
		s.settle()
		for i := range truth {
			s.bound(i, 0, most) // so that every solution can be listed
		}
		for range 8 {
			v := r.IntN(len(truth))
			low := r.Int64N(most + 1)
			up := min(most, low+r.Int64N(2))
			s.bound(v, low, up)
			got := s.solve()
			want := false
			x := make([]int64, len(truth))
			holds := func() bool {
				return x[v] >= low && x[v] <= up && !slices.ContainsFunc(rows, func(row row) bool {
					sum := int64(0)
					for i, times := range row.of {
						sum += times * x[i]
					}
					return sum < row.low || sum > row.up
				})
			}
			for !want {
				want = holds()
				i := 0
				for ; i < len(x) && x[i] == most; i++ {
					x[i] = 0
				}
				if i == len(x) {
					break
				}
				if !want {
					x[i]++
				}
			}
			if s.spent || (got != nil) != want {
				t.Fatalf("seed %d: %d to %d of unknown %d: got %v (spent %v), there is one: %v", seed, low, up, v, got, s.spent, want)
			}
			if got != nil {
				if copy(x, got); !holds() {
					t.Fatalf("seed %d: %v is no solution", seed, got)
				}
			} else {
				none++
			}
			asked++
			s.bound(v, 0, most)
		}
	}
	t.Logf("%d questions, %d of them without an answer", asked, none)
}

// workedCase is a table as it was published, with what can be worked out of it.
type workedCase struct {
	Case       string
	Rows       []string
	Columns    []string
	True       json.RawMessage
	Published  json.RawMessage
	Equations  []string
	Threshold  string
	Suppressed json.RawMessage
}

type workedCell struct {
	Cell, Row, Column string
	Interval          [2]*int64 `json:"attacker_interval"`
	Told              [2]*int64 `json:"attacker_interval_if_rule_known"`
	Primary           bool
}

// TestWorkedCases holds the solver against tables that were solved by other means.
func TestWorkedCases(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("sums/testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []workedCase }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, c := range file.Cases {
		var cells []workedCell
		if json.Unmarshal(c.Suppressed, &cells) != nil || len(cells) == 0 || c.Threshold == "" {
			continue // no table, or none that was solved
		}
		ran++
		t.Run(c.Case, func(t *testing.T) { c.check(t, cells) })
	}
	if ran < 8 {
		t.Errorf("%d cases, want 8 at least", ran)
	}
}

// system gives the solver of a case, and the unknown of each hidden cell.
func (c *workedCase) system(t *testing.T) (*simplex, map[string]int) {
	truth, shown, sums := c.cells(t)
	at := map[string]int{}
	var values []int64
	for _, name := range sortedKeys(truth) {
		if !shown[name] {
			at[name] = len(values)
			values = append(values, truth[name])
		}
	}
	s := newSimplex(values)
	for _, sum := range sums {
		var terms []term
		rest := int64(0)
		for name, times := range sum {
			if i, hidden := at[name]; hidden {
				terms = append(terms, term{i, times})
			}
			if !shown[name] {
				rest += times * truth[name]
			}
		}
		if len(terms) > 0 {
			s.sum(terms, rest, rest)
		}
	}
	s.settle()
	return s, at
}

// cells gives the true numbers, which of them are shown, and the sums that are 0 or fixed.
func (c *workedCase) cells(t *testing.T) (truth map[string]int64, shown map[string]bool, sums []map[string]int64) {
	truth, shown = map[string]int64{}, map[string]bool{}
	if c.Equations != nil {
		var published map[string]any
		if json.Unmarshal(c.True, &truth) != nil || json.Unmarshal(c.Published, &published) != nil {
			t.Fatal("a case with equations that cannot be read")
		}
		for name := range truth {
			_, number := published[name].(float64)
			shown[name] = number
		}
		for _, e := range c.Equations {
			left, _, _ := strings.Cut(e, " = ")
			sum, times := map[string]int64{}, int64(1)
			for _, word := range strings.Split(strings.ReplaceAll(left, " - ", " + -"), " + ") {
				if times = 1; strings.HasPrefix(word, "-") {
					times = -1
				}
				sum[strings.TrimPrefix(word, "-")] = times
			}
			sums = append(sums, sum)
		}
		return truth, shown, sums
	}
	var body [][]int64
	var published [][]any
	if json.Unmarshal(c.True, &body) != nil || json.Unmarshal(c.Published, &published) != nil {
		t.Fatal("a table that cannot be read")
	}
	name := func(row, column int) string { return c.Rows[row] + "|" + c.Columns[column] }
	lastRow, lastColumn := len(c.Rows)-1, len(c.Columns)-1
	for i := range c.Rows {
		row := map[string]int64{name(i, lastColumn): -1}
		for j := range c.Columns {
			if j < lastColumn {
				row[name(i, j)] = 1
			}
			if _, number := published[i][j].(float64); number {
				shown[name(i, j)] = true
			}
			if i < lastRow && j < lastColumn {
				n := body[i][j]
				truth[name(i, j)] = n
				truth[name(lastRow, j)] += n
				truth[name(i, lastColumn)] += n
				truth[name(lastRow, lastColumn)] += n
			}
		}
		sums = append(sums, row)
	}
	for j := range c.Columns {
		column := map[string]int64{name(lastRow, j): -1}
		for i := range lastRow {
			column[name(i, j)] = 1
		}
		sums = append(sums, column)
	}
	return truth, shown, sums
}

func (c *workedCase) check(t *testing.T, cells []workedCell) {
	s, at := c.system(t)
	hidden := func(cell workedCell) int {
		if cell.Cell == "" {
			cell.Cell = cell.Row + "|" + cell.Column
		}
		return at[cell.Cell]
	}
	holds := func(reader string, want func(workedCell) [2]*int64) {
		for _, cell := range cells {
			v, w := hidden(cell), want(cell)
			can := func(n int64) bool {
				low, up := s.low[v], s.up[v]
				if n < low || n > up {
					return false
				}
				s.bound(v, n, n)
				found := s.solve() != nil
				s.bound(v, low, up)
				return found
			}
			if least := *w[0]; !can(least) || least > 0 && can(least-1) {
				t.Errorf("%s, %s: it is not %d at least", fmt.Sprint(cell.Cell, cell.Row), reader, least)
			}
			if w[1] == nil && !can(10_000) || w[1] != nil && (!can(*w[1]) || can(*w[1]+1)) {
				t.Errorf("%s, %s: it is not as large at most as it should be", fmt.Sprint(cell.Cell, cell.Row), reader)
			}
		}
	}
	holds("any reader", func(cell workedCell) [2]*int64 { return cell.Interval })
	small, err := strconv.ParseInt(strings.Fields(strings.TrimPrefix(c.Threshold, "counts 1 to "))[0], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	for _, cell := range cells {
		if cell.Primary {
			s.bound(hidden(cell), 1, small)
		}
	}
	holds("who knows the rule", func(cell workedCell) [2]*int64 { return cell.Told })
}

func sortedKeys(of map[string]int64) []string {
	var all []string
	for name := range of {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
