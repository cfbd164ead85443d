package labels

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/pattern"
)

// The words by which a value tells what it is, compiled when they are first asked for.
var (
	ratioWords      = pattern.Of(`(?i)\b(?:ratio|likel\w*|times)\b`)
	differenceWords = pattern.Of(`(?i)\b(?:difference|points?|pp|ppts?|gap|minus)\b`)
	boardDifference = pattern.Of(`(?i)\b(?:less|compared (?:with|to))\b|\bboard\b.* ?[-−–] ?(?:\w+ )*workforce\b`)
	signed          = pattern.Of(`^\s*[-−–+]\s*[0-9.]`)
	shareWords      = pattern.Of(`(?i)%|\b(?:percent\w*|per cent|share|proportion|rate)\b`)
	bandWords       = pattern.Of(`(?i)\b(?:band (?:[1-7]|8 ?[a-d]|9)\b|vsm\b|very senior managers?\b)`)
	unitWords       = pattern.Of(`(?i) ?(?:%|pp|ppts?|(?:percentage )?points?)$`)
)

// BandIn finds the band that a measure's words name ("BME % at VSM").
func BandIn(what string) (model.Band, bool) { return model.ParseBand(bandWords().FindString(what)) }

// GroupIn finds the one group that a measure's words name. A measure that names
// two, such as a ratio of both, is of neither.
func (l *Labels) GroupIn(what string) (group model.Group, found bool) {
	words := strings.FieldsFunc(strings.ToLower(what), func(c rune) bool { return c < 'a' || c > 'z' })
	names := [model.GroupCount][]string{model.White: {"white"}, model.BME: {"bme", "bame"}, model.Unknown: {"unknown"}}
	low := strings.ToLower(what)
	for _, g := range model.Groups() {
		own := strings.ToLower(l.Settings.Labels.Label(g))
		if slices.ContainsFunc(names[g], func(w string) bool { return slices.Contains(words, w) }) || len(own) > 2 && strings.Contains(low, own) {
			if found {
				return 0, false
			}
			group, found = g, true
		}
	}
	return group, found
}

// MeasureOf says what a value is, from the words of its measure and the value as it is
// written. likelihood and board say how its indicator is counted.
func MeasureOf(what, raw string, likelihood, board bool) model.Measure {
	switch share := shareWords().MatchString(what); {
	case differenceWords().MatchString(what), board && (boardDifference().MatchString(what) || signed().MatchString(raw)):
		return model.Difference
	case ratioWords().MatchString(what) && !share, likelihood && !share && !strings.Contains(raw, "%"):
		return model.Ratio
	}
	return model.Share
}

// ParseBenchmark reads a value as a ratio, a difference in points or a percentage;
// the last two come back as fractions.
func ParseBenchmark(raw string, measure model.Measure) (v float64, wrong string) {
	s := strings.TrimSpace(raw)
	switch measure {
	case model.Ratio:
		if strings.HasSuffix(s, "%") {
			return 0, "is a percentage, and its measure is a ratio; write the ratio, such as 1.62, or say % in the measure"
		}
		return ParseDecimal(s)
	case model.Difference:
		sign := 1.0
		s = unitWords().ReplaceAllString(s, "")
		for _, minus := range []string{"-", "−", "–"} {
			if rest, ok := strings.CutPrefix(s, minus); ok {
				s, sign = strings.TrimSpace(rest), -1
				break
			}
		}
		s = strings.TrimPrefix(s, "+")
		v, wrong = ParseDecimal(s)
		switch {
		case wrong != "":
			return 0, wrong
		case v > 100:
			return 0, "is over 100 points; give the difference in percentage points"
		}
		return sign * Hundredth(s), ""
	}
	p, wrong := ParsePercent(s)
	return p.Share, wrong
}
