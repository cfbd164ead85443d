package tables

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
)

// TestExampleWhole: what is wrong with the report of the built-in example is found, and nothing
// else is called wrong.
func TestExampleWhole(t *testing.T) {
	r := Find(example(t))
	findings, columns, respondents := r.Findings, r.Columns, r.Respondents
	want := []string{
		"27 unit value 1% +1.17 percentage points",                               // C1
		"28 unit value 0.45% 0.40, 0.44 or 0.49 percentage points",               // C2
		"38 computable value Data unavailable 1.60",                              // D1
		"44 wrong-base value 17.86% 18.79%",                                      // A1
		"45 bracket value 37.5% 33.75%",                                          // A2
		"77 twice value 8.54% 8.64%",                                             // B2
		"78 unit value 1.5% +1.54 percentage points",                             // C3
		"79 unit value 3% −2.95 percentage points",                               // C4
		"80 unit value 2.5% +2.49 percentage points",                             // C5
		"6 decimals note 98.0%, 98.3%, 97.85% ", "25 decimals note 6.7%, 9.09% ", // E1
		"34 decimals note 22.7%, 25.76% ",
	}
	var got []string
	for _, f := range findings {
		got = append(got, fmt.Sprintf("%d %s %s %s %s", f.Line, f.Kind, f.Severity, f.Printed, f.Computed))
		t.Logf("%d %s: %s", f.Line, f.Where, f.Says)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("found %q,\nwant %q", got, want)
	}
	for _, says := range []string{
		"90 of 479 is 18.79%; 17.86% is 90 of 504, as printed in line 46 (likelihood, BME).",
		"Of the 1,121 who are not BME 389 were appointed, 34.70%: that must lie between the rates of white and unknown ethnicity, and 37.5% and 49.28% are printed. 37.5% over 17.86% would be a ratio of 2.10, and 1.89 is printed. 33.75% (355 of 1,052) agrees with the other figures of the column.",
		"It follows from the column: (226 of 835) over (69 of 409) is 1.60.",
	} {
		if !slices.ContainsFunc(findings, func(f finding.Finding) bool { return f.Says == says }) {
			t.Errorf("nothing says %q", says)
		}
	}
	if len(columns) != 3 || !columns[0].Consistent || columns[1].Consistent || !columns[2].Consistent {
		t.Fatalf("columns: %+v", columns)
	}
	if hidden := columns[2].Hidden; columns[2].Solutions != 1 || hidden["white.shortlisted"] != 427 || hidden["white.appointed"] != 144 || hidden["unknown.appointed"] != 3 || hidden["unknown.shortlisted"] != 22 || len(hidden) != 4 {
		t.Errorf("2024: %+v", columns[2])
	}
	repairs := []finding.Repair{{Figures: []string{"percentage-of-appointed bme", "likelihood white"}, Values: []string{"18.79%", "33.75%"}, Solutions: 1}}
	if !reflect.DeepEqual(columns[1].Repairs, repairs) {
		t.Errorf("2023: %+v", columns[1])
	}
	if len(respondents) != 4 || respondents[0].Open || !respondents[1].Open || respondents[2].Open || !respondents[3].Open {
		t.Fatalf("respondents: %+v", respondents)
	}
	answers := []finding.Answers{{Indicator: "5", N: 9, Of: 162}, {Indicator: "6", N: 14, Of: 162}, {Indicator: "7", N: 79, Of: 162}, {Indicator: "8", N: 15, Of: 159}}
	if w := respondents[2].Windows[0]; w.Width != 3 || !reflect.DeepEqual(w.Counts, answers) {
		t.Errorf("respondents of 2024: %+v", w)
	}
}

// BenchmarkLarge is a document of a hundred thousand figures: every band of staff of many
// years, and changes of each.
func BenchmarkLarge(b *testing.B) {
	var all []model.Printed
	for year := model.Year(2000); year < 2100; year++ {
		for n := range 250 {
			part := fmt.Sprintf("unit %d", n)
			for _, f := range [][3]string{{"headcount", "all", "200"}, {"headcount", "bme", "41"}, {"percentage-of-workforce", "bme", "20.5%"}, {"change", "bme", "1%"}} {
				all = append(all, model.Printed{Year: year, Indicator: "1", Figure: f[0], Group: f[1], Part: part, Printed: f[2], Line: len(all)})
			}
		}
	}
	d := document.Published(all, "large")
	b.ResetTimer()
	for b.Loop() {
		Find(d)
	}
}
