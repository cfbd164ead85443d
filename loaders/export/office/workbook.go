package office

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"wres/loaders/export/ooxml"
	"wres/model/report"
	"wres/model/words"
)

// Workbook gives a file for Excel: a cover, the contents, what the signs mean, then a sheet
// for each table in the order of the document, and at its end the text. A block that it
// does not know is an error.
func Workbook(about report.About, blocks []report.Block) ([]byte, error) {
	b := &book{of: map[string]*leaf{}, homes: map[string]*leaf{}, names: ooxml.NewWorkbook(properties(about), about.View)}
	cover := &leaf{name: b.names.Name("Cover"), title: about.Title}
	contents := &leaf{name: b.names.Name("Contents"), title: "Contents", part: about.Title, table: &report.Table{Columns: named("Sheet", "What it holds", "Part")}, leads: true}
	b.cover, b.signs = cover, &leaf{name: b.names.Name("Notes"), title: "Notes", part: "What the signs mean that stand in place of numbers", table: signsTable()}
	for _, block := range blocks {
		if err := b.add(block); err != nil {
			return nil, err
		}
	}
	b.end()
	if b.text != nil {
		b.leaves = append(b.leaves, b.text)
	}
	if err := b.draw(); err != nil {
		return nil, err
	}
	cover.lines = append(cover.lines, about.View, "The sheet Contents lists what is in this file.")
	b.gatherNotes()
	all := append([]*leaf{b.signs}, b.leaves...)
	for _, l := range all {
		contents.table.Rows = append(contents.table.Rows, report.Row{Cells: report.Texts(l.name, l.title, l.part)})
	}
	for _, l := range append([]*leaf{cover, contents}, all...) {
		b.names.Add(l.sheet())
	}
	return b.names.Bytes()
}

// book is a workbook that is being filled.
type book struct {
	names  *ooxml.Workbook
	leaves []*leaf          // the sheets of tables, in order
	of     map[string]*leaf // by the ID of their table
	charts []placed
	homes  map[string]*leaf // the first sheet of each indicator
	cover  *leaf
	signs  *leaf // what the marks mean, as the document has it or else as we say it
	text   *leaf // the text of the parts; nil: none so far
	// The part and the part within it that blocks stand in now.
	id, part, within string
	indicator        string // the id of its heading; "": they stand in none
	open             *leaf  // the sheet of an indicator; nil: blocks stand in none, or it has its table
}

// leaf is a sheet in the making.
type leaf struct {
	name, title string
	part        string // what it is a part of
	table       *report.Table
	charts      []ooxml.Chart
	figures     []*leaf  // the sheets that the charts are drawn of
	leads       bool     // the first cells of its rows lead to the sheets that they name
	lines       []string // in place of a table
	notes       string   // the sheet that has the notes to the table; "": there are none
}

// The parts of a report whose text, and whose table, have a sheet that is named for all
// reports.
const (
	findingsPart = "key-findings"
	signsPart    = "signs"
)

func (b *book) add(block report.Block) error {
	switch block := block.(type) {
	case report.Heading:
		b.begin(block)
	case report.Paragraph:
		b.say(plain(block))
	case report.Points:
		for _, p := range block {
			mark := strings.Repeat("– ", min(p.Depth, 1))
			if p.Number > 0 {
				mark += strconv.Itoa(p.Number) + ". "
			}
			b.say(mark + plain(p.Runs))
		}
	case report.Table:
		b.addTable(block)
	case report.Chart:
		b.charts = append(b.charts, placed{block, b.indicator})
	default:
		return unknown(block)
	}
	return nil
}

func (b *book) addTable(t report.Table) {
	l := &leaf{title: cmp.Or(t.Caption, b.within, b.part), part: cmp.Or(b.within, b.part), table: &t}
	b.of[t.ID], b.open = l, nil
	if b.id == signsPart && b.signs.table.ID == "" {
		l.name, b.signs = b.signs.name, l
		return
	}
	l.name = b.names.Name(sheetName(t.ID))
	b.append(l)
}

// append adds a sheet, which may be the first of an indicator.
func (b *book) append(l *leaf) {
	b.leaves = append(b.leaves, l)
	if b.indicator != "" && b.homes[b.indicator] == nil {
		b.homes[b.indicator] = l
	}
}

// begin begins a part.
func (b *book) begin(h report.Heading) {
	b.end()
	switch {
	case h.Level == 2:
		b.id, b.part, b.within, b.indicator = h.ID, h.Text, "", ""
	case h.Level > 2:
		b.within = h.Text
	}
	if strings.HasPrefix(h.ID, "indicator-") {
		b.indicator = h.ID
		b.open = &leaf{name: h.ID, title: h.Text, part: b.part}
	}
}

// end ends a part. An indicator without a table has a sheet of what is said of it.
func (b *book) end() {
	if b.open != nil {
		b.open.name = b.names.Name(sheetName(b.open.name))
		b.append(b.open)
		b.open = nil
	}
}

// say puts a paragraph on the cover, or into the table of the text of its part.
func (b *book) say(text string) {
	if b.part == "" {
		b.cover.lines = append(b.cover.lines, ooxml.Pieces(text)...)
		return
	}
	pieces := ooxml.Pieces(text)
	if b.open != nil {
		b.open.lines = append(b.open.lines, pieces...)
	}
	l := b.text
	switch {
	case b.id == findingsPart:
		l = b.of[findingsPart]
		if l == nil {
			l = textLeaf(b.names.Name("Key_findings"), b.part)
			b.of[findingsPart] = l
			b.leaves = append(b.leaves, l)
		}
	case l == nil:
		l = textLeaf(b.names.Name("Report_text"), "Text of the report")
		b.text = l
	}
	for _, piece := range pieces {
		l.table.Rows = append(l.table.Rows, report.Row{Cells: report.Texts(cmp.Or(b.within, b.part), piece)})
	}
}

func textLeaf(name, title string) *leaf {
	return &leaf{name: name, title: title, part: "Each row is a paragraph", table: &report.Table{Columns: named("Part", "Text")}}
}

// gatherNotes makes a sheet of what stands below the tables of a document: above the table
// of a sheet it would take the room of the figures.
func (b *book) gatherNotes() {
	notes := &leaf{title: "Notes to the tables", part: "Each row is a note to the table of a sheet", table: &report.Table{Columns: named("Sheet", "Note")}, leads: true}
	for _, l := range append([]*leaf{b.signs}, b.leaves...) {
		if l.table == nil {
			continue
		}
		for _, note := range l.table.Notes {
			if note == marks(*l.table) {
				continue // its sheet says so itself
			}
			if notes.name == "" {
				notes.name = b.names.Name("Table_notes")
			}
			l.notes = notes.name
			notes.table.Rows = append(notes.table.Rows, report.Row{Cells: report.Texts(l.name, note)})
		}
	}
	if notes.name != "" {
		b.leaves = append(b.leaves, notes)
	}
}

// named makes columns of words, of which the first names the rows.
func named(names ...string) []report.Column {
	var all []report.Column
	for i, name := range names {
		all = append(all, report.Column{Name: name, Names: i == 0})
	}
	return all
}

// signsTable says what the marks in cells mean.
func signsTable() *report.Table {
	t := report.Table{Columns: named("Sign", "Meaning")}
	for _, s := range report.States() {
		t.Rows = append(t.Rows, report.Row{Cells: report.Texts(s.Mark(), words.Capital(s.Meaning()))})
	}
	return &t
}

// sheetName is what a sheet wants to be called: "Indicator_2" of "indicator-2-years",
// "Bands_2024_clinical" of "bands-2024-clinical".
func sheetName(id string) string {
	name := strings.TrimSuffix(cmp.Or(id, "table"), "-years")
	return words.Capital(strings.ReplaceAll(name, "-", "_"))
}

// plain is a paragraph without its looks. An address stands behind the words that lead to it.
func plain(p report.Paragraph) string {
	var all strings.Builder
	for _, r := range p {
		all.WriteString(r.Text)
		if r.Link != "" && !strings.HasPrefix(r.Link, "#") && r.Link != r.Text {
			all.WriteString(" (" + r.Link + ")")
		}
	}
	return all.String()
}

// sheet gives the sheet. Every table begins in the same row: the lines above it are as many
// on each.
func (l *leaf) sheet() ooxml.Sheet {
	s := ooxml.Sheet{Name: l.name, Title: l.title, Charts: l.charts}
	if l.table == nil || len(l.table.Rows) == 0 {
		for _, line := range l.lines {
			s.Lines = append(s.Lines, ooxml.Cell{Text: line})
		}
		return s
	}
	t := table(*l.table)
	for _, row := range t.Rows {
		if l.leads {
			row[0].Link = "#" + row[0].Text
		}
		for i := range row {
			if row[i].Text == "" { // a reader of the sheet cannot tell a blank from an oversight
				row[i].Text = report.NotAvailable.Mark()
			}
		}
	}
	s.Table = &t
	holds := "This sheet has one table."
	if n := len(l.charts); n > 0 {
		holds = "This sheet has one table, and a chart below it."
		if n > 1 {
			holds = fmt.Sprintf("This sheet has one table, and %d charts below it.", n)
		}
		holds += l.elsewhere()
	}
	if l.notes != "" {
		holds += " Notes to the table are in the sheet " + l.notes + "."
	}
	if marks := marks(*l.table); marks != "" {
		holds += " " + marks
	}
	source := "Source: " + cmp.Or(l.table.Source, "this report")
	for _, line := range []string{cmp.Or(l.part, l.title), holds, source} {
		s.Lines = append(s.Lines, ooxml.Cell{Text: line})
	}
	return s
}

// marks says what the marks in a table mean; "" where it has none.
func marks(t report.Table) string {
	var all []string
	for _, s := range t.States() {
		all = append(all, s.Mark()+": "+s.Meaning())
	}
	if len(all) == 0 {
		return ""
	}
	return strings.Join(all, "; ") + "."
}
