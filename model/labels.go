package model

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// ParseEthnicity reads an ethnicity as extracts write it: a group, a category or
// high-level group of the ONS 2001 or 2021 set, an ESR code in capitals, or a code
// with its label ("A White - British"). An empty cell is Missing. It answers false
// for a label that it does not know; the caller counts that as unknown and says
// so.
func ParseEthnicity(cell string) (Ethnicity, bool) {
	trimmed := strings.TrimSpace(cell)
	key := labelKey(trimmed)
	if strings.HasPrefix(trimmed, "#") {
		return UnknownEthnicity, false // "#N/A" is a formula that failed, not an answer
	}
	if key == "" {
		if strings.Trim(trimmed, "-–—.?") == "" {
			return Missing, true
		}
		return UnknownEthnicity, false // "*" is a mark, not a blank
	}
	l := wordsOf(trimmed)
	if e, ok := l.ethnicity(); ok {
		return e, true
	}
	// A code alone is one in capitals ("c" marks a hidden figure, "n" is no), and the
	// label beside one must be of the same group: "A long story" is not A.
	last := len(l.words) - 1
	if e, ok := esrEthnicity(l.written[0]); ok && l.before[0] == "" && (last == 0 || l.from(1).labelOf(l.words[0], e)) {
		return e, true
	}
	if e, ok := esrEthnicity(l.written[last]); ok && last > 0 && l.to(last).labelOf(l.words[last], e) {
		return e, true
	}
	return UnknownEthnicity, false
}

// labelKey folds a label for look-up: lower case, every run of other signs than
// letters and digits one space, a trailing "background" or "ethnic group" kept.
func labelKey(s string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
			continue
		}
		space = true
	}
	return b.String()
}

// esrEthnicity reads an ESR ethnic origin code. The first letter is national and
// decides the category; a second one is local detail. Source: NHS Data
// Dictionary, ethnic category code, and the ESR sub-codes.
func esrEthnicity(capitals string) (Ethnicity, bool) {
	code := strings.ToLower(capitals)
	if capitals != strings.ToUpper(code) {
		return UnknownEthnicity, false
	}
	if e, ok := esrCodes()[code]; ok {
		return e, true
	}
	if len(code) == 2 && strings.Contains(esrSubCodes()[code[:1]], code[1:]) {
		return esrCodes()[code[:1]], true
	}
	return UnknownEthnicity, false
}

var esrCodes = sync.OnceValue(func() map[string]Ethnicity {
	return map[string]Ethnicity{
		"a": WhiteBritish, "b": WhiteIrish, "c": OtherWhite,
		"cl": GypsyOrTraveller, "cm": GypsyOrTraveller, "cn": GypsyOrTraveller,
		"d": WhiteAndBlackCaribbean, "e": WhiteAndBlackAfrican, "f": WhiteAndAsian, "g": OtherMixed,
		"h": Indian, "j": Pakistani, "k": Bangladeshi, "l": OtherAsian,
		"m": Caribbean, "n": African, "p": OtherBlack, "r": Chinese, "s": OtherEthnic,
		"z": NotStated, "99": Missing,
	}
})

// esrSubCodes holds the second characters in use behind each national letter.
var esrSubCodes = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"c": "23abcdefghjklmnpqrstuvwxy",
		"g": "abcdef",
		"l": "abcdefghjk",
		"p": "abcde",
		"s": "abcde",
	}
})

// esrLabels holds the labels of the ESR sub-codes, with commas between the alternatives.
// Source: NHS Data Dictionary, ethnic category code.
var esrLabels = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"c2": "northern irish",
		"c3": "other white, white unspecified",
		"ca": "english",
		"cb": "scottish",
		"cc": "welsh",
		"cd": "cornish",
		"ce": "cypriot part not stated, cypriot",
		"cf": "greek",
		"cg": "greek cypriot",
		"ch": "turkish",
		"cj": "turkish cypriot",
		"ck": "italian",
		"cl": "irish traveller",
		"cm": "traveller",
		"cn": "gypsy romany",
		"cp": "polish",
		"cq": "all republics which made up the former ussr, former ussr",
		"cr": "kosovan",
		"cs": "albanian",
		"ct": "bosnian",
		"cu": "croatian",
		"cv": "serbian",
		"cw": "other republics which made up the former yugoslavia, former yugoslavia",
		"cx": "mixed white",
		"cy": "other white european, european unspecified, european mixed, european",
		"ga": "black and asian",
		"gb": "black and chinese",
		"gc": "black and white",
		"gd": "chinese and white",
		"ge": "asian and chinese",
		"gf": "other mixed, mixed unspecified",
		"la": "mixed asian",
		"lb": "punjabi",
		"lc": "kashmiri",
		"ld": "east african asian",
		"le": "sri lanka, sri lankan",
		"lf": "tamil",
		"lg": "sinhalese",
		"lh": "british asian",
		"lj": "caribbean asian",
		"lk": "other asian, asian unspecified",
		"pa": "somali",
		"pb": "mixed black",
		"pc": "nigerian",
		"pd": "black british",
		"pe": "other black, black unspecified",
		"sa": "vietnamese",
		"sb": "japanese",
		"sc": "filipino",
		"sd": "malaysian",
		"se": "any other group, other specified",
	}
})

// ethnicityLabels maps folded labels, without "and" between their words, to categories.
// Sources: ONS 2001 and 2021 labels, ESR and staff survey spellings, the words reports
// use for the groups, and the labels of the ESR sub-codes. One of those is read in two
// ways where its code does not stand beside it.
var ethnicityLabels = sync.OnceValue(func() map[string]Ethnicity {
	labels := map[string]Ethnicity{}
	for code, all := range esrLabels() {
		for label := range strings.SplitSeq(all, ",") {
			if key := wordsOf(label).key(); key != "mixed white" {
				e, _ := esrEthnicity(strings.ToUpper(code))
				labels[key] = e
			}
		}
	}
	for e, spellings := range ethnicitySpellings() {
		for _, spelling := range spellings {
			labels[wordsOf(spelling).key()] = e
		}
	}
	return labels
})

func ethnicitySpellings() map[Ethnicity][]string {
	return map[Ethnicity][]string{
		WhiteGroup:             {"White", "All White"},
		WhiteBritish:           {"British", "White British", "British, Mixed British"},
		WhiteIrish:             {"Irish", "White Irish"},
		GypsyOrTraveller:       {"Gypsy or Irish Traveller"},
		OtherWhite:             {"Any other White background", "Any other White", "Other White", "White other", "White any other White background"},
		BMEGroup:               {"ED", "Ethnically diverse", "Global majority", "Racialised", "All other ethnic groups combined"},
		MixedGroup:             {"Mixed", "Mixed or multiple", "Mixed multiple", "Multiple", "Dual heritage", "Mixed heritage", "Mixed race"},
		WhiteAndBlackCaribbean: {"White and Black Caribbean", "Mixed White and Black Caribbean"},
		WhiteAndBlackAfrican:   {"White and Black African", "Mixed White and Black African"},
		WhiteAndAsian:          {"White and Asian", "Mixed White and Asian"},
		OtherMixed: {"Any other mixed background", "Any other mixed / multiple ethnic background", "Any other mixed or multiple background",
			"Any other mixed or multiple ethnic background", "Other mixed", "Any other mixed", "Other Mixed or Multiple ethnic groups", "Other Mixed or Multiple"},
		AsianGroup:  {"Asian", "Asian or Asian British", "Asian, Asian British or Asian Welsh"},
		Indian:      {"Indian"},
		Pakistani:   {"Pakistani"},
		Bangladeshi: {"Bangladeshi"},
		Chinese:     {"Chinese", "Asian Chinese", "Chinese or other ethnic group - Chinese", "Other ethnic groups - Chinese", "Other ethnic group - Chinese"},
		OtherAsian:  {"Any other Asian background", "Any other Asian", "Other Asian", "Filipino"},
		BlackGroup: {"Black", "Black or Black British", "Black, Black British, Caribbean or African", "Black / African / Caribbean / Black British", "Black, African, Caribbean",
			"Black, Black British, Black Welsh, Caribbean or African"},
		African:   {"African", "Black African"},
		Caribbean: {"Caribbean", "Black Caribbean", "African Caribbean", "Afro-Caribbean"},
		OtherBlack: {"Any other Black background", "Any other Black / African / Caribbean background", "Any other Black", "Other Black",
			"Any other Black, Black British or Caribbean background", "Any other Black, Black British, or Caribbean background"},
		OtherGroup: {"Other", "Others", "Other ethnic groups", "Other ethnic group", "Chinese or other ethnic group", "Chinese or other"},
		Arab:       {"Arab", "Other Arab"},
		OtherEthnic: {"Any other ethnic group", "Any other ethnic background", "Any other ethnicity", "Any other",
			"Any other group", "Chinese or other ethnic group - Any other", "Chinese or other ethnic group - Any other ethnic group",
			"Chinese or other ethnic group - Other ethnic group", "Chinese or other ethnic group - Other"},
		Missing: {""},
	}
}

// folded makes of a table of spellings a look-up by folded label, when it is first
// asked for: a start of the program reads no label.
func folded[K comparable](table func() map[K][]string) func() map[string]K {
	return sync.OnceValue(func() map[string]K {
		labels := map[string]K{}
		for key, spellings := range table() {
			for _, spelling := range spellings {
				labels[labelKey(spelling)] = key
			}
		}
		return labels
	})
}

// pattern compiles an expression when it is first asked for.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

// IsTotal reports whether a label names the sum of a table's rows. Such a row is
// set aside beside its parts, never added to them.
func IsTotal(cell string) bool {
	switch labelKey(cell) {
	case "total", "totals", "all", "all staff", "grand total", "overall", "sum", "all ethnicities", "all bands",
		"all ethnic groups", "all ethnic categories", "all ethnic backgrounds", "total all ethnic groups", "total all ethnicities", "total all staff",
		"total all", "all employees", "all people", "all members", "total employees", "total people", "total members", "total board members",
		"total applicants", "total number", "total number of staff", "overall total", "grand totals",
		"all groups", "total headcount", "total staff", "sub total", "subtotal", "all applicants", "workforce", "overall workforce", "total workforce":
		return true
	}
	return false
}

// totalWords stand before or behind a group's name in a label of its total.
var totalWords = []string{"sub total", "subtotal", "total", "all"}

// CutTotal takes the word for a sum off a label of a group's total, such as "Total
// White" or "BME total"; what is left is the group's name, folded. It answers false
// for a label without such a word, and for the total of all.
func CutTotal(cell string) (rest string, ok bool) {
	key := labelKey(cell)
	if IsTotal(cell) || strings.HasPrefix(key, "all other") { // these are all but White
		return "", false
	}
	for _, word := range totalWords {
		if rest, ok := strings.CutPrefix(key, word+" "); ok {
			return rest, true
		}
		if rest, ok := strings.CutSuffix(key, " "+word); ok && word != "all" {
			return rest, true
		}
	}
	return "", false
}
