package ooxml

import (
	"strconv"
	"strings"
)

// Workbook is a file for Excel, made sheet by sheet.
type Workbook struct {
	about  Properties
	footer string
	file   *archive
	book   *part

	sheets []bookSheet
	names  map[string]bool // of sheets, in lower case
	tables map[string]bool // likewise
	count  struct{ tables, charts, drawings int }
	texts  sharedTexts
	looks  cellLooks
}

// bookSheet is a sheet that is written.
type bookSheet struct {
	name string
	part *part
	head int // the row of the table's header; 0: no table
}

// Sheet is one sheet: its title in the first row, a line in each row below, a table under
// the lines, and charts under the table.
type Sheet struct {
	Name   string // as Workbook.Name gave it
	Title  string
	Lines  []Cell
	Table  *Table
	Charts []Chart
}

const (
	sheetNames      = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	sheetPlaceNames = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	sheetKind       = officeTypes + "spreadsheetml."
)

// NewWorkbook begins a workbook. The footer stands at the bottom of each printed page,
// beside the name of the sheet and the number of the page.
func NewWorkbook(about Properties, footer string) *Workbook {
	w := &Workbook{about: about, footer: footer, file: newArchive(about), names: map[string]bool{}, tables: map[string]bool{}}
	w.book = w.file.add("xl/workbook.xml", sheetKind+"sheet.main+xml", nil)
	w.file.top.to("officeDocument", w.book)
	return w
}

// Name gives the name of a sheet: the text with what Excel takes in no name replaced, and
// with a number where another sheet has it.
func (w *Workbook) Name(text string) string { return sheetName(w.names, text) }

// Bytes gives the file. It has one sheet at the least.
func (w *Workbook) Bytes() ([]byte, error) {
	sheets, titles := el("sheets"), el("definedNames")
	for i, s := range w.sheets {
		id := w.book.to("worksheet", s.part)
		sheets.inside = append(sheets.inside, el("sheet").with("name", s.name, "sheetId", strconv.Itoa(i+1), "r:id", id))
		if s.head > 0 { // the header row is printed on every page
			row := strconv.Itoa(s.head)
			titles.inside = append(titles.inside, el("definedName", chars(quoted(s.name)+"!$"+row+":$"+row)).
				with("name", "_xlnm.Print_Titles", "localSheetId", strconv.Itoa(i)))
		}
	}
	w.book.to("styles", w.file.add("xl/styles.xml", sheetKind+"styles+xml", w.looks.part()))
	w.book.to("sharedStrings", w.file.add("xl/sharedStrings.xml", sheetKind+"sharedStrings+xml", w.texts.part()))
	w.book.content = wholeXML(el("workbook",
		el("workbookPr"),
		el("bookViews", el("workbookView").with("activeTab", "0")),
		sheets,
		when(len(titles.inside) > 0, titles),
	).with("xmlns", sheetNames, "xmlns:r", relationships))
	return w.file.bytes()
}

// quoted is the name of a sheet as an address has it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// sharedTexts are the texts of all cells, each once.
type sharedTexts struct {
	all   []string
	at    map[string]int
	cells int
}

// place gives where a text stands among them.
func (s *sharedTexts) place(text string) string {
	if s.at == nil {
		s.at = map[string]int{}
	}
	at, there := s.at[text]
	if !there {
		at = len(s.all)
		s.at[text] = at
		s.all = append(s.all, text)
	}
	s.cells++
	return strconv.Itoa(at)
}

func (s *sharedTexts) part() node {
	all := el("sst").with("xmlns", sheetNames, "count", strconv.Itoa(s.cells), "uniqueCount", strconv.Itoa(len(s.all)))
	for _, text := range s.all {
		t := el("t", chars(cellText(text)))
		if strings.TrimSpace(text) != text {
			t = t.with("xml:space", "preserve")
		}
		all.inside = append(all.inside, el("si", t))
	}
	return all
}
