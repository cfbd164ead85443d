package ooxml

import (
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MostCell is how many signs a cell of Excel holds, as [Signs] counts them.
const MostCell = 32767

// isCut ends a text that a cell has no room for.
const isCut = " … [cut: a cell holds 32,767 signs]"

// Signs is how long a text is for Excel, which counts a character beyond U+FFFF as two.
func Signs(text string) int {
	n := 0
	for _, r := range text {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// Pieces parts a text into such as a cell holds, between words where it can.
func Pieces(text string) []string {
	var all []string
	for Signs(text) > MostCell {
		end := within(text, MostCell)
		if space := strings.LastIndexByte(text[:end], ' '); space > 0 {
			end = space
		}
		all, text = append(all, text[:end]), strings.TrimPrefix(text[end:], " ")
	}
	return append(all, text)
}

// within is how many bytes of a text make so many signs at the most.
func within(text string, most int) int {
	for i, r := range text {
		if most -= max(utf16.RuneLen(r), 1); most < 0 {
			return i
		}
	}
	return len(text)
}

// cellText keeps text from being read as the number of a letter ("_x0041_"), and within
// what a cell holds. A text that is cut says so.
func cellText(text string) string {
	if len(text) > MostCell && Signs(text) > MostCell {
		text = text[:within(text, MostCell-utf8.RuneCountInString(isCut))] + isCut
	}
	return codes.ReplaceAllString(text, "_x005F$0")
}

var codes = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)
