package ethnic

import (
	"strings"
	"testing"

	"wres/model"
)

// TestUnknownInEveryForm: that an ethnicity is not known is said with many verbs, and each
// of them in many ways.
func TestUnknownInEveryForm(t *testing.T) {
	verbs := strings.Fields("declared stated known given recorded disclosed provided specified supplied obtained answered collected reported identified held entered available captured completed shared confirmed assigned classified")
	forms := []string{"Not %s", "not-%s", "NOT %s", "Un%s", "Ethnicity not %s", "Ethnic origin not %s", "Not %s (ethnicity)", "Not yet %s", "No ethnicity %s", "Has not been %s", "None %s",
		"Information not %s", "Data not %s", "Not %s / not known", "Not %s or missing", "Ethnic group has not been %s by staff member"}
	var cells []string
	for _, v := range verbs {
		for _, f := range forms {
			cells = append(cells, strings.Replace(f, "%s", v, 1))
		}
	}
	for _, wish := range []string{"Prefer not to", "I'd prefer not to", "Would rather not", "Do not wish to", "I don't wish to", "Does not wish to", "Did not want to", "Chose not to", "Choose not to", "Declined to", "Refused to", "Refuses to", "Staff member declined to"} {
		for _, verb := range []string{"say", "state", "answer", "disclose", "declare", "share", "provide", "disclose my ethnicity", "give this information", "specify"} {
			cells = append(cells, wish+" "+verb)
		}
	}
	cells = append(cells, "No data", "No response", "No answer", "No information", "No record", "No entry", "No ethnicity", "No details", "Information refused", "Refused", "Declined", "Withheld", "Opted out",
		"Missing", "Missing data", "Data missing", "Null", "(null)", "NaN", "None", "(blank)", "(blanks)", "Blank", "Left blank", "[blank]", "Empty", "NK", "N/K", "NS", "N/S", "N/A", "NA", "TBC", "Not applicable",
		"Don't know", "Did not answer", "Unsure", "Not asked", "Pending", "Awaiting response", "Incomplete", "Invalid code", "Unknown", "Unknown ethnic group", "Ethnicity: unknown",
		"Unknown / not declared", "Null or unknown", "Not Known/Not Given", "Undeclared", "Z Not Declared", "99 Not recorded", "Z - Not given", "Prefer Not To Say / Not Known")
	for _, cell := range cells {
		if e, ok := Parse(cell); !ok || e.Group() != model.Unknown {
			t.Errorf("Parse(%q) = %v, %v", cell, e, ok)
		}
	}
	for _, cell := range []string{"No", "Not", "None of these", "No. of staff", "No. of responses", "No. answered", "No declared", "Number declared", "Declared", "Ethnicity", "Ethnicity known", "Known", "Stated", "Answered", "Response", "Data",
		"Not White", "White not", "Non-White", "Not in post", "No longer employed", "Staff", "Wish", "Prefer", "Other / unknown", "White or unknown", "White/unknown", "BME not known", "White & not stated"} {
		if e, ok := Parse(cell); ok {
			t.Errorf("Parse(%q) = %v; want it asked about", cell, e)
		}
	}
}

// TestWhyUnknown: who was asked and did not say is told from who was never asked.
func TestWhyUnknown(t *testing.T) {
	for want, cells := range map[model.Ethnicity][]string{
		model.NotStated:        {"Not declared", "Undeclared", "Prefer not to answer", "Declined to give", "Refused", "No response", "Do not wish to provide", "Withheld", "Unanswered"},
		model.Missing:          {"No data", "Not recorded", "Never collected", "Null", "Unassigned", "Not held", "Unspecified", "Blank", "Not applicable"},
		model.UnknownEthnicity: {"Unknown", "Not stated or not recorded", "Undeclared / missing", "Null / refused", "Unknown - not declared"},
	} {
		for _, cell := range cells {
			if e, ok := Parse(cell); !ok || e != want {
				t.Errorf("Parse(%q) = %v, %v; want %v", cell, e, ok, want)
			}
		}
	}
}

// TestESRLabelsWithoutCodes: most lists print the label alone. Mixed white is read in two
// ways, and so it is asked about.
func TestESRLabelsWithoutCodes(t *testing.T) {
	for _, row := range esrCodeRows(t) {
		for label := range strings.SplitSeq(row[1], ",") {
			if wordsOf(label).key() == "mixed white" || wordsOf(label).key() == "mixed british" {
				continue
			}
			if e, ok := Parse(label); !ok || e.Group().String() != row[2] {
				t.Errorf("Parse(%q) = %v, %v; want a category of %s", label, e, ok, row[2])
			}
		}
	}
	if e, ok := Parse("Mixed White"); ok {
		t.Errorf("Mixed White is taken for %v", e)
	}
}

// TestCategoryWithinItsFamily: a label that names its family is of that family, in
// whatever order and with whatever people behind it; the census placed its answers so.
func TestCategoryWithinItsFamily(t *testing.T) {
	for want, cells := range map[model.Ethnicity][]string{
		model.Indian: {"Asian or Asian British - Indian", "Asian/Asian British: Indian", "Asian - Indian", "Indian (Asian or Asian British)", "Asian, Asian British or Asian Welsh: Indian", "Asian|Indian", "BME - Indian",
			"Indian, Indian Scottish or Indian British", "Indian British", "British Indian", "H - Indian", "Indian (H)", "Indian background", "Asian Indian"},
		model.Bangladeshi:            {"Asian, Asian British or Asian Welsh: Bangladeshi", "Bangladeshi, Bangladeshi Scottish or Bangladeshi British", "Asian Bangladeshi"},
		model.OtherAsian:             {"Asian - Nepalese", "Other Asian (Nepalese)", "Any other Asian background: Thai", "Asian Sri Lankan", "Asian - Sikh", "Asian Unspecified", "Asian - not specified", "East Asian", "South East Asian", "Asian East African", "Asian Caribbean", "Vietnamese (Asian)", "Asian other", "Asian or Asian British - Other", "Sri Lankan"},
		model.OtherWhite:             {"White - Portuguese", "White European", "White Other European", "White: Eastern European", "White ex-USSR", "White Other Ex-Yugoslav", "White South African", "White - Kurdish", "Other White - Romanian", "White Cypriot (non specific)", "White - Jewish", "White Unspecified", "European", "White Northern European"},
		model.OtherBlack:             {"Black Ghanaian", "Black - Somali", "Black or Black British - Congolese", "Black Unspecified", "Black Other", "Black American", "Black South African"},
		model.OtherMixed:             {"Mixed - Black & Asian", "Mixed - Black and Chinese", "Mixed - Asian & Chinese", "Mixed: Indian and White", "Mixed - Other/Unspecified", "Mixed - Chinese & White", "Mixed or Multiple ethnic groups: Other", "Mixed White and Arab", "Asian and Black mixed"},
		model.WhiteAndBlackCaribbean: {"Mixed - White & Black Caribbean", "Mixed: White/Black Caribbean", "Mixed or Multiple ethnic groups: White and Black Caribbean", "White + Black Caribbean"},
		model.OtherEthnic:            {"Other ethnic group - Kurdish", "Other ethnic group: Latin American", "Other ethnic groups (Jewish)", "Other Specified", "Other - Iranian", "Any other ethnic group: Filipino", "Vietnamese", "Malaysian"},
		model.Arab:                   {"Other ethnic group: Arab", "Other - Arab", "Arab, Arab Scottish or Arab British"},
		model.WhiteBritish:           {"White: English, Welsh, Scottish, Northern Irish or British", "White English/Welsh/Scottish/N Irish/British", "English, Scottish and Welsh", "White - Scottish", "White Welsh", "British (White)", "White British or Northern Irish", "A: White British", "White British - A"},
		model.GypsyOrTraveller:       {"Gypsy or Irish Traveller", "White: Gypsy or Irish Traveller", "Gypsy, Roma and Traveller", "Traveller of Irish heritage", "Travellers", "White Gypsy/Romany", "GRT", "White - Irish Traveller"},
		model.Roma:                   {"Roma", "White: Roma", "Romany", "White - Roma"},
		model.BMEGroup: {"B.M.E.", "BAME", "BME/BAME", "BME (Black and minority ethnic)", "Black, Asian & minority ethnic (BAME)", "Ethnic minorities (excluding White minorities)", "Global Majority", "Global ethnic majority", "Racially minoritised staff",
			"Minoritised ethnic groups", "Racialised communities", "Ethnically diverse colleagues", "Minority ethnic", "BME groups", "Black, Asian, Mixed and other minority ethnic groups", "People of colour"},
		model.WhiteGroup: {"White staff", "White ethnic group", "White background", "White colleagues"},
		model.AsianGroup: {"Asian background", "Asian colleagues", "Asian ethnic group", "Asian, Asian Scottish or Asian British"},
		model.BlackGroup: {"African, Caribbean or Black", "Black, African or Caribbean", "Black / African / Caribbean", "Black staff", "Black Welsh"},
		model.MixedGroup: {"Mixed race", "Mixed ethnicity", "Mixed background", "Multiple ethnic groups", "Mixed/multiple"},
	} {
		for _, cell := range cells {
			if e, ok := Parse(cell); !ok || e != want {
				t.Errorf("Parse(%q) = %v, %v; want %v", cell, e, ok, want)
			}
		}
	}
}

// TestLabelsThatAreAsked: what the census does not place, what names two groups, and what
// is said of the people under a group's name are no category.
func TestLabelsThatAreAsked(t *testing.T) {
	for _, cell := range []string{"Sikh", "Jewish", "Latin American", "Hispanic", "Kurdish", "Nepalese", "Iranian", "Muslim", "Mauritian", "Middle Eastern", "North African", "South American", "Moroccan",
		"White & Other", "White or Other", "White and other", "White/Others", "Asian & Other", "White / BME", "White and BME", "Asian and Black British staff and White", "White female", "White male", "White 2024", "White shortlisted", "White - appointed", "White headcount", "White median",
		"White Asian Black", "White and Nepalese", "White/Nepalese", "Black or White", "Asian/Black", "Other European", "Asian Pacific Rim Ltd", "White City Polish Club", "British Airways", "Irish Sea", "Mixed bag", "Mixed results", "Traveller's cheque",
		"White minority report", "BME network", "Diverse", "Ethnic", "Majority", "Black country", "African Caribbean Society", "Indian Ocean", "Welsh Ambulance"} {
		if e, ok := Parse(cell); ok {
			t.Errorf("Parse(%q) = %v; want it asked about", cell, e)
		}
	}
}

// TestTwoGroupsTogether: a label that names two groups is neither of them, in whatever
// way they are joined, unless the census or ESR has it.
func TestTwoGroupsTogether(t *testing.T) {
	names := []string{"White", "Asian", "Black", "Mixed", "Other", "BME", "Unknown", "Not stated", "Chinese", "White British", "Other White", "Prefer not to say"}
	known := map[string]model.Ethnicity{
		"White and Asian": model.WhiteAndAsian, "White & Asian": model.WhiteAndAsian, "White + Asian": model.WhiteAndAsian,
		"Black and Asian": model.OtherMixed, "Black & Asian": model.OtherMixed, "Black + Asian": model.OtherMixed, "Asian and Black": model.OtherMixed, "Asian & Black": model.OtherMixed, "Asian + Black": model.OtherMixed,
		"Black and White": model.OtherMixed, "Black & White": model.OtherMixed, "Black + White": model.OtherMixed,
		"Black and Chinese": model.OtherMixed, "Black & Chinese": model.OtherMixed, "Black + Chinese": model.OtherMixed, "Chinese and White": model.OtherMixed, "Chinese & White": model.OtherMixed, "Chinese + White": model.OtherMixed,
		"Chinese or Other": model.OtherGroup,
	}
	for _, one := range names {
		for _, two := range names {
			for _, joint := range []string{" and ", " & ", "&", " or ", "/", " / ", " + ", ", ", " | "} {
				label := one + joint + two
				spaced := strings.Replace(label, "&", " & ", 1)
				a, _ := Parse(one)
				b, _ := Parse(two)
				if a.Parent() == b.Parent() || a.Group() == model.Unknown && b.Group() == model.Unknown {
					continue
				}
				got, ok := Parse(label)
				if want, is := known[strings.Join(strings.Fields(spaced), " ")]; is && got == want {
					continue
				}
				if ok && !(got == model.BMEGroup && a.Group() == model.BME && b.Group() == model.BME) {
					t.Errorf("%q is read as %v", label, got)
				}
			}
		}
	}
}
