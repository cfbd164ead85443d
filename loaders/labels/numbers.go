package labels

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/pattern"
)

// maxCount is the largest count that is believed: the whole NHS has under two
// million staff, and its largest employer had under ten million applicants.
const maxCount = 10_000_000

// What a cell may hold. A whole number of a spreadsheet may come as 12.0, which
// is twelve; 12.9 people is not a headcount. 1.000 may be the thousand of a spreadsheet
// that divides thousands with a point. Each is compiled when it is first asked for: most
// commands meet few of them.
var (
	wholeNumber  = pattern.Of(`^[0-9]+(?:\.0+)?$`)
	threeNoughts = pattern.Of(`^[1-9][0-9]{0,2}\.000$`)
	withCommas   = pattern.Of(`^[1-9][0-9]{0,2}(?:,[0-9]{3})+$`) // 0,125 is an eighth, not 125
	plainNumber  = pattern.Of(`^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$`)
)

// Forms that are not numbers here, told apart so that the message can say what
// to do.
var (
	suppressed  = pattern.Of(`^(?i:\*+|\.{2,}|…|[<≤>≥]=? ?[0-9]+|\[[a-z]+\]|\([a-z]+\)|c|s|x|z|#|~|†|‡|:|n/?a|(?:less than|fewer than|under|below|up to|over|more than|at least|at most) [0-9]+|[0-9]+ or (?:less|fewer|more)|[0-9]{1,3} ?(?:[-−–]|to) ?[0-9]{1,3}|[0-9]+ ?\*+|low|small|suppressed|withheld|redacted|supp\.?)$`)
	negative    = pattern.Of(`^(?:[-−–] ?[0-9][0-9.,]*|\([0-9][0-9.,]*\)|[0-9][0-9.,]*[-−–])$`)
	scientific  = pattern.Of(`^[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]+$`)
	fractional  = pattern.Of(`^[0-9]*\.[0-9]+$`)
	oddCommas   = pattern.Of(`^[0-9][0-9,.]*$`)
	decimalMark = pattern.Of(`^[0-9]{1,3},[0-9]{1,2}$`)
	lostInExcel = pattern.Of(`^#(?i:n/a|ref!|value!|div/0!|name\?|num!|null!|#+)$`)
	textFormula = pattern.Of(`^="[^"]*"$`)
	noNumber    = pattern.Of(`^[-−–—]+$`)
)

// What a message tells the reader to do with a figure that is not given.
const (
	doSuppressed = "give the count if it is known; figures that lack it are marked as incomplete"
	doBlank      = "give the number, 0 if there was none; figures that lack it are marked as incomplete"
)

// ParseCount reads a count of people. Where the cell is none, wrong says what is
// wrong and what to do, to follow the cell in a sentence.
func ParseCount(raw string) (n int, wrong string) {
	s := strings.TrimSpace(raw)
	digits := ""
	switch {
	case threeNoughts().MatchString(s):
		return 0, "could be thousands, or a whole number with three noughts behind its point; write the digits alone, such as 12 or 12000"
	case wholeNumber().MatchString(s):
		digits, _, _ = strings.Cut(s, ".")
	case withCommas().MatchString(s):
		digits = strings.ReplaceAll(s, ",", "")
	default:
		return 0, noCount(s)
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n > maxCount {
		return 0, "is larger than any count of people; give the number of people"
	}
	return n, ""
}

// The marks of a hidden count that say between what it lies.
var (
	bound   = pattern.Of(`^(?i)(<=?|≤|>=?|≥|less than|fewer than|under|below|up to|at most|over|more than|at least)=? ?([0-9]{1,7})$|^([0-9]{1,7}) or (less|fewer|more)$`)
	between = pattern.Of(`^([0-9]{1,3}) ?(?:[-−–]|(?i:to)) ?([0-9]{1,3})$`)
)

// BoundsOf reads what a mark in place of a count says of it: "<5" is 1 to 4, for a count
// of nought is not hidden. Any other mark says nothing.
func BoundsOf(raw string) model.Bounds {
	s := strings.TrimSpace(raw)
	if m := between().FindStringSubmatch(s); m != nil {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		if from <= to {
			return model.Bounds{Least: from, Most: to}
		}
		return model.Bounds{Open: true}
	}
	m := bound().FindStringSubmatch(s)
	if m == nil {
		return model.Bounds{Open: true}
	}
	n, _ := strconv.Atoi(m[2] + m[3])
	switch strings.ToLower(m[1] + m[4]) {
	case "<", "less than", "fewer than", "under", "below":
		return model.Bounds{Least: 1, Most: max(n-1, 1)}
	case "<=", "≤", "up to", "at most", "less", "fewer":
		return model.Bounds{Least: 1, Most: max(n, 1)}
	case ">", "over", "more than":
		return model.Bounds{Least: n + 1, Open: true}
	}
	return model.Bounds{Least: n, Open: true}
}

// noCount says why a cell is no count.
func noCount(s string) string {
	switch {
	case s == "":
		return "is blank; " + doBlank
	case noNumber().MatchString(s):
		return "does not say whether there was none or the count is suppressed; write 0, or " + doSuppressed
	case lostInExcel().MatchString(s):
		return "is an error of the spreadsheet; mend the formula there and export again"
	case suppressed().MatchString(s):
		return "is a suppressed count; " + doSuppressed
	case textFormula().MatchString(s):
		return "is a formula that gives a text, which programs write to keep noughts; write the digits alone, such as 12"
	case negative().MatchString(s):
		return "is negative; give the number of people, 0 or more"
	case scientific().MatchString(s):
		return "is in scientific form, whose last digits are lost; format the column as a number and export again"
	case fractional().MatchString(s):
		return "is not a whole number; give the number of people"
	case strings.HasSuffix(s, "%"):
		return "is a percentage; give the number of people"
	case oddCommas().MatchString(s):
		return "has a comma or a point where thousands have none; write the digits alone, such as 1625"
	}
	return "is not a whole number; give the number of people in digits"
}

// Percent is a percentage as a cell has it.
type Percent struct {
	Value float64 // 37.5 for both 37.5 and 37.5%
	Share float64 // 0.375
	Sign  bool    // the cell has a % sign
}

// ParsePercent reads a percentage from 0 to 100, with or without %.
func ParsePercent(raw string) (p Percent, wrong string) {
	s, sign := strings.CutSuffix(strings.TrimSpace(raw), "%")
	s = strings.TrimSpace(s)
	v, wrong := ParseDecimal(s)
	if wrong != "" {
		return Percent{}, wrong
	}
	if v > 100 {
		return Percent{}, "is over 100; give the percentage, 0 to 100"
	}
	return Percent{v, Hundredth(s), sign}, ""
}

// Hundredth reads the hundredth part of a plain number. Dividing by 100 would
// give 0.24100000000000002 for 24.1, and JSON shows every digit.
func Hundredth(s string) float64 {
	v, _ := strconv.ParseFloat(s+"e-2", 64) // s has been read as a plain number
	return v
}

// ParseDecimal reads a number of 0 or more, such as a ratio or a percentage.
func ParseDecimal(s string) (v float64, wrong string) {
	switch {
	case plainNumber().MatchString(s):
		v, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsInf(v, 0) {
			return 0, "is larger than any figure here; check it"
		}
		return v, ""
	case s == "":
		return 0, "is blank; give the figure, or say in a status row why there is none"
	case noNumber().MatchString(s), suppressed().MatchString(s):
		return 0, "is not a figure; give it, or say in a status row why there is none"
	case lostInExcel().MatchString(s):
		return 0, "is an error of the spreadsheet; mend the formula there and export again"
	case negative().MatchString(s):
		return 0, "is negative; give a figure of 0 or more"
	case decimalMark().MatchString(s):
		return 0, "has a comma for its decimal point; write 37.5, not 37,5"
	}
	return 0, "is not a number; give the figure in digits, such as 37.5"
}

// answers are the ways to say yes and no.
var answers = map[string]model.Answer{
	"":    model.NotGiven,
	"yes": model.Yes, "y": model.Yes, "true": model.Yes, "1": model.Yes,
	"no": model.No, "n": model.No, "false": model.No, "0": model.No,
}

// ParseAnswer reads yes or no; a blank cell is not given.
func ParseAnswer(raw string) (model.Answer, bool) {
	a, ok := answers[strings.ToLower(strings.TrimSpace(raw))]
	return a, ok
}

// indicatorPattern is an indicator as extracts write it.
var indicatorPattern = pattern.Of(`^(?i:(?:wres )?(?:indicator|ind\.?|metric|wres) ?)?0?([1-9][0-9]?)$`)

// ParseIndicator reads an indicator, one of those that are asked for.
func ParseIndicator(raw string, of []string) (string, bool) {
	m := indicatorPattern().FindStringSubmatch(strings.TrimSpace(raw))
	if m == nil || !slices.Contains(of, m[1]) {
		return "", false
	}
	return m[1], true
}

// IsWithheld reports whether a cell is a mark that stands for a count that is not shown.
func IsWithheld(raw string) bool {
	s := strings.TrimSpace(raw)
	return suppressed().MatchString(s) || noNumber().MatchString(s)
}
