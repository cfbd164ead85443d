package nationalreturn

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// value is a number of a cell; nil, and why there is none. A cell that an item does not ask
// for has neither.
type value struct {
	n   *float64
	why string
}

func number(n float64) value { return value{n: &n} }

func count(n int) value { return number(float64(n)) }

// row is what fills an item: a value for each group, and what is to be known of them.
type row struct {
	values [model.GroupCount]value
	says   []string
}

// none is a row without a value.
func none(why string) (r row) {
	for g := range r.values {
		r.values[g].why = why
	}
	return r
}

// notes lists why values are not there, and what else is to be known, each once.
func (r row) notes() []string {
	var all []string
	for _, v := range r.values {
		all = append(all, v.why)
	}
	all = slices.DeleteFunc(append(all, r.says...), func(s string) bool { return s == "" })
	var once []string
	for _, s := range all {
		if !slices.Contains(once, s) {
			once = append(once, s)
		}
	}
	return once
}

// year is an organisation's figures of one year; nothing where the folder has none.
type year struct {
	year    model.Year
	results *indicator.Results
	ret     *model.Return
	w       words.Voice
}

// fills are the ways to fill an item, by the measure of its figure.
var fills = [...]func(*year, *item) row{
	staff: (*year).staff, atRisk: (*year).atRisk, events: (*year).events, rate: (*year).rate, ratio: (*year).ratio, answers: (*year).rate,
	members: (*year).members, workforce: (*year).workforce, memberShare: (*year).memberShare, staffShare: (*year).staffShare, difference: (*year).difference,
}

// fill gives the values of an item.
func (y *year) fill(it *item) row { return fills[it.of.measure](y, it) }

// figure gives the figure of an indicator where it was reported, else why not.
func (y *year) figure(id string) (ind *indicator.Indicator, f *indicator.Figure, why string) {
	s := y.results.Indicator(id)
	if f = s.Figure(y.year); f == nil || y.ret == nil {
		return s.Indicator, nil, fmt.Sprintf("the folder has no figures of %s", y.year)
	}
	if f.State != model.Reported {
		return s.Indicator, nil, y.w.Absence(s.Indicator, f, false)
	}
	return s.Indicator, f, ""
}

// The warnings that are to be known of every value of a figure, and those that say why a
// value is not there: of its group alone, or of all.
var (
	always  = []indicator.WarningKind{indicator.FiguresContradictState, indicator.RowsRefused, indicator.CellsMissing, indicator.RowsUndated, indicator.CategoriesPooled, indicator.QuestionReworded}
	ofGroup = []indicator.WarningKind{indicator.GroupRefused, indicator.GroupRefusedTilts, indicator.NoRowOfGroup, indicator.NoNumerator, indicator.NoDenominator,
		indicator.MoreThanAtRisk, indicator.NobodyAtRisk, indicator.CannotPool, indicator.NoShareOfGroup, indicator.FewRespondents}
	ofAll = []indicator.WarningKind{indicator.NoReferenceEvents, indicator.WorkforceShareUnsaid, indicator.WorkforceShareRefused}
)

// said gives the warnings of a figure that are chosen, in words.
func (y *year) said(ind *indicator.Indicator, f *indicator.Figure, chosen func(indicator.Warning) bool) (all []string) {
	for i, text := range y.w.Warnings(ind, f) {
		if chosen(f.Warnings[i]) {
			all = append(all, text)
		}
	}
	return all
}

func among(kinds []indicator.WarningKind) func(indicator.Warning) bool {
	return func(x indicator.Warning) bool { return slices.Contains(kinds, x.Kind) }
}

// because says why a group has no value in a figure: by the warning of the group, or else
// because no row counts it, or a row was refused.
func (y *year) because(ind *indicator.Indicator, f *indicator.Figure, g model.Group, refused bool) string {
	said := y.said(ind, f, func(x indicator.Warning) bool { return x.Group == g && among(ofGroup)(x) })
	if len(said) > 0 {
		return said[0]
	}
	kind := indicator.NoRowOfGroup
	if refused {
		kind = indicator.GroupRefused
	}
	return y.w.Warnings(ind, &indicator.Figure{Warnings: []indicator.Warning{{Kind: kind, Group: g}}})[0]
}

// groups gives a row of a figure of which each group has a value, or none.
func (y *year) groups(ind *indicator.Indicator, f *indicator.Figure, of func(model.Group) *float64) row {
	r := row{says: y.said(ind, f, among(always))}
	for _, g := range model.Groups() {
		if r.values[g].n = of(g); r.values[g].n == nil {
			r.values[g].why = y.because(ind, f, g, false)
		}
	}
	return r
}

func counted(n *int) *float64 {
	if n == nil {
		return nil
	}
	return count(*n).n
}

func (y *year) atRisk(it *item) row {
	ind, f, why := y.figure(it.indicator)
	if f == nil {
		return none(why)
	}
	return y.groups(ind, f, func(g model.Group) *float64 { return counted(f.Groups[g].AtRisk) })
}

func (y *year) events(it *item) row {
	ind, f, why := y.figure(it.indicator)
	if f == nil {
		return none(why)
	}
	return y.groups(ind, f, func(g model.Group) *float64 { return counted(f.Groups[g].Events) })
}

// rate is that of each group, as it was computed of its counts, or as the survey gives it. Of
// those of unknown ethnicity the survey gives none, and the return asks for none.
func (y *year) rate(it *item) row {
	ind, f, why := y.figure(it.indicator)
	if f == nil {
		return none(why)
	}
	r := y.groups(ind, f, func(g model.Group) *float64 {
		if f.Groups[g].Rate == nil {
			return nil
		}
		return &f.Groups[g].Rate.Value
	})
	if it.of.measure == answers && f.Groups[model.Unknown] == (indicator.GroupFigure{}) {
		r.values[model.Unknown] = value{}
	}
	return r
}

// ratio stands under the group whose rate is on top of it.
func (y *year) ratio(it *item) row {
	ind, f, why := y.figure(it.indicator)
	if f == nil {
		return none(why)
	}
	r := row{says: y.said(ind, f, among(always))}
	if f.Ratio != nil {
		r.values[ind.Compare] = number(f.Ratio.Value)
		return r
	}
	r.values[ind.Compare].why = "ratio: no value, because a likelihood is missing"
	if why := y.said(ind, f, among(ofAll)); len(why) > 0 {
		r.values[ind.Compare].why = why[0]
	}
	return r
}

func (y *year) workforce(*item) row {
	ind, f, why := y.figure(indicator.WorkforceID)
	if f == nil {
		return none(why)
	}
	r := y.groups(ind, f, func(g model.Group) *float64 { return counted(f.Groups[g].Events) })
	r.says = append(r.says, y.outside()...)
	return y.whole(ind, f, r)
}

func (y *year) staffShare(*item) row {
	ind, f, why := y.figure(indicator.WorkforceID)
	if f == nil {
		return none(why)
	}
	return y.whole(ind, f, y.groups(ind, f, func(g model.Group) *float64 {
		if events, all := f.Groups[g].Events, f.Groups[g].AtRisk; events != nil && all != nil && *all > 0 {
			return number(float64(*events) / float64(*all)).n
		}
		return nil
	}))
}

// whole leaves a row of the whole workforce empty where rows or cells are missing from it: a
// sum that is known to be short is not entered.
func (y *year) whole(ind *indicator.Indicator, f *indicator.Figure, r row) row {
	if f.Incomplete == nil {
		return r
	}
	why := "it lacks rows or cells that could not be read"
	if said := y.said(ind, f, among([]indicator.WarningKind{indicator.RowsRefused, indicator.CellsMissing})); len(said) > 0 {
		why = said[0]
	}
	for g := range r.values {
		r.values[g] = value{why: why}
	}
	return r
}

// part gives a part of the board, or why it is not known.
func (y *year) part(it *item) (ind *indicator.Indicator, f *indicator.Figure, part *indicator.BoardRow, why string) {
	if ind, f, why = y.figure(it.indicator); f == nil {
		return ind, nil, nil, why
	}
	part = f.BoardRow(it.of.part)
	if part.Total == nil && part.Counts == ([model.GroupCount]*int{}) && !part.Refused {
		if said := y.said(ind, f, among([]indicator.WarningKind{indicator.BoardUnsplit})); len(said) > 0 {
			return ind, nil, nil, said[0]
		}
	}
	return ind, f, part, ""
}

func (y *year) members(it *item) row {
	ind, f, part, why := y.part(it)
	if f == nil {
		return none(why)
	}
	r := y.groups(ind, f, func(g model.Group) *float64 { return counted(part.Counts[g]) })
	for g := range r.values {
		if r.values[g].n == nil {
			r.values[g].why = y.because(ind, f, model.Group(g), part.Refused)
		}
	}
	return r
}

// memberShare is a group's part of the members, of whom none may be missing.
func (y *year) memberShare(it *item) row {
	r := y.members(it)
	_, f, part, _ := y.part(it)
	if f == nil {
		return r
	}
	for g := range r.values {
		switch v := &r.values[g]; {
		case v.n == nil:
		case part.Total == nil:
			*v = value{why: "percentage: no value, because the number of all members is not known"}
		case *part.Total == 0:
			*v = value{why: "percentage: no value, because the board has no such members"}
		default:
			*v = number(*v.n / float64(*part.Total))
		}
	}
	return r
}

// difference is the share of the board minus that of the workforce, of each group.
func (y *year) difference(it *item) row {
	r, all := y.memberShare(it), y.staffShare(it)
	for g := range r.values {
		v, other := &r.values[g], all.values[g]
		switch {
		case v.n == nil:
		case other.n == nil:
			*v = value{why: "difference: no value, because the share of the workforce is not known: " + other.why}
		default:
			*v = number(*v.n - *other.n)
		}
	}
	for _, said := range all.says {
		if !slices.Contains(r.says, said) {
			r.says = append(r.says, said)
		}
	}
	return r
}
