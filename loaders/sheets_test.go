package loaders

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"wres/loaders/csvfile"
	"wres/model/source"
)

var (
	aNumber   = regexp.MustCompile(`^-?(?:0|[1-9][0-9]{0,10})(?:\.[0-9]{1,4})?$`)
	thousands = regexp.MustCompile(`^[1-9][0-9]{0,2}(?:,[0-9]{3})+$`)
	aShare    = regexp.MustCompile(`^([0-9]{1,3}(?:\.[0-9])?)%$`)
	aDay      = regexp.MustCompile(`^[0-9]{2}/[0-9]{2}/20[0-9]{2}$`)
)

// asBook makes a workbook of a CSV file as Excel does that opens it: what looks like a
// number or a day becomes one. It is false for a file whose records no sheet can have.
func asBook(t *testing.T, sheet string, data []byte) ([]byte, bool) {
	t.Helper()
	text, err := csvfile.Decode(data)
	if err != nil {
		return nil, false
	}
	x := excelize.NewFile()
	defer x.Close() // in memory
	if err := x.SetSheetName("Sheet1", sheet); err != nil {
		t.Fatal(err)
	}
	days, numbers := style(t, x, "dd/mm/yyyy"), map[int]int{}
	for places, code := range []string{"0", "0.0", "0.00", "0.000", "0.0000"} {
		numbers[places], numbers[-1-places] = style(t, x, code), style(t, x, code+"%")
	}
	records := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	records.Comma, records.FieldsPerRecord = text.Delimiter, -1
	for {
		rec, err := records.Read()
		if err == io.EOF {
			break
		}
		if err != nil || text.Encoding != csvfile.UTF8 {
			return nil, false
		}
		line, _ := records.FieldPos(0)
		for i, v := range rec {
			if strings.ContainsAny(v, "\r\n") {
				return nil, false
			}
			if text.Delimiter == ',' && thousands.MatchString(v) { // elsewhere the comma may be a decimal point
				v = strings.ReplaceAll(v, ",", "")
			}
			at, err := excelize.CoordinatesToCellName(i+1, line)
			if err == nil && v != "" {
				err = setCell(x, sheet, at, v, days, numbers)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := x.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), true
}

func style(t *testing.T, x *excelize.File, code string) int {
	t.Helper()
	id, err := x.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func setCell(x *excelize.File, sheet, at, v string, days int, numbers map[int]int) error {
	_, part, _ := strings.Cut(strings.TrimSuffix(v, "%"), ".")
	places := len(part)
	switch {
	case aNumber.MatchString(v):
		n, _ := strconv.ParseFloat(v, 64) // as the pattern has it
		return errors.Join(x.SetCellValue(sheet, at, n), x.SetCellStyle(sheet, at, at, numbers[places]))
	case aDay.MatchString(v):
		if day, err := time.Parse("02/01/2006", v); err == nil {
			return errors.Join(x.SetCellValue(sheet, at, day), x.SetCellStyle(sheet, at, at, days))
		}
	case aShare.MatchString(v):
		n, _ := strconv.ParseFloat(strings.TrimSuffix(v, "%")+"e-2", 64)
		return errors.Join(x.SetCellValue(sheet, at, n), x.SetCellStyle(sheet, at, at, numbers[-1-places]))
	}
	return x.SetCellStr(sheet, at, v)
}

// foldersOfTests are folders of extracts, with what each file holds.
func foldersOfTests(t *testing.T) map[string]folder {
	t.Helper()
	all := map[string]folder{}
	for _, in := range goodInputs {
		for i, f := range in.folders {
			all[fmt.Sprintf("%s %d", in.name, i)] = f
		}
	}
	for _, dir := range []string{"../testdata/kinds", "../testdata/extracts", "../testdata/trials/*"} {
		found, err := filepath.Glob(dir)
		if err != nil || len(found) == 0 {
			t.Fatal(dir, err)
		}
		for _, at := range found {
			f := folder{}
			entries, err := os.ReadDir(at)
			if err != nil {
				continue // a file beside folders
			}
			for _, e := range entries {
				data, err := os.ReadFile(filepath.Join(at, e.Name()))
				if err != nil {
					t.Fatal(err)
				}
				if path.Ext(e.Name()) != ".go" {
					f[e.Name()] = string(data)
				}
			}
			all[at] = f
		}
	}
	return all
}

// TestSheetsGiveTheFiguresOfTheirFiles: a workbook of a CSV file gives the same figures,
// and of its rows as many are read, used, refused and set aside.
func TestSheetsGiveTheFiguresOfTheirFiles(t *testing.T) {
	folders := foldersOfTests(t)
	made := 0
	// Excel takes the month of its days for the day: TestSwappedDays.
	delete(folders, "../testdata/trials/13-month-first-cases")
	for _, name := range slices.Sorted(maps.Keys(folders)) {
		sheets := folder{}
		for file, text := range folders[name] {
			base, ext := strings.TrimSuffix(file, path.Ext(file)), path.Ext(file)
			book, ok := []byte(nil), false
			if slices.Contains([]string{".csv", ".tsv", ".txt"}, ext) && !strings.HasPrefix(file, "action-plan") {
				book, ok = asBook(t, "Sheet1", []byte(text))
			}
			if !ok {
				sheets[file] = text
				continue
			}
			made++
			sheets[base+".xlsx"] = string(book)
		}
		want, wantReport, wantErr := open(t, folders[name], Options{AssumeYear: 2024})
		got, gotReport, gotErr := open(t, sheets, Options{AssumeYear: 2024})
		if (wantErr == nil) != (gotErr == nil) {
			t.Errorf("%s: %v, and of its files %v", name, gotErr, wantErr)
		}
		// Of a figure that is a number a sheet does not tell that it was printed with noughts
		// at its end.
		printed := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Printed" }, cmp.Comparer(func(a, b string) bool { return meant(a) == meant(b) }))
		if diff := cmp.Diff(want, got, printed, cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".File" }, cmp.Comparer(func(a, b string) bool { return stem(a) == stem(b) }))); diff != "" {
			t.Errorf("%s: %s\n%s", name, diff, strings.Join(said(gotReport), "\n"))
		}
		if diff := cmp.Diff(rowsOf(wantReport), rowsOf(gotReport)); diff != "" {
			t.Errorf("%s: %s\n%s", name, diff, strings.Join(said(gotReport), "\n"))
		}
	}
	if made < 80 {
		t.Errorf("only %d files were made into workbooks", made)
	}
}

// stem is the name of a file without what it ends in.
func stem(name string) string {
	name, _, _ = strings.Cut(name, ".xlsx [")
	return strings.TrimSuffix(name, path.Ext(name))
}

// rowsOf says of each file what became of its rows and people.
func rowsOf(r source.Report) map[string]string {
	all := map[string]string{}
	for _, f := range r.Files {
		name := stem(f.Name)
		account := ""
		if f.Account != nil {
			account = fmt.Sprint(*f.Account)
		}
		all[name] = fmt.Sprintf("%s, %s: %d = %d + %d; %d aside; line %d; %v, %s", f.Kind, f.Outcome, f.RowsRead, f.RowsUsed, f.RowsRefused, f.RowsAside, f.HeaderLine, f.Excluded, account)
	}
	return all
}

// book is a workbook that a test makes: cells by sheet and place; a cell that begins with =
// is a formula, which has no value.
func book(t *testing.T, sheets map[string]map[string]any, change func(x *excelize.File) error) string {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close() // in memory
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		_, err := x.NewSheet(name)
		errs = append(errs, err)
		for at, v := range sheets[name] {
			if text, is := v.(string); is && strings.HasPrefix(text, "=") {
				errs = append(errs, x.SetCellFormula(name, at, text[1:]))
				continue
			}
			errs = append(errs, x.SetCellValue(name, at, v))
		}
	}
	errs = append(errs, x.DeleteSheet("Sheet1"))
	if change != nil {
		errs = append(errs, change(x))
	}
	var b bytes.Buffer
	errs = append(errs, x.Write(&b))
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// cellsOf gives the cells of rows, to be the sheet of a book.
func cellsOf(rows ...[]any) map[string]any {
	cells := map[string]any{}
	for i, row := range rows {
		for j, v := range row {
			if v == nil {
				continue
			}
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				panic(err)
			}
			cells[at] = v
		}
	}
	return cells
}

type cells = map[string]map[string]any

// TestWorkbooks: what is said of workbooks, and what becomes of their rows.
func TestWorkbooks(t *testing.T) {
	header := []any{"year", "pay_band", "ethnicity", "headcount"}
	sound := cellsOf(header, []any{2024, 5, "White", 110}, []any{2024, 5, "BME", 33}, []any{2024, 5, "Unknown", 2})
	const file = "year,pay_band,ethnicity,headcount\n2024,5,White,110\n2024,5,BME,33\n2024,5,Unknown,2\n"
	list := [][]any{{"Ethnic Origin", "Shortlisted", "Appointed", "Vacancy", "Date"}, {"A", "yes", "no", 1, "31/12/2024"}, {"H", "yes", "yes", 1, "30/12/2024"}}
	for _, c := range []struct {
		name  string
		f     folder
		files []string // name: outcome, read = used + refused
		said  []string // parts of the problems, in order
	}{
		{"sheets", folder{"a.xlsx": book(t, cells{"Staff": sound, "Board": cellsOf([]any{"year", "voting", "executive", "White", "BME", "Unknown"}, []any{2024, true, false, 5, 1, 0}, []any{2024, false, false, 2, 0, 0})}, nil)},
			[]string{"a.xlsx [Board]: board, loaded: 2 = 2 + 0", "a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0"}, nil},
		{"the year of the workbook's name", folder{"staff 2023-24.xlsx": book(t, cells{"Sheet2": cellsOf([]any{"pay_band", "White", "BME", "Unknown"}, []any{5, 1, 2, 3})}, nil)},
			[]string{"staff 2023-24.xlsx [Sheet2]: workforce, loaded: 1 = 1 + 0"}, nil},
		{"the year of the sheet's name", folder{"staff.xlsx": book(t, cells{"2024": cellsOf([]any{"pay_band", "White", "BME", "Unknown"}, []any{5, 1, 2, 3})}, nil)},
			[]string{"staff.xlsx [2024]: workforce, loaded: 1 = 1 + 0"}, nil},
		{"two years in the names", folder{"staff 2023.xlsx": book(t, cells{"2024": cellsOf([]any{"pay_band", "White", "BME", "Unknown"}, []any{5, 1, 2, 3})}, nil)},
			[]string{"staff 2023.xlsx [2024]: workforce, not used: 1 = 0 + 1"}, []string{"error staff 2023.xlsx [2024]:1:0 [] the file is not used: nothing says its year"}},
		{"a hidden sheet", folder{"a.xlsx": book(t, cells{"Staff": sound, "Zold": sound}, func(x *excelize.File) error { return x.SetSheetVisible("Zold", false, true) })},
			[]string{"a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0"}, []string{`notice a.xlsx:0:0 [] hidden sheets are not read: "Zold"`}},
		{"hidden rows and columns", folder{"a.xlsx": book(t, cells{"Staff": sound}, func(x *excelize.File) error {
			return errors.Join(x.SetRowVisible("Staff", 3, false), x.SetColVisible("Staff", "B", false))
		})}, []string{"a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0"}, []string{"notice a.xlsx [Staff]:0:0 [] 1 row of the sheet", "notice a.xlsx [Staff]:0:0 [] 1 column of the sheet"}},
		{"covers", folder{"a.xlsx": book(t, cells{"Cover": cellsOf([]any{"Workforce race equality"}, nil, []any{"Prepared by", "the team"}), "Empty": {}, "Staff": sound}, nil)},
			[]string{"a.xlsx [Cover]: unknown, not used: 1 = 0 + 1", "a.xlsx [Empty]: unknown, not used: 0 = 0 + 0", "a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0"},
			[]string{"notice a.xlsx [Cover]:1:0 [] column 2 has no name", "notice a.xlsx [Cover]:1:0 [] the file is not used: no kind", "notice a.xlsx [Empty]:0:0 [] the sheet is empty"}},
		{"a formula without a value", folder{"a.xlsx": book(t, cells{"Staff": cellsOf(header, []any{2024, 5, "White", "=100+10"})}, nil), "b.csv": file},
			[]string{"a.xlsx [Staff]: unknown, refused: 0 = 0 + 0", "b.csv: workforce, loaded: 3 = 3 + 0"}, []string{"error a.xlsx [Staff]:0:0 [] 1 cell, first in D2, hold"}},
		{"a copy as CSV", folder{"a.xlsx": book(t, cells{"Staff": sound}, nil), "b.csv": file},
			[]string{"a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0", "b.csv: workforce, not used: 3 = 0 + 3"}, []string{`error b.csv:1:0 [] the file is not used: it is a copy of "a.xlsx [Staff]", cell by cell`}},
		{"a list, and its copy as CSV", folder{"a.csv": "Ethnic Origin;Shortlisted;Appointed;Vacancy;Date;;\nA;yes;no;1;2024-12-31;;\nH;yes;yes;1;2024-12-30;;\n", "a.xlsx": book(t, cells{"S": cellsOf(list...)}, nil)},
			[]string{"a.csv: applicants, loaded: 2 = 2 + 0", "a.xlsx [S]: applicants, not used: 2 = 0 + 2"}, []string{`error a.xlsx [S]:1:0 [] the file is not used: it is a copy of "a.csv", cell by cell`}},
		{"other figures for the same", folder{"a.xlsx": book(t, cells{"Staff": sound}, nil), "b.csv": strings.ReplaceAll(file, "110", "111")},
			[]string{"a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0", "b.csv: workforce, loaded with problems: 3 = 0 + 3"}, []string{"error b.csv:2:4 [headcount] 2024, 5, White is given twice: a.xlsx [Staff]:2 stands", "error b.csv:3:4", "error b.csv:4:4"}},
		{"labels merged over their rows", folder{"a.xlsx": book(t, cells{"Staff": cellsOf(header, []any{2024, 5, "White", 110}, []any{nil, nil, "BME", 33}, []any{nil, nil, "Unknown", 2})}, func(x *excelize.File) error {
			return errors.Join(x.MergeCell("Staff", "A2", "A4"), x.MergeCell("Staff", "B2", "B4"))
		})}, []string{"a.xlsx [Staff]: workforce, loaded: 3 = 3 + 0"}, []string{"notice a.xlsx [Staff]:2:0 [] merged cells are read as if each row had their value: A2:A4 and B2:B4"}},
		{"counts merged", folder{"a.xlsx": book(t, cells{"Staff": cellsOf([]any{"year", "pay_band", "White", "BME", "Unknown"}, []any{2024, 5, 10, nil, 2}, []any{2024, 6, 7, 3, 1}, []any{2024, 7, 7, nil, 1})}, func(x *excelize.File) error {
			return errors.Join(x.MergeCell("Staff", "C2", "D2"), x.MergeCell("Staff", "D3", "D4"))
		})}, []string{"a.xlsx [Staff]: workforce, loaded with problems: 3 = 0 + 3"}, []string{"error a.xlsx [Staff]:2:3 [ethnicity White] the cells C2:D2 are merged", "error a.xlsx [Staff]:3:4 [ethnicity BME] the cells D3:D4 are merged", "error a.xlsx [Staff]:4:4 [ethnicity BME] the cells D3:D4 are merged"}},
		{"a count that is shown rounded", folder{"a.xlsx": book(t, cells{"Staff": cellsOf(header, []any{2024, 5, "White", 12.4}, []any{2024, 5, "BME", "#N/A"}, []any{2024, 5, "Unknown", 2})}, func(x *excelize.File) error { return x.SetCellStyle("Staff", "D2", "D2", style(t, x, "0")) })},
			[]string{"a.xlsx [Staff]: workforce, loaded with problems: 3 = 1 + 2"}, []string{`error a.xlsx [Staff]:2:4 [headcount] headcount "12.4" is not a whole number`, `error a.xlsx [Staff]:3:4 [headcount] headcount "#N/A" is an error of the spreadsheet`}},
		{"a count that the format hides", folder{"a.xlsx": book(t, cells{"Staff": cellsOf(header, []any{2024, 5, "White", 110}, []any{2024, 5, "BME", 3})}, func(x *excelize.File) error {
			return x.SetCellStyle("Staff", "D2", "D3", style(t, x, `[<6]"*";0`))
		})}, []string{"a.xlsx [Staff]: workforce, loaded with problems: 2 = 1 + 1"}, []string{`error a.xlsx [Staff]:3:4 [headcount] headcount "*" is a suppressed count`}},
		{"beyond the table", folder{"a.xlsx": book(t, cells{"Staff": cellsOf(header, []any{2024, 5, "White", 110, nil, nil, "why?"}, []any{2024, 5, "BME", 3}, []any{2024, 5, "Unknown", 3})}, nil)},
			[]string{"a.xlsx [Staff]: workforce, loaded with problems: 3 = 2 + 1"}, []string{"error a.xlsx [Staff]:2:7 [] this row has a value where no column of the header is"}},
		{"line breaks, blank rows and a far row", folder{"a.xlsx": book(t, cells{"Staff": {"A3": "year", "B3": "pay_\nband", "C3": "ethnicity", "D3": "head\r\ncount", "A5": 2024, "B5": 5, "C5": "White", "D5": 110, "A5000": 2024, "B5000": 5, "C5000": "BME", "D5000": "x"}}, nil)},
			[]string{"a.xlsx [Staff]: workforce, loaded with problems: 2 = 1 + 1"}, []string{`error a.xlsx [Staff]:5000:4 [headcount] headcount "x" is`}},
		{"what is not read", folder{"a.csv": file, "b.xls": "\xd0\xcf\x11\xe0", "c.ods": "PK", "d.xlsx": "PK\x03\x04", "~$a.xlsx": "x", ".b.xlsx": "x"},
			[]string{"a.csv: workforce, loaded: 3 = 3 + 0", "b.xls: unknown, refused: 0 = 0 + 0", "c.ods: unknown, refused: 0 = 0 + 0", "d.xlsx: unknown, refused: 0 = 0 + 0"},
			[]string{"notice b.xls:0:0 [] this is a workbook of the older kind, which is not read; open it and save it as .xlsx", "notice c.ods:0:0 [] this is an OpenDocument workbook", "error d.xlsx:0:0 [] the workbook is damaged: it is cut off"}},
	} {
		_, report, err := Open(t.Context(), c.f.fsys(), Options{}, nil)
		var files, problems []string
		for _, f := range report.Files {
			files = append(files, fmt.Sprintf("%s: %s, %s: %d = %d + %d", f.Name, f.Kind, f.Outcome, f.RowsRead, f.RowsUsed, f.RowsRefused))
			if strings.HasSuffix(f.Name, "]") && f.Outcome != source.Refused && f.HeaderLine > 0 && (f.Encoding != "xlsx" || f.Delimiter != "") {
				t.Errorf("%s: %s is written in %q with %q", c.name, f.Name, f.Encoding, f.Delimiter)
			}
		}
		if diff := cmp.Diff(c.files, files); diff != "" {
			t.Errorf("%s: %v %s", c.name, err, diff)
		}
		for _, p := range said(report) {
			if !strings.Contains(p, "with a formula") && !strings.Contains(p, "is missing for") && !strings.Contains(p, "no usable row") {
				problems = append(problems, p)
			}
		}
		if len(problems) != len(c.said) || slices.ContainsFunc(c.said, func(want string) bool {
			return !slices.ContainsFunc(problems, func(p string) bool { return strings.HasPrefix(p, want) })
		}) {
			t.Errorf("%s: said\n%s\nwant\n%s", c.name, strings.Join(problems, "\n"), strings.Join(c.said, "\n"))
		}
	}
}

// TestSwappedDays: a file whose days have their month first, opened in Excel where the day
// comes first, has other days where those can be days too.
func TestSwappedDays(t *testing.T) {
	data, err := os.ReadFile("../testdata/trials/13-month-first-cases/disciplinary.csv")
	if err != nil {
		t.Fatal(err)
	}
	made, ok := asBook(t, "S", data)
	if !ok {
		t.Fatal("no workbook")
	}
	_, report, err := open(t, folder{"a.xlsx": string(made)}, Options{})
	if !errors.Is(err, ErrNothingUsable) || len(report.Files) != 1 || !strings.Contains(report.Files[0].Reason, "column C holds days, and texts") {
		t.Errorf("%v %s", err, said(report))
	}
}

// TestFolderOfWorkbooks: a folder that holds nothing but a workbook of extracts is one of
// extracts, and one with any other workbook is not.
func TestFolderOfWorkbooks(t *testing.T) {
	for name, want := range map[string]bool{
		book(t, cells{"A": cellsOf([]any{"a", "b"}, []any{1, 2}), "B": cellsOf([]any{"year", "ethnicity", "headcount"}, []any{2024, "White", 1})}, nil): true,
		book(t, cells{"A": cellsOf([]any{"a", "b"}, []any{1, 2})}, nil):                                                                                 false,
		"PK": false,
	} {
		if got := HoldsExtracts(folder{"a.xlsx": name}.fsys()); got != want {
			t.Errorf("holds extracts: %v, want %v", got, want)
		}
	}
}

// TestSheetsOfLibreOffice: testdata/workbooks holds files of testdata/kinds as LibreOffice
// saved them.
func TestSheetsOfLibreOffice(t *testing.T) {
	books, files := folder{}, folder{}
	for _, kind := range []string{"staff-list", "survey", "workforce"} {
		for at, into := range map[string]folder{"../testdata/workbooks/" + kind + ".xlsx": books, "../testdata/kinds/" + kind + ".csv": files} {
			data, err := os.ReadFile(at)
			if err != nil {
				t.Fatal(err)
			}
			into[path.Base(at)] = string(data)
		}
	}
	want, wantReport, _ := open(t, files, Options{})
	got, gotReport, err := open(t, books, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	rows := rowsOf(gotReport)
	if diff := cmp.Diff(rowsOf(wantReport), rows); diff != "" || len(rows) != 3 {
		t.Errorf("%d files: %s\n%s", len(rows), diff, said(gotReport))
	}
}
