package ooxml

import "strconv"

// lists keeps which numbering each ordered list of a document has: one of its own, so
// that it begins where it begins.
type lists struct {
	starts []start // the ordered lists
	now    []now   // the list that is being written, at each depth
}

type start struct{ depth, number int }

// now is the ordered list that goes on at a depth; id 0: none.
type now struct{ id, last int }

// Numberings: bullets have the first, ordered lists those after it.
const (
	bullets     = 1
	deepestList = 8
)

// end ends the list.
func (l *lists) end() { l.now = nil }

// place is where a point stands: its depth, and the numbering that it goes on with.
func (l *lists) place(depth, number int) node {
	depth = min(max(depth, 0), deepestList)
	for len(l.now) <= depth {
		l.now = append(l.now, now{})
	}
	l.now = l.now[:depth+1]
	id := bullets
	if number > 0 {
		at := &l.now[depth]
		if at.id == 0 || number != at.last+1 {
			l.starts = append(l.starts, start{depth, number})
			at.id = bullets + len(l.starts)
		}
		at.last, id = number, at.id
	}
	return el("w:numPr", val("w:ilvl", strconv.Itoa(depth)).word(), val("w:numId", strconv.Itoa(id)).word())
}

// numbering is the part that says how points look.
func (l *lists) numbering() node {
	all := el("w:numbering", outline(0, "bullet"), outline(1, "decimal")).with("xmlns:w", wordNames)
	num := func(id, of int, override nodes) *element {
		return el("w:num", val("w:abstractNumId", strconv.Itoa(of)).word(), override).with("w:numId", strconv.Itoa(id))
	}
	all.inside = append(all.inside, num(bullets, 0, nil))
	for i, s := range l.starts {
		all.inside = append(all.inside, num(bullets+1+i, 1, nodes{
			el("w:lvlOverride", val("w:startOverride", strconv.Itoa(s.number)).word()).with("w:ilvl", strconv.Itoa(s.depth))}))
	}
	return all
}

// outline is the levels of one way to mark points.
func outline(id int, format string) *element {
	all := el("w:abstractNum", val("w:multiLevelType", "hybridMultilevel").word()).with("w:abstractNumId", strconv.Itoa(id))
	for i := range deepestList + 1 {
		text := "•"
		if format == "decimal" {
			text = "%" + strconv.Itoa(i+1) + "."
		}
		all.inside = append(all.inside, el("w:lvl",
			val("w:start", "1").word(), val("w:numFmt", format).word(), val("w:lvlText", text).word(), val("w:lvlJc", "left").word(),
			el("w:pPr", el("w:ind").with("w:left", strconv.Itoa(425*(i+1)), "w:hanging", "425")),
		).with("w:ilvl", strconv.Itoa(i)))
	}
	return all
}
