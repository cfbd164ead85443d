package prose

import (
	"math"
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/phrase"
	"wres/model/indicator"
	"wres/model/stats"
)

// cells are the figures of a document's tables, as series over the years.
type cells struct {
	series map[document.Key]*series // with no year in the key
	order  []*series
	latest model.Year
	hidden Hidden
}

// series is one figure over its years.
type series struct {
	key   document.Key // with no year
	role  phrase.Role
	share bool     // of a count's whole, where there is a rate of the same event too
	sub   string   // of the two counts of an indicator: "events", "at risk"; "": neither
	of    []cell   // in order of year
	group []string // whose it is: two for a difference or a ratio
}

// cell is what is printed of one year. A year can have several, where a figure stands in two
// places.
type cell struct {
	phrase.Amount
	year    model.Year
	printed string
	made    bool // of two counts: it is printed nowhere
}

// arrange sorts the figures of a document into series, and makes the shares that follow
// from printed counts and are not printed.
func arrange(d *document.Document) *cells {
	c := &cells{series: map[document.Key]*series{}, latest: d.Latest()}
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
		c.put(k, cell{Amount: a, year: f.Year, printed: f.Printed.Printed})
		if f.Number.Of != nil {
			whole := k
			whole.Group = phrase.All
			c.put(whole, cell{Amount: phrase.Amount{Value: int64(*f.Number.Of) * phrase.One, Exact: true}, year: f.Year, printed: phrase.Amount{Value: int64(*f.Number.Of) * phrase.One}.String()})
		}
	}
	c.derive()
	slices.SortFunc(c.order, func(a, b *series) int { return compareKeys(a.key, b.key) })
	for _, s := range c.order {
		slices.SortStableFunc(s.of, func(a, b cell) int { return int(a.year) - int(b.year) })
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

func (c *cells) put(k document.Key, of cell) {
	k.Year = 0
	s := c.series[k]
	if s == nil {
		s = &series{key: k, group: []string{k.Group}}
		s.role, s.share, s.sub = roleOf(k)
		if ind := indicator.Lookup(k.Indicator); ind != nil && (s.role == phrase.AsRatio || s.role == phrase.AsGap) {
			s.group = []string{ind.Compare.String(), ind.Reference.String()}
		}
		c.series[k] = s
		c.order = append(c.order, s)
	}
	for _, there := range s.of {
		if there.year == of.year && there.Value == of.Value && there.Decimals == of.Decimals && there.Minus == of.Minus {
			return
		}
	}
	s.of = append(s.of, of)
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

// wholes names the count that a share is of.
var wholes = map[string]string{"percentage-of-workforce": "headcount", "percentage-of-board": "members"}

// countsOf names the counts behind a share or a rate: its events, and what they are among.
func countsOf(k document.Key) (events, among document.Key, ok bool) {
	events, among = k, k
	ind := indicator.Lookup(k.Indicator)
	of, isShare := strings.CutPrefix(k.Figure, "percentage-of-")
	switch {
	case wholes[k.Figure] != "":
		of = wholes[k.Figure]
	case isShare:
	case ind == nil || ind.Counts.Events == "" || k.Figure != "likelihood" && k.Figure != "percentage":
		return k, k, false
	default:
		events.Figure, among.Figure = ind.Counts.Events, ind.Counts.AtRisk
		return events, among, true
	}
	events.Figure, among.Figure, among.Group = of, of, phrase.All
	return events, among, true
}

// derive makes shares of the counts that are printed where no share is.
func (c *cells) derive() {
	for _, s := range slices.Clone(c.order) {
		if s.role != phrase.AsNumber || s.key.Group == phrase.All {
			continue
		}
		share := s.key
		share.Figure = "percentage-of-" + s.key.Figure
		for name, of := range wholes {
			if of == s.key.Figure {
				share.Figure = name
			}
		}
		whole := s.key
		whole.Group = phrase.All
		for _, n := range s.of {
			of, ok := c.only(whole, n.year)
			if _, printed := c.only(share, n.year); !ok || of.Value == 0 || n.Value > of.Value || printed {
				continue
			}
			value := int64(math.Round(float64(n.Value) / float64(of.Value) * 100 * phrase.One))
			c.put(share, cell{Amount: phrase.Amount{Value: value, Decimals: 2, Exact: true}, year: n.year, printed: phrase.Amount{Value: value, Decimals: 2}.String() + "%", made: true})
		}
	}
}

// at gives what is printed of a series in a year.
func (s *series) at(y model.Year) []cell {
	var found []cell
	for _, c := range s.of {
		if c.year == y {
			found = append(found, c)
		}
	}
	return found
}

func (s *series) years() []model.Year {
	var years []model.Year
	for _, c := range s.of {
		if !slices.Contains(years, c.year) {
			years = append(years, c.year)
		}
	}
	slices.Sort(years)
	return years
}

// only gives the one figure of a key in a year; none where two differ.
func (c *cells) only(k document.Key, y model.Year) (cell, bool) {
	k.Year = 0
	s := c.series[k]
	if s == nil {
		return cell{}, false
	}
	found := s.at(y)
	if len(found) != 1 {
		return cell{}, false
	}
	return found[0], true
}

// counts gives the whole numbers that can stand behind a printed share or rate of a year, in
// order; none where they are not known or too many.
func (c *cells) counts(k document.Key, y model.Year) []stats.Count {
	k.Year = y
	if c.hidden != nil {
		if n, ok := c.hidden(k); ok {
			return []stats.Count{n}
		}
	}
	eventsKey, amongKey, ok := countsOf(k)
	among, printed := c.only(amongKey, y)
	if !ok || !printed || among.Value == 0 {
		return nil
	}
	n := int(among.Value / phrase.One)
	if events, printed := c.only(eventsKey, y); printed && events.Value <= among.Value {
		return []stats.Count{{Events: int(events.Value / phrase.One), AtRisk: n}}
	}
	rate, printed := c.only(k, y)
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
