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
		"", "-", "24", "1066", "1999", "2101", "20245", "2024.0", "2,024", "2022/24", "2024/23", "2023/23", "45382", "03/31/2024", "31/02/2024", "99/99/2024",
		"year", "two thousand", "-2024", "0x7E8", "２０２４", "2024\x00", "=2024", "#N/A",
	} {
		if y, _, err := ParseYear(cell); err == nil {
			t.Errorf("ParseYear(%q) = %v; want an error", cell, y)
		}
	}
}

func TestSurveyYearIsTheAutumnBefore(t *testing.T) {
	if got := Year(2024).Survey(); got != 2023 {
		t.Errorf("Year(2024).Survey() = %d", got)
	}
}
