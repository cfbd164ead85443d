package meeting

import (
	"cmp"
	"maps"
	"slices"

	"wres/model/findings"
	"wres/model/report"
	"wres/model/words"
)

// gone gives a page for each note that is on none of the others, the latest year first:
// what it was written on is told elsewhere now, or not at all, or its year has no figures
// any more. A note of another year that has figures is in the meeting of that year.
func (s Source) gone(w words.Voice, pages []Page) []Page {
	has := map[About]bool{}
	for _, p := range pages {
		has[About{p.Key, s.Year}] = true
	}
	order := func(a, b About) int { return cmp.Or(cmp.Compare(b.Year, a.Year), cmp.Compare(a.Page, b.Page)) }
	var more []Page
	for _, about := range slices.SortedFunc(maps.Keys(s.Notes), order) {
		said := "It was written in the meeting about " + about.Year.String() + ", on “" + s.Safe.Line(title(w, about.Page)) + "”. "
		switch {
		case about.Year == s.Year && !has[about]:
			said += "That has no page of its own now."
		case !s.Results.HasYear(about.Year):
			said += "There are no figures of that year now."
		default:
			continue
		}
		more = append(more, Page{Key: about.Page, Year: about.Year, Title: "A note whose page is gone", Panel: "0",
			Parts: []report.Section{{Heading: "A note whose page is gone", Points: []string{said, "It is kept until you empty it."}}}})
	}
	return more
}

// title names the page of a key; the key itself where no version of a meeting has it.
func title(w words.Voice, key string) string {
	switch key {
	case NothingClear:
		return nothingClear
	case CannotTell:
		return findings.CannotTell.Heading()
	case NoFigures:
		return findings.NoFigures.Heading()
	}
	return cmp.Or(findings.NameOf(w, key), key)
}
