package ask

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/plan"
	"wres/model/words"
)

// app writes down what is asked of it.
type app struct {
	App
	editable bool
	did      []string
}

func (a *app) Editable() bool  { return a.editable }
func (a *app) Pick(p Pick)     { a.did = append(a.did, "pick "+p.Title) }
func (a *app) Ask(q Question)  { a.did = append(a.did, "ask "+q.Text) }
func (a *app) Close()          { a.did = append(a.did, "close") }
func (a *app) Open(key string) { a.did = append(a.did, "open "+key) }
func (a *app) OpenOn(key string, of plan.Bands) {
	a.did = append(a.did, "open "+key+" on "+of.String())
}
func (a *app) Say(text string)    { a.did = append(a.did, "say "+text) }
func say(text string) Choice      { return func() (Request, tea.Cmd) { return Notice{text}, nil } }
func nothing() (Request, tea.Cmd) { return nil, nil }

// A request does what it says, in this order: what stands on top closes before a panel
// opens under it, and a question that would change a plan is not asked while nobody can.
func TestRequests(t *testing.T) {
	for name, c := range map[string]struct {
		r      Request
		locked bool
		want   []string
	}{
		"leave":                       {r: Leave{}, want: []string{"close"}},
		"leave for a panel":           {r: Leave{To: "p"}, want: []string{"close", "open p"}},
		"a panel":                     {r: Panel{"1", plan.Bands{First: model.Band5, Last: model.Band6}}, want: []string{"open 1 on all/5..6"}},
		"a choice":                    {r: say("x"), want: []string{"say x"}},
		"a choice of nothing":         {r: Choice(nothing)},
		"a question":                  {r: Question{Text: "q"}, locked: true, want: []string{"ask q"}},
		"a question on the plan":      {r: Question{Text: "q", Edits: true}, want: []string{"ask q"}},
		"a pick":                      {r: Pick{Title: "p"}, want: []string{"pick p"}},
		"a pick on a locked plan":     {r: Pick{Title: "p"}, locked: true},
		"a question on a locked plan": {r: Question{Text: "q", Edits: true}, locked: true},
	} {
		a := &app{editable: !c.locked}
		c.r.Of(a)
		if !slices.Equal(a.did, c.want) {
			t.Errorf("%s: did %q, want %q", name, a.did, c.want)
		}
	}
}

// An edit does what it says to the action that it names and to no other; of one that is
// not there it is an error, and the plan stays.
func TestEdits(t *testing.T) {
	today := time.Date(2025, time.April, 14, 0, 0, 0, 0, time.UTC)
	same := func(s string) string { return s }
	before := plan.New(nil, []plan.Action{{ID: "A-0001", Number: "1", Text: "one"}, {ID: "A-0002", Number: "2", Text: "two", Status: plan.StatusDone}})
	for name, c := range map[string]struct {
		edit Edit
		want string // the texts that stand then, a done one with its mark; "": an error
	}{
		"done":             {Done("A-0001"), "one✓ two✓"},
		"done again":       {Done("A-0002"), "one two"},
		"done, gone":       {Done("A-0009"), ""},
		"copied":           {Duplicate("A-0002"), "one two✓ two"},
		"copied, gone":     {Duplicate("A-0009"), ""},
		"moved":            {Move("A-0002", -1), "two✓ one"},
		"moved at the end": {Move("A-0002", +1), ""},
		"moved, gone":      {Move("A-0009", +1), ""},
		"another day":      {Due("A-0001", today), "one two✓"},
		"a day, gone":      {Due("A-0009", today), ""},
		"noted":            {Note("A-0002", "n"), "one two✓"},
		"noted, gone":      {Note("A-0009", "n"), ""},
		"kept, gone":       {Keep("A-0009", plan.Evidence{}, words.Voice{}), ""},
		"deleted":          {Delete("A-0001"), "two✓"},
		"deleted, gone":    {Delete("A-0009"), ""},
	} {
		after, said, err := c.edit(before, today, same)
		got := ""
		for i, a := range after.Actions() {
			if i > 0 {
				got += " "
			}
			if got += a.Text; a.Done() {
				got += "✓"
			}
		}
		switch {
		case c.want == "" && (err == nil || !after.Equal(before) && len(after.Actions()) > 0):
			t.Errorf("%s: %q, %v; want an error", name, got, err)
		case c.want != "" && (err != nil || got != c.want || said == ""):
			t.Errorf("%s: %q, says %q, %v; want %q", name, got, said, err, c.want)
		}
	}
}
