package loaders

import (
	"strings"
	"testing"

	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model/source"
)

func TestKind(t *testing.T) {
	for _, c := range []struct {
		name, header, row, kind string
		why                     string // beginning of the reason; the file is not used
	}{
		{"a.csv", "year,ethnicity,headcount", "2024,White,1", "workforce", ""},
		{"a.csv", "\ufeffYEAR,Ethnic-Group,Head_Count", "2024,White,1", "workforce", ""},
		{"board-2024.csv", "ethnicity,headcount", "White,1", "board", ""},
		{"staff-2024.csv", "ethnicity,headcount", "White,1", "workforce", ""},
		{"a.csv", "year,voting,ethnicity,headcount", "2024,yes,White,1", "board", ""},
		{"a.csv", "year,ethnicity,entered,headcount", "2024,White,1,2", "disciplinary", ""},
		{"a.csv", "year,indicator,ethnicity,percentage", "2024,5,White,1%", "survey", ""},
		{"a.csv", "year,indicator,measure,group,value,scope,source", "2024,2,,,1.6,,", "benchmark", ""},
		{"a.csv", "year,indicator,measure,White,BME,scope,source", "2024,5,,24%,28%,England,x", "benchmark", ""},
		{"survey-a.csv", "year,indicator,group,value", "2024,5,White,5", "survey", ""},
		{"national-a.csv", "year,indicator,group,value", "2024,5,White,5", "benchmark", ""},
		{"a.csv", "year,indicator,group,value", "2024,5,White,5", "unknown", "its columns fit survey and benchmark alike; put the kind into the file's name, such as survey-a.csv"},
		{"a-2024.csv", "White,BME,Unknown", "1,2,3", "unknown", "its columns do not tell what is counted; add a column count (" + labels.Listed(kinds.PeopleCounts(), "or") + "), or put the kind into the file's name"},
		{"training-2024.csv", "White,BME,Unknown", "1,2,3", "training", ""},
		{"staff training 2024.csv", "White,BME,Unknown", "1,2,3", "training", ""},
		{"shortlisted-2024.csv", "pay_band,White,BME", "5,1,2", "recruitment", ""},
		{"a-2024.csv", "count,White,BME", "accessed,1,2", "training", ""},
		{"a-2024.csv", "count,White,BME", "headcount,1,2\naccessed,1,2\nentered,1,2", "unknown", "its count column names counts of several kinds; put each kind into a file of its own"},
		{"a.csv", "employee number,year,ethnicity,headcount", "1,2024,White,1", "unknown", `its column "employee number" shows one row a person or case; nearest is staff list, which needs pay_band, pay_scale or grade too: add that column`},
		{"a.csv", "ethnic origin,staff group", "White,Nursing", "unknown", "its columns fit no kind of extract; nearest is "},
		{"a.csv", "1,Band 5,A", "2,Band 6,H", "unknown", "line 1 looks like data where the column names should be; put a row of column names above it, as wres init has them"},
		{"a.csv", "2025,2,White,10", "2025,2,BME,3", "unknown", "line 1 looks like data where the column names should be"},
		{"a.csv", "WRES,Staff in post,RX9,31/03/2025", "Employee ID,Pay Band,Ethnic Origin,Site\nE1,Band 5,A,x", "unknown",
			"line 1 was taken for its column names, and line 2 looks more like them; if that is so, delete the lines above line 2"},
		{"a.csv", "A sentence, with commas, in it, that goes on", "Employee ID,Pay Band,Ethnic Origin\nE1,Band 5,A", "unknown",
			"line 1 was taken for its column names, and line 2 looks more like them"},
		{"a.csv", "2023,2024,site", "1,2,3", "unknown", "its columns "},
		{"a.csv", "site,beds,ward", "1,2,3", "unknown", "no kind of extract has its columns"},
		{"notes.txt", "Dear all", "thank you", "unknown", "no kind of extract has its columns"},
		{"a.csv", "year,ethnicity,headcount,Head Count", "2024,White,1,2", "workforce", `its columns 3 "headcount" and 4 "Head Count" are both taken for headcount; rename or delete the one that is not wanted`},
		{"a.csv", "year,Ethnic Origin,Ethnic Origin ,entered", "2024,A,B,2", "disciplinary", `its columns 2 "Ethnic Origin" and 3 "Ethnic Origin" are both taken for ethnicity`},
		{"a-2024.csv", "pay_band,White,BME,BAME", "5,1,2,3", "workforce", `its columns 3 "BME" and 4 "BAME" are both taken for ethnicity BME`},
		{"a-2024.csv", "pay_band,White,BME,N", "5,1,2,3", "workforce", ""},
		{"a-2024.csv", "pay_band,A,B,H,N,Z", "5,1,2,3,4,5", "workforce", ""},
		{"a-2024.csv", "pay_band,White,BME,White %", "5,1,2,33%", "workforce", ""},
	} {
		_, report, _ := open(t, folder{c.name: c.header + "\n" + c.row + "\n"}, Options{})
		f := report.Files[0]
		if f.Kind != c.kind || !strings.HasPrefix(f.Reason, c.why) || (f.Reason != "") != (c.why != "") {
			t.Errorf("%s %q: kind %s, reason %q, want %s, %q", c.name, c.header, f.Kind, f.Reason, c.kind, c.why)
		}
		rows := strings.Count(c.row, "\n") + 1
		if c.why != "" && (f.Outcome != source.NotUsed || f.RowsRefused != rows || f.RowsRead != rows) {
			t.Errorf("%s %q: %+v; every row of a file that is not used is refused", c.name, c.header, f)
		}
		if c.why == "" && (f.Outcome != source.Loaded || f.RowsUsed != rows) && c.kind != "recruitment" {
			t.Errorf("%s %q: %+v %q", c.name, c.header, f, said(report))
		}
		if f.Encoding == "" || f.Delimiter == "" || f.HeaderLine != 1 || len(f.Columns) == 0 {
			t.Errorf("%s %q: how the file is written is not told: %+v", c.name, c.header, f)
		}
	}
}

// TestNIsANumberOfStaff: a header N beside groups in words is not the ESR code of
// African, and alone among codes it is.
func TestNIsANumberOfStaff(t *testing.T) {
	for text, want := range map[string]int{"White,BME,N\n5,6,11\n": 11, "A,N\n5,6\n": 11, "White,BME,N,ED\n5,6,11,7\n": 0} {
		org, report, err := open(t, folder{"disciplinary-2024.csv": text}, Options{})
		if want == 0 {
			if !strings.Contains(report.Files[0].Reason, "are both taken for ethnicity BME") {
				t.Errorf("%q: %v %q", text, err, said(report))
			}
			continue
		}
		if err != nil || org.Return(2024).Events["disciplinary"].Count.Total() != want {
			t.Errorf("%q: %v %q; want %d people", text, err, said(report), want)
		}
	}
}

func TestYearOfFile(t *testing.T) {
	for _, c := range []struct {
		name, header, row string
		o                 Options
		want              string
	}{
		{"d-2023-24.csv", "ethnicity,entered", "White,1", Options{}, "2024"},
		{"d-2023.csv", "year,ethnicity,entered", "2024,White,1", Options{}, "2024"},
		{"d.csv", "ethnicity,entered", "White,1", Options{AssumeYear: 2022}, "2022"},
		{"d-2023.csv", "ethnicity,entered", "White,1", Options{AssumeYear: 2022}, "2023"},
		{"d.csv", "survey_year,ethnicity,entered", "2023,White,1", Options{}, "2024"},
		{"d.csv", "Financial Year,ethnicity,entered", "2023/24,White,1", Options{}, "2024"},
		{"d.csv", "as at,ethnicity,entered", "31-MAR-2024,White,1", Options{}, "2024"},
	} {
		org, report, err := open(t, folder{c.name: c.header + "\n" + c.row + "\n"}, c.o)
		if err != nil || len(org.Returns) != 1 || org.Returns[0].Year.String() != c.want {
			t.Errorf("%s %q: %v %q; want %s", c.name, c.header, err, said(report), c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	for name, text := range map[string]string{
		"bom":    "\xef\xbb\xbf\"year\",\"ethnicity\",\"entered\"\r\n2024,White,1\r\n",
		"sep":    "sep=;\nyear;ethnicity;entered\n2024;White;1\n",
		"utf-16": "\xff\xfe" + wide("year\tethnicity\tentered\r\n2024\tWhite\t1\r\n"),
		"cr":     "year,ethnicity,entered\r2024,White,1\r",
		"cp1252": "year,ethnicity,entered,caf\xe9\n2024,White,1,\n",
	} {
		org, report, err := open(t, folder{"d.csv": text}, Options{})
		if err != nil || org.Return(2024) == nil || org.Return(2024).Events["disciplinary"].Count.Total() != 1 {
			t.Errorf("%s: %v %q", name, err, said(report))
		}
	}
}

// wide writes ASCII as UTF-16, little end first.
func wide(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteByte(s[i])
		b.WriteByte(0)
	}
	return b.String()
}
