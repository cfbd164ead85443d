package prose

import (
	"slices"
	"strings"
)

// manner is how a number stands in its sentence.
type manner uint8

const (
	plainly  manner = iota
	naming          // it is the name of something
	counted         // "1 of 15"
	changing        // "by 1.5%", "a 3% decrease"
	ranging         // "15-25%", "around 20%": not exact
	starting        // "from 1.8"
	ending          // "to 1.6"
	parity          // 1, as the ratio that is fair
)

// unit is what a number counts in.
type unit uint8

const (
	noUnit unit = iota
	percents
	points
	times
)

// use is what is made of a number of a sentence.
type use struct {
	how    manner
	unit   unit
	anchor int  // of a change: the mark that says which way; -1: none
	whole  int  // of "1 of 15": the token of the whole
	part   bool // it is such a whole
}

// units are the words for a unit behind a number.
var units = map[string]unit{
	"percentage points": points, "percentage point": points, "pp": points, "ppt": points, "ppts": points, "points": points, "pps": points, "point": points, "pts": points,
	"times": times, "x": times, "percent": percents, "per cent": percents,
}

// spans are words behind a number that is a span of time, or the name of something.
var spans = []string{"month", "months", "year", "years", "week", "weeks", "day", "days", "hour", "hours", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "year's", "monthly", "am", "pm", "th", "minutes", "key", "indicators", "actions", "action", "priorities", "questions", "metrics", "trusts", "organisations", "sites", "networks", "workstreams", "objectives", "recommendations", "standards", "areas", "themes", "domains", "high"}

// uses says of each number how it stands.
func (s *sentence0) uses() {
	for i, t := range s.tokens {
		if t.number != nil {
			u := s.use(i)
			s.kinds[i] = u
			if u.whole > 0 {
				s.kinds[u.whole] = use{how: naming, part: true}
			}
		}
	}
}

func (s *sentence0) use(i int) use {
	if there, done := s.kinds[i]; done {
		return there
	}
	n := s.tokens[i].number
	u := use{anchor: -1, unit: s.unitOf(i)}
	next := s.afterUnit(i, u.unit)
	switch {
	case s.markAt[i] >= 0 || u.unit == noUnit && slices.Contains(spans, s.wordAt(i+1)) || s.wordAt(i+1) != "" && slices.Contains(spans, s.wordAt(i+1)) && s.wordAt(i-1) == "of":
		u.how = naming
	case s.whole(i) > 0:
		u.how, u.whole = counted, s.whole(i)
	case s.ranged(i):
		u.how = ranging
	case s.changed(i, next, &u):
		u.how = changing
	case n.signed:
		u.how = changing
	case s.isAbout(i):
		u.how = ranging
	case u.unit != percents && (n.value == one || n.value == 1_250_000 || n.value == 800_000):
		u.how = parity
	case s.wordAt(i-1) == "from":
		u.how = starting
	case s.wordAt(i-1) == "to":
		u.how = ending
	}
	if u.how == parity && n.decimals == 0 && u.unit == noUnit && n.value == one {
		u.how = naming
	}
	return u
}

// unitOf gives the unit of the number at a token.
func (s *sentence0) unitOf(i int) unit {
	next, two := s.wordAt(i+1), s.wordAt(i+1)+" "+s.wordAt(i+2)
	if u, ok := units[two]; ok {
		return u
	}
	if u, ok := units[next]; ok {
		return u
	}
	if s.tokens[i].number.percent {
		return percents
	}
	return noUnit
}

// afterUnit gives the token behind a number and its unit.
func (s *sentence0) afterUnit(i int, u unit) int {
	switch _, two := units[s.wordAt(i+1)+" "+s.wordAt(i+2)]; {
	case two:
		return i + 3
	case units[s.wordAt(i+1)] != noUnit:
		return i + 2
	}
	return i + 1
}

// whole gives the token of the whole, of "1 of 15", or 0.
func (s *sentence0) whole(i int) int {
	j := i + 1
	switch {
	case s.wordAt(j) == "of":
		j++
	case s.wordAt(j) == "out" && s.wordAt(j+1) == "of":
		j += 2
	case j < len(s.tokens) && s.tokens[j].sign == '/':
		j++
	default:
		return 0
	}
	for slices.Contains([]string{"the", "our", "a", "total"}, s.wordAt(j)) {
		j++
	}
	n := s.tokens[i].number
	if j >= len(s.tokens) || s.tokens[j].number == nil || n.percent || n.decimals > 0 || s.unitOf(j) != noUnit || s.tokens[j].number.value < n.value {
		return 0
	}
	return j
}

// ranged reports whether a number is an end of a range: "15-25%", "between 8 and 12%".
func (s *sentence0) ranged(i int) bool {
	joined := func(j int) bool {
		if j < 1 || j+1 >= len(s.tokens) || s.tokens[j-1].number == nil || s.tokens[j+1].number == nil {
			return false
		}
		t := s.tokens[j]
		return t.sign == '–' || t.sign == '—' || (t.word == "and" || t.word == "to") && s.wordAt(j-2) == "between"
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].number != nil && s.tokens[i+1].from-s.tokens[i].to <= 2 {
		return true // a hyphen between them
	}
	if i > 0 && s.tokens[i-1].number != nil && s.tokens[i].from-s.tokens[i-1].to <= 2 {
		return true
	}
	return joined(i+1) || joined(i-1)
}

func (s *sentence0) isAbout(i int) bool {
	for j := i - 1; j >= max(0, i-2); j-- {
		m := s.markAt[j]
		if m >= 0 && s.marks[m].kind == ofAbout {
			return true
		}
		if j == i-1 && strings.HasSuffix(s.wordAt(j), "than") {
			return slices.Contains([]string{"more", "less", "fewer", "greater", "higher", "lower"}, s.wordAt(j-1))
		}
	}
	return false
}

// changed reports whether a number is by how much something moved, and finds the word for
// the direction.
func (s *sentence0) changed(i, next int, u *use) bool {
	u.anchor = -1
	before := s.wordAt(i - 1)
	for _, skip := range []string{"only", "just", "approximately", "around", "about", "nearly", "almost", "over", "a", "further", "some"} {
		if before == skip && i > 1 {
			before = s.wordAt(i - 2)
		}
	}
	if before == "by" {
		u.anchor = s.nearestMove(i, 0)
		return true
	}
	if before == "up" || before == "down" || before == "plus" || before == "minus" {
		return !strings.HasPrefix(s.wordAt(i-2), "ma") // "make up 28%"
	}
	if before == "of" || before == "a" {
		for j := i - 2; j >= max(0, i-4); j-- {
			if m := s.markAt[j]; m >= 0 && s.marks[m].kind == ofMove && s.marks[m].form == noun {
				u.anchor = m
				return true
			}
		}
	}
	for j := next; j < min(len(s.tokens), next+3); j++ {
		m := s.markAt[j]
		if m >= 0 && s.marks[m].kind == ofMove && s.marks[m].form == noun {
			u.anchor = m
			return true
		}
		if m >= 0 && s.marks[m].kind == ofSide && j == next && u.unit != times {
			return true // "5% higher", "145% more likely"
		}
		if t := s.tokens[j]; t.sign != 0 || t.number != nil || t.word == "of" || t.word == "in" || t.word == "and" || t.word == "for" {
			break
		}
	}
	return false
}

// nearestMove finds the last direction before a token, else the first behind it; -1: none.
func (s *sentence0) nearestMove(i, from int) int {
	found := -1
	for n, m := range s.marks {
		if m.kind == ofMove && m.from >= from && (m.from < i || found < 0) {
			found = n
		}
	}
	return found
}

// familiar are words in -ing that leave the share of a group that of the workforce.
var familiar = []string{"working", "being", "remaining", "reporting", "including", "during", "according", "following", "comparing", "meaning", "increasing", "decreasing", "falling", "rising", "showing", "standing", "representing", "making", "having", "ongoing"}

// unfamiliar reports whether a sentence tells something of staff that no table here names:
// "who", or a word in -ing.
func (s *sentence0) unfamiliar() bool {
	for i, t := range s.tokens {
		if s.markAt[i] >= 0 {
			continue
		}
		if t.word == "who" || t.word == "whose" || t.word == "with" && i+1 < len(s.tokens) && s.tokens[i+1].word != "" && s.markAt[i+1] < 0 || strings.HasSuffix(t.word, "ing") && !slices.Contains(familiar, t.word) {
			return true
		}
	}
	return false
}
