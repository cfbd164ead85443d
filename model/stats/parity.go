package stats

import (
	"errors"
	"math"
	"math/big"
	"strconv"
)

// The reasons for which parity is undefined.
var (
	ErrTarget      = errors.New("the ratio to reach must be a number above 0")
	ErrUnreachable = errors.New("no number of events in the group gives that ratio")
)

// Parity gives how many more events the second group would need for the risk ratio
// of the first over it to be at most t: extra, if they are added,
//
//	⌈a n2 / (t n1)⌉ - b
//
// and moved, if as many events of the first group become the second's, so that
// their total stays,
//
//	⌈(a n2 - t b n1) / (n2 + t n1)⌉.
//
// Both are 0 where the ratio is at most t already. The arithmetic is exact, with t
// as the shortest decimal that stands for it: 0.8 is four fifths. A group of nobody
// is ErrNobodyAtRisk; more events than the group has people ErrUnreachable.
func Parity(a, b Count, t float64) (extra, moved int, err error) {
	if err := checkAll(a, b); err != nil {
		return 0, 0, err
	}
	if !(t > 0) || math.IsInf(t, 1) {
		return 0, 0, ErrTarget
	}
	target, _ := new(big.Rat).SetString(strconv.FormatFloat(t, 'g', -1, 64))
	n1, n2 := whole(a.AtRisk), whole(b.AtRisk)
	top := new(big.Rat).Mul(whole(a.Events), n2)
	tn1 := new(big.Rat).Mul(target, n1)
	gap := new(big.Rat).Sub(top, new(big.Rat).Mul(tn1, whole(b.Events)))
	if gap.Sign() <= 0 {
		return 0, 0, nil
	}
	needed := ceiling(new(big.Rat).Quo(top, tn1))
	share := ceiling(new(big.Rat).Quo(gap, new(big.Rat).Add(n2, tn1)))
	if !needed.IsInt64() || needed.Int64() > int64(b.AtRisk) {
		return 0, 0, ErrUnreachable
	}
	return int(needed.Int64()) - b.Events, int(share.Int64()), nil
}

func whole(n int) *big.Rat { return new(big.Rat).SetInt64(int64(n)) }

// ceiling gives the least whole number that is not below r.
func ceiling(r *big.Rat) *big.Int {
	up := new(big.Int).Add(r.Num(), r.Denom())
	up.Sub(up, big.NewInt(1))
	return up.Div(up, r.Denom())
}
