package reporttext

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"wres/loaders/csvfile"
	"wres/loaders/reporttext/grid"
	"wres/loaders/reporttext/wording"
	"wres/model/audit/document"
	"wres/model/pattern"
)

// How reports say which term they use for the group, and by which letters they name
// something.
var (
	whoUses  = `\b(?:we|it|this report|the report|this document|the trust|our report|our trust|the organisation)(?:,[^,]{1,40},)? (?:use|uses|will use|have used|has used|refer to|refers to|prefer|prefers|says?|adopt|adopts|have adopted|has adopted)`
	declared = []func() *regexp.Regexp{
		pattern.Of(`(?i)\b(?:terms?|phrase) ["“'‘]?([a-z][a-z ,&/()-]{1,60}?)["”'’]? (?:is|are|will be|has been|have been|is being) used\b`),
		pattern.Of(`(?i)` + whoUses + `(?: the (?:terms?|phrase|words?))? ["“'‘]([^"”'’]{2,60})["”'’]`),
		pattern.Of(`(?i)` + whoUses + ` the (?:term|phrase|words?) ([a-z][a-z ,&/()-]{1,50}?)(?: (?:when|to|for|as|in|throughout|instead|rather|because|which)\b|[.;])`),
		pattern.Of(`(?i)["“'‘]([^"”'’]{2,50})["”'’] (?:is used|are used|is the term|to describe|to refer to|instead of|rather than)`),
	}
	initialled = pattern.Of(`\(([A-Z][A-Za-z&]{1,9})\)`)
	peopleEnd  = pattern.Of(`(?i)[ ,]+(?:staff|colleagues|people|employees|groups?|backgrounds?|communities|heritage)$`)
	quoted     = pattern.Of(`\(([A-Za-z]{2,8})\)`)
	denied     = regexp.MustCompile(`(?i)\b(?:not|instead of|rather than|avoid\w*|no longer)\b[^.]{0,60}$`)
	bodies     = pattern.Of(`\b(?:Trust|Unit|Board|Hospitals?|Healthcare|Group|Partnership|Agency|Authority|Service|Services|CSU|ICB|CIC|Hospice|Centre)\b`)
	titled     = pattern.Of(`^(?:The )?([A-Z][\pL'’&., -]*\b(?:NHS (?:Foundation )?Trust|Commissioning Support Unit|CSU|Integrated Care Board|ICB|Health Board)\b)[\pL'’() -]{0,30}$`)
)

// searched is how much of a text is looked through for its own terms.
const searched = 256 << 10

// termsOf finds the words of a report for the group BME, and for its organisation.
func termsOf(text string) document.Terms {
	var lines []string
	for line := range strings.SplitSeq(text[:min(len(text), searched)], "\n") {
		lines = append(lines, grid.Plain(strings.TrimRight(line, "\r")))
	}
	joined := strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
	terms := document.Terms{Organisation: organisationIn(joined, lines)}
	lexicon := wording.New(nil, nil)
	for sentence := range strings.SplitSeq(joined, ". ") {
		if !strings.ContainsAny(sentence, "\"“'‘") && !strings.Contains(sentence, "term") && !strings.Contains(sentence, "phrase") {
			continue
		}
		for _, term := range declaredIn(sentence, lexicon) {
			terms.BME = append(terms.BME, spellings(term, joined)...)
		}
	}
	if len(terms.BME) == 0 {
		for _, t := range lexicon.Used(joined) {
			terms.BME = append(terms.BME, spellings(t, joined)...)
		}
	}
	terms.BME = unique(terms.BME)
	const most = 6
	terms.BME = terms.BME[:min(len(terms.BME), most)]
	return terms
}

// unique drops what stands before in a list.
func unique(all []string) []string {
	var kept []string
	for _, s := range all {
		if !slices.Contains(kept, s) {
			kept = append(kept, s)
		}
	}
	return kept
}

// declaredIn finds the terms for the group that a sentence says are used.
func declaredIn(sentence string, lexicon *wording.Lexicon) []string {
	var terms []string
	for _, expr := range declared {
		for _, at := range expr().FindAllStringSubmatchIndex(sentence, 20) {
			if term := sentence[at[2]:at[3]]; !denied.MatchString(sentence[:at[2]]) && ofEthnicity(lexicon, term, sentence) {
				terms = append(terms, term)
			}
		}
	}
	return terms
}

// ofEthnicity reports whether a term is one for the group: one that is known, or one of a
// few words beside which the others are named.
func ofEthnicity(lexicon *wording.Lexicon, term, around string) bool {
	term = peopleEnd().ReplaceAllString(strings.TrimSpace(term), "")
	if lexicon.IsGroup(quoted().ReplaceAllString(term, "")) {
		return true
	}
	low := strings.ToLower(term)
	return len(strings.Fields(term)) <= 5 && !strings.HasPrefix(low, "white") && !strings.Contains(low, "indicator") && !strings.Contains(low, "wres") &&
		(strings.Contains(around, "BME") || strings.Contains(around, "BAME") || strings.Contains(strings.ToLower(around), "minority ethnic"))
}

// spellings gives a term in lower case without the people behind it, and the letters by
// which the report names it, if it does.
func spellings(term, text string) []string {
	term = strings.TrimSpace(term)
	var all []string
	if m := quoted().FindStringSubmatch(term); m != nil {
		term = strings.TrimSpace(quoted().ReplaceAllString(term, ""))
		all = append(all, strings.ToLower(m[1]))
	}
	term = csvfile.Clean(strings.ToLower(peopleEnd().ReplaceAllString(term, "")))
	var initials strings.Builder
	for _, w := range strings.FieldsFunc(term, func(r rune) bool { return r == ' ' || r == '-' || r == ',' }) {
		switch w {
		case "and", "of", "the", "&", "from", "or":
		default:
			initials.WriteRune(unicode.ToUpper([]rune(w)[0]))
		}
	}
	if s := initials.String(); len(s) > 1 && usedTwice(text, s) && !slices.Contains(all, strings.ToLower(s)) {
		all = append(all, strings.ToLower(s))
	}
	return append([]string{term}, all...)
}

// usedTwice reports whether letters stand at least twice in a text, as a word.
func usedTwice(text, letters string) bool {
	part := func(i int) bool {
		return i >= 0 && i < len(text) && (unicode.IsLetter(rune(text[i])) || unicode.IsDigit(rune(text[i])))
	}
	n := 0
	for from := 0; n < 2; {
		at := strings.Index(text[from:], letters)
		if at < 0 {
			return false
		}
		at += from
		if from = at + len(letters); !part(at-1) && !part(from) {
			n++
		}
	}
	return true
}

// organisationIn finds the organisation's name and the letters behind it: "… NHS Trust
// (ABC)". The first is the report's own.
func organisationIn(joined string, lines []string) []string {
	var names []string
	add := func(name string) {
		if name = csvfile.Clean(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, line := range lines[:min(len(lines), 30)] {
		if m := titled().FindStringSubmatch(strings.Trim(line, "# *_")); m != nil && len(strings.Fields(line)) <= 12 {
			add(m[1])
			break
		}
	}
	for _, at := range initialled().FindAllStringSubmatchIndex(joined, 40) {
		letters := joined[at[2]:at[3]]
		name := nameBefore(joined[max(0, at[0]-160):at[0]])
		if bodies().MatchString(name) && !strings.HasSuffix(letters, "s") && len(strings.Fields(name)) > 1 && initialsOf(name, letters) {
			add(name)
			add(letters)
			break
		}
	}
	return names
}

// initialsOf reports whether letters can stand for a name: each of them begins a word of it,
// in order.
func initialsOf(name, letters string) bool {
	words := strings.Fields(name)
	for _, r := range letters {
		if !unicode.IsUpper(r) {
			continue
		}
		i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(w, string(r)) })
		if i < 0 {
			return false
		}
		words = words[i+1:]
	}
	return true
}

// nameBefore gives the words with capitals that a text ends with, and the small ones between
// them.
func nameBefore(text string) string {
	words := strings.Fields(text)
	from := len(words)
	for i := len(words) - 1; i >= 0; i-- {
		small := slices.Contains([]string{"and", "of", "the", "for", "&", "in", "on"}, words[i])
		capital := unicode.IsUpper([]rune(words[i])[0])
		if !small && !capital || i < len(words)-1 && strings.ContainsAny(words[i], ".;:") {
			break
		}
		if capital {
			from = i
		}
	}
	name := strings.Join(words[from:], " ")
	for _, end := range []string{"'s", "’s", "'", "’", ","} {
		name = strings.TrimSuffix(name, end)
	}
	return strings.TrimPrefix(name, "The ")
}
