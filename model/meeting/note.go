package meeting

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"wres/model"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	"wres/model/words"
)

// About names what a note is about, the same in each run: a page of a year.
type About struct {
	Page string // Page.Key: "2", "1/non-clinical/bands", "plan"
	Year model.Year
}

// Note is what someone wrote about a page, on one line. "" is no note.
type Note struct {
	About
	Text string
}

// Kept is what has come of a note.
type Kept struct {
	Aside string // the name under which a file that could not be read was kept; "": there was none
	Err   error  // why the note is not on the disk
}

// Notes are all notes of a folder, of all years.
type Notes map[About]string

// Earlier gives the last note on the same page of an earlier year, and that year; 0: there
// is none.
func (n Notes) Earlier(of About) (text string, year model.Year) {
	for about, t := range n {
		if about.Page == of.Page && about.Year < of.Year && about.Year > year && t != "" {
			text, year = t, about.Year
		}
	}
	return text, year
}

// Texts lists the notes as texts that say what they are, the latest year first. file is
// where they are kept.
func (n Notes) Texts(w words.Voice, file string) []quotes.Text {
	order := func(a, b About) int { return cmp.Or(cmp.Compare(b.Year, a.Year), cmp.Compare(a.Page, b.Page)) }
	var all []quotes.Text
	for _, about := range slices.SortedFunc(maps.Keys(n), order) {
		text := quotes.Text{File: file, What: "the note on “" + title(w, about.Page) + "”, " + about.Year.String(), Text: n[about]}
		if id, _, _ := strings.Cut(about.Page, "/"); indicator.Lookup(id) != nil {
			text.About = []string{id}
		}
		all = append(all, text)
	}
	return all
}
