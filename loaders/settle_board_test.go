package loaders

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/indicator"
)

// boardRows computes the board of 2024: "voting 1 of 8" for each part that can be
// known, with "?" for a count that is not.
func boardRows(org *model.Organisation) []string {
	var rows []string
	for _, row := range indicator.Compute(org).Indicator("9").Figure(2024).Board {
		number := func(n *int) string {
			if n == nil {
				return "?"
			}
			return fmt.Sprint(*n)
		}
		if row.Total != nil || row.Refused || row.Counts != [model.GroupCount]*int{} {
			rows = append(rows, fmt.Sprintf("%s %s of %s", row.Part, number(row.Counts[model.BME]), number(row.Total)))
		}
	}
	return rows
}

// TestBoardGivenAsMargins: the return's own layout, the total beside those who
// vote and those who are executives, lost its total, or a side.
func TestBoardGivenAsMargins(t *testing.T) {
	const total = ",,White,10\n,,BME,2\n"
	const all = "total 2 of 12, voting 1 of 8, non-voting 1 of 4"
	for _, c := range []struct{ name, rows, want, says string }{
		{"total and voting", total + "yes,,White,7\nyes,,BME,1\n", all, ""},
		{"voting first", "yes,,White,7\nyes,,BME,1\n" + total, all, ""},
		{"total and non-voting", total + "no,,White,3\nno,,BME,1\n", all, ""},
		{"total, voting, executive", total + "yes,,White,7\nyes,,BME,2\n,yes,White,5\n,yes,BME,0\n",
			"total 2 of 12, voting 2 of 9, non-voting 0 of 3, executive 0 of 5, non-executive 2 of 7", ""},
		{"every margin", total + ",,Unknown,0\nyes,,White,7\nyes,,BME,2\nno,,White,3\nno,,BME,0\n,yes,White,5\n,yes,BME,0\n,no,White,5\n,no,BME,2\n",
			"total 2 of 12, voting 2 of 9, non-voting 0 of 3, executive 0 of 5, non-executive 2 of 7", ""},
		{"margins without a total", "yes,,White,7\nyes,,BME,1\nno,,White,3\nno,,BME,1\n,yes,White,5\n,yes,BME,0\n",
			"total 2 of 12, voting 1 of 8, non-voting 1 of 4, executive 0 of 5, non-executive 2 of 7", ""},
		{"one side of each and no total", "yes,,White,7\nyes,,BME,1\n,yes,White,5\n,yes,BME,0\n", "voting 1 of 8, executive 0 of 5", ""},
		{"by category", ",,White British,10\n,,Indian,2\nyes,,White,7\nyes,,BME,1\n", all, ""},
		{"unknown in the total alone", total + ",,Unknown,1\nyes,,White,7\nyes,,BME,1\n", "total 2 of 13, voting 1 of 8, non-voting 1 of 5", ""},
		{"seats and their total", total + "yes,yes,White,4\nyes,no,White,6\nno,no,BME,2\n",
			"total 2 of 12, voting 0 of 10, non-voting 2 of 2, executive 0 of 4, non-executive 2 of 8", ""},
		{"seats and the total in words", "Total,Total,White,10\nTotal,Total,BME,2\nyes,yes,White,4\nyes,no,White,6\nno,no,BME,2\n",
			"total 2 of 12, voting 0 of 10, non-voting 2 of 2, executive 0 of 4, non-executive 2 of 8", ""},
		{"seats of those who vote alone", total + "yes,yes,White,4\nyes,yes,BME,1\nyes,no,White,3\nyes,no,BME,0\n", all,
			"notice b.csv:2:5 [headcount] the total 10 of 2024, White differs from the sum of its parts, 7; each is shown as it is given: check which is right"},
		{"a total that its margins do not reach", total + "yes,,White,7\nno,,White,2\nyes,,BME,1\nno,,BME,1\n", "total 2 of 12, voting 1 of 8, non-voting 1 of 3",
			"notice b.csv:2:5 [headcount] the total 10 of 2024, White differs from the sum of its parts, 9; each is shown as it is given: check which is right"},
		{"a total below its parts", total + "yes,,White,7\nno,,White,4\nyes,,BME,1\nno,,BME,1\n", "total 2 of 13, voting 1 of 8, non-voting 1 of 5",
			"error b.csv:2:5 [headcount] the total 10 of 2024, White is less than the 11 in the parts of it that other rows give, so it is left out: check which is right; a blank answer means all, whichever it is"},
		{"a total with its groups", total + ",,All,12\nyes,,White,7\nyes,,BME,1\nyes,,All,9\n", all,
			"notice b.csv:7:5 [headcount] the total 9 of 2024, voting differs from the sum of its parts, 8; the parts are used: check which is right"},
		{"given twice", total + ",,White,10\nyes,,White,7\nyes,,BME,1\n", all, "b.csv:2 stands and this row is left out"},
	} {
		var rows strings.Builder
		for line := range strings.Lines(c.rows) {
			rows.WriteString("2024," + line)
		}
		org, report, err := open(t, folder{"b.csv": "year,voting,executive,ethnicity,headcount\n" + rows.String()}, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, strings.Join(boardRows(org), ", ")); diff != "" {
			t.Errorf("%s: -want +got:\n%s%q", c.name, diff, said(report))
		}
		if got := strings.Join(said(report), "\n"); (c.says == "") != (got == "") || !strings.Contains(got, c.says) {
			t.Errorf("%s: says %q; want %q", c.name, got, c.says)
		}
	}
}

// TestBoardTotalBelowItsPartsInAWideRow: the row is refused whole, and its other
// groups are not nought for that.
func TestBoardTotalBelowItsPartsInAWideRow(t *testing.T) {
	org, _, err := open(t, folder{"board-2024.csv": "voting,executive,White,BME\n,,10,2\nyes,,11,1\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"total ? of ?", "voting 1 of 12", "non-voting ? of ?"}, boardRows(org)); diff != "" {
		t.Error(diff)
	}
}

// TestBoardsOfTwoOrganisationsAddUp: what one of them does not say is not known of
// both.
func TestBoardsOfTwoOrganisationsAddUp(t *testing.T) {
	for rows, want := range map[string]string{
		"A,,,White,10\nA,,,BME,2\nA,yes,,White,7\nA,yes,,BME,1\nB,,,White,5\nB,,,BME,1\nB,yes,,White,5\nB,,yes,White,3\n": "total 3 of 18, voting 1 of 13, non-voting 2 of 5",
		"A,,,White,10\nA,,,BME,2\nA,yes,,White,7\nA,yes,,BME,1\nB,yes,yes,White,3\nB,no,yes,BME,1\n":                      "total 3 of 16, voting 1 of 11, non-voting 2 of 5",
		"A,,,White,10\nA,,,BME,2\nA,yes,,White,7\nA,yes,,BME,1\nB,,,White,5\nB,,,BME,1\n":                                 "total 3 of 18",
	} {
		org, report, err := open(t, folder{"board-2024.csv": "organisation,voting,executive,ethnicity,headcount\n" + rows}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, strings.Join(boardRows(org), ", ")); diff != "" {
			t.Errorf("%s%s%q", rows, diff, said(report))
		}
	}
}
