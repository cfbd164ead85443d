package kinds

import (
	"slices"
	"strings"
	"testing"

	"wres/loaders/labels"
	"wres/model/indicator"
)

// TestExtractsAreComplete: what each entry of the table must have.
func TestExtractsAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range Extracts() {
		if e.List != nil {
			continue
		}
		if seen[e.Kind] || e.Kind == "" || e.Help == "" || len(e.Words) == 0 || len(e.Columns) == 0 ||
			(len(e.Init) == 0) != (e.Figures == Accounts) { // which a query writes
			t.Errorf("%s: the entry is not complete", e.Kind)
		}
		seen[e.Kind] = true
		names := map[string]bool{}
		required := false
		for _, c := range e.AllColumns() {
			if c.Help == "" {
				t.Errorf("%s: %s has no help", e.Kind, c.Name)
			}
			if names[c.Name] {
				t.Errorf("%s: %s stands twice", e.Kind, c.Name)
			}
			names[c.Name] = true
			required = required || c.Required
		}
		if !required {
			t.Errorf("%s: no column is required", e.Kind)
		}
		for _, name := range slices.Concat(e.Counts, e.Tells, e.OneOf, e.Init) {
			if wide := slices.Contains([]string{"White", "BME", "Unknown", "count"}, name) && len(e.Counts) > 0; !names[name] && !wide {
				t.Errorf("%s: there is no column %s", e.Kind, name)
			}
		}
		if (len(e.Counts) > 0) != (e.Group != "") {
			t.Errorf("%s: counts %v, group %q, keys %d", e.Kind, e.Counts, e.Group, e.Keys)
		}
		if !slices.Contains(e.Init, "year") && e.Figures != Accounts {
			t.Errorf("%s: Init writes no year", e.Kind)
		}
	}
}

// TestEveryIndicatorHasAKind: the catalogue names for each indicator a kind of counts,
// and the help of that kind names the indicator.
func TestEveryIndicatorHasAKind(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		at := slices.IndexFunc(extracts(), func(e *Extract) bool { return e.Kind == ind.Extract && e.List == nil })
		if at < 0 || !slices.Contains(Serving(), ind.ID) {
			t.Errorf("indicator %s is made from the kind %q, and there is none", ind.ID, ind.Extract)
			continue
		}
		if sheet := extracts()[at].sheet(); sheet.Empty() || len(sheet.Columns) < 2 {
			t.Errorf("the figures of %q cannot be typed in", ind.Extract)
		} else {
			checkSheet(t, ind.Extract, sheet)
		}
		if extracts()[at].Brief == "" {
			t.Errorf("the kind %q says in no few words what it holds", ind.Extract)
		}
		if made := slices.Contains(Serving(Survey, Board), ind.ID); made != (ind.Shape == indicator.Survey || ind.Shape == indicator.Board) {
			t.Errorf("indicator %s is made from the survey or the board: %v", ind.ID, made)
		}
		e := extracts()[at]
		if want := labels.Listed(indicator.Runs(e.Serves()), "and") + ")"; !strings.HasSuffix(e.Help, want) {
			t.Errorf("%s: its help %q does not end with %q", e.Kind, e.Help, want)
		}
	}
}

// TestListsAreComplete: what each list must have.
func TestListsAreComplete(t *testing.T) {
	for _, e := range Extracts() {
		if e.List == nil {
			continue
		}
		if e.Kind == "" || e.Help == "" || len(e.Words) == 0 || e.List == nil || len(e.Init) > 0 {
			t.Errorf("%s: the entry is not complete", e.Kind)
		}
		if !slices.ContainsFunc(Extracts(), func(c *Extract) bool { return c.List == nil && c.Kind == e.List.Counted }) {
			t.Errorf("%s: no kind %s", e.Kind, e.List.Counted)
		}
		for _, c := range e.AllColumns() {
			if c.Help == "" {
				t.Errorf("%s: %s has no help", e.Kind, c.Name)
			}
		}
		for _, need := range e.List.Needs {
			for _, name := range need {
				if !e.Has(name) {
					t.Errorf("%s: there is no column %s", e.Kind, name)
				}
			}
		}
	}
}
