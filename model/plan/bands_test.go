package plan

import (
	"errors"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
)

func TestParseBands(t *testing.T) {
	for text, want := range map[string]Bands{
		"": {}, "non-clinical/8c..vsm": {model.NonClinical, model.Band8c, model.VSM}, "all/5": {model.AnyCategory, model.Band5, model.Band5},
		"medical_and_dental/consultant": {model.MedicalAndDental, model.Consultant, model.Consultant},
	} {
		if got, err := parseBands(text); err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"clinical", "clinical/", "clinical/8z", "clinical/vsm..5", "nurses/5", "/5", "clinical/5..", "clinical/5..6..7"} {
		if got, err := parseBands(text); err == nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
	for _, text := range []string{"2/clinical/5 2024 bme 9%", "1/clinical/5 2024 white/bme 1.2", "1/clinical/4z 2024 bme 9%"} {
		if e, err := ParseEvidence(text); err == nil {
			t.Errorf("%q: %+v", text, e)
		}
	}
}

// An action that is about some bands is judged by them, and not by all staff.
func TestProgressOfBands(t *testing.T) {
	staff := func(years ...string) *indicator.Results {
		return figuresOf(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n" + strings.Join(years, "")})
	}
	year := func(y, unknown, white, bme string) string {
		return y + ",clinical,5,White,1000\n" + y + ",clinical,5,BME,300\n" +
			y + ",clinical,8c,White," + white + "\n" + y + ",clinical,8c,BME," + bme + "\n" + y + ",clinical,VSM,White,40\n" + y + ",clinical,VSM,BME,2\n" + y + ",clinical,VSM,Unknown," + unknown + "\n"
	}
	senior := Bands{model.Clinical, model.Band8c, model.VSM}
	r := staff(year("2024", "0", "200", "10"))
	s := r.Indicator("1")
	e, err := EvidenceOfBands(s.Indicator, s.Figure(2024), senior, 0.95)
	if err != nil || e.String() != "1/clinical/8c..vsm 2024 bme 4.76% (2.74 to 8.14) 12/252" {
		t.Fatalf("%s, %v", e, err)
	}
	a := Action{Indicators: "1", Evidence: e.String(), Target: "10%"}
	for _, c := range []struct {
		with string
		want ProgressState
		said string
	}{
		{year("2025", "0", "200", "40"), TargetMet, "The BME share of bands 8c to VSM of clinical staff was 4.8% in 2024"},
		{year("2025", "0", "200", "11"), NoClearChange, "no significant change"},
		{"2025,clinical,5,White,1000\n2025,clinical,5,BME,300\n", NotMeasurable, "The figure of 2025 has no value."},
	} {
		got := ProgressOf(a, staff(year("2024", "0", "200", "10"), c.with))
		if len(got) != 1 || got[0].State != c.want || !strings.Contains(got[0].Reason, c.said) {
			t.Errorf("%+v, want %s and %q", got, c.want, c.said)
		}
	}
	if _, err := EvidenceOfBands(s.Indicator, s.Figure(2024), Bands{model.NonClinical, model.Band8c, model.VSM}, 0.95); !errors.Is(err, ErrNoFigure) {
		t.Error(err)
	}
}

// What hangs on the staff of unknown ethnicity is no change, in bands too.
func TestBandsAmongDeclared(t *testing.T) {
	rows := func(y, unknown, bme string) string {
		return y + ",clinical,8c,White,160\n" + y + ",clinical,8c,BME," + bme + "\n" + y + ",clinical,8c,Unknown," + unknown + "\n" + y + ",clinical,5,White,500\n" + y + ",clinical,5,BME,100\n"
	}
	r := figuresOf(t, map[string]string{"workforce.csv": "year,staff_category,pay_band,ethnicity,headcount\n" + rows("2024", "200", "20") + rows("2025", "0", "20")})
	a := Action{Indicators: "1", Evidence: "1/clinical/8c 2024 bme 5.26% 20/380", Target: "at least 30%"}
	if got := ProgressOf(a, r); got[0].State != NoClearChange || !strings.Contains(got[0].Reason, "hangs on the staff whose ethnicity is not known") {
		t.Errorf("%+v", got)
	}
}
