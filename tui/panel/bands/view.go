package bands

import (
	"fmt"

	"wres/model/indicator"
	"wres/tui/panel"
)

// view is one way to look at the staff by band.
type view uint8

const (
	shares view = iota
	dots
	twoYears
	heat
	heads
	headYears
	stacks
	families
)

// after is what the key of comparing years goes on to.
func (v view) after() view {
	switch v {
	case dots:
		return twoYears
	case twoYears:
		return shares
	case heads:
		return headYears
	case headYears:
		return heads
	}
	return dots
}

// toggled is a view, or shares where it is shown already.
func (v view) toggled(to view) view {
	if v == to || to == heads && v == headYears {
		return shares
	}
	return to
}

// grouped is what the key of the groups goes on to; of the high-level groups only where
// the extract names categories.
func (v view) grouped(categories bool) view {
	switch {
	case v == stacks && categories:
		return families
	case v == stacks || v == families:
		return shares
	}
	return stacks
}

// allYears reports whether a view shows every year.
func (v view) allYears() bool { return v == dots || v == heat || v == headYears }

// draw gives the picture of a view.
func (v view) draw() func(*staff, paper) panel.Picture {
	return [...]func(*staff, paper) panel.Picture{
		shares: drawShares, dots: drawDots, twoYears: drawTwo, heat: drawHeat, heads: drawHeads, headYears: drawHeadYears, stacks: drawStacks, families: drawFamilies,
	}[v]
}

// title says what a view shows.
func (v view) title(s *staff) string {
	by := ""
	if s.clusters {
		by = " by cluster"
	}
	switch v {
	case dots, heat, headYears:
		what := map[view]string{dots: "share", heat: "heat map", headYears: "headcount"}[v] + by
		if n := len(s.years); n > 1 {
			return fmt.Sprintf("%s, %s to %s", what, s.years[0].Year, s.years[n-1].Year)
		}
		return what
	case twoYears:
		if before := s.before(); len(before) > 0 {
			return fmt.Sprintf("share%s, %s and %s", by, s.figure.Year, before[0].Year)
		}
		return "share" + by
	case heads:
		return "headcount" + by
	case stacks:
		return "groups" + by
	case families:
		return "high-level groups" + by
	}
	return "share" + by
}

// settle lists the posts that a view of the staff has, and says what stands in the place
// of a picture; "" where there is one.
func (v view) settle(s *staff) string {
	switch {
	case len(s.years) == 0:
		return " "
	case v.allYears():
		s.shown = s.years
	case !s.reported():
		return "Press c to see the years that have figures."
	case v == families && s.figure.Ethnicities == nil:
		return "The extract of " + s.figure.Year.String() + " counts the groups alone. Press g for the shares."
	case v == twoYears:
		s.shown = append([]*indicator.Figure{s.figure}, s.before()...)
		s.shown = s.shown[:min(len(s.shown), 2)]
	default:
		s.shown = []*indicator.Figure{s.figure}
	}
	if s.posts = s.postsOf(s.shown...); len(s.posts) > 0 {
		return ""
	}
	if s.clusters && len(postsOfBands(s, s.shown)) > 0 {
		return "No band of these staff belongs to a cluster. Press b for the bands."
	}
	return "The extract gives no rows by band for these staff and this year. What band each person is in makes this picture: workforce.csv, column band."
}

// postsOfBands lists the posts by band, whatever is shown.
func postsOfBands(s *staff, shown []*indicator.Figure) []post {
	bands := *s
	bands.clusters = false
	return bands.postsOf(shown...)
}
