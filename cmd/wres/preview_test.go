package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"wres/loaders"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/words"
)

// The preview shows all that is written of every year, in both views, in the order in which
// it is written: each heading and paragraph whole, and each cell of a table.
func TestPreviewIsWhatIsWritten(t *testing.T) {
	examplePlan, err := examplePlan()
	if err != nil {
		t.Fatal(err)
	}
	o, _, err := loaders.Open(t.Context(), os.DirFS("../../testdata/kinds"), loaders.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*indicator.Results{"the example": indicator.Compute(exampleOrganisation(t)), "all kinds": indicator.Compute(o)} {
		s := shown(r, examplePlan, 200, tall)
		for _, public := range []bool{false, true} {
			if public {
				s.frame("P")
			}
			for i := range r.Years {
				frame := s.frame("R")
				written := r.Window(r.Years[len(r.Years)-1-i], len(r.Years)) // as the command has it: hidden after the years are chosen
				if public {
					written, _ = disclosure.View(written, disclosure.RuleOf(written.Settings))
				}
				page := yearly.Report{Results: written, Actions: examplePlan.Actions()}
				if !page.Empty() {
					checkPreview(t, name, frame, page)
				}
				s.send(tea.KeyPressMsg{Code: tea.KeyEscape})
				s.frame("[")
			}
			for range r.Years {
				s.frame("]")
			}
		}
	}
}

// checkPreview looks for the texts of a report in a frame.
func checkPreview(t *testing.T, name, frame string, page yearly.Report) {
	t.Helper()
	rest := flattened(frame)
	next := func(text string) {
		t.Helper()
		at := strings.Index(rest, flattened(text))
		if at < 0 {
			t.Fatalf("%s, %s: the preview has no %q where it is written; there it has %.300q", name, page.Year(), text, rest)
		}
		rest = rest[at:]
	}
	for _, b := range page.Blocks(safe()) {
		switch b := b.(type) {
		case report.Heading:
			next(b.Text)
		case report.Paragraph:
			next(runsOf(b))
		case report.Points:
			for _, p := range b {
				next(runsOf(p.Runs))
			}
		case report.Chart:
			next(b.Title + ". " + b.Description)
		case report.Table:
			next(b.Caption)
			for _, row := range b.Rows {
				for _, cell := range row.Cells {
					for word := range strings.FieldsSeq(cell.Text) { // a cell may have lines
						if !strings.Contains(rest, word) {
							t.Fatalf("%s, %s: %q of the table %q is not in the preview", name, page.Year(), cell.Text, b.Caption)
						}
					}
				}
			}
			for _, note := range b.Notes {
				next(note)
			}
		}
	}
}

// flattened makes one line of a frame, without what is drawn.
func flattened(frame string) string {
	return strings.Join(strings.Fields(drawnSigns.ReplaceAllString(frame, " ")), " ")
}

var drawnSigns = regexp.MustCompile(`[│╭╮╰╯─·]`)

func runsOf(p report.Paragraph) string {
	var b strings.Builder
	for _, run := range p {
		b.WriteString(run.Text)
		if run.Link != "" && !strings.HasPrefix(run.Link, "#") {
			b.WriteString(" (" + strings.TrimPrefix(run.Link, "mailto:") + ")")
		}
	}
	return b.String()
}

// The app reads what is beside the figures where the command does, and names the command with
// the flags that it was started with.
func TestPreviewReadsWhatTheCommandReads(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "my data")
	for name, text := range map[string]string{
		"report/conclusion.md": "We will *act*.\n\n<b>now</b>\n",
		plan.ArchiveName(2023): "id,action,status\nA-0001,Ask everyone,done\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := &cli{}
	c.flags.organisation = "A & B"
	c.flags.assumeYear.year = 2024
	deps := c.preview(folder{path: dir})
	if got := strings.Join(deps.ReportCommand, "|"); got != "wres|report|"+dir+"|--assume-year|2024|--organisation|A & B" {
		t.Error(got)
	}
	beside, remarks, err := deps.ReadReport(plan.Plan{}, 2024, 2024)
	if err != nil || len(beside.Own["conclusion"]) == 0 || beside.Before == nil || beside.Before.Actions[0].Text != "Ask everyone" {
		t.Errorf("%v, %v", beside, err)
	}
	if said := strings.Join(remarks, "\n"); !strings.Contains(said, "report/conclusion.md:3") || !strings.Contains(said, "governance") {
		t.Errorf("%q", said)
	}
	a := &app{cli: c, folder: folder{path: dir, fsys: os.DirFS(dir)}}
	written := a.deps(t.Context(), colorprofile.NoTTY).Written(words.Voice{}, plan.Plan{}, []model.Year{2024})
	if len(written.Plans) != 1 || !slices.ContainsFunc(written.Texts, func(q quotes.Text) bool { return q.File == "report/conclusion.md" }) {
		t.Errorf("what is written: %+v", written)
	}
	if example := (&cli{}).preview(folder{}); len(example.ReportCommand) != 2 {
		t.Errorf("%q", example.ReportCommand)
	}
}
