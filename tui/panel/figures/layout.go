package figures

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/panel"
	"wres/tui/theme"
)

// The widths of a window from which there is a pane beside the charts, and one more
// beside that for the plan, and the least that a pane at the side is given.
const (
	twoPanes   = 120
	threePanes = 160
	leastSide  = 44
)

// The heights of a box from which what is said of the row under the cursor has a pane of
// its own and not a line, and from which that has three lines.
const (
	paned     = 15
	threeSaid = 20
)

// panes is the window that shows a content: which pane stands where, and where the first is scrolled to.
type panes struct {
	*content
	width, height int
	columns       [][]panel.Placed
	body          []string // of the first pane
	from, to      int      // its lines of the row under the cursor
	pictured      int      // its lines up to the end of the charts
	parts         []int    // its lines at which what is not to be cut begins
	top           int

	drawing *drawing         // nil: to be settled
	rests   map[string]*rest // by the terms in what is said of the row under the cursor
}

// rest is what stands beside and below the charts. It stays as it is while the cursor moves,
// but for the terms that it explains.
type rest struct {
	highest int // lines of the row of which most is said
	under   []panel.Placed
	plan    []panel.Placed // the last column
	lines   []string       // below the charts
	parts   []int          // the lines after the first at which what is not to be cut begins
}

// columnWidths shares a window's width out: the charts, the row under the cursor, the plan.
func columnWidths(width int) []int {
	switch {
	case width >= threePanes:
		side := max(width/4, leastSide)
		return []int{width - 2*side, side, side}
	case width >= twoPanes:
		side := min(max(width*2/5, leastSide), width-72)
		return []int{width - side, side}
	}
	return []int{width}
}

// anew fills the window after a change of more than the cursor.
func (p *panes) anew() {
	p.drawing, p.rests = nil, map[string]*rest{}
	p.arrange()
}

// arrange fills the window: the panes of each column, from above.
func (p *panes) arrange() {
	p.columns, p.body, p.parts, p.from, p.to, p.pictured = nil, nil, nil, 0, 0, 0
	if p.width <= 0 || p.height <= 0 || p.figure == nil {
		return
	}
	widths := columnWidths(p.width)
	main := panel.Placed{Box: p.width >= panel.BoxedWidth && p.height > 4, Width: widths[0], Height: p.height}
	main.Title, main.Right = p.text(main.Title+p.Title()), p.text(p.actionsText())
	if main.Width >= 44 && !main.Box {
		main.Title = " " + main.Title
	}
	left := []panel.Placed{main}
	if len(widths) == 1 {
		left = p.below(left)
	}
	room, most := left[0].Room()
	if p.drawing == nil {
		p.drawing = p.chosen(room, most)
	}
	p.compose(room)
	if len(left) > 1 {
		p.explain(&left[1])
	}
	terms := p.terms()
	if p.rests[terms] == nil {
		p.rests[terms] = p.written(room, widths[1:])
	}
	rest := p.rests[terms]
	for _, at := range rest.parts {
		p.parts = append(p.parts, len(p.body)+1+at)
	}
	p.body = append(p.body, rest.lines...)
	p.columns = [][]panel.Placed{left}
	if len(widths) > 1 {
		p.columns = append(p.columns, panel.Down(append(p.detail(widths[1], rest.highest), rest.under...), p.height))
	}
	if len(widths) > 2 {
		plan := rest.plan
		if len(plan) == 0 { // a low window has no room for any of it
			plan = []panel.Placed{{Box: true, Width: widths[2], Height: p.height}}
		}
		p.columns = append(p.columns, plan)
	}
	p.top = p.follow(p.top)
}

// below takes the last lines of a narrow window for the row under the cursor.
func (p *panes) below(left []panel.Placed) []panel.Placed {
	if _, ok := p.under(); !ok || p.height < 6 {
		return left
	}
	pane := panel.Placed{Box: left[0].Box, Width: p.width, Height: 1}
	if p.height >= paned || pane.Box {
		pane.Height = 3 + min(max(p.height-threeSaid, 0)/3, 4)
		if p.height >= threeSaid {
			pane.Height++
		}
		if pane.Box {
			pane.Height++
		}
	}
	left[0].Height -= pane.Height
	return append(left, pane)
}

// explain says the row under the cursor in the pane below the charts: what the headline
// does not say already, where there is such.
func (p *panes) explain(pane *panel.Placed) {
	t, _ := p.under()
	head := flat(p.drawing.lead)
	said := slices.DeleteFunc(slices.Clone(t.said), func(s string) bool { return strings.Contains(head, p.text(s)) })
	if len(said) == 0 {
		said = t.said
	}
	on := p.Data.Theme
	width, most := pane.Room()
	if pane.Height == 1 {
		name := ansi.Truncate(p.text(t.name), width, on.Glyphs.Ellipsis)
		pane.Head = strings.Repeat(" ", p.width-width) + on.Styles.Title.Render(name) + " " +
			strings.Join(panel.Fitting(on, said, width-theme.Width(name)-1, 1), "")
		return
	}
	pane.Title, pane.Badge = p.text(t.name), t.badge
	pane.Put(panel.Fitting(on, said, width, most))
}

// flat is lines as one text, without their styles.
func flat(lines []string) string {
	return strings.Join(strings.Fields(ansi.Strip(strings.Join(lines, " "))), " ")
}

// written writes what stands behind the charts: below them what has no room in the columns
// beside them.
func (p *panes) written(room int, sides []int) *rest {
	r := &rest{}
	sections := p.behind(p.drawing.spoken)
	if len(sides) > 0 {
		sections = p.beside(r, sides, sections)
	}
	c := panel.NewColumn(p.Data, room)
	for _, s := range sections {
		c.Heading(s.Title)
		s.Write(c)
	}
	if len(c.Lines) > 0 {
		r.lines, r.parts = append([]string{""}, c.Lines...), c.Parts
	}
	return r
}

// beside fills the columns beside the charts: below the row under the cursor, of what stands
// behind the charts as much as there is room for, and the plan. It gives what is left.
func (p *panes) beside(r *rest, widths []int, sections []panel.Section) []panel.Section {
	for _, t := range p.things {
		r.highest = max(r.highest, len(p.said(t, widths[0])))
	}
	tables := len(p.shape.behind(p.content)) // which keep to the wide pane
	left, sections := sections[:tables], sections[tables:]
	plan := sections[:1]
	if len(widths) > 1 {
		plan = append(slices.Clone(plan), p.steps()...)
		sections = sections[1:]
		column, _ := panel.Below(p.Data, nil, plan, widths[1], p.height)
		r.plan = panel.Down(column, p.height)
	}
	r.under, sections = panel.Below(p.Data, p.detail(widths[0], r.highest), sections, widths[0], p.height)
	return append(slices.Clone(left), sections...)
}

// said is what there is to say of a thing in the pane beside the charts.
func (p *panes) said(t thing, width int) (lines []string) {
	room, _ := panel.Placed{Box: true, Width: width}.Room()
	for _, s := range t.said {
		lines = append(lines, panel.Wrap(p.Data.Theme, s, room, p.Data.Theme.Styles.Text)...)
	}
	return lines
}

// detail is the pane of the row under the cursor beside the charts. It is as high as that
// of the row of which most is said, so that nothing jumps when the cursor moves.
func (p *panes) detail(width, highest int) []panel.Placed {
	t, ok := p.under()
	if !ok {
		return nil
	}
	pane := panel.Placed{Box: true, Width: width, Height: min(highest+2, p.height)}
	_, most := pane.Room()
	pane.Title, pane.Badge = p.text(t.name), t.badge
	lines := p.said(t, width)
	pane.Put(lines[:min(len(lines), most)])
	return []panel.Placed{pane}
}

// drawing is the charts that a pane has room for, how they are drawn there, and the findings
// above them. It stays as it is while the cursor moves.
type drawing struct {
	charts []charted
	first  int      // how many belong on the first screen
	low    bool     // a line for each thing
	space  int      // blank lines between rows
	tight  bool     // there is no line to spare between parts
	spare  int      // lines that these leave
	lead   []string // the findings
	spoken bool     // the sentence of the last finding is there in full
}

// chosen settles how charts are drawn in a pane. Those with room to spare are all drawn, and
// where there is little height a line for each thing; where there is much, rows are apart.
func (p *panes) chosen(width, most int) *drawing {
	d := &drawing{charts: p.all}
	pics := p.pictures(d, width)
	if total(pics)+2*len(pics)+8 > most {
		every := pics
		d.charts, pics = nil, nil
		for i, pic := range every {
			if !p.all[i].extra {
				d.charts, pics = append(d.charts, p.all[i]), append(pics, pic)
			}
		}
	}
	d.first = slices.IndexFunc(d.charts, func(c charted) bool { return c.later })
	if d.first < 0 || total(pics)+2*len(d.charts)+4 <= most {
		d.first = len(d.charts)
	}
	fits := func() bool { return total(pics[:d.first])+d.first+2 <= most }
	if !fits() {
		d.low = true
		pics = p.pictures(d, width)
	}
	d.tight = !fits()
	if d.spare = most - total(pics[:d.first]); !d.tight {
		d.spare -= d.first
	}
	d.lead, d.spoken = p.lead(width, p.allowed(d, most))
	d.spare -= len(d.lead)
	if apart(pics[:d.first], d.spare) {
		d.low, d.space = false, 1
		d.spare -= total(p.pictures(d, width)[:d.first]) - total(pics[:d.first])
	}
	return d
}

// compose writes the findings and the charts. Where the height allows, charts have their
// titles above them.
func (p *panes) compose(width int) {
	d, spare := p.drawing, p.drawing.spare
	p.body = slices.Clone(d.lead)
	for i, pic := range p.pictures(d, width) {
		if i == d.first {
			p.pictured = len(p.body)
		}
		switch {
		case i >= d.first: // from here on there is no end to the lines
			spare = 1
		case d.tight:
			spare = 0
		}
		if !d.tight || i >= d.first {
			p.body = append(p.body, "")
		}
		p.titled(&pic, d.charts[i], width, &spare)
		if i >= d.first {
			p.parts = append(p.parts, len(p.body))
			for n := range pic.Rows[:max(len(pic.Rows)-1, 0)] {
				p.parts = append(p.parts, len(p.body)+len(pic.Head)+len(slices.Concat(pic.Rows[:n+1]...)))
			}
		}
		p.picture(pic, d.charts[i].things)
	}
	if d.first == len(d.charts) {
		p.pictured = len(p.body)
	}
}

// allowed is how many lines the findings may take.
func (p *panes) allowed(d *drawing, most int) int {
	switch {
	case p.without():
		return p.height * 4 // why there are none is said in full
	case d.tight && most > 9:
		return min(max(d.spare, 1), 4) // so that what it is about is seen
	case p.height >= 30:
		return min(max(d.spare, 2), 8)
	}
	return min(max(d.spare, 2), 4)
}

// lead writes the findings, and what is needed where there are no figures.
func (p *panes) lead(width, most int) (lines []string, spoken bool) {
	t := p.Data.Theme
	lines, spoken = panel.Headline(t, p.found, min(width, panel.ProseWidth+10), most)
	if f := p.last(); p.without() && f.Needs != "" {
		lines = append(append(lines, ""), panel.Wrap(t, neededText(f), min(width, panel.ProseWidth), t.Styles.Text)...)
	}
	return lines, spoken
}

// total is the height of pictures, without what is between them.
func total(pics []panel.Picture) int {
	n := 0
	for _, pic := range pics {
		n += pic.Height()
	}
	return n
}

// apart reports whether rows can stand apart, with a title above each chart.
func apart(pics []panel.Picture, spare int) bool {
	need := len(pics)
	for _, pic := range pics {
		need += len(pic.Rows)
	}
	return spare > need
}

// titled puts a chart's title above it where there is a line to spare, else beside its
// scale where that leaves room.
func (p *panes) titled(pic *panel.Picture, c charted, width int, spare *int) {
	t := p.Data.Theme
	if title := p.text(c.title); title != "" && *spare > 0 && theme.Width(title) <= width {
		pic.Head = append(panel.Wrap(t, title, width, t.Styles.Title), pic.Head...)
		*spare--
		return
	}
	short := p.text(c.short)
	if len(pic.Head) != 1 || short == "" {
		return
	}
	if n := theme.Width(short); strings.TrimSpace(ansi.Strip(ansi.Truncate(pic.Head[0], n+1, ""))) == "" && theme.Width(pic.Head[0]) > n {
		pic.Head[0] = t.Styles.Title.Render(short) + ansi.TruncateLeft(pic.Head[0], n, "")
	}
}

// picture adds a picture to the body, and finds the row under the cursor in it.
func (p *panes) picture(pic panel.Picture, things []thing) {
	on, _ := p.under()
	lines, from, to := pic.Lines(slices.IndexFunc(things, func(t thing) bool { return t.key == on.key }))
	if p.to == 0 && to > 0 {
		p.from, p.to = len(p.body)+from, len(p.body)+to
	}
	p.body = append(p.body, lines...)
}

// follow scrolls so far that the row under the cursor is seen, and the page from its
// beginning where it is on the first screen.
func (p *panes) follow(top int) int {
	_, most := p.columns[0][0].Room()
	if !p.columns[0][0].Box && p.pictured > most && p.to < len(p.body) {
		most-- // the last line says that there is more
	}
	switch {
	case p.on == "": // what is said first is first seen
		top = 0
	case p.to <= most && top < p.from:
		top = 0
	case p.from < top:
		top = p.from
	case p.to > top+most:
		top = p.to - most
	}
	return p.within(top)
}

// within keeps the page on what there is to see.
func (p *panes) within(top int) int {
	if len(p.columns) == 0 {
		return 0
	}
	_, most := p.columns[0][0].Room()
	return max(min(top, len(p.body)-most), 0)
}

// scrolled turns the page without moving the cursor.
func (p *panes) scrolled(pressed tea.KeyPressMsg) bool {
	if len(p.columns) == 0 {
		return false
	}
	_, most := p.columns[0][0].Room()
	page := max(panel.Fold(p.body, p.parts, p.top, most)-1, 1)
	by, ok := map[string]int{"pgdown": page, "space": page, "pgup": 1 - most, "ctrl+d": most / 2, "ctrl+u": -most / 2}[pressed.String()]
	if ok {
		p.top = p.within(p.top + by)
	}
	return ok
}
