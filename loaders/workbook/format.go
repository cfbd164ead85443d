package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// format is a number format of cells.
type format struct {
	sections []section
	told     bool // a section says by a condition which numbers it is for
}

// section is what a format does with some of the numbers.
type section struct {
	op     string // a condition: "<", "<=", ">", ">=", "=", "<>"; "": none
	limit  float64
	before string // what is shown beside the digits
	behind string
	digits bool // it shows the number at all
	pads   int  // noughts are shown up to so many digits
	signs  int  // of per cent
	scale  int  // thousands that are not shown
	date   bool
	clock  bool // with the time
	year   bool
	span   bool // a time that may be over a day
}

// builtIn are the formats that workbooks name by number alone, as far as they are more
// than a plain number.
var builtIn = map[int]string{
	9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
	20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
	27: "yyyy/m/d", 28: "yyyy/m/d", 29: "yyyy/m/d", 30: "m/d/yy", 31: "yyyy/m/d", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: "yyyy/m/d",
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 50: "yyyy/m/d", 51: "yyyy/m/d", 52: "yyyy/m/d", 53: "yyyy/m/d", 54: "yyyy/m/d", 55: "h:mm", 56: "h:mm:ss", 57: "yyyy/m/d", 58: "yyyy/m/d",
}

// parseFormat reads the code of a number format; nil shows a plain number.
func parseFormat(code string) *format {
	if code == "" || strings.EqualFold(code, "General") || code == "@" {
		return nil
	}
	f := &format{}
	for rest := code; ; {
		s, n := parseSection(rest)
		f.told = f.told || s.op != ""
		f.sections = append(f.sections, s)
		if n == len(rest) {
			return f
		}
		rest = rest[n+1:]
	}
}

// parseSection reads a section up to the ; that ends it, and says how long it is.
func parseSection(code string) (s section, n int) {
	p := sectionParser{section: &s, zeros: true}
	for n < len(code) && code[n] != ';' {
		n += p.part(code[n:])
	}
	s.before, s.behind = strings.TrimLeft(s.before, " "), strings.TrimRight(s.behind, " ")
	if s.scale = p.commas; p.zeros && p.count > 1 {
		s.pads = p.count
	}
	return s, n
}

// sectionParser goes through the code of one section.
type sectionParser struct {
	*section
	commas int  // right behind the last digit
	count  int  // digits
	zeros  bool // the digits are noughts alone
}

// part reads what the code begins with, and says how long that is.
func (p *sectionParser) part(code string) int {
	switch c := code[0]; c {
	case '"':
		n := strings.IndexByte(code[1:], '"')
		if n < 0 {
			n = len(code) - 1
		}
		p.literal(code[1 : 1+n])
		return min(n+2, len(code))
	case '\\':
		_, size := firstRune(code[1:])
		p.literal(code[1 : 1+size])
		return 1 + size
	case '_', '*': // a space as wide as a character; a character that fills the cell
		_, size := firstRune(code[1:])
		return 1 + size
	case '[':
		n := strings.IndexByte(code, ']')
		if n < 0 {
			return len(code)
		}
		p.bracket(code[1:n])
		return n + 1
	case '0', '#', '?':
		p.digits, p.commas = true, 0
		p.count++
		p.zeros = p.zeros && c == '0'
		return 1
	case ',':
		p.zeros = false
		if p.digits {
			p.commas++
		}
		return 1
	case '.':
		p.zeros = false
		return 1
	case '%':
		p.signs++
		return 1
	}
	return p.word(code)
}

// word reads letters, which show a part of a day, or a character that is shown as it is.
func (p *sectionParser) word(code string) int {
	low := strings.ToLower(code[:min(len(code), 7)])
	switch {
	case strings.HasPrefix(low, "general"):
		p.digits, p.zeros, p.count = true, false, p.count+1
		return len("general")
	case strings.HasPrefix(low, "am/pm"):
		p.clock = true
		return len("am/pm")
	case strings.HasPrefix(low, "e+") || strings.HasPrefix(low, "e-"):
		p.zeros = false
		return 2
	case strings.IndexByte("yd", low[0]) >= 0:
		p.date, p.year = true, p.year || low[0] == 'y'
		return 1
	case low[0] == 'm': // or minutes, which do not stand alone
		p.date = true
		return 1
	case strings.IndexByte("hs", low[0]) >= 0:
		p.clock = true
		return 1
	case strings.IndexByte("@/: -", low[0]) >= 0 && (p.date || p.clock || p.count > 0):
		return 1 // between the parts of a day or a fraction
	}
	_, size := firstRune(code)
	p.literal(code[:size])
	return size
}

// bracket reads what stands in brackets: a condition, a currency, a time over a day; or a
// colour, which says nothing.
func (p *sectionParser) bracket(inner string) {
	switch low := strings.ToLower(inner); {
	case low == "":
	case low[0] == '$':
		sign, _, _ := strings.Cut(inner[1:], "-")
		p.literal(sign)
	case strings.IndexByte("<>=", low[0]) >= 0:
		number := strings.TrimLeft(low, "<>=")
		if limit, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil {
			p.op, p.limit = low[:len(low)-len(number)], limit
		}
	case strings.Trim(low, "h") == "" || strings.Trim(low, "m") == "" || strings.Trim(low, "s") == "":
		p.clock, p.span = true, true
	}
}

func (p *sectionParser) literal(text string) {
	if p.digits {
		p.behind += text
	} else {
		p.before += text
	}
}

// firstRune gives the first character and its bytes; 0 bytes of nothing.
func firstRune(s string) (rune, int) {
	for i, r := range s {
		if i > 0 {
			return r, i
		}
	}
	return 0, len(s)
}

// holds reports whether the condition of a section does.
func (s *section) holds(v float64) bool {
	switch s.op {
	case "<":
		return v < s.limit
	case "<=":
		return v <= s.limit
	case ">":
		return v > s.limit
	case ">=":
		return v >= s.limit
	case "=":
		return v == s.limit
	case "<>":
		return v != s.limit
	}
	return true
}

// of finds the section for a number. alone tells that it is for numbers below nought only,
// which it shows without their sign.
func (f *format) of(v float64) (s *section, alone bool) {
	n := len(f.sections)
	switch {
	case f.told:
		for i := range f.sections[:min(n, 3)] {
			if f.sections[i].holds(v) {
				return &f.sections[i], false
			}
		}
		return &section{}, false // Excel shows ####
	case v < 0 && n > 1:
		return &f.sections[1], true
	case v == 0 && n > 2:
		return &f.sections[2], false
	}
	return &f.sections[0], false
}

// number writes a number as a cell of a CSV file has it. from1904 says what days are
// counted from.
func (f *format) number(v float64, from1904 bool) string {
	if f == nil {
		return digitsOf(v, 0)
	}
	s, alone := f.of(v)
	if s.date || s.clock {
		return s.day(v, from1904)
	}
	if !s.digits || v == 0 && s == f.third() {
		switch {
		case v == 0 && !f.told:
			return "0" // nothing is hidden: programs show nought as a dash, or not
		case s.before+s.behind == "":
			return "(hidden)"
		}
		return s.before + s.behind
	}
	shown := v
	if alone {
		shown = -v
	}
	text := digitsOf(shown, 2*s.signs)
	if n := s.pads - len(text); n > 0 && shown >= 0 && !strings.Contains(text, ".") {
		text = strings.Repeat("0", n) + text
	}
	text = s.before + text + strings.Repeat("%", s.signs) + s.behind
	if s.scale > 0 {
		text += " (shown in thousands)"
	}
	return text
}

// third is the section for nought, if there is one.
func (f *format) third() *section {
	if f.told || len(f.sections) < 3 {
		return nil
	}
	return &f.sections[2]
}

// digitsOf writes a number to 15 digits, its point moved to the right.
func digitsOf(v float64, right int) string {
	text := strconv.FormatFloat(v, 'e', 14, 64)
	mantissa, exponent, found := strings.Cut(text, "e")
	if !found {
		return text // no number
	}
	e, _ := strconv.Atoi(exponent)
	sign := ""
	if mantissa[0] == '-' {
		sign, mantissa = "-", mantissa[1:]
	}
	digits := strings.TrimRight(mantissa[:1]+mantissa[2:], "0")
	if digits == "" {
		return "0"
	}
	const most = 30 // beyond it no noughts are written out
	switch point := 1 + e + right; {
	case point > most || point < -most:
		return text
	case point >= len(digits):
		return sign + digits + strings.Repeat("0", point-len(digits))
	case point > 0:
		return sign + digits[:point] + "." + digits[point:]
	default:
		return sign + "0." + strings.Repeat("0", -point) + digits
	}
}

// day writes a day or a time.
func (s *section) day(v float64, from1904 bool) string {
	const last = 2958466 // the day after 31 December 9999
	if v < 0 || v >= last {
		return "######" // as Excel shows it
	}
	days, part := math.Modf(v)
	seconds := int(math.Round(part * 86400))
	if seconds == 86400 {
		days, seconds = days+1, 0
	}
	if s.span || s.clock && !s.date || s.date && s.clock && !s.year && days == 0 { // mm:ss has no month
		hours := int(days)*24 + seconds/3600
		return strconv.Itoa(hours) + ":" + two(seconds/60%60) + ":" + two(seconds%60)
	}
	begin := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		begin = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 60:
		return "1900-02-29" // a day of Excel's, which there was not
	case days < 60:
		begin = begin.AddDate(0, 0, 1)
	}
	t := begin.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	switch {
	case !s.year:
		return t.Format("02-Jan")
	case s.clock && seconds > 0:
		return t.Format("2006-01-02 15:04:05")
	}
	return t.Format("2006-01-02")
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
