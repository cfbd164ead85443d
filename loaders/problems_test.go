package loaders

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// rowCounts are the rows of a file: used, refused, aside.
type rowCounts struct{ used, refused, aside int }

// TestProblems holds the place and the words of each problem.
func TestProblems(t *testing.T) {
	const d = "year,ethnicity,entered\n"
	const w = "year,staff_category,pay_band,ethnicity,headcount\n"
	const s = "year,indicator,ethnicity,percentage,respondents\n"
	for _, c := range []struct {
		name string
		f    folder
		o    Options
		rows rowCounts // of the first file
		want []string
	}{
		{"a bad cell of a wide row costs that cell", folder{"x-2024.csv": "pay_band,White,BME,Unknown\n5,10,*,1\n6,1,2,3\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`error x-2024.csv:2:3 [headcount] headcount "*" is a suppressed count; give the count if it is known; figures that lack it are marked as incomplete; the other figures of its row are used`}},
		{"every bad cell is named", folder{"d.csv": "year,ethnicity,entered\nnever,White,lots\n2024,BME,1\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error d.csv:2:1 [year] year "never" is not a WRES year; write 2024, 2023/24 or a date such as 31/03/2024`,
			`error d.csv:2:3 [entered] entered "lots" is not a whole number; give the number of people in digits`}},
		{"positions count physical lines", folder{"d.csv": "note,year,ethnicity,entered\n\"two\nlines\",2024,White,1\n\n,2024,BME,12.9\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error d.csv:5:4 [entered] entered "12.9" is not a whole number; give the number of people`}},
		{"a blank year", folder{"d.csv": d + ",White,1\n2024,BME,1\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error d.csv:2:1 [year] year is blank; give the WRES year, such as 2024`}},
		{"years that differ", folder{"d.csv": "year,snapshot_date,ethnicity,entered\n2024,31/03/2023,White,1\n2024,31/03/2024,BME,1\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error d.csv:2:2 [snapshot_date] snapshot_date "31/03/2023" is in WRES year 2023, and another column of the row says 2024; mend the one that is wrong`}},
		{"a snapshot of another day", folder{"w.csv": "snapshot_date,ethnicity,headcount\n30/06/2023,White,1\n30/06/2023,BME,2\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice w.csv:2:1 [snapshot_date] snapshot_date "30/06/2023" is not a 31 March; it is taken for WRES year 2024, which ends on 31 March 2024`}},
		{"no year", folder{"a.csv": "ethnicity,entered\nWhite,1\n"}, Options{}, rowCounts{0, 1, 0}, []string{
			`error a.csv:1:0 [] the file is not used: nothing says its year; add a column year, put the year into the file's name (disciplinary-2024), give --assume-year, or set the year of this file in the app with f`}},
		{"given twice", folder{"a.csv": d + "2024,White,1\n2024,white,1\n2024,BME,2\n"}, Options{}, rowCounts{2, 1, 0}, []string{
			`error a.csv:3:3 [entered] 2024, White is given twice: a.csv:2 stands and this row is left out; keep the one that is right`}},
		{"given twice across files", folder{"b.csv": d + "2024,BME,1\n2024,White,9\n", "a-2024.csv": "ethnicity,entered\nWhite,1\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`error b.csv:3:3 [entered] 2024, White is given twice: a-2024.csv:2 stands and this row is left out; keep the one that is right, or give each file a column organisation if they are of different ones`}},
		{"given twice across files in other words", folder{"a.csv": d + "2024,White British,1\n", "b.csv": d + "2024,A,1\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`error b.csv:2:3 [entered] 2024, White British is given twice: a.csv:2 stands and this row is left out; keep the one that is right, or give each file a column organisation if they are of different ones`}},
		{"senior managers are not added to a total", folder{"a.csv": w + "2024,,consultant,White,10\n2024,,senior medical manager,White,3\n2024,,Total,White,10\n"}, Options{}, rowCounts{2, 0, 1}, nil},
		{"a headcount beside the groups", folder{"staff-2024.csv": "White,BME,Unknown,Headcount\n12,3,4,20\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`notice staff-2024.csv:2:4 [ethnicity total] the total 20 of 2024 differs from the sum of its parts, 19; the parts are used: check which is right`}},
		{"two words for one group", folder{"a.csv": d + "2024,BME,1\n2024,Ethnically diverse,1\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error a.csv:3:3 [entered] 2024, BME is given twice: a.csv:2 stands and this row is left out; keep the one that is right`}},
		{"two words for one band", folder{"a.csv": w + "2024,clinical,5,BME,1\n2024,clinical,Band 5,BME,1\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error a.csv:3:5 [headcount] 2024, clinical, 5, BME is given twice: a.csv:2 stands and this row is left out; keep the one that is right`}},
		{"a total beside its parts", folder{"a.csv": w + "2024,clinical,5,White,10\n2024,clinical,6,White,5\n2024,clinical,Total,White,16\n2024,clinical,Total,BME,0\n"}, Options{}, rowCounts{3, 0, 1}, []string{
			`notice a.csv:4:5 [headcount] the total 16 of 2024, clinical, White differs from the sum of its parts, 15; the parts are used: check which is right`,
			`notice a.csv:5:5 [headcount] the total of 2024, clinical, BME has no rows for its parts, so it is used as the overall figure`}},
		{"a total of groups", folder{"a.csv": d + "2024,White,10\n2024,BME,5\n2024,Total,16\n"}, Options{}, rowCounts{2, 0, 1}, []string{
			`notice a.csv:4:3 [entered] the total 16 of 2024 differs from the sum of its parts, 15; the parts are used: check which is right`}},
		{"a total without groups", folder{"a.csv": d + "2024,White,10\n2023,All,16\n"}, Options{}, rowCounts{1, 0, 1}, []string{
			`notice a.csv:3:3 [entered] the total 16 of 2023 has no rows by ethnicity beside it, so it cannot be used; give White, BME and Unknown`}},
		{"a total column", folder{"a-2024.csv": "count,White,BME,Unknown,Total\nentered,10,5,1,16\n", "b-2024.csv": "count,White,BME,Total\naccessed,10,5,16\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`notice b-2024.csv:2:4 [ethnicity total] the total 16 of 2024 differs from the sum of its parts, 15; the parts are used: check which is right`}},
		{"an overall file beside bands", folder{"a.csv": "year,ethnicity,headcount\n2024,White,10\n2024,BME,6\n", "b.csv": w + "2024,clinical,5,White,10\n2024,clinical,5,BME,5\n"}, Options{}, rowCounts{0, 0, 2}, []string{
			`notice a.csv:3:3 [headcount] the total 6 of 2024, BME differs from the sum of its parts, 5; the parts are used: check which is right`}},
		{"groups beside their categories", folder{"a.csv": d + "2024,White,10\n2024,BME,5\n2024,Asian,2\n2024,Black,2\n2024,Mixed,1\n"}, Options{}, rowCounts{4, 0, 1}, nil},
		{"BME that is not the sum", folder{"a.csv": d + "2024,White,10\n2024,BME,6\n2024,Asian,2\n2024,Black,2\n2024,Mixed,1\n"}, Options{}, rowCounts{1, 4, 0}, []string{
			`error a.csv:3:3 [entered] "BME" stands beside "Mixed", "Asian" and "Black", and whether those are among its people or others is not said, so their rows are left out, 11 people: under [labels.ethnicity] in wres.toml, say "Mixed" = "bme" where they are not among them, "unknown" where their ethnicity is not known; where they are, call them "of which" and the label`}},
		{"Asian beside Chinese", folder{"a.csv": d + "2024,White,10\n2024,Asian,30\n2024,Chinese,2\n"}, Options{}, rowCounts{3, 0, 0}, []string{
			`notice a.csv:3:3 [entered] 2024, Asian or Asian British is counted beside categories of the same group, "Chinese", and is added to them: 30 people and 2; if it is their sum, call it "Total Asian"`}},
		{"codes that roll up add up", folder{"a.csv": d + "2024,CA White English,10\n2024,CP White Polish,3\n2024,C,4\n"}, Options{}, rowCounts{3, 0, 0}, nil},
		{"an unknown ethnicity", folder{"a.csv": d + "2024,White,10\n2024,Martian,3\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice a.csv:3:2 [ethnicity] ethnicity "Martian" is not a label that is known, and is counted as unknown ethnicity (3 people); if it is a category, map it in the app with f, or in wres.toml under [labels.ethnicity]`}},
		{"an unknown band and category", folder{"a.csv": w + "2024,clinical,Band X,White,10\n2024,odd,5,White,3\n2024,clinical,5,White,1\n"}, Options{}, rowCounts{3, 0, 0}, []string{
			`notice a.csv:2:3 [pay_band] pay_band "Band X" is not a label that is known, and is counted without a band (10 people); if it is a band, map it in the app with f, or in wres.toml under [labels.band]`,
			`notice a.csv:3:2 [staff_category] staff_category "odd" is not a label that is known, and is counted without a staff category (3 people); if all of them are of one category, map it in the app with f, or in wres.toml under [labels.staff_group]`}},
		{"a medical band among non-clinical staff", folder{"a.csv": w + "2024,non-clinical,Other,White,10\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`notice a.csv:2:3 [pay_band] pay_band "Other" is not a label that is known, and is counted without a band (10 people); if it is a band, map it in the app with f, or in wres.toml under [labels.band]`}},
		{"more managers than consultants", folder{"a.csv": w + "2024,,consultant,White,10\n2024,,senior medical manager,White,11\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice a.csv:3:5 [headcount] 2024, medical and dental, senior medical manager, White: 11 senior medical managers are more than the 10 consultants of whom they are a part; check both rows`}},
		{"more appointed than shortlisted", folder{"r.csv": "year,ethnicity,shortlisted,appointed\n2024,White,10,11\n2024,BME,5,5\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error r.csv:2:4 [appointed] appointed "11" is more than shortlisted "10"; whoever is appointed is also shortlisted, so check both`}},
		{"more appointed than shortlisted, wide", folder{"r-2024.csv": "count,White,BME\nshortlisted,10,5\nappointed,3,6\n", "a.csv": d + "2024,White,1\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`error r-2024.csv:2:2 [shortlisted] the row that goes with this one, r-2024.csv:3, is left out, so shortlisted is left out too; mend that row`,
			`error r-2024.csv:3:3 [appointed] appointed 6 of 2024, BME is more than shortlisted 5 at r-2024.csv:2; whoever is appointed is also shortlisted, so check both: both rows are left out`}},
		{"shortlisted alone", folder{"shortlisted-2024.csv": "White,BME\n10,5\n"}, Options{}, rowCounts{0, 1, 0}, []string{
			`error shortlisted-2024.csv:2:1 [shortlisted] no row gives appointed for 2024, White; add it, 0 if there was none`}},
		{"more entered than headcount", folder{"d.csv": "year,ethnicity,entered,headcount\n2024,White,11,10\n2024,BME,1,9\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error d.csv:2:3 [entered] entered "11" is more than headcount "10"; each person counts once, so check both`}},
		{"headcount of some groups", folder{"d.csv": "year,ethnicity,entered,headcount\n2024,White,1,10\n2024,BME,1,\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice d.csv:2:4 [headcount] headcount of 2024 is given for some groups and not for BME; the workforce extract is used for all: fill the column or leave it empty`}},
		{"survey fractions", folder{"s.csv": s + "2024,5,White,0.24,10\n2024,5,BME,0.27,10\n2024,6,BME,0,10\n"}, Options{}, rowCounts{0, 3, 0}, []string{
			`error s.csv:2:4 [percentage] percentage "0.24" and every other value of the column is at most 1: are they fractions? multiply them by 100, or write 0.24% if that is meant; the rows are left out until then`}},
		{"a survey fraction beside percentages with and without a sign", folder{"s.csv": s + "2025,5,White,22.5%,\n2025,5,BME,0.281,\n2025,6,White,20,\n2025,6,BME,30,\n"}, Options{}, rowCounts{3, 1, 0}, []string{
			`error s.csv:3:4 [percentage] percentage "0.281" stands among values with %; write it with % too, as a percentage from 0 to 100`}},
		{"survey fractions beside percentages", folder{"s-2024.csv": "indicator,White,BME\n5,12.5%,0.125\n6,12.5 %,13%\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error s-2024.csv:2:3 [percentage] percentage "0.125" stands among values with %; write it with % too, as a percentage from 0 to 100`}},
		{"a small survey value", folder{"s.csv": s + "2024,5,White,24,\n2024,5,BME,0.5,\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice s.csv:3:4 [percentage] percentage "0.5" is taken for 0.5%; if it is a fraction, multiply it by 100`}},
		{"survey values", folder{"s.csv": s + "2024,5,White,101,\n2024,5,BME,-3,\n2024,4,BME,3,\n2024,5,Unknown,\"12,5%\",\n2024,6,Martian,5,\n2024,6,White,20,1.5\n2024,6,BME,20,15\n2024,7,All,20,15\n"}, Options{}, rowCounts{1, 6, 1}, []string{
			`error s.csv:2:4 [percentage] percentage "101" is over 100; give the percentage, 0 to 100`,
			`error s.csv:3:4 [percentage] percentage "-3" is negative; give a figure of 0 or more`,
			`error s.csv:4:2 [indicator] indicator "4" is not an indicator of this extract; give ` + labels.Listed(kinds.Serving(kinds.Survey), "or"),
			`error s.csv:5:4 [percentage] percentage "12,5%" has a comma for its decimal point; write 37.5, not 37,5`,
			`error s.csv:6:3 [ethnicity] ethnicity "Martian" is not a label that is known, and a percentage cannot be counted as unknown; map the label in wres.toml under [labels.ethnicity]`,
			`error s.csv:7:5 [respondents] respondents "1.5" is not a whole number; give the number of people`}},
		{"board answers", folder{"b.csv": "year,voting,executive,ethnicity,headcount\n2024,maybe,yes,White,4\n2024,no,yes,White,4\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error b.csv:2:2 [voting] voting "maybe" is neither yes nor no; write yes, no, or leave it blank where only the total is known`}},
		{"status", folder{"s.csv": "year,indicator,status,reason\n2024,3,perhaps,\n2024,,withheld,\n2024,4,,\n2024,5,withheld,a\n2024,5,not-collected,b\n"}, Options{}, rowCounts{1, 4, 0}, []string{
			`error s.csv:2:3 [status] status "perhaps" is not a status; give withheld, not-collected, not-supplied or not-applicable`,
			`error s.csv:3:2 [indicator] indicator is blank; give ` + labels.Listed(kinds.Serving(), "or"),
			`error s.csv:4:3 [status] status is blank; give withheld, not-collected, not-supplied or not-applicable`,
			`error s.csv:6:3 [status] 2024, indicator 5 is given twice: s.csv:5 stands and this row is left out; keep the one that is right`}},
		{"benchmarks", folder{"b.csv": "year,indicator,measure,group,value,scope,source\n2024,2,ratio,,62%,England,\n2024,1,share,Martian,20,England,\n2024,9,points,,101,England,\n2024,1,share,BME,0.28,England,\n2024,1,share,BME,0.286,England,x\n"}, Options{}, rowCounts{2, 3, 0}, []string{
			`error b.csv:2:5 [value] value "62%" is a percentage, and its measure is a ratio; write the ratio, such as 1.62, or say % in the measure`,
			`error b.csv:3:4 [group] group "Martian" is not white, bme or unknown; mend it, or leave it blank where the value is of no one group`,
			`error b.csv:4:5 [value] value "101" is over 100 points; give the difference in percentage points`,
			`notice b.csv:5:5 [value] value "0.28" is taken for 0.28%; if it is a fraction, multiply it by 100`,
			`notice b.csv:6:5 [value] value "0.286" is taken for 0.286%; if it is a fraction, multiply it by 100`}},
		{"published", folder{"p.csv": "year,figure,printed\n2024,percentge,5%\n2024,headcount,\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`notice p.csv:2:2 [figure] figure "percentge" is not a figure that the audit knows; the nearest is percentage`,
			`error p.csv:3:3 [printed] printed is blank; give the figure as it was printed and what it is`}},
		{"organisations", folder{"d.csv": "organisation,year,ethnicity,entered\nNorth,2024,White,1\nSouth,2024,White,2\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice d.csv:1:1 [organisation] the file holds 2 organisations, and they are taken together; to take one, give its name with --organisation`}},
		{"one organisation", folder{"d.csv": "organisation,year,ethnicity,entered\nNorth,2024,White,1\nSouth,2024,White,2\n"}, Options{Organisation: "SOUTH"}, rowCounts{2, 0, 0}, nil},
		{"no such organisation", folder{"d.csv": "organisation,year,ethnicity,entered\nNorth,2024,White,1\nSouth,2024,White,2\n"}, Options{Organisation: "West"}, rowCounts{2, 0, 0}, []string{
			`error :0:0 [] --organisation "West" matches no row; the extracts name "North" and "South"`}},
		{"no column of organisations", folder{"d.csv": d + "2024,White,1\n"}, Options{Organisation: "West"}, rowCounts{1, 0, 0}, []string{
			`notice :0:0 [] --organisation "West" has no effect: no extract has a column organisation`}},
		{"percentages of two organisations", folder{"s.csv": "organisation,year,indicator,ethnicity,percentage\nNorth,2024,5,White,20\nSouth,2024,5,White,30\n"}, Options{}, rowCounts{0, 2, 0}, []string{
			`notice s.csv:1:1 [organisation] the file holds 2 organisations, and they are taken together; to take one, give its name with --organisation`,
			`error s.csv:2:5 [respondents] the percentages of 2 organisations cannot be added up where this row gives no respondents, so none stands for all together; give respondents in each row, or take one organisation with --organisation`}},
		{"broken rows", folder{"d.csv": d + "2024,White\n2024,\"Wh\"ite,1\n2024,BME,1,2\n2024,BME,3\n"}, Options{}, rowCounts{1, 3, 0}, []string{
			`error d.csv:2:3 [entered] this row has 2 fields where the header has 3; it may be cut off or lack a delimiter: mend it or delete it`,
			`error d.csv:3:2 [ethnicity] there is text behind the quote that closes this cell, so its columns are in doubt; double each quote that is part of the text`,
			`error d.csv:4:4 [] this row has a value in field 4 where the header names 3 columns; put cells that hold a comma in quotes`}},
		{"rows between two lost quotes", folder{"d.csv": d + "2024,White,\"1\n2024,BME,2\n2024,Unknown,3\"\n2023,BME,3\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`error d.csv:2:3 [entered] this cell runs over 3 lines, and what stands in it looks like rows of the table, so none of them is read; look for a quote too many or too few where the cell begins, and for its pair 2 lines further down`}},
		{"a day in the name", folder{"workforce-20250401.csv": "pay_band,ethnicity,headcount\n5,White,1\n5,BME,2\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice workforce-20250401.csv:0:0 [] the file's name says 1 April 2025, which is not a 31 March; its rows are taken for WRES year 2026, which ends on 31 March 2026; if they are of another year, put that year into the name in place of the day, such as workforce-2025`}},
		{"a 31 March in the name", folder{"workforce-31-03-2025.csv": "pay_band,ethnicity,headcount\n5,White,1\n5,BME,2\n"}, Options{}, rowCounts{2, 0, 0}, nil},
		{"a quote in the header that is never closed", folder{"staff-2025.csv": "Employee ID,\"Pay Band,Ethnic Origin\n1,Band 5,A\n2,Band 5,M\n", "d.csv": d + "2024,White,1\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`error staff-2025.csv:1:0 [] the file is not used: its column "Employee ID" shows one row a person or case; nearest is staff list, which needs pay_band, pay_scale or grade too: add that column, or say which one it is in the app with f, or under [columns] in wres.toml`,
			`error staff-2025.csv:1:2 [] the quote that opens this cell is never closed, so its columns are in doubt; close the quote or delete it`}},
		{"a quote in the header of a file that can be used", folder{"staff-2025.csv": "\"Employee ID,Pay Band,Ethnic Origin\n1,Band 5,A\n2,Band 5,M\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice staff-2025.csv:1:0 [employee_number] 2 rows without an employee number: each is counted as a person of its own`,
			`error staff-2025.csv:1:1 [] the quote that opens this cell is never closed, so its columns are in doubt; close the quote or delete it`}},
		{"a quote inside a name", folder{"d.csv": "year,ethnicity,entered \"5\",entered\n2024,White,x,1\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`notice d.csv:1:3 [] a quote stands inside this cell and is kept as text; put the whole cell in quotes and double the quote inside`}},
		{"a formula that failed for an ethnicity", folder{"d.csv": d + "2024,#N/A,3\n2024,n/a,1\n"}, Options{}, rowCounts{2, 0, 0}, []string{
			`notice d.csv:2:2 [ethnicity] ethnicity "#N/A" is not a label that is known, and is counted as unknown ethnicity (3 people); if it is a category, map it in the app with f, or in wres.toml under [labels.ethnicity]`}},
		{"zeros behind the rows", folder{"d.csv": d + "2024,White,3\n" + strings.Repeat("\x00", 500)}, Options{}, rowCounts{1, 0, 0}, nil},
		{"notes apart", folder{"d.csv": d + "2024,White,3\nPage 1,,\n2024,BME,3\nPage 2,,\n\nSource: x\n"}, Options{}, rowCounts{2, 0, 3}, []string{
			`notice d.csv:3:0 [] not counted as rows: 3 notes (lines 3, 5 and 7)`}},
		{"rows in a title", folder{"d.csv": "\"Cases,of,2024\n2024,White,3\n2024,BME,1\"\n\n" + d + "2024,White,3\n"}, Options{}, rowCounts{1, 0, 0}, []string{
			`notice d.csv:1:0 [] the column names are taken to be on line 5, which is a guess; lines 1 to 3 above it are not read as data; if that is wrong, delete the lines above the names`,
			`error d.csv:1:1 [] this cell runs over 3 lines, and what stands in it looks like rows of the table, so none of them is read; look for a quote too many or too few where the cell begins, and for its pair 2 lines further down`}},
		{"hostile text", folder{"d.csv": d + "2024,\x1b[2JMartian\u202e and a label that never comes to any kind of an end at all,3\n2024,BME,\x1b]0;x\x07\n"}, Options{}, rowCounts{1, 1, 0}, []string{
			`notice d.csv:2:2 [ethnicity] ethnicity "<U+001B>[2JMartian<U+202E> and a label …" is not a label that is known, and is counted as unknown ethnicity (3 people); if it is a category, map it in the app with f, or in wres.toml under [labels.ethnicity]`,
			`error d.csv:3:3 [entered] entered "<U+001B>]0;x<U+0007>" is not a whole number; give the number of people in digits`}},
		{"no rows yet", folder{"d.csv": d, "e.csv": d + "2024,White,1\n"}, Options{}, rowCounts{0, 0, 0}, []string{
			`notice d.csv:1:0 [] the file has no rows under its header yet`}},
	} {
		_, report, err := open(t, c.f, c.o)
		if diff := cmp.Diff(c.want, said(report)); diff != "" {
			t.Errorf("%s: %v: -want +got:\n%s", c.name, err, diff)
		}
		f := report.Files[0]
		if got := (rowCounts{f.RowsUsed, f.RowsRefused, f.RowsAside}); got != c.rows {
			t.Errorf("%s: rows %+v; want %+v", c.name, got, c.rows)
		}
	}
}

func TestUnmappedIsListed(t *testing.T) {
	org, report, err := open(t, folder{
		"a.csv": "year,pay_band,ethnicity,headcount\n2024,Band X,White,10\n2024,Band X,BME,2\n2024,5,Martian,3\n2024,6,Martian,4\n",
		"r.csv": "year,ethnicity,shortlisted,appointed\n2024,Martian,3,1\n",
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []source.Unmapped{
		{File: "a.csv", Field: "pay_band", Label: "Band X", Count: 12, Written: "Band X"}, {File: "a.csv", Field: "ethnicity", Label: "Martian", Count: 7, Written: "Martian"},
		{File: "r.csv", Field: "ethnicity", Label: "Martian", Count: 3, Written: "Martian"},
	}
	if diff := cmp.Diff(want, report.Unmapped); diff != "" {
		t.Error(diff)
	}
	if got := org.Return(2024).Headcount(); got.Total() != 19 || got.Group(model.Unknown) != 7 {
		t.Errorf("headcount %v: people under unknown labels are counted", got)
	}
}

// TestTotalsAreNeverAdded: the headcount is that of the parts in every case.
func TestTotalsAreNeverAdded(t *testing.T) {
	const w = "year,staff_category,pay_band,ethnicity,headcount\n"
	parts := "2024,clinical,5,White,10\n2024,clinical,6,White,5\n2024,non-clinical,5,White,3\n2024,clinical,5,BME,2\n"
	totals := "2024,clinical,Total,White,15\n2024,Total,5,White,13\n2024,All staff,All bands,White,18\n2024,Total,Total,Total,20\n2024,clinical,5,Total,12\n2024,Total,,BME,2\n2024,Grand total,,,20\n2024,,,Total,20\nTotal,,,,20\n"
	for name, f := range map[string]folder{
		"below":          {"w.csv": w + parts + totals},
		"above":          {"w.csv": w + totals + parts},
		"another file":   {"a.csv": w + totals, "w.csv": w + parts},
		"later file":     {"z.csv": w + totals, "w.csv": w + parts},
		"overall file":   {"a.csv": "year,ethnicity,headcount\n2024,White,18\n2024,BME,2\n", "w.csv": w + parts},
		"bands only":     {"a.csv": "year,pay_band,ethnicity,headcount\n2024,5,White,13\n2024,6,White,5\n2024,5,BME,2\n", "w.csv": w + parts},
		"by category":    {"a.csv": "year,ethnicity,headcount\n2024,White British,18\n2024,Indian,1\n2024,African,1\n", "w.csv": w + parts},
		"groups as well": {"w.csv": w + strings.ReplaceAll(parts, "5,BME,2", "5,BME,2\n2024,clinical,5,Indian,1\n2024,clinical,5,African,1")},
	} {
		org, report, err := open(t, f, Options{})
		if err != nil || report.Errors() > 0 {
			t.Errorf("%s: %v %q", name, err, said(report))
			continue
		}
		if all := org.Return(2024).Headcount(); all.Group(model.White) != 18 || all.Group(model.BME) != 2 || all.Total() != 20 {
			t.Errorf("%s: %d white, %d bme of %d; want 18, 2 of 20: %q", name, all.Group(model.White), all.Group(model.BME), all.Total(), said(report))
		}
		if !org.Return(2024).Banded() {
			t.Errorf("%s: the bands are gone", name)
		}
	}
}

func TestTwoWaysThatCannotBeAdded(t *testing.T) {
	org, report, err := open(t, folder{
		"a.csv": "year,pay_band,ethnicity,shortlisted,appointed\n2024,5,White,10,5\n",
		"b.csv": "year,staff_group,ethnicity,shortlisted,appointed\n2024,Nursing,White,10,5\n",
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var all model.Tally
	for _, r := range org.Return(2024).Recruitment {
		all.AddTally(r.Shortlisted)
	}
	if all.Total() != 10 || len(report.Problems) == 0 {
		t.Errorf("%d shortlisted; want 10, and a notice: %q", all.Total(), said(report))
	}
}

func TestWorkforceNote(t *testing.T) {
	const w = "year,ethnicity,headcount,note\n"
	for text, want := range map[string]string{
		w + "2024,White,1,illustrative\n2024,BME,1,illustrative\n": "illustrative",
		w + "2024,White,1,illustrative\n2024,BME,1,\n":             "illustrative",
		w + "2024,White,1,b\n2024,BME,1,a\n2024,Unknown,1,b\n":     "a; b",
		w + "2024,White,1,\n":                                      "",
	} {
		org, _, err := open(t, folder{"w.csv": text}, Options{})
		if err != nil || org.Return(2024).WorkforceNote != want {
			t.Errorf("%q: note %q, %v; want %q", text, org.Return(2024).WorkforceNote, err, want)
		}
	}
}
