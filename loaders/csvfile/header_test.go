package csvfile

import (
	"fmt"
	"strings"
	"testing"
)

// TestHeader holds which rows are taken for the header, and what the columns are
// then called.
func TestHeader(t *testing.T) {
	const rows = "2,120,35\n3,98,20\n"
	tests := []struct {
		name, data string
		line       int // of the header's last row
		above      int // rows above it that are no data
		names      string
	}{
		{"first row", "band,White,BME\n" + rows, 1, 0, "band|White|BME"},
		{"title", "Staff in post\nband,White,BME\n" + rows, 2, 1, "band|White|BME"},
		{"title with commas behind", "Staff in post,,\nband,White,BME\n" + rows, 2, 1, "band|White|BME"},
		{"title, date of the run, marking, blank rows", "Staff\n\n\"Run 31/03/2025, ESR\"\nOFFICIAL-SENSITIVE\n,,\n\nband,White,BME\n" + rows, 7, 3, "band|White|BME"},
		{"title with a comma in it", "Staff in post, by band\n\nband,White,BME\n" + rows, 3, 1, "band|White|BME"},
		{"names with colons", "Organisation:,RX9\nRun date:,31/03/2025\nband,White,BME\n" + rows, 3, 2, "band|White|BME"},
		{"names and values above a blank row", "Organisation,RX9\nRun date,31/03/2025\n\nband,White,BME\n" + rows, 4, 2, "band|White|BME"},
		{"title above a header alone", "Staff in post\n\nband,White,BME\n", 3, 1, "band|White|BME"},
		{"title above text alone", "Board\nname,role,group\nx,chair,White\ny,member,BME\n", 2, 1, "name|role|group"},
		{"a sentence with commas", "A sentence, with commas, in it, that goes, on and, on, and on\n\nband,White,BME\n" + rows, 3, 1, "band|White|BME"},
		{"a title of many cells", "WRES,Staff in post,Trust RX9,31/03/2025,,,\n,,,,,,\nid,name,band,origin,team,hours,site\n1,x,5,A,t,37,s\n2,y,6,B,u,30,s\n", 3, 1, "id|name|band|origin|team|hours|site"},
		{"a title of many cells among others", "Staff\nWRES,RX9,2025,,,\n\nRun date:,31/03/2025\n\nid,name,band,origin,team,hours\n1,x,5,A,t,37\n2,y,6,B,u,30\n", 6, 3, "id|name|band|origin|team|hours"},
		{"a blank row below the names", "id, name, band, origin\n\n1, x, 5, A\n2, y, 6, B\n", 1, 0, "id| name| band| origin"},
		{"header with marks below", "band,White,BME\n1,*,<5\n" + rows, 1, 0, "band|White|BME"},
		{"header with years", "band,2023,2024\n" + rows, 1, 0, "band|2023|2024"},
		{"names missing at the right", "id,,origin,\n1,x,A,y\n2,x,M,y\n", 1, 0, "id||origin|"},
		{"names missing, text below", "id,,origin,\nE1,x,A,y\nE2,x,M,y\n", 1, 0, "id||origin|"},
		{"a row of words below the names", "band,White,BME\nx,none given,unclear\n" + rows, 1, 0, "band|White|BME"},
		{"a row with a blank corner below the names", "date,year,group,count\n,2023,White,x\n0,2023,BME,0\n0,2024,BME,0\n", 1, 0, "date|year|group|count"},
		{"a row of words with a blank corner", "date,group,White,BME\n,all,none,unclear\n1,a,2,3\n2,b,3,4\n", 1, 0, "date|group|White|BME"},
		{"a row with a blank corner below a missing name", "date,,White,BME\n,2023,none,unclear\n1,2024,2,3\n2,2024,3,4\n", 1, 0, "date||White|BME"},
		{"a row of words below a missing name", "id,,origin,FTE,hours\nE1,s,A,none,none\nE2,t,B,1.0,37\nE3,t,B,0.5,18\n", 1, 0, "id||origin|FTE|hours"},
		{"one column", "headcount\n5\n7\n", 1, 0, "headcount"},
		{"two columns, one named", "name,\na,b\nc,d\n", 1, 0, "name|"},
		{"figures alone", "1,2,3\n4,5,6\n", 1, 0, "1|2|3"},
		{"names above text alone", "Organisation,RX9\nname,role,group,team,site\na,b,c,d,e\nf,g,h,i,j\n", 2, 1, "name|role|group|team|site"},
		{"many titles", strings.Repeat("Remark of some length\n", 30) + "band,White,BME\n" + rows, 31, 30, "band|White|BME"},
		{"sep line and title", "sep=;\nStaff\nband;White;BME\n2;120;35\n3;98;20\n", 3, 1, "band|White|BME"},

		{"years above groups", ",2024,,2025,\nband,White,BME,White,BME\n2,1,2,3,4\n3,1,2,3,4\n", 2, 0, "band|2024 White|2024 BME|2025 White|2025 BME"},
		{"title, years, groups", "Table 1,,,,\n,2024,,2025,\nband,White,BME,White,BME\n2,1,2,3,4\n3,1,2,3,4\n", 3, 1, "band|2024 White|2024 BME|2025 White|2025 BME"},
		{"three rows", ",2024,,,\n,Headcount,,FTE,\nband,White,BME,White,BME\n2,1,2,3,4\n3,1,2,3,4\n", 3, 0, "band|2024 Headcount White|2024 Headcount BME|2024 FTE White|2024 FTE BME"},
		{"corner merged downwards", "band,2024,,2025,\n,White,BME,White,BME\n2,1,2,3,4\n3,1,2,3,4\n", 2, 0, "band|2024 White|2024 BME|2025 White|2025 BME"},
		{"title in the corner", "Staff,2024,,2025,\nband,White,BME,White,BME\n2,1,2,3,4\n3,1,2,3,4\n", 2, 0, "band|2024 White|2024 BME|2025 White|2025 BME"},
		{"one year above all", ",2024,\nband,White,BME\n" + rows, 2, 0, "band|2024 White|2024 BME"},
		{"a year above each", ",2023,2024\nband,Headcount,Headcount\n" + rows, 2, 0, "band|2023 Headcount|2024 Headcount"},
		{"units below", "band,White,,BME,\n,n,%,n,%\n2,1,2,3,4\n3,1,2,3,4\n", 2, 0, "band|White n|White %|BME n|BME %"},
		{"total stands alone", ",2024,,Total\nband,White,BME,\n2,1,2,3\n3,1,2,3\n", 2, 0, "band|2024 White|2024 BME|Total"},
		{"run date above a complete header is no part of it", "Run,31/03/2025\nid,band,origin,hours\n1,2,A,3\n2,3,B,4\n", 2, 1, "id|band|origin|hours"},
		{"words above a complete header are no part of it", ",Draft,v2\nid,band,origin,hours\n1,2,A,3\n2,3,B,4\n", 2, 1, "id|band|origin|hours"},
		{"nor a run date above doubled names", "Run,31/03/2025\nid,band,origin,origin\n1,2,A,B\n2,3,B,C\n", 2, 1, "id|band|origin|origin"},
		{"a cell merged downwards has its own column only", "band,Site,,2024,\n,,Ward,White,BME\n2,x,y,3,4\n3,x,y,3,4\n", 2, 0, "band|Site|Ward|2024 White|2024 BME"},
		{"the same word twice", ",2024,,2025,,Total\nband,White,BME,White,BME,Total\n2,1,2,3,4,5\n3,1,2,3,4,5\n", 2, 0, "band|2024 White|2024 BME|2025 White|2025 BME|Total"},
		{"a blank row between ends the header", ",2024,,2025,\n\nband,White,BME,White,BME\n2,1,2,3,4\n3,1,2,3,4\n", 3, 1, "band|White|BME|White|BME"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, tt.data)
			if f.Header.Line != tt.line || len(f.Preamble) != tt.above {
				t.Errorf("header on line %d below %d rows, want line %d below %d", f.Header.Line, len(f.Preamble), tt.line, tt.above)
			}
			if got := strings.Join(f.Header.Values, "|"); got != tt.names {
				t.Errorf("names %q, want %q", got, tt.names)
			}
			if (len(f.Preamble) > 0 || len(f.HeaderRows) > 1) && len(f.Notices) == 0 {
				t.Error("no notice says what was taken for the header")
			}
			for rec := range f.Records() {
				if rec.Aside != "" || rec.Refused() {
					t.Errorf("line %d is %q %v", rec.Line, rec.Aside, rec.Faults)
				}
			}
		})
	}
}

// TestFirstTableStands: a table is no title of a wider one below it.
func TestFirstTableStands(t *testing.T) {
	f := decodeString(t, "band,White,BME\n2,120,35\n3,98,20\n\nband,White,BME,Unknown\n4,1,2,3\n5,1,2,3\n")
	rows, aside := 0, 0
	for rec := range f.Records() {
		if rec.Aside == SecondTable {
			aside++
		} else {
			rows++
		}
	}
	if f.Header.Line != 1 || rows != 2 || aside != 3 {
		t.Errorf("header on line %d, %d rows, %d aside; want line 1, 2 and 3", f.Header.Line, rows, aside)
	}
}

// TestTableAboveATable: a table of few rows is no title, nor is one in which a row of
// names follows a blank row.
func TestTableAboveATable(t *testing.T) {
	for _, data := range []string{
		"band,White,BME\n2,120,35\n\nband,White,BME,Unknown\n4,1,2,3\n5,1,2,3\n",
		"band,White,BME\nBand 2,120,35\n\nband,White,BME,Unknown\nBand 4,1,2,3\nBand 5,1,2,3\n",
		"name,role,group\na,chair,White\n\nname,role,group,votes\nb,chair,White,1\nc,chair,White,2\n",
		"id,name,band,origin,hours\n\nnone,x,five,A,few\n2,y,6,B,30\n3,z,6,B,30\n4,z,6,B,30\n",
		"name,role,group\n\nname,role,group\nb,chair,1\nc,chair,2\n",
	} {
		if f := decodeString(t, data); f.Header.Line != 1 {
			t.Errorf("%q: header on line %d, want line 1", data, f.Header.Line)
		}
	}
}

// TestHeaderDoubt: a first row of figures is taken for names with a notice only.
func TestHeaderDoubt(t *testing.T) {
	for data, want := range map[string]bool{"1,2,3\n4,5,6\n": true, "5\n7\n": true, "headcount\n5\n": false, "a,b\n1,2\n": false} {
		f := decodeString(t, data)
		if got := len(f.Notices) == 1 && strings.Contains(f.Notices[0].Message, "looks like figures"); got != want {
			t.Errorf("%q: notices %v, want the doubt: %v", data, f.Notices, want)
		}
	}
}

// TestBelowText: likewise in tables without figures, where only the width and the
// names tell.
func TestBelowText(t *testing.T) {
	const table = "name,role,group\na,chair,White\nb,member,BME\n"
	for data, want := range map[string]int{
		"\nreason,count\nretired,5\n":                   2, // a table of its own
		"Total members: 2\n\nreason,count\nretired,5\n": 3,
		"\nc,member,White\nd,12,9\n":                    0, // as wide as the others
		"\nc,member,White\nd,member,BME\n":              0,
	} {
		aside := 0
		for rec := range decodeString(t, table+data).Records() {
			if rec.Aside != "" {
				aside++
			}
		}
		if aside != want {
			t.Errorf("%q: %d aside, want %d", data, aside, want)
		}
	}
}

// TestBelow holds what is set aside under a table, and that a sparse row in doubt
// stays a row.
func TestBelow(t *testing.T) {
	const table = "band,White,BME,Unknown\n2,120,35,5\n3,98,20,2\n"
	tests := []struct {
		name, data string
		want       string // line and Aside, or fault, of what is no sound row
	}{
		{"nothing", "", ""},
		{"total", "Total,218,55,7\n", "4 total"},
		{"short total", "Grand total,280\n", "4 total"},
		{"total in words", "Total staff in post: 280,,,\n", "4 total"},
		{"total in the middle", "Sub-total,218,55,7\n4,1,2,3\n", "4 total"},
		{"a label that begins with it", "Total rewards team,1,2,3\n4,1,2,3\n", ""},
		{"source", "Source: ESR\n", "4 footnote"},
		{"source with commas behind", "\"Source: ESR, 31 March\",,,\n", "4 footnote"},
		{"star", "* below 5 suppressed\n", "4 footnote"},
		{"rows", "(2 rows affected)\n", "4 footnote"},
		{"sentence behind a blank row", "\nCounted on the last day of March.\n", "5 footnote"},
		{"notes, one after the other", "Total,218,55,7\n\nNotes\nstaff on leave are in\nothers out\n", "4 total, 6 footnote, 7 footnote, 8 footnote"},
		{"remark behind a total", "Total,218,55,7\nbank staff out\n", "4 total, 5 footnote"},
		{"a sentence alone may be a row", "Counted on the last day of March.\n", "4 short-record"},
		{"header again behind a blank row", "\nband,White,BME,Unknown\n4,1,2,3\n", "5 header again"},
		{"page break", "Page 1 of 2\n\nPage 2\nband,White,BME,Unknown\n4,1,2,3\n", "4 footnote, 6 footnote, 7 header again"},
		{"words in place of figures behind a blank row", "\nx,none given,unclear,odd\ny,none given,unclear,odd\n", ""},
		{"row cut off", "4,12", "4 short-record"},
		{"row cut off in its first cell", "Band 4", "4 short-record"},
		{"label alone behind a blank row", "\nBand 4\n", "5 short-record"},
		{"row with blank cells", "4,,,\n", ""},
		{"note in the middle", "Note: new bands,,,\n4,1,2,3\n", ""},
		{"header again", "band,White,BME,Unknown\n4,1,2,3\n", "4 header again"},
		{"second table", "\nLeavers\n\nreason,count\nretired,5\n", "5 second table, 7 second table, 8 second table"},
		{"second table with commas behind", "\nLeavers,,,\nreason,count,,\nretired,5,,\nmoved,6,,\n", "5 second table, 6 second table, 7 second table, 8 second table"},
		{"second table of the same width", "\ngrade,white,asian,black\nA,1,2,3\n", "5 second table, 6 second table"},
		{"second table under the same names", "\nTable 2\nband,White,BME,Unknown\n4,1,2,3\n", "5 second table, 6 second table, 7 second table"},
		{"total, note, second table", "Total,218,55,7\nSource: ESR\n\nreason,count\nretired,5\n", "4 total, 5 second table, 7 second table, 8 second table"},
		{"rows behind a blank row", "\n4,1,2,3\n5,1,2,3\n", ""},
		{"second table right behind one row", "\n\nreason,count,,\nretired,5,,\n", "6 second table, 7 second table"},
		{"section of the same table", "\nMedical,,,\n4,1,2,3\n5,1,2,3\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for rec := range decodeString(t, table+tt.data).Records() {
				if rec.Aside != "" {
					got = append(got, fmt.Sprintf("%d %s", rec.Line, rec.Aside))
				}
				for _, fault := range rec.Faults {
					got = append(got, fmt.Sprintf("%d %s", rec.Line, fault.Kind))
				}
			}
			if s := strings.Join(got, ", "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

// TestNamesBetweenRows: rows below column names in another order are read by those, and
// below other names they are of another table.
func TestNamesBetweenRows(t *testing.T) {
	const table = "year,band,White,BME\n2023,2,120,35\n2023,3,98,20\n"
	for _, tt := range []struct{ name, data, want string }{
		{"another order", "year,band,BME,White\n2024,2,36,121\n2024,3,21,99\n", "4 header in another order; 5 2024|2|121|36; 6 2024|3|99|21"},
		{"the first order again", "BME,year,White,band\n36,2024,121,2\nyear,band,White,BME\n2025,2,122,37\n",
			"4 header in another order; 5 2024|2|121|36; 6 header again; 7 2025|2|122|37"},
		{"in other case, behind a blank row", "\nYear,Band,bme,WHITE \n2024,2,36,121\n", "5 header in another order; 6 2024|2|121|36"},
		{"in other case alone", "YEAR,Band,white,bme\n2024,2,121,36\n", "4 header again; 5 2024|2|121|36"},
		{"a total below", "band,year,BME,White\n2,2024,36,121\nTotal,2024,36,121\n", "4 header in another order; 5 2024|2|121|36; 6 total"},
		{"one column is another", "year,band,White,Unknown\n2024,2,121,3\n2024,3,99,2\n", "4 second table; 5 second table; 6 second table"},
		{"fewer columns", "year,White,BME\n2024,121,36\n", "4 second table; 5 second table"},
		{"more columns", "year,band,White,BME,Unknown\n2024,2,121,36,3\n", "4 second table; 5 second table"},
		{"other columns throughout", "reason,place,leavers,joiners\nretired,x,4,5\n", "4 second table; 5 second table"},
		{"the first again below another table", "reason,place,leavers,joiners\nretired,x,4,5\nyear,band,White,BME\n2024,2,121,36\n",
			"4 second table; 5 second table; 6 header again; 7 2024|2|121|36"},
		{"words in place of figures", "2024,2,not given,unclear\n2024,3,99,21\n", "4 2024|2|not given|unclear; 5 2024|3|99|21"},
		{"a mark in place of figures", "2024,2,withheld,withheld\n", "4 2024|2|withheld|withheld"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, table+tt.data)
			f.Counts()
			if got := asidesFrom(f, 4); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	const merged = "band,2024,,2023,\n,White,BME,White,BME\n" +
		"2,120,35,110,30\n3,98,20,97,19\n4,98,20,97,19\n5,98,20,97,19\n6,98,20,97,19\n7,98,20,97,19\n8,98,20,97,19\n"
	for data, want := range map[string]string{
		"band,2024,,2023,\n,White,BME,White,BME\n3,98,20,97,19\n":                                           "10 header again; 11 header again; 12",
		",White,BME,White,BME\n3,98,20,97,19\n":                                                             "10 header again; 11",
		"band,2023,,2024,\n,White,BME,White,BME\n3,98,20,97,19\n":                                           "10 second table; 11 second table; 12 second table",
		"Leavers\n,White,BME,White,BME\n3,98,20,97,19\n":                                                    "10 second table; 11 second table; 12 second table",
		"Leavers\n,White,BME,White,BME\n3,9,2,9,1\nband,2024,,2023,\n,White,BME,White,BME\n3,98,20,97,19\n": "10 second table; 11 second table; 12 second table; 13 header again; 14 header again; 15",
	} {
		var got []string
		for rec := range decodeString(t, merged+data).Records() {
			if rec.Line > 9 {
				got = append(got, strings.TrimSpace(fmt.Sprintf("%d %s", rec.Line, rec.Aside)))
			}
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%q: %q, want %q", data, s, want)
		}
	}
	f := decodeString(t, table+"BME,year,White,band\n36,2024,121,2\n")
	for rec := range f.Records() {
		if _, column := rec.Pos(3); rec.Line == 5 && column != 1 {
			t.Errorf("BME stands in field %d, want 1", column)
		}
	}
}

// TestNamesBetweenPersons: in a list of persons, too, the names of the header with others
// beside them, or without some, begin another table, and the words of a row never do.
func TestNamesBetweenPersons(t *testing.T) {
	const table = "person,band,ethnicity,staff group\n1,2,White,Nursing\n2,3,BME,Medical\n"
	for _, tt := range []struct{ name, data, want string }{
		{"more columns", "person,band,ethnicity,staff group,site\n3,4,White,Nursing,North\n", "4 second table; 5 second table"},
		{"fewer columns", "person,Band,ethnicity\n3,4,White\n4,5,BME\n", "4 second table; 5 second table; 6 second table"},
		{"the first again below", "person,band,ethnicity\n3,4,White\nperson,band,ethnicity,staff group\n4,5,BME,Medical\n",
			"4 second table; 5 second table; 6 header again; 7 4|5|BME|Medical"},
		{"words of a row", "person,unknown,ethnicity,n/k\n", "4 person|unknown|ethnicity|n/k"},
		{"a row", "3,band,ethnicity,staff group\n", "4 3|band|ethnicity|staff group"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := asidesFrom(decodeString(t, table+tt.data), 4); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// asidesFrom lists the records from a line on: why they are no rows, or their values.
func asidesFrom(f *File, line int) string {
	var got []string
	for rec := range f.Records() {
		switch {
		case rec.Line < line:
		case rec.Aside != "":
			got = append(got, fmt.Sprintf("%d %s", rec.Line, rec.Aside))
		default:
			got = append(got, fmt.Sprintf("%d %s", rec.Line, strings.Join(rec.Values, "|")))
		}
	}
	return strings.Join(got, "; ")
}

// TestOneColumn: in a list of one column nothing tells a note from a row.
func TestOneColumn(t *testing.T) {
	for rec := range decodeString(t, "group\nWhite\nTotal\n\nSource: ESR\n").Records() {
		if rec.Aside != "" || rec.Refused() {
			t.Errorf("line %d is %q %v", rec.Line, rec.Aside, rec.Faults)
		}
	}
}

func TestIsValue(t *testing.T) {
	for _, s := range []string{"5", "12.5%", "(12)", "-3", "1,625", "*", "<5", "..", "[c]", "[x]", "n/a", "N/K", "NULL", "#REF!", "31/03/2025", "1-Feb-24", "31 MAR 2024", "1.23E+11", "£9", "withheld"} {
		if !isValue(s) {
			t.Errorf("%q is no value", s)
		}
	}
	for _, s := range []string{"", " ", "%", "£", "Band 5", "White", "n", "8a", "Unknown", "c", "Q1 2024", "may", strings.Repeat("1", maxName+1)} {
		if isValue(s) {
			t.Errorf("%q is a value", s)
		}
	}
	for s, want := range map[string]bool{"2024": true, "2023/24": true, "2023-2024": true, "FY 2024": true, "31/03/2024": true, "24": false, "1066": false, "2024 White": false} {
		if isYear(s) != want {
			t.Errorf("%q is a year: %v, want %v", s, !want, want)
		}
	}
}

// TestBelowLongTable: what stands under a table longer than the part of the file
// that is looked at is found all the same, and cells of many lines do not hide it.
func TestBelowLongTable(t *testing.T) {
	row := "Ward 7,120,35,\"a remark\nof two lines\"\n"
	data := "team,White,BME,remark\n" + strings.Repeat(row, 20_000) + "Total,1,2,\n\nSource: ESR\n"
	rows, aside := 0, 0
	for rec := range decodeString(t, data).Records() {
		if rec.Aside != "" {
			aside++
			continue
		}
		rows++
		if rec.Refused() {
			t.Fatalf("line %d: %v", rec.Line, rec.Faults)
		}
	}
	if rows != 20_000 || aside != 2 {
		t.Errorf("%d rows and %d aside, want 20000 and 2", rows, aside)
	}
}

// TestDelimiterDoubt: two delimiters that do as well are a guess, and it is said.
func TestDelimiterDoubt(t *testing.T) {
	for data, want := range map[string]bool{
		"a;b,c\n1;2,3\n":            true,
		"a;b;c\n1;2,5;3\n1;2,5;3\n": false,
		"a,b\n1,2\n":                false,
		"headcount\n5\n":            false,
	} {
		f := decodeString(t, data)
		if got := len(f.Notices) > 0; got != want {
			t.Errorf("%q: notices %v, want any: %v", data, f.Notices, want)
		}
	}
}

// TestNamesOfTheHeaderByTheirFirstLetter: what decides by the first letter of a cell
// decides as the whole name does, in every case and for letters that fold to ASCII ones.
func TestNamesOfTheHeaderByTheirFirstLetter(t *testing.T) {
	names := []string{"Year", " Ethnic Origin ", "\u212Aelvin", "\u017Ftaff", "Éthnie", "", "[x]", "9a"}
	f := &File{lastNames: names}
	for _, cell := range []string{"year", "YEAR ", "ethnic origin", "kelvin", "KELVIN", "staff", "Staff", "éthnie", "{x]", "[X]", "9A", "", "  ", "Band", "origin", "\x199a"} {
		want := false
		for _, n := range names {
			want = want || !blank(cell) && sameName(n, cell)
		}
		if got := f.isNameOfHeader(cell); got != want {
			t.Errorf("%q: %v, want %v", cell, got, want)
		}
	}
}
