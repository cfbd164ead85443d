package due

import (
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestRead(t *testing.T) {
	today := time.Date(2025, 2, 10, 23, 30, 0, 0, time.FixedZone("west", -8*3600))
	for typed, want := range map[string]string{
		"":                         "",
		"Ongoing":                  "Ongoing",
		" ongoing, see the board ": "ongoing, see the board",
		"on-going":                 "on-going",
		"31/3/25":                  "2025-03-31 31/3/25",
		"1/4/2019":                 "2019-04-01 1/4/2019",
		"04/05/2025":               "2025-05-04 04/05/2025", // day first
		"31 Mar 2025":              "2025-03-31 31 Mar 2025",
		"2025-03-31":               "2025-03-31 2025-03-31",
		"March 2025":               "2025-03-31 March 2025",
		"03/2025":                  "2025-03-31 03/2025",
		"end of March 2026":        "2026-03-31 end of March 2026",
		"end Feb 2028":             "2028-02-29 end Feb 2028",
		"Q4 2024/25":               "2025-03-31 Q4 2024/25",
		"q1 2025-2026":             "2025-06-30 q1 2025-2026",
		"Q2 FY25/26":               "2025-09-30 Q2 FY25/26",
		"end of Q3 2025/26":        "2025-12-31 end of Q3 2025/26",
		"31 March":                 "2025-03-31 31 March 2025 (31 March)",
		"31 march":                 "2025-03-31 31 March 2025 (31 march)",
		"9 February":               "2026-02-09 9 February 2026 (9 February)",
		"10 February":              "2025-02-10 10 February 2025 (10 February)", // today
		"31/01":                    "2026-01-31 31 January 2026 (31/01)",
		"1st Sept":                 "2025-09-01 1 September 2025 (1st Sept)",
		"March":                    "2025-03-31 31 March 2025 (March)",
		"february":                 "2025-02-28 28 February 2025 (february)",
		"end of March":             "2025-03-31 31 March 2025 (end of March)",
		"by end of  January":       "2026-01-31 31 January 2026 (by end of  January)",
		"Q4":                       "2025-03-31 31 March 2025 (Q4)",
		"q1":                       "2025-06-30 30 June 2025 (q1)",
		"Q3":                       "2025-12-31 31 December 2025 (Q3)",
		"the end of Q4":            "2025-03-31 31 March 2025 (the end of Q4)",
		"by 31/3/25":               "2025-03-31 31 March 2025 (by 31/3/25)",
		"Fri 28 March 2025":        "2025-03-28 28 March 2025 (Fri 28 March 2025)",
		"Friday, 28 March":         "2025-03-28 28 March 2025 (Friday, 28 March)",
	} {
		got, err := Read(typed, today)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		text := got.Text
		if got.HasDate() {
			text = got.Date.Format(time.DateOnly) + " " + text
		}
		if text != want {
			t.Errorf("%q: %q, want %q", typed, text, want)
		}
		if again := Parse(got.Text); !again.Date.Equal(got.Date) {
			t.Errorf("%q: kept as %q, which reads back as %v", typed, got.Text, again.Date)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	for typed, want := range map[string]string{
		"by Christmas":           "write a day such as 31/03/2025",
		"asap":                   "write a day such as",
		"tbc":                    "write a day such as",
		"mid March 2025":         "write a day such as",
		"before 31 March 2025":   "write a day such as",
		"end of year":            "write a day such as",
		"Q5":                     "write a day such as",
		"Q4 2025":                "write Q4 2024/25 or Q4 2025/26",
		"Q4 2024/26":             "write a day such as",
		"2025":                   "name the month too, such as March 2025",
		"03/31/2025":             "the day stands before the month: 31/03/2025",
		"03/31":                  "the day stands before the month: 31/03",
		"31/02/2025":             "there is no such day",
		"31 February":            "there is no such day",
		"29 February":            "there is no such day", // neither this year nor next
		"31/13/2025":             "there is no such day",
		"March 25":               "write 25 March for the day, or March 2025 for the month",
		"Monday 28 March 2025":   "28 March 2025 is a Friday",
		"Monday":                 "write a day such as",
		"31 March 2025 at noon":  "write a day such as",
		"\x1b[2J":                "write a day such as",
		"(31 March 2025)":        "write a day such as",
		"by the by the by the":   "write a day such as",
		"99999999999 March 2025": "write a day such as",
	} {
		got, err := Read(typed, day(2025, 2, 10))
		var unclear *Error
		if !errors.As(err, &unclear) || !strings.Contains(unclear.Advice, want) {
			t.Errorf("%q: %v, %v; want %q", typed, got, err, want)
		}
		if err != nil && strings.ContainsAny(err.Error(), "\x1b\n") {
			t.Errorf("%q: the message holds it raw", typed)
		}
	}
}

// Whatever is taken for a day is kept so that it is the same day ever after.
func TestReadStays(t *testing.T) {
	words := []string{"by", "the", "end", "of", "march", "Q4", "q1", "31", "1st", "02", "2025", "25", "2024/25", "31/3", "(", ")", "friday", "ongoing", ""}
	rapid.Check(t, func(t *rapid.T) {
		typed := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 5).Draw(t, "words"), " ")
		today := day(2000, 1, 1).AddDate(0, 0, rapid.IntRange(0, 20000).Draw(t, "today"))
		d, err := Read(typed, today)
		if err != nil {
			return
		}
		again, err := Read(d.Text, today.AddDate(0, 0, rapid.IntRange(0, 20000).Draw(t, "later")))
		if err != nil || again != d || Parse(d.Text) != d {
			t.Fatalf("%q became %+v, later %+v, %v", typed, d, again, err)
		}
		if !strings.Contains(d.Text, strings.TrimSpace(typed)) {
			t.Fatalf("%q is not kept in %q", typed, d.Text)
		}
	})
}

// What is offered is understood as it stands, and lies ahead.
func TestOffers(t *testing.T) {
	for on, want := range map[string]string{
		"2025-04-14": "30 June 2025, 30 September 2025, 31 December 2025, 31 March 2026, end of Q4 2025/26, Ongoing",
		"2025-03-20": "30 June 2025, 30 September 2025, 31 December 2025, 31 March 2026, end of Q4 2025/26, Ongoing",
		"2026-12-31": "31 March 2027, 30 June 2027, 30 September 2027, 31 December 2027, end of Q4 2026/27, Ongoing",
		"2024-02-29": "31 March 2024, 30 June 2024, 30 September 2024, 31 December 2024, end of Q4 2023/24, Ongoing",
	} {
		today, err := time.Parse(time.DateOnly, on)
		if err != nil {
			t.Fatal(err)
		}
		offers := Offers(today)
		if got := strings.Join(offers, ", "); got != want {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
		for _, offer := range offers {
			if d, err := Read(offer, today); err != nil || d.Overdue(today) || d.Text != offer || d.HasDate() == IsOngoing(offer) {
				t.Errorf("on %s: %q is %+v, %v", on, offer, d, err)
			}
		}
	}
}
