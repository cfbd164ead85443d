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
func Percent(share float64, decimals int) string { return fixed(share*100, decimals, false) + "%" }

// PointsText writes a difference of shares (-0.1131) as percentage points with
// its sign ("−11.3 points"): points, because a percent sign would say that it is
// relative.
func PointsText(difference float64, decimals int) string {
	return PointsNumber(difference, decimals) + " points"
}

// PointsNumber is PointsText without its unit, for a column that names it.
func PointsNumber(difference float64, decimals int) string {
	return fixed(difference*100, decimals, true)
}

// RatioText writes a ratio with two decimals, as the standard prints it.
func RatioText(ratio float64) string { return fixed(ratio, 2, false) }

// mostDecimals is as far as apart goes; what is nearer than that is as good as there.
const mostDecimals = 6

// apart writes a number as fixed does, with as many more decimals as keep it from
// being printed as a mark that it only lies near: a limit of 1.002 beside the words
// "the difference is clear" is not "1.00".
func apart(v float64, decimals int, signed bool, marks ...float64) string {
	for d := decimals; d <= mostDecimals; d++ {
		text := fixed(v, d, signed)
		if !slices.ContainsFunc(marks, func(mark float64) bool { return text == fixed(mark, d, signed) }) {
			return text
		}
	}
	return fixed(v, decimals, signed)
}

// ratioApart is RatioText for what is set against a ratio of 1.
func ratioApart(ratio float64) string { return apart(ratio, 2, false, 1) }

// fixed rounds a half away from nought, as people do. A value that binary
// fractions leave a hair below a half (5.25 as 5.2499…) counts as the half: two
// published decimals subtracted must not round by accident.
func fixed(v float64, decimals int, signed bool) string {
	unit := math.Pow10(decimals)
	rounded := math.Floor(math.Abs(v)*unit+0.5+1e-9) / unit
	s := strconv.FormatFloat(rounded, 'f', decimals, 64)
	switch {
	case rounded == 0:
		return s
	case v < 0:
		return Minus + s
	case signed:
		return "+" + s
	}
	return s
}
