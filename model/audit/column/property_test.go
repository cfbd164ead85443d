package column

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// printing is a way in which programs write a fraction of whole numbers.
type printing func(top, under int64, decimals int) string

// The ways: halves up, halves to even, cut off. They work in rational numbers, apart from
// what is tested.
var printings = map[string]printing{
	"half up": func(top, under int64, d int) string {
		return written(top, under, d, func(*big.Int) bool { return true })
	},
	"half even": func(top, under int64, d int) string {
		return written(top, under, d, func(q *big.Int) bool { return q.Bit(0) == 1 })
	},
	"cut": func(top, under int64, d int) string {
		q := new(big.Int).Div(new(big.Int).Mul(big.NewInt(top), power(d)), big.NewInt(under))
		return pointed(q, d)
	},
}

func power(d int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d)), nil) }

func written(top, under int64, d int, up func(*big.Int) bool) string {
	q, r := new(big.Int).DivMod(new(big.Int).Mul(big.NewInt(top), power(d)), big.NewInt(under), new(big.Int))
	switch half := r.Mul(r, big.NewInt(2)).Cmp(big.NewInt(under)); {
	case half > 0, half == 0 && up(q):
		q.Add(q, big.NewInt(1))
	}
	return pointed(q, d)
}

func pointed(q *big.Int, d int) string {
	text := q.String()
	if d == 0 {
		return text
	}
	text = strings.Repeat("0", max(0, d+1-len(text))) + text
	return text[:len(text)-d] + "." + text[len(text)-d:]
}

// invented makes whole numbers of a column: everybody has somebody, so that all is defined.
func invented(r *rand.Rand) Solution {
	var s Solution
	s.AtRisk[White] = 20 + r.Int64N(800)
	s.AtRisk[BME] = 5 + r.Int64N(400)
	s.AtRisk[Unknown] = 1 + r.Int64N(80)
	for g := range groups {
		s.Events[g] = r.Int64N(s.AtRisk[g]*2/3 + 1)
	}
	s.Events[BME] = max(1, s.Events[BME])
	return s
}

// print writes the ten figures of a column.
func print(s Solution, p printing, decimals int) map[string]string {
	c := map[string]string{"S": fmt.Sprint(s.Count(AtRisk, All)), "Es": fmt.Sprint(s.AtRisk[BME]), "A": fmt.Sprint(s.Count(Events, All)), "Ea": fmt.Sprint(s.Events[BME])}
	share := func(top, under int64) string { return p(100*top, under, decimals) }
	c["Es%"], c["Ea%"] = share(s.AtRisk[BME], s.Count(AtRisk, All)), share(s.Events[BME], s.Count(Events, All))
	c["pw"], c["pe"], c["pu"] = share(s.Events[White], s.AtRisk[White]), share(s.Events[BME], s.AtRisk[BME]), share(s.Events[Unknown], s.AtRisk[Unknown])
	c["rr"] = p(s.Events[White]*s.AtRisk[BME], s.AtRisk[White]*s.Events[BME], 2)
	return c
}

func times(t *testing.T) int {
	if testing.Short() {
		return 5_000
	}
	return 100_000
}

// TestTrueColumnsAgree: whatever way a column of true figures is printed in, the search finds
// the numbers that it was made of.
func TestTrueColumnsAgree(t *testing.T) {
	for name, p := range printings {
		r := rand.New(rand.NewPCG(1, uint64(len(name))))
		alone := 0
		for i := range times(t) {
			s, decimals := invented(r), r.IntN(3)
			c, _ := columnOf(print(s, p, decimals))
			if name == "cut" {
				c.Cut = AllCut
			}
			a := c.Search(testLimit, testSteps)
			held := a.Many
			for _, found := range a.Solutions {
				held = held || found == s
			}
			if !held || a.Open {
				t.Fatalf("%s, %d: %+v printed as %v is not found: %+v", name, i, s, print(s, p, decimals), a)
			}
			if len(a.Solutions) == 1 {
				alone++
			}
		}
		t.Logf("%s: %d columns agree; the numbers behind %d are the only ones", name, times(t), alone)
	}
}

// TestSpoiledColumns: a column with one wrong figure is contradicted exactly where a plain
// enumeration finds no whole numbers for it.
func TestSpoiledColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	possible, found, named := 0, 0, 0
	for i := range times(t) {
		printed := print(invented(r), printings["half up"], 1+r.IntN(2))
		spoiled := names[r.IntN(len(names))]
		printed[spoiled] = misprint(r, printed[spoiled])
		c, in := columnOf(printed)
		a := c.Search(testLimit, testSteps)
		want := enumerate(printed)
		if a.Open || a.None() != (want == 0) || !a.Many && len(a.Solutions) != want {
			t.Fatalf("%d: %v with %s spoiled: %d solutions (many %v, open %v), enumerated %d", i, printed, spoiled, len(a.Solutions), a.Many, a.Open, want)
		}
		if want > 0 {
			possible++
			continue
		}
		found++
		if i%20 == 0 {
			for _, repair := range c.Repairs(1, testSteps) {
				if namesOf(repair.Figures, in) == spoiled {
					named++
				}
			}
		}
	}
	t.Logf("of %d columns with one wrong figure %d are contradicted and %d remain possible; of %d looked at, %d have it among their single repairs", times(t), found, possible, found/20, named)
	if possible > times(t)/5 {
		t.Errorf("%d of %d remain possible", possible, times(t))
	}
}

// misprint changes a printed number as people do: another digit, two exchanged, one dropped.
func misprint(r *rand.Rand, text string) string {
	for {
		digits := []byte(text)
		i := r.IntN(len(digits))
		switch kind := r.IntN(3); {
		case digits[i] == '.':
			continue
		case kind == 0:
			digits[i] = byte('0' + r.IntN(10))
		case kind == 1 && i+1 < len(digits) && digits[i+1] != '.':
			digits[i], digits[i+1] = digits[i+1], digits[i]
		case kind == 2 && len(digits) > 2:
			digits = append(digits[:i], digits[i+1:]...)
		}
		if s := string(digits); s != text && s[0] != '.' && s[len(s)-1] != '.' {
			return s
		}
	}
}

// enumerate counts the whole numbers behind ten printed figures, in the plainest way: every
// number of people of unknown ethnicity, and of them every number appointed that is anywhere
// near their rate.
func enumerate(printed map[string]string) int {
	figures := map[string]Figure{}
	for name, text := range printed {
		figures[name] = figure(name, text)
	}
	count := func(name string) int64 { return figures[name].Low }
	prints := func(name string, top, under int64) bool {
		f := figures[name]
		if f.Kind != Ratio {
			top *= 100
		}
		if under == 0 { // a share of nobody can be printed as nought; a ratio can't be printed
			return top == 0 && f.Digits == 0 && f.Kind != Ratio
		}
		p := pow10(f.Decimals)
		return 2*top*p >= (2*f.Digits-1)*under && 2*top*p <= (2*f.Digits+1)*under
	}
	S, E, A, e := count("S"), count("Es"), count("A"), count("Ea")
	if E > S || e > A || e > E || !prints("Es%", E, S) || !prints("Ea%", e, A) || !prints("pe", e, E) {
		return 0
	}
	n, pu := 0, figures["pu"]
	for U := int64(0); U <= S-E; U++ {
		near := pu.Digits * U / (100 * pow10(pu.Decimals))
		for u := max(0, near-U/50-2); u <= min(U, A-e, near+U/50+2); u++ {
			W, w := S-E-U, A-e-u
			if w >= 0 && w <= W && prints("pu", u, U) && prints("pw", w, W) && prints("rr", w*E, W*e) {
				n++
			}
		}
	}
	return n
}
