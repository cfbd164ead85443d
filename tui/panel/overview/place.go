package overview

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/panel"
)

// The sizes that the box is shared out by.
const (
	besideWidth = 120 // from here a finding is said beside the rows, where they have the height
	belowHeight = 14  // from here it is said below them; a lower box is one page
	leastDetail = 6   // lines of what is said below the rows, with its title
	leastPane   = 4   // lines of a pane with its border
	widestList  = 62  // of which each finding takes two lines
)

// place shares out the box.
func (o *overview) place() {
	switch {
	case o.width >= besideWidth && o.beside():
	case o.height >= belowHeight:
		o.below()
	default:
		o.onePage()
	}
}

// beside puts what is said of the finding at the right of the rows. False where those do
// not fit with what clear means.
func (o *overview) beside() bool {
	t := o.Data.Theme
	left, l := o.leftList(true)
	if len(l.lines)+2+len(o.checks(left-4, false))+2 > o.height {
		left, l = o.leftList(false)
	}
	if len(l.lines)+2+len(o.least(left-4)) > o.height {
		return false
	}
	first := panel.Pane{Title: t.Text(o.headline(left - 2)), Lines: l.lines}
	under := o.under(left, o.height-len(l.lines)-2)
	if under == nil { // what clear means stands below the rows, where there is a line
		first.Lines = append(first.Lines, indented(o.foot(left-4, o.height-len(l.lines)-2))...)
	}
	lines := append(first.Boxed(t, left, o.height-len(under)), under...)
	detail := o.detail(o.width-left-4, o.height-2)
	detail.Lines = indented(detail.Lines)
	right := detail.Boxed(t, o.width-left, o.height)
	o.frame = make([]string, o.height)
	for i := range o.frame {
		o.frame[i] = lines[i] + right[i]
	}
	return true
}

// leftList lays the rows out in about half of the window: a line for each, where the
// verdict and three years have room there.
func (o *overview) leftList(apart bool) (width int, l *list) {
	width = o.width * 11 / 20
	l = o.newList(width-3, false, apart)
	if l.verdict == 0 || l.tight() {
		width = min(o.width/2+2, widestList)
		l = o.newList(width-3, true, apart)
	}
	return width, l
}

// under draws the panes under the rows: what has to be known before a figure is quoted, as
// much of it as there is room for, and what of the plan is late. It is nil where there is
// no room.
func (o *overview) under(width, height int) []string {
	t := o.Data.Theme
	checks := o.foot(width-4, height-2)
	if len(checks)+2 > height {
		return nil
	}
	quote := panel.Pane{Title: "Before you quote", Lines: indented(checks)}
	late := teller{o}.late(width - 4)
	rest := height - len(checks) - 2
	if len(late) == 0 || rest < leastPane {
		return quote.Boxed(t, width, height)
	}
	if more := len(late) - (rest - 2); more > 0 {
		late = append(late[:rest-3:rest-3], t.Styles.Muted.Render(t.Text(fmt.Sprintf("%d more: p opens the plan", more+1))))
	}
	actions := panel.Pane{Title: "Late in the plan", Lines: indented(late)}
	return append(quote.Boxed(t, width, len(checks)+2), actions.Boxed(t, width, rest)...)
}

// indented puts a space before lines.
func indented(lines []string) []string {
	all := make([]string, len(lines))
	for i, l := range lines {
		all[i] = " " + l
	}
	return all
}

// below puts it under the rows, which scroll where both do not fit.
func (o *overview) below() {
	t := o.Data.Theme
	border := 0 // lines of it
	if o.width >= panel.BoxedWidth {
		border = 1
	}
	inner, _ := panel.Inner(o.width, o.height)
	l := o.newList(inner, false, true)
	if len(l.lines)+1+2*border+2*leastDetail > o.height {
		l = o.newList(inner, false, false)
	}
	shown := len(l.lines)
	if shown > o.height-leastDetail-1-2*border {
		shown = max(o.height-o.leastBelow(inner-2)-1-2*border, 1)
	}
	top := min(max(l.to-shown+1, 0), l.from)
	room := inner
	if shown < len(l.lines) {
		room -= 16
	}
	pane := panel.Pane{Title: t.Text(o.headline(room)), Lines: l.window(top, shown)}
	if shown < len(l.lines) {
		pane.Right = t.Text(fmt.Sprintf("%d of %d", o.selected+1, len(o.found)))
	}
	high := shown + 1 + border
	rest := o.height - high
	rest -= 1 + border
	detail := o.detail(inner-2, rest-len(o.least(inner-2)))
	detail.Lines = indented(o.withFoot(detail.Lines, inner-2, rest))
	o.frame = append(pane.Draw(t, o.width, high), detail.Draw(t, o.width, o.height-high)...)
}

// leastBelow is how many lines the pane below the rows has at least, the same for all of them:
// those of the longest first sentence, an action, and what clear means, but no more than
// half of the box.
func (o *overview) leastBelow(width int) int {
	n := leastDetail
	for i := range o.found {
		first, _, _ := strings.Cut(teller{o}.brief(&o.found[i]), ". ")
		n = max(n, 1+len(o.wrap(first+".", width, o.Data.Theme.Styles.Text))+1+len(o.least(width)))
	}
	return max(min(n, o.height/2), leastDetail)
}

// withFoot puts at the end of lines what has to be known of all rows, as much of it as
// there is room for.
func (o *overview) withFoot(lines []string, width, height int) []string {
	foot := o.foot(width, height-len(lines)-1)
	if len(foot) < len(o.checks(width, false)) { // a notice is worth more than an empty line
		foot = o.foot(width, height-len(lines))
	}
	lines = slices.Clone(lines) // which are kept
	for len(lines)+len(foot) < height {
		lines = append(lines, "")
	}
	return slices.Concat(lines, foot)
}

// onePage puts all of it into one page that scrolls.
func (o *overview) onePage() {
	l := o.newList(o.Width, false, false)
	pane := o.detail(o.Width-2, 1000)
	title := o.Data.Theme.Styles.Title.Render(ansi.Truncate(pane.Title, max(o.Width-1, 0), o.Data.Theme.Glyphs.Ellipsis))
	lines := append(l.lines, "", " "+title)
	lines = append(lines, indented(pane.Lines)...)
	lines = append(lines, "")
	lines = append(lines, indented(o.checks(o.Width-2, true))...)
	o.Set(o.headline(o.Width), "", lines)
	o.Body.EnsureVisible(l.to+1, 0, 0) // the last line says that there is more
	o.Body.EnsureVisible(l.from, 0, 0)
}
