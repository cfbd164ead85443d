package theme

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width is how many cells a text takes on the screen, styled or not. Nearly all texts are
// of letters and signs that each take one cell, for which counting spares the search for
// graphemes: a frame asks some thousand times.
func Width(s string) int {
	n := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= ' ' && c < 0x7F:
			n++
			i++
		case c == '\x1b':
			length := sgr(s[i:])
			if length == 0 {
				return ansi.StringWidth(s)
			}
			i += length
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !oneCell(r) {
				return ansi.StringWidth(s)
			}
			n++
			i += size
		}
	}
	return n
}

// sgr is the length of the sequence that a text begins with, if it is one that sets how
// text looks; else 0.
func sgr(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	for i := len("\x1b["); i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

// oneCell reports whether r is a character of one cell that joins no other:
// Latin letters, dashes, quotation marks, arrows, signs of arithmetic, box drawing, blocks
// and plain shapes.
func oneCell(r rune) bool {
	switch {
	case r < 0x7F:
		return r >= ' '
	case r < 0x300:
		return r >= 0xA0 && r != 0xAD // a soft hyphen is not shown
	default:
		return r >= 0x2010 && r <= 0x2027 || r >= 0x2190 && r <= 0x22FF || r >= 0x2500 && r <= 0x25FC ||
			r == '⚠' || r == '✓'
	}
}
