package ethnic

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// labelWords are the words of a label and the signs before each.
type labelWords struct {
	words   []string // in lower case
	written []string
	before  []string
}

// wordsOf takes a label apart at all that is neither letter nor digit.
func wordsOf(label string) labelWords {
	var l labelWords
	for label != "" {
		at := strings.IndexFunc(label, isWord)
		if at < 0 {
			break
		}
		end := strings.IndexFunc(label[at:], func(r rune) bool { return !isWord(r) })
		if end < 0 {
			end = len(label) - at
		}
		word := label[at : at+end]
		l.words, l.written, l.before = append(l.words, strings.ToLower(word)), append(l.written, word), append(l.before, label[:at])
		label = label[at+end:]
	}
	return l
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// from and to cut the label at a word.
func (l labelWords) from(i int) labelWords {
	return labelWords{l.words[i:], l.written[i:], l.before[i:]}
}
func (l labelWords) to(i int) labelWords {
	return labelWords{l.words[:i], l.written[:i], l.before[:i]}
}

// key is how the label stands in a table: without "and" between its words, which is a
// sign as often.
func (l labelWords) key() string {
	var b strings.Builder
	for i, w := range l.words {
		if w == "and" && i > 0 && i < len(l.words)-1 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// without gives the label without words of a set at its two ends.
func (l labelWords) without(set map[string]bool) labelWords {
	for len(l.words) > 1 && set[l.words[0]] {
		l = l.from(1)
	}
	for len(l.words) > 1 && set[l.words[len(l.words)-1]] {
		l = l.to(len(l.words) - 1)
	}
	return l
}

// joined reports whether word i is set beside the one before it, as a thing of its own:
// "White/Nepalese" where "White - Nepalese" says which White.
func (l labelWords) joined(i int) bool { return strings.ContainsAny(l.before[i], `/&+,;|\`) }

// parted reports whether a sign stands before word i.
func (l labelWords) parted(i int) bool { return strings.TrimSpace(l.before[i]) != "" && !l.joined(i) }

// only reports whether all words match, some of them need.
func (l labelWords) only(all, need map[string]bool) bool {
	return !slices.ContainsFunc(l.words, func(w string) bool { return !all[w] && !need[w] }) &&
		slices.ContainsFunc(l.words, func(w string) bool { return need[w] })
}

// wordSet makes a set of the words of a text when it is first asked for.
func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(words) {
			set[w] = true
		}
		return set
	})
}
