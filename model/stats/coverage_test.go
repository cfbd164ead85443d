package stats_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"wres/model/stats"
)

// draw counts the events of n people with a share of p.
func draw(r *rand.Rand, n int, p float64) stats.Count {
	x := 0
	for range n {
		if r.Float64() < p {
			x++
		}
	}
	return count(x, n)
}

// sample is what is drawn of two groups, each in two halves.
type sample struct{ a1, a2, b1, b2 stats.Count }

func (s sample) a() stats.Count { return both(s.a1, s.a2) }
func (s sample) b() stats.Count { return both(s.b1, s.b2) }

func both(c, d stats.Count) stats.Count { return count(c.Events+d.Events, c.AtRisk+d.AtRisk) }

// coverage is every interval with the true value that it is to hold, for groups of
// which the first has share p1 and the second p2.
var coverage = []struct {
	name     string
	interval func(s sample, level float64) (stats.Interval, error)
	truth    func(p1, p2 float64) float64
	atMost   float64 // above the level, in points: exact intervals are wide by design
}{
	{"Wilson", func(s sample, l float64) (stats.Interval, error) { return stats.Wilson(s.a(), l) }, shareOf, 1},
	{"Clopper and Pearson", func(s sample, l float64) (stats.Interval, error) { return stats.ClopperPearson(s.a(), l) }, shareOf, 6},
	{"Koopman", ofTwo(stats.Koopman), ratioOf, 1},
	{"Miettinen and Nurminen, ratio", ofTwo(stats.MiettinenNurminenRatio), ratioOf, 1},
	{"Katz", ofTwo(stats.Katz), ratioOf, 1},
	{"Newcombe", ofTwo(stats.Newcombe), differenceOf, 1},
	{"Miettinen and Nurminen, difference", ofTwo(stats.MiettinenNurminenDifference), differenceOf, 1},
	{"Woolf", woolf, oddsOf, 1},
	{"ratio of ratios", unchanged, func(_, _ float64) float64 { return 1 }, 1.5},
	{"Greenland and Robins", twoStrata, ratioOf, 1},
	{"part less the whole", lessWhole, func(p1, p2 float64) float64 { return (p1 - p2) * covN2 / (covN1 + covN2) }, 1},
}

// covN1 and covN2 are the sizes of the two groups.
const covN1, covN2 = 160, 110

func shareOf(p1, _ float64) float64       { return p1 }
func ratioOf(p1, p2 float64) float64      { return p1 / p2 }
func differenceOf(p1, p2 float64) float64 { return p1 - p2 }
func oddsOf(p1, p2 float64) float64       { return p1 / (1 - p1) / (p2 / (1 - p2)) }

func ofTwo(interval func(a, b stats.Count, level float64) (stats.Interval, error)) func(sample, float64) (stats.Interval, error) {
	return func(s sample, level float64) (stats.Interval, error) { return interval(s.a(), s.b(), level) }
}

func woolf(s sample, level float64) (stats.Interval, error) {
	a, b := s.a(), s.b()
	o, err := stats.Disparity(a.Events, a.AtRisk-a.Events, b.Events, b.AtRisk-b.Events, level)
	if err != nil {
		return stats.Interval{}, err
	}
	return *o.Interval, nil
}

// unchanged takes the halves for two samples, new and old, of the same ratio.
func unchanged(s sample, level float64) (stats.Interval, error) {
	c, err := stats.RatioOfRatios(s.a1, s.b1, s.a2, s.b2, level)
	if err != nil {
		return stats.Interval{}, err
	}
	return *c.Interval, nil
}

func twoStrata(s sample, level float64) (stats.Interval, error) {
	m, err := stats.MantelHaenszel([]stats.Stratum{{A: s.a1, B: s.b1}, {A: s.a2, B: s.b2}}, level)
	if err != nil {
		return stats.Interval{}, err
	}
	return *m.Interval, nil
}

func lessWhole(s sample, level float64) (stats.Interval, error) {
	e, err := stats.LessWhole(s.a(), both(s.a(), s.b()), level)
	if err != nil {
		return stats.Interval{}, err
	}
	return *e.Interval, nil
}

// TestCoverage draws groups of known shares and counts how often each interval
// holds the truth: near its level, at every level. The shares vary a little from
// draw to draw, as with one share alone the few counts that are possible decide.
func TestCoverage(t *testing.T) {
	if testing.Short() {
		t.Skip("a simulation")
	}
	const draws = 5000
	r := rand.New(rand.NewPCG(95, 20240331))
	for _, shares := range [][2]float64{{0.34, 0.22}, {0.2, 0.35}, {0.6, 0.55}} {
		held := make([][]int, len(coverage))
		for range draws {
			p1, p2 := shares[0]+0.1*(r.Float64()-0.5), shares[1]+0.1*(r.Float64()-0.5)
			s := sample{draw(r, covN1/2, p1), draw(r, covN1/2, p1), draw(r, covN2/2, p2), draw(r, covN2/2, p2)}
			for i, c := range coverage {
				held[i] = append(held[i], make([]int, len(levels)-len(held[i]))...)
				for j, level := range levels {
					iv, err := c.interval(s, level)
					if err != nil {
						t.Fatalf("%s of %v: %v", c.name, s, err)
					}
					if iv.Contains(c.truth(p1, p2)) {
						held[i][j]++
					}
				}
			}
		}
		for i, c := range coverage {
			for j, level := range levels {
				got := 100 * float64(held[i][j]) / draws
				chance := 300 * math.Sqrt(level*(1-level)/draws) // three standard errors
				if got < 100*level-1-chance || got > 100*level+c.atMost+chance {
					t.Errorf("%s for %v holds the truth in %.2f%%, at %v%%", c.name, shares, got, 100*level)
				}
			}
		}
	}
}
