package meanings

import (
	"fmt"
	"wres/model"
	"wres/model/source"
)

// Year reads a year as it is saved, or says what is wrong with it; "" stays so.
func Year(typed string) (year, wrong string) {
	if typed == "" {
		return "", ""
	}
	y, whole, err := model.ParseYear(typed)
	switch {
	case err != nil || !y.Valid():
		return "", "That is not a year: type 2024 or 2023/24."
	case !whole:
		return "", fmt.Sprintf("That is a day or month of WRES year %s: type %s if that is meant.", y, y)
	}
	return y.String(), ""
}

// YearOf is the year of all rows of a file, as what can be set; why says why it cannot. What
// was set can be taken back all the same.
func (r *Reading) YearOf(f *source.File) (it Item, why string) {
	it = r.yearItem(f.Written)
	switch {
	case f.Written == "":
		why = "the name of the file is not in Unicode, so nothing can be set for it: rename it"
	case it.Mapped:
	case f.Year.By == source.YearByRows:
		why = "its rows say themselves which year they are of, and a year set here would not change that: mend them, or leave out the column"
	case f.Outcome == source.Refused:
		why = "the file cannot be read: a year would not change that"
	}
	return it, why
}

func (r *Reading) yearItem(written string) Item {
	now := r.Report.Mapping.Years[written]
	return Item{Table: source.YearsTable, Written: written, Now: now, Mapped: now != ""}
}
