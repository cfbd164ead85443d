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
	rest, ok := strings.CutPrefix(s, "\x1b[")
	if !ok {
		return 0
	}
	end := strings.TrimLeft(rest, "0123456789;:")
	if !strings.HasPrefix(end, "m") {
		return 0
	}
	return len(s) - len(end) + 1
}

// oneCell reports whether r is a character of one cell that joins no other:
// Latin letters, dashes, quotation marks, box drawing, blocks and plain shapes.
func oneCell(r rune) bool {
	switch {
	case r < 0x7F:
		return r >= ' '
	case r < 0x300:
		return r >= 0xA0 && r != 0xAD // a soft hyphen is not shown
	default:
		return r >= 0x2010 && r <= 0x2027 || r == '−' || r >= 0x2500 && r <= 0x25A1 ||
			r == '●' || r == '○'
	}
}
