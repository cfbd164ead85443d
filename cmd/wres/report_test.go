package main

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/report/yearly"
)

// reports gives reports of the example, and of any organisations, in both views, each with a
// name that finds it again.
func reports(t *testing.T) iter.Seq2[string, yearly.Report] {
	return func(yield func(string, yearly.Report) bool) {
		both := func(name string, r yearly.Report) bool {
			public := r
			public.Results, _ = disclosure.View(r.Results, disclosure.RuleOf(r.Results.Settings))
			return yield(name, r) && yield(name+", publication view", public)
		}
		o := exampleOrganisation(t)
		o.Settings.Disclosure.ShowBoard = true
		if !both("the example", yearly.Report{Results: indicator.Compute(o)}) {
			return
		}
		for seed := *firstOrganisation; seed < *firstOrganisation+max(*organisations/10, 20); seed++ {
			results, p := anyOrganisation(uint64(seed))
			if r := (yearly.Report{Results: results, Actions: p.Actions()}); !r.Empty() && !both(fmt.Sprint("organisation ", seed), r) {
				return
			}
		}
	}
}

// Every number of a sentence stands in a table, or is counted up in the sentence itself.
func TestNumbersOfSentences(t *testing.T) {
	for name, r := range reports(t) {
		blocks := r.Blocks(safe())
		known := map[string]bool{}
		for _, b := range blocks {
			if table, is := b.(report.Table); is {
				for _, n := range numbersIn(cellsOf(table)) {
					known[n] = true
				}
			}
		}
		for _, s := range sentences(blocks) {
			if reckoned.MatchString(s) {
				continue
			}
			for _, n := range numbersIn(s) {
				if !known[n] {
					t.Errorf("%s: %s stands in no table: %q", name, n, s)
				}
			}
		}
	}
}

// reckoned are sentences whose numbers are worked out from those of a table and stand in
// none: what it would take, what chance gives, the years and rules of the report itself.
var reckoned = regexp.MustCompile(`^At parity|it depends on|comparisons? (?:was|were) made|chance alone would|^The line is at 1\.00|would be significant if at least|drawn by lot|One more .* member|indicators at once|national reports call non-adverse|` +
	`range of underlying rates|Where a group would be expected|Service Condition|counts of 1 to|1 to 4 people|staff of 31 March|will not add up|may not add up|from 1 April`)

// dates are not numbers of figures.
var dates = regexp.MustCompile(`\b[Bb]ands \d[a-d]?(?:(?:, | and | to )\d[a-d]?)*\b|\b[Bb]and \d[a-d]?\b|\b(?:31 March|1 April|30 June|Appendix|95%) (?:20\d\d|\d[a-d]?(?: (?:to|and) \d[a-d]?)?)\b|\b31 March\b|\b20[12]\d\b|\b95%|\b[Ii]ndicators? \d(?:(?:, | and | to )\d)*|\b8c and above\b`)

var anyNumber = regexp.MustCompile(`\d[\d,]*(?:\.\d+)?%?`)

// numbersIn gives the numbers of a text without their signs.
func numbersIn(text string) []string {
	var all []string
	for _, n := range anyNumber.FindAllString(dates.ReplaceAllString(text, " "), -1) {
		all = append(all, strings.TrimSuffix(n, ","))
	}
	return all
}

func cellsOf(t report.Table) string {
	var all []string
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			all = append(all, c.Text)
		}
	}
	return strings.Join(all, " ; ")
}

// sentences gives the sentences of paragraphs and points.
func sentences(blocks []report.Block) []string {
	var all []string
	add := func(p report.Paragraph) {
		var b strings.Builder
		for _, run := range p {
			b.WriteString(run.Text)
		}
		for s := range strings.SplitSeq(b.String(), ". ") {
			all = append(all, s)
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			add(b)
		case report.Points:
			for _, p := range b {
				add(p.Runs)
			}
		case report.Chart:
			add(report.Paragraph{{Text: b.Description}})
		}
	}
	return all
}

// The blocks hang together: what refers to a block finds it, and every cell has its column.
func TestBlocksHangTogether(t *testing.T) {
	for name, r := range reports(t) {
		if !t.Run(name, func(t *testing.T) { checkBlocks(t, r.Blocks(safe())) }) {
			return
		}
	}
}

// checkBlocks checks the blocks of a report.
func checkBlocks(t *testing.T, blocks []report.Block) {
	t.Helper()
	ids, tables, level := map[string]bool{}, map[string]report.Table{}, 0
	id := func(name string) {
		if name == "" || ids[name] || !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(name) {
			t.Errorf("a block is named %q, or two are", name)
		}
		ids[name] = true
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			if b.Level > level+1 || b.Level == 1 && level > 0 || b.Text == "" {
				t.Errorf("the heading %q has level %d below %d", b.Text, b.Level, level)
			}
			if level = b.Level; b.ID != "" {
				id(b.ID)
			}
		case report.Table:
			id(b.ID)
			tables[b.ID] = b
			for _, row := range b.Rows {
				if len(row.Cells) != len(b.Columns) || row.Title == "" {
					t.Errorf("table %s: a row of %d cells under %d columns: %v", b.ID, len(row.Cells), len(b.Columns), row)
				}
				for _, c := range row.Cells {
					if c.Text == "" || c.State != report.Given && c.Text != c.State.Mark() {
						t.Errorf("table %s, row %s: the cell %+v", b.ID, row.Title, c)
					}
				}
			}
		}
	}
	for _, b := range blocks {
		c, is := b.(report.Chart)
		if !is {
			continue
		}
		id(c.ID)
		data, there := tables[c.Table]
		if !there || c.Title == "" || c.Description == "" {
			t.Errorf("chart %s is of table %q, which is not there, or has no words", c.ID, c.Table)
		}
		for _, s := range c.Series {
			if len(s.Values) != len(c.Labels) {
				t.Errorf("chart %s: %d values under %d labels", c.ID, len(s.Values), len(c.Labels))
			}
			for _, v := range s.Values {
				for _, cell := range []report.Cell{v.Cell, v.Lower, v.Upper} {
					if cell != (report.Cell{}) && !holds(data, cell) {
						t.Errorf("chart %s shows %q, which its table has not", c.ID, cell.Text)
					}
				}
			}
		}
	}
}

func holds(t report.Table, cell report.Cell) bool {
	return slices.ContainsFunc(t.Rows, func(row report.Row) bool { return slices.Contains(row.Cells, cell) })
}

// A report of ten years' figures is written in every form within the sizes of a document
// that is mailed, and no slower than someone waits.
func TestReportOfTenYears(t *testing.T) {
	o := &model.Organisation{Name: "Any trust", Settings: model.DefaultSettings()}
	for y := model.Year(2015); y <= 2024; y++ {
		counts, _ := anyCounts(uint64(y))
		ret := counts.Return(2024)
		ret.Year = y
		o.Returns = append(o.Returns, ret)
	}
	full := indicator.Compute(o)
	r := yearly.Report{Results: published(full)}
	start := time.Now()
	for form, most := range map[string]int{"md": 150_000, "html": 1_000_000, "docx": 250_000, "xlsx": 200_000, "csv": 60_000} {
		if n := len(printed(t, r, form, 80)); n < 1000 || n > most {
			t.Errorf("%s: %d bytes, and may have %d", form, n, most)
		}
	}
	if took := time.Since(start); took > 10*time.Second { // a tenth of that where nothing else runs
		t.Errorf("all forms take %v", took)
	}
	page := printed(t, r, "md", 80)
	if strings.Contains(page, "2021") && strings.Contains(page, "| 2021 |") || !strings.Contains(page, "| 2022 | 2023 | 2024 |") {
		t.Error("not the last three years are shown")
	}
}
