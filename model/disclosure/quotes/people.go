package quotes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wres/model"
)

// sentence is a text in words and numbers.
type sentence struct {
	text   string
	tokens []token
}

// token is a word or a number, as "6.67%", "1,863", "31/03/2024" and "non-clinical" are.
type token struct {
	word     string // in lower case
	from, to int    // in the text
	goesOn   bool   // nothing but space and brackets lies between it and the one before
}

var words = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\p{L}\p{N}]+(?:[.,/:’'–-][\p{L}\p{N}]+)*(?: ?%)?`)
})

// split takes a text apart.
func split(text string) sentence {
	s := sentence{text: text}
	end := 0
	for _, at := range words().FindAllStringIndex(text, -1) {
		s.tokens = append(s.tokens, token{strings.ToLower(text[at[0]:at[1]]), at[0], at[1], strings.Trim(text[end:at[0]], " \t\r\n\u00a0()\"“”*_") == ""})
		end = at[1]
	}
	return s
}

// between gives the words from one token up to another.
func (s sentence) between(from, to int) string {
	return s.text[s.tokens[from].from:s.tokens[to-1].to]
}

// word gives a token that goes on from the one before; "" where there is none.
func (s sentence) word(i int) string {
	if i < 0 || i >= len(s.tokens) || !s.tokens[i].goesOn {
		return ""
	}
	return s.tokens[i].word
}

// before gives the word that goes on to a token; "" where there is none.
func (s sentence) before(i int) string {
	if i < 1 || !s.tokens[i].goesOn {
		return ""
	}
	return s.tokens[i-1].word
}

// Numbers in words, from 1.
var inWords = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen"}

// number reads a token as a number of people, and says whether it is in words; 0: it is none.
func number(word string) (n int, spelt bool) {
	if i := slices.Index(inWords, word); i >= 0 {
		return i + 1, true
	}
	if len(word) > 2 {
		return 0, false
	}
	n, err := strconv.Atoi(word)
	if err != nil || n < 0 {
		return 0, false
	}
	return n, false
}

// nouns are what a number of people stands before.
var nouns = []string{"people", "person", "persons", "staff", "case", "cases", "member", "members"}

// named are words before a number that is a name and no count: "band 2 staff".
var named = []string{
	"band", "bands", "indicator", "indicators", "action", "actions", "section", "page", "phase", "year", "years", "quarter", "level", "part", "table",
	"figure", "step", "stage", "tier", "cluster", "grade", "question", "item", "priority", "goal", "objective", "appendix", "version", "week", "month", "day", "number", "cohort",
	"no", "every", "each", "any", "this",
}

// compounds are nouns that staff, a case or a person stands before: "staff survey".
var compounds = []string{
	"survey", "surveys", "network", "networks", "group", "groups", "side", "story", "stories", "study", "studies", "forum", "forums", "meeting", "meetings", "event", "events",
	"training", "engagement", "conference", "council",
}

// adjectives lists what may stand between a number and the people: the words of the groups,
// and others that tell people apart.
func adjectives(l model.Labels) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields("more further other new of the our these those board voting non-voting executive non-executive senior junior clinical non-clinical medical nursing formal disciplinary " +
		"ethnically ethnic diverse minority global majority bme bame white black asian mixed unknown declared female male internal external") {
		all[word] = true
	}
	for _, g := range model.Groups() {
		for _, word := range strings.Fields(strings.ToLower(l.Label(g) + " " + l.Short(g))) {
			all[word] = true
		}
	}
	return all
}

// most is how many words may stand between a number and the people that it counts.
const most = 5

// people reports where words end that begin at a token and give a small number of people: "2
// members", "one of our BME consultants", "1 of 11". Where there are none it gives their
// beginning.
func (f finder) people(s sentence, at int) (end int) {
	n, spelt := number(s.tokens[at].word)
	before := s.before(at)
	if n < 1 || n > f.small || slices.Contains(named, before) {
		return at
	}
	if first, _ := number(s.before(at - 1)); before == "to" && first > 0 && s.tokens[at-1].goesOn { // "bands 2 to 4 staff"
		return at
	}
	counted := f.counted(s, at+1)
	switch {
	case s.word(at+1) != "of":
		return max(counted, at)
	case counted > 0:
		return counted
	}
	for i := at + 2; i <= at+1+most && s.word(i) != ""; i++ {
		if isNumber(s.word(i)) {
			return i + 1
		}
	}
	if spelt { // "one of the aims"
		return at
	}
	return min(at+3, len(s.tokens))
}

// counted reports where the people end that stand at a token, with what may stand before
// them; 0: none do.
func (f finder) counted(s sentence, at int) int {
	for i := at; i < at+most; i++ {
		switch word := s.word(i); {
		case slices.Contains(nouns, word):
			if slices.Contains(compounds, s.word(i+1)) {
				return 0
			}
			return i + 1
		case f.adjectives[word]:
		case i == at || !isNumber(word): // "one of the eleven members"
			return 0
		}
	}
	return 0
}

// isNumber reports whether a word is a number of any size: "eleven", "1,863".
func isNumber(word string) bool {
	return word != "" && (strings.Trim(word, "0123456789,") == "" || slices.Contains(inWords, word))
}
