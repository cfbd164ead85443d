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
	if e, ok := parseLabel(key); ok {
		return e, true
	}
	code, rest := trimmed, ""
	if i := strings.IndexFunc(trimmed, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		code, rest = trimmed[:i], trimmed[i:]
	}
	e, ok := esrEthnicity(code)
	if !ok {
		return UnknownEthnicity, false
	}
	// A code alone is one in capitals ("c" marks a hidden figure, "n" is no), and
	// what follows one must be a label of the same group: "A long story" is not A.
	if rest = labelKey(rest); rest == "" || esrLabel(strings.ToLower(code), rest) {
		return e, true
	}
	if by, ok := parseLabel(rest); ok && by.Group() == e.Group() {
		return e, true
	}
	return UnknownEthnicity, false
}

// parseLabel reads a folded label, with the name of its family before it or
// without.
func parseLabel(s string) (Ethnicity, bool) {
	if e, ok := ethnicityLabels()[s]; ok {
		return e, true
	}
	for _, family := range ethnicityFamilies {
		if tail, ok := strings.CutPrefix(s, family.prefix+" "); ok {
			if tail == "any other background" || tail == "other background" {
				return family.last, true // "C White - Any other background"
			}
			if e, ok := ethnicityLabels()[strings.TrimPrefix(tail, "or ")]; ok && ethnicityInFamily(e, family.first, family.last) {
				return e, true
			}
		}
	}
	return UnknownEthnicity, false
}

// esrLabel reports whether a folded text is the label of an ESR sub-code, or any
// text that begins with the name of its family: ESR prints "CY White Other
// European" for one that the Data Dictionary words at length. A code of one letter
// is too easily a word for that.
func esrLabel(code, text string) bool {
	label, ok := esrLabels()[code]
	if !ok || text == label {
		return ok
	}
	for _, family := range ethnicityFamilies {
		if strings.HasPrefix(text, family.prefix+" ") && ethnicityInFamily(esrCodes()[code[:1]], family.first, family.last) {
			return true
		}
	}
	return false
}

func ethnicityInFamily(e, first, last Ethnicity) bool { return e >= first && e <= last }

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

// esrLabels holds the labels of the ESR sub-codes, folded. Source: NHS Data
// Dictionary, ethnic category code.
var esrLabels = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"c2": "northern irish",
		"c3": "other white white unspecified",
		"ca": "english",
		"cb": "scottish",
		"cc": "welsh",
		"cd": "cornish",
		"ce": "cypriot part not stated",
		"cf": "greek",
		"cg": "greek cypriot",
		"ch": "turkish",
		"cj": "turkish cypriot",
		"ck": "italian",
		"cl": "irish traveller",
		"cm": "traveller",
		"cn": "gypsy romany",
		"cp": "polish",
		"cq": "all republics which made up the former ussr",
		"cr": "kosovan",
		"cs": "albanian",
		"ct": "bosnian",
		"cu": "croatian",
		"cv": "serbian",
		"cw": "other republics which made up the former yugoslavia",
		"cx": "mixed white",
		"cy": "other white european european unspecified european mixed",
		"ga": "black and asian",
		"gb": "black and chinese",
		"gc": "black and white",
		"gd": "chinese and white",
		"ge": "asian and chinese",
		"gf": "other mixed mixed unspecified",
		"la": "mixed asian",
		"lb": "punjabi",
		"lc": "kashmiri",
		"ld": "east african asian",
		"le": "sri lanka",
		"lf": "tamil",
		"lg": "sinhalese",
		"lh": "british asian",
		"lj": "caribbean asian",
		"lk": "other asian asian unspecified",
		"pa": "somali",
		"pb": "mixed black",
		"pc": "nigerian",
		"pd": "black british",
		"pe": "other black black unspecified",
		"sa": "vietnamese",
		"sb": "japanese",
		"sc": "filipino",
		"sd": "malaysian",
		"se": "any other group",
	}
})

// ethnicityFamilies are the words that stand before a category in "Asian or
// Asian British - Indian"; what follows must be of the family. Longest first.
var ethnicityFamilies = []struct {
	prefix      string
	first, last Ethnicity
}{
	{"black black british black welsh caribbean or african", BlackGroup, OtherBlack},
	{"asian asian british or asian welsh", AsianGroup, OtherAsian},
	{"black african caribbean or black british", BlackGroup, OtherBlack},
	{"black african caribbean black british", BlackGroup, OtherBlack},
	{"black black british caribbean or african", BlackGroup, OtherBlack},
	{"mixed or multiple ethnic groups", MixedGroup, OtherMixed},
	{"mixed multiple ethnic groups", MixedGroup, OtherMixed},
	{"mixed or multiple ethnic group", MixedGroup, OtherMixed},
	{"mixed multiple ethnic group", MixedGroup, OtherMixed},
	{"asian or asian british", AsianGroup, OtherAsian},
	{"asian asian british", AsianGroup, OtherAsian},
	{"black or black british", BlackGroup, OtherBlack},
	{"black black british", BlackGroup, OtherBlack},
	{"other ethnic groups", OtherGroup, OtherEthnic},
	{"other ethnic group", OtherGroup, OtherEthnic},
	{"other", OtherGroup, OtherEthnic},
	{"white", WhiteGroup, OtherWhite},
	{"mixed", MixedGroup, OtherMixed},
	{"asian", AsianGroup, OtherAsian},
	{"black", BlackGroup, OtherBlack},
}

// ethnicityLabels maps folded labels to categories. Sources: ONS 2001 and 2021
// labels, ESR and staff survey spellings, and the words reports use for the
// groups.
var ethnicityLabels = folded(ethnicitySpellings)

func ethnicitySpellings() map[Ethnicity][]string {
	return map[Ethnicity][]string{
		WhiteGroup:       {"White", "White staff", "White ethnic groups", "All White"},
		WhiteBritish:     {"British", "White British", "British, Mixed British", "English", "Scottish", "Welsh", "Northern Irish", "English, Welsh, Scottish, Northern Irish or British", "English / Welsh / Scottish / Northern Irish / British", "White British / Welsh / Scottish / Northern Irish / British", "Welsh / English / Scottish / Northern Irish / British"},
		WhiteIrish:       {"Irish", "White Irish"},
		GypsyOrTraveller: {"Gypsy or Irish Traveller", "Gypsy/Irish Traveller", "Gypsy / Traveller", "Irish Traveller", "Traveller", "Gypsy", "Gypsy/Romany"},
		Roma:             {"Roma", "White Roma"},
		OtherWhite:       {"Any other White background", "Any other White", "Other White", "Other White background", "Polish", "White other", "White any other White background"},
		BMEGroup: {"BME", "BAME", "BME staff", "Black and minority ethnic", "Black, Asian and minority ethnic",
			"Black and ethnic minority", "Ethnically diverse", "ED", "Ethnic minority", "Ethnic minorities", "Minority ethnic",
			"Global majority", "All other ethnic groups combined", "Ethnic minority groups", "Racialised", "All ethnic minorities"},
		MixedGroup: {"Mixed", "Mixed or multiple ethnic groups", "Mixed/multiple ethnic groups", "Mixed or multiple", "Dual heritage", "Mixed heritage",
			"Mixed or multiple ethnic group", "Mixed / multiple"},
		WhiteAndBlackCaribbean: {"White and Black Caribbean", "White & Black Caribbean", "Mixed White and Black Caribbean"},
		WhiteAndBlackAfrican:   {"White and Black African", "White & Black African", "Mixed White and Black African"},
		WhiteAndAsian:          {"White and Asian", "White & Asian", "Mixed White and Asian"},
		OtherMixed: {"Any other mixed background", "Any other mixed / multiple ethnic background", "Any other mixed or multiple background",
			"Any other mixed or multiple ethnic background", "Other mixed", "Any other mixed", "Other Mixed or Multiple ethnic groups"},
		AsianGroup:  {"Asian", "Asian or Asian British", "Asian/Asian British", "Asian, Asian British", "Asian, Asian British or Asian Welsh"},
		Indian:      {"Indian", "Asian Indian", "Indian or British Indian", "British Indian"},
		Pakistani:   {"Pakistani", "Asian Pakistani", "Pakistani or British Pakistani", "British Pakistani"},
		Bangladeshi: {"Bangladeshi", "Asian Bangladeshi", "Bangladeshi or British Bangladeshi", "British Bangladeshi"},
		Chinese: {"Chinese", "Asian Chinese", "Asian or Asian British Chinese",
			"Chinese or other ethnic group - Chinese", "Other ethnic groups - Chinese", "Other ethnic group - Chinese"},
		OtherAsian: {"Any other Asian background", "Any other Asian", "Other Asian", "Other Asian background", "Filipino"},
		BlackGroup: {"Black", "Black or Black British", "Black/Black British", "Black, Black British, Caribbean or African",
			"Black / African / Caribbean / Black British", "Black, Black British, Black Welsh, Caribbean or African"},
		African:    {"African", "Black African"},
		Caribbean:  {"Caribbean", "Black Caribbean"},
		OtherBlack: {"Any other Black background", "Any other Black / African / Caribbean background", "Any other Black", "Other Black", "Any other Black, Black British or Caribbean background", "Other Black background"},
		OtherGroup: {"Other", "Other ethnic groups", "Other ethnic group", "Other ethnicity",
			"Chinese or other ethnic group", "Chinese or other ethnic groups"},
		Arab: {"Arab", "Other Arab"},
		OtherEthnic: {"Any other ethnic group", "Any other ethnic background", "Any other ethnicity", "Any other",
			"Any other group", "Chinese or other ethnic group - Any other", "Chinese or other ethnic group - Any other ethnic group",
			"Chinese or other ethnic group - Other ethnic group", "Chinese or other ethnic group - Other"},
		NotStated: {"Not stated", "Prefer not to say", "Declined", "Declined to state", "Refused", "Not disclosed", "Undisclosed",
			"I do not wish to disclose my ethnic origin", "I do not wish to disclose my ethnicity", "Do not wish to disclose", "Did not wish to disclose"},
		Missing: {"", "NULL", "Missing", "Blank", "Blank entry", "Not known", "Undefined", "Unspecified", "Not recorded",
			"Not collected", "Not given", "No entry", "None given", "Not known default code", "Not specified", "n/a"},
		UnknownEthnicity: {"Unknown", "Ethnicity unknown", "Unknown ethnicity", "Unknown/NULL", "Not known / not stated", "Not stated / not known",
			"Not stated/unknown", "Unknown/not stated", "Unknown or not stated", "Not stated / missing", "Null/unknown"},
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
