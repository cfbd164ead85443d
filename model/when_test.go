package model

import (
	"fmt"
	"testing"
)

// TestYearsAsTheyAreWritten: a WRES year is told by its number, its two years, its months,
// its days, its last day or its last quarter, with words around it.
func TestYearsAsTheyAreWritten(t *testing.T) {
	whole := []string{"2024", "FY24", "FY 24", "FY'24", "FY2024", "FY2023/24", "FY23/24", "FY 23-24", "FY24 ", "YE24", "FYE 2024", "FYE24", "2023/24", "2023-24", "2023/2024", "2023 - 2024", "2023–24", "2023/4", "2023-4", "23/24", "23-24", "2023 to 2024",
		"March 2024", "Mar-24", "Mar 24", "Mar24", "MAR-2024", "March, 2024", "2024 March", "03/2024", "2024-03", "31st March 2024", "31 March 2024", "31 Mar 24", "31.03.2024", "31/3/24", "March 31, 2024", "March 31st 2024", "31st of March 2024",
		"Sunday 31 March 2024", "31/03/2024 00:00", "2024-03-31T00:00:00Z", "2024-03-31 00:00:00.000", "as at 31 March 2024", "As at 31/03/2024", "at 31 March 2024", "as of 31st March 2024", "Snapshot 31 March 2024", "Data as at 31/03/2024",
		"Year ending March 2024", "Year ended 31 March 2024", "year to 31 March 2024", "12 months to March 2024", "Financial year 2023/24", "2023/24 financial year", "Y/E 31 March 2024", "YE Mar-24", "WRES 2024", "WRES year 2024", "2024 WRES", "Year 2024", "2024 (WRES)",
		"April 2023 to March 2024", "Apr 2023 - Mar 2024", "1 April 2023 to 31 March 2024", "01/04/2023 - 31/03/2024", "01/04/2023-31/03/2024", "1 Apr 23 – 31 Mar 24", "2023/24 Q4", "Q4 2023/24", "Quarter 4, 2023-24", "FY24 Q4"}
	for _, cell := range whole {
		if w, err := DayFirst.When(cell); err != nil || w.Year != 2024 || !w.Snapshot {
			t.Errorf("%q: %+v, %v", cell, w, err)
		}
	}
	for cell, want := range map[string]Day{
		"Dec 2023": 20231231, "December 2023": 20231231, "31 Dec 23": 20231231, "April 2023": 20230430, "Feb-24": 20240229, "2023-11": 20231130, "11/2023": 20231130, "30th September 2023": 20230930, "as at 30 June 2023": 20230630,
		"Q1 2023/24": 20230630, "2023-24 Q2": 20230930, "Q3 FY24": 20231231, "30/03/2024": 20240330, "1 April 2023": 20230401,
	} {
		if w, err := DayFirst.When(cell); err != nil || w.Year != 2024 || w.Snapshot || w.Day != want {
			t.Errorf("%q: %+v, %v; want %d", cell, w, err, want)
		}
	}
	for _, cell := range []string{"24", "2023/25", "2022/24", "2024/23", "23/25", "03/04", "12/13", "Q4 2024", "Q4", "Q5 2023/24", "March", "31 March", "calendar year 2023", "2023 calendar", "year ending December 2023", "year to 31 December 2023",
		"April 2023 to September 2023", "January 2023 to December 2023", "2022 to 2024", "Marching 2024", "Summary 2024", "32 March 2024", "31 February 2024", "March 2024 April", "2024 2023", "2024-13", "13/2024", "2024-3", "May be 2024", "fy", "year", "as at", "v2024", "2024 staff", "20 24"} {
		if w, err := DayFirst.When(cell); err == nil {
			t.Errorf("%q is taken for %+v", cell, w)
		}
	}
}

// TestOrderOfDays: numbers say by themselves whether the day or the month comes first only
// where one of them is over 12.
func TestOrderOfDays(t *testing.T) {
	for day := 1; day <= 28; day++ {
		for month := 1; month <= 12; month++ {
			for _, form := range []string{"%02d/%02d/2023", "%d/%d/23", "%d-%02d-2023", "%d.%d.2023", "%d/%d/2023 09:30"} {
				first, second := fmt.Sprintf(form, day, month), fmt.Sprintf(form, month, day)
				want := Day(20230000 + month*100 + day)
				if d, ok := DayFirst.Day(first); !ok || d != want {
					t.Errorf("%q is day %d", first, d)
				}
				if d, ok := MonthFirst.Day(second); !ok || d != want {
					t.Errorf("%q, month first, is day %d", second, d)
				}
				order, told := OrderOf(first)
				if told != (day > 12) || told && order != DayFirst {
					t.Errorf("%q: %v, %v", first, order, told)
				}
				if order, told = OrderOf(second); told != (day > 12) || told && order != MonthFirst {
					t.Errorf("%q: %v, %v", second, order, told)
				}
			}
		}
	}
	for _, cell := range []string{"2023-13-04", "2023-04-13", "13 April 2023", "April 13, 2023", "20230413", "31-MAR-2024", "13/13/2023", "2023/24", "", "13/2023"} {
		if order, told := OrderOf(cell); told {
			t.Errorf("%q: %v", cell, order)
		}
		a, _ := DayFirst.Day(cell)
		if b, _ := MonthFirst.Day(cell); a != b {
			t.Errorf("%q is %d or %d", cell, a, b)
		}
	}
}
