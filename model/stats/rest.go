package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Rest is a part of a whole set against the rest of it. The part is inside the
// whole, so testing it against the whole would set it partly against itself.
type Rest struct {
	Part, Rest Count
	Expected   float64 // events in the part, were its share that of the whole
	Residual   float64 // adjusted standardised residual; Z of the part and the rest
	P          float64 // of Residual, two-sided; Pearson's p of the part and the rest
	Drawn
}

// Drawn is how usual the events x in a part are, had the people of the part been
// drawn from the whole by lot.
type Drawn struct {
	Probability  float64 // P(X = x)
	Lower, Upper float64 // P(X ≤ x) and P(X ≥ x)
	MidP         float64 // central
	FisherP      float64 // two-sided
}

// DrawnFrom gives the hypergeometric probabilities of the events in a part, from
// the whole that holds it. Where only one number of events is possible, because
// the part is the whole or all or none have the event, each of them is 1.
func DrawnFrom(part, whole Count) (Drawn, error) {
	if err := checkAll(part, whole); err != nil {
		return Drawn{}, err
	}
	if part.Events > whole.Events || part.without() > whole.without() {
		return Drawn{}, ErrCounts
	}
	h := hypergeometric(whole.AtRisk, whole.Events, part.AtRisk)
	return Drawn{
		Probability: h.probability(part.Events),
		Lower:       h.lower(part.Events),
		Upper:       h.upper(part.Events),
		MidP:        h.midP(part.Events),
		FisherP:     h.noMoreProbable(part.Events, tie),
	}, nil
}

// AgainstRest sets a part against the rest of the whole that holds it: x events of
// the n in the part against K of the N in the whole. The residual is
//
//	(x - E) / √(E (1 - K/N) (1 - n/N)),  E = n K/N
//
// (S. J. Haberman 1973, Biometrics 29:205), and the tails are those of the
// hypergeometric distribution of N, K and n. A part that is the whole has no rest:
// ErrNobodyAtRisk; a whole without events or with only events is ErrUntestable.
func AgainstRest(part, whole Count) (Rest, error) {
	rest, err := restOf(part, whole)
	if err != nil {
		return Rest{}, err
	}
	z, err := Z(part, rest)
	if err != nil {
		return Rest{}, err
	}
	drawn, err := DrawnFrom(part, whole)
	return Rest{
		Part:     part,
		Rest:     rest,
		Expected: float64(part.AtRisk) * whole.rate(),
		Residual: z,
		P:        twoSided(z),
		Drawn:    drawn,
	}, err
}

func restOf(part, whole Count) (Count, error) {
	if err := checkAll(part, whole); err != nil {
		return Count{}, err
	}
	rest := Count{Events: whole.Events - part.Events, AtRisk: whole.AtRisk - part.AtRisk}
	return rest, rest.check()
}

// LessWhole gives the difference of a part's share and that of the whole which
// holds it. As the whole is partly the part, the difference and its interval are
// (1 - n/N) times those of the part and the rest (Newcombe). A part that is the
// whole has no rest: ErrNobodyAtRisk.
func LessWhole(part, whole Count, level float64) (*Estimate, error) {
	rest, err := restOf(part, whole)
	if err != nil {
		return nil, err
	}
	iv, err := Newcombe(part, rest, level)
	if err != nil {
		return nil, err
	}
	outside := float64(rest.AtRisk) / float64(whole.AtRisk)
	iv.Lower *= outside
	iv.Upper *= outside
	return &Estimate{Value: outside * riskDifference(part, rest), Interval: &iv}, nil
}

// ChiSquared is a chi-squared test.
type ChiSquared struct {
	Value float64
	DF    int
	P     float64
}

// chiSquared tests a value against its distribution's upper tail.
func chiSquared(value float64, df int) ChiSquared {
	if df == 1 {
		return ChiSquared{Value: value, DF: df, P: twoSided(math.Sqrt(value))}
	}
	return ChiSquared{Value: value, DF: df, P: mathext.GammaIncRegComp(float64(df)/2, value/2)}
}

// PearsonRows tests the shares of several groups for equality, by Pearson's
// chi-squared without a correction. Groups with nobody at risk are left out; fewer
// than two others are ErrNobodyAtRisk.
func PearsonRows(rows []Count) (ChiSquared, error) {
	var whole Count
	groups := 0
	for _, row := range rows {
		if row == (Count{}) {
			continue
		}
		if err := row.check(); err != nil {
			return ChiSquared{}, err
		}
		whole.Events += row.Events
		whole.AtRisk += row.AtRisk
		groups++
	}
	if groups < 2 {
		return ChiSquared{}, ErrNobodyAtRisk
	}
	if err := whole.check(); err != nil {
		return ChiSquared{}, err
	}
	if whole.Events == 0 || whole.without() == 0 {
		return ChiSquared{}, ErrUntestable
	}
	p := whole.rate()
	q := float64(whole.without()) / float64(whole.AtRisk)
	sum := 0.0
	for _, row := range rows {
		if row.AtRisk > 0 {
			gap := float64(row.Events*whole.AtRisk-whole.Events*row.AtRisk) / float64(whole.AtRisk) // exact above the line
			sum += gap * gap / (float64(row.AtRisk) * p * q)
		}
	}
	return chiSquared(sum, groups-1), nil
}
