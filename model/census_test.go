package model

import "testing"

// censusLabels are the categories of a census: the high-level group before the
// label, the label, and the category. Sources: ONS table TS021 of 2021, and the ONS
// ethnic group classification of 2001.
var censusLabels = map[string][]struct {
	group, label string
	want         Ethnicity
}{
	"2021": {
		{asian2021, "Bangladeshi", Bangladeshi}, {asian2021, "Chinese", Chinese}, {asian2021, "Indian", Indian},
		{asian2021, "Pakistani", Pakistani}, {asian2021, "Other Asian", OtherAsian},
		{black2021, "African", African}, {black2021, "Caribbean", Caribbean}, {black2021, "Other Black", OtherBlack},
		{mixed2021, "White and Asian", WhiteAndAsian}, {mixed2021, "White and Black African", WhiteAndBlackAfrican},
		{mixed2021, "White and Black Caribbean", WhiteAndBlackCaribbean}, {mixed2021, "Other Mixed or Multiple ethnic groups", OtherMixed},
		{"White", "English, Welsh, Scottish, Northern Irish or British", WhiteBritish}, {"White", "Irish", WhiteIrish},
		{"White", "Gypsy or Irish Traveller", GypsyOrTraveller}, {"White", "Roma", Roma}, {"White", "Other White", OtherWhite},
		{"Other ethnic group", "Arab", Arab}, {"Other ethnic group", "Any other ethnic group", OtherEthnic},
	},
	"2001": {
		{"White", "British", WhiteBritish}, {"White", "Irish", WhiteIrish}, {"White", "Any other White background", OtherWhite},
		{"Mixed", "White and Black Caribbean", WhiteAndBlackCaribbean}, {"Mixed", "White and Black African", WhiteAndBlackAfrican},
		{"Mixed", "White and Asian", WhiteAndAsian}, {"Mixed", "Any other Mixed background", OtherMixed},
		{"Asian or Asian British", "Indian", Indian}, {"Asian or Asian British", "Pakistani", Pakistani},
		{"Asian or Asian British", "Bangladeshi", Bangladeshi}, {"Asian or Asian British", "Any other Asian background", OtherAsian},
		{"Black or Black British", "Caribbean", Caribbean}, {"Black or Black British", "African", African},
		{"Black or Black British", "Any other Black background", OtherBlack},
		{"Chinese or other ethnic group", "Chinese", Chinese}, {"Chinese or other ethnic group", "Any other", OtherEthnic},
	},
}

const (
	asian2021 = "Asian, Asian British or Asian Welsh"
	black2021 = "Black, Black British, Black Welsh, Caribbean or African"
	mixed2021 = "Mixed or Multiple ethnic groups"
)

// TestParseEthnicityReadsEveryCensusLabel: labels with the words of 2021 before
// them were counted as unknown.
func TestParseEthnicityReadsEveryCensusLabel(t *testing.T) {
	for census, n := range map[string]int{"2021": 19, "2001": 16} {
		if got := len(censusLabels[census]); got != n {
			t.Errorf("%d labels of %s; the census has %d", got, census, n)
		}
		for _, c := range censusLabels[census] {
			for _, cell := range []string{c.label, c.group + ": " + c.label, c.group + " - " + c.label} {
				if e, ok := ParseEthnicity(cell); !ok || e != c.want {
					t.Errorf("%s: %q is %v, %v; want %v", census, cell, e, ok, c.want)
				}
			}
			if e, ok := ParseEthnicity(c.group); !ok || e.Group() != c.want.Group() {
				t.Errorf("%s: %q is %v, %v", census, c.group, e, ok)
			}
		}
	}
	for cell, want := range map[string]Ethnicity{
		"Other Ethnic Groups - Chinese": Chinese, "Chinese or other ethnic group: Other ethnic group": OtherEthnic,
		"Other ethnic group: Other": OtherGroup, "Other Ethnic Groups - Any Other Ethnic Group": OtherEthnic,
	} {
		if e, ok := ParseEthnicity(cell); !ok || e != want {
			t.Errorf("%q is %v, %v; want %v", cell, e, ok, want)
		}
	}
}
