package form

import (
	"github.com/charmbracelet/x/ansi"

	"wres/tui/panel"
)

// page is how the box of the form is shared out.
type page struct {
	box           [2]int // with the border
	side          int    // the width of a pane of ideas beside the fields; 0: they stand below
	boxed         bool
	width, height int // of the fields, within the border
	label         int // the width of the labels
	top           int // first line of the fields that is on screen
}

const (
	widePage  = 150 // the width from which the ideas stand beside the fields
	pairWidth = 60  // from which where it starts and where it leads share a line
	proseMost = 90  // cells of a text
	tallPage  = 16  // the height from which strength and what else there is have lines of their own
	signRoom  = 5   // of the sign beside a text that is longer than its area
	least     = 8   // cells of an input
)

// SetSize gives the form its box.
func (f *Model) SetSize(width, height int) {
	p := &f.page
	p.box, p.side = [2]int{width, height}, 0
	if width >= widePage {
		p.side = min(width*2/5, proseMost)
	}
	p.width, p.height, p.boxed = width-p.side, height, width >= panel.BoxedWidth && height > 2
	if p.boxed {
		p.width, p.height = p.width-3, p.height-1
	}
	f.arrange()
	f.scroll()
}

// paired reports whether where it starts and where it leads share a line.
func (p page) paired() bool { return p.width >= pairWidth }

func (p page) tall() bool { return p.height >= tallPage }

// inner is how many cells a text has.
func (p page) inner() int { return max(min(p.width-p.label-3, proseMost), least) }

// labelOf is what a field is called on the page.
func (p page) labelOf(ff *Field) string {
	switch {
	case ff.place.label == "":
		return ff.Label
	case p.paired() && ff.Column == "baseline":
		return "From, to"
	}
	return ff.place.label
}

// arrange gives the fields their size: an area grows with its text, as far as its place
// allows.
func (f *Model) arrange() {
	p := &f.page
	p.label = 0
	for i := range f.Fields {
		if f.shown(i) {
			p.label = max(p.label, ansi.StringWidth(p.labelOf(&f.Fields[i])))
		}
	}
	inner := p.inner()
	for i := range f.Fields {
		ff := &f.Fields[i]
		switch {
		case ff.MultiLine:
			if width := max(inner-signRoom, least); ff.area.Width() != width {
				ff.area.SetWidth(width)
			}
			most := ff.place.most
			if p.height > 2*tallPage {
				most *= 3
			}
			ff.fit(min(max(ff.rows(&f.ruler), ff.place.lines), max(most, 1)))
		case p.paired() && (ff.Column == "baseline" || ff.Column == "target"):
			ff.line.SetWidth((inner-3)/2 - 1)
		default:
			ff.line.SetWidth(drawing{f}.lineWidth(ff) - 1)
		}
	}
}

// lineWidth is how many cells a line has: fewer where what can be picked stands beside it.
func (f drawing) lineWidth(ff *Field) int {
	inner := f.page.inner()
	if short := max(inner*45/100, least); inner >= 50 && ansi.StringWidth(ff.line.Value()) < short {
		return short
	}
	return inner
}

// bottom is the number of lines below the fields.
func (f drawing) bottom() int {
	if f.page.tall() {
		return 5
	}
	return 2
}

// room is the number of lines for fields, under the title and above what stands below.
func (f drawing) room() int { return max(f.page.height-1-f.bottom()-f.listHeight(), 1) }

// listHeight is how many lines the list of ideas takes below the fields: those that are
// left over, and while it is open as many as it needs.
func (f drawing) listHeight() int {
	if f.page.side > 0 {
		return 0
	}
	between := f.page.height - 1 - f.bottom()
	spare := between - len(f.because())
	for i := range f.Fields {
		spare -= f.heightOf(i)
	}
	switch spare -= 1; {
	case f.list.open:
		return max(spare, min(len(f.list.all)+1, between-3), 2)
	case spare < 3 || !f.page.tall():
		return 0
	}
	return spare
}

// heightOf is how many lines a field has on the page.
func (f drawing) heightOf(i int) int {
	ff := &f.Fields[i]
	switch {
	case !f.shown(i), ff.Column == "target" && f.page.paired(): // it is beside the one before
		return 0
	case ff.MultiLine:
		return ff.area.Height()
	case f.leads(ff):
		return 1 + len(f.meansLines())
	}
	return 1
}

// leads reports whether a field's line is the one under which stands what a target means.
func (f drawing) leads(ff *Field) bool {
	return ff.Column == "target" || ff.Column == "baseline" && f.page.paired()
}

// scroll keeps the whole focused field on screen.
func (f *Model) scroll() {
	p, d := &f.page, drawing{f}
	begin := len(d.because())
	start := begin
	for i := range f.Fields {
		h := d.heightOf(i)
		if i == f.Focused {
			if h == 0 { // it is beside the one before
				h, start = 1, start-d.heightOf(i-1)
			}
			if p.top = min(p.top, start); start <= begin {
				p.top = 0
			}
			p.top = max(p.top, start+h-d.room())
			return
		}
		start += h
	}
}
