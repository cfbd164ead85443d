package reporttext

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	utf "golang.org/x/text/encoding/unicode"

	"wres/loaders/reporttext/cell"
	"wres/loaders/reporttext/grid"
	"wres/model/audit/document"
	"wres/model/pattern"
)

var update = flag.Bool("update", false, "write the golden files anew")

func read(t testing.TB, content string) *document.Document {
	t.Helper()
	d, err := Read([]byte(content), "report.txt")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func file(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// name writes what a figure is of, and how it is printed.
func name(f document.Figure) string {
	k := f.Key()
	return fmt.Sprintf("%v %s %s %s %s %s", k.Year, k.Indicator, k.Figure, k.Group, k.Part, f.Printed.Printed)
}

// TestPublishedReport: every figure of the tables of a published report is read, and none
// that is not there. The figures are those that the extract of printed figures has, which
// was written by hand.
func TestPublishedReport(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(file(t, "../../testdata/extracts/published.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{}
	for _, r := range rows[1:] {
		if !strings.Contains(r[6], "Appendix 1") || strings.HasSuffix(r[6], "text") || r[2] == "change" || r[2] == "entered" {
			continue // from a sentence
		}
		part := r[4]
		if part == "total" {
			part = ""
		}
		want[fmt.Sprintf("%s %s %s %s %s %s", r[0], r[1], r[2], r[3], part, r[5])]++
	}
	d := read(t, file(t, "testdata/published.txt"))
	got := map[string]int{}
	for _, f := range d.Figures {
		got[name(f)]++
	}
	for f, n := range want {
		if got[f] != n {
			t.Errorf("read %d times, printed %d times: %s", got[f], n, f)
		}
	}
	for f := range got {
		if want[f] == 0 {
			t.Errorf("read and not printed: %s", f)
		}
	}
	if len(d.Figures) != 68 {
		t.Errorf("%d figures, want 68", len(d.Figures))
	}
}

// TestPublishedReportLines: figures and sentences stand on their physical lines.
func TestPublishedReportLines(t *testing.T) {
	d := read(t, file(t, "testdata/published.txt"))
	for line, want := range map[int]string{
		135: "2125 2231 1863", 136: "376 17.7% 429 19.2% 380 20.4%", 137: "0 0 1 6.67%", 138: "0 of 8 0% 1 of 15 6.7% 1 of 11 9.09%", 139: "98.0% 98.3% 97.85%",
		174: "1279 1625 820", 175: "409 31.98% 504 31.02% 371 45.24%", 176: "304 479 198", 177: "69 22.7% 90 17.86% 51 25.76%",
		179: "27.07% 37.5% 33.72%", 180: "16.87% 17.86% 13.75%", 181: "25.71% 49.28% 13.64%", 182: "Data unavailable 1.89 2.45",
		205: "10.19% 4.02% 6.48% 5.56%", 206: "13.31% 8.62% 13.50% 8.64%", 207: "67.37% 51.72% 62.39% 48.77%", 208: "3.70% 6.94% 4.86% 9.43%",
	} {
		var got []string
		rows, cells := map[int]bool{}, map[int]bool{}
		for _, f := range d.Figures {
			if f.Line == line {
				got = append(got, f.Printed.Printed)
				rows[f.Row], cells[f.Cell] = true, true
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("line %d has %q, want %q", line, got, want)
		}
		if columns := map[bool]int{true: 3, false: 2}[line < 200]; len(rows) != 1 || len(cells) != columns {
			t.Errorf("line %d has %d rows and %d cells", line, len(rows), len(cells))
		}
	}
	for _, f := range d.Figures {
		if (f.Line == 177 && f.Number.Percent) != (f.Base == "appointed") {
			t.Errorf("line %d, %s has the base %q", f.Line, f.Printed.Printed, f.Base)
		}
	}
	if want := []string{"ethnically diverse", "ed"}; !slices.Equal(d.Terms.BME, want) {
		t.Errorf("terms %q, want %q", d.Terms.BME, want)
	}
	if want := []string{"NHS Midlands and Lancashire Commissioning Support Unit", "ML"}; !slices.Equal(d.Terms.Organisation, want) {
		t.Errorf("organisation %q, want %q", d.Terms.Organisation, want)
	}
	if m := d.SurveyYears; m == nil || m.Line != 205 || !slices.Equal(m.From, []int{2022, 2023}) {
		t.Errorf("years of the survey: %+v", m)
	}
	for line, want := range map[int]struct{ indicator, begins string }{
		91: {"", "Ethnically diverse employees were more likely"}, 128: {"", "Indicator 1 and"}, 130: {"1", "Indicator 1: the percentage"}, 141: {"9", "The WRES 2024 data"},
		171: {"2", "Indicator 2"}, 186: {"2", "However, white candidates are 2.45 times"}, 190: {"3", "ML can confirm that fewer than five"}, 196: {"4", "It is not possible"}, 214: {"", "The percentages of white"}, 224: {"", "WRES data"},
	} {
		at := slices.IndexFunc(d.Sentences, func(s document.Sentence) bool { return s.Line == line })
		if at < 0 || d.Sentences[at].Indicator != want.indicator || !strings.HasPrefix(d.Sentences[at].Text, want.begins) {
			t.Errorf("line %d: sentence %d, want %+v", line, at, want)
		}
	}
}

// TestReports holds what is read of reports in other layouts.
func TestReports(t *testing.T) {
	names, err := filepath.Glob("testdata/reports/*")
	if err != nil || len(names) < 9 {
		t.Fatal(names, err)
	}
	for _, path := range names {
		t.Run(filepath.Base(path), func(t *testing.T) {
			d, err := Read([]byte(file(t, path)), filepath.Base(path))
			if err != nil {
				t.Fatal(err)
			}
			got, golden := dump(d), filepath.Join("testdata", "golden", filepath.Base(path)+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			if want := file(t, golden); got != want {
				t.Errorf("what is read differs from %s; it is\n%s", golden, got)
			}
			account(t, file(t, path), d)
		})
	}
}

// numberedRow is the number that a row begins with, of an action, a band or an indicator, or
// that of a page.
var numberedRow = pattern.Of(`^\|? *[0-9]{1,2}[a-d]?[.)]? *[\t| ]|^[ \f]*[0-9]+ *$`)

// account holds that every figure of a text is in a table, in a sentence or unread.
func account(t testing.TB, text string, d *document.Document) {
	t.Helper()
	have := map[string]int{}
	add := func(text string, n int) {
		for _, number := range numbers().FindAllString(text, -1) {
			have[number] += n
		}
	}
	for _, f := range d.Figures {
		add(f.Printed.Printed, 1)
	}
	for _, s := range d.Sentences {
		add(s.Text, 1)
	}
	for _, u := range d.Unread {
		add(u.Text, 1)
	}
	for i, line := range strings.Split(text, "\n") {
		for _, number := range cell.Figures(grid.Plain(numberedRow().ReplaceAllString(line, ""))) {
			if have[number]--; have[number] < 0 {
				t.Errorf("line %d: %s is nowhere: %q", i+1, number, line)
			}
		}
	}
}

var numbers = pattern.Of(`[0-9]+(?:[.,][0-9]+)*`)

func TestAccountOfPublishedReport(t *testing.T) {
	text := file(t, "testdata/published.txt")
	before, after, ok := strings.Cut(text, "Introduction\t3")
	_, rest, found := strings.Cut(after, "\n\n")
	if !ok || !found {
		t.Fatal("no table of contents")
	}
	account(t, before+rest, read(t, text))
}

func TestNotText(t *testing.T) {
	for what, content := range map[string]string{
		"a PDF":                      "%PDF-1.7\n%âãÏÓ\n1 0 obj",
		"a Word document":            "PK\x03\x04\x14\x00\x06\x00word/document.xml",
		"a workbook":                 "PK\x03\x04\x14\x00xl/workbook.xml",
		"a presentation":             "PK\x03\x04\x14\x00ppt/presentation.xml",
		"an OpenDocument text":       "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
		"a zip archive":              "PK\x03\x04\x14\x00report.txt",
		"a document of an older":     "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00",
		"Rich Text Format":           `{\rtf1\ansi WRES 2024}`,
		"a compressed file":          "\x1f\x8b\x08\x00",
		"a page of HTML or XML":      "\ufeff\n<!-- saved from x -->\n<!DOCTYPE html><html><body><table>",
		"no text":                    "WRES 2024\x00\x00\x01 and more text that is no text at all",
		"a page of HTML or XML ":     "<?xml version=\"1.0\"?><w:document>",
		"a page of HTML or XML  ":    "<HTML lang=en>",
		"a page of HTML or XML   ":   "<body class=x><p>",
		"a page of HTML or XML    ":  "<head><title>",
		"a page of HTML or XML     ": "<!doctype HTML>",
	} {
		_, err := Read([]byte(content), "our\x1b[2Jreport")
		var not *NotText
		if !errors.As(err, &not) || !strings.Contains(err.Error(), strings.TrimSpace(what)) || not.Do == "" || strings.ContainsRune(err.Error(), 0x1b) {
			t.Errorf("%q: %v", content, err)
		}
		if what == "a PDF" && !strings.Contains(err.Error(), "pdftotext -layout") {
			t.Errorf("%v", err)
		}
	}
}

func TestNoFigure(t *testing.T) {
	for _, text := range []string{"", "\n\n", "We are committed to race equality.", "In 2024 and on page 3 of the report.", "# WRES 2024\n\n| Indicator | 2023 | 2024 |\n|---|---|---|\n"} {
		if d := read(t, text); len(d.Figures) != 0 || len(d.Unread) != 0 {
			t.Errorf("%q has %v, %v", text, d.Figures, d.Unread)
		}
	}
}

// TestEncodings: one text, in every encoding, is one document.
func TestEncodings(t *testing.T) {
	text := "WRES report 2024\n\n| Indicator 2 | 2023 | 2024 |\n|---|---|---|\n| Relative likelihood – White ÷ BME | 1.89 | 2.45 |\n\nThe café’s staff: 12 of 40.\n"
	want := dump(read(t, text))
	if !strings.Contains(want, "2024 2 relative-likelihood all - = 2.45") || !strings.Contains(want, "café") {
		t.Fatal(want)
	}
	encode := func(e interface{ String(string) (string, error) }) string {
		s, err := e.String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, content := range map[string]string{
		"UTF-8 with a mark":   "\xef\xbb\xbf" + text,
		"UTF-16 little":       encode(utf.UTF16(utf.LittleEndian, utf.UseBOM).NewEncoder()),
		"UTF-16 big":          encode(utf.UTF16(utf.BigEndian, utf.UseBOM).NewEncoder()),
		"UTF-16 without mark": encode(utf.UTF16(utf.LittleEndian, utf.IgnoreBOM).NewEncoder()),
		"Windows-1252":        encode(charmap.Windows1252.NewEncoder()),
		"CRLF":                strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":                  strings.ReplaceAll(text, "\n", "\r"),
	} {
		if got := dump(read(t, content)); got != want {
			t.Errorf("%s is read as\n%s", name, got)
		}
	}
}

// TestMarksTakenOff: what stands around a figure is no part of it.
func TestMarksTakenOff(t *testing.T) {
	for cellText, want := range map[string]string{
		"<b>1.89</b>": "1.89", "**1.89**": "1.89", "*1.89*": "1.89", "1.89<sup>1</sup>": "1.89", "1.89<sup>1,2</sup>": "1.89", "1.89¹": "1.89", "1.89*": "1.89", `1.89\*`: "1.89",
		"\u00a01.89\u00a0": "1.89", "1\u00ad.89": "1.89", "\u200b1.89\ufeff": "1.89", "`1.89`": "1.89", "[1.89](#note)": "1.89", "1.89[^2]": "1.89", "1.89†": "1.89",
		"&lt;5": "<5", "1.89&nbsp;": "1.89", "<span style=\"x\">1.89</span>": "1.89", "1.89 times": "1.89",
	} {
		d := read(t, "## Indicator 2\n\n|  | 2023 | 2024 |\n|---|---|---|\n| Relative likelihood of White to BME applicants | "+cellText+" | 2.45 |\n")
		if len(d.Figures) != 2 || d.Figures[0].Printed.Printed != want {
			t.Errorf("%q is read as %v", cellText, d.Figures)
		}
	}
}

// TestHostile: no byte that acts on a terminal, or hides text, comes through.
func TestHostile(t *testing.T) {
	bad := "\x1b[2J\u202e\x07\u009b"
	d := read(t, "# Indicator 2"+bad+"\n\n|  | 2023"+bad+" | 2024 |\n|---|---|---|\n| White shortlisted"+bad+" | 12"+bad+" | 13 |\n| x"+bad+" | 7"+bad+" | 8 |\n\nIt says "+bad+"12%.\n\nThe term \"global"+bad+" majority\" is used.\n")
	for _, s := range texts(d) {
		if strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == 0x202e }) >= 0 {
			t.Errorf("%q", s)
		}
	}
	if !strings.Contains(dump(d), "<U+001B>[2J") {
		t.Errorf("what was taken out is not shown:\n%s", dump(d))
	}
}

// texts lists all that a document would show.
func texts(d *document.Document) []string {
	all := append([]string{d.Source}, d.Terms.BME...)
	all = append(all, d.Terms.Organisation...)
	for _, f := range d.Figures {
		all = append(all, f.Printed.Printed, f.Label, f.Printed.Source, f.Says, f.Part, f.Group)
	}
	for _, s := range d.Sentences {
		all = append(all, s.Text)
	}
	for _, u := range d.Unread {
		all = append(all, u.Text)
	}
	return all
}

// TestLarge: text of any size and shape is read in time that grows with it.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	wide := "| Band" + strings.Repeat(" | 2024", 2000) + " |\n|---" + strings.Repeat("|---", 2000) + "|\n"
	for name, content := range map[string]string{

		"table with pipes":     "| Indicator 1 | 2023 | 2024 |\n|---|---|---|\n" + strings.Repeat("| BME staff | 376 (17.7%) | 380 (20.4%) |\n", 15_000),
		"table with spaces":    "Indicator 1            2023          2024\n" + strings.Repeat("BME staff          376 (17.7%)   380 (20.4%)\n", 15_000),
		"labels with no cells": "Indicator 1            2023          2024\n" + strings.Repeat("BME staff\n", 60_000) + "BME staff      12     13\n",
		"heads and no rows":    strings.Repeat("Indicator 1            2023          2024\n", 15_000),
		"rows with tags":       strings.Repeat("<tr><td>BME staff<td>376 (17.7%)<td rowspan=2>12</tr>\n", 12_000),
		"open table":           "<table>" + strings.Repeat("text\n", 150_000),
		"line of stars":        strings.Repeat("*", 1<<20),
		"line of brackets":     strings.Repeat("[", 1<<20),
		"line of tags":         strings.Repeat("<td>", 1<<18),
		"line of numbers":      strings.Repeat("12 ", 1<<19),
		"line of columns":      strings.Repeat("12   ", 1<<18),
		"line of pipes":        strings.Repeat("|12", 1<<18),
		"line of tabs":         strings.Repeat("\t12", 1<<18) + "\n\t12",
		"blank lines":          strings.Repeat("\n", 1<<20),
		"2,000 columns":        wide + strings.Repeat("| Band 5"+strings.Repeat(" | 12", 2000)+" |\n", 20),
		"spaced columns":       "Band" + strings.Repeat("    2024", 2000) + "\n" + strings.Repeat("Band 5"+strings.Repeat("      12", 2000)+"\n", 20),
		"ten million bytes":    strings.Repeat("The share of BME staff rose from 12.1% to 13.4% in 2024, and it is expected to rise.\n", 120_000),
		"headings":             strings.Repeat("## Indicator 2\n", 60_000),
		"terms":                strings.Repeat("the term BAME is used (NHS Trust (NT)) ", 10_000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			read(t, content)
			took := time.Since(start)
			t.Logf("%d KB in %v", len(content)>>10, took)
			if limit := 20 * time.Second; took > limit {
				t.Errorf("takes %v", took)
			}
		})
	}
}

// TestOddTables: none of these stops the reader, and each figure is somewhere.
func TestOddTables(t *testing.T) {
	for _, text := range []string{
		"| a | 2023 | 2024 |\n|---|---|---|\n| BME staff | 12 |\n| BME staff | 12 | 13 | 14 | 15 |\n",
		"\t2023\t2024\nBME staff\t12\nWhite staff\t12\t13\t14\t15\n",
		"|||\n|||\n", "|\n", "| 2023 |\n|---|\n| 12 |\n", "<tr></tr>", "<tr><td colspan=99999>12", "<td>12</td><tr>", "</table>12",
		"Measure    Value\nBME staff    12\n", "   2024   \n   12   \n", "A\tB\nC\tD\n", "2023  2024\n12  13\n",
	} {
		account(t, text, read(t, text))
	}
}

// TestTableTwice: a table that stands twice is read twice.
func TestTableTwice(t *testing.T) {
	table := "| Indicator 2 | 2023 | 2024 |\n|---|---|---|\n| White applicants shortlisted | 12 | 13 |\n\n"
	d := read(t, table+"Text.\n\n"+table)
	if len(d.Figures) != 4 || d.Figures[0].Key() != d.Figures[2].Key() || d.Figures[2].Line != 9 {
		t.Errorf("%v", d.Figures)
	}
}

// TestSurveyYears: years of the survey are told from those of the standard.
func TestSurveyYears(t *testing.T) {
	row := "| Harassment, bullying or abuse from patients, relatives or the public, BME | 31.1% | 30.2% |\n"
	other := "\n| Indicator 1 | 2023 | 2024 |\n|---|---|---|\n| BME staff | 12% | 13% |\n"
	for head, want := range map[string]string{
		"| Indicator 5 | 2022 | 2023 |":               "2023 2024 moved",
		"| Indicator 5 | 2023 | 2024 |":               "2023 2024",
		"| Indicator 5 | 2021 | 2022 |":               "2021 2022", // two years short is not of the survey's
		"| Indicator 5 | 2022 survey | 2023 survey |": "2023 2024 moved",
		"| Indicator 5 | WRES 2022 | WRES 2023 |":     "2022 2023",
		"| Indicator 5 | 2023 (2022) | 2024 (2023) |": "2023 2024",
		"| Indicator 5 | 2022/23 | 2023/24 |":         "2023 2024",
	} {
		d := read(t, "# WRES 2024\n\n"+head+"\n|---|---|---|\n"+row+other)
		years := map[int]bool{}
		for _, f := range d.Figures {
			if f.Indicator == "5" {
				years[int(f.Year)] = true
			}
		}
		got := strings.Trim(fmt.Sprint(slices.Sorted(maps.Keys(years))), "[]")
		if d.SurveyYears != nil {
			got += " moved"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", head, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	names, err := filepath.Glob("testdata/reports/*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if content := file(f, name); len(content) < 4<<10 {
			f.Add([]byte(content))
		}
	}
	f.Add([]byte("<tr><td rowspan=3 colspan=3>1<tr><td>2\n| a |\n|-|\n\t1\n1  2\n"))
	f.Fuzz(sound)
}

// sound holds what is so of every document, whatever it was read of.
func sound(t *testing.T, content []byte) {
	d, err := Read(content, "x")
	if err != nil {
		return
	}
	lines := strings.Count(string(content), "\n") + strings.Count(string(content), "\r") + len(content)/2 + 1 // UTF-16 counted too
	for _, s := range texts(d) {
		if !utf8.ValidString(s) || strings.IndexFunc(s, unicode.IsControl) >= 0 {
			t.Errorf("%q", s)
		}
	}
	for _, f := range d.Figures {
		if f.Line < 1 || f.Line > lines || f.Printed.Printed == "" || f.Indicator == "" || f.Printed.Figure == "" || f.Row < 1 || f.Cell < 1 || f.IsNumber && f.Number.Value == nil {
			t.Errorf("%+v", f)
		}
	}
	for _, s := range d.Sentences {
		if s.Line < 1 || s.Line > lines || s.Text == "" {
			t.Errorf("%+v", s)
		}
	}
}

// TestSpoiled: reports that are cut, mixed and written over at random are read, each in a
// moment.
func TestSpoiled(t *testing.T) {
	names, err := filepath.Glob("testdata/reports/*")
	if err != nil {
		t.Fatal(err)
	}
	var whole [][]byte
	for _, name := range names {
		whole = append(whole, []byte(file(t, name)))
	}
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		c := slices.Clone(whole[r.IntN(len(whole))])
		c = c[:min(len(c), 6000)]
		for range 1 + r.IntN(12) {
			at := r.IntN(len(c))
			end := min(len(c), at+r.IntN(200))
			switch r.IntN(4) {
			case 0:
				c[at] = byte(r.IntN(256))
			case 1:
				c = append(slices.Delete(c, at, end), ' ')
			case 2:
				c = slices.Insert(c, r.IntN(len(c)), slices.Clone(c[at:end])...)
			case 3:
				c = slices.Insert(c, at, []byte(spoilers[r.IntN(len(spoilers))])...)
			}
		}
		start := time.Now()
		sound(t, c)
		if took := time.Since(start); took > 3*time.Second || t.Failed() {
			t.Fatalf("takes %v: %q", took, c)
		}
	}
}

var spoilers = []string{"\t", "|", "  ", "\n", "<tr>", "<td rowspan=3>", "12%", "1 of 15", "**", "2024", "- ", "+--+--+\n", "\n-----  ----\n", "\x1b[2J", "\u202e", "White", "Indicator 5"}

func BenchmarkRead(b *testing.B) {
	content := []byte(file(b, "testdata/published.txt"))
	for b.Loop() {
		if _, err := Read(content, "report.txt"); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHeadings: a heading's indicator holds up to the next heading of its level or a higher
// one, and up to a line that names another.
func TestHeadings(t *testing.T) {
	d := read(t, "## Indicator 2\n\nOne.\n\n### More\n\nTwo.\n\n### Board\n\nThree.\n\n## Indicators 5 - 8\n\nFour.\n\nIndicator 6: harassment from staff\n\nFive.\n\n## Next\n\nSix.\n\n## Indicator 3\n\nSeven.\n\n## Conclusions of all\n\nEight.\n\n## WDES\n\n### Metric 4\n\nNine.\n\n## WRES\n\n### Metric 4\n\nTen.\n")
	want := map[string]string{"One.": "2", "Two.": "2", "Three.": "9", "Four.": "", "Five.": "6", "Six.": "", "Seven.": "3", "Eight.": "", "Nine.": "", "Ten.": "4"}
	for _, s := range d.Sentences {
		if of, ok := want[s.Text]; ok && of != s.Indicator {
			t.Errorf("%s is under %q, want %q", s.Text, s.Indicator, of)
		}
	}
}
