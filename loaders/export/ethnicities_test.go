package export

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"wres/loaders"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
)

// Counts of ethnic categories are small: no page that is written holds one, in any form.
func TestNoPageHoldsEthnicCategories(t *testing.T) {
	text := "year,staff_category,pay_band,ethnicity,headcount\n2024,clinical,5,White British,60\n2024,clinical,5,Pakistani,37\n2024,clinical,6,White British,55\n2024,clinical,6,Pakistani,3\n"
	o, read, err := loaders.Open(context.Background(), fstest.MapFS{"workforce.csv": {Data: []byte(text)}}, loaders.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	results := indicator.Compute(o)
	if results.Indicator("1").Figure(2024).Ethnicities == nil {
		t.Fatal("no categories were read")
	}
	summary := report.Summary{Results: results, Report: read}
	for _, page := range []report.Page{summary, report.Brief{Summary: summary}, report.Check{Report: read, Results: results},
		report.Plan{Plan: plan.New(nil, nil), Results: results, Today: time.Date(2024, 11, 30, 0, 0, 0, 0, time.UTC)}} {
		for _, f := range For(page.Kind()) {
			if text := strings.ToLower(written(t, page, f.Name)); strings.Contains(text, "pakistani") {
				t.Errorf("%s as %s names a category:\n%s", page.Kind(), f.Name, text)
			}
		}
	}
}
