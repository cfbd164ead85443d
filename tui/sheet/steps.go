package sheet

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/viewport"
	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Trace lists the steps from the rows of the extracts to what is said of a
// figure.
func Trace(d panel.Data, s *indicator.Series, f *indicator.Figure) *Model {
	title := fmt.Sprintf(" %s %s, %s: where the figure comes from", s.Indicator.ID, s.Indicator.Tab, f.Year)
	steps := append([]words.Step{{Label: "Rows", Lines: panel.Origins(d, s.Indicator, f)}}, words.Trace(d.Words, s, f)...)
	for _, step := range steps {
		if strings.Contains(strings.Join(step.Lines, " "), words.HiddenMark) {
			steps = append(steps, words.Step{Label: "Hidden", Lines: []string{inview.Meaning(d.Results)}})
			break
		}
	}
	return Steps(d.Theme, ask.Steps{Title: title, Steps: steps, Key: "i"})
}

// Points makes a step of each section, its points behind bullets.
func Points(t theme.Theme, sections []report.Section) (steps []words.Step) {
	for _, section := range sections {
		step := words.Step{Label: section.Heading}
		for _, point := range section.Points {
			step.Lines = append(step.Lines, t.Glyphs.Bullet+" "+point)
		}
		steps = append(steps, step)
	}
	return steps
}

// Steps shows steps, each under its label.
func Steps(t theme.Theme, of ask.Steps) *Model {
	s := &Model{theme: t, title: t.Text(of.Title), body: viewport.New(), close: ask.Bind("esc", "close", "esc", "q", of.Key, "enter")}
	s.body.KeyMap.Left.SetEnabled(false)
	s.body.KeyMap.Right.SetEnabled(false)
	s.lines = func(width int) []string {
		var lines []string
		add := func(style theme.Style, indent, text string) {
			room := min(width-len(indent)-1, panel.ProseWidth)
			text, point := strings.CutPrefix(text, t.Glyphs.Bullet+" ")
			if point { // whose further lines stand under its first
				indent, room = indent+t.Glyphs.Bullet+" ", room-2
			}
			for line := range strings.SplitSeq(ansi.Wrap(text, max(room, 1), ""), "\n") {
				lines = append(lines, indent+style.Render(t.Text(line)))
				indent = strings.Repeat(" ", theme.Width(indent))
			}
		}
		for i, step := range of.Steps {
			if i > 0 {
				lines = append(lines, "")
			}
			add(t.Styles.Title, " ", step.Label)
			for _, line := range step.Lines {
				add(t.Styles.Text, "  ", line)
			}
		}
		return lines
	}
	return s
}
