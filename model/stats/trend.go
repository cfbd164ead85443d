package stats

import (
	"errors"
	"math"
)

// ErrScores is returned for scores that do not order the groups: not one for each
// group, not finite, or the same for all who are counted.
var ErrScores = errors.New("the scores do not order the groups")

// Trend is a test of shares that rise or fall along an order.
type Trend struct {
	Z float64 // above 0 where the share rises with the score
	P float64 // two-sided
}

// CochranArmitage tests whether the share of events rises or falls with a score,
// over ordered groups:
//
//	z = Σ s(x - n p) / √(p(1-p) (Σ n s² - (Σ n s)²/N))
//
// with p the share over all. W. G. Cochran 1954, Biometrics 10:417; P. Armitage
// 1955, Biometrics 11:375. Groups with nobody at risk do not count.
func CochranArmitage(rows []Count, scores []float64) (Trend, error) {
	if len(rows) != len(scores) {
		return Trend{}, ErrScores
	}
	var whole Count
	for _, row := range rows {
		if err := row.check(); err != nil && !errors.Is(err, ErrNobodyAtRisk) {
			return Trend{}, err
		}
		whole.Events += row.Events
		whole.AtRisk += row.AtRisk
	}
	if err := whole.check(); err != nil {
		return Trend{}, err
	}
	if whole.Events == 0 || whole.without() == 0 {
		return Trend{}, ErrUntestable
	}
	mean, lowest, highest := 0.0, math.Inf(1), math.Inf(-1)
	for i, row := range rows {
		if row.AtRisk > 0 {
			mean += scores[i] / float64(whole.AtRisk) * float64(row.AtRisk)
			lowest, highest = math.Min(lowest, scores[i]), math.Max(highest, scores[i])
		}
	}
	sum, spread := 0.0, 0.0
	for i, row := range rows {
		if row.AtRisk > 0 {
			from := scores[i] - mean
			sum += from * float64(row.Events*whole.AtRisk-whole.Events*row.AtRisk) / float64(whole.AtRisk)
			spread += float64(row.AtRisk) * from * from
		}
	}
	if !(lowest < highest && spread > 0 && spread <= math.MaxFloat64) {
		return Trend{}, ErrScores
	}
	q := float64(whole.without()) / float64(whole.AtRisk)
	z := sum / math.Sqrt(whole.rate()*q*spread)
	return Trend{Z: z, P: twoSided(z)}, nil
}
