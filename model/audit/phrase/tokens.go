package phrase

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wres/model"
)

// Token is a word, a number, a year or a sign of a sentence.
type Token struct {
	from, to int    // bytes of the sentence
	Word     string // in lower case; "" where it is none
	Sign     rune   // a sign that parts words: , ; : ( ) – ; 0 where it is none
	Number   *Number
	Year     model.Year // that it names; 0: none
}

// Number is a figure of a sentence, in millionths.
type Number struct {
	Amount
	Percent bool
	Signed  bool
}

// numerals are the figures of a sentence, and dates that look like some.
var numerals = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:([0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4})|(20[0-9]{2}) ?[/–-] ?(20[0-9]{2}|[0-9]{2})\b|([0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?:(\s?%)|(\s?per cent\b|\s?percent\b))?)`)
})

// tokens takes a sentence apart.
func tokens(text string) []Token {
	var all []Token
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= '0' && r <= '9':
			t := numeral(text, i)
			all = append(all, t)
			i = t.to
		case unicode.IsLetter(r):
			end := i + wordLength(text[i:])
			all = append(all, Token{from: i, to: end, Word: strings.ToLower(text[i:end])})
			i = end
		case strings.ContainsRune(",;:()–—/", r):
			all = append(all, Token{from: i, to: i + size, Sign: r})
			i += size
		default: // hyphens, quotes and the like part words, and say nothing
			i += size
		}
	}
	return all
}

// wordLength gives the bytes of the word, with its digits, that a text begins with.
func wordLength(text string) int {
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '+' {
			return i
		}
	}
	return len(text)
}

// numeral reads what begins with a digit: a year, a number, or a name such as "8a".
func numeral(text string, at int) Token {
	m := numerals().FindStringSubmatchIndex(text[at:])
	word := func(to int) Token { return Token{from: at, to: to, Word: strings.ToLower(text[at:to])} }
	if m == nil {
		return word(at + wordLength(text[at:]))
	}
	end := at + m[1]
	group := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return text[at+m[2*n] : at+m[2*n+1]]
	}
	percent := group(5) != "" || group(6) != ""
	if !percent {
		if next, _ := utf8.DecodeRuneInString(text[end:]); unicode.IsLetter(next) { // 8a, 31st
			return word(end + wordLength(text[end:]))
		}
	}
	if group(1) != "" {
		return word(end)
	}
	if first := group(2); first != "" {
		return Token{from: at, to: end, Year: spanned(first, group(3))}
	}
	return simple(text, at, end, group(4), percent)
}

// spanned gives the WRES year of "2023/24": the one that ends in the second.
func spanned(first, second string) model.Year {
	from, to := Atoi(first), Atoi(second)
	if to < 100 {
		to += from / 100 * 100
	}
	if to != from+1 {
		return 0
	}
	return model.Year(to)
}

// simple reads one number. One that can be read two ways is none, and four digits without
// a sign that can be a year are one.
func simple(text string, at, end int, digits string, percent bool) Token {
	t := Token{from: at, to: end}
	money := at > 0 && strings.HasSuffix(text[:at], "£")
	if rest := text[end:]; money || len(rest) > 1 && rest[0] == ',' && rest[1] >= '0' && rest[1] <= '9' {
		for ; len(rest) > 1 && (rest[0] == ',' || rest[0] == '.') && rest[1] >= '0' && rest[1] <= '9'; rest = text[t.to:] {
			t.to += 1 + wordLength(rest[1:]) // 37,5
		}
		t.Word = digits
		return t
	}
	if len(digits) == 4 && !percent {
		if y := Atoi(digits); y >= 2010 && y <= 2040 {
			t.Year = model.Year(y)
			return t
		}
	}
	a, ok := parseAmount(digits)
	if !ok {
		t.Word = digits
		return t
	}
	t.Number = &Number{Amount: a, Percent: percent}
	if before := strings.TrimRight(text[:at], " "); len(before) == at {
		r, size := utf8.DecodeLastRuneInString(before)
		ahead, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
		if strings.ContainsRune("+-−–", r) && !unicode.IsDigit(ahead) && !unicode.IsLetter(ahead) && ahead != '%' && ahead != ' ' {
			t.Number.Signed = true
		}
		if (r == '+' || r == '-' || r == '−') && ahead == ' ' {
			t.Number.Signed = true
			t.Number.Minus = r != '+'
		}
	}
	return t
}

func Atoi(digits string) int {
	n := 0
	for _, r := range digits {
		if r < '0' || r > '9' || n > 1e8 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}
