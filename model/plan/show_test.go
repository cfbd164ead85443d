package plan

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"wres/model/plan/spelling"
)

func idsOf(actions []Action) string {
	var ids []string
	for _, a := range actions {
		ids = append(ids, a.ID)
	}
	return strings.Join(ids, " ")
}

func shown() []Action {
	return []Action{
		{ID: "a", Number: "10", Indicators: "7; 2", Deadline: "Ongoing", Lead: "Zoë  Ørsted", Status: "Done"},
		{ID: "b", Number: "3a", Indicators: "", Deadline: "31/03/2025", Lead: "", Status: "waiting"},
		{ID: "c", Number: "", Indicators: "2", Deadline: "", Lead: "anna", Status: ""},
		{ID: "d", Number: "3", Indicators: "10", Deadline: "1 March 2025", Lead: "zoe orsted", Status: "In progress"},
		{ID: "e", Number: "x", Indicators: "5-6", Deadline: "Q1 2025/26", Lead: "Ångström", Status: "not-started"},
	}
}

func TestSorted(t *testing.T) {
	for by, want := range map[Key]string{
		ByOrder:     "a b c d e",
		ByDeadline:  "d b e a c",
		ByLead:      "e c a d b", // Ångström, anna: folded, "angstrom" stands before "anna"
		ByStatus:    "e d a b c",
		ByIndicator: "c e a d b",
		ByNumber:    "d b a e c",
	} {
		actions := shown()
		if got := idsOf(Sorted(actions, by)); got != want {
			t.Errorf("by %q: %s, want %s", by, got, want)
		}
		if idsOf(actions) != "a b c d e" {
			t.Errorf("by %q: what it was given is changed", by)
		}
	}
	if len(sortRanks) != len(SortKeys()) {
		t.Error("a key is offered that nothing sorts by, or the other way round")
	}
}

func TestFiltered(t *testing.T) {
	actions := []Action{
		{ID: "a", Text: "Train interview\npanels", Lead: "Zoë"},
		{ID: "b", Objective: "Fair PANELS", Extra: []string{"", "Crème £5"}},
		{ID: "c", Progress: "2025-01-31: Straße"},
	}
	for text, want := range map[string]string{
		"": "a b c", "  ": "a b c", "panels": "a b", "PANELS fair": "b", "zoe": "a", "creme": "b", "strasse": "c", "interview  panels": "a",
		"Zoe\u0308": "a", "2025-01": "c", "none": "",
	} {
		if got := idsOf(Filtered(actions, text)); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestGrouped(t *testing.T) {
	for by, want := range map[Key]string{
		ByIndicator: "Indicator 2: a c | Indicator 5: e | Indicator 6: e | Indicator 7: a | Indicator 10: d | Without an indicator: b",
		ByLead:      "Ångström: e | anna: c | Zoë Ørsted: a d | Without a lead: b",
		ByStatus:    "not started: e | in progress: d | done: a | waiting: b | Without a status: c",
	} {
		var got []string
		for _, s := range Grouped(shown(), by) {
			got = append(got, s.Title(by)+": "+idsOf(s.Actions))
		}
		if diff := cmp.Diff(want, strings.Join(got, " | ")); diff != "" {
			t.Errorf("by %s\n%s", by, diff)
		}
	}
	if got := Grouped(shown(), ByOrder); len(got) != 1 || idsOf(got[0].Actions) != "a b c d e" {
		t.Errorf("%v", got)
	}
	late := []Action{{ID: "a", Indicators: "2; 9"}, {ID: "b", Indicators: "5"}}
	if got := Grouped(late, ByIndicator); len(got) != 3 || got[1].Name != "5" || got[2].Name != "9" {
		t.Errorf("the sections are not in order: %v", got)
	}
	if got := Grouped(nil, ByLead); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestDue(t *testing.T) {
	late := time.Date(2025, 3, 1, 23, 59, 0, 0, time.FixedZone("east", 14*3600))
	actions := append(shown(), Action{ID: "f", Deadline: "28/02/2025"}, Action{ID: "g", Deadline: "1/1/2025", Status: "done"})
	for days, want := range map[int]string{-1: "f", 0: "f d", 29: "f d", 30: "f d b", 365: "f d b e"} {
		if got := idsOf(Due(actions, late, days)); got != want {
			t.Errorf("within %d days: %s, want %s", days, got, want)
		}
	}
	if got := idsOf(Overdue(actions, late)); got != "f" {
		t.Errorf("overdue: %s", got)
	}
}

// Whatever is sorted, grouped or moved, each action is there as often as before.
func TestNoActionIsLost(t *testing.T) {
	text := rapid.SampledFrom([]string{"", "2", "7; 2", "Zoë", "zoe", "done", "31/03/2025", "Ongoing", "x"})
	rapid.Check(t, func(t *rapid.T) {
		var actions []Action
		for range rapid.IntRange(0, 8).Draw(t, "actions") {
			actions = append(actions, Action{Text: text.Draw(t, "text"), Number: text.Draw(t, "number"), Indicators: text.Draw(t, "indicators"),
				Deadline: text.Draw(t, "deadline"), Lead: text.Draw(t, "lead"), Status: text.Draw(t, "status")})
		}
		p := New(nil, actions)
		want := sortedIDs(p.Actions())
		for _, by := range append(SortKeys(), ByOrder) {
			if got := sortedIDs(Sorted(p.Actions(), by)); got != want {
				t.Fatalf("sorted by %s: %s, want %s", by, got, want)
			}
		}
		for _, by := range append(GroupKeys(), ByOrder) {
			found := map[string]int{}
			for _, s := range Grouped(p.Actions(), by) {
				for _, a := range s.Actions {
					found[a.ID]++
				}
			}
			for _, a := range p.Actions() {
				places := 1
				if by == ByIndicator {
					places = max(1, len(a.IndicatorIDs()))
				}
				if found[a.ID] != places {
					t.Fatalf("grouped by %s, %s stands %d times, want %d", by, a.ID, found[a.ID], places)
				}
			}
		}
		filter := text.Draw(t, "filter")
		kept := Filtered(p.Actions(), filter)
		for _, a := range p.Actions() {
			holds := true
			for word := range strings.FieldsSeq(filter) {
				holds = holds && anyFieldHolds(a, word)
			}
			if in := slices.ContainsFunc(kept, a.Equal); in != holds {
				t.Fatalf("%q: %+v is kept: %v", filter, a, in)
			}
		}
		moved := p
		for range rapid.IntRange(0, 5).Draw(t, "moves") {
			if p.Len() > 0 {
				var err error
				if moved, err = moved.Move(p.Actions()[rapid.IntRange(0, p.Len()-1).Draw(t, "which")].ID, rapid.IntRange(-9, 9).Draw(t, "by")); err != nil {
					t.Fatal(err)
				}
			}
		}
		if sortedIDs(moved.Actions()) != want || sortedIDs(p.Actions()) != want {
			t.Fatalf("moved: %s, want %s", sortedIDs(moved.Actions()), want)
		}
	})
}

func anyFieldHolds(a Action, text string) bool {
	return slices.ContainsFunc(Fields(), func(f Field) bool { return strings.Contains(spelling.Fold(f.Value(a)), spelling.Fold(text)) })
}

func sortedIDs(actions []Action) string {
	return strings.Join(slices.Sorted(strings.FieldsSeq(idsOf(actions))), " ")
}

func TestMove(t *testing.T) {
	p := New(nil, shown())
	for _, test := range []struct {
		id   string
		by   int
		want string
	}{
		{"c", 1, "a b d c e"}, {"c", -1, "a c b d e"}, {"c", 0, "a b c d e"}, {"c", 99, "a b d e c"}, {"c", -99, "c a b d e"},
		{"a", -1, "a b c d e"}, {"e", 1, "a b c d e"}, {"a", 2, "b c a d e"},
	} {
		moved, err := p.Move(test.id, test.by)
		if got := idsOf(moved.Actions()); err != nil || got != test.want {
			t.Errorf("%s by %d: %s, %v, want %s", test.id, test.by, got, err, test.want)
		}
	}
	if same, err := p.Move("none", 1); !errors.Is(err, ErrNoAction) || !same.Equal(p) {
		t.Error(err)
	}
	if idsOf(p.Actions()) != "a b c d e" {
		t.Error("the old plan is changed")
	}
}

func TestDuplicate(t *testing.T) {
	p := three()
	now := day(2026, 11, 23)
	first, _ := p.Find("A-0001")
	first.Status, first.Progress, first.Evidence = "done", "Begun.", "kept"
	p, err := p.Edit(first)
	if err != nil {
		t.Fatal(err)
	}
	twice, id, err := p.Duplicate("A-0001", now)
	if err != nil || id != "A-0003" || idsOf(twice.Actions()) != "A-0001 A-0003 A-0002 own" {
		t.Fatalf("%s, %v: %s", id, err, idsOf(twice.Actions()))
	}
	want := first
	want.ID, want.Number, want.Status, want.Progress, want.Updated = id, "4", StatusNotStarted, "", "2026-11-23"
	if got, _ := twice.Find(id); cmp.Diff(want, got) != "" {
		t.Error(cmp.Diff(want, got))
	}
	if idsOf(p.Actions()) != "A-0001 A-0002 own" {
		t.Error("the old plan is changed")
	}
	if same, _, err := p.Duplicate("none", now); !errors.Is(err, ErrNoAction) || !same.Equal(p) {
		t.Error(err)
	}
}

func TestLeadsAndTeams(t *testing.T) {
	p := New(nil, []Action{
		{Lead: "Zoë Ørsted", Team: "OD"}, {Lead: "HR"}, {Lead: "zoe  orsted"}, {Lead: "Zoë Ørsted"}, {Lead: " "}, {Lead: "Board"},
	})
	if diff := cmp.Diff([]string{"Zoë Ørsted", "Board", "HR"}, p.Leads()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"OD"}, p.Teams()); diff != "" {
		t.Error(diff)
	}
	for typed, want := range map[string][]string{
		"":           {"Zoë Ørsted", "Board", "HR"},
		"ZO":         {"Zoë Ørsted"},
		"ors":        {"Zoë Ørsted"},
		"o":          {"Zoë Ørsted"}, // "Board" holds it within a word
		"zoë ørsted": nil,
		"x":          nil,
	} {
		if diff := cmp.Diff(want, spelling.Complete(typed, p.Leads())); diff != "" {
			t.Errorf("%q: %s", typed, diff)
		}
	}
}
