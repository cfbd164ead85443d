package export

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"wres/loaders/planfile"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/source"
)

func viewOf(full *indicator.Results) *indicator.Results {
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	return view
}

// A plan says which view it has in every form, and hides what the view does.
func TestPlanSaysItsView(t *testing.T) {
	full := exampleBrief(t).Results
	page := report.Plan{Results: full, Organisation: full.Organisation, Today: briefDay, Plan: plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Recruit", Deadline: "31/03/2027", Baseline: "1 of 11", Evidence: "9 2024 board-workforce -11.31 points (-19.01 to 17.39) 1/11 20.4%"},
		{ID: "A-0002", Number: "2", Text: "Train", Deadline: "31/03/2027", Evidence: "2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371"},
		{ID: "A-0003", Number: "3", Text: "Ask", Evidence: "2 2019 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371"},
	})}
	public, remarks := page.Publish(viewOf(full))
	if got := strings.Join(remarks, "\n"); got != "the plan: 1 figure is hidden: A-0001\nthe plan: 1 figure has no counts, as the folder lacks its year: A-0003" {
		t.Errorf("remarks:\n%s", got)
	}
	for form, says := range map[string][2]string{
		"csv": {",Full figures: not for publication\r\n", ",Publication view\r\n"},
		"md":  {"\nFull figures: not for publication.\n", "\nPublication view: figures that could identify someone are hidden. \\[c\\]: 1 to 4 people"},
		"ics": {"X-WR-CALDESC:Full figures: not for publication\r\n", "X-WR-CALDESC:Publication view\r\n"},
	} {
		unfolded := strings.NewReplacer("\r\n ", "").Replace
		was, is := unfolded(written(t, page, form)), unfolded(written(t, public, form))
		if !strings.Contains(was, says[0]) || !strings.Contains(is, says[1]) || strings.Contains(is, "Full figures") {
			t.Errorf("%s: in full\n%s\nand to publish\n%s", form, was, is)
		}
		if !strings.Contains(was, "1/11") || strings.Contains(is, "1/11") || strings.Contains(is, "1 of 11") || !strings.Contains(is, "144/427") || !strings.Contains(is, "board-workforce ") {
			t.Errorf("%s:\n%s", form, is)
		}
	}
	calendar := strings.ReplaceAll(written(t, public, "ics"), "\r\n ", "")
	if strings.Count(calendar, `[c]: 1 to 4 people\, `) != 1 { // where the mark stands
		t.Errorf("the mark is explained:\n%s", calendar)
	}
}

// The column that says which view a sheet has is the last of its header, and in the place of
// that of an earlier sheet; what stands beyond the header stays there. The rest of the sheet
// is read back as it was.
func TestSheetSaysItsView(t *testing.T) {
	p := plan.New([]string{"cost", "cost"}, []plan.Action{{ID: "A-0001", Text: "a", Extra: []string{"£5", "", "beyond"}}, {ID: "A-0002", Text: "b"}})
	page := report.Plan{Plan: p, Today: time.Unix(0, 0)}
	sheet := written(t, page, "csv")
	want := "\ufeffid,number,action,indicators,objective,measure,baseline,target,deadline,lead,status,progress,updated,cost,cost,wres_view\r\n" +
		"A-0001,,a,,,,,,,,,,,£5,,Full figures: not for publication,beyond\r\nA-0002,,b,,,,,,,,,,,,,Full figures: not for publication\r\n"
	if sheet != want {
		t.Errorf("%q\nwant\n%q", sheet, want)
	}
	back, err := planfile.Decode([]byte(sheet))
	if err != nil {
		t.Fatal(err)
	}
	page.Plan = back
	if again := written(t, page, "csv"); again != sheet {
		t.Errorf("of what is read back:\n%q", again)
	}
	if text := written(t, page, "md"); strings.Contains(text, "wres") {
		t.Errorf("an earlier sheet's view stands in\n%s", text)
	}
	page, _ = page.Publish(viewOf(exampleBrief(t).Results))
	if again := written(t, page, "csv"); again != strings.ReplaceAll(sheet, "Full figures: not for publication", "Publication view") {
		t.Errorf("of what is read back and published:\n%q", again)
	}
}

// A brief to hand on names what is hidden, and says nothing of the files, whose problems
// quote counts.
func TestBriefToPublish(t *testing.T) {
	brief := exampleBrief(t)
	brief.Report.Problems = []source.Problem{{File: "x.csv", Severity: source.Error, Message: "3 people"}}
	full := written(t, brief, "text")
	brief.Results = viewOf(brief.Results)
	text := written(t, brief, "text")
	for _, says := range []string{"Publication view: figures", "\nHidden to protect people\n- 1 ", "; 9 Board compared with workforce\n"} {
		if !strings.Contains(text, says) {
			t.Errorf("it does not say %q:\n%s", says, text)
		}
	}
	if strings.Contains(text, "Data quality") || !strings.Contains(full, "Data quality: 1 error") || strings.Contains(text, "not for publication") || strings.Contains(text, "1 of 11") {
		t.Errorf("in full\n%s\nand to publish\n%s", full, text)
	}
	if lines := strings.Count(text, "\n"); lines > 40 {
		t.Errorf("%d lines", lines)
	}
	var doc map[string]any
	if err := json.Unmarshal([]byte(written(t, brief, "json")), &doc); err != nil {
		t.Fatal(err)
	}
	rule, is := doc["disclosure"].(map[string]any)
	if doc["view"] != "publication" || doc["errors"] != nil || doc["notices"] != nil || !is || rule["threshold"] != 4.0 || rule["hidden"] == 0.0 {
		t.Errorf("%v, %v errors, %v notices, %v", doc["view"], doc["errors"], doc["notices"], doc["disclosure"])
	}
}
