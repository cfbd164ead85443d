package counts

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"

	"wres/loaders/columns"
	"wres/loaders/columns/cells"
	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// Counts is what the counted extracts of a folder give.
type Counts struct {
	labels *labels.Labels
	asked  string // the organisation whose rows are taken; "": all
	files  []*File
	placed bool // a figure stands
	together

	ethnicities once[string, labels.Ethnicity]
	bands       once[string, band]
	categories  once[string, category]
	outsides    once[string, string]
	years       once[yearKey, labels.YearCell]

	places        map[recruitKey]int  // index in Return.Recruitment
	recruited     map[model.Year]bool // whose parts are in places
	notes         map[model.Year][]string
	origins       origins // where the figures of each kind and year stand
	unmapped      map[unmappedKey]*source.Unmapped
	unmappedOrder []unmappedKey
	unmappedAt    []unmappedPlace // where each first stands
}

// New prepares a folder's counted extracts to be read; organisation is the one
// whose rows are taken where an extract names several, or "".
func New(l *labels.Labels, organisation string) *Counts {
	return &Counts{
		labels: l, asked: organisation,
		ethnicities: once[string, labels.Ethnicity]{}, bands: once[string, band]{}, categories: once[string, category]{}, outsides: once[string, string]{},
		years:  once[yearKey, labels.YearCell]{},
		places: map[recruitKey]int{}, recruited: map[model.Year]bool{}, notes: map[model.Year][]string{}, origins: newOrigins(), unmapped: map[unmappedKey]*source.Unmapped{},
	}
}

// File is one counted extract.
type File struct {
	*columns.File
	made    made // of a query over a list that stays in a warehouse
	rows    []*row
	noticed map[string]bool // dates already noticed
	leftOut []*leftOut      // staff whom the standard does not count
	stages  []*row          // of stages of recruitment that are no count
	alone   map[int]bool    // columns of a group whose other count has none
}

// Read reads a file's rows through gocsv, each into the row of its kind, and makes facts of them. It
// settles nothing between rows. tell is told how far reading is, and answers whether to
// go on. The error is of a header that gocsv cannot take.
func (c *Counts) Read(file *columns.File, text *csvfile.File, tell func(rows, done, size int64) bool) (*File, error) {
	f := &File{File: file, noticed: map[string]bool{}, alone: map[int]bool{}}
	rows := text.Reader()
	um, err := gocsv.NewUnmarshaller(rows.CSV(), file.Fit.Extract.Row)
	if err == nil {
		err = um.RenormalizeHeaders(func([]string) []string { return f.standardHeader() })
	}
	if err != nil {
		return nil, err
	}
	c.files = append(c.files, f)
	f.findAlone()
	for n := int64(1); n%columns.RowsBetween != 0 || tell(n, rows.Behind(), text.Size()); n++ {
		got, err := um.Read()
		if err == io.EOF {
			break
		}
		r := &row{Row: settle.Row{File: file, Rec: rows.Record()}}
		f.rows = append(f.rows, r)
		cells, ok := got.(kinds.Row)
		if err != nil || !ok {
			r.Refuse(-1, "", "the row cannot be read; look for broken quotes in it")
			continue
		}
		c.readRow(f, r, cells)
	}
	if len(f.rows) == 0 {
		f.Say(source.Notice, f.Header.Line, 0, "", "the file has no rows under its header yet")
	}
	f.finish()
	for _, r := range f.rows {
		if r.State == settle.Refused {
			r.Lacks, r.Facts = append(r.Lacks, r.Facts...), nil
		}
	}
	return f, nil
}

// standardHeader is the header under the names of the row's tags; a column that is not
// used has a name that no row knows.
func (f *File) standardHeader() []string {
	names := make([]string, f.Width)
	for name, i := range f.Fit.At {
		names[i] = f.Fit.Extract.Tag(name)
	}
	return names
}

// finish looks at the file's rows together.
func (f *File) finish() {
	switch f.Fit.Extract.Figures {
	case kinds.Workforce:
		for _, l := range f.leftOut {
			l.say()
		}
	case kinds.Recruitment:
		f.sayStages()
	case kinds.Survey:
		finishSurvey(f)
	}
}

// sayStages says how many are set aside because the indicator does not use their stage.
func (f *File) sayStages() {
	people := 0
	for _, r := range f.stages {
		people += f.peopleIn(r)
	}
	if at := f.Fit.At["count"]; len(f.stages) > 0 {
		first := f.stages[0]
		first.Say(source.Notice, at, "count", fmt.Sprintf("%s of stages such as %s are set aside (%s): the indicator is of those shortlisted and appointed",
			labels.Plural(len(f.stages), "row"), labels.Quoted(first.Rec.Value(at)), labels.People(people)))
	}
}

// peopleIn adds up the cells of a row that are counts.
func (f *File) peopleIn(r *row) (people int) {
	for _, i := range f.Fit.Counting() {
		n, _ := cells.Count(strings.TrimSpace(r.Rec.Value(i)))
		people += n
	}
	return people
}

func (c *Counts) readRow(f *File, r *row, cells kinds.Row) {
	f.SayFaults(r.Rec)
	// A total that has all its cells is compared with its parts by the kind.
	if r.Rec.Aside != "" && !(r.Rec.Aside == csvfile.Total && r.Rec.Fits(f.Width)) {
		r.setAside()
		return
	}
	if r.Rec.Refused() {
		r.State = settle.Refused
		return
	}
	rd := &reading{Counts: c, file: f, shared: cells.Shared(), row: r}
	if rd.footer() {
		r.State = settle.Aside
		return
	}
	if model.NamesTotal(string(rd.shared.SplitBy)) {
		r.Rec.Aside = csvfile.Total
		r.setAside()
		return
	}
	if !rd.ours() {
		return
	}
	switch row := cells.(type) {
	case kinds.WorkforceRow:
		decodeWorkforce(rd, row)
	case kinds.RecruitmentRow:
		decodeRecruitment(rd, row)
	case kinds.EventRow:
		decodeEvent(rd, row)
	case kinds.SurveyRow:
		decodeSurvey(rd, row)
	case kinds.BoardRow:
		decodeBoard(rd, row)
	case kinds.StatusRow:
		decodeStatus(rd, row)
	case kinds.BenchmarkRow:
		decodeBenchmark(rd, row)
	case kinds.PublishedRow:
		decodePublished(rd, row)
	case kinds.AccountRow:
		decodeAccount(rd, row)
	}
}

// Summarise adds the file's rows to what is said of it.
func (f *File) Summarise(s *source.File) {
	f.made.addTo(s)
	for _, l := range f.leftOut {
		switch l.word {
		case "bank":
			s.Excluded.Bank += l.people
		case "honorary":
			s.Excluded.Honorary += l.people
		default:
			s.Excluded.Other += l.people
		}
	}
	for _, r := range f.rows {
		switch r.State {
		case settle.Used:
			s.RowsUsed++
		case settle.Refused:
			s.RowsRefused++
		case settle.Aside:
			s.RowsAside++
		}
		if s.Account != nil && (r.Rec.Aside == "" || r.Rec.Aside == csvfile.Total) {
			f.accountFor(r, s.Account)
		}
	}
}

// accountFor adds what became of the people in a row's cells: those of a row without
// facts are of another organisation, or of staff whom the standard leaves out.
func (f *File) accountFor(r *row, a *source.Account) {
	switch {
	case r.State == settle.Refused:
		a.Refused += f.peopleIn(r)
	case r.State == settle.Aside || len(r.Facts) == 0:
		a.Aside += f.peopleIn(r)
	default:
		for _, fact := range r.Facts {
			if fact.Stands() && (fact.Wanted() || f.Fit.Extract.Figures == kinds.Board) { // the parts of a board are counted each
				a.Counted += fact.N
			} else {
				a.Aside += fact.N
			}
		}
		for _, lost := range r.Lacks { // for want of the count that goes with it
			a.Refused += lost.N
		}
	}
}

// First gives the first used row of a year in the files of a kind: its file, and its
// place for a message, such as workforce.csv:2.
func (c *Counts) First(kind string, y model.Year) (f *columns.File, place string, ok bool) {
	for _, r := range c.rowsIn(kind, y) {
		return r.File, r.Place(), true
	}
	return nil, "", false
}

// Refuse refuses the rows of a year that a list gave first, with one problem a file. by
// is the list's name for a message.
func (c *Counts) Refuse(kind string, y model.Year, by string) {
	rows := c.rowsIn(kind, y)
	for start := 0; start < len(rows); {
		end := start
		for end < len(rows) && rows[end].File == rows[start].File {
			rows[end].State = settle.Refused
			end++
		}
		rows[start].Say(source.Error, -1, "", fmt.Sprintf(
			"%s is given twice: %s gives it person by person and stands, and %s of this file from here on are left out; keep one of the two",
			y, by, labels.Plural(end-start, "row")))
		start = end
	}
}

// rowsIn gives the used rows of a kind in a year.
func (c *Counts) rowsIn(kind string, y model.Year) []*row {
	var rows []*row
	for _, f := range c.files {
		if f.Kind != kind {
			continue
		}
		for _, r := range f.rows {
			if r.State == settle.Used && len(r.Facts) > 0 && r.Facts[0].Year == y {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// Settle decides, kind by kind, which rows stand, and puts them into the organisation.
// What lists give it stands there already; listed says of whom that is. It answers with what
// is to be said of several organisations together.
func (c *Counts) Settle(org *model.Organisation, listed Listed) (notices []string) {
	for _, e := range c.inOrder() {
		if e.List != nil {
			continue
		}
		rows := c.rowsOfKind(e)
		c.setWithheldAside(e, rows)
		facts, boards := settle.Rows(rows, e.Figures, c.labels.Settings.Labels.Label)
		if e.Figures == kinds.Survey {
			c.settleSurvey(facts)
		}
		for year, parts := range boards {
			org.Ensure(year).BoardParts = parts
		}
		for _, f := range facts {
			if f.Stands() {
				c.place(e, org, f)
				c.note(e, f)
				c.placed = true
				c.origins.add(e.Kind, f)
				c.noteUnmapped(f)
			}
		}
	}
	c.recordRefused(org)
	notices = c.fill(org, listed)
	c.finishReturns(org)
	return notices
}

// place puts a fact that stands into the organisation.
func (c *Counts) place(e *kinds.Extract, org *model.Organisation, f *settle.Fact) {
	switch e.Figures {
	case kinds.Workforce:
		c.placeWorkforce(org, f)
	case kinds.Recruitment:
		c.placeRecruitment(org, f)
	case kinds.Events:
		placeEvents(org, e.Kind, f)
	case kinds.Survey:
		placeSurvey(org, f)
	case kinds.Board:
		placeBoard(org, f)
	case kinds.Statuses:
		ret, v := org.Ensure(f.Year), f.Value.(statusValue)
		if !c.noteStatus(f) {
			ret.Statuses[v.indicator] = v.status
		}
	case kinds.Benchmarks:
		org.Benchmarks = append(org.Benchmarks, f.Value.(model.Benchmark))
	case kinds.Published:
		org.Published = append(org.Published, f.Value.(model.Printed))
	}
}

// Placed reports whether a counted extract gave the organisation a figure.
func (c *Counts) Placed() bool { return c.placed }

// Gives reports whether rows of the file that stand are of a year.
func (f *File) Gives(y model.Year) bool {
	return slices.ContainsFunc(f.rows, func(r *row) bool {
		return slices.ContainsFunc(r.Facts, func(c *settle.Fact) bool { return c.Year == y && c.Stands() })
	})
}

// Unmapped lists the labels of counted extracts that no table knows.
func (c *Counts) Unmapped() []source.Unmapped {
	var all []source.Unmapped
	for _, key := range c.unmappedOrder {
		all = append(all, *c.unmapped[key])
	}
	return all
}
