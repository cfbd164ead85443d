package prose

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/stats"
)

// example is the published extract of the built-in example.
const example = "../../../testdata/extracts/published.csv"

// published reads figures, as the rows of an extract have them.
func published(t testing.TB, name string) []model.Printed {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []model.Printed
	for i, r := range rows[1:] {
		all = append(all, model.Printed{Year: model.Year(phrase.Atoi(r[0])), Indicator: r[1], Figure: r[2], Group: r[3], Part: r[4], Printed: r[5], Source: r[6], Says: r[7], Line: i + 2})
	}
	return all
}

// seedReport makes a document of the example's tables, and of the sentences of its report.
func seedReport(t testing.TB) *document.Document {
	t.Helper()
	var tables []model.Printed
	for _, p := range published(t, example) {
		if !strings.HasSuffix(p.Source, ", text") && p.Figure != "change" {
			p.Says = ""
			tables = append(tables, p)
		}
	}
	d := document.Published(tables, "report.txt")
	d.Terms = document.Terms{BME: []string{"ethnically diverse", "ed"}, Organisation: []string{"NHS Midlands and Lancashire Commissioning Support Unit", "ML"}}
	content, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	for row := range strings.SplitSeq(strings.TrimSpace(string(content)), "\n") {
		if strings.HasPrefix(row, "#") {
			continue
		}
		cells := strings.SplitN(row, "\t", 4)
		if len(cells) != 4 {
			t.Fatalf("%q", row)
		}
		d.Sentences = append(d.Sentences, document.Sentence{Line: phrase.Atoi(cells[0]), Indicator: cells[1], Heading: cells[2] == "h", Text: cells[3]})
	}
	return d
}

// hiddenCounts are the whole numbers behind the columns of the example.
func hiddenCounts(k document.Key) (stats.Count, bool) {
	c, ok := map[string]stats.Count{
		"2 2022 white": {Events: 226, AtRisk: 835}, "2 2022 bme": {Events: 69, AtRisk: 409},
		"2 2023 white": {Events: 355, AtRisk: 1052}, "2 2023 bme": {Events: 90, AtRisk: 504},
		"2 2024 white": {Events: 144, AtRisk: 427}, "2 2024 bme": {Events: 51, AtRisk: 371},
	}[fmt.Sprintf("%s %d %s", k.Indicator, k.Year, k.Group)]
	return c, ok && k.Figure == "likelihood"
}

func TestSeedReport(t *testing.T) {
	d := seedReport(t)
	got := Find(d, hiddenCounts)
	for _, f := range got.Findings {
		t.Logf("L%d %s %s | %s | printed %q computed %q | %s", f.Line, f.Kind, f.Severity, f.Where, f.Printed, f.Computed, f.Says)
	}
	for _, want := range []struct {
		id       string
		line     int
		kind     finding.Kind
		severity finding.Severity
		in       string // of printed, computed or the explanation
	}{
		{"B1", 91, finding.Direction, finding.Decision, "5.56"},
		{"B2", 214, finding.Number, finding.Value, "8.54%"},
		{"B3", 144, finding.Contrast, finding.Decision, "1 of 15"},
		{"B4", 157, finding.Measure, finding.Value, "1 of 15"},
		{"B5", 184, finding.Measure, finding.Decision, "13.75"},
		{"C1", 141, finding.Unit, finding.Value, "+1.17 percentage points"},
		{"C2", 146, finding.Unit, finding.Value, "0.40, 0.44 or 0.49 percentage points"},
		{"C3", 212, finding.Unit, finding.Value, "+1.54 percentage points"},
		{"C4", 216, finding.Unit, finding.Value, "−2.95 percentage points"},
		{"C5", 218, finding.Unit, finding.Value, "+2.49 percentage points"},
		{"C6", 186, finding.Wording, finding.Note, "2.45 times more likely"},
		{"G1", 186, finding.Unsupported, finding.Note, "1.30"},
		{"G3", 212, finding.Significant, finding.Note, "significant"},
		{"G4", 87, finding.Unsupported, finding.Note, "1 of 15"},
	} {
		found := false
		for _, f := range got.Findings {
			all := f.Printed + " " + f.Computed + " " + f.Says
			found = found || f.Line == want.line && f.Kind == want.kind && f.Severity == want.severity && strings.Contains(all, want.in)
		}
		if !found {
			t.Errorf("%s is not found: line %d, %s, %s, %s", want.id, want.line, want.kind, want.severity, want.in)
		}
	}
	faults := map[int]int{91: 1, 214: 1, 144: 1, 157: 1, 184: 1, 141: 1, 146: 1, 212: 1, 216: 1, 218: 1}
	for _, f := range got.Findings {
		if f.Severity == finding.Note {
			continue
		}
		if faults[f.Line]--; faults[f.Line] < 0 {
			t.Errorf("line %d has a finding more: %+v", f.Line, f)
		}
	}
}
