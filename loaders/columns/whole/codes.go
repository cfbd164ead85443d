package whole

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// Letters of ethnicity have two meanings. In ESR's codes A and B are White British and
// White Irish, M is Caribbean and Z not stated; as first letters of groups A is Asian, B
// is Black and M is Mixed. ESR has no W, O or U, so a column with White in it tells.

// groupLetters are the first letters of groups, and those of ethnicity that is not known.
var groupLetters = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"W": "White", "A": "Asian", "B": "Black", "M": "Mixed", "O": "Other",
		"U": "Unknown", "N": "Not known", "X": "Not recorded", "Z": "Not stated",
	}
})

// codeForm is a label so short that it can only be a code.
var codeForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[A-Z][A-Z0-9]?|[a-z]|[0-9]{1,2})$`)
})

// Codes are the codes among labels of ethnicity, each once, as they come. What the
// settings give a meaning is no code here.
type Codes struct {
	esr     []string
	strange []string // that ESR does not have
	told    int      // labels in words
}

// CodesIn finds the codes among the values of a column.
func CodesIn(values []string, l *labels.Labels) *Codes {
	c := &Codes{}
	seen := map[string]bool{}
	for _, v := range values {
		v = strings.TrimSpace(v)
		if v == "" || seen[v] {
			continue
		}
		seen[v] = true
		read, code := l.Ethnicity(v), codeForm().MatchString(v)
		switch {
		case read.Total:
		case code && l.IsESRCode(v):
			c.esr = append(c.esr, strings.Clone(v))
		case code && !read.Known:
			c.strange = append(c.strange, strings.Clone(v))
		case read.Known && !code:
			c.told++
		}
	}
	slices.Sort(c.esr)
	slices.Sort(c.strange)
	return c
}

// isFirst reports whether a code can be the first letter of a group, in place of what ESR
// means by it. ESR's 99 means the same in either set.
func isFirst(code string) bool { return groupLetters()[strings.ToUpper(code)] != "" || code == "99" }

// sureESR counts the codes that only ESR has.
func (c *Codes) sureESR() (n int) {
	for _, code := range c.esr {
		if !isFirst(code) {
			n++
		}
	}
	return n
}

// has reports whether a letter is among the codes, in capitals or not.
func (c *Codes) has(letter string) bool {
	same := func(code string) bool { return strings.EqualFold(code, letter) }
	return slices.ContainsFunc(c.esr, same) || slices.ContainsFunc(c.strange, same)
}

// values are those of a column, each once.
type values struct {
	column int // from 0; -1: none
	last   string
	seen   map[string]bool
	all    []string
}

func (v *values) add(rec csvfile.Record) {
	cell := rec.Value(v.column)
	if cell == v.last || v.seen[cell] {
		return
	}
	if v.seen == nil {
		v.seen = map[string]bool{}
	}
	v.last, v.seen[cell] = cell, true
	v.all = append(v.all, cell)
}

// Read says what the codes of a column stand for, where they are first letters of groups,
// and that they are so read; or why they cannot be read. Those of people are not read so:
// what amends a file is not known to whoever reads a list.
func (c *Codes) Read(people bool) (words map[string]string, notice, why string) {
	words = c.Letters()
	switch {
	case words == nil && c.Doubt() != "":
		return nil, "", c.Doubt()
	case words == nil:
		return nil, c.notice(), ""
	case people:
		return nil, "", fmt.Sprintf("its ethnicity codes look like first letters of groups (%s), and in ESR's codes some mean something else; %s", meanings(words), advice("A", "Asian"))
	}
	return words, Say(words), ""
}

// Say says that codes are read as first letters of groups.
func Say(words map[string]string) string {
	return fmt.Sprintf("the codes of ethnicity are read as first letters of groups, and not as ESR codes: %s; if one means something else, say so under [labels.ethnicity] in wres.toml", meanings(words))
}

// OfPeople looks at the codes in the column of ethnicity, from 0, of a list of people, in
// as many of its rows as are enough. It says how they are read, or why they cannot be.
func OfPeople(text *csvfile.File, column, enough int, l *labels.Labels) (notice, why string) {
	v := values{column: column}
	rows := 0
	for rec := range text.Records() {
		if rec.Aside == "" && !rec.Refused() {
			v.add(rec)
		}
		if rows++; rows == enough {
			break
		}
	}
	return OfPeopleLabels(v.all, l)
}

// OfPeopleLabels likewise looks at the labels of ethnicity of a list of people.
func OfPeopleLabels(all []string, l *labels.Labels) (notice, why string) {
	_, notice, why = CodesIn(all, l).Read(true)
	return notice, why
}

// Headings gives the groups of which headings are first letters: White and another at the
// least. N may be the number of all.
func (c *Codes) Headings() map[string]string {
	words := c.Letters()
	if !c.has("W") || !c.has("A") && !c.has("B") && !c.has("M") && !c.has("O") {
		return nil
	}
	delete(words, "N")
	delete(words, "n")
	return words
}

// OfHeadings looks at the headings of groups, of which some are read as letters. It says
// how they are read, or why they cannot be.
func OfHeadings(names []string, letters map[string]string, l *labels.Labels) (notice, why string) {
	if letters != nil {
		return Say(letters), ""
	}
	c := CodesIn(names, l)
	if why = c.Doubt(); why == "" {
		notice = c.notice()
	}
	return notice, why
}

// Letters gives the groups of which the codes are first letters, by code; nil where they
// are not, or may be something else.
func (c *Codes) Letters() map[string]string {
	if !c.has("W") && !c.has("O") || c.sureESR() > 0 {
		return nil
	}
	groups := c.has("A") || c.has("M") || c.has("O")
	if c.has("N") && !groups && !c.has("B") {
		return nil // as much "not White" as "not known"
	}
	words := map[string]string{}
	for _, code := range slices.Concat(c.esr, c.strange) {
		switch word := groupLetters()[strings.ToUpper(code)]; {
		case strings.EqualFold(code, "B") && !groups:
			words[code] = "BME"
		case word != "":
			words[code] = word
		case len(code) == 1 && unicode.IsLetter(rune(code[0])):
			return nil
		}
	}
	return words
}

// advice says what to do about codes, with one of them as an example.
func advice(code, word string) string {
	return fmt.Sprintf(`say what each means under [labels.ethnicity] in wres.toml, such as %s = %s, or write the labels in place of the codes`, labels.Quoted(code), labels.Quoted(word))
}

// Doubt says why codes that are not read as letters of groups cannot be read at all, or "".
func (c *Codes) Doubt() string {
	switch {
	case c.told > len(c.strange):
		return ""
	case len(c.strange) > 1 && !slices.ContainsFunc(slices.Concat(c.esr, c.strange), func(code string) bool { return !isNumber(code) }):
		return fmt.Sprintf("its ethnicity codes are numbers of a set that is not known (%s); %s", quoted(c.strange), advice(c.strange[0], "White"))
	case len(c.esr) == 0 || c.isESR():
		return ""
	case len(c.foreign()) > 0:
		return fmt.Sprintf("its ethnicity codes are not all ESR codes (not %s), so the others may be of another set too (%s); %s", quoted(c.foreign()), quoted(c.esr), advice("A", "Asian"))
	case c.told == 0 && c.sureESR() == 0 && c.has("A") && c.has("B") && c.has("M"):
		return fmt.Sprintf("its ethnicity codes can be ESR codes or first letters of groups (%s): A is White British or Asian, B is White Irish or Black, M is Caribbean or Mixed; %s", quoted(c.esr), advice("A", "Asian"))
	}
	return ""
}

// foreign gives the codes that ESR does not have, but for marks of ethnicity that is not
// known: those tell nothing.
func (c *Codes) foreign() []string {
	return slices.DeleteFunc(slices.Clone(c.strange), func(code string) bool { return strings.Trim(code, "UXux") == "" })
}

// isESR reports whether the codes are plainly those of ESR, and one that ESR lacks is a
// slip.
func (c *Codes) isESR() bool {
	const plainly = 3
	letters := 0
	for _, code := range c.foreign() {
		if len(code) == 1 {
			letters++
		}
	}
	return c.sureESR() >= plainly && letters < 2
}

// notice says how codes are read that are taken for ESR's for want of any that tell, or
// "".
func (c *Codes) notice() string {
	if len(c.foreign()) > 0 || c.told > 0 || c.sureESR() > 0 || !c.has("A") || !c.has("B") {
		return ""
	}
	return `the codes of ethnicity are read as ESR codes, "A" as White British and "B" as White Irish; if they are first letters of groups, ` + advice("A", "Asian")
}

// meanings lists what codes are read as.
func meanings(words map[string]string) string {
	var all []string
	for _, letter := range "WABMOUNXZ" {
		for _, code := range []string{string(letter), strings.ToLower(string(letter))} {
			if word := words[code]; word != "" {
				all = append(all, labels.Quoted(code)+" as "+word)
			}
		}
	}
	return labels.Listed(all, "and")
}

func quoted(codes []string) string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = labels.Quoted(code)
	}
	return labels.Few(names)
}

func isNumber(code string) bool { return strings.Trim(code, "0123456789") == "" }
