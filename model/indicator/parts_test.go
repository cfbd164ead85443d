package indicator_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// saidOfPart gives the warnings of a part of the recruitment in words.
func saidOfPart(p *indicator.Part) []string {
	return words.PartWarnings(words.For(model.DefaultSettings()), indicator.Lookup("2"), p)
}

// partsOf writes the parts of a figure as "name: white bme unknown ratio".
func partsOf(f *indicator.Figure) []string {
	var all []string
	for _, p := range f.Parts {
		s := words.PartName(&p) + ":"
		for _, g := range p.Groups {
			if g.Events == nil || g.AtRisk == nil {
				s += " -"
				continue
			}
			s += fmt.Sprintf(" %d/%d", *g.Events, *g.AtRisk)
		}
		if p.Ratio != nil {
			s += fmt.Sprintf(" %.2f", p.Ratio.Value)
		}
		all = append(all, s)
	}
	return all
}

func recruited(parts ...model.Recruitment) *model.Organisation {
	return organisation(func(o *model.Organisation) { o.Ensure(2024).Recruitment = parts })
}

func TestPartsOfRecruitment(t *testing.T) {
	o := recruited(
		model.Recruitment{Internal: model.No, Shortlisted: tally(400, 200, 10), Appointed: tally(120, 40, 2)},
		model.Recruitment{Internal: model.Yes, Shortlisted: tally(100, 50, 0), Appointed: tally(60, 15, 0)},
		model.Recruitment{Campaign: "International nurses", Internal: model.No, Shortlisted: tally(0, 300, 0), Appointed: tally(0, 270, 0)},
		model.Recruitment{Campaign: "international  Nurses", Band: model.Band6, Shortlisted: tally(10, 10, 5), Appointed: tally(1, 1, 0)},
	)
	f := figure(t, o, "2", 2024)
	want := []string{
		"without International nurses: 180/500 55/250 2/10 1.64",
		"only International nurses: 1/10 271/310 0/5 0.11",
		"external applicants: 120/400 310/500 2/10 0.48",
		"internal applicants: 60/100 15/50 0/0 2.00",
	}
	if diff := cmp.Diff(want, partsOf(f)); diff != "" {
		t.Error(diff)
	}
	near(t, "the ratio of all applicants", f.Ratio, (181.0/510)/(326.0/560))
	warned(t, "2", f, "25 of 1,085 shortlisted applicants are marked neither internal nor external")
	w := words.For(o.Settings)
	if got, want := words.Part(w, indicator.Lookup("2"), &f.Parts[0]), "Without International nurses: 1.64, 95% confidence interval 1.27 to 2.13 (White 180 of 500, 36.0%; BME 55 of 250, 22.0%)."; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// TestExternalApplicantsAlone: those who are not marked are on neither side.
func TestExternalApplicantsAlone(t *testing.T) {
	f := figure(t, recruited(
		model.Recruitment{Internal: model.No, Shortlisted: tally(10, 10, 0), Appointed: tally(2, 1, 0)},
		model.Recruitment{Shortlisted: tally(5, 5, 0), Appointed: tally(1, 1, 0)}), "2", 2024)
	if diff := cmp.Diff([]string{"external applicants: 2/10 1/10 0/0 2.00"}, partsOf(f)); diff != "" {
		t.Error(diff)
	}
}

// TestASplitWithOneSideIsNone: what everybody is in tells nothing apart.
func TestASplitWithOneSideIsNone(t *testing.T) {
	for what, parts := range map[string][]model.Recruitment{
		"nothing":      {{Shortlisted: tally(90, 80, 0), Appointed: tally(9, 8, 0)}},
		"one campaign": {{Campaign: "x", Shortlisted: tally(90, 80, 0), Appointed: tally(9, 8, 0)}, {Shortlisted: tally(0, 0, 0), Appointed: tally(0, 0, 0)}},
		"all external": {{Internal: model.No, Shortlisted: tally(90, 80, 0), Appointed: tally(9, 8, 0)}},
	} {
		if f := figure(t, recruited(parts...), "2", 2024); len(f.Parts) > 0 || len(f.Warnings) > 0 {
			t.Errorf("%s: %q %q", what, partsOf(f), said("2", f))
		}
	}
}

func TestOnlyTheLargestCampaignsAreApart(t *testing.T) {
	var parts []model.Recruitment
	for i := range 13 {
		parts = append(parts, model.Recruitment{Campaign: fmt.Sprintf("c%02d", i), Shortlisted: tally(10+i, 10, 0), Appointed: tally(1, 1, 0)})
	}
	f := figure(t, recruited(parts...), "2", 2024)
	if len(f.Parts) != 20 || words.PartName(&f.Parts[0]) != "without c12" || words.PartName(&f.Parts[1]) != "only c12" {
		t.Errorf("%q", partsOf(f))
	}
	warned(t, "2", f, "3 more campaigns are not shown by themselves; the 10 largest are")
}

// TestPartsOfWhatIsNotWhole: a group of which rows were refused is in no part, and
// nothing of a withheld year is.
func TestPartsOfWhatIsNotWhole(t *testing.T) {
	o := recruited(
		model.Recruitment{Campaign: "x", Shortlisted: tally(10, 10, 2), Appointed: tally(1, 1, 1)},
		model.Recruitment{Shortlisted: tally(10, 10, 2), Appointed: tally(1, 1, 1)})
	o.Returns[0].Refused = map[string]*model.Refusals{"2": {Extract: "recruitment", Rows: 1, Groups: model.GroupSet{model.BME: true}}}
	f := figure(t, o, "2", 2024)
	if diff := cmp.Diff([]string{"without x: 1/10 - 1/2", "only x: 1/10 - 1/2"}, partsOf(f)); diff != "" || f.Parts[0].Difference != nil ||
		!slices.ContainsFunc(saidOfPart(&f.Parts[0]), func(w string) bool { return w[:3] == "BME" }) {
		t.Error(diff, saidOfPart(&f.Parts[0]))
	}
	o.Returns[0].Refused["2"].Groups = model.GroupSet{model.Unknown: true}
	f = figure(t, o, "2", 2024)
	if diff := cmp.Diff([]string{"without x: 1/10 1/10 - 1.00", "only x: 1/10 1/10 - 1.00"}, partsOf(f)); diff != "" {
		t.Error(diff)
	}
	o.Returns[0].Statuses["2"] = model.Status{State: model.Withheld}
	if f := figure(t, o, "2", 2024); len(f.Parts) > 0 {
		t.Errorf("withheld: %q", partsOf(f))
	}
}

// TestPartsAddUp: with and without a campaign are the whole, whatever the rows.
func TestPartsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []model.Recruitment
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			n := rapid.IntRange(0, 50)
			s := [3]int{n.Draw(t, "w"), n.Draw(t, "b"), n.Draw(t, "u")}
			rows = append(rows, model.Recruitment{
				Campaign: rapid.SampledFrom([]string{"", "a", "A", "b"}).Draw(t, "campaign"), Internal: rapid.SampledFrom([]model.Answer{model.NotGiven, model.Yes, model.No}).Draw(t, "internal"),
				Shortlisted: tally(s[0], s[1], s[2]), Appointed: tally(s[0]/2, s[1]/3, s[2]/4),
			})
		}
		f := indicator.Compute(recruited(rows...)).Indicator("2").Figure(2024)
		for i := 0; i+1 < len(f.Parts) && f.Parts[i].Campaign != ""; i += 2 {
			for g := range f.Groups {
				out, in := f.Parts[i].Groups[g], f.Parts[i+1].Groups[g]
				if *out.Events+*in.Events != *f.Groups[g].Events || *out.AtRisk+*in.AtRisk != *f.Groups[g].AtRisk {
					t.Errorf("%q do not add up to the whole", partsOf(f))
				}
			}
		}
	})
}
