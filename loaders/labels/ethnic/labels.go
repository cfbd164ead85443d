package ethnic

import (
	"slices"
	"strings"
	"sync"

	"wres/model"
)

// ethnicityLabels maps folded labels, without "and" between their words, to categories.
// Sources: ONS 2001 and 2021 labels, ESR and staff survey spellings, the words reports
// use for the groups, and the labels of the ESR sub-codes. One of those is read in two
// ways where its code does not stand beside it.
var ethnicityLabels = sync.OnceValue(func() map[string]model.Ethnicity {
	labels := map[string]model.Ethnicity{}
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

// Spellings gives the ways in which labels name each category, as far as they are listed.
func Spellings() map[model.Ethnicity][]string {
	all := ethnicitySpellings()
	for e := range all {
		all[e] = slices.DeleteFunc(all[e], func(s string) bool { return s == "" })
	}
	return all
}

func ethnicitySpellings() map[model.Ethnicity][]string {
	return map[model.Ethnicity][]string{
		model.WhiteGroup:             {"White", "All White"},
		model.WhiteBritish:           {"British", "White British", "British, Mixed British"},
		model.WhiteIrish:             {"Irish", "White Irish"},
		model.GypsyOrTraveller:       {"Gypsy or Irish Traveller"},
		model.OtherWhite:             {"Any other White background", "Any other White", "Other White", "White other", "White any other White background"},
		model.BMEGroup:               {"ED", "Ethnically diverse", "Global majority", "Racialised", "All other ethnic groups combined"},
		model.MixedGroup:             {"Mixed", "Mixed or multiple", "Mixed multiple", "Multiple", "Dual heritage", "Mixed heritage", "Mixed race"},
		model.WhiteAndBlackCaribbean: {"White and Black Caribbean", "Mixed White and Black Caribbean"},
		model.WhiteAndBlackAfrican:   {"White and Black African", "Mixed White and Black African"},
		model.WhiteAndAsian:          {"White and Asian", "Mixed White and Asian"},
		model.OtherMixed: {"Any other mixed background", "Any other mixed / multiple ethnic background", "Any other mixed or multiple background",
			"Any other mixed or multiple ethnic background", "Other mixed", "Any other mixed", "Other Mixed or Multiple ethnic groups", "Other Mixed or Multiple"},
		model.AsianGroup:  {"Asian", "Asian or Asian British", "Asian, Asian British or Asian Welsh"},
		model.Indian:      {"Indian"},
		model.Pakistani:   {"Pakistani"},
		model.Bangladeshi: {"Bangladeshi"},
		model.Chinese:     {"Chinese", "Asian Chinese", "Chinese or other ethnic group - Chinese", "Other ethnic groups - Chinese", "Other ethnic group - Chinese"},
		model.OtherAsian:  {"Any other Asian background", "Any other Asian", "Other Asian", "Filipino"},
		model.BlackGroup: {"Black", "Black or Black British", "Black, Black British, Caribbean or African", "Black / African / Caribbean / Black British", "Black, African, Caribbean",
			"Black, Black British, Black Welsh, Caribbean or African"},
		model.African:   {"African", "Black African"},
		model.Caribbean: {"Caribbean", "Black Caribbean", "African Caribbean", "Afro-Caribbean"},
		model.OtherBlack: {"Any other Black background", "Any other Black / African / Caribbean background", "Any other Black", "Other Black",
			"Any other Black, Black British or Caribbean background", "Any other Black, Black British, or Caribbean background"},
		model.OtherGroup: {"Other", "Others", "Other ethnic groups", "Other ethnic group", "Chinese or other ethnic group", "Chinese or other"},
		model.Arab:       {"Arab", "Other Arab"},
		model.OtherEthnic: {"Any other ethnic group", "Any other ethnic background", "Any other ethnicity", "Any other",
			"Any other group", "Chinese or other ethnic group - Any other", "Chinese or other ethnic group - Any other ethnic group",
			"Chinese or other ethnic group - Other ethnic group", "Chinese or other ethnic group - Other"},
		model.Missing: {""},
	}
}
