package ooxml

import (
	"strconv"
	"strings"

	"wres/loaders/formula"
)

// Add writes a sheet at the end of the workbook.
func (w *Workbook) Add(s Sheet) {
	number := strconv.Itoa(len(w.sheets) + 1)
	p := w.file.add("xl/worksheets/sheet"+number+".xml", sheetKind+"worksheet+xml", nil)
	g := grid{book: w, part: p, data: el("sheetData")}
	g.row(titleHeight, g.cell(0, Cell{Text: s.Title}, cellLook{font: titleFont}))
	for _, line := range s.Lines {
		look, height := cellLook{}, lineHeight
		if s.Table == nil {
			look.wrap, height = true, wrapped(line.Text, linesWidth)*lineHeight
		}
		g.row(height, g.cell(0, line, look))
	}
	done := bookSheet{name: s.Name, part: p}
	widths := []int{linesWidth}
	var tables nodes
	if s.Table != nil {
		widths = s.Table.widths(sheetLetters)
		done.head = g.rows + 1
		tables = nodes{el("tableParts", el("tablePart").with("r:id", g.table(*s.Table, widths, s.Name))).with("count", "1")}
	}
	drawing := g.charts(s)
	pagesDown := "0" // as many as it takes
	if drawing != nil {
		pagesDown = "1" // or a chart is cut in two
	}
	p.content = wholeXML(el("worksheet",
		el("sheetPr", el("pageSetUpPr").with("fitToPage", "1")),
		el("sheetViews", sheetView(len(w.sheets) == 0, done.head)),
		el("sheetFormatPr").with("defaultRowHeight", strconv.Itoa(lineHeight)),
		columnWidths(widths),
		g.data,
		when(g.links != nil, el("hyperlinks", g.links)),
		el("pageSetup").with("paperSize", "9", "orientation", "landscape", "fitToHeight", pagesDown), // A4
		el("headerFooter", el("oddFooter", chars("&L"+strings.ReplaceAll(w.footer, "&", "&&")+"&C&A&RPage &P of &N"))),
		drawing, tables,
	).with("xmlns", sheetNames, "xmlns:r", relationships))
	w.sheets = append(w.sheets, done)
}

// The heights of rows, in points: of one line of text, of the title, and the most that
// Excel has.
const (
	lineHeight  = 15
	titleHeight = 24
	mostHeight  = 409
)

// The widths of sheets, in characters: of the lines of one without a table, and of a table.
const (
	linesWidth   = 100
	sheetLetters = 130
)

// grid is a sheet that is being filled from the top.
type grid struct {
	book  *Workbook
	part  *part
	data  *element
	rows  int
	links nodes
}

// row puts a row below the others, so many points high. Not every program finds the
// height out for itself when it opens a file. Rows and cells need no address where none is
// left out, and the file is a good deal smaller without.
func (g *grid) row(height int, cells ...*element) {
	g.rows++
	row := el("row")
	if height != lineHeight {
		row = row.with("ht", strconv.Itoa(min(height, mostHeight)), "customHeight", "1")
	}
	for _, c := range cells {
		row.inside = append(row.inside, c)
	}
	g.data.inside = append(g.data.inside, row)
}

// cell gives a cell of the row that is to come.
func (g *grid) cell(column int, c Cell, l cellLook) *element {
	at := address(g.rows, column)
	switch {
	case strings.HasPrefix(c.Link, "#"):
		l.font = linkFont
		g.links = append(g.links, el("hyperlink").with("ref", at, "location", quoted(c.Link[1:])+"!A1"))
	case c.Link != "":
		l.font = linkFont
		g.links = append(g.links, el("hyperlink").with("ref", at, "r:id", g.part.away(c.Link)))
	}
	if c.Format != "" {
		l.format = c.Format
		return el("c", el("v", chars(number(c.Number)))).with("s", g.book.looks.place(l))
	}
	l.quote = formula.Begins(c.Text)
	return el("c", el("v", chars(g.book.texts.place(c.Text)))).with("s", g.book.looks.place(l), "t", "s")
}

// table puts a table below the lines and gives the name of its link.
func (g *grid) table(t Table, widths []int, sheet string) string {
	w := g.book
	top := g.rows
	var head []*element
	columns := el("tableColumns").with("count", strconv.Itoa(len(t.Columns)))
	for i, name := range t.columnNames() {
		head = append(head, g.cell(i, Cell{Text: name}, cellLook{font: boldFont, head: true, edged: true, wrap: true, right: t.Columns[i].Right}))
		columns.inside = append(columns.inside, el("tableColumn").with("id", strconv.Itoa(i+1), "name", cellText(name)))
	}
	g.row(t.lines(widths, func(c int) string { return t.Columns[c].Name })*lineHeight, head...)
	for _, row := range t.Rows {
		var cells []*element
		for i, c := range row {
			l := cellLook{edged: true, wrap: true, right: t.Columns[i].Right}
			if t.Columns[i].Names {
				l.font = boldFont
			}
			cells = append(cells, g.cell(i, c, l))
		}
		g.row(t.lines(widths, func(c int) string { return row[c].Text })*lineHeight, cells...)
	}
	w.count.tables++
	number := strconv.Itoa(w.count.tables)
	name := tableName(w.tables, sheet)
	return g.part.to("table", w.file.add("xl/tables/table"+number+".xml", sheetKind+"table+xml", el("table",
		columns,
	).with("xmlns", sheetNames, "id", number, "name", name, "displayName", name,
		"ref", address(top, 0)+":"+address(g.rows-1, len(t.Columns)-1), "totalsRowShown", "0")))
}

// columnNames are the names of the columns, of which Excel takes none that is blank or
// differs from another in its case alone.
func (t Table) columnNames() []string {
	taken := map[string]bool{}
	var names []string
	for i, c := range t.Columns {
		name := strings.Join(strings.Fields(c.Name), " ")
		if name == "" {
			name = "Column " + strconv.Itoa(i+1)
		}
		name = cut(name, MostHeader)
		names = append(names, free(taken, name, func(n string) string { return name + " (" + n + ")" }))
	}
	return names
}

// MostHeader is how many characters the name of a column may have, with room for a number.
const MostHeader = 240

// sheetView freezes a sheet below the header of its table. The first cell is selected on
// every sheet, as it is where nothing is said of it.
func sheetView(first bool, head int) *element {
	view := el("sheetView").with("workbookViewId", "0")
	if first {
		view = view.with("tabSelected", "1")
	}
	if head > 0 {
		view.inside = nodes{el("pane").with("ySplit", strconv.Itoa(head), "topLeftCell", address(head, 0), "activePane", "bottomLeft", "state", "frozen")}
	}
	return view
}

func columnWidths(widths []int) *element {
	cols := el("cols")
	for i, w := range widths {
		n := strconv.Itoa(i + 1)
		cols.inside = append(cols.inside, el("col").with("min", n, "max", n, "width", strconv.Itoa(w+1), "customWidth", "1"))
	}
	return cols
}

// charts puts the charts of a sheet below its table.
func (g *grid) charts(s Sheet) nodes {
	if len(s.Charts) == 0 {
		return nil
	}
	w := g.book
	w.count.drawings++
	drawing := w.file.add("xl/drawings/drawing"+strconv.Itoa(w.count.drawings)+".xml", officeTypes+"drawing+xml", nil)
	all := el("xdr:wsDr").with("xmlns:xdr", sheetPlaceNames, "xmlns:a", drawingNames, "xmlns:c", chartNames, "xmlns:r", relationships)
	row := g.rows + 1
	for i, c := range s.Charts {
		w.count.charts++
		id := drawing.to("chart", w.file.chartPart("xl/charts/chart"+strconv.Itoa(w.count.charts)+".xml", c))
		all.inside = append(all.inside, el("xdr:oneCellAnchor",
			el("xdr:from", el("xdr:col", chars("0")), el("xdr:colOff", chars("0")), el("xdr:row", chars(strconv.Itoa(row))), el("xdr:rowOff", chars("0"))),
			el("xdr:ext").with("cx", strconv.Itoa(chartWidth), "cy", strconv.Itoa(c.height())),
			el("xdr:graphicFrame",
				el("xdr:nvGraphicFramePr",
					el("xdr:cNvPr").with("id", strconv.Itoa(i+2), "name", "Chart "+strconv.Itoa(i+1), "descr", c.Description, "title", c.Title),
					el("xdr:cNvGraphicFramePr")),
				el("xdr:xfrm", el("a:off").with("x", "0", "y", "0"), el("a:ext").with("cx", "0", "cy", "0")),
				chartFrame(id),
			).with("macro", ""),
			el("xdr:clientData")))
		row += c.height()/rowHeight + 2
	}
	drawing.content = wholeXML(all)
	return nodes{el("drawing").with("r:id", g.part.to("drawing", drawing))}
}

// rowHeight is that of a row of one line, as charts measure.
const rowHeight = centimetre / 2
