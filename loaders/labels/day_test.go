package labels

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"wres/model"
)

// TestDayOfAgreesWithTheReaderOfDates: what the fast reader takes for a day is that
// day, and it takes the forms that systems write.
func TestDayOfAgreesWithTheReaderOfDates(t *testing.T) {
	months := []string{"Jan", "FEB", "mar", "Apr", "May", "Jun", "Jul", "Aug", "SEP", "Oct", "Nov", "Dec"}
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(1900, 4712).Draw(t, "year"), rapid.IntRange(0, 13).Draw(t, "month"), rapid.IntRange(0, 32).Draw(t, "day")
		name := months[(m+11)%12]
		fast := []string{
			fmt.Sprintf("%02d/%02d/%04d", d, m, y), fmt.Sprintf("%d-%d-%04d", d, m, y), fmt.Sprintf("%d.%02d.%04d", d, m, y), fmt.Sprintf("%02d-%s-%04d", d, name, y),
			fmt.Sprintf("%04d-%02d-%02d", y, m, d), fmt.Sprintf("%04d/%02d/%02d", y, m, d), fmt.Sprintf("%04d%02d%02d", y, m, d),
		}
		cell := rapid.SampledFrom(fast).Draw(t, "form")
		want, there := model.DayFirst.Day(cell)
		got, ok := DayOf([]byte(cell))
		if got != want || ok != there {
			t.Errorf("%q: %d, %v; want %d, %v", cell, got, ok, want, there)
		}
		if leap, ok := DayOf([]byte(fmt.Sprintf("29/02/%d00", 19+y%4))); ok != ((19+y%4)%4 == 0) {
			t.Errorf("a leap day of a century: %d, %v", leap, ok)
		}
		other := rapid.StringMatching(`[0-9]{0,4}[-/. ]?([0-9]{0,3}|[A-Za-z]{3})[-/. ]?[0-9]{0,5}`).Draw(t, "anything")
		if got, ok := DayOf([]byte(other)); ok {
			if want, there := model.DayFirst.Day(other); !there || got != want {
				t.Errorf("%q: %d; want %d, %v", other, got, want, there)
			}
		}
	})
}

// TestDayOfKnowsEveryMonth goes through the calendar of a leap year and a common one.
func TestDayOfKnowsEveryMonth(t *testing.T) {
	for _, y := range []int{2023, 2024} {
		for m, name := range []string{"Jan", "FEB", "mar", "Apr", "May", "Jun", "Jul", "Aug", "SEP", "Oct", "Nov", "Dec"} {
			for d := range 33 {
				cell := fmt.Sprintf("%02d-%s-%d", d, name, y)
				want := time.Date(y, time.Month(m+1), d, 0, 0, 0, 0, time.UTC)
				got, ok := DayOf([]byte(cell))
				if there := want.Day() == d; ok != there || there && int(got) != y*10000+(m+1)*100+d {
					t.Errorf("%s: %d, %v", cell, got, ok)
				}
			}
		}
	}
	for _, cell := range []string{"01-Jam-2024", "01-Xyz-2024", "01-Map-2024", "01-Nox-2024", "01-\x00\x00\x00-2024"} {
		if got, ok := DayOf([]byte(cell)); ok {
			t.Errorf("%q is taken for %d", cell, got)
		}
	}
}
