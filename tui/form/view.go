package form

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/plan/due"
	"wres/model/whatif"
	"wres/tui/panel"
	"wres/tui/theme"
)

// View fills exactly the box; the field that is typed in is in it.
func (f *Model) View() string { return drawing{f}.whole() }

// drawing is the form as it looks: it measures and draws, and changes nothing.
type drawing struct{ *Model }

func (f drawing) whole() string {
	t, p := f.data.Theme, f.page
	lines := f.because()
	for i := range f.Fields {
		if f.heightOf(i) > 0 {
			lines = append(lines, f.fieldLines(i)...)
		}
	}
	room := f.room()
	bottom := min(p.top+room, len(lines))
	below := len(lines) - bottom
	lines = lines[min(p.top, bottom):bottom:bottom]
	for len(lines) < room {
		lines = append(lines, "")
	}
	if n := f.listHeight(); n > 0 {
		lines = append(lines, f.ideaLines(p.width-1, n)...)
	}
	for len(lines) < p.height-1-f.bottom() {
		lines = append(lines, "")
	}
	lines = append(lines, f.bottomLines(below)...)
	main := panel.Placed{Pane: panel.Pane{Title: t.Text(f.title()), Right: t.Text(f.state()), Lines: lines}, Box: p.boxed, Width: p.box[0] - p.side, Height: p.box[1]}
	columns := [][]panel.Placed{{main}}
	if p.side > 0 {
		beside := panel.Placed{Box: p.boxed, Width: p.side, Height: p.box[1]}
		width, height := beside.Room()
		drawn := f.ideaLines(width, height+1)
		beside.Title = ansi.Strip(drawn[0])
		beside.Put(drawn[1:])
		columns = append(columns, []panel.Placed{beside})
	}
	return strings.Join(panel.Abreast(t, columns), "\n")
}

func (f drawing) title() string {
	title := " New action"
	if f.edited {
		title = " Action " + f.oneLine(f.Action.Number)
	}
	if where := f.offered.start.Where(); where != "" && f.evidence != "" && f.page.paired() {
		if f.edited {
			title += ","
		}
		title += " from " + f.oneLine(where)
	}
	return title
}

// state says whether the text is in the plan and, where there is no line for it, how strong
// the action is.
func (f drawing) state() string {
	var state []string
	if !f.page.tall() {
		has, lacks := f.Saved().Strength()
		state = append(state, fmt.Sprintf("%d of %d", len(has), len(has)+len(lacks)))
	}
	if f.changed() {
		state = append(state, "not in the plan yet")
	}
	return strings.Join(state, " · ")
}

// because says which figures the action answers, with a blank line below where there is
// room. What is kept and cannot be read stands as it is.
func (f drawing) because() (lines []string) {
	text := f.offered.start.Because()
	switch {
	case strings.TrimSpace(f.evidence) == "":
		return nil
	case text == "":
		text = f.evidence
	case !f.page.paired(): // the title has no room for it
		text = f.offered.start.Year.String() + ": " + text
	}
	if n := f.offered.others; n > 0 {
		text += fmt.Sprintf(" (and %s more)", panel.Counted(n, "figure"))
	}
	t, p := f.data.Theme, f.page
	label := t.Styles.Muted.Render(panel.Padded(" Because", p.label+2))
	for i, line := range strings.Split(ansi.Wrap(t.Text(f.oneLine(text)), p.inner(), ""), "\n") {
		if i == 3 {
			break
		}
		if i > 0 {
			label = strings.Repeat(" ", p.label+2)
		}
		lines = append(lines, label+t.Styles.Text.Render(line))
	}
	if p.tall() {
		lines = append(lines, "")
	}
	return lines
}

// means says what the target comes to in people.
func (f drawing) means() string {
	for i := range f.Fields {
		if ff := &f.Fields[i]; ff.Column == "target" {
			return f.offered.start.Means(ff.Text())
		}
	}
	return ""
}

// meansLines is what it means on as many lines as it needs.
func (f drawing) meansLines() []string {
	means := f.means()
	if means == "" {
		return nil
	}
	return strings.Split(ansi.Wrap(f.data.Theme.Text(means), f.page.inner(), ""), "\n")
}

// label is what stands before a field: a mark where it is typed in, or where it is not
// understood.
func (f drawing) label(i int) string {
	t, ff := f.data.Theme, &f.Fields[i]
	beside := f.page.paired() && ff.Column == "baseline" && i+1 == f.Focused
	mark, style := " ", t.Styles.Muted
	switch {
	case i == f.Focused, beside:
		mark, style = t.Glyphs.Mark, t.Styles.Key
	case f.doubtOf(ff) != "":
		mark, style = t.Glyphs.Warning, t.Styles.Notice
	}
	return style.Render(mark + panel.Padded(f.page.labelOf(ff), f.page.label+1))
}

// fieldLines draws a field: a mark and its label, then its input.
func (f drawing) fieldLines(i int) []string {
	ff := &f.Fields[i]
	if ff.MultiLine {
		return f.areaLines(i)
	}
	line := f.label(i) + f.input(i)
	if f.page.paired() && ff.Column == "baseline" {
		line += f.arrow(i+1) + f.input(i+1)
	} else if beside := f.beside(ff); beside != "" {
		line += beside
	}
	lines := []string{line}
	if f.leads(ff) {
		for _, means := range f.meansLines() {
			lines = append(lines, strings.Repeat(" ", f.page.label+2)+f.data.Theme.Styles.Muted.Render(means))
		}
	}
	return lines
}

// arrow stands between where it starts and where it leads, and warns of a target that is
// not understood.
func (f drawing) arrow(target int) string {
	t := f.data.Theme
	switch {
	case target == f.Focused:
		return t.Styles.Key.Render(" " + t.Glyphs.Mark + " ")
	case f.doubtOf(&f.Fields[target]) != "":
		return t.Styles.Notice.Render(" " + t.Glyphs.Warning + " ")
	}
	return t.Styles.Muted.Render(panel.Padded(t.Text(" →"), 3))
}

// input draws a line: the one that is typed in with its cursor, another from its beginning.
func (f drawing) input(i int) string {
	t, ff := f.data.Theme, &f.Fields[i]
	width := ff.line.Width() + 1
	if i == f.Focused {
		return panel.Padded(ff.line.View(), width)
	}
	return panel.Padded(t.Styles.Text.Render(panel.Cut(t, ff.line.Value(), width-1)), width)
}

// beside is what stands at the right of a line: what it is taken for, or what can be picked.
func (f drawing) beside(ff *Field) string {
	t := f.data.Theme
	room := f.page.inner() - f.lineWidth(ff) - 1
	if room < least {
		return ""
	}
	text, style := "", t.Styles.Muted
	switch offers := f.offered.all(ff); {
	case f.doubtOf(ff) != "":
		text, style = "kept as words", t.Styles.Notice
	case ff.Column == "deadline" && strings.TrimSpace(ff.Text()) != "":
		if d, err := due.Read(ff.Text(), f.data.Today); err == nil && d.HasDate() {
			text = due.Weekday(d.Date)
			if d.Overdue(f.data.Today) {
				text += ", past"
			}
		}
	case ff.Column == "indicators":
		text = cmp.Or(indicatorWords(f.Result()), t.Glyphs.ArrowDown+" adds an indicator")
	case len(offers) > 0 && !slices.Contains(offers, ff.Text()):
		text = t.Glyphs.ArrowDown + " " + f.oneLine(strings.Join(offers, " · "))
	}
	return " " + style.Render(panel.Cut(t, text, room))
}

// areaLines draws a text of several lines, with how much of it is out of sight.
func (f drawing) areaLines(i int) []string {
	t, ff := f.data.Theme, &f.Fields[i]
	lines := strings.Split(ff.area.View(), "\n")
	above, below := ff.outOfSight()
	for j := range lines {
		label, sign := strings.Repeat(" ", f.page.label+2), ""
		if j == 0 {
			label = f.label(i)
		}
		switch {
		case j == 0 && above > 0:
			sign = fmt.Sprintf("%s%d", t.Glyphs.ArrowUp, above)
		case j == len(lines)-1 && below > 0:
			sign = fmt.Sprintf("%s%d", t.Glyphs.ArrowDown, below)
		}
		lines[j] = label + panel.Padded(lines[j], ff.area.Width())
		if sign != "" {
			lines[j] += " " + t.Styles.Notice.Render(sign)
		}
	}
	return lines
}

// bottomLines says how strong the action is, what else can be written, and how the field is
// understood as it stands.
func (f drawing) bottomLines(below int) (lines []string) {
	if f.page.tall() {
		lines = append(lines, f.strengthLine(), f.moreLine(below))
	}
	return append(lines, f.hint(f.bottom()-len(lines))...)
}

func (f drawing) strengthLine() string {
	t := f.data.Theme
	has, lacks := f.Saved().Strength()
	text := number(len(has)) + " of " + number(len(has)+len(lacks))
	if t.Charset != theme.ASCII {
		text = strings.Repeat(t.Glyphs.Dot, len(has)) + strings.Repeat(t.Glyphs.OpenDot, len(lacks)) + " " + text
	}
	if len(lacks) > 0 {
		text += ": lacks " + strings.Join(lacks, ", ")
	}
	line := t.Styles.Muted.Render(panel.Padded(" Strength", f.page.label+2)) + t.Styles.Text.Render(t.Text(text))
	if advice := t.Text("advice; anything can be saved"); theme.Width(line)+theme.Width(advice)+4 <= min(f.page.width, f.page.inner()+f.page.label+3) {
		line += "   " + t.Styles.Muted.Render(advice)
	}
	return ansi.Truncate(line, max(f.page.width-1, 1), t.Glyphs.Ellipsis)
}

// number writes a small number as a word.
func number(n int) string {
	if small := []string{"none", "one", "two", "three", "four", "five", "six"}; n < len(small) {
		return small[n]
	}
	return fmt.Sprint(n)
}

// moreLine names what is rarely written, with the key that shows it, and says how many
// lines of the page are below.
func (f drawing) moreLine(below int) string {
	t := f.data.Theme
	var names []string
	for i := range f.Fields {
		if !f.shown(i) {
			names = append(names, strings.ToLower(f.Fields[i].place.label))
		}
	}
	text := "shows fewer fields"
	if len(names) > 0 {
		text = strings.Join(names, " · ")
	}
	if below > 0 {
		text += fmt.Sprintf("   %s%d below", t.Glyphs.ArrowDown, below)
	}
	line := t.Styles.Muted.Render(panel.Padded(" More", f.page.label+2)) + t.Styles.Key.Render(f.KeyMap.More.Help().Key) + t.Styles.Muted.Render(t.Text(" "+text))
	return ansi.Truncate(line, max(f.page.width-1, 1), t.Glyphs.Ellipsis)
}

// hint says what was asked before saving, where an idea is from, or how the field is
// understood as it stands and what to write.
func (f drawing) hint(room int) (lines []string) {
	t, ff := f.data.Theme, &f.Fields[f.Focused]
	cut := false
	add := func(text string, style theme.Style) {
		if text == "" || len(lines) == room {
			return
		}
		for _, line := range strings.Split(ansi.Wrap(t.Text(text), max(f.page.width-2, 1), ""), "\n") {
			switch {
			case len(lines) < room:
				lines = append(lines, style.Render(" "+line))
			case !cut && room > 0: // the last one says that there was more
				cut = true
				lines[room-1] = ansi.Truncate(lines[room-1], max(f.page.width-2, 1), "") + style.Render(t.Glyphs.Ellipsis)
			}
		}
	}
	switch {
	case f.warned.now:
		add(f.warned.shown+": Ctrl+S saves, Esc mends", t.Styles.Notice)
	case f.list.open:
		idea := f.list.all[f.list.at]
		add(idea.Indicator+": "+idea.Text, t.Styles.Text)
		add("After "+idea.Source, t.Styles.Muted)
	default:
		hint := ff.Hint
		if ff.Column == "target" && f.means() != "" {
			hint = whatif.InShort
		}
		add(f.understood(ff), t.Styles.Text)
		add(hint, t.Styles.Muted)
	}
	for len(lines) < room {
		lines = append(lines, "")
	}
	return lines
}

// ideaLines lists ideas under a heading, with their sources where there is room for those
// too; while the list is open the one under the cursor is in it.
func (f drawing) ideaLines(width, height int) []string {
	t, l := f.data.Theme, f.list
	heading := l.title() + " (" + f.KeyMap.Ideas.Help().Key + "): what others did, to change into your words"
	if l.open {
		heading = l.title() + ": Enter puts one into Do, Esc closes"
	}
	lines := []string{" " + t.Styles.Title.Render(panel.Cut(t, heading, width-1))}
	full := 0
	for _, idea := range l.all {
		full += len(f.ideaText(idea.Text, idea.Source, width, true))
	}
	from := 0
	if rows := height - 1; full > rows { // without sources, a line each
		from = max(min(l.at-rows/2, len(l.all)-rows), 0)
	}
	for i, idea := range l.all[from:] {
		drawn := f.ideaText(idea.Text, idea.Source, width, full <= height-1)
		if l.open && from+i == l.at {
			drawn[0] = t.Under(t.Styles.Key.Render(t.Glyphs.Mark)+strings.TrimPrefix(drawn[0], " "), width)
		}
		lines = append(lines, drawn...)
	}
	if len(lines) >= height && !l.open && height > 3 { // a blank line before what stands below
		return lines[:height-1]
	}
	return lines[:min(len(lines), height)]
}

// ideaText is an idea on one line, or on as many as it needs with its source below.
func (f drawing) ideaText(text, source string, width int, whole bool) (lines []string) {
	t := f.data.Theme
	if !whole {
		return []string{"  " + t.Styles.Text.Render(panel.Cut(t, text, width-2))}
	}
	for _, line := range strings.Split(ansi.Wrap(t.Text(text), max(min(width-2, proseMost), 1), ""), "\n") {
		lines = append(lines, "  "+t.Styles.Text.Render(line))
	}
	for _, line := range strings.Split(ansi.Wrap(t.Text(source), max(min(width-4, proseMost), 1), ""), "\n") {
		lines = append(lines, "    "+t.Styles.Muted.Render(line))
	}
	return lines
}
