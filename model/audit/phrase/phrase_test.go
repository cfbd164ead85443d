package phrase

import (
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/indicator"
)

// Each phrase of the tables is written as a sentence's words are: otherwise it fits nothing.
func TestPhrasesArePlain(t *testing.T) {
	for phrase := range Common().senses {
		if phrase == "" || plain(phrase) != phrase && !strings.ContainsAny(phrase, "0123456789") {
			t.Errorf("%q is read as %q", phrase, plain(phrase))
		}
	}
}

// An indicator that no words name is found in no sentence.
func TestEveryIndicatorHasWords(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		if !slices.ContainsFunc(measures, func(m measure) bool { return slices.Contains(m.Indicators, ind.ID) }) {
			t.Errorf("no words name indicator %s", ind.ID)
		}
		s := Common().Parse(document.Sentence{Text: ind.Title})
		if got := s.ScopeOf(0, len(s.Tokens)).Indicators; !slices.Contains(got, ind.ID) {
			t.Errorf("the title of indicator %s names %v", ind.ID, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // each number with its decimals, each year, in order
	}{
		{"20.40% of 1,863", "20.40% 1863"},
		{"8 per cent, and 8 percent", "8% 8%"},
		{"2023/24, 2023-24 and 2023–2024", "y2024 y2024 y2024"},
		{"31 March 2024", "31 y2024"},
		{"bands 8a and 31st", ""},
		{"12/05/2024", ""},
		{"£5,000 and 37,5%", ""},
		{"-11.4 and +1.5", "11.4± 1.5±"},
		{"15-25%", "15 25%"},
		{"1.234567 is too exact", ""},
		{"2019 to 2050", "y2019 2050"},
	} {
		var got []string
		for _, tk := range tokens(c.text) {
			switch {
			case tk.Year != 0:
				got = append(got, "y"+tk.Year.String())
			case tk.Number != nil:
				text := tk.Number.String()
				if tk.Number.Percent {
					text += "%"
				}
				if tk.Number.Signed {
					text += "±"
				}
				got = append(got, text)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: %q, want %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func TestPrints(t *testing.T) {
	amount := func(text string) Amount {
		n, ok := model.ParsePrinted(text)
		a, fits := AmountOf(n)
		if !ok || !fits {
			t.Fatal(text)
		}
		return a
	}
	for _, c := range []struct {
		number, cell string
		want         bool
	}{
		{"20.4", "20.40", true}, {"20.4", "20.35", true}, {"20.3", "20.35", true}, {"20.4", "20.45", true}, {"20.5", "20.40", false},
		{"8.54", "8.64", false}, {"8.65", "8.64", false}, {"8", "8.64", true}, {"9", "8.64", true}, {"7", "8.64", false}, {"19.23", "19.2", true}, {"19.26", "19.2", true}, {"19.31", "19.2", false},
	} {
		if got := amount(c.number).Prints(amount(c.cell)); got != c.want {
			t.Errorf("%s prints %s: %v", c.number, c.cell, got)
		}
	}
}

// How each number of a sentence stands.
func TestManners(t *testing.T) {
	names := map[Manner]string{Plainly: "plain", Naming: "name", Counted: "counted", Changing: "change", Ranging: "range", Starting: "from", Ending: "to", Parity: "parity"}
	for text, want := range map[string]string{
		"the share has increased by 1.5%":                 "change",
		"a 3% decrease in the share":                      "change",
		"an increase of 2 percentage points":              "change",
		"1 of 15 members, and 2 out of 11":                "counted name counted name",
		"fell from 28.1% to 25.4%":                        "from to",
		"between 8 and 12%":                               "range range",
		"around 20% of staff":                             "range",
		"in the last 12 months":                           "name",
		"band 8 and indicator 5 on page 14":               "name name name",
		"BME staff make up 28.0% of the workforce":        "plain",
		"a ratio of 1.00":                                 "parity",
		"1 in 4 staff":                                    "name name",
		"the number rose by 103 (9.3%)":                   "change change",
		"staff are 1.5 times more likely, and 30% higher": "plain change",
	} {
		s := Common().Parse(document.Sentence{Text: text})
		var got []string
		for i := range s.Tokens {
			if u, is := s.Kinds[i]; is {
				got = append(got, names[u.How])
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

// What each clause of a sentence is.
func TestWindows(t *testing.T) {
	for text, want := range map[string]string{
		"White staff increased by 10 and BME staff fell by 3":                                                "White staff increased by 10|and BME staff fell by 3",
		"harassment, bullying or abuse from patients, relatives or the public has fallen":                    "harassment, bullying or abuse from patients, relatives or the public has fallen",
		"The share of staff has decreased slightly, by 0.45%":                                                "The share of staff has decreased slightly, by 0.45%",
		"However, white candidates are more likely to be appointed, and the gap has widened":                 "However, white candidates are more likely to be appointed|and the gap has widened",
		"While there has been an increase in representation, the data shows that there are still other gaps": "While there has been an increase in representation|the data shows that there are still other gaps",
	} {
		s := Common().Parse(document.Sentence{Text: text})
		var got []string
		for _, w := range s.Windows {
			got = append(got, s.Words(w.Lo, w.Hi))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// The report's own words are known beside those of all.
func TestOwnWords(t *testing.T) {
	own := Common().With([]string{"Colleagues of Colour", "EM"}, []string{"Northbrook NHS Trust"})
	for text, want := range map[string]string{"28% of EM staff": "bme", "colleagues of colour": "bme", "BME staff": "bme", "white staff": "white", "Emma": ""} {
		s := own.Parse(document.Sentence{Text: text})
		if got := strings.Join(s.ScopeOf(0, len(s.Tokens)).Groups, " "); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	if _, known := Common().senses["em"]; known {
		t.Error("the words of one report are known in the next")
	}
}
