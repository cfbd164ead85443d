package model

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

// esrCodeRows reads the ESR codes, their labels and groups.
func esrCodeRows(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("../testdata/reference/esr-ethnic-codes.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 60 {
		t.Fatalf("%d rows of codes; want all", len(rows))
	}
	return rows[1:]
}

func TestOtherBackgroundIsOfItsFamily(t *testing.T) {
	for cell, want := range map[string]Ethnicity{
		"C White - Any other background": OtherWhite, "White - Any other background": OtherWhite, "L Asian - Any other background": OtherAsian,
		"Mixed - Any other background": OtherMixed, "Black or Black British - Any other background": OtherBlack,
	} {
		if e, ok := ParseEthnicity(cell); !ok || e != want {
			t.Errorf("ParseEthnicity(%q) = %v, %v; want %v", cell, e, ok, want)
		}
	}
	if e, ok := ParseEthnicity("N White - Any other background"); ok {
		t.Errorf("a code of one group and a label of another is %v", e)
	}
}

func TestParseEthnicityReadsEveryESRCode(t *testing.T) {
	for _, row := range esrCodeRows(t) {
		code, label, group := row[0], row[1], row[2]
		for _, cell := range []string{code, code + " " + label, code + " - " + label, " " + code + " ", code + ": " + label} {
			e, ok := ParseEthnicity(cell)
			if !ok || e.Group().String() != group {
				t.Errorf("ParseEthnicity(%q) = %v of %v, %v; want a category of %s", cell, e, e.Group(), ok, group)
			}
		}
	}
}

func TestParseEthnicity(t *testing.T) {
	for _, c := range []struct {
		cell string
		want Ethnicity
	}{
		{"White", WhiteGroup}, {"white ", WhiteGroup}, {"BME", BMEGroup}, {"ethnically diverse", BMEGroup}, {"BAME", BMEGroup},
		{"Black, Asian and minority ethnic", BMEGroup}, {"Global majority", BMEGroup}, {"Unknown", UnknownEthnicity},
		{"A White - British", WhiteBritish}, {"A - White British", WhiteBritish}, {"A-White British", WhiteBritish},
		{"B White - Irish", WhiteIrish}, {"C White - Any other White background", OtherWhite},
		{"C3 White Unspecified", OtherWhite}, {"CA White English", OtherWhite}, {"CP White Polish", OtherWhite}, {"CY White Other European", OtherWhite},
		{"CN White Gypsy/Romany", GypsyOrTraveller}, {"D Mixed - White & Black Caribbean", WhiteAndBlackCaribbean},
		{"E Mixed - White & Black African", WhiteAndBlackAfrican}, {"F Mixed - White & Asian", WhiteAndAsian},
		{"G Mixed - Any other mixed background", OtherMixed}, {"GF Mixed - Other/Unspecified", OtherMixed},
		{"H Asian or Asian British - Indian", Indian}, {"J Asian or Asian British - Pakistani", Pakistani},
		{"K Asian or Asian British - Bangladeshi", Bangladeshi}, {"L Asian or Asian British - Any other Asian background", OtherAsian},
		{"LE Asian Sri Lankan", OtherAsian}, {"M Black or Black British - Caribbean", Caribbean}, {"N Black or Black British - African", African},
		{"P Black or Black British - Any other Black background", OtherBlack}, {"PC Black Nigerian", OtherBlack},
		{"R Chinese", Chinese}, {"S Any Other Ethnic Group", OtherEthnic}, {"SC Filipino", OtherEthnic}, {"Z Not Stated", NotStated},
		{"99 Not known", Missing}, {"99", Missing}, {"NULL", Missing}, {"", Missing}, {"  ", Missing}, {"-", Missing}, {"Blank entry", Missing},
		{"Prefer not to say", NotStated}, {"I do not wish to disclose my ethnic origin", NotStated}, {"Undefined", Missing}, {"Unspecified", Missing},
		{"Asian or Asian British - Bangladeshi", Bangladeshi}, {"Gypsy or Irish Traveller", GypsyOrTraveller}, {"Roma", Roma}, {"Arab", Arab},
		{"English / Welsh / Scottish / Northern Irish / British", WhiteBritish}, {"Any other White background", OtherWhite},
		{"Any other Mixed / Multiple ethnic background", OtherMixed}, {"Asian", AsianGroup}, {"Black", BlackGroup}, {"Mixed", MixedGroup}, {"Other", OtherGroup},
		{"Any other ethnic background", OtherEthnic}, {"Any other Black / African / Caribbean background", OtherBlack}, {"Filipino", OtherAsian},
	} {
		if e, ok := ParseEthnicity(c.cell); !ok || e != c.want {
			t.Errorf("ParseEthnicity(%q) = %v, %v; want %v", c.cell, e, ok, c.want)
		}
	}
}

func TestParseEthnicityRefusesHostileLabels(t *testing.T) {
	for _, cell := range []string{
		"A long story", "A White lie", "A&E", "a", "c", "n", "[c]", "(A)", "*", "**", "<5", "B flat", "C section", "E-mail", "N no",
		"No", "Yes", "P45", "S Club 7", "SE London", "CA Technologies", "Z cars", "A Black - African", "H White - British", "LA Galaxy",
		"Whitechapel", "White City", "Blackburn", "Asiana", "Indiana", "Martian", "T", "X", "ZZ", "C9", "CZ", "I", "O", "01", "18", "5", "100", "99 problems",
		"Ａ", "Α", "А", "=A", "🙂", "白人", strings.Repeat("A", 10000), "Total", "All staff", "White and", "or White",
	} {
		if e, ok := ParseEthnicity(cell); ok {
			t.Errorf("ParseEthnicity(%.20q) = %v; want it not known", cell, e)
		} else if e != UnknownEthnicity {
			t.Errorf("ParseEthnicity(%.20q) = %v; what is not known counts as unknown", cell, e)
		}
	}
}

// TestLabelsHaveOneMeaning: a folded label under two keys would be read as either,
// as the map's order has it.
func TestLabelsHaveOneMeaning(t *testing.T) {
	if len(ethnicityLabels()) == 0 {
		t.Fatal("no labels")
	}
	for name, twice := range map[string][]string{
		"ethnicity": doubled(ethnicitySpellings()), "state": doubled(stateSpellings()),
	} {
		if len(twice) > 0 {
			t.Errorf("%s labels under two keys: %q", name, twice)
		}
	}
}

func doubled[K comparable](table map[K][]string) []string {
	first := map[string]K{}
	var twice []string
	for key, labels := range table {
		for _, label := range labels {
			folded := labelKey(label)
			if other, seen := first[folded]; seen && other != key {
				twice = append(twice, label)
			}
			first[folded] = key
		}
	}
	return twice
}

func TestIsTotal(t *testing.T) {
	for _, cell := range []string{"Total", "TOTAL", "Grand Total", "All staff", "all", "Overall", "Sub-total", " total: ",
		"All ethnic groups", "Total (all ethnic groups)", "All employees", "Total number of staff", "Total board members"} {
		if !IsTotal(cell) {
			t.Errorf("IsTotal(%q) = false", cell)
		}
	}
	for _, cell := range []string{"", "White", "Totally", "All other ethnic groups combined", "5", "Allied health", "All other ethnic groups"} {
		if IsTotal(cell) {
			t.Errorf("IsTotal(%q) = true", cell)
		}
	}
}

// TestParseGroupTotal: a total of a group is that group; of a category or of all it
// is not.
func TestParseGroupTotal(t *testing.T) {
	for cell, want := range map[string]Ethnicity{
		"Total White": WhiteGroup, "White total": WhiteGroup, "All White": WhiteGroup, "TOTAL BME": BMEGroup, "BME - Total": BMEGroup,
		"BME staff total": BMEGroup, "Sub-total: BME": BMEGroup, "All ethnic minorities": BMEGroup, "Total unknown": UnknownEthnicity,
		"Total Asian": AsianGroup, "Mixed total": MixedGroup, "Total Asian or Asian British": AsianGroup,
	} {
		rest, ok := CutTotal(cell)
		if e, known := ParseEthnicity(rest); !ok || !known || e != want {
			t.Errorf("%q: %q, %v; want %v", cell, rest, ok, want)
		}
	}
	for _, cell := range []string{"", "Total", "All", "White", "All other ethnic groups", "All other ethnic groups combined", "Totally", "Allied health"} {
		if rest, ok := CutTotal(cell); ok {
			t.Errorf("%q is taken for a total of %q", cell, rest)
		}
	}
}

func TestParseState(t *testing.T) {
	for cell, want := range map[string]State{
		"withheld": Withheld, "Suppressed": Withheld, "not-collected": NotCollected, "Not collected": NotCollected,
		"not_supplied": NotSupplied, "reported": Reported, "not-applicable": NotApplicable, "Not applicable": NotApplicable, "N/A": NotApplicable,
	} {
		if s, ok := ParseState(cell); !ok || s != want {
			t.Errorf("ParseState(%q) = %v, %v; want %v", cell, s, ok, want)
		}
	}
	for _, cell := range []string{"", "maybe", "*", "yes"} {
		if s, ok := ParseState(cell); ok {
			t.Errorf("ParseState(%q) = %v; want it not known", cell, s)
		}
	}
}
