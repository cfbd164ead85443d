package columns

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
)

// groupHeading is what a heading says that names a group.
type groupHeading struct {
	GroupColumn
	named   bool
	percent bool   // of percentages
	rest    string // what else it says, which is not understood
}

// maxHeadingWords bounds the words of a heading that are looked at: there are as many
// pieces of it as the square of them.
const maxHeadingWords = 16

// Signs between the words of a heading, words that add nothing to what it names, and
// where a figure is written to a word: BME2024, White-2024.
var (
	headingSigns = strings.NewReplacer("_", " ", "(", " ", ")", " ", "[", " ", "]", " ", ":", " ", ";", " ", "|", " ", "%", " % ")
	fillers      = []string{"headcount", "head", "hc", "count", "counts", "number", "numbers", "no", "no.", "nos", "n", "n=", "staff", "members", "people", "employees", "value",
		"of", "the", "at", "as", "on", "in", "for", "year", "ye", "ended", "ending", "-", "–", "—", "/", ",", "%", "percent", "percentage", "pct"}
	figureBehind = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\p{L})[-–]?([0-9])|([0-9])[-–]?(\p{L})`) })
)

// readHeading reads a heading such as "White", "BME staff", "2024 White", "Number of BME
// staff (2023/24)". Its words are those of labels.
func (c *Columns) readHeading(name string) groupHeading {
	name = csvfile.Clean(name)
	plain := headingSigns.Replace(name)
	percent := slices.ContainsFunc(strings.Fields(strings.ToLower(plain)), func(w string) bool {
		return w == "%" || w == "pct" || strings.HasPrefix(w, "percent")
	})
	if g, ok := c.labelHeading(name, nil); ok {
		return groupHeading{GroupColumn: g, named: true, percent: percent}
	}
	var first groupHeading
	for _, text := range []string{plain, figureBehind().ReplaceAllString(plain, "$1$3 $2$4")} {
		words := strings.Fields(text)
		if len(words) > maxHeadingWords {
			break
		}
		if h := c.readWords(words); h.named && (h.rest == "" || !first.named) {
			first = h
		}
		if first.named && first.rest == "" {
			break
		}
	}
	first.percent = percent
	return first
}

// readWords looks for the longest piece of a heading that is a label, such that the
// rest is understood too, if there is one.
func (c *Columns) readWords(words []string) (first groupHeading) {
	for size := len(words); size > 0; size-- {
		for at := 0; at+size <= len(words); at++ {
			if isSign(words[at]) || isSign(words[at+size-1]) {
				continue
			}
			piece := strings.Join(words[at:at+size], " ")
			g, ok := c.labelHeading(piece, c.rule(piece))
			if !ok || g.code() && size < len(words) {
				continue
			}
			h := groupHeading{GroupColumn: g, named: true}
			h.readRest(slices.Concat(words[:at], words[at+size:]))
			if h.rest == "" {
				return h
			}
			if !first.named {
				first = h
			}
		}
	}
	return first
}

// isSign reports whether a word has no letter and no digit.
func isSign(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// readRest reads what stands beside the group's name.
func (h *groupHeading) readRest(words []string) {
	words = slices.DeleteFunc(words, func(w string) bool { return slices.Contains(fillers, strings.ToLower(w)) })
	if y, ok := labels.YearName(strings.Join(words, " ")); ok {
		h.Year = y
	} else {
		h.rest = strings.Join(words, " ")
	}
}

// labelHeading reads a piece of a heading as a label; rule is what the settings say of it.
func (c *Columns) labelHeading(name string, rule *Rule) (GroupColumn, bool) {
	key := csvfile.Fold(name)
	if key == "" {
		return GroupColumn{}, false
	}
	if rule != nil {
		e, ok := groupNames[rule.Standard]
		own := c.labels.Ethnicity(name)
		return GroupColumn{Ethnicity: e, Label: key, mapped: true, Apart: !own.Known || own.Value != e || own.Mapped}, ok
	}
	read := c.labels.Ethnicity(name)
	switch {
	case read.Total && model.IsTotal(name):
		return GroupColumn{Label: key, Total: true}, true
	case read.Known:
		return GroupColumn{Ethnicity: read.Value, Label: key, Sum: read.Sum, Apart: read.Mapped}, true
	}
	return GroupColumn{}, false
}

// code reports whether the header is an ESR code alone: "A", "CP". "ED" is short
// for ethnically diverse.
func (g GroupColumn) code() bool {
	return !g.mapped && utf8.RuneCountInString(g.Label) <= 2 && g.Label != "ed"
}

// groupNames are the standard names of the wide form's columns.
var groupNames = map[string]model.Ethnicity{
	"white": model.WhiteGroup, "bme": model.BMEGroup, "unknown": model.UnknownEthnicity,
}
