package stats

// Bounds is how far a value may lie either way.
type Bounds struct {
	Lower, Upper float64
	NoUpper      bool // there is no upper bound; Upper has no meaning
}

// UnknownBounds gives the range of the risk ratio of a over b, were the people of
// unknown group, u with their events, known: from the lowest ratio that any
// allocation of them to the two groups gives, all their events and nobody else of
// them in b, to the highest, the other way round.
//
//	a/(n1+U-u) / ((b+u)/(n2+u))  to  (a+u)/(n1+u) / (b/(n2+U-u))
//
// C. F. Manski 1990, American Economic Review 80:319. There is no upper bound where
// b might have no events; where it has none in any case the ratio is undefined
// (ErrNoReferenceEvents).
func UnknownBounds(a, b, unknown Count) (Bounds, error) {
	if err := checkAll(a, b); err != nil {
		return Bounds{}, err
	}
	if unknown.AtRisk != 0 || unknown.Events != 0 {
		if err := unknown.check(); err != nil {
			return Bounds{}, err
		}
	}
	u, others := unknown.Events, unknown.without()
	if b.Events+u == 0 {
		return Bounds{}, ErrNoReferenceEvents
	}
	plus := func(c Count, events, without int) Count {
		return Count{Events: c.Events + events, AtRisk: c.AtRisk + events + without}
	}
	bounds := Bounds{Lower: riskRatio(plus(a, 0, others), plus(b, u, 0))}
	if b.Events == 0 {
		bounds.NoUpper = true
		return bounds, nil
	}
	bounds.Upper = riskRatio(plus(a, u, 0), plus(b, 0, others))
	return bounds, nil
}
