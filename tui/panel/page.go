package panel

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/theme"
)

// page is what all panels share: a title line with something at its right end,
// and a body that scrolls where it is taller than the box. A panel sets its
// lines when its data, size or settings change, never in View.
type page struct {
	data          Data
	width, height int
	left, right   string
	lines         []string       // of the body, each padded to the width
	body          viewport.Model // where the body is scrolled to
}

func newPage() page {
	p := page{body: viewport.New()}
	p.body.KeyMap = viewport.KeyMap{
		PageDown:     key.NewBinding(key.WithKeys("pgdown", "space")),
		PageUp:       key.NewBinding(key.WithKeys("pgup")),
		HalfPageUp:   key.NewBinding(key.WithKeys("ctrl+u")),
		HalfPageDown: key.NewBinding(key.WithKeys("ctrl+d")),
		Down:         key.NewBinding(key.WithKeys("down", "j")),
		Up:           key.NewBinding(key.WithKeys("up", "k")),
	}
	return p
}

// scrollKey is the one binding of scrolling that a panel lists in its help.
var scrollKey = ask.Bind("↑↓", "scroll", "down", "j", "up", "k", "pgdown", "pgup", "space", "ctrl+d", "ctrl+u")

func (p *page) resize(width, height int) {
	p.width, p.height = max(width, 0), max(height, 0)
	p.body.SetWidth(p.width)
	p.body.SetHeight(max(p.height-1, 0))
}

// set puts the title line and the body in place. The words are the panel's own
// and may hold any sign: the theme turns them into what the terminal shows.
func (p *page) set(left, right string, lines []string) {
	p.left, p.right = p.data.Theme.Text(left), p.data.Theme.Text(right)
	p.lines = make([]string, len(lines))
	for i, line := range lines {
		p.lines[i] = padded(line, p.width)
	}
	p.body.SetContentLines(p.lines)
	if p.body.PastBottom() {
		p.body.GotoBottom()
	}
}

func (p *page) update(msg tea.Msg) ask.Request {
	Scroll(&p.body, msg)
	return nil
}

// Scroll moves within what scrolls: a viewport knows no keys for its ends.
func Scroll(body *viewport.Model, msg tea.Msg) {
	if pressed, ok := msg.(tea.KeyPressMsg); ok {
		switch pressed.String() {
		case "home":
			body.GotoTop()
		case "end":
			body.GotoBottom()
		}
	}
	*body, _ = body.Update(msg) // it has no commands
}

// view draws the page in exactly width x height cells. The lines are padded
// already, so that a frame is a matter of joining them: the viewport's own View
// would wrap and measure each again.
func (p *page) view() string {
	if p.width <= 0 || p.height <= 0 {
		return ""
	}
	t := p.data.Theme
	lines := make([]string, 0, p.height)
	lines = append(lines, padded(TitleLine(t, p.left, p.right, p.width, 1), p.width))
	top := min(p.body.YOffset(), len(p.lines))
	lines = append(lines, p.lines[top:min(top+p.height-1, len(p.lines))]...)
	for len(lines) < p.height {
		lines = append(lines, strings.Repeat(" ", p.width))
	}
	if p.height > 1 && !p.body.AtBottom() {
		lines[p.height-1] = padded(t.Styles.Muted.Render(t.Text(" "+t.Glyphs.ArrowDown+" more below")), p.width)
	}
	return strings.Join(lines, "\n")
}

// TitleLine puts left and right at the ends of a line, at least so many cells apart.
// Where both do not fit the right end goes, and then the left one is cut.
func TitleLine(t theme.Theme, left, right string, width, apart int) string {
	gap := width - ansi.StringWidth(left) - ansi.StringWidth(right) - 1
	if gap < apart {
		return t.Styles.Title.Render(ansi.Truncate(left, width, t.Glyphs.Ellipsis))
	}
	return t.Styles.Title.Render(left) + strings.Repeat(" ", gap) + t.Styles.Muted.Render(right)
}

// padded makes a line exactly width cells wide. Cutting is the guard of last
// resort: what a panel draws fits its width by itself.
func padded(line string, width int) string {
	w := ansi.StringWidth(line)
	if w > width {
		line = ansi.Truncate(line, width, "")
		w = ansi.StringWidth(line)
	}
	return line + strings.Repeat(" ", width-w)
}

// Fill pads or cuts lines to exactly width x height cells, for the root model's
// own lines.
func Fill(lines []string, width, height int) string {
	out := make([]string, height)
	for i := range out {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out[i] = padded(line, width)
	}
	return strings.Join(out, "\n")
}

// wrap breaks a text into lines of at most width cells, in a style. It breaks
// before it puts the text into the character set: an ASCII minus is a hyphen,
// behind which a line may break, and "-" alone would end one.
func wrap(t theme.Theme, text string, width int, style lipgloss.Style) []string {
	if width < 1 {
		return nil
	}
	var lines []string
	for line := range strings.SplitSeq(ansi.Wrap(text, width, ""), "\n") {
		line = t.Text(strings.TrimRight(line, " "))
		if ansi.StringWidth(line) <= width {
			lines = append(lines, style.Render(line))
			continue
		}
		for part := range strings.SplitSeq(ansi.Wrap(line, width, ""), "\n") {
			lines = append(lines, style.Render(part))
		}
	}
	return lines
}

// text wraps a text and puts a space before each line: it does not touch the window's
// edge.
func (p *page) text(style lipgloss.Style, text string) []string {
	lines := wrap(p.data.Theme, text, p.width-2, style)
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}
