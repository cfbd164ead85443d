package labels

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile"
	"wres/model"
)

// notNumbers are cells that look like numbers and are none, or not the number that
// a careless reader makes of them.
var notNumbers = []string{
	"*", "**", "<5", "< 5", "≤5", ">10", "[c]", "[x]", "..", "...", "…", "-", "–", "—", "", " ", "c", "n/a", "NULL", "#N/A", "#REF!",
	"9,87", "0,125", "012,345", "1,2345", "12,34,567", "1.234.567", "1,234.5", "(12)", "( 12 )", "-12", "−12", "–12", "12-", "+12", "1.23E+11", "1e3", "0x1F", "0b1", "1_000",
	"12.9", "1/2", "½", "²", "１２", "٣", "12 people", "12%", "£12", "12 345", "12\u00a0345", "1'234", "NaN", "Inf", "-0", "00/00/0000", "12\x00", "1\u200b2", "=1+1",
}

// TestNotNumbers holds that none of them is a count.
func TestNotNumbers(t *testing.T) {
	for _, raw := range notNumbers {
		if n, wrong := ParseCount(raw); wrong == "" {
			t.Errorf("%q is the count %d", raw, n)
		} else if !strings.HasPrefix(wrong, "is ") && !strings.HasPrefix(wrong, "has ") && !strings.HasPrefix(wrong, "does ") || !strings.Contains(wrong, ";") {
			t.Errorf("%q: %q does not say what is wrong and what to do", raw, wrong)
		}
	}
	for _, raw := range []string{"*", "<5", "[c]", "..", "-", "", "9,87", "(12)", "-12", "12-", "1.23E+11", "0x1F", "NaN", "Inf", "1_000", "½", "１２", "12 345", "1,234"} {
		if v, wrong := ParseDecimal(raw); wrong == "" {
			t.Errorf("%q is the figure %v", raw, v)
		}
		if p, wrong := ParsePercent(raw + "%"); wrong == "" {
			t.Errorf("%q is the percentage %v", raw+"%", p.Value)
		}
	}
	for raw, want := range map[string]int{"0": 0, "12": 12, " 12 ": 12, "12.0": 12, "1,625": 1625, "1,000,000": 1_000_000, "007": 7} {
		if n, wrong := ParseCount(raw); n != want || wrong != "" {
			t.Errorf("%q is %d %q, want %d", raw, n, wrong, want)
		}
	}
}

// digits is what a cell must consist of to be a number here.
var digits = regexp.MustCompile(`^[0-9][0-9,]*(?:\.[0-9]*)?$|^\.[0-9]+$`)

// FuzzNumber holds that whatever is read as a number is the number that its digits
// write, and nothing else is read as one.
func FuzzNumber(f *testing.F) {
	for _, s := range append([]string{"12", "1,625", "12.0", "37.5%", ".5", "5.", "100", "1e400", strings.Repeat("9", 400)}, notNumbers...) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		s := strings.TrimSpace(raw)
		plain := strings.TrimSuffix(strings.ReplaceAll(s, ",", ""), ".")
		if n, wrong := ParseCount(raw); wrong == "" {
			want, ok := new(big.Rat).SetString(plain)
			if !digits.MatchString(s) || !ok || want.Cmp(new(big.Rat).SetInt64(int64(n))) != 0 || n < 0 || n > maxCount {
				t.Errorf("%q is the count %d", raw, n)
			}
			if strings.Contains(s, ",") && s != Thousands(n) {
				t.Errorf("%q with its commas is the count %d, which is written %s", raw, n, Thousands(n))
			}
		}
		if v, wrong := ParseDecimal(s); wrong == "" {
			want, err := strconv.ParseFloat(plain, 64)
			if !digits.MatchString(s) || strings.Contains(s, ",") || err != nil || v != want || v < 0 {
				t.Errorf("%q is the figure %v", s, v)
			}
		}
		if p, wrong := ParsePercent(raw); wrong == "" {
			bare := strings.TrimSpace(strings.TrimSuffix(s, "%"))
			if !digits.MatchString(bare) || p.Value < 0 || p.Value > 100 || p.Share < 0 || p.Share > 1 || p.Sign != strings.HasSuffix(s, "%") {
				t.Errorf("%q is the percentage %+v", raw, p)
			}
		}
	})
}

// FuzzDate holds that a cell read as a year is one: its four digits, two years in a
// row, or a day that exists, read day before month.
func FuzzDate(f *testing.F) {
	for _, s := range []string{
		"2024", "2023/24", "2023-2024", "1999/00", "31/03/2024", "01/04/2024", "2024-03-31", "1-Feb-24", "31 March 2024", "20240331", "FY2024",
		"45323", "31/04/2024", "00/00/0000", "02/13/2024", "29/02/2023", "2024/26", "2024-13-01", "31/03/24", "1/2/3", "٢٠٢٤", "2024 ", "31/03/2024 10:11:12",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		year, snapshot, err := model.ParseYear(raw)
		if (err == nil) != (year != 0) || snapshot && err != nil {
			t.Fatalf("%q is year %d, snapshot %v, error %v", raw, year, snapshot, err)
		}
		if err != nil {
			return
		}
		if !year.Valid() {
			t.Errorf("%q is year %d", raw, year)
		}
		if again, whole, err := model.ParseYear(" " + strings.ToUpper(raw) + " "); utf8.ValidString(raw) && (err != nil || again != year || whole != snapshot) {
			t.Errorf("%q is %s, and in capitals between spaces %s (%v)", raw, year, again, err)
		}
		// A date of digits with slashes: day, month, year.
		parts := strings.Split(strings.TrimSpace(raw), "/")
		if len(parts) != 3 || len(parts[2]) != 4 || len(parts[0]) > 2 {
			return
		}
		d, _ := strconv.Atoi(parts[0])
		m, _ := strconv.Atoi(parts[1])
		y, _ := strconv.Atoi(parts[2])
		day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		if day.Day() != d || int(day.Month()) != m {
			t.Errorf("%q is no day, and of year %s", raw, year)
		}
		if ends := y + map[bool]int{true: 1}[m > 3]; int(year) != ends {
			t.Errorf("%q is of year %s, want %d", raw, year, ends)
		}
	})
}

// FuzzLabel holds that labels are read the same however they are spaced, that a
// label that is not known is counted as unknown, and that what is shown of one is
// clean.
func FuzzLabel(f *testing.F) {
	for _, s := range []string{
		"White", "A White - British", "white british", "CP", "Z Not Stated", "BME", "Ethnically diverse", "", "*", "<5", "[c]", "-", "n", "N", "Total",
		"Band 5", "8a", "AfC Band 8A", "VSM", "consultant", "XR05 Review Body Band 5", "Non Review Body Band 5", "Band 99", "Bands 5 to 7", "Band 8a and above", "5\x00", "Wh\u200bite", "\x1b[2J",
	} {
		f.Add(s)
	}
	l := New()
	f.Fuzz(func(t *testing.T, raw string) {
		e := l.Ethnicity(raw)
		if again := l.Ethnicity(raw); again != e {
			t.Errorf("%q is read as %+v and then as %+v", raw, e, again)
		}
		if spaced := l.Ethnicity(" " + raw + " "); spaced != e {
			t.Errorf("%q is %+v, and between spaces %+v", raw, e, spaced)
		}
		if !e.Known && !e.Total && e.Value.Group() != model.Unknown {
			t.Errorf("%q is not known, and of group %s", raw, e.Value.Group())
		}
		b := l.Band(raw)
		if d := cmp.Diff(b, l.Band(" "+raw+" ")); d != "" {
			t.Errorf("%q is a band, and between spaces another (-as it is +spaced):\n%s", raw, d)
		}
		if !b.Known && b.Value != model.AnyBand {
			t.Errorf("%q is not known, and band %s", raw, b.Value)
		}
		if s := Shown(raw); csvfile.Clean(s) != s || strings.ContainsAny(s, "\x1b\x00\r\n") {
			t.Errorf("%q is shown as %q", raw, s)
		}
	})
}
