// Package series holds the figures of a document as series over the years, and says how what
// is told of them can stand to them: a document goes in; steps between two years, sides of
// two groups, and figures that a number can be come out.
//
// Place in the flow: phrase says of what a clause speaks, as a Scope; prose asks here which
// series that can be, and what they did. Arithmetic is on the figures as they are printed:
// each stands for what rounds to it, and nothing is said to differ that may be equal.
package series

import (
	"math"
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/measure"
	"wres/model/audit/phrase"
	"wres/model/indicator"
	"wres/model/stats"
)

// Cells are the figures of a document's tables, as series over the years.
type Cells struct {
	Series map[document.Key]*Series // with no year in the key
	Order  []*Series
	Latest model.Year
	Hidden Hidden
}

// Hidden gives the whole numbers behind a printed rate or share, where they are known
// though they are not printed: the solution of a column that has one.
type Hidden func(document.Key) (stats.Count, bool)

// Fewest is how many people a share must rest on.
const Fewest = 5

// Series is one figure over its years.
type Series struct {
	Key   document.Key // with no year
	Role  phrase.Role
	Share bool     // of a count's whole, where there is a rate of the same event too
	sub   string   // of the two counts of an indicator: "events", "at risk"; "": neither
	Of    []Cell   // in order of year
	group []string // whose it is: two for a difference or a ratio
}

// Cell is what is printed of one year. A year can have several, where a figure stands in two
// places.
type Cell struct {
	phrase.Amount
	Year    model.Year
	Printed string
	made    bool // of two counts: it is printed nowhere
}

// Arrange sorts the figures of a document into series, and makes the shares that follow
// from printed counts and are not printed.
func Arrange(d *document.Document) *Cells {
	c := &Cells{Series: map[document.Key]*Series{}, Latest: d.Latest()}
	for _, f := range d.Figures {
		a, ok := phrase.AmountOf(f.Number)
		if !f.IsNumber || !ok || f.Year == 0 || f.Printed.Figure == "change" {
			continue
		}
		k := place(f.Key())
		role, _, _ := roleOf(k)
		if a.Exact = role == phrase.AsNumber && a.Decimals == 0; role == phrase.AsNumber && f.Number.Percent {
			continue
		}
		c.put(k, Cell{Amount: a, Year: f.Year, Printed: f.Printed.Printed})
		if f.Number.Of != nil {
			whole := k
			whole.Group = phrase.All
			c.put(whole, Cell{Amount: phrase.Amount{Value: int64(*f.Number.Of) * phrase.One, Exact: true}, Year: f.Year, Printed: phrase.Amount{Value: int64(*f.Number.Of) * phrase.One}.String()})
		}
	}
	c.derive()
	slices.SortFunc(c.Order, func(a, b *Series) int { return compareKeys(a.Key, b.Key) })
	for _, s := range c.Order {
		slices.SortStableFunc(s.Of, func(a, b Cell) int { return int(a.Year) - int(b.Year) })
	}
	return c
}

func compareKeys(a, b document.Key) int {
	return strings.Compare(strings.Join([]string{a.Indicator, a.Part, a.Figure, a.Group}, "\x00"), strings.Join([]string{b.Indicator, b.Part, b.Figure, b.Group}, "\x00"))
}

// place gives the key of a figure's series, without its year.
func place(k document.Key) document.Key {
	k.Part = strings.ToLower(k.Part)
	if k.Group == "" {
		k.Group = phrase.All
	}
	return k
}

func (c *Cells) put(k document.Key, of Cell) {
	k.Year = 0
	s := c.Series[k]
	if s == nil {
		s = &Series{Key: k, group: []string{k.Group}}
		s.Role, s.Share, s.sub = roleOf(k)
		if ind := indicator.Lookup(k.Indicator); ind != nil && (s.Role == phrase.AsRatio || s.Role == phrase.AsGap) {
			s.group = []string{ind.Compare.String(), ind.Reference.String()}
		}
		c.Series[k] = s
		c.Order = append(c.Order, s)
	}
	for _, there := range s.Of {
		if there.Year == of.Year && there.Value == of.Value && there.Decimals == of.Decimals && there.Minus == of.Minus {
			return
		}
	}
	s.Of = append(s.Of, of)
}

// roleOf says what a figure tells, from its name and the catalogue's names of counts.
func roleOf(k document.Key) (r phrase.Role, share bool, sub string) {
	ind := indicator.Lookup(k.Indicator)
	of, isShare := strings.CutPrefix(k.Figure, "percentage-of-")
	if ind != nil && ind.Counts.Events != "" {
		switch of {
		case ind.Counts.Events:
			sub = "events"
		case ind.Counts.AtRisk:
			sub = "at risk"
		}
	}
	switch {
	case isShare:
		return phrase.AsPercent, sub != "", sub
	case k.Figure == "percentage" || k.Figure == "likelihood":
		return phrase.AsPercent, false, "events"
	case k.Figure == "relative-likelihood":
		return phrase.AsRatio, false, "events"
	case k.Figure == "difference":
		return phrase.AsGap, false, ""
	}
	return phrase.AsNumber, false, sub
}

// CountsOf names the counts behind a share or a rate: its events, and what they are among. Of
// a survey no answers are printed.
func CountsOf(k document.Key) (events, among document.Key, ok bool) {
	ind := indicator.Lookup(k.Indicator)
	if ind == nil || ind.Shape == indicator.Survey {
		return k, k, false
	}
	share, ok := measure.ShareOf(ind, k)
	return share.Of, share.Base, ok
}

// CountsAsYears reports whether one of some years is a number of people in the tables too: a
// "2024" of a sentence can then be either.
func (c *Cells) CountsAsYears(years []model.Year) bool {
	return len(years) > 0 && slices.ContainsFunc(c.Order, func(s *Series) bool {
		return s.Role == phrase.AsNumber && slices.ContainsFunc(s.Of, func(n Cell) bool {
			return n.Decimals == 0 && n.Value%phrase.One == 0 && slices.Contains(years, model.Year(n.Value/phrase.One))
		})
	})
}

// derive makes shares of the counts that are printed where no share is.
func (c *Cells) derive() {
	for _, s := range slices.Clone(c.Order) {
		if s.Role != phrase.AsNumber || s.Key.Group == phrase.All {
			continue
		}
		share := s.Key
		share.Figure = measure.ShareName(s.Key.Figure)
		whole := s.Key
		whole.Group = phrase.All
		for _, n := range s.Of {
			of, ok := c.Only(whole, n.Year)
			if _, printed := c.Only(share, n.Year); !ok || of.Value == 0 || n.Value > of.Value || printed {
				continue
			}
			value := int64(math.Round(float64(n.Value) / float64(of.Value) * 100 * phrase.One))
			c.put(share, Cell{Amount: phrase.Amount{Value: value, Decimals: 2, Exact: true}, Year: n.Year, Printed: phrase.Amount{Value: value, Decimals: 2}.String() + "%", made: true})
		}
	}
}

// At gives what is printed of a series in a year.
func (s *Series) At(y model.Year) []Cell {
	var found []Cell
	for _, c := range s.Of {
		if c.Year == y {
			found = append(found, c)
		}
	}
	return found
}

// Years lists the years of a series, in order.
func (s *Series) Years() []model.Year {
	var years []model.Year
	for _, c := range s.Of {
		if !slices.Contains(years, c.Year) {
			years = append(years, c.Year)
		}
	}
	slices.Sort(years)
	return years
}

// Only gives the one figure of a key in a year; none where two differ.
func (c *Cells) Only(k document.Key, y model.Year) (Cell, bool) {
	k.Year = 0
	s := c.Series[k]
	if s == nil {
		return Cell{}, false
	}
	found := s.At(y)
	if len(found) != 1 {
		return Cell{}, false
	}
	return found[0], true
}

// Counts gives the whole numbers that can stand behind a printed share or rate of a year, in
// order; none where they are not known or too many.
func (c *Cells) Counts(k document.Key, y model.Year) []stats.Count {
	k.Year = y
	if c.Hidden != nil {
		if n, ok := c.Hidden(k); ok {
			return []stats.Count{n}
		}
	}
	eventsKey, amongKey, ok := CountsOf(k)
	among, printed := c.Only(amongKey, y)
	if !ok || !printed || among.Value == 0 {
		return nil
	}
	n := int(among.Value / phrase.One)
	if events, printed := c.Only(eventsKey, y); printed && events.Value <= among.Value {
		return []stats.Count{{Events: int(events.Value / phrase.One), AtRisk: n}}
	}
	rate, printed := c.Only(k, y)
	if !printed || rate.Exact {
		return nil
	}
	lo, hi := rate.Ends()
	from, to := ceilDiv(lo*int64(n), 100*phrase.One), hi*int64(n)/(100*phrase.One)
	if to-from > 5 {
		return nil
	}
	var found []stats.Count
	for x := max(from, 0); x <= min(to, int64(n)); x++ {
		found = append(found, stats.Count{Events: int(x), AtRisk: n})
	}
	return found
}

func ceilDiv(a, b int64) int64 { return -(-a / b) + btoi(a > 0 && a%b != 0) }

func btoi(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
