package theme

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wgl4 lists the symbols beyond Latin-1 that fonts with the Windows Glyph List 4
// hold; letters are not in it. Consolas and the Linux console have little more.
const wgl4 = "ˆˇˉ˘˙˚˛˜˝–—―‗‘’‚‛“”„†‡•…‰′″‹›‼‾⁄₣₤₧€℅№™℮⅛⅜⅝⅞←↑→↓↔↕↨∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡" +
	"─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬▀▄█▌▐░▒▓■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫"

// Text returns s as the character set can show it, so that panels write their
// words once, with the signs that belong there. In Full nothing changes. In
// Basic letters stay and symbols that WGL4 lacks are replaced. In ASCII the
// result holds nothing above 0x7E: known signs become their plain forms, and
// any other character "?".
func (c Charset) Text(s string) string {
	if c == Full || plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r <= 0x7E:
			b.WriteRune(r)
		case c == Basic:
			b.WriteString(basicText(r))
		default:
			b.WriteString(asciiText(r))
		}
	}
	return b.String()
}

// plain reports whether every byte is one that all character sets show.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] > 0x7E {
			return false
		}
	}
	return true
}

func basicText(r rune) string {
	switch r {
	case '◂':
		return "◄"
	case '▸', '➜':
		return "►"
	case '✓', '✔':
		return "√"
	case '┊', '┆', '╎':
		return "║"
	case '━':
		return "═"
	case '◉':
		return "◙"
	case '◇', '◆':
		return "◊"
	case '\u2011', '\u2010':
		return "-"
	case '\u2009', '\u202f', '\u2007':
		return " "
	case '⚠':
		return "!"
	case '✗', '✘':
		return "×"
	case 'Σ':
		return "∑"
	case utf8.RuneError:
		return "?"
	}
	known := r <= 0xFF || strings.ContainsRune(wgl4, r)
	if known || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) {
		return string(r)
	}
	return "?"
}

// plainForms is how ASCII writes each sign that it lacks.
var plainForms = []struct{ signs, plain string }{
	{"÷⁄∕", "/"},
	{"−–—\u2011\u2010·─━", "-"},
	{"×✗✘", "x"},
	{"…", "..."},
	{"’‘′", "'"},
	{"“”″", `"`},
	{"±", "+/-"},
	{"≤", "<="},
	{"≥", ">="},
	{"≈", "~"},
	{"≠", "!="},
	{"→", "->"},
	{"←", "<-"},
	{"↑▲", "^"},
	{"↓▼✓✔", "v"},
	{"√", "sqrt"},
	{"Σ", "sum"},
	{"²", "^2"},
	{"►▸›➜", ">"},
	{"◄◂‹", "<"},
	{"│", "|"},
	{"┊║", ":"},
	{"•●■", "*"},
	{"○◦", "o"},
	{"⚠", "!"},
	{"£", "GBP "},
	{"½", "1/2"},
	{"\u00a0\u2009\u202f\u2007", " "},
}

func asciiText(r rune) string {
	for _, form := range plainForms {
		if strings.ContainsRune(form.signs, r) {
			return form.plain
		}
	}
	return "?"
}
