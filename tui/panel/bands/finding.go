package bands

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

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
		if said := behind(p, mark, text); len(said) <= most {
			return said
		}
	}
	said := behind(p, mark, f.Verdict)
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
		if v.Value != nil {
			years = append([]string{v.Year.String() + " " + v.Text}, years...)
		}
	}
	before := ""
	if len(years) > 0 {
		before = " Before: " + strings.Join(years, ", ") + "."
	}
	return []string{line + needs + before, line + wanting + before, line + wanting, line, f.Name + ": " + f.Verdict + ".", words.Capital(f.Verdict) + "."}
}

// behindOf wraps a text behind a mark.
func behind(p paper, mark, text string) []string {
	hold := strings.Repeat("x", min(ansi.StringWidth(mark), p.width))
	said := panel.Wrap(p.t, hold+" "+text, p.width, p.t.Styles.Text)
	for i, line := range said {
		if plain := ansi.Strip(line); strings.HasPrefix(plain, hold) {
			said[i] = ansi.Truncate(mark, p.width, "") + p.t.Styles.Text.Render(strings.TrimPrefix(plain, hold))
			break
		}
	}
	return said
}

// fitting joins sentences while they fit so many lines of a width; the first is cut where
// it does not by itself.
func fitting(p paper, sentences []string, most int) []string {
	var said []string
	for n := len(sentences); n > 0; n-- {
		said = panel.Wrap(p.t, strings.Join(sentences[:n], " "), p.width, p.t.Styles.Text)
		if len(said) <= most {
			return said
		}
	}
	return said[:min(len(said), most)]
}
