package prose

import (
	"strings"
	"sync"
)

// role is what of a measure a figure tells.
type role uint8

const (
	asAny      role = iota
	asNumber        // a count
	asPercent       // a share, or a rate in per cent
	asChance        // a group's likelihood
	asRatio         // one likelihood over another
	asGap           // a difference of groups
	asPresence      // "representation": a share, or people
)

// way is which way a figure is said to have gone, or to stand.
type way uint8

const (
	up way = iota + 1
	down
	same
	alike // about the same
	better
	worse
	wider
	nearer
)

// form is where what moved stands: behind a noun, before a verb.
type form uint8

const (
	noun form = iota + 1
	verb
	present
)

// The groups, as the figures of a document name them.
const (
	bme     = "bme"
	white   = "white"
	unknown = "unknown"
	known   = "known"
	all     = "all"
)

// sense is what a phrase means: its kind, and what that kind needs.
type sense struct {
	kind       kind
	indicators []string
	text       string // the count of a measure, the group, the part
	role       role
	way        way
	form       form
	likely     bool // of a side: of likelihood
	span       bool // of a year: from the first on
	back       int  // of a year
}

// lexicon is the tables as one look-up by phrase.
type lexicon struct {
	senses  map[string]sense
	longest map[string]int // words of the longest phrase that begins with a word
}

func (l *lexicon) add(phrases string, s sense) {
	for phrase := range strings.SplitSeq(phrases, "|") {
		first, _, _ := strings.Cut(phrase, " ")
		if _, taken := l.senses[phrase]; !taken {
			l.senses[phrase] = s
		}
		l.longest[first] = max(l.longest[first], strings.Count(phrase, " ")+1)
	}
}

// common is the lexicon of every report, made when it is first asked for. Of a phrase that
// stands in two tables the first here is taken.
var common = sync.OnceValue(func() *lexicon {
	l := &lexicon{senses: map[string]sense{}, longest: map[string]int{}}
	l.add(ignored, sense{kind: ofIgnored})
	for _, row := range measures {
		l.add(row.words, sense{kind: ofMeasure, indicators: row.indicators, text: row.counted})
	}
	for _, row := range froms {
		l.add(row.words, sense{kind: ofFrom, indicators: []string{row.indicator}})
	}
	for _, row := range figures {
		l.add(row.words, sense{kind: ofFigure, role: row.role})
	}
	for _, row := range groups {
		l.add(row.words, sense{kind: ofGroup, text: row.group})
	}
	for _, row := range parts {
		l.add(row.words, sense{kind: ofPart, indicators: []string{row.indicator}, text: row.part})
	}
	for _, row := range moves {
		l.add(row.words, sense{kind: ofMove, way: row.way, form: row.form})
	}
	for _, row := range sides {
		l.add(row.words, sense{kind: ofSide, way: row.way, likely: row.likely})
	}
	for _, row := range yearWords {
		l.add(row.words, sense{kind: ofYears, back: row.back, span: row.span})
	}
	for _, row := range []struct {
		words string
		kind  kind
	}{{nows, ofNow}, {thans, ofThan}, {nots, ofNot}, {aims, ofAim}, {others, ofOthers}, {owns, ofOwn}, {narrows, ofNarrow}, {borders, ofBorder},
		{signifieds, ofSignified}, {tests, ofTest}, {peoples, ofPeople}, {applicants, ofApplicants}, {labelled, ofLabel}, {nones, ofNone}, {abouts, ofAbout}} {
		l.add(row.words, sense{kind: row.kind})
	}
	return l
})

// with gives a lexicon that knows a report's own words too.
func (l *lexicon) with(bmeWords, organisation []string) *lexicon {
	if len(bmeWords) == 0 && len(organisation) == 0 {
		return l
	}
	own := &lexicon{senses: map[string]sense{}, longest: map[string]int{}}
	for _, word := range bmeWords {
		own.add(plain(word), sense{kind: ofGroup, text: bme})
	}
	for _, word := range organisation {
		own.add(plain(word), sense{kind: ofOwn})
	}
	for phrase, s := range l.senses {
		if _, taken := own.senses[phrase]; !taken {
			own.senses[phrase] = s
		}
	}
	for first, n := range l.longest {
		own.longest[first] = max(own.longest[first], n)
	}
	return own
}

// plain writes a phrase as the tables do.
func plain(phrase string) string {
	var words []string
	for _, t := range tokens(phrase) {
		if t.word != "" {
			words = append(words, t.word)
		}
	}
	return strings.Join(words, " ")
}
