package model

import (
	"slices"
	"strings"
	"sync"
	"wres/model/pattern"
)

// BandSum is what a label says that stands for several bands: "Bands 1-4", "Cluster 2",
// "AfC total".
type BandSum struct {
	Bands    []Band        // ascending; nil: the label does not say
	Category StaffCategory // "Total non-clinical"; else AnyCategory
	// Vague is set of "Total reward scheme": the rest of the label says nothing of bands,
	// and only its figures can tell whether it is a sum.
	Vague bool
}

// Holds reports whether staff of a band are in the sum.
func (s *BandSum) Holds(b Band) bool { return s.Bands == nil || slices.Contains(s.Bands, b) }

// The patterns of labels that stand for several bands.
var (
	// totalLabel finds the words for a sum.
	totalLabel = pattern.Of(`\b(?:(?:sub|grand)?[ -]?totals?|overall)\b`)
	// sumWords are words around the bands of a sum, which change nothing about them.
	sumWords = pattern.Of(`\b(?:agenda for change|afc|nhs|pay|bands?|staff|all|of|for|the|only|inclusive)\b|[():;,]`)
	clusters = pattern.Of(`\bcluster ?([1-7])\b`)
	agenda   = pattern.Of(`\b(?:agenda for change|afc)\b`)
	// bandWord is a band among others; "8" is all four of them.
	bandWord    = pattern.Of(`^(?:under 1|below 1|[1-79]|8[a-d]?|vsm)`)
	underOne    = pattern.Of(`(?:<|\b(?:under|below)\b) ?(?:bands? ?)?1\b`)
	spacedEight = pattern.Of(`\b8 ([a-d])\b`)
	rangeSign   = pattern.Of(`^ *(?:[-–—−]|to\b|through\b|up to\b) *`)
	alsoSign    = pattern.Of(`^ *(?:[,/&+]|and\b) *| +`)
	yearWord    = pattern.Of(`^20[0-9]{2}$`)
)

// NamesTotal reports whether a label calls itself the total of all rows in more words
// than [IsTotal] knows: "Total (all bands)", "Trust total", "Total 2025".
func NamesTotal(cell string) bool {
	key := labelKey(cell)
	return IsTotal(cell) || totalLabel().MatchString(key) && !slices.ContainsFunc(strings.Fields(key), func(w string) bool { return !totalFillers()[w] && !yearWord().MatchString(w) })
}

// totalFillers are words that leave the total of all rows what it is.
var totalFillers = sync.OnceValue(func() map[string]bool {
	return wordSet("total totals subtotal sub grand overall sum all staff people employees members applicants workforce headcount count number no " +
		"bands band pay grades grade ethnicities ethnic ethnicity groups group categories backgrounds trust organisation nhs board column row rows " +
		"of the for in at on as post and year march 31 fy")
})

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// ParseBandSum reads a label of several bands, or one that calls itself a total of some
// rows and not of all. It answers false for every other label, and for one band.
func ParseBandSum(cell string) (*BandSum, bool) {
	s := strings.Join(strings.Fields(strings.ToLower(cell)), " ")
	s = underOne().ReplaceAllString(s, "under 1")
	called := totalLabel().MatchString(s)
	s = totalLabel().ReplaceAllString(s, " ")
	cluster := clusters().FindStringSubmatch(s)
	s = clusters().ReplaceAllString(s, " ")
	afc := agenda().MatchString(s)
	listing := strings.ReplaceAll(s, ",", " and ")
	rest := strings.Join(strings.Fields(sumWords().ReplaceAllString(listing, " ")), " ")
	rest = strings.Trim(spacedEight().ReplaceAllString(rest, "8$1"), " -–—−")
	switch told, ok := bandsIn(rest); {
	case cluster != nil && (rest == "" || ok):
		return &BandSum{Bands: clusterBands(Cluster(cluster[1][0] - '0'))}, true
	case ok && (called || len(told) > 1 && rest != "8"):
		return &BandSum{Bands: told}, true
	case !called:
		return nil, false
	case rest == "" && afc:
		return &BandSum{Bands: bandRange(UnderBand1, Band9)}, true
	}
	category, _ := ParseStaffCategory(rest)
	if category == MedicalAndDental {
		return &BandSum{Bands: bandRange(Consultant, OtherMedical), Category: category}, true
	}
	if b, ok := ParseBand(rest); ok && b != AnyBand {
		return &BandSum{Bands: []Band{b}}, true
	}
	return &BandSum{Category: category, Vague: category == AnyCategory && rest != ""}, true
}

// bandsIn reads bands and ranges of bands that follow each other, and nothing else.
func bandsIn(s string) ([]Band, bool) {
	var all []Band
	for s != "" {
		word := bandWord().FindString(s)
		if word == "" {
			return nil, false
		}
		s = s[len(word):]
		from, to := bandsOfWord(word)
		if sign := rangeSign().FindString(s); sign != "" {
			word = bandWord().FindString(s[len(sign):])
			if word == "" {
				return nil, false
			}
			s = s[len(sign)+len(word):]
			_, to = bandsOfWord(word)
		}
		if from > to || s != "" && alsoSign().FindString(s) == "" {
			return nil, false
		}
		s = s[len(alsoSign().FindString(s)):]
		all = append(all, bandRange(from, to)...)
	}
	slices.Sort(all)
	return slices.Compact(all), len(all) > 0
}

func bandsOfWord(word string) (from, to Band) {
	switch word {
	case "8":
		return Band8a, Band8d
	case "under 1", "below 1":
		return UnderBand1, UnderBand1
	}
	b, _ := ParseBand(word)
	return b, b
}

func bandRange(from, to Band) []Band {
	var all []Band
	for b := from; b <= to; b++ {
		all = append(all, b)
	}
	return all
}

// clusterBands lists the bands of a cluster as the standard has it.
func clusterBands(c Cluster) []Band {
	return slices.DeleteFunc(Bands(), func(b Band) bool { return bands[b].cluster != c })
}
