package phrase

import (
	"slices"
	"strings"
)

// Manner is how a number stands in its sentence.
type Manner uint8

const (
	Plainly  Manner = iota
	Naming          // it is the name of something
	Counted         // "1 of 15"
	Changing        // "by 1.5%", "a 3% decrease"
	Ranging         // "15-25%", "around 20%": not exact
	Starting        // "from 1.8"
	Ending          // "to 1.6"
	Parity          // 1, as the ratio that is fair
)

// Unit is what a number counts in.
type Unit uint8

const (
	NoUnit Unit = iota
	Percents
	Points
	Times
)

// Use is what is made of a number of a sentence.
type Use struct {
	How    Manner
	Unit   Unit
	Anchor int  // of a change: the mark that says which way; -1: none
	Whole  int  // of "1 of 15": the token of the whole
	Part   bool // it is such a whole
}

// units are the words for a unit behind a number.
var units = map[string]Unit{
	"percentage points": Points, "percentage point": Points, "pp": Points, "ppt": Points, "ppts": Points, "points": Points, "pps": Points, "point": Points, "pts": Points,
	"times": Times, "x": Times, "percent": Percents, "per cent": Percents,
}

// spans are words behind a number that is a span of time, or the name of something.
var spans = []string{"month", "months", "year", "years", "week", "weeks", "day", "days", "hour", "hours", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "year's", "monthly", "am", "pm", "th", "minutes", "key", "indicators", "actions", "action", "priorities", "questions", "metrics", "trusts", "organisations", "sites", "networks", "workstreams", "objectives", "recommendations", "standards", "areas", "themes", "domains", "high"}

// uses says of each number how it stands.
func (s *Sentence) uses() {
	for i, t := range s.Tokens {
		if t.Number != nil {
			u := s.use(i)
			s.Kinds[i] = u
			if u.Whole > 0 {
				s.Kinds[u.Whole] = Use{How: Naming, Part: true}
			}
		}
	}
}

func (s *Sentence) use(i int) Use {
	if there, done := s.Kinds[i]; done {
		return there
	}
	n := s.Tokens[i].Number
	u := Use{Anchor: -1, Unit: s.unitOf(i)}
	next := s.AfterUnit(i, u.Unit)
	switch {
	case s.MarkAt[i] >= 0 || u.Unit == NoUnit && slices.Contains(spans, s.WordAt(i+1)) || s.WordAt(i+1) != "" && slices.Contains(spans, s.WordAt(i+1)) && s.WordAt(i-1) == "of":
		u.How = Naming
	case u.Unit == NoUnit && s.WordAt(i-1) == "in" && i > 1 && s.Tokens[i-2].Number != nil: // 1 in 4
		u.How = Naming
	case u.Unit == NoUnit && s.WordAt(i+1) == "in" && i+2 < len(s.Tokens) && s.Tokens[i+2].Number != nil:
		u.How = Naming
	case i > 1 && s.Tokens[i-1].Sign == '(' && s.Kinds[i-2].How == Changing:
		u.How = Changing // "by 103 (9.3%)"
	case s.whole(i) > 0:
		u.How, u.Whole = Counted, s.whole(i)
	case u.Unit == Percents && (s.WordAt(next) == "confidence" || s.WordAt(next) == "ci" || s.WordAt(next) == "level"):
		u.How = Naming
	case s.ranged(i), s.interval(i):
		u.How = Ranging
	case s.changed(i, next, &u):
		u.How = Changing
	case n.Signed:
		u.How = Changing
	case s.isAbout(i):
		u.How = Ranging
	case u.Unit != Percents && (n.Value == One || n.Value == 1_250_000 || n.Value == 800_000):
		u.How = Parity
	case s.WordAt(i-1) == "from":
		u.How = Starting
	case s.WordAt(i-1) == "to":
		u.How = Ending
	}
	if u.How == Parity && n.Decimals == 0 && u.Unit == NoUnit && n.Value == One {
		u.How = Naming
	}
	return u
}

// unitOf gives the unit of the number at a token.
func (s *Sentence) unitOf(i int) Unit {
	next, two := s.WordAt(i+1), s.WordAt(i+1)+" "+s.WordAt(i+2)
	if u, ok := units[two]; ok {
		return u
	}
	if u, ok := units[next]; ok {
		return u
	}
	if s.Tokens[i].Number.Percent {
		return Percents
	}
	return NoUnit
}

// AfterUnit gives the token behind a number and its unit.
func (s *Sentence) AfterUnit(i int, u Unit) int {
	switch _, two := units[s.WordAt(i+1)+" "+s.WordAt(i+2)]; {
	case two:
		return i + 3
	case units[s.WordAt(i+1)] != NoUnit:
		return i + 2
	}
	return i + 1
}

// whole gives the token of the whole, of "1 of 15", or 0.
func (s *Sentence) whole(i int) int {
	j := i + 1
	switch {
	case s.WordAt(j) == "of":
		j++
	case s.WordAt(j) == "out" && s.WordAt(j+1) == "of":
		j += 2
	case j < len(s.Tokens) && s.Tokens[j].Sign == '/':
		j++
	default:
		return 0
	}
	for slices.Contains([]string{"the", "our", "a", "total"}, s.WordAt(j)) {
		j++
	}
	n := s.Tokens[i].Number
	if j >= len(s.Tokens) || s.Tokens[j].Number == nil || n.Percent || n.Decimals > 0 || s.unitOf(j) != NoUnit || s.Tokens[j].Number.Value < n.Value {
		return 0
	}
	return j
}

// ranged reports whether a number is an end of a range: "15-25%", "between 8 and 12%".
func (s *Sentence) ranged(i int) bool {
	joined := func(j int) bool {
		if j < 1 || j+1 >= len(s.Tokens) || s.Tokens[j-1].Number == nil || s.Tokens[j+1].Number == nil {
			return false
		}
		t := s.Tokens[j]
		return t.Sign == '–' || t.Sign == '—' || (t.Word == "and" || t.Word == "to") && s.WordAt(j-2) == "between"
	}
	if i+1 < len(s.Tokens) && s.Tokens[i+1].Number != nil && s.Tokens[i+1].from-s.Tokens[i].to <= 2 {
		return true // a hyphen between them
	}
	if i > 0 && s.Tokens[i-1].Number != nil && s.Tokens[i].from-s.Tokens[i-1].to <= 2 {
		return true
	}
	return joined(i+1) || joined(i-1)
}

// interval reports whether a number is a limit of an interval: "(95% CI 1.26 to 2.05)",
// "ratios from 0.98 to 1.80 fit these counts".
func (s *Sentence) interval(i int) bool {
	for j := i + 1; j <= min(len(s.Tokens)-1, i+3); j++ {
		if slices.Contains([]string{"fit", "fits", "compatible", "consistent"}, s.Tokens[j].Word) {
			return true
		}
		if s.Tokens[j].Sign == ')' || s.Tokens[j].Sign == ';' {
			break
		}
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		switch t := s.Tokens[j]; {
		case slices.Contains([]string{"interval", "intervals", "ci", "limits"}, t.Word):
			return true
		case t.Sign == ')' || t.Sign == ';':
			return false
		}
	}
	return false
}

func (s *Sentence) isAbout(i int) bool {
	for j := i - 1; j >= max(0, i-2); j-- {
		m := s.MarkAt[j]
		if m >= 0 && s.Marks[m].Kind == OfAbout {
			return true
		}
		if j == i-1 && strings.HasSuffix(s.WordAt(j), "than") {
			return slices.Contains([]string{"more", "less", "fewer", "greater", "higher", "lower"}, s.WordAt(j-1))
		}
	}
	return false
}

// changed reports whether a number is by how much something moved, and finds the word for
// the direction.
func (s *Sentence) changed(i, next int, u *Use) bool {
	u.Anchor = -1
	before := s.WordAt(i - 1)
	for _, skip := range []string{"only", "just", "approximately", "around", "about", "nearly", "almost", "over", "a", "further", "some"} {
		if before == skip && i > 1 {
			before = s.WordAt(i - 2)
		}
	}
	if before == "by" {
		u.Anchor = s.nearestMove(i, 0)
		return true
	}
	if before == "up" || before == "down" || before == "plus" || before == "minus" {
		return !strings.HasPrefix(s.WordAt(i-2), "ma") // "make up 28%"
	}
	if before == "of" || before == "a" {
		for j := i - 2; j >= max(0, i-4); j-- {
			if m := s.MarkAt[j]; m >= 0 && s.Marks[m].Kind == OfMove && s.Marks[m].Form == Noun {
				u.Anchor = m
				return true
			}
		}
	}
	for j := next; j < min(len(s.Tokens), next+3); j++ {
		m := s.MarkAt[j]
		if m >= 0 && s.Marks[m].Kind == OfMove && s.Marks[m].Form == Noun {
			u.Anchor = m
			return true
		}
		if m >= 0 && s.Marks[m].Kind == OfSide && j == next && u.Unit != Times {
			return true // "5% higher", "145% more likely"
		}
		if t := s.Tokens[j]; t.Sign != 0 || t.Number != nil || t.Word == "of" || t.Word == "in" || t.Word == "and" || t.Word == "for" {
			break
		}
	}
	return false
}

// nearestMove finds the last direction before a token, else the first behind it; -1: none.
func (s *Sentence) nearestMove(i, from int) int {
	found := -1
	for n, m := range s.Marks {
		if m.Kind == OfMove && m.From >= from && (m.From < i || found < 0) {
			found = n
		}
	}
	return found
}

// familiar are words in -ing that leave the share of a group that of the workforce.
var familiar = []string{"working", "being", "remaining", "reporting", "including", "during", "according", "following", "comparing", "meaning", "increasing", "decreasing", "falling", "rising", "showing", "standing", "representing", "making", "having", "ongoing", "running"}

// Unfamiliar reports whether a sentence tells something of staff that no table here names:
// "who", or a word in -ing.
func (s *Sentence) Unfamiliar() bool {
	for i, t := range s.Tokens {
		if s.MarkAt[i] >= 0 {
			continue
		}
		if t.Word == "who" || t.Word == "whose" || t.Word == "with" && i+1 < len(s.Tokens) && s.Tokens[i+1].Word != "" && s.MarkAt[i+1] < 0 || strings.HasSuffix(t.Word, "ing") && !slices.Contains(familiar, t.Word) {
			return true
		}
	}
	return false
}
