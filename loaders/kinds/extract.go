package kinds

import (
	"slices"
	"sync"

	"wres/loaders/csvfile"
	"wres/model/source"
)

// Column is one column of an extract.
type Column struct {
	Name     string   // standard name
	Required bool     // a file without it is not of this kind (but see Extract.Counts)
	Synonyms []string // other headers; matched without regard to case, spaces, "_" and "-"
	Help     string   // what stands in it, a sentence
}

// Extract is one kind of file that an organisation keeps.
type Extract struct {
	Kind    string   // name, as `wres check` prints it
	Help    string   // what the file holds, a sentence
	Brief   string   // the same in three or four words; "": nobody begins with it
	More    string   // what there is to know beyond its columns, in sentences; may be empty
	Words   []string // beginnings of words in a file's name that decide between two kinds that fit
	Columns []Column
	// Counts names the columns that the wide form, one column a group, may stand in
	// place of; the first is the usual one. Empty: the kind has no wide form.
	Counts []string

	Figures Figures // which figures its rows give
	Row     Row     // what a row is decoded into: its tags are the Columns; nil for a list

	Group string   // the column that the wide form's group columns replace
	Tells []string // columns by which a file of the wide form tells which count it holds
	OneOf []string // the kind needs one of these, or one of its words in the file's name
	Weak  []string // words that decide only where no kind's Words do
	Keys  int      // how many keys a count has besides its organisation and group
	Init  []string // columns that Init writes: the wide form, which is what most people have; none: nobody types it

	Lines Lines // in which its figures are typed

	List *List // set for a list of people or events
}

// Extracts lists every kind of extract, those of counts first. Each is all that the
// program knows of its kind.
func Extracts() []*Extract { return extracts() }

// counted and listed are the one table of kinds: those of one row a count, and those of
// one row a person or event. A kind is a file of this package and a line here.
var (
	counted = []func() Extract{workforce, recruitment, disciplinary, training, survey, board, status, benchmark, published, accounts}
	listed  = []func() Extract{staffList, applicants, disciplinaryCases, trainingRecords, boardMembers}
)

var extracts = sync.OnceValue(func() []*Extract {
	var all []*Extract
	var events []string
	for _, entry := range slices.Concat(counted, listed) {
		e := entry()
		if e.Row != nil && e.Columns == nil {
			e.Columns = columnsOf(e.Row)
		}
		if event := e.Event(); event != "" {
			events = append(events, event)
		}
		if e.List != nil {
			e.List.Without = slices.Concat(e.List.Without, events)
		}
		e.nameIndicators()
		all = append(all, &e)
	}
	return all
})

// commonColumns are the columns that every kind may have. Those of counts may have
// splitColumn too, and countColumn, which tells in a file of the wide form which count a
// row holds.
var (
	commonColumns = columnsOf(Common{})[:4]
	splitColumn   = columnsOf(Common{})[4]
	countColumn   = columnsOf(Common{})[5]
	madeColumns   = columnsOf(Common{})[6:] // of counts that a query made
)

// SharedColumns lists the columns that every kind of counts may have.
func SharedColumns() []Column { return columnsOf(Common{}) }

// AllColumns lists every column that a file of the kind may have.
func (e *Extract) AllColumns() []Column {
	own := func(c Column) bool { // a list knows more headers for a common column
		return slices.ContainsFunc(e.Columns, func(o Column) bool { return o.Name == c.Name })
	}
	all := append(slices.DeleteFunc(slices.Clone(commonColumns), own), e.Columns...)
	if len(e.Counts) > 0 {
		all = append(all, countColumn)
	}
	if e.Adds() {
		all = append(append(all, splitColumn), madeColumns...)
	}
	return all
}

// wide gives the columns of the wide form, with a column for each group.
func wide(keys ...string) []string { return append(keys, "White", "BME", "Unknown") }

// Has reports whether the kind has a column of a standard name.
func (e *Extract) Has(name string) bool {
	named := func(c Column) bool { return c.Name == name }
	return slices.ContainsFunc(e.Columns, named) || slices.ContainsFunc(commonColumns, named) || len(e.Counts) > 0 && named(countColumn) || e.Adds() && (named(splitColumn) || slices.ContainsFunc(madeColumns, named))
}

// Adds reports whether the rows of a kind are counts of people, which can be added.
func (e *Extract) Adds() bool {
	return e.List == nil && slices.Contains([]Figures{Workforce, Recruitment, Events, Board}, e.Figures)
}

// Figures says which figures of a year the rows of a kind give.
type Figures uint8

// The figures. Those of a list are the same as those of the counted kind beside it.
const (
	Workforce   Figures = iota // people by post
	Recruitment                // people shortlisted and appointed
	Events                     // people whom something happened to
	Survey                     // percentages of answers
	Board                      // members by seat
	Statuses                   // why an indicator has no figures
	Benchmarks                 // values of others
	Published                  // figures as a report printed them
	Accounts                   // what became of the rows of a list in a warehouse
)

// StandardNames lists the names that [columns] may point to, each once.
func StandardNames() []string {
	names := []string{"white", "bme", "unknown", source.Ignored}
	for _, e := range extracts() {
		for _, c := range e.AllColumns() {
			if !slices.Contains(names, c.Name) {
				names = append(names, c.Name)
			}
		}
	}
	return names
}

// StandardName reads a standard name, however it is spaced.
func StandardName(word string) (string, bool) {
	for _, n := range StandardNames() {
		if csvfile.Fold(n) == csvfile.Fold(word) {
			return n, true
		}
	}
	return "", false
}
