package bands

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/words"
	"wres/tui/chart"
)

// fullView stands over counts of ethnic categories: some are small, and none is for
// publication.
const fullView = "full view"

// kind is the staff of one ethnic category: those of a post, and all of the staff
// category.
type kind struct {
	name      string
	group     model.Group
	here, all int
}

// kindsOf lists the ethnic categories of which the staff category has people in the
// selected year, those of unknown ethnicity at the end, so that every post has the same;
// nil where the source counts the groups alone.
func kindsOf(s *staff, at post) []kind {
	if !s.reported() || s.figure.Ethnicities == nil {
		return nil
	}
	here := s.categoriesOf(at)
	all := s.figure.EthnicitiesOf(s.category, bandsOf(s, s.figure, func(model.Band) bool { return true })...)
	var kinds []kind
	for _, e := range model.Ethnicities() {
		if n := all.Of(e); n > 0 {
			kinds = append(kinds, kind{s.ethnicity(e, all), e.Group(), here.Of(e), n})
		}
	}
	return kinds
}

// categoriesOf counts the staff of a post by ethnic category.
func (s *staff) categoriesOf(at post) model.Tally {
	if at.cluster != 0 {
		return s.figure.EthnicitiesOf(s.category, s.clustered(at.cluster)...)
	}
	return s.figure.EthnicitiesOf(s.category, at.band)
}

// ethnicity names a category. One that has others behind it says that those beside it are
// not among its people.
func (s *staff) ethnicity(e model.Ethnicity, beside model.Tally) string {
	name := e.String()
	switch e {
	case model.BMEGroup:
		name = words.Capital(s.Words.Labels.Label(model.BME))
	case model.Missing:
		return "Not recorded"
	case model.UnknownEthnicity:
		return words.Capital(s.Words.Labels.Label(model.Unknown))
	}
	parted := func(other model.Ethnicity) bool {
		return other != e && beside.Of(other) > 0 && (other.Parent() == e || e == model.BMEGroup && other.Group() == model.BME)
	}
	if slices.ContainsFunc(model.Ethnicities(), parted) {
		name += ", not specified"
	}
	return name
}

// seriesOf is the colour of a group, the same as where the groups are drawn.
func seriesOf(g model.Group) int {
	return slices.Index([]model.Group{model.BME, model.White, model.Unknown}, g)
}

// mostKinds is how many categories are named where there is little room: the largest of
// the staff category. The others of their group are added up.
const mostKinds = 6

// fewOf takes the largest categories by all staff, and adds up the others of each group.
func fewOf(s *staff, kinds []kind) []kind {
	bySize := slices.Clone(kinds)
	bySize = slices.DeleteFunc(bySize, func(k kind) bool { return k.group == model.Unknown })
	slices.SortStableFunc(bySize, func(a, b kind) int { return b.all - a.all })
	largest := bySize[:min(len(bySize), mostKinds)]
	var few []kind
	for _, g := range model.Groups() {
		var others []kind
		for _, k := range kinds {
			if k.group == g && !slices.Contains(largest, k) {
				others = append(others, k)
			}
		}
		for _, k := range kinds {
			if k.group == g && (len(others) == 1 || slices.Contains(largest, k)) {
				few = append(few, k)
			}
		}
		if len(others) > 1 {
			sum := added(others)
			if sum.name = fmt.Sprintf("%d others, %s", len(others), s.Words.Labels.Short(g)); g == model.Unknown {
				sum.name = words.Capital(s.Words.Labels.Label(g))
			}
			few = append(few, sum)
		}
	}
	return few
}

// added adds up categories of one group.
func added(kinds []kind) (sum kind) {
	for _, k := range kinds {
		sum.group, sum.here, sum.all = k.group, sum.here+k.here, sum.all+k.all
	}
	return sum
}

// barsOf draws how many of a post are of each category.
func barsOf(kinds []kind, of int) chart.Bars {
	b := chart.Bars{Max: float64(max(of, 1))}
	for _, k := range kinds {
		v := chart.Value{Defined: true, Value: float64(k.here), Text: words.Thousands(k.here), Series: seriesOf(k.group)}
		b.Rows = append(b.Rows, chart.BarRow{Label: k.name, Values: []chart.Value{v}})
	}
	return b
}

// kindsTitle stands over the categories of a post.
func kindsTitle(s *staff) string {
	return "Ethnic categories, " + s.figure.Year.String() + " (" + fullView + ")"
}

// madeUpOf is how many lines of a pane the groups or categories of a post take, with the
// title and the line before it.
func madeUpOf(s *staff, at post) int {
	if n := len(fewOf(s, kindsOf(s, at))); n > 0 {
		return n + 2
	}
	return model.GroupCount + 2
}
