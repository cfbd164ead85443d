package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
	"wres/loaders/reporttext"
	"wres/model/audit"
	"wres/model/audit/finding"
)

// everyDigit changes each figure of a report in turn: go test ./cmd/wres -run TestAuditOfOurOwn
// -v -args -every-digit.
var everyDigit = flag.Bool("every-digit", false, "change each figure of a report in turn")

// printedReport is the published report that stands behind the example.
const printedReport = "../../loaders/reporttext/testdata/published.txt"

// TestAuditFindsWhatWasFoundByHand: of the printed report, from its text alone, each fault that
// was found by hand is found on its line, and no other.
func TestAuditFindsWhatWasFoundByHand(t *testing.T) {
	status, document, _ := wres(t, "audit", "--json", printedReport)
	var found struct {
		Findings []struct {
			Line                                           int
			Kind, Severity, Printed, Computed, Explanation string
		}
	}
	if err := json.Unmarshal([]byte(document), &found); err != nil || status != exit.Found {
		t.Fatalf("status %d, %v", status, err)
	}
	years := ""
	var got []string
	for _, f := range found.Findings {
		if f.Kind == "years" {
			years += fmt.Sprintf("%d %s: %s", f.Line, f.Printed, f.Explanation)
		}
		if f.Severity != string(finding.Note) {
			got = append(got, fmt.Sprintf("%d %s %s", f.Line, f.Severity, f.Computed))
		}
	}
	if !strings.Contains(years, "205 2022, 2023: ") || !strings.Contains(years, "they are read as 2023, 2024") {
		t.Errorf("of the survey's years it says %q", years)
	}
	want := []string{
		"91 decision 5.56% against 6.48%",
		"141 value +1.17 percentage points",
		"144 decision 1 of 15 in 2023",
		"146 value 0.40, 0.44 or 0.49 percentage points",
		"157 value 1 in 2023, 1 in 2024",
		"177 value 18.79%",
		"179 value 33.75%",
		"182 value 1.60",
		"184 decision 17.86% to 13.75%",
		"212 value +1.54 percentage points",
		"214 value 8.64%",
		"216 value −2.95 percentage points",
		"218 value +2.49 percentage points",
	}
	if !slices.Equal(got, want) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// auditOf audits a text, and gives what is wrong in it.
func auditOf(t testing.TB, text string) []finding.Finding {
	t.Helper()
	d, err := reporttext.Read([]byte(text), "report.md")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(audit.Run(d, nil).Findings, func(f finding.Finding) bool { return f.Severity == finding.Note })
}

// ownReport gives a report that the program wrote.
func ownReport(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.md")
	if status, _, said := wres(t, "report", "--full", "--format", "md", "-o", path); status != exit.Done {
		t.Fatal(said)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAuditOfOurOwnReport: in a report that the program wrote nothing is wrong; and of its
// figures with a digit changed, so many are found.
func TestAuditOfOurOwnReport(t *testing.T) {
	text := ownReport(t)
	for _, f := range auditOf(t, text) {
		t.Errorf("line %d: %s: %q: %s", f.Line, f.Where, f.Printed, f.Says)
	}
	from := strings.Index(text, "## Results")
	places := regexp.MustCompile(`[0-9][0-9,]*(\.[0-9]+)?`).FindAllStringIndex(text[from:], -1)
	if !*everyDigit { // all of them take two minutes
		each := 12
		if testing.Short() {
			each = 100
		}
		for i := range len(places) / each {
			places[i] = places[i*each]
		}
		places = places[:len(places)/each]
	}
	random, tried, found := rand.New(rand.NewPCG(1, 1)), 0, 0
	for _, p := range places {
		at := from + p[0] + random.IntN(p[1]-p[0])
		digit := text[at]
		if digit < '0' || digit > '9' {
			continue
		}
		changed := text[:at] + string('0'+(digit-'0'+byte(1+random.IntN(9)))%10) + text[at+1:]
		if tried++; len(auditOf(t, changed)) > 0 {
			found++
		}
	}
	t.Logf("of %d figures with a digit changed %d are found (%.0f%%)", tried, found, 100*float64(found)/float64(tried))
	if found*4 < tried {
		t.Errorf("of %d figures with a digit changed only %d are found", tried, found)
	}
}

// BenchmarkAudit audits the printed report.
func BenchmarkAudit(b *testing.B) {
	text, err := os.ReadFile(printedReport)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		auditOf(b, string(text))
	}
}

// TestAuditOfAnyOwnReport: of whatever folder the program writes a report, its audit finds
// nothing wrong in it.
func TestAuditOfAnyOwnReport(t *testing.T) {
	written := 0
	for _, folder := range foldersOfCSV(t, "../../testdata") {
		path := filepath.Join(t.TempDir(), "report.md")
		if status, _, _ := wres(t, "report", folder, "--full", "--format", "md", "-o", path); status != exit.Done {
			continue // nothing to report
		}
		written++
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range auditOf(t, string(text)) {
			t.Errorf("%s, line %d: %s: %q: %s", folder, f.Line, f.Where, f.Printed, f.Says)
		}
	}
	if written < 20 {
		t.Errorf("%d reports were written", written)
	}
}

// TestTimesAsLikely: "1.61 times as likely" is no claim that the two are as likely.
func TestTimesAsLikely(t *testing.T) {
	const table = "## Indicator 2\n\n| | 2024 |\n|---|---|\n| Shortlisted, White | 400 |\n| Shortlisted, BME | 320 |\n| Appointed, White | 100 |\n| Appointed, BME | 50 |\n| Relative likelihood of appointment | 1.60 |\n\n"
	const said = "White applicants are 1.60 times as likely to be appointed from shortlisting as BME applicants."
	for _, f := range auditOf(t, table+said+"\n") {
		t.Errorf("%q: %+v", said, f)
	}
}
