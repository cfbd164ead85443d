package model

import "testing"

func TestDay(t *testing.T) {
	for cell, want := range map[string]Day{
		"31/03/2024": 20240331, "1/2/2024": 20240201, "31-MAR-2024": 20240331, "2024-03-31": 20240331, "20240331": 20240331,
		" 29 February 2024 ": 20240229, "31-DEC-4712": 47121231, "31/03/24": 20240331, "31/03/1969 10:00": 19690331,
	} {
		if d, ok := DayFirst.Day(cell); !ok || d != want {
			t.Errorf("ParseDay(%q) = %d, %v; want %d", cell, d, ok, want)
		}
	}
	for _, cell := range []string{"", "2024", "2023/24", "29/02/2023", "03/31/2024", "leaver", "45382"} {
		if d, ok := DayFirst.Day(cell); ok || d != 0 {
			t.Errorf("ParseDay(%q) = %d, %v; want none", cell, d, ok)
		}
	}
	if d := Year(2024).Day(); d != 20240331 {
		t.Errorf("the day of 2024 is %d", d)
	}
}
