package plan

import (
	"fmt"
	"slices"
	"strings"

	"wres/model/findings"
	"wres/model/plan"
	"wres/model/plan/due"
	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/theme"
)

// besideWidth is the width from which advice stands beside the fields of an action.
const besideWidth = 140

// card writes the action under the cursor below the list.
type card struct{ *panel.Page }

// brief is the action as the view shows it, in brief: its text whole, who leads it and by when,
// which figure it answers, what makes it strong, and its newest note.
func (c card) brief(a plan.Action) []string {
	t := c.Data.Theme
	number := c.Data.Line(a.Number)
	indent := 0
	if number != "" {
		indent = max(theme.Width(t.Text(number))+2, 3)
	}
	lines := c.hanging(t.Styles.Title, number, indent, c.Data.Line(a.Text))
	lines = append(lines, c.standing(a)...)
	for _, fact := range c.facts(a) {
		lines = append(lines, c.hanging(t.Styles.Muted, fact[0], 10, fact[1])...)
	}
	return lines
}

// hanging writes a name and behind it a text, of which further lines stand under the first.
func (c card) hanging(style theme.Style, name string, indent int, text string) (lines []string) {
	t := c.Data.Theme
	if c.Width < 60 {
		indent = min(indent, theme.Width(t.Text(name))+1)
	}
	for i, line := range panel.Wrap(t, text, max(min(c.Width-2, panel.ProseWidth+indent)-indent, 1), t.Styles.Text) {
		head := strings.Repeat(" ", indent)
		if i == 0 {
			head = panel.Padded(style.Render(t.Text(name)), indent)
		}
		lines = append(lines, " "+head+line)
	}
	return lines
}

// standing says who leads an action, when it is due and what its status is, as many beside
// each other as fit a line.
func (c card) standing(a plan.Action) (lines []string) {
	one := c.Data.Line
	t := c.Data.Theme
	lead, day, status := "Nobody leads it", "No day", words.Capital(one(a.Status))
	if one(a.Lead) != "" {
		lead = "Lead " + one(a.Lead)
	}
	if one(a.Deadline) != "" {
		day = "Due " + one(a.Deadline)
	}
	style := t.Styles.Text
	if a.Overdue(c.Data.Today) {
		day, style = day+", "+findings.Lateness(a.Due(), c.Data.Today), t.Styles.Notice
	}
	if status == "" {
		status = "No status"
	}
	line, used := "", 0
	for _, part := range []struct {
		style theme.Style
		text  string
	}{{t.Styles.Text, lead}, {style, day}, {t.Styles.Text, status}} {
		wide := theme.Width(t.Text(part.text))
		switch {
		case used > 0 && used+3+wide <= c.Width-2:
			line, used = line+"   "+part.style.Render(t.Text(part.text)), used+3+wide
			continue
		case used > 0:
			lines = append(lines, line)
		}
		wrapped := c.Text(part.style, part.text)
		if len(wrapped) == 0 { // there is no room for a letter
			return nil
		}
		lines = append(lines, wrapped[:len(wrapped)-1]...)
		line, used = wrapped[len(wrapped)-1], theme.Width(wrapped[len(wrapped)-1])-1
	}
	return append(lines, line)
}

// facts are the further lines of the detail: a name and what is said.
func (c card) facts(a plan.Action) [][2]string {
	var all [][2]string
	for i, text := range c.figures(a) {
		name := "Figure"
		if i > 0 {
			name = ""
		}
		all = append(all, [2]string{name, text})
	}
	if has, lacks := a.Strength(); !a.Closed() {
		text := fmt.Sprintf("%d of %d", len(has), len(has)+len(lacks))
		if len(has) > 0 {
			text += ": has " + strings.Join(has, ", ")
		}
		if len(lacks) > 0 {
			text += map[bool]string{true: "; lacks ", false: ": lacks "}[len(has) > 0] + strings.Join(lacks, ", ")
		}
		all = append(all, [2]string{"Strength", text})
	}
	return append(all, [2]string{"Note", c.newest(a)})
}

// newest is the newest note of an action, or which key adds one.
func (c card) newest(a plan.Action) string {
	notes := a.Notes()
	if len(notes) == 0 {
		if c.Data.PlanLocked != "" {
			return "none"
		}
		return "none: N adds one, with today's date"
	}
	last := slices.MaxFunc(notes, func(a, b plan.Note) int { return a.Date.Compare(b.Date) })
	text := c.Data.Line(last.Text)
	if !last.Date.IsZero() {
		text = due.Written(last.Date) + ": " + text
	}
	return panel.Cut(c.Data.Theme, text, max(2*min(c.Width-14, panel.ProseWidth-4), 1))
}

// figures says what became of each figure that an action keeps, or that it keeps none.
func (c card) figures(a plan.Action) (all []string) {
	offer := ": F picks one, so that next year can judge it"
	if r := c.Data.Results; c.Data.PlanLocked != "" || a.Closed() || r == nil || r.Publication { // where none can be picked
		offer = ""
	}
	var without []string
	for _, f := range c.Data.Progress[a.ID] {
		switch f.State {
		case plan.NoFigureKept:
			without = append(without, f.Indicator)
			continue
		case plan.Early:
			all = append(all, c.Data.Clean(fmt.Sprintf("Early, indicator %s: %s is kept; no later year is here yet", f.Indicator, f.Baseline.Said(c.Data.Words))))
		default:
			all = append(all, c.Data.Clean(fmt.Sprintf("%s, indicator %s. %s", words.Capital(string(f.State)), f.Indicator, f.Reason)))
		}
	}
	switch {
	case len(all) == 0:
		return []string{"none is kept" + offer}
	case len(without) > 0:
		all = append(all, "none is kept of "+c.Data.Clean(words.Listed(without)))
	}
	return all
}

// public is the action as the view of the figures shows it.
func (c card) public(a plan.Action) plan.Action {
	if r := c.Data.Results; r != nil && r.Publication {
		a, _ = a.Public(r)
	}
	return a
}

// more is what else is to be said of that action: its other fields, what would make it
// stronger, what the plan leaves out, and where it is kept.
func (c card) more(a plan.Action) []string {
	t := c.Data.Theme
	fields, advised := c.fields(a, c.Width), c.advised(a, c.Width)
	var lines []string
	if half := c.Width / 2; c.Width >= besideWidth && len(fields) > 0 && len(advised) > 0 {
		fields, advised = c.fields(a, half), c.advised(a, c.Width-half)
		lines = append(lines, "")
		for i := range max(len(fields), len(advised)) {
			left, right := "", ""
			if i < len(fields) {
				left = fields[i]
			}
			if i < len(advised) {
				right = advised[i]
			}
			lines = append(lines, panel.Padded(left, half)+right)
		}
	} else {
		for _, part := range [][]string{fields, advised} {
			if len(part) > 0 {
				lines = append(append(lines, ""), part...)
			}
		}
	}
	lines = append(lines, c.gaps()...)
	if slices.ContainsFunc(c.Data.Progress[a.ID], func(p plan.Progress) bool { return p.State == plan.NoClearChange }) {
		lines = append(append(lines, ""), c.Text(t.Styles.Muted, c.Data.Words.Meanings(string(plan.NoClearChange))[0]+".")...)
	}
	if c.Data.PlanPath != "" {
		lines = append(append(lines, ""), c.Text(t.Styles.Muted, "Kept in "+c.Data.Clean(c.Data.PlanPath))...)
	}
	return lines
}

// fields shows every field that has something, whole, but for those that stand in the detail.
func (c card) fields(a plan.Action, width int) (lines []string) {
	t := c.Data.Theme
	said := []string{"id", "number", "action", "deadline", "lead", "status"}
	for _, field := range plan.Fields() {
		value := field.Value(a)
		if strings.TrimSpace(value) == "" || slices.Contains(said, field.Column) {
			continue
		}
		for i, part := range strings.Split(value, "\n") {
			text := "  " + c.Data.Line(part)
			if i == 0 {
				text = field.Label + ": " + c.Data.Line(part)
			}
			lines = append(lines, c.wrapped(t.Styles.Text, text, width)...)
		}
	}
	return lines
}

// wrapped is a text in lines of a width, with the page's margins.
func (c card) wrapped(style theme.Style, text string, width int) []string {
	lines := panel.Wrap(c.Data.Theme, text, width-2, style)
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}

// advised says what would make an action stronger.
func (c card) advised(a plan.Action, width int) (lines []string) {
	t := c.Data.Theme
	for i, text := range advice(c.Data, a.ID) {
		if i == 0 {
			lines = c.wrapped(t.Styles.Key, "To make it stronger:", width)
		}
		lines = append(lines, c.wrapped(t.Styles.Text, t.Glyphs.Bullet+" "+text, width)...)
	}
	return lines
}

// advice gives what would make an action stronger, or the plan where id is "".
func advice(d panel.Data, id string) (all []string) {
	for _, finding := range d.Advice {
		if finding.ID == id {
			all = append(all, d.Clean(finding.Message))
		}
	}
	return all
}

// gaps names what the plan as a whole leaves out.
func (c card) gaps() (lines []string) {
	t := c.Data.Theme
	for i, text := range advice(c.Data, "") {
		if i == 0 {
			lines = append(lines, "")
			lines = append(lines, c.Text(t.Styles.Key, "What no action answers yet:")...)
		}
		lines = append(lines, c.Text(t.Styles.Text, t.Glyphs.Bullet+" "+text)...)
	}
	return lines
}
