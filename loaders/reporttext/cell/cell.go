package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wres/model"
	"wres/model/pattern"
)

// Form is what a printed figure looks like.
type Form uint8

// The forms.
const (
	Words   Form = iota // no number: "Data unavailable", "<5", "*"
	Whole               // "376", "1,625"
	Decimal             // "1.89"
	Percent             // "17.7%", "12 %"
	PartOf              // "1 of 15"
	Points              // "+1.2 percentage points"
)

// Item is one figure of a cell.
type Item struct {
	Text     string // as it is printed: "17.86%"
	Form     Form
	Number   model.PrintedNumber
	IsNumber bool   // Text is one number, that can be read in one way
	Beside   string // the words of the cell that belong to it: "White", "ED"
}

// Cell is what a cell holds.
type Cell struct {
	Items []Item
	// Story says that it holds words to be read as sentences, with or without figures.
	Story bool
	// Blank: nothing, or a sign that there can be no figure.
	Blank bool
}

// The forms of a figure in a cell, the longer before the shorter. A number may hold commas
// and points in any way: which of them can be read is told later.
const (
	number = `[0-9]+(?:[.,][0-9]+)*|\.[0-9]+`
	sign   = `(?:[-−–+] ?)?`
)

var (
	figure = pattern.Of(`(?i)` + strings.Join([]string{
		`(?:` + number + `) ?(?:\(? ?(?:out )?of (?:the |a total of )?|/ ?)(?:` + number + `)`, // a part of a whole
		sign + `(?:` + number + `) ?(?:[-–]|to) ?(?:` + number + `) ?%?`,                       // from, to
		`(?:[<>≤≥~]|&[lg]t;)=? ?(?:` + number + `) ?%?`,
		`\b(?:fewer|less|more|greater) than (?:` + number + `|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\b ?%?`,
		`\b(?:under|below|over|above|at least|at most|up to) (?:` + number + `|five|ten)\b ?%?`,
		sign + `(?:` + number + `) ?(?:%(?: ?points?)?|pp\b|ppts?\b|(?:percentage )?points?\b)`,
		sign + `(?:` + number + `)`,
	}, `|`))
	partOf    = pattern.Of(`(?i)^(` + number + `) ?(?:\(? ?(?:out )?of (?:the |a total of )?|/ ?)(` + number + `)$`)
	fromTo    = pattern.Of(`(?i)[0-9%] ?(?:[-–]|to) ?[.0-9]`)
	thousands = pattern.Of(`^[0-9]{1,3}(?:,[0-9]{3})+$`)
	plain     = pattern.Of(`^[0-9]{1,9}$`)
	yearSpan  = pattern.Of(`^(?:19|20)[0-9]{2}[/–-](?:20)?[0-9]{2}$`)
	date      = pattern.Of(`^[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})$`)
	letter    = pattern.Of(`^\(?[a-z]{1,3}[).:] ?$`)
	// absent are words that stand in a cell in place of a figure.
	absent = pattern.Of(`(?i)^\W*(?:data (?:is |are |was |were )?)?(?:currently |yet )?(?:n/?a|n\.a\.?|nil|none|no data|not? (?:yet |currently )?(?:available|applicable|known|collected|recorded|reported|published|provided|supplied|held|given|calculated|comparable|data)|` +
		`unavailable|withheld|suppressed|redacted|missing|pending|tbc|to be confirmed|no (?:staff|cases?|figures?|information)(?: \w+)?)\b[^0-9]{0,60}$`)
	// mark is a sign in place of a figure.
	mark = pattern.Of(`^(?:\*{1,3}|[-−–—]{1,3}|\.{2,3}|…|#+|~|\[(?:c|x|low|u|s)\]|\(?[csx]\)?|†|‡)$`)
	none = pattern.Of(`^\[?z\]?$`)
	// markBefore is a sign in place of a count, before its percentage.
	markBefore = pattern.Of(`^(\*{1,2}|[-–]) ?[(/]`)
)

// maxWords is how many words a cell with a figure may have: one with more is told, not
// counted.
const maxWords = 9

// Read takes a cell apart. Its text has no marks of Markdown left.
func Read(text string) Cell {
	text = strings.TrimSpace(text)
	switch {
	case text == "", none().MatchString(text):
		return Cell{Blank: true}
	case mark().MatchString(strings.ToLower(text)):
		return Cell{Items: []Item{{Text: text}}}
	case len(text) > 200, yearSpan().MatchString(text):
		return Cell{Story: true}
	}
	places := figuresAt(text)
	switch {
	case len(places) == 0 && absent().MatchString(text):
		return Cell{Items: []Item{{Text: text}}}
	case len(places) == 0, countWords(text) > maxWords, date().MatchString(text), hasLetter(text) && hasDigit(text) && len(Figures(text)) == 0:
		return Cell{Story: true}
	}
	c := Cell{}
	if m := markBefore().FindStringSubmatch(text); m != nil && places[0][0] >= len(m[1]) {
		c.Items = append(c.Items, Item{Text: m[1]})
	}
	beside := besides(text, places)
	for i, at := range places {
		c.Items = append(c.Items, itemOf(strings.TrimSpace(text[at[0]:at[1]]), beside[i], text[:at[0]]))
	}
	return c
}

// figuresAt finds the figures of a cell. A year beside them belongs to their words.
func figuresAt(text string) [][]int {
	var places [][]int
	for from := 0; from < len(text); {
		at := figure().FindStringIndex(text[from:])
		if at == nil {
			break
		}
		begin, end := from+at[0], from+at[1]
		if cut := strings.IndexAny(text[begin:end], "/(oO"); cut > 0 && partOf().MatchString(text[begin:end]) && !yearSpan().MatchString(text[begin:end]) {
			n, whole, slash := strings.Cut(text[begin:end], "/")
			if slash && (strings.HasPrefix(strings.TrimLeft(text[end:], " "), "%") || strings.ContainsAny(n+whole, ".")) {
				end = begin + len(strings.TrimRight(text[begin:begin+cut], " ")) // "376 / 17.7%" is two
			}
		}
		if from = end; !inWord(text, begin, end) {
			places = append(places, []int{begin, end})
		}
	}
	if len(places) < 2 {
		return places
	}
	var kept [][]int
	for _, at := range places {
		before := strings.ToLower(strings.TrimRight(text[:at[0]], " "))
		beside := strings.HasPrefix(text[at[1]:], ":") || strings.HasPrefix(text[at[1]:], ")") && strings.HasSuffix(before, "(") || strings.HasSuffix(before, " in")
		if !(yearAlone().MatchString(text[at[0]:at[1]]) && beside) {
			kept = append(kept, at)
		}
	}
	return kept
}

// inWord reports whether digits are a part of a word: "8a".
func inWord(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	first, _ := utf8.DecodeRuneInString(text[from:])
	last, _ := utf8.DecodeLastRuneInString(text[:to])
	return unicode.IsLetter(before) && unicode.IsDigit(first) || unicode.IsDigit(last) && unicode.IsLetter(after) && !unit(strings.ToLower(text[to:]))
}

// besides gives each figure of a cell the words that belong to it: those before it where the
// cell begins with words, else those behind.
func besides(text string, places [][]int) []string {
	all := make([]string, len(places))
	first := strings.Trim(text[:places[0][0]], " (:;,–-")
	leads := (hasLetter(first) || strings.HasSuffix(strings.TrimRight(text[:places[0][0]], " "), ":")) && !letter().MatchString(strings.TrimLeft(text[:places[0][0]], " "))
	forNext := "" // "2.45 (2023: 1.89)": words that announce the figure behind them
	for i, at := range places {
		from, to := 0, len(text)
		if leads {
			if i > 0 {
				from = places[i-1][1]
			}
			to = at[0]
		} else {
			from = at[1]
			if i+1 < len(places) {
				to = places[i+1][0]
			}
		}
		words := text[from:to]
		all[i] = strings.Trim(words, " ():;,=|/–-")
		if !leads {
			if forNext != "" && all[i] == "" {
				all[i] = forNext
			}
			forNext = ""
			if i+1 < len(places) && strings.HasSuffix(strings.TrimRight(words, " "), ":") {
				all[i], forNext = "", all[i]
				continue
			}
		}
		if leads && i > 0 && all[i] == "" { // "White: 12 (6.48%)"
			all[i] = all[i-1]
		}
	}
	if !leads { // "12 (6.48%) White"
		for i := len(all) - 2; i >= 0; i-- {
			if all[i] == "" && hasLetter(all[i+1]) && together(text, places[i][1], places[i+1][0]) {
				all[i] = all[i+1]
			}
		}
	}
	return all
}

// together reports whether two figures stand beside each other as one: "12 (6.48%)".
func together(text string, from, to int) bool {
	return strings.Trim(text[from:to], " (/,") == ""
}

// itemOf makes a figure of its text; before is the text of the cell before it.
func itemOf(text, beside, before string) Item {
	item := Item{Text: text, Beside: beside}
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "–") {
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " ")); r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' || r == ')') {
			item.Text = strings.TrimLeft(strings.TrimLeft(text, "-–"), " ") // a dash between words and a figure
			text = item.Text
		}
	}
	if m := partOf().FindStringSubmatch(text); m != nil && !yearSpan().MatchString(text) {
		return part(item, m[1], m[2])
	}
	low := strings.ToLower(text)
	switch {
	case fromTo().MatchString(text), strings.ContainsAny(text[:1], "<>~"), strings.HasPrefix(text, "≤"), strings.HasPrefix(text, "≥"), low[0] >= 'a' && low[0] <= 'z':
		return item
	}
	item.Number, item.IsNumber = model.ParsePrinted(text)
	switch {
	case strings.HasSuffix(low, "%"):
		item.Form = Percent
	case strings.HasSuffix(low, "p"), strings.HasSuffix(low, "t"), strings.HasSuffix(low, "s"):
		item.Form = Points
		item.Number, item.IsNumber = model.ParsePrinted(strings.Replace(text, "%", "", 1))
	case plain().MatchString(text), thousands().MatchString(text):
		item.Form = Whole
	case item.IsNumber && item.Number.Decimals == 0: // "+5"
		item.Form = Whole
	default:
		item.Form = Decimal
	}
	return item
}

// part makes a figure of a part and its whole.
func part(item Item, n, of string) Item {
	item.Form = PartOf
	whole := func(s string) bool { return plain().MatchString(s) || thousands().MatchString(s) }
	if whole(n) && whole(of) {
		item.Number, item.IsNumber = model.ParsePrinted(n + " of " + of)
	}
	if strings.Count(item.Text, "(") > strings.Count(item.Text, ")") {
		item.Text += ")" // "1 (out of 15)": the figure's own bracket
	}
	return item
}

func countWords(text string) int {
	n := 0
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if utf8.RuneCountInString(w) > 1 {
			n++
		}
	}
	return n
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
