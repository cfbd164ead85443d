package export

import (
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model/report"
)

// TextName is the name of the form that is written where no other is asked for.
const TextName = "text"

// textFormat is for people at a terminal.
func textFormat() Format {
	return Format{
		Name: TextName,
		Pages: map[report.Kind]string{
			report.SummaryPage: "", report.BriefPage: "", report.CheckPage: "", report.AuditPage: "", report.ComparisonPage: "", report.ActionsPage: "", report.AdvicePage: "", report.FunnelPage: "",
		},
		Write: writeText,
	}
}

// Paper is what text is set on: the terminal, or a file.
type Paper struct {
	Width   int                 // columns of a line
	ByRow   bool                // tables are read out row by row, for a screen reader
	Show    func(string) string // a text in the characters that can be shown
	Bullet  string
	Border  lipgloss.Border      // of which tables take the rule
	Profile colorprofile.Profile // the weights and colours that can be shown
}

// writeText sets a page as text. It uses weights and no colours, because the
// terminal's background is not known.
func writeText(w io.Writer, p report.Page, o Options) error {
	page, ok := p.(report.Worded)
	if !ok {
		return notWritten(TextName, p)
	}
	s := setter{Paper: o.Paper}
	for _, b := range page.Blocks(o.Safe) {
		if err := s.block(b); err != nil {
			return err
		}
	}
	_, err := (&colorprofile.Writer{Forward: w, Profile: o.Paper.Profile}).WriteString(s.out.String())
	return err
}

// setter sets blocks one after the other. A blank line parts them, but for a heading
// and what it is of.
type setter struct {
	Paper
	out    strings.Builder
	headed bool // a heading was the last
}

func (s *setter) block(b report.Block) error {
	if _, headed := b.(report.Section); s.out.Len() > 0 && (headed || !s.headed) && !strings.HasSuffix(s.out.String(), "\n\n") {
		s.out.WriteString("\n")
	}
	s.headed = false
	switch b := b.(type) {
	case report.Heading:
		s.headed = true
		s.heading(b.Text)
	case report.Text:
		for _, line := range b {
			s.out.WriteString(s.wrap(line) + "\n")
		}
	case report.List:
		s.points(b)
	case report.Section:
		s.section(b)
	case report.Outline:
		for _, line := range b {
			s.out.WriteString(s.line(line) + "\n")
		}
	case report.Pairs:
		for _, pair := range b {
			s.out.WriteString(s.pair(pair) + "\n")
		}
	case report.Table:
		if rest, fits := s.room(b); fits && !s.ByRow {
			s.out.WriteString(s.table(b, rest) + "\n")
		} else {
			s.rows(b)
		}
	default:
		return notWritten(TextName, b)
	}
	return nil
}

func (s *setter) heading(text string) {
	s.out.WriteString(trimRight(lipgloss.NewStyle().Bold(true).Render(s.wrap(text))) + "\n")
}

// section sets points under their heading: for a screen reader in plain lines.
func (s *setter) section(section report.Section) {
	if !s.ByRow {
		s.heading(section.Heading)
		s.points(section.Points)
		return
	}
	s.out.WriteString(s.wrap(section.Heading+":") + "\n")
	for _, point := range section.Points {
		s.out.WriteString(s.wrap(point) + "\n")
	}
}

// wrap breaks a text into lines of the paper.
func (s *setter) wrap(text string) string { return ansi.Wrap(s.Show(text), s.Width, " ") }

// hang breaks a text into lines of a width of which the later ones are indented.
func (s *setter) hang(text string, width, indent int) string {
	return strings.ReplaceAll(ansi.Wrap(s.Show(text), width, " "), "\n", "\n"+strings.Repeat(" ", indent))
}

// points sets a list, with room on its right as its bullets take on its left.
func (s *setter) points(points []string) {
	bullet := s.Bullet + " "
	for _, text := range points {
		s.out.WriteString(bullet + s.hang(text, s.Width-4, ansi.StringWidth(bullet)) + "\n")
	}
}

func (s *setter) line(l report.Line) string {
	indent := 2 * l.Depth
	return strings.Repeat(" ", indent) + s.hang(l.Text, max(s.Width-indent, 1), indent+2)
}

// nameWidth is the room for the name of a pair, and leastText the least for its text.
const (
	nameWidth = 14
	leastText = 18
)

func (s *setter) pair(p report.Pair) string {
	name := p.Name + strings.Repeat(" ", max(nameWidth-len(p.Name), 0))
	return name + s.hang(p.Text, max(s.Width-nameWidth, leastText), nameWidth)
}

// room gives what the columns of a table that have a width leave, and whether that is
// enough.
func (s *setter) room(t report.Table) (rest int, fits bool) {
	rest, least := s.Width, 0
	for _, c := range t.Columns {
		rest -= c.Width
		least = max(least, c.Least)
	}
	return rest, rest >= least
}

// table sets rows in columns.
func (s *setter) table(t report.Table, rest int) string {
	var columns []report.Column // those that have one on paper
	var names []string
	for _, c := range t.Columns {
		if c.Width == 0 {
			c.Width = rest
		}
		if !c.Under {
			columns, names = append(columns, c), append(names, c.Name)
		}
	}
	var rows [][]string
	for _, r := range t.Rows {
		var row []string
		for i := range r.Cells {
			switch c, cell := t.Columns[i], r.Cells[i].Text; {
			case c.Under && cell != "":
				row[len(row)-1] += "\n" + s.name("  "+cell, columns[len(row)-1].Width)
			case c.Under:
			case c.Names && r.Part:
				row = append(row, s.name("  "+cell, columns[len(row)].Width))
			case c.Names:
				row = append(row, s.name(cell, columns[len(row)].Width))
			case c.Right:
				row = append(row, s.Show(cell))
			default:
				row = append(row, ansi.Wrap(s.Show(cell), columns[len(row)].Width-1, " "))
			}
		}
		rows = append(rows, row)
	}
	return trimRight(table.New().Headers(names...).Rows(rows...).
		Border(s.Border).BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).
		BorderColumn(false).
		StyleFunc(func(row, col int) lipgloss.Style { return styleOf(columns[col], row == table.HeaderRow) }).String())
}

func styleOf(c report.Column, header bool) lipgloss.Style {
	style := lipgloss.NewStyle().Width(c.Width).Bold(header)
	switch {
	case c.Right:
		return style.PaddingLeft(1).AlignHorizontal(lipgloss.Right)
	case c.Names:
		return style
	}
	return style.PaddingRight(1)
}

// name breaks what names a row into lines of which the later ones are indented by two
// more.
func (s *setter) name(text string, width int) string {
	rest := strings.TrimLeft(text, " ")
	indent := len(text) - len(rest)
	return text[:indent] + s.hang(rest, width-indent-2, indent+2)
}

// rows reads a table out row by row, each cell under its column's name.
func (s *setter) rows(t report.Table) {
	for i, r := range t.Rows {
		of := ""
		if r.Part {
			of = r.Cells[0].Text + ", "
		} else {
			s.out.WriteString(s.wrap(r.Title) + "\n")
		}
		for j, cell := range r.Cells {
			if j >= t.Titled && cell.Text != "" {
				s.out.WriteString(s.wrap(of+t.Columns[j].Name+": "+cell.Text) + "\n")
			}
		}
		if i+1 == len(t.Rows) || !t.Rows[i+1].Part {
			s.out.WriteString("\n")
		}
	}
}

// trimRight drops the spaces that fill a table's lines.
func trimRight(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}
