// Package printed sets figures as a report printed them beside what the counts of the
// organisation give: a return and its results go in, the differences come out.
package printed

import (
	"maps"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
)

// Mismatch is a figure that was printed otherwise than the organisation's counts give
// it. Either may be wrong.
type Mismatch struct {
	Printed model.Printed
	// What the counts give: the value to the decimals that were printed, in the unit of
	// a percentage or of points; or people, and the whole that they are of.
	Value    *big.Rat
	Decimals int
	Unit     Unit
	N, Of    *int
}

// Unit is what a computed value is written in.
type Unit uint8

// The units. A percentage and points are of a fraction times 100.
const (
	InNumbers Unit = iota
	InPercent
	InPoints
)

// Mismatches lists the printed figures that the counts contradict, in the order in
// which they stand. Counts are compared exactly; rates and ratios to the decimals that
// were printed. Words, and figures of which the counts are not whole, are passed over.
func Mismatches(o *model.Organisation, r *indicator.Results) []Mismatch {
	var all []Mismatch
	for _, p := range o.Published {
		n, ok := model.ParsePrinted(p.Printed)
		series := r.Indicator(p.Indicator)
		if !ok || series == nil {
			continue
		}
		c := comparison{results: r, ind: series.Indicator, figure: series.Figure(p.Year), given: p, printed: p, number: n}
		if model.IsTotal(p.Part) {
			c.printed.Part = ""
		}
		if m, differs := c.compare(); differs {
			all = append(all, m)
		}
	}
	return all
}

// comparison sets one printed figure beside the counts.
type comparison struct {
	results *indicator.Results
	ind     *indicator.Indicator
	figure  *indicator.Figure
	given   model.Printed
	printed model.Printed // given, with the whole of the indicator as no part
	number  model.PrintedNumber
}

// compare computes the printed figure anew. It answers false where the two agree, or
// cannot be compared.
func (c *comparison) compare() (Mismatch, bool) {
	if c.figure == nil || c.figure.State != model.Reported || c.figure.Incomplete != nil || c.figure.Undated > 0 || c.ind.OfTwoYears(c.results.Settings) {
		return Mismatch{}, false
	}
	compare, ok := figures[c.ind.Shape][c.printed.Figure]
	if !ok {
		compare, ok = ofCounts(c.ind)[c.printed.Figure]
	}
	if !ok {
		return Mismatch{}, false
	}
	return compare(c)
}

// way is a way to compare a printed figure with the counts.
type way func(*comparison) (m Mismatch, differs bool)

// figures are the ways by the shape of the indicator and the name of the figure.
var figures = map[indicator.Shape]map[string]way{
	indicator.Bands:      {"headcount": people(staff), "percentage-of-workforce": percent(staff)},
	indicator.Likelihood: {"likelihood": chance(events), "percentage": percent(events), "relative-likelihood": ratio},
	indicator.Survey:     {"respondents": people(atRisk), "percentage": answered, "difference": points(answerGap)},
	indicator.Board:      {"members": people(members), "percentage-of-board": percent(members), "difference": points(boardGap)},
}

// ofCounts are the ways of an indicator that has names for its counts.
func ofCounts(ind *indicator.Indicator) map[string]way {
	ways := map[string]way{}
	if ind.Counts == (indicator.CountNames{}) {
		return ways
	}
	for name, count := range map[string]counts{ind.Counts.AtRisk: atRisk, ind.Counts.Events: events} {
		ways[name] = people(count)
		if ind.Counts.Shares {
			ways["percentage-of-"+name] = percent(ofAll(count))
		}
	}
	return ways
}

// Names lists the printed figures that some indicator is compared by, each once and in
// the order of the alphabet.
func Names() []string {
	names := map[string]way{}
	for _, ind := range indicator.Catalogue() {
		maps.Copy(names, figures[ind.Shape])
		maps.Copy(names, ofCounts(ind))
	}
	return slices.Sorted(maps.Keys(names))
}

// counts gives people and the whole that they are of, as a comparison's figure has them.
type counts func(*comparison) (n, whole *int)

// people compares a number of people, and where the printed text has it the whole that
// they are of.
func people(of counts) way {
	return func(c *comparison) (Mismatch, bool) {
		count, whole := of(c)
		n := c.number
		if count == nil || n.Percent || n.Decimals > 0 || n.Of != nil && whole == nil {
			return Mismatch{}, false
		}
		m, differs := c.mismatch(), big.NewRat(int64(*count), 1).Cmp(n.Value) != 0
		if m.N = count; n.Of == nil {
			return m, differs
		}
		m.Of = whole
		return m, differs || *whole != *n.Of
	}
}

// percent compares a share of people, printed as a percentage.
func percent(of counts) way {
	return func(c *comparison) (Mismatch, bool) {
		n, whole := of(c)
		return c.compareShare(fraction(n, whole), n, whole, false)
	}
}

// chance is percent of a figure that may be printed as a fraction too.
func chance(of counts) way {
	return func(c *comparison) (Mismatch, bool) {
		n, whole := of(c)
		return c.compareShare(fraction(n, whole), n, whole, !c.number.Percent && c.number.Value.Cmp(big.NewRat(1, 1)) <= 0)
	}
}

func (c *comparison) compareShare(share *big.Rat, n, whole *int, asFraction bool) (Mismatch, bool) {
	if share == nil || c.number.Of != nil || c.printed.Group == "" {
		return Mismatch{}, false
	}
	m := c.mismatch()
	if m.Value, m.N, m.Of = share, n, whole; !asFraction {
		m.Value, m.Unit = new(big.Rat).Mul(share, big.NewRat(100, 1)), InPercent
	}
	return m, !c.number.Rounds(m.Value)
}

// ratio compares the ratio of two groups' rates.
func ratio(c *comparison) (Mismatch, bool) {
	if c.figure.Ratio == nil || c.printed.Part != "" || c.number.Percent {
		return Mismatch{}, false
	}
	top := fraction(c.figure.Groups[c.ind.Compare].Events, c.figure.Groups[c.ind.Compare].AtRisk)
	bottom := fraction(c.figure.Groups[c.ind.Reference].Events, c.figure.Groups[c.ind.Reference].AtRisk)
	if top == nil || bottom == nil || bottom.Sign() == 0 {
		return Mismatch{}, false
	}
	m := c.mismatch()
	m.Value = top.Quo(top, bottom)
	return m, !c.number.Rounds(m.Value)
}

// points compares a difference. One that was printed without a sign is compared without
// one: its sentence says which way it goes.
func points(of func(*comparison) *big.Rat) way {
	return func(c *comparison) (Mismatch, bool) {
		d := of(c)
		if d == nil || c.number.Of != nil {
			return Mismatch{}, false
		}
		m := c.mismatch()
		m.Value, m.Unit = new(big.Rat).Mul(d, big.NewRat(100, 1)), InPoints
		size := new(big.Rat).Set(m.Value)
		if !c.number.Signed {
			size.Abs(size)
		}
		return m, !c.number.Rounds(size)
	}
}

func (c *comparison) mismatch() Mismatch {
	return Mismatch{Printed: c.given, Decimals: c.number.Decimals}
}

// sides gives the two counts of a group, or of all groups together.
func (c *comparison) sides() (events, atRisk *int) {
	if g, ok := model.GroupNamed(c.printed.Group); ok {
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
	if g, ok := model.GroupNamed(c.printed.Group); ok {
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

// events gives those of the printed group who had the event, of those at risk.
func events(c *comparison) (n, whole *int) {
	if c.printed.Part != "" { // of a part of the indicator, which is not counted
		return nil, nil
	}
	return c.sides()
}

// atRisk gives those of the printed group who could have had the event.
func atRisk(c *comparison) (n, whole *int) {
	_, n = events(c)
	return n, nil
}

// ofAll gives a group's part of one of the two counts of all groups.
func ofAll(side func(*comparison) (n, whole *int)) counts {
	return func(c *comparison) (n, whole *int) {
		all := *c
		all.printed.Group = "all"
		n, _ = side(c)
		whole, _ = side(&all)
		return n, whole
	}
}

// members gives the members of a part of the board.
func members(c *comparison) (n, whole *int) {
	part := indicator.BoardPart(strings.ToLower(c.given.Part))
	if part == "" {
		part = indicator.WholeBoard
	}
	row := c.figure.BoardRow(part)
	if row == nil {
		return nil, nil
	}
	return c.of(row.Counts), row.Total
}

// staff gives the staff of the whole workforce, or of a band, cluster or category.
func staff(c *comparison) (n, whole *int) {
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

func (c *comparison) rows() []indicator.BandRow { return Rows(c.figure, c.printed.Part) }

// Rows gives the rows of staff that a part names: "VSM", "clinical band 5", "cluster 4",
// "non-clinical".
func Rows(f *indicator.Figure, part string) []indicator.BandRow {
	if after, ok := strings.CutPrefix(strings.ToLower(part), "cluster "); ok {
		n, err := strconv.Atoi(strings.TrimSpace(after))
		return keep(f.Clusters, func(row indicator.BandRow) bool { return err == nil && row.Cluster == model.Cluster(n) })
	}
	if band, ok := model.ParseBand(part); ok {
		return keep(f.Bands, func(row indicator.BandRow) bool { return row.Band == band })
	}
	if category, ok := model.ParseStaffCategory(part); ok {
		return keep(f.Bands, func(row indicator.BandRow) bool {
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
			return keep(f.Bands, func(row indicator.BandRow) bool { return row.Category == category && row.Band == band })
		}
	}
	return nil
}

func keep(rows []indicator.BandRow, which func(indicator.BandRow) bool) []indicator.BandRow {
	var kept []indicator.BandRow
	for _, row := range rows {
		if which(row) {
			kept = append(kept, row)
		}
	}
	return kept
}

func fraction(n, whole *int) *big.Rat {
	if n == nil || whole == nil || *whole == 0 {
		return nil
	}
	return big.NewRat(int64(*n), int64(*whole))
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

// answered compares the share of a group's answers.
func answered(c *comparison) (Mismatch, bool) {
	g, ok := model.GroupNamed(c.printed.Group)
	if !ok || c.printed.Part != "" {
		return Mismatch{}, false
	}
	return c.compareShare(decimal(c.figure.Groups[g].Rate), nil, nil, false)
}

// answerGap gives the gap of a survey answer, BME minus White.
func answerGap(c *comparison) *big.Rat {
	if c.printed.Part != "" {
		return nil
	}
	return minusRat(decimal(c.figure.Groups[model.BME].Rate), decimal(c.figure.Groups[model.White].Rate))
}

// boardGap gives the BME share of a part of the board minus the workforce's.
func boardGap(c *comparison) *big.Rat {
	own := *c
	own.printed.Group = model.BME.String()
	var workforce *big.Rat
	if f := c.results.Indicator(indicator.WorkforceID).Figure(c.printed.Year); f != nil {
		workforce = fraction(f.Groups[model.BME].Events, f.Groups[model.BME].AtRisk)
	}
	return minusRat(fraction(members(&own)), workforce)
}

func minusRat(a, b *big.Rat) *big.Rat {
	if a == nil || b == nil {
		return nil
	}
	return new(big.Rat).Sub(a, b)
}
