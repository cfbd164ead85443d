package people

import (
	"slices"
	"strconv"
	"strings"
)

// noughts are words that say that there is nobody.
var noughts = []string{"0", "no", "none", "nobody", "nought", "zero", "nil"}

// Whole is what words say of a number of people: that none of them are something, or that
// all of them are.
type Whole struct {
	Of   int // the people, more than 0
	None bool
}

// Wholes lists what a text says of whole numbers of people.
func (f Finder) Wholes(text string) []Whole {
	var all []Whole
	s := Split(text)
	for i := range s.Tokens {
		if w, end := f.WholeAt(s, i); end > i {
			all = append(all, w)
		}
	}
	return all
}

// WholeAt reads words that begin at a token and say that none of a number of people are
// something, or all of them: "0 of 8", "no directors among the eight", "0/8", "8 of 8", "all
// eight members". It gives where they end, as At does.
func (f Finder) WholeAt(s Sentence, at int) (w Whole, end int) {
	word := s.Tokens[at].Text
	if part, whole, is := strings.Cut(word, "/"); is {
		n, of := size(part), size(whole)
		return wholeOf(n, of, at, at+1)
	}
	if word == "all" {
		return f.allAt(s, at)
	}
	n := size(word)
	if slices.Contains(noughts, word) {
		n = 0
	}
	if n < 0 || slices.Contains(named, s.before(at)) {
		return w, at
	}
	of := at + 1
	for n == 0 && of < at+most && s.Word(of) != "" && !parts(s.Word(of)) && !isNumber(s.Word(of)) {
		of++ // "no ethnically diverse members of 8"
	}
	if s.Word(of) == "out" {
		of++
	}
	if !parts(s.Word(of)) {
		return w, at
	}
	for i := of + 1; i <= of+most && s.Word(i) != ""; i++ {
		if isNumber(s.Word(i)) && !slices.Contains(named, s.Word(i-1)) {
			return wholeOf(n, size(s.Word(i)), at, i+1)
		}
	}
	return w, at
}

// allAt reads "all eight members" and "all of the 8 members".
func (f Finder) allAt(s Sentence, at int) (w Whole, end int) {
	for i := at + 1; i < at+most; i++ {
		switch word := s.Word(i); {
		case isNumber(word):
			if end = f.counted(s, i+1); end > 0 {
				n := size(word)
				return wholeOf(n, n, at, end)
			}
			return w, at
		case !f.adjectives[word]:
			return w, at
		}
	}
	return w, at
}

// wholeOf gives a whole of which a number is none or all, between two tokens.
func wholeOf(n, of, from, to int) (Whole, int) {
	if of < 1 || n != 0 && n != of {
		return Whole{}, from
	}
	return Whole{of, n == 0}, to
}

// parts reports whether a word stands between a part and its whole.
func parts(word string) bool { return word == "of" || word == "among" || word == "amongst" }

// size reads a number of any size: "0", "eight", "1,863"; -1: the word is none.
func size(word string) int {
	if i := slices.Index(inWords, word); i >= 0 {
		return i + 1
	}
	n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	if err != nil || n < 0 {
		return -1
	}
	return n
}
