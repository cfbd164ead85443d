package people

import (
	"slices"

	"wres/loaders/csvfile/scan"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
)

// Of columns that stand side by side, as in the exports of staff record systems, the
// cells repeat together: those of staff group, job role and occupation code of a national
// list have a hundred combinations in all. So they are looked up as one label, and what
// follows from them is found out once. Where they stand apart it is found out anew for
// each row, with the same result.

// run is some columns of which one thing is found out.
type run uint8

const (
	placeRun run = iota
	jobRun
	payRun
	termsRun
	runCount
)

var runFields = [runCount][]listField{
	placeRun: {organisationField, directorateField},
	jobRun:   {staffGroupField, occupationField, roleField},
	payRun:   {payScaleField, gradeField, bandField},
	termsRun: {categoryField, contractField, statusField},
}

// runsOf says which columns are looked up together in lists that give some figures.
var runsOf = map[kinds.Figures][]run{kinds.Workforce: {placeRun, jobRun, payRun, termsRun}, kinds.Recruitment: {payRun}}

// runs are the columns of a row that are looked up together, where they can be.
type runs struct {
	place labels.Lookup[placeCell]
	job   labels.Lookup[jobCell]
	pay   labels.Lookup[payCell]
	terms labels.Lookup[termsCell]

	// Of the row, where the columns stand apart.
	placeHere placeCell
	jobHere   jobCell
	payHere   payCell
	termsHere termsCell

	nothing payTold // what pay says of nobody
}

// Places of a column in a layout that are none among the cells of a row.
const (
	lacking = -1 // the file lacks it; of a run: its columns stand apart
	onCall  = -2 // it is read with Cells.Field where it is wanted
)

// layout is where the cells of a list's rows stand.
type layout struct {
	columns []int // that are handed over one by one
	runs    []scan.Run
	has     [fieldCount]bool
	at      [fieldCount]int // the place of a field among the cells, or onCall; of one that the file lacks, an empty cell's
	runAt   [runCount]int   // the place of a run, or lacking
}

// apart hands over each field by itself.
func (li *List) apart() layout { return li.layOut(nil) }

// together hands over the fields of a run as one, where they stand side by side.
func (li *List) together() layout { return li.layOut(runsOf[li.file.Fit.Extract.Figures]) }

func (li *List) layOut(runs []run) layout {
	var lay layout
	for f, i := range li.at {
		lay.has[f] = i != lacking
	}
	for r := range lay.runAt {
		lay.runAt[r] = lacking
	}
	for _, r := range runs {
		columns := li.columnsOf(runFields[r])
		if len(columns) == 0 || slices.Max(columns)-slices.Min(columns)+1 != len(columns) {
			continue
		}
		lay.runAt[r] = len(lay.runs)
		lay.runs = append(lay.runs, scan.Run{First: slices.Min(columns), Last: slices.Max(columns)})
		for _, f := range runFields[r] {
			lay.at[f] = onCall
		}
	}
	if len(runs) > 0 && lay.has[employeeField] {
		lay.at[assignmentField] = onCall // looked at for want of the other alone
	}
	for f, has := range lay.has {
		if has && lay.at[f] != onCall {
			lay.at[f] = len(lay.columns)
			lay.columns = append(lay.columns, li.columns[li.at[f]])
		}
	}
	for r := range lay.runAt {
		if lay.runAt[r] != lacking {
			lay.runAt[r] += len(lay.columns)
		}
	}
	for f, has := range lay.has {
		if !has {
			lay.at[f] = len(lay.columns) + len(lay.runs) // behind them all
		}
	}
	return lay
}

// columnsOf gives where some fields stand in the file, as far as it has them.
func (li *List) columnsOf(fields []listField) (columns []int) {
	for _, f := range fields {
		if i := li.at[f]; i != lacking {
			columns = append(columns, li.columns[i])
		}
	}
	return columns
}

// newRuns prepares the lookups of runs. What they read is the worker's row: they are to
// be asked for cells of that alone.
func (w *worker) newRuns() {
	w.runs.place = labels.NewLookup(func(string) placeCell { return w.readPlace() })
	w.runs.job = labels.NewLookup(func(string) jobCell { return w.readJob() })
	w.runs.pay = labels.NewLookup(func(string) payCell { return w.readPay() })
	w.runs.terms = labels.NewLookup(func(string) termsCell { return w.readTerms() })
}

// placeCell is what organisation and directorate say.
type placeCell struct {
	org  *organisationCell
	unit unit
}

func (w *worker) placeOf() *placeCell {
	if i := w.layout.runAt[placeRun]; i >= 0 && !w.runs.place.Crowded() {
		return w.runs.place.At(w.cells.At(i))
	}
	w.runs.placeHere = w.readPlace()
	return &w.runs.placeHere
}

func (w *worker) readPlace() placeCell {
	c := placeCell{org: w.organisation.At(w.field(organisationField))}
	if w.has(directorateField) {
		c.unit = w.looking.unit.Of(w.field(directorateField))
	}
	return c
}

// jobCell is what staff group, occupation code and job role say.
type jobCell struct {
	role     *labels.Role
	category model.StaffCategory // of the staff group, else of the occupation code, else of the job role
	unknown  *strange            // the label of a staff group, where nothing told
	clashes  checkSet
}

func (w *worker) job() *jobCell {
	if i := w.layout.runAt[jobRun]; i >= 0 && !w.runs.job.Crowded() {
		return w.runs.job.At(w.cells.At(i))
	}
	w.runs.jobHere = w.readJob()
	return &w.runs.jobHere
}

func (w *worker) readJob() jobCell {
	group, occupation := w.group.At(w.field(staffGroupField)), w.occupation.Of(w.field(occupationField))
	c := jobCell{role: w.role.At(w.field(roleField)), category: group.value.Category}
	switch {
	case c.category != model.AnyCategory:
		c.clashes.put(occupationClash, w.has(occupationField) && occupation != model.AnyCategory && occupation != c.category)
	case occupation != model.AnyCategory:
		c.category = occupation
	default:
		c.category = w.known.RoleCategory(c.role)
		if c.category == model.AnyCategory {
			c.unknown = group.strange
		}
	}
	c.clashes.put(roleClash, c.role.Groups.Lacks(group.value.Group))
	return c
}

// payCell is what pay scale, grade and band say of a row whose staff category is not
// known, and of another: of a bare word only the category tells that it is a medical
// grade.
type payCell struct{ uncertain, certain payTold }

type payTold struct {
	told    bool // one of the columns tells the band
	band    model.Band
	unknown *strange // the first label that did not, where none does
	clashes checkSet // columns behind the one that tells, with another band
}

// of gives what the columns say given a staff category.
func (c *payCell) of(category model.StaffCategory) *payTold {
	if category == model.AnyCategory {
		return &c.uncertain
	}
	return &c.certain
}

func (w *worker) pay() *payCell {
	if i := w.layout.runAt[payRun]; i >= 0 && !w.runs.pay.Crowded() {
		return w.runs.pay.At(w.cells.At(i))
	}
	w.runs.payHere = w.readPay()
	return &w.runs.payHere
}

func (w *worker) readPay() payCell {
	var cells [3]*categoryCell[model.Band]
	for i, f := range runFields[payRun] {
		if w.has(f) {
			cells[i] = w.bands[f].At(w.field(f))
		}
	}
	return payCell{uncertain: readBands(cells, false), certain: readBands(cells, true)}
}

// readBands takes the pay scale, else the grade, else the band; the cell of a column
// that the file lacks is nil. It looks behind the one that tells for another band.
func readBands(cells [3]*categoryCell[model.Band], certain bool) (says payTold) {
	told := 0
	for i, c := range cells {
		switch {
		case c == nil:
		case says.told:
			says.clashes.put(bandClashes[told][i], labels.Differ(says.band, c.value))
		case c.value != model.AnyBand && (c.strange == nil || certain):
			told, says = i, payTold{told: true, band: c.value}
		case says.unknown == nil:
			says.unknown = c.strange
		}
	}
	return says
}

// bandClashes are the checks of a column of the run that tells the band, and one behind.
var bandClashes = [2][3]check{
	{1: gradeClash, 2: bandClash},
	{2: bandGradeClash},
}

// termsCell is what assignment category, contract type and assignment status say.
type termsCell struct {
	out, status reason // by the contract; by the status
	labelled    bool   // a label is not known
	unknown     [3]*strange
}

func (w *worker) terms() *termsCell {
	if i := w.layout.runAt[termsRun]; i >= 0 && !w.runs.terms.Crowded() {
		return w.runs.terms.At(w.cells.At(i))
	}
	w.runs.termsHere = w.readTerms()
	return &w.runs.termsHere
}

func (w *worker) readTerms() termsCell {
	category, contract := w.category.At(w.field(categoryField)), w.contract.At(w.field(contractField))
	status := w.status.At(w.field(statusField))
	c := termsCell{status: w.known.StatusOut(status.value), unknown: [3]*strange{category.strange, contract.strange, status.strange}}
	c.labelled = c.unknown != [3]*strange{}
	if c.out = w.known.ContractOut(category.value); c.out == inPost {
		c.out = w.known.ContractOut(contract.value)
	}
	return c
}
