// Package people finds where a text counts a few people: "1 of 11", "three of our BME staff",
// "1/15". A text goes in; its words and the numbers come out. It knows no figure: what is
// found may be harmless.
package people

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"wres/model"
)

// Sentence is a text in words and numbers.
type Sentence struct {
	text   string
	Tokens []Token
}

// Token is a word or a number, as "6.67%", "1,863", "31/03/2024" and "non-clinical" are.
type Token struct {
	Text     string // in lower case
	from, to int    // in the text
	goesOn   bool   // nothing but space and brackets lies between it and the one before
}

var words = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[\p{L}\p{N}]+(?:[.,/:’'–-][\p{L}\p{N}]+)*(?: ?%)?`)
})

// Split takes a text apart.
func Split(text string) Sentence {
	s := Sentence{text: text}
	end := 0
	for _, at := range words().FindAllStringIndex(text, -1) {
		s.Tokens = append(s.Tokens, Token{strings.ToLower(text[at[0]:at[1]]), at[0], at[1], strings.Trim(text[end:at[0]], " \t\r\n\u00a0()\"“”*_") == ""})
		end = at[1]
	}
	return s
}

// Between gives the words from one token up to another.
func (s Sentence) Between(from, to int) string {
	return s.text[s.Tokens[from].from:s.Tokens[to-1].to]
}

// Word gives a token that goes on from the one before; "" where there is none.
func (s Sentence) Word(i int) string {
	if i < 0 || i >= len(s.Tokens) || !s.Tokens[i].goesOn {
		return ""
	}
	return s.Tokens[i].Text
}

// before gives the word that goes on to a token; "" where there is none.
func (s Sentence) before(i int) string {
	if i < 1 || !s.Tokens[i].goesOn {
		return ""
	}
	return s.Tokens[i-1].Text
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

// Finder finds small numbers of people.
type Finder struct {
	small      int             // the greatest of them
	adjectives map[string]bool // that may stand between a number and the people
}

// NewFinder makes a finder of numbers from 1 to small, of groups with some labels.
func NewFinder(small int, l model.Labels) Finder { return Finder{small, adjectives(l)} }

// Counts lists the small numbers of people that a text gives, also as "1/15".
func (f Finder) Counts(text string) []int {
	var all []int
	s := Split(text)
	for i, token := range s.Tokens {
		part, whole, fraction := strings.Cut(token.Text, "/")
		n, _ := number(part)
		_, err := strconv.Atoi(whole)
		if n > 0 && n <= f.small && (fraction && err == nil || !fraction && f.At(s, i) > i) {
			all = append(all, n)
		}
	}
	return all
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

// At reports where words end that begin at a token and give a small number of people: "2
// members", "one of our BME consultants", "1 of 11". Where there are none it gives their
// beginning.
func (f Finder) At(s Sentence, at int) (end int) {
	n, spelt := number(s.Tokens[at].Text)
	before := s.before(at)
	if n < 1 || n > f.small || slices.Contains(named, before) {
		return at
	}
	if first, _ := number(s.before(at - 1)); before == "to" && first > 0 && s.Tokens[at-1].goesOn { // "bands 2 to 4 staff"
		return at
	}
	counted, of := f.counted(s, at+1), at+1
	if s.Word(of) == "out" {
		of++
	}
	switch {
	case s.Word(of) != "of":
		return max(counted, at)
	case counted > 0:
		return counted
	}
	for i := of + 1; i <= of+most && s.Word(i) != ""; i++ {
		if isNumber(s.Word(i)) {
			return i + 1
		}
	}
	if spelt { // "one of the aims"
		return at
	}
	return min(of+2, len(s.Tokens))
}

// counted reports where the people end that stand at a token, with what may stand before
// them; 0: none do.
func (f Finder) counted(s Sentence, at int) int {
	for i := at; i < at+most; i++ {
		switch word := s.Word(i); {
		case slices.Contains(nouns, word):
			if slices.Contains(compounds, s.Word(i+1)) {
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
