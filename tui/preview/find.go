package preview

import (
	"slices"
	"sort"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// find looks for words in the text. They may stand in two lines that follow each other.
type find struct {
	input  textinput.Model
	typing bool   // letters go into it
	from   int    // the line on top as it began
	line   int    // where the words stand that were found last; none: nowhere
	says   string // where there are none, or no more
	all    string // the text in small letters, its lines joined by spaces
	starts []int  // where each begins in it
}

// index takes a text that was set anew, of which the report is searched. What was found in the one before is forgotten.
func (f *find) index(t text) {
	var b strings.Builder
	f.starts = f.starts[:0]
	for i, line := range t.lines {
		f.starts = append(f.starts, b.Len())
		if i < t.from || i >= t.to {
			line = ""
		}
		b.WriteString(strings.ToLower(strings.TrimSpace(ansi.Strip(line))) + " ")
	}
	f.all = b.String()
	if f.line != none {
		f.line = none
		f.typing = false
		f.input.Blur()
	}
}

func (f *find) begin(line int) {
	f.typing, f.from, f.line, f.says = true, line, none, ""
	f.input.Reset()
	f.input.Focus() // its cursor does not blink, so there is no command
}

func (f *find) end() {
	f.typing, f.line, f.says = false, none, ""
	f.input.Reset()
	f.input.Blur()
}

// below gives the first line from one on in which the words stand; none: they do not.
func (f *find) below(line int) int {
	words := f.words()
	if words == "" || line >= len(f.starts) {
		return none
	}
	at := strings.Index(f.all[f.starts[line]:], words)
	if at < 0 {
		return none
	}
	return f.lineOf(f.starts[line] + at)
}

// above gives the last line before one in which the words stand; none: they do not.
func (f *find) above(line int) int {
	words := f.words()
	if words == "" || line <= 0 {
		return none
	}
	at := strings.LastIndex(f.all[:min(f.starts[line]+len(words)-1, len(f.all))], words)
	if at < 0 {
		return none
	}
	return f.lineOf(at)
}

func (f *find) words() string {
	return strings.ToLower(strings.Join(strings.Fields(f.input.Value()), " "))
}

func (f *find) lineOf(at int) int { return sort.SearchInts(f.starts, at+1) - 1 }

// typed takes what is typed or pasted, and goes to the first place below where it began, or
// else to the first of all.
func (m *Model) typed(msg tea.Msg) {
	f := &m.find
	f.input, _ = f.input.Update(msg) // the commands are of a blinking cursor
	f.says, f.line = "", none
	if f.words() == "" {
		m.show(f.from)
		return
	}
	if f.line = f.below(f.from); f.line == none {
		f.line = f.below(0)
	}
	if f.line == none {
		f.says = "not in the report"
		m.show(f.from)
		return
	}
	m.reveal(f.line)
}

// findKey takes a key while something is typed.
func (m *Model) findKey(k tea.KeyPressMsg) {
	switch k.String() {
	case "esc":
		from := m.find.from
		m.find.end()
		m.show(from)
	case "enter":
		if m.find.line == none {
			m.find.end()
			return
		}
		m.find.typing = false
		m.find.input.Blur()
	default:
		if k.Text != " " { // which is a space and no text
			k.Text = m.data.Clean(k.Text)
		}
		m.typed(k)
	}
}

// again goes to the next place, or the one before; from the last on to the first.
func (m *Model) again(up bool) {
	f := &m.find
	from := f.line
	if from == none {
		from = m.body.YOffset() - 1
	}
	f.says = ""
	if up {
		if f.line = f.above(max(from, 0)); f.line == none {
			f.line = f.above(len(f.starts) - 1)
			f.says = "from the end"
		}
	} else if f.line = f.below(from + 1); f.line == none {
		f.line = f.below(0)
		f.says = "from the top"
	}
	if f.line == none {
		f.says = "not in the report"
		return
	}
	m.reveal(f.line)
}

// reveal scrolls to a line, unless it is on screen already, with what stands before it.
func (m *Model) reveal(line int) {
	top, height := m.body.YOffset(), m.body.Height()
	if line < top || line >= top+height-1 {
		m.show(max(line-height/3, 0))
	}
}

// chooseKey takes a key while the contents are open.
func (m *Model) chooseKey(k tea.KeyPressMsg) {
	last := len(m.text.parts) - 1
	switch k.String() {
	case "up", "k":
		m.choose = max(m.choose-1, 0)
	case "down", "j":
		m.choose = min(m.choose+1, last)
	case "pgup":
		m.choose = max(m.choose-m.body.Height(), 0)
	case "pgdown", "space":
		m.choose = min(m.choose+m.body.Height(), last)
	case "home", "g":
		m.choose = 0
	case "end", "G":
		m.choose = last
	case "enter", "right":
		m.show(m.text.parts[m.choose].line)
		m.choose = none
	case "esc", "q", "c", "left":
		m.choose = none
	}
}

// contents draws the headings around the one that is chosen, and says whether there are
// more below.
func (m *Model) contents() (lines []string, more bool) {
	t, room := m.data.Theme, max(m.height-1, 1)
	top := min(max(m.choose-room/2, 0), max(len(m.text.parts)-room, 0))
	to := min(top+room, len(m.text.parts))
	for i, p := range slices.Clone(m.text.parts[top:to]) {
		name := strings.Repeat("  ", max(p.level-1, 0)) + t.Text(p.name)
		name = ansi.Truncate(name, max(m.width-3, 0), t.Glyphs.Ellipsis)
		if top+i == m.choose {
			lines = append(lines, t.Styles.Selected.Render(t.Glyphs.Mark+" "+name))
			continue
		}
		lines = append(lines, "  "+t.Styles.Text.Render(name))
	}
	return lines, to < len(m.text.parts) && room > 1
}
