package model

import "testing"

func TestParseYear(t *testing.T) {
	for _, c := range []struct {
		cell     string
		want     Year
		snapshot bool
	}{
		{"2024", 2024, true}, {" 2024 ", 2024, true}, {"FY 2024", 2024, true}, {"2023/24", 2024, true}, {"2023-24", 2024, true}, {"2023-2024", 2024, true},
		{"1999/00", 2000, true}, {"31/03/2024", 2024, true}, {"31-MAR-2024", 2024, true}, {"31-Mar-24", 2024, true}, {"2024-03-31", 2024, true}, {"20240331", 2024, true},
		{"31 March 2024", 2024, true}, {"2024-03-31 00:00:00", 2024, true},
		{"30/06/2023", 2024, false}, {"01/04/2023", 2024, false}, {"31/12/2023", 2024, false}, {"30/03/2024", 2024, false}, {"5/4/2023", 2024, false}, {"4/5/2024", 2025, false},
	} {
		y, snapshot, err := ParseYear(c.cell)
		if err != nil || y != c.want || snapshot != c.snapshot {
			t.Errorf("ParseYear(%q) = %v, %v, %v; want %v, %v", c.cell, y, snapshot, err, c.want, c.snapshot)
		}
	}
}

func TestParseYearRefusesHostileCells(t *testing.T) {
	for _, cell := range []string{
		"", "-", "24", "1066", "1999", "2101", "20245", "2024.0", "2,024", "2022/24", "2024/23", "2023/23", "2023-11", "45382", "03/31/2024", "31/02/2024", "99/99/2024",
		"year", "two thousand", "-2024", "0x7E8", "２０２４", "2024\x00", "=2024", "#N/A",
	} {
		if y, _, err := ParseYear(cell); err == nil {
			t.Errorf("ParseYear(%q) = %v; want an error", cell, y)
		}
	}
}

func TestYearInName(t *testing.T) {
	for name, want := range map[string]Year{
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

func TestSnapshotInName(t *testing.T) {
	for name, want := range map[string]bool{
		"staff-2024.csv": true, "TRAC 2023-24.csv": true, "staff 2024-03-31.csv": true, "staff-31.3.2024.csv": true, "staff-2024-03.csv": true, "staff-2011-12.csv": true,
		"staff-20250401.csv": false, "staff-30-03-2024.csv": false, "cases 2023-11.csv": false, "staff-2026 (run 2025-04-01).csv": false, "run 2025-04-01 of 2026.csv": false, "staff.csv": false,
	} {
		y, snapshot, ok := SnapshotInName(name)
		if year, found := YearInName(name); snapshot != want || y != year || ok != found {
			t.Errorf("SnapshotInName(%q) = %v, %v, %v; want %v", name, y, snapshot, ok, want)
		}
	}
}

func TestSurveyYearIsTheAutumnBefore(t *testing.T) {
	if got := Year(2024).Survey(); got != 2023 {
		t.Errorf("Year(2024).Survey() = %d", got)
	}
}
