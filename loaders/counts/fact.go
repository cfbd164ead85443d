package counts

import (
	"strings"

	"wres/loaders/labels"
	"wres/model"
)

// fact is one figure that a row gives.
type fact struct {
	row     *row
	column  int // of the figure, from 0; -1: of the row
	year    model.Year
	dims    [maxDims]string // organisation, then the kind's own keys; wild: any
	measure string          // which count, where a kind has several
	who
	post

	aside    bool // a sum of other facts
	settled  bool // aside as a group beside its categories; its sum has been compared
	explicit bool // a row that calls itself a total
	unread   bool // an answer of its seat could not be read
	unwanted bool // not to be placed: a headcount where other groups lack theirs, a part of a board

	n        int // people
	seat     model.Seat
	internal model.Answer // of applicants
	value    any          // what is not a count of people

	strange [4]strangeLabel // labels that no table knows
}

// who says of which group or category a fact counts the people.
type who struct {
	ethnicity    model.Ethnicity
	anyEthnicity bool   // a sum over all groups
	label        string // identity of the ethnicity within its file
	mapped       bool   // the settings say what its label means
	groupSum     bool   // its label calls itself the total of a group
}

// post says in which posts.
type post struct {
	category  model.StaffCategory
	band      model.Band
	bandLabel string         // identity of the band within its file
	bandSum   *model.BandSum // the band's label stands for several
}

// strangeLabel is a label that no table knows, and where it stands.
type strangeLabel struct {
	field, label string
	column       int
}

// maxDims is the organisation and the most keys that a kind has.
const maxDims = 5

// wild stands for every value of a key: the row is a sum over them, or the file
// does not split by it. No cell can hold it.
const wild = "\x00"

// stands reports whether the fact is one of the organisation's figures.
func (f *fact) stands() bool { return f.row.state == used && !f.aside }

// words names the fact's cell for a message: "2024, non-clinical, band 5, White".
func (f *fact) words() string {
	parts := []string{f.year.String()}
	for _, d := range f.dims {
		if d = strings.TrimPrefix(d, "?"); d != "" && d != wild {
			parts = append(parts, labels.Shown(d))
		}
	}
	if f.anyEthnicity {
		return strings.Join(parts, ", ")
	}
	return strings.Join(append(parts, f.ethnicity.String()), ", ")
}
