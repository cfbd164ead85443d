package form

import "strings"

// plain makes ordinary text of what stands for a space, a line break or nothing at all, in
// what is pasted and in what a plan of another program holds: a tab is a space; the line
// and paragraph marks of word processors are line breaks; what only joins, parts or chooses
// the look of its neighbours, and has no width, is left out. All else is the business of
// what cleans a text for the screen.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\t':
			return ' '
		case '\v', '\f', '\u0085', '\u2028', '\u2029':
			return '\n'
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\ufe0e', '\ufe0f':
			return -1
		}
		return r
	}, text)
}

// pasted gives a paste as it is put into a text. It may be one of several pieces, so the
// spaces at its end stay, which cleaning takes off.
func pasted(text string, clean func(string) string) string {
	text = plain(text)
	cleaned := clean(text)
	if kept := len(text) - len(strings.TrimRight(text, " ")); cleaned != "" && kept > 0 {
		cleaned = strings.TrimRight(cleaned, " ") + strings.Repeat(" ", kept)
	}
	return cleaned
}
