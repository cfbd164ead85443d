package tables

import (
	"fmt"
	"math/big"
	"strings"

	"wres/model"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// adder checks parts against their whole.
type adder struct{ *reader }

// part is a part of the workforce: a category of staff, a band, or a band of a category.
type part struct {
	category model.StaffCategory
	band     model.Band
}

// partOf reads the part of a key: "clinical", "band 8a", "non-clinical band 5".
func partOf(text string) (part, bool) {
	if c, ok := model.ParseStaffCategory(text); ok {
		return part{category: c}, true
	}
	if b, ok := model.ParseBand(text); ok {
		return part{band: b}, true
	}
	fields := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,:;/|–—", r) })
	for i := 1; i < len(fields); i++ {
		left, right := strings.Trim(strings.Join(fields[:i], " "), " -"), strings.Trim(strings.Join(fields[i:], " "), " -")
		for _, pair := range [][2]string{{left, right}, {right, left}} {
			c, isCategory := model.ParseStaffCategory(pair[0])
			b, isBand := model.ParseBand(pair[1])
			if isCategory && isBand && c != model.AnyCategory && b != model.AnyBand {
				return part{c, b}, true
			}
		}
	}
	return part{}, false
}

// sums checks that the counts of parts give those of the whole, and that three groups' shares
// give a hundred.
func (r adder) sums() {
	done := map[documentKey]bool{}
	for _, c := range r.cells {
		k := c.key
		k.Part = ""
		if done[k] || c.role != aCount && c.role != aShare {
			continue
		}
		done[k] = true
		switch {
		case c.role == aShare:
			r.hundred(c)
		case c.ind.Shape == indicator.Bands:
			r.workforce(k)
		case c.ind.Shape == indicator.Board:
			r.board(k)
		}
	}
}

// total is a sum of parts, as far as they are known.
type total struct {
	sum
	least, most int64
	spent       bool
}

func (t *total) add(c *cell, name string) {
	t.parts, t.names = append(t.parts, c), append(t.names, name)
	t.least, t.most = t.least+c.low, t.most+c.high
	t.spent = t.spent || c.spent
}

// counted gives the cell of a count that is printed in one way, exactly or within bounds.
func (r *reader) countedAt(k documentKey) *cell {
	var found *cell
	for _, c := range r.at[k] {
		if c.role != aCount || c.low > c.high || c.spent || found != nil && !found.agrees(c) {
			return nil
		}
		if found == nil || c.exact() {
			found = c
		}
	}
	return found
}

// workforce checks categories against all staff, and bands against their category.
func (r adder) workforce(k documentKey) {
	categories, bands := map[model.StaffCategory]*cell{}, map[part]*cell{}
	for _, c := range r.parts[k] {
		p, ok := partOf(c.key.Part)
		if !ok || c.key.Part == "" {
			continue
		}
		if c = r.countedAt(c.key); c == nil {
			continue
		}
		if p.band == model.AnyBand {
			categories[p.category] = c
		} else {
			bands[p] = c
		}
	}
	whole := r.countedAt(k)
	if all := model.StaffCategories(); whole != nil {
		t := total{sum: sum{whole: whole}}
		for _, category := range all {
			if c := categories[category]; c != nil {
				t.add(c, category.String())
			}
		}
		r.check(t, len(t.parts) == len(all))
	}
	for _, category := range append([]model.StaffCategory{model.AnyCategory}, model.StaffCategories()...) {
		t := total{sum: sum{whole: whole}}
		if category != model.AnyCategory {
			t.whole = categories[category]
		}
		for _, band := range model.Bands() {
			if _, within := band.PartOf(); within {
				continue
			}
			if c := bands[part{category, band}]; c != nil {
				t.add(c, band.String())
			}
		}
		if t.whole != nil {
			r.check(t, false)
		}
	}
}

// board checks members who vote and who don't against all, and executive and non-executive
// ones.
func (r adder) board(k documentKey) {
	whole := r.countedAt(k)
	if whole == nil {
		return
	}
	for _, pair := range [][2]string{{"voting", "non-voting"}, {"executive", "non-executive"}} {
		t := total{sum: sum{whole: whole}}
		for _, name := range pair {
			at := k
			at.Part = name
			if c := r.countedAt(at); c != nil {
				t.add(c, name)
			}
		}
		r.check(t, len(t.parts) == len(pair))
	}
}

// check tells of parts that give more than their whole, or if they are all of it less.
func (r adder) check(t total, complete bool) {
	if len(t.parts) == 0 || t.whole.spent || t.spent {
		return
	}
	switch {
	case t.least > t.whole.high:
		t.total = t.least
	case complete && t.most < t.whole.low:
		t.total = t.most
	default:
		return
	}
	if len(t.parts) == 1 {
		c := t.parts[0]
		r.find(c, finding.Sum, finding.Value, c.Printed.Printed, "", fmt.Sprintf("%s (%s) is more than the whole, %s.", number(c.low), t.names[0], t.whole.Printed.Printed))
		return
	}
	r.findSum(t.sum)
}

// hundred checks that the shares of the three groups give a hundred per cent, where no count
// is printed that their column is searched with. As many last digits as there are parts can
// be lost by cutting, and half as many won by rounding.
func (r adder) hundred(c *cell) {
	k := c.key
	var of []*cell
	total, fewest := new(big.Rat), 9
	for _, g := range []string{white, bme, unknown} {
		k.Group = g
		b := r.best(k)
		if b == nil || b.role != aShare || b.spent || b.readings[0].fraction {
			return
		}
		of, total, fewest = append(of, b), total.Add(total, b.value()), min(fewest, b.decimals())
	}
	if k.Part != "" || of[0] != c && of[1] != c && of[2] != c {
		return
	}
	if _, searched := r.behind[c.place()]; searched {
		return
	}
	unit := last(model.PrintedNumber{Decimals: fewest})
	slack := new(big.Rat).Mul(unit, big.NewRat(int64(len(of)), 1))
	low, high := new(big.Rat).Sub(hundred, slack), new(big.Rat).Add(hundred, slack.Quo(slack, big.NewRat(2, 1)))
	if total.Cmp(low) >= 0 && total.Cmp(high) <= 0 {
		return
	}
	says := fmt.Sprintf("%s + %s + %s is %s%%, and the three groups are all there are.", of[0].Printed.Printed, of[1].Printed.Printed, of[2].Printed.Printed, text(total, fewest))
	r.find(of[1], finding.Sum, finding.Value, of[1].Printed.Printed, "", says)
	of[0].spend()
	of[2].spend()
}
