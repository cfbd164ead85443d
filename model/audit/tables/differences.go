package tables

import (
	"fmt"
	"math/big"

	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
	"wres/model/words"
)

// documentKey is a key of the document.
type documentKey = document.Key

// differences checks what is printed as a difference of two percentages: BME less white of
// the survey, the board less the workforce.
func (r mover) differences() {
	type checked struct {
		c    *cell
		a, b *cell
		by   span
	}
	var reversed []checked
	as := 0 // signed as the standard does
	for _, c := range r.cells {
		if c.role != aDifference || len(c.readings) != 1 || c.spent {
			continue
		}
		a, b := r.terms(c)
		if a == nil || b == nil {
			continue
		}
		by := r.precise(a).minus(r.precise(b))
		n := c.Number
		switch {
		case reach(n).meets(by):
			if n.Signed && n.Value.Sign() != 0 {
				as++
			}
		case reach(unsigned(n)).meets(by.size()):
			if n.Signed {
				reversed = append(reversed, checked{c, a, b, by})
			}
		default:
			r.difference(c, a, b)
		}
	}
	if as == 0 { // the report takes all of them the other way round
		return
	}
	for _, of := range reversed {
		r.difference(of.c, of.a, of.b)
	}
}

// terms gives the percentages of which a difference is taken.
func (r mover) terms(c *cell) (a, b *cell) {
	ka, kb := c.key, c.key
	switch c.ind.Shape {
	case indicator.Survey:
		ka.Figure, kb.Figure, ka.Group, kb.Group = "percentage", "percentage", bme, white
	case indicator.Board:
		ka.Figure, ka.Group = "percentage-of-board", bme
		kb.Figure, kb.Group, kb.Indicator, kb.Part = "percentage-of-workforce", bme, indicator.WorkforceID, ""
	default:
		return nil, nil
	}
	if g := c.key.Group; c.ind.Shape == indicator.Board && g != all {
		ka.Group, kb.Group = g, g
	}
	return r.best(ka), r.best(kb)
}

// precise gives the range of a percentage by all that is known of it: what is printed, or
// the counts behind it.
func (r mover) precise(c *cell) span {
	s := reach(c.readings[0].PrintedNumber)
	for _, p := range r.people(c) {
		v := p.percent()
		if v.Cmp(s.low) < 0 {
			s.low = v
		}
		if v.Cmp(s.high) > 0 {
			s.high = v
		}
	}
	return s
}

// difference tells of one that is not that of its two percentages.
func (r mover) difference(c, a, b *cell) {
	is, decimals := new(big.Rat).Sub(a.value(), b.value()), max(c.decimals(), min(a.decimals(), b.decimals()))
	pa, pb := r.people(a), r.people(b)
	if len(pa) == 1 && len(pb) == 1 {
		is = new(big.Rat).Sub(pa[0].percent(), pb[0].percent())
	}
	value := signed(is, decimals) + words.PointsUnit
	r.find(c, finding.Change, finding.Value, c.Printed.Printed, value,
		fmt.Sprintf("%s%s less %s%s is %s; %s is printed.", a.Printed.Printed, r.counted(a), b.Printed.Printed, r.counted(b), value, c.Printed.Printed))
}
