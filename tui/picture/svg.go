// Package picture makes pictures of the app's screens, for what is written about it
// and for whoever designs it. Still runs an app without a terminal until it has
// nothing left to do, and SVG draws its frame.
//
// It knows no screen: any Bubble Tea app has frames. Cells are read by lipgloss, so
// that a picture shows what a terminal would.
package picture

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The picture's units: at its own size one is a pixel. The letters of the fonts that
// are asked for are 0.602 of the font's size wide, which makes them a cell.
const (
	cellWidth  = 9.0
	cellHeight = 18.0
	margin     = 9.0
	fontSize   = 14.95
	baseline   = 14.0
	underline  = 16.0 // top of the line under a letter
	fonts      = "'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
)

// Look is what a frame does not say of its picture.
type Look struct {
	Title      string     // what it shows, for who cannot see it; empty: none
	Ink, Paper color.RGBA // the terminal's own colours
}

// Dark is the look of a dark terminal.
func Dark() Look {
	return Look{Ink: color.RGBA{0xE6, 0xE8, 0xEB, 0xFF}, Paper: color.RGBA{0x17, 0x1A, 0x1E, 0xFF}}
}

// Light is the look of a light terminal.
func Light() Look {
	return Look{Ink: color.RGBA{0x1B, 0x1E, 0x23, 0xFF}, Paper: color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}}
}

// SVG draws a frame: lines of text with the SGR sequences of a terminal. Each cell has
// the same size, so the frame alone gives that of the picture; the same frame gives
// the same bytes. The picture needs no font, no script and no other file.
func SVG(frame string, look Look) []byte {
	rows := cells(frame, look)
	width, height := 2*margin+cellWidth*float64(len(rows[0])), 2*margin+cellHeight*float64(len(rows))
	var d drawing
	d.write(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img" font-family="%s" font-size="%s">`+"\n",
		number(width), number(height), number(width), number(height), fonts, number(fontSize))
	if look.Title != "" {
		d.write("<title>%s</title>\n", escaped(look.Title))
	}
	d.write(`<rect width="%s" height="%s" rx="6" fill="%s"/>`+"\n", number(width), number(height), hex(look.Paper))
	d.write(`<g shape-rendering="crispEdges">` + "\n")
	for y, row := range rows {
		d.row(y, row, look.Paper)
	}
	d.write("</g>\n")
	d.Write(d.strokes.Bytes())
	d.write(`<g xml:space="preserve">` + "\n")
	d.Write(d.texts.Bytes())
	d.write("</g>\n</svg>\n")
	return d.Bytes()
}

// drawing is the picture as it is written: the boxes themselves, and apart from them
// what stands over them.
type drawing struct {
	bytes.Buffer
	strokes, texts bytes.Buffer
	pending        []box // those of a row, to which others may be joined
}

// box is a coloured box, from the picture's top left corner.
type box struct {
	x, y, w, h float64
	fill       color.RGBA
}

func (d *drawing) write(format string, args ...any) { fmt.Fprintf(d, format, args...) }

// row draws a row: what is under its letters, what is drawn in their place, the lines
// at them, and the letters.
func (d *drawing) row(y int, row []cell, paper color.RGBA) {
	for x, c := range row {
		if c.paper != paper {
			d.box(x, y, rect{0, 0, cellWidth, cellHeight, 1}, c.paper)
		}
	}
	d.flush()
	for x, c := range row {
		s, drawn := shapeOf(c.text)
		if !drawn {
			continue
		}
		for _, r := range s.rects {
			d.box(x, y, r, mix(c.ink, c.paper, r.part))
		}
		if s.path != "" {
			fmt.Fprintf(&d.strokes, `<path transform="translate(%s %s)" d="%s" fill="none" stroke="%s" stroke-width="%s"/>`+"\n",
				number(margin+float64(x)*cellWidth), number(margin+float64(y)*cellHeight), s.path, hex(c.ink), number(thin))
		}
	}
	d.flush()
	for x, c := range row {
		if c.line.A > 0 {
			d.box(x, y, rect{0, underline, cellWidth, thin, 1}, c.line)
		}
	}
	d.flush()
	for x, c := range row {
		if c.struck {
			d.box(x, y, rect{0, midY - thin/2, cellWidth, thin, 1}, c.ink)
		}
	}
	d.flush()
	d.words(y, row)
}

// box draws a box of a cell. One that goes on from one of the last few, across or down,
// is joined to it, so that a bar or a line has no seams.
func (d *drawing) box(x, y int, r rect, fill color.RGBA) {
	b := box{margin + float64(x)*cellWidth + r.x, margin + float64(y)*cellHeight + r.y, r.w, r.h, fill}
	const few = 4
	for i := range min(few, len(d.pending)) {
		p := &d.pending[len(d.pending)-1-i]
		switch {
		case p.fill != fill:
		case p.y == b.y && p.h == b.h && b.x >= p.x && b.x <= p.x+p.w:
			p.w = max(p.w, b.x+b.w-p.x)
			return
		case p.x == b.x && p.w == b.w && b.y >= p.y && b.y <= p.y+p.h:
			p.h = max(p.h, b.y+b.h-p.y)
			return
		}
	}
	d.pending = append(d.pending, b)
}

func (d *drawing) flush() {
	for _, b := range d.pending {
		d.write(`<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`+"\n", number(b.x), number(b.y), number(b.w), number(b.h), hex(b.fill))
	}
	d.pending = d.pending[:0]
}

// words draws the letters of a row, cut where they change their look or leave a gap,
// so that what follows stands in its cell in any font.
func (d *drawing) words(y int, row []cell) {
	goesOn := func(x int, c cell) bool {
		return x < len(row) && kindOf(row[x]) == letter && row[x].ink == c.ink && row[x].bold == c.bold && row[x].italic == c.italic
	}
	for x := 0; x < len(row); x++ {
		c := row[x]
		switch kindOf(c) {
		case sign:
			d.text(x, y, 1, c, c.text)
		case letter:
			from, text := x, c.text
			for {
				if goesOn(x+1, c) {
					x++
					text += row[x].text
				} else if x+2 < len(row) && kindOf(row[x+1]) == gap && goesOn(x+2, c) {
					x += 2
					text += " " + row[x].text
				} else {
					break
				}
			}
			d.text(from, y, x+1-from, c, text)
		}
	}
}

// text draws letters from a cell on. A sign, which another font may have to lend, is
// set in the middle of its cell; words are held to the width of theirs.
func (d *drawing) text(x, y, n int, c cell, text string) {
	left, attributes := margin+float64(x)*cellWidth, ""
	switch {
	case c.wide:
		left, attributes = left+cellWidth, ` text-anchor="middle"`
	case kindOf(c) == sign:
		left, attributes = left+cellWidth/2, ` text-anchor="middle"`
	case n > 1:
		attributes = ` textLength="` + number(float64(n)*cellWidth) + `"`
	}
	if c.bold {
		attributes += ` font-weight="bold"`
	}
	if c.italic {
		attributes += ` font-style="italic"`
	}
	fmt.Fprintf(&d.texts, `<text x="%s" y="%s"%s fill="%s">%s</text>`+"\n", number(left), number(margin+float64(y)*cellHeight+baseline), attributes, hex(c.ink), escaped(text))
}

// kind is how a cell's text comes into the picture.
type kind int

const (
	gap    kind = iota // not at all
	drawn              // as a shape
	sign               // as a letter by itself: arrows, dots and whatever is wide
	letter             // as one of a word
)

func kindOf(c cell) kind {
	if strings.TrimSpace(c.text) == "" {
		return gap
	}
	if _, shaped := shapeOf(c.text); shaped {
		return drawn
	}
	if r, _ := utf8.DecodeRuneInString(c.text); c.wide || r >= '←' {
		return sign
	}
	return letter
}

// number writes a number of units with as many digits as it needs, and at most 3.
func number(v float64) string { return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64) }

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
