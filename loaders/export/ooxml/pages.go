package ooxml

import "strconv"

// pages are the blocks of a document, and how the pages lie that they stand on. A table
// that has no room on an upright page lies on pages of its own, with the heading and the few
// words before it.
type pages struct {
	blocks []block
	wide   bool // the pages lie
	headed bool // the last block is a heading
	from   int  // where the headings began below which only words stand so far; -1: there are none
}

// block is a paragraph or a table, and whether its page lies.
type block struct {
	node node
	wide bool
}

// put puts a block at the end.
func (p *pages) put(n node) {
	p.blocks = append(p.blocks, block{n, p.wide})
	p.headed = false
}

// putHeading puts a heading at the end. What it begins stands on upright pages.
func (p *pages) putHeading(n node) {
	if !p.headed {
		p.from = len(p.blocks)
	}
	p.wide = false
	p.put(n)
	p.headed = true
}

// paper is a page: A4, and what the text on it is wide, in twentieths of a point and in
// letters of a table.
type paper struct {
	width, height string
	text, letters int
	lie           bool
}

var (
	upright = paper{width: "11906", height: "16838", text: 9638, letters: 90}
	lying   = paper{width: "16838", height: "11906", text: 14570, letters: 136, lie: true}
)

// fewBlocks is how many blocks may move onto a lying page with their table.
const fewBlocks = 6

// room gives the page that a table stands on, which is to be put. A page lies where the
// longest words of an upright one would take most of its width.
func (p *pages) room(t Table) paper {
	if !p.wide && t.least() > upright.letters*5/6 {
		p.wide = true
		if p.from >= 0 && len(p.blocks)-p.from <= fewBlocks {
			for i := range p.blocks[p.from:] {
				p.blocks[p.from+i].wide = true
			}
		}
	}
	p.from = -1
	if p.wide {
		return lying
	}
	return upright
}

// laid gives all blocks, with the end of the section behind those whose pages lie alike.
// Footer names the footer of a page.
func (p *pages) laid(footer func(paper) string) nodes {
	var all nodes
	section := func(wide bool) *element {
		page := upright
		if wide {
			page = lying
		}
		size := el("w:pgSz").with("w:w", page.width, "w:h", page.height)
		if wide {
			size = size.with("w:orient", "landscape")
		}
		return el("w:sectPr",
			el("w:footerReference").with("w:type", "default", "r:id", footer(page)),
			size,
			el("w:pgMar").with("w:top", "1134", "w:right", "1134", "w:bottom", "1134", "w:left", "1134", "w:header", "567", "w:footer", "567", "w:gutter", "0"))
	}
	wide := false
	for i, b := range p.blocks {
		if i > 0 && b.wide != wide {
			all = append(all, el("w:p", el("w:pPr", val("w:pStyle", "SectionEnd").word(), section(wide))))
		}
		wide = b.wide
		all = append(all, b.node)
	}
	return append(all, section(wide))
}

// footers adds the footer of each paper that is asked for, and gives its link.
func (d *Document) footers() func(paper) string {
	links := map[paper]string{}
	return func(p paper) string {
		if links[p] == "" {
			n := strconv.Itoa(len(links) + 1)
			links[p] = d.body.to("footer", d.file.add("word/footer"+n+".xml", wordKind+"footer+xml", d.pageFooter(p)))
		}
		return links[p]
	}
}
