package loaders

import (
	"errors"
	"strings"
	"testing"

	"wres/loaders/settings"
	"wres/model"
	"wres/model/source"
)

// TestTheYearThatWasSet: it is that of a file whose rows do not say theirs, whatever its
// name says, and it never overrides a row. Where both stand a notice says so.
func TestTheYearThatWasSet(t *testing.T) {
	const counts = "ethnicity,headcount\nWhite,12\nBME,5\n"
	for _, c := range []struct {
		what, name, text, years string
		assume                  model.Year
		want                    model.Year
		by                      source.YearBy
		notice                  string // "" : none about the year
	}{
		{"none is known", "staff.csv", counts, `"staff.csv" = "2022"`, 0, 2022, source.YearByMapping, ""},
		{"a span of years", "staff.csv", counts, `"staff.csv" = "2021/22"`, 0, 2022, source.YearByMapping, ""},
		{"before an option", "staff.csv", counts, `"staff.csv" = "2022"`, 2024, 2022, source.YearByMapping, ""},
		{"of another file", "staff.csv", counts, `"Staff.csv" = "2022"`, 2024, 2024, source.YearByOption, ""},
		{"before the name", "staff-2023.csv", counts, `"staff-2023.csv" = "2022"`, 0, 2022, source.YearByMapping, "its name says 2023: its rows are taken for 2022"},
		{"as the name", "staff-2023.csv", counts, `"staff-2023.csv" = "2023"`, 0, 2023, source.YearByMapping, ""},
		{"a day in the name", "staff Dec 2023.csv", counts, `"staff Dec 2023.csv" = "2023"`, 0, 2023, source.YearByMapping, "its name says 2024"},
		{"rows say it", "staff.csv", "year,ethnicity,headcount\n2024,White,12\n2024,BME,5\n", `"staff.csv" = "2022"`, 0, 2024, source.YearByRows, "they hold, and 2022 has no effect"},
		{"rows say the same", "staff.csv", "year,ethnicity,headcount\n2022,White,12\n2022,BME,5\n", `"staff.csv" = "2022"`, 0, 2022, source.YearByRows, "has no effect"},
		{"rows say it beside a name", "staff-2023.csv", "snapshot_date,ethnicity,headcount\n31/03/2024,White,12\n31/03/2024,BME,5\n", `"staff-2023.csv" = "2022"`, 0, 2024, source.YearByRows, "has no effect"},
		{"columns say it", "staff.csv", "pay band,2024 White,2024 BME\n5,12,5\n", `"staff.csv" = "2022"`, 0, 2024, source.YearByRows, "has no effect"},
		{"nothing set", "staff-2023.csv", counts, ``, 0, 2023, source.YearByName, ""},
	} {
		org, report, err := open(t, folder{c.name: c.text, "wres-mapping.toml": "[years]\n" + c.years + "\n"}, Options{AssumeYear: c.assume})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if len(org.Returns) != 1 || org.Returns[0].Year != c.want || org.Returns[0].Headcount().Total() != 17 {
			t.Errorf("%s: %d returns, want one of %s", c.what, len(org.Returns), c.want)
		}
		f := report.Files[0]
		if wantYear := map[bool]int{true: 0, false: int(c.want)}[c.by == source.YearByRows]; f.Year != (source.FileYear{Year: wantYear, By: c.by}) || f.Written != c.name {
			t.Errorf("%s: %+v, %q", c.what, f.Year, f.Written)
		}
		said := ""
		for _, p := range report.Problems {
			if strings.Contains(p.Message, "wres-mapping.toml") {
				said += p.Message
			}
		}
		if c.notice == "" && said != "" || !strings.Contains(said, c.notice) {
			t.Errorf("%s: it says %q, want %q", c.what, said, c.notice)
		}
	}
}

// A list whose events have days is never moved to another year.
func TestTheYearThatWasSetMovesNoEvent(t *testing.T) {
	org, report, err := open(t, folder{"cases.csv": "Ethnic Origin,Date Opened\nWhite,2023-06-01\nWhite,2024-06-01\nIndian,2024-06-02\n", "staff.csv": "year,ethnicity,headcount\n2024,White,12\n2024,BME,5\n",
		"wres-mapping.toml": "[years]\n\"cases.csv\" = \"2022\"\n"}, Options{})
	if err != nil || org.Return(2022) != nil || org.Return(2024) == nil || org.Return(2025) == nil || report.Files[0].Year.By != source.YearByRows {
		t.Errorf("%v: %d returns", err, len(org.Returns))
	}
}

func TestAYearThatIsNoneStopsTheReading(t *testing.T) {
	for _, year := range []string{`"soon"`, `"12"`, `"31/12/2023"`, `""`, `2024`} {
		_, _, err := open(t, folder{"staff.csv": "ethnicity,headcount\nWhite,12\n", "wres-mapping.toml": "[years]\n\"staff.csv\" = " + year + "\n"}, Options{})
		if e, ok := errors.AsType[*settings.Error](err); !ok || e.Line != 2 {
			t.Errorf("%s: %v", year, err)
		}
	}
}
