package csvfile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	// maxMarks is how many combining marks a base character may carry on the screen.
	maxMarks = 4
	// moreMarks stands for the combining marks that were dropped.
	moreMarks = "<more marks>"
)

// Clean returns s as it may reach the screen, on one line: normalised (NFC),
// trimmed of spaces, each Unicode space an ordinary one. What would act on the
// terminal, hide text or not be seen is shown as a visible mark, and the text
// behind it stays: ESC [2J reads "<U+001B>[2J". Marked are
//
//   - control characters, tabs and line breaks among them;
//   - format, private use and unassigned code points and U+2028, U+2029;
//   - characters that draw nothing: variation selectors, fillers, blank braille;
//   - each byte that is not UTF-8, as "<0xFF>";
//   - a combining mark with nothing before it to combine with.
//
// What makes one emoji of several, or chooses its look, is left out: 👩🚒 for one person
// with two emoji's joiner between them.
//
// Beyond four combining marks on one character the rest is "<more marks>". Dashes
// stay as they are. The result is valid UTF-8, and Clean of it is itself. Plain
// ASCII comes back as it is, without allocation.
func Clean(s string) string {
	s = strings.TrimFunc(s, isSpace)
	if isPlain(s) {
		return s
	}
	return limitMarks(norm.NFC.String(showHidden(s)))
}

// CleanLines cleans text of several lines: LF, CRLF and CR each end a line and
// come back as LF; the rest is as Clean has it, but a line keeps the spaces at its
// start. Blank lines at the text's start and end are dropped.
func CleanLines(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r\n", "\n")
		s = strings.ReplaceAll(s, "\r", "\n")
	}
	lines := strings.Split(s, "\n")
	first, last := len(lines), 0
	for i, line := range lines {
		lines[i] = cleanLine(line)
		if lines[i] != "" {
			first, last = min(first, i), i+1
		}
	}
	if first >= last {
		return ""
	}
	return strings.Join(lines[first:last], "\n")
}

// cleanLine cleans one line and keeps the spaces at its start as ordinary ones.
func cleanLine(line string) string {
	text := strings.TrimLeftFunc(line, isSpace)
	indent := utf8.RuneCountInString(line[:len(line)-len(text)])
	cleaned := Clean(text)
	if cleaned == "" {
		return ""
	}
	return strings.Repeat(" ", indent) + cleaned
}

// isPlain reports whether s is printable ASCII only.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isSpace reports the spaces of Unicode, not tabs, line breaks and separators.
func isSpace(r rune) bool { return r == ' ' || r > unicode.MaxASCII && unicode.Is(unicode.Zs, r) }

// showHidden puts a visible mark in place of all that must not reach the screen.
func showHidden(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	based := false  // a combining mark here would have something to combine with
	last := rune(0) // that stands as it is
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if joinsEmoji(last, r, s[i+size:]) {
			i += size
			continue
		}
		last = 0
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, "<0x%02X>", s[i])
			based = false
		case isSpace(r):
			b.WriteByte(' ')
			based = true
		case isHidden(r), isExtender(r) && !based:
			// A mark shown this way is no base: U+0338 behind its ">" would change it.
			fmt.Fprintf(&b, "<U+%04X>", r)
			based = false
		default:
			b.WriteRune(r)
			based, last = true, r
		}
		i += size
	}
	return b.String()
}

// joinsEmoji reports whether a character only makes one emoji of its neighbours, or chooses
// how the one before it looks.
func joinsEmoji(before, r rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch r {
	case 0x200d: // zero width joiner
		return isPicture(before) && isPicture(next)
	case 0xfe0e, 0xfe0f: // as text, as a picture
		return isPicture(before) || next == 0x20e3 && strings.ContainsRune("0123456789#*", before) // a key of a telephone
	}
	return false
}

// isPicture reports characters that an emoji may be made of.
func isPicture(r rune) bool {
	return r > unicode.MaxASCII && r != utf8.RuneError && unicode.IsSymbol(r)
}

// limitMarks leaves at most maxMarks combining marks on each base of normalised
// text. Among those dropped are the invisible joiners that package norm puts into
// runs of more than 30.
func limitMarks(s string) string {
	var b strings.Builder
	marks := 0
	for i, r := range s {
		if !isExtender(r) {
			b.WriteRune(r)
			marks = 0
			continue
		}
		marks++
		if marks <= maxMarks {
			b.WriteRune(r)
		} else if !startsWithExtender(s[i+utf8.RuneLen(r):]) {
			b.WriteString(moreMarks)
		}
	}
	return b.String()
}

func startsWithExtender(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isExtender(r)
}

// isExtender reports characters that draw upon the one before: combining marks,
// and the vowels and finals of Hangul, which terminals give no cell of their own.
func isExtender(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case 0x1160 <= r && r <= 0x11ff, 0xd7b0 <= r && r <= 0xd7ff:
		return true
	}
	return unicode.Is(unicode.M, r)
}

// isHidden reports characters that act, hide or draw nothing. What Go's tables do
// not know is hidden too: a terminal with newer tables may act on it.
func isHidden(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return !unicode.IsGraphic(r) || isInvisible(r)
}

// isInvisible reports graphic characters that draw nothing: the default-ignorable
// ones of Unicode, and those that are blank by design though the standard does not
// count them as spaces.
func isInvisible(r rune) bool {
	switch r {
	case 0x034f, // combining grapheme joiner
		0x115f, 0x1160, 0x3164, 0xffa0, // Hangul fillers
		0x17b4, 0x17b5, // Khmer inherent vowels
		0x2800,           // blank braille
		0xfffc,           // object replacement
		0x16fe4,          // Khitan filler
		0x1d159,          // null notehead
		0x13441, 0x13442: // Egyptian blanks
		return true
	}
	return unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}
