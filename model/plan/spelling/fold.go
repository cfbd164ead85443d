// Package spelling knows that people write the same thing in several ways: texts go in,
// their common form comes out, and what was written before comes out once, for a form to
// offer. It knows no plan.
package spelling

import (
	"strings"
	"sync"
	"unicode"
)

// Fold gives a text as it is searched and sorted: without case, accents and
// surplus spaces. The Latin letters of European names are known; any other
// letter stands for itself.
func Fold(text string) string {
	var b strings.Builder
	for _, word := range strings.Fields(text) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		for _, r := range word {
			r = unicode.ToLower(r)
			switch plain, accented := plainLetters()[r]; {
			case accented:
				b.WriteString(plain)
			case unicode.Is(unicode.Mn, r): // an accent written as a character of its own
			default:
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// plainLetters gives the plain letters of each accented one.
var plainLetters = sync.OnceValue(func() map[rune]string {
	table := map[rune]string{}
	for plain, letters := range map[string]string{
		"a": "àáâãäåāăąǎ", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįıǐ",
		"j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőǒ", "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț",
		"u": "ùúûüũūŭůűųǔ", "w": "ŵẁẃẅ", "y": "ýÿŷỳ", "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
		"'": "’‘ʼ", "-": "‐‑–—", "\"": "“”",
	} {
		for _, letter := range letters {
			table[letter] = plain
		}
	}
	return table
})
