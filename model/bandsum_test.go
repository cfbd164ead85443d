package model

import (
	"fmt"
	"strings"
	"testing"
)

// TestParseBandSum: a label of several bands beside these bands is their sum, and was
// counted as people without a band.
func TestParseBandSum(t *testing.T) {
	const afc, medical = "under band 1 1 2 3 4 5 6 7 8a 8b 8c 8d 9", "consultant senior medical manager non-consultant career grade trainee grade other"
	for cell, want := range map[string]string{
		"Bands 1-4": "1 2 3 4", "Band 1 to 4": "1 2 3 4", "Bands 1 – 4": "1 2 3 4", "1-4": "1 2 3 4", "AfC Bands 5 to 7": "5 6 7", "Bands <1 to 4": "under band 1 1 2 3 4",
		"Under band 1 - Band 4": "under band 1 1 2 3 4", "Bands 8a - 8b": "8a 8b", "Bands 8a and 8b": "8a 8b", "8c, 8d, 9 & VSM": "8c 8d 9 VSM", "Band 8C to VSM": "8c 8d 9 VSM",
		"Bands 8 - 9": "8a 8b 8c 8d 9", "Band 8 c to Band 8 d": "8c 8d", "Bands 5/6": "5 6", "5 and 7": "5 7",
		"Cluster 1": "under band 1 1 2 3 4", "Cluster 1 (AfC Bands <1 to 4)": "under band 1 1 2 3 4", "Cluster 1 total": "under band 1 1 2 3 4", "Cluster 4: Bands 8c - VSM": "8c 8d 9 VSM", "Cluster 5": "consultant",
		"Total Bands 1-4": "1 2 3 4", "Sub total Bands 1-4": "1 2 3 4", "Sub-total: Bands 1-4": "1 2 3 4", "Bands 1-4 subtotal": "1 2 3 4", "Total Band 5": "5", "Total band 8": "8a 8b 8c 8d",
		"AfC total": afc, "Total Agenda for Change": afc, "Total non-clinical": "any non-clinical", "Clinical total": "any clinical", "Total medical and dental": medical + " medical and dental",
		"Total consultants": "consultant", "Total rewards team": "any",
	} {
		s, ok := ParseBandSum(cell)
		if got := sumWordsOf(s); !ok || got != want {
			t.Errorf("ParseBandSum(%q) = %q, %v; want %q", cell, got, ok, want)
		}
	}
	for _, cell := range []string{
		"", "5", "Band 5", "8", "Band 8", "8a", "Band 8 - Range A", "VSM", "Consultant", "Other", "Band X", "4-1", "1-4 months", "Bands", "AfC", "Cluster 8", "Cluster", "Cluster 1 leads", "2024-25", "1-", "-4", "10-12", "1.5", "<5",
		"Totally", "Nursing bands 5-6 mentors", "Non-clinical", "5*",
	} {
		if s, ok := ParseBandSum(cell); ok {
			t.Errorf("ParseBandSum(%q) = %q; want it to be none", cell, sumWordsOf(s))
		}
	}
}

func sumWordsOf(s *BandSum) string {
	if s == nil {
		return ""
	}
	var words []string
	for _, b := range s.Bands {
		words = append(words, b.String())
	}
	if s.Bands == nil {
		words = []string{"any"}
	}
	return strings.TrimSpace(fmt.Sprint(strings.Join(words, " "), " ", s.Category))
}

func TestNamesTotal(t *testing.T) {
	for _, cell := range []string{"Total", "total:", "Total (all bands)", "Trust total", "Total 2025", "Total - all staff", "Overall total for the trust", "Grand Total", "Total at 31 March 2025", "Total headcount (all ethnicities)"} {
		if !NamesTotal(cell) {
			t.Errorf("%q does not name a total", cell)
		}
	}
	for _, cell := range []string{"", "Total non-clinical", "AfC total", "Total Bands 1-4", "Total 5", "Trust", "2025", "Total rewards team", "Subtotals of teams", "Totally", "Total White"} {
		if NamesTotal(cell) {
			t.Errorf("%q names a total", cell)
		}
	}
}
