package words

import (
	"math"
	"slices"
	"strconv"
)

// Minus is the sign that stands before a negative number in print.
const Minus = "−"

// Count writes a number of things: "1 error", "2,000 errors".
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Thousands(n) + " " + noun
}

// Quality counts what is wrong with the files: "no errors, 1 point to check".
func Quality(errors, notices int) string {
	none := func(n int, noun, nouns string) string {
		if n == 0 {
			return "no " + nouns
		}
		return Thousands(n) + " " + plural(n, noun, nouns)
	}
	return none(errors, "error", "errors") + ", " + none(notices, "point to check", "points to check")
}

// StaffWords counts staff: "1 member of staff", "312 staff".
func StaffWords(n int) string {
	if n == 1 {
		return "1 member of staff"
	}
	return Thousands(n) + " staff"
}

// Quoted sets words of others apart from ours.
func Quoted(text string) string { return "“" + text + "”" }

// Thousands writes a count with commas: 1863 is "1,863".
func Thousands(n int) string {
	s := strconv.Itoa(n)
	if n < 0 {
		return Minus + Thousands(-n)
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Percent writes a share (0.0648) as a percentage with decimals ("6.5%").
func Percent(share float64, decimals int) string { return fixed(share*100, decimals) + "%" }

// PointsNumber writes a difference of shares (-0.1131) in percentage points ("−11.3"),
// beside a word for its unit: a percent sign would say that it is relative. More than 0
// has no plus before it, which would be read as good.
func PointsNumber(difference float64, decimals int) string {
	return fixed(difference*100, decimals)
}

// RatioText writes a ratio with two decimals, as the standard prints it.
func RatioText(ratio float64) string { return fixed(ratio, 2) }

// mostDecimals is as far as apart goes; what is nearer than that is as good as there.
const mostDecimals = 6

// apart writes a number as fixed does, with as many more decimals as keep it from
// being printed as a mark that it only lies near: a limit of 1.002 beside the words
// "statistically significant" is not "1.00".
func apart(v float64, decimals int, marks ...float64) string {
	for d := decimals; d <= mostDecimals; d++ {
		text := fixed(v, d)
		if !slices.ContainsFunc(marks, func(mark float64) bool { return text == fixed(mark, d) }) {
			return text
		}
	}
	return fixed(v, decimals)
}

// ratioApart is RatioText for what is set against a ratio of 1.
func ratioApart(ratio float64) string { return apart(ratio, 2, 1) }

// fixed rounds a half away from nought, as people do. A value that binary
// fractions leave a hair below a half (5.25 as 5.2499…) counts as the half: two
// published decimals subtracted must not round by accident.
func fixed(v float64, decimals int) string {
	unit := math.Pow10(decimals)
	rounded := math.Floor(math.Abs(v)*unit+0.5+1e-9) / unit
	s := strconv.FormatFloat(rounded, 'f', decimals, 64)
	if v < 0 && rounded != 0 {
		return Minus + s
	}
	return s
}
