package picture

import (
	"strings"
	"unicode/utf8"
)

// rect is a box within a cell, from its top left corner, in the picture's units. Part
// is how much of the ink it shows.
type rect struct{ x, y, w, h, part float64 }

// shape is a character that is drawn, as fonts leave gaps between such: boxes, and a
// stroke of the path.
type shape struct {
	rects []rect
	path  string
}

// shapeOf gives the shape of a block, of a line of a box, or of Braille dots.
func shapeOf(text string) (shape, bool) {
	r, n := utf8.DecodeRuneInString(text)
	if n != len(text) {
		return shape{}, false
	}
	switch {
	case r >= 0x2500 && r <= 0x257F:
		return boxLine(r), true
	case r >= 0x2580 && r <= 0x259F:
		return shape{rects: block(r)}, true
	case r > 0x2800 && r <= 0x28FF:
		return shape{rects: braille(r)}, true
	}
	return shape{}, false
}

// block gives the boxes of U+2580 to U+259F.
func block(r rune) []rect {
	eighths := func(n rune) (across, down float64) { return cellWidth * float64(n) / 8, cellHeight * float64(n) / 8 }
	switch {
	case r == '▀':
		return []rect{{0, 0, cellWidth, cellHeight / 2, 1}}
	case r <= '█':
		_, h := eighths(r - '▀')
		return []rect{{0, cellHeight - h, cellWidth, h, 1}}
	case r <= '▏':
		w, _ := eighths('▐' - r)
		return []rect{{0, 0, w, cellHeight, 1}}
	case r == '▐':
		return []rect{{cellWidth / 2, 0, cellWidth / 2, cellHeight, 1}}
	case r <= '▓':
		return []rect{{0, 0, cellWidth, cellHeight, float64(r-'▐') / 4}}
	case r == '▔':
		_, h := eighths(1)
		return []rect{{0, 0, cellWidth, h, 1}}
	case r == '▕':
		w, _ := eighths(1)
		return []rect{{cellWidth - w, 0, w, cellHeight, 1}}
	}
	var all []rect
	const upperLeft, upperRight, lowerLeft, lowerRight = 1, 2, 4, 8
	quarters := [...]int{lowerLeft, lowerRight, upperLeft, upperLeft + lowerLeft + lowerRight, upperLeft + lowerRight, upperLeft + upperRight + lowerLeft,
		upperLeft + upperRight + lowerRight, upperRight, upperRight + lowerLeft, upperRight + lowerLeft + lowerRight}
	for i := range 4 {
		if quarters[r-'▖']&(1<<i) != 0 {
			all = append(all, rect{float64(i%2) * cellWidth / 2, float64(i/2) * cellHeight / 2, cellWidth / 2, cellHeight / 2, 1})
		}
	}
	return all
}

// braille gives the dots of a pattern, whose bits are numbered down the left column,
// down the right one, and then the lowest row.
func braille(r rune) []rect {
	const across, down, size = cellWidth / 2, cellHeight / 4, 2.5
	at := [8][2]int{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}, {0, 3}, {1, 3}}
	var dots []rect
	for bit, to := range at {
		if (r-0x2800)&(1<<bit) != 0 {
			dots = append(dots, rect{(float64(to[0])+0.5)*across - size/2, (float64(to[1])+0.5)*down - size/2, size, size, 1})
		}
	}
	return dots
}

// arms says of each character from U+2500 to U+257F what goes from the middle up,
// right, down and left: 0 nothing, 1 a light line, 2 a heavy one, 3 a double one.
const arms = "0101 0202 1010 2020 0101 0202 1010 2020 0101 0202 1010 2020 0110 0210 0120 0220 " +
	"0011 0012 0021 0022 1100 1200 2100 2200 1001 1002 2001 2002 1110 1210 2110 1120 " +
	"2120 2210 1220 2220 1011 1012 2011 1021 2021 2012 1022 2022 0111 0112 0211 0212 " +
	"0121 0122 0221 0222 1101 1102 1201 1202 2101 2102 2201 2202 1111 1112 1211 1212 " +
	"2111 1121 2121 2112 2211 1122 1221 2212 1222 2122 2221 2222 0101 0202 1010 2020 " +
	"0303 3030 0310 0130 0330 0013 0031 0033 1300 3100 3300 1003 3001 3003 1310 3130 " +
	"3330 1013 3031 3033 0313 0131 0333 1303 3101 3303 1313 3131 3333 0110 0011 1001 " +
	"1100 0000 0000 0000 0001 1000 0100 0010 0002 2000 0200 0020 0201 1020 0102 2010 "

const (
	light, heavy, double = '1', '2', '3'

	thin  = 1.0           // a light line, and each of a double one
	thick = 3.0           // a heavy one
	apart = 2.0           // each of a double line from the middle
	midX  = cellWidth / 2 // a thin line in the middle lies on whole units
	midY  = cellHeight/2 + thin/2
)

// boxLine gives the lines of U+2500 to U+257F.
func boxLine(r rune) shape {
	switch {
	case r >= '╭' && r <= '╰':
		return shape{path: corners[r-'╭']}
	case r >= '╱' && r <= '╳':
		return shape{path: diagonals[r-'╱']}
	}
	four := arms[(r-0x2500)*5:][:4]
	var all []rect
	for _, way := range [...]int{3, 1, 0, 2} { // from left to right, so that cells' lines join
		all = append(all, arm(four, way)...)
	}
	if n := dashes(r); n > 0 {
		all = dashed(all, n, four[0] == '0')
	}
	return shape{rects: all}
}

// The paths of what is not straight, for cells of 9 by 18 units.
var (
	corners   = [...]string{"M4.5 18v-4a4.5 4.5 0 0 1 4.5 -4.5", "M4.5 18v-4a4.5 4.5 0 0 0 -4.5 -4.5", "M4.5 0v5a4.5 4.5 0 0 1 -4.5 4.5", "M4.5 0v5a4.5 4.5 0 0 0 4.5 4.5"}
	diagonals = [...]string{"M0 18L9 0", "M0 0L9 18", "M0 18L9 0M0 0L9 18"}
)

// arm gives the line, or the two, that go from the middle one way: 0 up, 1 right, 2
// down, 3 left.
func arm(four string, way int) []rect {
	kind := four[way]
	before, after := four[(way+3)%4], four[(way+1)%4] // across it, on the sides of -apart and +apart
	if way >= 2 {
		before, after = after, before
	}
	switch kind {
	case light:
		return []rect{line(way, 0, start(before, after, four[(way+2)%4], 0), thin)}
	case heavy:
		return []rect{line(way, 0, -thick/2, thick)}
	case double:
		return []rect{line(way, -apart, start(before, after, '0', -apart), thin), line(way, apart, start(before, after, '0', apart), thin)}
	}
	return nil
}

// start says how far from the middle a line begins, so that it ends at the lines that
// it meets: side is where it is beside the middle, and before and after are what goes
// across on either side.
func start(before, after, opposite byte, side float64) float64 {
	near, far := before, after
	if side > 0 {
		near, far = after, before
	}
	switch {
	case side == 0 && near == double && far == double && opposite != '0':
		return -thin / 2 // it goes on through both
	case near == double && (side != 0 || far == double):
		return apart - thin/2
	case far == double || near == double:
		return -apart - thin/2
	}
	if max(before, after) == heavy {
		return -thick / 2
	}
	return -thin / 2
}

// line gives a line that goes one way from a distance from the middle to the cell's
// edge, beside the middle.
func line(way int, side, from, width float64) rect {
	switch way {
	case 0:
		return rect{midX + side - width/2, 0, width, midY - from, 1}
	case 1:
		return rect{midX + from, midY + side - width/2, cellWidth - midX - from, width, 1}
	case 2:
		return rect{midX + side - width/2, midY + from, width, cellHeight - midY - from, 1}
	}
	return rect{0, midY + side - width/2, midX - from, width, 1}
}

// dashes says into how many dashes a line is cut; 0: it is whole.
func dashes(r rune) int {
	switch {
	case r >= '╌' && r <= '╏':
		return 2
	case strings.ContainsRune("┄┅┆┇", r):
		return 3
	case strings.ContainsRune("┈┉┊┋", r):
		return 4
	}
	return 0
}

// dashed cuts a line through the cell into n dashes, with gaps at its ends.
func dashed(lines []rect, n int, across bool) []rect {
	var all []rect
	for i := range n {
		part := lines[0]
		if step := cellWidth / float64(n); across {
			part.x, part.w = (float64(i)+0.25)*step, step/2
		} else {
			step = cellHeight / float64(n)
			part.y, part.h = (float64(i)+0.25)*step, step/2
		}
		all = append(all, part)
	}
	return all
}
