package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"wres/cmd/wres/forms"
	"wres/loaders/export"
	"wres/model/report"
)

// commandOf names the command that shows a page.
var commandOf = map[report.Kind]string{
	report.SummaryPage: "summary", report.BriefPage: "brief", report.CheckPage: "check", report.ComparisonPage: "compare", report.ComparisonsPage: "compare",
	report.ActionsPage: "plan list", report.AdvicePage: "plan lint", report.PlanPage: "plan export", report.YearPage: "report", report.ReturnPage: "return", report.AuditPage: "audit", report.FunnelPage: "funnel",
}

// Every form of a page is in the help and in the completion of its command: as a flag,
// or as a word of --format. Text is what no flag asks for, and compare --csv names
// what is read.
func TestFormsAreInHelpAndCompletion(t *testing.T) {
	for _, f := range export.Formats() {
		for page, said := range f.Pages {
			name, known := commandOf[page]
			if page == report.ExcerptPage { // which the app alone writes
				continue
			}
			if !known {
				t.Errorf("the page %q, written as %s, is of no command in this test", page, f.Name)
				continue
			}
			if f.Name == export.TextName || page == report.ComparisonsPage {
				continue
			}
			command := strings.Fields(name)
			help := wresData(t, append(command, "--help")...)
			asked := "--" + f.Name
			offered := wresData(t, append(append([]string{"__complete"}, command...), "--")...)
			if page == report.PlanPage || page == report.YearPage || page == report.ReturnPage {
				asked = f.Name
				offered = wresData(t, append(append([]string{"__complete"}, command...), "--format", "")...)
			}
			if !strings.Contains(folded(help), strings.TrimSpace(asked+" "+said)) {
				t.Errorf("the help of %s does not tell of %s %q", name, asked, said)
			}
			if !strings.Contains("\n"+offered, "\n"+asked) {
				t.Errorf("the completion of %s does not offer %s: %s", name, asked, offered)
			}
		}
	}
}

// With --all the report is written in every form of the table that has it, and in no other.
func TestAllWritesEveryForm(t *testing.T) {
	dir := t.TempDir()
	wresData(t, "report", "--all", "-o", dir)
	var want, got []string
	for _, name := range forms.Names(report.YearPage) {
		want = append(want, "wres-report-2024."+name)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if slices.Sort(want); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if offered := wresData(t, "__complete", "report", "--"); !strings.Contains(offered, "\n--all\t") {
		t.Errorf("the completion does not offer --all: %s", offered)
	}
}

// A page is as wide as COLUMNS says, within what can be read.
func TestWidthOfAPage(t *testing.T) {
	for columns, want := range map[string]int{"": usualWidth, "x": usualWidth, "1": leastWidth, "40": 40, "100": 100, "200": mostWidth} {
		if got := (&cli{environ: []string{"COLUMNS=" + columns}}).width(); got != want {
			t.Errorf("COLUMNS=%s: %d, want %d", columns, got, want)
		}
	}
}

// folded makes one line of a page.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }
