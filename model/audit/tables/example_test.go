package tables

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"

	"wres/model"
	"wres/model/audit/document"
)

// example reads the published rows of the built-in example.
func example(t testing.TB) *document.Document {
	t.Helper()
	file, err := os.Open("../../../testdata/extracts/published.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var printed []model.Printed
	for i, row := range rows[1:] {
		year, err := strconv.Atoi(row[0])
		if err != nil {
			t.Fatal(err)
		}
		printed = append(printed, model.Printed{Year: model.Year(year), Indicator: row[1], Figure: row[2], Group: row[3], Part: row[4], Printed: row[5], Source: row[6], Says: row[7], Line: i + 2})
	}
	return document.Published(printed, "published.csv")
}

func TestExample(t *testing.T) {
	findings, columns, respondents := Find(example(t))
	for _, f := range findings {
		t.Logf("%s %s line %d %s: %q -> %q\n    %s", f.Severity, f.Kind, f.Line, f.Where, f.Printed, f.Computed, f.Says)
	}
	for _, c := range columns {
		t.Logf("%+v", c)
	}
	for _, c := range respondents {
		t.Logf("%+v", c)
	}
}
