package workbook

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// maxToken is the longest tag or text of a part, in bytes: a cell of Excel holds 32,767
// characters.
const maxToken = 1 << 20

// errXML means that a part is no well-formed XML of the kind that workbooks hold.
var errXML = errors.New("damaged")

// tokenKind is what a token of a part is.
type tokenKind uint8

const (
	startTag tokenKind = iota
	endTag
	charData
)

// scanner reads the tags and texts of a large part one by one. It holds one at a time, so
// that no part can take more memory than [maxToken].
type scanner struct {
	r       io.Reader
	buf     []byte
	at, end int // the unread bytes of buf
	err     error

	kind   tokenKind
	name   []byte // of a tag, without the prefix of its namespace
	attrs  []byte // of a start tag, as they stand
	text   []byte
	depth  int
	closes bool // the start tag is an end tag too, which comes next
}

func newScanner(r io.Reader) *scanner { return &scanner{r: r, buf: make([]byte, 64<<10)} }

// next reads the next token, which is valid until the one after. It is false at the end,
// and where the part is damaged: err tells.
func (x *scanner) next() bool {
	if x.closes {
		x.closes, x.kind = false, endTag
		x.depth--
		return true
	}
	for x.err == nil {
		if x.at == x.end && !x.fill() {
			if x.err == io.EOF {
				if x.err = nil; x.depth != 0 {
					x.err = errXML
				}
			}
			return false
		}
		if x.buf[x.at] != '<' {
			x.kind, x.text = charData, x.until('<')
			return x.err == nil
		}
		if x.markup() {
			return true
		}
	}
	return false
}

// fill reads more behind the unread bytes, for which it makes room.
func (x *scanner) fill() bool {
	if x.at > 0 {
		x.end = copy(x.buf, x.buf[x.at:x.end])
		x.at = 0
	}
	if x.end == len(x.buf) {
		if len(x.buf) >= maxToken {
			x.err = errXML
			return false
		}
		x.buf = append(x.buf, make([]byte, len(x.buf))...)
	}
	for x.err == nil {
		n, err := x.r.Read(x.buf[x.end:])
		x.end += n
		if n > 0 {
			return true // an error comes again
		}
		x.err = err
	}
	return false
}

// until takes the bytes before c, or before the end of the part.
func (x *scanner) until(c byte) []byte {
	for seen := 0; ; {
		if n := bytes.IndexByte(x.buf[x.at+seen:x.end], c); n >= 0 {
			return x.take(seen + n)
		}
		seen = x.end - x.at
		if !x.fill() {
			if x.err == io.EOF {
				x.err = nil // it comes again
			}
			return x.take(seen)
		}
	}
}

func (x *scanner) take(n int) []byte {
	b := x.buf[x.at : x.at+n]
	x.at += n
	return b
}

// through takes the bytes up to and with a sign; nil where it does not come.
func (x *scanner) through(sign string) []byte {
	for seen := 0; ; {
		from := max(seen-len(sign), 0)
		if n := bytes.Index(x.buf[x.at+from:x.end], []byte(sign)); n >= 0 {
			return x.take(from + n + len(sign))
		}
		seen = x.end - x.at
		if !x.fill() {
			x.err = x.damage()
			return nil
		}
	}
}

// damage is the error of a part that ends too early, or that could not be read on.
func (x *scanner) damage() error {
	if x.err == nil || x.err == io.EOF {
		return errXML
	}
	return x.err
}

// begins reports whether the unread bytes begin with a sign.
func (x *scanner) begins(sign string) bool {
	for x.end-x.at < len(sign) {
		if !bytes.HasPrefix([]byte(sign), x.buf[x.at:x.end]) || !x.fill() {
			return false
		}
	}
	return bytes.HasPrefix(x.buf[x.at:x.end], []byte(sign))
}

// markup reads what begins with <, and reports whether it is a token. A declaration of a
// document type is refused: entities of its own could stand for anything.
func (x *scanner) markup() bool {
	switch {
	case !x.begins("<!") && !x.begins("<?"):
		return x.tag()
	case x.begins("<!--"):
		x.take(len("<!--"))
		x.through("-->")
		return false
	case x.begins("<![CDATA["):
		x.take(len("<![CDATA["))
		b := x.through("]]>")
		if b == nil {
			return false
		}
		x.kind, x.text = charData, bytes.ReplaceAll(b[:len(b)-len("]]>")], []byte("&"), []byte("&amp;"))
		return true
	case x.begins("<?"):
		x.through("?>")
		return false
	}
	x.err = errXML
	return false
}

// tag reads a start tag or an end tag.
func (x *scanner) tag() bool {
	b := x.wholeTag()
	if x.err != nil {
		return false
	}
	b = b[1 : len(b)-1]
	x.kind = startTag
	if len(b) > 0 && b[0] == '/' {
		x.kind, b = endTag, b[1:]
		x.depth--
	} else {
		if len(b) > 0 && b[len(b)-1] == '/' {
			x.closes, b = true, b[:len(b)-1]
		}
		x.depth++
	}
	n := bytes.IndexAny(b, " \t\r\n")
	if n < 0 {
		n = len(b)
	}
	x.name, x.attrs = b[:n], b[n:]
	x.name = x.name[bytes.IndexByte(x.name, ':')+1:]
	if len(x.name) == 0 || x.depth < 0 {
		x.err = errXML
		return false
	}
	return true
}

// wholeTag takes a tag with its signs; a > may stand in the value of an attribute.
func (x *scanner) wholeTag() []byte {
	quote := byte(0)
	for seen := 0; ; seen++ {
		if x.at+seen == x.end && !x.fill() {
			x.err = x.damage()
			return nil
		}
		switch c := x.buf[x.at+seen]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return x.take(seen + 1)
		}
	}
}

// attr gives the value of an attribute of the start tag, as it stands; nil for none.
func (x *scanner) attr(name string) []byte {
	rest := x.attrs
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil
		}
		key := bytes.TrimSpace(rest[:eq])
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return nil
		}
		if string(key) == name {
			return rest[1 : 1+end]
		}
		rest = rest[end+2:]
	}
}

// truth reports whether an attribute says yes.
func (x *scanner) truth(name string) bool {
	v := string(x.attr(name))
	return v == "1" || v == "true"
}

// is reports whether the token is a start tag of a name.
func (x *scanner) is(name string) bool { return x.kind == startTag && string(x.name) == name }

// ends reports whether the token is an end tag of a name.
func (x *scanner) ends(name string) bool { return x.kind == endTag && string(x.name) == name }

// appendText adds raw text to b, with its entities as the characters that they stand for.
func appendText(b, raw []byte) ([]byte, error) {
	for {
		n := bytes.IndexByte(raw, '&')
		if n < 0 {
			return append(b, raw...), nil
		}
		b, raw = append(b, raw[:n]...), raw[n+1:]
		n = bytes.IndexByte(raw, ';')
		if n < 0 {
			return b, errXML
		}
		r, known := entity(string(raw[:n]))
		if !known {
			return b, errXML
		}
		b, raw = utf8.AppendRune(b, r), raw[n+1:]
	}
}

// entity gives the character that an entity stands for.
func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	base, digits := 10, ""
	switch {
	case len(name) > 2 && name[:2] == "#x":
		base, digits = 16, name[2:]
	case len(name) > 1 && name[0] == '#':
		digits = name[1:]
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), err == nil && n <= utf8.MaxRune
}
