package kinds

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"wres/loaders/labels"
)

// nameWords cuts a file's name into words of letters, and the same without
// breaks, for words such as "NHS Jobs".
func nameWords(name string) []string {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	words := strings.FieldsFunc(stem, func(r rune) bool { return !unicode.IsLetter(r) })
	return append(words, strings.Join(words, ""))
}

// NameHas reports whether a word of the file's name begins with word.
func NameHas(name, word string) bool {
	return slices.ContainsFunc(nameWords(name), func(w string) bool { return strings.HasPrefix(w, word) })
}

// Named reports whether the file's name holds a word of the kind.
func (e *Extract) Named(name string) bool {
	return slices.ContainsFunc(append(slices.Clone(e.Words), e.Weak...), func(w string) bool { return NameHas(name, w) })
}

// NameWith gives a file's name with the kind before it.
func (e *Extract) NameWith(name string) string {
	return strings.ReplaceAll(e.Kind, " ", "-") + "-" + labels.Shown(name)
}

// listEndings may be written to the word that says what a file lists.
var listEndings = []string{"", "list", "listing", "record", "data", "extract", "export", "report", "tracker", "log", "register", "return", "member"}

// isWord reports whether a word of a file's name is a given word, in the plural or not,
// and not only begins with it as a proper name may.
func isWord(word, given string) bool {
	rest, ok := strings.CutPrefix(word, given)
	if !ok {
		return false
	}
	return slices.ContainsFunc(listEndings, func(ending string) bool {
		return slices.ContainsFunc([]string{"", "s", "es"}, func(plural string) bool {
			return rest == ending || rest == plural+ending || rest == ending+"s"
		})
	})
}

// pairedWords gives the words of a file's name, and each two that stand together as one.
func pairedWords(name string) []string {
	words := nameWords(name)
	words = words[:len(words)-1]
	for i := range len(words) - 1 {
		words = append(words, words[i]+words[i+1])
	}
	return words
}

// WordIn gives the word of a file's name that is one of some, or "".
func WordIn(name string, given []string) string {
	for _, word := range pairedWords(name) {
		if slices.ContainsFunc(given, func(g string) bool { return isWord(word, g) }) {
			return word
		}
	}
	return ""
}

// CalledIn gives the word of a file's name that says it is such a list, or "".
func (e *Extract) CalledIn(name string) string {
	if e.List == nil {
		return ""
	}
	return WordIn(name, e.List.Called)
}

// staffWords are beginnings of words in a file's name that say it holds staff in post.
var staffWords = []string{"staff", "esr", "workforce", "sip", "employees", "inpost"}

// StaffWord gives the word of a file's name that says it holds staff, or "". What is
// written to the word may be anything but the rest of a county's name.
func StaffWord(name string) string {
	for _, word := range pairedWords(name) {
		if slices.ContainsFunc(staffWords, func(w string) bool { return strings.HasPrefix(word, w) }) && !strings.HasPrefix(word, "stafford") {
			return word
		}
	}
	return ""
}

// NotInPost are words in a file's name that tell of other rows than those of staff in
// post on one day.
var NotInPost = []string{"leaver", "starter", "joiner", "turnover", "termination", "survey", "sickness", "absence", "grievance", "appraisal", "appointment", "shortlist", "shortlisting", "interview", "promotion", "dismissal", "vacancy", "vacancie", "complaint"}
