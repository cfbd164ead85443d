package sums_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"wres/model/disclosure/sums"
)

// system is what is known of some numbers, for a reader to be made of.
type system struct {
	unknowns int
	sums     []struct {
		terms []sums.Term
		in    sums.Range
	}
}

func (s *system) Unknown() int {
	s.unknowns++
	return s.unknowns - 1
}

func (s *system) Know(terms []sums.Term, in sums.Range) {
	s.sums = append(s.sums, struct {
		terms []sums.Term
		in    sums.Range
	}{terms, in})
}

func (s *system) reader() *sums.Reader {
	r := &sums.Reader{}
	for range s.unknowns {
		r.Unknown()
	}
	for _, sum := range s.sums {
		r.Know(r.Sum(sum.terms), sum.in)
	}
	return r
}

// add makes the terms of a sum in which each unknown is added once.
func add(unknowns ...int) []sums.Term {
	terms := make([]sums.Term, len(unknowns))
	for i, u := range unknowns {
		terms[i] = sums.Term{Unknown: u, Times: 1}
	}
	return terms
}

// solved is a case of testdata/cases.json: a table as it was published, and for each
// number left out of it the range that others worked out, by integer programming or by
// trying every assignment.
type solved struct {
	Case       string
	Kind       string
	Rows       []string
	Columns    []string
	Published  json.RawMessage
	Equations  []string
	Threshold  string
	Suppressed json.RawMessage
}

type leftOut struct {
	Cell, Row, Column string
	Primary           bool
	Interval          [2]*int `json:"attacker_interval"`
	RuleKnown         [2]*int `json:"attacker_interval_if_rule_known"`
	Values            *int    `json:"attacker_values"`
	ValuesRuleKnown   *int    `json:"attacker_values_if_rule_known"`
}

const budget = 20000

// open is how far a range without an end is looked at.
const open = 400

func TestSolvedCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Cases []solved }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, c := range file.Cases {
		if c.Suppressed == nil || c.Kind == "reference output" { // nothing was solved there
			continue
		}
		var suppressed []leftOut
		if err := json.Unmarshal(c.Suppressed, &suppressed); err != nil {
			t.Fatalf("%s: %v", c.Case, err)
		}
		var limit int
		if _, err := fmt.Sscanf(c.Threshold, "counts 1 to %d", &limit); err != nil {
			t.Fatalf("%s: %v", c.Case, err)
		}
		for _, told := range []bool{false, true} {
			system, cell := build(t, c)
			for _, s := range suppressed {
				if told && s.Primary {
					system.Know(add(cell[name(s.Cell, s.Row, s.Column)]), sums.Range{Low: 1, High: limit})
				}
			}
			reader := system.reader()
			for _, s := range suppressed {
				want, values := s.Interval, s.Values
				if told {
					want, values = s.RuleKnown, s.ValuesRuleKnown
				}
				tried++
				check(t, c.Case+" "+name(s.Cell, s.Row, s.Column), reader, cell[name(s.Cell, s.Row, s.Column)], want, values)
			}
		}
	}
	if tried < 30 {
		t.Errorf("%d ranges tried", tried)
	}
}

func name(cell, row, column string) string {
	if cell != "" {
		return cell
	}
	return row + "/" + column
}

// check asks for every value, and compares the least, the most and how many there are.
func check(t *testing.T, what string, r *sums.Reader, unknown int, want [2]*int, values *int) {
	t.Helper()
	least, most, n := -1, -1, 0
	for v := range open {
		switch r.Could(unknown, v, budget) {
		case sums.Yes:
			if least < 0 {
				least = v
			}
			most, n = v, n+1
		case sums.TooLong:
			t.Errorf("%s = %d: too long", what, v)
		}
	}
	if least != *want[0] || want[1] != nil && most != *want[1] || want[1] == nil && most != open-1 {
		t.Errorf("%s: %d to %d, want %d to %v", what, least, most, *want[0], want[1])
	}
	if values != nil && n != *values {
		t.Errorf("%s: %d values, want %d", what, n, *values)
	}
}

// build makes a system of a case: of its equations, or of a table with its totals.
func build(t *testing.T, c solved) (*system, map[string]int) {
	t.Helper()
	system, cell := &system{}, map[string]int{}
	at := func(name string) int {
		u, known := cell[name]
		if !known {
			u = system.Unknown()
			cell[name] = u
		}
		return u
	}
	know := func(name string, value any) {
		if n, shown := value.(float64); shown {
			system.Know(add(at(name)), sums.Exactly(int(n)))
		}
	}
	if c.Equations != nil {
		var published map[string]any
		if err := json.Unmarshal(c.Published, &published); err != nil {
			t.Fatal(err)
		}
		for name, value := range published {
			know(name, value)
		}
		for _, equation := range c.Equations {
			equate(t, system, at, equation)
		}
		return system, cell
	}
	var published [][]any
	if err := json.Unmarshal(c.Published, &published); err != nil {
		t.Fatal(err)
	}
	for i, row := range c.Rows {
		for j, column := range c.Columns {
			know(row+"/"+column, published[i][j])
		}
	}
	total := func(of func(i int) string, n int) {
		var terms []sums.Term
		for i := range n {
			terms = append(terms, sums.Term{Unknown: at(of(i)), Times: 1})
		}
		terms[n-1].Times = -1 // the total is the last
		system.Know(terms, sums.Exactly(0))
	}
	for _, row := range c.Rows {
		total(func(j int) string { return row + "/" + c.Columns[j] }, len(c.Columns))
	}
	for _, column := range c.Columns {
		total(func(i int) string { return c.Rows[i] + "/" + column }, len(c.Rows))
	}
	return system, cell
}

// equate adds an equation such as "8a white + 8a unknown = 189".
func equate(t *testing.T, system *system, at func(string) int, equation string) {
	t.Helper()
	left, right, _ := strings.Cut(equation, " = ")
	n, err := strconv.Atoi(right)
	if err != nil {
		t.Fatalf("%s: %v", equation, err)
	}
	var terms []sums.Term
	times := 1
	for part := range strings.FieldsSeq(strings.ReplaceAll(left, " ", "_")) {
		for _, word := range strings.Split(part, "_+_") {
			for i, name := range strings.Split(word, "_-_") {
				if times = 1; i > 0 {
					times = -1
				}
				terms = append(terms, sums.Term{Unknown: at(strings.ReplaceAll(name, "_", " ")), Times: times})
			}
		}
	}
	system.Know(terms, sums.Exactly(n))
}

// TestAgainstEveryAssignment holds the answers to those found by trying every assignment
// of small random systems.
func TestAgainstEveryAssignment(t *testing.T) {
	const most = 4
	random := rand.New(rand.NewPCG(7, 11))
	answered := map[sums.Answer]int{}
	for range 1500 {
		n := 3 + random.IntN(3)
		system := &system{}
		for range n {
			system.Know(add(system.Unknown()), sums.Range{Low: 0, High: most})
		}
		type known struct {
			terms []sums.Term
			in    sums.Range
		}
		var all []known
		for range 1 + random.IntN(4) {
			var k known
			for u := range n {
				if random.IntN(2) == 0 {
					k.terms = append(k.terms, sums.Term{Unknown: u, Times: []int{1, 1, -1}[random.IntN(3)]})
				}
			}
			k.in.Low = random.IntN(9) - 2
			k.in.High = k.in.Low + random.IntN(3)
			all = append(all, k)
			system.Know(k.terms, k.in)
		}
		possible := make([]map[int]bool, n)
		for u := range possible {
			possible[u] = map[int]bool{}
		}
		assignment := make([]int, n)
		for code := range pow(most+1, n) {
			for u := range assignment {
				assignment[u] = code / pow(most+1, u) % (most + 1)
			}
			fits := true
			for _, k := range all {
				sum := 0
				for _, term := range k.terms {
					sum += term.Times * assignment[term.Unknown]
				}
				fits = fits && k.in.Low <= sum && sum <= k.in.High
			}
			for u := range assignment {
				possible[u][assignment[u]] = possible[u][assignment[u]] || fits
			}
		}
		reader := system.reader()
		for u := range possible {
			for v := range most + 2 {
				want := sums.No
				if possible[u][v] {
					want = sums.Yes
				}
				got := reader.Could(u, v, budget)
				if answered[got]++; got != want {
					t.Fatalf("%v: unknown %d = %d: %v, want %v", all, u, v, got, want)
				}
			}
		}
	}
	if answered[sums.Yes] < 500 || answered[sums.No] < 500 {
		t.Errorf("%v: not a fair mixture", answered)
	}
}

func pow(a, n int) int {
	all := 1
	for range n {
		all *= a
	}
	return all
}

// A question out of its budget has no answer; of what nothing solves nothing could be.
func TestOutOfBudget(t *testing.T) {
	s := &system{}
	a, b, c := s.Unknown(), s.Unknown(), s.Unknown()
	s.Know(add(a, b, c), sums.Exactly(10))
	reader := s.reader()
	if got := reader.Clone().Could(a, 3, 0); got != sums.TooLong {
		t.Errorf("without a step: %v", got)
	}
	if got := reader.Could(a, 3, 100); got != sums.Yes {
		t.Errorf("with enough: %v", got)
	}
	reader.Know(a, sums.Exactly(11))
	if got := reader.Could(b, 0, 100); got != sums.No || reader.Possible(100) != sums.No {
		t.Errorf("of what nothing solves: %v", got)
	}
	reader.Know(a, sums.AtLeast(0))
	if got := reader.Could(b, 10, 100); got != sums.Yes || reader.Knows(b) != sums.AtLeast(0) {
		t.Errorf("once it is forgotten: %v", got)
	}
}

// A number that nothing bounds could be any.
func TestWithoutEnd(t *testing.T) {
	system := &system{}
	all, shown, hidden := system.Unknown(), system.Unknown(), system.Unknown()
	system.Know(add(shown), sums.Exactly(195))
	system.Know([]sums.Term{{all, -1}, {shown, 1}, {hidden, 1}}, sums.Exactly(0))
	reader := system.reader()
	for v, want := range map[int]sums.Answer{194: sums.No, 195: sums.Yes, 100_000: sums.Yes} {
		if got := reader.Could(all, v, budget); got != want {
			t.Errorf("all = %d: %v", v, got)
		}
	}
}
