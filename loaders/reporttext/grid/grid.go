package grid

import (
	"strings"
	"wres/model/pattern"
)

// Cell is a cell of a table, without marks.
type Cell struct {
	Text string
	Line int // physical, from 1, on which it begins
	// Spanned: it is covered by the cell to its left, whose text stands for it too.
	Spanned bool
	// Repeated: it is a cell of the row above that reaches down into this one.
	Repeated bool
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
	Line  int
	Head  bool // the layout says that it is a header
}

// Table is a table as it is laid out.
type Table struct {
	Rows []Row
	Lost []Piece // text with figures under several columns at once
}

// Piece is a part of a paragraph: what of it stands on one line.
type Piece struct {
	Text string
	Line int
}

// Paragraph is text outside of tables: a heading, a point of a list, a paragraph.
type Paragraph struct {
	Pieces []Piece
	// Level is that of a heading: 1 to 6 as Markdown counts, 7 for a line in bold; 0: none.
	Level  int
	Bullet bool
	Number string // of the point in a list, if it has one
}

// Text gives the paragraph in one line.
func (p *Paragraph) Text() string {
	if len(p.Pieces) == 1 {
		return p.Pieces[0].Text
	}
	all := make([]string, len(p.Pieces))
	for i, piece := range p.Pieces {
		all[i] = piece.Text
	}
	return strings.Join(all, " ")
}

// Block is a table or a paragraph.
type Block struct {
	Table     *Table
	Paragraph *Paragraph
}

// Options are what a reader knows that the layout does not tell.
type Options struct {
	// Figures reports whether a text has a figure.
	Figures func(string) bool
	// Header reports whether a text can head a column.
	Header func(string) bool
}

// reader goes through the lines of a text.
type reader struct {
	lines  []string // without their ends, visible
	at     int
	opts   Options
	blocks []Block
	open   *Paragraph // that may go on
}

// Blocks takes a text apart. Its lines end in LF, CRLF or CR.
func Blocks(text string, opts Options) []Block {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	r := &reader{lines: strings.Split(text, "\n"), opts: opts}
	for i, line := range r.lines {
		r.lines[i] = visible(strings.ReplaceAll(line, "\f", ""))
	}
	for r.at < len(r.lines) {
		if table := r.table(); table != nil {
			r.open = nil
			r.blocks = append(r.blocks, Block{Table: table})
			continue
		}
		r.line(r.lines[r.at], r.at+1)
		r.at++
	}
	return r.blocks
}

// table reads the table that begins on the line in hand, if one does.
func (r *reader) table() *Table {
	line := r.lines[r.at]
	switch {
	case strings.TrimSpace(line) == "":
		return nil
	case strings.ContainsRune(line, '<') && rowTag().MatchString(line):
		return r.tagged()
	case isPiped(line), border().MatchString(line):
		return r.piped()
	case isTabbed(line):
		return r.tabbed()
	}
	return r.spaced()
}

var (
	heading    = pattern.Of(`^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$`)
	rule       = pattern.Of(`^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$`)
	point      = pattern.Of(`^\s*(?:[-+•▪●○◦‣–·*]|o )\s+`)
	pointed    = pattern.Of(`^\s*\(?([0-9]{1,2}(?:\.[0-9]{1,2})*)[.)]\s+`)
	boldLine   = pattern.Of(`^\s*(?:\*\*[^*].*\*\*|__[^_].*__)(?:<sup>.{0,8}</sup>|\\?\*)?:?\s*$`)
	fence      = pattern.Of("^\\s*(?:```|~~~)")
	pageNumber = pattern.Of(`(?i)^\s*(?:page\s+)?(?:[-–]\s*)?[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?(?:\s*[-–])?\s*$`)
	leader     = pattern.Of(`(?:\.\s?|…\s?|_\s?){4,}\s*([0-9]{1,4}|[ivxl]+)\s*$`)
	quote      = pattern.Of(`^\s*(?:>\s?)+`)
)

// line reads one line outside of tables.
func (r *reader) line(raw string, n int) {
	trimmed := strings.TrimSpace(raw)
	switch {
	case trimmed == "", fence().MatchString(raw):
		r.open = nil
		return
	case rule().MatchString(raw):
		if r.open != nil && r.open.Level == 0 && !r.open.Bullet && len(r.open.Pieces) == 1 && (trimmed[0] == '=' || trimmed[0] == '-' && !strings.Contains(trimmed, " ") && r.lines[n-2] != "") {
			r.open.Level = 2 // a heading underlined
		}
		r.open = nil
		return
	case pageNumber().MatchString(raw) && (r.open == nil || r.blank(n)):
		r.open = nil
		return
	}
	if m := heading().FindStringSubmatch(raw); m != nil {
		r.open = nil
		r.paragraph(Paragraph{Level: len(m[1])}, m[2], n)
		r.open = nil
		return
	}
	raw = quote().ReplaceAllString(leader().ReplaceAllString(raw, ""), "")
	if boldLine().MatchString(raw) {
		r.open = nil
		r.paragraph(Paragraph{Level: 7}, raw, n)
		if strings.HasSuffix(raw, "  ") { // it goes on in the next line
			return
		}
		r.open = nil
		return
	}
	if m := point().FindString(raw); m != "" {
		r.open = nil
		r.paragraph(Paragraph{Bullet: true}, raw[len(m):], n)
		return
	}
	if m := pointed().FindStringSubmatch(raw); m != nil && (r.open == nil || r.open.Bullet) {
		r.open = nil
		r.paragraph(Paragraph{Bullet: true, Number: m[1]}, raw[len(m[0]):], n)
		return
	}
	if r.open != nil {
		if text := Plain(raw); text != "" {
			r.open.Pieces = append(r.open.Pieces, Piece{text, n})
		}
		return
	}
	r.paragraph(Paragraph{}, raw, n)
}

// blank reports whether the line behind line n is blank or none.
func (r *reader) blank(n int) bool { return n >= len(r.lines) || strings.TrimSpace(r.lines[n]) == "" }

// paragraph begins a paragraph with its first line.
func (r *reader) paragraph(p Paragraph, raw string, n int) {
	text := Plain(raw)
	if text == "" {
		return
	}
	p.Pieces = []Piece{{text, n}}
	r.blocks = append(r.blocks, Block{Paragraph: &p})
	r.open = &p
}
