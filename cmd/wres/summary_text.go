package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model/report"
	"wres/tui/theme"
)

// The columns of the table. "−19.0 to 17.4" is the longest text under a year; a
// change has its unit. A narrower label column is worse to read than no table.
const (
	yearWidth   = 14
	changeWidth = 13
	leastLabel  = 18
)

// printText prints a page for people: with a table, or in lines for a screen
// reader.
func (c *cli) printText(p page) error {
	profile := c.profile()
	set := c.charset()
	sheet := textSheet{width: c.width(), set: set, theme: theme.New(true, set, profile)}
	text := sheet.page(p)
	if c.accessible() || sheet.labelWidth(p) < leastLabel {
		text = sheet.lines(p)
	}
	var out bytes.Buffer
	w := colorprofile.Writer{Forward: &out, Profile: profile}
	if _, err := w.WriteString(text); err != nil {
		return err
	}
	return c.print(out.Bytes())
}

// textSheet sets a page as text. It uses weights and no colours, because the
// terminal's background is not known.
type textSheet struct {
	width int
	set   theme.Charset
	theme theme.Theme
}

func (t textSheet) page(p page) string {
	var b strings.Builder
	t.head(&b, p)
	b.WriteString(t.table(p))
	b.WriteString("\n")
	for _, s := range p.sections {
		b.WriteString("\n" + t.theme.Styles.Title.Render(t.wrap(s.heading, "")) + "\n")
		for _, sentence := range s.sentences {
			b.WriteString(t.wrap(sentence, "  ") + "\n")
		}
	}
	return b.String()
}

func (t textSheet) head(b *strings.Builder, p page) {
	b.WriteString(t.theme.Styles.Title.Render(t.wrap(p.organisation, "")) + "\n")
	b.WriteString(t.wrap("Workforce Race Equality Standard, years to 31 March "+report.Listed(p.years), "") + "\n\n")
	for _, line := range p.staff {
		b.WriteString(t.wrap(line, "") + "\n")
	}
	b.WriteString("\n")
}

// labelWidth is what the other columns of the table leave.
func (t textSheet) labelWidth(p page) int { return t.width - len(p.years)*yearWidth - changeWidth }

// table sets the indicators by year.
func (t textSheet) table(p page) string {
	widths := append([]int{t.labelWidth(p)}, slices.Repeat([]int{yearWidth}, len(p.years))...)
	widths = append(widths, changeWidth)
	var rows [][]string
	for _, e := range p.entries {
		rows = append(rows, t.row(widths[0], e.values.label, e.values.values, e.change))
		rows[len(rows)-1][0] += "\n" + t.label(widths[0], "  "+e.direction)
		for _, part := range e.parts {
			rows = append(rows, t.row(widths[0], "  "+part.label, part.values, ""))
		}
	}
	return trimRight(table.New().Headers(t.row(widths[0], "Indicator", p.years, "Change")...).Rows(rows...).
		Border(t.theme.Border()).BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).
		BorderColumn(false).
		StyleFunc(func(row, col int) lipgloss.Style {
			style := lipgloss.NewStyle().Width(widths[col])
			if col > 0 {
				style = style.PaddingLeft(1).AlignHorizontal(lipgloss.Right)
			}
			if row == table.HeaderRow {
				style = style.Bold(true)
			}
			return style
		}).String())
}

func (t textSheet) row(width int, label string, values []string, change string) []string {
	cells := slices.Concat([]string{t.label(width, label)}, values, []string{change})
	for i := range cells[1:] {
		cells[i+1] = t.set.Text(cells[i+1])
	}
	return cells
}

// label breaks a label into lines of which the later ones are indented.
func (t textSheet) label(width int, s string) string {
	indent := s[:len(s)-len(strings.TrimLeft(s, " "))]
	text := ansi.Wrap(t.set.Text(strings.TrimLeft(s, " ")), width-len(indent)-2, " ")
	return indent + strings.ReplaceAll(text, "\n", "\n"+indent+"  ")
}

// lines sets a page without a table: each value beside its own label.
func (t textSheet) lines(p page) string {
	var b strings.Builder
	t.head(&b, p)
	for _, e := range p.entries {
		b.WriteString(t.wrap(fmt.Sprintf("Indicator %s: %s", e.id, e.title), "") + "\n")
		b.WriteString(t.wrap("How it is taken: "+e.direction, "") + "\n")
		t.values(&b, p, "", e.values)
		if e.change != "" {
			b.WriteString(t.wrap("Change: "+e.change, "") + "\n")
		}
		for _, part := range e.parts {
			t.values(&b, p, part.label+", ", part)
		}
		b.WriteString("\n")
	}
	for _, s := range p.sections {
		b.WriteString(t.wrap(s.heading+":", "") + "\n")
		for _, sentence := range s.sentences {
			b.WriteString(t.wrap(sentence, "") + "\n")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (t textSheet) values(b *strings.Builder, p page, label string, l line) {
	for i, v := range l.values {
		if v != "" {
			b.WriteString(t.wrap(label+p.years[i]+": "+v, "") + "\n")
		}
	}
}

// wrap breaks a text into lines of the sheet, with an indent before each but a
// bullet's hanging one after the first.
func (t textSheet) wrap(s, indent string) string {
	text := ansi.Wrap(t.set.Text(s), t.width-2*len(indent), " ")
	if indent == "" {
		return text
	}
	bullet := t.set.Glyphs().Bullet + " "
	return bullet + strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", ansi.StringWidth(bullet)))
}

// trimRight drops the spaces that fill a table's lines.
func trimRight(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
