package csvfile

import (
	"strings"

	"wres/loaders/csvfile/scan"
)

// maxWasted bounds, in bytes, how much is read in vain in search of quotes that
// turn out not to close. Beyond it no more quotes are followed: without a bound a
// hostile file costs the square of its length.
const maxWasted = 8 << 20

// scanner cuts text into records. Its zero line is not valid: begin with line 1.
type scanner struct {
	text   string
	pos    int  // next byte
	line   int  // physical line of pos, from 1
	delim  byte // an ASCII character
	wasted int  // bytes read behind quotes that never closed
	fields int  // how many the record before had: most have as many
	in     section
}

// next reads one record, blank or not, and reports whether there was one. The
// record's Faults hold what is wrong with its quotes and sizes, not its shape.
func (s *scanner) next() (Record, bool) {
	if s.pos >= len(s.text) {
		return Record{}, false
	}
	rec := Record{Line: s.line, Values: make([]string, 0, max(s.fields, 1))}
	for {
		s.field(&rec)
		if s.pos >= len(s.text) || s.text[s.pos] != s.delim {
			break
		}
		s.pos++
	}
	rec.EndLine, s.fields = s.line, len(rec.Values)
	if s.pos < len(s.text) {
		s.lineEnd()
	}
	return rec, true
}

// lineEnd steps over LF, CRLF or a lone CR at pos.
func (s *scanner) lineEnd() {
	if s.text[s.pos] == '\r' && strings.HasPrefix(s.text[s.pos+1:], "\n") {
		s.pos++
	}
	s.pos++
	s.line++
}

// field reads one field and leaves pos at the delimiter, the line end or the end
// of the text.
func (s *scanner) field(rec *Record) {
	line := s.line
	var value string
	s.skipToQuote()
	if s.pos < len(s.text) && s.text[s.pos] == '"' {
		value = s.quoted(rec)
	} else {
		value = s.asBare()
		if strings.IndexByte(value, '"') >= 0 {
			rec.fault(BareQuote, line, len(rec.Values)+1, bareQuote)
		}
	}
	if len(rec.Values) >= scan.MaxFields {
		rec.fault(TooManyFields, line, scan.MaxFields+1, fieldsOver)
		return
	}
	if len(value) > scan.MaxFieldBytes {
		rec.fault(FieldTooLong, line, len(rec.Values)+1, cellTooLarge)
	}
	rec.add(value, line)
}

// skipToQuote steps over the spaces before a quote that opens a cell and is closed soundly,
// as programs write it that put a space behind each delimiter. Any other quote behind
// spaces is text.
func (s *scanner) skipToQuote() {
	open := s.pos
	for open < len(s.text) && s.text[open] == ' ' {
		open++
	}
	if open == s.pos || open == len(s.text) || s.text[open] != '"' || s.wasted > maxWasted {
		return
	}
	limit := min(len(s.text), open+1+scan.MaxFieldBytes+1)
	switch closing, end := s.closingQuote(open+1, limit); {
	case end >= 0:
		s.pos = open
	case closing >= 0:
		s.wasted += closing - open
	default:
		s.wasted += limit - open
	}
}

// bareEnd returns where a cell without quotes that begins at from ends.
func (s *scanner) bareEnd(from int) int {
	for i := from; i < len(s.text); i++ {
		if c := s.text[i]; c == s.delim || c == '\n' || c == '\r' {
			return i
		}
	}
	return len(s.text)
}

// quoted reads a cell whose opening quote stands at pos.
func (s *scanner) quoted(rec *Record) string {
	if s.wasted > maxWasted {
		rec.fault(BrokenQuote, s.line, len(rec.Values)+1, unreadQuote)
		return s.asBare()
	}
	open := s.pos + 1
	limit := min(len(s.text), open+scan.MaxFieldBytes+1)
	closing, end := s.closingQuote(open, limit)
	if end < 0 {
		return s.broken(rec, open, closing, limit)
	}
	value := s.text[open:closing]
	s.line += lineBreaks(value)
	s.pos = end
	return unquote(value)
}

// asBare reads the cell at pos as if its quote were text.
func (s *scanner) asBare() string {
	start := s.pos
	s.pos = s.bareEnd(start)
	return s.text[start:s.pos]
}

// closingQuote looks for the quote that closes a cell opened before from, below
// limit. It returns the place of the quote and the place where the field ends; or,
// if the first single quote has text behind it, its place and -1; or -1, -1.
func (s *scanner) closingQuote(from, limit int) (closing, end int) {
	for i := from; i < limit; {
		n := strings.IndexByte(s.text[i:limit], '"')
		if n < 0 {
			return -1, -1
		}
		i += n
		if strings.HasPrefix(s.text[i+1:], `"`) {
			i += 2
			continue
		}
		return i, s.afterQuote(i)
	}
	return -1, -1
}

// afterQuote returns where the field ends whose closing quote is at quote, or -1
// if other text than spaces follows.
func (s *scanner) afterQuote(quote int) int {
	i := quote + 1
	for i < len(s.text) && s.text[i] == ' ' {
		i++
	}
	if i == len(s.text) || s.text[i] == s.delim || s.text[i] == '\n' || s.text[i] == '\r' {
		return i
	}
	return -1
}

// broken reads what it can of a quoted cell that is not closed soundly, and never
// goes beyond the line on which the cell opened. stray is a single quote with text
// behind it, or -1; limit is how far closingQuote looked.
func (s *scanner) broken(rec *Record, open, stray, limit int) string {
	column := len(rec.Values) + 1
	eol := limit
	if n := strings.IndexAny(s.text[open:limit], "\r\n"); n >= 0 {
		eol = open + n
	}
	switch {
	case stray >= 0 && stray < eol:
		rec.fault(BrokenQuote, s.line, column, strayQuote)
		s.wasted += eol - open
	case stray >= 0:
		rec.fault(BrokenQuote, s.line, column, openQuote)
		s.wasted += stray - open
	case limit < len(s.text):
		rec.fault(FieldTooLong, s.line, column, openTooFar)
		s.wasted += limit - open
	default:
		rec.fault(BrokenQuote, s.line, column, openQuote)
		s.wasted += limit - open
	}
	return s.asBare()
}

// unquote returns the text of a cell between its quotes: a doubled quote is one,
// CRLF is LF.
func unquote(s string) string {
	if strings.IndexByte(s, '"') >= 0 {
		s = strings.ReplaceAll(s, `""`, `"`)
	}
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	return s
}

// lineBreaks counts LF, CRLF and lone CR, each as one.
func lineBreaks(s string) int {
	n := strings.Count(s, "\n")
	if strings.IndexByte(s, '\r') >= 0 {
		n += strings.Count(s, "\r") - strings.Count(s, "\r\n")
	}
	return n
}
