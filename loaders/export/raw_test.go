package export

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"

	"wres/model/plan"
	"wres/model/report"
	"wres/model/stats"
)

// acting are texts that act on a terminal, hide something or draw nothing.
var acting = []string{"\x1b[2J", "\x9b2J", "\u202ea", "\u200b=1", "\u2028", "\x7f", "a\x00b", "\ue000", "\U000e0041", "e\ufe0f"}

// raw gives the characters of an output that no reader sees.
func raw(page string) []rune {
	return slices.DeleteFunc([]rune(strings.TrimPrefix(page, byteOrderMark)), func(r rune) bool {
		return r == '\n' || r == '\r' || unicode.IsGraphic(r) && !unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
	})
}

// The ids of pairs are as foreign as any cell: printed they are clean, and JSON gives them
// back as they were.
func TestNothingRawInIDs(t *testing.T) {
	for _, id := range acting {
		page := report.Comparisons(func(yield func(report.Compared) bool) {
			comparison, err := stats.Compare(stats.Count{Events: 1, AtRisk: 10}, stats.Count{Events: 2, AtRisk: 10}, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			yield(report.Compared{ID: id, Comparison: comparison})
		})
		for _, form := range []string{rowsName, jsonName} {
			if out := written(t, page, form); len(raw(out)) > 0 {
				t.Errorf("%s: %q", form, raw(out))
			}
		}
		var doc comparisonDoc
		if err := json.Unmarshal([]byte(written(t, page, jsonName)), &doc); err != nil || *doc.ID != strings.ToValidUTF8(id, "\ufffd") {
			t.Errorf("%q is read back as %q: %v", id, *doc.ID, err)
		}
	}
}

// A printed plan is clean in its cells and in the heads of columns of the user's own; in a
// file it keeps its texts.
func TestNothingRawInAPrintedPlan(t *testing.T) {
	for _, text := range acting {
		text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", "") // a plan holds neither
		a := plan.Action{ID: "A-0001", Text: text, Lead: text, Progress: "one\n" + text, Extra: []string{text}}
		page := report.Plan{Plan: plan.New([]string{"mine " + text}, []plan.Action{a})}
		if kept := written(t, page, rowsName); !strings.Contains(kept, "mine "+text) {
			t.Errorf("the file does not keep %q", text)
		}
		page.Printed = true
		if out := written(t, page, rowsName); len(raw(out)) > 0 || !strings.Contains(out, "one\n") {
			t.Errorf("%q in %q", raw(out), out)
		}
	}
}
