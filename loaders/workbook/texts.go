package workbook

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// escaped is a character that XML cannot hold, as workbooks write it: _x000D_.
var escaped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`) })

// richText gathers the text of an element that may have runs of their own look. How it is
// pronounced, which East Asian workbooks keep beside it, is no part of it.
type richText struct {
	text     []byte
	in       bool // a text
	phonetic int  // how deep
}

// token takes a token of the element.
func (t *richText) token(x *scanner) (err error) {
	switch {
	case x.is("rPh"):
		t.phonetic++
	case x.ends("rPh"):
		t.phonetic--
	case x.is("t"):
		t.in = t.phonetic == 0
	case x.ends("t"):
		t.in = false
	case x.kind == charData && t.in:
		t.text, err = appendText(t.text, x.text)
	}
	return err
}

// readTexts reads the strings that the sheets of a workbook share, of which all together
// may have most bytes.
func readTexts(r io.Reader, most int) ([]string, error) {
	x := newScanner(r)
	var all []string
	var t richText
	size := 0
	for x.next() {
		switch {
		case x.is("si"):
			t = richText{text: t.text[:0]}
		case x.ends("si"):
			if size += len(t.text) + 16; size > most { // with what a string takes by itself
				return nil, errTooLarge
			}
			all = append(all, string(t.text))
		default:
			if err := t.token(x); err != nil {
				return nil, err
			}
		}
	}
	return all, x.err
}

// plain is the text of a cell as a line of a file has it: characters that XML cannot hold
// as what they are, line breaks as spaces.
func plain(text []byte) []byte {
	if bytes.Contains(text, []byte("_x")) {
		text = escaped().ReplaceAllFunc(text, func(b []byte) []byte {
			n, _ := strconv.ParseUint(string(b[2:6]), 16, 16) // as the pattern has it
			return utf8.AppendRune(nil, rune(n))
		})
	}
	if bytes.ContainsAny(text, "\r\n\x00") {
		text = []byte(strings.NewReplacer("\r\n", " ", "\r", " ", "\n", " ", "\x00", "\ufffd").Replace(string(text)))
	}
	if !utf8.Valid(text) {
		text = bytes.ToValidUTF8(text, []byte("\ufffd"))
	}
	return text
}
