package loaders

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

const corpusDir = "../testdata/nhs-shaped"

// corpusEntry is what the manifest says of a file, as far as a report shows it.
type corpusEntry struct {
	File, Encoding, Delimiter, Outcome string
	HeaderRecord                       int `json:"header_record"`
	HeaderRecords                      int `json:"header_records"`
	DataRows                           int `json:"data_rows"`
}

// corpusProblems are parts of the problems that a file of the corpus must have, each
// with its line and column. A file that is not named here has no error but that it
// is not used.
var corpusProblems = map[string][]string{
	"05_utf16le_no_bom.csv":          {"notice :0:0 read as utf-16le"},
	"07_mojibake_double_encoded.csv": {"notice :0:0 encoded twice"},
	"13_title_total_footnotes.csv":   {"notice :1:0 taken to be on line 5", "notice :26:0 not counted as rows: 1 total (line 26) and 2 notes (lines 28 to 29)"},
	"15_merged_header_3rows.csv":     {"notice :1:0 taken to be on line 3", "notice :2:0 lines 2 to 3 are together"},
	"17_percent_mixed.csv":           {`error :2:3 "0.125" stands among values with %`, `error :3:3 "12,5%" has a comma for its decimal point`, `error :5:2 "-3.0%" is negative`, `error :5:3 "120%" is over 100`},
	"25_bare_quote_in_cell.csv":      {"notice :5:2 a quote stands inside this cell"},
	"27_backslash_escape.csv":        {"error :2:2 text behind the quote"},
	"29_blank_header_names.csv":      {"notice :1:0 columns 2 and 4 have no name"},
	"33_ragged_short_row.csv":        {"error :7:5 this row has 4 fields where the header has 7"},
	"35_unquoted_comma_shift.csv":    {"error :7:8 this row has a value in field 8 where the header names 7"},
	"37_empty.csv":                   {"error :0:0 the file is empty"},
	"39_blank_lines_only.csv":        {"error :0:0 only blank lines"},
	"47_truncated_mid_row.csv":       {"error :21:6 this row has 5 fields where the header has 7; it may be cut off"},
	"49_xlsx_renamed.csv":            {"error :0:0 this is an Excel workbook"},
	"51_html_table_renamed.xls.csv":  {"error :0:0 this is a web page"},
	"55_lookalike_columns.csv":       {`notice :1:3 columns 2 "Ethnic Origin" and 3 "Ethnic Origin" have names that look alike`},
}

func corpusEntries(t *testing.T) []corpusEntry {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct{ Files []corpusEntry }
	if err := json.Unmarshal(data, &manifest); err != nil {
		t.Fatal(err)
	}
	return manifest.Files
}

// openCorpus opens a folder that holds one file of the corpus, under its name or
// another.
func openCorpus(t *testing.T, file, name string, from, to string) (*model.Organisation, source.Report) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, file))
	if err != nil {
		t.Fatal(err)
	}
	org, report, _ := open(t, folder{name: strings.ReplaceAll(string(data), from, to)}, Options{AssumeYear: 2025})
	return org, report
}

// TestCorpusFacts holds what a report says of how each file of the corpus is
// written, whatever its kind.
func TestCorpusFacts(t *testing.T) {
	for _, c := range corpusEntries(t) {
		t.Run(c.File, func(t *testing.T) {
			_, report := openCorpus(t, c.File, c.File, "", "")
			if len(report.Files) != 1 {
				t.Fatalf("%d files", len(report.Files))
			}
			f := report.Files[0]
			if c.Outcome == "refuse" {
				if f.Outcome != source.Refused || f.RowsRead != 0 {
					t.Errorf("%+v, want it refused", f)
				}
			} else if line := c.HeaderRecord + max(1, c.HeaderRecords) - 1; f.Encoding != c.Encoding || f.Delimiter != c.Delimiter ||
				f.HeaderLine != line || f.RowsRead != c.DataRows || f.Outcome == source.Refused {
				t.Errorf("%+v, want %s by %q, header on line %d, %d rows", f, c.Encoding, c.Delimiter, line, c.DataRows)
			}
			if aside := map[string]int{"13_title_total_footnotes.csv": 3}[c.File]; f.RowsAside != aside {
				t.Errorf("%d rows aside, want %d", f.RowsAside, aside)
			}
			checkCorpusProblems(t, c.File, report)
		})
	}
}

func checkCorpusProblems(t *testing.T, file string, report source.Report) {
	t.Helper()
	all := said(report)
	for _, want := range corpusProblems[file] {
		severity, rest, _ := strings.Cut(want, " :")
		place, words, _ := strings.Cut(rest, " ")
		if !slices.ContainsFunc(all, func(s string) bool {
			return strings.HasPrefix(s, severity+" "+file+":"+place+" ") && strings.Contains(s, words)
		}) {
			t.Errorf("no problem %q in %q", want, all)
		}
	}
	if len(corpusProblems[file]) > 0 {
		return
	}
	for _, p := range report.Problems {
		if p.Severity == source.Error && !strings.HasPrefix(p.Message, "the file is not used: ") {
			t.Errorf("unexpected: %s", p)
		}
	}
}

// TestCorpusMergedHeader: years above groups are figures of those years.
func TestCorpusMergedHeader(t *testing.T) {
	org, report := openCorpus(t, "15_merged_header_3rows.csv", "15_merged_header_3rows.csv", "", "")
	if f := report.Files[0]; f.Kind != "workforce" || f.Outcome != source.Loaded || f.RowsUsed != 2 {
		t.Fatalf("%+v %q", f, said(report))
	}
	for year, want := range map[model.Year]model.Tally{2024: tally(120, 35, 5), 2025: tally(118, 39, 4)} {
		if got := org.Return(year).Workforce[model.Post{Band: model.Band2}]; got != want {
			t.Errorf("%s: %v, want %v", year, got, want)
		}
	}
}

// TestCorpusPercentMixed: 0.125 beside 12.5% is neither a share nor a percentage
// until someone says which.
func TestCorpusPercentMixed(t *testing.T) {
	org, report := openCorpus(t, "17_percent_mixed.csv", "survey-2025.csv", "A,", "5,")
	if r := org.Return(2025); r != nil && len(r.Survey) > 0 {
		t.Errorf("%v is read from the mixed row", r.Survey)
	}
	if f := report.Files[0]; f.Kind != "survey" || f.RowsRefused != 4 {
		t.Errorf("%+v %q", f, said(report))
	}
}

// TestCorpusCells reads cells of the corpus as numbers and dates.
func TestCorpusCells(t *testing.T) {
	for _, raw := range []string{"-12", "(12)", "−12", "12-"} {
		if n, wrong := labels.ParseCount(raw); wrong == "" {
			t.Errorf("%q is the count %d", raw, n)
		}
		if v, wrong := labels.ParseDecimal(raw); wrong == "" {
			t.Errorf("%q is the figure %v", raw, v)
		}
	}
	for raw, want := range map[string]model.Year{
		"01/02/2024": 2024, "2024-02-01": 2024, "1-Feb-24": 2024, "04/03/2024": 2024, "03/04/2024": 2025, // day before month
		"45323": 0, "31/04/2024": 0, "00/00/0000": 0, "02/13/2024": 0,
	} {
		if y, _, err := model.ParseYear(raw); y != want || (err != nil) != (want == 0) {
			t.Errorf("%q is of %s (%v), want %s", raw, y, err, want)
		}
	}
}
