package cells

import (
	"slices"
	"strings"
	"unicode"
)

// Sense is what the heading of a column of numbers says that they are.
type Sense struct {
	Percent bool // percentages
	Trait   bool // of one person or thing: an age, a code, a date
	Other   bool // of something else than the people of a group: vacancies, last year, FTE
	Counted bool // it says that something is counted
	People  bool // of people, and no word says which: "Total", "Sum of Headcount"
}

// Words of headings. A stem stands for all words that begin with it.
var (
	percentStems = []string{"%", "pct", "percent*", "proportion*", "share", "rate"}
	traitStems   = []string{"age", "code", "id", "ref", "reference", "date", "year", "month", "week", "day", "hour", "service", "tenure", "salary", "spine", "point", "step",
		"increment", "position", "centre", "center", "postcode", "phone", "telephone", "ext", "extension", "length", "years", "yrs", "score", "level", "sequence", "seq", "order", "rank", "row", "index"}
	otherStems = []string{"turnover", "establish*", "budget*", "fund*", "target*", "plan*", "forecast*", "previous", "prior", "last", "next", "change*", "diff*", "gap*",
		"varia*", "increase*", "decrease*", "fte", "wte", "bank", "agency", "sick*", "absence*", "male", "female", "men", "women", "disab*", "population", "census", "average", "mean", "median", "weight*",
		"base", "eligib*", "bed", "ward", "cost*"}
	eventStems = []string{"vacanc*", "leaver*", "starter*", "joiner*", "applic*", "applied", "candidate*", "shortlist*", "longlist*", "appoint*", "interview*", "case*", "investigat*", "grievance*",
		"disciplin*", "attend*", "respon*", "post"}
	countStems  = []string{"total", "sum", "count", "number", "no", "nos", "num", "n", "#", "headcount", "hc", "head", "how", "quantity", "qty", "frequency", "freq", "volume", "figure", "grand"}
	peopleStems = []string{"staff", "people", "person", "employee", "member", "workforce", "colleague", "individual"}
	fillers     = []string{"of", "the", "in", "at", "on", "and", "all", "many", "overall", "distinct", "unique", "assignment", "total", "post"}
)

// SenseOf reads a heading.
func SenseOf(heading string) Sense {
	words := Words(heading)
	s := Sense{People: len(words) > 0}
	inPost := false // "staff in post" are no posts
	for i, w := range words {
		of := func(stems []string) bool { return isOf(w, stems) }
		inPost = w == "post" && i > 0 && words[i-1] == "in"
		s.Percent = s.Percent || of(percentStems)
		s.Trait = s.Trait || of(traitStems)
		event := of(eventStems) && !inPost
		s.Other = s.Other || of(otherStems) || event
		s.Counted = s.Counted || of(countStems) || of(peopleStems) || event
		s.People = s.People && (of(countStems) || of(peopleStems) || of(fillers) && (w != "post" || inPost))
	}
	s.People = s.People && s.Counted && !s.Other
	return s
}

// isOf reports whether a word, in the plural or not, is one of some; "*" is for any end.
func isOf(word string, stems []string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool {
		beginning, open := strings.CutSuffix(stem, "*")
		return word == stem || word == stem+"s" || open && strings.HasPrefix(word, beginning)
	})
}

// wordSigns makes words of the signs that are words.
var wordSigns = strings.NewReplacer("%", " % ", "#", " # ")

// Words cuts a heading into words in lower case; a % or # is one.
func Words(heading string) []string {
	spaced := wordSigns.Replace(strings.ToLower(heading))
	return strings.FieldsFunc(spaced, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%' && r != '#' })
}
