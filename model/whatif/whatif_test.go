package whatif_test

import (
	"strings"
	"testing"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/indicator"
	"wres/model/whatif"
	"wres/model/words"
)

func lines(steps []words.Step) string {
	var all []string
	for _, s := range steps {
		all = append(append(all, "["+s.Label+"]"), s.Lines...)
	}
	return strings.Join(all, "\n")
}

func compare(t *testing.T, got []words.Step, want ...string) {
	t.Helper()
	if said := lines(got); said != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", said, strings.Join(want, "\n"))
	}
}

const read = "This is arithmetic on the counts of one year, to show how large the difference is. It is no forecast and no quota: another year has other people."

func TestOfTheExample(t *testing.T) {
	r := exampletest.Results(t)
	w := words.For(r.Settings)
	of := func(id string) []words.Step {
		s := r.Indicator(id)
		return whatif.Of(w, r, s.Indicator, s.Figure(2024))
	}
	compare(t, of("2"), "[With the applicants of 2024]",
		"Level (1.00): 75 more appointments of ethnically diverse applicants (126 of 371), or 40 of the 144 that went to White applicants. The ratio would be 0.99 (95% confidence interval 0.82 to 1.21).",
		"Inside the range that national reports call non-adverse (1.25): 50 more appointments of ethnically diverse applicants (101 of 371), or 29 of the 144 that went to White applicants. The ratio would be 1.24 (95% confidence interval 1.003 to 1.53).",
		"As England, NHS trusts only in 2023 (1.59): 28 more appointments of ethnically diverse applicants (79 of 371), or 18 of the 144 that went to White applicants. The ratio would be 1.58 (95% confidence interval 1.25 to 2.01).",
		"As North West in 2024 (2.01): 12 more appointments of ethnically diverse applicants (63 of 371), or 8 of the 144 that went to White applicants. The ratio would be 1.99 (95% confidence interval 1.53 to 2.58).",
		"[How to read this]", read)
	compare(t, of("9"), "[In place of others]",
		"The share of the workforce (20.4%): 2 more ethnically diverse members, which would be 3 of 11 (27.3%).",
		"[If those who come have the share of the workforce, 20.4%]",
		"Of the next 2 seats on the board that fall vacant, none to 2 would be ethnically diverse.", "Of the next 4 seats on the board that fall vacant, none to 3 would be ethnically diverse.", "Of the next 8 seats on the board that fall vacant, none to 4 would be ethnically diverse.",
		"Each range holds in at least 95 of 100 cases. No extract says how many fall vacant in a year.",
		"[How to read this]", read)
	for _, id := range []string{"1", "3", "4", "6"} {
		compare(t, of(id))
	}
	s := r.Indicator("1")
	f := s.Figure(2024)
	compare(t, whatif.OfBand(w, r, s.Indicator, f, &f.Bands[8], "band "+f.Bands[8].Band.String()), "[In place of others]",
		"The share of all staff (20.4%): 3 more ethnically diverse staff, which would be 5 of 22 (22.7%).",
		"As England, NHS trusts only in 2024, all bands together (28.6%): 5 more ethnically diverse staff, which would be 7 of 22 (31.8%).",
		"[If those who come have the share of all staff, 20.4%]",
		"Of the next 5 posts of band 8c that fall vacant, none to 3 would be ethnically diverse.", "Of the next 10 posts of band 8c that fall vacant, none to 5 would be ethnically diverse.", "Of the next 20 posts of band 8c that fall vacant, 1 to 8 would be ethnically diverse.",
		"Each range holds in at least 95 of 100 cases. No extract says how many fall vacant in a year.",
		"[How to read this]", read)
}

// What the counts do not bear is not answered, and what is reached is said to be.
func TestWhatIsNotAnswered(t *testing.T) {
	of := func(white, whiteIn, bme, bmeIn int, lacks bool) []words.Step {
		o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
		ret := o.Ensure(2024)
		ret.Recruitment = []model.Recruitment{{Shortlisted: tally(white, bme), Appointed: tally(whiteIn, bmeIn)}}
		if lacks {
			ret.Refused = map[string]*model.Refusals{"2": {Rows: 1}}
		}
		r := indicator.Compute(o)
		s := r.Indicator("2")
		return whatif.Of(words.For(r.Settings), r, s.Indicator, s.Figure(2024))
	}
	compare(t, of(400, 100, 400, 80, true))
	compare(t, of(400, 100, 400, 0, false))
	compare(t, of(100, 10, 100, 20, false), "[With the applicants of 2024]", "BME applicants were no less likely, so none would be needed.", "[How to read this]", read)
	if said := lines(of(400, 110, 400, 100, false)); !strings.Contains(said, "call non-adverse (1.25): it is there already.") || !strings.Contains(said, "Level (1.00): 10 more appointments") {
		t.Error(said)
	}
	if said := lines(of(400, 100, 400, 99, false)); !strings.Contains(said, "Level (1.00): 1 more appointment of BME applicants (100 of 400)") {
		t.Error(said)
	}
}

// No more seats fall vacant than there are.
func TestSeatsOfASmallBoard(t *testing.T) {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	ret := o.Ensure(2024)
	ret.Workforce[model.Post{}] = tally(620, 361)
	ret.Board[model.Seat{}] = tally(3, 0)
	r := indicator.Compute(o)
	s := r.Indicator("9")
	said := lines(whatif.Of(words.For(r.Settings), r, s.Indicator, s.Figure(2024)))
	if !strings.Contains(said, "Of the next 2 seats") || strings.Contains(said, "4 seats") {
		t.Error(said)
	}
}

func tally(white, bme int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	return t
}
