package panel

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/theme"
)

// Page is what all panels share: a pane with a title, and a body that scrolls where it
// is taller than the pane. A panel is one with more, and sets its lines when its data,
// size or settings change, never in View.
type Page struct {
	Data          Data
	Width, Height int            // of the title's line and the body, within the pane's border
	Body          viewport.Model // where the body is scrolled to
	left, right   string
	lines         []string // of the body, each padded to the width
	box           [2]int   // width and height with the border
}

// NewPage makes a page without lines, in a box of no size.
func NewPage() Page {
	p := Page{Body: viewport.New()}
	p.Body.KeyMap = viewport.KeyMap{
		PageDown:     key.NewBinding(key.WithKeys("pgdown", "space")),
		PageUp:       key.NewBinding(key.WithKeys("pgup")),
		HalfPageUp:   key.NewBinding(key.WithKeys("ctrl+u")),
		HalfPageDown: key.NewBinding(key.WithKeys("ctrl+d")),
		Down:         key.NewBinding(key.WithKeys("down", "j")),
		Up:           key.NewBinding(key.WithKeys("up", "k")),
	}
	return p
}

// Resize takes the size of the box. The lines are still those of the size before.
func (p *Page) Resize(width, height int) {
	p.box = [2]int{max(width, 0), max(height, 0)}
	p.Width, p.Height = Inner(p.box[0], p.box[1])
	p.Body.SetWidth(p.Width)
	p.Body.SetHeight(max(p.Height-1, 0))
}

// Set puts the title line and the body in place. The words are the panel's own
// and may hold any sign: the theme turns them into what the terminal shows.
func (p *Page) Set(left, right string, lines []string) {
	p.left, p.right = p.Data.Theme.Text(left), p.Data.Theme.Text(right)
	p.lines = make([]string, len(lines))
	for i, line := range lines {
		p.lines[i] = Padded(line, p.Width)
	}
	p.Body.SetContentLines(p.lines)
	if p.Body.PastBottom() {
		p.Body.GotoBottom()
	}
}

// Update scrolls the body. It asks for nothing.
func (p *Page) Update(msg tea.Msg) ask.Request {
	Scroll(&p.Body, msg)
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

// View draws the page in exactly the box that Resize was given. The lines are padded
// already, so that a frame is a matter of joining them: the viewport's own View would
// wrap and measure each again.
func (p *Page) View() string { return p.Headed("") }

// Headed is View with something drawn in place of the title, if there is any.
func (p *Page) Headed(head string) string {
	if p.Width <= 0 || p.Height <= 0 {
		return ""
	}
	top := min(p.Body.YOffset(), len(p.lines))
	pane := Pane{Head: head, Title: p.left, Right: p.right, Lines: p.lines[top:min(top+p.Height-1, len(p.lines))], More: p.Height > 1 && !p.Body.AtBottom(), padded: true}
	return strings.Join(pane.Draw(p.Data.Theme, p.box[0], p.box[1]), "\n")
}

// Padded makes a line exactly width cells wide. Cutting is the guard of last
// resort: what a panel draws fits its width by itself.
func Padded(line string, width int) string {
	w := theme.Width(line)
	if w > width {
		line = ansi.Truncate(line, width, "")
		w = theme.Width(line)
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
		out[i] = Padded(line, width)
	}
	return strings.Join(out, "\n")
}

// Wrap breaks a text into lines of at most width cells, in a style. It breaks
// before it puts the text into the character set: an ASCII minus is a hyphen,
// behind which a line may break, and "-" alone would end one.
func Wrap(t theme.Theme, text string, width int, style theme.Style) []string {
	if width < 1 {
		return nil
	}
	if theme.Width(text) > width { // what fits stays as it is
		text = ansi.Wrap(text, width, "")
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		line = t.Text(strings.TrimRight(line, " "))
		if theme.Width(line) <= width {
			lines = append(lines, style.Render(line))
			continue
		}
		for part := range strings.SplitSeq(ansi.Wrap(line, width, ""), "\n") {
			lines = append(lines, style.Render(part))
		}
	}
	return lines
}

// Text wraps a text and puts a space before each line: it does not touch the window's
// edge.
func (p *Page) Text(style theme.Style, text string) []string {
	lines := Wrap(p.Data.Theme, text, p.Width-2, style)
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}
