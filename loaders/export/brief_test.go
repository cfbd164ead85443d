package export

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"wres/loaders/exampletest"
	"wres/loaders/planfile"
	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/testdata/extracts"
)

// briefDay is the day of every brief: some deadlines of the example have passed, and one
// comes soon.
var briefDay = time.Date(2025, time.April, 14, 10, 42, 0, 0, time.UTC)

// exampleBrief is the brief of the built-in example with its own plan.
func exampleBrief(t *testing.T) report.Brief {
	t.Helper()
	o, read := exampletest.Open(t)
	content, err := extracts.FS.ReadFile(planfile.Name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := planfile.Decode(content)
	if err != nil {
		t.Fatal(err)
	}
	brief := briefOn(indicator.Compute(o), p.Actions()...)
	brief.Report = read
	return brief
}

func briefOn(r *indicator.Results, actions ...plan.Action) report.Brief {
	return report.Brief{Summary: report.Summary{Results: r.Window(r.Latest(), 3), Outlook: report.Outlook{Actions: actions, Today: briefDay}}}
}

// briefs are those of the example, and of organisations of which little can be said.
func briefs(t *testing.T) map[string]report.Brief {
	recruited := func(o *model.Organisation, y model.Year) {
		for e, n := range map[model.Ethnicity][2]int{model.WhiteGroup: {427, 144}, model.BMEGroup: {371, 51}} {
			r := &o.Ensure(y).Recruitment
			if len(*r) == 0 {
				*r = []model.Recruitment{{}}
			}
			(*r)[0].Shortlisted.Add(e, n[0])
			(*r)[0].Appointed.Add(e, n[1])
		}
	}
	made := func(fill func(o *model.Organisation)) *indicator.Results {
		o := &model.Organisation{Name: "A trust", Settings: model.DefaultSettings()}
		fill(o)
		return indicator.Compute(o)
	}
	unread := briefOn(made(func(o *model.Organisation) { recruited(o, 2024) }))
	unread.Unread = "it is not a file of rows"
	return map[string]report.Brief{
		"example":     exampleBrief(t),
		"unread plan": unread,
		"one year":    briefOn(made(func(o *model.Organisation) { recruited(o, 2024) }), plan.Action{ID: "A-0001", Text: "Ask again", Indicators: "2", Status: "done"}),
		"nothing before": briefOn(made(func(o *model.Organisation) {
			o.Ensure(2023)
			recruited(o, 2024)
		}), plan.Action{ID: "A-0001", Text: "Ask again", Indicators: "2 and 7", Deadline: "1 July 2025"}),
		"groups missing": briefOn(made(func(o *model.Organisation) {
			r := o.Ensure(2024)
			var shortlisted, appointed model.Tally
			shortlisted.Add(model.WhiteGroup, 100)
			appointed.Add(model.WhiteGroup, 40)
			r.Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
			r.Survey[model.SurveyKey{Indicator: "6", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.2}
			var cases model.Tally
			cases.Add(model.WhiteGroup, 9)
			cases.Add(model.BMEGroup, 9)
			r.Events["disciplinary"] = &model.Events{Count: cases}
		})),
		"all withheld": briefOn(made(func(o *model.Organisation) {
			for _, ind := range indicator.Catalogue() {
				o.Ensure(2024).Statuses[ind.ID] = model.Status{State: model.Withheld, Reason: "figures of so few staff could show who they are, and the reason given for that goes on for longer than a line holds, as reasons do"}
			}
		})),
		"incomplete": briefOn(made(func(o *model.Organisation) {
			recruited(o, 2023)
			recruited(o, 2024)
			o.Ensure(2024).Refused = map[string]*model.Refusals{"2": {Rows: 3}}
		})),
	}
}

// What a brief says: of the example in forty lines that are read out in two minutes, and of
// little in words that say what is missing.
func TestBriefs(t *testing.T) {
	for name, brief := range briefs(t) {
		t.Run(name, func(t *testing.T) {
			text := written(t, brief, "text")
			golden.RequireEqual(t, []byte(text))
			if lines := strings.Count(text, "\n"); lines > 40 {
				t.Errorf("%d lines", lines)
			}
			if words := len(strings.Fields(text)); words > 300 { // at 150 a minute
				t.Errorf("%d words", words)
			}
			for line := range strings.Lines(text) {
				if n := len([]rune(line)) - 1; n > 80 {
					t.Errorf("a line of %d: %s", n, line)
				}
			}
		})
	}
}

// A screen reader gets the same sentences in lines without a sign before them.
func TestBriefReadOut(t *testing.T) {
	brief := exampleBrief(t)
	o := options()
	o.Paper.ByRow = true
	var out strings.Builder
	if err := writeText(&out, brief, o); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "\n- ") || strings.Contains(out.String(), "\n\n\n") {
		t.Errorf("signs or holes:\n%s", out.String())
	}
	plain := folded(out.String())
	for _, b := range brief.Blocks(o.Safe) {
		if section, is := b.(report.Section); is {
			for _, point := range append(section.Points, section.Heading+":") {
				if !strings.Contains(plain, folded(point)) {
					t.Errorf("%q is not read out", point)
				}
			}
		}
	}
}

// The findings stand in both documents with every key, in the order of the list.
func TestBriefJSON(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal([]byte(written(t, exampleBrief(t), "json")), &doc); err != nil {
		t.Fatal(err)
	}
	keys(t, "brief", doc, "schema organisation view year example internal key_findings plan errors notices disclosure")
	keyFindings(t, doc)
	p := doc["plan"].(map[string]any)
	if doc["schema"] != "wres-brief/1" || doc["year"] != 2024.0 || doc["example"] != true || doc["internal"] != true || doc["view"] != "full" || doc["disclosure"] != nil || doc["errors"] != 0.0 || p["day"] != "2025-04-14" || p["actions"] != 8.0 {
		t.Errorf("%v of %v, plan of %v with %v", doc["schema"], doc["year"], p["day"], p["actions"])
	}
	var due []string
	for _, list := range []string{"late", "due_soon"} {
		for _, d := range p[list].([]any) {
			keys(t, "due", d, "id number lead deadline_date due")
			due = append(due, fmt.Sprint(d.(map[string]any)["number"], " ", d.(map[string]any)["due"]))
		}
	}
	if got := strings.Join(due, ", "); got != "3 2 months late, 2 14 days late, 4 14 days late, 7 14 days late, 8 14 days late, 5 due in 2 months, 6 due in 2 months" {
		t.Error(got)
	}
}

// keyFindings looks at the findings of a document of the example.
func keyFindings(t *testing.T, doc map[string]any) {
	t.Helper()
	keys(t, "plan", doc["plan"], "day unread actions done late due_soon due_soon_days without_open_action")
	var said []string
	for _, f := range doc["key_findings"].([]any) {
		keys(t, "finding", f, "kind indicator about name verdict figure sentence needs note values actions open_actions")
		f := f.(map[string]any)
		for _, v := range f["values"].([]any) {
			keys(t, "value of "+f["about"].(string), v, "year text value")
		}
		said = append(said, fmt.Sprint(f["kind"], " ", f["about"]))
	}
	if got := strings.Join(said[:2], ", "); got != "clear 2, cannot be told 1/non-clinical/bands" || len(said) != 10 {
		t.Errorf("%d findings: %s", len(said), got)
	}
}
