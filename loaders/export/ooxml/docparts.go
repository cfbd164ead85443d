package ooxml

import (
	"strconv"
	"strings"
)

// word gives an attribute "val" the prefix that the elements of a document want.
func (e *element) word() *element {
	e.attributes = append([]string{"w:val"}, e.attributes[1:]...)
	return e
}

// paragraph makes a paragraph of a style; "" is the usual one.
func paragraph(style string, inside ...node) *element {
	return el("w:p", append(nodes{when(style != "", el("w:pPr", val("w:pStyle", style).word()))}, inside...)...)
}

// plain is words without any look of their own.
func plain(text string) node { return el("w:r", wordText(text)) }

// wordText gives text with its line breaks.
func wordText(text string) nodes {
	var all nodes
	for i, one := range strings.Split(strings.ReplaceAll(text, "\t", " "), "\n") {
		if i > 0 {
			all = append(all, el("w:br"))
		}
		all = append(all, el("w:t", chars(one)).with("xml:space", "preserve"))
	}
	return all
}

// deepest is the level of headings down to which the contents go.
const deepest = 2

// contentsList is a line for each heading of the contents, which leads to it and asks for its
// page. Nobody knows the page before the document is laid out: LibreOffice counts when it
// opens the file, and Word when it prints or updates fields. A field of the contents as a
// whole would leave LibreOffice without pages, and one that Word updates at once makes it warn
// the reader of other files.
func (d *Document) contentsList() node {
	lines := nodes{paragraph("TOCHeading", plain("Contents"))}
	for _, h := range d.headings {
		if h.level > deepest {
			continue
		}
		mark := d.mark(h.id)
		lines = append(lines, paragraph("TOC"+strconv.Itoa(h.level), el("w:hyperlink",
			el("w:r", el("w:rPr", val("w:rStyle", "Hyperlink").word()), wordText(h.text)),
		).with("w:anchor", mark), el("w:r", el("w:tab")), field("PAGEREF "+mark+` \h`)))
	}
	return lines
}

// field is words that the program which shows them finds out itself.
func field(code string, now ...node) *element {
	return el("w:fldSimple", now...).with("w:instr", " "+code+" ")
}

// pageFooter is the text at the bottom of each page, and its number.
func (d *Document) pageFooter(p paper) node {
	tab := el("w:tabs", el("w:tab").with("w:val", "right", "w:pos", strconv.Itoa(p.text)))
	return el("w:ftr", el("w:p", el("w:pPr", val("w:pStyle", "Footer").word(), tab), plain(d.footer), el("w:r", el("w:tab")), plain("Page "), field("PAGE", plain("1")), plain(" of "), field("NUMPAGES", plain("1")))).
		with("xmlns:w", wordNames)
}

func (d *Document) settings() node {
	return el("w:settings",
		val("w:defaultTabStop", "720").word(),
		el("w:characterSpacingControl").with("w:val", "doNotCompress"),
		el("w:compat", el("w:compatSetting").with("w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", "15")),
		val("w:themeFontLang", d.about.Language).word(),
		val("w:decimalSymbol", ".").word(), val("w:listSeparator", ",").word(),
	).with("xmlns:w", wordNames)
}

// inDocument is the table as Word has it. With notes below it, its end stays with them.
func (t Table) inDocument(p paper, noted bool) node {
	letters := t.widths(p.letters)
	all := sum(letters)
	widths := make([]int, len(letters))
	grid := el("w:tblGrid")
	for i := range widths {
		widths[i] = letters[i] * p.text / max(all, 1)
		grid.inside = append(grid.inside, el("w:gridCol").with("w:w", strconv.Itoa(widths[i])))
	}
	head := el("w:tr", el("w:trPr", el("w:cantSplit"), el("w:tblHeader")))
	for i, c := range t.Columns {
		head.inside = append(head.inside, tableCell(c.Name, widths[i], cellPlace{head: true, strong: true, right: c.Right, keep: true}))
	}
	rows := nodes{head}
	together, last := t.allLines(letters) <= keptLines, len(t.Rows)-1
	for n, row := range t.Rows {
		r := el("w:tr", el("w:trPr", el("w:cantSplit")))
		keep := noted
		if n < last {
			keep = together || n == 0 || n == last-1
		}
		for i, c := range t.Columns {
			r.inside = append(r.inside, tableCell(row[i].Text, widths[i], cellPlace{strong: c.Names, right: c.Right, keep: keep}))
		}
		rows = append(rows, r)
	}
	return el("w:tbl",
		el("w:tblPr",
			val("w:tblStyle", "TableGrid").word(),
			el("w:tblW").with("w:w", strconv.Itoa(p.text), "w:type", "dxa"),
			el("w:tblLayout").with("w:type", "fixed"),
			el("w:tblLook").with("w:val", "0020"), // the first row is a header
			val("w:tblCaption", t.Title).word(),
			val("w:tblDescription", t.Description).word(),
		),
		grid, rows)
}

// keptLines is how many lines of a table stay together on a page. A longer one may be cut
// between two rows: kept together it would leave half of the page before it empty.
const keptLines = 12

// cellPlace is where in a table a cell stands, as far as it is seen.
type cellPlace struct{ head, strong, right, keep bool }

func tableCell(text string, width int, p cellPlace) node {
	style := "TableText"
	if p.strong {
		style = "TableHead"
	}
	look := el("w:pPr", val("w:pStyle", style).word(), when(p.keep, el("w:keepNext")), when(p.right, val("w:jc", "right").word()))
	return el("w:tc",
		el("w:tcPr", el("w:tcW").with("w:w", strconv.Itoa(width), "w:type", "dxa"),
			when(p.head, el("w:shd").with("w:val", "clear", "w:color", "auto", "w:fill", "E7EEF4"))),
		el("w:p", look, el("w:r", wordText(text))))
}

// The size of a chart, in units of which a centimetre has 360,000.
const (
	centimetre  = 360_000
	chartWidth  = 16 * centimetre
	chartHeight = 7 * centimetre
)

// height gives a chart of lying bars room for each.
func (c Chart) height() int {
	if c.Kind != Bars {
		return chartHeight
	}
	bars := len(c.Labels.Texts) * (len(c.Series) + 1)
	return max(chartHeight, 3*centimetre+bars*centimetre*3/10)
}

// chartFrame is where a drawing has a chart.
func chartFrame(id string) *element {
	return el("a:graphic", el("a:graphicData",
		el("c:chart").with("r:id", id),
	).with("uri", chartNames))
}
