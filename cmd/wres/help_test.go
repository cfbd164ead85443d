package main

import (
	"regexp"
	"strings"
	"testing"

	"wres/loaders/columns"
	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// TestHelpHoldsEveryIndicator fails where an indicator is added to the catalogue
// and not to the help, or its title or direction changes.
func TestHelpHoldsEveryIndicator(t *testing.T) {
	page := folded(wresData(t, "help", "indicators"))
	words := words.For(model.DefaultSettings())
	for i, ind := range indicator.Catalogue() {
		start := strings.Index(page, ind.ID+". "+ind.Title+".")
		if start < 0 {
			t.Errorf("indicator %s is not in the help as %q", ind.ID, ind.Title)
			continue
		}
		end := len(page)
		if i+1 < len(indicator.Catalogue()) {
			if next := strings.Index(page, indicator.Catalogue()[i+1].ID+". "+indicator.Catalogue()[i+1].Title); next > start {
				end = next
			}
		}
		if direction := words.Direction(ind); !strings.Contains(page[start:end], direction) {
			t.Errorf("indicator %s: the help does not say %q", ind.ID, direction)
		}
	}
}

// TestHelpHoldsEveryExtract fails where a kind of file or a column is added to
// the loaders and not to the help.
func TestHelpHoldsEveryExtract(t *testing.T) {
	page := wresData(t, "help", "data")
	for _, extract := range columns.Extracts() {
		part := kindPart(t, page, extract.Kind)
		for _, column := range extract.Columns {
			if !regexp.MustCompile(`\b` + regexp.QuoteMeta(column.Name) + `\b`).MatchString(part) {
				t.Errorf("%s: the help does not name the column %s", extract.Kind, column.Name)
			}
		}
	}
}

// TestHelpHoldsEverySetting compares the page with the wres.toml that init
// writes.
func TestHelpHoldsEverySetting(t *testing.T) {
	page := wresData(t, "help", "data")
	for _, key := range []string{
		"organisation =", "[labels]", "white =", "bme =", "unknown =", "[thresholds]", "small_count =", "few_events =",
		"band_headcount =", "missing_ethnicity =", "[settings]", "level =", "indicator3_years =", "decimals =", "[columns]", "[labels.ethnicity]", "[labels.band]",
		"[labels.staff_group]", "[labels.stage]", "[staff_list]", "contracts_out =", "statuses_out =", "mandatory_courses =", "in_post_only =", "[occupation_codes]", "[pay_codes]",
	} {
		if !strings.Contains(page, "\n    "+key) {
			t.Errorf("the help does not show %q", key)
		}
	}
}

// kindPart gives the part of the page that tells of a kind: from its name at the
// start of a line to the next such.
func kindPart(t *testing.T, page, kind string) string {
	t.Helper()
	_, part, found := strings.Cut(page, "\n"+kind+": ")
	if !found {
		t.Errorf("the help does not tell of the kind %s", kind)
		return ""
	}
	if next := regexp.MustCompile(`\n[a-z]+(?: [a-z]+)?: |\nEvery kind|\nA list|\n## `).FindStringIndex(part); next != nil {
		part = part[:next[0]]
	}
	return part
}

// folded makes one line of a page.
func folded(page string) string { return strings.Join(strings.Fields(page), " ") }
