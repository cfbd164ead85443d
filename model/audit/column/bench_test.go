package column

import (
	"testing"
	"time"
)

func referenceColumn(b testing.TB, i int) Column {
	c, _ := columnOf(read[[]reference](b, "audit.json")[i].In)
	return c
}

func BenchmarkColumn(b *testing.B) {
	for i, name := range []string{"2022", "2023", "2024"} {
		c := referenceColumn(b, i)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c.Search(testLimit, testSteps)
			}
		})
	}
}

func BenchmarkRepairs(b *testing.B) {
	c := referenceColumn(b, 1)
	for _, size := range []int{1, 2, 3} {
		b.Run(string(rune('0'+size)), func(b *testing.B) {
			for b.Loop() {
				c.Repairs(size, testSteps)
			}
		})
	}
}

// TestMillions: a column of ten million people is answered within a second, whether it has
// many solutions, none, or is hard to decide.
func TestMillions(t *testing.T) {
	for name, c := range map[string]map[string]string{
		"many":          {"S": "10000000", "Es": "3000000", "Es%": "30.00", "A": "2400000", "Ea": "600000", "Ea%": "25.00", "pw": "26.00", "pe": "20.00", "pu": "21.00", "rr": "1.30"},
		"alike rates":   {"S": "10000000", "Es": "3000000", "A": "2400000", "Ea": "600000", "pw": "25.71", "pe": "20.00", "pu": "25.71", "rr": "1.29"},
		"contradiction": {"S": "10000000", "Es": "3000000", "Es%": "30.00", "A": "2400000", "Ea": "600000", "Ea%": "20.00", "pw": "37.5", "pe": "20.00", "pu": "49.28", "rr": "1.89"},
		"few counts":    {"S": "10000000", "pw": "26.00", "pe": "20.00", "pu": "21.00", "rr": "1.30"},
		"fine":          {"S": "9999991", "Es": "2999999", "A": "2399993", "Ea": "599999", "pw": "25.714201", "pe": "19.999973", "pu": "25.714991", "rr": "1.285712"},
	} {
		column, _ := columnOf(c)
		began := time.Now()
		a := column.Search(testLimit, testSteps)
		repairs := 0
		if a.None() {
			repairs = len(column.Repairs(3, testSteps))
		}
		took := time.Since(began)
		t.Logf("%s: %d solutions, many %v, open %v, %d repairs in %v", name, len(a.Solutions), a.Many, a.Open, repairs, took)
		if took > time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		if want := name == "contradiction"; a.None() != want || len(a.Solutions) > testLimit {
			t.Errorf("%s: none %v, %d solutions", name, a.None(), len(a.Solutions))
		}
	}
}
