package csvfile

import (
	"fmt"
	"slices"
	"strings"
)

// What of a file is looked at to find its header.
const (
	leadRecords = 60 // records read
	maxPreamble = 40 // records that may stand above the header
	belowSample = 12 // records below a candidate that say what stands in its columns
	maxUpper    = 2  // rows of a merged header above the last
)

// head is what stands at the top of a file: the rows above the header, not blank,
// and the rows that the header is made of.
type head struct {
	preamble []Record
	rows     []Record
	names    Record // the header: the only row, or all of them combined
	doubt    string // why the header may be another row; "" if there is no doubt
}

// lead is the beginning of a file.
type lead struct {
	recs  []Record
	gap   []bool    // there are blank lines before the record
	after []scanner // where each record ends
}

// findHeader reads up to and with the header. The first record is the header
// unless the rows above another one can only be titles: they fill less of the
// table's width, and the row below them names columns. It answers false for a
// file without records.
func findHeader(s *scanner) (head, bool) {
	l := readLead(*s)
	if len(l.recs) == 0 {
		return head{}, false
	}
	at, doubt := l.pick()
	top := at
	if l.merged(at) {
		at++
	}
	names := l.recs[at].Values
	for top = at; top > 0 && at-top < maxUpper && !l.gap[top] && isUpper(l.recs[top-1], names); top-- {
		names = combine(l.recs[top-1].Values, names)
	}
	*s = l.after[at]
	h := head{preamble: l.recs[:top:top], rows: l.recs[top : at+1 : at+1], names: l.recs[at], doubt: doubt}
	h.names.Values = names
	return h, true
}

func readLead(s scanner) lead {
	var l lead
	end := s.line - 1
	for len(l.recs) < leadRecords {
		rec, ok := nextFilled(&s)
		if !ok {
			break
		}
		l.recs, l.after = append(l.recs, rec), append(l.after, s)
		l.gap = append(l.gap, rec.Line > end+1)
		end = rec.EndLine
	}
	return l
}

// pick chooses the header, or its first row. Where no record can be one it is the
// first record, with the doubt in words.
func (l lead) pick() (at int, doubt string) {
	chosen := -1
	for j := range min(len(l.recs), maxPreamble+1) {
		if !l.candidate(j) {
			continue
		}
		switch {
		case j == 0:
			chosen = 0
		case chosen >= 0 && l.wideTitle(j):
			chosen = j
		case !l.titlesAbove(j):
		case chosen < 0 && (l.contrast(j) || l.plainTitles(j)):
			chosen = j
		case chosen >= 0 && l.contrast(j) && l.labelled(j):
			chosen = j
		}
	}
	if chosen >= 0 {
		return chosen, ""
	}
	if n, names := l.recs[0].count(); 2*names < n {
		return 0, "the first row is taken for the column names, which is a guess: it looks like figures; " +
			"if the names are missing, add a row of them above"
	}
	return 0, ""
}

// candidate reports whether record j can be a header by itself: nearly all of its
// cells can be names, and it names at least half of the columns that are filled
// below it.
func (l lead) candidate(j int) bool {
	n, names := l.recs[j].count()
	if n < 2 || 5*names < 4*n || l.recs[j].Refused() {
		return false
	}
	var below []int
	for _, rec := range l.below(j) {
		below = append(below, given(rec))
	}
	if len(below) == 0 {
		return true
	}
	slices.Sort(below)
	return 2*n >= below[len(below)/2]
}

func (l lead) below(j int) []Record {
	return l.recs[j+1 : min(len(l.recs), j+1+belowSample)]
}

// titlesAbove reports whether every record above j can be a title: it fills at most
// half as many cells; or fewer, and a blank line or a colon ("Run date:") sets it
// apart.
func (l lead) titlesAbove(j int) bool {
	apart := false
	width := given(l.recs[j])
	for p := j - 1; p >= 0; p-- {
		apart = apart || l.gap[p+1]
		n := given(l.recs[p])
		first, _ := l.recs[p].first()
		if 2*n > width && !(n < width && (apart || strings.HasSuffix(first, ":"))) {
			return false
		}
	}
	return true
}

// plainTitles reports whether every record above j fills one cell alone or less than
// half as many, as no row of a table does.
func (l lead) plainTitles(j int) bool {
	width := given(l.recs[j])
	for p := range j {
		n := given(l.recs[p])
		if n > 1 && 2*n >= width || n == 1 && len(l.recs[p].Values) > 1 && width < 3 {
			return false
		}
	}
	return true
}

// labelled reports whether every record above j is a title or a name with its value
// ("Run date", "31/03/2025"), a few of them above a header of more cells: what could
// be a table of its own stays one.
func (l lead) labelled(j int) bool {
	const most = 12
	if j > most || given(l.recs[j]) < 3 {
		return false
	}
	for p := range j {
		if first, _ := l.recs[p].first(); isValue(first) || given(l.recs[p]) > 2 {
			return false
		}
	}
	return true
}

// wideTitle reports whether the records above j are titles although one of them, set apart
// by a blank line, fills as many cells as a table has: a sentence with commas, or several
// titles side by side. Record j names every column that it fills, and all the values
// below it.
func (l lead) wideTitle(j int) bool {
	const most = 12
	n, names := l.recs[j].count()
	if j > most || !l.gap[j] || names < n || l.recs[j].filled() > n || doubled(l.recs[j].Values) {
		return false
	}
	for i, is := range valued(l.below(j)) {
		if is && !isName(l.recs[j].Value(i)) {
			return false
		}
	}
	wide := 0
	for p := range j {
		first, _ := l.recs[p].first()
		switch above := given(l.recs[p]); {
		case isValue(first):
			return false
		case above <= 2:
			continue
		case !l.gap[p+1], above >= n && !isProse(l.recs[p]):
			return false // a table, and one without rows
		}
		wide++
	}
	return wide == 1 && l.contrast(j)
}

// isProse reports whether most delimiters of the record are commas of a sentence, with a
// space behind.
func isProse(r Record) bool {
	spaced := 0
	for _, v := range r.Values {
		if strings.HasPrefix(v, " ") {
			spaced++
		}
	}
	return len(r.Values) > 2 && 2*spaced >= len(r.Values)
}

// contrast reports whether record j has a name above a column of values.
func (l lead) contrast(j int) bool {
	for i, is := range valued(l.below(j)) {
		if is && isName(l.recs[j].Value(i)) {
			return true
		}
	}
	return false
}

// merged reports whether record j is the upper row of a header and the next one its
// lower. The upper is no header by itself: it has no name where the lower has one.
// One of them leaves the corner free or the upper holds years, and together they
// have names above all the values. A row of data below a header is not merged.
func (l lead) merged(j int) bool {
	if j+2 >= len(l.recs) || l.gap[j+1] || l.recs[j+1].Refused() {
		return false
	}
	upper, lower := l.recs[j], l.recs[j+1]
	corner := blank(upper.Value(0)) || blank(lower.Value(0))
	if given(lower) < 2 || !corner && !yearsBeyond(upper) {
		return false
	}
	open := false
	for i, v := range lower.Values {
		if isValue(v) {
			return false
		}
		open = open || !blank(v) && blank(upper.Value(i))
	}
	named := 0
	for i, is := range valued(l.below(j + 1)) {
		switch {
		case !is:
		case !blank(lower.Value(i)):
			named++
		case blank(upper.Value(i)):
			return false
		}
	}
	return open && named >= 2 && isUpper(upper, lower.Values)
}

// yearsBeyond reports whether the cells behind the first are years.
func yearsBeyond(upper Record) bool {
	years := 0
	for _, v := range upper.Values[1:] {
		switch {
		case isYear(v):
			years++
		case !blank(v):
			return false
		}
	}
	return years > 0
}

// isUpper reports whether a row stands above the names of a header as a part of it:
// years or groups over several columns, where the names below are doubled or
// missing without it.
func isUpper(upper Record, names []string) bool {
	n, named := upper.count()
	if upper.Refused() || named < n || upper.filled() > len(names) {
		return false
	}
	beyond := 0 // cells behind the first column
	wanted := doubled(names)
	for i, v := range upper.Values {
		if blank(v) {
			continue
		}
		if len(v) > maxName {
			return false
		}
		wanted = wanted || blank(names[i])
		if i > 0 {
			beyond++
		}
	}
	corner := blank(upper.Value(0)) || blank(names[0])
	switch {
	case beyond == 0:
		return false
	case corner:
		return wanted || yearsBeyond(upper)
	}
	return wanted && beyond >= 2
}

// doubled reports whether two names are the same.
func doubled(names []string) bool {
	seen := map[string]bool{}
	for _, n := range names {
		key := Fold(n[:min(len(n), maxName)])
		if key != "" && seen[key] {
			return true
		}
		seen[key] = true
	}
	return false
}

// combine joins an upper row of a header to the names below it: "2024" over
// "White" and "BME" gives "2024 White" and "2024 BME". A cell reaches to the right
// as far as the cells beside it are blank, if it has a name below itself; without
// one it names its own column, as a cell merged downwards does. A title over the
// first column is left out where that column has a name.
func combine(upper, names []string) []string {
	all := slices.Clone(names)
	group := ""
	for i := range all {
		over := ""
		if i < len(upper) {
			over = strings.TrimSpace(upper[i])
		}
		name := strings.TrimSpace(names[i])
		switch {
		case i == 0:
			if name == "" {
				all[i] = over
			}
			continue
		case over != "" && name == "":
			all[i], group = over, ""
			continue
		case over != "":
			group = over
		}
		if group != "" && name != "" && Fold(group) != Fold(name) {
			all[i] = group + " " + name
		}
	}
	return all
}

// given returns how many fields of the record are not blank.
func given(r Record) (n int) {
	for _, v := range r.Values {
		if !blank(v) {
			n++
		}
	}
	return n
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// Notice is something that the reader of a file should know: a guess, or what was
// not read as data.
type Notice struct {
	Line    int    // physical line, from 1; 0: of no one line
	Message string // lower case, no full stop
}

// notices says what was found above the table.
func (h head) notices() []Notice {
	var all []Notice
	last := h.names.Line
	if h.doubt != "" {
		all = append(all, Notice{last, h.doubt})
	}
	if n := len(h.preamble); n > 0 {
		all = append(all, Notice{h.preamble[0].Line, fmt.Sprintf(
			"the column names are taken to be on line %d, which is a guess; %s not read as data; if that is wrong, delete the lines above the names",
			last, lines(h.preamble[0].Line, h.preamble[n-1].EndLine, "above it is", "above it are"))})
	}
	if len(h.rows) > 1 {
		all = append(all, Notice{h.rows[0].Line, fmt.Sprintf(
			"%s together taken for the column names, which is a guess; if that is wrong, leave one row of names",
			lines(h.rows[0].Line, h.rows[len(h.rows)-1].EndLine, "is", "are"))})
	}
	return all
}

// lines names a stretch of lines, with the words that follow one line or several.
func lines(from, to int, one, several string) string {
	if from == to {
		return fmt.Sprintf("line %d %s", from, one)
	}
	return fmt.Sprintf("lines %d to %d %s", from, to, several)
}
