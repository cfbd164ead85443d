package document

import "testing"

func TestWhere(t *testing.T) {
	own := Terms{BME: []string{"ethnically diverse", "ed"}}
	for _, c := range []struct {
		of   Key
		want string
	}{
		{Key{2023, "2", "percentage-of-appointed", "bme", ""}, "indicator 2, 2023, ethnically diverse, % of appointed"},
		{Key{2024, "2", "relative-likelihood", "all", ""}, "indicator 2, 2024, relative likelihood"},
		{Key{2024, "1", "headcount", "unknown", "band 8a"}, "indicator 1, 2024, band 8a, unknown ethnicity, headcount"},
		{Key{0, "5", "percentage", "white", ""}, "indicator 5, white, %"},
	} {
		if got := own.Where(c.of); got != c.want {
			t.Errorf("%+v: %q, want %q", c.of, got, c.want)
		}
	}
	if got := (Terms{}).Where(Key{2023, "2", "likelihood", "bme", ""}); got != "indicator 2, 2023, BME, likelihood" {
		t.Errorf("without a term of its own: %q", got)
	}
}
