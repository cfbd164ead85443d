package kinds

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model/source"
)

// checkSheet holds that what is typed into a sheet is a row of the file's header, and is read
// back as it was typed, full and with every other cell empty.
func checkSheet(t *testing.T, kind string, s source.Sheet) {
	t.Helper()
	for _, every := range []int{1, 2, 3} {
		typed, n := source.Figures{}, 0
		for p, page := range s.Pages {
			if (page.Name == "") != (len(s.Pages) == 1) {
				t.Errorf("%s: a page is called %q", kind, page.Name)
			}
			for r, row := range page.Rows {
				if row.Name == "" {
					t.Errorf("%s: a row has no name", kind)
				}
				for c := range s.Columns {
					if n++; n%every == 0 {
						typed[source.Cell{Page: p, Row: r, Column: c}] = strconv.Itoa(n)
					}
				}
			}
		}
		records := s.Records("2025", typed)
		for _, rec := range records {
			if len(rec) != len(s.Header) {
				t.Errorf("%s: the row %q under the header %q", kind, rec, s.Header)
			}
		}
		back, ok := s.Figures("2025", records)
		if diff := cmp.Diff(typed, back); !ok || diff != "" {
			t.Errorf("%s: %v %s", kind, ok, diff)
		}
		both := append(s.Records("2024", typed), records...)
		years, of, ok := s.ByYear(both)
		if !ok || !cmp.Equal(years, []string{"2024", "2025"}) || !cmp.Equal(of["2024"], typed) {
			t.Errorf("%s: years %v, %v", kind, years, ok)
		}
		if _, _, ok := s.ByYear(append(both, records[0])); ok {
			t.Errorf("%s: a row that stands twice is taken for typed", kind)
		}
		if _, _, ok := s.ByYear(append(both, append(records[0][:len(records[0])-1:len(records[0])-1], "x", "y"))); ok {
			t.Errorf("%s: a row that is longer is taken for typed", kind)
		}
	}
}
