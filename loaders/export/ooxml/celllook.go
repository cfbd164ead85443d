package ooxml

import "strconv"

// cellLook is how a cell looks.
type cellLook struct {
	font   int
	format string // of a number; "" for text
	head   bool   // a cell of the header row
	edged  bool   // a cell of a table
	wrap   bool
	right  bool
	quote  bool // text that begins like a formula stays text when it is edited
}

// The fonts.
const (
	plainFont = iota
	boldFont
	titleFont
	linkFont
)

// cellLooks are the looks of a workbook, each once, in the order in which they come up.
type cellLooks struct {
	all     []cellLook
	at      map[cellLook]int
	formats []string
}

// firstFormat is the number of the first format of ours; those below are Excel's own.
const firstFormat = 164

// place gives where a look stands among them. The first is that of cells without any.
func (c *cellLooks) place(l cellLook) string {
	if c.at == nil {
		c.at = map[cellLook]int{{}: 0}
		c.all = []cellLook{{}}
	}
	at, there := c.at[l]
	if !there {
		at = len(c.all)
		c.at[l] = at
		c.all = append(c.all, l)
	}
	return strconv.Itoa(at)
}

// part gives the looks as Excel keeps them.
func (c *cellLooks) part() node {
	c.place(cellLook{})
	xfs := el("cellXfs").with("count", strconv.Itoa(len(c.all)))
	for _, l := range c.all {
		xfs.inside = append(xfs.inside, c.look(l))
	}
	var formats nodes
	for i, f := range c.formats {
		formats = append(formats, el("numFmt").with("numFmtId", strconv.Itoa(firstFormat+i), "formatCode", f))
	}
	edge := func(side string) *element { return el(side, el("color").with("rgb", "FF808080")).with("style", "thin") }
	return el("styleSheet",
		when(formats != nil, el("numFmts", formats).with("count", strconv.Itoa(len(formats)))),
		el("fonts", font("11", ink), font("11", ink, el("b")), font("16", "12436D", el("b")), font("11", "12436D", el("u"))).with("count", "4"),
		el("fills",
			el("fill", el("patternFill").with("patternType", "none")),
			el("fill", el("patternFill").with("patternType", "gray125")), // Excel keeps the first two for itself
			el("fill", el("patternFill", el("fgColor").with("rgb", "FFE7EEF4"), el("bgColor").with("indexed", "64")).with("patternType", "solid")),
		).with("count", "3"),
		el("borders",
			el("border", el("left"), el("right"), el("top"), el("bottom"), el("diagonal")),
			el("border", edge("left"), edge("right"), edge("top"), edge("bottom"), el("diagonal")),
		).with("count", "2"),
		el("cellStyleXfs", el("xf").with("numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0")).with("count", "1"),
		xfs,
		el("cellStyles", el("cellStyle").with("name", "Normal", "xfId", "0", "builtinId", "0")).with("count", "1"),
	).with("xmlns", sheetNames)
}

func font(size, colour string, looks ...node) *element {
	return el("font", nodes(looks), val("sz", size), el("color").with("rgb", "FF"+colour), val("name", face), val("family", "2"))
}

// look gives one look.
func (c *cellLooks) look(l cellLook) *element {
	format, fill, border := 0, "0", "0"
	if l.format != "" {
		format = c.format(l.format)
	}
	if l.head {
		fill = "2"
	}
	if l.edged {
		border = "1"
	}
	x := el("xf").with("numFmtId", strconv.Itoa(format), "fontId", strconv.Itoa(l.font), "fillId", fill, "borderId", border, "xfId", "0",
		"applyNumberFormat", "1", "applyFont", "1", "applyFill", "1", "applyBorder", "1", "applyAlignment", "1")
	if l.quote {
		x = x.with("quotePrefix", "1")
	}
	place := el("alignment").with("vertical", "top")
	if l.right {
		place = place.with("horizontal", "right")
	}
	if l.wrap {
		place = place.with("wrapText", "1")
	}
	x.inside = nodes{place}
	return x
}

func (c *cellLooks) format(code string) int {
	for i, f := range c.formats {
		if f == code {
			return firstFormat + i
		}
	}
	c.formats = append(c.formats, code)
	return firstFormat + len(c.formats) - 1
}
