package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// newTrace lists the steps from the rows of the extracts to what is said of a
// figure.
func newTrace(d panel.Data, s *indicator.Series, f *indicator.Figure) overlay {
	title := fmt.Sprintf(" %s %s, %s: where the figure comes from", s.Indicator.ID, s.Indicator.Tab, f.Year)
	steps := append([]words.Step{{Label: "Rows", Lines: originLines(d, s.Indicator, f)}}, words.Trace(d.Words, s, f)...)
	return newSteps(d.Theme, ask.Steps{Title: title, Steps: steps, Key: "i"})
}

// newSteps shows steps, each under its label.
func newSteps(t theme.Theme, of ask.Steps) overlay {
	sheet := newSheet(t, t.Text(of.Title), func(width int) []string {
		var lines []string
		add := func(style theme.Style, indent, text string) {
			for line := range strings.SplitSeq(ansi.Wrap(text, max(min(width-len(indent)-1, panel.ProseWidth), 1), ""), "\n") {
				lines = append(lines, indent+style.Render(t.Text(line)))
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
	})
	sheet.close = ask.Bind("esc", "close", "esc", "q", of.Key, "enter")
	return sheet
}

// originLines names the files and rows that an indicator's counts of a year were
// read from.
func originLines(d panel.Data, ind *indicator.Indicator, f *indicator.Figure) []string {
	var lines []string
	for _, kind := range ind.Extracts() {
		for _, o := range d.Report.OriginsOf(kind, int(f.Year)) {
			lines = append(lines, originText(d.Report, o))
		}
	}
	if len(lines) == 0 {
		return []string{"No row of any file gives figures of this year."}
	}
	return lines
}

// originText says which rows of a file were used. A list goes by its own kind, and not
// by that of what is counted from it.
func originText(r source.Report, o source.Origin) string {
	for _, f := range r.Files {
		if f.Name == o.File && f.People != nil {
			o.Kind = f.Kind
		}
	}
	switch {
	case o.People > 0:
		return fmt.Sprintf("%s (%s): %s used, %s people or events counted", o.File, o.Kind, panel.Counted(o.Rows, "row"), words.Thousands(o.People))
	case o.FirstLine == o.LastLine:
		return fmt.Sprintf("%s (%s): line %d", o.File, o.Kind, o.FirstLine)
	}
	return fmt.Sprintf("%s (%s): %s, lines %d to %d", o.File, o.Kind, panel.Counted(o.Rows, "row"), o.FirstLine, o.LastLine)
}
