package ooxml

import (
	_ "embed"
	"strconv"
	"strings"
)

// Document is a file for Word, made from its beginning to its end.
type Document struct {
	about  Properties
	footer string
	file   *archive
	body   *part

	pages
	contents          int // where among the blocks the contents stand; -1: nowhere
	headings          []heading
	charts, bookmarks int
	marks             map[string]string // the bookmark of each id
	lists             lists
	tabled            bool // the block before is a table
}

// heading is an entry of the contents.
type heading struct {
	level    int
	id, text string
}

// Run is some words of a paragraph that look alike. Link is an address outside, or # and
// the id of a heading.
type Run struct {
	Text             string
	Strong, Emphasis bool
	Link             string
}

const (
	wordNames  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	placeNames = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	wordKind   = officeTypes + "wordprocessingml."
)

//go:embed styles.xml
var wordStyles []byte

// NewDocument begins a document. The footer stands at the bottom of each page, beside the
// number of the page.
func NewDocument(about Properties, footer string) *Document {
	d := &Document{about: about, footer: footer, file: newArchive(about), contents: -1, pages: pages{from: -1}, marks: map[string]string{}}
	d.body = d.file.add("word/document.xml", wordKind+"document.main+xml", nil)
	d.file.top.to("officeDocument", d.body)
	return d
}

// Title is the document's own heading.
func (d *Document) Title(text string) { d.add(paragraph("Title", plain(text))) }

// Heading begins a part. Level is 1 to 3; id names it for links and may be empty.
func (d *Document) Heading(level int, id, text string) {
	if id == "" {
		id = "heading " + strconv.Itoa(len(d.headings)+1)
	}
	d.headings = append(d.headings, heading{level, id, text})
	d.putHeading(paragraph("Heading"+strconv.Itoa(level), d.marked(id, text)))
	d.between()
}

// Contents stand here: the headings of the first two levels, each a link with its page.
func (d *Document) Contents() {
	d.contents = len(d.blocks)
	d.add(nil)
}

// Paragraph is one paragraph.
func (d *Document) Paragraph(runs ...Run) {
	var apart nodes
	if d.tabled { // the table itself leaves no room below it
		apart = nodes{el("w:pPr", el("w:spacing").with("w:before", "160"))}
	}
	d.add(el("w:p", apart, d.runs(runs)))
}

// Point is a point of a list, so many steps in, with its number in an ordered list; 0: it
// has none.
func (d *Document) Point(depth, number int, runs ...Run) {
	d.put(el("w:p", el("w:pPr", val("w:pStyle", "ListParagraph").word(), d.lists.place(depth, number)), d.runs(runs)))
}

// Table is a table under its title, with notes in small type below it. Its id names it for
// links and may be empty.
func (d *Document) Table(id string, t Table, notes ...string) {
	page := d.room(t)
	d.add(paragraph("Caption", d.marked(id, t.Title)))
	d.add(t.inDocument(page, len(notes) > 0))
	d.tabled = len(notes) == 0
	for i, note := range notes {
		d.add(el("w:p", el("w:pPr", val("w:pStyle", "TableNote").word(), when(i < len(notes)-1, el("w:keepNext"))), plain(note)))
	}
}

// Chart is a chart.
func (d *Document) Chart(c Chart) {
	d.charts++
	d.from = -1
	at := strconv.Itoa(d.charts)
	p := d.file.chartPart("word/charts/chart"+at+".xml", c)
	d.add(paragraph("Figure", el("w:r", el("w:drawing", el("wp:inline",
		el("wp:extent").with("cx", strconv.Itoa(chartWidth), "cy", strconv.Itoa(c.height())),
		el("wp:docPr").with("id", at, "name", "Chart "+at, "title", c.Title, "descr", c.Description),
		el("wp:cNvGraphicFramePr"),
		chartFrame(d.body.to("chart", p)),
	).with("distT", "0", "distB", "0", "distL", "0", "distR", "0")))))
}

// Bytes gives the file.
func (d *Document) Bytes() ([]byte, error) {
	if d.contents >= 0 {
		d.blocks[d.contents].node = d.contentsList()
	}
	styles := d.file.add("word/styles.xml", wordKind+"styles+xml", nil)
	styles.content = wordStyles
	settings := d.file.add("word/settings.xml", wordKind+"settings+xml", d.settings())
	numbering := d.file.add("word/numbering.xml", wordKind+"numbering+xml", d.lists.numbering())
	d.body.to("styles", styles)
	d.body.to("settings", settings)
	d.body.to("numbering", numbering)
	d.body.content = wholeXML(el("w:document", el("w:body", d.laid(d.footers()))).with(
		"xmlns:w", wordNames, "xmlns:r", relationships, "xmlns:wp", placeNames, "xmlns:a", drawingNames, "xmlns:c", chartNames))
	return d.file.bytes()
}

// add puts a block at the end, which ends a list.
func (d *Document) add(n node) {
	d.put(n)
	d.between()
}

// between is said behind what is neither a point of a list nor a table.
func (d *Document) between() {
	d.lists.end()
	d.tabled = false
}

// marked gives words with a bookmark, for what leads to their id.
func (d *Document) marked(id, text string) node {
	if id == "" {
		return plain(text)
	}
	d.bookmarks++
	at := strconv.Itoa(d.bookmarks)
	return nodes{el("w:bookmarkStart").with("w:id", at, "w:name", d.mark(id)), plain(text), el("w:bookmarkEnd").with("w:id", at)}
}

// mark gives the bookmark of an id: a name as Word takes it, which no other has.
func (d *Document) mark(id string) string {
	name, there := d.marks[id]
	if !there {
		name = "mark_" + strconv.Itoa(len(d.marks)+1)
		d.marks[id] = name
	}
	return name
}

// runs gives the words of a paragraph.
func (d *Document) runs(runs []Run) nodes {
	var all nodes
	for _, r := range runs {
		var look nodes
		if r.Link != "" {
			look = append(look, val("w:rStyle", "Hyperlink").word())
		}
		if r.Strong {
			look = append(look, el("w:b"), el("w:bCs"))
		}
		if r.Emphasis {
			look = append(look, el("w:i"), el("w:iCs"))
		}
		words := nodes{el("w:r", when(look != nil, el("w:rPr", look)), wordText(r.Text))}
		switch {
		case strings.HasPrefix(r.Link, "#"):
			words = nodes{el("w:hyperlink", words).with("w:anchor", d.mark(r.Link[1:]))}
		case r.Link != "":
			words = nodes{el("w:hyperlink", words).with("r:id", d.body.away(r.Link))}
		}
		all = append(all, words...)
	}
	return all
}
