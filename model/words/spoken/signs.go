package spoken

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"wres/model/words"
)

// sign is a sign, or several, with the words that are said in its place.
type sign struct{ written, said string }

// signs are looked for in their order: what is longer, or has numbers beside it, first.
// A number behind a minus lies so much lower; a minus that stands between names takes one
// from the other.
var signs = []sign{
	{`hidden to protect people \[c\]`, "hidden to protect people"},
	{`\[c\] stands for`, "Hidden stands for"},
	{`\[c\]:`, "Hidden are:"},
	{`\[c\]`, "hidden"},
	{`\bn/a\b`, "not available"},
	{`\b95% CI\b`, "95 percent confidence interval"},
	{`\bCI\b`, "confidence interval"},
	{`\bp\s*<\s*(\d)`, "p below $1"},
	{`\bp\s*=\s*(\d)`, "p of $1"},
	{`(\d%?)\*`, "$1, incomplete"},
	{`−(\d[\d.,]*) to (\d[\d.,]*)`, "lower by $1 to higher by $2"},
	{`(^|[^\w)])[−–]\s?(\d[\d,.]*(?:%| percentage points)?)`, "${1}lower by $2"},
	{`(\d)\s*–\s*(\d)`, "$1 to $2"},
	{`\s*−\s*`, " less "},
	{`\s+[–—]\s+`, ", "},
	{`[–—‐‑‒―]`, "-"},
	{`(^|[\s(])\+(\d)`, "${1}plus $2"},
	{`\s\+\s`, " plus "},
	{`±\s*`, "plus or minus "},
	{`\s*÷\s*`, " divided by "},
	{`(\d|\)) / (\d|\()`, "$1 divided by $2"},
	{`\s*[×✕✖]\s*`, " times "},
	{`(\d)\s*%`, "$1 percent"},
	{`\s*%`, " percent"},
	{`(\d[\d.,]*) percent to (\d[\d.,]*) percent`, "$1 to $2 percent"},
	{`\s*‰`, " per thousand"},
	{`\s*(?:≤|<=)\s*`, " at most "},
	{`\s*(?:≥|>=)\s*`, " at least "},
	{`\s*(?:≠|!=)\s*`, " is not "},
	{`\s*[≈~]\s*(\d)`, " about $1"},
	{`(^|\s)<\s*(\d)`, "${1}below $2"},
	{`(^|\s)>\s*(\d)`, "${1}above $2"},
	{`\s+=\s+`, " is "},
	{`\s*(?:→|⇒|->)\s*`, " to "},
	{`\s*(?:…|\.\.\.)\s*$`, ", and so on"},
	{`(\w)\s*(?:…|\.\.\.)`, "$1, and so on,"},
	{`…|\.\.\.`, " and so on "},
	{`\s*[·•‣▪●◦]\s*`, ", "},
	{`\s+&\s+`, " and "},
	{`[“”„«»]`, `"`},
	{`[‘’‚′]`, "'"},
	{`²`, " squared"},
	{`√`, "the square root of "},
	{`Σ|∑`, "the sum of "},
	{`½`, " a half"},
}

// readings are the signs, compiled when the first text is said.
var readings = sync.OnceValue(func() []*regexp.Regexp {
	all := make([]*regexp.Regexp, len(signs))
	for i, s := range signs {
		all[i] = regexp.MustCompile(s.written)
	}
	return all
})

// Text gives a text on one line with words in place of signs. What has no word for it and
// draws something is left out.
func Text(s string) string {
	s = unjoined(s)
	if hasSigns(s) {
		for i, reading := range readings() {
			s = reading.ReplaceAllString(s, signs[i].said)
		}
		s = strings.Map(drawn, s)
	}
	s = strings.Join(strings.Fields(s), " ")
	for _, mended := range []sign{{" ,", ","}, {",,", ","}, {"( ", "("}, {" )", ")"}, {",.", "."}, {",:", ":"}, {",;", ";"}} {
		s = strings.ReplaceAll(s, mended.written, mended.said)
	}
	return s
}

// hasSigns reports whether a text has any character that may stand in place of a word.
func hasSigns(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= unicode.MaxLatin1+1 || r > unicode.MaxASCII && !unicode.IsLetter(r) || r < ' ' || strings.ContainsRune("%<>=+~*&/[", r)
	}) || strings.Contains(s, "...") || strings.Contains(s, "->") || strings.Contains(s, "CI")
}

// drawn puts a space in place of what draws a line, a bar or an arrow, and of what acts on a
// terminal. Text of files is cleaned before it gets here.
func drawn(r rune) rune {
	switch {
	case r < ' ', unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
		return ' '
	case r > unicode.MaxASCII && unicode.Is(unicode.Sm, r), r >= 0x2190 && r <= 0x21ff, r >= 0x2500 && r <= 0x25ff, r >= 0x2700 && r <= 0x27ef:
		return ' '
	}
	return r
}

// joiner stands for a space inside the words for a group, so that words.Voice shortens none
// to its initials: a private character, which no text has once it is cleaned.
const joiner = "\ue000"

func unjoined(s string) string { return strings.ReplaceAll(s, joiner, " ") }

// Clean makes of what cleans a text one that knows the words for groups.
func Clean(clean func(string) string) func(string) string {
	return func(s string) string { return clean(unjoined(s)) }
}

// Sentence gives a clause its capital and its full stop.
func Sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || ends(s) {
		return words.Capital(s)
	}
	return words.Capital(strings.TrimRight(s, ",;- ")) + "."
}

// ends reports whether a text ends as a sentence does, or as the label of what follows it.
func ends(s string) bool {
	s = strings.TrimRight(s, `"')`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ":")
}
