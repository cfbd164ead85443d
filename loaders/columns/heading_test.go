package columns

import (
	"testing"

	"wres/loaders/labels"
	"wres/model"
)

// TestHeadings: a heading of the wide form names a group, and may name a year, in
// whatever order and with whatever signs; what else it says is not passed over.
func TestHeadings(t *testing.T) {
	c := New(labels.New())
	for _, want := range []struct {
		heading string
		group   model.Ethnicity
		year    model.Year
		rest    string
	}{
		{"White", model.WhiteGroup, 0, ""},
		{"White 2024", model.WhiteGroup, 2024, ""},
		{"2024 White", model.WhiteGroup, 2024, ""},
		{"2024_BME", model.BMEGroup, 2024, ""},
		{"BME-2024", model.BMEGroup, 2024, ""},
		{"White - 2024", model.WhiteGroup, 2024, ""},
		{"2024: White", model.WhiteGroup, 2024, ""},
		{"BME (2025)", model.BMEGroup, 2025, ""},
		{"BME [2023/24]", model.BMEGroup, 2024, ""},
		{"2023-24 - Unknown", model.UnknownEthnicity, 2024, ""},
		{"31/03/2025 White", model.WhiteGroup, 2025, ""},
		{"White at 31/03/2025", model.WhiteGroup, 2025, ""},
		{"31 March 2025 White", model.WhiteGroup, 2025, ""},
		{"White (as at 31 March 2025)", model.WhiteGroup, 2025, ""},
		{"BME headcount 2024", model.BMEGroup, 2024, ""},
		{"BME 2024 headcount", model.BMEGroup, 2024, ""},
		{"Number of White staff 2024", model.WhiteGroup, 2024, ""},
		{"No. of BME", model.BMEGroup, 0, ""},
		{"Headcount: White", model.WhiteGroup, 0, ""},
		{"White (n)", model.WhiteGroup, 0, ""},
		{"BME2024", model.BMEGroup, 2024, ""},
		{"2024 Asian or Asian British - Indian", model.Indian, 2024, ""},
		{"Not stated / not known 2024", model.UnknownEthnicity, 2024, ""},
		{"White year 9", model.WhiteGroup, 0, "9"},
		{"White Sept 2024", model.WhiteGroup, 0, "Sept 2024"},
		{"White 2024 2025", model.WhiteGroup, 0, "2024 2025"},
		{"White 1", model.WhiteGroup, 0, "1"},
		{"White female", model.WhiteGroup, 0, "female"},
		{"White & BME", model.WhiteGroup, 0, "& BME"},
	} {
		got := c.readHeading(want.heading)
		if !got.named || got.Ethnicity != want.group || got.Year != want.year || got.rest != want.rest {
			t.Errorf("%q: %v, %v %v, and %q", want.heading, got.named, got.Ethnicity, got.Year, got.rest)
		}
	}
	for _, heading := range []string{"", "2024", "headcount", "Budget", "FTE 2024", "Notes", "White %", "% BME 2024"} {
		if got := c.readHeading(heading); got.named && !got.percent {
			t.Errorf("%q is taken for %v, and %q", heading, got.Ethnicity, got.rest)
		}
	}
}
