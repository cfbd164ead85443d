package meeting

import "wres/model"

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
