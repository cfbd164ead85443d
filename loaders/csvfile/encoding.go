package csvfile

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Encoding is the name of a character encoding, as `wres check` prints it.
type Encoding string

// The encodings that [Decode] reads.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
)

// Workbook stands in place of an encoding for the sheets of workbooks.
const Workbook Encoding = "xlsx"

// Byte order marks, as they stand at the start of a file.
const (
	bomUTF8    = "\xef\xbb\xbf"
	bomUTF16LE = "\xff\xfe"
	bomUTF16BE = "\xfe\xff"
	bomUTF32LE = "\xff\xfe\x00\x00"
	bomUTF32BE = "\x00\x00\xfe\xff"
)

// sampleBytes is how much of a file is looked at to tell UTF-16 and binary data.
const sampleBytes = 8 << 10

// decoded is a file's text with what was found out about its encoding.
type decoded struct {
	text     string
	encoding Encoding
	guess    string // a sentence when the encoding is not certain, else ""
	mark     int64  // bytes of UTF-8's byte order mark
}

// Text returns the text of a file that is no extract, as UTF-8 without a byte order mark. It
// reads the encodings that [Decode] reads.
func Text(ctx context.Context, data []byte) (string, error) {
	d, err := transcode(ctx, data)
	return d.text, err
}

// transcode finds the encoding of data and returns its text as UTF-8 without a
// byte order mark. Text that a mark calls UTF-8 may still hold invalid bytes: they
// are left as they are, for Clean to show.
func transcode(ctx context.Context, data []byte) (decoded, error) {
	switch {
	case bytes.HasPrefix(data, []byte(bomUTF8)):
		return markedUTF8(data[len(bomUTF8):]), nil
	case bytes.HasPrefix(data, []byte(bomUTF16LE)):
		return fromUTF16(ctx, data[len(bomUTF16LE):], UTF16LE, "")
	case bytes.HasPrefix(data, []byte(bomUTF16BE)):
		return fromUTF16(ctx, data[len(bomUTF16BE):], UTF16BE, "")
	}
	// Before utf8.Valid: English text in UTF-16 is also valid UTF-8, full of NULs.
	if enc, ok := utf16ByZeros(data); ok {
		return fromUTF16(ctx, data, enc, fmt.Sprintf("the file has no byte order mark; it is read as %s "+
			"because every second byte is zero; if the text looks wrong, save it as CSV UTF-8", enc))
	}
	if utf8.Valid(data) {
		return decoded{text: string(data), encoding: UTF8, guess: doubtTwice(data)}, nil
	}
	if cutInsideRune(data) {
		return decoded{text: string(data), encoding: UTF8,
			guess: "the file ends in the middle of a character, so it may have been cut off; " +
				"make the extract again"}, nil
	}
	return fromWindows1252(ctx, data)
}

func markedUTF8(data []byte) decoded {
	d := decoded{text: string(data), encoding: UTF8, guess: doubtTwice(data), mark: int64(len(bomUTF8))}
	if !utf8.Valid(data) {
		d.guess = "the file is marked as UTF-8 but holds bytes that are not UTF-8; " +
			"they are shown as marks; save the file again as CSV UTF-8"
	}
	return d
}

// twiceBytes is how much of a file is looked at for text that was encoded twice.
const twiceBytes = 1 << 20

// doubtTwice answers a sentence if the text looks as if it was encoded twice. What
// was lost on the way cannot be known, so the text stays as it is.
func doubtTwice(data []byte) string {
	if !isTwice(data[:min(len(data), twiceBytes)]) {
		return ""
	}
	return "some text seems to be encoded twice (â€ or Ã© in place of a quote or an accent); it is shown as it stands; " +
		"if names or labels look wrong, make the extract again as CSV UTF-8"
}

// isTwice looks for what UTF-8 reads like that was taken for Windows-1252 and written
// as UTF-8 once more: â€ of an apostrophe, Â or Ã and a character from U+0080 to
// U+00BF of a pound sign or an accented letter. All three begin with the byte C3.
func isTwice(data []byte) bool {
	for {
		i := bytes.IndexByte(data, 0xc3)
		if i < 0 || i+1 == len(data) {
			return false
		}
		switch second, rest := data[i+1], data[i+2:]; {
		case second == 0xa2 && bytes.HasPrefix(rest, []byte("€")):
			return true
		case second != 0x82 && second != 0x83:
		case len(rest) > 1 && rest[0] == 0xc2 && rest[1] >= 0x80 && rest[1] <= 0xbf:
			return true
		}
		data = data[i+1:]
	}
}

func fromUTF16(ctx context.Context, data []byte, enc Encoding, guess string) (decoded, error) {
	order := unicode.LittleEndian
	if enc == UTF16BE {
		order = unicode.BigEndian
	}
	if len(data)%2 != 0 && guess == "" {
		guess = "the file ends in the middle of a character, so it may have been cut off; make the extract again"
	}
	return fromEncoding(ctx, data, unicode.UTF16(order, unicode.IgnoreBOM), enc, guess)
}

func fromWindows1252(ctx context.Context, data []byte) (decoded, error) {
	return fromEncoding(ctx, data, charmap.Windows1252, Windows1252,
		"the file is not UTF-8; it is read as Windows-1252, which is a guess; "+
			"if letters with accents look wrong, save it as CSV UTF-8")
}

func fromEncoding(ctx context.Context, data []byte, from encoding.Encoding, enc Encoding, guess string) (decoded, error) {
	var text strings.Builder
	text.Grow(len(data))
	_, err := io.Copy(&text, transform.NewReader(&pieces{ctx, data}, from.NewDecoder()))
	if ctx.Err() != nil {
		return decoded{}, ctx.Err()
	}
	if err != nil {
		return decoded{}, refuse("the file cannot be read as %s text; save it as CSV UTF-8 and open it again", enc)
	}
	return decoded{text: text.String(), encoding: enc, guess: guess}, nil
}

// pieces gives out data until ctx is done.
type pieces struct {
	ctx  context.Context
	data []byte
}

// Read implements io.Reader.
func (p *pieces) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	if len(p.data) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.data)
	p.data = p.data[n:]
	return n, nil
}

// utf16ByZeros tells UTF-16 without a byte order mark by its zero bytes: in the
// text of an extract most characters are ASCII, so that one byte of each pair is
// zero and the other hardly ever.
func utf16ByZeros(data []byte) (Encoding, bool) {
	sample := data[:min(len(data), sampleBytes)]
	pairs := len(sample) / 2
	if pairs == 0 {
		return "", false
	}
	var even, odd int
	for i := range pairs {
		if sample[2*i] == 0 {
			even++
		}
		if sample[2*i+1] == 0 {
			odd++
		}
	}
	const many, few = 0.4, 0.05
	n := float64(pairs)
	switch {
	case float64(odd) >= many*n && float64(even) <= few*n:
		return UTF16LE, true
	case float64(even) >= many*n && float64(odd) <= few*n:
		return UTF16BE, true
	}
	return "", false
}

// cutInsideRune reports whether data is UTF-8 that stops inside its last
// character. The text before must hold some other character outside ASCII, or the
// last byte is more likely an accented letter of Windows-1252.
func cutInsideRune(data []byte) bool {
	for n := 1; n < utf8.UTFMax && n < len(data); n++ {
		tail := data[len(data)-n:]
		if !utf8.RuneStart(tail[0]) {
			continue
		}
		body := data[:len(data)-n]
		return !utf8.FullRune(tail) && utf8.Valid(body) && !isASCII(body)
	}
	return false
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
