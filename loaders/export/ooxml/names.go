package ooxml

import (
	"strconv"
	"strings"
	"unicode"

	"wres/model/source"
)

// mostName is how many characters the name of a sheet may have.
const mostName = 31

// sheetName makes of a text what Excel takes as the name of a sheet, and none of those
// that are taken, whatever their case.
func sheetName(taken map[string]bool, text string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`:\/?*[]`, r), !unicode.IsPrint(r):
			return '_'
		case r > 0xFFFF:
			return '_' // Excel counts such a character as two
		}
		return r
	}, text)
	name = strings.Trim(name, "' ")
	if name == "" || strings.EqualFold(name, "history") { // Excel keeps that name for itself
		name = "Sheet_" + name
	}
	return free(taken, cut(name, mostName), func(n string) string { return cut(name, mostName-len(n)-1) + "_" + n })
}

// free gives the name if nobody has it, or else the first with a number after it, and
// takes it.
func free(taken map[string]bool, name string, numbered func(n string) string) string {
	for n := 2; taken[strings.ToLower(name)]; n++ {
		name = numbered(strconv.Itoa(n))
	}
	taken[strings.ToLower(name)] = true
	return name
}

// cut gives the first characters of a text.
func cut(text string, most int) string {
	letters := []rune(text)
	return strings.TrimRight(string(letters[:min(len(letters), most)]), "' ")
}

// tableName makes the name of a sheet that of its table: letters, digits and underscores,
// and no address of a cell.
func tableName(taken map[string]bool, sheet string) string {
	name := "Table_" + strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, sheet)
	return free(taken, name, func(n string) string { return name + "_" + n })
}

// columnLetters gives the letters of a column, of which the first is 0: "A", "AA".
func columnLetters(column int) string { return source.Letters(column + 1) }

// address gives that of a cell; both start at 0.
func address(row, column int) string { return columnLetters(column) + strconv.Itoa(row+1) }
