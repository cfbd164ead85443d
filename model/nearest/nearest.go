// Package nearest finds what a text that nobody knows most likely means: the text of a
// file and the names of the meanings that there are go in, and their order out, with
// whether the first is near enough to be suggested.
//
// It goes by words. A text is near a name where each word of the one stands in the other,
// whole, cut short or with a slip of the fingers: "Wht Brit" is near White British, and
// "White & Other" is near nothing, since no name has just these words. So what a denial, a
// second group or a further word turns into something else is never suggested.
package nearest

import (
	"slices"
	"strings"
	"unicode"
)

// Order is the places of the meanings, the nearest first.
type Order struct {
	Places []int // of those that share a word with the text; the others are left out
	// Near reports that the first is near enough to be suggested, and no other is as near.
	Near  bool
	Words []string // of the text that its name shares, in small letters
}

// Meanings are what a text can mean: of each its names, and of a name its words.
type Meanings [][][]string

// New gives the meanings of these names: of each what it is called, and what else it is
// known as.
func New(names [][]string) Meanings {
	all := make(Meanings, len(names))
	for i, called := range names {
		for _, name := range called {
			all[i] = append(all[i], wordsOf(name))
		}
	}
	return all
}

// Of orders the meanings by how near their names are to a text.
func (m Meanings) Of(text string) Order {
	type scored struct {
		place int
		fit
	}
	var all []scored
	of := wordsOf(text)
	for i, called := range m {
		best := fit{}
		for _, name := range called {
			if f := compare(of, name); f.better(best) {
				best = f
			}
		}
		if best.score > 0 {
			all = append(all, scored{i, best})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		switch {
		case a.better(b.fit):
			return -1
		case b.better(a.fit):
			return 1
		}
		return 0
	})
	order := Order{}
	for _, s := range all {
		order.Places = append(order.Places, s.place)
	}
	if len(all) > 0 {
		order.Near = all[0].whole && (len(all) == 1 || !all[1].whole || all[0].score > all[1].score)
		order.Words = all[0].shared
	}
	return order
}

// fit is how a text and a name go together.
type fit struct {
	whole  bool    // each word of the one is in the other
	score  float64 // of the words of both, the share that is in the other
	shared []string
}

func (f fit) better(than fit) bool {
	if f.whole != than.whole {
		return f.whole
	}
	return f.score > than.score
}

// compare looks for each word of a text in a name, and the other way round.
func compare(text, name []string) fit {
	if len(text) == 0 || len(name) == 0 {
		return fit{}
	}
	f := fit{whole: true}
	ofName := make([]float64, len(name)) // how near the nearest word of the text is to each
	for _, w := range text {
		best := 0.0
		for i, n := range name {
			near := alike(w, n)
			best, ofName[i] = max(best, near), max(ofName[i], near)
		}
		if best > 0 {
			f.shared = append(f.shared, w)
		}
		f.whole = f.whole && best > 0
		f.score += best
	}
	for _, best := range ofName {
		f.whole = f.whole && best > 0
		f.score += best
	}
	f.score /= float64(len(text) + len(name))
	return f
}

// asides are words that say nothing of which meaning is meant.
var asides = []string{"any", "background", "of", "the", "or", "uk", "desc", "description"}

var signs = strings.NewReplacer("&", " and ", "+", " and ", "%", " percent ", "#", " number ", "<", " less ", ">", " more ")

// wordsOf cuts a text into words in small letters, without asides, unless it is nothing
// else. Signs that join or count are words: what they do is not to be overlooked.
func wordsOf(text string) []string {
	text = signs.Replace(strings.ToLower(text))
	all := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	telling := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(asides, w) })
	if len(telling) == 0 {
		return all
	}
	return telling
}

// alike is how much a word of a text is a word of a name: 1 where they are the same, less
// where it is cut short, written without vowels or mistyped, and 0 where it is another.
// Numbers are the same or not: band 8a is as far from 8b as from 1.
func alike(word, name string) float64 {
	const inflected, short, mistyped = 0.95, 0.85, 0.8
	w, n := []rune(word), []rune(name)
	switch {
	case word == name:
		return 1
	case len(w) < 3 || len(n) < 4 || w[0] != n[0] || strings.ContainsFunc(word+name, unicode.IsDigit):
		return 0
	case word+"s" == name || name+"s" == word:
		return inflected
	case strings.HasPrefix(name, word) && 2*len(w) >= len(n) || word == withoutVowels(name):
		return short
	case slip(w, n):
		return mistyped
	}
	return 0
}

func withoutVowels(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("aeiou", r) {
			return -1
		}
		return r
	}, word)
}

// slip reports whether a word is another that was mistyped. In a short word one letter
// is missing, too many, or out of turn; another letter in its place would make it another
// word, as Black and blank are.
func slip(word, name []rune) bool {
	const long, longer = 7, 9
	size := min(len(word), len(name))
	switch {
	case size < 5:
		return false
	case size >= longer:
		return Distance(word, name) <= 2
	case size >= long || len(word) != len(name):
		return Distance(word, name) <= 1
	}
	sorted := func(r []rune) []rune { r = slices.Clone(r); slices.Sort(r); return r }
	return Distance(word, name) <= 1 && slices.Equal(sorted(word), sorted(name))
}

// maxCompared bounds the length of words that Distance compares.
const maxCompared = 64

// Distance is the number of letters to insert, delete, replace or swap with the next that
// makes one word of another.
func Distance(a, b []rune) int {
	a, b = a[:min(len(a), maxCompared)], b[:min(len(b), maxCompared)]
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		for j := range rows[i] {
			if i == 0 || j == 0 {
				rows[i][j] = i + j
				continue
			}
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
