package spoken

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Width is the most characters of a line.
const Width = 100

// What stands before the parts of a text that has no place to pause.
const (
	whole     = "In full"
	continued = "Continued"
)

// sentenceEnd is where one sentence ends and another begins.
var sentenceEnd = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^.\s][.?!]["')]* +["'(]*[A-Z0-9]`) })

// Lines says a text a sentence a line. A sentence that is too long for one is parted where
// it pauses.
func Lines(texts ...string) []string {
	var lines []string
	for _, text := range texts {
		for part := range strings.SplitSeq(text, "\n") {
			for _, sentence := range sentences(Text(part)) {
				lines = append(lines, parted(Sentence(sentence))...)
			}
		}
	}
	return lines
}

// sentences parts a text into its sentences.
func sentences(text string) (all []string) {
	for text != "" {
		at := sentenceEnd().FindStringIndex(text)
		if at == nil {
			return append(all, text)
		}
		end := at[0] + strings.IndexByte(text[at[0]:at[1]], ' ')
		all = append(all, text[:end])
		text = strings.TrimSpace(text[end:])
	}
	return all
}

// pauses are where a long sentence is parted, the best first: what stands behind each is a
// sentence by itself, or close to one. A comma parts the members of a list too, so it is a
// pause only before what begins a clause.
var pauses = []struct {
	at     string
	before func(rest string) bool
}{{": ", anything}, {"; ", anything}, {", ", beginsClause}}

func anything(string) bool { return true }

// clauses begin with these, or with a number of something.
var clauses = []string{"and so ", "and still ", "and the ", "and it ", "and where ", "but ", "so ", "which ", "whose ", "where ", "with ", "because ", "as ",
	"if ", "unless ", "when ", "higher ", "lower ", "of whom ", "of which "}

// numberClause is a clause that begins with a number of something.
var numberClause = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:or )?\d[\d.,]* (?:of|percent|percentage|more)\b`)
})

func beginsClause(rest string) bool {
	return numberClause().MatchString(rest) || slices.ContainsFunc(clauses, func(begins string) bool { return strings.HasPrefix(rest, begins) })
}

// leastClause is the fewest characters that are a line of their own in a parted sentence.
const leastClause = 12

// parted makes lines of a sentence.
func parted(sentence string) []string {
	if length(sentence) <= Width {
		return []string{sentence}
	}
	for _, pause := range pauses {
		at := lastWithin(sentence, pause.at, pause.before)
		switch without, inside, ok := bracketed(sentence); {
		case pause.at != ", " && at == 0: // a strong one further on parts it too
			at = firstBeyond(sentence, pause.at)
		case pause.at == ", " && ok:
			return append(parted(Sentence(without)), parted(Sentence(inside))...)
		}
		if at > 0 {
			left, right := sentence[:at], sentence[at+len(pause.at):]
			if pause.at == ": " {
				left += ":"
			}
			return append(parted(Sentence(left)), parted(Sentence(right))...)
		}
	}
	return wrapped(whole+": ", sentence)
}

// firstBeyond finds the first of some pauses that no line reaches; 0: there is none.
func firstBeyond(s, pause string) int {
	from := cutAt(s, Width-1)
	at := strings.Index(s[from:], pause)
	if at < 0 || within(s[:from+at]) {
		return 0
	}
	return from + at
}

// within reports whether quotes or brackets are open at the end of a text.
func within(s string) bool {
	return strings.Count(s, `"`)%2 == 1 || strings.Count(s, "(") > strings.Count(s, ")")
}

// bracketed takes the first long remark in brackets out of a sentence: a short one belongs to
// the number before it.
func bracketed(s string) (without, inside string, ok bool) {
	for from := 0; ; {
		open := strings.Index(s[from:], " (")
		if open < 0 {
			return "", "", false
		}
		open += from
		shut := strings.IndexByte(s[open:], ')')
		if shut < 0 {
			return "", "", false
		}
		shut += open
		if inside = s[open+2 : shut]; len(strings.Fields(inside)) >= 4 {
			return s[:open] + s[shut+1:], inside, true
		}
		from = shut
	}
}

// lastWithin finds the last of some pauses that leaves a line on its left, and something to
// say on its right; 0: there is none. One between digits, or in quotes, is none.
func lastWithin(s, pause string, before func(string) bool) int {
	best, count := 0, 0
	for i := range s {
		if count++; count > Width-1 {
			break
		}
		if i >= leastClause && strings.HasPrefix(s[i:], pause) && len(s)-i-len(pause) >= leastClause && !within(s[:i]) && before(s[i+len(pause):]) {
			best = i
		}
	}
	return best
}

// Labelled says a value under its label: "Lead: OD Team." A value that is too long for a line
// goes on in others, which say so. Of several lines each is said.
func Labelled(label, value string) []string {
	var lines []string
	head := label
	for part := range strings.SplitSeq(value, "\n") {
		if part = Text(part); part == "" {
			continue
		}
		lines = append(lines, wrapped(Text(head)+": ", part)...)
		head = continued
	}
	return lines
}

// wrapped sets a text behind its label, and what the line has no room for behind another
// label, that says so. A word that is longer than a line is parted.
func wrapped(head, text string) []string {
	if length(head) > Width/2 { // a label that leaves no room
		return append(parted(Sentence(head)), wrapped(continued+": ", text)...)
	}
	var lines []string
	line := head
	room := func() int { return Width - length(line) - 1 } // with its full stop
	for _, word := range strings.Fields(text) {
		for line != head && length(word)+1 > room() || length(word) > Width-length(head)-1 {
			if line == head { // a word that no line holds
				cut := cutAt(word, room())
				line, word = line+word[:cut], word[cut:]
			}
			lines = append(lines, strings.TrimRight(line, " "))
			head = continued + ": "
			line = head
		}
		if word == "" {
			continue
		}
		if line != head {
			line += " "
		}
		line += word
	}
	if line != head {
		lines = append(lines, line)
	}
	if n := len(lines) - 1; n >= 0 && !ends(lines[n]) {
		lines[n] += "."
	}
	return lines
}

// cutAt gives how many bytes so many characters take.
func cutAt(s string, characters int) int {
	n := 0
	for i := range s {
		if n++; n > characters {
			return i
		}
	}
	return len(s)
}

func length(s string) int { return utf8.RuneCountInString(s) }

// Numbered says a choice behind its number: "2. The action plan: 8 actions, 7 late."
func Numbered(number, text string) []string {
	said := Sentence(Text(text))
	if length(number)+2+length(said) <= Width {
		return []string{number + ". " + said}
	}
	if lines := wrapped(number+". ", said); strings.Contains(lines[0], ": ") {
		return lines
	}
	return wrapped("Choice "+number+": ", said)
}
