package phrase

import (
	"strings"
	"sync"
)

// Role is what of a measure a figure tells.
type Role uint8

const (
	AsAny      Role = iota
	AsNumber        // a count
	AsPercent       // a share, or a rate in per cent
	AsChance        // a group's likelihood
	AsRatio         // one likelihood over another
	AsGap           // a difference of groups
	AsPresence      // "representation": a share, or people
)

// Way is which way a figure is said to have gone, or to stand.
type Way uint8

const (
	Up Way = iota + 1
	Down
	Same
	Alike // about the same
	Better
	Worse
	Wider
	Nearer
)

// Form is where what moved stands: behind a noun, before a verb.
type Form uint8

const (
	Noun Form = iota + 1
	Verb
	Present
)

// The groups, as the figures of a document name them.
const (
	BME     = "bme"
	White   = "white"
	Unknown = "unknown"
	Known   = "known"
	All     = "all"
)

// Sense is what a phrase means: its kind, and what that kind needs.
type Sense struct {
	Kind       Kind
	Indicators []string
	Text       string // the count of a measure, the group, the part
	Role       Role
	Way        Way
	Form       Form
	Likely     bool // of a side: of likelihood
	span       bool // of a year: from the first on
	back       int  // of a year
}

// Lexicon is the tables as one look-up by phrase.
type Lexicon struct {
	senses  map[string]Sense
	longest map[string]int // words of the longest phrase that begins with a word
}

func (l *Lexicon) add(phrases string, s Sense) {
	for phrase := range strings.SplitSeq(phrases, "|") {
		first, _, _ := strings.Cut(phrase, " ")
		if _, taken := l.senses[phrase]; !taken {
			l.senses[phrase] = s
		}
		l.longest[first] = max(l.longest[first], strings.Count(phrase, " ")+1)
	}
}

// Common is the lexicon of every report, made when it is first asked for. Of a phrase that
// stands in two tables the first here is taken.
var Common = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{senses: map[string]Sense{}, longest: map[string]int{}}
	l.add(ignored, Sense{Kind: OfIgnored})
	for _, row := range measures {
		l.add(row.words, Sense{Kind: OfMeasure, Indicators: row.Indicators, Text: row.counted})
	}
	for _, row := range froms {
		l.add(row.words, Sense{Kind: OfFrom, Indicators: []string{row.indicator}})
	}
	for _, row := range figures {
		l.add(row.words, Sense{Kind: OfFigure, Role: row.role})
	}
	for _, row := range groups {
		l.add(row.words, Sense{Kind: OfGroup, Text: row.group})
	}
	for _, row := range parts {
		l.add(row.words, Sense{Kind: OfPart, Indicators: []string{row.indicator}, Text: row.part})
	}
	for _, row := range moves {
		l.add(row.words, Sense{Kind: OfMove, Way: row.way, Form: row.form})
	}
	for _, row := range sides {
		l.add(row.words, Sense{Kind: OfSide, Way: row.way, Likely: row.likely})
	}
	for _, row := range yearWords {
		l.add(row.words, Sense{Kind: OfYears, back: row.back, span: row.span})
	}
	for _, row := range []struct {
		words string
		kind  Kind
	}{{nows, OfNow}, {thans, OfThan}, {nots, OfNot}, {aims, OfAim}, {others, OfOthers}, {owns, OfOwn}, {narrows, OfNarrow}, {borders, OfBorder},
		{signifieds, OfSignified}, {tests, OfTest}, {peoples, OfPeople}, {applicants, OfApplicants}, {labelled, OfLabel}, {nones, OfNone}, {abouts, OfAbout}} {
		l.add(row.words, Sense{Kind: row.kind})
	}
	return l
})

// With gives a lexicon that knows a report's own words too.
func (l *Lexicon) With(bmeWords, organisation []string) *Lexicon {
	if len(bmeWords) == 0 && len(organisation) == 0 {
		return l
	}
	own := &Lexicon{senses: map[string]Sense{}, longest: map[string]int{}}
	for _, word := range bmeWords {
		own.add(plain(word), Sense{Kind: OfGroup, Text: BME})
	}
	for _, word := range organisation {
		own.add(plain(word), Sense{Kind: OfOwn})
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
		if t.Word != "" {
			words = append(words, t.Word)
		}
	}
	return strings.Join(words, " ")
}
