package model

import "testing"

// TestLabelsHaveOneMeaning: a folded label under two keys would be read as either,
// as the map's order has it.
func TestLabelsHaveOneMeaning(t *testing.T) {
	if twice := doubled(stateSpellings()); len(twice) > 0 {
		t.Errorf("labels under two keys: %q", twice)
	}
}

func doubled[K comparable](table map[K][]string) []string {
	first := map[string]K{}
	var twice []string
	for key, labels := range table {
		for _, label := range labels {
			folded := labelKey(label)
			if other, seen := first[folded]; seen && other != key {
				twice = append(twice, label)
			}
			first[folded] = key
		}
	}
	return twice
}

func TestIsTotal(t *testing.T) {
	for _, cell := range []string{"Total", "TOTAL", "Grand Total", "All staff", "all", "Overall", "Sub-total", " total: ",
		"All ethnic groups", "Total (all ethnic groups)", "All employees", "Total number of staff", "Total board members"} {
		if !IsTotal(cell) {
			t.Errorf("IsTotal(%q) = false", cell)
		}
	}
	for _, cell := range []string{"", "White", "Totally", "All other ethnic groups combined", "5", "Allied health", "All other ethnic groups"} {
		if IsTotal(cell) {
			t.Errorf("IsTotal(%q) = true", cell)
		}
	}
}

func TestParseState(t *testing.T) {
	for cell, want := range map[string]State{
		"withheld": Withheld, "Suppressed": Withheld, "not-collected": NotCollected, "Not collected": NotCollected,
		"not_supplied": NotSupplied, "reported": Reported, "not-applicable": NotApplicable, "Not applicable": NotApplicable, "N/A": NotApplicable,
	} {
		if s, ok := ParseState(cell); !ok || s != want {
			t.Errorf("ParseState(%q) = %v, %v; want %v", cell, s, ok, want)
		}
	}
	for _, cell := range []string{"", "maybe", "*", "yes"} {
		if s, ok := ParseState(cell); ok {
			t.Errorf("ParseState(%q) = %v; want it not known", cell, s)
		}
	}
}
