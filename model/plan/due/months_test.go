package due

import (
	"testing"
	"time"
)

// A day that is to come moves from there, and one that is past, or none, from today; the
// last day of a month stays the last of one.
func TestMoved(t *testing.T) {
	today := time.Date(2025, time.April, 14, 10, 42, 0, 0, time.UTC)
	for _, c := range []struct {
		deadline string
		months   int
		want     string
	}{
		{"30 June 2025", 1, "31 July 2025"},
		{"30 June 2025", 3, "30 September 2025"},
		{"15 June 2025 (half term)", 12, "15 June 2026"},
		{"31 January 2026", 1, "28 February 2026"},
		{"28 February 2027", 12, "29 February 2028"},
		{"29 January 2027", 1, "28 February 2027"},
		{"31 March 2024", 1, "14 May 2025"},
		{"Ongoing", 3, "14 July 2025"},
		{"", 12, "14 April 2026"},
		{"14 April 2025", 1, "14 May 2025"},
	} {
		if got := Written(Parse(c.deadline).Moved(c.months, today)); got != c.want {
			t.Errorf("%q by %d months: %s, want %s", c.deadline, c.months, got, c.want)
		}
	}
}
