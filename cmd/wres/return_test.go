package main

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
)

// summaryJSON is what the test reads of wres-summary/1.
type summaryJSON struct {
	Indicators []struct {
		ID    string
		Years []summaryYear
	}
}

type summaryYear struct {
	Year   int
	Groups map[string]struct {
		Events *float64
		AtRisk *float64 `json:"at_risk"`
		Rate   *float64
	}
	Ratio *struct{ Value *float64 }
	Rows  []summaryRow
}

type summaryRow struct {
	Category            *string `json:"staff_category"`
	Band, Board         string
	White, BME, Unknown *float64
}

func (r summaryRow) group(g string) *float64 {
	return map[string]*float64{"white": r.White, "bme": r.BME, "unknown": r.Unknown}[g]
}

// TestReturnIsTheSummary: the items 1 to 56 are each a figure of 'summary --json' of their
// year, and 57 to 65 quotients and differences of the others. It asks nothing of the program
// but the two outputs.
func TestReturnIsTheSummary(t *testing.T) {
	for _, folder := range []string{"", "../../testdata/national-return/trust", kindsDir} {
		var args []string
		if folder != "" {
			args = []string{folder}
		}
		var doc summaryJSON
		if err := json.Unmarshal([]byte(wresData(t, append([]string{"summary", "--json"}, args...)...)), &doc); err != nil {
			t.Fatal(err)
		}
		text := wresData(t, append([]string{"return"}, args...)...)
		all, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
		if err != nil || len(all) != 66 {
			t.Fatalf("%s: %v: %d rows", folder, err, len(all))
		}
		filled := 0
		for i, row := range all[1:] {
			if row[0] != strconv.Itoa(i+1) {
				t.Fatalf("row %d is of item %s", i+1, row[0])
			}
			for at, year := range map[int]int{5: kindsYear - 1, 8: kindsYear} {
				for g, group := range []string{"white", "bme", "unknown"} {
					want := doc.figure(all, i+1, year, group, at+g)
					filled += sameFigure(t, folder, row, at+g, want)
				}
			}
		}
		if filled < 70 {
			t.Errorf("%q: %d cells were compared", folder, filled)
		}
	}
}

// sameFigure compares a cell of the return with a figure, to the digits that the cell has, and
// counts it where both are there. An empty cell says why, unless its item does not ask for it.
func sameFigure(t *testing.T, folder string, row []string, at int, want *float64) int {
	t.Helper()
	cell := row[at]
	if cell == "" || want == nil {
		item, _ := strconv.Atoi(row[0])
		inferred := item <= 33 && want == nil && cell == "0" // a band that no row names
		if cell != "" && !inferred || want != nil && !(want != nil && item <= 33 && *want == 0) {
			t.Errorf("%q, item %s, column %d: %q, and the summary says %v", folder, row[0], at, cell, want)
		}
		asked := row[4] != "ratio" && !(item >= 46 && item <= 49 && (at == 7 || at == 10))
		if cell == "" && asked && row[12] == "" {
			t.Errorf("%q, item %s: nothing says why column %d is empty", folder, row[0], at)
		}
		return 0
	}
	got, err := strconv.ParseFloat(cell, 64)
	_, digits, _ := strings.Cut(cell, ".")
	if err != nil || math.Abs(got-*want) > 0.5*math.Pow10(-len(digits))+1e-9 {
		t.Errorf("%q, item %s, column %d: %s, want %v", folder, row[0], at, cell, *want)
	}
	return 1
}

// figure gives what an item has to be, from the summary; of the last nine from the counts of
// the return itself.
func (doc *summaryJSON) figure(all [][]string, item, year int, group string, at int) *float64 {
	bands := []string{"under band 1", "1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "VSM"}
	grades := []string{"consultant", "senior medical manager", "non-consultant career grade", "trainee grade", "other"}
	parts := []string{"total", "voting", "non-voting", "executive", "non-executive"}
	switch {
	case item <= 14:
		return doc.staff("non-clinical", bands[item-1], year, group)
	case item <= 28:
		return doc.staff("clinical", bands[item-15], year, group)
	case item <= 33:
		return doc.staff("medical and dental", grades[item-29], year, group)
	case item <= 45:
		return doc.likelihood([]string{"2", "3", "4"}[(item-34)/4], (item-34)%4, year, group)
	case item <= 49:
		return times100(doc.year(strconv.Itoa(item-41), year).Groups[group].Rate)
	case item == 53:
		return doc.members("total", year, group)
	case item <= 52:
		return doc.members(parts[item-50], year, group)
	case item <= 55:
		return doc.members(parts[item-51], year, group)
	case item == 56:
		return doc.year("1", year).Groups[group].Events
	}
	counts := map[int]int{57: 50, 58: 51, 59: 52, 60: 54, 61: 55, 62: 56, 63: 50, 64: 51, 65: 54}
	share := quotient(all, counts[item], at)
	if item >= 63 {
		staff := quotient(all, 56, at)
		if share == nil || staff == nil {
			return nil
		}
		*share -= *staff
	}
	return share
}

func (doc *summaryJSON) year(id string, year int) summaryYear {
	for _, ind := range doc.Indicators {
		for _, y := range ind.Years {
			if ind.ID == id && y.Year == year {
				return y
			}
		}
	}
	return summaryYear{}
}

func (doc *summaryJSON) staff(category, band string, year int, group string) *float64 {
	for _, row := range doc.year("1", year).Rows {
		if row.Category != nil && *row.Category == category && row.Band == band {
			return row.group(group)
		}
	}
	return nil
}

func (doc *summaryJSON) members(part string, year int, group string) *float64 {
	for _, row := range doc.year("9", year).Rows {
		if row.Board == part {
			return row.group(group)
		}
	}
	return nil
}

// likelihood gives one of the four items of an indicator; its ratio stands with one group.
func (doc *summaryJSON) likelihood(id string, which, year int, group string) *float64 {
	y := doc.year(id, year)
	switch g := y.Groups[group]; which {
	case 0:
		return g.AtRisk
	case 1:
		return g.Events
	case 2:
		return times100(g.Rate)
	}
	if top := map[string]string{"2": "white", "3": "bme", "4": "white"}[id]; group != top || y.Ratio == nil {
		return nil
	}
	return y.Ratio.Value
}

func times100(v *float64) *float64 {
	if v == nil {
		return nil
	}
	n := *v * 100
	return &n
}

// quotient divides a count of the return by the sum of its groups, in percent; a group that is
// not counted is nobody of the sum.
func quotient(all [][]string, item, at int) *float64 {
	cells := all[item][5:8]
	if at >= 8 {
		cells = all[item][8:11]
	}
	sum := 0.0
	for _, cell := range cells {
		n, _ := strconv.ParseFloat(cell, 64)
		sum += n
	}
	n, err := strconv.ParseFloat(all[item][at], 64)
	if err != nil || sum == 0 {
		return nil
	}
	n = 100 * n / sum
	return &n
}

// TestReturnOfEveryFolder: every folder of the test data has a whole return, or nothing that
// is usable, and no number that is none.
func TestReturnOfEveryFolder(t *testing.T) {
	returns := 0
	for _, folder := range foldersOfCSV(t, "../../testdata") {
		status, text, stderr := wres(t, "return", folder)
		if status == exit.Nothing {
			continue
		}
		if returns++; status != exit.Done || strings.Count(text, "\r\n") != 66 || strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
			t.Errorf("%s: exit status %d, %d lines\n%s", folder, status, strings.Count(text, "\r\n"), stderr)
		}
		if strings.Count(stderr, "wres: check: ") != 3 || !strings.Contains(stderr, "not for publication") {
			t.Errorf("%s: %s", folder, stderr)
		}
	}
	if returns < 20 {
		t.Errorf("%d returns", returns)
	}
}
