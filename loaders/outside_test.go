package loaders

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/source"
)

// TestBankStaffAreNotCounted: the standard's workforce has no bank staff, and rows
// that named them were counted without a staff category.
func TestBankStaffAreNotCounted(t *testing.T) {
	org, report, err := open(t, folder{"w.csv": workforceHeader + "2024,Bank,5,White,100\n2024,bank,5,BME,20\n2024,bank,6,BME,*\n2024,Bank,5,Total,120\n" +
		"2024,non-clinical,Honorary,BME,3\n2024,clinical,5,White,5\n2024,clinical,5,BME,4\n"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`notice w.csv:2:2 [staff_category] staff_category "Bank" is outside the count: the standard leaves out bank, agency and honorary staff, so 120 people in 3 rows are not counted`,
		`error w.csv:4:5 [headcount] headcount "*" is a suppressed count; give the count if it is known; figures that lack it are marked as incomplete`,
		`notice w.csv:6:3 [pay_band] pay_band "Honorary" is outside the count: the standard leaves out bank, agency and honorary staff, so 3 people in 1 row are not counted`,
	}
	if diff := cmp.Diff(want, said(report)); diff != "" {
		t.Error(diff)
	}
	ret := org.Return(2024)
	if got := ret.Headcount(); got.Total() != 9 || len(ret.Workforce) != 1 || len(ret.Refused) != 0 {
		t.Errorf("%v %v", ret.Workforce, ret.Refused)
	}
	f := report.Files[0]
	if diff := cmp.Diff(source.Excluded{Bank: 120, Honorary: 3}, f.Excluded); diff != "" || f.RowsUsed != 6 {
		t.Errorf("%s %d rows used", diff, f.RowsUsed)
	}
}

// TestBankMappedToABandIsCounted: what the settings say of a label goes first.
func TestBankMappedToABandIsCounted(t *testing.T) {
	org, _, err := open(t, folder{"w.csv": workforceHeader + "2024,clinical,Bank,White,5\n", "wres.toml": "[labels.band]\nBank = \"5\"\n"}, Options{})
	if err != nil || org.Return(2024).Workforce[model.Post{Category: model.Clinical, Band: model.Band5}].Total() != 5 {
		t.Errorf("%v, %v", org.Returns, err)
	}
}
