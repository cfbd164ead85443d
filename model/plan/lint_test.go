package plan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/model"
	"wres/model/indicator"
)

// sound is an action that no rule has anything against.
func sound() Action {
	return Action{ID: "A-0001", Number: "1", Text: "Train panels", Indicators: "2", Measure: "Ratio", Baseline: "2.45 in 2024",
		Target: "below 1.25", Deadline: "31/03/2026", Lead: "Head of Equality, Diversity and Inclusion", Status: StatusNotStarted}
}

// Each rule is broken by something that is right but for that.
func TestRules(t *testing.T) {
	now := day(2025, 6, 1)
	if found := Lint(New(nil, []Action{sound()}), nil, now); len(found) != 0 {
		t.Fatalf("a sound action: %+v", found)
	}
	broken := map[string]string{ // rule -> column=text
		"no action":               "action=",
		"no indicator":            "indicators=all of them",
		"no such indicator":       "indicators=2; 12",
		"no measure":              "measure= ",
		"no baseline":             "baseline=",
		"no target":               "target=",
		"target without a figure": "target=improve",
		"no deadline":             "deadline=",
		"ongoing":                 "deadline=Ongoing throughout 2024-25",
		"deadline without a day":  "deadline=when staff allow",
		"overdue":                 "deadline=31/05/2025",
		"no lead":                 "lead=",
		"several leads":           "lead=OD Team / The Inclusion Team",
	}
	if len(Rules()) != len(broken) {
		t.Errorf("%d rules and %d cases", len(Rules()), len(broken))
	}
	for _, rule := range Rules() {
		column, text, _ := strings.Cut(broken[rule.Name], "=")
		field, known := FieldFor(column)
		if !known || rule.Column != column || !strings.HasSuffix(rule.Advice, ".") {
			t.Errorf("%+v", rule)
			continue
		}
		found := Lint(New(nil, []Action{field.With(sound(), text)}), nil, now)
		want := []Finding{{Rule: rule.Name, ID: "A-0001", Number: "1", Column: column, Message: rule.Advice}}
		if diff := cmp.Diff(want, found); diff != "" {
			t.Errorf("%s: %s", broken[rule.Name], diff)
		}
		if found := Lint(New(nil, []Action{{ID: "A-0001", Status: "cancelled"}, field.With(sound(), text)}), nil, now); len(found) != 1 || found[0].ID == "A-0001" {
			t.Errorf("%s beside a cancelled action: %+v", rule.Name, found)
		}
	}
	closed := Action{Status: "done"}
	if found := Lint(New(nil, []Action{closed}), nil, now); len(found) != 0 {
		t.Errorf("a closed action: %+v", found)
	}
	evident := sound()
	evident.Baseline, evident.Evidence = "", ratio2024
	if found := Lint(New(nil, []Action{evident}), nil, now); len(found) != 0 {
		t.Errorf("a figure kept with the action is a baseline: %+v", found)
	}
}

func TestSeveralLeads(t *testing.T) {
	others := []Action{{Lead: "OD Team"}, {Lead: "Equality"}}
	for lead, want := range map[string]bool{
		"OD Team":                        false,
		"Director of People and Culture": false,
		"Head of Equality, Diversity and Inclusion": false, // "Equality" leads, but is no name here: "Head of Equality" is
		"HR & OD Lead":   false,
		"n/a":            false,
		"OD Team / HR":   true,
		"OD Team; HR":    true,
		"HR\nOD":         true,
		"HR + OD":        true,
		"od team and HR": true,
		"HR, OD TEAM":    true,
		"HR & Equality":  true,
		"HR and Estates": false, // neither leads anything alone
	} {
		a := sound()
		a.Lead = lead
		found := false
		for _, f := range Lint(New(nil, append(others, a)), nil, day(2025, 6, 1)) {
			found = found || f.Rule == "several leads" && f.ID == "A-0001"
		}
		if found != want {
			t.Errorf("%q: %v", lead, found)
		}
	}
}

func TestLintOfGaps(t *testing.T) {
	senior := Bands{model.Clinical, model.Band8c, model.VSM}
	gaps := []Gap{{Indicator: "2", Year: 2024, Sentence: "White applicants fare better."}, {Indicator: "7", Year: 2024, Sentence: "A gap."}, {Indicator: "1", Bands: senior, Year: 2023, Sentence: "Few."}}
	about := func(b Bands) Action {
		a := sound()
		a.Indicators, a.Evidence = "1", Evidence{Indicator: "1", Bands: b, Year: 2024, Of: indicator.BMEShare, Value: 0.1}.String()
		return a
	}
	for _, c := range []struct {
		a    Action
		want bool
	}{
		{about(senior), true}, {about(Bands{model.Clinical, model.Band8d, model.Band8d}), true}, {about(Bands{model.Clinical, model.Band5, model.Band8b}), false},
		{about(Bands{model.NonClinical, model.Band8c, model.VSM}), false}, {about(Bands{}), false},
	} {
		if got := gaps[2].Answered([]Action{c.a}); got != c.want {
			t.Errorf("%s answers the senior bands: %v", c.a.Evidence, got)
		}
	}
	done := sound()
	done.Indicators, done.Status = "7", "done"
	found := Lint(New(nil, []Action{sound(), done}), gaps, day(2025, 6, 1))
	want := []Finding{{Rule: GapRule, Indicator: "7", Column: "indicators", Message: "No open action serves indicator 7, where the difference is significant in 2024. A gap."},
		{Rule: GapRule, Indicator: "1", Column: "indicators", Message: "No open action serves indicator 1, bands 8c to VSM of clinical staff, where the difference is significant in 2023. Few."}}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
}

func TestYearOfThePlan(t *testing.T) {
	for _, c := range []struct {
		a    Action
		want model.Year
	}{
		{Action{Text: "one", Progress: "2024-01-01: Begun."}, 0},
		{Action{Evidence: ratio2024}, 2024},
		{Action{Evidence: ratio2024, Progress: "2026-04-02: Carried over from the plan of 2025, where it was number 1."}, 2026},
		{Action{Progress: "2026-04-02: Carried over from the plan of 2"}, 0},
	} {
		if got := New(nil, []Action{{Text: "none"}, c.a}).Year(); got != c.want {
			t.Errorf("%+v: %v", c.a, got)
		}
	}
	p := New(nil, []Action{{Number: "1"}, {Text: "no number"}})
	if got := p.CarryOver(2030, day(2031, 1, 1)).Year(); got != 2031 {
		t.Errorf("after carrying over from 2030: %v", got)
	}
}

func TestCarryOver(t *testing.T) {
	now := day(2026, 4, 2)
	p := New([]string{"cost"}, []Action{
		{ID: "A-0001", Number: "1", Text: "one", Progress: "Begun.", Extra: []string{"£5"}, Evidence: ratio2024},
		{ID: "A-0002", Number: "2", Status: "done"},
		{ID: "A-0003", Number: "3a", Text: "three", Status: "in progress"},
		{ID: "own", Text: "four"},
		{ID: "A-0009", Number: "9", Status: "cancelled"},
	})
	before := fmt.Sprintf("%+v", p)
	next := p.CarryOver(2025, now)
	if fmt.Sprintf("%+v", p) != before {
		t.Error("the old plan is changed")
	}
	want := []Action{
		{ID: "A-0001", Number: "1", Text: "one", Extra: []string{"£5"}, Evidence: ratio2024, Updated: "2026-04-02",
			Progress: "2026-04-02: Carried over from the plan of 2025, where it was number 1.\n\nBegun."},
		{ID: "A-0003", Number: "2", Text: "three", Status: "in progress", Updated: "2026-04-02",
			Progress: "2026-04-02: Carried over from the plan of 2025, where it was number 3a."},
		{ID: "own", Number: "3", Text: "four", Updated: "2026-04-02", Progress: "2026-04-02: Carried over from the plan of 2025."},
	}
	if diff := cmp.Diff(want, next.Actions()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(p.ExtraColumns(), next.ExtraColumns()); diff != "" {
		t.Error(diff)
	}
	if _, id := next.Add(Action{}); id != "A-0010" {
		t.Errorf("the next id is %s, which an action left behind may have", id)
	}
	if ArchiveName(2025) != "action-plan-2025.csv" {
		t.Error(ArchiveName(2025))
	}
}

// An action lacks what a rule on its field asks for, and nothing for being late or led by two.
func TestStrength(t *testing.T) {
	for _, c := range []struct {
		a    Action
		want string
	}{
		{sound(), "lead day measure baseline target indicator | "},
		{Action{}, " | lead day measure baseline target indicator"},
		{Action{Lead: "One / Two", Deadline: "31 March 2001", Evidence: ratio2024}, "lead day baseline | measure target indicator"},
		{Action{Deadline: "Ongoing", Target: "fairer", Indicators: "12"}, " | lead day measure baseline target indicator"},
	} {
		has, lacks := c.a.Strength()
		if got := strings.Join(has, " ") + " | " + strings.Join(lacks, " "); got != c.want {
			t.Errorf("%+v: %s, want %s", c.a, got, c.want)
		}
	}
	for _, s := range strengths {
		if _, found := FieldFor(s.column); !found {
			t.Errorf("there is no field %s", s.column)
		}
	}
}
