package loaders

import (
	"strings"
	"testing"

	"wres/model"
)

// TestTotalsOfGroupsAreNotCountedAgain: "All ethnic groups", "Total BME" and an
// Unknown beside its two reasons were counted as further staff.
func TestTotalsOfGroupsAreNotCountedAgain(t *testing.T) {
	const h = "year,ethnicity,headcount\n"
	const parts = h + "2024,White British,100\n2024,Indian,20\n2024,African,10\n2024,Not stated,7\n2024,NULL,3\n"
	for name, c := range map[string]struct {
		f    folder
		want [3]int
		says string
	}{
		"all ethnic groups":         {folder{"w.csv": h + "2024,White,100\n2024,BME,20\n2024,Unknown,5\n2024,All staff,125\n2024,All ethnic groups,125\n"}, [3]int{100, 20, 5}, ""},
		"totals beside categories":  {folder{"w.csv": parts + "2024,Total White,100\n2024,Total BME,30\n2024,BME total,30\n2024,Unknown,10\n"}, [3]int{100, 30, 10}, ""},
		"totals before categories":  {folder{"w.csv": h + "2024,Total BME,30\n2024,Total White,100\n" + strings.TrimPrefix(parts, h)}, [3]int{100, 30, 10}, ""},
		"one category":              {folder{"w.csv": h + "2024,White,100\n2024,Indian,20\n2024,Total BME,20\n"}, [3]int{100, 20, 0}, ""},
		"totals beside groups":      {folder{"w.csv": h + "2024,White,100\n2024,White total,100\n2024,BME,20\n2024,Total BME,21\n"}, [3]int{100, 20, 0}, "the total 21 of 2024, BME differs from the 20 at w.csv:4, which is used"},
		"totals alone":              {folder{"w.csv": h + "2024,Total White,100\n2024,Total BME,20\n"}, [3]int{100, 20, 0}, ""},
		"a total that differs":      {folder{"w.csv": parts + "2024,Total BME,31\n"}, [3]int{100, 30, 10}, "the total 31 of 2024, BME differs from the sum of its categories, 30"},
		"unknown is the sum":        {folder{"w.csv": parts + "2024,Unknown,10\n2024,Total,140\n"}, [3]int{100, 30, 10}, ""},
		"unknown of its own":        {folder{"w.csv": parts + "2024,Unknown,4\n"}, [3]int{100, 30, 14}, "is counted beside categories of the same group"},
		"two names for missing":     {folder{"w.csv": h + "2024,White,100\n2024,BME,9\n2024,Blank,7\n2024,NULL,3\n2024,Unknown,10\n"}, [3]int{100, 9, 10}, ""},
		"a label that is not known": {folder{"w.csv": parts + "2024,Martian,10\n"}, [3]int{100, 30, 20}, "Martian"},
		"wide":                      {folder{"w.csv": "year,pay_band,White,BME,Not stated,Not known,Unknown,Total\n2024,5,100,20,7,3,10,130\n"}, [3]int{100, 20, 10}, ""},
		"wide totals":               {folder{"staff-2024.csv": "White British,Other White,Total White,Indian,African,Total BME,Unknown\n90,10,100,20,10,30,10\n"}, [3]int{100, 30, 10}, ""},
		// In one band the sum is a coincidence; in most it is none.
		"a coincidence": {folder{"w.csv": "year,pay_band,White,BME,Not stated,NULL,Unknown\n2024,5,100,20,1,1,2\n2024,6,10,2,1,4,1\n2024,7,10,2,2,3,1\n"}, [3]int{120, 24, 16}, "is counted beside"},
	} {
		org, report, err := open(t, c.f, Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := org.Return(2024).Headcount()
		if (got.Group(model.White) != c.want[0]) || got.Group(model.BME) != c.want[1] || got.Group(model.Unknown) != c.want[2] {
			t.Errorf("%s: %d, %d, %d; want %v: %q", name, got.Group(model.White), got.Group(model.BME), got.Group(model.Unknown), c.want, said(report))
		}
		if text := strings.Join(said(report), "\n"); (c.says == "") != (text == "") || !strings.Contains(text, c.says) {
			t.Errorf("%s: says %q; want %q", name, text, c.says)
		}
	}
}
