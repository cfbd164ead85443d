// Package document holds what was read of a report that is to be audited: its printed
// figures, each with what it is a figure of, its sentences, and what of it was not
// understood.
//
// Place in the flow: loaders/reporttext makes a Document of a report's text, and Published
// makes one of the rows of an extract; the packages of model/audit look through it.
package document

import (
	"wres/model"
)

// Document is a report as it was read. Figures and sentences stand in order of line.
type Document struct {
	Source    string // the file, cleaned for the screen
	Figures   []Figure
	Sentences []Sentence
	Unread    []Unread
	Terms     Terms
	// SurveyYears: the columns of the survey's table were headed by years of the survey,
	// one before those of the standard. Their figures have the years of the standard.
	SurveyYears *Moved
}

// Moved says where years were read as those of the survey.
type Moved struct {
	Line int
	From []int // as printed
}

// Terms are the report's own words.
type Terms struct {
	BME          []string // for the group, in lower case: "ethnically diverse", "ed"
	Organisation []string // its names and initials, as written
}

// Figure is one printed figure of a table. What it is a figure of is told as a row of the
// published extract tells it: Indicator is "1" to "9"; Figure, Group and Part are as
// docs say of that extract; Printed is this one figure exactly as printed ("17.86%", "1 of
// 15", "Data unavailable"); Line is the physical line, from 1, or 0 where none is known.
type Figure struct {
	model.Printed
	Number   model.PrintedNumber // where IsNumber
	IsNumber bool
	Row      int    // figures of one printed row, over its years, share a number from 1; 0: of none
	Cell     int    // figures of one cell share a number from 1; 0: of none
	Label    string // of the row, as printed, cleaned
	Base     string // the figure whose count the label names as the base: "appointed"; "": none is named
}

// Key is what a figure is a figure of.
type Key struct {
	Year                           model.Year
	Indicator, Figure, Group, Part string
}

// Key gives what the figure is a figure of; a part that means the whole is none.
func (f Figure) Key() Key {
	k := Key{f.Year, f.Indicator, f.Printed.Figure, f.Group, f.Part}
	if model.IsTotal(f.Part) {
		k.Part = ""
	}
	return k
}

// Sentence is one sentence, bullet or heading outside the tables.
type Sentence struct {
	Line      int    // on which it begins
	Text      string // cleaned, in one line, without marks of Markdown
	Indicator string // that the nearest heading above names, where it names one
	Heading   bool
	// Year that the words stand beside, where an extract says so ("says" of a row); 0: the
	// report's latest.
	Year model.Year
}

// Unread is a figure, or a piece of text with figures, that belongs to nothing that was
// understood.
type Unread struct {
	Line int
	Text string
}

// Latest gives the latest year of which there is a figure, or 0.
func (d *Document) Latest() (latest model.Year) {
	for _, f := range d.Figures {
		latest = max(latest, f.Year)
	}
	return latest
}

// Published makes a document of the rows of a published extract. What a row says beside
// its figure is a sentence of its line.
func Published(rows []model.Printed, source string) *Document {
	d := &Document{Source: source}
	for _, p := range rows {
		f := Figure{Printed: p}
		f.Number, f.IsNumber = model.ParsePrinted(p.Printed)
		d.Figures = append(d.Figures, f)
		if p.Says != "" {
			d.Sentences = append(d.Sentences, Sentence{Line: p.Line, Text: p.Says, Indicator: p.Indicator, Year: p.Year})
		}
	}
	return d
}
