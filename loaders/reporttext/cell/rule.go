package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wres/model"
	"wres/model/pattern"
)

// What holds digits and is no figure. The rule stands in this one place:
//
//   - years, and spans of them: 2024, 2023/24, 2022-2023;
//   - dates and times of day: 31 March 2024, 01/04/2023, 1st, 09:30;
//   - spans of time: 12 months, three-year spans in digits;
//   - numbers that name something: page 3, indicator 2, band 8a, bands 1-9, cluster 4, action 5,
//     appendix 1, a number at the start of a list's point;
//   - the level of an interval: 95% confidence interval, 95% CI;
//   - digits within a word, an address of the web or of mail, or a telephone number: 8a, WRES2024;
//   - marks of what the screen must not be sent: <U+001B>.
//
// Page numbers alone on a line, and those of a table of contents, are left out by the reader
// of lines, which sees where they stand; so are footnote marks, which it takes off.
var noFigures = pattern.Of(strings.Join(append([]string{
	`<(?:u\+|0x)[0-9a-f]{2,6}>`,
	`\b(?:https?://|www\.)[^ ]+`,
	`[^ ]+@[^ ]+\.[a-z]+`,
	`\b[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? ` + model.MonthWords + `\b(?:,? ?(?:(?:19|20)[0-9]{2}\b|[0-9]{2}\b))?`,
	`\b` + model.MonthWords + `\b[- .,']*(?:(?:19|20)[0-9]{2}|[0-9]{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)[0-9]{2})?)\b`,
	`\bfy ?(?:20)?[0-9]{2}(?:[/–-][0-9]{2})?\b`,
	`\b(?:19|20)[0-9]{2} ?(?:to|and) ?(?:(?:19|20)[0-9]{2}|[0-9]{2})\b`,
	`\b[0-9]{1,3}(?:st|nd|rd|th)\b`,
	`\b[0-9]{1,3}[ -](?:months?|years?|weeks?|days?|hours?)\b`,
	`\b(?:` + named + `)s ?[0-9]{1,3}[a-d]?(?:(?: ?[–,-] ?| to | and | or | & )[0-9]{1,3}[a-d]?)*\b`,
	`\b(?:` + named + `)(?:es|s)? ?(?:no\.?|number|#)? ?[0-9]{1,3}[a-d]?(?:(?: ?[–-] ?| to )[0-9]{1,3}[a-d]?)?\b`,
	`\b9[059](?:\.[0-9])?% (?:ci|confidence)\b`,
}, digitsOnly...), `|`))

// digitsOnly are the forms of the rule that have no letter: dates, times of day, spans of
// years and telephone numbers.
var digitsOnly = []string{
	`\b[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{4}|[0-9]{2})\b`,
	`\b[0-9]{1,2}:[0-9]{2}\b`,
	`\b(?:19|20)[0-9]{2} ?[/–-] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})\b`,
	`\b[0-9]{2}/[0-9]{2}\b`,
	`\b0[0-9]{2,4} ?[0-9]{3,4} ?[0-9]{3,4}\b`,
}

// noFiguresInDigits is noFigures for a text without letters.
var noFiguresInDigits = pattern.Of(strings.Join(digitsOnly, `|`))

// named are words before a number that names something.
const named = `page|p|indicator|wres indicator|metric|wres|band|afc band|pay band|cluster|tier|grade|level|action|objective|priority|goal|aim|step|stage|phase|pillar|theme|` +
	`standard|appendix|annex|table|figure|fig|chart|graph|box|section|chapter|part|paragraph|para|item|question|q|note|footnote|ref|version|v|issue|domain|` +
	`recommendation|high impact action|hia|covid|agenda item|row|column|line|condition|clause|bands`

// yearAlone is a year that stands by itself.
var yearAlone = pattern.Of(`^(?:19[5-9]|20)[0-9]{2}$`)

// listNumber is the number of a point in a list.
var listNumber = pattern.Of(`^ *(?:\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.):]|\(?[0-9]{1,2}\))(?: |$)`)

// digits are the numbers of a text, with what belongs to them.
var digits = pattern.Of(`[0-9]+(?:[.,][0-9]+)*`)

// Figures lists the numbers of a text that may be figures, under the rule above.
func Figures(text string) []string {
	if !hasDigit(text) {
		return nil
	}
	text = strings.ToLower(text)
	if c := strings.TrimLeft(text, " "); c[0] == '(' || c[0] >= '0' && c[0] <= '9' {
		text = listNumber().ReplaceAllString(text, " ")
	}
	text = without(text)
	var all []string
	for _, at := range digits().FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		before, _ := utf8.DecodeLastRuneInString(text[:at[0]])
		after, _ := utf8.DecodeRuneInString(text[at[1]:])
		percent := strings.HasPrefix(strings.TrimLeft(text[at[1]:], " "), "%")
		switch {
		case unicode.IsLetter(before), unicode.IsLetter(after) && !unit(text[at[1]:]):
		case yearAlone().MatchString(word) && !percent:
		default:
			all = append(all, word)
		}
	}
	return all
}

// without puts a mark in place of what is no figure. Where it seems to end within a number
// ("bands 8a and 10.0%"), its last number is left.
func without(text string) string {
	expr := noFigures
	if !hasLetter(text) {
		if !strings.ContainsAny(text, "/:.–-") && !strings.HasPrefix(text, "0") {
			return text
		}
		expr = noFiguresInDigits
	}
	places := expr().FindAllStringIndex(text, -1)
	if len(places) == 0 {
		return text
	}
	var b strings.Builder
	from := 0
	for _, at := range places {
		end := at[1]
		if goesOn().MatchString(text[end:]) {
			end = at[0] + strings.LastIndexFunc(text[at[0]:end], func(r rune) bool { return !unicode.IsDigit(r) }) + 1
		}
		b.WriteString(text[from:at[0]])
		b.WriteString(" \x00 ")
		from = max(from, end)
	}
	b.WriteString(text[from:])
	return b.String()
}

// goesOn is what stands behind a number that is not at its end, or behind a percentage.
var goesOn = pattern.Of(`^(?:[.,][0-9]| ?%)`)

// unit reports whether a text begins with letters that are the unit of a number before it.
func unit(text string) bool {
	return units().MatchString(text)
}

var units = pattern.Of(`^(?:x|pp|ppts?|pts?|percent)\b`)

// hasDigit reports whether a text has a digit.
func hasDigit(text string) bool {
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			return true
		}
	}
	return false
}
