package indicator

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/stats"
)

// Mismatch is a figure that was printed otherwise than the organisation's counts give
// it. Either may be wrong.
type Mismatch struct {
	Printed  model.Printed
	Computed string // what the counts give, to the decimals that were printed
}

// Mismatches lists the printed figures that the counts contradict, in the order in
// which they stand. Counts are compared exactly; rates and ratios to the decimals that
// were printed. Words, and figures of which the counts are not whole, are passed over.
func Mismatches(o *model.Organisation, r *Results) []Mismatch {
	var all []Mismatch
	for _, p := range o.Published {
		n, ok := model.ParsePrinted(p.Printed)
		series, ret := r.Indicator(p.Indicator), o.Return(p.Year)
		if !ok || series == nil || ret == nil || lacksRows(o, series.Indicator, ret) {
			continue
		}
		c := comparison{results: r, ind: series.Indicator, figure: series.Figure(p.Year), printed: p, number: n}
		if c.ind.Kind != Board && model.IsTotal(p.Part) {
			c.printed.Part = ""
		}
		if computed, differs := c.compare(); differs {
			all = append(all, Mismatch{p, computed})
		}
	}
	return all
}

// lacksRows reports whether rows were refused that a figure is made from.
func lacksRows(o *model.Organisation, ind *Indicator, ret *model.Return) bool {
	c := computation{organisation: o, settings: o.Settings}
	return slices.ContainsFunc(c.refusalsBehind(ind, ret), func(r model.Refusals) bool { return r.Rows > 0 || r.Undated > 0 })
}

// Mismatch says of a printed figure that the counts give another.
func (w Words) Mismatch(m Mismatch) string {
	p := m.Printed
	s := fmt.Sprintf("%s, indicator %s, %s", p.Year, p.Indicator, p.Figure)
	if p.Part != "" {
		s += ", " + p.Part
	}
	if g, ok := groupNamed(p.Group); ok {
		s += ", " + w.Labels.Label(g)
	} else if p.Group != "" {
		s += ", " + p.Group
	}
	s += fmt.Sprintf(": %q is printed", p.Printed)
	if p.Source != "" {
		s += " in " + p.Source
	}
	return s + ", and the figures of this folder give " + m.Computed + "; check which is right"
}

// comparison sets one printed figure beside the counts.
type comparison struct {
	results *Results
	ind     *Indicator
	figure  *Figure
	printed model.Printed
	number  model.PrintedNumber
}

// compare computes the printed figure anew. It answers false where the two agree, or
// cannot be compared.
func (c *comparison) compare() (computed string, differs bool) {
	if c.figure == nil || c.figure.State != model.Reported || c.ind.ofTwoYears(c.results.Settings) {
		return "", false
	}
	switch c.printed.Figure {
	case "headcount", "shortlisted", "appointed", "entered", "accessed", "members", "respondents":
		return c.compareCount()
	case "percentage-of-workforce", "percentage-of-shortlisted", "percentage-of-appointed", "percentage-of-board", "percentage", "likelihood":
		return c.compareShare()
	case "relative-likelihood":
		if v := c.ratio(); v != nil && !c.number.Percent {
			return c.text(v, ""), !c.number.Rounds(v)
		}
	case "difference":
		return c.compareDifference()
	}
	return "", false
}

// compareCount compares people, and where the printed text has it the whole that they
// are of.
func (c *comparison) compareCount() (string, bool) {
	count, whole := c.count()
	n := c.number
	if count == nil || n.Percent || n.Decimals > 0 || n.Of != nil && whole == nil {
		return "", false
	}
	got := big.NewRat(int64(*count), 1)
	if n.Of == nil {
		return Thousands(*count), got.Cmp(n.Value) != 0
	}
	return Thousands(*count) + " of " + Thousands(*whole), got.Cmp(n.Value) != 0 || *whole != *n.Of
}

// compareShare compares a share of people, printed as a percentage or, of a
// likelihood, as a fraction.
func (c *comparison) compareShare() (string, bool) {
	share, counts := c.share()
	if share == nil || c.number.Of != nil || c.printed.Group == "" {
		return "", false
	}
	fraction := c.printed.Figure == "likelihood" && !c.number.Percent && c.number.Value.Cmp(big.NewRat(1, 1)) <= 0
	unit := ""
	if !fraction {
		share, unit = new(big.Rat).Mul(share, big.NewRat(100, 1)), "%"
	}
	return c.text(share, unit) + counts, !c.number.Rounds(share)
}

// compareDifference compares points. A difference that was printed without a sign is
// compared without one: its sentence says which way it goes.
func (c *comparison) compareDifference() (string, bool) {
	d := c.difference()
	if d == nil || c.number.Of != nil {
		return "", false
	}
	points := new(big.Rat).Mul(d, big.NewRat(100, 1))
	text := c.text(points, " points")
	if !c.number.Signed {
		points.Abs(points)
	}
	return text, !c.number.Rounds(points)
}

// text writes a value to the decimals that were printed.
func (c *comparison) text(v *big.Rat, unit string) string {
	s := v.FloatString(c.number.Decimals)
	if rest, negative := strings.CutPrefix(s, "-"); negative {
		s = Minus + rest
	}
	return s + unit
}

// sides gives the two counts of a group, or of all groups together.
func (c *comparison) sides() (events, atRisk *int) {
	if g, ok := groupNamed(c.printed.Group); ok {
		return c.figure.Groups[g].Events, c.figure.Groups[g].AtRisk
	}
	known := c.printed.Group == "known"
	if !known && c.printed.Group != "all" && c.printed.Group != "" {
		return nil, nil
	}
	var counts [2][model.GroupCount]*int
	for g, f := range c.figure.Groups {
		counts[0][g], counts[1][g] = f.Events, f.AtRisk
	}
	return together(counts[0], known), together(counts[1], known)
}

// together adds the groups up; nil where one of them was not counted.
func together(counts [model.GroupCount]*int, known bool) *int {
	sum := 0
	for g, n := range counts {
		switch {
		case known && model.Group(g) == model.Unknown:
		case n == nil:
			return nil
		default:
			sum += *n
		}
	}
	return &sum
}

// of gives the printed group's part of some counts by group.
func (c *comparison) of(counts [model.GroupCount]*int) *int {
	if g, ok := groupNamed(c.printed.Group); ok {
		return counts[g]
	}
	switch c.printed.Group {
	case "all", "":
		return together(counts, false)
	case "known":
		return together(counts, true)
	}
	return nil
}

func groupNamed(name string) (model.Group, bool) {
	for _, g := range model.Groups() {
		if g.String() == name {
			return g, true
		}
	}
	return 0, false
}

// count gives the people that a printed count is of, and the whole that they are a
// part of.
func (c *comparison) count() (n, whole *int) {
	events, atRisk := c.sides()
	switch f := c.printed.Figure; {
	case f == "members" && c.ind.Kind == Board:
		return c.members()
	case f == "headcount" && c.ind.Kind == Bands:
		return c.staff()
	case f == "headcount" && (c.ind.ID == "3" || c.ind.ID == "4"), f == "shortlisted" && c.ind.ID == "2", f == "respondents" && c.ind.Kind == Survey:
		return c.wholeIndicator(atRisk), nil
	case f == "appointed" && c.ind.ID == "2", f == "entered" && c.ind.ID == "3", f == "accessed" && c.ind.ID == "4":
		return c.wholeIndicator(events), atRisk
	}
	return nil, nil
}

// wholeIndicator keeps a count of the indicator as a whole from being taken for that of
// a part of it.
func (c *comparison) wholeIndicator(n *int) *int {
	if c.printed.Part != "" {
		return nil
	}
	return n
}

// members gives the members of a part of the board.
func (c *comparison) members() (n, whole *int) {
	part := BoardPart(strings.ToLower(c.printed.Part))
	if part == "" {
		part = WholeBoard
	}
	row := c.figure.BoardRow(part)
	if row == nil {
		return nil, nil
	}
	return c.of(row.Counts), row.Total
}

// staff gives the staff of the whole workforce, or of a band, cluster or category.
func (c *comparison) staff() (n, whole *int) {
	if c.printed.Part == "" {
		var counts [model.GroupCount]*int
		for g, f := range c.figure.Groups {
			counts[g] = f.Events
		}
		return c.of(counts), c.figure.Groups[model.White].AtRisk
	}
	var counts [model.GroupCount]*int
	total, found := 0, false
	for _, row := range c.rows() {
		for g := range counts {
			if n := row.Counts[g]; n == nil {
				counts[g] = nil
			} else if !found || counts[g] != nil {
				sum := *n
				if found {
					sum += *counts[g]
				}
				counts[g] = &sum
			}
		}
		total, found = total+row.Total, true
	}
	if !found {
		return nil, nil
	}
	return c.of(counts), &total
}

// rows gives the rows that a part names: "VSM", "clinical band 5", "cluster 4",
// "non-clinical".
func (c *comparison) rows() []BandRow {
	part := c.printed.Part
	if after, ok := strings.CutPrefix(strings.ToLower(part), "cluster "); ok {
		n, err := strconv.Atoi(strings.TrimSpace(after))
		return keep(c.figure.Clusters, func(row BandRow) bool { return err == nil && row.Cluster == model.Cluster(n) })
	}
	if band, ok := model.ParseBand(part); ok {
		return keep(c.figure.Bands, func(row BandRow) bool { return row.Band == band })
	}
	if category, ok := model.ParseStaffCategory(part); ok {
		return keep(c.figure.Bands, func(row BandRow) bool {
			_, of := row.Band.PartOf()
			return row.Category == category && !of
		})
	}
	for i, r := range part {
		if r != ' ' {
			continue
		}
		category, known := model.ParseStaffCategory(strings.TrimRight(part[:i], " ,:-–"))
		band, ok := model.ParseBand(strings.TrimLeft(part[i:], " ,:-–"))
		if known && ok && band != model.AnyBand {
			return keep(c.figure.Bands, func(row BandRow) bool { return row.Category == category && row.Band == band })
		}
	}
	return nil
}

func keep(rows []BandRow, which func(BandRow) bool) []BandRow {
	var kept []BandRow
	for _, row := range rows {
		if which(row) {
			kept = append(kept, row)
		}
	}
	return kept
}

// share gives a share exactly, with the counts behind it in words.
func (c *comparison) share() (share *big.Rat, counts string) {
	events, atRisk := c.sides()
	all := *c
	all.printed.Group = "all"
	allEvents, allAtRisk := all.sides()
	switch f := c.printed.Figure; {
	case f == "percentage-of-workforce" && c.ind.Kind == Bands:
		return fraction(c.staff())
	case f == "percentage-of-board" && c.ind.Kind == Board:
		return fraction(c.members())
	case c.printed.Part != "":
		return nil, ""
	case f == "percentage-of-shortlisted" && c.ind.ID == "2":
		return fraction(atRisk, allAtRisk)
	case f == "percentage-of-appointed" && c.ind.ID == "2":
		return fraction(events, allEvents)
	case c.ind.Kind == Likelihood && (f == "likelihood" || f == "percentage"):
		return fraction(events, atRisk)
	case c.ind.Kind == Survey && f == "percentage":
		if g, ok := groupNamed(c.printed.Group); ok {
			return decimal(c.figure.Groups[g].Rate), ""
		}
	}
	return nil, ""
}

func fraction(n, whole *int) (*big.Rat, string) {
	if n == nil || whole == nil || *whole == 0 {
		return nil, ""
	}
	return big.NewRat(int64(*n), int64(*whole)), " (" + Thousands(*n) + " of " + Thousands(*whole) + ")"
}

// decimal takes an estimate for the decimal number that it was read from.
func decimal(e *stats.Estimate) *big.Rat {
	if e == nil {
		return nil
	}
	v, ok := new(big.Rat).SetString(strconv.FormatFloat(e.Value, 'g', -1, 64))
	if !ok {
		return nil
	}
	return v
}

// ratio gives the ratio of a likelihood exactly.
func (c *comparison) ratio() *big.Rat {
	if c.ind.Kind != Likelihood || c.figure.Ratio == nil || c.printed.Part != "" {
		return nil
	}
	top, _ := fraction(c.figure.Groups[c.ind.Compare].Events, c.figure.Groups[c.ind.Compare].AtRisk)
	bottom, _ := fraction(c.figure.Groups[c.ind.Reference].Events, c.figure.Groups[c.ind.Reference].AtRisk)
	if top == nil || bottom == nil || bottom.Sign() == 0 {
		return nil
	}
	return top.Quo(top, bottom)
}

// difference gives the gap of a survey answer, BME minus White, or of a part of the
// board, its BME share minus the workforce's.
func (c *comparison) difference() *big.Rat {
	switch {
	case c.ind.Kind == Survey && c.printed.Part == "":
		return minusRat(decimal(c.figure.Groups[model.BME].Rate), decimal(c.figure.Groups[model.White].Rate))
	case c.ind.Kind == Board:
		own := *c
		own.printed.Group = model.BME.String()
		board, _ := fraction(own.members())
		var workforce *big.Rat
		if f := c.results.Indicator(WorkforceID).Figure(c.printed.Year); f != nil {
			workforce, _ = fraction(f.Groups[model.BME].Events, f.Groups[model.BME].AtRisk)
		}
		return minusRat(board, workforce)
	}
	return nil
}

func minusRat(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return nil
	}
	return new(big.Rat).Sub(a, b)
}
