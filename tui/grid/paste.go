package grid

import (
	"fmt"
	"strings"
	"unicode"

	"wres/model/source"
	"wres/tui/panel"
)

// mostHead is how many characters are said of a line that was left out.
const mostHead = 40

// paste fills cells from the cursor on: a spreadsheet copies a block as lines with a tab
// between its cells. What is one cell is typed. A head is left out, and what is empty leaves
// the cell as it is.
func (m *Model) paste(text string) {
	text = strings.TrimRight(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	if !strings.ContainsAny(text, "\t\n") {
		m.write(text)
		return
	}
	lines, left := strings.Split(text, "\n"), ""
	if first := strings.Split(lines[0], "\t"); isHead(first) {
		left, lines = m.named(first), lines[1:]
	}
	cells, over := map[source.Cell]string{}, 0
	for r, line := range lines {
		for c, cell := range strings.Split(line, "\t") {
			to := source.Cell{Page: m.at.Page, Row: m.at.Row + r, Column: m.at.Column + c}
			switch cell = clean(cell, m.data.Clean); {
			case cell == "":
			case to.Row >= len(m.page().Rows) || to.Column >= len(m.kind.Sheet.Columns):
				over++
			default:
				cells[to] = cell
			}
		}
	}
	if m.notice = "nothing was pasted"; len(cells) > 0 {
		m.set(cells)
		m.notice = "pasted " + panel.Counted(len(cells), "cell")
	}
	if left != "" {
		m.notice += "; the head \"" + left + "\" was left out"
	}
	if over > 0 {
		m.notice += fmt.Sprintf("; %d more had no place here and were left out", over)
	}
}

// isHead reports whether a line names columns and holds no number: it has a word, and no text
// twice, as that of a line of hidden numbers stands there for each.
func isHead(cells []string) bool {
	seen, word := map[string]bool{}, false
	for _, cell := range cells {
		cell = strings.TrimSpace(cell)
		letters := strings.IndexFunc(cell, unicode.IsLetter) >= 0
		if seen[cell] || !letters && strings.IndexFunc(cell, unicode.IsDigit) >= 0 {
			return false
		}
		seen[cell] = cell != ""
		word = word || hasWord(cell)
	}
	return word
}

// hasWord reports whether three letters stand together, as they do in no mark for a number
// that is hidden or missing: n/a, [c], x.
func hasWord(text string) bool {
	run := 0
	for _, r := range text {
		if run++; !unicode.IsLetter(r) {
			run = 0
		}
		if run == 3 {
			return true
		}
	}
	return false
}

// named writes a line that was left out, so that it is known again.
func (m *Model) named(cells []string) string {
	var texts []string
	for _, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != "" {
			texts = append(texts, cell)
		}
	}
	text := []rune(m.data.Clean(strings.Join(texts, ", ")))
	if len(text) > mostHead {
		return string(text[:mostHead]) + m.data.Theme.Glyphs.Ellipsis
	}
	return string(text)
}

// clean makes one word of what may be typed or pasted into a cell.
func clean(text string, of func(string) string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			return -1
		}
		return r
	}, text)
	return of(text)
}
