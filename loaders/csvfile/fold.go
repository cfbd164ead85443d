package csvfile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold returns the form of a column name or label in which two that mean the same
// are equal: without regard to case, spaces, underscores, hyphens and dashes,
// invisible characters (a byte order mark among them) and the ways to write an
// accent. "Pay_Band", "pay band" and "PAY-BAND" are all "payband". Between two
// digits what divides them stays, as one hyphen: "1-7" and "17" differ, "2023-24"
// and "2023 24" do not. Fold of the result is itself. It is for matching, never for
// the screen: see [Clean].
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	if s = joined(s); isPlain(s) {
		return strings.ToLower(s)
	}
	// Unicode's canonical caseless form: folding can undo a normalisation, so it
	// stands between two. Most text is settled after one round, Greek iotas after two.
	fold := cases.Fold()
	for range 4 {
		next := norm.NFC.String(fold.String(norm.NFD.String(s)))
		if next == s {
			break
		}
		s = next
	}
	return s
}

// foldASCII folds text that is ASCII, as nearly all is, in one go; thousands of names
// and labels are folded before the first row is read.
func foldASCII(s string) (folded string, ok bool) {
	var room [64]byte
	b := room[:0]
	afterDigit, divided := false, false
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		if isDivider(rune(c)) {
			divided = true
			continue
		}
		digit := c >= '0' && c <= '9'
		if digit && afterDigit && divided {
			b = append(b, '-')
		}
		afterDigit, divided = digit, false
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return string(b), true
}

// joined takes spaces, underscores, dashes and invisible characters out of s, but
// leaves a hyphen for spaces and dashes between two digits.
func joined(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	afterDigit, divided := false, false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			// As Clean shows it: bytes that are not UTF-8 must not join into a character.
			fmt.Fprintf(&b, "<0x%02x>", s[i])
			afterDigit, divided = false, false
		case isDivider(r):
			divided = true
		case r > unicode.MaxASCII && (unicode.Is(unicode.Cf, r) || isInvisible(r)):
		default:
			digit := unicode.IsDigit(r)
			if digit && afterDigit && divided {
				b.WriteByte('-')
			}
			afterDigit, divided = digit, false
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// isDivider reports what divides words in column names: spaces, line breaks (Excel
// headers hold them), underscores, hyphens, dashes and the minus sign.
func isDivider(r rune) bool {
	return r == '_' || r == '-' || r == '\u2212' || unicode.IsSpace(r) ||
		r > unicode.MaxASCII && unicode.Is(unicode.Pd, r)
}
