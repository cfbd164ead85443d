package nearest

import (
	"slices"
	"testing"
)

// meanings are ethnicities as a file's labels can be mapped to, White first as everywhere.
var meanings = [][]string{
	{"White"}, {"White British", "British"}, {"White Irish", "Irish"}, {"Roma"}, {"Any other White background", "Other White"}, {"BME", "Global majority"},
	{"Mixed or multiple ethnic groups", "Mixed"}, {"White and Asian"}, {"White and Black Caribbean"}, {"Any other mixed background"},
	{"Asian or Asian British", "Asian"}, {"Indian"}, {"Pakistani"}, {"Chinese"}, {"Any other Asian background", "Other Asian", "Filipino"},
	{"Black or Black British", "Black"}, {"Caribbean", "Black Caribbean"}, {"Other ethnic groups", "Other"}, {"Arab"}, {"Not stated"}, {"Missing"}, {"Unknown"},
}

func TestNearEnoughToSuggest(t *testing.T) {
	for text, want := range map[string]string{
		"Asian - other": "Any other Asian background", "ASIAN OTHER": "Any other Asian background", "Wht Brit": "White British", "BRITISH/WHTIE": "White British",
		"White Brit (UK)": "White British", "Filipina": "Any other Asian background", "Pakistanni": "Pakistani", "Black Carribean": "Caribbean", "Indain": "Indian",
		"Whites": "White", "Whitee": "White", "Mixed - Other": "Any other mixed background", "White & Asain": "White and Asian", "Asain": "Asian or Asian British", "Not statd": "Not stated",
		"Global Majorty": "BME",
	} {
		got := New(meanings).Of(text)
		if !got.Near || meanings[got.Places[0]][0] != want {
			t.Errorf("%q: near %v, %v; want %s", text, got.Near, named(got), want)
		}
	}
}

// What a denial, a second group, another word or a count turns into something else is
// suggested to be nothing, least of all White.
func TestWhatIsDoubtfulIsNotSuggested(t *testing.T) {
	for _, text := range []string{"White & Other", "Non-white", "Nonwhite", "Not White British", "Other than White", "White or unknown", "White/Asian", "White total", "White %", "% White",
		"Nepalese", "Blank", "Whte", "Back", "Write", "Roman Catholic", "Roman", "Romanian", "Irish Asian", "British Sikh", "Mr White", "Mother", "Known", "W. Brit", "Exec pay", "", "-", "7", "W",
		"Herkunft", "Any", "Stated", "Indian Black", "日本", "White <5", "White 2", "All but White"} {
		if got := New(meanings).Of(text); got.Near {
			t.Errorf("%q is near %v", text, named(got))
		}
	}
}

// A doubtful label still leads to the meanings that share most with it.
func TestOrderOfWhatIsDoubtful(t *testing.T) {
	for text, want := range map[string]string{"W. Brit": "White British", "White & Other": "Any other White background", "British Sikh": "White British", "Irish Asian": "White Irish"} {
		if got := named(New(meanings).Of(text)); len(got) == 0 || got[0] != want {
			t.Errorf("%q: %v, want %s first", text, got, want)
		}
	}
	if got := New(meanings).Of("Nepalese"); len(got.Places) != 0 {
		t.Errorf("Nepalese shares a word with %v", named(got))
	}
	if got := New(meanings).Of("Asian - other"); !slices.Equal(got.Words, []string{"asian", "other"}) {
		t.Errorf("shared: %v", got.Words)
	}
}

// A heading is near a column by the whole of its words: staff alone are no staff group.
func TestHeadings(t *testing.T) {
	columns := [][]string{{"ethnicity", "ethnic origin", "ethnic group"}, {"staff_group", "occupational group"}, {"headcount", "head count", "staff in post"}, {"white"}, {"pay_band", "AfC band"}, {"leaving_date", "date left"}}
	for text, want := range map[string]string{"Ethnic Orign": "ethnicity", "ETHNCITY": "ethnicity", "Staf Group Desc": "staff_group", "Staff Grp": "staff_group", "Occupationl Group": "staff_group", "Headcnt": "", "Hedcount": "headcount",
		"Staff": "", "Group": "", "Head": "", "White %": "", "Headcount last year": "", "Manager": "", "Surname": "", "Eth": "", "Pay Bnd": "pay_band", "Date": "", "Paid band": ""} {
		got := New(columns).Of(text)
		if got.Near != (want != "") || got.Near && columns[got.Places[0]][0] != want {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
	}
}

// Two meanings that are as near are doubtful, and numbers are the same or others.
func TestTiesAndNumbers(t *testing.T) {
	bands := [][]string{{"under band 1"}, {"1"}, {"5"}, {"8a"}, {"8b"}, {"VSM"}, {"clinical"}, {"non-clinical"}}
	for text, want := range map[string]string{"8a": "8a", "8c": "", "Grade 5": "", "5 ": "5", "15": "", "clincal": "clinical", "non clincal": "non-clinical", "VSMs": ""} {
		got := New(bands).Of(text)
		if got.Near != (want != "") || got.Near && bands[got.Places[0]][0] != want {
			t.Errorf("%q: %+v, want %q", text, got, want)
		}
	}
	if got := New([][]string{{"date", "date opened"}, {"day", "date opened"}}).Of("date opnd"); got.Near {
		t.Errorf("one of two that are as near was chosen: %+v", got)
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"white", "", 5}, {"white", "whtie", 1}, {"caribbean", "carribean", 2}, {"black", "blank", 1}, {"ab", "ba", 1}, {"kitten", "sitting", 3}} {
		if got := Distance([]rune(c.a), []rune(c.b)); got != c.want || got != Distance([]rune(c.b), []rune(c.a)) {
			t.Errorf("%s, %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func named(o Order) (all []string) {
	for _, i := range o.Places {
		all = append(all, meanings[i][0])
	}
	return all
}
