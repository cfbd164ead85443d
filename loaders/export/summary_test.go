package export

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/theme"
)

// published are the figures that the example's report prints, or that follow
// from what it prints.
var published = struct {
	ratios      map[int]float64 // indicator 2
	board       map[int]float64 // indicator 9, whole board
	survey      map[string][2]float64
	withheld    string
	notCollects string
}{
	ratios: map[int]float64{2022: 1.6043, 2023: 1.8897, 2024: 2.4532},
	board:  map[int]float64{2022: -0.1769, 2023: -0.1256, 2024: -0.1131},
	survey: map[string][2]float64{ // White, BME in 2024
		"5": {0.0648, 0.0556}, "6": {0.1350, 0.0864}, "7": {0.6239, 0.4877}, "8": {0.0486, 0.0943},
	},
	withheld:    "Fewer than five processes began in the year.",
	notCollects: "No central record is kept",
}

const near = 5e-5

func exampleDoc(t *testing.T) summaryDoc {
	t.Helper()
	var doc summaryDoc
	if err := json.Unmarshal([]byte(written(t, exampleSummary(t), "json")), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func (d summaryDoc) figure(t *testing.T, id string, year int) yearDoc {
	t.Helper()
	for _, ind := range d.Indicators {
		for _, y := range ind.Years {
			if ind.ID == id && y.Year == year {
				return y
			}
		}
	}
	t.Fatalf("no indicator %s in %d", id, year)
	return yearDoc{}
}

func TestExampleGivesThePublishedFigures(t *testing.T) {
	doc := exampleDoc(t)
	if !slices.Equal(doc.Years, []int{2022, 2023, 2024}) {
		t.Errorf("years %v", doc.Years)
	}
	for year, want := range published.ratios {
		r := doc.figure(t, "2", year).Ratio.value
		if r == nil || math.Abs(float64(r.Value)-want) > near || r.Compare != "white" || r.Reference != "bme" {
			t.Errorf("indicator 2 in %d: %+v, want %v", year, r, want)
		}
	}
	for year, want := range published.board {
		f := doc.figure(t, "9", year)
		row, ok := boardRow(f, "total")
		if !ok || math.Abs(row-want) > near {
			t.Errorf("indicator 9 in %d: %v, want %v", year, row, want)
		}
	}
	for id, want := range published.survey {
		f := doc.figure(t, id, 2024)
		if f.Groups == nil || f.Groups.White.Rate.value == nil || f.Groups.BME.Rate.value == nil {
			t.Errorf("indicator %s has no shares", id)
			continue
		}
		if math.Abs(float64(*f.Groups.White.Rate.value)-want[0]) > 1e-12 || math.Abs(float64(*f.Groups.BME.Rate.value)-want[1]) > 1e-12 {
			t.Errorf("indicator %s: %v and %v, want %v", id, *f.Groups.White.Rate.value, *f.Groups.BME.Rate.value, want)
		}
		if f.Ratio.value != nil || f.FourFifths.value != nil {
			t.Errorf("indicator %s has a ratio", id)
		}
	}
	for id, want := range map[string][2]string{"3": {"withheld", published.withheld}, "4": {"not-collected", published.notCollects}} {
		f := doc.figure(t, id, 2024)
		if f.Status != want[0] || !strings.HasPrefix(f.Reason, want[1]) || *f.Groups != (groupsDoc{}) || f.Ratio.value != nil {
			t.Errorf("indicator %s in 2024: %s, %q", id, f.Status, f.Reason)
		}
		if f := doc.figure(t, id, 2022); f.Status != "not-supplied" {
			t.Errorf("indicator %s in 2022: %s, want not-supplied", id, f.Status)
		}
	}
}

// The verdict on a board rests on a lot, and both intervals of the census stay as data.
func TestBoardRowSaysWhatALotGives(t *testing.T) {
	doc := exampleDoc(t)
	row, _ := doc.figure(t, "9", 2024).Rows[0].(map[string]any)
	lot, _ := row["by_lot"].(map[string]any)
	if few, _ := lot["as_few"].(float64); row["board"] != "total" || math.Abs(few-0.31) > 0.005 || row["lower"] == nil {
		t.Errorf("%v", row)
	}
	if share := doc.figure(t, "1", 2024).Groups.BME; share.Lower.value == nil || share.Upper.value == nil {
		t.Errorf("%+v", share)
	}
}

// boardRow gives the difference of a part of the board; rows are decoded as maps.
func boardRow(f yearDoc, part string) (float64, bool) {
	for _, r := range f.Rows {
		row, _ := r.(map[string]any)
		if d, ok := row["difference"].(map[string]any); ok && row["board"] == part {
			v, ok := d["value"].(float64)
			return v, ok
		}
	}
	return 0, false
}

// TestJSONHasEveryKey holds the contract: every key stands, null where it is
// undefined.
func TestJSONHasEveryKey(t *testing.T) {
	var doc map[string]any
	text := written(t, exampleSummary(t), "json")
	if err := json.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(text, "{\n  \"schema\": \"wres-summary/1\",") || !strings.HasSuffix(text, "}\n") {
		t.Errorf("begins with %.40q", text)
	}
	keys(t, "summary", doc, "schema organisation view disclosure years indicators disparity findings key_findings plan comparisons problems")
	if doc["view"] != "full" {
		t.Errorf("view %v", doc["view"])
	}
	indicators := doc["indicators"].([]any)
	if len(indicators) != len(indicator.Catalogue()) {
		t.Errorf("%d indicators", len(indicators))
	}
	for _, ind := range indicators {
		checkIndicator(t, ind.(map[string]any), len(doc["years"].([]any)))
	}
	for _, d := range doc["disparity"].([]any) {
		keys(t, "disparity", d, "year staff_category from to value lower upper counts warnings")
	}
	keyFindings(t, doc)
	keys(t, "comparisons", doc["comparisons"], "made by_chance headlines stay_clear")
	if len(doc["disparity"].([]any)) == 0 || len(doc["findings"].([]any)) == 0 {
		t.Error("no disparity or no findings")
	}
}

func checkIndicator(t *testing.T, ind map[string]any, years int) {
	t.Helper()
	keys(t, "indicator", ind, "id title years changes")
	id := ind["id"].(string)
	if n := len(ind["years"].([]any)); n != years {
		t.Errorf("indicator %s has %d years, want %d", id, n, years)
	}
	for _, y := range ind["years"].([]any) {
		f := y.(map[string]any)
		keys(t, "indicator "+id, f, "year status reason incomplete groups total ratio difference test four_fifths verdict holm_p stays_clear detectable_ratio parity unknown_bounds adjusted warnings categories rows")
		groups, grouped := f["groups"].(map[string]any)
		if grouped != indicator.Lookup(id).Shape.Grouped() {
			t.Errorf("indicator %s of %v (%v): groups are there: %v", id, f["year"], f["status"], grouped)
		}
		if grouped {
			keys(t, "groups of "+id, groups, "white bme unknown")
			for _, g := range groups {
				keys(t, "group of "+id, g, "events at_risk rate lower upper")
			}
		}
		if f["ratio"] != nil {
			keys(t, "ratio of "+id, f["ratio"], "value lower upper level method compare reference")
		}
		if f["difference"] != nil {
			keys(t, "difference of "+id, f["difference"], "value lower upper method of")
		}
		for _, r := range f["rows"].([]any) {
			row := r.(map[string]any)
			switch {
			case indicator.Lookup(id).Shape == indicator.Board:
				keys(t, "row of "+id, row, "board white bme unknown rest total bme_rate lower upper workforce_bme_rate difference by_lot")
			case row["cluster"] != nil:
				keys(t, "cluster", row, "staff_category cluster white bme unknown rest total bme_rate lower upper residual p adjusted_p verdict")
			default:
				keys(t, "band", row, "staff_category band white bme unknown rest total bme_rate lower upper residual p adjusted_p verdict")
			}
		}
	}
	for _, c := range ind["changes"].([]any) {
		keys(t, "change of "+id, c, "from to group value lower upper p of reworded")
	}
}

// keys asks for exactly these keys. The contract's board rows have no interval;
// ours have one for the share, as rows of bands do.
func keys(t *testing.T, what string, object any, want string) {
	t.Helper()
	m, ok := object.(map[string]any)
	if !ok {
		t.Errorf("%s is %T", what, object)
		return
	}
	for _, key := range strings.Fields(want) {
		if _, ok := m[key]; !ok {
			t.Errorf("%s has no key %q", what, key)
		}
	}
	if len(m) != len(strings.Fields(want)) {
		t.Errorf("%s has %d keys, want %d: %v", what, len(m), len(strings.Fields(want)), m)
	}
}

// TestFormsAgree compares what CSV, Markdown and text print with the JSON of the
// same results.
func TestFormsAgree(t *testing.T) {
	doc := exampleDoc(t)
	values := csvValues(t, doc)
	text, markdown := written(t, exampleSummary(t), "text"), written(t, exampleSummary(t), "md")
	compare := func(key string, v *decimal) {
		t.Helper()
		want := ""
		if v != nil {
			want = strconv.FormatFloat(float64(*v), 'f', -1, 64)
		}
		if got, ok := values[key]; !ok || got != want {
			t.Errorf("CSV %s is %q (there: %v), want %q", key, got, ok, want)
		}
	}
	for _, ind := range doc.Indicators {
		for i, f := range ind.Years {
			at := fmt.Sprintf("%d|%s|", f.Year, ind.ID)
			if f.Ratio.value != nil {
				compare(at+"ratio|white / bme||", &f.Ratio.value.Value)
				if shown := words.RatioText(float64(f.Ratio.value.Value)); markdownCell(t, markdown, ind.ID, i) != shown || !strings.Contains(text, shown) {
					t.Errorf("indicator %s in %d: Markdown or text does not show %s", ind.ID, f.Year, shown)
				}
			}
			if f.Difference.value != nil && f.Status == "reported" {
				compare(at+"difference|bme - white||", &f.Difference.value.Value)
			}
			if f.Groups != nil && f.Status == "reported" {
				compare(at+"rate|white||", f.Groups.White.Rate.value)
				compare(at+"rate|bme||", f.Groups.BME.Rate.value)
			}
			if f.Status != "reported" {
				if shown := strings.ReplaceAll(f.Status, "-", " "); markdownCell(t, markdown, ind.ID, i) != shown {
					t.Errorf("indicator %s in %d: Markdown does not say %s", ind.ID, f.Year, shown)
				}
			}
		}
	}
	for _, finding := range doc.Findings {
		if !strings.Contains(folded(text), folded(finding)) {
			t.Errorf("the text lacks %q", finding)
		}
		if !strings.Contains(markdown, markdownText(finding)) {
			t.Errorf("the Markdown lacks %q", finding)
		}
	}
}

// csvValues gives the values of the CSV by all that names a row, and compares the
// status of each with the JSON's.
func csvValues(t *testing.T, doc summaryDoc) map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(written(t, exampleSummary(t), "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "year,indicator,measure,group,staff_category,band,value,lower,upper,events,at_risk,status" {
		t.Errorf("header %q", got)
	}
	values := map[string]string{}
	for _, r := range rows[1:] {
		key := strings.Join(r[:6], "|")
		if _, twice := values[key]; twice {
			t.Errorf("%s stands twice", key)
		}
		values[key] = r[6]
		if year, _ := strconv.Atoi(r[0]); r[1] != "" && doc.figure(t, r[1], year).Status != r[11] {
			t.Errorf("%s has the status %s", key, r[11])
		}
	}
	return values
}

// markdownCell gives an indicator's value in the table, by the year's place.
func markdownCell(t *testing.T, markdown, id string, year int) string {
	t.Helper()
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "| **"+id+" ") {
			return strings.TrimSpace(strings.Split(line, "|")[3+year])
		}
	}
	t.Fatalf("no row of indicator %s", id)
	return ""
}

// small is an organisation with what the forms must be careful with.
func small() report.Summary {
	o := &model.Organisation{Name: "A | B <b>*\x1b[31m", Settings: model.DefaultSettings()}
	o.Settings.Labels[model.BME] = "=ethnically diverse"
	for y, n := range map[model.Year]int{2023: 0, 2025: 3} {
		var shortlisted, appointed model.Tally
		shortlisted.Add(model.WhiteGroup, 10)
		shortlisted.Add(model.BMEGroup, 10)
		appointed.Add(model.WhiteGroup, 5)
		appointed.Add(model.BMEGroup, n)
		o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
	}
	read := source.Report{Problems: []source.Problem{
		{File: "a.csv", Line: 7, Column: 3, Field: "headcount", Severity: source.Error, Message: "\"-3\" is not a count\x1b]52;c;eA==\a"},
		{File: "b.csv", Severity: source.Notice, Message: "read as Windows-1252"},
	}}
	return report.Summary{Results: indicator.Compute(o).Window(2025, 3), Report: read}
}

func TestUndefinedIsNullWithItsReason(t *testing.T) {
	text := []byte(written(t, small(), "json"))
	var doc summaryDoc
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	if f := doc.figure(t, "2", 2023); f.Ratio.value != nil || len(f.Warnings) == 0 || f.Status != "reported" {
		t.Errorf("a ratio to nought: %+v", f)
	}
	if f := doc.figure(t, "2", 2024); f.Status != "not-supplied" {
		t.Errorf("the year between: %+v", f)
	}
	if p := doc.Problems; len(p) != 2 || *p[0].Line != 7 || *p[0].Column != 3 || p[1].Line != nil || p[1].Severity != "notice" {
		t.Errorf("problems %+v", p)
	}
	changes := doc.Indicators[1].Changes
	if len(changes) != 1 || changes[0].From != 2023 || changes[0].To != 2025 || changes[0].Value.value != nil || changes[0].Group != nil {
		t.Errorf("changes %+v", changes)
	}
}

// TestNoFormLetsControlCharactersThrough feeds names, labels and messages that a
// terminal would act on.
func TestNoFormLetsControlCharactersThrough(t *testing.T) {
	s := small()
	plain := options()
	plain.Paper.Show = theme.ASCII.Text
	var out strings.Builder
	if err := writeText(&out, s, plain); err != nil {
		t.Fatal(err)
	}
	markdown := written(t, s, "md")
	for name, text := range map[string]string{"JSON": written(t, s, "json"), "CSV": written(t, s, "csv"), "Markdown": markdown, "text": out.String()} {
		if i := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\r' || r == 0x7f || r >= 0x80 && r < 0xa0 }); i >= 0 {
			t.Errorf("%s holds %q", name, text[i])
		}
		if name == "JSON" && strings.Contains(text, `\u001b`) {
			t.Error("JSON holds an escaped escape")
		}
		if name == "JSON" && !strings.Contains(text, "<b>") {
			t.Error("JSON escapes what only HTML needs escaped")
		}
	}
	if i := strings.IndexFunc(out.String(), func(r rune) bool { return r > 0x7e }); i >= 0 {
		t.Errorf("text in ASCII holds %q", out.String()[i:])
	}
	if !strings.Contains(markdown, `A \| B &lt;b&gt;\*`) {
		t.Errorf("Markdown does not escape the name: %.80s", markdown)
	}
}

func TestCSVHasNoFormula(t *testing.T) {
	for value, want := range map[string]string{"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "\tx": "'\tx", "bme - white": "bme - white", "": ""} {
		if got, err := text(value).MarshalCSV(); got != want || err != nil {
			t.Errorf("%q is written %q, want %q", value, got, want)
		}
	}
}

// TestTextKeepsItsWidth holds for every form of text that is set in columns.
func TestTextKeepsItsWidth(t *testing.T) {
	for _, columns := range []int{40, 60, 80, 100} {
		plain := options()
		plain.Paper.Width, plain.Paper.Show = columns, theme.ASCII.Text
		var out strings.Builder
		if err := writeText(&out, small(), plain); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := len(strings.TrimSuffix(line, "\n")); n > columns {
				t.Errorf("%d columns: a line of %d: %s", columns, n, line)
			}
		}
	}
}

// exampleSummary is the summary of the built-in example.
func exampleSummary(t *testing.T) report.Page {
	t.Helper()
	return examples(t)[report.SummaryPage]
}

// folded makes one line of a page.
func folded(page string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(page), " "), "- ", "-") // a line may end in a hyphen
}
