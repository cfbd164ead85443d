package whole

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// tableOf reads a text as a table. Headings are standard names of keys; n, t, u and o begin
// those of numbers, of words, and of columns that are not used, without and with a heading
// of numbers.
func tableOf(t *testing.T, text string, l *labels.Labels) *Table {
	t.Helper()
	f, err := csvfile.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	f.Counts()
	table := &Table{Text: f, Labels: l, Blanks: true}
	for i, name := range f.Header.Values {
		if k, is := KeyNamed(name, i); is {
			table.Keys = append(table.Keys, k)
			continue
		}
		list := map[byte]*[]int{'n': &table.Numbers, 't': &table.Texts, 'u': &table.Unused, 'o': &table.Others}[name[0]]
		if list == nil {
			t.Fatalf("no column is called %q", name)
		}
		*list = append(*list, i)
	}
	return table
}

// read gives the rows of a table as they are read after it has been looked at, cells parted
// by bars, and what is said: of refused rows the fault.
func read(t *testing.T, table *Table) (rows []string, said []string, why string) {
	t.Helper()
	notices, why := table.Read(context.Background())
	for _, n := range notices {
		said = append(said, place(n.Line, n.Column)+n.Message)
	}
	for rec := range table.Text.Records() {
		for _, f := range rec.Faults {
			said = append(said, place(f.Line, f.Column)+f.Message)
		}
		if (rec.Aside == "" || rec.Aside == csvfile.Total) && !rec.Refused() {
			rows = append(rows, strings.Join(rec.Values, "|"))
		}
	}
	return rows, said, why
}

func place(line, column int) string {
	return strconv.Itoa(line) + ":" + strconv.Itoa(column) + " "
}

// look is a table, and what must come of it.
type look struct {
	name string
	text string
	rows string   // as they are read; "": as they stand
	said []string // what each notice or fault begins with, in order, with words of it behind "…"
	why  string   // words of why it cannot be used
}

func tryAll(t *testing.T, looks []look) {
	t.Helper()
	for _, c := range looks {
		t.Run(c.name, func(t *testing.T) {
			plain, _, _ := strings.Cut(c.text, "\n")
			table := tableOf(t, c.text, labels.New())
			var stand []string
			for rec := range table.Text.Records() {
				if rec.Refused() {
					continue
				}
				stand = append(stand, strings.Join(rec.Values, "|"))
			}
			rows, said, why := read(t, table)
			if (why == "") != (c.why == "") || !strings.Contains(why, c.why) {
				t.Fatalf("why is %q, not %q", why, c.why)
			}
			want := stand
			if c.rows != "" {
				want = strings.Split(c.rows, "\n")
			}
			if !slices.Equal(rows, want) {
				t.Errorf("%s is read as\n%s\nnot as\n%s", plain, strings.Join(rows, "\n"), strings.Join(want, "\n"))
			}
			if len(said) != len(c.said) {
				t.Fatalf("said is %q, not %q", said, c.said)
			}
			for i, s := range c.said {
				begin, words, _ := strings.Cut(s, "…")
				if !strings.HasPrefix(said[i], begin) || !strings.Contains(said[i], words) {
					t.Errorf("said is %q, not %q", said[i], s)
				}
			}
		})
	}
}

// perRow writes a row for each label of ethnicity.
func perRow(codes ...string) string {
	text := "year,ethnicity,n\n"
	for i, code := range codes {
		text += "2024," + code + "," + strconv.Itoa(10+i) + "\n"
	}
	return text
}

func TestCodes(t *testing.T) {
	letters := []string{"1:2 the codes of ethnicity are read as first letters of groups"}
	looks := []look{
		{name: "letters", text: perRow("W", "A", "B", "M", "O", "U"), rows: "2024|White|10\n2024|Asian|11\n2024|Black|12\n2024|Mixed|13\n2024|Other|14\n2024|Unknown|15",
			said: []string{letters[0] + `…"A" as Asian`}},
		{name: "letters without White", text: perRow("A", "B", "M", "O", "Z"), rows: "2024|Asian|10\n2024|Black|11\n2024|Mixed|12\n2024|Other|13\n2024|Not stated|14", said: letters},
		{name: "small letters", text: perRow("w", " a ", "b", "x"), rows: "2024|White|10\n2024|Asian|11\n2024|Black|12\n2024|Not recorded|13", said: letters},
		{name: "two letters are White and BME", text: perRow("W", "B", "N"), rows: "2024|White|10\n2024|BME|11\n2024|Not known|12", said: letters},
		{name: "letters, words and a mark", text: perRow("W", "A", "B", "Not stated", "NK", "99"), rows: "2024|White|10\n2024|Asian|11\n2024|Black|12\n2024|Not stated|13\n2024|NK|14\n2024|99|15", said: letters},
		{name: "N beside W alone may be not White", text: perRow("W", "N"), why: `not all ESR codes (not "W")`},
		{name: "letters and one more", text: perRow("W", "A", "B", "E"), why: `not all ESR codes (not "W")`},
		{name: "ESR", text: perRow("A", "B", "C", "H", "M", "N", "Z")},
		{name: "ESR with sub-codes", text: perRow("A", "CP", "Z")},
		{name: "ESR with a slip", text: perRow("A", "B", "H", "J", "M", "S", "W", "X", "U")},
		{name: "ESR that is White", text: perRow("A", "C", "Z", "U")},
		{name: "ESR with two slips", text: perRow("A", "B", "H", "J", "M", "S", "W", "T"), why: `not "T" and "W"`},
		{name: "ESR, or Asian and Black", text: perRow("A", "B", "Z"), said: []string{`1:2 the codes of ethnicity are read as ESR codes, "A" as White British`}},
		{name: "ESR, or the groups of BME", text: perRow("A", "B", "M", "Z"), why: "can be ESR codes or first letters of groups"},
		{name: "some are of ESR", text: perRow("A", "C", "Q1"), why: `not all ESR codes (not "Q1")`},
		{name: "ESR's sub-code beside W", text: perRow("A", "CP", "W", "Z"), why: `not all ESR codes (not "W")`},
		{name: "more words than codes that are not known", text: perRow("White", "BME", "A", "Q1")},
		{name: "words beside a code", text: perRow("White", "BME", "Z")},
		{name: "words beside one that is not known", text: perRow("White", "BME", "U")},
		{name: "numbers", text: perRow("1", "2", "3", "99"), why: `numbers of a set that is not known ("1", "2" and "3")`},
		{name: "codes of two letters that are not ESR's", text: perRow("W1", "A1", "B2", "NS")},
	}
	tryAll(t, looks)
}

// TestCodesAreThoseOfTheSettings holds that what the settings say of a code stands, and
// that the others are read as if it were not there.
func TestCodesAreThoseOfTheSettings(t *testing.T) {
	l := labels.New()
	ethnicities := labels.Tables()[0]
	for code, label := range map[string]string{"A": "White British", "B": "White Irish", "M": "Caribbean"} {
		if _, ok := ethnicities.Take(l, code, label); !ok {
			t.Fatalf("%s is not taken", label)
		}
	}
	if _, said, why := read(t, tableOf(t, perRow("A", "B", "M", "Z"), l)); why != "" || len(said) > 0 {
		t.Errorf("said %q, why %q", said, why)
	}
	rows, _, _ := read(t, tableOf(t, perRow("W", "A", "O"), l))
	if want := []string{"2024|White|10", "2024|A|11", "2024|Other|12"}; !slices.Equal(rows, want) {
		t.Errorf("rows are %q, not %q", rows, want)
	}
}

func TestCodesOfHeadingsAndPeople(t *testing.T) {
	for _, c := range []struct {
		names string
		want  string // the groups that are read from letters, in their order
	}{
		{"Year W A B M O U", "White Asian Black Mixed Other Unknown"},
		{"Year W B N", "White BME"}, // N may be the number of all
		{"Year N O", ""},
		{"Year A B C H Z", ""},
		{"Year White BME N", ""},
	} {
		names := strings.Fields(c.names)
		words := CodesIn(names, labels.New()).Headings()
		var got []string
		for _, n := range names {
			if words[n] != "" {
				got = append(got, words[n])
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: read as %q, not %q", c.names, got, c.want)
		}
		if notice, why := OfHeadings(names, words, labels.New()); words != nil && !strings.Contains(notice, `"W" as White`) || words != nil && why != "" {
			t.Errorf("%s: notice %q, why %q", c.names, notice, why)
		}
	}
	if _, why := OfHeadings([]string{"A", "B", "M", "Z"}, nil, labels.New()); !strings.Contains(why, "can be ESR codes") {
		t.Errorf("why is %q", why)
	}
	people := tableOf(t, perRow("A", "H", "A", "W"), labels.New())
	if notice, why := OfPeople(people.Text, 1, 3, labels.New()); notice != "" || why != "" {
		t.Errorf("the first rows are of ESR codes: notice %q, why %q", notice, why)
	}
	people = tableOf(t, perRow("A", "W", "U", "A"), labels.New())
	if _, why := OfPeople(people.Text, 1, 3, labels.New()); !strings.Contains(why, `"A" as Asian`) {
		t.Errorf("why is %q", why)
	}
}

func TestCommas(t *testing.T) {
	decimals := []string{"1:3 commas in its numbers are read as decimal points…"}
	tryAll(t, []look{
		{name: "thousands, or decimals", text: "year;ethnicity;n\n2024;White;101,250\n2024;BME;30,750\n", why: `"101,250" is 101250, or 101.250`},
		{name: "the same with tabs and small numbers", text: "year\tethnicity\tn\n2024\tWhite\t1,250\n2024\tBME\t75\n", why: `"1,250" is 1250, or 1.250`},
		{name: "a number over 999 has no comma", text: "year|ethnicity|n\n2024|White|1,250\n2024|BME|2310\n2024|Unknown|310\n", why: `"1,250" is 1250, or 1.250`},
		{name: "a shorter decimal tells", text: "year;ethnicity;n\n2024;White;101,250\n2024;BME;30,5\n", rows: "2024|White|101.250\n2024|BME|30.5", said: []string{decimals[0] + `"30,5"`}},
		{name: "nought tells", text: "year;ethnicity;n\n2024;White;101,250\n2024;BME;0,750\n", rows: "2024|White|101.250\n2024|BME|0.750", said: decimals},
		{name: "points part thousands", text: "year;ethnicity;n\n2024;White;1.101,25\n2024;BME;2.000\n2024;Unknown;3.5\n", rows: "2024|White|1.101,25\n2024|BME|2.000\n2024|Unknown|3.5"},
		{name: "points part thousands, and none is a decimal", text: "year;ethnicity;n\n2024;White;1.101,25\n2024;BME;2.000\n", rows: "2024|White|1101.25\n2024|BME|2000", said: decimals},
		{name: "percentages", text: "year;ethnicity;n\n2024;White;24,1%\n2024;BME;7\n", rows: "2024|White|24.1%\n2024|BME|7", said: decimals},
		{name: "another column of numbers tells", text: "year;ethnicity;n;o\n2024;White;1,250;1190,5\n2024;BME;310;\n", rows: "2024|White|1.250|1190.5\n2024|BME|310|", said: decimals},
		{name: "there is no comma where it matters", text: "year;ethnicity;n;o\n2024;White;1250;1190,5\n"},
		{name: "two commas tell", text: "year;ethnicity;n\n2024;White;1,250,000\n2024;BME;30,750\n"},
		{name: "a point tells", text: "year;ethnicity;n;o\n2024;White;1,250;1190.5\n"},
		{name: "a sum tells", text: "year;n1;n2;n3\n2024;1,200;34;1,234\n"},
		{name: "a sum of the like does not", text: "year;n1;n2;n3\n2024;1,200;3,034;4,234\n", why: "two ways"},
		{name: "whole numbers stand beside", text: "year;ethnicity;n\n2024;White;1,250\n2024;BME;310\n", said: []string{`1:3 commas in its numbers are read as parting thousands, "1,250" as 1250…310`}},
		{name: "parted by commas", text: "year,ethnicity,n\n2024,White,\"1,250\"\n2024,BME,\"30,750\"\n"},
		{name: "parted by commas, with a decimal", text: "year,ethnicity,n,o\n2024,White,\"1,250\",\"1190,5\"\n", why: `as in "1190,5"`},
		{name: "parted by commas, with a decimal alone", text: "year,ethnicity,n\n2024,White,\"24,1\"\n"},
		{name: "both ways", text: "year;ethnicity;n;o\n2024;White;1,250;1190.5\n2024;BME;310;24,5\n", why: "two ways"},
	})
}

func TestMerged(t *testing.T) {
	tryAll(t, []look{
		{name: "a category", text: "year,staff_category,pay_band,n\n2024,Clinical,5,9\n2024,,6,8\n2024,,7,7\n2024,Non-clinical,2,6\n2024,,3,5\n",
			rows: "2024|Clinical|5|9\n2024|Clinical|6|8\n2024|Clinical|7|7\n2024|Non-clinical|2|6\n2024|Non-clinical|3|5",
			said: []string{`3:2 staff_category is blank on lines 3, 4 and 6, below "Clinical" and "Non-clinical": it is taken for cells merged`}},
		{name: "a year and a category", text: "year,staff_category,pay_band,n\n2023,Clinical,5,9\n,,6,8\n,Non-clinical,2,6\n,,3,6\n2024,Clinical,5,9\n,,6,8\n,Non-clinical,2,6\n,,3,6\n",
			rows: "2023|Clinical|5|9\n2023|Clinical|6|8\n2023|Non-clinical|2|6\n2023|Non-clinical|3|6\n2024|Clinical|5|9\n2024|Clinical|6|8\n2024|Non-clinical|2|6\n2024|Non-clinical|3|6",
			said: []string{"3:1 year is blank on lines 3, 4, 5, 7, 8 and 9", "3:2 staff_category is blank on lines 3, 5, 7 and 9"}},
		{name: "behind the bands", text: "pay_band,staff_category,n\n5,Clinical,9\n6,,8\n2,Non-clinical,6\n3,,5\n",
			rows: "5|Clinical|9\n6|Clinical|8\n2|Non-clinical|6\n3|Non-clinical|5", said: []string{"3:2 staff_category is blank on lines 3 and 5"}},
		{name: "one year over all", text: "year,organisation,ethnicity,n\n2024,North,White,9\n,North,BME,8\n,South,White,7\n,South,BME,6\n",
			rows: "2024|North|White|9\n2024|North|BME|8\n2024|South|White|7\n2024|South|BME|6", said: []string{"3:1 year is blank on lines 3 to 5"}},
		{name: "over all but the last", text: "staff_category,pay_band,n\nClinical,5,9\n,6,8\nNon-clinical,2,6\n",
			rows: "Clinical|5|9\nClinical|6|8\nNon-clinical|2|6", said: []string{"3:1 staff_category is blank on line 3"}},
		{name: "with a total", text: "year,staff_category,pay_band,n\n2024,Clinical,5,9\n,,6,8\n,Non-clinical,2,6\n,,3,5\n,,Total,28\n",
			rows: "2024|Clinical|5|9\n2024|Clinical|6|8\n2024|Non-clinical|2|6\n2024|Non-clinical|3|5\n2024||Total|28",
			said: []string{"3:1 year is blank on lines 3 to 6", "3:2 staff_category is blank on lines 3 and 5"}},
		{name: "with the totals of each and of all", text: "staff_category,pay_band,n\nClinical,5,9\n,6,8\n,Total,17\nNon-clinical,2,6\n,3,5\n,Total,11\n,Grand total,28\n",
			rows: "Clinical|5|9\nClinical|6|8\nClinical|Total|17\nNon-clinical|2|6\nNon-clinical|3|5\nNon-clinical|Total|11\n|Grand total|28",
			said: []string{"3:1 staff_category is blank on lines 3, 4, 6 and 7"}},
		{name: "the last alone", text: "staff_category,pay_band,n\nClinical,5,9\nNon-clinical,2,6\n,VSM,5\n",
			said: []string{`4:1 staff_category is blank on line 4, below "Non-clinical": the label above may be meant`}},
		{name: "few of many", text: "campaign,pay_band,n\nA,1,1\nB,2,2\nC,3,3\n,4,4\nD,5,5\nE,6,6\n,7,7\nF,8a,8\n", said: []string{"5:1 campaign is blank on lines 5 and 8…the label above may be meant"}},
		{name: "another year begins", text: "year,staff_category,pay_band,n\n2023,Clinical,5,9\n2023,,6,8\n2024,,5,9\n2024,,6,8\n", said: []string{"3:2 staff_category is blank on lines 3 to 5…may be meant"}},
		{name: "another year begins, below labels that reach", text: "year,staff_category,pay_band,n\n2023,Clinical,5,9\n2023,,6,8\n2023,Non-clinical,2,6\n2023,,3,5\n2024,,8a,9\n2024,,8b,8\n",
			said: []string{`3:2 staff_category is blank on lines 3, 5, 6 and 7…may be meant`}},
		{name: "written in each row", text: "staff_category,pay_band,n\nClinical,5,9\nClinical,6,8\n,VSM,6\nNon-clinical,3,5\n"},
		{name: "a total without a label", text: "year,staff_category,pay_band,n\n2024,Clinical,5,9\n2024,Non-clinical,2,6\n2024,,,15\n"},
		{name: "the first has none", text: "staff_category,pay_band,n\n,5,9\nClinical,6,8\n,7,8\n"},
		{name: "they would be alike", text: "campaign,ethnicity,n\nNurses,White,9\n,White,20\nPorters,BME,9\n,BME,20\n"},
		{name: "they are alike without it", text: "voting,executive,n\nyes,yes,5\n,no,4\nno,yes,2\n,no,1\n",
			rows: "yes|yes|5\nyes|no|4\nno|yes|2\nno|no|1", said: []string{"3:1 voting is blank on lines 3 and 5…merged"}},
		{name: "a blank of its own meaning", text: "voting,executive,n\nyes,,5\n,yes,4\n,,9\n"},
		{name: "one that may be", text: "voting,executive,n\nyes,yes,5\n,no,4\n", said: []string{"3:1 voting is blank on line 3…may be meant"}},
		{name: "below a row with a field too many", text: "organisation,ethnicity,n\nNorth,White,9\n,BME,8\nSouth,White,1,201\n,BME,6\nEast,White,5\n,BME,3\n",
			rows: "North|White|9\nNorth|BME|8\nSouth|BME|6\nEast|White|5\nEast|BME|3",
			said: []string{"3:1 organisation is blank on lines 3, 5 and 7", "4:4 this row has a value in field 4"}},
		{name: "below a row that may be anything", text: "organisation,ethnicity,n\nNorth,White,9\n,BME,8\nSouth,\"Wh\"ite\",7\n,BME,6\nEast,White,5\n,BME,3\n",
			said: []string{"3:1 organisation is blank on lines 3, 5 and 7…may be meant", "4:2 there is text behind the quote"}},
	})
}

func TestShifted(t *testing.T) {
	tryAll(t, []look{
		{name: "into a note", text: "year,n1,n2,n3,t\n2024,1,234,300,60\n2023,900,290,110,\n", rows: "2023|900|290|110|",
			said: []string{`2:5 "1" and "234" may be one number, 1,234…"t"`}},
		{name: "of one number", text: "ethnicity,n,t\nWhite,1,234\nBME,310,checked\n", rows: "BME|310|checked", said: []string{`2:3 "1" and "234"`}},
		{name: "into a column that is not used", text: "year,n1,n2,u\n2024,12,400,31\n2023,900,29,\n2022,900,29,x\n", rows: "2023|900|29|\n2022|900|29|x",
			said: []string{`2:4 "12" and "400"…say "u" = "not used"`}},
		{name: "a column of numbers", text: "year,n1,n2,u\n2024,12,400,31\n2023,900,229,12\n2022,900,29,\n"},
		{name: "a number in words", text: "year,n1,n2,t\n2024,12,400,see 31\n2023,900,290,\n"},
		{name: "no two cells are one number", text: "year,n1,n2,t\n2024,1200,400,3\n2023,0,290,4\n2022,12,29,5\n"},
		{name: "parted by semicolons", text: "year;n1;n2;t\n2024;12;400;31\n2023;900;290;\n"},
	})
}
