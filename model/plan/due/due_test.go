package due

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func day(year, month, date int) time.Time {
	return time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
}

func TestParse(t *testing.T) {
	for text, want := range map[string]time.Time{
		"31/03/2025":          day(2025, 3, 31),
		" 1/4/25 ":            day(2025, 4, 1),
		"04/05/2025":          day(2025, 5, 4), // day first
		"31.3.2025":           day(2025, 3, 31),
		"31-03-2025":          day(2025, 3, 31),
		"2025-03-31":          day(2025, 3, 31),
		"2025/3/1":            day(2025, 3, 1),
		"20250331":            day(2025, 3, 31),
		"31 March 2025":       day(2025, 3, 31),
		"31 Mar 2025":         day(2025, 3, 31),
		"31-MAR-25":           day(2025, 3, 31),
		"1st sept 2025":       day(2025, 9, 1),
		"22nd June, 2025":     day(2025, 6, 22),
		"29/02/2024":          day(2024, 2, 29),
		"March 2025":          day(2025, 3, 31),
		"Feb 2024":            day(2024, 2, 29),
		"31/03/2025 00:00:00": day(2025, 3, 31),
		"2025-03-31T00:00:00": day(2025, 3, 31),
		"31/03/2025 00:00":    day(2025, 3, 31),
		"":                    {},
		"Ongoing":             {},
		"Q4 2025":             {},
		"2025":                {},
		"31/02/2025":          {},
		"13/13/2025":          {},
		"03/31/2025":          {}, // month first: not guessed at
		"31/03/205":           {},
		"31/03":               {},
		"1/-3/2025":           day(2025, 3, 1), // separators may stand together
		"0/3/2025":            {},
		"31 Ma 2025":          {},
		"Mayor 2025":          {},
		"00:00:00":            {},
		"1/2/3/4":             {},
	} {
		got := Parse(text)
		if got.HasDate() == want.IsZero() || !got.Date.Equal(want) {
			t.Errorf("%q: %v, want %v", text, got.Date, want)
		}
		if got.Text != strings.TrimSpace(text) {
			t.Errorf("%q: text %q", text, got.Text)
		}
	}
}

func TestDeadlineReadsWhatTimeWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := day(2000, 1, 1).AddDate(0, 0, rapid.IntRange(0, 36523).Draw(t, "days"))
		layout := rapid.SampledFrom([]string{"02/01/2006", "2/1/06", "2006-01-02", "20060102", "2 January 2006", "2 Jan 2006", "02-Jan-06"}).Draw(t, "layout")
		if got := Parse(want.Format(layout)); !got.Date.Equal(want) {
			t.Fatalf("%s: %v", want.Format(layout), got.Date)
		}
	})
}
