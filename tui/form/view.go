package form

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/panel"
	"wres/tui/theme"
)

// SetSize gives the form its box.
func (f *Model) SetSize(width, height int) {
	f.box = [2]int{width, height}
	width, height = panel.Inner(width, height)
	f.width, f.height = width, height
	inner := max(width-f.labelWidth()-3, 8)
	for i := range f.Fields {
		if f.Fields[i].MultiLine {
			f.Fields[i].area.SetWidth(inner)
		} else {
			f.Fields[i].line.SetWidth(inner - 1)
		}
	}
	f.scroll()
}

func (f *Model) labelWidth() int {
	w := 0
	for _, ff := range f.Fields {
		w = max(w, ansi.StringWidth(ff.Label))
	}
	return w
}

// room is the number of lines for fields, under the title and above the hint.
func (f *Model) room() int { return max(f.height-1-f.hintHeight(), 1) }

func (f *Model) hintHeight() int {
	if f.height < 12 {
		return 2
	}
	return 3
}

// scroll keeps the whole focused field on screen.
func (f *Model) scroll() {
	start := 0
	for i := range f.Fields {
		h := len(f.fieldLines(i))
		if i == f.Focused {
			f.top = min(f.top, start)
			f.top = max(f.top, start+h-f.room())
			return
		}
		start += h
	}
}

// View fills exactly the box; the field that is typed in is in it.
func (f *Model) View() string {
	t := f.theme
	title := " New action"
	if f.edited {
		title = " Action " + f.oneLine(f.Action.Number)
	}
	state := ""
	if f.changed() {
		state = "not in the plan yet"
	}
	var lines, all []string
	for i := range f.Fields {
		all = append(all, f.fieldLines(i)...)
	}
	bottom := min(f.top+f.room(), len(all))
	lines = append(lines, all[min(f.top, bottom):bottom]...)
	for len(lines) < f.room() {
		lines = append(lines, "")
	}
	lines = append(lines, f.hint()...)
	pane := panel.Pane{Title: t.Text(title), Right: t.Text(state), Lines: lines}
	return strings.Join(pane.Draw(t, f.box[0], f.box[1]), "\n")
}

// fieldLines draws a field: a mark and its label, then its input.
func (f *Model) fieldLines(i int) []string {
	t, ff := f.theme, &f.Fields[i]
	mark, style := " ", t.Styles.Muted
	if i == f.Focused {
		mark, style = t.Glyphs.Mark, t.Styles.Key
	}
	w := f.labelWidth()
	label := style.Render(mark + ff.Label + strings.Repeat(" ", w-ansi.StringWidth(ff.Label)+1))
	if ff.Column == "baseline" {
		return append([]string{label + ff.line.View()}, f.evidenceLines()...)
	}
	if !ff.MultiLine {
		return []string{label + ff.line.View()}
	}
	lines := strings.Split(ff.area.View(), "\n")
	for j := range lines {
		if j == 0 {
			lines[j] = label + lines[j]
			continue
		}
		lines[j] = strings.Repeat(" ", w+2) + lines[j]
	}
	return lines
}

// evidenceLines shows the figures that are kept with the action, under where it
// starts from.
func (f *Model) evidenceLines() (lines []string) {
	if strings.TrimSpace(f.evidence) == "" {
		return nil
	}
	t, w := f.theme, f.labelWidth()
	for i, line := range strings.Split(f.evidence, "\n") {
		label := strings.Repeat(" ", w+2)
		if i == 0 {
			label = " Evidence" + strings.Repeat(" ", max(w+1-len("Evidence"), 1))
		}
		line = ansi.Truncate(t.Text(label+f.oneLine(line)), max(f.width-1, 1), t.Glyphs.Ellipsis)
		lines = append(lines, t.Styles.Muted.Render(line))
	}
	return lines
}

// hint says how the field is understood as it stands, and what to write.
func (f *Model) hint() (lines []string) {
	t, room := f.theme, f.hintHeight()
	add := func(text string, style theme.Style) {
		if text == "" {
			return
		}
		for _, line := range strings.Split(ansi.Wrap(t.Text(text), max(f.width-2, 1), ""), "\n") {
			if len(lines) < room {
				lines = append(lines, style.Render(" "+line))
			}
		}
	}
	add(f.understood(&f.Fields[f.Focused]), t.Styles.Text)
	add(f.Fields[f.Focused].Hint, t.Styles.Muted)
	return lines
}
