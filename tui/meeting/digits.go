package meeting

import (
	"strings"

	"wres/tui/theme"
)

// The shapes of the signs of a figure: in pixels, of which a cell holds two above each
// other; and in whole cells, for ASCII, where each is drawn with the sign itself.
var (
	pixels = map[rune]string{
		'0': ".####. ##..## ##..## ##..## ##..## ##..## ##..## .####.",
		'1': "..##.. .###.. ..##.. ..##.. ..##.. ..##.. ..##.. .####.",
		'2': ".####. ##..## ....## ...##. ..##.. .##... ##.... ######",
		'3': ".####. ##..## ....## ..###. ....## ....## ##..## .####.",
		'4': "...##. ..###. .####. ##.##. ##.##. ###### ...##. ...##.",
		'5': "###### ##.... ##.... #####. ....## ....## ##..## .####.",
		'6': "..###. .##... ##.... #####. ##..## ##..## ##..## .####.",
		'7': "###### ....## ....## ...##. ..##.. ..##.. .##... .##...",
		'8': ".####. ##..## ##..## .####. ##..## ##..## ##..## .####.",
		'9': ".####. ##..## ##..## ##..## .##### ....## ...##. .###..",
		'.': ".. .. .. .. .. .. ## ##",
		',': ".. .. .. .. .. ## ## #.",
		'%': "##...## ##..##. ...##.. ...##.. ..##... ..##... .##..## ##...##",
		'−': "..... ..... ..... ##### ##### ..... ..... .....",
		'×': "...... ...... ##..## .####. ..##.. .####. ##..## ......",
	}
	cells = map[rune]string{
		'0': ".###. #...# #...# #...# .###.",
		'1': "..#.. .##.. ..#.. ..#.. .###.",
		'2': "####. ....# .###. #.... #####",
		'3': "####. ....# .###. ....# ####.",
		'4': "#..#. #..#. ##### ...#. ...#.",
		'5': "##### #.... ####. ....# ####.",
		'6': ".###. #.... ####. #...# .###.",
		'7': "##### ....# ...#. ..#.. ..#..",
		'8': ".###. #...# .###. #...# .###.",
		'9': ".###. #...# .#### ....# .###.",
		'.': ". . . . #",
		',': ". . . # #",
		'%': "#...# ...#. ..#.. .#... #...#",
		'−': "..... ..... ##### ..... .....",
		'×': "..... #.#.. .#... #.#.. .....",
	}
)

// large draws a figure over several lines of the same width, so many times as large as its
// shapes; nil where it has a sign that has none. Lines are plain.
func large(set theme.Charset, figure string, times int) []string {
	if set == theme.ASCII {
		return joined(figure, func(r rune) []string {
			var lines []string
			for _, row := range enlarged(cells[r], times) {
				lines = append(lines, strings.NewReplacer("#", set.Text(string(r)), ".", " ").Replace(row))
			}
			return lines
		})
	}
	return joined(figure, func(r rune) []string {
		var lines []string
		rows := enlarged(pixels[r], times)
		for i := 0; i < len(rows); i += 2 {
			var line strings.Builder
			for at := range len(rows[i]) {
				line.WriteString(half[[2]bool{rows[i][at] == '#', rows[i+1][at] == '#'}])
			}
			lines = append(lines, line.String())
		}
		return lines
	})
}

// enlarged gives the rows of a shape, each pixel so many times in both directions.
func enlarged(shape string, times int) []string {
	var rows []string
	for _, row := range strings.Fields(shape) {
		var line strings.Builder
		for _, pixel := range row {
			line.WriteString(strings.Repeat(string(pixel), times))
		}
		for range times {
			rows = append(rows, line.String())
		}
	}
	return rows
}

// half is a cell of two pixels, the upper one first.
var half = map[[2]bool]string{{false, false}: " ", {true, false}: "▀", {false, true}: "▄", {true, true}: "█"}

// joined puts the shapes of all signs beside each other.
func joined(figure string, shape func(rune) []string) []string {
	var lines []string
	for i, r := range []rune(figure) {
		rows := shape(r)
		if len(rows) == 0 {
			return nil
		}
		if i == 0 {
			lines = make([]string, len(rows))
		}
		for j, row := range rows {
			if i > 0 {
				lines[j] += " "
			}
			lines[j] += row
		}
	}
	return lines
}
