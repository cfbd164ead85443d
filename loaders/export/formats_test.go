package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/colorprofile"

	"wres/loaders/csvfile"
	"wres/loaders/exampletest"
	"wres/loaders/planfile"
	"wres/model/audit"
	"wres/model/audit/document"
	"wres/model/findings"
	"wres/model/funnel"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/audited"
	funnelpage "wres/model/report/funnel"
	"wres/model/report/nationalreturn"
	"wres/model/report/yearly"
	"wres/model/stats"
)

// options are those of a run whose output is a file.
func options() Options {
	return Options{
		Safe:  report.Safe{Line: csvfile.Clean, Lines: csvfile.CleanLines},
		Sheet: planfile.Encode,
		Paper: Paper{Width: 80, Show: func(s string) string { return s }, Bullet: "-", Profile: colorprofile.NoTTY},
	}
}

// failer is what a test and a property fail with.
type failer interface{ Fatalf(string, ...any) }

// written gives a page in a form.
func written(t failer, p report.Page, form string) string {
	f, known := Find(p.Kind(), form)
	if !known {
		t.Fatalf("the %s is not written as %s", p.Kind(), form)
	}
	var out strings.Builder
	if err := f.Write(&out, p, options()); err != nil {
		t.Fatalf("the %s as %s: %v", p.Kind(), form, err)
	}
	return out.String()
}

// examples gives an example of each page, of the built-in example's figures.
func examples(t *testing.T) map[report.Kind]report.Page {
	t.Helper()
	o, read := exampletest.Open(t)
	results := indicator.Compute(o)
	compared, err := stats.Compare(stats.Count{Events: 144, AtRisk: 427}, stats.Count{Events: 51, AtRisk: 371}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	today := time.Date(2024, 11, 30, 0, 0, 0, 0, time.UTC)
	p := plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "Train panels", Indicators: "2", Deadline: "31 March 2025", Evidence: "2 2022 white/bme 1.6043"},
		{ID: "A-0002", Text: "Ask again"},
	})
	all := map[report.Kind]report.Page{}
	for _, page := range []report.Page{
		report.Summary{Results: results.Window(results.Latest(), 3), Report: read},
		report.Brief{Summary: report.Summary{Results: results.Window(results.Latest(), 3), Report: read, Outlook: report.Outlook{Actions: p.Actions(), Today: today}}},
		report.Check{Report: read, Results: results},
		report.Compare(compared),
		report.Comparisons(func(yield func(report.Compared) bool) {
			_ = yield(report.Compared{ID: "x", Comparison: compared}) && yield(report.Compared{ID: "y", Err: errors.New("no")})
		}),
		report.Actions{Plan: p, Chosen: p.Actions(), Results: results, Today: today},
		report.Advice{Plan: p, Found: plan.Lint(p, findings.Gaps(results), today)},
		report.Plan{Plan: p, Organisation: results.Organisation, Results: results, Today: today},
		audited.Page{Result: audit.Run(document.Published(o.Published, "published.csv"), &audit.Against{Organisation: o, Results: results}), Notes: true},
		nationalreturn.Of(o, read, results.Latest()),
		funnelpage.Page{Funnels: funnel.Of([]funnel.Member{{Name: "North", Results: results}, {Name: "South", Results: results}}, results.Latest(), true), Example: true},
		yearly.Report{Results: results.Window(results.Latest(), 3), Actions: p.Actions()},
		yearly.Excerpt{Report: yearly.Report{Results: results.Window(results.Latest(), 3), Actions: p.Actions()}, Indicator: "1"},
	} {
		all[page.Kind()] = page
	}
	return all
}

// readBack reads what a form wrote, as those who take it do.
var readBack = map[string]func(text string) error{
	"text": func(text string) error {
		if i := strings.IndexFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == utf8.RuneError }); i >= 0 {
			return fmt.Errorf("holds %q", text[i])
		}
		return nil
	},
	"json": func(text string) error {
		d := json.NewDecoder(strings.NewReader(text))
		for {
			var doc map[string]any
			if err := d.Decode(&doc); err != nil {
				if errors.Is(err, io.EOF) {
					return nil
				}
				return err
			}
		}
	},
	"csv": func(text string) error {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err == nil && len(rows) < 2 {
			return errors.New("no row under the header")
		}
		return err
	},
	"md": func(text string) error {
		if !strings.HasPrefix(text, "# ") || !strings.Contains(text, "| --- |") && !strings.Contains(text, "\n- ") {
			return errors.New("no heading, or neither table nor points")
		}
		return nil
	},
	"html": func(text string) error {
		if !strings.HasPrefix(text, "<!DOCTYPE html>") || !strings.HasSuffix(text, "</html>\n") || strings.Count(text, "<h1") != 1 {
			return errors.New("no whole page with one title")
		}
		return nil
	},
	"docx": func(text string) error { return readParts(text, "word/document.xml") },
	"xlsx": func(text string) error { return readParts(text, "xl/workbook.xml") },
	"ics": func(text string) error {
		if n := strings.Count(text, "BEGIN:"); n < 2 || n != strings.Count(text, "END:") {
			return errors.New("no event, or one without its end")
		}
		return nil
	},
}

// readParts reads all of a file for Word or Excel, which has a part of that name.
func readParts(file, name string) error {
	z, err := zip.NewReader(strings.NewReader(file), int64(len(file)))
	if err != nil {
		return err
	}
	if _, err := fs.Stat(z, name); err != nil {
		return err
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		d := xml.NewDecoder(r)
		for err == nil {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			return fmt.Errorf("%s: %w", part.Name, err)
		}
	}
	return nil
}

// Every form writes every page that it says it has, so that it can be read back. An
// entry of the table that is not told of here fails with its name.
func TestEveryFormatWritesItsPages(t *testing.T) {
	pages := examples(t)
	shown := map[report.Kind]bool{}
	for _, f := range Formats() {
		read, known := readBack[f.Name]
		if !known {
			t.Errorf("the form %q has no reader in this test", f.Name)
			continue
		}
		if len(f.Pages) == 0 || f.Write == nil {
			t.Errorf("the form %q writes nothing", f.Name)
		}
		for kind := range f.Pages {
			shown[kind] = true
			p, there := pages[kind]
			if !there {
				t.Errorf("the page %q, written as %s, has no example in this test", kind, f.Name)
				continue
			}
			var out bytes.Buffer
			if err := f.Write(&out, p, options()); err != nil || out.Len() == 0 {
				t.Errorf("the %s as %s: %d bytes, %v", kind, f.Name, out.Len(), err)
			} else if err := read(out.String()); err != nil {
				t.Errorf("the %s as %s cannot be read back: %v\n%s", kind, f.Name, err, out.String())
			}
		}
	}
	for kind := range pages {
		if !shown[kind] {
			t.Errorf("no form writes the page %q", kind)
		}
	}
}

// A form that is handed a page of which it knows nothing says so.
func TestUnknownPages(t *testing.T) {
	for _, f := range Formats() {
		if err := f.Write(io.Discard, unknown{}, options()); err == nil || !strings.Contains(err.Error(), "unknown") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

type unknown struct{}

func (unknown) Kind() report.Kind { return "unknown" }
