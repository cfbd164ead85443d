package loaders

import (
	"fmt"
	"strings"
	"testing"

	"wres/model"
)

// problemsIn gives what is said of a folder, a problem a line.
func problemsIn(got opened) string {
	var all []string
	for _, p := range got.Report.Problems {
		all = append(all, p.String())
	}
	return strings.Join(all, "\n")
}

// casesIn counts the disciplinary cases of a year.
func casesIn(org *model.Organisation, y model.Year) int {
	if r := org.Return(y); r != nil && r.Events["disciplinary"] != nil {
		return r.Events["disciplinary"].Count.Total()
	}
	return 0
}

// TestOrderOfDaysOfAList: a column that can only be month first is read so throughout, by
// whatever reader, wherever the row stands that tells; one with days of both orders is not
// used; and where nothing tells, days stand first.
func TestOrderOfDaysOfAList(t *testing.T) {
	const head = "Case ID,Ethnicity,Date opened\n"
	filler := func(n int, day string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%d,White,%s\n", 1000+i, day)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		rows  string
		cases map[model.Year]int
		says  string // "": nothing of months
	}{
		"nothing tells":      {"1,White,04/03/2024\n2,BME,05/12/2023\n", map[model.Year]int{2024: 1, 2025: 0}, ""},
		"day first":          {"1,White,13/04/2023\n2,BME,01/05/2023\n3,BME,04/03/2024\n", map[model.Year]int{2024: 3}, ""},
		"month first":        {"1,White,04/13/2023\n2,BME,04/03/2023\n3,BME,12/02/2023\n4,BME,03/04/2024\n", map[model.Year]int{2024: 4}, "disciplinary.csv:2:3"},
		"told at the end":    {filler(3000, "04/03/2023") + "1,White,04/13/2023\n", map[model.Year]int{2024: 3001}, "disciplinary.csv:3002:3"},
		"told in the middle": {filler(1000, "12/01/2023") + "1,White,4-13-23\n" + filler(1000, "3/4/2024"), map[model.Year]int{2024: 2001}, "disciplinary.csv:1002:3"},
		"both":               {filler(500, "04/03/2023") + "1,White,04/13/2023\n" + filler(500, "04/03/2023") + "2,BME,13/04/2023\n", nil, "line 502 can only be month first and line 1003 only day first"},
		"years first":        {"1,White,2023-04-13\n2,BME,2023-03-04\n", map[model.Year]int{2023: 1, 2024: 1}, ""},
		"with words":         {"1,White,13 April 2023\n2,BME,04/03/2024\n", map[model.Year]int{2024: 2}, ""},
	} {
		if name == "nothing tells" {
			c.cases = map[model.Year]int{2024: 2} // 4 March 2024, 5 December 2023
		}
		got := sameWays(t, folder{"disciplinary.csv": head + c.rows, "workforce.csv": "year,White,BME\n2023,9000,900\n2024,9000,900\n"}, Options{})
		for y, n := range c.cases {
			if cases := casesIn(got.Organisation, y); cases != n {
				t.Errorf("%s: %d cases in %s, want %d\n%s", name, cases, y, n, problemsIn(got))
			}
		}
		said := problemsIn(got)
		if strings.Contains(said, "month first") != (c.says != "") || !strings.Contains(said, c.says) {
			t.Errorf("%s: want %q:\n%s", name, c.says, said)
		}
		if c.cases == nil {
			f := fileOf(t, got.Report, "disciplinary.csv")
			if casesIn(got.Organisation, 2024) != 0 || f.RowsUsed != 0 || f.RowsRefused != 1002 || f.Outcome != "not used" {
				t.Errorf("%s: a file of two orders is used: %+v", name, f)
			}
		}
	}
}

// TestOrderOfDaysOfCounts: likewise for files of counts, a column at a time.
func TestOrderOfDaysOfCounts(t *testing.T) {
	const head = "snapshot date,ethnicity,entered\n"
	for _, c := range []struct {
		rows string
		year model.Year
		n    int
		says string
	}{
		{"03/31/2024,White,3\n03/04/2024,BME,2\n", 2024, 5, "d.csv:2:1"},
		{"04/03/2024,White,3\n04/03/2024,BME,2\n", 2024, 5, ""},
		{"31/03/2024,White,3\n31/03/2024,BME,2\n", 2024, 5, ""},
		{"31/03/2024,White,3\n03/31/2024,BME,2\n", 2024, 0, "line 3 can only be month first and line 2 only day first"},
	} {
		got := sameWays(t, folder{"d.csv": head + c.rows, "workforce.csv": "year,White,BME\n2024,90,90\n"}, Options{})
		said := problemsIn(got)
		if n := casesIn(got.Organisation, c.year); n != c.n || strings.Contains(said, "month first") != (c.says != "") || !strings.Contains(said, c.says) {
			t.Errorf("%q: %d in %s\n%s", c.rows, n, c.year, said)
		}
	}
}

// TestLookedOverDaysOfAList: days that are only looked over may be month first too; a column
// of both orders is not looked at.
func TestLookedOverDaysOfAList(t *testing.T) {
	const head = "Employee Number,Ethnic Origin,Band,Staff Group,Leaving Date,Year\n"
	for rows, says := range map[string]string{
		"1,A,5,Nursing,12/31/2023,2024\n2,A,5,Nursing,01/02/2024,2024\n": "2 rows with a leaving_date before the day of the count",
		"1,A,5,Nursing,12/31/2023,2024\n2,A,5,Nursing,31/12/2023,2024\n": "leaving_date is not looked at",
	} {
		got := sameWays(t, folder{"staff.csv": head + rows}, Options{})
		if said := problemsIn(got); !strings.Contains(said, says) || got.Organisation.Return(2024).Headcount().Total() != 2 {
			t.Errorf("%q:\n%s", rows, said)
		}
	}
}

// TestSeveralDaysOfAList: of the days in a year on which the same people were listed the 31
// March counts, or else the last. Days that are of something else are not chosen among.
func TestSeveralDaysOfAList(t *testing.T) {
	const head = "Snapshot Date,Employee Number,Ethnic Origin,Band,Staff Group\n"
	list := func(day string, from, to int) string {
		var b strings.Builder
		for i := from; i < to; i++ {
			fmt.Fprintf(&b, "%s,%d,%s,5,Nursing\n", day, 100+i, []string{"A", "H"}[i%2])
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		rows  string
		total map[model.Year]int
		says  []string
	}{
		"monthly": {list("30/04/2023", 0, 40) + list("31/10/2023", 2, 44) + list("31/03/2024", 6, 50), map[model.Year]int{2024: 44},
			[]string{"31 March 2024 is taken", "40 rows of 30 April 2023", "42 rows of 31 October 2023"}},
		"no 31 March": {list("31/10/2023", 2, 44) + list("30/04/2023", 0, 40), map[model.Year]int{2024: 42},
			[]string{"31 October 2023, the day that is nearest to 31 March 2024", "40 rows of 30 April 2023", "is not a 31 March"}},
		"two years":          {list("31/03/2023", 0, 40) + list("30/09/2023", 0, 41) + list("31/03/2024", 6, 50), map[model.Year]int{2023: 40, 2024: 44}, []string{"41 rows of 30 September 2023"}},
		"parts of one whole": {list("30/09/2023", 0, 40) + list("31/03/2024", 40, 50), map[model.Year]int{2024: 50}, []string{"is not a 31 March"}},
		"one day":            {list("31/03/2024", 0, 50), map[model.Year]int{2024: 50}, nil},
	} {
		got := sameWays(t, folder{"staff.csv": head + c.rows}, Options{})
		said := problemsIn(got)
		for y, n := range c.total {
			if total := got.Organisation.Return(y).Headcount().Total(); total != n {
				t.Errorf("%s: %d people in %s, want %d\n%s", name, total, y, n, said)
			}
		}
		for _, words := range c.says {
			if !strings.Contains(said, words) {
				t.Errorf("%s: nothing says %q:\n%s", name, words, said)
			}
		}
		if strings.Contains(said, "is listed on") != strings.Contains(strings.Join(c.says, " "), "rows of") {
			t.Errorf("%s:\n%s", name, said)
		}
		f := fileOf(t, got.Report, "staff.csv")
		if rows := strings.Count(c.rows, "\n"); f.RowsUsed+f.RowsAside != rows || f.RowsRefused != 0 {
			t.Errorf("%s: of %d rows %d used and %d aside", name, rows, f.RowsUsed, f.RowsAside)
		}
	}
}

// TestListsOfSeveralDays: two lists of the same people on two days of a year cannot be
// united, for those who left stand in one alone.
func TestListsOfSeveralDays(t *testing.T) {
	const head = "Employee Number,Ethnic Origin,Band,Staff Group\n"
	same := folder{"staff Dec 2023.csv": head + "1,A,5,Nursing\n2,H,5,Nursing\n3,H,5,Nursing\n", "staff March 2024.csv": head + "1,A,5,Nursing\n2,H,5,Nursing\n4,H,5,Nursing\n"}
	got := sameWays(t, same, Options{})
	if said := problemsIn(got); got.Err == "" || !strings.Contains(said, "31 December 2023") || !strings.Contains(said, "keep the list of one day") {
		t.Errorf("%q:\n%s", got.Err, said)
	}
	others := folder{"staff Dec 2023.csv": head + "1,A,5,Nursing\n2,H,5,Nursing\n3,H,5,Nursing\n", "staff March 2024.csv": head + "11,A,5,Nursing\n12,H,5,Nursing\n14,H,5,Nursing\n"}
	if got := sameWays(t, others, Options{}); got.Err != "" || got.Organisation.Return(2024).Headcount().Total() != 6 {
		t.Errorf("%s\n%s", got.Err, problemsIn(got))
	}
}

// TestMonthsOfEvents: events counted by month are parts of the year and add up; a year
// beside its months, and staff counted each month, are not added.
func TestMonthsOfEvents(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		says string
	}{
		{"date,ethnicity,entered\n30/04/2023,White,3\n31/05/2023,White,2\n31/03/2024,White,1\n", 6, "WRES year 2024 is given in 3 parts, 30 April 2023 to 31 March 2024"},
		{"date,ethnicity,entered\nApr-23,White,3\nMay-23,White,2\n", 5, "given in 2 parts"},
		{"date,ethnicity,entered\nQ1 2023/24,White,3\nQ2 2023/24,White,2\nQ3 2023/24,White,2\nQ4 2023/24,White,2\n", 9, "given in 4 parts"},
		{"date,ethnicity,entered\n2023/24,White,5\n30/04/2023,White,3\n31/05/2023,White,2\n", 5, "is given twice"},
		{"date,ethnicity,entered,headcount\n30/04/2023,White,3,90\n31/05/2023,White,2,91\n", 3, "is given twice"},
		{"date,ethnicity,entered\n30/04/2023,White,3\n31/05/2023,BME,2\n", 5, "is not a 31 March"},
		{"date,ethnicity,entered\n31/03/2024,White,3\n31/03/2024,BME,2\n", 5, ""},
	} {
		got := sameWays(t, folder{"disciplinary.csv": c.text, "workforce.csv": "year,White,BME\n2024,90,90\n"}, Options{})
		said := problemsIn(got)
		if n := casesIn(got.Organisation, 2024); n != c.n || !strings.Contains(said, c.says) || c.says == "" && strings.Contains(said, "31 March") {
			t.Errorf("%q: %d, want %d\n%s", c.text, n, c.n, said)
		}
	}
	got := sameWays(t, folder{"recruitment.csv": "Month ending,count,White,BME\n30/04/2023,shortlisted,30,20\n30/04/2023,appointed,3,2\n31/05/2023,shortlisted,40,20\n31/05/2023,appointed,5,1\n", "wres.toml": "[columns]\n\"Month ending\" = \"snapshot_date\"\n"}, Options{})
	if r := got.Organisation.Return(2024); r == nil || len(r.Recruitment) != 1 || r.Recruitment[0].Shortlisted.Total() != 110 || r.Recruitment[0].Appointed.Total() != 11 {
		t.Errorf("%+v\n%s", r, problemsIn(got))
	}
	files := folder{"workforce.csv": "year,White,BME\n2024,90,90\n"}
	for i, month := range []string{"Apr 2023", "May 2023", "Q4 2023-24"} {
		files["disciplinary "+month+".csv"] = fmt.Sprintf("ethnicity,entered\nWhite,%d\n", i+1)
	}
	got = sameWays(t, files, Options{})
	if said := problemsIn(got); casesIn(got.Organisation, 2024) != 6 || !strings.Contains(said, "given in 3 parts, 30 April 2023 to 31 March 2024") {
		t.Errorf("%d\n%s", casesIn(got.Organisation, 2024), said)
	}
}

// TestColumnsOfMonths: a column Month that holds months of a year tells the day of its rows,
// in files of counts and in lists; one that does not is no matter, or is asked about.
func TestColumnsOfMonths(t *testing.T) {
	const list = "Month,Employee Number,Ethnic Origin,Band,Staff Group\n"
	for name, c := range map[string]struct {
		file, text string
		people     int
		says       string
	}{
		"counts":                  {"workforce.csv", "Month,Ethnicity,Headcount\nApr-23,White,990\nApr-23,BME,290\nMar-24,White,1000\nMar-24,BME,300\n", 1300, "31 March 2024 is taken, and 2 rows of the others set aside: 1,280 people of 30 April 2023"},
		"a list":                  {"staff.csv", list + "Apr-23,1,A,5,Nursing\nApr-23,2,A,5,Nursing\nMar-24,1,A,5,Nursing\nMar-24,3,A,5,Nursing\n", 2, "2 rows of 30 April 2023"},
		"a list dated by name":    {"staff-2024.csv", list + "Apr-23,1,A,5,Nursing\nApr-23,2,A,5,Nursing\nMar-24,1,A,5,Nursing\nMar-24,3,A,5,Nursing\n", 2, "2 rows of 30 April 2023"},
		"names of months":         {"staff-2024.csv", list + "March,1,A,5,Nursing\nMarch,2,A,5,Nursing\n", 2, ""},
		"counts, beside a year":   {"workforce.csv", "Year,Month,Ethnicity,Headcount\n2024,Apr-23,White,990\n2024,Apr-23,BME,290\n2024,Mar-24,White,1000\n2024,Mar-24,BME,300\n", 0, `"Month" = "snapshot_date"`},
		"counts, names of months": {"workforce-2024.csv", "Month,Ethnicity,Headcount\nApril,White,990\nApril,BME,290\nMarch,White,1000\nMarch,BME,300\n", 0, `"Month"`},
	} {
		got := sameWays(t, folder{c.file: c.text}, Options{})
		people := 0
		if r := got.Organisation.Return(2024); r != nil {
			people = r.Headcount().Total()
		}
		if said := problemsIn(got); people != c.people || !strings.Contains(said, c.says) {
			t.Errorf("%s: %d people, want %d\n%s", name, people, c.people, said)
		}
	}
}
