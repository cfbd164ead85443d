package prose

import (
	"os"
	"strings"
	"testing"

	"wres/model/audit/document"
	"wres/model/audit/finding"
)

// invented makes a document of tables that are in no report, and of one sentence.
func invented(t testing.TB) func(indicator, text string) *document.Document {
	t.Helper()
	return tablesOf(t, "testdata/invented.csv")
}

func tablesOf(t testing.TB, name string) func(indicator, text string) *document.Document {
	t.Helper()
	tables := document.Published(published(t, name), "invented.csv")
	return func(indicator, text string) *document.Document {
		d := *tables
		if strings.Contains(name, "second") {
			d.Terms.BME = []string{"global majority", "gm"}
		}
		d.Sentences = []document.Sentence{{Line: 1, Indicator: indicator, Text: text}}
		return &d
	}
}

// Sentences as reports have them, right and wrong. What is right must stay unremarked, each;
// of what is wrong each must be found that the table says is.
func TestInventedSentences(t *testing.T) {
	for name, least := range map[string][2]int{"invented": {50, 160}, "second": {20, 45}} {
		t.Run(name, func(t *testing.T) {
			trySentences(t, tablesOf(t, "testdata/"+name+".csv"), "testdata/"+name+".txt", least)
		})
	}
}

func trySentences(t *testing.T, make func(indicator, text string) *document.Document, name string, least [2]int) {
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wrong, found, right, silent := 0, 0, 0, 0
	for row := range strings.SplitSeq(string(content), "\n") {
		cells := strings.SplitN(row, " | ", 3)
		if len(cells) != 3 || strings.HasPrefix(row, "#") {
			continue
		}
		var faults []finding.Finding
		for _, f := range Find(make(strings.Trim(cells[0], "-"), cells[2]), nil).Findings {
			if f.Severity != finding.Note {
				faults = append(faults, f)
			}
		}
		if cells[1] == "ok" {
			right++
			if len(faults) == 0 {
				silent++
			} else {
				t.Errorf("%q is right, and found wrong: %+v", cells[2], faults)
			}
			continue
		}
		wrong++
		if len(faults) == 1 && string(faults[0].Kind) == cells[1] {
			found++
		} else {
			t.Errorf("%q: %s is not found: %+v", cells[2], cells[1], faults)
		}
	}
	t.Logf("wrong sentences: %d of %d found; right sentences: %d of %d silent", found, wrong, silent, right)
	if wrong < least[0] || right < least[1] {
		t.Errorf("%d wrong and %d right sentences are too few", wrong, right)
	}
}
