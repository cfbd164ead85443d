package ethnic

import (
	"testing"

	"wres/model"
)

// censusLabels are the categories of a census: the high-level group before the
// label, the label, and the category. Sources: ONS table TS021 of 2021, and the ONS
// ethnic group classification of 2001.
var censusLabels = map[string][]struct {
	group, label string
	want         model.Ethnicity
}{
	"2021": {
		{asian2021, "Bangladeshi", model.Bangladeshi}, {asian2021, "Chinese", model.Chinese}, {asian2021, "Indian", model.Indian},
		{asian2021, "Pakistani", model.Pakistani}, {asian2021, "Other Asian", model.OtherAsian},
		{black2021, "African", model.African}, {black2021, "Caribbean", model.Caribbean}, {black2021, "Other Black", model.OtherBlack},
		{mixed2021, "White and Asian", model.WhiteAndAsian}, {mixed2021, "White and Black African", model.WhiteAndBlackAfrican},
		{mixed2021, "White and Black Caribbean", model.WhiteAndBlackCaribbean}, {mixed2021, "Other Mixed or Multiple ethnic groups", model.OtherMixed},
		{"White", "English, Welsh, Scottish, Northern Irish or British", model.WhiteBritish}, {"White", "Irish", model.WhiteIrish},
		{"White", "Gypsy or Irish Traveller", model.GypsyOrTraveller}, {"White", "Roma", model.Roma}, {"White", "Other White", model.OtherWhite},
		{"Other ethnic group", "Arab", model.Arab}, {"Other ethnic group", "Any other ethnic group", model.OtherEthnic},
	},
	"2001": {
		{"White", "British", model.WhiteBritish}, {"White", "Irish", model.WhiteIrish}, {"White", "Any other White background", model.OtherWhite},
		{"Mixed", "White and Black Caribbean", model.WhiteAndBlackCaribbean}, {"Mixed", "White and Black African", model.WhiteAndBlackAfrican},
		{"Mixed", "White and Asian", model.WhiteAndAsian}, {"Mixed", "Any other Mixed background", model.OtherMixed},
		{"Asian or Asian British", "Indian", model.Indian}, {"Asian or Asian British", "Pakistani", model.Pakistani},
		{"Asian or Asian British", "Bangladeshi", model.Bangladeshi}, {"Asian or Asian British", "Any other Asian background", model.OtherAsian},
		{"Black or Black British", "Caribbean", model.Caribbean}, {"Black or Black British", "African", model.African},
		{"Black or Black British", "Any other Black background", model.OtherBlack},
		{"Chinese or other ethnic group", "Chinese", model.Chinese}, {"Chinese or other ethnic group", "Any other", model.OtherEthnic},
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
				if e, ok := Parse(cell); !ok || e != c.want {
					t.Errorf("%s: %q is %v, %v; want %v", census, cell, e, ok, c.want)
				}
			}
			if e, ok := Parse(c.group); !ok || e.Group() != c.want.Group() {
				t.Errorf("%s: %q is %v, %v", census, c.group, e, ok)
			}
		}
	}
	for cell, want := range map[string]model.Ethnicity{
		"Other Ethnic Groups - Chinese": model.Chinese, "Chinese or other ethnic group: Other ethnic group": model.OtherEthnic,
		"Other ethnic group: Other": model.OtherGroup, "Other Ethnic Groups - Any Other Ethnic Group": model.OtherEthnic,
	} {
		if e, ok := Parse(cell); !ok || e != want {
			t.Errorf("%q is %v, %v; want %v", cell, e, ok, want)
		}
	}
}
