package bands

import (
	"strings"

	"wres/model/findings"
	"wres/model/words"
	"wres/tui/panel"
)

// headline says a finding in at most so many lines: its kind, its verdict, and as much of
// the figure, what would tell it and the years before as there is room for. The whole
// sentence stands further down.
func headline(p paper, f *findings.Finding, most int) []string {
	if f == nil {
		return nil
	}
	mark := panel.Badge(p.t, f)
	for _, text := range wordings(f) {
		if said := panel.Behind(p.t, mark, "", text, p.width); len(said) <= most {
			return said
		}
	}
	said := panel.Behind(p.t, mark, "", f.Verdict, p.width)
	return said[:min(len(said), max(most, 1))]
}

// wordings gives a finding from the fullest wording to the shortest.
func wordings(f *findings.Finding) []string {
	if f == nil {
		return nil
	}
	if f.Kind == findings.NoFigures {
		full := f.Sentence
		if f.Needs != "" {
			full += " Needed: " + f.Needs + "."
		}
		return []string{full, f.Sentence, words.Capital(f.Verdict) + "."}
	}
	line, needs, wanting := f.Line()+".", "", ""
	if f.Needs != "" {
		needs, wanting = " To tell would take "+f.Needs+".", " To tell would take "+f.Wanting+"."
	}
	var years []string
	for _, v := range f.Before() {
		if v.Value != nil || v.Few {
			years = append([]string{v.Year.String() + " " + v.Text}, years...)
		}
	}
	before := ""
	if len(years) > 0 {
		before = " Before: " + strings.Join(years, ", ") + "."
	}
	return []string{line + needs + before, line + wanting + before, line + wanting, line, f.Name + ": " + f.Verdict + ".", words.Capital(f.Verdict) + "."}
}
