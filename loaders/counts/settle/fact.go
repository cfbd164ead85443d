package settle

import (
	"strings"

	"wres/loaders/labels"
	"wres/model"
)

// Fact is one figure that a row gives. Its reader fills it in; what becomes of it is
// decided here.
type Fact struct {
	AddsUp  bool // its row says that it is a total of no others, whatever its labels
	Row     *Row
	Column  int // of the figure, from 0; -1: of the row
	Year    model.Year
	Dims    [MaxDims]string // organisation, then the kind's own keys; Wild: any
	Measure string          // which count, where a kind has several
	Who
	Post

	Explicit bool    // a row that calls itself a total
	PartOf   Strange // the label that says its people are among another row's; no Field: none does
	Unread   bool    // an answer of its seat could not be read

	N        int // people
	Seat     model.Seat
	Internal model.Answer // of applicants
	Value    any          // what is not a count of people

	Strange [4]Strange // labels that no table knows

	part     model.Day // the month of a year whose months add up; 0: none of several
	aside    bool      // a sum of other facts
	settled  bool      // aside as a group beside its categories; its sum has been compared
	unwanted bool      // not to be placed: a headcount where other groups lack theirs, a part of a board
}

// Who says of which group or category a fact counts the people.
type Who struct {
	Ethnicity    model.Ethnicity
	AnyEthnicity bool   // a sum over all groups
	Label        string // identity of the ethnicity within its file
	Mapped       bool   // the settings say what its label means
	GroupSum     bool   // its label calls itself the total of a group
}

// Post says in which posts.
type Post struct {
	Category  model.StaffCategory
	Band      model.Band
	BandLabel string // identity of the band within its file
	// GroupLabel is the identity of a staff group within its file, of which the settings say
	// which category it is in; "" where the category is named.
	GroupLabel string
	BandAs     Strange        // how the band is written, and where; no Field: the settings say what it means
	BandSum    *model.BandSum // the band's label stands for several
}

// Strange is a label that no table knows, and where it stands.
type Strange struct {
	Field, Label string
	Column       int
}

// MaxDims is the organisation and the most keys that a kind has.
const MaxDims = 5

// Wild stands for every value of a key: the row is a sum over them, or the file
// does not split by it. No cell can hold it.
const Wild = "\x00"

// Stands reports whether the fact is one of the organisation's figures.
func (f *Fact) Stands() bool { return f.Row.State == Used && !f.aside }

// Wanted reports whether a fact that stands is to be placed by itself: a part of a board
// is among the Boards, and a headcount that other groups lack is of no use.
func (f *Fact) Wanted() bool { return !f.unwanted }

// words names the fact's cell for a message: "2024, non-clinical, band 5, White".
func (f *Fact) words() string {
	parts := []string{f.Year.String()}
	for _, d := range f.Dims {
		if d = strings.TrimPrefix(d, "?"); d != "" && d != Wild {
			parts = append(parts, labels.Shown(d))
		}
	}
	if f.AnyEthnicity {
		return strings.Join(parts, ", ")
	}
	return strings.Join(append(parts, f.Ethnicity.String()), ", ")
}
