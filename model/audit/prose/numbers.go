package prose

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// numbers sets each number of a sentence beside the figures that it may be.
func (r *reader) numbers(s *sentence, whole phrase.Scope) {
	lists := s.respectively()
	theirs := s.theirs()
	for i := range s.Tokens {
		u := s.found[i]
		if u == nil || u.How == phrase.Naming {
			continue
		}
		w := s.windowOf(i)
		sc := s.ScopeOf(w.Lo, w.Hi)
		sc.Inherit(whole)
		sc = r.placed(s, sc, whole)
		if len(sc.Years) == 0 {
			sc.Years = whole.Years
		}
		switch {
		case theirs[i]:
			u.fate = Others
		case sc.Aim, s.ahead(r.cells.Latest):
			u.fate = Aim
		case u.How == phrase.Changing:
			if !sc.Narrow {
				r.change(s, i, u, sc)
			}
		default:
			r.number(s, i, u, sc, whole, lists[i])
		}
		if u.How == phrase.Parity && u.fate == Left {
			u.fate = Name
		}
	}
}

// theirs says which numbers are of other organisations: those behind a word for others,
// until one for the organisation itself, and the one right before ("27.6% nationally").
func (s *sentence) theirs() map[int]bool {
	out := map[int]bool{}
	on, last := false, -1
	for i, t := range s.Tokens {
		if m := s.MarkAt[i]; m >= 0 && s.Marks[m].From == i {
			switch s.Marks[m].Kind {
			case phrase.OfOthers:
				if last >= 0 && i-last <= 4 && !s.partedBetween(last, i) {
					out[last] = true
				}
				on = true
			case phrase.OfOwn:
				on = false
			}
		}
		if t.Number == nil {
			continue
		}
		last = i
		if on {
			out[i] = true
		}
	}
	return out
}

func (s *sentence) partedBetween(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.Tokens[i].Sign == ',' || s.Tokens[i].Sign == ';' {
			return true
		}
		if m := s.MarkAt[i]; m >= 0 && (s.Marks[m].Kind == phrase.OfThan || s.Marks[m].Kind == phrase.OfSide || s.Marks[m].Kind == phrase.OfBorder) {
			return true
		}
	}
	return false
}

// number sets a plain number beside the tables.
func (r *reader) number(s *sentence, i int, u *said, sc, whole phrase.Scope, listed bound) {
	n := s.Tokens[i].Number
	group := listed.group
	sure := group != ""
	if group == "" {
		if group = s.bindGroup(i, u.Use); group != "" {
			sure = true
		} else if len(sc.Groups) == 1 {
			group = sc.Groups[0]
		}
	}
	if slices.Contains(sc.Subs, phrase.Known) && group != phrase.Unknown {
		group, sure = phrase.Known, false
	}
	year := listed.year
	if year == 0 {
		year = s.bindYear(i, u.Use, s.windowOf(i))
	}
	s.bindWhole(i, u.Use, &sc)
	strict, loose := r.cells.Candidates(n.Amount, s.wholeOf(u.Use), sc, u.Use, group, year)
	for _, set := range [][]series.Candidate{strict, loose} {
		for _, c := range set {
			if n.Prints(c.Amount) && (!sure && year == 0 || slices.ContainsFunc(strict, func(k series.Candidate) bool { return k.Series == c.Series && k.Cell == c.Cell })) {
				u.fate, u.at = Cell, c.Series.Key
				u.at.Year = c.Year
				return
			}
		}
	}
	if r.cells.Derived(n.Amount, u.Use, sc) {
		u.fate = Change
		return
	}
	if r.ratioInPercent(s, i, u, sc) || r.wrongGap(s, i, u, sc) || u.How == phrase.Ranging || u.How == phrase.Parity || whole.Narrow || whole.Others && !sure || s.Heading && !sc.Named {
		if u.How == phrase.Ranging && len(strict) > 0 {
			u.fate = Cell
		}
		return
	}
	if len(strict) == 0 && u.How == phrase.Counted && sc.Named && len(whole.Years) == 0 {
		u.How = phrase.Plainly // of another whole than any in the tables
		strict, _ = r.cells.Candidates(n.Amount, 0, sc, u.Use, group, r.cells.Latest)
		u.How = phrase.Counted
	}
	r.wrongNumber(s, i, u, sc, strict, loose, sure || s.stated(i, u.Use, sc, year), year)
}

// stated reports whether a clause says outright whose percentage a number is: "the percentage
// of BME staff ... was 25.4%", with no other beside it or with its year.
func (s *sentence) stated(i int, u phrase.Use, sc phrase.Scope, year model.Year) bool {
	if u.Unit != phrase.Percents || !sc.Named || len(sc.Groups) != 1 || !slices.Contains(sc.Roles, phrase.AsPercent) {
		return false
	}
	w := s.windowOf(i)
	for j := w.Lo; j < w.Hi && year == 0; j++ {
		if j != i && s.Tokens[j].Number != nil && s.Kinds[j].How != phrase.Naming {
			return false
		}
	}
	return year != 0 || slices.Contains([]string{"was", "is", "at", "were", "to"}, s.WordAt(i-1))
}

// wrongNumber finds a number that is none of the figures that it can be. Where the sentence
// does not name the indicator itself, or not whose number it is, only one that nearly is a
// figure is held against it.
func (r *reader) wrongNumber(s *sentence, i int, u *said, sc phrase.Scope, strict, loose []series.Candidate, sure bool, year model.Year) {
	n := s.Tokens[i].Number
	if len(strict) == 0 || len(sc.Indicators) == 0 {
		return
	}
	which := map[*series.Series]bool{}
	for _, c := range strict {
		which[c.Series] = true
	}
	best := series.Closest(n.Amount, strict)
	if len(which) > 1 && !sure && len(sc.Groups) == 0 || year == 0 && s.otherYears(best.Series) {
		return // whose it is, or of when, is not told
	}
	named := sc.Named
	if ratio := onlyRatio(s, sc, which, u.Use, n.Amount); ratio != nil {
		named, sure = true, true
	}
	likeness := series.Alikeness(n.Amount, best.Amount)
	elsewhere := slices.IndexFunc(loose, func(c series.Candidate) bool { return n.Prints(c.Amount) })
	if elsewhere >= 0 {
		if best = series.LatestOf(strict); loose[elsewhere].Series == best.Series && year != 0 {
			likeness = series.DigitOff
		}
	}
	switch {
	case u.How == phrase.Counted && len(which) == 1 && len(sc.Groups) == 1:
	case elsewhere >= 0 && !sure && year == 0:
		u.fate = Cell
		return
	case likeness == series.Unlike && (u.How == phrase.Starting || u.How == phrase.Ending) && r.turned():
		return // that the direction is wrong is told, and covers it
	case elsewhere < 0 && likeness == series.Unlike && u.How != phrase.Counted && (n.Value > 2*best.Value || best.Value > 2*n.Value):
		return // it is likely of something else
	case !named && likeness < series.DigitOff, u.Unit == phrase.NoUnit && likeness < series.DigitOff && (best.Series.Role != phrase.AsRatio || !sure), !sure && likeness < series.DigitOff, len(which) > 2 && likeness < series.DigitOff:
		return
	case u.Unit == phrase.NoUnit && n.Decimals == 0 && (best.Series.Role != phrase.AsNumber || !sure && !ofHowMany(sc)):
		return
	}
	k := best.Series.Key
	k.Year = best.Year
	u.fate, u.at = Cell, k
	severity := finding.Value
	says := fmt.Sprintf("The tables have %s (%s).", best.Printed, r.where(k))
	if elsewhere >= 0 {
		other := loose[elsewhere]
		at := other.Series.Key
		at.Year = other.Year
		if slices.ContainsFunc(r.result.Findings[r.first:], func(f finding.Finding) bool { return f.Kind == finding.Number && f.At == at }) {
			return // the two are exchanged: said of the first
		}
		says = fmt.Sprintf("%s is that of %s; the tables have %s for %s.", s.Words(i, i+1), r.where(at), best.Printed, r.where(k))
	} else if likeness == series.LastDigit && !best.Exact {
		severity = finding.Note
		says += " It is one off in the last digit."
	}
	r.find(s, finding.Finding{Kind: finding.Number, Severity: severity, At: k, Printed: s.Words(i, i+1), Computed: best.Printed, Says: says})
}

// otherYears reports whether a sentence names a year that a series has not.
func (s *sentence) otherYears(of *series.Series) bool {
	have := of.Years()
	for _, y := range s.Years(0, len(s.Tokens)) {
		if !slices.Contains(have, y) && !slices.Contains(have, y+1) {
			return true
		}
	}
	return false
}

// turned reports whether the sentence in hand has a direction that is found wrong.
func (r *reader) turned() bool {
	return slices.ContainsFunc(r.result.Findings[r.first:], func(f finding.Finding) bool { return f.Kind == finding.Direction })
}

// onlyRatio gives the one ratio that a number can be: words or its unit say that it is a
// ratio, and no year is named that the tables have not.
func onlyRatio(s *sentence, sc phrase.Scope, of map[*series.Series]bool, u phrase.Use, n phrase.Amount) *series.Series {
	if len(of) != 1 || n.Decimals == 0 || u.Unit != phrase.Times && !slices.Contains(sc.Roles, phrase.AsRatio) || sc.Spanned {
		return nil
	}
	for se := range of {
		if s.otherYears(se) {
			return nil
		}
		if se.Role == phrase.AsRatio && len(se.Of) > 0 && se.Of[0].Decimals == n.Decimals {
			return se
		}
	}
	return nil
}

// ratioInPercent finds a ratio that is printed with a per cent sign.
func (r *reader) ratioInPercent(s *sentence, i int, u *said, sc phrase.Scope) bool {
	n := s.Tokens[i].Number
	if u.Unit != phrase.Percents || !slices.Contains(sc.Roles, phrase.AsRatio) || n.Decimals == 0 {
		return false
	}
	for _, se := range r.cells.Order {
		if se.Role != phrase.AsRatio || !slices.Contains(sc.Indicators, se.Key.Indicator) {
			continue
		}
		for _, c := range se.Of {
			if c.Value != n.Value || c.Decimals != n.Decimals {
				continue
			}
			u.fate, u.at = Cell, series.KeyOf(se, c.Year)
			r.find(s, finding.Finding{
				Kind: finding.Unit, Severity: finding.Value, At: u.at, Printed: s.Words(i, i+1), Computed: c.Printed,
				Says: fmt.Sprintf("%s is one likelihood over the other, and no percentage.", c.Printed),
			})
			return true
		}
	}
	return false
}

// wrongGap finds a gap between the groups, in points, that the tables do not have.
func (r *reader) wrongGap(s *sentence, i int, u *said, sc phrase.Scope) bool {
	n := s.Tokens[i].Number
	gaps := slices.Contains(sc.Roles, phrase.AsGap)
	if u.Unit != phrase.Points && (u.Unit != phrase.Percents || !gaps) || !gaps || len(sc.Indicators) != 1 || u.How == phrase.Ranging || sc.Narrow || sc.Others || sc.Spanned {
		return false
	}
	for _, se := range r.cells.Order {
		if se.Role != phrase.AsPercent || se.Share || se.Key.Group != phrase.BME || se.Key.Part != "" || se.Key.Indicator != sc.Indicators[0] || !series.Compared(se.Key) || s.otherYears(se) {
			continue
		}
		years := se.Years()
		g := r.cells.GapAt(se, years[len(years)-1])
		if g == nil || series.Near(n.Amount, g.Distance) || n.Float() > 2*g.Distance.Hi || 2*n.Float() < g.Distance.Lo || u.How == phrase.Starting {
			return false
		}
		u.fate, u.at = Change, series.KeyOf(se, years[len(years)-1])
		r.find(s, finding.Finding{
			Kind: finding.Change, Severity: finding.Value, At: u.at, Printed: s.quantity(i, u), Computed: g.Text,
			Says: fmt.Sprintf("The two groups are %s apart (%s).", g.Text, r.where(document.Key{Indicator: u.at.Indicator, Year: u.at.Year})),
		})
		return true
	}
	return false
}

// ofHowMany reports whether a sentence speaks of how many.
func ofHowMany(sc phrase.Scope) bool { return slices.Contains(sc.Roles, phrase.AsNumber) }

// account tells what became of each number of a sentence.
func (s *sentence) account(place int) Read {
	read := Read{Sentence: place, Line: s.Line}
	for i := range s.Tokens {
		u := s.found[i]
		if u == nil {
			continue
		}
		n := Number{Text: s.Words(i, i+1), Fate: u.fate, At: u.at}
		if n.Fate != Cell && n.Fate != Change {
			n.At = document.Key{}
		}
		read.Numbers = append(read.Numbers, n)
	}
	return read
}
