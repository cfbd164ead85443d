package labels

import (
	"strings"
	"testing"

	"wres/model"
)

func TestYearInName(t *testing.T) {
	for name, want := range map[string]model.Year{
		"staff-2024.csv": 2024, "TRAC 2023-24.csv": 2024, "trac_2023_24.csv": 2024, "2024.csv": 2024, "WRES 2023-2024 v2.csv": 2024,
		"staff 2024-03-31.csv": 2024, "staff-20240331.csv": 2024, "staff-31-03-2024.csv": 2024, "staff-2024-06-30.csv": 2025, "staff-20240630.csv": 2025,
		"staff-31.3.2024.csv": 2024, "cases 2023-11.csv": 2024, "staff-2024-copy-2024.csv": 2024, "staff-2011-12.csv": 2012,
	} {
		if y, ok := YearInName(name); !ok || y != want {
			t.Errorf("YearInName(%q) = %v, %v; want %v", name, y, ok, want)
		}
	}
	for _, name := range []string{"", "staff.csv", "staff-24.csv", "staff-2023-to-2025.csv", "id20245.csv", "staff-1999.csv", "12024.csv", "report 2023 2024.csv"} {
		if y, ok := YearInName(name); ok {
			t.Errorf("YearInName(%q) = %v; want none", name, y)
		}
	}
}

func TestWhenInName(t *testing.T) {
	for name, want := range map[string]bool{
		"staff-2024.csv": true, "TRAC 2023-24.csv": true, "staff 2024-03-31.csv": true, "staff-31.3.2024.csv": true, "staff-2024-03.csv": true, "staff-2011-12.csv": true,
		"staff-20250401.csv": false, "staff-30-03-2024.csv": false, "cases 2023-11.csv": false, "staff-2026 (run 2025-04-01).csv": false, "run 2025-04-01 of 2026.csv": false, "staff.csv": false,
	} {
		w, ok := WhenInName(name)
		if year, found := YearInName(name); w.Snapshot != want || w.Year != year || ok != found {
			t.Errorf("WhenInName(%q) = %+v, %v; want %v", name, w, ok, want)
		}
	}
}

func TestYearInNameInWords(t *testing.T) {
	for name, want := range map[string]model.Day{
		"workforce Dec 2023.csv": 20231231, "staff_December_2023.csv": 20231231, "ESR Dec-23.csv": 20231231, "StaffDec2023.csv": 20231231, "Staff in Post 31 Dec 2023 v2.csv": 20231231, "staff 30th June 2023.csv": 20230630, "HC 2023 Sept.csv": 20230930,
		"Staff 1 Apr 23.csv": 20230401, "Q2 2023-24 workforce.csv": 20230930, "wf FY24 Q1.csv": 20230630, "ESR 30_09_2023.csv": 20230930, "September staff 2023.csv": 20230930, "2023 staff in post (Dec).csv": 20231231,
		"workforce March 2024.csv": 0, "staff 31 Mar 24.csv": 0, "Staff-in-post-Mar24.csv": 0, "31st March 2024 staff.csv": 0, "workforce 2023-24.csv": 0, "workforce 23-24.csv": 0, "workforce FY24.csv": 0, "FY2023-24 staff.csv": 0,
		"staff YE Mar 2024.csv": 0, "Q4 2023-24 staff.csv": 0, "staff 2023 to 2024.csv": 0, "WRES2024 staff.csv": 0, "2024 March staff.csv": 0, "WRESMarch2024.csv": 0,
	} {
		if w, ok := WhenInName(name); !ok || w.Year != 2024 || w.Snapshot != (want == 0) || want != 0 && w.Day != want {
			t.Errorf("%q: %+v, %v", name, w, ok)
		}
	}
	for _, name := range []string{"Summary.csv", "Marketing 24 staff.csv", "decile 20.csv", "staff 24.csv", "staff Q4 2024.csv", "may.csv", "band 8-9.csv", "staff Dec 2022 to Dec 2023.csv", "staff March 2023 April 2024.csv", "id-12-34.csv", "v12-13.csv", "room 20-21-22.csv"} {
		if w, ok := WhenInName(name); ok {
			t.Errorf("%q is taken for %+v", name, w)
		}
	}
}

func TestSurveyInName(t *testing.T) {
	for _, name := range []string{"NHS staff survey 2023.csv", "NSS23.csv", "NSS 2023 results.csv", "survey results 2023.csv", "staff-survey_2023.csv", "Survey2023.csv", "NSS23 detailed.csv", "2023 NHS Staff Survey benchmark.csv", "nss-2023.csv", "Staff Survey Autumn 2023.csv"} {
		if y, ok := SurveyInName(name); !ok || y != 2023 {
			t.Errorf("%q: %d, %v", name, y, ok)
		}
	}
	for _, name := range []string{"survey 2023-24.csv", "WRES survey 2024.csv", "survey FY24.csv", "survey March 2024.csv", "indicators 2024.csv", "NSS 2023 published 2024.csv", "survey.csv", "surveyor 2023.csv", strings.Repeat("nss", 2) + "2023.csv"} {
		if y, ok := SurveyInName(name); ok {
			t.Errorf("%q: %d", name, y)
		}
	}
}
