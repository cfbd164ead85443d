package counts

// Cell is the raw text of a cell, as the file has it. gocsv would read a number
// out of 12.9, 0x1F or a blank cell; a Cell takes the text and judges nothing.
type Cell string

// UnmarshalCSV keeps the text. It never fails.
func (c *Cell) UnmarshalCSV(raw string) error {
	*c = Cell(raw)
	return nil
}

// Row is one record under the standard columns of all kinds of extract; a column
// that the file lacks is empty. The tags are the standard names.
type Row struct {
	Year          Cell `csv:"year"`
	SnapshotDate  Cell `csv:"snapshot_date"`
	SurveyYear    Cell `csv:"survey_year"`
	Organisation  Cell `csv:"organisation"`
	Count         Cell `csv:"count"`
	StaffCategory Cell `csv:"staff_category"`
	PayBand       Cell `csv:"pay_band"`
	StaffGroup    Cell `csv:"staff_group"`
	Campaign      Cell `csv:"campaign"`
	Internal      Cell `csv:"internal"`
	Ethnicity     Cell `csv:"ethnicity"`
	Headcount     Cell `csv:"headcount"`
	Note          Cell `csv:"note"`
	Shortlisted   Cell `csv:"shortlisted"`
	Appointed     Cell `csv:"appointed"`
	Entered       Cell `csv:"entered"`
	Accessed      Cell `csv:"accessed"`
	Indicator     Cell `csv:"indicator"`
	Percentage    Cell `csv:"percentage"`
	Respondents   Cell `csv:"respondents"`
	Voting        Cell `csv:"voting"`
	Executive     Cell `csv:"executive"`
	Status        Cell `csv:"status"`
	Reason        Cell `csv:"reason"`
	Measure       Cell `csv:"measure"`
	Group         Cell `csv:"group"`
	Value         Cell `csv:"value"`
	Scope         Cell `csv:"scope"`
	Source        Cell `csv:"source"`
	Figure        Cell `csv:"figure"`
	Part          Cell `csv:"part"`
	Printed       Cell `csv:"printed"`
	Says          Cell `csv:"says"`
}
