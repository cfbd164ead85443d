package ooxml

// labels is the axis that the labels stand on.
func (c Chart) labels() *element {
	order, place := "minMax", "b"
	if c.Kind == Bars {
		order, place = "maxMin", "l" // the first at the top, as in the table
	}
	return el("c:catAx",
		val("c:axId", labelAxis),
		el("c:scaling", val("c:orientation", order)),
		val("c:delete", "0"),
		val("c:axPos", place),
		el("c:numFmt").with("formatCode", "General", "sourceLinked", "0"),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "low"),
		el("c:spPr", line(ink)),
		val("c:crossAx", valueAxis),
		val("c:crossesAt", number(c.Axis.Cross)),
		val("c:auto", "0"), val("c:lblAlgn", "ctr"), val("c:lblOffset", "100"), val("c:noMultiLvlLbl", "1"),
	)
}

// axis is the axis of the values.
func (c Chart) axis() *element {
	place, crosses := "l", "autoZero"
	if c.Kind == Bars {
		place, crosses = "b", "max" // the labels run down, so their end is the bottom
	}
	a := c.Axis
	if a.Base > 1 {
		a.Step = a.Base
	}
	return el("c:valAx",
		val("c:axId", valueAxis),
		el("c:scaling", when(a.Base > 1, val("c:logBase", number(a.Base))), val("c:orientation", "minMax"),
			when(a.Max > a.Min, val("c:max", number(a.Max)), val("c:min", number(a.Min)))),
		val("c:delete", "0"),
		val("c:axPos", place),
		el("c:majorGridlines", el("c:spPr", line(gridInk))),
		when(a.Title != "", el("c:title", richText(a.Title, "900", false), val("c:overlay", "0"))),
		el("c:numFmt").with("formatCode", a.Format, "sourceLinked", "0"),
		val("c:majorTickMark", "out"), val("c:minorTickMark", "none"), val("c:tickLblPos", "nextTo"),
		el("c:spPr", line(ink)),
		val("c:crossAx", labelAxis),
		val("c:crosses", crosses),
		val("c:crossBetween", "between"),
		when(a.Step > 0, val("c:majorUnit", number(a.Step))),
	)
}

func solid(colour string) *element { return el("a:solidFill", val("a:srgbClr", colour)) }

func line(colour string) *element { return el("a:ln", solid(colour)).with("w", "9525") }

// fill is the colour of a bar, or its pattern on white.
func (l look) fill() *element {
	if l.pattern == "" {
		return solid(l.colour)
	}
	return el("a:pattFill", el("a:fgClr", val("a:srgbClr", l.colour)), el("a:bgClr", val("a:srgbClr", "FFFFFF"))).with("prst", l.pattern)
}

// lettering is the look of text of a size, in hundredths of a point.
func lettering(name, size string, bold bool) *element {
	weight := "0"
	if bold {
		weight = "1"
	}
	return el(name, solid(ink), el("a:latin").with("typeface", face), el("a:cs").with("typeface", face)).with("lang", "en-GB", "sz", size, "b", weight)
}

// textLook is the look of all text that the chart writes itself.
func textLook() *element {
	return el("c:txPr", el("a:bodyPr"), el("a:p", el("a:pPr", lettering("a:defRPr", "900", false)), el("a:endParaRPr").with("lang", "en-GB")))
}

// richText is text of ours in a chart.
func richText(text, size string, bold bool) *element {
	return el("c:tx", el("c:rich", el("a:bodyPr"), el("a:p",
		el("a:pPr", lettering("a:defRPr", size, bold)),
		el("a:r", lettering("a:rPr", size, bold), el("a:t", chars(text))))))
}

// face is the letter that both files are set in: it is on every machine that opens them,
// and plain.
const face = "Arial"
