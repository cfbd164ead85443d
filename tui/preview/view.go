package preview

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/report"
	"wres/model/words"
	"wres/model/words/inview"
	"wres/tui/panel"
	"wres/tui/theme"
)

// place is what is at the top of the screen: so many lines below the heading of a part.
type place struct {
	part  string
	nth   int // of the parts of that name
	below int
}

// set sets the text for the width, and keeps the place.
func (m *Model) set() {
	if m.width <= 0 {
		return
	}
	if len(m.text.parts) > 0 {
		m.place = m.placed()
	}
	m.text = m.compose()
	m.find.index(m.text)
	m.body.SetContentLines(m.text.lines)
	if len(m.text.parts) > 0 {
		m.restore()
	}
	if m.body.PastBottom() {
		m.body.GotoBottom()
	}
}

// placed gives the place that is on screen.
func (m *Model) placed() place {
	at := m.at()
	if at == none {
		return place{below: m.body.YOffset()}
	}
	p := place{part: m.text.parts[at].name, below: m.body.YOffset() - m.text.parts[at].line}
	for _, other := range m.text.parts[:at] {
		if other.name == p.part {
			p.nth++
		}
	}
	return p
}

// restore goes to the place that was on screen, in a text that is set anew: within its part,
// which may be shorter now.
func (m *Model) restore() {
	if m.place.part == "" {
		m.show(min(m.place.below, m.text.parts[0].line))
		return
	}
	nth := 0
	for i, p := range m.text.parts {
		if p.name != m.place.part {
			continue
		}
		if nth++; nth > m.place.nth {
			end := len(m.text.lines)
			if i+1 < len(m.text.parts) {
				end = m.text.parts[i+1].line
			}
			m.show(min(p.line+m.place.below, end-1))
			return
		}
	}
	m.body.GotoTop()
}

// compose sets all that there is to read: how it is written, and the report.
func (m *Model) compose() text {
	t := m.data.Theme
	s := &setter{data: m.data, width: max(m.width-2, 1)}
	if m.data.Results == nil {
		return s.text
	}
	if m.made == nil {
		s.say(t.Styles.Muted, "Putting the report together…")
		return s.text
	}
	if m.made.why != "" {
		s.say(t.Styles.Text, m.made.why)
		return s.text
	}
	if m.data.Results.Publication {
		s.say(t.Styles.Muted, "This is what is written, as it may be published. P shows the full figures.")
	} else {
		s.say(t.Styles.Notice, "Full figures: not for publication. P shows what may be published.")
	}
	s.say(t.Styles.Muted, "To write it for Word (--all -o FOLDER: in every form), type")
	s.add(panel.Wrap(t, m.deps.command(m.data), s.width, t.Styles.Key))
	remarks := slices.Compact(m.made.remarks) // two in a line are said once
	if n := len(remarks); n > 0 {
		stand := " stand"
		if n == 1 {
			stand = " stands"
		}
		s.say(t.Styles.Notice, "! "+words.Count(n, "remark")+stand+" at its end.")
	}
	s.from = len(s.lines)
	s.setBlocks(m.made.blocks)
	s.to = len(s.lines)
	s.remarks(remarks)
	return s.text
}

// remarks says below the report what is to be said of how it was made.
func (s *setter) remarks(all []string) {
	if len(all) == 0 {
		return
	}
	s.gap()
	s.heading(report.Heading{Level: 2, Text: "Not in the report: " + words.Count(len(all), "remark")})
	for _, remark := range all {
		s.say(s.data.Theme.Styles.Notice, "! "+s.data.Clean(remark))
	}
}

// View draws the preview in exactly the size that was set.
func (m *Model) View() string {
	t := m.data.Theme
	if m.width <= 0 || m.height <= 0 {
		return panel.Fill(nil, m.box[0], m.box[1])
	}
	pane := panel.Pane{Title: t.Text(" " + m.title()), Right: t.Text(m.right())}
	if m.choose != none {
		pane.Title, pane.Right = t.Text(" Contents of "+m.title()), ""
		pane.Lines, pane.More = m.contents()
	} else {
		top := min(m.body.YOffset(), len(m.text.lines))
		pane.Lines = append(pane.Lines, m.text.lines[top:min(top+m.body.Height(), len(m.text.lines))]...)
		pane.More = !m.body.AtBottom() && m.height > 1
		if at := m.find.line - top; m.find.line != none && at >= 0 && at < len(pane.Lines) {
			pane.Lines[at] = t.Styles.Key.Render(t.Glyphs.Mark) + strings.TrimPrefix(pane.Lines[at], " ")
		}
	}
	if m.find.typing || m.find.line != none {
		pane.Head = m.findHead()
	}
	return strings.Join(pane.Draw(t, m.box[0], m.box[1]), "\n")
}

// title names the report and its view.
func (m *Model) title() string {
	if m.data.Results == nil {
		return "Report"
	}
	view := "full figures"
	if m.data.Results.Publication {
		view = inview.Name(m.data.Words)
	}
	return "Report " + m.data.Year.String() + ", " + view
}

// right says which part is on screen, and how far down that is.
func (m *Model) right() string {
	if len(m.text.parts) == 0 {
		return ""
	}
	part := ""
	if at := m.at(); at != none {
		part = m.text.parts[at].name + " · "
	}
	down := fmt.Sprintf("%.0f%%", 100*m.body.ScrollPercent())
	if room := panel.TitleRoom(m.width) - theme.Width(m.title()) - theme.Width(down) - 2; theme.Width(part) > room {
		part = ""
	}
	return part + down
}

// findHead draws what is looked for, in the place of the title.
func (m *Model) findHead() string {
	t := m.data.Theme
	hint := cmp.Or(m.find.says, "n next, N before, Esc ends")
	if m.find.typing {
		hint = cmp.Or(m.find.says, "Enter keeps, Esc goes back")
	}
	if m.width < 60 {
		hint = m.find.says
	}
	label := t.Styles.Title.Render(" Find: ")
	hint = ansi.Truncate(t.Text(hint), max(m.width-20, 0), t.Glyphs.Ellipsis)
	room := max(m.width-7-theme.Width(hint)-2, 1)
	input := m.find.input
	theme.StyleInput(&input, t)
	input.SetWidth(max(room-1, 1))
	return label + panel.Padded(input.View(), room) + " " + t.Styles.Muted.Render(hint)
}
