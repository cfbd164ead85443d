package tables

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
)

// table makes a document of lines "year indicator figure group [part]: printed (says)".
func table(t testing.TB, text string) *document.Document {
	t.Helper()
	var all []model.Printed
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		left, printed, ok := strings.Cut(strings.TrimSpace(line), ": ")
		fields := strings.Fields(left)
		year, err := strconv.Atoi(fields[0])
		if !ok || err != nil || len(fields) < 4 {
			t.Fatalf("bad row %q", line)
		}
		says, source := "", ""
		printed, source, _ = strings.Cut(printed, " @ ")
		printed, says, _ = strings.Cut(printed, " | ")
		all = append(all, model.Printed{Year: model.Year(year), Indicator: fields[1], Figure: fields[2], Group: fields[3], Part: strings.Join(fields[4:], " "),
			Printed: printed, Says: says, Source: source, Line: i + 1})
	}
	return document.Published(all, "rows")
}

// found writes what is found: line, kind, severity, printed and computed.
func found(d *document.Document) []string {
	findings := Find(d).Findings
	var got []string
	for _, f := range findings {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%d %s %s %s = %s", f.Line, f.Kind, f.Severity, f.Printed, f.Computed)))
	}
	return got
}

// cases are tables and what is to be found in them; nothing where nothing follows.
var cases = []struct {
	name, rows string
	want       []string
}{
	{"a count and its share", `
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 percentage-of-workforce bme: 20.4%`, nil},
	{"a wrong share", `
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 percentage-of-workforce bme: 24.0%`, []string{"3 percentage value 24.0% = 20.4%"}},
	{"a share that was cut off", `
		2024 1 headcount all: 2125
		2024 1 headcount bme: 376
		2024 1 percentage-of-workforce bme: 17.6%`, []string{"3 truncated note 17.6% ="}},
	{"a share that was cut off where another year of it was rounded", `
		2023 1 headcount all: 1863
		2023 1 headcount bme: 380
		2023 1 percentage-of-workforce bme: 20.4%
		2024 1 headcount all: 2125
		2024 1 headcount bme: 376
		2024 1 percentage-of-workforce bme: 17.6%`, []string{"6 percentage value 17.6% = 17.7%"}},
	{"a share of those whose ethnicity is known", `
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 headcount unknown: 40
		2024 1 percentage-of-workforce bme: 20.84%`, []string{"4 wrong-base value 20.84% = 20.40%"}},
	{"shares of those whose ethnicity is known", `
		2024 1 headcount all: 1863
		2024 1 headcount white: 1443
		2024 1 headcount bme: 380
		2024 1 percentage-of-workforce white: 79.16%
		2024 1 percentage-of-workforce bme: 20.84%`, []string{"4 wrong-base note 79.16% ="}},
	{"a share of those whose ethnicity is known, year by year", `
		2023 1 headcount all: 2231
		2023 1 headcount bme: 429
		2023 1 headcount unknown: 39
		2023 1 percentage-of-workforce bme: 19.6%
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 headcount unknown: 40
		2024 1 percentage-of-workforce bme: 20.8%`, []string{"4 wrong-base note 19.6% =", "8 wrong-base note 20.8% ="}},
	{"a wrong whole", `
		2024 1 headcount all: 1836
		2024 1 headcount bme: 380
		2024 1 headcount known: 1823
		2024 1 percentage-of-workforce bme: 20.40%
		2024 1 percentage-of-workforce known: 97.85%`, []string{"1 percentage value 1836 = 1863"}},
	{"three groups and all", `
		2024 1 headcount all: 1863
		2024 1 headcount white: 1443
		2024 1 headcount bme: 380
		2024 1 headcount unknown: 40`, nil},
	{"three groups and another sum", `
		2024 1 headcount all: 1868
		2024 1 headcount white: 1443
		2024 1 headcount bme: 380
		2024 1 headcount unknown: 40`, []string{"1 sum value 1868 = 1863"}},
	{"known and unknown", `
		2024 1 headcount all: 1863
		2024 1 headcount known: 1823
		2024 1 headcount unknown: 40
		2024 1 percentage-of-workforce known: 97.85%`, nil},
	{"a wrong share of the known", `
		2024 1 headcount all: 1863
		2024 1 headcount known: 1823
		2024 1 percentage-of-workforce known: 98.75%`, []string{"3 percentage value 98.75% = 97.85%"}},
	{"rounded shares add to 101", `
		2024 1 percentage-of-workforce white: 66%
		2024 1 percentage-of-workforce bme: 25%
		2024 1 percentage-of-workforce unknown: 10%`, nil},
	{"shares add to 110", `
		2024 1 percentage-of-workforce white: 75%
		2024 1 percentage-of-workforce bme: 25%
		2024 1 percentage-of-workforce unknown: 10%`, []string{"2 sum value 25% ="}},
	{"a share over a hundred", `
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 percentage-of-workforce bme: 204%`, []string{"3 percentage value 204% = 20%"}},
	{"ambiguous numbers", `
		2024 1 headcount all: 1.625
		2024 1 headcount bme: 504
		2024 1 percentage-of-workforce bme: 37,5%
		2024 2 relative-likelihood all: 1,625
		2024 2 likelihood white: 37.5%
		2024 2 likelihood bme: 17.86%`, nil},
	{"counts that are withheld", `
		2024 3 headcount bme: 380
		2024 3 entered bme: <5
		2024 3 likelihood bme: 0.79%`, nil},
	{"a count that is withheld and too large for its rate", `
		2024 3 headcount bme: 380
		2024 3 entered bme: fewer than five
		2024 3 likelihood bme: 2.63%`, []string{"3 no-counts value 2.63% ="}},
	{"a count that is withheld and just too large for its rate", `
		2024 4 headcount bme: 380
		2024 4 accessed bme: <5
		2024 4 likelihood bme: 1.32%`, []string{"3 no-counts value 1.32% ="}},
	{"a thousand that may be a decimal", `
		2024 2 likelihood white: 37.50%
		2024 2 likelihood bme: 17.86%
		2024 2 relative-likelihood all: 1,625`, nil},
	{"training may be counted each time", `
		2024 4 headcount bme: 380
		2024 4 headcount white: 900
		2024 4 accessed bme: 420
		2024 4 likelihood bme: 110.5%`, nil},
	{"shares that an unknown number of others would explain", `
		2024 2 shortlisted all: 1000
		2024 2 shortlisted bme: 200
		2024 2 percentage-of-shortlisted bme: 25.0%
		2024 2 appointed all: 100
		2024 2 appointed bme: 20
		2024 2 percentage-of-appointed bme: 25.0%`, []string{"3 percentage value 25.0% = 20.0%", "6 percentage value 25.0% = 20.0%"}},
	{"not available, and printed elsewhere", `
		2024 2 shortlisted bme: 371
		2024 2 appointed bme: 51
		2024 2 likelihood bme: not available @ text
		2024 2 likelihood bme: 13.75% @ table`, nil},
	{"all differences the other way round", `
		2024 7 percentage white: 62.39%
		2024 7 percentage bme: 48.77%
		2024 7 difference all: +13.6
		2024 8 percentage white: 4.86%
		2024 8 percentage bme: 9.43%
		2024 8 difference all: -4.6`, nil},
	{"one difference the other way round", `
		2024 7 percentage white: 62.39%
		2024 7 percentage bme: 48.77%
		2024 7 difference all: +13.6
		2024 8 percentage white: 4.86%
		2024 8 percentage bme: 9.43%
		2024 8 difference all: +4.6`, []string{"3 change value +13.6 = −13.62 percentage points"}},
	{"no number", `
		2024 3 headcount bme: *
		2024 3 entered bme: -
		2024 3 likelihood bme: n/a
		2024 3 likelihood white: [c]`, nil},
	{"a ratio of two rates", `
		2024 2 likelihood white: 33.72%
		2024 2 likelihood bme: 13.75%
		2024 2 relative-likelihood all: 2.45`, nil},
	{"a wrong ratio of two rates", `
		2024 2 likelihood white: 33.72%
		2024 2 likelihood bme: 13.75%
		2024 2 relative-likelihood all: 2.54`, []string{"3 ratio value 2.54 = 2.45"}},
	{"a ratio upside down", `
		2024 2 shortlisted white: 390
		2024 2 shortlisted bme: 398
		2024 2 appointed white: 102
		2024 2 appointed bme: 81
		2024 2 relative-likelihood all: 0.78`, []string{"5 ratio decision 0.78 = 1.29"}},
	{"a ratio of the disciplinary process has BME on top", `
		2024 3 headcount white: 1443
		2024 3 headcount bme: 380
		2024 3 entered white: 12
		2024 3 entered bme: 8
		2024 3 relative-likelihood all: 2.53`, nil},
	{"rates of the disciplinary process are of two years' mean", `
		2024 3 headcount bme: 380
		2024 3 entered bme: 8
		2024 3 likelihood bme: 1.05%`, nil},
	{"a rate of training that is of no two years", `
		2024 4 headcount bme: 380
		2024 4 accessed bme: 8
		2024 4 likelihood bme: 1.05%`, []string{"3 percentage value 1.05% = 2.11%"}},
	{"rates as fractions", `
		2024 2 shortlisted white: 427
		2024 2 shortlisted bme: 371
		2024 2 appointed white: 144
		2024 2 appointed bme: 51
		2024 2 likelihood white: 0.34
		2024 2 likelihood bme: 0.14
		2024 2 relative-likelihood all: 2.45`, nil},
	{"a ratio of rates as they were rounded", `
		2024 2 shortlisted white: 427
		2024 2 shortlisted bme: 371
		2024 2 appointed white: 144
		2024 2 appointed bme: 51
		2024 2 likelihood white: 0.34
		2024 2 likelihood bme: 0.14
		2024 2 relative-likelihood all: 2.43`, nil},
	{"rates of two groups exchanged", `
		2024 2 shortlisted all: 820
		2024 2 shortlisted bme: 371
		2024 2 appointed all: 198
		2024 2 appointed bme: 51
		2024 2 likelihood white: 13.75%
		2024 2 likelihood bme: 33.72%
		2024 2 likelihood unknown: 13.64%
		2024 2 relative-likelihood all: 2.45`, []string{"5 swapped decision 13.75% = the labels white and BME exchanged"}},
	{"a rate between those of the groups is not missing", `
		2024 2 likelihood white: n/a
		2024 2 likelihood bme: 33.72%`, nil},
	{"a missing rate", `
		2024 2 shortlisted bme: 371
		2024 2 appointed bme: 51
		2024 2 likelihood bme: not available`, []string{"3 computable value not available = 13.75%"}},
	{"a missing ratio of nobody", `
		2024 3 headcount white: 1443
		2024 3 headcount bme: 380
		2024 3 entered white: 0
		2024 3 entered bme: 8
		2024 3 relative-likelihood all: Data unavailable`, nil},
	{"a board and its share", `
		2024 9 members bme total: 1 of 11
		2024 9 percentage-of-board bme total: 9.09%`, nil},
	{"a board and another share", `
		2024 9 members bme total: 1 of 11
		2024 9 percentage-of-board bme total: 9.90%`, []string{"2 percentage value 9.90% = 9.09%"}},
	{"the board less the workforce", `
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 percentage-of-workforce bme: 20.4%
		2024 9 members bme total: 1 of 11
		2024 9 percentage-of-board bme total: 9.09%
		2024 9 difference bme total: -11.3%`, nil},
	{"the board less the workforce, wrong", `
		2024 1 percentage-of-workforce bme: 20.4%
		2024 9 percentage-of-board bme total: 9.09%
		2024 9 difference bme total: -13.1 points`, []string{"3 change value -13.1 points = −11.3 percentage points"}},
	{"members by vote", `
		2024 9 members all total: 15
		2024 9 members all voting: 9
		2024 9 members all non-voting: 4
		2024 9 members all executive: 7
		2024 9 members all non-executive: 8`, []string{"1 sum value 15 = 13"}},
	{"a gap of the survey", `
		2024 7 percentage white: 62.39%
		2024 7 percentage bme: 48.77%
		2024 7 difference all: 13.6`, nil},
	{"a gap of the survey, a last digit off", `
		2024 7 percentage white: 62.4%
		2024 7 percentage bme: 48.8%
		2024 7 difference all: -13.7`, nil},
	{"a wrong gap of the survey", `
		2024 7 percentage white: 62.39%
		2024 7 percentage bme: 48.77%
		2024 7 difference all: -15.0`, []string{"3 change value -15.0 = −13.62 percentage points"}},
	{"answers of respondents", `
		2024 7 respondents bme: 162
		2024 7 percentage bme: 48.77%`, nil},
	{"answers that respondents can't give", `
		2024 7 respondents bme: 162
		2024 7 percentage bme: 47.77%`, []string{"2 no-counts value 47.77% ="}},
	{"one number of respondents for all questions", `
		2024 7 respondents bme: 162
		2024 8 respondents bme: 162
		2024 7 percentage bme: 47.77%
		2024 8 percentage bme: 9.43%`, []string{"1 no-counts note 162 =", "2 no-counts note 162 ="}},
	{"bands and all", `
		2024 1 headcount all: 300
		2024 1 headcount all band 5: 120
		2024 1 headcount all band 6: 110
		2024 1 headcount all VSM: <5`, nil},
	{"bands over all", `
		2024 1 headcount all: 300
		2024 1 headcount all band 5: 120
		2024 1 headcount all band 6: 110
		2024 1 headcount all band 8a: 90`, []string{"1 sum value 300 = 320"}},
	{"bands over their category", `
		2024 1 headcount bme clinical: 50
		2024 1 headcount bme clinical band 5: 30
		2024 1 headcount bme clinical band 6: 30`, []string{"1 sum value 50 = 60"}},
	{"categories and all", `
		2024 1 headcount bme: 100
		2024 1 headcount bme non-clinical: 40
		2024 1 headcount bme clinical: 50
		2024 1 headcount bme medical and dental: 9`, []string{"1 sum value 100 = 99"}},
	{"two categories of three", `
		2024 1 headcount bme: 100
		2024 1 headcount bme non-clinical: 40
		2024 1 headcount bme clinical: 50`, nil},
	{"a band's own share, and its share of the group", `
		2024 1 headcount all: 1863
		2024 1 headcount bme: 380
		2024 1 headcount all band 8a: 120
		2024 1 headcount bme band 8a: 19
		2024 1 percentage-of-workforce bme band 8a: 15.8%
		2024 1 headcount all band 5: 400
		2024 1 headcount bme band 5: 95
		2024 1 percentage-of-workforce bme band 5: 25.0%`, nil},
	{"a band's wrong share", `
		2024 1 headcount all band 8a: 120
		2024 1 headcount bme band 8a: 19
		2024 1 percentage-of-workforce bme band 8a: 18.5%`, []string{"3 percentage value 18.5% = 15.8%"}},
	{"20.4 beside 20.40", `
		2024 1 percentage-of-workforce bme: 20.4% @ table
		2024 1 percentage-of-workforce bme: 20.40% @ text`, nil},
	{"two sources of one count", `
		2024 1 headcount bme: 380 @ table
		2024 1 percentage-of-workforce bme: 20.40% @ table
		2024 1 headcount all: 1863 @ table
		2024 1 headcount bme: 390 @ text`, []string{"4 twice value 390 = 380"}},
	{"the column tells which source is right", `
		2024 1 headcount bme: 390 @ report
		2024 1 headcount all: 1863 @ report
		2024 1 headcount bme: 380 @ nation
		2024 1 percentage-of-workforce bme: 20.40% @ report`, []string{"1 twice value 390 = 380"}},
	{"a last digit in two places", `
		2024 1 percentage-of-workforce bme: 17.6% @ table
		2024 1 percentage-of-workforce bme: 17.7% @ text`, []string{"2 twice note 17.7% = 17.6%"}},
	{"a change in points", `
		2023 7 percentage bme: 51.72%
		2024 7 percentage bme: 48.77%
		2024 7 change bme: 2.95 percentage points | decrease`, nil},
	{"a change in per cent", `
		2023 7 percentage bme: 51.72%
		2024 7 percentage bme: 48.77%
		2024 7 change bme: 5.7% | decrease`, nil},
	{"a change that is none", `
		2023 7 percentage bme: 51.72%
		2024 7 percentage bme: 48.77%
		2024 7 change bme: 4.2 percentage points | decrease`, []string{"3 change value 4.2 percentage points = −2.95 percentage points"}},
	{"a change the other way", `
		2023 7 percentage bme: 51.72%
		2024 7 percentage bme: 48.77%
		2024 7 change bme: 2.95 percentage points | increase`, []string{"3 direction decision 2.95 percentage points = −2.95 percentage points"}},
	{"a change in people", `
		2023 1 headcount bme: 429
		2024 1 headcount bme: 380
		2024 1 change bme: 49 | fewer staff
		2024 1 change bme: 11.4% | decrease in the number of staff`, nil},
	{"people for per cent", `
		2023 1 headcount bme: 429
		2024 1 headcount bme: 380
		2024 1 change bme: 49% | decrease in the number of staff`, []string{"3 change value 49% = −49"}},
	{"a change since a year that is named", `
		2022 7 percentage bme: 41.72%
		2023 7 percentage bme: 51.72%
		2024 7 percentage bme: 48.77%
		2024 7 change bme: 7.05 percentage points | increase since 2022`, nil},
	{"more staff than could come", `
		2023 1 headcount bme: 100
		2024 2 appointed bme: 5
		2024 1 headcount bme: 120`, []string{"3 flow note 120 ="}},
	{"two sources of a column, each true", `
		2024 2 shortlisted all: 820 @ report
		2024 2 shortlisted bme: 371 @ report
		2024 2 appointed all: 198 @ report
		2024 2 appointed bme: 51 @ report
		2024 2 likelihood bme: 13.75% @ report
		2024 2 shortlisted bme: 371 @ nation
		2024 2 appointed bme: 51 @ nation
		2024 2 likelihood bme: 13.7% @ nation
		2024 2 likelihood bme: 0.1375 @ region`, nil},
	{"two sources of a column, one with another ratio", `
		2024 2 shortlisted white: 427 @ report
		2024 2 shortlisted bme: 371 @ report
		2024 2 appointed white: 144 @ report
		2024 2 appointed bme: 51 @ report
		2024 2 relative-likelihood all: 2.54 @ report
		2024 2 relative-likelihood all: 2.45 @ nation`, []string{"5 twice value 2.54 = 2.45"}},
	{"a last digit that the column contradicts", `
		2024 2 shortlisted white: 1204 @ table
		2024 2 shortlisted bme: 512 @ table
		2024 2 appointed white: 301 @ table
		2024 2 appointed bme: 80 @ table
		2024 2 relative-likelihood all: 1.60 @ table
		2024 2 relative-likelihood all: 1.61 @ summary`, []string{"6 twice value 1.61 = 1.60"}},
	{"neither source agrees", `
		2024 2 shortlisted white: 427 @ report
		2024 2 shortlisted bme: 371 @ report
		2024 2 appointed white: 144 @ report
		2024 2 appointed bme: 51 @ report
		2024 2 relative-likelihood all: 2.54 @ report
		2024 2 relative-likelihood all: 2.94 @ nation`, []string{"5 ratio value 2.54 = 2.45", "6 ratio value 2.94 = 2.45"}},
	{"ten million people", `
		2024 2 shortlisted all: 10,000,000
		2024 2 shortlisted bme: 3,000,000
		2024 2 appointed all: 2,400,000
		2024 2 appointed bme: 600,000
		2024 2 percentage-of-appointed bme: 25.0%
		2024 2 likelihood bme: 20.0%`, nil},
	{"counts that are no indicator's", `
		2024 17 headcount all: 10
		2024 2 members all: 11
		2024 2 something all: 12`, nil},
}

func TestCases(t *testing.T) {
	for _, c := range cases {
		if got := found(table(t, c.rows)); !slices.Equal(got, c.want) {
			findings := Find(table(t, c.rows)).Findings
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
			for _, f := range findings {
				t.Logf("  %s: %s", f.Where, f.Says)
			}
		}
	}
}

// TestRows: what tells the rows of a report's tables apart. A label says which group is on
// top of a ratio; two figures of one row are two things; and so are two rows that differ in
// every year.
func TestRows(t *testing.T) {
	figure := func(row, line int, year model.Year, ind, name, group, label, printed string) document.Figure {
		f := document.Figure{Printed: model.Printed{Year: year, Indicator: ind, Figure: name, Group: group, Printed: printed, Line: line}, Row: row, Label: label}
		f.Number, f.IsNumber = model.ParsePrinted(printed)
		return f
	}
	rates := []document.Figure{figure(1, 1, 2024, "2", "likelihood", white, "", "33.72%"), figure(2, 2, 2024, "2", "likelihood", bme, "", "13.75%")}
	share := func(row int, year model.Year, printed string) document.Figure {
		return figure(row, row, year, "1", "percentage-of-workforce", bme, "", printed)
	}
	for name, c := range map[string]struct {
		figures []document.Figure
		want    []string
	}{
		"of white staff to others": {append(slices.Clone(rates), figure(3, 3, 2024, "2", "relative-likelihood", all, "Relative likelihood of white staff compared to ED staff", "0.41")),
			[]string{"3 ratio decision 0.41 = 2.45"}},
		"of ED staff to white staff":     {append(slices.Clone(rates), figure(3, 3, 2024, "2", "relative-likelihood", all, "Relative likelihood of ED staff compared to white staff", "0.41")), nil},
		"no word within another":         {append(slices.Clone(rates), figure(3, 3, 2024, "2", "relative-likelihood", all, "Appointed: white staff compared to ED staff", "2.45")), nil},
		"one row":                        {[]document.Figure{share(1, 2024, "17.7%"), share(1, 2024, "20.4%")}, nil},
		"two rows that differ once":      {[]document.Figure{share(1, 2023, "17.7%"), share(1, 2024, "20.4%"), share(2, 2023, "17.7%"), share(2, 2024, "24.0%")}, []string{"2 twice value 24.0% = 20.4%"}},
		"two rows that differ each year": {[]document.Figure{share(1, 2023, "17.7%"), share(1, 2024, "20.4%"), share(2, 2023, "11.2%"), share(2, 2024, "24.0%")}, []string{"2 twice note 11.2% = 17.7%", "2 twice note 24.0% = 20.4%"}},
	} {
		d := &document.Document{Figures: c.figures, Terms: document.Terms{BME: []string{"ethnically diverse", "ed"}}}
		if got := found(d); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
