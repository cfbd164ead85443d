package scan

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// isFilled reports that a record which begins with c is not blank. Where it does not,
// isBlankRecord tells.
func isFilled(c, delim byte) bool {
	return c > ' ' && c < utf8.RuneSelf && c != '"' && c != delim
}

// isBlankRecord reports whether each field of text, which is regular, is empty or
// space, as [Record.Blank] has it. It reads as far as the first character that is not.
func isBlankRecord(text []byte, delim byte) bool {
	quoted := false
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '"':
			if quoted && i+1 < len(text) && text[i+1] == '"' {
				return false
			}
			quoted = !quoted
		case c == delim && !quoted:
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(text[i:])
			if !unicode.IsSpace(r) {
				return false
			}
			i += size - 1
		case !unicode.IsSpace(rune(c)):
			return false
		}
		i++
	}
	return true
}

// loneReturn returns the place of the first CR outside quotes that no LF follows, or
// -1. text is whole records without the line end of the last; returns is how many of
// them end in CR, and all how many CRs there are. When those are the same, which is
// the rule, nothing is looked at.
func loneReturn(text []byte, returns, all int) int {
	if all == returns {
		return -1
	}
	quoted := false
	for at := 0; at < len(text); {
		n := bytes.IndexByte(text[at:], '\r')
		if n < 0 {
			return -1
		}
		quoted = quoted != (bytes.Count(text[at:at+n], []byte{'"'})%2 == 1)
		at += n + 1
		if !quoted && at < len(text) && text[at] != '\n' {
			return at - 1
		}
	}
	return -1
}
