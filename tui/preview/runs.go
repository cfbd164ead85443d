package preview

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model/report"
	"wres/tui/theme"
)

// piece is a word, or what of one looks alike.
type piece struct {
	text  string // in the signs that can be shown
	style theme.Style
}

// runs sets a paragraph in lines of at most a width. Where it leads to an address that
// stands behind the words.
func (s *setter) runs(p report.Paragraph, width int) []string {
	t := s.data.Theme
	var words [][]piece
	apart := true // the next piece begins a word
	put := func(style theme.Style, text string) {
		for i, word := range strings.Split(text, " ") {
			apart = apart || i > 0
			if word == "" {
				continue
			}
			if apart {
				words = append(words, nil)
			}
			last := len(words) - 1
			words[last] = append(words[last], piece{t.Text(word), style})
			apart = false
		}
	}
	for _, run := range p {
		style := t.Styles.Text
		if run.Strong {
			style = t.Styles.Title
		}
		put(style, run.Text)
		if address := strings.TrimPrefix(run.Link, "mailto:"); address != "" && !strings.HasPrefix(address, "#") && address != strings.TrimSpace(run.Text) {
			put(t.Styles.Muted, " ("+address+")")
		}
	}
	return wrapped(words, max(width, 1))
}

// wrapped sets words in lines. A word that is longer than a line goes on in the next.
func wrapped(words [][]piece, width int) []string {
	var lines []string
	var line []piece
	used := 0
	end := func() {
		lines = append(lines, joined(line))
		line, used = nil, 0
	}
	for _, word := range words {
		need := 0
		for _, p := range word {
			need += theme.Width(p.text)
		}
		if used > 0 && used+1+need > width {
			end()
		}
		if used > 0 {
			line = append(line, piece{" ", word[0].style})
			used++
		}
		for _, p := range word {
			for used+theme.Width(p.text) > width {
				head := ansi.Truncate(p.text, width-used, "")
				if head == "" && used == 0 { // a sign that is wider than the line
					break
				}
				line = append(line, piece{head, p.style})
				p.text = p.text[len(head):]
				end()
			}
			line = append(line, p)
			used += theme.Width(p.text)
		}
	}
	if used > 0 {
		end()
	}
	return lines
}

// joined puts pieces beside each other, each look once.
func joined(line []piece) string {
	var b strings.Builder
	for i := 0; i < len(line); {
		text, to := line[i].text, i+1
		for to < len(line) && line[to].style == line[i].style {
			text += line[to].text
			to++
		}
		line[i].style.Write(&b, text)
		i = to
	}
	return b.String()
}
