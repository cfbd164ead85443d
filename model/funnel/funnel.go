// Package funnel sets several organisations beside the whole of them, one figure at a time.
//
// The results of each organisation go in; points come out, each a count of events among
// people, its proportion, and where that lies: within the limits between which the proportion
// of so many people lies but for chance, were it that of the whole, or beyond them. Points
// are in the order of the organisations' names and never in that of their values: a place in
// a row of values says little but how small an organisation is, so this is no league table.
//
// A point is a proportion. Of the workforce and the board it is the BME share. Of an event
// and of an answer to the survey it is the rate of one group, with the whole's rate of that
// group between the limits: the ratio of two rates is no proportion and has no such limits.
// So a funnel says whether a group fares differently here than elsewhere, and not whether
// two groups fare alike; that is the ratio's to say.
//
// The limits are p0 ∓ z √(p0(1-p0)/n), z 1.96 for 95% and 3.09 for 99.8%, below 50 people
// exact binomial quantiles (D. J. Spiegelhalter 2005, Statistics in Medicine 24:1185, as the
// public health tools of England have them). They allow for chance alone: organisations
// differ in other things too, so in large ones more points lie beyond than chance would put.
package funnel

import (
	"slices"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/stats"
)

// The widths of the limits, in standard errors.
const (
	z95  = 1.96
	z998 = 3.09
)

// Member is one of the organisations.
type Member struct {
	Name    string
	Results *indicator.Results // in full
}

// Funnels are those of one year, of every headline figure.
type Funnels struct {
	Year        model.Year
	Settings    model.Settings
	Publication bool     // what would identify someone is hidden
	Members     []string // in the order of their names
	Charts      []Chart  // in the order of the catalogue
}

// Chart is one figure of all organisations.
type Chart struct {
	Indicator *indicator.Indicator
	Group     model.Group // whose proportion it is
	Whole     stats.Count // of the organisations that have a point
	Hidden    bool        // the whole is not shown: it would tell a point that is hidden
	Points    []Point     // one for each of the members, in their order
}

// Share is the proportion of the whole; false where it has nobody, or is hidden.
func (c *Chart) Share() (float64, bool) {
	if c.Hidden || c.Whole.AtRisk == 0 {
		return 0, false
	}
	return float64(c.Whole.Events) / float64(c.Whole.AtRisk), true
}

// Beyond counts the points beyond the 95% limits, and all that have a place.
func (c *Chart) Beyond() (beyond, all int) {
	for _, p := range c.Points {
		if p.Lacks == None {
			all++
			if p.Position != Within {
				beyond++
			}
		}
	}
	return beyond, all
}

// Lack says why an organisation has no point.
type Lack uint8

// The reasons. None: it has one.
const (
	None       Lack = iota
	NoFigure        // nothing is given, or its figures are withheld
	Incomplete      // counts are missing from its figure
	NoNumbers       // a share is given, and not of how many people
	Nobody          // there are no people whom it could be of
	Hidden          // to protect people
)

// Position is where a point lies.
type Position uint8

// The positions. Those beyond the 99.8% limits are beyond those of 95% too.
const (
	Within Position = iota
	Below95
	Above95
	Below998
	Above998
)

// String gives the position as data have it.
func (p Position) String() string {
	return [...]string{"within", "below 95%", "above 95%", "below 99.8%", "above 99.8%"}[p]
}

// Point is one organisation's figure.
type Point struct {
	Organisation string
	Lacks        Lack
	Count        stats.Count // of a survey share the people are its respondents, and those with the answer to the nearest one
	Share        float64     // as it is given, of 1
	Limits95     [2]float64  // the lower and the upper, of 1
	Limits998    [2]float64
	Position     Position
}

// Set is the organisations of a folder, of which the funnels of any year can be made.
type Set struct {
	members []Member
	views   []*indicator.Results // for publication; nil: they were not worked out
}

// NewSet takes organisations, and works out their publication views where these will be
// wanted, which takes time.
func NewSet(members []Member, publication bool) *Set {
	s := &Set{members: members}
	if publication {
		for _, m := range members {
			view, _ := disclosure.View(m.Results, disclosure.RuleOf(m.Results.Settings))
			s.views = append(s.views, view)
		}
	}
	return s
}

// Names lists the organisations; none of nil.
func (s *Set) Names() (names []string) {
	if s == nil {
		return nil
	}
	for _, m := range s.members {
		names = append(names, m.Name)
	}
	return names
}

// Of makes the funnels of a year. In the publication view a point is hidden that the
// organisation's own publication view hides, or that counts so few people that they could
// be told, and with it as many others as keep it from being worked out of the whole; where
// the views were not worked out, all are.
func (s *Set) Of(y model.Year, publication bool) Funnels {
	all := Funnels{Year: y, Publication: publication, Members: s.Names()}
	for _, m := range s.members {
		all.Settings = m.Results.Settings
	}
	for _, ind := range indicator.Catalogue() {
		for side, g := range groupsOf(ind) {
			c := Chart{Indicator: ind, Group: g}
			for i, m := range s.members {
				p := pointOf(m.Results, ind, y, side)
				p.Organisation = m.Name
				if publication && p.Lacks == None && (s.views == nil || pointOf(s.views[i], ind, y, side).Lacks != None) {
					p.Lacks = Hidden
				}
				c.Points = append(c.Points, p)
				if p.Lacks == None || p.Lacks == Hidden {
					c.Whole.Events, c.Whole.AtRisk = c.Whole.Events+p.Count.Events, c.Whole.AtRisk+p.Count.AtRisk
				}
			}
			if publication {
				c.protect(disclosure.RuleOf(all.Settings))
			}
			c.place()
			all.Charts = append(all.Charts, c)
		}
	}
	return all
}

// Of makes the funnels of a year of some organisations.
func Of(members []Member, y model.Year, publication bool) Funnels {
	return NewSet(members, publication).Of(y, publication)
}

// Chart gives the chart of an indicator and a group, or nil.
func (f *Funnels) Chart(id string, g model.Group) *Chart {
	for i := range f.Charts {
		if c := &f.Charts[i]; c.Indicator.ID == id && c.Group == g {
			return c
		}
	}
	return nil
}

// groupsOf gives the groups whose proportions an indicator compares, in the order of the
// sides of its figures: of a share of people it is the BME share alone.
func groupsOf(ind *indicator.Indicator) []model.Group {
	if ind.Compare != ind.Reference {
		return []model.Group{ind.Compare, ind.Reference}
	}
	return []model.Group{model.BME}
}

// pointOf gives one side of a figure as a count.
func pointOf(r *indicator.Results, ind *indicator.Indicator, y model.Year, side int) (p Point) {
	s := r.Indicator(ind.ID)
	if s == nil || s.Figure(y) == nil || s.Figure(y).State != model.Reported {
		p.Lacks = NoFigure
		return p
	}
	f := s.Figure(y)
	if f.Incomplete != nil {
		p.Lacks = Incomplete
		return p
	}
	sides := ind.Shape.Sides(ind, f)
	if side >= len(sides) {
		p.Lacks = NoFigure
		return p
	}
	switch at := sides[side]; {
	case at.AtRisk != nil && at.Events != nil:
		p.Count = stats.Count{Events: *at.Events, AtRisk: *at.AtRisk}
		if *at.AtRisk > 0 {
			p.Share = float64(*at.Events) / float64(*at.AtRisk)
		}
	case at.Share == nil:
		p.Lacks = NoFigure
	case at.AtRisk == nil:
		p.Lacks = NoNumbers
	default:
		p.Share = at.Share.Value
		p.Count = stats.Count{Events: int(p.Share*float64(*at.AtRisk) + 0.5), AtRisk: *at.AtRisk}
	}
	if p.Lacks == None && p.Count.AtRisk == 0 {
		p.Lacks = Nobody
	}
	return p
}

// protect hides points of few people. Whoever knows the whole and the points that are shown
// knows the sum of the hidden ones: so where one is hidden another is that has more than a
// few, next to which any small count is possible; and where there is none, all are.
func (c *Chart) protect(rule disclosure.Rule) {
	few := func(n int) bool { return n >= 1 && n <= rule.Small }
	ample := func(p Point) bool { return p.Count.Events > rule.Small && p.Count.AtRisk-p.Count.Events > rule.Small }
	hidden, covered := false, false
	for i := range c.Points {
		p := &c.Points[i]
		if p.Lacks == None && (few(p.Count.Events) || few(p.Count.AtRisk-p.Count.Events) || few(p.Count.AtRisk)) {
			p.Lacks = Hidden
		}
		hidden = hidden || p.Lacks == Hidden
		covered = covered || p.Lacks == Hidden && ample(*p)
	}
	if !hidden || covered {
		return
	}
	least := -1
	for i, p := range c.Points {
		if p.Lacks == None && ample(p) && (least < 0 || p.Count.AtRisk < c.Points[least].Count.AtRisk) {
			least = i
		}
	}
	if least >= 0 {
		c.Points[least].Lacks = Hidden
		return
	}
	c.Hidden = true
	for i := range c.Points {
		if c.Points[i].Lacks == None {
			c.Points[i].Lacks = Hidden
		}
	}
}

// place says of each point where it lies.
func (c *Chart) place() {
	p0, known := c.Share()
	for i := range c.Points {
		p := &c.Points[i]
		if p.Lacks != None || !known {
			continue
		}
		p.Limits95, p.Limits998 = limits(p0, p.Count.AtRisk, z95), limits(p0, p.Count.AtRisk, z998)
		p.Position = p.position()
	}
	if !slices.ContainsFunc(c.Points, func(p Point) bool { return p.Lacks == None }) {
		c.Hidden = c.Hidden || slices.ContainsFunc(c.Points, func(p Point) bool { return p.Lacks == Hidden })
	}
}

// limits gives those of n people, who are at least one, around a share between 0 and 1.
func limits(p0 float64, n int, z float64) [2]float64 {
	lower, upper, err := stats.FunnelLimits(p0, n, z)
	if err != nil { // the counts were checked, so that this does not happen
		return [2]float64{0, 1}
	}
	return [2]float64{lower, upper}
}

func (p *Point) position() Position {
	switch {
	case p.Share < p.Limits998[0]:
		return Below998
	case p.Share > p.Limits998[1]:
		return Above998
	case p.Share < p.Limits95[0]:
		return Below95
	case p.Share > p.Limits95[1]:
		return Above95
	}
	return Within
}
