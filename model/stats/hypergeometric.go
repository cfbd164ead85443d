package stats

import "math"

// hypergeometric is the distribution of the marked ones among drawn, which are
// drawn without return from all, of which marked are marked.
func hypergeometric(all, marked, drawn int) lattice {
	l := lattice{
		low:  max(0, drawn+marked-all),
		high: min(drawn, marked),
		log:  func(int) float64 { return 0 },
	}
	l.mode = min(l.high, max(l.low, int(float64(drawn+1)*float64(marked+1)/float64(all+2))))
	l.next = func(x int) float64 {
		return float64(marked-x) * float64(drawn-x) / (float64(x+1) * float64(all-marked-drawn+x+1))
	}
	if l.low == l.high {
		return l
	}
	p, q := float64(drawn)/float64(all), float64(all-drawn)/float64(all)
	whole := logBinomial(drawn, all, p, q)
	l.log = func(x int) float64 {
		return logBinomial(x, marked, p, q) + logBinomial(drawn-x, all-marked, p, q) - whole
	}
	return l
}

// binomial is the distribution of the events among n whose share is p.
func binomial(n int, p float64) lattice {
	l := lattice{high: n, log: func(int) float64 { return 0 }}
	switch p {
	case 0:
		l.high = 0
	case 1:
		l.low = n
	default:
		l.log = func(x int) float64 { return logBinomial(x, n, p, 1-p) }
	}
	l.mode = min(l.high, max(l.low, int(float64(n+1)*p)))
	l.next = func(x int) float64 { return float64(n-x) / float64(x+1) * (p / (1 - p)) }
	return l
}

// logBinomial gives the logarithm of the probability of x events of n with share
// p = 1-q. It is Stirling's series with the deviances kept apart, so that it does
// not lose with n the digits that a difference of log gammas loses. C. Loader
// 2000, "Fast and accurate computation of binomial probabilities".
func logBinomial(x, n int, p, q float64) float64 {
	switch {
	case n == 0:
		return 0
	case x == 0:
		return float64(n) * logOf(q, p)
	case x == n:
		return float64(n) * logOf(p, q)
	}
	fx, fn := float64(x), float64(n)
	return stirlingError(n) - stirlingError(x) - stirlingError(n-x) -
		deviance(fx, fn*p) - deviance(fn-fx, fn*q) +
		math.Log(fn/(2*math.Pi*fx*(fn-fx)))/2
}

// logOf gives ln p, by way of 1-p where that is the smaller.
func logOf(p, q float64) float64 {
	if q < 0.5 {
		return math.Log1p(-q)
	}
	return math.Log(p)
}

// deviance gives x ln(x/mean) + mean - x.
func deviance(x, mean float64) float64 {
	d := (x - mean) / mean
	return mean * ((1+d)*math.Log1p(d) - d)
}

// stirlingError gives ln n! less Stirling's approximation to it,
// ln √(2πn) + n ln n - n.
func stirlingError(n int) float64 {
	x := float64(n)
	if n < 16 {
		factorial, _ := math.Lgamma(x + 1)
		return factorial - (x+0.5)*math.Log(x) + x - math.Log(2*math.Pi)/2
	}
	s := 1 / (x * x)
	return (1.0/12 - s*(1.0/360-s*(1.0/1260-s*(1.0/1680-s*(1.0/1188-s*691.0/360360))))) / x
}
