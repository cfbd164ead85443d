package csvfile

import (
	"fmt"
	"strings"
)

// delimiters are the candidates, the likelier first among equals: a comma stands
// in text and numbers far more often than the others, so it must win outright.
const delimiters = "\t;|,"

// What of a file is looked at to choose its delimiter.
const (
	sniffRecords = 64
	sniffBytes   = 256 << 10
)

// sepLine reads Excel's first line `sep=;`, which names the delimiter. It returns
// the delimiter and the text's rest, or ok false. The line may be in quotes, and
// may end in further delimiters, as programs write it that took it for a record.
func sepLine(text string) (delim byte, rest string, ok bool) {
	end := strings.IndexAny(text[:min(len(text), 256)], "\r\n")
	if end < 0 {
		return 0, "", false
	}
	line := strings.Trim(strings.TrimRight(text[:end], " "), `"`)
	if len(line) < len("sep=;") || !strings.EqualFold(line[:len("sep=")], "sep=") {
		return 0, "", false
	}
	delim = line[len("sep=")]
	if !validDelimiter(delim) || strings.Trim(line[len("sep="):], string(rune(delim))+` "`) != "" {
		return 0, "", false
	}
	return delim, text[end:], true
}

// validDelimiter reports whether c can divide fields: a tab or an ASCII sign that
// is not a letter, a digit, a space or a quote.
func validDelimiter(c byte) bool {
	switch {
	case c == '\t':
		return true
	case c <= ' ', c >= 0x7f, c == '"':
		return false
	case '0' <= c && c <= '9', 'a' <= c|0x20 && c|0x20 <= 'z':
		return false
	}
	return true
}

// sniffDelimiter chooses the candidate that cuts the first records into the most
// even number of fields. Text with none of them is one column of "commas". Where
// another candidate does nearly as well, a notice says that it is a guess.
func sniffDelimiter(text string) (best byte, doubt []Notice) {
	best = ','
	bestScore, next, nextScore := 0.0, byte(0), 0.0
	for i := range len(delimiters) {
		score := evenness(text, delimiters[i])
		switch {
		case score > bestScore:
			next, nextScore = best, bestScore
			best, bestScore = delimiters[i], score
		case score > nextScore:
			next, nextScore = delimiters[i], score
		}
	}
	if nextScore > nearlyAsGood*bestScore {
		doubt = []Notice{{0, fmt.Sprintf("%s is taken to divide the columns, which is a guess: %s would do nearly as well; "+
			"if the columns look wrong, save the file as CSV UTF-8", delimiterName(rune(best)), delimiterName(rune(next)))}}
	}
	return best, doubt
}

// nearlyAsGood is the part of the best score from which a second candidate casts
// doubt on it.
const nearlyAsGood = 0.85

// evenness scores a delimiter from 0 (never divides anything) to 1: the share of
// records that have the usual number of fields, less for few fields, and less when
// the first record is not one of them. It is scored over whole records, so that
// delimiters and line breaks in quotes do not count.
func evenness(text string, delim byte) float64 {
	truncated := len(text) > sniffBytes
	s := scanner{text: text[:min(len(text), sniffBytes)], line: 1, delim: delim}
	counts := map[int]int{}
	records, first := 0, 0
	for records < sniffRecords {
		rec, ok := s.next()
		if !ok || truncated && records > 0 && s.pos >= len(s.text) {
			break // the last record of a cut sample may be a part of one
		}
		if rec.Blank() {
			continue
		}
		if records == 0 {
			first = len(rec.Values)
		}
		records++
		if !rec.Refused() { // a delimiter that breaks quotes is hardly one
			counts[len(rec.Values)]++
		}
	}
	usual := 0
	for n, times := range counts {
		if n > 1 && (times > counts[usual] || times == counts[usual] && n > usual) {
			usual = n
		}
	}
	if usual == 0 {
		return 0
	}
	share := float64(counts[usual]) / float64(records)
	score := share * share * (1 - 1/float64(usual))
	if first != usual {
		score /= 2
	}
	return score
}
