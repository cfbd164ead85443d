package indicator_test

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// A printed number never says the contrary of the word beside it: a limit that is
// not 1 is not printed as 1.00, a gap's limit that is not nought not as 0.0, and what
// is below 0.80 not as 0.80.
func TestPrintAgreesWithVerdict(t *testing.T) {
	w := words.For(model.DefaultSettings())
	estimate := func(value, lower, upper float64) *stats.Estimate {
		return &stats.Estimate{Value: value, Interval: &stats.Interval{Lower: lower, Upper: upper, Level: 0.95}}
	}
	for _, c := range []struct{ got, want string }{
		{w.RatioInterval(estimate(1.03, 1.0024, 1.06)), "1.002 to 1.06"},
		{w.RatioInterval(estimate(0.97, 0.94, 0.99991)), "0.94 to 0.9999"},
		{w.RatioInterval(estimate(1, 0.9, 1)), "0.90 to 1.00"},
		{w.RatioInterval(estimate(1, 1-1e-12, 1+1e-12)), "1.00 to 1.00"},
		{w.PointsInterval(estimate(0.004, 0.0003, 0.009)), "0.03 to 0.9"},
		{w.PointsInterval(estimate(-0.004, -0.009, -0.00004)), "−0.9 to −0.004"},
		{w.PointsInterval(estimate(0, 0, 0)), "0.0 to 0.0"},
		{words.FourFifthsSentence(&indicator.Figure{Ratio: estimate(0.797, 0.7, 0.799)}), "0.797 lies outside the range of 0.80 to 1.25 that national reports call non-adverse, and so does its confidence interval."},
		{words.FourFifthsSentence(&indicator.Figure{Ratio: estimate(1.2504, 1.1, 1.4)}), "1.2504 lies outside the range of 0.80 to 1.25 that national reports call non-adverse; its confidence interval reaches into it."},
		{words.FourFifthsSentence(&indicator.Figure{Ratio: estimate(0.8, 0.7, 0.9)}), "0.80 lies within the range of 0.80 to 1.25 that national reports call non-adverse; its confidence interval reaches beyond it."},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	// 5,142 and 4,990 of 10,000: clear, with a lower limit of 1.0026.
	o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(10000, 10000, 0), tally(5142, 4990, 0)}})
	s := indicator.Compute(o).Indicator("2")
	f := s.Figure(2024)
	if said := w.Sentence(s.Indicator, f); f.Verdict != judge.Higher || strings.Contains(said, "1.00 to") {
		t.Errorf("%q: %s", f.Verdict, said)
	}
	if text := w.HeadlineInterval(s.Indicator, f); strings.Contains(text, "1.00 to") {
		t.Errorf("column: %s", text)
	}
}
