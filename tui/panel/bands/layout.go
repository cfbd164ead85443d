package bands

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/theme"
)

// The widths of a window from which there is a pane beside the picture, and one more
// beside that, and the least that a pane at the side is given.
const (
	twoPanes   = 120
	threePanes = 170
	leastSide  = 46
)

// Above and below the rows of a picture stand so many lines at most, and so many of the
// finding.
const (
	aroundRows = 3
	mostSaid   = 4
)

// mostParts is how many parts a post has. Last comes who they are.
const mostParts = 3

// columns shares a window's width out, from the left: the picture, the post under the
// cursor, and what stands behind.
func columns(width int) []int {
	side := max(width*2/5, leastSide)
	switch {
	case width >= threePanes:
		side = max(width/4, leastSide)
		return []int{width - 2*side, side, side}
	case width >= twoPanes:
		side = min(side, width-70)
		return []int{width - side, side}
	}
	return []int{width}
}

// board is the window: panes in columns beside each other.
type board struct {
	*scene
	width, height        int
	columns              [][]panel.Placed
	body                 []string // the page of the first pane, which scrolls
	pictured             int      // lines of it up to the end of the picture
	parts                []int    // its lines at which what is not to be cut begins
	cursorFrom, cursorTo int      // its lines of the row under the cursor
	top                  int      // where it is scrolled to
	longest              int      // lines of the post of which most is said; 0: to be counted
	still                *still   // nil: to be written
}

// still is what stays as it is when the cursor moves.
type still struct {
	side, under []panel.Placed  // the last column, and the panes below that of the post
	rest        []panel.Section // what has no pane
	lines       []string        // of the rest, below the picture
	parts       []int           // the lines after the first at which what is not to be cut begins
}

// arrange fills the window: the panes of each column, from above.
func (b *board) arrange() {
	b.columns, b.body, b.pictured, b.cursorFrom, b.cursorTo = nil, nil, 0, 0, 0
	if b.width <= 0 || b.height <= 0 || b.page.Data.Results == nil || b.staff.figure == nil {
		return
	}
	sides := columns(b.width)[1:]
	left := b.picture(b.width - sum(sides))
	var post []panel.Placed
	if len(sides) > 0 {
		post = b.beside(sides[0])
	}
	if b.still == nil {
		b.still = b.behind(left, post, sides)
	}
	if len(sides) > 0 {
		post = panel.Down(append(post, b.still.under...), b.height)
		side := b.still.side
		used := 0
		for _, column := range [][]panel.Placed{post, side} {
			if len(column) > 0 {
				b.columns = append(b.columns, column)
				used += column[0].Width
			}
		}
		if used < sum(sides) { // nothing is under the cursor, or the window is low
			left = b.picture(b.width - used)
		}
	}
	b.columns = append([][]panel.Placed{left}, b.columns...)
	if b.still.lines == nil {
		b.still.lines, b.still.parts = b.finish(b.still.rest)
	}
	b.parts = nil
	for _, at := range b.still.parts {
		b.parts = append(b.parts, len(b.body)+1+at)
	}
	b.body = append(b.body, b.still.lines...)
	b.top = b.within(b.top)
}

// below takes the last lines of a narrow window for the post under the cursor.
func (b *board) below(left []panel.Placed) []panel.Placed {
	at, ok := b.post()
	if !ok {
		return left
	}
	t := b.page.Data.Theme
	if b.height < 15 { // one line, which is the pane
		pane := panel.Placed{Width: b.width, Height: 1}
		said := []string{b.staff.named(at) + ": " + briefly(&b.staff, at)}
		room := b.width - len(panel.Margin(b.width))
		pane.Head = panel.Margin(b.width) + panel.Joining(t, said, room, 1)[0]
		left[0].Height--
		return append(left, pane)
	}
	spare := max(b.height-21, 0) // what a window has more than one of 24 lines
	pane := panel.Placed{Box: left[0].Box, Width: b.width, Height: min(3+spare/3, 6)}
	if pane.Box {
		pane.Height++
	}
	left[0].Height -= pane.Height
	width, most := pane.Room()
	pane.Title = b.text(b.staff.named(at))
	said := panel.Joining(t, explain(&b.staff, at, most < 4), width, most)
	pane.Put(said[:min(len(said), most)])
	return append(left, pane)
}

// beside is the pane of the post under the cursor beside the picture. It is as high as
// that of the post of which most is said, so that nothing jumps when the cursor moves.
func (b *board) beside(width int) []panel.Placed {
	at, ok := b.post()
	if !ok {
		return nil
	}
	pane := panel.Placed{Box: true, Width: width, Height: b.height}
	room, most := pane.Room()
	said := func(at post) int {
		n := 0
		for _, text := range explain(&b.staff, at, false) {
			n += strings.Count(ansi.Wrap(text, room, ""), "\n") + 1
		}
		return n
	}
	if b.longest == 0 {
		for _, other := range b.staff.posts {
			b.longest = max(b.longest, said(other))
		}
	}
	spare := b.longest - said(at)
	parts := ofPost(&b.staff, at)
	pane.Title = b.text(parts[0].Title)
	var lines []string
	for i, part := range parts {
		c := panel.NewColumn(b.page.Data, room)
		if i > 0 {
			c.Lines = append(c.Lines, "")
			c.Say(c.Styles().Title, part.Title)
		}
		part.Write(c)
		if i > 0 && len(lines)+len(c.Lines) > most {
			continue
		}
		lines = append(lines, c.Lines...)
	}
	if len(parts) < mostParts { // of few staff, whose groups are not drawn
		spare += madeUpOf(&b.staff, at)
	}
	pane.Height = min(len(lines)+spare+2, b.height)
	pane.Put(lines[:min(len(lines), most)])
	return []panel.Placed{pane}
}

// behind puts what stands behind the picture into the columns beside it, the last one
// first.
func (b *board) behind(left, post []panel.Placed, sides []int) *still {
	s := &still{rest: behindOf(&b.staff, &b.page, func() string { return b.shown(left) })}
	if len(sides) == 2 {
		s.side, s.rest = panel.Below(b.page.Data, nil, s.rest, sides[1], b.height)
		s.side = panel.Down(s.side, b.height)
	}
	if len(sides) > 0 {
		s.under, s.rest = panel.Below(b.page.Data, post, s.rest, sides[0], b.height)
	}
	if len(sides) == 2 && b.look.view == shares && len(b.staff.years) > 1 && len(post) > 0 {
		dotted := panel.Section{Title: words.Capital(dots.title(&b.staff)) + " (c)", Write: func(c *panel.Column) {
			all := b.staff
			all.posts = all.postsOf(all.years...)
			c.Draw(drawDots(&all, paper{t: c.Data.Theme, width: c.Width, at: -1}))
		}}
		under, _ := panel.Below(b.page.Data, append(slices.Clone(post), s.under...), []panel.Section{dotted}, sides[0], b.height)
		s.under = append(s.under, under...)
	}
	return s
}

// picture draws the first column: the page of the picture, and below it the post under
// the cursor in a narrow window, or the heat map in one that has room for it.
func (b *board) picture(width int) []panel.Placed {
	left := []panel.Placed{{Box: b.width >= panel.BoxedWidth && b.height > 4, Width: width, Height: b.height}}
	if len(columns(b.width)) == 1 {
		left = b.below(left)
	}
	main := &left[0]
	main.Title, main.Badge, main.Right = b.heading(width)
	main.Title, main.Right = b.text(main.Title), b.text(main.Right)
	room, most := main.Room()
	p := paper{t: b.page.Data.Theme, width: room, at: b.at}
	if b.instead != "" {
		b.body = headline(p, b.staff.finding(), most)
		b.say(p, b.instead)
		return left
	}
	n := len(b.staff.posts)
	if pane, ok := b.heatBelow(*main, most-n-aroundRows-2); ok {
		main.Height -= pane.Height
		most -= pane.Height
		left = append(left, pane)
	}
	if most >= 2*n+aroundRows+mostSaid {
		p.space = 1
	}
	pic := b.look.view.draw()(&b.staff, p)
	said := headline(p, b.told(), min(max(most-pic.Height(), 2), mostSaid))
	lines, from, to := pic.Lines(b.at)
	b.cursorFrom, b.cursorTo = len(said)+from, len(said)+to
	b.body = append(said, lines...)
	b.pictured = len(b.body)
	return left
}

// finish writes what has no pane of its own, to stand below the picture.
func (b *board) finish(rest []panel.Section) (lines []string, parts []int) {
	width, _ := b.columns[0][0].Room()
	c := panel.NewColumn(b.page.Data, min(width, panel.ProseWidth+20))
	for _, s := range rest {
		c.Heading(s.Title)
		s.Write(c)
	}
	return append([]string{""}, c.Lines...), c.Parts
}

func sum(all []int) (n int) {
	for _, v := range all {
		n += v
	}
	return n
}

func (b *board) say(p paper, text string) {
	if text = strings.TrimSpace(text); text != "" {
		b.body = append(append(b.body, ""), panel.Wrap(p.t, text, min(p.width, panel.ProseWidth), p.t.Styles.Text)...)
	}
}

// heatBelow is the heat map in a pane below the picture, where the window has room for it
// beside another picture of shares.
func (b *board) heatBelow(main panel.Placed, room int) (panel.Placed, bool) {
	if n := len(b.staff.posts); !main.Box || len(columns(b.width)) == 1 || room < n+aroundRows+2 || b.look.view != shares || len(b.staff.years) < 2 {
		return panel.Placed{}, false
	}
	pane := panel.Placed{Box: true, Width: main.Width}
	width, _ := pane.Room()
	all := b.staff
	all.posts = all.postsOf(all.years...)
	at := -1
	for i, other := range all.posts {
		if here, ok := b.post(); ok && other == here {
			at = i
		}
	}
	lines, _, _ := drawHeat(&all, paper{t: b.page.Data.Theme, width: width, at: at}).Lines(at)
	pane.Height = len(lines) + 2
	pane.Title = b.text(words.Capital(heat.title(&all)) + " (h)")
	pane.Put(lines)
	return pane, pane.Height <= room
}

// heading is the title of the page, the mark of what the source notes of its bands, and
// what stands at the title's right. The title gives way first, since the finding says the
// note too and the keys are in the last line.
func (b *scene) heading(width int) (title, mark, right string) {
	s := &b.staff
	if s.figure.Note != "" {
		mark = b.page.Data.Theme.Badge(badgeOfNote, s.cleaned(s.figure.Note))
	}
	room := panel.TitleRoom(width) - theme.Width(mark) - 1
	if title = b.titled(room); title == "" {
		mark, room = "", panel.TitleRoom(width)
		title = cmp.Or(b.titled(room), b.page.Title())
	}
	room -= theme.Width(title)
	if others := s.others(); len(others) > 0 {
		for _, text := range []string{"s: " + strings.Join(others, ", "), "s: " + panel.Counted(len(others), "other")} {
			if theme.Width(text) <= room {
				return title, mark, text
			}
		}
	}
	return title, mark, ""
}

// titled is the longest title for so many cells, "" where there is none: it says whose
// bands these are and what is seen of them.
func (b *scene) titled(room int) string {
	whose := b.page.Title() + " · " + b.staff.categoryName()
	all := []string{whose}
	if b.look.view != shares || b.staff.clusters {
		what := b.look.view.title(&b.staff)
		short, _, _ := strings.Cut(what, ",")
		all = []string{whose + " · " + what, whose + " · " + short, whose}
	}
	for _, title := range append(all, b.page.Title()) {
		if theme.Width(title) <= room {
			return title
		}
	}
	return ""
}

// text is words as the terminal can show them.
func (b *scene) text(s string) string { return b.page.Data.Theme.Text(s) }

// follow scrolls so far that the row under the cursor is seen, and the page from its
// beginning where it is on the first screen.
func (b *board) follow(top int) int {
	most := b.seen()
	switch {
	case b.cursorTo <= most:
		top = 0
	case b.cursorFrom < top:
		top = b.cursorFrom
	case b.cursorTo > top+most:
		top = b.cursorTo - most
	}
	return b.within(top)
}

// seen is how many lines of the page are on the screen. In a narrow window the last one
// says that there is more.
func (b *board) seen() int {
	main := b.columns[0][0]
	_, most := main.Room()
	if !main.Box && b.pictured > most {
		return most - 1
	}
	return most
}

// within keeps the page on what there is to see.
func (b *board) within(top int) int {
	_, most := b.columns[0][0].Room()
	return max(min(top, len(b.body)-most), 0)
}

// cut reports whether a page of so many lines ends within the picture. Where it does not,
// a narrow window has no line to spare for saying that there is more.
func (b *board) cut(most int) bool { return b.pictured > most }

// shown is what the page shows beside what stands behind it, of which the notes explain
// the terms.
func (b *board) shown(left []panel.Placed) string {
	all := strings.Join(b.body, "\n")
	for _, p := range left {
		all += "\n" + strings.Join(p.Lines, "\n")
	}
	if f := b.staff.finding(); f != nil {
		all += "\n" + f.Kind.String() + "\n" + f.Sentence // the badge says its kind
	}
	if at, ok := b.post(); ok && len(columns(b.width)) > 1 {
		all += "\n" + strings.Join(explain(&b.staff, at, false), " ")
	}
	return all
}

// drawn draws the columns beside each other, and of the page what it is scrolled to.
func (b *board) drawn() []string {
	main := &b.columns[0][0]
	_, most := main.Room()
	main.Put(b.body[b.top : b.top+panel.Fold(b.body, b.parts, b.top, most)])
	if len(b.columns[0]) > 1 && !b.columns[0][1].Box && b.columns[0][1].Title != "" {
		b.columns[0][1].Right = ""
		if b.top+most < len(b.body) {
			b.columns[0][1].Right = panel.MoreBelow
		}
	}
	main.More = b.top+most < len(b.body) && (main.Box || b.top > 0 || b.cut(most))
	return panel.Abreast(b.page.Data.Theme, b.columns)
}
