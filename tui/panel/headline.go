package panel

import (
	"strings"

	"wres/model/findings"
	"wres/model/words"
	"wres/tui/theme"
)

// BadgeOf is how a kind of finding is marked.
func BadgeOf(k findings.Kind) theme.Badge {
	switch k {
	case findings.Clear:
		return theme.Strong
	case findings.Incomplete:
		return theme.Care
	case findings.NoFigures:
		return theme.Hollow
	}
	return theme.Quiet
}

// Badge draws the mark of a finding: " CLEAR ".
func Badge(t theme.Theme, f *findings.Finding) string {
	return t.Badge(BadgeOf(f.Kind), f.Kind.String())
}

// Headline says findings in at most so many lines: of each its kind and its verdict, and
// behind the last as much of its sentence as there is room for, else its figure. Spoken
// reports whether the whole sentence is there.
func Headline(t theme.Theme, found []findings.Finding, width, most int) (lines []string, spoken bool) {
	if len(found) == 0 {
		return nil, false
	}
	last := len(found) - 1
	for i := range found[:last] {
		said := Behind(t, Badge(t, &found[i]), verdict(&found[i]), verdict(&found[i]), width)
		lines = append(lines, said[:min(len(said), max(most-1, 1))]...)
		most -= len(said)
	}
	f := &found[last]
	whole, head := wordings(f), strings.TrimSuffix(verdict(f), ".")
	for i, text := range whole {
		if said := Behind(t, Badge(t, f), head, text, width); len(said) <= most {
			return append(lines, said...), i == 0
		}
	}
	said := Behind(t, Badge(t, f), head, whole[len(whole)-1], width)
	return append(lines, said[:min(len(said), max(most, 1))]...), false
}

// verdict is what a finding comes to, by itself; of a change with the year that it is
// since.
func verdict(f *findings.Finding) string {
	if f.Topic == findings.Change {
		return sentence(f.Verdict + " since " + f.Since.String())
	}
	return sentence(f.Verdict)
}

// wordings gives a finding from the fullest wording to the shortest.
func wordings(f *findings.Finding) []string {
	head, parts := verdict(f), Sentences(f.Sentence)
	if f.Verdict == words.HiddenMark && len(parts) > 0 { // which its sentence says
		return []string{f.Sentence, parts[0], head}
	}
	if f.Kind == findings.NoFigures { // its sentence says which state, and why
		return []string{f.Sentence, head}
	}
	var all []string
	for n := len(parts); n > 0; n-- {
		all = append(all, head+" "+strings.Join(parts[:n], " "))
	}
	if f.Figure != "" {
		all = append(all, strings.TrimSuffix(head, ".")+" ("+f.Figure+").")
	}
	return append(all, head)
}
