package loaders

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/indicator"
	figwords "wres/model/words"
)

// figureOf computes a figure of 2024 from a folder.
func figureOf(t *testing.T, f folder, id string) *indicator.Figure {
	t.Helper()
	org, report, err := open(t, f, Options{})
	if err != nil {
		t.Fatalf("%v: %q", err, said(report))
	}
	return indicator.Compute(org).Indicator(id).Figure(2024)
}

// warnings gives the warnings of a figure in words; those on refused rows are the same
// for every indicator.
func warnings(f *indicator.Figure) []string {
	return figwords.For(model.DefaultSettings()).Warnings(indicator.Lookup("2"), f)
}

func warns(t *testing.T, f *indicator.Figure, want string) {
	t.Helper()
	if all := warnings(f); !slices.ContainsFunc(all, func(w string) bool { return strings.Contains(w, want) }) {
		t.Errorf("warnings %q; want one with %q", all, want)
	}
}

const workforceHeader = "year,staff_category,pay_band,ethnicity,headcount\n"

// TestSuppressedHeadcountIsNotNought: a band whose BME cell was refused counted no
// BME staff, and a rate of nought.
func TestSuppressedHeadcountIsNotNought(t *testing.T) {
	f := figureOf(t, folder{"w.csv": workforceHeader + "2024,non-clinical,5,White,100\n2024,non-clinical,5,BME,20\n" +
		"2024,non-clinical,9,White,12\n2024,non-clinical,9,BME,<5\n2024,non-clinical,VSM,White,*\n2024,non-clinical,VSM,BME,3\n"}, "1")
	warns(t, f, "2 rows of the workforce extract were refused, so this figure lacks them")
	for i, want := range []struct {
		band    model.Band
		has     [2]bool // White, BME
		refused bool
	}{{model.Band5, [2]bool{true, true}, false}, {model.Band9, [2]bool{true, false}, true}, {model.VSM, [2]bool{false, true}, true}} {
		row := f.Bands[i]
		if row.Band != want.band || (row.Counts[model.White] != nil) != want.has[0] || (row.Counts[model.BME] != nil) != want.has[1] ||
			row.Refused != want.refused || (row.Share == nil) != want.refused {
			t.Errorf("band %s: %+v", want.band, row)
		}
	}
	if cluster := f.Clusters[1]; !cluster.Refused || cluster.Share != nil {
		t.Errorf("cluster of bands 9 and VSM: %+v", cluster)
	}
	if f.Groups[model.BME].Rate == nil {
		t.Error("the overall share is to show, with its warning")
	}
}

func TestSuppressedHeadcountHasNoDisparity(t *testing.T) {
	org, _, err := open(t, folder{"w.csv": workforceHeader + "2024,clinical,5,White,10\n2024,clinical,5,BME,9\n2024,clinical,6,White,10\n2024,clinical,6,BME,9\n" +
		"2024,clinical,9,White,10\n2024,clinical,9,BME,9\n2024,clinical,VSM,BME,*\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range indicator.Compute(org).Disparity() {
		if upper := d.To == model.Upper; (d.Value == nil) != upper || upper && !strings.Contains(figwords.DisparityReason(figwords.For(org.Settings), d), "refused") {
			t.Errorf("%s to %s: %+v", d.From, d.To, d)
		}
	}
}

// TestShareWithoutAWholeGroup: with every White row hidden all staff would be BME.
func TestShareWithoutAWholeGroup(t *testing.T) {
	f := folder{"w.csv": "year,ethnicity,headcount\n2024,White,*\n2024,BME,20\n", "b.csv": "year,voting,ethnicity,headcount\n2024,yes,White,4\n"}
	if got := figureOf(t, f, "1"); got.Groups[model.BME].Rate != nil {
		t.Errorf("a share of %v", got.Groups[model.BME].Rate)
	} else {
		warns(t, got, "shares: no value")
	}
	if got := figureOf(t, f, "9"); got.BoardRow(indicator.WholeBoard).Workforce != nil {
		t.Error("the board is compared with a workforce that is not all there")
	} else {
		warns(t, got, "1 row of the workforce extract was refused, so this figure lacks it")
	}
}

// TestSuppressedBoardMemberIsNotNought: the board said "0 of 13".
func TestSuppressedBoardMemberIsNotNought(t *testing.T) {
	for rows, want := range map[string]string{
		"yes,yes,White,8\nyes,yes,BME,*\nyes,no,White,5\n":      "total ? of ?, voting ? of ?, non-voting 0 of 0, executive ? of ?, non-executive 0 of 5",
		",,White,10\n,,BME,2\nyes,,White,7\nyes,,BME,*\n":       "total 2 of 12, voting ? of ?, non-voting ? of ?",
		",,White,10\n,,BME,*\nyes,,White,7\nyes,,BME,1\n":       "total ? of ?, voting 1 of 8, non-voting ? of ?",
		",,White,10\n,,BME,*\nyes,yes,White,8\nno,no,BME,1\n":   "total ? of ?",
		",,White,10\n,,BME,*\n":                                 "total ? of ?",
		"yes,,White,7\nyes,,BME,<5\nno,,White,3\nno,,BME,1\n":   "total ? of ?, voting ? of ?, non-voting 1 of 4",
		"yes,yes,White,8\nyes,yes,BME,1\nyes,yes,BME,1\n":       "total 1 of 9, voting 1 of 9, non-voting 0 of 0, executive 1 of 9, non-executive 0 of 0",
		"yes,yes,White,8\nyes,yes,BME,1\nTotal,Total,Total,*\n": "total 1 of 9, voting 1 of 9, non-voting 0 of 0, executive 1 of 9, non-executive 0 of 0",
		"yes,yes,White,8\nmaybe,yes,BME,1\n":                    "total ? of ?, voting ? of ?, non-voting ? of ?, executive ? of ?, non-executive 0 of 0",
	} {
		org, report, err := open(t, folder{"board-2024.csv": "voting,executive,ethnicity,headcount\n" + rows}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, strings.Join(boardRows(org), ", ")); diff != "" {
			t.Errorf("%s%s%q", rows, diff, said(report))
		}
	}
}

// TestRatioOfGroupsThatAreNotWhole: the ratio set White of both bands against BME
// of one.
func TestRatioOfGroupsThatAreNotWhole(t *testing.T) {
	rows := "year,pay_band,ethnicity,shortlisted,appointed\n2024,5,White,40,10\n2024,5,BME,30,6\n2024,6,White,40,10\n"
	f := figureOf(t, folder{"r.csv": rows + "2024,6,BME,30,<5\n"}, "2")
	if f.Ratio != nil || f.Difference != nil || f.Groups[model.BME].Events != nil || f.Groups[model.White].Rate == nil {
		t.Errorf("%+v", f)
	}
	warns(t, f, "1 row of the recruitment extract was refused, so this figure lacks it")
	warns(t, f, "the rows that are left would tilt the figure")
	f = figureOf(t, folder{"r.csv": rows + "2024,6,Unknown,30,<5\n"}, "2")
	if f.Ratio == nil || f.Groups[model.Unknown].Rate != nil {
		t.Errorf("the unknown are on neither side of the ratio: %+v", f)
	}
	f = figureOf(t, folder{"d.csv": "year,ethnicity,entered,headcount\n2024,White,8,900\n2024,Indian,4,200\n2024,African,*,100\n"}, "3")
	if f.Ratio != nil {
		t.Errorf("cases of Indian staff stand for those of all BME staff: %+v", f)
	}
	f = figureOf(t, folder{"s.csv": "year,indicator,ethnicity,percentage,respondents\n2024,5,White,20,100\n2024,5,Indian,30,100\n2024,5,African,*,10\n2024,6,White,20,100\n2024,6,BME,30,100\n"}, "5")
	if f.Groups[model.BME].Rate != nil || f.Difference != nil {
		t.Errorf("a pooled share lacks a category: %+v", f)
	}
}

// TestWhichFiguresLackARow: only those of its year and extract; a row given twice
// and a total are missing from none, and a row whose year cannot be read may be
// missing from any.
func TestWhichFiguresLackARow(t *testing.T) {
	const d = "year,ethnicity,entered,headcount\n2024,White,8,900\n2024,BME,6,200\n"
	for name, c := range map[string]struct{ rows, want string }{
		"given twice":  {d + "2024,BME,5,200\n", ""},
		"a total":      {d + "2024,Total,*,\n", ""},
		"another year": {d + "2023,White,8,900\n2023,BME,*,200\n", ""},
		"cut off":      {d + "2024,BME\n", "1 row of the disciplinary extract could not be used and has no year that can be read: this figure may lack it"},
		"bad year":     {d + "never,BME,1,2\nnever,White,1,2\n", "2 rows of the disciplinary extract could not be used and have no year that can be read: this figure may lack them"},
	} {
		f := figureOf(t, folder{"d.csv": c.rows}, "3")
		if got := strings.Join(warnings(f), "\n"); got != c.want {
			t.Errorf("%s: %q; want %q", name, got, c.want)
		}
		if f.Ratio == nil {
			t.Errorf("%s: no ratio", name)
		}
	}
	f := figureOf(t, folder{"d.csv": "year,ethnicity,entered\n2024,White,8\n2024,BME,4\n", "w.csv": workforceHeader + "2024,clinical,5,White,90\n2024,clinical,5,BME,90\n2024,clinical,6,BME,*\n"}, "3")
	warns(t, f, "1 row of the workforce extract was refused, so this figure lacks it")
	f = figureOf(t, folder{"s.csv": "year,indicator,ethnicity,percentage\n2024,5,White,20\n2024,5,BME,30\n2024,6,White,20\n2024,6,BME,*\n"}, "5")
	if got := strings.Join(warnings(f), "\n"); strings.Contains(got, "refused") {
		t.Errorf("indicator 5 is told of a row of indicator 6: %q", got)
	}
}

// TestRefusedAnswerIsNotUnsaid: "no row gives the group's share" beside the row that does.
func TestRefusedAnswerIsNotUnsaid(t *testing.T) {
	f := figureOf(t, folder{"s.csv": "year,indicator,ethnicity,percentage,respondents\n2024,5,White,20,100\n2024,5,BME,*,80\n"}, "5")
	if all := strings.Join(warnings(f), "; "); strings.Contains(all, "no row gives") || !strings.Contains(all, "a count of the group is missing") {
		t.Errorf("%q", all)
	}
	if f.Incomplete == nil || f.Incomplete.Rows != 1 || f.Incomplete.AtMost != nil || f.Groups[model.White].Rate.Interval == nil {
		t.Errorf("%+v, %+v", f.Incomplete, f.Groups)
	}
}

// TestBoardThatCountsNoUnknown: its members of unknown ethnicity are not nought, however
// its rows are laid out.
func TestBoardThatCountsNoUnknown(t *testing.T) {
	for _, rows := range []string{
		"yes,yes,White,5\nyes,yes,BME,1\nno,no,White,5\n",
		",,White,10\n,,BME,1\nyes,,White,5\nyes,,BME,1\n",
		",,White,10\n,,BME,1\n",
	} {
		f := figureOf(t, folder{"board-2024.csv": "voting,executive,ethnicity,headcount\n" + rows}, "9")
		for _, row := range f.Board {
			if row.Counts[model.Unknown] != nil || row.Part == indicator.WholeBoard && (row.Total == nil || *row.Total != 11) {
				t.Errorf("%s%s: %v of unknown ethnicity among %v", rows, row.Part, row.Counts[model.Unknown], row.Total)
			}
		}
	}
}
