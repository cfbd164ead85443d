package nationalreturn

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// ref is a figure of an indicator that stands in the return.
type ref struct {
	indicator string
	figure
}

// The figures that have to agree.
var (
	board        = ref{"9", onBoard(members, indicator.WholeBoard)}
	voting       = ref{"9", onBoard(members, indicator.Voting)}
	nonVoting    = ref{"9", onBoard(members, indicator.NonVoting)}
	executive    = ref{"9", onBoard(members, indicator.Executive)}
	nonExecutive = ref{"9", onBoard(members, indicator.NonExecutive)}
	headcount    = ref{"9", figure{measure: workforce}}
	amongCases   = ref{"3", figure{measure: atRisk}}
	amongTrained = ref{"4", figure{measure: atRisk}}
	managers     = []ref{{"1", inBand(model.NonClinical, model.VSM)}, {"1", inBand(model.Clinical, model.VSM)}}
	directors    = ref{"1", inBand(model.MedicalAndDental, model.SeniorMedicalManager)}
)

// check compares figures of the return that have to agree. The first sum is compared with
// each of the others, in each group.
type check struct {
	of      string // what it is of
	holds   string // said where it holds
	sums    [][]ref
	atLeast bool   // the others need not be the same, but at least as much
	unless  string // what else a difference may come from
}

// checks is the table of what the workbook does not check.
var checks = []check{
	{of: "one board by voting and by executive membership", holds: "both are the whole board",
		sums: [][]ref{{board}, {voting, nonVoting}, {executive, nonExecutive}}},
	{of: "one workforce", holds: "it is the same in each",
		sums: [][]ref{{headcount}, {amongCases}, {amongTrained}}},
	{of: "executive members not above very senior managers", holds: "they are not above",
		sums: [][]ref{{executive}, managers}, atLeast: true, unless: "an executive member is a very senior manager, unless paid as a consultant (" + numbers(directors) + ")"},
}

// numbers names the items of figures: "items 50 and 53", "items 50 to 55".
func numbers(of ...ref) string {
	var all []string
	for _, it := range items {
		if slices.Contains(of, ref{it.indicator, it.of}) {
			all = append(all, strconv.Itoa(it.number))
		}
	}
	if len(all) == 1 {
		return "item " + all[0]
	}
	return "items " + words.Listed(indicator.Runs(all))
}

// sum adds up figures of a group, and gives why one is not known.
func (y *year) sum(of []ref, g model.Group) (n int, lacking ref, why string) {
	for _, r := range of {
		v := y.fill(&item{indicator: r.indicator, of: r.figure}).values[g]
		if v.n == nil {
			return 0, r, v.why
		}
		n += int(*v.n)
	}
	return n, lacking, ""
}

// lack is figures that are not known for one reason.
type lack struct {
	of  []ref
	why string
}

// checked says what each check found, a line each.
func (y *year) checked() []string {
	var all []string
	for i := range checks {
		all = append(all, y.run(&checks[i]))
	}
	return all
}

// run says what a check found: what does not agree, and what could not be compared. It holds
// only where something was.
func (y *year) run(c *check) string {
	var wrong []string
	var lacks []lack
	compared := false
	note := func(of ref, why string) {
		if at := slices.IndexFunc(lacks, func(l lack) bool { return l.why == why }); at >= 0 {
			lacks[at].of = append(lacks[at].of, of)
			return
		}
		lacks = append(lacks, lack{[]ref{of}, why})
	}
	for _, g := range model.Groups() {
		first, of, why := y.sum(c.sums[0], g)
		if why != "" {
			note(of, why)
			continue
		}
		for _, other := range c.sums[1:] {
			n, of, why := y.sum(other, g)
			switch {
			case why != "":
				note(of, why)
				continue
			case n != first && !c.atLeast, n < first:
				wrong = append(wrong, fmt.Sprintf("%s: %s in %s, and %s in %s", y.w.Labels.Label(g), words.Thousands(first), numbers(c.sums[0]...), words.Thousands(n), numbers(other...)))
			}
			compared = true
		}
	}
	return c.line(wrong, lacks, compared)
}

func (c *check) line(wrong []string, lacks []lack, compared bool) string {
	var missing []string
	for _, l := range lacks {
		missing = append(missing, numbers(l.of...)+", "+strings.TrimSuffix(l.why, "."))
	}
	line := c.of + " (" + numbers(slices.Concat(c.sums...)...) + "): "
	switch {
	case len(wrong) > 0:
		line += "wrong. " + strings.Join(wrong, "; ")
		if c.unless != "" {
			line += "; " + c.unless
		}
	case compared:
		line += c.holds
	default:
		line += "could not be checked"
	}
	switch {
	case len(missing) == 0:
		return line
	case compared:
		line += "; not checked in part"
	}
	return line + ": " + strings.Join(missing, "; ")
}
