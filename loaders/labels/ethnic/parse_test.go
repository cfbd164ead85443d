package ethnic

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"wres/model"
)

// esrCodeRows reads the ESR codes, their labels and groups.
func esrCodeRows(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("../../../testdata/reference/esr-ethnic-codes.csv")
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
	for cell, want := range map[string]model.Ethnicity{
		"C White - Any other background": model.OtherWhite, "White - Any other background": model.OtherWhite, "L Asian - Any other background": model.OtherAsian,
		"Mixed - Any other background": model.OtherMixed, "Black or Black British - Any other background": model.OtherBlack,
	} {
		if e, ok := Parse(cell); !ok || e != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", cell, e, ok, want)
		}
	}
	if e, ok := Parse("N White - Any other background"); ok {
		t.Errorf("a code of one group and a label of another is %v", e)
	}
}

func TestParseEthnicityReadsEveryESRCode(t *testing.T) {
	for _, row := range esrCodeRows(t) {
		code, label, group := row[0], row[1], row[2]
		for _, cell := range []string{code, code + " " + label, code + " - " + label, " " + code + " ", code + ": " + label} {
			e, ok := Parse(cell)
			if !ok || e.Group().String() != group {
				t.Errorf("Parse(%q) = %v of %v, %v; want a category of %s", cell, e, e.Group(), ok, group)
			}
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		cell string
		want model.Ethnicity
	}{
		{"White", model.WhiteGroup}, {"white ", model.WhiteGroup}, {"BME", model.BMEGroup}, {"ethnically diverse", model.BMEGroup}, {"BAME", model.BMEGroup},
		{"Black, Asian and minority ethnic", model.BMEGroup}, {"Global majority", model.BMEGroup}, {"Unknown", model.UnknownEthnicity},
		{"A White - British", model.WhiteBritish}, {"A - White British", model.WhiteBritish}, {"A-White British", model.WhiteBritish},
		{"B White - Irish", model.WhiteIrish}, {"C White - Any other White background", model.OtherWhite},
		{"C3 White Unspecified", model.OtherWhite}, {"CA White English", model.OtherWhite}, {"CP White Polish", model.OtherWhite}, {"CY White Other European", model.OtherWhite},
		{"CN White Gypsy/Romany", model.GypsyOrTraveller}, {"D Mixed - White & Black Caribbean", model.WhiteAndBlackCaribbean},
		{"E Mixed - White & Black African", model.WhiteAndBlackAfrican}, {"F Mixed - White & Asian", model.WhiteAndAsian},
		{"G Mixed - Any other mixed background", model.OtherMixed}, {"GF Mixed - Other/Unspecified", model.OtherMixed},
		{"H Asian or Asian British - Indian", model.Indian}, {"J Asian or Asian British - Pakistani", model.Pakistani},
		{"K Asian or Asian British - Bangladeshi", model.Bangladeshi}, {"L Asian or Asian British - Any other Asian background", model.OtherAsian},
		{"LE Asian Sri Lankan", model.OtherAsian}, {"M Black or Black British - Caribbean", model.Caribbean}, {"N Black or Black British - African", model.African},
		{"P Black or Black British - Any other Black background", model.OtherBlack}, {"PC Black Nigerian", model.OtherBlack},
		{"R Chinese", model.Chinese}, {"S Any Other Ethnic Group", model.OtherEthnic}, {"SC Filipino", model.OtherEthnic}, {"Z Not Stated", model.NotStated},
		{"99 Not known", model.Missing}, {"99", model.Missing}, {"NULL", model.Missing}, {"", model.Missing}, {"  ", model.Missing}, {"-", model.Missing}, {"Blank entry", model.Missing},
		{"Prefer not to say", model.NotStated}, {"I do not wish to disclose my ethnic origin", model.NotStated}, {"Undefined", model.Missing}, {"Unspecified", model.Missing},
		{"Asian or Asian British - Bangladeshi", model.Bangladeshi}, {"Gypsy or Irish Traveller", model.GypsyOrTraveller}, {"Roma", model.Roma}, {"Arab", model.Arab},
		{"English / Welsh / Scottish / Northern Irish / British", model.WhiteBritish}, {"Any other White background", model.OtherWhite},
		{"Any other Mixed / Multiple ethnic background", model.OtherMixed}, {"Asian", model.AsianGroup}, {"Black", model.BlackGroup}, {"Mixed", model.MixedGroup}, {"Other", model.OtherGroup},
		{"Any other ethnic background", model.OtherEthnic}, {"Any other Black / African / Caribbean background", model.OtherBlack}, {"Filipino", model.OtherAsian},
	} {
		if e, ok := Parse(c.cell); !ok || e != c.want {
			t.Errorf("Parse(%q) = %v, %v; want %v", c.cell, e, ok, c.want)
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
		if e, ok := Parse(cell); ok {
			t.Errorf("Parse(%.20q) = %v; want it not known", cell, e)
		} else if e != model.UnknownEthnicity {
			t.Errorf("Parse(%.20q) = %v; what is not known counts as unknown", cell, e)
		}
	}
}

// TestParseGroupTotal: a total of a group is that group; of a category or of all it
// is not.
func TestParseGroupTotal(t *testing.T) {
	for cell, want := range map[string]model.Ethnicity{
		"Total White": model.WhiteGroup, "White total": model.WhiteGroup, "All White": model.WhiteGroup, "TOTAL BME": model.BMEGroup, "BME - Total": model.BMEGroup,
		"BME staff total": model.BMEGroup, "Sub-total: BME": model.BMEGroup, "All ethnic minorities": model.BMEGroup, "Total unknown": model.UnknownEthnicity,
		"Total Asian": model.AsianGroup, "Mixed total": model.MixedGroup, "Total Asian or Asian British": model.AsianGroup,
	} {
		rest, ok := model.CutTotal(cell)
		if e, known := Parse(rest); !ok || !known || e != want {
			t.Errorf("%q: %q, %v; want %v", cell, rest, ok, want)
		}
	}
	for _, cell := range []string{"", "Total", "All", "White", "All other ethnic groups", "All other ethnic groups combined", "Totally", "Allied health"} {
		if rest, ok := model.CutTotal(cell); ok {
			t.Errorf("%q is taken for a total of %q", cell, rest)
		}
	}
}

// TestLabelsHaveOneMeaning: a label under two categories would be read as either, as the
// map's order has it.
func TestLabelsHaveOneMeaning(t *testing.T) {
	of := map[string]model.Ethnicity{}
	for e, spellings := range ethnicitySpellings() {
		for _, label := range spellings {
			key := wordsOf(label).key()
			if other, seen := of[key]; seen && other != e {
				t.Errorf("%q is %v and %v", label, e, other)
			}
			of[key] = e
		}
	}
}
