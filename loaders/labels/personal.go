package labels

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/model/pattern"
)

// What is about a person even where a category should stand: a National Insurance
// or another long number, a date, an address of any kind, a title before a name. Compiled
// when first asked for.
var (
	personalShape = pattern.Of(`(?i)[0-9]{3}|[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]\b|[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[a-z]{3,9})[-/. ][0-9]{2}|@|\b[a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2}\b`)
	titledName    = pattern.Of(`(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|sister)\b\.? `)
)

// LooksPersonal reports whether a text has the shape of something about a person.
func LooksPersonal(raw string) bool { return personalShape().MatchString(raw) }

// LooksLikeLabel reports whether a cell may be the label of a category, and can be
// shown to the user to map.
func LooksLikeLabel(raw string) bool {
	s := csvfile.Clean(raw)
	const longest = 80
	if s == "" || utf8.RuneCountInString(s) > longest || personalShape().MatchString(s) || titledName().MatchString(s) {
		return false
	}
	return strings.ContainsFunc(s, unicode.IsLetter) || !strings.ContainsFunc(s, unicode.IsDigit)
}
