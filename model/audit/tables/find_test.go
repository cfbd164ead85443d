package tables

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
)

// example gives the published extract of the built-in example.
func example(t testing.TB) *document.Document {
	t.Helper()
	text, err := os.ReadFile("../../../testdata/extracts/published.csv")
	if err != nil {
		t.Fatal(err)
	}
	return rows(t, string(text))
}

// rows makes a document of a published extract: year, indicator, figure, group, part, printed,
// source, says.
func rows(t testing.TB, text string) *document.Document {
	t.Helper()
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	records, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []model.Printed
	for i, r := range records {
		r = append(r, "", "", "")
		y, err := strconv.Atoi(r[0])
		if err != nil {
			continue // the header
		}
		all = append(all, model.Printed{Year: model.Year(y), Indicator: r[1], Figure: r[2], Group: r[3], Part: r[4], Printed: r[5], Source: r[6], Says: r[7], Line: i + 1})
	}
	return document.Published(all, "published.csv")
}

// told writes findings as "line kind severity: printed -> computed", notes left out.
func told(r Result, notes bool) (all []string) {
	for _, f := range r.Findings {
		if notes || f.Severity != finding.Note {
			all = append(all, fmt.Sprintf("%d %s %s: %s -> %s", f.Line, f.Kind, f.Severity, f.Printed, f.Computed))
		}
	}
	return all
}

// TestExample: what was found by hand in the report behind the example is found in its rows,
// and nothing else.
func TestExample(t *testing.T) {
	r := Find(example(t))
	want := []string{
		"27 unit value: 1% -> +1.17 percentage points",
		"28 unit value: 0.45% -> 0.40, 0.44 or 0.49 percentage points",
		"38 computable value: Data unavailable -> 1.60",
		"44 wrong-base value: 17.86% -> 18.79%",
		"45 bracket value: 37.5% -> 33.75%",
		"77 twice value: 8.54% -> 8.64%",
		"78 unit value: 1.5% -> +1.54 percentage points",
		"79 unit value: 3% -> −2.95 percentage points",
		"80 unit value: 2.5% -> +2.49 percentage points",
	}
	if got := told(r, false); !slices.Equal(got, want) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	hidden := map[model.Year]string{}
	for _, c := range r.Columns {
		if c.Indicator == "2" {
			hidden[c.Year] = fmt.Sprint(c.Consistent, c.Solutions, c.Hidden, c.Repairs)
		}
	}
	for y, want := range map[model.Year]string{
		2022: "true 1 map[unknown.appointed:9 unknown.shortlisted:35 white.appointed:226 white.shortlisted:835] []",
		2023: "false 0 map[] [{[percentage-of-appointed bme likelihood white] [18.79% 33.75%] 1}]",
		2024: "true 1 map[unknown.appointed:3 unknown.shortlisted:22 white.appointed:144 white.shortlisted:427] []",
	} {
		if hidden[y] != want {
			t.Errorf("%s: %s, want %s", y, hidden[y], want)
		}
	}
}

// TestFind holds each check against a few rows: those that are wrong, and beside them those
// that are right and look as if they were not.
func TestFind(t *testing.T) {
	for name, c := range map[string]struct {
		rows string
		want []string
	}{
		"a percentage of its counts": {"2024,1,headcount,all,,1863\n2024,1,headcount,bme,,380\n2024,1,percentage-of-workforce,bme,,20.40%", nil},
		"a percentage that is not": {"2024,1,headcount,all,,1863\n2024,1,headcount,bme,,380\n2024,1,headcount,known,,1823\n2024,1,percentage-of-workforce,bme,,20.9%",
			[]string{"4 percentage value: 20.9% -> 20.4%"}},
		"of another base": {"2024,1,headcount,all,,1863\n2024,1,headcount,bme,,380\n2024,1,headcount,known,,1723\n2024,1,percentage-of-workforce,bme,,22.1%",
			[]string{"4 wrong-base value: 22.1% -> 20.4%"}},
		"no whole number":     {"2024,5,respondents,bme,,100\n2024,5,percentage,bme,,5.56%", []string{"2 no-counts value: 5.56% -> "}},
		"half, up or to even": {"2024,9,members,bme,,1 of 8\n2024,9,percentage-of-board,bme,,12%\n2023,9,members,bme,,1 of 8\n2023,9,percentage-of-board,bme,,13%", nil},
		"all cut short": {"2024,1,headcount,all,,300\n2024,1,headcount,bme,,50\n2024,1,headcount,white,,245\n2024,1,percentage-of-workforce,bme,,16.6%\n2024,1,percentage-of-workforce,white,,81.6%",
			[]string{"4 truncated note: 16.6% -> "}},
		"a base that nothing supports": {"2024,1,headcount,all,,1836\n2024,1,headcount,bme,,380\n2024,1,headcount,known,,1823\n2024,1,percentage-of-workforce,bme,,20.40%\n2024,1,percentage-of-workforce,known,,97.85%",
			[]string{"1 percentage value: 1836 -> 1863"}},
		"groups that add up":       {"2024,1,headcount,all,,100\n2024,1,headcount,white,,70\n2024,1,headcount,bme,,25\n2024,1,headcount,unknown,,5", nil},
		"groups that do not":       {"2024,1,headcount,all,,100\n2024,1,headcount,white,,70\n2024,1,headcount,bme,,25\n2024,1,headcount,unknown,,6", []string{"1 sum value: 100 -> 101"}},
		"bands above the whole":    {"2024,1,headcount,bme,,30\n2024,1,headcount,bme,band 5,20\n2024,1,headcount,bme,band 6,15", []string{"1 sum value: 30 -> 35"}},
		"bands below the whole":    {"2024,1,headcount,bme,,30\n2024,1,headcount,bme,band 5,12\n2024,1,headcount,bme,band 6,15", nil},
		"a board in two halves":    {"2024,9,members,all,total,11\n2024,9,members,all,voting,9\n2024,9,members,all,non-voting,3", []string{"1 sum value: 11 -> 12"}},
		"twice, rounded otherwise": {"2024,1,percentage-of-workforce,bme,,20.4%,a\n2024,1,percentage-of-workforce,bme,,20.40%,b\n2024,1,percentage-of-workforce,bme,,20%,c", nil},
		"twice, cut":               {"2024,1,percentage-of-workforce,bme,,20.47%,a\n2024,1,percentage-of-workforce,bme,,20.4%,b", nil},
		"twice, otherwise":         {"2024,1,headcount,bme,,380,a\n2024,1,headcount,bme,,308,b", []string{"2 twice value: 308 -> 380"}},
		"a ratio of its counts":    {"2024,2,shortlisted,white,,427\n2024,2,appointed,white,,144\n2024,2,shortlisted,bme,,371\n2024,2,appointed,bme,,51\n2024,2,relative-likelihood,all,,2.45", nil},
		"a ratio on the other side": {"2024,2,shortlisted,white,,427\n2024,2,appointed,white,,144\n2024,2,shortlisted,bme,,371\n2024,2,appointed,bme,,51\n2024,2,likelihood,white,,33.72%\n2024,2,likelihood,bme,,13.75%\n2024,2,relative-likelihood,all,,0.41",
			[]string{"7 ratio decision: 0.41 -> 2.45"}},
		"BME on top": {"2024,3,headcount,white,,1443\n2024,3,entered,white,,10\n2024,3,headcount,bme,,380\n2024,3,entered,bme,,8\n2024,3,relative-likelihood,all,,3.04", nil},
		"two labels exchanged": {"2024,2,shortlisted,all,,820\n2024,2,shortlisted,bme,,371\n2024,2,appointed,all,,198\n2024,2,appointed,bme,,51\n2024,2,likelihood,white,,13.64%\n2024,2,likelihood,bme,,13.75%\n2024,2,likelihood,unknown,,33.72%\n2024,2,relative-likelihood,all,,2.45",
			[]string{"5 swapped decision: 13.64% -> the labels white and unknown ethnicity exchanged"}},
		"a change in points": {"2023,5,percentage,bme,,4.02%\n2024,5,percentage,bme,,5.56%\n2024,5,change,bme,,+1.5 points", nil},
		"a relative change":  {"2023,5,percentage,bme,,4.02%\n2024,5,percentage,bme,,5.56%\n2024,5,change,bme,,+38%", nil},
		"a change turned round": {"2023,5,percentage,bme,,4.02%\n2024,5,percentage,bme,,5.56%\n2024,5,change,bme,,−1.5 points",
			[]string{"3 direction decision: −1.5 points -> +1.54 percentage points"}},
		"a change that is none of it": {"2023,5,percentage,bme,,4.02%\n2024,5,percentage,bme,,5.56%\n2024,5,change,bme,,2.5 points",
			[]string{"3 change value: 2.5 points -> +1.54 percentage points"}},
		"a gap":             {"2024,5,percentage,bme,,5.6%\n2024,5,percentage,white,,6.5%\n2024,5,difference,all,,−1.0 points", nil},
		"another gap":       {"2024,5,percentage,bme,,5.6%\n2024,5,percentage,white,,6.5%\n2024,5,difference,all,,−3.0 points", []string{"3 change value: −3.0 points -> −0.9 percentage points"}},
		"held back":         {"2024,9,members,bme,,1 of 8\n2024,9,percentage-of-board,bme,,<5\n2024,3,relative-likelihood,all,,fewer than five", nil},
		"not available":     {"2024,9,members,bme,,1 of 8\n2024,9,percentage-of-board,bme,,n/a", []string{"2 computable value: n/a -> 12.50%"}},
		"a fraction":        {"2024,1,headcount,all,,1863\n2024,1,headcount,bme,,380\n2024,1,percentage-of-workforce,bme,,0.204", nil},
		"a comma":           {"2024,1,headcount,all,,1863\n2024,1,headcount,bme,,380\n2024,1,percentage-of-workforce,bme,,\"37,5%\"", nil},
		"ten million":       {"2024,2,shortlisted,all,,10000000\n2024,2,appointed,all,,5000000\n2024,2,likelihood,white,,50%\n2024,2,likelihood,bme,,50%", nil},
		"no such indicator": {"2024,99,headcount,all,,5\n2024,,headcount,all,,6", nil},
	} {
		if got := told(Find(rows(t, c.rows)), strings.Contains(name, "cut short")); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestFlow: more staff than were there and came is a note.
func TestFlow(t *testing.T) {
	r := Find(rows(t, "2023,1,headcount,all,,1000\n2024,1,headcount,all,,1500\n2024,2,appointed,all,,100"))
	if got := told(r, true); !slices.Equal(got, []string{"2 flow note: 1500 -> "}) {
		t.Errorf("%q", got)
	}
}

func BenchmarkExample(b *testing.B) {
	d := example(b)
	for b.Loop() {
		Find(d)
	}
}

// TestChangeOfThoseKnown: the counts behind a share of those whose ethnicity is known are
// theirs, and not those of the others.
func TestChangeOfThoseKnown(t *testing.T) {
	const years = "2023,1,headcount,all,,1000\n2023,1,percentage-of-workforce,known,,99.0%\n2024,1,headcount,all,,1000\n2024,1,percentage-of-workforce,known,,97.0%\n"
	for change, want := range map[string]string{
		",2 points,,decrease": "",
		",2 points,,increase": "5 direction decision: 2 points -> −2.00 percentage points",
		",5 points,,decrease": "5 change value: 5 points -> −2.00 percentage points",
	} {
		r := Find(rows(t, years+"2024,1,change,known,"+change))
		if got := strings.Join(told(r, false), "; "); got != want {
			t.Errorf("%s: %q, want %q", change, got, want)
		}
		for _, f := range r.Findings {
			if !strings.Contains(f.Says, "(990 of 1,000) in 2023") || !strings.Contains(f.Says, "(970 of 1,000) in 2024") {
				t.Errorf("%s: %s", change, f.Says)
			}
		}
	}
}
